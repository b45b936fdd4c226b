#!/bin/bash
# A sweep or a figure on one machine without Slurm: so many processes at a time, each with its part of the
# cells and its share of the cores, and their results put together at the end.
#
#   packaging/cluster/local-xargs.sh 4 sweep grid.json --out out/grid
#
# A signal goes to all of them; the same call goes on from there. Environment: LAB_CLI, the program (default:
# the one on the PATH). Exit codes: those of collapse-lab-cli; 1 where a process failed; 2 wrong usage.
set -uo pipefail

if [ $# -lt 2 ] || ! [[ $1 =~ ^[1-9][0-9]*$ ]]; then
    echo "usage: local-xargs.sh PROCESSES COMMAND ARGUMENTS…" >&2
    exit 2
fi
processes=$1
shift
program=${LAB_CLI:-collapse-lab-cli}
cores=$(($(nproc) / processes))
[ "$cores" -ge 1 ] || cores=1

# xargs itself must outlive the signals that its children are to have.
set -m
came=
trap 'came=INT; kill -INT -- "-$all"' INT
trap 'came=TERM; kill -TERM -- "-$all"' TERM
trap 'came=USR1; kill -USR1 -- "-$all"' USR1
(
    trap '' INT TERM USR1
    seq "$processes" | xargs -P "$processes" -I{} env --default-signal=INT,TERM,USR1 \
        "$program" "$@" --shard "{}/$processes" --cores "$cores"
) &
all=$!
wait "$all"
while kill -0 "$all" 2>/dev/null; do # a trap has cut the waiting short
    wait "$all"
done
wait "$all" # tells the code as often as it is asked
code=$?
if [ -n "$came" ]; then
    exit 3
elif [ "$code" -ne 0 ]; then
    exit 1
fi
exec "$program" "$@" --merge
