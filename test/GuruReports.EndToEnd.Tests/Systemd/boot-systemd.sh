#!/usr/bin/env bash
# Boots a systemd of its own: in its own mount, uts, ipc, pid and cgroup namespaces, on an overlay over this machine's
# files, so that nothing it does is seen outside. It ends when this script is killed.
# usage: boot-systemd.sh <directory>   with units in <directory>/units; writes <directory>/ready once it takes commands
set -euo pipefail
directory=$1

if [ "${2:-}" != inside ]; then
  # A control group of its own first: the cgroup namespace begins where its first process is.
  hierarchy=$(awk '$3 == "cgroup2" { print $2; exit }' /proc/mounts)
  group=$hierarchy/guru-systemd-$$
  mkdir "$group"
  echo $$ > "$group/cgroup.procs"
  echo "$group" > "$directory/group"
  exec unshare --mount --uts --ipc --cgroup --pid --fork --kill-child -- "$0" "$directory" inside
fi

mount --make-rprivate /
mkdir -p "$directory/layers"
mount -t tmpfs -o mode=755 tmpfs "$directory/layers"
mkdir "$directory/layers/upper" "$directory/layers/work" "$directory/layers/root"
root=$directory/layers/root
mount -t overlay -o "lowerdir=/,upperdir=$directory/layers/upper,workdir=$directory/layers/work" overlay "$root"
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount --rbind /dev "$root/dev"
mount -t tmpfs -o mode=755 tmpfs "$root/run"
mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
mkdir -p "$root/run/systemd/system" "$root/opt/guru"
cp -r "$directory/service/." "$root/opt/guru/"
chmod -R a+rX "$root/opt/guru"
cp "$directory"/units/* "$root/run/systemd/system/"

# Programs may lie on file systems of their own, which an overlay does not show.
for path in "$(dirname "$(readlink -f "$(command -v dotnet)")")"; do
  [ -e "$root$path/dotnet" ] || { mkdir -p "$root$path"; mount --bind "$path" "$root$path"; }
done

mkdir -p "$root/old"
cd "$root"
pivot_root . old
umount -l /old
hostname guru-test
exec env -i container=guru PATH=/usr/sbin:/usr/bin:/sbin:/bin \
  /lib/systemd/systemd --system --unit=guru-test.target --log-target=console
