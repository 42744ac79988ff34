#!/bin/sh
# Grades a class on several machines by ssh, with GNU parallel.
#
#   sh docs/jobs/gnu-parallel.sh HOSTS SUBMISSIONS GRADES [OPTION…]
#
# HOSTS is a file with a host a line, as `parallel --sshloginfile` reads it. Run it from the root of the
# course. The course, SUBMISSIONS and GRADES (say where they are from the root of the file system) must
# be on a disk that all hosts see under the same name; every host needs Rust and bubblewrap.
#
# A part that failed is tried once more, on any host, and goes on where it was.

set -eu
hosts=$1 submissions=$2 grades=$3
shift 3
parts=$(grep -c . "$hosts")
# All parts draw the same inputs, also when this is run again.
mkdir -p "$grades"
[ -e "$grades/seed" ] || od -An -N4 -tu4 /dev/urandom | tr -d ' ' >"$grades/seed"
seed=$(cat "$grades/seed")

cargo build --profile runner -p xtask-grade
seq "$parts" | parallel --sshloginfile "$hosts" --jobs 1 --retries 2 --workdir "$PWD" --quote \
    cargo xtask grade "$submissions" --shard "{}/$parts" --seed "$seed" --out "$grades/part-{}" "$@"
cargo xtask grade merge "$grades"/part-* --out "$grades/all"
