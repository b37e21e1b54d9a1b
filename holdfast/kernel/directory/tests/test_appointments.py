"""Who holds what and when, whose database this is, and what time it is."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.appointments import CannotAppoint
from holdfast.kernel.directory.models import (
    Account,
    Area,
    Holding,
    Partnership,
    Person,
    Post,
    this_partnership,
)
from holdfast.kernel.directory.words import Role, Sector, in_words

FRIDAY = datetime(2013, 6, 28, 16, 45, tzinfo=ZoneInfo("Europe/London"))


def test_a_post_has_one_holder_at_a_time(cast: dict[str, Holding]) -> None:
    with pytest.raises(CannotAppoint, match="held already"):
        appointments.appoint(cast["nurse"].person, cast["lado"].post)
    appointments.stand_down(cast["lado"])
    appointments.appoint(cast["nurse"].person, cast["lado"].post)
    with pytest.raises(CannotAppoint, match="ended already"):
        appointments.stand_down(cast["lado"])


def test_the_database_refuses_a_second_holder(cast: dict[str, Holding]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(
            post=cast["lado"].post, person=cast["nurse"].person, starts_at=moment.now()
        )


def test_the_database_refuses_a_holding_that_ends_before_it_starts(
    cast: dict[str, Holding],
) -> None:
    before = cast["lado"].starts_at - timedelta(days=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.filter(pk=cast["lado"].pk).update(ends_at=before)


def test_a_holding_is_current_from_its_start_until_just_before_its_end(
    cast: dict[str, Holding],
) -> None:
    held, end = cast["lado"], datetime(2013, 6, 28, 17, 0, tzinfo=FRIDAY.tzinfo)
    Holding.objects.filter(pk=held.pk).update(ends_at=end)

    def current(at: datetime) -> bool:
        return Holding.objects.current(at=at).filter(pk=held.pk).exists()

    assert current(held.starts_at) and current(end - timedelta(microseconds=1))
    assert not current(held.starts_at - timedelta(microseconds=1)) and not current(end)


def test_a_database_belongs_to_one_partnership(cast: dict[str, Holding]) -> None:
    area = Area.objects.get(name="Lambeth")
    with pytest.raises(CannotAppoint, match="its partnership already"):
        appointments.found_partnership(name="Another", short_name="A", area=area)
    with pytest.raises(IntegrityError), transaction.atomic():
        Partnership.objects.create(pk=2, name="Another", short_name="A", area=area)


def test_a_database_without_a_partnership_says_what_to_run(db: None) -> None:
    with pytest.raises(ObjectDoesNotExist, match="holdfast begin"):
        this_partnership()


def test_an_account_is_a_number_in_the_log_and_has_no_password_by_default(
    cast: dict[str, Holding],
) -> None:
    account = Account.objects.get(person=cast["lado"].person_id)
    assert account.number == f"acc-{account.pk:04d}" == str(account)
    assert not account.has_usable_password()


def test_an_address_is_one_however_it_is_typed(cast: dict[str, Holding]) -> None:
    person = Person.objects.create(name="Somebody")
    assert Account.objects.create_user("New@Holdfast.Example", person=person).email == (
        "new@holdfast.example"
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Account.objects.create_user(
            "LADO@holdfast.example", person=Person.objects.create(name="Other")
        )


def test_nothing_leads_from_a_person_to_anything() -> None:
    """From a name nobody walks to a case: no model is reachable backwards from Person."""
    keys = [
        field
        for model in apps.get_models()
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and field.related_model is Person
    ]
    assert keys and all(field.remote_field.hidden for field in keys)


def test_a_story_happens_on_its_day_and_then_it_is_today_again(cast: dict[str, Holding]) -> None:
    before = moment.today()
    with moment.story(FRIDAY):
        assert moment.now() == FRIDAY and moment.is_story()
        assert moment.today().isoformat() == "2013-06-28"
        assert moment.written() == {"written_at": FRIDAY}
    assert moment.today() >= before and moment.written() == {}


def test_a_story_that_falls_over_does_not_stop_the_clock(cast: dict[str, Holding]) -> None:
    with pytest.raises(RuntimeError), moment.story(FRIDAY):
        raise RuntimeError
    assert not moment.is_story()


def test_the_demos_clock_runs_on_from_where_it_was_set(cast: dict[str, Holding]) -> None:
    moment.begin(FRIDAY)
    first = moment.now()
    assert FRIDAY <= first < FRIDAY + timedelta(minutes=5)
    assert moment.now() > first


def test_just_after_midnight_in_summer_it_is_the_new_day_in_london(
    cast: dict[str, Holding],
) -> None:
    with moment.story(datetime(2013, 6, 28, 23, 30, tzinfo=timezone.get_fixed_timezone(0))):
        assert moment.today().isoformat() == "2013-06-29"


@pytest.mark.parametrize("words", [Role, Sector])
def test_every_word_reads_as_words(words: Any) -> None:
    for word in words:
        assert in_words(word.value)[0].isupper() and "_" not in in_words(word.value)


def test_every_post_of_the_cast_has_a_role_of_the_house(posts: dict[str, Post]) -> None:
    assert {post.role for post in posts.values()} <= {role.value for role in Role}
