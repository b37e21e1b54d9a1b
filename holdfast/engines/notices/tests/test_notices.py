"""Notices are sent once, to whoever holds the post; a job runs once a day, whatever others do."""

from datetime import date, timedelta

import pytest
from django.core import mail

from holdfast.engines.notices import tasks, transitions
from holdfast.engines.notices.models import JobRun, Notice
from holdfast.engines.notices.rules import TRIES
from holdfast.engines.notices.transitions import Told
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.records.moves import NotAllowed

TODAY = date(2013, 6, 28)
SUBJECT, BODY = "Holdfast: a return is due", "A return is due on 12 July. Sign in to Holdfast."


def told(post=None, key="return:1", **kept):
    return Told(key=key, subject=SUBJECT, body=BODY, post=post, **kept)


@pytest.fixture
def jobs(monkeypatch):
    known = {}
    monkeypatch.setattr(tasks, "DAILY", known)
    return known


def test_a_notice_goes_once_to_whoever_holds_the_post_when_it_is_sent(friday, posts, cast):
    by = posts["board_manager"]
    assert transitions.notify(told(posts["housing_lead"]), by=by, on=TODAY)
    assert not transitions.notify(told(posts["housing_lead"]), by=by, on=TODAY), "the same key"
    appointments.stand_down(cast["housing_lead"])
    newcomer = appointments.open_account(name="Noor Bakshi", email="noor@holdfast.example")
    appointments.appoint(newcomer.person, posts["housing_lead"])
    assert tasks.send_waiting() == 1
    assert tasks.send_waiting() == 0
    assert [(one.to, one.body) for one in mail.outbox] == [(["noor@holdfast.example"], BODY)]


def test_a_notice_without_a_reader_says_so_and_is_tried_again(friday, posts, cast):
    appointments.stand_down(cast["nurse"])
    transitions.notify(told(posts["nurse"]), by=posts["board_manager"], on=TODAY)
    assert tasks.send_waiting() == 0
    notice = Notice.objects.get()
    assert (notice.state, notice.problem) == ("queued", tasks.NOBODY)
    assert tasks.send_waiting() == 0, "not yet"
    with moment.story(friday + timedelta(minutes=3)):
        appointments.appoint(cast["nurse"].person, posts["nurse"])
        assert tasks.send_waiting() == 1


def test_a_mail_server_that_is_away_is_asked_six_times_and_then_given_up(friday, posts, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    transitions.notify(told(posts["nurse"]), by=posts["board_manager"], on=TODAY)
    for day in range(TRIES):
        with moment.story(friday + timedelta(days=day)):
            assert tasks.send_waiting() == 0
    notice = Notice.objects.get()
    assert (notice.state, notice.tries, notice.problem) == ("failed", TRIES, tasks.NO_SERVER)


def test_a_notice_whose_sender_died_is_taken_up_by_the_next(friday, posts):
    transitions.notify(told(address="clerk@elsewhere.example"), by=posts["nurse"], on=TODAY)
    notice = Notice.objects.get()
    assert transitions.take_up(notice, by=notice.by, on=TODAY)
    assert not transitions.take_up(Notice.objects.get(), by=notice.by, on=TODAY), "it is taken"
    with moment.story(friday + timedelta(minutes=16)):
        assert tasks.send_waiting() == 1


def test_a_notice_goes_to_a_post_or_to_an_address_never_to_both(friday, posts):
    for wrong in (told(), told(posts["nurse"], address="clerk@elsewhere.example")):
        with pytest.raises(NotAllowed, match="one of the two"):
            transitions.notify(wrong, by=posts["board_manager"], on=TODAY)


def test_many_notices_are_queued_in_as_many_queries_as_one(
    friday, posts, django_assert_num_queries
):
    keys = ["nurse", "police", "lado", "analyst"]
    with django_assert_num_queries(4):
        transitions.notify_all(
            [told(posts[key], key=key) for key in keys], by=posts["board_manager"], on=TODAY
        )
    assert Notice.objects.count() == 4


@pytest.mark.django_db(transaction=True)
def test_a_failing_job_is_written_down_and_the_others_run_once_a_day(friday, jobs):
    ran = []

    def broken(on):
        raise ValueError("a fault of ours")

    jobs |= {"break": broken, "count": lambda on: ran.append(on) or "One was counted."}
    tasks.run(by="the minute")
    tasks.run(by="the minute")
    assert ran == [TODAY]
    assert dict(JobRun.objects.values_list("job", "state")) == {"break": "failed", "count": "done"}
    assert "ValueError" in JobRun.objects.get(job="break").said
    assert set(Entry.objects.filter(what="job").values_list("page", flat=True)) == set(jobs)
    with moment.story(friday + timedelta(days=1)):
        tasks.run(by="an operator")
    assert ran == [TODAY, TODAY + timedelta(days=1)]
