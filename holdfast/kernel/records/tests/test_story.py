"""The spine: references, steps with two dates, papers, holds, and who was first."""

import hashlib
import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Area, Holding, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Counter, Record
from holdfast.kernel.records.moves import Move, NotAllowed, StateTable
from holdfast.kernel.records.retention import CLASSES


@pytest.fixture
def record(posts: dict[str, Post]) -> Record:
    return opened(posts["lado"])


def opened(by: Post, *, on: date | None = None) -> Record:
    area = by.agency.area
    assert area is not None
    return story.open_record(
        kind="x", prefix="XX", area=area, owner=by.agency, sealed=False, retention="board",
        on=on or moment.today(),
    )  # fmt: skip


def keep(record: Record, by: Post, **said: Any) -> Any:
    words = {"title": "A letter", "content": b"words", "content_type": "text/plain"}
    return story.keep_file(record=record, by=by, on=moment.today(), **{**words, **said})


def test_references_count_up_within_their_year(posts: dict[str, Post], friday: Any) -> None:
    days = [date(2013, 6, 28), date(2012, 1, 9), date(2013, 1, 2)]
    found = [opened(posts["lado"], on=day).reference for day in days]
    assert found == ["XX-2013-0001", "XX-2012-0001", "XX-2013-0002"]


def test_a_rollback_gives_its_number_back(posts: dict[str, Post]) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        opened(posts["lado"])
        raise RuntimeError
    year = moment.today().year
    assert opened(posts["lado"]).reference == f"XX-{year}-0001"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_hundred_at_once_get_a_hundred_numbers() -> None:
    """Half of them change their mind: their numbers are given back, and no number is missing."""
    given_out: list[str] = []

    def work(keeps: bool) -> None:
        for _ in range(10):
            try:
                with transaction.atomic():
                    reference = story.next_reference(prefix="XX", year=2013)
                    if not keeps:
                        raise RuntimeError
                given_out.append(reference)
            except RuntimeError:
                pass
        connection.close()

    workers = [threading.Thread(target=work, args=[number % 2 == 0]) for number in range(10)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(given_out) == [f"XX-2013-{number:04d}" for number in range(1, 51)]
    assert Counter.objects.get().last == 50


def test_what_has_not_happened_is_not_written(record: Record, posts: dict[str, Post]) -> None:
    tomorrow = moment.today() + timedelta(days=1)
    for verb in (
        lambda: opened(posts["lado"], on=tomorrow),
        lambda: story.write_step(record=record, move="x", by=posts["lado"], on=tomorrow),
        lambda: story.close_record(record, on=tomorrow),
    ):
        with pytest.raises(NotAllowed, match="has not come yet"):
            verb()


def test_a_step_has_the_day_it_happened_and_the_moment_it_was_written(
    record: Record, posts: dict[str, Post], at: Any
) -> None:
    with at(2013, 6, 28, 16, 45):
        step = story.write_step(
            record=record, move="note", by=posts["lado"], on=date(2013, 6, 24), subjects=["adult"]
        )
    step.refresh_from_db()
    assert step.on == date(2013, 6, 24)
    assert moment.timezone.localtime(step.written_at).isoformat() == "2013-06-28T16:45:00+01:00"
    assert (step.source, step.subjects) == (posts["lado"].agency, ["adult"])


def test_a_post_that_nobody_holds_does_not_act(
    record: Record, cast: dict[str, Holding], posts: dict[str, Post]
) -> None:
    appointments.stand_down(cast["lado"])
    with pytest.raises(NotAllowed, match="Nobody holds"):
        story.write_step(record=record, move="x", by=posts["lado"], on=moment.today())


def test_the_second_of_two_editors_is_told(record: Record) -> None:
    mine, theirs = record.version, record.version
    story.move_on(record, version=mine)
    with pytest.raises(NotAllowed, match="Somebody else has just changed"):
        story.move_on(record, version=theirs)
    assert record.version == 2


def test_a_hold_is_lifted_once_and_stays_to_be_read(
    record: Record, posts: dict[str, Post]
) -> None:
    on = moment.today()
    hold = story.place_hold(record, reason="An inquiry", by=posts["guardian"], on=on)
    story.lift_hold(hold, by=posts["board_chair"], on=on)
    with pytest.raises(NotAllowed, match="already"):
        story.lift_hold(hold, by=posts["board_chair"], on=on)
    hold.refresh_from_db()
    assert (hold.placed_by, hold.lifted_by) == (posts["guardian"], posts["board_chair"])


def test_a_hold_is_not_lifted_before_it_was_placed(record: Record, posts: dict[str, Post]) -> None:
    on = moment.today()
    hold = story.place_hold(record, reason="An inquiry", by=posts["guardian"], on=on)
    with pytest.raises(IntegrityError), transaction.atomic():
        story.lift_hold(hold, by=posts["guardian"], on=on - timedelta(days=1))


def test_a_record_does_not_close_before_it_opened(record: Record) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        story.close_record(record, on=record.opened_on - timedelta(days=1))


def test_a_record_closes_and_reopens(record: Record) -> None:
    story.close_record(record, on=record.opened_on)
    assert record.closed_on == record.opened_on
    story.reopen_record(record)
    assert record.closed_on is None


def test_a_paper_keeps_its_digest_and_its_name_says_nothing(
    record: Record, posts: dict[str, Post]
) -> None:
    first = keep(record, posts["lado"], title="Letter about somebody")
    second = keep(record, posts["lado"], content=b"%PDF-1.7", content_type="application/pdf")
    assert first.sha256 == hashlib.sha256(b"words").hexdigest()
    assert [first.filename, second.filename] == ["paper-001.txt", "paper-002.pdf"]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"content": b""}, "is empty"),
        ({"content": b"x" * (story.LARGEST_FILE + 1)}, "larger than 10 MB"),
        ({"content_type": "text/html"}, "none of these"),
        ({"content_type": "image/svg+xml"}, "none of these"),
        ({"content_type": ""}, "none of these"),
        ({"content_type": "application/pdf"}, "not what it is called"),
        ({"content": b"<script>", "content_type": "image/png"}, "not what it is called"),
    ],
    ids=lambda said: str(said)[:40],
)
def test_a_paper_that_is_not_one_is_refused(
    record: Record, posts: dict[str, Post], said: dict[str, Any], why: str
) -> None:
    with pytest.raises(NotAllowed, match=why):
        keep(record, posts["lado"], **said)
    assert not record.files.exists()


def test_every_retention_class_says_on_whose_word() -> None:
    for kept in CLASSES.values():
        assert kept.source and kept.status in {"V", "V2", "M", "L"}


TABLE = StateTable(
    start="open",
    moves={
        "close": Move(frozenset({"open", "paused"}), "closed", "Local"),
        "pause": Move(frozenset({"open"}), "paused", "Local"),
    },
)


@given(
    state=st.sampled_from(["open", "paused", "closed"]), move=st.sampled_from(["close", "pause"])
)
def test_what_is_available_can_be_done_and_nothing_else(state: str, move: str) -> None:
    if move in TABLE.available(state):
        assert TABLE.target(state=state, move=move) == TABLE.moves[move].target
    else:
        with pytest.raises(NotAllowed, match="Open the record again"):
            TABLE.target(state=state, move=move)


def test_the_table_is_drawn_as_it_is() -> None:
    assert TABLE.as_mermaid().splitlines() == [
        "stateDiagram-v2",
        "    [*] --> open",
        "    open --> closed: close",
        "    paused --> closed: close",
        "    open --> paused: pause",
    ]


def test_an_area_is_somewhere(record: Record) -> None:
    assert Area.objects.get(pk=record.area_id).code == "E09000028"
