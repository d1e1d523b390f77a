# Programs of the house as processes: started by name, ended by pid. Sourced by the other scripts; uses FLEET, a folder
# that keeps their output and pids, and PROGRAMS, the folder that they were built in.

# fleet_start COUNT PROGRAM [ARGUMENTS…]: in sessions of their own, so that Ctrl-C reaches this script alone.
fleet_start() {
    local count=$1 program=$2 number
    shift 2
    mkdir -p "$FLEET"
    for ((number = 1; number <= count; number++)); do
        (cd "$FLEET" && exec setsid "$PROGRAMS/$program" "$@" </dev/null >"$program-$number.out" 2>"$program-$number.log") &
        echo "$! $program" >>"$FLEET/pids"
    done
}

# The pids of PROGRAM, or of all, that still run.
fleet_pids() {
    local pid program
    while read -r pid program; do
        if [ "${1:-$program}" = "$program" ] && stands_in "$FLEET" "$pid"; then echo "$pid"; fi
    done < <(cat "$FLEET/pids" 2>/dev/null)
}

fleet_count() { fleet_pids "$@" | wc -l; }
fleet_ended() { [ "$(fleet_count "$@")" = 0 ]; }

# Names what has ended by itself, with its last words; fails when something has.
fleet_check() {
    local pid program result=0
    while read -r pid program; do
        if stands_in "$FLEET" "$pid"; then continue; fi
        echo "$program ended by itself. Its last lines:" >&2
        tail -qn 5 "$FLEET/$program"-*.log >&2
        result=1
    done < <(cat "$FLEET/pids" 2>/dev/null)
    return $result
}

# fleet_stop SECONDS [PROGRAM]: asks to finish, and after SECONDS insists.
fleet_stop() {
    local pid seconds=$1
    shift
    for pid in $(fleet_pids "$@"); do kill -s TERM "$pid" 2>/dev/null || true; done
    if await "$seconds" fleet_ended "$@"; then return 0; fi
    for pid in $(fleet_pids "$@"); do kill -s KILL "$pid" 2>/dev/null || true; done
    await 10 fleet_ended "$@"
}
