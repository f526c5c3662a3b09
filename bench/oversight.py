"""`make bench`: what judging adds to a save at 20,000 children against 200, the night against `check` of the same data, and
the screens of those who see many children (bench/screens.py) at 10,000 against 1,000.

After a save: bench.record's databases, everything recorded here since long ago, so that every standard is on; the median of
40 saves of a visit, turn by turn. The night: an invented authority with six years of history, checked as files, fed, and
judged as the night does, each in a process of its own. Sizes: `python -m bench.oversight [children by night] [--no-saves]
[--no-nights] [--no-screens]`.
"""

import contextlib
import datetime as dt
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.record import _step as record_step

SIZES = (200, 20_000)
NIGHT = 10_000
SCREENS = (1_000, 10_000)
TURNS, SAVES = 4, 10
AS_AT = dt.date(2026, 3, 31)


def main() -> None:
    """Measure, print figures and ratios."""
    sizes = [int(size) for size in sys.argv[1:] if size.isdecimal()] or [NIGHT]
    with tempfile.TemporaryDirectory(prefix="goldenthread-bench-") as folder:
        if "--no-saves" not in sys.argv:
            _saves(Path(folder))
        if "--no-screens" not in sys.argv:
            _screens(Path(folder))
        for children in sizes if "--no-nights" not in sys.argv else []:
            _night(children, Path(folder) / f"night-{children}")


def _screens(folder: Path) -> None:
    found = {}
    for size in SCREENS:
        record_step("build", size, folder / f"screens-{size}")
        found[size] = _step("screens", size, folder / f"screens-{size}")
    small, large = (found[size] for size in SCREENS)
    print(f"\n{'screens, processor ms':<44}{SCREENS[0]:>8,}{SCREENS[1]:>8,}   ratio   queries")
    for name in [each for each in large if each in small and each != "peak"]:
        was, now = small[name], large[name]
        print(f"{name:<44}{was['ms']:>8.0f}{now['ms']:>8.0f}{now['ms'] / was['ms']:>8.2f}{was['queries']:>6} {now['queries']:>4}")
    slowest = max(each["ms"] for name, each in large.items() if name != "peak")
    print(f"the slowest screen at {SCREENS[1]:,} children: {slowest:.0f} ms", flush=True)


def _saves(folder: Path) -> None:
    homes = {size: folder / str(size) for size in SIZES}
    for size, home in homes.items():
        record_step("build", size, home)
    turns = {size: [] for size in SIZES}
    for _ in range(TURNS):
        for size, home in homes.items():
            turns[size].append(_step("save", size, home))
    print(f"\n{'after a save':<16}{'ms':>8}{'CPU ms':>8}{'duties':>8}")
    cost = {size: statistics.median(turn["ms"] for turn in turns[size]) for size in SIZES}
    for size in SIZES:
        cpu = statistics.median(turn["cpu"] for turn in turns[size])
        print(f"{size:>7,} children{cost[size]:>8.0f}{cpu:>8.0f}{turns[size][0]['duties']:>8,}")
    print(f"ratio {cost[SIZES[1]] / cost[SIZES[0]]:.2f}", flush=True)


def _night(children: int, home: Path) -> None:
    home.mkdir(parents=True)
    made = _step("invent", children, home)
    print(f"\n{children:,} children, invented in {made['seconds']:.0f} s", flush=True)
    check, fed = _step("check", children, home), _step("feed", children, home)
    print(f"  check {check['seconds']:.0f} s ({check['cpu']:.0f} s of processor); feed {fed['seconds']:.0f} s", flush=True)
    for which in ("first night", "next night"):
        night = _step("night", children, home)
        print(f"  {which} {night['seconds']:.0f} s ({night['cpu']:.0f} s), {night['facts']:,} facts, {night['counts']}; against"
              f" check {night['seconds'] / check['seconds']:.2f}, of processor {night['cpu'] / check['cpu']:.2f};"
              f" peak {night['peak']:.1f} GB", flush=True)  # fmt: skip


def _step(what: str, size: int, home: Path) -> dict:
    environment = os.environ | {
        "GOLDENTHREAD_HOME": str(home), "GOLDENTHREAD_DEMO": "yes", "GOLDENTHREAD_SECRET_KEY": "a bench " * 8,
        "GOLDENTHREAD_DATABASE": "", "DJANGO_SETTINGS_MODULE": "goldenthread.web.settings",
        "GOLDENTHREAD_RECORDING_SINCE": "2016-01-01" if what == "save" else "",
    }  # fmt: skip
    command = [sys.executable, "-m", "bench.oversight", "--step", what, str(size), str(home)]
    finished = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(finished.stdout.splitlines()[-1])


# ------------------------------------------------------------------------------------------------- IN A PROCESS OF ITS OWN


def _save(size: int, home: Path) -> dict:
    import django

    django.setup()
    from goldenthread.oversight import judging, live
    from goldenthread.record.access import today
    from goldenthread.record.actions.entries import make_entry
    from goldenthread.record.models import Allocation

    live._warm()
    held = [each.person for each in Allocation.objects.filter(worker__number="W0").select_related("person").order_by("pk")]
    worker = Allocation.objects.filter(worker__number="W0").first().worker
    times, cpu = [], []
    for turn in range(SAVES + 1):
        child = held[turn % len(held)]
        body = {"shared": {"visited": today().isoformat()}, "lines": {str(child.pk): {"purpose": "need", "seen": "alone"}}}
        make_entry(by=worker, kind="visit", persons=[child], body=body)
        began, used = time.perf_counter(), time.process_time()
        judging.freshen([("child", child.number)], today())
        times.append(1000 * (time.perf_counter() - began))
        cpu.append(1000 * (time.process_time() - used))
    duties = len(judging.duties([("child", held[0].number)], today()))
    return {"ms": statistics.median(times[1:]), "cpu": statistics.median(cpu[1:]), "duties": duties}


def _invent(children: int, home: Path) -> dict:
    from goldenthread.invent import write

    with _timed() as took:
        write(children, 6, 1, AS_AT, home / "authority")
    return took


def _check(children: int, home: Path) -> dict:
    from rich.console import Console

    from goldenthread.check.command import run

    with _timed() as took:
        run([str(home / "authority")], AS_AT, home / "report", None, [], _quietly, Console(quiet=True))
    return took


def _feed(children: int, home: Path) -> dict:
    import django

    django.setup()
    from django.core.management import call_command
    from rich.console import Console

    from goldenthread.record.feeding.command import run

    call_command("migrate", verbosity=0)
    with _timed() as took:
        run([str(home / "authority")], "the old system", AS_AT, Console(quiet=True))
    return took


def _judge(children: int, home: Path) -> dict:
    import django

    django.setup()
    from goldenthread.oversight.judging import judge_all
    from goldenthread.record.models import Fact

    facts = Fact.objects.standing().count()
    with _timed() as took:
        run = judge_all(AS_AT)
    return took | {"facts": facts, "counts": run.counts}


def _look(children: int, home: Path) -> dict:
    import django

    django.setup()
    from bench import screens

    screens.fill()
    return screens.measure()


@contextlib.contextmanager
def _timed():
    took: dict[str, float] = {}
    began, used = time.perf_counter(), time.process_time()
    yield took
    took |= {"seconds": time.perf_counter() - began, "cpu": time.process_time() - used}


@contextlib.contextmanager
def _quietly():
    yield lambda what, done=0, total=None: None


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        step = {"save": _save, "invent": _invent, "check": _check, "feed": _feed, "night": _judge, "screens": _look}[sys.argv[2]]
        found = step(int(sys.argv[3]), Path(sys.argv[4]))
        print(json.dumps(found | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2}))
    else:
        main()
