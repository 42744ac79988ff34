#!/bin/sh
# Gradescope runs this once, as root and with a network, when it builds the autograder's image. It installs
# what is missing, compiles the grader and all that answers stand on, and then grades an empty submission:
# an image that cannot grade is not built. Grading itself needs no network.
set -eu
source=$(cd "$(dirname "$0")" && pwd)
if ! command -v cc >/dev/null; then
    apt-get update
    apt-get install --yes --no-install-recommends ca-certificates curl gcc libc6-dev
fi
if ! command -v cargo >/dev/null && ! [ -x /usr/local/cargo/bin/cargo ]; then
    # Not below /root: answers are compiled by another user, who may not look in there.
    export RUSTUP_HOME=/usr/local/rustup CARGO_HOME=/usr/local/cargo
    umask 022
    curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs |
        sh -s -- -y --no-modify-path --profile minimal --default-toolchain @TOOLCHAIN@
fi
. "$source/environment"
cd "$source/course"
cargo build --locked --profile runner --package xtask-grade
made=$(mktemp -d)
mkdir "$made/submission"
CARGO_NET_OFFLINE=false sh "$source/grade" "$made/submission" "$made/results"
rm -r "$made"
