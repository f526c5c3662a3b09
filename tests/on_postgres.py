"""Runs tests of the record again on a throw-away PostgreSQL: `python -m tests.on_postgres tests/unit/record …`."""

import os
import subprocess
import sys

from tests import postgres


def main() -> int:
    """Pytest's exit code; with CI=true, 1 where there is no PostgreSQL to be had, and said so loudly either way."""
    with postgres.throwaway() as url:
        if url is None:
            print("!!!! LEFT OUT OF THIS RUN: the record's tests on PostgreSQL: no initdb here and none from PyPI !!!!")
            return 1 if os.environ.get("CI") == "true" else 0
        environment = os.environ | {"GOLDENTHREAD_TEST_DATABASE": url}
        return subprocess.call([sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *sys.argv[1:]], env=environment)


if __name__ == "__main__":
    sys.exit(main())
