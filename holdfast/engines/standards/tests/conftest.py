from collections.abc import Iterator

import pytest

from holdfast.engines.standards.tests import world
from holdfast.kernel.access.words import KINDS


@pytest.fixture(autouse=True)
def _a_room_to_stand_in() -> Iterator[None]:
    world.declare()
    yield
    KINDS.pop(world.KIND, None)


@pytest.fixture
def edition(friday, posts):
    return world.approved(posts)


@pytest.fixture
def assessment(edition, posts):
    return world.assessment(posts, edition)
