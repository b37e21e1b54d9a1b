"""Two people take a closed allegation away: nothing of it is left, and the chain holds."""

import pytest
from django.apps import apps
from django.db import connection, models

from holdfast.kernel.access import chain, disposal, grants, log
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.models import Allegation
from tests.hostile import the_story  # noqa: F401

pytestmark = pytest.mark.django_db

NAME = "Marcus Oyelaran"


def holder(title: str) -> Holding:
    post = Post.objects.get(title=title, agency__area__name="Southwark")
    return Holding.objects.get(post=post, ends_at__isnull=True)


def two_of_the_circle(record: Record) -> tuple[Holding, Holding]:
    """The LADO asks, and admits the chair so that a second person can confirm."""
    lado, chair = holder("LADO"), holder("Child protection chair")
    grants.admit(record, post=chair.post, why="To confirm a disposal", by=lado.post)
    return lado, chair


def tables_that_say(word: str) -> list[str]:
    """Return every table with a text column in which the word stands."""
    found = []
    for model in apps.get_models(include_auto_created=True):
        texts = [
            f.column
            for f in model._meta.local_concrete_fields
            if isinstance(f, models.CharField | models.TextField | models.JSONField)
        ]
        for column in texts:
            with connection.cursor() as cursor:
                cursor.execute(
                    f"select count(*) from {model._meta.db_table} "
                    f'where cast("{column}" as text) like %s',
                    [f"%{word}%"],
                )
                if cursor.fetchone()[0]:
                    found.append(f"{model._meta.db_table}.{column}")
    return found


def test_a_disposed_case_is_gone_from_every_table_and_the_chain_holds() -> None:
    case = Allegation.objects.get(adult__name=NAME)
    record = case.record
    lado, chair = two_of_the_circle(record)
    log.write(log.Line("read", "allegations:record", True, holding=lado, record_id=record.pk))
    assert tables_that_say(NAME) != []
    asked = disposal.ask(record, why="Its time has run out.", by=lado)
    with pytest.raises(NotAllowed, match="second person"):
        disposal.confirm(asked, by=lado)
    disposal.confirm(asked, by=chair)
    assert tables_that_say(NAME) == []
    assert tables_that_say(record.reference) == []
    assert not Record.objects.filter(pk=record.pk).exists()
    check = chain.verify()
    assert (check.broken, check.erased) == ("", 1)


def test_the_neighbouring_cases_are_as_they_were() -> None:
    case = Allegation.objects.get(adult__name=NAME)
    others = Allegation.objects.count() - 1
    steps = case.record.steps.count()
    all_steps = sum(r.steps.count() for r in Record.objects.all())
    lado, chair = two_of_the_circle(case.record)
    asked = disposal.ask(case.record, why="Its time has run out.", by=lado)
    disposal.confirm(asked, by=chair)
    assert Allegation.objects.count() == others
    assert sum(r.steps.count() for r in Record.objects.all()) == all_steps - steps
