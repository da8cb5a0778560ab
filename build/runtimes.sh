#!/usr/bin/env bash
# Publishes the known processes and the scenarios self-contained with several releases of .NET, holds captures, snapshots and
# reports against the truth there, and prints a table for docs/platforms.md. Ends with 1 where anything differs.
# Usage: build/runtimes.sh [version ...]   default: the lowest and the newest 10.0.x and the newest 11.0.x that can be had
#        GURU_LONG=1 takes 50 snapshots of each process instead of 2; GURU_SCENARIO=deadlock,convoy runs some scenarios only;
#        GURU_RESULTS=folder keeps what each step said.
# About 8 minutes for each version on two idle cores, three of them for the scenarios.
set -uo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
results=${GURU_RESULTS:-$work/results}
mkdir -p "$results"
machine=linux-$(uname -m | sed 's/x86_64/x64/;s/aarch64/arm64/')

# Versions of the runtime that the sources of this machine have, without previews, ascending.
versions() {
  dotnet package search "Microsoft.NETCore.App.Runtime.$machine" --exact-match --format json |
    grep -o '"version": *"[0-9.]*"' | grep -o '[0-9][0-9.]*' | sort -Vu | grep "^$1\."
}

publish() { # project version folder [arguments]
  dotnet publish "$1" --configuration Release --runtime "$machine" --self-contained -p:ServiceRuntime="$2" --output "$3" --verbosity quiet "${@:4}" >"$3.log" 2>&1 ||
    { echo "$1 cannot be published with .NET $2" >&2; grep error "$3.log" | sort -u | head -5 >&2; return 1; }
}

# threads <program>: way, exhibits that were not as they are, time of a capture, pause
threads() {
  "$1" verify --lines >"$2" 2>&1
  sed -nE 's/^([A-Za-z]+): ([0-9]+) exhibits, [0-9]+ threads, ([0-9]+) failures, ([0-9.]+ ms), paused ([0-9.]* ms).*/\1, \3 of \2 wrong, \4, paused \5/p' "$2" | grep . || echo "no capture"
}

# snapshots <program>: snapshots, differences from the truth
snapshots() {
  rm -f "$2.summary"
  GURU_ZOO=$1 GURU_SUMMARY=$2.summary dotnet test test/GuruReports.SnapshotAnalysis.Tests --no-build --configuration Release \
    --filter "FullyQualifiedName~AgreesWithTruth&FullyQualifiedName!~OnDotnet11" --logger "console;verbosity=detailed" >"$2" 2>&1
  awk -F'[ ,]+' '{ taken += $1; wrong += $3 } END { if (taken) print taken " snapshots, " wrong " differences"; else print "no snapshot" }' "$2.summary" 2>/dev/null || echo "no snapshot"
}

# scenarios <program>: how many were right
scenarios() {
  GURU_SCENARIOS=$1 dotnet test test/GuruReports.EndToEnd.Tests --no-build --configuration Release \
    --filter "FullyQualifiedName~ScenarioTests" --logger "console;verbosity=detailed" >"$2" 2>&1
  sed -nE 's/^ *(Sick|Variant|Unseen|Healthy): ([0-9]+) of ([0-9]+) right.*/\2 \3/p' "$2" |
    awk '{ right += $1; all += $2 } END { if (all) print right " of " all " right"; else print "none ran" }'
}

dotnet build GuruReports.Hosting.sln --configuration Release --verbosity quiet -consoleLoggerParameters:NoSummary || exit 1
if [ $# -eq 0 ]; then
  set -- $( { versions 10.0 | sed -n '1p;$p'; versions 11.0 | tail -1; } | uniq)
fi
[ $# -gt 0 ] || { echo "no runtime can be had" >&2; exit 1; }

status=0
printf '| .NET | Threads | with the diagnostics port closed | Snapshots | Scenarios |\n|---|---|---|---|---|\n'
for version; do
  ways=old
  [ "${version%%.*}" -lt 11 ] || ways="old runtime"
  for way in $ways; do
    name=$version
    if [ "$way" = old ]; then
      publish test/GuruReports.ThreadZoo "$version" "$work/threads-$version" || { status=1; continue 2; }
      publish test/GuruReports.AsyncZoo "$version" "$work/async-$version" || { status=1; continue 2; }
      publish examples/Scenarios "$version" "$work/scenarios-$version" || { status=1; continue 2; }
      open=$(threads "$work/threads-$version/GuruReports.ThreadZoo" "$results/$version.threads")
      closed=$(DOTNET_EnableDiagnostics=0 threads "$work/threads-$version/GuruReports.ThreadZoo" "$results/$version.closed")
      right=$(scenarios "$work/scenarios-$version/Scenarios" "$results/$version.scenarios")
      zoo=$work/async-$version
    else
      name="$version, async methods left to the runtime"
      publish test/GuruReports.RuntimeAsyncZoo "$version" "$work/runtime-async-$version" || { status=1; continue; }
      open="" closed="" right="" zoo=$work/runtime-async-$version
    fi
    found=$(snapshots "$zoo/GuruReports.AsyncZoo" "$results/$version.$way.snapshots")
    row="| $name | $open | $closed | $found | $right |"
    printf '%s\n' "$row"
    grep -qE ' [1-9][0-9]* (of [0-9]+ wrong|differences)|no capture|no snapshot|none ran' <<<"$row" && status=1
    read -r one _ all _ <<<"$right"
    [ "${one:-0}" = "${all:-0}" ] || status=1
    rm -rf "$work"/*-"$version"
  done
done
exit $status
