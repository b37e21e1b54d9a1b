"""What the database itself refuses, and what it writes down by itself."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import Error, connection, transaction

import holdfast
from holdfast.kernel.access import grants, ledger, log, triggers
from holdfast.kernel.access.chain import seal_pending
from holdfast.kernel.access.models import Entry, Write
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Holding, Partnership, Person, Post
from holdfast.kernel.directory.moment import NotADemo
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record, Step

CANARY = "Quillfeather"


def run(sql: str, *values: Any) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def refused(sql: str, *values: Any) -> None:
    """The safeguard itself must speak: a slip in the SQL is no refusal."""
    connection.check_constraints()
    with pytest.raises(Error, match="never change|never emptied|another day"):
        run(sql, *values)


@pytest.fixture
def full(
    note: Record, plate: Record, posts: dict[str, Post], cast: dict[str, Holding], give: Any
) -> Record:
    """One row in every table whose rows are added and never changed."""
    by, reason = posts["social_worker"], "The police are at the address and ask who is safe."
    grants.end(give(note), by=by, why="Over")
    member = grants.admit(plate, post=posts["lado"], why="Cover", by=by)
    grants.dismiss(member, by=by, why="Over")
    shut = grants.shut_out(note, person=cast["nurse"].person, why="Hers", by=by)
    grants.lift(shut, asked_by=by, approved_by=posts["lado"], why="Not hers")
    broken = grants.break_glass(note, holding=cast["police"], reason=reason)
    grants.review(broken, finding="needed", why="It was", by=cast["guardian"])
    story.write_step(record=note, move="note", by=by, on=note.opened_on)
    story.keep_file(
        record=note, title="x", content=b"x", content_type="text/plain", by=by, on=note.opened_on
    )
    log.write(log.Line(what="read", page="x", let_in=True))
    seal_pending()
    why = {"why": "x", "record_id": "00000000-0000-0000-0000-000000000001", "kind": "x"}
    asked = apps.get_model("access", "Disposal").objects.create(asked_by=cast["guardian"], **why)
    done = apps.get_model("access", "DisposalConfirmed")
    done.objects.create(disposal=asked, by=cast["board_chair"])
    return note


@pytest.mark.parametrize("table", triggers.ADDED_ONLY)
def test_a_row_once_added_is_neither_changed_nor_taken_out(table: str, full: Record) -> None:
    model = next(m for m in apps.get_models() if m._meta.db_table == table)
    key = model._meta.pk.column
    row = model.objects.values_list("pk", flat=True).first()
    assert row is not None
    other = next(str(f.column) for f in model._meta.local_concrete_fields if not f.primary_key)
    for column in [str(f.column) for f in model._meta.local_concrete_fields]:
        refused(f'update {table} set "{column}" = "{column}"')
    refused(f"delete from {table}")
    every = ", ".join(f'"{f.column}"' for f in model._meta.local_concrete_fields)
    again = f"into {table} ({every}) select {every} from {table}"
    upsert = f'on conflict ("{key}") do update set "{other}" = excluded."{other}"'
    if connection.vendor == "sqlite":
        refused(f"insert or replace {again}")
        refused(f"replace {again}")
        refused(f"insert {again} where true {upsert}")
        refused(f'update or replace {table} set "{other}" = "{other}"')
    else:
        refused(f"truncate {table} cascade")
        refused(f"insert {again} {upsert}")
    assert model.objects.filter(pk=row).exists()


def test_an_entry_is_not_emptied_without_a_disposal_of_its_record(full: Record) -> None:
    emptied = ", ".join(f'"{name}" = null' for name in ("salt", *log.PAYLOAD))
    refused(f"update access_entry set {emptied}")


@pytest.mark.parametrize(
    "name", ["access_entry_no_update", "access_seal_no_delete", "records_step_dated_written_at"]
)
def test_nothing_starts_when_a_safeguard_is_missing(name: str, db: None) -> None:
    triggers.require_installed()
    with lost(name), pytest.raises(RuntimeError, match=name):
        triggers.require_installed()
    triggers.require_installed()


@pytest.mark.postgres
def test_a_safeguard_switched_off_counts_as_missing(db: None) -> None:
    for how in ("disable trigger", "enable replica trigger"):
        run(f"alter table access_entry {how} access_entry_no_update")
        assert triggers.missing() == ["access_entry_no_update"]


@contextmanager
def lost(name: str) -> Iterator[None]:
    table = name.rsplit("_no_", 1)[0].rsplit("_dated_", 1)[0]
    on = f" on {table}" if connection.vendor == "postgresql" else ""
    run(f"drop trigger {name}{on}")
    yield
    triggers.install()


def test_the_demo_stamp_never_changes(cast: dict[str, Holding]) -> None:
    table = "directory_partnership"
    refused(f"update {table} set demo = not demo, story_at = null")
    refused(f"delete from {table}")
    again = f"into {table} (id, name, short_name, area_id, demo) select 1, 'x', 'x', area_id, "
    if connection.vendor == "sqlite":
        refused(f"insert or replace {again} not demo from {table}")
    else:
        refused(f"truncate {table} cascade")
    rest = "on conflict (id) do update set demo = excluded.demo"
    refused(f"insert {again} not demo from {table} where true {rest}")
    assert Partnership.objects.get().demo


def test_a_real_database_takes_no_row_that_somebody_else_dated(
    real_cast: dict[str, Holding],
) -> None:
    then = moment.now() - timedelta(days=2)
    with pytest.raises(NotADemo), moment.story(then):
        pass
    with pytest.raises(NotADemo):
        moment.begin(then)
    post, area = real_cast["lado"].post, Area.objects.first()
    assert area is not None
    record = Record.objects.create(
        kind="x", reference="X-1", area=area, owner=post.agency, sealed=False,
        retention="board", opened_on=moment.today(),
    )  # fmt: skip
    step: dict[str, Any] = {
        "record": record, "move": "x", "on": moment.today(), "by": post,
        "holding": real_cast["lado"], "source": post.agency,
    }  # fmt: skip
    with pytest.raises(Error, match="another day"), transaction.atomic():
        Step.objects.create(**step, written_at=then)
    with pytest.raises(Error, match="another day"), transaction.atomic():
        Entry.objects.create(commitment="x", at=then)
    Step.objects.create(**step)
    if connection.vendor == "sqlite":
        refused("insert into access_entry (at, commitment) values ('whenever', 'x')")


def test_the_ledger_sees_what_goes_round_the_models(cast: dict[str, Holding]) -> None:
    last = Write.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with ledger.acting("entry 7"):
        Person.objects.bulk_create([Person(name=CANARY), Person(name="Another")])
        Person.objects.filter(name=CANARY).update(name=f"{CANARY} the Second")
        run("update directory_agency set name = name || %s where name like %s", CANARY, "Tollg%")
        Person.objects.filter(name="Another").delete()
    run("delete from directory_person where name = %s", f"{CANARY} the Second")
    seen = list(Write.objects.filter(pk__gt=last).order_by("pk"))
    assert [(one.op, one.table, one.columns) for one in seen] == [
        ("insert", "directory_person", "id,name"),
        ("insert", "directory_person", "id,name"),
        ("update", "directory_person", "name"),
        ("update", "directory_agency", "name"),
        ("delete", "directory_person", "id,name"),
        ("delete", "directory_person", "id,name"),
    ]
    assert [one.actor for one in seen[:5]] == ["entry 7"] * 5
    assert seen[5].actor != "entry 7"
    assert seen[0].digest != seen[1].digest


def test_the_ledger_holds_no_value(cast: dict[str, Holding]) -> None:
    Person.objects.create(name=CANARY)
    Agency.objects.filter(name__startswith="Tollgate").update(name=CANARY)
    with connection.cursor() as cursor:
        cursor.execute("select * from access_write")
        assert CANARY not in str(cursor.fetchall())


@pytest.mark.postgres
def test_no_watched_table_is_emptied_at_a_stroke(cast: dict[str, Holding]) -> None:
    for model in triggers.ledger_models():
        refused(f"truncate {model._meta.db_table} cascade")


def test_the_product_has_no_way_to_lift_a_safeguard() -> None:
    """Only the tests' own conftest can. What puts a trigger back may say `drop … if exists`."""
    lifts = re.compile(
        r"drop\s+trigger(?!\s+if\s+exists)|session_replication_role|disable\s+trigger|"
        r"writable_schema|drop\s+function|alter\s+table",
        re.IGNORECASE,
    )
    drops = re.compile(r"drop\s+trigger\s+if\s+exists", re.IGNORECASE)
    for path in Path(holdfast.__file__).parent.rglob("*.py"):
        if "tests" in path.parts:
            continue
        text = path.read_text()
        assert not lifts.search(text), path
        assert not drops.search(text) or path.name.startswith("triggers_"), path
