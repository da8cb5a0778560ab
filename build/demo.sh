#!/usr/bin/env bash
# Starts the example service, sends it SIGUSR1, prints the report that came, and stops it.
set -euo pipefail
cd "$(dirname "$0")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
example=examples/WorkerService
log=$(mktemp -d)
: >"$log/out" >"$log/err"
echo "building the example: a minute or two the first time" >&2
dotnet build "$example" --configuration Release --nologo >"$log/build" || { cat "$log/build"; exit 1; }
dotnet "$example/bin/Release/net10.0/WorkerService.dll" --contentRoot "$PWD/$example" >>"$log/out" 2>>"$log/err" &
service=$!
trap 'kill "$service" 2>/dev/null || true; rm -rf "$log"' EXIT

# Waits until a line is in a file, for at most 60 seconds.
wait_for() {
  for _ in $(seq 600); do
    if grep -q "$1" "$2"; then return 0; fi
    kill -0 "$service" 2>/dev/null || break
    sleep 0.1
  done
  echo "the service did not say '$1':" >&2
  cat "$log/out" "$log/err" >&2
  return 1
}

wait_for 'Application started' "$log/out"
kill -USR1 "$service"
wait_for '^GuruMeditation: report .* written' "$log/err"

cat "$log/err"
kill -TERM "$service"
wait "$service"
