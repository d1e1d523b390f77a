# The private PostgreSQL of bin/servers. Uses DIR, PASSWORD and POSTGRES_PORT.

# PostgreSQL refuses to run as root: its package brings a user for it.
as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# Debian keeps the programs of each version in a folder of their own, outside of PATH.
postgres_program() {
    local found
    found=$(compgen -G "/usr/lib/postgresql/*/bin/$1" | sort -V | tail -n 1)
    found=${found:-$(command -v "$1" || true)}
    [ -n "$found" ] || fail "PostgreSQL is not installed (package postgresql)"
    echo "$found"
}

# fsync may be off, as only a crash of the whole machine would need it; commits are written before they are confirmed,
# so that a killed server loses nothing. Shared memory lives in the folder.
postgres_configuration() {
    cat <<CONF
listen_addresses = '127.0.0.1'
port = $POSTGRES_PORT
unix_socket_directories = ''
max_connections = 400
fsync = off
full_page_writes = off
synchronous_commit = on
dynamic_shared_memory_type = mmap
log_line_prefix = '%m [%p] %d '
log_min_duration_statement = 1000
CONF
}

create_cluster() {
    mkdir -p "$DIR/postgres"
    if [ "$(id -u)" = 0 ]; then chown postgres "$DIR/postgres"; fi
    as_postgres test -w "$DIR/postgres" || fail "the user postgres cannot reach $DIR: choose a folder that others may enter"
    chmod 700 "$DIR/postgres"
    echo "$PASSWORD" | as_postgres tee "$DIR/postgres/password" >/dev/null
    (cd "$DIR/postgres" && as_postgres "$(postgres_program initdb)" --pgdata=data --pwfile=password --username=passerelle \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync --no-instructions \
        >initdb.log 2>&1) || fail "initdb failed: $(cat "$DIR/postgres/initdb.log")"
    rm "$DIR/postgres/password"
    postgres_configuration | as_postgres tee -a "$DIR/postgres/data/postgresql.conf" >/dev/null
}

start_postgres() {
    if pid_in "$DIR/postgres" "$DIR/postgres/data/postmaster.pid" >/dev/null; then return 0; fi
    if [ ! -f "$DIR/postgres/data/PG_VERSION" ]; then create_cluster; fi
    await 10 none_in "$DIR/postgres" || true # what a kill left behind still holds the data
    (cd "$DIR/postgres" && as_postgres "$(postgres_program pg_ctl)" start --pgdata="$DIR/postgres/data" --silent \
        --timeout=60 --log="$DIR/postgres/server.log" </dev/null >/dev/null 2>&1) ||
        fail "PostgreSQL did not start: $(tail -n 5 "$DIR/postgres/server.log")"
}

# SIGINT: open sessions are rolled back, and no data waits for the next start.
stop_postgres() {
    local pid
    if pid=$(pid_in "$DIR/postgres" "$DIR/postgres/data/postmaster.pid"); then end_process "$pid" INT 30; fi
    forget_shared_memory
    await 10 none_in "$DIR/postgres"
}

kill_postgres() {
    local pid
    if pid=$(pid_in "$DIR/postgres" "$DIR/postgres/data/postmaster.pid"); then end_process "$pid" KILL 10; fi
    await 10 none_in "$DIR/postgres"
}

# A killed server leaves a small System V segment, whose id is the last word of the seventh line.
forget_shared_memory() {
    local segment
    segment=$(sed -n '7s/.* //p' "$DIR/postgres/data/postmaster.pid" 2>/dev/null || true)
    if [ -n "$segment" ]; then ipcrm --shmem-id "$segment" 2>/dev/null || true; fi
}
