# Sourced by ./run and ./test: install what is missing, configure, build. Nothing is asked; a
# second call that has nothing to do costs a stamp's comparison.

say() { printf '%s\n' "$*" >&2; }

missing_packages() {
    local package
    grep -v '^#' "$1/scripts/packages.txt" | while read -r package; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
    done
}

install_packages() {
    local root=$1 missing sudo=""
    # Asked of dpkg only when the list changed since it was last found whole: the question alone
    # would cost more than everything else that ./run does.
    local stamp=$root/build/packages.stamp
    [ -e "$stamp" ] && [ ! "$root/scripts/packages.txt" -nt "$stamp" ] && return 0
    missing=$(missing_packages "$root")
    if [ -n "$missing" ]; then
        command -v apt-get >/dev/null || { say "run: apt-get is not here; install by hand: $(echo $missing)"; exit 1; }
        if [ "$(id -u)" != 0 ]; then
            command -v sudo >/dev/null || { say "run: neither root nor sudo; install by hand: $(echo $missing)"; exit 1; }
            sudo=sudo
        fi
        say "Installing $(echo "$missing" | wc -l) packages"
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || say "run: the package lists could not be renewed; trying with the old ones"
        $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing </dev/null >"$root/build/packages.log" 2>&1 || {
            say "run: the packages could not be installed: $(tail -n 1 "$root/build/packages.log")"
            exit 1
        }
    fi
    touch "$stamp"
}

# Where the compiler's cache has nothing to give, precompiled headers save a third of the time; where
# it has, they would keep it from helping.
precompile() {
    if command -v ccache >/dev/null && ! ccache --print-stats 2>/dev/null | grep -qx "files_in_cache[[:space:]]*0"; then
        echo OFF
    else
        echo ON
    fi
}

configure() {
    local root=$1
    [ -e "$root/build/release/build.ninja" ] && return 0
    say "Configuring"
    (cd "$root" && cmake --preset release -DCMAKE_INSTALL_MESSAGE=LAZY -DTPATLAS_PRECOMPILE="$(precompile)" >"$root/build/configure.log" 2>&1) || {
        cat "$root/build/configure.log" >&2
        exit 1
    }
}

# Ninja itself tells what is out of date; its own progress is shown, on standard error.
build() {
    local root=$1
    shift
    ninja -C "$root/build/release" "$@" >&2
}

setup() {
    local root=$1
    shift
    mkdir -p "$root/build"
    install_packages "$root"
    configure "$root"
    build "$root" "$@"
}

setup_program() { setup "$1" tpatlas tpatlas_import tpatlas_body_cache; }

# For scripts: the program's own words are all that is said, unless something fails.
setup_program_quietly() {
    local log
    log=$(setup_program "$1" 2>&1) || {
        printf '%s\n' "$log" >&2
        exit 1
    }
}
setup_tests() { setup "$1" all; }
