#!/usr/bin/env python3
"""Traces of combinations of blocks, in PyTorch's double precision, for collapse-lab-cli parity.

    reference_traces.py FOLDER

writes index.json, groupnorm_inputs.safetensors and one trace for each: ZeroSiam with every objective, with a fixed
random and a two-layer predictor, and with the samples and weights of EATA, DeYO and SAR. The loss is written here from the
formulas, on PyTorch's own autograd and optimiser. Ends with 77 where PyTorch is absent.
"""
import json
import math
import struct
import sys

try:
    import torch
    import torch.nn.functional as F
except ImportError:
    print("skipped: python3-torch is not installed")
    sys.exit(77)

STEPS, BATCH, K, D = 6, 16, 10, 16
MARGIN, WEIGHT_MARGIN = 0.7, 0.4
NORMS = ("norm1.weight", "norm1.bias", "norm2.weight", "norm2.bias")


def write_safetensors(path, tensors):
    header, blob = {}, b""
    for name, value in tensors.items():
        value = value.detach().contiguous()
        kind, code = {torch.float64: ("F64", "d"), torch.int64: ("I64", "q")}[value.dtype]
        raw = struct.pack(f"<{value.numel()}{code}", *value.flatten().tolist())
        header[name] = {"dtype": kind, "shape": list(value.shape), "data_offsets": [len(blob), len(blob) + len(raw)]}
        blob += raw
    text = json.dumps(header).encode()
    open(path, "wb").write(struct.pack("<Q", len(text)) + text + blob)


def make_inputs():
    torch.manual_seed(7)
    inputs = {
        "conv1.weight": torch.randn(8, 1, 3, 3) * 0.4, "conv2.weight": torch.randn(16, 8, 3, 3) * 0.25,
        "norm1.weight": torch.ones(8), "norm1.bias": torch.zeros(8),
        "norm2.weight": torch.ones(16), "norm2.bias": torch.zeros(16),
        "fc.weight": torch.randn(K, D) * 1.5, "fc.bias": torch.randn(K) * 0.1,
        "predictor.0.weight": torch.randn(D, D) * 0.3, "predictor.1.weight": torch.randn(D, D) * 0.3,
    }
    for step in range(STEPS):
        inputs[f"input.step{step}"] = torch.randn(BATCH, 1, 28, 28)
        inputs[f"patch_permutation.step{step}"] = torch.rand(BATCH, 16).argsort(1)
    return inputs


def features(x, w):
    x = F.relu(F.group_norm(F.conv2d(x, w["conv1.weight"], stride=2, padding=1), 4, w["norm1.weight"], w["norm1.bias"]))
    x = F.relu(F.group_norm(F.conv2d(x, w["conv2.weight"], stride=2, padding=1), 4, w["norm2.weight"], w["norm2.bias"]))
    return x.mean((2, 3))


def head(z, w):
    return F.linear(z, w["fc.weight"], w["fc.bias"])


def entropy(u):
    p = u.softmax(1)
    return -(p * p.log()).sum(1)


def objective(name, u):
    p = u.softmax(1)
    if name == "pseudo_label":
        return F.cross_entropy(u, u.argmax(1), reduction="none")
    if name == "slr":
        return -(p * (p / (1 - p)).log()).sum(1)
    if name == "negative_squared":
        return -(p * p).sum(1)
    if name == "come":
        x = u / u.norm(2, 1, keepdim=True) * u.norm(2, 1, keepdim=True).detach()
        strength = x.exp().sum(1, keepdim=True) + K
        opinion = torch.cat([x.exp() / strength, K / strength], 1) + 1e-7
        return -(opinion * opinion.log()).sum(1)
    return entropy(u)


class Run:
    def __init__(self, inputs, trace):
        self.trace, self.inputs = trace, inputs
        self.w = {name: value.clone() for name, value in inputs.items() if not name.startswith(("input", "patch"))}
        for name in NORMS:
            self.w[name].requires_grad_(True)
        kind = trace.get("predictor", "linear")
        if kind == "mlp":
            self.h = [self.w["predictor.0.weight"].requires_grad_(True), self.w["predictor.1.weight"].requires_grad_(True)]
        elif kind == "fixed_random":
            torch.manual_seed(11)
            self.h = [torch.randn(D, D) / math.sqrt(D)]
        else:
            self.h = [torch.eye(D).requires_grad_(True)]
        groups = [{"params": [self.w[n] for n in NORMS], "lr": trace["lr"]}]
        if kind != "fixed_random":
            groups.append({"params": self.h, "lr": trace["predictor_lr"]})
        self.optimiser = torch.optim.SGD(groups, lr=trace["lr"], momentum=0.9)
        self.average = None

    def online(self, z):
        for i, matrix in enumerate(self.h):
            z = (F.relu(z) if i else z) @ matrix.t()
        return z

    def losses(self, x):
        z = features(x, self.w)
        reported = head(z, self.w)
        u = head(self.online(z), self.w)
        log_o, log_r = u.log_softmax(1), reported.detach().log_softmax(1)
        divergence = (log_o.exp() * (log_o - log_r)).sum(1) + (log_r.exp() * (log_r - log_o)).sum(1)
        return reported, objective(self.trace.get("objective", "entropy"), u) + divergence

    def select(self, reported, step):
        """Indices and weights, from the reported branch as it was before the update."""
        u = reported.detach()
        method, e = self.trace["method"], entropy(reported.detach())
        everything = torch.arange(BATCH)
        if method == "zerosiam":
            return everything, torch.ones(BATCH)
        if method == "zerosiam_sar":
            return everything[e < MARGIN * math.log(K)], torch.ones(BATCH)
        if method == "zerosiam_eata":
            index = everything[e < MARGIN * math.log(K)]
            p = u[index].softmax(1)
            if self.average is not None and len(index):
                index = index[F.cosine_similarity(self.average.unsqueeze(0), p, dim=1).abs() < self.trace["d_margin"]]
                p = u[index].softmax(1)
            if len(index):
                self.average = p.mean(0) if self.average is None else 0.9 * self.average + 0.1 * p.mean(0)
            return index, (MARGIN * math.log(K) - e).exp()
        index = everything[e < self.trace["deyo_margin"] * math.log(K)]
        x = self.inputs[f"input.step{step}"][index]
        patches = x.reshape(-1, 1, 4, 7, 4, 7).permute(0, 2, 4, 1, 3, 5).reshape(-1, 16, 1, 7, 7)
        order = self.inputs[f"patch_permutation.step{step}"][index]
        patches = patches[torch.arange(len(index)).unsqueeze(1), order].reshape(-1, 4, 4, 1, 7, 7)
        with torch.no_grad():
            shuffled = head(features(patches.permute(0, 3, 1, 4, 2, 5).reshape(-1, 1, 28, 28), self.w), self.w)
        p = u[index].softmax(1)
        top = p.argmax(1, keepdim=True)
        plpd = (p.gather(1, top) - shuffled.softmax(1).gather(1, top)).squeeze(1)
        weights = torch.zeros(BATCH)
        kept = plpd > self.trace["plpd_threshold"]
        weights[index[kept]] = (1 / (e[index] - WEIGHT_MARGIN * math.log(K)).exp() + 1 / (-plpd).exp())[kept]
        return index[kept], weights

    def step(self, number):
        x = self.inputs[f"input.step{number}"]
        self.optimiser.zero_grad()
        reported, loss = self.losses(x)
        index, weights = self.select(reported, number)
        selected = torch.zeros(BATCH)
        if len(index) == 0:
            return reported, torch.tensor(math.nan), selected
        total = (loss * weights)[index].mean()
        total.backward()
        if self.trace["method"] == "zerosiam_sar":
            index, total = self.second_pass(x, index)
        selected[index] = 1
        if len(index):
            self.optimiser.step()
        return reported, total.detach(), selected

    def second_pass(self, x, index):
        """Sharpness-aware: climb by rho along the gradient of all that is trained, there take the gradient anew."""
        trained = [p for group in self.optimiser.param_groups for p in group["params"]]
        norm = torch.stack([p.grad.norm() for p in trained]).norm()
        old = [p.data.clone() for p in trained]
        with torch.no_grad():
            for p in trained:
                p.add_(p.grad * (self.trace["rho"] / (norm + 1e-12)))
        self.optimiser.zero_grad()
        reported, loss = self.losses(x)
        still = index[entropy(reported.detach())[index] < MARGIN * math.log(K)]
        total = loss[still].mean()
        if len(still):
            total.backward()
        with torch.no_grad():
            for p, value in zip(trained, old):
                p.copy_(value)
        return still, total


def main():
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    folder, inputs = sys.argv[1], make_inputs()
    base = {"norm": "groupnorm", "steps": STEPS, "method": "zerosiam", "lr": 0.003, "predictor_lr": 0.004}
    traces = {f"objective_{name}": dict(base, objective=name)
              for name in ("entropy", "come", "pseudo_label", "slr", "negative_squared")}
    traces["predictor_mlp"] = dict(base, predictor="mlp")
    traces["predictor_fixed_random"] = dict(base, predictor="fixed_random")
    traces["with_eata"] = dict(base, method="zerosiam_eata", margin=MARGIN, d_margin=0.9)
    traces["with_deyo"] = dict(base, method="zerosiam_deyo", margin=WEIGHT_MARGIN, deyo_margin=0.8, plpd_threshold=0.02)
    traces["with_sar"] = dict(base, method="zerosiam_sar", margin=MARGIN, rho=0.05, reset_threshold=0.0)
    write_safetensors(f"{folder}/groupnorm_inputs.safetensors", inputs)
    for name, trace in traces.items():
        run, out, kept = Run(inputs, trace), {}, []
        for number in range(STEPS):
            reported, loss, selected = run.step(number)
            out[f"step{number}.logits"], out[f"step{number}.loss"] = reported, loss
            out[f"step{number}.selected"] = selected
            kept.append(int(selected.sum()))
            if len(run.h) == 1:
                out[f"step{number}.predictor"] = run.h[0].clone()
        for norm in NORMS:
            out["final." + norm] = run.w[norm]
        trace.update(selected_per_step=kept, resets_after_step=[])
        write_safetensors(f"{folder}/{name}.safetensors", out)
    json.dump(traces, open(f"{folder}/index.json", "w"), indent=1)


main()
