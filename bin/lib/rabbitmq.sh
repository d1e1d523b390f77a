# The private RabbitMQ of bin/servers, with an epmd of its own. Uses HOUSE, DIR, PASSWORD and the ports.

# Debian's wrappers in /usr/sbin change the user, look for another cookie and hide failures.
RABBITMQ_PROGRAMS=/usr/lib/rabbitmq/bin

# Everything that would else be looked for in the system's folders. HOME is where Erlang keeps its cookie.
rabbitmq_environment() {
    export HOME="$DIR/rabbitmq" LC_ALL=C.UTF-8
    export RABBITMQ_NODENAME="passerelle-$AMQP_PORT@localhost"
    export RABBITMQ_MNESIA_BASE="$HOME/mnesia" RABBITMQ_LOG_BASE="$HOME/log" RABBITMQ_PID_FILE="$HOME/node.pid"
    export RABBITMQ_CONFIG_FILE="$HOME/rabbitmq.conf" RABBITMQ_CONFIG_FILES="$HOME/conf.d"
    export RABBITMQ_ADVANCED_CONFIG_FILE="$HOME/advanced.config" RABBITMQ_CONF_ENV_FILE="$HOME/rabbitmq-env.conf"
    export RABBITMQ_ENABLED_PLUGINS_FILE="$HOME/enabled_plugins"
    export RABBITMQ_DIST_PORT="$DISTRIBUTION_PORT" ERL_EPMD_PORT="$EPMD_PORT" ERL_EPMD_ADDRESS=127.0.0.1
    export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}'
}

rabbitmq_configuration() {
    cat <<CONF
listeners.tcp.1 = 127.0.0.1:$AMQP_PORT
management.tcp.ip = 127.0.0.1
management.tcp.port = $MANAGEMENT_PORT
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = $PROMETHEUS_PORT
default_user = passerelle
default_pass = $PASSWORD
disk_free_limit.absolute = 50MB
collect_statistics_interval = 1000
raft.wal_max_size_bytes = 33554432
log.file.level = info
CONF
    if [ -d "$DIR/rabbitmq/tls" ]; then tls_configuration; fi
}

# Whoever wants TLS too puts certificates into DIR before the start. Clients need none.
tls_configuration() {
    cat <<CONF
listeners.ssl.1 = 127.0.0.1:$AMQPS_PORT
ssl_options.cacertfile = $DIR/rabbitmq/tls/authority.pem
ssl_options.certfile = $DIR/rabbitmq/tls/certificate.pem
ssl_options.keyfile = $DIR/rabbitmq/tls/key.pem
ssl_options.verify = verify_none
CONF
}

start_epmd() {
    if pid_in "$DIR/rabbitmq" "$DIR/rabbitmq/epmd.pid" >/dev/null; then return 0; fi
    setsid epmd -port "$EPMD_PORT" -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
    echo $! >"$DIR/rabbitmq/epmd.pid"
    await 10 listens "$EPMD_PORT" || fail "epmd does not answer on port $EPMD_PORT"
}

# `detached` makes the start script become the server itself, so that its pid is the one to signal.
start_rabbitmq() {
    [ -x $RABBITMQ_PROGRAMS/rabbitmq-server ] || fail "RabbitMQ is not installed (package rabbitmq-server)"
    if pid_in "$DIR/rabbitmq" "$DIR/rabbitmq/server.pid" >/dev/null; then return 0; fi
    mkdir -p "$DIR/rabbitmq/conf.d"
    (umask 077 && rabbitmq_configuration >"$DIR/rabbitmq/rabbitmq.conf")
    echo '[rabbitmq_management, rabbitmq_prometheus].' >"$DIR/rabbitmq/enabled_plugins"
    (
        cd "$DIR/rabbitmq"
        rabbitmq_environment
        start_epmd
        detached=yes setsid $RABBITMQ_PROGRAMS/rabbitmq-server </dev/null >server.log 2>&1 &
        echo $! >server.pid
        await_rabbitmq "$!" && import_definitions
    ) || fail "RabbitMQ did not start: $(tail -n 20 "$DIR/rabbitmq/server.log")"
}

# Once for each folder: the node keeps them.
import_definitions() {
    if [ -e definitions.imported ]; then return 0; fi
    $RABBITMQ_PROGRAMS/rabbitmqctl -q import_definitions "$HOUSE/docker/rabbitmq/definitions.json" &&
        touch definitions.imported
}

await_rabbitmq() {
    await 60 rabbitmq_answers_or_died "$1" && ! gone "$1" &&
        $RABBITMQ_PROGRAMS/rabbitmqctl -q await_startup --timeout 60
}

rabbitmq_answers_or_died() { listens "$AMQP_PORT" || gone "$1"; }

stop_rabbitmq() { end_rabbitmq TERM; }
kill_rabbitmq() { end_rabbitmq KILL; }

end_rabbitmq() {
    local pid
    if pid=$(pid_in "$DIR/rabbitmq" "$DIR/rabbitmq/server.pid"); then end_process "$pid" "$1" 40; fi
    if pid=$(pid_in "$DIR/rabbitmq" "$DIR/rabbitmq/epmd.pid"); then end_process "$pid" TERM 5; fi
    await 10 none_in "$DIR/rabbitmq"
}
