import pytest

from holdfast.board.desk.tests import world


@pytest.fixture
def year(friday, posts):
    return world.year(posts)


@pytest.fixture
def june(year):
    return year.meetings.get(planned_from__month=6)
