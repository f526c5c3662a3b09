"""`make bench`: how long judging takes against a floor, at 100,000 and 1,000,000 children; medians of 3.

The floor: DuckDB reads the same facts from Parquet and stores them sorted by subject and day. Each measurement runs in
a process of its own, so that peak memory is its own. Sizes may be given: `python -m bench.judging 10000 100000`.
"""

import datetime as dt
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

AS_AT = dt.date(2026, 3, 31)
RUNS = 3
BESIDE = ("source_files", "latest_told")


def main() -> None:
    """Measure each size and print the figures and the ratios."""
    sizes = [int(size) for size in sys.argv[1:]] or [100_000, 1_000_000]
    with tempfile.TemporaryDirectory(prefix="goldenthread-bench-") as folder:
        results = {size: _measure(size, Path(folder) / str(size)) for size in sizes}
    _print(results)


def _measure(children: int, folder: Path) -> dict:
    print(f"\n{children:,} children", flush=True)
    made = _run("make", children, folder)
    print(f"  invented in {made['invent']:.1f} s, read in {made['read']:.1f} s: {made['facts']:,} facts, "
          f"{made['facts'] / children:.0f} a child; peak {made['peak']:.1f} GB", flush=True)  # fmt: skip
    runs = {what: [_run(what, children, folder) for _ in range(RUNS)] for what in ("floor", "judge")}
    found = {
        "floor": statistics.median(run["seconds"] for run in runs["floor"]),
        **{
            step: statistics.median(run[step] for run in runs["judge"])
            for step in ("judge", "write", "peak", "duties")
        },
    }
    print(f"  floor {found['floor']:.2f} s; judging {found['judge']:.2f} s; "
          f"writing Parquet {found['write']:.2f} s; {found['duties']:,.0f} duties; peak {found['peak']:.1f} GB",
          flush=True)  # fmt: skip
    return found


def _print(results: dict[int, dict]) -> None:
    print("\nratios to the floor of the same size")
    for children, found in results.items():
        judging = found["judge"] / found["floor"]
        found["ratio"] = judging
        print(f"  {children:>9,} children: judging {judging:.1f}, writing {found['write'] / found['floor']:.1f}")
    sizes = sorted(results)
    if len(sizes) > 1:
        small, large = sizes[0], sizes[-1]
        print(f"  judging at {large:,} against {small:,}: {results[large]['ratio'] / results[small]['ratio']:.2f}")


def _run(what: str, children: int, folder: Path) -> dict:
    command = [sys.executable, "-m", "bench.judging", "--step", what, str(children), str(folder)]
    finished = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(finished.stdout.splitlines()[-1])


# ------------------------------------------------------------------------------------------------- IN A PROCESS OF ITS OWN


def _step_make(children: int, folder: Path) -> dict:
    """Invent an authority, read it, and leave its facts as Parquet, a file for each noun."""
    from goldenthread.check.command import database
    from goldenthread.formats.sources import read
    from goldenthread.invent import write
    from goldenthread.standards.vocabulary import NOUNS

    start = time.perf_counter()
    write(children, 6, 1, AS_AT, folder / "authority")
    invented = time.perf_counter()
    with database() as connection:
        given = read([folder / "authority"], AS_AT, connection)
        done = time.perf_counter()
        (folder / "facts").mkdir()
        facts = 0
        for name in sorted(given.thread.nouns() & NOUNS.keys()):
            connection.execute(f"COPY \"{name}\" TO '{folder}/facts/{name}.parquet' (FORMAT parquet)")
            facts += connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for table in BESIDE:
            connection.execute(f"COPY {table} TO '{folder}/{table}.parquet' (FORMAT parquet)")
    coverage = [[each.source, each.noun, str(each.from_day), str(each.to_day), each.extent, sorted(each.facts)]
                for each in given.thread.coverage]  # fmt: skip
    (folder / "coverage.json").write_text(json.dumps(coverage))
    return {"invent": invented - start, "read": done - invented, "facts": facts}


def _step_floor(children: int, folder: Path) -> dict:
    from goldenthread.standards.vocabulary import NOUNS

    parts = []
    for file in sorted((folder / "facts").glob("*.parquet")):
        noun = NOUNS[file.stem]
        day = "started_on" if noun.lasts else "happened_on"
        parts.append(f"SELECT subject_id, {day} AS day, ref, '{noun.name}' AS noun FROM '{file}'")
    connection = duckdb.connect()
    start = time.perf_counter()
    connection.execute(f"CREATE TABLE sorted AS SELECT * FROM ({' UNION ALL '.join(parts)}) ORDER BY subject_id, day")
    return {"seconds": time.perf_counter() - start}


def _step_judge(children: int, folder: Path) -> dict:
    from goldenthread.check.command import database
    from goldenthread.standards import evaluate
    from goldenthread.standards.book import book
    from goldenthread.standards.thread import Coverage, Thread

    day = dt.date.fromisoformat
    coverage = [Coverage(source, noun, day(first), day(last), extent, frozenset(facts))
                for source, noun, first, last, extent, facts in json.loads((folder / "coverage.json").read_text())]  # fmt: skip
    with database() as connection:
        for file in (folder / "facts").glob("*.parquet"):
            connection.execute(f"CREATE VIEW \"{file.stem}\" AS SELECT * FROM '{file}'")
        for table in BESIDE:
            connection.execute(f"CREATE TABLE {table} AS SELECT * FROM '{folder}/{table}.parquet'")
        standards = book()
        begun = time.perf_counter()
        evaluate.judge(Thread(connection, coverage), standards, AS_AT)
        judged = time.perf_counter()
        duties = connection.execute("SELECT count(*) FROM judged").fetchone()[0]
        start = time.perf_counter()
        connection.execute(f"COPY (SELECT * FROM duties) TO '{folder}/duties.parquet' (FORMAT parquet, COMPRESSION zstd)")
        written = time.perf_counter()
    return {"judge": judged - begun, "write": written - start, "duties": duties}


def _step(what: str, children: int, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    result = {"make": _step_make, "floor": _step_floor, "judge": _step_judge}[what](children, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(json.dumps(result | {"peak": peak}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        _step(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
    else:
        main()
