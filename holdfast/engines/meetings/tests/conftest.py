from collections.abc import Iterator

import pytest

from holdfast.engines.meetings.tests import world


@pytest.fixture(autouse=True)
def _kinds() -> Iterator[None]:
    with world.declared():
        yield


@pytest.fixture
def year(friday, posts):
    return world.cycle(posts)


@pytest.fixture
def meeting(year, posts):
    return world.planned(year, posts)
