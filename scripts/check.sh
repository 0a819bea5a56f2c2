#!/usr/bin/env bash
# Everything a program can check without running the tests; names all that failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

data="$(mktemp -d)"
trap 'rm -rf "$data"' EXIT
python3 scripts/keys.py "$data/netra.env" >/dev/null
mkdir "$data/static"
export NETRA_DATA_DIR="$data"

failed=()
step() {
    local name="$1"
    shift
    echo "== $name"
    "$@" || failed+=("$name")
}

step "format" .venv/bin/ruff format --check --quiet .
step "lint" .venv/bin/ruff check --quiet .
step "types" .venv/bin/mypy
step "imports" .venv/bin/lint-imports
step "migrations" .venv/bin/netra makemigrations --check --dry-run
step "translations" .venv/bin/python scripts/translations.py
step "guards" .venv/bin/pytest tests/house -q

if [ "${#failed[@]}" -gt 0 ]; then
    echo "failed: ${failed[*]}" >&2
    exit 1
fi
echo "all checks passed"
