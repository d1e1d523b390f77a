# Processes by pid, and by the folder that they stand in. Sourced by the other scripts.

# Does somebody listen on this port of 127.0.0.1?
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The first block of eight neighbouring ports that nobody listens on. Below the range that the kernel gives to outgoing
# connections, so that a restart finds its ports free; begun from our pid, so that two starts at once do not meet.
free_ports() {
    local try base port
    for try in {0..99}; do
        base=$((20000 + (($$ + try * 37) * 8) % 10000))
        for port in {0..7}; do
            if listens $((base + port)); then continue 2; fi
        done
        echo "$base"
        return 0
    done
    return 1
}

# await SECONDS COMMAND…: until the command succeeds; fails when the time is over.
await() {
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        if [ $SECONDS -ge $end ]; then return 1; fi
        sleep 0.05
    done
}

# stands_in FOLDER PID: is the process's working folder FOLDER or one below? Servers are started in a folder of their own.
stands_in() {
    case $(readlink "/proc/$2/cwd" 2>/dev/null || true) in
    "$1" | "$1"/*) return 0 ;;
    *) return 1 ;;
    esac
}

# The pids of all processes that stand in FOLDER, so the children of a server too.
processes_in() {
    local entry
    for entry in /proc/[0-9]*; do
        if stands_in "$1" "${entry#/proc/}"; then echo "${entry#/proc/}"; fi
    done
}

none_in() { [ -z "$(processes_in "$1")" ]; }

# pid_in FOLDER FILE: the pid that FILE holds, if that process stands in FOLDER: in time a pid is given to somebody else.
pid_in() {
    local pid
    pid=$(head -n 1 "$2" 2>/dev/null) || return 1
    [ -n "$pid" ] && stands_in "$1" "$pid" && echo "$pid"
}

gone() { ! kill -0 "$1" 2>/dev/null; }

# end_process PID SIGNAL SECONDS: signals, waits, and kills what has not gone by then.
end_process() {
    kill -s "$2" "$1" 2>/dev/null || return 0
    await "$3" gone "$1" || kill -s KILL "$1" 2>/dev/null || true
    await 10 gone "$1"
}

# The pids of all processes that stand in FOLDER, or were given its name in their environment.
processes_of() {
    local entry
    for entry in /proc/[0-9]*; do
        if stands_in "$1" "${entry#/proc/}" || grep -qF "$1" "$entry/environ" 2>/dev/null; then echo "${entry#/proc/}"; fi
    done
}

none_of() { [ -z "$(processes_of "$1")" ]; }

# Ends what still belongs to FOLDER: asks, waits for SECONDS, then kills.
end_processes_of() {
    local pid
    for pid in $(processes_of "$1"); do kill -s TERM "$pid" 2>/dev/null || true; done
    if await "$2" none_of "$1"; then return 0; fi
    for pid in $(processes_of "$1"); do kill -s KILL "$pid" 2>/dev/null || true; done
    await 10 none_of "$1"
}
