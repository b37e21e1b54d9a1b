"""The demo's families, told once for a file that asks for them and taken back."""

from collections.abc import Iterator

import pytest

from holdfast.kernel.directory.models import Holding
from tests.families import at_work


@pytest.fixture(scope="module")
def families(django_db_setup: None, django_db_blocker) -> Iterator[dict[str, Holding]]:
    with django_db_blocker.unblock(), at_work() as cast:
        yield cast


@pytest.fixture
def cast(db: None, families: dict[str, Holding]) -> dict[str, Holding]:
    return families
