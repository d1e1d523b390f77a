# The Debian packages that building and running need. Sourced by the other scripts.

PACKAGES=(
    rabbitmq-server postgresql                               # the two servers
    librabbitmq-dev libcurl4-openssl-dev libpq-dev pkg-config # the three C libraries
    ca-certificates tzdata                                   # TLS; the time zones of HubSpot accounts
    python3 python3-venv                                     # small scripts
)
# What the tests need beside.
TEST_PACKAGES=(
    chromium fonts-dejavu-core # a browser that drives the dashboard, and letters for it
    prometheus                 # reads metrics and alerts as users' own will
    prometheus-alertmanager    # amtool, for its settings
    docker-compose             # reads compose.yaml; no container is started
)

# install_packages yes|ask: installs what is missing; does nothing when nothing is.
install_packages() {
    local missing
    mapfile -t missing < <(missing_packages)
    if [ ${#missing[@]} -eq 0 ]; then return 0; fi
    echo "Missing Debian packages: ${missing[*]}"
    command -v apt-get >/dev/null || refuse "This is no Debian: install their like by hand, then start again."
    if [ "$1" != yes ]; then confirm || refuse "Nothing was installed. By hand: apt-get install ${missing[*]}"; fi
    become_root
    if ! apt-cache show "${missing[@]}" >/dev/null 2>&1; then apt_get update; fi
    without_services apt_get install "${missing[@]}" ||
        { apt_get update && without_services apt_get install "${missing[@]}"; } ||
        refuse "apt-get could not install them: see its message above."
}

missing_packages() {
    local package
    for package in "${PACKAGES[@]}"; do
        dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q 'ok installed' || echo "$package"
    done
}

refuse() {
    echo "$1" >&2
    exit 1
}

confirm() {
    local answer
    if [ ! -t 0 ]; then refuse "Nobody is there to be asked: add --yes to install them."; fi
    read -r -p "Install them now? [Y/n] " answer
    [[ $answer =~ ^([yYoO].*)?$ ]]
}

AS_ROOT=()
become_root() {
    if [ "$(id -u)" = 0 ]; then return 0; fi
    command -v sudo >/dev/null || refuse "Installing needs root, and sudo is missing: as root, run apt-get install ${PACKAGES[*]}"
    AS_ROOT=(sudo)
}

apt_get() {
    "${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"
}

# We start servers of our own: those of the system must not start, nor fail where nothing can be started. Debian asks
# this file, which is put in place for the time of the installation only.
without_services() {
    local policy=/usr/sbin/policy-rc.d result=0
    if [ -e $policy ]; then "$@"; return $?; fi
    printf '#!/bin/sh\nexit 101\n' | "${AS_ROOT[@]}" tee $policy >/dev/null
    "${AS_ROOT[@]}" chmod +x $policy
    "$@" || result=$?
    "${AS_ROOT[@]}" rm -f $policy
    return $result
}
