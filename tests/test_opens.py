"""Every page opens on PostgreSQL too. Who else it opens to is the same on both databases."""

from collections.abc import Iterator

import pytest
from django.urls import reverse

from tests import hostile, samples, told

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]


@pytest.fixture(scope="module", autouse=True)
def the_story(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[None]:
    with django_db_blocker.unblock(), told.the_story():  # type: ignore[attr-defined]
        yield


def first_reader(name: str) -> str:
    """Return the first of the cast to whom a page opens, or nothing."""
    answers = told.kept_matrix()[name]
    return next((key for key in told.PERSONAS if answers[key].startswith("O")), "")


def test_every_page_opens_to_its_first_reader() -> None:
    wrong: dict[str, tuple[str, int]] = {}
    for name, wanted in told.guarded():
        reader = first_reader(name)
        if reader:
            url = reverse(name, kwargs=samples.arguments(name, wanted))
            answer = hostile.browser(reader).get(url)
            assert hostile.words_of(answer)
            if answer.status_code != 200:
                wrong[name] = (reader, answer.status_code)
    assert wrong == {}
