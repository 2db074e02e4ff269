#!/bin/bash
# Makes .venv ready: packages, and what Qt needs from the system. Silent and quick when nothing is missing.
#
#   packaging/setup.sh          to run Coachdesk
#   packaging/setup.sh --dev    to work on it (adds the test tools)
#
# PYTHON=python3.12 chooses the interpreter; else an existing .venv is kept, else python3 is taken.
set -euo pipefail
cd "$(dirname "$0")/.."

extra=""
[ "${1:-}" = "--dev" ] && extra="[dev]"
chosen="${PYTHON:-}"
stamp=.venv/coachdesk-setup

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

# A shared library the dynamic linker must find, and the Debian package that holds it.
libraries="libEGL.so.1=libegl1 libGL.so.1=libgl1 libxkbcommon.so.0=libxkbcommon0
libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libglib-2.0.so.0=libglib2.0-0
libcups.so.2=libcups2 libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-shape.so.0=libxcb-shape0
libxkbcommon-x11.so.0=libxkbcommon-x11-0 libX11-xcb.so.1=libx11-xcb1"

missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local known pair
    known="$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null)" || return 0
    for pair in $libraries; do
        case "$known" in
            *"${pair%%=*} "*) ;;
            *) echo "${pair##*=}" ;;
        esac
    done
}

install_for_the_system() {
    local line="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null; then
        say "These are missing (Debian's names): $*"
        stop "Install them with your system's package tool, then run this again."
    fi
    local as_root=""
    if [ "$(id -u)" != 0 ]; then
        if ! { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then
            say "Coachdesk needs a few packages of the system. Run this line, then try again:"
            stop "    sudo $line"
        fi
        as_root="sudo -n"
    fi
    say "Installing what is missing from the system: $*"
    { $as_root apt-get -qq update && $as_root env DEBIAN_FRONTEND=noninteractive $line -qq; } \
        >&2 </dev/null || stop "That did not work. The line was: $as_root $line"
}

version_of() { "$1" -c 'import sys; print("%d.%d.%d" % sys.version_info[:3])' 2>/dev/null || true; }

# Empty unless .venv runs, holds pip, and was made by the interpreter asked for.
usable_venv() {
    [ -x .venv/bin/python ] || return 0
    local version
    version="$(version_of .venv/bin/python)"
    [ -z "$chosen" ] || [ "$version" = "$(version_of "$chosen")" ] || return 0
    [ "$(printf '%s\n' 3.11 "$version" | sort -V | head -n 1)" = 3.11 ] || return 0
    echo "$version"
}

key_for() { # the interpreter's version
    local sums
    sums="$( (sha256sum pyproject.toml packaging/constraints.txt packaging/setup.sh 2>/dev/null \
        || shasum -a 256 pyproject.toml packaging/constraints.txt packaging/setup.sh) | cut -d' ' -f1)"
    printf 'python %s\nfolder %s\n%s\n' "$1" "$PWD" "$sums"
}

ready() { # the interpreter's version
    [ -f "$stamp" ] || return 1
    local noted
    noted="$(cat "$stamp")"
    [ "$noted" = "$(key_for "$1")${extra:+$'\n'$extra}" ] || [ "$noted" = "$(key_for "$1")"$'\n[dev]' ]
}

make_venv() {
    local python="${chosen:-python3}" version
    command -v "$python" >/dev/null || stop "No '$python' here. Install Python 3.11 or newer, or say PYTHON=/path/to/python3."
    version="$(version_of "$python")"
    [ "$(printf '%s\n' 3.11 "$version" | sort -V | head -n 1)" = 3.11 ] \
        || stop "'$python' is Python $version; Coachdesk needs 3.11 or newer. Say PYTHON=/path/to/python3."
    rm -rf .venv
    "$python" -m venv .venv >&2 || { rm -rf .venv; stop "The virtual environment could not be made (see above)."; }
}

# Debian ships venv without ensurepip: asked only when a .venv has to be made.
missing_venv_package() {
    local python="${chosen:-python3}"
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return 0
    command -v "$python" >/dev/null || return 0
    "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

version="$(usable_venv)"
packages="$(missing_libraries)"
if [ -n "$version" ] && [ -z "$packages" ] && ready "$version"; then
    exit 0
fi
if [ -z "$version" ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    version=""
    packages="$packages $(missing_venv_package)"
fi
# shellcheck disable=SC2086  # a list of words
[ -z "${packages// /}" ] || install_for_the_system $packages
[ -n "$version" ] || make_venv
version="$(version_of .venv/bin/python)"
if ! ready "$version"; then
    say "Setting up .venv with Python $version (once; about half a minute) …"
    rm -f "$stamp"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --constraint packaging/constraints.txt --editable ".$extra" >&2 \
        || stop "The Python packages could not be installed (see above). Is there a network? Run this again."
    { key_for "$version"; [ -z "$extra" ] || echo "$extra"; } >"$stamp.new"
    mv "$stamp.new" "$stamp"
fi
