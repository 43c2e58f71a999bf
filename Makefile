# The project's verbs. Every target that runs code calls `setup`, which makes `.venv` from the lock.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONHASHSEED ?= 0

.PHONY: help setup demo test slow check score bench docs pictures lock clean

help:            ## these targets
	@grep -E '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

setup: .venv/ready  ## .venv with everything in it, .venv/bin/acquis included

.venv/ready: requirements.lock pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup      ## the main job on the sample organisation: receive, catalogue, structure, find
	$(BIN)/python -m acquis demo

test: setup      ## the tests, under ten minutes
	$(BIN)/python -m pytest -q -n auto -m "not slow"

slow: setup      ## the slow tests: PostgreSQL, kills, a cluster, whole collections
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-cluster.lock
	$(BIN)/python -m pytest -q -m slow

check: setup     ## lint, format, types, import contract
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

score: setup     ## accuracy on labelled texts, with floors that only rise
	$(BIN)/python -m evaluation

bench: setup     ## speed and memory beside a peer, in one run; PARTS="receiving full" chooses
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.lock
	$(BIN)/python -m benchmarks $(PARTS)

docs: setup      ## the generated pages of docs/reference
	$(BIN)/python -m docs.generate

pictures: setup  ## docs/pictures: every page of the reading room in Chromium
	$(BIN)/python -m docs.pictures $(PAGES)

LOCKED := uv pip compile --generate-hashes --python-version 3.11 --universal -q --no-header --no-annotate

lock:            ## the locks again, from pyproject.toml (needs uv)
	$(LOCKED) pyproject.toml --extra dev -o requirements.lock
	$(LOCKED) requirements-bench.in -c requirements.lock -o requirements-bench.lock
	$(LOCKED) requirements-cluster.in -c requirements.lock -o requirements-cluster.lock

clean:           ## away with what can be made again
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
