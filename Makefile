# Everything is set up inside this folder: .boot holds the pinned uv, .venv the locked packages.
# Needs Python 3.11 or later with pip, and make. Nothing outside the folder is changed,
# except that `make test` may install Chromium where none is found (see tests/browser.py).

UV_VERSION := 0.13.9
UV := .boot/bin/uv
BIN := .venv/bin

# The first Python on the path that is new enough; give another with `make demo PYTHON=python3.12`.
PYTHON ?= $(shell for name in python3 python python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

# The environment's Python is the one found above; uv never fetches another.
export UV_PYTHON_DOWNLOADS := never
export UV_PROJECT_ENVIRONMENT := .venv
# Where Python may not write bytecode beside its sources, every command would compile all that it loads anew.
export UV_COMPILE_BYTECODE := 1

.DEFAULT_GOAL := help
.PHONY: help demo test every-test test-spark quick check fix bench docs wheel clean

help:  ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.ready .venv/.assets  ## Set up, make a council, check, measure, forecast, report (RETURNS=folder, FRESH=1)
	@$(BIN)/sufficiency demo $(if $(RETURNS),--returns "$(RETURNS)") $(if $(FRESH),--fresh)

# The checks take one processor: the tests begin beside them.
test: .venv/.ready-dev .venv/.assets  ## Set up, run all checks and every test, the browser's too
	@$(BIN)/python tests/browser.py
	@$(MAKE) --no-print-directory --jobs=2 check every-test

every-test:
	@$(BIN)/pytest -n 2 --dist loadfile
	@$(BIN)/python tests/postgres.py $(BIN)/pytest -n 2 --dist loadfile \
		tests/web tests/journeys/test_from_files_to_report.py

test-spark: .venv/.ready-dev  ## Install Spark (large; needs Java 17) and run the rules on it: the same findings
	@$(UV) sync --quiet --python .boot/bin/python --locked --all-extras --inexact
	@$(BIN)/pytest tests/spark/test_small_case.py tests/spark/cases.py

quick: .venv/.ready-dev  ## The developer's subset of the tests, under a minute
	@$(BIN)/pytest -n 2 -m "not slow and not browser"

check: .venv/.ready-dev  ## Style, types and direction of imports
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

fix: .venv/.ready-dev  ## Mend what can be mended by machine
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: .venv/.ready-dev  ## Time the main jobs and write docs/reference/benchmarks.md
	@$(BIN)/python -m benchmarks

docs: .venv/.ready-dev  ## Write docs/reference/ from the declarations, and renew the outputs shown
	@$(BIN)/python docs/write_reference.py
	@$(BIN)/python docs/run_examples.py

wheel: .venv/.assets  ## Build dist/*.whl, the look of the site included
	@$(UV) build --quiet --wheel && ls dist/*.whl

clean:  ## Remove everything that was set up or made
	rm -rf frontend/node_modules src/sufficiency/web/ui/static/vendor dist
	rm -rf .boot .venv .demo .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage

# Where Python came without ensurepip (Debian), the pip that is there fills the empty environment.
.boot/.uv-$(UV_VERSION):
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or later was found on the path."; \
		echo "Install one, or name it: make demo PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up (once): uv $(UV_VERSION)"
	@rm -rf .boot
	@if $(PYTHON) -c 'import ensurepip' 2>/dev/null; \
		then $(PYTHON) -m venv .boot && .boot/bin/python -m pip install --quiet "uv==$(UV_VERSION)"; \
		else $(PYTHON) -m venv --without-pip .boot && \
			$(PYTHON) -m pip --python .boot/bin/python install --quiet "uv==$(UV_VERSION)"; fi
	@touch $@

# --inexact: running the demo after the tests does not take the test tools away again.
.venv/.ready: pyproject.toml uv.lock | .boot/.uv-$(UV_VERSION)
	@echo "Setting up (once): packages into .venv"
	@$(UV) sync --quiet --python .boot/bin/python --locked --all-extras --no-extra spark --no-dev --inexact
	@$(BIN)/python -m compileall -q src
	@touch $@

.venv/.ready-dev: pyproject.toml uv.lock | .boot/.uv-$(UV_VERSION)
	@echo "Setting up (once): packages and test tools into .venv"
	@$(UV) sync --quiet --python .boot/bin/python --locked --all-extras --no-extra spark --inexact
	@$(BIN)/python -m compileall -q src
	@touch .venv/.ready $@

# The look of the site, compiled once. Node is the system's where it is new enough, else a package's; running
# the site needs none.
.venv/.assets: $(wildcard frontend/*.*) | .venv/.ready
	@echo "Setting up (once): the look of the site"
	@if ! { node -e 'process.exit(parseInt(process.versions.node) < 18)' && npm --version; } >/dev/null 2>&1; then \
		$(UV) sync --quiet --python .boot/bin/python --locked --all-extras --no-extra spark --no-dev --group assets --inexact && \
		export PATH="$(CURDIR)/$(BIN):$$PATH"; fi; \
	cd frontend && npm ci --silent --omit=optional && npm run --silent vendor
	@touch $@
