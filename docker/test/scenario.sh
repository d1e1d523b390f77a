#!/usr/bin/env bash
# What happens to the containers, while people work in both tools; then whether all of it is there. Started by run.sh, in a
# network of its own.
set -euo pipefail
cd "$HOUSE"
# shellcheck source=bin/lib/processes.sh
. bin/lib/processes.sh
# shellcheck source=bin/lib/packages.sh
. bin/lib/packages.sh
# shellcheck source=docker/test/daemon.sh
. docker/test/daemon.sh
# shellcheck source=docker/test/fleet.sh
. docker/test/fleet.sh

say() { printf '\n== %4d s  %s\n' "$SECONDS" "$1"; }

LOAD='' STAND="$FOLDER/stand"
finish() {
    local result=$?
    trap '' INT TERM
    if [ -n "$LOAD" ]; then kill "$LOAD" 2>/dev/null || true; fi
    if [ $result != 0 ]; then compose logs --no-color >"$FOLDER/containers.log" 2>&1 || true; fi
    compose down --volumes --timeout 5 >/dev/null 2>&1 || true
    stop_daemon || result=1
    exit "$result"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

ip link set lo up
start_daemon
# Of a run that was ended before it could clean up; only what was built is kept for the next time.
all | xargs --no-run-if-empty docker rm --force --volumes >/dev/null
docker volume ls --quiet | xargs --no-run-if-empty docker volume rm >/dev/null
docker network prune --force >/dev/null
# A copy, so that the secrets made are nobody else's.
mkdir -p "$STAND" && cp -R docker "$STAND/" && rm -rf "$STAND/docker/secrets" "$STAND/docker/.env"
prepare_story

say "docker/sandbox.sh: one command, everything"
"$STAND/docker/sandbox.sh" >"$FOLDER/up.log" 2>&1 || refuse "It did not start: $(tail -n 5 "$FOLDER/up.log")"
await 120 all_healthy || refuse "Not healthy: $(unhealthy)"
published_is_ours
least_privilege
say "First synchronisation"
await 300 ended backfill || refuse "The backfill did not end"
idle 300
judge
typed Backup

say "People work in both tools from here on; three of each worker, two receivers, two dashboards"
start_load
compose up -d --no-recreate "${SCALE_UP[@]}" >>"$FOLDER/up.log" 2>&1
await 120 all_healthy || refuse "Not healthy: $(unhealthy)"
await 90 scraped 16 || refuse "Prometheus does not find 16 replicas: $(targets)"
await 30 dashboard_answers || refuse "The dashboard does not answer through the proxy"
work_on 40

say "kill -9: a company worker, then a deal worker's own process below its init"
kill_container "$(container company-worker 1)"
kill_program "$(container deal-worker 2)" deal-worker
await 60 all_healthy || refuse "Not healthy: $(unhealthy)"
work_on 30

say "kill -9: RabbitMQ"
kill_container "$(container rabbitmq 1)"
await 120 all_healthy || refuse "Not healthy: $(unhealthy)"
work_on 30

say "A deal worker loses its network, and gets it back"
cut_off "$(container deal-worker 1)"
work_on 30
reconnect "$(container deal-worker 1)" deal-worker
await 60 ready "$(container deal-worker 1)" || refuse "The worker that was cut off does not become ready again"
work_on 20

say "Rolling restart of everything that runs of ours"
roll
work_on 20

say "Down to one of each"
compose up -d --no-recreate "${SCALE_DOWN[@]}" >>"$FOLDER/up.log" 2>&1
await 60 all_healthy || refuse "Not healthy: $(unhealthy)"
work_on 20

say "Nobody works any more: is all of it there, once?"
stop_load
idle 300
judge "$FOLDER/load.json"
verify
calm

say "RabbitMQ and its queues are lost, the database goes back to before people worked, as the run book has it typed"
lose_queues
dump=$(find "$FOLDER" -maxdepth 1 -name 'passerelle-*.dump') moment=$(date --utc +%FT%TZ)
export dump
typed Restore
born_again "$(python3 -c 'import json, sys; print(len(json.load(open(sys.argv[1]))["born"]))' "$FOLDER/load.json")" "$moment"
judge "$FOLDER/load.json"

say "Stop: everything finishes by itself"
compose stop >>"$FOLDER/up.log" 2>&1
ended_well
say "down"
compose down --volumes >>"$FOLDER/up.log" 2>&1
nothing_of_compose
say "All of it was there, once."
