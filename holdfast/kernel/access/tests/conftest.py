"""Two kinds of record, a note and a plate, and the doors in front of them."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from holdfast.kernel.access import gate, grants, nav
from holdfast.kernel.access.models import Grant
from holdfast.kernel.access.tests import kinds
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.records.models import Record

Give = Callable[..., Grant]


@pytest.fixture(autouse=True)
def _kinds_and_doors(settings: Any) -> Iterator[None]:
    settings.ROOT_URLCONF = "holdfast.kernel.access.tests.routes"
    every = list(nav.PAGES)
    nav.PAGES[:] = [page for page in every if page.url_name.startswith("access:")]
    with kinds.declared():
        yield
    nav.PAGES[:] = every


@pytest.fixture
def open_one(posts: dict[str, Post]) -> Callable[[str], Record]:
    """`open_one(kinds.OPEN)` opens a record of children's services, as its social worker."""

    def opened(kind: str) -> Record:
        by = posts["social_worker"]
        area = by.agency.area
        assert area is not None
        record = gate.open_record(kind=kind, area=area, owner=by.agency, by=by, on=moment.today())
        if record.sealed:
            grants.admit_first(record, posts=[by], why="The first circle", by=by)
        return record

    return opened


@pytest.fixture
def note(open_one: Callable[[str], Record]) -> Record:
    return open_one(kinds.OPEN)


@pytest.fixture
def plate(open_one: Callable[[str], Record]) -> Record:
    return open_one(kinds.SEALED)


@pytest.fixture
def give(posts: dict[str, Post]) -> Give:
    """`give(record, to="police")` lets a post in for a week, as the social worker."""

    def given(
        record: Record, *, to: str = "police", by: str = "social_worker", **said: Any
    ) -> Grant:
        words: dict[str, Any] = {
            "sections": ["meeting"],
            "purpose": "To take part in the meeting",
            "lawful_basis": "Public task",
            "expires_at": moment.now() + timedelta(days=7),
            "family_told": True,
        }
        return grants.give(record, to=posts[to], by=posts[by], **{**words, **said})

    return given


@pytest.fixture
def second_post(cast: dict[str, Holding]) -> Callable[[str, str], Post]:
    """`second_post("police", "nurse")` gives the first's holder a post like the second."""

    def held(whose: str, like: str) -> Post:
        model = cast[like].post
        post = Post.objects.create(
            title=f"Second {model.title}", agency=model.agency, role=model.role
        )
        Holding.objects.create(
            post=post, person=cast[whose].person, starts_at=cast[whose].starts_at
        )
        return post

    return held
