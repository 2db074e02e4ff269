# make demo    the sample team in a window, from a fresh clone on
# make test    everything that is checked, as on the build machine
# PYTHON=python3.12 make …    with another interpreter
export PYTHON
BIN := .venv/bin
SETUP := @bash packaging/setup.sh
PYTEST := QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest

.DEFAULT_GOAL := help
.PHONY: help setup setup-dev demo run test tests long-test lint format types screenshots golden keys bench words clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup: ## make .venv ready to run Coachdesk
	$(SETUP)

setup-dev: ## make .venv ready to work on Coachdesk
	$(SETUP) --dev

demo: setup ## open the sample team
	@$(BIN)/coachdesk demo

run: setup ## open your own store
	@$(BIN)/coachdesk

test: setup-dev lint types tests ## lint, format check, types and all tests

tests: setup-dev ## the tests alone
	$(PYTEST) -q -n auto

long-test: setup-dev ## the slow tests: the built wheel, many thousand calls
	$(PYTEST) -q -m long

lint: setup-dev ## linter and format check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: setup-dev ## write the code in the house format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: setup-dev ## type check, strict
	$(BIN)/mypy

screenshots: setup-dev ## render every screen to docs/images
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots

golden: setup-dev ## keep anew how every page of the sample team reads and looks
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.reports.golden

keys: setup-dev ## write docs/keys.md from the registry of actions
	@$(BIN)/python -m tests.keys_page

bench: setup-dev ## speed and memory as ratios
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest benchmarks -q -m "" -p no:randomly

words: setup-dev ## collect every user-visible string, and bring every language up to date
	@$(BIN)/python -m tests.words

clean: ## remove what can be made again
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find coachdesk tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
