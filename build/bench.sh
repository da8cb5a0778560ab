#!/usr/bin/env bash
# Runs a benchmark beside its peers in one run: threads, snapshot or findings.
# Usage: build/bench.sh threads|snapshot|findings [arguments]
set -euo pipefail
cd "$(dirname "$0")/.."

[ $# -ge 1 ] || { sed -n '2,3s/^# //p' "$0" >&2; exit 2; }
exec dotnet run --project test/GuruReports.Benchmarks --configuration Release -- "$@"
