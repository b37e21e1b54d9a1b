"""Being allowed when a file was made is not being allowed when it is fetched."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from holdfast.kernel.access import grants, parcels
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.access.models import Entry, Parcel
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.records.models import Record

ClientFor = Callable[[str], Client]
Change = Callable[..., Any]


@pytest.fixture
def grant(note: Record, give: Any) -> Any:
    return give(note, expires_at=moment.now() + timedelta(days=3))


@pytest.fixture
def parcel(note: Record, grant: Any, cast: dict[str, Holding]) -> Parcel:
    return parcels.make(
        holding=cast["police"],
        title="Copy for the meeting",
        filename="copy-001.txt",
        content=b"What was said",
        content_type="text/plain",
        records=[note, note],
        section="meeting",
        manifest={"pages": 1},
    )


def fetch(browser: Client, parcel: Parcel) -> Any:
    return browser.get(reverse("access:parcel", args=[parcel.pk]))


def test_a_parcel_is_handed_over_with_its_manifest(client_for: ClientFor, parcel: Parcel) -> None:
    answer = fetch(client_for("police"), parcel)
    assert answer.content == b"What was said"
    assert answer["Content-Disposition"] == 'attachment; filename="copy-001.txt"'
    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    entry = Entry.objects.get(what="export")
    assert entry.detail == {"parcel": str(parcel.pk), "pages": 1}


def test_a_file_whose_name_could_say_something_is_called_otherwise(
    client_for: ClientFor, parcel: Parcel
) -> None:
    Parcel.objects.filter(pk=parcel.pk).update(filename='Leah "x"\r\n.pdf')
    answer = fetch(client_for("police"), parcel)
    assert answer["Content-Disposition"] == 'attachment; filename="holdfast-file.bin"'


def _grant_ended(note: Record, posts: dict[str, Post], grant: Any, **_: Any) -> None:
    grants.end(grant, by=posts["social_worker"], why="Over")


def _shut_out(note: Record, posts: dict[str, Post], cast: dict[str, Holding], **_: Any) -> None:
    grants.shut_out(note, person=cast["police"].person, why="His", by=posts["social_worker"])


def _holding_ended(cast: dict[str, Holding], **_: Any) -> None:
    appointments.stand_down(cast["police"])


def _other_section_only(
    note: Record, posts: dict[str, Post], grant: Any, give: Any, **_: Any
) -> None:
    grants.end(grant, by=posts["social_worker"], why="Over")
    give(note, sections=["story"])


def _record_gone(parcel: Parcel, **_: Any) -> None:
    Parcel.objects.filter(pk=parcel.pk).update(records=[str(uuid.uuid4())])


@pytest.mark.parametrize(
    "change", [_grant_ended, _shut_out, _holding_ended, _other_section_only, _record_gone]
)
def test_what_was_taken_back_since_is_not_handed_over(
    change: Change, client_for: ClientFor, parcel: Parcel, request: pytest.FixtureRequest
) -> None:
    names = ("note", "cast", "posts", "grant", "parcel", "give")
    change(**{name: request.getfixturevalue(name) for name in names})
    answer = fetch(client_for("police"), parcel)
    assert answer.status_code == 404 and b"What was said" not in answer.content
    assert Entry.objects.filter(let_in=False, page="access:parcel").count() == 1
    assert not Entry.objects.filter(what="export").exists()


@pytest.mark.parametrize("key", ["lado", "neighbour_lado", "guardian", "social_worker"])
def test_nobody_fetches_anothers_parcel(key: str, client_for: ClientFor, parcel: Parcel) -> None:
    assert fetch(client_for(key), parcel).status_code == 404


def test_the_next_holder_of_the_post_does_not_get_the_last_ones_parcel(
    client_for: ClientFor, parcel: Parcel, cast: dict[str, Holding]
) -> None:
    appointments.stand_down(cast["police"])
    appointments.appoint(cast["nurse"].person, cast["police"].post)
    assert fetch(client_for("nurse"), parcel).status_code == 404


def test_a_parcel_ends_and_is_swept_away(client_for: ClientFor, parcel: Parcel, at: Any) -> None:
    later = moment.timezone.localtime(moment.now() + timedelta(days=8))
    with at(later.year, later.month, later.day):
        assert fetch(client_for("police"), parcel).status_code == 404
        call_command("seal_log")
    assert not Parcel.objects.exists()


def test_a_parcel_is_made_only_of_what_its_holder_may_see(
    note: Record, cast: dict[str, Holding]
) -> None:
    with pytest.raises(Refused):
        parcels.make(
            holding=cast["neighbour_lado"], title="x", filename="x.txt", content=b"x",
            content_type="text/plain", records=[note],
        )  # fmt: skip


def test_a_job_asks_the_gate_when_it_runs(
    note: Record, cast: dict[str, Holding], posts: dict[str, Post], grant: Any
) -> None:
    with job_door("copies", holding=cast["police"], record=note):
        pass
    grants.end(grant, by=posts["social_worker"], why="Over")
    with pytest.raises(Refused), job_door("copies", holding=cast["police"], record=note):
        pytest.fail("the job ran")
    appointments.stand_down(cast["lado"])
    with pytest.raises(Refused), job_door("figures", holding=cast["lado"]):
        pytest.fail("the job ran")
    told = Entry.objects.filter(what="job").order_by("pk").values_list("via", "let_in")
    assert list(told) == [("job copies", True), ("job copies", False), ("job figures", False)]


def test_an_operators_command_says_so_in_the_log(db: None) -> None:
    with job_door("seal_log"):
        pass
    entry = Entry.objects.get()
    assert (entry.via, entry.let_in, entry.account) == ("operator: seal_log", True, None)
