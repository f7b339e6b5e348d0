# Second Look. `make help` lists the targets; CI and the README call only these.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
MAKEFLAGS += --no-print-directory
export DEBIAN_FRONTEND := noninteractive
export CGO_ENABLED := 0

GO       ?= go
ADDR     ?= 127.0.0.1:8787
FUZZTIME ?= 10s
CACHE    := .cache
WASMENV  := GOOS=wasip1 GOARCH=wasm
# Not inlining packages of many small questions makes the file 3 % smaller and no slower.
WASMARGS := -buildmode=c-shared -trimpath -buildvcs=false -ldflags="-s -w -buildid=" \
	-gcflags=secondlook/internal/referent=-l -gcflags=secondlook/internal/policy=-l -gcflags=secondlook/internal/proof=-l -overlay=$(CACHE)/overlay.json
say       = @printf '\033[1m%s\033[0m %s\n' '==>' "$(1)"

.PHONY: help deps deps-js deps-system generate figures model compare report wasm engine-only extension server build run test test-go test-wasm test-ts e2e \
	fuzz bench load soak lint sure vuln dist clean

help: ## this list
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

# --- what is needed -------------------------------------------------------

deps: deps-system deps-js ## install what building and testing need, where it is missing
	$(call say,Go modules)
	@$(GO) mod download

deps-system:
	@./.ci/packages

deps-js: $(CACHE)/npm.stamp

$(CACHE)/npm.stamp: extension/package-lock.json
	$(call say,npm packages of the extension)
	@mkdir -p $(CACHE)
	@cd extension && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# --- building -------------------------------------------------------------

generate: ## compile the built-in rules, and copy the sentences that prove a bundle
	$(call say,generate)
	@$(GO) generate ./internal/policy ./internal/proof

figures: ## learn the figures of words, names, ordinary and real posts again; needs the public text beside the checkout
	$(call say,figures)
	@$(GO) generate ./internal/text ./internal/identify
	@$(GO) run ./internal/model/train words ../shared/data internal/model/words.bin
	@$(GO) run ./internal/model/train figures ../shared/data testdata/corpus/real_labels.jsonl internal/model/train

model: ## train the scorer from the posts, lists and figures in the repository
	$(call say,model)
	@$(GO) run ./internal/model/train fields internal/model/fields internal/model/fields.bin
	@$(GO) run ./internal/model/train people testdata/corpus internal/model/train internal/referent/relations.bin
	@$(GO) run ./internal/model/train weights testdata/corpus internal/model/train internal/model/weights.bin

compare: ## hold the scorer's designs against each other, author by author; takes minutes
	$(call say,compare)
	@$(GO) run ./internal/model/train compare testdata/corpus internal/model/train

report: ## measure the engine on every labelled and ordinary post: testdata/corpus/REPORT.md
	$(call say,report)
	@$(GO) run ./internal/corpus/report testdata/corpus ../shared/data internal/model/train/COMPARE.md testdata/corpus/REPORT.md

wasm: ## bin/engine.wasm
	$(call say,engine.wasm)
	@mkdir -p bin server/web
	@$(MAKE) engine-only OUT=bin/engine.wasm
	@cmp -s bin/engine.wasm server/web/engine.wasm || cp bin/engine.wasm server/web/engine.wasm
	@printf '    %s bytes, %s gzipped\n' "$$(stat -c %s bin/engine.wasm)" "$$(gzip -9c bin/engine.wasm | wc -c)"

engine-only: # engine.wasm to OUT, nothing else; wasm/_embed says why embed is replaced
	@mkdir -p $(CACHE)
	@printf '{"Replace": {"%s/src/embed/embed.go": "%s/wasm/_embed/embed.go"}}\n' "$$($(GO) env GOROOT)" "$(CURDIR)" >$(CACHE)/overlay.json
	@$(WASMENV) $(GO) build $(WASMARGS) -o $(OUT) ./wasm

extension: deps-js wasm ## dist/chrome and dist/firefox, each in both editions, and the Try-it pages
	$(call say,extension)
	@$(GO) run ./extension/build

server: wasm ## bin/secondlook
	$(call say,secondlook)
	@mkdir -p bin
	@$(GO) build -trimpath -o bin/secondlook ./server

build: ## everything: bin/ and dist/
	@$(MAKE) extension
	@$(MAKE) server
	@echo 'Built bin/secondlook, bin/engine.wasm, dist/chrome, dist/firefox.'

run: deps ## build, serve the Try-it page, open a browser with the extension where there is a display
	@$(MAKE) build
	@exec ./.ci/run-demo $(ADDR)

# --- testing --------------------------------------------------------------

test: deps ## everything, browsers included
	@$(MAKE) build
	@$(MAKE) test-go test-wasm test-ts e2e
	@echo 'All tests passed.'

test-go: wasm ## Go tests on this machine
	$(call say,Go tests)
	@$(GO) test ./...

test-wasm: ## the engine's own tests inside wasm
	$(call say,tests inside wasm)
	@./.ci/test-wasm

test-ts: deps-js ## type check and unit tests of the extension
	$(call say,TypeScript)
	@cd extension && npm run --silent typecheck && npm test --silent

e2e: extension ## the extension in real browsers
	$(call say,browsers)
	@cd extension && npm run --silent e2e

fuzz: ## every fuzz target for FUZZTIME each (10s)
	@FUZZTIME=$(FUZZTIME) ./.ci/fuzz

bench: build ## speed and memory: native, wazero, node, browsers
	@SECONDLOOK_BENCH=1 $(GO) test -count=1 -run '^(TestBenchTable|TestBundleBench)$$' -v ./internal/sandbox | sed -n '/^ *bundle_bench_test.go:[0-9]*: |/s/.*: |/|/;/^|/p;/^FAIL/p;/^--- FAIL/,$$p'
	@cd extension/bench && npm ci --loglevel=error || echo 'harper.js cannot be installed here: nothing is measured beside it'
	@cd extension && npm run --silent --if-present bench

load: server ## the feed beside nginx and under ten thousand browsers; two minutes
	$(call say,load)
	@./.ci/packages nginx wrk
	@mkdir -p $(CACHE)
	@$(GO) build -o $(CACHE)/load ./server/load
	@ulimit -n 65536 2>/dev/null || true; taskset -c 1 $(CACHE)/load

soak: build ## what is too long for make test, in full
	$(call say,soak)
	@SECONDLOOK_SOAK=1 $(GO) test -count=1 -timeout 2h ./...
	@FUZZTIME=2m ./.ci/fuzz
	@cd extension && SECONDLOOK_SOAK=1 npm run --silent e2e

lint: ## gofmt, vet for host and wasm, staticcheck, type check
	$(call say,lint)
	@out=$$(gofmt -l $$(git ls-files '*.go')); [ -z "$$out" ] || { echo "gofmt: $$out"; exit 1; }
	@$(GO) vet ./...
	@$(WASMENV) $(GO) vet ./wasm ./internal/engine/...
	@$(GO) tool staticcheck ./...
	@if [ -d extension/node_modules ]; then cd extension && npm run --if-present typecheck; fi
	@if [ -d extension/lint/node_modules ] && [ -d dist/firefox ]; then cd extension/lint && npx --no-install web-ext lint -s ../../dist/firefox --no-config-discovery --warnings-as-errors; fi

sure: ## generated files are clean, lint, all tests
	@$(MAKE) generate model
	@git diff --exit-code --stat || { echo 'make generate changed files: commit them'; exit 1; }
	@$(MAKE) lint test
	@echo 'Sure.'

vuln: ## known vulnerabilities in what we link, where their database can be reached
	@./.ci/vuln

dist: build ## store-ready zips, their source and programs, with digests, in dist/: the same bytes each time
	@./.ci/dist

clean: ## remove what was built
	@rm -rf bin dist $(CACHE) server/web/engine.wasm
	@find server/web/try internal/admin/script -mindepth 1 ! -name .keep -delete
