"""The people that these tests are about, and a way to open a page as one of them."""

import pytest
from tests.people import *  # noqa: F403


@pytest.fixture
def page(client, worker):
    """A function that opens a page as a worker."""

    def open_page(address, by=worker):
        client.force_login(by)
        return client.get(address)

    return open_page
