#!/bin/bash
# The server, and the command line too, runs as its own user.
set -euo pipefail
if [ "$(id -u)" = 0 ]; then
    chown rabbitmq:rabbitmq /var/lib/rabbitmq
    exec setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups "${BASH_SOURCE[0]}" "$@"
fi
exec "$@"
