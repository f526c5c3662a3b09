# Two commands matter: `make demo` and `make test`. Each does all its own setting up.

UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
RUN := $(UV) run --frozen
OUT := out/demo
PYTEST := $(RUN) pytest
EXTRAS := --extra server --extra postgres --extra linkage
RECORD_TESTS := tests/unit/web tests/unit/record
# One process more than there are processors: a third of the time is waiting, for browsers and databases.
SPREAD := -n $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1) --dist loadfile --no-loadscope-reorder
ON_SPARK := tests
LONGEST_FIRST := tests/journeys tests/formats tests/generative $(RECORD_TESTS) tests/examples tests/spec tests/unit tests/house

# Python keeps what it compiled, whatever the shell says: the tests start it a hundred times.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test test-engines test-night check-style bench calendar vendor kinds language book explanations clean set-up browser

demo: set-up            ## Invent an authority of 2,000 children, feed it, judge it, and serve it with an account for each role
	$(RUN) goldenthread demo --children 2000 --seed 1 --out $(OUT)

test: set-up browser check-style    ## Every test but the slow ones; with CI=true the language on Spark too, and leaving out is failing
	$(PYTEST) $(SPREAD) -m "not spark" -p no:cacheprovider $(LONGEST_FIRST)
	$(RUN) python -m tests.on_postgres $(SPREAD) -m "not spark and not browser" tests/unit/record --ignore=tests/unit/record/test_every_kind.py
	@if [ "$$CI" = true ]; then $(MAKE) test-engines ON_SPARK=tests/spec; fi

test-engines: $(UV)     ## The same definitions on Spark (needs Java 17): the whole language, and every standard's examples
	$(UV) sync --frozen --extra spark $(EXTRAS)
	$(PYTEST) -m spark -W ignore::ResourceWarning -W ignore::pytest.PytestUnraisableExceptionWarning $(ON_SPARK)  # py4j leaves sockets open

test-night: set-up test-engines     ## All on Spark; the screens, oversight and every kind on PostgreSQL; 1,000 random threads a verb; large invented authorities
	$(RUN) python -m tests.on_postgres $(SPREAD) -m "not spark and not browser" tests/unit/web tests/unit/oversight tests/unit/record/test_every_kind.py
	GOLDENTHREAD_FIRST_NIGHT=10000 GOLDENTHREAD_THREADS=1000 GOLDENTHREAD_CHILDREN=20000 GOLDENTHREAD_SEEDS=1,2,3 $(PYTEST) tests/generative

check-style:
	$(RUN) ruff check src tests bench
	$(RUN) lint-imports --no-cache

bench: set-up           ## Medians of 3 at 100,000 and 1,000,000 children, against a floor in the same run
	$(RUN) python -m bench.judging
	$(RUN) python -m bench.record
	$(RUN) python -m bench.oversight

calendar: set-up        ## Take the bank holidays again
	$(RUN) python -m goldenthread.codes.make_bank_holidays

vendor: set-up          ## Take the vendored styles and scripts again from the npm registry
	$(RUN) python -m goldenthread.web.make_assets

explanations: set-up    ## Write tests/examples/explanations: every standard in the words people read. Read what changed
	$(RUN) python -m tests.examples.write_explanations

kinds: set-up           ## Write docs/kinds.md from the kinds of entry
	$(RUN) python -m goldenthread.record.kinds.schema docs/kinds.md

language: set-up        ## Write docs/language.md from the tables of tests/spec
	$(RUN) python -m tests.spec.write_reference

book: set-up            ## Write the book of standards to docs/book.html
	$(RUN) goldenthread book --format html > docs/book.html

set-up: $(UV)
	@$(UV) sync --frozen --quiet $(EXTRAS) --inexact

.uv/bin/uv:
	python3 -m venv .uv && .uv/bin/pip install --quiet uv

browser:                ## Chromium from Debian, where we may install it
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	  && apt-get update -qq >/dev/null && apt-get install -y -qq chromium >/dev/null 2>&1; } || true

clean:
	rm -rf out .venv .uv
