# Two commands are all one needs on a machine with Swift and make: `make site` and `make test`.

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PRAXIS := .build/release/praxis

.PHONY: help site serve test check check-pages check-hostile fuzz bench bench-search soak package record pictures format clean praxis

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: praxis ## Install what is missing, build the program and build content/ into public/
	@$(PRAXIS) build

serve: praxis ## Preview content/ in the browser while you write
	@$(PRAXIS) serve

praxis:
	@Scripts/install-requirements build
	@swift build --configuration release --product praxis

test: ## Install what the tests need and run them all
	@Scripts/install-requirements test
	@Scripts/test

check: ## Check format, the table of targets, and that every rule and option is documented
	@Scripts/install-requirements build
	@Scripts/check

check-pages: praxis ## Check every page of content/ with the Nu HTML checker and axe-core
	@Scripts/install-requirements test
	@Scripts/check-pages

check-hostile: praxis ## Try every text that tries to run a script in every place, in a browser; about an hour
	@Scripts/install-requirements test
	@PRAXIS=$(PWD)/$(PRAXIS) HOSTILE=all .venv/bin/python -m pytest Tests/Browser/test_hostile_text.py --quiet

bench: praxis ## Measure builds of generated sites beside the floor
	@Scripts/bench

soak: praxis ## Edit a site under a running preview and watch its memory; SECONDS=3600, OPTIONS=…
	@Scripts/soak $(SECONDS) $(OPTIONS)

bench-search: praxis ## Measure search beside Pagefind; CORPUS=folders of HTML, PAGES=9746, KEEP=folder, OPTIONS=…
	@Scripts/install-requirements test
	@Scripts/bench-search $(if $(CORPUS),--corpus $(CORPUS)) $(if $(PAGES),--pages $(PAGES)) $(if $(KEEP),--keep $(KEEP)) $(OPTIONS)

package: ## Make one file of the program for machines that have no Swift, and try it
	@Scripts/install-requirements build
	@Scripts/package

fuzz: ## Feed the readers of what authors write with what a machine thinks of, ten minutes each
	@Scripts/install-requirements build
	@Scripts/fuzz

record: ## Write down anew what the recorded tests expect; look at the difference before you commit
	@RECORD=1 swift test || true
	@python3 Scripts/documentation.py .build/debug/praxis
	@git status --short Tests docs

pictures: praxis ## Take the pictures in the README anew
	@Scripts/install-requirements test
	@PRAXIS=$(PWD)/$(PRAXIS) .venv/bin/python Tests/Browser/take_pictures.py

format: ## Lay out the code
	@swift format --in-place --parallel --recursive Sources Tests Plugins Package.swift

clean: ## Remove what was built
	@rm -rf .build .build-package .venv
