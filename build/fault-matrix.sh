#!/usr/bin/env bash
# Runs every fault against a real process and puts what came, and in what time, into the table in docs/reliability.md.
# Usage: build/fault-matrix.sh            (GURU_FULL_BOUNDS=1 checks the promised times, for a machine with nothing else to do)
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
rows=$(mktemp -d)
trap 'rm -rf "$rows"' EXIT

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build test/GuruReports.EndToEnd.Tests --configuration "$configuration" --verbosity quiet
status=0
GURU_FAULT_MATRIX=$rows dotnet test test/GuruReports.EndToEnd.Tests --no-build --configuration "$configuration" \
  --filter 'FullyQualifiedName~.Faults.|FullyQualifiedName~.Systemd.' || status=1

table=$rows/table
{
  echo '| Row | Fault | What came | Started after | There after |'
  echo '|---|---|---|---|---|'
  for row in $(find "$rows" -maxdepth 1 -name '[A-Z][0-9]*' -printf '%f\n' | sort -V); do
    cat "$rows/$row"
  done
} > "$table"

# Between the two marks stands nothing but this table.
awk -v table="$table" '
  /<!-- fault matrix: begin -->/ { print; while ((getline line < table) > 0) print line; skipping = 1; next }
  /<!-- fault matrix: end -->/ { skipping = 0 }
  !skipping { print }
' docs/reliability.md > "$rows/document"
cat "$rows/document" > docs/reliability.md
echo "$(grep -c '^| [A-Z][0-9]' "$table") rows written to docs/reliability.md"
exit "$status"
