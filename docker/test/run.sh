#!/usr/bin/env bash
# bin/test --containers: the fleet as compose.yaml deploys it, in a Docker of its own. README.md beside the folder says what
# is tried.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HOUSE=$(cd "$HERE/../.." && pwd)
cd "$HOUSE"
# shellcheck source=bin/lib/processes.sh
. bin/lib/processes.sh
# shellcheck source=bin/lib/packages.sh
. bin/lib/packages.sh
# shellcheck source=docker/test/daemon.sh
. docker/test/daemon.sh
# shellcheck source=docker/test/images.sh
. docker/test/images.sh

usage() {
    cat <<'TEXT'
Usage: bin/test --containers [--yes] [--images FOLDER]

  --yes             installs missing Debian packages without asking
  --images FOLDER   keeps what was built there, for the next time: the first takes half an hour, 12 GB

Needs root, overlayfs, 12 GB in FOLDER or TMPDIR, and the Swift toolchain. It runs a Docker daemon of its own, in a network
of its own, and leaves nothing behind.
TEXT
}

ANSWER=ask IMAGES=''
while [ $# -gt 0 ]; do
    case $1 in
    --yes | -y) ANSWER=yes ;;
    --images) IMAGES=${2:?--images wants a folder} && shift ;;
    --help | -h) usage && exit 0 ;;
    *) usage >&2 && exit 2 ;;
    esac
    shift
done

say() { printf '\n== %4d s  %s\n' "$SECONDS" "$1"; }

FOLDER=''

# Ends the daemon with all its containers, whatever happened; then looks whether that was all.
leave() {
    local result=$?
    trap '' INT TERM
    if [ -z "$FOLDER" ]; then exit "$result"; fi
    if [ "$result" != 0 ]; then KEPT="${TMPDIR:-/tmp}/passerelle-containers.log" && cat "$FOLDER"/*.log >"$KEPT" && echo "What was said: $KEPT" >&2; fi
    stop_daemon || result=1
    end_processes_of "$FOLDER" 20 || result=1
    unmount_below "$FOLDER"
    unmount_below "$IMAGES"
    remove_control_group
    rm -rf "$FOLDER" || result=1
    left_nothing || result=1
    exit "$result"
}
trap leave EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

left_nothing() {
    local result=0
    if ! none_of "$FOLDER"; then echo "Left behind: processes $(processes_of "$FOLDER" | xargs)" && result=1; fi
    if [ -e "$FOLDER" ]; then echo "Left behind: $FOLDER" && result=1; fi
    if [ "$(network_state)" != "$BEFORE" ]; then echo "Left behind: the machine's network is not as it was" && result=1; fi
    if [ $result = 0 ]; then echo "Nothing left behind: no process, no file, the network as it was."; fi
    return $result
}

[ "$(id -u)" = 0 ] || refuse "Containers need root: start bin/test --containers as root."
grep -qw overlay /proc/filesystems || modprobe overlay 2>/dev/null || refuse "This kernel has no overlayfs: Docker's images need it."
toolchain_folder >/dev/null
PACKAGES=(docker.io docker-compose debootstrap iptables iproute2 procps curl python3 openssl ca-certificates git)
install_packages "$ANSWER"

FOLDER=$(mktemp -d "${TMPDIR:-/tmp}/passerelle-containers.XXXXXX")
IMAGES=$(realpath -m "${IMAGES:-$FOLDER/images}")
CGROUP="/${FOLDER##*/}"
BEFORE=$(network_state)

say "Images"
start_daemon --bridge none --iptables=false --ip-forward=false --ip-masq=false
make_images
make_real_images
stop_daemon

# From here on in a network that ends with us.
export FOLDER IMAGES CGROUP HOUSE HERE
unshare --net -- bash "$HERE/scenario.sh"
