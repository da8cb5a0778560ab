#!/usr/bin/env bash
# What a container does to a service, without one: process 1 of its own namespace, a read-only root, another user, no
# capability, no new privileges, and one writable directory.
# usage: unshare --mount --pid --fork --mount-proc container.sh <writable directory> <program …>
set -euo pipefail
mount --make-rprivate /
mount -t tmpfs -o mode=1777 tmpfs "$1"
mount -o remount,bind,ro /
exec setpriv --reuid 1654 --regid 1654 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all "${@:2}"
