# make serve | site | test | bench | new-widget | lock | clean. Everything is installed inside this folder (.venv,
# node_modules); `make test` may also install a browser, see tests/browser/install.py.

SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)
VENV_PYTHON := .venv/bin/python
# Node may live in .venv/bin (from PyPI); quoted because the folder's path may hold spaces.
RUN := PATH="$(CURDIR)/.venv/bin:$$PATH" NO_MKDOCS_2_WARNING=1 PIP_DISABLE_PIP_VERSION_CHECK=1
PIP := $(RUN) $(VENV_PYTHON) -m pip install --quiet --require-hashes
PORT ?= 8000
# Processes that share the tests.
WORKERS ?= 2

.PHONY: serve site test bench new-widget lock clean
.DELETE_ON_ERROR:

serve: .venv/site.stamp node_modules/installed.stamp
	$(RUN) $(VENV_PYTHON) -m mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

site: .venv/site.stamp node_modules/installed.stamp
	$(RUN) $(VENV_PYTHON) -m mkdocs build --strict --site-dir site
	@echo "The pages in site/ name themselves as they are found at $${SITE_URL:-http://127.0.0.1:8000/} (SITE_URL=… make site)."

# `make test ONLY=tests/widgets/test_parabola.py` runs that alone; ONLY may hold options of pytest, such as --lf.
test: .venv/test.stamp node_modules/installed.stamp
ifdef ONLY
	$(if $(findstring tests/browser,$(ONLY)),$(RUN) $(VENV_PYTHON) -m tests.browser.install)
	$(RUN) $(VENV_PYTHON) -m pytest $(ONLY)
else
	$(RUN) $(VENV_PYTHON) -m ruff check .
	$(RUN) $(VENV_PYTHON) -m ruff format --check .
	$(RUN) $(VENV_PYTHON) -m mypy
	$(RUN) node_modules/.bin/tsc --project widgets/browser
	$(RUN) $(VENV_PYTHON) -m tests.browser.install
	$(RUN) $(VENV_PYTHON) -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder
endif

bench: .venv/test.stamp node_modules/installed.stamp
	$(RUN) $(VENV_PYTHON) -m tests.browser.install
	$(RUN) $(VENV_PYTHON) -m benchmarks $(ONLY)

new-widget: .venv/site.stamp
	@$(RUN) $(VENV_PYTHON) -m widgets.build.new_widget "$(NAME)"

# Pins what pyproject.toml and package.json ask for, as it was pinned before where that still fits;
# `make lock UPGRADE=--upgrade` moves to the newest.
LOCK := $(RUN) .venv/bin/uv pip compile pyproject.toml $(UPGRADE) --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header --no-annotate

lock: .venv/bin/uv .venv/site.stamp
	$(LOCK) --extra site -o requirements/site.txt
	$(LOCK) --extra site --extra test -c requirements/site.txt -o requirements/test.txt
	$(LOCK) --extra node -o requirements/node.txt
	$(LOCK) --extra lock -o requirements/lock.txt
	$(RUN) npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

clean:
	rm -rf .venv node_modules benchmarks/node_modules .cache site

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found on PATH. Install it, or name it: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo "Python's venv module is needed (Debian and Ubuntu: apt install python3-venv)."; exit 1; }

.venv/site.stamp: requirements/site.txt requirements/node.txt | .venv/bin/python
	$(PIP) -r requirements/site.txt
	$(RUN) $(VENV_PYTHON) -m widgets.build.package.node || { $(PIP) -r requirements/node.txt && $(VENV_PYTHON) -m widgets.build.package.node --link; }
	@touch $@

.venv/bin/uv: requirements/lock.txt | .venv/bin/python
	$(PIP) -r requirements/lock.txt
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/site.stamp
	$(PIP) -r requirements/test.txt
	@touch $@

node_modules/installed.stamp: package.json package-lock.json .venv/site.stamp
	$(RUN) npm ci --no-audit --no-fund --loglevel=error
	@touch $@
