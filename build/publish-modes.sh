#!/usr/bin/env bash
# Publishes one service with the packed packages in each mode, runs it, asks it for a report, and writes the table of docs/platforms.md.
# Usage: build/publish-modes.sh [mode …]   (default: all; with modes named the table is printed only)
set -euo pipefail
cd "$(dirname "$0")/.."
exec python3 build/publish_modes.py "$@"
