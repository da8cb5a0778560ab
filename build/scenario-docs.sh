#!/usr/bin/env bash
# Runs every scenario once and writes docs/scenarios.md with the findings of its real report.
# Usage: build/scenario-docs.sh
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
dotnet build examples/Scenarios --configuration "$configuration" --verbosity quiet
python3 build/scenario_docs.py "examples/Scenarios/bin/$configuration/net10.0/Scenarios.dll" docs/scenarios.md
