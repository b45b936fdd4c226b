#!/bin/sh
# Checks that every C++ file is written as clang-format writes it, and names those that are not.
# usage: check_format.sh SOURCE_FOLDER        exit: 0 well, 1 not, 77 clang-format is missing
set -eu
cd "$1"
case $(clang-format --version 2>/dev/null || true) in
*"version 14."*) ;;
*) echo "skipped: clang-format 14 is not installed"; exit 77 ;;
esac
find core ui app tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format --dry-run -Werror
