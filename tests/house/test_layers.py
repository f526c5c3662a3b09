"""Which room may import which, and what the core never imports."""

import subprocess
import sys

FORBID_DJANGO = """
import sys

class Forbid:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise AssertionError("the core imported Django")

sys.meta_path.insert(0, Forbid())
sys.argv = ["goldenthread", "check", sys.argv[1], "--out", sys.argv[2]]
from goldenthread.cli import main
try:
    main()
finally:
    assert "django" not in sys.modules
"""


def test_each_floor_imports_only_those_below_it():
    checked = subprocess.run(["lint-imports", "--no-cache"], capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout


def test_check_never_imports_django(tmp_path):
    sample = "tests/formats/samples/cin_census/fake_CIN_data.xml"
    command = [sys.executable, "-c", FORBID_DJANGO, sample, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "report.html").exists()
