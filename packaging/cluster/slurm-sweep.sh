#!/bin/bash
# One experiment over many seeds, one seed per task of a Slurm array.
#
#   sbatch --array=0-9 packaging/cluster/slurm-sweep.sh
#   sbatch --array=0-4 packaging/cluster/slurm-sweep.sh --preset switches --set stream.images=10000
#
# What stands behind the script's name goes to "collapse-lab-cli run" as it is. Each task writes to a folder of
# its own, OUT/seed-N. Environment: LAB_CLI, the program (default: the one on the PATH); OUT, the folder of all
# results (default: out/sweep); LAB_DATA_DIR, the folder with Fashion-MNIST where it is not installed.
# Outside Slurm one seed runs:  SLURM_ARRAY_TASK_ID=3 packaging/cluster/slurm-sweep.sh
#SBATCH --job-name=collapse-lab
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=01:00:00
#SBATCH --output=collapse-lab-%A-%a.log
set -euo pipefail

program=${LAB_CLI:-collapse-lab-cli}
seed=${SLURM_ARRAY_TASK_ID:-0}
out=${OUT:-out/sweep}/seed-$seed

exec "$program" run "$@" \
    --set "stream.seed=$seed" \
    --set "threads=${SLURM_CPUS_PER_TASK:-0}" \
    --out "$out"
