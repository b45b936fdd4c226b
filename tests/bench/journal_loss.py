#!/usr/bin/env python3
"""How much of a run a kill -9 loses: the program is started offscreen on a long default run, several times, and killed
at a random moment. Printed per turn: the records that the journal holds, the age of its last write at the kill (what
was computed since then is lost), and the longest time between two writes. Records that were cut in two would be
counted as broken lines.

    tests/bench/journal_loss.py build/release/bin/collapse-lab [TURNS]
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time


def journal_in(folder):
    names = [n for n in os.listdir(folder) if n.endswith(".jsonl")] if os.path.isdir(folder) else []
    return os.path.join(folder, names[0]) if names else None


def watch(folder, seconds):
    """The times at which the journal grew, until `seconds` after its first record's write."""
    grown, size, end = [], 0, None
    while end is None or time.monotonic() < end:
        file = journal_in(folder)
        now_size = os.path.getsize(file) if file else 0
        if now_size > size:
            size = now_size
            grown.append(time.monotonic())
            if end is None and size > 20000:
                end = time.monotonic() + seconds
        time.sleep(0.002)
    return grown


def turn(program, seconds):
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, XDG_CONFIG_HOME=home, QT_QPA_PLATFORM="offscreen")
        victim = subprocess.Popen([program, "--set", "stream.images=1000000", "--run"], env=environment,
                                  stderr=subprocess.DEVNULL)
        folder = os.path.join(home, "collapse-lab", "journal")
        grown = watch(folder, seconds)
        victim.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        victim.wait()
        lines = open(journal_in(folder), "rb").read().split(b"\n")
        broken = 0 if lines[-1] == b"" else 1
        records = sum(1 for line in lines[:-1] if json.loads(line).get("type") == "record")
        gaps = [b - a for a, b in zip(grown, grown[1:])]
        return records, killed - grown[-1], max(gaps[5:], default=0), broken


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    turns = int(sys.argv[2]) if len(sys.argv) == 3 else 10
    random.seed(1)
    print(f"{'turn':>4} {'records':>8} {'last write, s before the kill':>30} {'longest gap, s':>15} {'broken lines':>13}")
    worst = 0
    for number in range(1, turns + 1):
        records, age, gap, broken = turn(sys.argv[1], random.uniform(2, 5))
        worst = max(worst, age)
        print(f"{number:4} {records:8} {age:30.3f} {gap:15.3f} {broken:13}", flush=True)
    print(f"lost at most: what was computed in {worst:.3f} s")


main()
