import pytest

from holdfast.board.section11.tests import world


@pytest.fixture
def cycle(friday, posts):
    return world.cycle(posts)


@pytest.fixture
def sent(cycle, posts):
    """Housing's return, taken in: every criterion graded 3."""
    return world.take_in(cycle, posts)
