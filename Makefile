# Netra. `make` alone prints the list; a newcomer needs `make run` and `make test`.

SHELL := /bin/bash
.DEFAULT_GOAL := help
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: help run test check fix install install-test keys papers screens prove lock \
	reset-demo clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: install keys ## install what is missing, make invented data, open the program
	NETRA_DEMO=1 ./netra prepare
	NETRA_DEMO=1 ./netra demo
	NETRA_DEMO=1 NETRA_PUBLIC_URL=http://$(HOST):$(PORT) \
		./netra serve --host $(HOST) --port $(PORT)

test: ## all tests: PostgreSQL, SQLite, browser
	@scripts/test.sh

check: install-test ## format, lint, types, imports, migrations, guards, translations
	@scripts/check.sh

fix: install-test ## format and mend what a program can mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

install: ## environment and packages for running
	@scripts/install.sh run

install-test: ## environment and packages for developing
	@scripts/install.sh test

keys: ## make the secrets of this installation once
	@python3 scripts/keys.py var/netra.env

papers: install-test ## draw the sample papers into docs/papers
	$(BIN)/python scripts/papers.py

screens: install-test ## photograph the pages into docs/screens
	$(BIN)/python scripts/screens.py

prove: install-test ## clock against its oracle; panel of 200 reports; minutes killed twenty times
	$(BIN)/python -m tests.domain.law.prove_clock --cases 100000
	$(BIN)/python -m tests.panel.run
	$(BIN)/python -m tests.minutes.prove_minutes --kills 20 --seed 1

lock: ## compile requirements/*.txt anew, with hashes and without addresses
	@scripts/lock.sh

reset-demo: ## forget the invented data; keys stay
	rm -rf var/netra.sqlite3 var/netra.sqlite3-shm var/netra.sqlite3-wal \
		var/evidence var/papers

clean: ## remove what tools leave behind; data, keys and environment stay
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis \
		.coverage* htmlcov build
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
