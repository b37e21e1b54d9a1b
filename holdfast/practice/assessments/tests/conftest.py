"""One told room for a whole file: assessments in every state, made once and taken back."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from conftest import FRIDAY, demo_cast
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules import voices
from holdfast.practice.assessments.tests.factories import PICTURE, begun, signed, written
from tests import told

World = tuple[dict[str, Holding], dict[str, int]]


@pytest.fixture(scope="module")
def room(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The cast, and the numbers of a signed, a waiting and an unfinished assessment."""
    with django_db_blocker.unblock(), told.rolled_back():
        moment.forget()
        cast = demo_cast.assemble()
        with moment.story(FRIDAY):
            posts = {key: holding.post for key, holding in cast.items()}
            made = {"signed": signed(posts), "waiting": begun(posts), "writing": begun(posts)}
            written(made["waiting"], posts, on=date(2013, 6, 3))
            verbs.submit(made["waiting"], by=posts["social_worker"], on=date(2013, 6, 4))
            verbs.keep_voice(
                made["writing"].children.all()[0], house=voices.House.DREAMS, picture=PICTURE,
                content_type="image/png", shows="A house", to_whom="Her teacher",
                by=posts["social_worker"], on=date(2013, 6, 5),
            )  # fmt: skip
        yield cast, {key: one.pk for key, one in made.items()}


@pytest.fixture
def cast(db: None, request: pytest.FixtureRequest) -> dict[str, Holding]:
    if "room" in request.fixturenames:
        return dict(request.getfixturevalue("room")[0])
    return demo_cast.assemble()


@pytest.fixture
def case(room: World) -> Any:
    """`case("signed")` is one of the room's assessments."""
    return lambda key: Assessment.objects.get(pk=room[1][key])
