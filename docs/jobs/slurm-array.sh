#!/bin/sh
# Grades a class as a Slurm array: one task, one part of the class, one folder of grades.
#
#   cargo build --profile runner -p xtask-grade          once, where you submit
#   sbatch docs/jobs/slurm-array.sh SUBMISSIONS GRADES --seed N [OPTION…]
#   cargo xtask grade merge GRADES/part-* --out GRADES/all
#
# Submit from the root of the course. Course, SUBMISSIONS and GRADES must be on a disk that all nodes
# see, as must the Rust toolchain; every node needs bubblewrap. OPTION is one of `cargo xtask grade`'s,
# the same for all parts: --seed (all of them need the same one), --roster, --extra-tests, --exercise.
#
# A task that was lost goes on where it was: submit it alone, with --array=3 before the script's name.
# For other than four parts say both: PARTS=8 sbatch --array=1-8 docs/jobs/slurm-array.sh …
#
#SBATCH --job-name=grade
#SBATCH --array=1-4
#SBATCH --nodes=1
#SBATCH --ntasks=1

set -eu
submissions=$1 grades=$2
shift 2

cd "$SLURM_SUBMIT_DIR"
part=$SLURM_ARRAY_TASK_ID
exec cargo xtask grade "$submissions" --shard "$part/${PARTS:-4}" --out "$grades/part-$part" "$@"
