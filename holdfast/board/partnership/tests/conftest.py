import pytest

from holdfast.board.partnership.tests import world


@pytest.fixture
def board(friday, posts):
    """The board of 2012/13 on Friday 28 June 2013."""
    return {body.code: body for body in world.adopt(posts)}
