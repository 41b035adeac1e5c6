# Two commands matter: `make demo` shows what Marsad does, `make check` is everything a change must pass.
# Both make their own environment in .venv and install into it; nothing outside this folder is touched, except that
# `make check`, run as root on a Debian machine without a browser, installs one for the browser tests.

VENV ?= .venv
export PYTHON
BIN := $(VENV)/bin
DEMO_DB := demo.db
FLOORS := quality/floors.toml
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

# Announces a step. No commas in its text: make would take them for further arguments. Bold on a terminal only.
say = @printf '\n$(if $(MAKE_TERMOUT),\033[1m== %s\033[0m,== %s)\n' $(1)

.PHONY: help demo check format lint types contracts test gate docs bench browser fix clean

help:  ## show this list
	@printf 'make targets:\n'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
	  while IFS='|' read -r target purpose; do printf '  %-10s %s\n' "$$target" "$$purpose"; done

$(VENV)/.with-run: pyproject.toml tools/environment
	$(call say,'Environment: Marsad with what it needs ($(VENV))')
	@tools/environment $(VENV) .
	@touch $@

$(VENV)/.with-test: pyproject.toml tools/environment
	$(call say,'Environment: Marsad with what it and its tests need ($(VENV))')
	@tools/environment $(VENV) '.[test]'
	@touch $@ $(VENV)/.with-run

demo: $(VENV)/.with-run  ## read the bundled sample and show a relation report
	$(call say,'Reading the bundled sample (19 Arabic articles) into $(DEMO_DB)')
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	@$(BIN)/marsad add --db $(DEMO_DB) src/marsad/sample
	$(call say,'Egypt and Turkey: marsad report EGY TUR')
	@$(BIN)/marsad report --db $(DEMO_DB) EGY TUR
	$(call say,'The same in the browser')
	@printf 'Run   %s serve --db %s   and open the address it prints.\n' $(BIN)/marsad $(DEMO_DB)
	@printf 'Other pairs in the sample: RUS CHN, DZA MAR, SAU IRN, FRA DZA (%s report --db %s RUS CHN).\n' \
	  $(BIN)/marsad $(DEMO_DB)

check: $(VENV)/.with-test format lint types contracts browser test gate docs  ## everything a change must pass
	$(call say,'All checks passed')

format: $(VENV)/.with-test  ## is the code formatted?
	$(call say,'Format (ruff format --check)')
	@$(BIN)/ruff format --check .

lint: $(VENV)/.with-test  ## lint
	$(call say,'Lint (ruff check)')
	@$(BIN)/ruff check .

types: $(VENV)/.with-test  ## types
	$(call say,'Types (mypy --strict)')
	@$(BIN)/mypy

contracts: $(VENV)/.with-test  ## who may import whom
	$(call say,'Import contracts (lint-imports)')
	@$(BIN)/lint-imports

browser: tools/browser
	$(call say,'A browser for the browser tests')
	@tools/browser

test: $(VENV)/.with-test  ## unit, lexicon, sample, property and browser tests
	$(call say,'Tests (pytest in two processes)')
	@$(BIN)/pytest -n 2 -rs --ignore tests/gate --ignore tests/docs

gate: $(VENV)/.with-test  ## quality floors on every gold set that is here
	$(call say,'Quality gate (marsad eval --floors $(FLOORS))')
	@$(BIN)/marsad eval --floors $(FLOORS)
	@$(BIN)/pytest -rs tests/gate

docs: $(VENV)/.with-test  ## do the commands and links of the documentation work?
	$(call say,'Documentation: links and commands and examples (pytest)')
	@$(BIN)/pytest -n 2 -rs tests/docs

bench: $(VENV)/.with-test  ## how fast the reader is
	$(call say,'Speed of the reader (bench/read.py)')
	@$(BIN)/python bench/read.py

fix: $(VENV)/.with-test  ## format, and mend what the linter can mend
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean:  ## remove the environment, caches and the demo's database
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache build dist
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
