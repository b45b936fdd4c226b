#!/bin/bash
# A sweep or a figure as one Slurm job of many tasks: each runs its part of the cells, whose numbers it takes
# from SLURM_PROCID. What stands behind the script's name goes to collapse-lab-cli as it is.
#
#   sbatch --ntasks=16 packaging/cluster/slurm-srun.sh sweep grid.json --out out/grid
#   sbatch --ntasks=8 --gpus-per-task=1 packaging/cluster/slurm-srun.sh sweep grid.json --out out/grid
#
# Two minutes before the end of its time Slurm sends SIGUSR1 to the tasks: they give the runs in flight up, and
# the job is queued again, at most LAB_REQUEUES times (default: 20). What scancel ends stays ended.
# Environment: LAB_CLI, the program (default: the one on the PATH); LAB_DATA_DIR, the folder with the data.
#SBATCH --job-name=collapse-lab
#SBATCH --ntasks=4
#SBATCH --cpus-per-task=2
#SBATCH --mem-per-cpu=2G
#SBATCH --time=01:00:00
#SBATCH --signal=USR1@120
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=collapse-lab-%j.log
set -uo pipefail

program=${LAB_CLI:-collapse-lab-cli}
# Since Slurm 22.05 srun does not take it from the job.
export SRUN_CPUS_PER_TASK=${SLURM_CPUS_PER_TASK:-1}

# One task that ends early, or fails, leaves the others at work.
srun --kill-on-bad-exit=0 --wait=0 --label "$program" "$@"
code=$?

if [ "$code" -eq 3 ]; then
    if [ "${SLURM_RESTART_COUNT:-0}" -lt "${LAB_REQUEUES:-20}" ]; then
        echo "slurm-srun.sh: queued again, after ${SLURM_RESTART_COUNT:-0} times before"
        scontrol requeue "$SLURM_JOB_ID"
    else
        echo "slurm-srun.sh: not queued again, after $SLURM_RESTART_COUNT times: is --time too short for a run?" >&2
    fi
fi
exit "$code"
