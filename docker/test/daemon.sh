# shellcheck shell=bash
# A Docker daemon of our own, in a folder of its own. Sourced by the other scripts; uses FOLDER, and IMAGES for what it keeps.
#
# Images are built in the machine's network, by a daemon that touches neither its filters nor its forwarding. Everything
# after that runs in a network namespace that ends with us: bridges, filters, forwarding and ports with it.

DOCKERD_PID=''

# start_daemon OPTIONS…: returns when it answers.
start_daemon() {
    mkdir -p "$FOLDER/daemon" "$IMAGES"
    echo "{}" >"$FOLDER/daemon/daemon.json"
    export DOCKER_HOST="unix://$FOLDER/daemon/docker.sock" DOCKER_BUILDKIT=0 COMPOSE_DOCKER_CLI_BUILD=0
    # A configuration, credentials and plug-ins of nobody's.
    export DOCKER_CONFIG="$FOLDER/daemon/client"
    mkdir -p "$DOCKER_CONFIG"
    (cd "$FOLDER/daemon" && exec setsid nice -n 5 dockerd --config-file "$FOLDER/daemon/daemon.json" --data-root "$IMAGES" --exec-root "$FOLDER/daemon/exec" \
        --pidfile "$FOLDER/daemon/docker.pid" --storage-driver overlay2 --cgroup-parent "$CGROUP" \
        -H "$DOCKER_HOST" "$@" </dev/null >>"$FOLDER/dockerd.log" 2>&1) &
    DOCKERD_PID=$!
    await 60 daemon_answers_or_died && ! gone "$DOCKERD_PID" ||
        refuse "The Docker daemon did not start: $(tail -n 5 "$FOLDER/dockerd.log")"
}

daemon_answers_or_died() { gone "$DOCKERD_PID" || docker version >/dev/null 2>&1; }

stop_daemon() {
    if [ -z "$DOCKERD_PID" ]; then return 0; fi
    end_process "$DOCKERD_PID" TERM 60
    DOCKERD_PID=''
}

# What a daemon could have changed in the machine's own network.
network_state() {
    cat /proc/sys/net/ipv4/ip_forward
    ip -brief link | grep -E '^(docker|br-|veth)' | sort || true
    iptables-save 2>/dev/null | grep -v '^#' || true
}

# Deepest first. A daemon that was killed leaves its containers' file systems.
unmount_below() {
    local mount
    awk -v below="$1/" 'index($5, below) == 1 {print $5}' /proc/self/mountinfo | sort -r | while read -r mount; do
        umount -l "$mount" || true
    done
}

# Docker leaves the empty groups that it made, and a daemon that was killed its containers in them.
remove_control_group() {
    local group
    for group in /sys/fs/cgroup/*"$CGROUP" "/sys/fs/cgroup$CGROUP"; do
        if [ ! -d "$group" ]; then continue; fi
        find "$group" -name cgroup.procs -exec sh -c 'cat "$@" | xargs -r kill -s KILL' sh {} + 2>/dev/null || true
        await 10 empty_group "$group" || true
    done
}

empty_group() { ! find "$1" -depth -type d -exec rmdir {} + 2>&1 | grep -q .; }
