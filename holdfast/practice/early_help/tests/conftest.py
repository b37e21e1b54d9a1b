"""The demo's families, told once for a file that asks for them and taken back."""

from collections.abc import Iterator

import pytest

from holdfast.kernel.directory.models import Holding
from tests.families import at_work, cast_alone


@pytest.fixture(scope="module")
def families(django_db_setup: None, django_db_blocker) -> Iterator[dict[str, Holding]]:
    with django_db_blocker.unblock(), at_work() as cast:
        yield cast


@pytest.fixture
def cast(db: None, request: pytest.FixtureRequest) -> dict[str, Holding]:
    """The cast's holdings by key: with the families where a test asks for them."""
    if "families" in request.fixturenames:
        return dict(request.getfixturevalue("families"))
    return cast_alone()
