#!/usr/bin/env bash
# Runs the sick scenarios once each and the healthy ones many times; prints the scores: scenario, first finding, right or wrong.
# Usage: build/scenarios.sh [runs of each healthy one, default 20] [runs of each sick one, default 1]
#        GURU_SCENARIO=deadlock,convoy build/scenarios.sh 1 5
# Takes about 10 minutes for "20 1" on two idle cores; two scenarios run at once.
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export GURU_HEALTHY_RUNS=${1:-20} GURU_SICK_RUNS=${2:-1}
dotnet build examples/Scenarios --configuration "$configuration" --verbosity quiet
dotnet build test/GuruReports.EndToEnd.Tests --configuration "$configuration" --verbosity quiet
started=$SECONDS
status=0
for kind in Sick Variant Unseen Healthy; do
  printf '\n== %s\n' "$kind"
  dotnet test test/GuruReports.EndToEnd.Tests --no-build --configuration "$configuration" \
    --filter "FullyQualifiedName~ScenarioTests&DisplayName~$kind" --logger "console;verbosity=detailed" |
    sed -nE '/^ *[0-9]+ of [0-9]+ |^ {6,}[^ \[]|^ *(Sick|Variant|Unseen|Healthy): /p' || status=1
done
printf '\n%s minutes\n' $(((SECONDS - started + 30) / 60))
exit $status
