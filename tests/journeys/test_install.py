"""From an empty machine: installed alone, without Django, the command does its work."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests/formats/samples/cin_census/fake_CIN_data.xml"


@pytest.fixture(scope="module")
def empty_venv(tmp_path_factory):
    """A virtual environment with nothing in it but `pip install .`; uv does the installing where it is, being quicker."""
    folder = tmp_path_factory.mktemp("venv")
    uv = shutil.which("uv") or next(iter(map(str, ROOT.glob(".uv/bin/uv"))), None)
    if uv:
        subprocess.run([uv, "venv", "--quiet", "--python", sys.executable, str(folder / "v")], check=True)
        subprocess.run([uv, "pip", "install", "--quiet", "--python", str(folder / "v/bin/python"), str(ROOT)], check=True)
    else:
        subprocess.run([sys.executable, "-m", "venv", str(folder / "v")], check=True)
        subprocess.run([str(folder / "v/bin/pip"), "install", "--quiet", str(ROOT)], check=True)
    return folder / "v" / "bin"


def test_installed_alone_it_checks_an_extract_without_django(empty_venv, tmp_path):
    django = subprocess.run([empty_venv / "python", "-c", "import django"], capture_output=True)
    assert django.returncode != 0
    ran = subprocess.run([empty_venv / "goldenthread", "check", SAMPLE, "--out", tmp_path], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    made = {path.name for path in tmp_path.iterdir()}
    assert {"duties.csv", "duties.parquet", "not_read.csv", "not_judged.csv", "shortfalls.xlsx", "report.html"} <= made
