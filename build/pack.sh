#!/usr/bin/env bash
# Packs both packages into artifacts/packages.
set -euo pipefail
cd "$(dirname "$0")/.."

for package in GuruReports.Inspection GuruReports.Hosting; do
  dotnet pack "src/$package" --configuration Release --output artifacts/packages "$@"
done
