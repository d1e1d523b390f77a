#!/usr/bin/env bash
# Everything with no account: the fleet, stand-ins for HubSpot and artis.net filled with a French company's data, what
# watches over it. Without arguments it starts; else the arguments are docker-compose's, such as `ps`, `logs ingest`,
# `up -d --scale company-worker=3`, `exec ingest passerelle status`; `down --volumes` ends it and forgets all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
# What the shell holds goes before an env file: a real account's settings must not reach this fleet.
set -a
# shellcheck source=docker/sandbox.env
. ./sandbox.env
set +a

compose() {
    if docker compose version >/dev/null 2>&1; then
        docker compose --env-file sandbox.env -f compose.yaml "$@"
    else
        docker-compose --env-file sandbox.env -f compose.yaml "$@"
    fi
}

./secrets.sh --sandbox
if [ $# -gt 0 ]; then
    compose "$@"
    exit
fi
compose up -d
cat <<TEXT

It comes into step within minutes. Look at it:
  http://127.0.0.1:8090           the dashboard; its password: docker/secrets/sandbox/dashboard_password
  http://127.0.0.1:3000           Grafana, as admin; its password: docker/secrets/sandbox/grafana_password
  http://127.0.0.1:8101/sandbox   HubSpot's records, to change them, and http://127.0.0.1:8102/sandbox artis.net's
  docker/sandbox.sh exec ingest passerelle status
  docker/sandbox.sh down --volumes   ends it and forgets all
TEXT
