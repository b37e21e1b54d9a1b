# Two commands: `make demo` shows Holdfast, `make test` proves it. `make check` takes five seconds.
.PHONY: help setup assets demo test check lock clean

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

help:
	@echo "make demo   load the story, write the annual report, serve at http://127.0.0.1:8000"
	@echo "make test   everything CI runs"
	@echo "make check  the five-second subset: style, imports, house rules"
	@echo "make setup  build .venv alone"

setup: .venv/.run

.venv/.uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Holdfast needs Python 3.11 or newer; $(PYTHON) is older. Set PYTHON=…"; exit 2; }
	@echo "Building .venv …"
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/.run: .venv/.uv requirements/run.txt pyproject.toml
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/run.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements/dev.txt
	@touch $@

assets: .venv/.run
	@$(BIN)/python -m holdfast.kernel.ui.assets

demo: assets
	@$(BIN)/holdfast demo

test: .venv/.dev assets
	@$(BIN)/python -m tests.everything

check: .venv/.dev
	@$(BIN)/python -m tests.everything --quick

lock: .venv/.uv
	@for name in uv run dev assets; do $(BIN)/uv pip compile --quiet --generate-hashes \
		--no-emit-index-url --no-header --python-version 3.11 \
		requirements/$$name.in --output-file requirements/$$name.txt; done

clean:
	rm -rf .venv .venv-assets node_modules assets static var
