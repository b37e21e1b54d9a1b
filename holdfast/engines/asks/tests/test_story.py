"""A round from the first question to the last addendum, as three agencies answer it."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from holdfast.engines.asks import extracts, transitions
from holdfast.engines.asks.models import Answer
from holdfast.engines.asks.rules.standing import Look
from holdfast.engines.asks.rules.states import Reply, State, WhyLate
from holdfast.engines.asks.rules.values import Absent
from holdfast.engines.asks.tests.world import DUE, QUESTIONS, TODAY, fill, issue, of, usual_round
from holdfast.engines.asks.transitions import Recipient
from holdfast.engines.notices.models import Notice
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.records.moves import NotAllowed

LATER = date(2013, 7, 20)


def test_three_agencies_are_asked_and_each_answers_in_its_own_way(asked, posts, at):
    manager = posts["board_manager"]
    police, health, housing = (
        of(asked, posts[key]) for key in ("police_member", "health_member", "housing_lead")
    )
    assert police.record.reference == "IR-2013-0001"
    assert police.record.owner == posts["police_member"].agency

    fill(police, posts["police_member"])
    transitions.send(police, by=posts["police_member"], on=TODAY)
    transitions.send_nil(
        health, searched="The named nurse searched the year's file.",
        by=posts["health_member"], on=TODAY,
    )  # fmt: skip
    transitions.accept(police, by=manager, on=TODAY)

    with at(2013, 7, 20, 10, 0):
        rows = {row.agency: row for row in extracts.round_rows(asked, on=LATER)}
        mine = [rows[r.record.owner.name] for r in (police, health, housing)]
        assert [row.look for row in mine] == [Look.MET, Look.NIL, Look.SILENT]
        assert mine[2].words == "No reply, 8 days late"
        rate = extracts.return_rate(asked, on=LATER)
        assert (rate.returned, rate.due, rate.missing) == (2, 3, (mine[2].agency,))
        assert rate.words == "2 of 3 returns due (66.6%)"

        transitions.say_why_late(
            housing, why=WhyLate.AUTHOR_LEFT, words="The lead left in May.", by=manager, on=LATER
        )
        transitions.refuse(
            housing, reason="Asked of the wrong service.", by=posts["housing_lead"], on=LATER
        )
        row = extracts.round_rows(asked, on=LATER)[2]
        assert (row.look, row.words) == (
            Look.REFUSED, "Sent: refused, with a reason, 8 days late",
        )  # fmt: skip
        rate = extracts.return_rate(asked, on=LATER)
        assert (rate.returned, rate.due, rate.refused) == (2, 3, (row.agency,))


def test_the_asker_sees_how_far_and_no_answer_before_it_is_sent(asked, posts):
    police = of(asked, posts["police_member"])
    fill(police, posts["police_member"])
    row = extracts.round_rows(asked, on=TODAY)[0]
    assert (row.answered, row.asked, row.state) == (4, 5, State.IN_PROGRESS)
    assert extracts.answers_of(police) is None
    with pytest.raises(Refused):
        transitions.answer(police, values={"who": "x"}, by=posts["board_manager"], on=TODAY)
    transitions.send(police, by=posts["police_member"], on=TODAY)
    sheet = extracts.answers_of(police)
    trained = sheet.answers["trained"]
    assert (trained.value.number, trained.value.of) == (Decimal(18), Decimal(20))
    assert trained.words == "18 of 20 people"


def test_a_return_sent_back_is_sent_again_beside_what_was_sent(asked, posts):
    manager, member = posts["board_manager"], posts["police_member"]
    police = of(asked, member)
    fill(police, member)
    transitions.send(police, by=member, on=TODAY)
    with pytest.raises(NotAllowed, match="cannot be written"):
        transitions.answer(police, values={"who": "Another"}, by=member, on=TODAY)
    transitions.send_back(police, words="Which twenty staff?", by=manager, on=TODAY)
    transitions.answer(police, values={"trained": (19, 22)}, by=member, on=TODAY)
    transitions.send(police, by=member, on=TODAY)
    assert extracts.answers_of(police, 1).answers["trained"].words == "18 of 20 people"
    assert extracts.answers_of(police).answers["trained"].words == "19 of 22 people"


def test_an_accepted_return_is_reopened_with_a_reason_and_keeps_its_version(asked, posts):
    manager, member = posts["board_manager"], posts["police_member"]
    police = of(asked, member)
    fill(police, member)
    transitions.send(police, by=member, on=TODAY)
    transitions.accept(police, by=manager, on=TODAY)
    issue(posts, [Recipient(member)], title="Next year")
    with pytest.raises(NotAllowed, match="Say why"):
        transitions.reopen(police, reason=" ", by=manager, on=TODAY)
    transitions.add_addendum(police, text="The lead changed in July.", by=member, on=TODAY)
    transitions.reopen(police, reason="The figures were revised.", by=manager, on=TODAY)
    assert (police.state, police.round.question_set.version) == (State.IN_PROGRESS, 1)
    assert police.answers.current().count() == 4
    assert extracts.answers_of(police).set_version == 1


def test_nil_part_and_refusal_each_need_their_words(asked, posts):
    member = posts["health_member"]
    health = of(asked, member)
    for reply, words in [
        (Reply.NIL, "who searched what"),
        (Reply.REFUSED, "why it is refused"),
        (Reply.PARTIAL, "which part is missing"),
        (Reply.FULL, "named lead"),
    ]:
        with pytest.raises(NotAllowed, match=words):
            transitions.send(health, reply=reply, by=member, on=TODAY)
    transitions.answer(health, values={"trained": Absent.NOT_KNOWN}, by=member, on=TODAY)
    sent = transitions.send(
        health, reply=Reply.PARTIAL, words="Training figures come in August.", by=member, on=TODAY
    )
    assert sent.content["answers"]["trained"]["absent"] == "not known"


def test_whoever_made_it_ready_does_not_sign_it(friday, posts):
    lead, signer = posts["nurse"], posts["health_member"]
    asked = issue(posts, [Recipient(lead, sign_off=signer)], needs_sign_off=True)
    request = of(asked, lead)
    fill(request, lead)
    with pytest.raises(NotAllowed, match="Make it ready"):
        transitions.send(request, by=lead, on=TODAY)
    transitions.make_ready(request, by=lead, on=TODAY)
    with pytest.raises(NotAllowed, match="Only Board member for health signs"):
        transitions.send(request, by=lead, on=TODAY)
    transitions.take_back(request, by=lead, on=TODAY)
    transitions.make_ready(request, by=signer, on=TODAY)
    with pytest.raises(NotAllowed, match="does not sign it"):
        transitions.send(request, by=signer, on=TODAY)
    transitions.take_back(request, by=lead, on=TODAY)
    transitions.make_ready(request, by=lead, on=TODAY)
    sent = transitions.send(request, by=signer, on=TODAY)
    assert (sent.sent_by, sent.prepared_by) == (signer, lead)


def test_a_new_lead_takes_over_what_was_written(asked, posts):
    manager, lead = posts["board_manager"], posts["housing_lead"]
    housing = of(asked, lead)
    fill(housing, lead)
    assert not gate.may(posts["coordinator"], Can.SEE, housing.record)
    transitions.reassign(
        housing, to=posts["coordinator"], why="The lead left.", by=manager, on=TODAY
    )
    assert gate.may(posts["coordinator"], Can.WORK, housing.record)
    transitions.send(housing, by=posts["coordinator"], on=TODAY)
    with pytest.raises(Refused):
        transitions.name_author(
            of(asked, posts["police_member"]), post=lead, by=posts["nurse"], on=TODAY
        )


def test_a_revised_date_has_a_reason_and_the_askers_approval(asked, posts):
    manager, member = posts["board_manager"], posts["police_member"]
    police, new_on = of(asked, member), DUE + timedelta(days=7)
    with pytest.raises(NotAllowed, match="reason"):
        transitions.ask_more_time(police, new_on=new_on, reason="", by=member, on=TODAY)
    waiting = transitions.ask_more_time(
        police, new_on=new_on, reason="Year-end figures.", by=member, on=TODAY
    )
    with pytest.raises(Refused):
        transitions.answer_more_time(waiting, approve=True, by=member, on=TODAY)
    transitions.answer_more_time(waiting, approve=True, by=manager, on=TODAY)
    row = extracts.round_rows(asked, on=TODAY)[0]
    assert (row.due_on, row.times_moved) == (new_on, 1)


def test_last_years_answers_are_offered_and_each_is_confirmed_or_changed(posts, friday, at):
    member = posts["police_member"]
    with at(2012, 6, 28, 10, 0):
        before = issue(posts, [Recipient(member)], on=date(2012, 6, 28), due_on=date(2012, 7, 9))
        fill(of(before, member), member, on=date(2012, 6, 28))
        transitions.send(of(before, member), by=member, on=date(2012, 6, 28))
    now = issue(posts, [Recipient(member)], previous=before)
    request = of(now, member)
    assert set(request.answers.values_list("carried", "first_said_on")) == {
        (True, date(2012, 6, 28))
    }
    with pytest.raises(NotAllowed, match="still true"):
        transitions.send(request, by=member, on=TODAY)
    transitions.confirm(request, keys=["who", "grade", "trained"], by=member, on=TODAY)
    transitions.answer(request, values={"what": "A new lead."}, by=member, on=TODAY)
    transitions.send(request, by=member, on=TODAY)
    said = {k: a.first_said_on for k, a in extracts.answers_of(request).answers.items()}
    assert (said["who"], said["what"]) == (date(2012, 6, 28), TODAY)


def test_a_question_set_is_locked_and_the_next_is_another_version(asked, posts):
    again = issue(posts, [Recipient(posts["police_member"])])
    assert (asked.question_set.version, again.question_set.version) == (1, 2)
    asked.question_set.refresh_from_db()
    assert asked.question_set.locked_on == TODAY


def test_issuing_to_many_costs_as_many_queries_as_issuing_to_few(
    friday, posts, django_assert_num_queries, django_assert_max_num_queries
):
    few = [Recipient(posts["housing_lead"])]
    many = [Recipient(posts[k]) for k in ("nurse", "coordinator", "police", "head_teacher")]
    with django_assert_max_num_queries(60) as first:
        issue(posts, few)
    with django_assert_num_queries(len(first.captured_queries)):
        issue(posts, many)


def test_each_lead_is_told_once_and_the_notice_names_nobody(asked):
    told = Notice.objects.order_by("pk")
    assert told.count() == 3
    assert {n.body for n in told} == {
        "A return is due on 12 July 2013. Sign in to Holdfast to see it."
    }


def test_two_savers_of_one_answer_lose_nothing(asked, posts):
    member = posts["police_member"]
    police = of(asked, member)
    first = transitions.answer(police, values={"who": "A", "what": "B"}, by=member, on=TODAY)
    seen = dict(first.versions)
    transitions.answer(police, values={"who": "Theirs"}, seen=seen, by=member, on=TODAY)
    mine = transitions.answer(
        police, values={"who": "Mine", "what": "C"}, seen=seen, by=member, on=TODAY
    )
    assert {k: a.typed for k, a in mine.conflicts.items()} == {"who": "Theirs"}
    now = dict(police.answers.current().values_list("question", "typed"))
    assert now == {"who": "Theirs", "what": "C"}
    assert Answer.objects.filter(request=police).count() == 4, "every version stays"


def test_the_neighbours_manager_can_do_nothing_here(asked, posts):
    stranger, police = posts["neighbour_manager"], of(asked, posts["police_member"])
    for verb in (transitions.accept, transitions.remind):
        with pytest.raises(Refused):
            verb(police, by=stranger, on=TODAY)
    with pytest.raises(Refused):
        transitions.frame(
            "test-statement", title="x", questions=QUESTIONS,
            area=posts["board_manager"].agency.area, by=stranger, on=TODAY,
        )  # fmt: skip


def test_what_is_withdrawn_is_neither_due_nor_missing(asked, posts, at):
    transitions.withdraw(
        of(asked, posts["housing_lead"]), reason="Merged.", by=posts["board_manager"], on=TODAY
    )
    with at(2013, 7, 20, 10, 0):
        rate = extracts.return_rate(asked, on=LATER)
    assert (rate.due, rate.withdrawn) == (2, 1)


def test_a_second_round_starts_empty_without_a_previous_one(asked, posts):
    again = usual_round(posts)
    assert not Answer.objects.filter(request__round=again).exists()
