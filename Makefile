# Every target makes the environment it needs; PYTHON=python3.12 make test chooses the interpreter.
PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check evaluate figures picture bench clean
.DEFAULT_GOAL := help

help:
	@echo "make demo      build a graph from the sample documents into exports/ and say what was found"
	@echo "make test      run the test suite"
	@echo "make check     ruff, mypy --strict and the layer contracts"
	@echo "make evaluate  precision, recall and F1 on the project's own annotated documents"
	@echo "make figures   measure, and write the figures into README.md and README.zh.md"
	@echo "make picture   draw docs/graph.svg, the README's picture, from exports/"
	@echo "make bench     characters a second and peak memory"
	@echo "make clean     remove the environment and caches"

# Two stamps: the demo needs no test tools.
$(BIN)/.kg: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kg needs Python 3.11 or later; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 …")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(BIN)/.kg-dev: $(BIN)/.kg
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(BIN)/.kg
	@$(BIN)/kg demo

test: $(BIN)/.kg-dev
	$(BIN)/python -m pytest

check: $(BIN)/.kg-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(BIN)/.kg
	$(BIN)/kg evaluate tests/gold/open

figures: $(BIN)/.kg
	$(BIN)/python docs/figures.py tests/gold/open

picture: $(BIN)/.kg
	$(BIN)/python docs/draw.py exports docs/graph.svg ministry-news-1.txt

bench: $(BIN)/.kg
	$(BIN)/python -m bench

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist
