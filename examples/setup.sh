# Sourced by examples/run.sh, tests/run.sh and the other scripts: finds or installs what a build
# needs. Nothing is ever removed from the machine.
#
#     root=<the source tree>  . "$root/examples/setup.sh"
#     need build|test|check|peers   after it, everything of that set is there, or the script has ended;
#                             check: what tests would otherwise skip, too
#     quietly LOG COMMAND...  runs with its output in LOG, which is shown only if it fails

packages_of() {
    local build="g++ cmake ninja-build pkg-config libboost1.81-dev libsqlite3-dev libsodium-dev libssl-dev
        libutf8proc-dev libcli11-dev"
    local test="libgtest-dev libgmock-dev libbenchmark-dev python3 python3-pytest python3-pycparser
        locales libpq-dev postgresql"
    local peers="liblemon-dev libigraph-dev libabsl-dev libsimdjson-dev nlohmann-json3-dev
        python3-networkx python3-numpy python3-workalendar tj3 taskwarrior"
    case $1 in
        build) echo $build ;;
        test) echo $build $test ;;
        check) echo $build $test clang clang-format-14 ;;
        peers) echo $peers ;;
    esac
}

fail() {
    echo "${0##*/}: $*" >&2
    exit 1
}

quietly() {
    local log=$1
    shift
    "$@" >"$log" 2>&1 && return
    tail -n 60 "$log" >&2
    fail "'$1' failed; all of its output is in $log"
}

# How it is called where it is not a Debian package.
other_name_of() {
    case $1 in
        g++) echo "a C++20 compiler" ;;
        cmake) echo "cmake >= 3.25" ;;
        ninja-build) echo "ninja" ;;
        libboost1.81-dev) echo "Boost >= 1.81 (headers)" ;;
        libsqlite3-dev) echo "SQLite >= 3.40 (headers)" ;;
        libssl-dev) echo "OpenSSL >= 3.0 (headers)" ;;
        libsodium-dev) echo "libsodium >= 1.0.18 (headers)" ;;
        libutf8proc-dev) echo "utf8proc (headers)" ;;
        libcli11-dev) echo "CLI11 (headers)" ;;
        libgtest-dev) echo "GoogleTest" ;;
        libgmock-dev) echo "GoogleMock" ;;
        libbenchmark-dev) echo "Google Benchmark" ;;
        python3-pytest) echo "pytest" ;;
        python3-pycparser) echo "pycparser" ;;
        libpq-dev) echo "libpq (headers)" ;;
        postgresql) echo "a PostgreSQL server" ;;
        locales) echo "the sources of locales (/usr/share/i18n)" ;;
        clang-format-14) echo "clang-format 14" ;;
        liblemon-dev) echo "LEMON" ;;
        libigraph-dev) echo "igraph" ;;
        libabsl-dev) echo "Abseil" ;;
        libsimdjson-dev) echo "simdjson" ;;
        nlohmann-json3-dev) echo "JSON for Modern C++ (nlohmann)" ;;
        python3-networkx) echo "NetworkX" ;;
        python3-numpy) echo "NumPy" ;;
        python3-workalendar) echo "workalendar" ;;
        *) echo "$1" ;;
    esac
}

# True if the compiler accepts these lines.
compiles() {
    printf '%s\n' "$@" | ${CXX:-c++} -std=c++20 -x c++ -fsyntax-only - >/dev/null 2>&1
}

# True if the thing itself is there, whoever installed it.
works() {
    case $1 in
        g++) compiles '#include <version>' '#ifndef __cpp_lib_span' '#error' '#endif' ;;
        cmake)
            local version
            version=$(cmake --version 2>/dev/null | sed -n '1s/[^0-9]*//p')
            printf '3.25\n%s\n' "$version" | sort -V -C
            ;;
        ninja-build) command -v ninja >/dev/null ;;
        pkg-config) command -v pkg-config >/dev/null ;;
        libboost1.81-dev)
            [ -e "$root/build/boost/usr/include/boost/version.hpp" ] ||
                compiles '#include <boost/version.hpp>' '#if BOOST_VERSION < 108100' '#error' '#endif'
            ;;
        libsqlite3-dev)
            compiles '#include <sqlite3.h>' '#if SQLITE_VERSION_NUMBER < 3040000' '#error' '#endif'
            ;;
        libssl-dev) pkg-config --exists 'libcrypto >= 3.0' 2>/dev/null ;;
        libsodium-dev) pkg-config --exists 'libsodium >= 1.0.18' 2>/dev/null ;;
        libutf8proc-dev) pkg-config --exists libutf8proc 2>/dev/null ;;
        libcli11-dev) compiles '#include <CLI/Version.hpp>' ;;
        libgtest-dev) compiles '#include <gtest/gtest-message.h>' ;;
        libgmock-dev) compiles '#include <gmock/gmock-cardinalities.h>' ;;
        libbenchmark-dev) compiles '#include <benchmark/benchmark.h>' ;;
        python3) command -v python3 >/dev/null ;;
        # Both in the same Python, as tests/python/find_python.cmake asks.
        python3-pytest | python3-pycparser)
            python3 -c 'import pytest, pycparser' 2>/dev/null ||
                /usr/bin/python3 -c 'import pytest, pycparser' 2>/dev/null
            ;;
        locales) [ -e /usr/share/i18n/locales/vi_VN ] ;;
        libpq-dev) pkg-config --exists libpq 2>/dev/null ;;
        postgresql) ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null ;;
        liblemon-dev) [ -e /usr/include/lemon/static_graph.h ] ;;
        libigraph-dev) pkg-config --exists igraph 2>/dev/null ;;
        libabsl-dev) [ -e /usr/include/absl/synchronization/internal/graphcycles.h ] ;;
        libsimdjson-dev) pkg-config --exists simdjson 2>/dev/null ;;
        nlohmann-json3-dev) compiles '#include <nlohmann/json.hpp>' ;;
        python3-networkx | python3-numpy | python3-workalendar)
            python3 -c "import ${1#python3-}" 2>/dev/null ||
                /usr/bin/python3 -c "import ${1#python3-}" 2>/dev/null
            ;;
        clang | clang-format-14) command -v "$1" >/dev/null ;;
    esac
}

# Those of the packages that are neither installed nor there in another way, one a line.
missing_of() {
    local installed package
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^ii *//p')
    for package; do
        grep -qxF -- "$package" <<<"$installed" || works "$package" || echo "$package"
    done
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

may_be_root() {
    [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null || { [ -t 0 ] && command -v sudo >/dev/null; }
}

# A fresh machine may still be busy with its first upgrade: wait for the lock.
apt() {
    as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get -qq -o DPkg::Lock::Timeout=300 "$@"
}

# Debian 12's Boost 1.81 and 1.74 development packages exclude each other. Where 1.74's are
# installed, they stay: the headers of 1.81 are unpacked into build/boost, where CMakeLists.txt
# looks for them.
unpack_boost() {
    local place=$root/build/boost
    rm -rf "$place" "$place.part"
    mkdir -p "$place.part"
    (cd "$place.part" && apt-get -qq download libboost1.81-dev && dpkg -x libboost1.81-dev_*.deb . &&
        rm libboost1.81-dev_*.deb) >>"$root/build/packages.log" 2>&1 || return
    mv "$place.part" "$place"
}

need() {
    local packages missing names package
    packages=$(packages_of "$1")
    mkdir -p "$root/build"
    missing=$(missing_of $packages)
    if [ -n "$missing" ]; then
        names=$(for package in $missing; do other_name_of "$package"; done | paste -sd, | sed 's/,/, /g')
        command -v apt-get >/dev/null || fail "missing here, and there is no apt-get: $names"
        # Boost alone can be had without being root where the lists of packages are there.
        [ "$missing" = libboost1.81-dev ] && ! may_be_root && unpack_boost && return
        may_be_root || fail "missing packages (run me as root or with sudo):" $missing
        echo "installing packages:" $missing
        apt update >"$root/build/packages.log" 2>&1 || true # the install tells whether it mattered
        # Later releases of Debian have a later Boost under the general name.
        LC_ALL=C apt-cache policy libboost1.81-dev | grep 'Candidate: [0-9]' >/dev/null ||
            missing=${missing/libboost1.81-dev/libboost-dev}
        if grep -qx libboost1.81-dev <<<"$missing" &&
            ! apt install -s --no-remove --no-install-recommends libboost1.81-dev >/dev/null 2>&1; then
            echo "another Boost is installed and stays; unpacking the headers of 1.81 into build/boost"
            unpack_boost || fail "could not download libboost1.81-dev; see $root/build/packages.log"
            missing=$(grep -vx libboost1.81-dev <<<"$missing") || true
        fi
        [ -z "$missing" ] || quietly "$root/build/packages.log" \
            apt install -y --no-install-recommends --no-remove $missing
        missing=$(missing_of $packages)
        [ -z "$missing" ] || fail "still missing after the installation:" $missing
    fi
    # Called through sudo, only the packages needed root: the build belongs to the caller.
    if [ "$(id -u)" = 0 ] && [ "${SUDO_UID:-0}" != 0 ] &&
        [ "$(stat -c %u "$root")" = "$SUDO_UID" ]; then
        chown -R "$SUDO_UID:$SUDO_GID" "$root/build"
        exec sudo -H -u "#$SUDO_UID" env CI="${CI:-}" "$0" "${arguments[@]}"
    fi
}

# Options for every `cmake` that configures: a compiler cache where there is one.
configure_options() {
    command -v ccache >/dev/null &&
        echo -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache
    return 0
}
