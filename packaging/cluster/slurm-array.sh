#!/bin/bash
# A sweep or a figure as a Slurm array: each task runs its part of the cells, whose numbers it takes from
# SLURM_ARRAY_TASK_*. What stands behind the script's name goes to collapse-lab-cli as it is.
#
#   sbatch --array=0-99 packaging/cluster/slurm-array.sh sweep grid.json --out out/grid
#   sbatch --array=1-10 packaging/cluster/slurm-array.sh reproduce fig2a --out out/results
#   sbatch --array=3,7-9 packaging/cluster/slurm-array.sh sweep grid.json --out out/grid --cells task
#
# The last runs the cells that --merge has printed, one per task. Two minutes before the end of its time Slurm
# sends SIGUSR1: the task gives the run in flight up, and is queued again, at most LAB_REQUEUES times
# (default: 20). What scancel ends stays ended. Environment: LAB_CLI, the program (default: the one on the
# PATH); LAB_DATA_DIR, the folder with the data.
#SBATCH --job-name=collapse-lab
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=2G
#SBATCH --time=01:00:00
#SBATCH --signal=B:USR1@120
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=collapse-lab-%A-%a.log
set -uo pipefail

program=${LAB_CLI:-collapse-lab-cli}
"$program" "$@" &
child=$!
warned=
trap 'warned=yes; kill -USR1 "$child"' USR1
trap 'kill -TERM "$child"' TERM
wait "$child"
while kill -0 "$child" 2>/dev/null; do # a trap has cut the waiting short
    wait "$child"
done
wait "$child" # tells the code as often as it is asked
code=$?

if [ "$code" -eq 3 ] && [ -n "$warned" ]; then
    if [ "${SLURM_RESTART_COUNT:-0}" -lt "${LAB_REQUEUES:-20}" ]; then
        echo "slurm-array.sh: queued again, after ${SLURM_RESTART_COUNT:-0} times before"
        scontrol requeue "$SLURM_JOB_ID"
    else
        echo "slurm-array.sh: not queued again, after $SLURM_RESTART_COUNT times: is --time too short for a run?" >&2
    fi
fi
exit "$code"
