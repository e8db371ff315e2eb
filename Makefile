# Two commands set up everything: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test check lock clean

demo: $(READY)
	$(BIN)/scholargraph build graph/sources --graph graph
	@mkdir -p graph/pages
	$(BIN)/scholargraph network coauthors --graph graph --out graph/pages/coauthors.html
	$(BIN)/scholargraph view topics --graph graph --out graph/pages/topics.html
	@echo
	@echo "Open in a browser:  $(CURDIR)/graph/pages/coauthors.html"
	@echo "                    $(CURDIR)/graph/pages/topics.html"
	@echo "Type next:          source $(BIN)/activate"
	@echo "                    scholargraph show 'Banghua Zhu'"
	@echo "                    scholargraph ask"
	@echo "                    scholargraph explain 'Hao Zhang'"

test: $(READY) check
	$(BIN)/python -m pytest -n 2

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# Pins every package, for all platforms and Python 3.11 onwards; needs uv.
lock:
	uv pip compile pyproject.toml --extra all --universal --generate-hashes --no-header --quiet \
	  --no-emit-index-url --no-emit-find-links --python-version 3.11 build-requirements.in --output-file requirements.lock

clean:
	rm -rf $(VENV) graph/store graph/pages
