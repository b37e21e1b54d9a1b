"""Who is let in, by what right, and what no right ever gives."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import EVERYTHING, Can, Kind, Refused
from holdfast.kernel.access.models import BreakGlass, Grant, Member
from holdfast.kernel.access.tests import kinds
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

Cast = dict[str, Holding]
Posts = dict[str, Post]
A_REASON = "The police are at the address now and ask who is safe to ring."


def ask(record: Record, post: Post, can: Can = Can.SEE, section: str = "") -> gate.Answer:
    return gate.look_up(record.reference, kind=record.kind, to=post, can=can, section=section)


def test_the_owning_agency_is_at_home_and_the_neighbour_is_not(note: Record, posts: Posts) -> None:
    assert ask(note, posts["social_worker"]).right == "at home"
    assert ask(note, posts["nurse"]).right == "at home"
    assert not ask(note, posts["neighbour_lado"]).let_in


def test_a_grant_opens_its_sections_and_no_other(note: Record, posts: Posts, give: Any) -> None:
    grant = give(note)
    assert ask(note, posts["police"]).sections == {"meeting"}
    assert ask(note, posts["police"]).right == f"grant {grant.pk}"
    assert not ask(note, posts["police"], section="story").let_in


def test_two_grants_add_up(note: Record, posts: Posts, give: Any) -> None:
    give(note)
    give(note, sections=["story"])
    assert ask(note, posts["police"]).sections == {"meeting", "story"}


def test_a_section_name_inside_another_opens_nothing(
    note: Record, posts: Posts, give: Any
) -> None:
    give(note)
    assert not ask(note, posts["police"], section="meet").let_in


def test_a_grant_to_read_does_not_let_anybody_work(note: Record, posts: Posts, give: Any) -> None:
    give(note)
    assert not gate.may(posts["police"], Can.WORK, note)


def test_no_grant_lets_anybody_decide(note: Record, posts: Posts, give: Any) -> None:
    give(note, level=Grant.Level.WORK)
    assert gate.may(posts["police"], Can.WORK, note, section="meeting")
    assert not gate.may(posts["police"], Can.DECIDE, note)
    assert not gate.may(posts["police"], Can.OPEN, note)


def test_who_works_by_a_grant_passes_nothing_on(note: Record, give: Any, posts: Posts) -> None:
    give(note, level=Grant.Level.WORK, sections=["meeting", "story"])
    with pytest.raises(Refused):
        give(note, to="neighbour_lado", by="police")
    with pytest.raises(Refused):
        grants.shut_out(note, person=_person(posts["nurse"]), why="Mine", by=posts["police"])


def test_nobody_grants_without_working_there(note: Record, give: Any) -> None:
    for by in ("duty_chair", "nurse", "police", "neighbour_lado", "guardian"):
        with pytest.raises(Refused):
            give(note, to="coordinator", by=by)


def test_nobody_grants_to_themselves_through_another_post(
    note: Record, give: Any, posts: Posts, second_post: Any
) -> None:
    posts["mine"] = second_post("social_worker", "police")
    for to in ("social_worker", "mine"):
        with pytest.raises(NotAllowed, match="themselves"):
            give(note, to=to)


@pytest.mark.parametrize(
    "said",
    [
        {"purpose": " "},
        {"lawful_basis": ""},
        {"family_told": False},
        {"sections": []},
        {"sections": ["everything"]},
        {"expires_at": moment.timezone.now() - timedelta(days=9000)},
    ],
    ids=lambda said: next(iter(said)),
)
def test_a_grant_says_for_what_and_until_when(note: Record, give: Any, said: Any) -> None:
    with pytest.raises(NotAllowed):
        give(note, **said)


@pytest.mark.parametrize(
    "wrong",
    [{"family_told": False}, {"purpose": ""}, {"lawful_basis": ""}, {"given_by": "police"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_database_refuses_a_grant_that_says_too_little(
    note: Record, posts: Posts, wrong: Any
) -> None:
    row = {
        "record": note,
        "post": posts["police"],
        "sections": "|story|",
        "purpose": "A meeting",
        "lawful_basis": "Public task",
        "family_told": True,
        "expires_at": moment.now(),
        "given_by": posts["social_worker"],
    }
    row |= {name: posts.get(str(value), value) for name, value in wrong.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.create(**row)


def test_an_ended_grant_opens_nothing_and_stays_on_record(
    note: Record, posts: Posts, give: Any
) -> None:
    grant = give(note)
    grants.end(grant, by=posts["social_worker"], why="The meeting is over")
    assert not ask(note, posts["police"]).let_in
    assert Grant.objects.filter(pk=grant.pk).exists()
    with pytest.raises(NotAllowed, match="already"):
        grants.end(grant, by=posts["social_worker"], why="Again")


def test_a_backdated_verb_gains_nothing(note: Record, posts: Posts, give: Any, at: Any) -> None:
    with at(2013, 3, 1, 9, 0):
        give(note, expires_at=moment.now() + timedelta(days=1), level=Grant.Level.WORK)
    with at(2013, 6, 28, 16, 45):
        assert not gate.may(posts["police"], Can.WORK, note)


def test_an_ended_holding_opens_nothing(note: Record, cast: Cast, posts: Posts) -> None:
    appointments.stand_down(cast["social_worker"])
    assert not ask(note, posts["social_worker"]).let_in
    assert not gate.may_open(posts["social_worker"], kinds.OPEN)


def test_who_is_shut_out_is_shut_out_in_every_post(
    note: Record, cast: Cast, posts: Posts, give: Any, second_post: Any
) -> None:
    chair = second_post("police", "duty_chair")
    give(note)
    grants.break_glass(note, holding=cast["neighbour_lado"], reason=A_REASON)
    for key in ("police", "neighbour_lado"):
        grants.shut_out(
            note, person=cast[key].person, why="The case is about them", by=posts["social_worker"]
        )
    for post in (posts["police"], chair, posts["neighbour_lado"]):
        assert [ask(note, post, can).right for can in Can] == ["shut out"] * 4


def test_a_shut_out_is_lifted_by_two_people_only(
    note: Record, cast: Cast, posts: Posts, second_post: Any
) -> None:
    shut = grants.shut_out(
        note, person=cast["nurse"].person, why="Taken for another", by=posts["social_worker"]
    )
    own = second_post("social_worker", "lado")
    for second in (posts["social_worker"], own):
        with pytest.raises(NotAllowed, match="second person"):
            grants.lift(shut, asked_by=posts["social_worker"], approved_by=second, why="Wrong")
    with pytest.raises(Refused):
        grants.lift(shut, asked_by=posts["lado"], approved_by=posts["nurse"], why="I am she")
    grants.lift(shut, asked_by=posts["lado"], approved_by=posts["social_worker"], why="Wrong")
    assert ask(note, posts["nurse"]).let_in


def test_a_sealed_record_opens_to_its_circle_only(plate: Record, posts: Posts) -> None:
    assert ask(plate, posts["social_worker"]).let_in
    assert not ask(plate, posts["lado"]).let_in
    assert not ask(plate, posts["nurse"]).let_in


def test_a_grant_brings_into_the_circle_for_its_own_sake_only(
    plate: Record, posts: Posts, give: Any, at: Any
) -> None:
    """The LADO could do everything at home: a grant of one section must not wake that right."""
    give(plate, to="lado", expires_at=moment.now() + timedelta(days=1))
    assert ask(plate, posts["lado"]).sections == {"meeting"}
    assert not gate.may(posts["lado"], Can.WORK, plate)
    later = moment.timezone.localtime(moment.now() + timedelta(days=2))
    with at(*later.timetuple()[:5]):
        assert not ask(plate, posts["lado"]).let_in


def test_who_leaves_the_circle_is_let_in_no_more(plate: Record, posts: Posts, give: Any) -> None:
    give(plate, to="police")
    grants.admit(plate, post=posts["lado"], why="Cover", by=posts["social_worker"])
    assert ask(plate, posts["lado"]).sections == {EVERYTHING}
    for member in Member.objects.filter(record=plate).exclude(post=posts["social_worker"]):
        grants.dismiss(member, by=posts["social_worker"], why="No longer")
    assert not ask(plate, posts["lado"]).let_in
    assert ask(plate, posts["police"]).right == "not a member"


def test_a_first_circle_is_made_once(plate: Record, posts: Posts) -> None:
    with pytest.raises(NotAllowed, match="already"):
        grants.admit_first(plate, posts=[posts["lado"]], why="Me too", by=posts["lado"])


def test_a_sealed_room_cannot_be_declared_with_break_glass() -> None:
    with pytest.raises(ValueError, match="no break-glass"):
        gate.declare(Kind("x", "X", "board", at_home={}, sealed=True, break_glass=True))


def test_there_is_no_break_glass_in_a_sealed_room(plate: Record, cast: Cast, posts: Posts) -> None:
    with pytest.raises(Refused):
        grants.break_glass(plate, holding=cast["police"], reason=A_REASON)
    BreakGlass.objects.create(
        record=plate, holding=cast["lado"], reason=A_REASON, ends_at=moment.now() + timedelta(1)
    )
    grants.admit(plate, post=posts["police"], why="x", by=posts["social_worker"])
    assert not ask(plate, posts["lado"]).let_in
    assert not ask(plate, posts["police"]).let_in


def test_break_glass_needs_a_reason_and_ends_by_itself(
    note: Record, cast: Cast, posts: Posts, at: Any
) -> None:
    with pytest.raises(NotAllowed, match="sentence"):
        grants.break_glass(note, holding=cast["police"], reason="urgent        ")
    with at(2013, 3, 3, 21, 20):
        broken = grants.break_glass(note, holding=cast["police"], reason=A_REASON)
        assert ask(note, posts["police"]).right == f"break-glass {broken.pk}"
        assert not gate.may(posts["police"], Can.WORK, note)
    with at(2013, 3, 4, 1, 19):
        assert ask(note, posts["police"]).let_in
    with at(2013, 3, 4, 1, 21):
        assert not ask(note, posts["police"]).let_in


def test_break_glass_belongs_to_the_holder_and_not_to_the_post(
    note: Record, cast: Cast, posts: Posts
) -> None:
    grants.break_glass(note, holding=cast["police"], reason=A_REASON)
    appointments.stand_down(cast["police"])
    appointments.appoint(cast["nurse"].person, posts["police"])
    assert not ask(note, posts["police"]).let_in


def test_a_break_glass_is_reviewed_by_a_second_person(
    note: Record, cast: Cast, second_post: Any
) -> None:
    own = second_post("police", "guardian")
    broken = grants.break_glass(note, holding=cast["police"], reason=A_REASON)
    for by in (cast["police"], Holding.objects.get(post=own), cast["lado"]):
        with pytest.raises(NotAllowed):
            grants.review(broken, finding="needed", why="I say so", by=by)
    grants.review(broken, finding="needed", why="It agrees with the report", by=cast["guardian"])
    with pytest.raises(NotAllowed, match="already"):
        grants.review(broken, finding="needed", why="Again", by=cast["guardian"])


def test_opening_a_record_is_gated_too(posts: Posts) -> None:
    here, there = posts["lado"].agency, posts["neighbour_lado"].agency
    assert here.area is not None and there.area is not None
    for by, area, owner in (
        ("analyst", here.area, here),
        ("duty_chair", here.area, here),
        ("neighbour_lado", here.area, here),
        ("neighbour_lado", here.area, there),
        ("head_teacher", there.area, there),
        ("lado", there.area, there),
    ):
        with pytest.raises(Refused):
            gate.open_record(
                kind=kinds.OPEN, area=area, owner=owner, by=posts[by], on=moment.today()
            )
    opened = gate.open_record(
        kind=kinds.OPEN, area=here.area, owner=here, by=posts["head_teacher"], on=moment.today()
    )
    assert opened.reference.startswith("TN-")


def _person(post: Post) -> Any:
    return Holding.objects.get(post=post).person
