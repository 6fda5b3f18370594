# Every target is one line of .ci/project.py, which runs on Windows too: py .ci\project.py run
PROJECT := python3 .ci/project.py

.PHONY: help setup run hub test bench bench-cards lessons pictures soak fuzz sbom audit clean
.DEFAULT_GOAL := help

help:      ## show this list
	@grep -E '^[a-z-]+: .*##' Makefile | sed 's/: *## /\t/'

setup:     ## make the environment ready (once; run and test do it by themselves)
	@$(PROJECT) setup

run:       ## start the program; ARGS="…" is passed on
	@$(PROJECT) run $(ARGS)

hub:       ## start the hub with a PostgreSQL of its own on loopback; ARGS="--data FOLDER" keeps its data there
	@$(PROJECT) hub $(ARGS)

test:      ## format, lint, types, import rules, forms and tests; ARGS="…" goes to pytest
	@$(PROJECT) test $(ARGS)

bench:     ## run the benchmarks
	@$(PROJECT) bench $(ARGS)

bench-cards:  ## compare the card reader with each engine; ARGS="--set DIR" or "--films DIR" measures yours
	@$(PROJECT) bench-cards $(ARGS)

lessons:   ## play every lesson through the window, offscreen; ARGS="--only 1 2" takes some
	@$(PROJECT) lessons $(ARGS)

pictures:  ## draw the screens and papers of one visit into pictures/
	@$(PROJECT) pictures $(ARGS)

soak:      ## kill desk, hub and line at random while visits run: make soak KILLS=1000 VISITS=200 SEED=1
	@$(PROJECT) soak --kills $(or $(KILLS),1000) --visits $(or $(VISITS),200) --seed $(or $(SEED),1)

fuzz:      ## throw a million made-up inputs at every reader: make fuzz ARGS="--inputs 10000 --only pdfs"
	@$(PROJECT) fuzz $(ARGS)

sbom:      ## write what desk and hub are made of (CycloneDX) into build/
	@$(PROJECT) sbom $(ARGS)

audit:     ## ask for known faults of every pinned library; needs a network
	@$(PROJECT) audit

clean:     ## delete the environment and the caches
	@$(PROJECT) clean
