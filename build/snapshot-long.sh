#!/usr/bin/env bash
# The long runs of the snapshot, each with a summary of counts at its end. For a machine with nothing else to do.
# Usage: build/snapshot-long.sh truth [snapshots]     what snapshots tell of a known process, in each mode of collector
#                                                     and compiler (default 50 a mode, 5 modes; 8 to 15 minutes)
#        build/snapshot-long.sh service [snapshots]   a Kestrel service under load with forced collections
#                                                     (default 1000; 12 to 20 minutes)
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
started=$SECONDS

truth() {
  local summary status=0
  summary=$(mktemp)
  dotnet build test/GuruReports.SnapshotAnalysis.Tests --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary
  GURU_LONG=1 GURU_LONG_COUNT=${1:-50} GURU_SUMMARY=$summary dotnet test test/GuruReports.SnapshotAnalysis.Tests --no-build \
    --configuration "$configuration" --filter 'FullyQualifiedName~ZooSnapshotTests&FullyQualifiedName~AgreesWithTruth' || status=1
  sort "$summary"
  awk '{ n += $1; d += $3 } END { print n + 0 " snapshots compared, " d + 0 " differences" }' "$summary"
  rm -f "$summary"
  return "$status"
}

service() {
  local outcome
  dotnet build test/GuruReports.SnapshotTarget --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary
  outcome=$(mktemp)
  dotnet "test/GuruReports.SnapshotTarget/bin/$configuration/net10.0/GuruReports.SnapshotTarget.dll" load "${1:-1000}" | tee "$outcome"
  value() { sed -n "s/^$1=//p" "$outcome"; }
  echo "$(value read) of ${1:-1000} snapshots read, $(value secondAttempts) by a second attempt; $(value requests) requests, $(value failedRequests) failed;" \
    "$(value ownChildren) children of the service, $(value lostChildren) lost; $(value children) processes left, $(value descriptorGrowth) descriptors and $(value residentGrowthMegabytes) MB more"
  rm -f "$outcome"
}

case ${1:-} in
  truth | service) "$@" ;;
  *) sed -n '3,6s/^# //p' "$0" >&2; exit 2 ;;
esac
echo "took $((SECONDS - started)) s"
