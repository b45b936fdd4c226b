#!/usr/bin/env python3
"""Adaptation throughput: this project against the same arithmetic written in PyTorch.

The same weights, batch size, number of threads and machine; the two programs take turns, and the ratio of their
medians is printed per method. Needs Debian's python3-torch; ends with 77 (skipped) where it is absent.

    tests/bench/reference_adaptation.py build/release/bin/collapse-lab-cli resources/models/resnet-gn.safetensors
"""
import json
import math
import re
import struct
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

BATCH, STEPS, WARM_UP, ROUNDS, THREADS = 64, 15, 3, 3, 2


def read_safetensors(path):
    data = open(path, "rb").read()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            values = bytearray(data[8 + length + begin : 8 + length + end])
            tensors[name] = torch.frombuffer(values, dtype=torch.float32).reshape(entry["shape"])
    return tensors


class Block(nn.Module):
    def __init__(self, inside, outside, stride):
        super().__init__()
        self.conv1 = nn.Conv2d(inside, outside, 3, stride, 1, bias=False)
        self.bn1 = nn.GroupNorm(8, outside)
        self.conv2 = nn.Conv2d(outside, outside, 3, 1, 1, bias=False)
        self.bn2 = nn.GroupNorm(8, outside)
        self.downsample = None
        if stride != 1 or inside != outside:
            self.downsample = nn.Sequential(nn.Conv2d(inside, outside, 1, stride, bias=False), nn.GroupNorm(8, outside))

    def forward(self, x):
        y = self.bn2(self.conv2(F.relu(self.bn1(self.conv1(x)))))
        return F.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet14(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, 3, 1, 1, bias=False)
        self.bn1 = nn.GroupNorm(8, 16)
        self.layer1 = nn.Sequential(Block(16, 16, 1), Block(16, 16, 1))
        self.layer2 = nn.Sequential(Block(16, 32, 2), Block(32, 32, 1))
        self.layer3 = nn.Sequential(Block(32, 64, 2), Block(64, 64, 1))
        self.fc = nn.Linear(64, 10)

    def features(self, x):
        x = F.relu(self.bn1(self.conv1(x)))
        return self.layer3(self.layer2(self.layer1(x))).mean((2, 3))


def entropy(logits):
    return -(logits.softmax(1) * logits.log_softmax(1)).sum(1)


class Method:
    """One of the four methods on a model of its own; step() predicts and adapts."""

    def __init__(self, name, weights):
        self.name = name
        self.model = ResNet14()
        self.model.load_state_dict(weights)
        self.model.requires_grad_(False)
        self.norms = []
        for module_name, module in self.model.named_modules():
            if isinstance(module, nn.GroupNorm) and not (name in ("sar", "deyo") and module_name.startswith("layer3")):
                self.norms += [module.weight.requires_grad_(True), module.bias.requires_grad_(True)]
        groups = [{"params": self.norms, "lr": 1e-4}]
        if name == "zerosiam":
            self.predictor = torch.eye(64).requires_grad_(True)
            groups.append({"params": [self.predictor], "lr": 1e-4})
        self.optimiser = torch.optim.SGD(groups, lr=1e-4, momentum=0.9)

    def logits(self, x):
        return self.model.fc(self.model.features(x))

    def step(self, x):
        self.optimiser.zero_grad()
        z = self.model.features(x)
        u = self.model.fc(z)
        energy = entropy(u)
        if self.name == "tent":
            loss = energy.mean()
        elif self.name == "zerosiam":
            online = self.model.fc(z @ self.predictor.t())
            log_o, log_r = online.log_softmax(1), u.detach().log_softmax(1)
            loss = (entropy(online) + ((log_o.exp() - log_r.exp()) * (log_o - log_r)).sum(1)).mean()
        elif self.name == "sar":
            return self.sharpness_aware(x, u, energy)
        else:
            kept = (energy < 0.5 * math.log(10)).nonzero().squeeze(1)
            if len(kept) == 0:
                return u
            with torch.no_grad():
                patches = x[kept].reshape(-1, 1, 4, 7, 4, 7).permute(0, 2, 4, 1, 3, 5).reshape(-1, 16, 1, 7, 7)
                order = torch.rand(len(kept), 16).argsort(1)
                patches = patches[torch.arange(len(kept)).unsqueeze(1), order]
                shuffled = patches.reshape(-1, 4, 4, 1, 7, 7).permute(0, 3, 1, 4, 2, 5).reshape(-1, 1, 28, 28)
                p_shuffled = self.logits(shuffled).softmax(1)
            p = u[kept].softmax(1)
            top = p.argmax(1, keepdim=True)
            plpd = (p.gather(1, top) - p_shuffled.gather(1, top)).squeeze(1).detach()
            chosen = plpd > 0.2
            if not chosen.any():
                return u
            energy, plpd = energy[kept][chosen], plpd[chosen]
            weight = 1 / torch.exp(energy.detach() - 0.4 * math.log(10)) + 1 / torch.exp(-plpd)
            loss = (energy * weight).mean()
        loss.backward()
        self.optimiser.step()
        return u

    def sharpness_aware(self, x, u, energy):
        margin = 0.4 * math.log(10)
        kept = (energy < margin).nonzero().squeeze(1)
        if len(kept) == 0:
            return u
        energy[kept].mean().backward()
        norm = torch.stack([p.grad.norm() for p in self.norms]).norm()
        old = [p.data.clone() for p in self.norms]
        with torch.no_grad():
            for p in self.norms:
                p.add_(p.grad * (0.05 / (norm + 1e-12)))
        self.optimiser.zero_grad()
        second = entropy(self.logits(x))[kept]
        second = second[second < margin]
        if len(second):
            second.mean().backward()
        with torch.no_grad():
            for p, before in zip(self.norms, old):
                p.copy_(before)
        if len(second):
            self.optimiser.step()
        return u


def median(values):
    values = sorted(values)
    return values[len(values) // 2]


def python_ms(name, weights):
    torch.manual_seed(0)
    method = Method(name, weights)
    times = []
    for i in range(WARM_UP + STEPS):
        x = torch.randn(BATCH, 1, 28, 28)
        start = time.perf_counter()
        method.step(x)
        times.append(1000 * (time.perf_counter() - start))
    return median(times[WARM_UP:])


def our_ms(program, name, model):
    text = subprocess.run(
        [program, "bench", "--model", model, "--method", name, "--steps", str(STEPS), "--threads", str(THREADS)],
        check=True, capture_output=True, text=True).stdout
    found = re.search(rf"^{name}\s+([0-9.]+)", text, re.MULTILINE)
    return float(found.group(1))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, model = sys.argv[1:]
    torch.set_num_threads(THREADS)
    weights = read_safetensors(model)
    print(f"PyTorch {torch.__version__}, batch {BATCH}, {THREADS} threads, median of {STEPS} steps, {ROUNDS} turns each")
    print(f"{'method':10} {'PyTorch ms':>12} {'ours ms':>10} {'PyTorch / ours':>16}")
    for name in ("tent", "zerosiam", "sar", "deyo"):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(python_ms(name, weights))
            ours.append(our_ms(program, name, model))
        ratio = median([t / o for t, o in zip(theirs, ours)])
        print(f"{name:10} {median(theirs):12.2f} {median(ours):10.2f} {ratio:16.2f}")


main()
