from collections.abc import Iterator

import pytest

from holdfast.engines.asks.access import PURPOSES
from holdfast.engines.asks.tests import world


@pytest.fixture(autouse=True)
def _purposes() -> Iterator[None]:
    before = dict(PURPOSES)
    world.declare()
    yield
    PURPOSES.clear()
    PURPOSES.update(before)


@pytest.fixture
def asked(friday, posts):
    return world.usual_round(posts)
