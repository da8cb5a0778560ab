#!/usr/bin/env bash
# Starts the services of the product, lets the engine get stuck, asks each of them for a report with kill -USR1, and shows
# that the sick one names its cause. Then all of them in one process.
# Usage: examples/HeatServices/run.sh [--no-build]
# HEAT_DATABASE='Host=…;Username=…' takes PostgreSQL instead of a file of SQLite, HEAT_REDIS=host:port a queue in Redis,
# HEAT_RABBITMQ=amqp://… one in RabbitMQ.
set -euo pipefail
cd "$(dirname "$0")"

configuration=${CONFIGURATION:-Release}
work=$(mktemp -d)
declare -A pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait
  pids=()
}
trap 'for pid in "${pids[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done; rm -rf "$work"' EXIT

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_ENVIRONMENT=Production ASPNETCORE_ENVIRONMENT=Production
export Heat__Database=${HEAT_DATABASE:-Data Source=$work/heat.db} Heat__Redis=${HEAT_REDIS:-} Heat__RabbitMq=${HEAT_RABBITMQ:-}
base=$(( (RANDOM % 400) * 10 + 20000 ))
export Heat__PortBase=$base

if [ "${1:-}" != --no-build ]; then
  dotnet build HeatAll -c "$configuration" -v q -nologo
  for program in HeatApi HeatApiCfn HeatApiCloudWatch HeatEngine; do dotnet build "$program" -c "$configuration" -v q -nologo --no-dependencies; done
fi

fail() { echo "FAILED: $1"; tail -n 40 "$work"/*.out "$work"/*.err; exit 1; }

# Waits until a command succeeds, for at most 60 seconds.
until_true() {
  local what=$1; shift
  for _ in $(seq 600); do if "$@"; then return 0; fi; sleep 0.1; done
  fail "$what"
}

started() { [ "$(grep -c 'Application started' "$work/$1.out")" -ge "$2" ]; }

# The services one after the other: each makes the tables that are missing.
start_service() {
  : >"$work/$1.out"
  dotnet "$2/bin/$configuration/net10.0/$2.dll" >>"$work/$1.out" 2>"$work/$1.err" &
  pids[$1]=$!
  until_true "$1 does not start" started "$1" "${3:-1}"
}

stacks() { curl --silent --show-error --fail "http://127.0.0.1:$((base + 4))/v1/stacks"; }
count() { stacks | grep -o "\"$1\"" | wc -l; }
has() { [ "$(count "$1")" -ge "$2" ]; }
put() { curl --silent --show-error --fail --output /dev/null --request "$1" "http://127.0.0.1:$((base + $2))$3"; }

# Prints findings and the product's own sections of a report.
show() {
  awk '/^====  +(.+)  +====$/ { title = $0; gsub(/=|^ +| +$/, "", title); gsub(/^ +| +$/, "", title) }
       title == "Findings" || title ~ /^(Stacks in Progress|Queue|Stack Locks|Operations|Requests)/ { if ($0 !~ /^====/) print "    " $0; else if (/[a-z]/) print "  " title }' "$work/$1.err"
}

ask() {
  kill -USR1 "${pids[$1]}"
  until_true "$1 makes no report" grep -q '^GuruMeditation: report .* written' "$work/$1.err"
  echo
  echo "=== $1: $(grep -m1 '^GuruMeditation: report .* written' "$work/$1.err")"
  show "$1"
}

start_service heat-api HeatApi
start_service heat-api-cfn HeatApiCfn
start_service heat-api-cloudwatch HeatApiCloudWatch
start_service heat-engine HeatEngine

for stack in network web cache; do put POST 4 "/v1/stacks/$stack"; done
put GET 0 "/?action=CreateStack&stackName=database"
put POST 3 "/metrics/load?value=0.7"
until_true "the stacks are not made" has CREATE_COMPLETE 4
echo "four stacks are there; two that nest each other are updated at once"

# Whether the two meet is chance, though a likely one.
for attempt in 1 2 3 4 5; do
  put PUT 4 "/v1/stacks/network?nested=web" & first=$!
  put PUT 4 "/v1/stacks/web?nested=network" & second=$!
  wait "$first" "$second"
  sleep 4
  if has UPDATE_IN_PROGRESS 2; then break; fi
done
has UPDATE_IN_PROGRESS 2 || fail "the engine did not get stuck"
put POST 4 "/v1/stacks/late"

for service in heat-api heat-api-cfn heat-api-cloudwatch heat-engine; do ask "$service"; done

grep -q 'DEADLOCK  2 threads wait for each other' "$work/heat-engine.err" || fail "the engine does not name its cause"
grep -q 'StackGraph.UpdateNested' "$work/heat-engine.err" || fail "the engine does not name the method"
for service in heat-api heat-api-cfn heat-api-cloudwatch; do
  if grep -q '  critical, ' "$work/$service.err"; then fail "$service is not sick"; fi
done

# A worker that is stuck cannot be asked to stop: the supervisor's second signal ends the engine.
kill -KILL "${pids[heat-engine]}"; wait "${pids[heat-engine]}" 2>/dev/null || true; unset 'pids[heat-engine]'
stop

echo
echo "all services in one process"
start_service heat-all HeatAll 4
ask heat-all
grep -q '^heat-api, heat-api-cfn, heat-api-cloudwatch, heat-engine ' "$work/heat-all.err" || fail "the report does not name the services"
stop
echo
echo "heat-engine was stuck, and said why; all others were well"
