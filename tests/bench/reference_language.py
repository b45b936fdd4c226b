#!/usr/bin/python3
"""The arithmetic of language_bench in PyTorch, for comparison: decoding with a cache, and one step of Tent.

reference_language.py LAYERS WIDTH HEADS KEY_HEADS INNER VOCABULARY QUESTIONS TOKENS
"""
import math
import sys
import time

import torch
import torch.nn.functional as F

L, D, H, G, I, V, B, A = (int(x) for x in sys.argv[1:9])
d = D // H
torch.manual_seed(1)


def matrix(out, inputs):
    return torch.randn(out, inputs) / math.sqrt(inputs)


embedding = matrix(V, D)
layers = [dict(q=matrix(H * d, D), k=matrix(G * d, D), v=matrix(G * d, D), o=matrix(D, H * d), gate=matrix(I, D),
               up=matrix(I, D), down=matrix(D, I), n1=torch.ones(D), n2=torch.ones(D)) for _ in range(L)]
last = torch.ones(D)
gains = [w[n] for w in layers for n in ("n1", "n2")] + [last]
frequencies = 1e4 ** (-torch.arange(0, d, 2).float() / d)


def norm(x, w):
    return w * (x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + 1e-5))


def turned(x, cos, sin):
    rot = torch.cat((-x[..., d // 2:], x[..., :d // 2]), -1)
    return x * cos + rot * sin


def hidden(tokens, cache):
    b, t = tokens.shape
    begin = cache[0][0].shape[2] if cache else 0
    angles = torch.arange(begin, begin + t).float()[:, None] * frequencies
    angles = torch.cat((angles, angles), -1)
    cos, sin = angles.cos(), angles.sin()
    s = begin + t
    mask = torch.ones(t, s, dtype=torch.bool).tril(s - t)
    x = F.embedding(tokens, embedding)
    for i, w in enumerate(layers):
        y = norm(x, w["n1"])
        q = turned(F.linear(y, w["q"]).view(b, t, H, d).transpose(1, 2), cos, sin)
        k = turned(F.linear(y, w["k"]).view(b, t, G, d).transpose(1, 2), cos, sin)
        v = F.linear(y, w["v"]).view(b, t, G, d).transpose(1, 2)
        if cache is not None:
            if i < len(cache):
                k, v = torch.cat((cache[i][0], k), 2), torch.cat((cache[i][1], v), 2)
                cache[i] = (k, v)
            else:
                cache.append((k, v))
        k, v = k.repeat_interleave(H // G, 1), v.repeat_interleave(H // G, 1)
        scores = (q @ k.transpose(2, 3) / math.sqrt(d)).masked_fill(~mask, -math.inf)
        x = x + F.linear((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, t, H * d), w["o"])
        y = norm(x, w["n2"])
        x = x + F.linear(F.silu(F.linear(y, w["gate"])) * F.linear(y, w["up"]), w["down"])
    return norm(x, last)


def answer(tokens):
    cache, said = [], []
    with torch.no_grad():
        for _ in range(A):
            tokens = F.linear(hidden(tokens, cache)[:, -1], embedding).argmax(-1, keepdim=True)
            said.append(tokens)
    return torch.cat(said, 1)


questions = torch.arange(1000, 1000 + B)[:, None].expand(B, 48)
for count in (1, B):
    start = time.time()
    answer(questions[:count])
    print(f"decoding, {count} at once: {count * A / (time.time() - start):.1f} tokens/s")
for g in gains:
    g.requires_grad_(True)
optimiser = torch.optim.SGD(gains, 0.1, momentum=0.9)
for step in range(2):
    start = time.time()
    said = answer(questions)
    z = hidden(torch.cat((questions, said), 1)[:, :-1], None)[:, 47:].reshape(-1, D)
    log_p = F.linear(z, embedding).log_softmax(-1)
    loss = -(log_p.exp() * log_p).sum(-1).mean()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
print(f"Tent: {time.time() - start:.2f} s a step of {B} questions and {B * A} rows")
