"""The chain: whatever is done to the log behind its back is found, and named."""

import json
import threading
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from holdfast.kernel.access import anchor, chain, log, triggers
from holdfast.kernel.access.models import Entry, Link, Seal

CANARY = "Quillfeather"


def run(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def behind_its_back() -> Iterator[Callable[..., None]]:
    """Run SQL as somebody who owns the database and lifts what it refuses."""
    tables = ("access_entry", "access_seal", "access_link")

    def forged(sql: str, *values: Any) -> None:
        for table in tables:
            for what in ("update", "delete"):
                on = f" on {table}" if connection.vendor == "postgresql" else ""
                run(f"drop trigger if exists {table}_no_{what}{on}")
        run(sql, *values)
        triggers.install()

    yield forged
    triggers.install()


@pytest.fixture
def three(db: None) -> list[Seal]:
    """Three seals over nine entries."""
    return [seal for seal in (_sealed(3) for _ in range(3)) if seal]


def _sealed(count: int) -> Seal | None:
    for number in range(count):
        log.write(log.Line(what="read", page=f"page {number}", let_in=True))
    return chain.seal_pending()


def broken() -> str:
    return chain.verify().broken


def test_a_whole_log_is_whole(three: list[Seal]) -> None:
    log.write(log.Line(what="read", page="one more", let_in=True))
    assert chain.verify() == chain.Check(entries=10, seals=4, erased=0)


def test_an_empty_log_is_whole(db: None) -> None:
    assert chain.verify() == chain.Check(0, 0, 0)


def test_sealing_twice_is_harmless(three: list[Seal]) -> None:
    assert chain.seal_pending() is None
    assert broken() == ""


@pytest.mark.parametrize(
    ("column", "value"),
    [("page", "elsewhere"), ("let_in", False), ("right", "at home"), ("detail", '{"x": 1}')],
)
def test_an_altered_entry_is_named(
    three: list[Seal], behind_its_back: Any, column: str, value: Any
) -> None:
    row = three[1].first_entry
    behind_its_back(f'update access_entry set "{column}" = %s where id = %s', value, row)
    assert broken() == f"Entry {row} was changed after it was written."


def test_an_entry_dated_anew_is_found(three: list[Seal], behind_its_back: Any) -> None:
    row = three[1].first_entry
    behind_its_back("update access_entry set at = '2013-01-01 09:00:00' where id = %s", row)
    assert broken().startswith(f"Seal {three[1].pk} does not follow")


def test_a_deleted_entry_is_named(three: list[Seal], behind_its_back: Any) -> None:
    row = three[1].first_entry + 1
    behind_its_back("delete from access_entry where id = %s", row)
    assert broken().endswith(f"entry {row} is missing.")


def test_an_entry_deleted_with_its_link_is_found(three: list[Seal], behind_its_back: Any) -> None:
    row = three[1].first_entry + 1
    behind_its_back("delete from access_entry where id = %s", row)
    behind_its_back("delete from access_link where entry = %s", row)
    behind_its_back("update access_seal set entries = 2 where id = %s", three[1].pk)
    assert broken().startswith(f"Seal {three[1].pk} does not follow")


def test_an_altered_seal_is_named(three: list[Seal], behind_its_back: Any) -> None:
    behind_its_back("update access_seal set digest = %s where id = %s", "0" * 64, three[0].pk)
    assert broken().startswith(f"Seal {three[0].pk} does not follow")


def test_a_cut_tail_is_named(three: list[Seal], behind_its_back: Any) -> None:
    last = three[2]
    behind_its_back("delete from access_entry where id >= %s", last.first_entry)
    behind_its_back("delete from access_link where seal_id = %s", last.pk)
    behind_its_back("delete from access_seal where id = %s", last.pk)
    assert broken() == f"Seal {last.pk} is in the anchor and not in the log: the tail was cut off."


def test_a_cut_tail_is_found_though_more_was_sealed_since(
    three: list[Seal], behind_its_back: Any
) -> None:
    last = three[2]
    behind_its_back("delete from access_entry where id >= %s", last.first_entry)
    behind_its_back("delete from access_link where seal_id = %s", last.pk)
    behind_its_back("delete from access_seal where id = %s", last.pk)
    _sealed(2)
    assert broken() == f"Seal {last.pk} is in the anchor and not in the log: the tail was cut off."


def test_a_log_emptied_altogether_is_found(three: list[Seal], behind_its_back: Any) -> None:
    for table in ("access_link", "access_seal", "access_entry"):
        behind_its_back(f"delete from {table}")
    assert broken() == (
        f"Seal {three[0].pk} is in the anchor and not in the log: the tail was cut off."
    )


@pytest.mark.parametrize("kept", [2, 1, 0])
def test_a_cut_anchor_is_named(three: list[Seal], kept: int) -> None:
    lines = anchor.path().read_text().splitlines(keepends=True)
    anchor.path().write_text("".join(lines[:kept]))
    if kept:
        assert broken() == (
            f"Seal {three[kept].pk} is in the log and not in the anchor: the anchor was cut."
        )
    else:
        assert "is missing or empty" in broken()


def test_a_lost_anchor_is_named(three: list[Seal]) -> None:
    anchor.path().unlink()
    assert "is missing or empty" in broken()


@pytest.mark.parametrize("line", ["{", "[]", '{"seal": 1}', '"x"', '{"seal": "x", "digest": ""}'])
def test_a_spoilt_line_of_the_anchor_is_named(three: list[Seal], line: str) -> None:
    with anchor.path().open("a") as kept:
        kept.write(line + "\n")
    assert broken() == "Line 4 of the anchor cannot be read."


def test_a_second_line_about_a_seal_is_not_believed(three: list[Seal]) -> None:
    with anchor.path().open("a") as kept:
        kept.write(json.dumps({"seal": three[0].pk, "digest": "0" * 64}) + "\n")
    assert broken() == f"Line 4 of the anchor gives seal {three[0].pk} a second digest."


def test_a_log_written_anew_does_not_match_the_anchor(
    three: list[Seal], behind_its_back: Any
) -> None:
    """Somebody with the whole database changes an entry and chains everything again."""
    entry = Entry.objects.get(pk=three[1].first_entry)
    entry.page = "elsewhere"
    behind_its_back(
        "update access_entry set page = %s, commitment = %s where id = %s",
        entry.page, log.commitment(entry), entry.pk,
    )  # fmt: skip
    digest = chain.START
    for seal in three:
        ids = Link.objects.filter(seal=seal).values("entry")
        digest = chain._digest(digest, list(Entry.objects.filter(pk__in=ids).order_by("pk")))
        behind_its_back("update access_seal set digest = %s where id = %s", digest, seal.pk)
    assert (
        broken() == f"Seal {three[1].pk} is not the one in the anchor: the log was written anew."
    )


def test_an_entry_emptied_by_nobody_is_named(three: list[Seal], behind_its_back: Any) -> None:
    row = three[1].first_entry
    emptied = ", ".join(f'"{name}" = null' for name in ("salt", *log.PAYLOAD))
    behind_its_back(f"update access_entry set {emptied} where id = %s", row)
    assert broken() == f"Entry {row} was emptied, and no disposal by two people says so."


def test_an_entry_committed_late_comes_under_the_next_seal(three: list[Seal]) -> None:
    """Its number is lower than the last sealed one: on PostgreSQL a slow reader's can be."""
    late = Entry(what="read", page="late", let_in=True, right="", via="", detail={}, salt="5" * 32)
    late.commitment = log.commitment(late)
    late.pk = -7
    late.save(force_insert=True)
    seal = chain.seal_pending()
    assert seal is not None and Link.objects.get(entry=-7).seal == seal
    assert broken() == ""


def test_nothing_is_sealed_when_the_anchor_cannot_be_written(db: None, settings: Any) -> None:
    blocked = anchor.path().parent / "blocked"
    blocked.write_text("a file where a folder should be")
    settings.ANCHOR = str(blocked / "anchor")
    log.write(log.Line(what="read", page="x", let_in=True))
    with pytest.raises(OSError, match="blocked"):
        chain.seal_pending()
    settings.ANCHOR = str(anchor.path().parent.parent / "anchor")
    assert broken() == ""


def test_what_an_entry_tells_reads_the_same_from_the_database(db: None) -> None:
    told = {1: "one", 10: 1.5, 9: [1e22, None, True], "ü": {"b": (1, 2), "a": "‘’"}}
    log.write(log.Line(what="export", page="x", let_in=True, detail=told))
    assert broken() == ""


def test_verify_log_says_one_line_or_names_the_link(
    three: list[Seal], behind_its_back: Any, tmp_path: Path
) -> None:
    out, err = StringIO(), StringIO()
    call_command("verify_log", stdout=out)
    assert out.getvalue() == (
        "The access log is whole: 9 entries under 3 seals, 0 of them emptied by disposals.\n"
    )
    behind_its_back("delete from access_entry where id = %s", three[0].first_entry)
    with pytest.raises(SystemExit) as ended:
        call_command("verify_log", stderr=err)
    assert ended.value.code == 1
    assert f"entry {three[0].first_entry} is missing" in err.getvalue()


def test_seal_log_says_what_it_sealed(db: None) -> None:
    for said in ("Nothing to seal.", "Sealed 1 entry under seal"):
        out = StringIO()
        call_command("seal_log", stdout=out)
        assert said in out.getvalue()
        log.write(log.Line(what="read", page="x", let_in=True))


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_sealers_at_the_same_time_make_one_chain() -> None:
    def work() -> None:
        for number in range(15):
            log.write(log.Line(what="read", page=f"page {number}", let_in=True))
            chain.seal_pending()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    found = chain.verify()
    assert (found.broken, found.entries) == ("", 60)
