# Portico's commands; each is a small script in .ci/.
.DEFAULT_GOAL := help
.PHONY: help setup run dev test check bench contract release clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## install what is missing (Debian packages, npm trees, test tools)
	@.ci/setup

run: ## build Portico and serve it with demo data on http://127.0.0.1:8080
	@.ci/run-demo

dev: ## the same for developing: restarts on change, Vite dev servers beside it
	@.ci/dev

test: ## everything: lints, unit, API (SQLite and PostgreSQL), contract, browser, licences
	@.ci/test

check: ## the quick look before a commit
	@.ci/check

bench: ## load and compare (tests/bench)
	@.ci/bench

contract: ## write openapi/openapi.json and the client generated from it
	@.ci/contract

release: ## an optimised build in target/release/portico
	@.ci/release

clean: ## remove what was built or installed into this folder; ./data stays
	cargo clean
	rm -rf web-spa/dist web-spa/node_modules openapi/node_modules tests/e2e/results
