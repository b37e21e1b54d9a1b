"""Nobody chases by hand: reminders before, on the day, and weekly until it is sent."""

from datetime import date, timedelta

import pytest

from holdfast.engines.asks import tasks, transitions
from holdfast.engines.asks.models import Author
from holdfast.engines.asks.tests.world import DUE, TODAY, of
from holdfast.engines.notices.models import Notice
from holdfast.engines.notices.tasks import DAILY
from holdfast.kernel.directory import appointments, moment

pytestmark = pytest.mark.django_db


def run(friday, on):
    with moment.story(friday + (on - TODAY)):
        return tasks.remind_returns(on)


def reminders(request):
    told = Notice.objects.filter(key__startswith=f"asks:{request.record.reference}:2013")
    return list(told.order_by("pk").values_list("key", flat=True))


def test_the_job_is_declared():
    assert DAILY["remind returns"] is tasks.remind_returns


def test_a_silent_agency_is_reminded_on_each_day_and_its_seat_told(asked, posts, friday):
    housing, health = of(asked, posts["housing_lead"]), of(asked, posts["health_member"])
    transitions.name_sign_off(
        housing, post=posts["police_member"], by=posts["board_manager"], on=TODAY
    )
    transitions.send_nil(health, searched="All of it.", by=posts["health_member"], on=TODAY)
    day = TODAY
    while day <= DUE + timedelta(days=14):
        run(friday, day)
        day += timedelta(days=1)
    stem = f"asks:{housing.record.reference}:{DUE}"
    assert reminders(housing) == [
        f"{stem}:3 days before",
        f"{stem}:on the day",
        f"{stem}:week 1 after",
        f"{stem}:week 2 after",
        f"{stem}:lead:{posts['police_member'].pk}",
    ]
    assert reminders(health) == [], "what was sent is not reminded of"
    housing.refresh_from_db()
    assert (housing.reminded, housing.reminded_on) == (4, DUE + timedelta(days=14))


def test_a_day_that_was_missed_is_made_up_for_once(asked, posts, friday):
    assert run(friday, DUE - timedelta(days=1)) == "Reminded 3, told 0 leads, left 0."
    assert run(friday, DUE - timedelta(days=1)) == "Reminded 0, told 0 leads, left 0."


def test_where_nobody_holds_the_asking_post_the_job_says_how_many_were_left(
    asked, posts, cast, friday
):
    appointments.stand_down(cast["board_manager"])
    assert run(friday, date(2013, 7, 9)) == "Reminded 0, told 0 leads, left 3."


def test_a_substitute_is_reminded_with_the_lead_until_they_leave_the_team(asked, posts, friday):
    request, by = of(asked, posts["housing_lead"]), posts["board_manager"]
    part = Author.Part.SUBSTITUTE
    deputy = transitions.name_author(request, post=posts["nurse"], part=part, by=by, on=TODAY)
    run(friday, DUE)
    transitions.drop_author(Author.objects.get(pk=deputy.pk), by=by, on=TODAY)
    run(friday, DUE + timedelta(days=7))
    told = Notice.objects.filter(key__startswith=f"asks:{request.record.reference}:{DUE}")
    assert [one.to_post for one in told.order_by("pk")] == [
        posts["housing_lead"], posts["nurse"], posts["housing_lead"],
    ]  # fmt: skip
