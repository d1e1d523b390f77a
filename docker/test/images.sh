# shellcheck shell=bash
# Stand-ins for the official images, from Debian's packages: there is no registry where this runs. Sourced by run.sh.

# make_images: whatever is not there yet; then the real Dockerfile.
make_images() {
    have debian:bookworm-slim || make_debian
    have swift:6.3-bookworm || make_swift
    local name
    for name in postgres:15 rabbitmq:3.13-management haproxy:2.8 prometheus:v2.53.0 alertmanager:v0.27.0 grafana:11.1.0; do
        have "$(official "$name")" || make_stand_in "${name%%:*}" "$(official "$name")"
    done
}

have() { docker image inspect "$1" >/dev/null 2>&1; }

official() {
    case $1 in
    prometheus:* | alertmanager:*) echo "prom/$1" ;;
    grafana:*) echo "grafana/$1" ;;
    *) echo "$1" ;;
    esac
}

make_debian() {
    say "debian:bookworm-slim, by debootstrap"
    debootstrap --variant=minbase bookworm "$FOLDER/debian" >"$FOLDER/debootstrap.log" 2>&1 ||
        refuse "debootstrap failed: $(tail -n 3 "$FOLDER/debootstrap.log")"
    settle_apt "$FOLDER/debian"
    rm -rf "$FOLDER"/debian/{var/cache/apt/archives,var/lib/apt/lists}/* "$FOLDER"/debian/usr/share/{doc,man,locale,info}/*
    tar -C "$FOLDER/debian" -c . | docker import --change 'CMD ["bash"]' - debian:bookworm-slim >/dev/null
}

# settle_apt ROOT: packages come from where this machine has its own.
settle_apt() {
    cp -a /etc/apt/sources.list.d/debian.sources "$1/etc/apt/sources.list.d/" 2>/dev/null && rm -f "$1/etc/apt/sources.list" ||
        cp /etc/apt/sources.list "$1/etc/apt/sources.list"
    apt-config dump | grep -E '^Acquire::(Check|http::Proxy|https::Proxy)' >"$1/etc/apt/apt.conf.d/90-as-on-the-host" || true
}

# The toolchain of this machine on Debian, with the packages that Swift's own image has. Where Swift packages come from a
# mirror, it comes along.
make_swift() {
    local toolchain root="$FOLDER/swift"
    toolchain=$(toolchain_folder)
    say "swift:6.3-bookworm, with the toolchain of $toolchain"
    build --tag swift-packages "$HERE/images/swift"
    docker create --name swift-packages swift-packages >/dev/null
    mkdir -p "$root"
    docker export swift-packages | tar -C "$root" -x
    docker rm swift-packages >/dev/null
    copy_mirror "$root"
    # By hard links where that is possible: gigabytes.
    cp -al "$toolchain/." "$root/usr/" 2>/dev/null || cp -a "$toolchain/." "$root/usr/"
    tar -C "$root" -c --exclude './usr/bin/*lldb*' --exclude './usr/lib/*lldb*' . |
        docker import --change 'CMD ["bash"]' - swift:6.3-bookworm >/dev/null
    docker rmi swift-packages >/dev/null
    rm -rf "$root"
}

# /…/usr, which holds bin/swift.
toolchain_folder() {
    local swift
    swift=$(readlink -f "$(command -v swift)") || refuse "There is no Swift toolchain: put one on the PATH, then start again."
    dirname "$(dirname "$swift")"
}

copy_mirror() {
    local folder
    git config --system --get-regexp '^url\..*\.insteadof$' 2>/dev/null | while read -r key value; do
        git config --file "$1/etc/gitconfig" --add "$key" "$value"
        folder=${key#url.} folder=${folder%.insteadof}
        if [ -d "$folder" ] && [ ! -e "$1$folder" ]; then mkdir -p "$1$folder" && cp -a "$folder/." "$1$folder/"; fi
    done
    git config --file "$1/etc/gitconfig" --add safe.directory '*'
}

# make_stand_in FOLDER NAME
make_stand_in() {
    say "$2, a stand-in"
    build --tag "$2" "$HERE/images/$1"
}

# build ARGUMENTS…: quiet unless it fails.
build() {
    docker build --network host "$@" >"$FOLDER/build.log" 2>&1 || {
        tail -n 30 "$FOLDER/build.log" >&2
        refuse "docker build failed: see above."
    }
}

# The real Dockerfile, as compose.yaml builds it.
make_real_images() {
    say "docker/Dockerfile: all programs, with the Swift library in them (most of the time goes here)"
    build --file docker/Dockerfile --tag passerelle .
    build --file docker/Dockerfile --target sandbox --tag passerelle-sandbox .
    docker image inspect --format 'passerelle: {{.Size}} bytes, version {{index .Config.Labels "org.opencontainers.image.version"}}' passerelle
}
