import pytest

from holdfast.board.workplan.tests import world


@pytest.fixture
def plan(friday, posts):
    return world.adopt(posts)
