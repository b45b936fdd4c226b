#!/usr/bin/env python3
"""Adaptation throughput: this project against the same arithmetic written in PyTorch.

The same weights, rates, batch size, number of threads, BLAS kernels and machine, and pictures of the same stream
(Fashion-MNIST's test pictures, shuffled, Gaussian noise 5), so that the selecting methods keep as many samples here as
there. The two programs take turns, and the ratio of their medians is printed per method. Needs Debian's python3-torch and
dataset-fashion-mnist; ends with 77 (skipped) where they are absent.

    tests/bench/reference_adaptation.py build/release/bin/collapse-lab-cli resources/models/resnet-gn.safetensors [THREADS]
"""
import gzip
import json
import math
import os
import re
import struct
import subprocess
import sys
import time

# The program chooses OpenBLAS's kernels by the processor's features where OpenBLAS does not know its model number.
# Python gets the same ones, so that the ratio compares the two programs and not two BLAS.
if "OPENBLAS_CORETYPE" not in os.environ and os.path.exists("/proc/cpuinfo"):
    flags = open("/proc/cpuinfo").read()
    os.environ["OPENBLAS_CORETYPE"] = "SkylakeX" if "avx512vl" in flags else "Haswell" if "avx2" in flags else "Prescott"
    os.execv(sys.executable, [sys.executable] + sys.argv)

try:
    import torch
    import torch.nn as nn
    import torch.nn.functional as F
except ImportError:
    print("skipped: python3-torch is not installed")
    sys.exit(77)

BATCH, STEPS, WARM_UP, ROUNDS, RATE = 64, 15, 3, 3, 0.007
PICTURES = "/usr/share/datasets/fashion-mnist/t10k-images-idx3-ubyte.gz"


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
        groups = [{"params": self.norms, "lr": RATE}]
        if name == "zerosiam":
            self.predictor = torch.eye(64).requires_grad_(True)
            groups.append({"params": [self.predictor], "lr": RATE})
        self.optimiser = torch.optim.SGD(groups, lr=RATE, momentum=0.9)

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


def noisy_pictures():
    """[steps, batch, 1, 28, 28]: shuffled, Gaussian noise of severity 5 (0.38), rounded to 8 bits, normalised."""
    torch.manual_seed(0)
    data = gzip.open(PICTURES).read()
    clean = torch.frombuffer(bytearray(data[16:]), dtype=torch.uint8).reshape(-1, 1, 28, 28).float() / 255
    count = (WARM_UP + STEPS) * BATCH
    noisy = clean[torch.randperm(len(clean))[:count]] + 0.38 * torch.randn(count, 1, 28, 28)
    eight_bits = (noisy.clamp(0, 1) * 255).floor() / 255
    return ((eight_bits - 0.28604) / 0.35302).reshape(-1, BATCH, 1, 28, 28)


def python_ms(name, weights, pictures):
    torch.manual_seed(0)
    method = Method(name, weights)
    times = []
    for x in pictures:
        start = time.perf_counter()
        method.step(x)
        times.append(1000 * (time.perf_counter() - start))
    return median(times[WARM_UP:])


def our_ms(program, name, model, threads):
    text = subprocess.run(
        [program, "bench", "--model", model, "--method", name, "--steps", str(STEPS), "--threads", str(threads)],
        check=True, capture_output=True, text=True).stdout
    found = re.search(rf"^{name}\s+([0-9.]+)", text, re.MULTILINE)
    return float(found.group(1))


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    if not os.path.exists(PICTURES):
        print(f"skipped: {PICTURES} is absent")
        sys.exit(77)
    program, model = sys.argv[1:3]
    threads = int(sys.argv[3]) if len(sys.argv) == 4 else 2
    torch.set_num_threads(threads)
    weights, pictures = read_safetensors(model), noisy_pictures()
    print(f"PyTorch {torch.__version__}, batch {BATCH}, {threads} threads, median of {STEPS} steps, {ROUNDS} turns each")
    print(f"{'method':10} {'PyTorch ms':>12} {'ours ms':>10} {'PyTorch / ours':>16}")
    for name in ("tent", "zerosiam", "sar", "deyo"):
        ours, theirs = [], []
        for _ in range(ROUNDS):
            theirs.append(python_ms(name, weights, pictures))
            ours.append(our_ms(program, name, model, threads))
        ratio = median([t / o for t, o in zip(theirs, ours)])
        print(f"{name:10} {median(theirs):12.2f} {median(ours):10.2f} {ratio:16.2f}")


main()
