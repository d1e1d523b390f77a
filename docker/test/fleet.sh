# shellcheck shell=bash
# What scenario.sh does with containers, and asks of them. Uses FOLDER and STAND.

SERVICES=(ingest company-worker deal-worker contact-worker activity-worker dashboard)
SCALE_UP=(--scale ingest=2 --scale dashboard=2) SCALE_DOWN=()
for service in company-worker deal-worker contact-worker activity-worker; do SCALE_UP+=(--scale "$service=3"); done
for service in "${SERVICES[@]}"; do SCALE_DOWN+=(--scale "$service=1"); done

compose() { "$STAND/docker/sandbox.sh" "$@"; }
all() { docker ps --all --quiet --filter label=com.docker.compose.project=passerelle-sandbox "$@"; }
of() { all --filter "label=com.docker.compose.service=$1"; }
container() { all --filter "label=com.docker.compose.service=$1" --filter "label=com.docker.compose.container-number=$2"; }
inspect() { docker inspect --format "$1" "$2"; }

# Containers that should run and do not, or are not well.
unhealthy() {
    all | xargs docker inspect --format '{{.Name}} {{.State.Status}} {{if .State.Health}}{{.State.Health.Status}}{{end}}' |
        grep -vE ' running (healthy)?$|[_-](migrate|backfill)[_-]1 exited' || true
}
all_healthy() { sleep 1 && [ -z "$(unhealthy)" ]; }
ended() { [ "$(inspect '{{.State.Status}} {{.State.ExitCode}}' "$(of "$1")")" = "exited 0" ]; }
ready() { docker exec "$1" curl -fs -o /dev/null http://127.0.0.1:9090/readyz; }

# Only receiver, dashboard, Grafana and the stand-ins are published, and on loopback only.
published_is_ours() {
    local found
    found=$(all | xargs docker inspect --format '{{range .NetworkSettings.Ports}}{{range .}}{{.HostIp}}:{{.HostPort}} {{end}}{{end}}' |
        xargs -n 1 | sort | xargs)
    [ "$found" = "127.0.0.1:3000 127.0.0.1:8080 127.0.0.1:8090 127.0.0.1:8101 127.0.0.1:8102" ] ||
        refuse "Published: $found"
}

# The programs' role reads and writes rows, and no more; the broker knows nobody else; a container changes nothing of itself.
least_privilege() {
    local id words
    id=$(of postgres)
    as_fleet "$id" 'SELECT count(*) FROM pair' || refuse "The programs' role cannot read"
    for words in 'CREATE TABLE intruder ()' 'DROP TABLE pair' 'ALTER TABLE pair ADD intruder text' 'CREATE ROLE intruder'; do
        if as_fleet "$id" "$words" 2>/dev/null; then refuse "The programs' role may: $words"; fi
    done
    words=$(docker exec "$(of rabbitmq)" rabbitmqctl -q list_users | cut -f 1 | xargs)
    [ "$words" = "user passerelle" ] || refuse "Users of RabbitMQ: $words"
    id=$(container ingest 1)
    [ "$(docker exec "$id" id -u)" = 10001 ] || refuse "Programs run as $(docker exec "$id" id)"
    if docker exec --user 0 "$id" touch /intruder 2>/dev/null; then refuse "A container's root can be written to"; fi
}
as_fleet() { docker exec "$1" psql --quiet --no-password --output /dev/null "$(cat "$STAND/docker/secrets/sandbox/database_url")" --command "$2"; }

# The story of bin/demo asks the command line: here, in a container of the fleet.
prepare_story() {
    export PASSERELLE="$FOLDER/passerelle" STORY="$FOLDER/story.json"
    export HUBSPOT_BASE_URL=http://127.0.0.1:8101 ARTIS_BASE_URL=http://127.0.0.1:8102
    export HUBSPOT_ACCESS_TOKEN=sandbox ARTIS_API_KEY=sandbox PYTHONDONTWRITEBYTECODE=1
    cat >"$PASSERELLE" <<SH
#!/bin/sh
exec docker exec --env LANG=en_US.UTF-8 "\$(docker ps --quiet --filter label=com.docker.compose.service=activity-worker | tail -n 1)" \
    passerelle "\$@"
SH
    chmod +x "$PASSERELLE"
}

idle() { "$PASSERELLE" status --wait-idle "$1" >/dev/null || refuse "Not at rest after $1 seconds: $("$PASSERELLE" status)"; }
judge() { python3 "$HERE/load.py" judge "$@" || refuse "This is not as it should be."; }
verify() { "$PASSERELLE" verify >"$FOLDER/verify.log" 2>&1 || refuse "passerelle verify: $(cat "$FOLDER/verify.log")"; }

start_load() {
    python3 "$HERE/load.py" work "$FOLDER/load.json" >"$FOLDER/load.log" 2>&1 &
    LOAD=$!
}
stop_load() {
    kill -s TERM "$LOAD"
    wait "$LOAD" || refuse "The load ended by itself: $(tail -n 3 "$FOLDER/load.log")"
    LOAD=''
}

# work_on COUNT: until that many more calls of the fleet have reached HubSpot.
work_on() {
    local end
    gone "$LOAD" && refuse "The load ended by itself: $(tail -n 3 "$FOLDER/load.log")"
    end=$(($(calls) + $1))
    await 120 called "$end" || refuse "The fleet stands still: $("$PASSERELLE" status)"
}
calls() { curl -fsS "$HUBSPOT_BASE_URL/sandbox/rate?system=hubspot&below_ms=1" | sed -n 's/.*"total":\([0-9]*\).*/\1/p'; }
called() { sleep 0.5 && [ "$(calls)" -ge "$1" ]; }

targets() {
    docker exec "$(of prometheus)" wget -q -O - 'http://127.0.0.1:9090/api/v1/query?query=count(up{job="passerelle"}==1)' |
        sed -n 's/.*,"\([0-9]*\)"\].*/\1/p'
}
# 4 × 3 workers, 2 receivers, 2 dashboards are 16; each once.
scraped() { sleep 1 && [ "$(targets)" = "$1" ]; }
dashboard_answers() { curl -fsL -o /dev/null http://127.0.0.1:8090/; }

# As the machine's out-of-memory killer would; the restart policy brings it back.
kill_container() {
    local count
    count=$(inspect '{{.RestartCount}}' "$1")
    kill -s KILL "$(inspect '{{.State.Pid}}' "$1")"
    await 30 restarted "$1" "$count" || refuse "$(inspect '{{.Name}}' "$1") is not started again"
}
restarted() { [ "$(inspect '{{.RestartCount}} {{.State.Running}}' "$1")" = "$(($2 + 1)) true" ]; }
# The program alone: its init ends with it.
kill_program() {
    local count pid
    count=$(inspect '{{.RestartCount}}' "$1")
    pid=$(pgrep -x -P "$(inspect '{{.State.Pid}}' "$1")" "$2")
    kill -s KILL "$pid"
    await 30 restarted "$1" "$count" || refuse "$(inspect '{{.Name}}' "$1") is not started again"
}

NETWORKS=(inside outside)
cut_off() { for network in "${NETWORKS[@]}"; do docker network disconnect "passerelle-sandbox_$network" "$1"; done; }
reconnect() { for network in "${NETWORKS[@]}"; do docker network connect --alias "$2" "passerelle-sandbox_$network" "$1"; done; }

# One after the other, each given the time that compose.yaml gives.
roll() {
    local service id
    for service in "${SERVICES[@]}"; do
        for id in $(of "$service"); do
            docker stop --time 40 "$id" >/dev/null
            [ "$(inspect '{{.State.ExitCode}}' "$id")" = 0 ] || refuse "$(inspect '{{.Name}} ended with {{.State.ExitCode}}' "$id")"
            docker start "$id" >/dev/null
            await 60 ready "$id" || refuse "$(inspect '{{.Name}}' "$id") does not become ready again"
        done
    done
}

# Nobody was out of memory, nobody restarted but those that were killed: two workers, one of which has gone with its number.
calm() {
    local id
    for id in $(all); do
        [ "$(inspect '{{.State.OOMKilled}}' "$id")" = false ] || refuse "$(inspect '{{.Name}}' "$id") was out of memory"
        case $(inspect '{{.Name}} {{.RestartCount}}' "$id") in
        *" 0" | *company-worker[_-]1\ 1 | *rabbitmq[_-]1\ 1 | *deal-worker[_-]2\ 1) ;;
        *) refuse "Restarted by itself: $(inspect '{{.Name}} {{.RestartCount}}' "$id")" ;;
        esac
    done
}

ended_well() {
    local service id
    for service in "${SERVICES[@]}" postgres; do
        for id in $(of "$service"); do
            [ "$(inspect '{{.State.ExitCode}}' "$id")" = 0 ] || refuse "$(inspect '{{.Name}} ended with {{.State.ExitCode}}' "$id")"
        done
    done
}

nothing_of_compose() {
    local left
    left="$(all) $(docker volume ls --quiet) $(docker network ls --quiet --filter type=custom)"
    [ -z "${left// /}" ] || refuse "docker-compose down leaves $left"
}

# typed SECTION: what a section of the run book has people type, word for word.
typed() {
    local words
    words=$(sed -n "/^## $1\$/,/^## /{/^\`\`\`sh\$/,/^\`\`\`\$/p}" "$STAND/docker/RUNBOOK.md" | grep -v '^```')
    [ -n "$words" ] || refuse "The run book has nobody type anything under $1"
    (cd "$FOLDER" && exec bash -euc "docker-compose() { '$STAND/docker/sandbox.sh' \"\$@\"; }
$words") >"$FOLDER/typed.log" 2>&1 || refuse "Typed as the run book says under $1: $(tail -n 5 "$FOLDER/typed.log")"
}

# Deletes RabbitMQ with all its queues; `up -d` brings another.
lose_queues() {
    compose rm --stop --force rabbitmq >>"$FOLDER/up.log" 2>&1
    docker volume rm passerelle-sandbox_rabbitmq >/dev/null
}

# born_again COUNT MOMENT: at least so many pairs have come into the database since, which a dump of before did not hold.
born_again() {
    local found
    found=$(docker exec "$(of postgres)" psql -qAt --no-password "$(cat "$STAND/docker/secrets/sandbox/database_url")" \
        --command "SELECT count(*) FROM pair WHERE created_at > '$2'")
    [ "$found" -ge "$1" ] || refuse "The dump was not older: only $found pairs are younger than its restore, not $1"
}
