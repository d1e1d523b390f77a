#!/usr/bin/env bash
# Makes the secrets that compose.yaml reads, in docker/secrets (never in git). What exists is left alone: run it as often
# as you like, then put your own HubSpot and artis.net credentials into the three files that it names.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
umask 077
mkdir -p secrets

# put FILE VALUE: unless FILE exists.
put() { [ -e "secrets/$1" ] || printf '%s' "$2" >"secrets/$1"; }
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

put postgres_password "$(random)"
put rabbitmq_password "$(random)"
put database_url "postgresql://passerelle:$(cat secrets/postgres_password)@postgres:5432/passerelle"
put amqp_url "amqp://passerelle:$(cat secrets/rabbitmq_password)@rabbitmq:5672/%2F"
put amqp_management_url "http://passerelle:$(cat secrets/rabbitmq_password)@rabbitmq:15672"
put hubspot_access_token ''
put hubspot_webhook_secret ''
put artis_api_key ''
put dashboard_password "$(random)"

# The containers' users are not yours: inside them these files are mounted one by one, read-only.
chmod 711 secrets
chmod 644 secrets/*

for file in hubspot_access_token hubspot_webhook_secret artis_api_key; do
    if [ ! -s "secrets/$file" ]; then echo "Still empty: docker/secrets/$file"; fi
done
