#!/usr/bin/env bash
# Runs every fault against a real process and puts what came, and in what time, into the tables in docs/reliability.md.
# Usage: build/fault-matrix.sh [test filter]
#   GURU_FULL_BOUNDS=1   20 runs, 1000 hung reports, and the promised times are checked (10 minutes; for a machine with nothing else to do)
#   GURU_SOAK_SECONDS=n  how long the soak is (8; build/soak.sh gives it 600)
# With a filter only the rows of those tests are replaced.
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
filter=${1:-FullyQualifiedName~.Faults.|FullyQualifiedName~.Systemd.}
rows=$(mktemp -d)
trap 'rm -rf "$rows"' EXIT
document=docs/reliability.md

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build test/GuruReports.EndToEnd.Tests --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary
load=$(cut -d' ' -f1 /proc/loadavg)
status=0
GURU_FAULT_MATRIX=$rows dotnet test test/GuruReports.EndToEnd.Tests --no-build --configuration "$configuration" --verbosity quiet \
  --logger 'console;verbosity=minimal' --filter "$filter" || status=1

# What stands between two marks, without the marks.
between() { sed -n "/<!-- $1: begin -->/,/<!-- $1: end -->/p" "$document" | sed '1d;$d'; }

# Puts a file between two marks.
put() {
  awk -v from="<!-- $1: begin -->" -v to="<!-- $1: end -->" -v text="$2" '
    $0 == from { print; while ((getline line < text) > 0) print line; skipping = 1; next }
    $0 == to { skipping = 0 }
    !skipping { print }
  ' "$document" > "$rows/document"
  cat "$rows/document" > "$document"
}

# Rows that were not run this time stay as they are, where a filter was given.
if [ $# -gt 0 ]; then
  between 'fault matrix' | { grep -E '^\| [A-Z][0-9]+ ' || true; } | while IFS= read -r line; do
    name=$(cut -d' ' -f2 <<<"$line")
    [ -e "$rows/$name" ] || printf '%s\n' "$line" > "$rows/$name"
  done
fi

{
  echo '| Row | Fault | What came | Started after | There after |'
  echo '|---|---|---|---|---|'
  for row in $(find "$rows" -maxdepth 1 -name '[A-Z][0-9]*' -printf '%f\n' | sort -V); do
    cat "$rows/$row"
  done
} > "$rows/table"
put 'fault matrix' "$rows/table"

if [ -e "$rows/promises" ]; then
  form=short
  [ "${GURU_FULL_BOUNDS:-}" != 1 ] || form=full
  {
    echo "Taken in the $form form on $(nproc) processors, load average $load before and $(cut -d' ' -f1 /proc/loadavg) after, .NET $(dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \([^ ]*\).*/\1/p' | tail -1), Linux $(uname -r | cut -d- -f1)."
    echo
    echo '| Promise | At most | Measured | |'
    echo '|---|---|---|---|'
    sort -V "$rows/promises"
  } > "$rows/promised"
  put promises "$rows/promised"
  cat "$rows/promised"
fi

echo "$(grep -c '^| [A-Z][0-9]' "$rows/table") rows in $document"
exit "$status"
