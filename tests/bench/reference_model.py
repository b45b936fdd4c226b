#!/usr/bin/env python3
"""Time of a large network: this project against the same arithmetic written in PyTorch.

ResNet-50 with GroupNorm, weights and pictures made from a hash in both programs, batch 8: a forward pass, and a step
of Tent and of ZeroSiam. The two take turns on the same machine with the same number of threads, and the ratio of their
medians is printed, by the clock on the wall and by CPU time, which other work on the machine disturbs less. Needs Debian's python3-torch; ends with 77 (skipped) where it is absent.

    /usr/bin/python3 tests/bench/reference_model.py build/release/bin/collapse-lab-cli [threads ...]
"""
import math
import re
import subprocess
import sys
import time

try:
    import torch
    import torch.nn as nn
    import torch.nn.functional as F
except ImportError:
    print("skipped: python3-torch is not installed")
    sys.exit(77)

BATCH, STEPS, WARM_UP, ROUNDS = 8, 5, 2, 3
METHODS = ("forward", "tent", "zerosiam")


def signed(value):
    """The 64-bit number with these bits, as PyTorch's integers hold it."""
    value &= (1 << 64) - 1
    return value - (1 << 64) if value >> 63 else value


def shifted(z, bits):
    return (z >> bits) & ((1 << (64 - bits)) - 1)


def hashed(name, shape):
    """Values in [-1, 1): splitmix64 over FNV-1a of the name, as core/model/hash_weights.h says."""
    h = 0xCBF29CE484222325
    for byte in name.encode():
        h = (h ^ byte) * 0x100000001B3 & (1 << 64) - 1
    z = torch.arange(math.prod(shape)) * signed(0x9E3779B97F4A7C15) + signed(h)
    z = (z ^ shifted(z, 30)) * signed(0xBF58476D1CE4E5B9)
    z = (z ^ shifted(z, 27)) * signed(0x94D049BB133111EB)
    z = z ^ shifted(z, 31)
    return (shifted(z, 11).double() * 2.0**-53 * 2 - 1).reshape(shape)


def weight(name, shape):
    u = hashed(name, shape)
    if len(shape) >= 2:
        return u * (3.0 / u[0].numel()) ** 0.5
    return 1 + 0.1 * u if name.endswith(".weight") else 0.05 * u


class Bottleneck(nn.Module):
    def __init__(self, inside, width, stride):
        super().__init__()
        outside = 4 * width
        self.conv1 = nn.Conv2d(inside, width, 1, bias=False)
        self.bn1 = nn.GroupNorm(32, width)
        self.conv2 = nn.Conv2d(width, width, 3, stride, 1, bias=False)
        self.bn2 = nn.GroupNorm(32, width)
        self.conv3 = nn.Conv2d(width, outside, 1, bias=False)
        self.bn3 = nn.GroupNorm(32, outside)
        self.downsample = None
        if stride != 1 or inside != outside:
            self.downsample = nn.Sequential(nn.Conv2d(inside, outside, 1, stride, bias=False), nn.GroupNorm(32, outside))

    def forward(self, x):
        y = F.relu(self.bn1(self.conv1(x)))
        y = self.bn3(self.conv3(F.relu(self.bn2(self.conv2(y)))))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet50(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.GroupNorm(32, 64)
        inside = 64
        for stage, (width, depth) in enumerate(zip((64, 128, 256, 512), (3, 4, 6, 3))):
            blocks = []
            for index in range(depth):
                blocks.append(Bottleneck(inside, width, 2 if stage > 0 and index == 0 else 1))
                inside = 4 * width
            setattr(self, f"layer{stage + 1}", nn.Sequential(*blocks))
        self.fc = nn.Linear(2048, 1000)

    def features(self, x):
        x = F.max_pool2d(F.relu(self.bn1(self.conv1(x))), 3, 2, 1)
        return self.layer4(self.layer3(self.layer2(self.layer1(x)))).mean((2, 3))


def entropy(logits):
    return -(logits.softmax(1) * logits.log_softmax(1)).sum(1)


class Method:
    def __init__(self, name, weights):
        self.name = name
        self.model = ResNet50()
        self.model.load_state_dict(weights)
        self.model.requires_grad_(False)
        norms = []
        for module in self.model.modules():
            if isinstance(module, nn.GroupNorm):
                norms += [module.weight.requires_grad_(True), module.bias.requires_grad_(True)]
        groups = [{"params": norms, "lr": 2.5e-4}]
        if name == "zerosiam":
            self.predictor = torch.eye(2048).requires_grad_(True)
            groups.append({"params": [self.predictor], "lr": 2.5e-2})
        self.optimiser = torch.optim.SGD(groups, lr=2.5e-4, momentum=0.9)

    def step(self, x):
        if self.name == "forward":
            with torch.no_grad():
                return self.model.fc(self.model.features(x))
        self.optimiser.zero_grad()
        z = self.model.features(x)
        u = self.model.fc(z)
        if self.name == "tent":
            loss = entropy(u).mean()
        else:
            online = self.model.fc(z @ self.predictor.t())
            log_o, log_r = online.log_softmax(1), u.detach().log_softmax(1)
            loss = (entropy(online) + ((log_o.exp() - log_r.exp()) * (log_o - log_r)).sum(1)).mean()
        loss.backward()
        self.optimiser.step()
        return u


def median(values):
    values = sorted(values)
    return values[len(values) // 2]


def python_times(name, weights, images):
    """Medians (wall, CPU) in ms, and the mean absolute logit."""
    method = Method(name, weights)
    wall, cpu = [], []
    for _ in range(WARM_UP + STEPS):
        cpu_start, start = time.process_time(), time.perf_counter()
        logits = method.step(images)
        wall.append(1000 * (time.perf_counter() - start))
        cpu.append(1000 * (time.process_time() - cpu_start))
    return (median(wall[WARM_UP:]), median(cpu[WARM_UP:])), logits.abs().mean().item()


def our_times(program, threads):
    text = subprocess.run(
        [program, "bench", "--hash-weights", "resnet50_gn", "--method", ",".join(METHODS[1:]), "--steps", str(STEPS),
         "--batch", str(BATCH), "--threads", str(threads)], check=True, capture_output=True, text=True).stdout
    times = {}
    for name in METHODS:
        found = re.search(rf"^{name}\s+([0-9.]+) ms, CPU\s+([0-9.]+) ms", text, re.MULTILINE)
        times[name] = (float(found.group(1)), float(found.group(2)))
    return times, float(re.search(r"mean \|logit\| ([0-9.]+)", text).group(1))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = sys.argv[1]
    shapes = {name: tuple(value.shape) for name, value in ResNet50().state_dict().items()}
    weights = {name: weight(name, shape).float() for name, shape in shapes.items()}
    images = hashed("input", (BATCH, 3, 224, 224)).float()
    print(f"PyTorch {torch.__version__}, ResNet-50 GroupNorm, batch {BATCH}, medians of {STEPS} steps in {ROUNDS} turns")
    print(f"{'threads':>7} {'what':10} {'clock':6} {'PyTorch ms':>12} {'ours ms':>10} {'PyTorch / ours':>16}")
    for threads in [int(value) for value in sys.argv[2:]] or [1, 2]:
        torch.set_num_threads(threads)
        theirs, ours = {name: [] for name in METHODS}, {name: [] for name in METHODS}
        for _ in range(ROUNDS):
            times, found = our_times(program, threads)
            for name in METHODS:
                reference_times, reference = python_times(name, weights, images)
                theirs[name].append(reference_times)
                ours[name].append(times[name])
                if name == "forward" and abs(found - reference) > 1e-4:
                    sys.exit(f"the two compute different things: mean |logit| {reference} and {found}")
        for name in METHODS:
            for which, clock in enumerate(("wall", "CPU")):
                their, our = [t[which] for t in theirs[name]], [o[which] for o in ours[name]]
                ratio = median([t / o for t, o in zip(their, our)])
                print(f"{threads:7} {name:10} {clock:6} {median(their):12.1f} {median(our):10.1f} {ratio:16.2f}", flush=True)


main()
