#!/usr/bin/env bash
# All tests: of records, commands and the matrix what meets the database on PostgreSQL
# (the rest would only say the same twice), then all of them on SQLite and in a real
# browser. The last line is pytest's own; either run failing fails the whole.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

scripts/install.sh test || exit 1
pytest=(.venv/bin/pytest -q -n 2 --dist loadgroup -p no:cacheprovider)

echo "== PostgreSQL"
NETRA_TESTS_OF=database .venv/bin/python scripts/postgres.py \
    "${pytest[@]}" tests/records tests/cli tests/web/test_matrix.py
on_postgresql=$?
if [ "$on_postgresql" -ne 0 ]; then
    echo "== the tests on PostgreSQL failed; SQLite follows"
fi

echo "== SQLite and browser"
NETRA_DATABASE=sqlite "${pytest[@]}"
on_sqlite=$?
[ "$on_postgresql" -eq 0 ] && [ "$on_sqlite" -eq 0 ]
