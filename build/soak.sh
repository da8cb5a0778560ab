#!/usr/bin/env bash
# Asks a service under load for reports every 200 ms from three senders, and checks that no request is lost and that
# memory, descriptors, threads and latency stay as they were. For a machine with nothing else to do. Row J1 of the
# table in docs/reliability.md tells what came of it.
# Usage: build/soak.sh [seconds]     (default 600, and up to 3 minutes before; CI runs the same test for some seconds, with wide bounds)
set -euo pipefail
cd "$(dirname "$0")/.."

export GURU_SOAK_SECONDS=${1:-600} GURU_FULL_BOUNDS=${GURU_FULL_BOUNDS:-1}
build/fault-matrix.sh 'FullyQualifiedName~Faults.SoakTests'
grep '^| J1 ' docs/reliability.md
