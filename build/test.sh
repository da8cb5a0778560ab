#!/usr/bin/env bash
# Restores, builds and runs every test; ends with "N passed, N failed".
# Usage: build/test.sh [extra dotnet test arguments]
set -euo pipefail
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-Release}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# What some tests start; they are skipped, with the reason, where it cannot be had. A developer's machine is left as it is.
if [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  missing=()
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || missing+=(postgresql)
  command -v redis-server >/dev/null || missing+=(redis-server)
  if [ "${#missing[@]}" -gt 0 ]; then
    # The tests start servers of their own; the packages' own ones are not wanted.
    mkdir -p /etc/postgresql-common && echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    { timeout 60 apt-get update -qq && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 timeout 240 apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >"$results/apt.log" 2>&1 \
      || { echo "could not install ${missing[*]}; the tests that need it are skipped"; tail -3 "$results/apt.log"; }
  fi
fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet restore GuruReports.Hosting.sln --verbosity quiet
dotnet build GuruReports.Hosting.sln --no-restore --configuration "$configuration" --verbosity quiet -consoleLoggerParameters:NoSummary

status=0
for project in test/*.Tests/*.Tests.csproj; do
  name=$(basename "$project" .csproj)
  echo "== $name"
  dotnet test "$project" --no-build --configuration "$configuration" --verbosity quiet \
    --logger 'console;verbosity=minimal' --logger "trx;LogFileName=$name.trx" --results-directory "$results" "$@" || status=1
done

# The counts come from the result files, so a project that never ran cannot count as passed.
passed=0 failed=0 skipped=0
for file in "$results"/*.trx; do
  [ -e "$file" ] || continue
  counters=$(grep -o '<Counters [^>]*>' "$file")
  value() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total=$(value total) executed=$(value executed)
  passed=$((passed + $(value passed)))
  failed=$((failed + $(value failed) + $(value error) + $(value timeout) + $(value aborted)))
  skipped=$((skipped + total - executed))
done
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || { echo "a test project stopped without a result"; failed=1; }
[ "$passed" -gt 0 ] || { echo "no test ran"; status=1; }

# Who reads only the end of a long log sees each failed test.
if [ "$failed" -gt 0 ]; then
  echo "failed:"
  awk '/<UnitTestResult / { wanted = /outcome="(Failed|Error|Timeout|Aborted)"/ }
    wanted && match($0, /testName="[^"]*"/) { print "  " substr($0, RSTART + 10, RLENGTH - 11) }
    wanted && /<Message>/ { sub(/.*<Message>/, ""); print "    " substr($0, 1, 300) }' "$results"/*.trx
fi
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
