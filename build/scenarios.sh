#!/usr/bin/env bash
# Runs every scenario many times and prints the score: scenario, first finding, right or wrong.
# Usage: build/scenarios.sh [runs]            default 20
#        GURU_SCENARIO=deadlock,convoy build/scenarios.sh 5
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export GURU_LONG=1 GURU_RUNS=${1:-20}
dotnet build examples/Scenarios --configuration "$configuration" --verbosity quiet
dotnet build test/GuruReports.EndToEnd.Tests --configuration "$configuration" --verbosity quiet
dotnet test test/GuruReports.EndToEnd.Tests --no-build --configuration "$configuration" \
  --filter "FullyQualifiedName~ScenarioTests" --logger "console;verbosity=detailed" |
  grep -E '^ *[0-9]+ of [0-9]+ |^ {6,}|(Sick|Variant|Healthy): |Passed|Failed'
