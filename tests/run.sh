#!/usr/bin/env bash
# Installs what the tests need, builds everything, runs every test.
# The last line is "N passed, N failed"; the exit code is 0 only where something passed and nothing failed.
#
#   tests/run.sh                 everything
#   tests/run.sh --filter NAME   only tests whose full name contains NAME
set -euo pipefail
cd "$(dirname "$0")/.."
filter=()
if [ "${1:-}" = "--filter" ]; then filter=(--filter "FullyQualifiedName~$2"); fi

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# Reports are looked at in a real browser.
if ! [ -x /usr/bin/chromium ]; then
  echo "== Installing Chromium"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
fi

# Programs of npm that the tests talk to: each folder names one, with its version.
for tool in tests/tools/*/ samples/decision-service/; do
  echo "== Installing $(basename "$tool")"
  npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$tool"
done

echo "== Building"
dotnet build ScoreGuard.sln -c Release -v quiet -clp:NoSummary

echo "== Testing"
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
run() {
  dotnet test "tests/$1" -c Release --no-build -v quiet --logger "trx;LogFileName=$1.trx" \
    --logger "console;verbosity=minimal" --results-directory "$results" "${filter[@]}"
}

# These mostly wait, for workers that die and come back; the others run meanwhile.
waiting=ScoreGuard.Integration.Tests
run "$waiting" >"$results/waiting.log" 2>&1 &
waited=$!
status=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  [ "$name" = "$waiting" ] || run "$name" || status=$?
done
wait "$waited" || status=$?
cat "$results/waiting.log"

sum() { cat "$results"/*.trx 2>/dev/null | grep -oE "<Counters [^>]*" | grep -oE " $1=\"[0-9]+" | grep -oE '[0-9]+$' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum passed)
failed=$(sum failed)
# A test host that died leaves no counters behind; that is a failure too.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
