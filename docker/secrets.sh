#!/usr/bin/env bash
# Makes the secrets that compose.yaml reads, in docker/secrets (never in git), and docker/.env for what is no secret. What
# exists is left alone: run it as often as you like, then put your own HubSpot and artis.net credentials into the three
# files that it names. With --sandbox: those of docker/sandbox.sh, in a folder of their own.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
umask 077

case ${1:-} in
'') SECRETS=secrets ;;
--sandbox) SECRETS=secrets/sandbox ;;
*) sed -n 's/^# //p' "secrets.sh" && exit 2 ;;
esac
mkdir -p "$SECRETS"

# put FILE VALUE: unless FILE exists.
put() { [ -e "$SECRETS/$1" ] || printf '%s' "$2" >"$SECRETS/$1"; }
secret() { cat "$SECRETS/$1"; }
random() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
bytes() { printf '%b' "$(sed 's/../\\x&/g' <<<"$1")"; }

# As RabbitMQ keeps a password: salt, then SHA-256 of salt and password. The file is no way to sign in.
rabbitmq_hash() {
    local salt digest
    salt=$(od -An -N4 -tx1 /dev/urandom | tr -d ' \n')
    digest=$({ bytes "$salt" && printf '%s' "$1"; } | sha256sum | cut -d ' ' -f 1)
    bytes "$salt$digest" | base64 -w 0
}

# May make, fill and read what is named passerelle.*, and look at the broker's state; nothing else.
rabbitmq_user() {
    cat <<JSON
{"vhosts": [{"name": "/"}],
 "users": [{"name": "passerelle", "tags": ["monitoring", "policymaker"], "hashing_algorithm": "rabbit_password_hashing_sha256",
            "password_hash": "$(rabbitmq_hash "$(secret rabbitmq_password)")"}],
 "permissions": [{"user": "passerelle", "vhost": "/", "configure": "^passerelle[.].*", "write": "^passerelle[.].*", "read": "^passerelle[.].*"}]}
JSON
}

for name in postgres database_owner database rabbitmq dashboard grafana; do put "${name}_password" "$(random)"; done
put database_owner_url "postgresql://passerelle:$(secret database_owner_password)@postgres:5432/passerelle"
put database_url "postgresql://passerelle_fleet:$(secret database_password)@postgres:5432/passerelle"
put rabbitmq_user.json "$(rabbitmq_user)"
put amqp_url "amqp://passerelle:$(secret rabbitmq_password)@rabbitmq:5672/%2F"
put amqp_management_url "http://passerelle:$(secret rabbitmq_password)@rabbitmq:15672"
put alert_webhook ''

if [ "$SECRETS" = secrets/sandbox ]; then
    put hubspot_access_token sandbox
    put hubspot_webhook_secret sandbox
    put artis_api_key sandbox
    # Its own authority. The name makes the hash that sandbox.env gives.
    [ -e "$SECRETS/sandbox.pem" ] || openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj '/CN=Passerelle sandbox' \
        -addext 'subjectAltName=DNS:hubspot,DNS:artis' -keyout "$SECRETS/sandbox.key" -out "$SECRETS/sandbox.pem" 2>/dev/null
else
    for file in hubspot_access_token hubspot_webhook_secret artis_api_key; do put "$file" ''; done
    [ -e .env ] || cp env.example .env
fi

# The containers' users are not yours: inside them these files are mounted one by one, read-only. Here nobody else may
# enter the folder.
chmod 700 secrets "$SECRETS"
find "$SECRETS" -maxdepth 1 -type f -exec chmod 644 {} +

for file in hubspot_access_token hubspot_webhook_secret artis_api_key; do
    if [ ! -s "$SECRETS/$file" ]; then echo "Still empty: docker/$SECRETS/$file"; fi
done
if [ "$SECRETS" = secrets ] && ! grep -q '^ARTIS_BASE_URL=.' .env; then echo "Still to be set: docker/.env"; fi
