"""The people that these tests are about."""

from tests.people import *  # noqa: F403
