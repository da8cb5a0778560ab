#!/usr/bin/env bash
# Asks a service under load for reports every 200 ms from three senders, and checks that no request is lost and that
# memory, descriptors, threads and latency stay as they were. For a machine with nothing else to do.
# Usage: build/soak.sh [seconds]     (default 600; CI runs the same test for some seconds, with wide bounds)
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
export GURU_SOAK_SECONDS=${1:-600} GURU_FULL_BOUNDS=${GURU_FULL_BOUNDS:-1}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build test/GuruReports.EndToEnd.Tests --configuration "$configuration" --verbosity quiet
dotnet test test/GuruReports.EndToEnd.Tests --no-build --configuration "$configuration" \
  --filter 'FullyQualifiedName~Faults.SoakTests' --logger 'console;verbosity=detailed'
