#!/usr/bin/env bash
# Makes .venv and installs the locked packages, only when the lock has changed.
# Usage: scripts/install.sh run|test
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

for_what="${1:-run}"
case "$for_what" in run | test) ;; *)
    echo "usage: scripts/install.sh run|test" >&2
    exit 2
    ;;
esac

packages=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libmagic1 fonts-noto-core)
if [ "$for_what" = test ]; then
    packages+=(chromium postgresql poppler-utils gettext)
fi

python=""
for candidate in python3.11 python3.12 python3.13 python3; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python="$(command -v "$candidate")"
        break
    fi
done
if [ -z "$python" ]; then
    echo "Python 3.11 or newer is needed and was not found." >&2
    exit 1
fi
"$python" -c 'import ensurepip, venv' 2>/dev/null || packages+=(python3-venv)

missing=()
if command -v dpkg >/dev/null; then
    for package in "${packages[@]}"; do
        state="$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)"
        [ "$state" = "install ok installed" ] || missing+=("$package")
    done
else
    echo "No Debian here: please have the likes of these installed: ${packages[*]}"
fi
if [ "${#missing[@]}" -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "These Debian packages are missing. As root, run:" >&2
        echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    echo "Installing Debian packages: ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q </dev/null
    apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null
fi

stamp_of() { cat "requirements/$1.txt" pyproject.toml | sha256sum | cut -d ' ' -f 1; }
is_current() { [ "$(cat ".venv/netra-$1" 2>/dev/null)" = "$(stamp_of "$1")" ]; }

if is_current "$for_what" || { [ "$for_what" = run ] && is_current test; }; then
    exit 0
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
echo "Installing the locked Python packages for: $for_what"
.venv/bin/python -m pip install --quiet --require-hashes -r "requirements/$for_what.txt"
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
rm -f .venv/netra-run .venv/netra-test
stamp_of "$for_what" >".venv/netra-$for_what"
