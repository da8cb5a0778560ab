#!/usr/bin/env bash
# Runs a benchmark beside its peers in one run: threads, snapshot, findings, redaction; idle (what adoption costs), watch (what watching costs), allocations (what a look at them costs) or report (signal to last byte).
# Usage: build/bench.sh threads|snapshot|findings|redaction|idle|watch|allocations|report [arguments]
# threads and report run dotnet-stack too where DOTNET_STACK names it (the executable or its dll).
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -ge 1 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }
exec dotnet run --project test/GuruReports.Benchmarks --configuration Release -- "$@"
