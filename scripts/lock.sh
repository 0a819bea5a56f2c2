#!/usr/bin/env bash
# Compiles requirements/run.txt and requirements/test.txt with hashes and no addresses.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v uv >/dev/null; then
    echo "make lock needs uv: https://docs.astral.sh/uv/" >&2
    exit 1
fi
compile=(uv pip compile pyproject.toml --quiet --universal --python-version 3.11
    --generate-hashes --no-header --no-annotate --no-emit-index-url
    --no-emit-find-links --extra build)
"${compile[@]}" --output-file requirements/run.txt
"${compile[@]}" --extra test --output-file requirements/test.txt
