#!/usr/bin/env bash
# Packs the packages into artifacts/packages.
set -euo pipefail
cd "$(dirname "$0")/.."

for package in GuruReports.Inspection GuruReports.Reporting GuruReports.Hosting; do
  dotnet pack "src/$package" --configuration Release --output artifacts/packages "$@"
done
