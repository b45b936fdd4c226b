#!/bin/bash
# Sweeps on a real Slurm: munged, slurmctld and slurmd of one node, started here in a folder of their own and
# stopped at the end. A sweep of six cells is run whole without Slurm, as an array of three tasks, as an array
# one of whose tasks is killed with -9, as a task that is warned (SIGUSR1) and one that is told to end (SIGTERM),
# both queued again, and as tasks of srun. All must give the same bytes; what scancel ends must stay ended.
# usage: slurm.sh PROGRAM        exit: 0 well, 1 not, 77 Slurm is not here or does not start
set -uo pipefail

program=$1
scripts=$(cd -- "$(dirname -- "$0")/../../packaging/cluster" && pwd)
PATH=$PATH:/usr/sbin:/sbin
patience=240 # seconds, for each job

for tool in munged slurmctld slurmd sbatch srun scancel scontrol squeue sinfo; do
    command -v "$tool" >/dev/null || { echo "skipped: $tool is not installed (slurm-wlm and munge)"; exit 77; }
done
"$program" data 2>/dev/null | grep -A 1 '^fashion-mnist' | grep -q 'found in' || { echo "skipped: Fashion-MNIST is not here"; exit 77; }

scratch=$(mktemp -d)
chmod 755 "$scratch"
export SLURM_CONF=$scratch/slurm.conf

# shellcheck disable=SC2317  # a trap calls it
clean_up() {
    scancel --user="$(id -un)" >/dev/null 2>&1
    for daemon in slurmd slurmctld munged; do
        [ -s "$scratch/$daemon.pid" ] && kill "$(cat "$scratch/$daemon.pid")" 2>/dev/null
    done
    sleep 0.5
    rm -rf "$scratch"
}
trap clean_up EXIT

fail() {
    echo "failed: $1"
    tail -n 20 "$scratch"/log-* "$scratch"/*.log 2>/dev/null
    exit 1
}

start_slurm() {
    local host me port
    host=$(hostname -s)
    me=$(id -un)
    port=$((20000 + $$ % 20000))
    mkdir -p "$scratch/munge" "$scratch/state" "$scratch/spool"
    (umask 077 && head -c 1024 /dev/urandom >"$scratch/munge/key")
    cat >"$SLURM_CONF" <<CONF
ClusterName=lab
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=$me
SlurmdUser=$me
AuthType=auth/munge
AuthInfo=socket=$scratch/munge/socket,cred_expire=2
CredType=cred/munge
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool
SlurmctldPidFile=$scratch/slurmctld.pid
SlurmdPidFile=$scratch/slurmd.pid
SlurmctldLogFile=$scratch/slurmctld.log
SlurmdLogFile=$scratch/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SlurmdParameters=config_overrides
MpiDefault=none
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
SwitchType=switch/none
SchedulerParameters=sched_interval=1,batch_sched_delay=0
KillWait=5
RequeueExit=3
NodeName=$host NodeAddr=127.0.0.1 CPUs=4 RealMemory=16000 State=UNKNOWN
PartitionName=main Nodes=$host Default=YES MaxTime=INFINITE State=UP
CONF
    munged --force --key-file="$scratch/munge/key" --socket="$scratch/munge/socket" \
        --pid-file="$scratch/munged.pid" --log-file="$scratch/munged.log" \
        --seed-file="$scratch/munge/seed" >"$scratch/start.log" 2>&1 &&
        slurmctld -c >>"$scratch/start.log" 2>&1 && slurmd >>"$scratch/start.log" 2>&1
    for _ in $(seq 100); do
        [ "$(sinfo -h -o %T 2>/dev/null)" = idle ] && return 0
        sleep 0.2
    done
    echo "skipped: Slurm does not start here:"
    grep -h -i -E 'error|fatal' "$scratch/start.log" "$scratch"/slurm*.log "$scratch/munged.log" | tail -n 5
    exit 77
}

# until_true COMMAND…: asks until it holds.
until_true() {
    for _ in $(seq $((patience * 5))); do
        "$@" && return 0
        sleep 0.2
    done
    fail "waited $patience s for: $*"
}
is_out() { [ -z "$(squeue -h -j "$1" 2>/dev/null)" ]; }
has_cell() { compgen -G "$1/grid.cells/*.json" >/dev/null; }
has_file() { [ -s "$1" ]; }

submit() { # script, sbatch's options, --, the program's arguments
    local script=$1 options=()
    shift
    while [ "$1" != -- ]; do
        options+=("$1")
        shift
    done
    shift
    sbatch --parsable --output="$scratch/log-%j" --cpus-per-task=1 --mem-per-cpu=100M "${options[@]}" \
        "$scripts/$script" "$@"
}
sweep_in() { echo sweep "$scratch/grid.json" --out "$scratch/$1"; }
expect_same() { # folder
    # shellcheck disable=SC2046  # the scratch folder has no spaces
    "$program" $(sweep_in "$1") --merge >/dev/null || fail "$1: --merge ended with $?"
    cmp "$scratch/whole/grid.csv" "$scratch/$1/grid.csv" || fail "$1: other results"
    cmp "$scratch/whole/grid.json" "$scratch/$1/grid.json" || fail "$1: other results"
    echo "$1: the same bytes after $((SECONDS - since)) s"
    since=$SECONDS
}

# The program, which notes its process beside.
cat >"$scratch/program" <<NOTE
#!/bin/sh
echo \$\$ >"$scratch/process-\${SLURM_JOB_NAME}-\${SLURM_ARRAY_TASK_ID:-0}"
exec "$program" "\$@"
NOTE
chmod +x "$scratch/program"
export LAB_CLI=$scratch/program

cat >"$scratch/grid.json" <<'GRID'
{"version": 1,
 "experiment": {"stream": {"images": 256}, "machine": {"device": "cpu"},
                "lanes": [{"method": "tent"}, {"method": "zerosiam"}]},
 "grid": {"stream.seed": [0, 1, 2], "stream.corruption.severity": [3, 5]}}
GRID

since=$SECONDS
start_slurm
echo "Slurm: $(slurmd -V), up after $((SECONDS - since)) s"
since=$SECONDS

# shellcheck disable=SC2046
"$program" $(sweep_in whole) --cores 1 >/dev/null 2>&1 || fail "without Slurm: $?"
echo "whole: after $((SECONDS - since)) s"
since=$SECONDS

# shellcheck disable=SC2046
job=$(submit slurm-array.sh --array=1-3 --job-name=array -- $(sweep_in array)) || fail "sbatch"
until_true is_out "$job"
grep -q -h 'shard 2/3 (SLURM_ARRAY_TASK_ID=2 of 1-3): 2 of 6 cells' "$scratch"/log-* || fail "no word of the shard"
grep -q -h '1 core (SLURM_CPUS_PER_TASK)' "$scratch"/log-* || fail "no word of the cores"
expect_same array

# shellcheck disable=SC2046
job=$(submit slurm-array.sh --array=0-2 --job-name=killed -- $(sweep_in killed)) || fail "sbatch"
until_true has_file "$scratch/process-killed-1"
kill -9 "$(cat "$scratch/process-killed-1")"
until_true is_out "$job"
# shellcheck disable=SC2046
missing=$("$program" $(sweep_in killed) --merge 2>/dev/null)
code=$?
[ "$code" -eq 4 ] || fail "killed: --merge ended with $code instead of 4"
echo "killed: missing are $missing"
# shellcheck disable=SC2046
job=$(submit slurm-array.sh --array="$missing" --job-name=again -- $(sweep_in killed) --cells task) || fail "sbatch"
until_true is_out "$job"
expect_same killed

# shellcheck disable=SC2046
job=$(submit slurm-array.sh --array=0 --job-name=warned -- $(sweep_in warned)) || fail "sbatch"
until_true has_cell "$scratch/warned"
scancel --signal=USR1 --batch "${job}_0"
until_true is_out "$job"
grep -q -h 'interrupted by SIGUSR1 after [1-5] of 6 runs' "$scratch"/log-* || fail "warned: it was not"
grep -q -h 'queued again, after 0 times' "$scratch"/log-* || fail "warned: not queued again"
expect_same warned

# RequeueExit=3 is the site's own way: the script does nothing.
# shellcheck disable=SC2046
job=$(submit slurm-array.sh --array=0 --job-name=ended -- $(sweep_in ended)) || fail "sbatch"
until_true has_cell "$scratch/ended"
kill -TERM "$(cat "$scratch/process-ended-0")"
until_true is_out "$job"
grep -q -h 'interrupted by SIGTERM after [1-5] of 6 runs' "$scratch"/log-* || fail "ended: it was not"
expect_same ended

# shellcheck disable=SC2046
job=$(submit slurm-array.sh --array=0 --job-name=cancelled -- $(sweep_in cancelled)) || fail "sbatch"
until_true has_cell "$scratch/cancelled"
scancel "${job}_0"
until_true is_out "$job"
# shellcheck disable=SC2046
"$program" $(sweep_in cancelled) --merge >/dev/null 2>&1
[ $? -eq 4 ] || fail "cancelled: expected missing cells"
grep -q -h 'interrupted by SIGTERM after [1-5] of 6 runs' "$scratch/log-$job" || fail "cancelled: no word of it"
[ -z "$(find "$scratch/cancelled" -name '*.part')" ] || fail "cancelled: half a cell"
echo "cancelled: it stayed so, after $((SECONDS - since)) s"
since=$SECONDS

# shellcheck disable=SC2046
job=$(submit slurm-srun.sh --ntasks=3 --job-name=srun -- $(sweep_in srun)) || fail "sbatch"
until_true is_out "$job"
grep -q -h 'shard 3/3 (SLURM_PROCID=2 of 3): 2 of 6 cells' "$scratch"/log-* || fail "srun: no word of the shard"
expect_same srun

# shellcheck disable=SC2046
job=$(submit slurm-srun.sh --ntasks=2 --job-name=srun2 -- $(sweep_in srun2)) || fail "sbatch"
until_true has_cell "$scratch/srun2"
scancel --signal=USR1 "$job" # to the steps, as --signal does
until_true is_out "$job"
grep -q -h 'slurm-srun.sh: queued again' "$scratch"/log-* || fail "srun2: not queued again"
expect_same srun2
