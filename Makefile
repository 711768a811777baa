# The one list of verbs. `make` alone shows it.
SHELL := /bin/bash
CONFIGURATION ?= Release
DOTNET := dotnet
# Not `dotnet build`, which ends with a summary however quiet it is told to be.
# Compilers make much that is soon forgotten: with room for it (128 MB, in hexadecimal) they need an eighth less.
BUILD := DOTNET_gcConcurrent=0 DOTNET_GCgen0size=8000000 $(DOTNET) msbuild -restore -nologo -verbosity:quiet -property:Configuration=$(CONFIGURATION)
FLAGS := --nologo --verbosity quiet --configuration $(CONFIGURATION)
SOLUTION := PulumiVpcep.slnx
# No compiler, test or tool runs long enough here to earn back what watching its methods costs.
export DOTNET_TieredPGO := 0

.DEFAULT_GOAL := help

.PHONY: help
help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.PHONY: build
build: ## Build everything; the plugin comes to bin/
	@$(BUILD) $(SOLUTION)
	@$(DOTNET) publish provider/Vpcep.Provider $(FLAGS) --no-build --output bin

.PHONY: demo
demo: build ## Run the C# example against a local emulator: preview, up, drift, refresh, repair, update, replace, destroy
	@CONFIGURATION=$(CONFIGURATION) scripts/demo.sh

# Interrupts are tested: a runner in the background may have started us with them ignored.
SIGNALS := $(shell env --default-signal=INT true 2> /dev/null && echo env --default-signal=INT)

# The native plugin is made once, for every test that starts one, and anew when what it is made of was.
NATIVE := artifacts/dist/package/pulumi-resource-vpcep

.PHONY: native
native:
	@if ! command -v gcc > /dev/null && ! command -v clang > /dev/null; then \
		echo "without gcc or clang, tests start the managed plugin, and the one of the package is skipped"; \
	elif [ ! -e $(NATIVE) ] || [ -n "$$(find bin -name '*.dll' -newer $(NATIVE))" ]; then \
		scripts/dist.sh; \
	fi

.PHONY: check
check: ## While you work: format, analyzers and fast tests of the projects that you changed; about a minute
	@CONFIGURATION=$(CONFIGURATION) scripts/check.sh

# Three at a time, for much of a test is waiting, and first those that take longest. All but one wait for the native plugin: it
# is done sooner so, and make would begin those that start it last otherwise.
LONG := Vpcep.Provider.Tests EndToEnd.Tests Conformance.Tests Engine.Tests Properties.Tests Pulumi.Provider.Tests
TESTS_OF_ALL := $(basename $(notdir $(wildcard tests/*/*.Tests.csproj examples/testing/tests/*.Tests.csproj)))
RUNS_OF_TESTS := $(addprefix run/,$(LONG) $(filter-out $(LONG),$(TESTS_OF_ALL)))
BUILT = artifacts/bin/$(1)/$(shell echo $(CONFIGURATION) | tr A-Z a-z)/$(1)

.PHONY: test
test: build ## Before you hand in: every test
	@command -v node > /dev/null && command -v npm > /dev/null || echo "without Node.js and npm, the tests with official clients and of TypeScript are skipped"
	@rm -rf artifacts/test-results
	@$(MAKE) --no-print-directory --jobs=3 --output-sync --keep-going native $(RUNS_OF_TESTS)

$(filter-out run/Vpcep.Provider.Tests,$(RUNS_OF_TESTS)): native

.PHONY: $(RUNS_OF_TESTS)
$(RUNS_OF_TESTS): run/%:
	@mkdir -p artifacts/test-results
	@$(SIGNALS) $(call BUILT,$*) -noLogo -noColor -preEnumerateTheories -result-trx artifacts/test-results/$*.trx

# How many random cases `make soak` tries of each property. Programs and interruptions take longer and get a tenth, deaths of
# processes a hundredth.
RUNS ?= 10000

.PHONY: soak
soak: build ## Repeat the random tests with RUNS=10000 cases each, SEED=random ones unless told; failures name their seeds
	@VPCEP_TEST_RUNS=$(RUNS) VPCEP_TEST_SEED=$(or $(SEED),random) $(call BUILT,Properties.Tests)
	@VPCEP_TEST_RUNS=$$(($(RUNS) / 10)) $(call BUILT,Vpcep.Provider.Tests) -class '*RandomInterruptionTests' -class '*HostileInputTests'
	@VPCEP_TEST_RUNS=$$(($(RUNS) / 100)) $(SIGNALS) $(call BUILT,EndToEnd.Tests) -class '*CrashTests' -class '*InterruptTests'

.PHONY: mutants
mutants: ## Change the code of a room in small ways, ROOM=Vpcep.Client/Polling, and list what its tests do not notice
	@scripts/mutants.sh "$(ROOM)"

.PHONY: sdk
sdk: ## Write schema.json, SDKs, reference and mappings from Terraform, from the provider's declarations and the examples beside them
	@$(BUILD) sdk/Generator
	@$(BUILD) provider/Vpcep.Provider -target:Build -target:PulumiWrite

.PHONY: lint
lint: build ## Check the format, and that generated files are fresh
	@$(DOTNET) tool restore > /dev/null
	@$(DOTNET) csharpier check .
	@scripts/check-generated.sh

.PHONY: format
format: ## Format every file
	@$(DOTNET) tool restore > /dev/null
	@$(DOTNET) csharpier format .

.PHONY: dist
dist: ## Pack the native plugin for this platform, dist/*.tar.gz, and the SDK for providers, dist/*.nupkg, with checksums
	@scripts/dist.sh
	@scripts/pack.sh

.PHONY: bench
bench: ## Measure start-up, calls and scale, BEFORE=COMMIT beside what it was then; write docs/performance.md
	@env -u DOTNET_TieredPGO CONFIGURATION=Release scripts/bench.sh

.PHONY: install
install: ## Put the native plugin where the Pulumi CLI finds it
	@scripts/dist.sh
	@scripts/install.sh

.PHONY: clean
clean: ## Remove all that was built
	@rm -rf artifacts bin dist .pulumi-local
