#!/usr/bin/env python3
"""Runs clang-tidy on the C++ files that differ from a commit, and says what it finds.

usage: check_tidy.py SOURCE_FOLDER BUILD_FOLDER [--since COMMIT] [--at-most N]

Without --since the files of the last commit and of the working tree are looked at. Of many files the N with the most
changed lines are taken (default 4), and the rest is counted: "--at-most 0" takes all. Files that include LibTorch are left out.
Exit: 0 nothing found, 1 findings, 77 clang-tidy, git or the compile commands are missing.
"""
import argparse
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

GCC_ALONE = {"-fpch-preprocess", "-Winvalid-pch", "-Wno-restrict", "-Wno-maybe-uninitialized"}


def skip(why):
    print("skipped: " + why)
    sys.exit(77)


def changed_files(source, since):
    """Paths of files that differ from the commit, the most changed first."""
    run = subprocess.run(["git", "-C", source, "diff", "--numstat", "-M", "--diff-filter=d", since, "--", "*.cpp"],
                         capture_output=True, text=True)
    if run.returncode != 0:
        skip("git knows no commit " + since + " here")
    rows = [line.split("\t") for line in run.stdout.splitlines()]
    rows = [(int(added) + int(gone), path.split(" => ")[-1].rstrip("}")) for added, gone, path in rows if added != "-"]
    return [path for lines, path in sorted(rows, reverse=True) if lines > 0]


def reads_torch(source, path, seen):
    """Whether a file includes LibTorch's headers, through ours too: clang 14 does not get through those of 1.13."""
    if path in seen or not (source / path).exists():
        return False
    seen.add(path)
    text = (source / path).read_text(encoding="utf-8")
    if re.search(r"#\s*include <(ATen|torch|c10)/", text):
        return True
    return any(reads_torch(source, other, seen) for other in re.findall(r'#\s*include "([^"]+)"', text))


def commands_for_clang(build, folder):
    """The build's compile commands without what GCC alone understands: its precompiled headers above all."""
    entries = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
    for entry in entries:
        words, kept = shlex.split(entry["command"]), []
        while words:
            word = words.pop(0)
            if word == "-include" and words[0].endswith("cmake_pch.hxx"):
                words.pop(0)
            elif word not in GCC_ALONE:
                kept.append(word)
        start = next(i for i, word in enumerate(kept) if word.endswith(("/c++", "/g++", "/clang++")))
        entry["command"] = shlex.join(kept[start:])
    (folder / "compile_commands.json").write_text(json.dumps(entries), encoding="utf-8")
    return {entry["file"] for entry in entries}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--since", default="HEAD~1")
    parser.add_argument("--at-most", type=int, default=4)
    given = parser.parse_args()
    tidy = shutil.which("clang-tidy-14") or shutil.which("clang-tidy")
    if tidy is None or shutil.which("git") is None:
        skip("clang-tidy and git are needed")
    if not (given.build / "compile_commands.json").exists():
        skip(f"{given.build}/compile_commands.json is not there")
    source = pathlib.Path(given.source).resolve()
    with tempfile.TemporaryDirectory() as folder:
        built = commands_for_clang(given.build, pathlib.Path(folder))
        changed = [path for path in changed_files(str(source), given.since) if str(source / path) in built]
        files = [str(source / path) for path in changed if not reads_torch(source, path, set())]
        taken = files if given.at_most == 0 else files[:given.at_most]
        print(f"{len(taken)} of {len(changed)} changed files are looked at; {len(changed) - len(files)} include LibTorch")
        if not taken:
            return 0
        found = subprocess.run([tidy, "-p", folder, "--quiet", "--warnings-as-errors=*", *taken],
                               capture_output=True, text=True)
        print(found.stdout, end="")
        if found.returncode != 0:
            print(found.stderr, end="", file=sys.stderr)
        return 1 if found.returncode != 0 else 0


if __name__ == "__main__":
    sys.exit(main())
