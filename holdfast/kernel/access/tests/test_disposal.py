"""Taking a record away: two people, nothing left of what it said, and the chain still whole."""

from typing import Any

import pytest
from django.db import connection

from holdfast.kernel.access import chain, disposal, grants, log, parcels
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.access.models import Entry, Parcel
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import File, Record, Step
from holdfast.kernel.records.moves import NotAllowed

CANARY = "Quillfeather"


@pytest.fixture
def disposed(
    note: Record, cast: dict[str, Holding], posts: dict[str, Post], give: Any, client_for: Any
) -> Record:
    """A note with everything that could keep a name, disposed of by two."""
    for key in ("social_worker", "neighbour_lado"):
        client_for(key).get(f"/notes/{note.reference}/")
    log.write(
        log.Line(what="read", page=CANARY, let_in=True, record_id=note.pk, detail={"x": CANARY})
    )
    give(note, purpose=CANARY)
    lado, on = posts["lado"], note.opened_on
    story.write_step(record=note, move="note", note=CANARY, by=lado, on=on)
    story.keep_file(
        record=note,
        title=CANARY,
        content=CANARY.encode(),
        content_type="text/plain",
        by=lado,
        on=on,
    )
    parcels.make(
        holding=cast["lado"], title="A copy", filename="copy.txt", content=CANARY.encode(),
        content_type="text/plain", records=[note],
    )  # fmt: skip
    chain.seal_pending()
    story.close_record(note, on=on)
    asked = disposal.ask(note, why="Ten years are over", by=cast["guardian"])
    disposal.confirm(asked, by=cast["board_chair"])
    note.pk = asked.record_id
    return note


def test_a_disposal_by_two_keeps_the_chain_whole_and_shows(disposed: Record) -> None:
    found = chain.verify()
    assert found.broken == "" and found.erased == 3
    assert Entry.objects.filter(what="disposal").count() == 1


def test_what_was_disposed_of_is_gone(disposed: Record) -> None:
    for model in (Step, File, Parcel):
        assert not model.objects.exists()
    assert not Entry.objects.filter(record_id=disposed.pk).exists()
    with connection.cursor() as cursor:
        for model_table in connection.introspection.table_names(cursor):
            cursor.execute(f"select * from {model_table}")
            assert CANARY not in str([[_text(v) for v in row] for row in cursor.fetchall()])


def _text(value: Any) -> str:
    return bytes(value).decode(errors="replace") if isinstance(value, memoryview) else str(value)


def test_a_disposal_needs_a_second_person(
    note: Record, cast: dict[str, Holding], second_post: Any
) -> None:
    story.close_record(note, on=note.opened_on)
    asked = disposal.ask(note, why="Ten years are over", by=cast["guardian"])
    own = Holding.objects.get(post=second_post("guardian", "board_chair"))
    for by in (cast["guardian"], own, cast["lado"]):
        with pytest.raises(NotAllowed):
            disposal.confirm(asked, by=by)
    assert Record.objects.filter(pk=note.pk).exists()


def test_a_sealed_record_is_disposed_of_within_its_circle(
    plate: Record, cast: dict[str, Holding], posts: dict[str, Post]
) -> None:
    story.close_record(plate, on=plate.opened_on)
    why = "Ten years are over"
    for outside in ("guardian", "lado"):
        with pytest.raises(Refused):
            disposal.ask(plate, why=why, by=cast[outside])
    asked = disposal.ask(plate, why=why, by=cast["social_worker"])
    for outside in ("guardian", "board_chair", "lado"):
        with pytest.raises(Refused):
            disposal.confirm(asked, by=cast[outside])
    grants.admit(plate, post=posts["lado"], why="Cover", by=posts["social_worker"])
    disposal.confirm(asked, by=cast["lado"])
    assert not Record.objects.filter(pk=plate.pk).exists()
    assert chain.verify().broken == ""


def test_a_record_reopened_since_is_kept(note: Record, cast: dict[str, Holding]) -> None:
    story.close_record(note, on=note.opened_on)
    asked = disposal.ask(note, why="Ten years are over", by=cast["guardian"])
    story.reopen_record(note)
    with pytest.raises(NotAllowed, match="Close it first"):
        disposal.confirm(asked, by=cast["board_chair"])
    assert Record.objects.filter(pk=note.pk).exists()


def test_a_disposal_is_asked_for_and_confirmed_once(
    note: Record, cast: dict[str, Holding]
) -> None:
    story.close_record(note, on=note.opened_on)
    asked = disposal.ask(note, why="Ten years are over", by=cast["guardian"])
    with pytest.raises(NotAllowed, match="already"):
        disposal.ask(note, why="Again", by=cast["guardian"])
    disposal.confirm(asked, by=cast["board_chair"])
    with pytest.raises(NotAllowed, match="already"):
        disposal.confirm(asked, by=cast["board_chair"])
    assert Entry.objects.filter(what="disposal").count() == 1
