#!/usr/bin/env python3
"""Random command lines for collapse-lab-cli, each run as a process of its own.

    tests/fuzz/command_lines.py PROGRAM [SECONDS [SEED]]

Found is: an end by a signal, a hang, a code that is not documented, a fault without a sentence, and an end with 0 where a field
or option that was given did not come to hold. Ends with 1 where anything was found, and prints the command lines.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

WORDS = ["", "0", "1", "-1", "2", "64", "4294967297", "18446744073709551616", "1e400", "nan", "0x10", "1.5", "010", " 1", "true",
         "null", "fog", "tent", "sar", "zerosiam", "vit", "resnet-bn", "default", "x=y", "[]", "{}", '{"seed":3}', "\u00e9", "a" * 300,
         "/dev/null", "/dev/full", "/nowhere/x", ".", "cpu", "mild", "label_shift", "custom"]
FIELDS = {"stream.seed": ["3", "18446744073709551615"], "stream.images": ["64", "100"], "stream.batch_size": ["1", "32"],
          "stream.corruption.kind": ["fog", "snow"], "stream.corruption.severity": ["1", "5"], "stream.scenario": ["mild"],
          "stream.imbalance_ratio": ["3"], "model": ["vit", "resnet-bn"], "precision": ["float64"], "threads": ["1"],
          "lanes[0].method": ["sar", "come", "no_adaptation"], "lanes[1].recipe.alignment.alpha": ["0.5"],
          "lanes[0].recipe.optimiser.rate": ["0.01"], "lanes[2].name": ["still"], "lanes[0].reset": ["batch"],
          "prefetch_threads": ["2"], "cache_mib": ["0"], "lanes[0].recipe.objective": ["come"], "stream.noise_batches": ["2"],
          "stream.segments": ["[]"], "model_options.heads": ["4"], "lanes[0].recipe.frozen_prefixes": ['["layer1"]']}
# Where a specification has the fields that have a short form.
MOVED = {"model": "model.id", "precision": "machine.precision", "threads": "machine.threads",
         "prefetch_threads": "machine.prefetch_threads", "cache_mib": "data.cache_mib", "model_options.heads": "model.options.heads"}
OPTIONS = ["--preset", "--data-dir", "--switch", "--norm", "--heads", "--size", "--mean", "--labels", "--weights", "--save-states",
           "--overwrite", "--set", "--seed", "--seeds", "--jobs", "--steps", "--batch", "--method", "--json", "--check", "--point",
           "--forget", "--severity", "--corruption", "--epochs", "--threads", "--nonsense"]
OTHERS = ["model", "data", "info", "corrupt", "fetch", "lesson", "parity", "drift", "bench", "reproduce", "train", "help", ""]


def run_line(rng, out):
    """A run of 128 pictures at most, and the fields that must hold afterwards."""
    line, wanted = ["run", "--out", out, "--set", "stream.images=64", "--set", "threads=1"], {"stream.images": "64", "threads": "1"}
    for field in rng.sample(sorted(FIELDS), rng.randint(1, 4)):
        value = rng.choice(FIELDS[field])
        if rng.random() < 0.2:
            value = rng.choice(WORDS)
        line += ["--set", f"{field}={value}"]
        wanted[field] = value
    if rng.random() < 0.3:
        line += [rng.choice(OPTIONS), rng.choice(WORDS)]
    if rng.random() < 0.3:
        step, lane = rng.choice(["1", "2", "0", "99", "4294967297", "x"]), rng.choice(["0", "1", "7", "-1"])
        line += ["--switch", f"{step}:lanes[{lane}].recipe.alignment.stop_gradient=false"]
    return line, wanted


def other_line(rng):
    line = [rng.choice(OTHERS)]
    for _ in range(rng.randint(0, 4)):
        line.append(rng.choice(OPTIONS) if rng.random() < 0.6 else rng.choice(WORDS))
    return [word.replace("\0", "") for word in line]


def value_at(specification, path):
    for key in path.replace("[", ".").replace("]", "").split("."):
        if isinstance(specification, list):
            specification = specification[int(key)] if int(key) < len(specification) else None
        else:
            specification = specification.get(key) if isinstance(specification, dict) else None
    return specification


def holds(found, wanted):
    try:
        value = json.loads(wanted)
    except ValueError:
        value = wanted
    if isinstance(value, dict) and isinstance(found, dict):
        return all(found.get(key) == item for key, item in value.items())
    return found == value or found == wanted


def fault_of(program, line, wanted, out):
    try:
        done = subprocess.run([program, *line], capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "no end within 120 s"
    except (ValueError, OSError):
        return None
    code, told = done.returncode, (done.stderr + done.stdout).strip()
    if code < 0 or not (code in (0, 1, 3) or 100 <= code < 128):
        return f"ended with {code}"
    if code != 0:
        return None if told else f"code {code} without a sentence"
    if wanted is None:
        return None
    summary = json.loads(pathlib.Path(out, "summary.json").read_text(encoding="utf-8"))
    for field, value in wanted.items():
        if not holds(value_at(summary["specification"], MOVED.get(field, field)), value):
            return f"{field}={value} was accepted and does not hold"
    return None if summary["complete"] else "code 0 for a run that is not complete"


def main():
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    program, seconds = sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 600
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    end, runs, found = time.monotonic() + seconds, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            runs += 1
            out = f"{folder}/{runs}"
            line, wanted = run_line(rng, out) if rng.random() < 0.5 else (other_line(rng), None)
            if line[0] in ("train", "reproduce", "bench", "drift", "fetch") and wanted is None:
                line.append("--no-such-option")  # refused before hours of work
            fault = fault_of(program, line, wanted, out)
            if fault:
                found += 1
                print(f"{fault}: {line}", flush=True)
    print(f"{runs} command lines, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
