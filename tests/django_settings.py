"""Django's settings under test: a database of the tests' own, a fast hasher, no TLS."""

import os
import tempfile
from pathlib import Path

HOME = tempfile.mkdtemp(prefix="goldenthread-tests-")
os.environ |= {"GOLDENTHREAD_HOME": HOME, "GOLDENTHREAD_SECRET_KEY": "only for tests " * 4, "GOLDENTHREAD_HTTPS": "no"}
os.environ["GOLDENTHREAD_DATABASE"] = os.environ.get("GOLDENTHREAD_TEST_DATABASE", "")

from goldenthread.web.settings import *  # noqa: E402, F403
from goldenthread.web.settings import DATABASES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ALLOWED_HOSTS = ["testserver"]
DATABASES["default"]["TEST"] = {"NAME": str(Path(HOME) / "record.sqlite")} if not os.environ["GOLDENTHREAD_DATABASE"] else {}
JUDGE_AT_ONCE = False  # the tests of judging ask for it themselves
SECOND_FACTOR_REQUIRED = False  # the tests of signing in ask for it themselves
