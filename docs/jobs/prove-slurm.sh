#!/bin/sh
# Proves slurm-array.sh on this machine: a Slurm of two nodes, a class of 40, a node that is lost midway.
# The merged grades must be those of one machine, byte for byte.
#
#   sh docs/jobs/prove-slurm.sh        on Debian or Ubuntu, as root, from the root of the course
#
# It installs slurm-wlm and munge from the distribution, keeps everything else in target/slurm, and ends
# what it has started.

set -eu
[ "$(id -u)" = 0 ] || { echo "Slurm's daemons are started here: this must be root's" >&2; exit 2; }
[ -f docs/jobs/slurm-array.sh ] || { echo "run it from the root of the course" >&2; exit 2; }

work=$PWD/target/slurm
rm -rf "$work"
mkdir -p "$work/state" "$work/munge" "$work/submissions"

say() { printf '%s\n' "-- $*"; }

# Until a command succeeds, for two minutes at most.
until_true() {
    what=$1
    shift
    turn=0
    until "$@"; do
        turn=$((turn + 1))
        [ $turn -lt 1200 ] || { echo "this did not happen: $what" >&2; exit 1; }
        sleep 0.1
    done
}

end_all() {
    for file in "$work"/*.pid "$work"/munge/*.pid; do
        [ -f "$file" ] && kill "$(cat "$file")" 2>/dev/null || true
    done
}
trap end_all EXIT

say "Slurm, from the distribution"
if ! command -v slurmctld slurmd munged sbatch >/dev/null; then
    apt-get -qq update
    DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends slurm-wlm munge
fi

say "a class of 40"
number=0
while [ $number -lt 40 ]; do
    for answer in solutions/01-gather/wrong/*.rs solutions/01-gather/right/*.rs; do
        [ $number -lt 40 ] || break
        number=$((number + 1))
        lesson=$work/submissions/$(printf 'student-%02d' $number)/exercises/01-gather/src
        mkdir -p "$lesson"
        { cat "$answer"; echo "// $number"; } >"$lesson/lib.rs"
    done
done
# Some that do not compile.
for number in 07 19 33; do
    echo "fn" >>"$work/submissions/student-$number/exercises/01-gather/src/lib.rs"
done

say "graded on one machine"
cargo build --quiet --profile runner --package xtask-grade
cargo xtask grade "$work/submissions" --exercise 01 --seed 2026 --out "$work/one-machine"

say "two nodes"
chown munge "$work/munge"
chmod 711 "$work" "$work/munge"
dd if=/dev/urandom of="$work/munge/key" bs=1024 count=1 2>/dev/null
chown munge "$work/munge/key"
chmod 400 "$work/munge/key"
# Above it are folders that are not munge's to judge.
runuser -u munge -- munged --force --key-file="$work/munge/key" --socket="$work/munge/socket" \
    --pid-file="$work/munge/munged.pid" --log-file="$work/munge/log" --seed-file="$work/munge/seed"
host=$(hostname -s)
cat >"$work/slurm.conf" <<END
ClusterName=proof
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=16817
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$work/munge/socket
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
StateSaveLocation=$work/state
SlurmctldPidFile=$work/slurmctld.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdPidFile=$work/slurmd-%n.pid
SlurmdLogFile=$work/slurmd-%n.log
SlurmdSpoolDir=$work/spool-%n
SlurmdParameters=config_overrides
SlurmdTimeout=10
NodeName=one NodeHostname=$host NodeAddr=127.0.0.1 Port=17001 CPUs=1
NodeName=two NodeHostname=$host NodeAddr=127.0.0.1 Port=17002 CPUs=1
PartitionName=class Nodes=one,two Default=YES State=UP
END
export SLURM_CONF="$work/slurm.conf"
mkdir "$work/spool-one" "$work/spool-two"
slurmctld
slurmd -N one
slurmd -N two
both_idle() { [ "$(sinfo -h -N -t idle 2>/dev/null | wc -l)" = 2 ]; }
until_true "two idle nodes" both_idle
sinfo

say "an array of 4"
submit() {
    sbatch --parsable --output="$work/%A-%a.log" "$@" docs/jobs/slurm-array.sh \
        "$work/submissions" "$work/array" --exercise 01 --seed 2026
}
# Slurm can submit again by itself what a lost node ran; here we want to see it lost.
submit --no-requeue
on_two() { squeue -h -w two -t R -o '%A %K' | head -n 1; }
midway() {
    lost=$(on_two)
    part=${lost#* } job=${lost% *}
    [ -n "$lost" ] && [ ! -e "$work/array/part-$part/class.json" ] &&
        [ "$(find "$work/array/part-$part/results" -name '*.json' 2>/dev/null | wc -l)" -ge 2 ]
}
until_true "a part that is half graded on node two" midway

say "node two is lost, with part $part on it"
kill -9 "$(cat "$work/slurmd-two.pid")"
for process in /proc/[0-9]*; do
    if tr '\0' '\n' 2>/dev/null <"$process/environ" | grep -qx "SLURM_JOB_ID=$job" ||
        tr '\0' ' ' 2>/dev/null <"$process/cmdline" | grep -q "^slurmstepd: \[$job\."; then
        kill -9 "${process#/proc/}" 2>/dev/null || true
    fi
done
rm "$work/slurmd-two.pid"
queue_is_empty() { [ -z "$(squeue -h)" ]; }
until_true "an empty queue" queue_is_empty
sinfo

missing=
for k in 1 2 3 4; do
    [ -e "$work/array/part-$k/class.json" ] || missing=$missing,$k
done
missing=${missing#,}
[ "$missing" = "$part" ] || { echo "part $part should be missing, not: $missing" >&2; exit 1; }
if cargo xtask grade merge "$work"/array/part-* --out "$work/merged"; then
    echo "a class was merged that is not graded to the end" >&2
    exit 1
fi

say "part $part is submitted again: $(find "$work/array/part-$part/results" -name '*.json' | wc -l) of" \
    "its results are there"
submit --array="$missing"
until_true "an empty queue" queue_is_empty

say "merged, and compared"
cargo xtask grade merge "$work"/array/part-* --out "$work/merged"
diff -r "$work/one-machine" "$work/merged"
[ "$(find "$work/merged/results" -name '*.json' | wc -l)" = 40 ]
say "proved"
