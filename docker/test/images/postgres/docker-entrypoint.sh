#!/bin/bash
# The first start makes the cluster and runs what is in /docker-entrypoint-initdb.d, on a server that listens to nobody else.
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
    install -d -o postgres -g postgres -m 700 "$PGDATA" /run/postgresql
    exec setpriv --reuid=postgres --regid=postgres --clear-groups "${BASH_SOURCE[0]}" "$@"
fi
if [ ! -s "$PGDATA/PG_VERSION" ]; then
    initdb --username=postgres --pwfile="$POSTGRES_PASSWORD_FILE" --auth-host=scram-sha-256 --auth-local=trust >/dev/null
    echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
    pg_ctl -w start -o "-c listen_addresses=''" >/dev/null
    for file in /docker-entrypoint-initdb.d/*.sql; do
        if [ -e "$file" ]; then psql -v ON_ERROR_STOP=1 --no-password --username postgres --file "$file"; fi
    done
    pg_ctl -m fast -w stop >/dev/null
fi
exec "$@"
