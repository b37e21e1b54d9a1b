"""A child is looked for, opened, given a worker, marked, joined and taken apart."""

from datetime import date, timedelta

import pytest

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.models import Child, Double
from holdfast.practice.children.models.looking import matches_for
from holdfast.practice.children.rules.identifiers import Scheme
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import MarkerKind, NameKind, TieKind
from holdfast.practice.children.tests.conftest import TODAY

LATER = TODAY + timedelta(days=90)


def told(**more):
    return ChildTold(**{"forename": "Leah", "surname": "Sorrel", **more})


def test_a_misspelt_name_with_a_birthday_finds_the_child_and_says_why(leah, posts):
    ((found, like),) = matches_for(told(born_on=date(2004, 5, 3)), to=posts["triage"])
    assert found == leah
    assert like.level == "likely"
    assert like.reasons == ("same forename", "surname one letter out", "same day of birth")
    assert like.not_known == ("postcode",)


@pytest.mark.parametrize(
    "typed",
    [
        {"forename": "Lea", "surname": "Sorell", "postcode": "se50xx"},
        {"forename": "Sorrell", "surname": "Leah", "born_on": date(2004, 5, 3)},
        {"born_on": date(2004, 3, 5)},
        {"forename": "", "surname": "Unknown", "nhs": "9434765919", "born_on": date(2004, 5, 3)},
        {"forename": "", "surname": "Sorrell"},
    ],
    ids=["by sound and place", "names swapped", "day and month swapped", "number", "surname"],
)
def test_a_child_is_found_however_it_was_heard(leah, posts, typed):
    assert [one for one, _ in matches_for(told(**typed), to=posts["triage"])] == [leah]


def test_nobody_outside_the_hub_finds_or_sees_a_child(leah, posts):
    for key in ("social_worker", "head_teacher", "neighbour_mash", "board_chair", "early_help"):
        assert not gate.may(posts[key], Can.SEE, leah.record)
        assert matches_for(told(born_on=date(2004, 5, 3)), to=posts[key]) == []


def test_a_worker_is_let_in_and_whoever_had_the_child_before_leaves(leah, posts):
    verbs.allocate(leah, to=posts["social_worker"], by=posts["team_manager"], on=TODAY)
    assert gate.may(posts["social_worker"], Can.WORK, leah.record, section="words")
    verbs.allocate(leah, to=posts["early_help"], by=posts["team_manager"], on=TODAY)
    assert not gate.may(posts["social_worker"], Can.SEE, leah.record, section="shared")
    assert list(Child.objects.visible_to(posts["early_help"], section="words")) == [leah]


def test_a_school_sees_what_was_shared_and_no_more(leah, posts):
    head = posts["head_teacher"]
    verbs.share(leah, with_=head, sections=["plan"], purpose="Team around the child",
                lawful_basis="Children Act 2004, section 11", until=LATER,
                by=posts["mash_manager"], on=TODAY)  # fmt: skip
    assert gate.may(head, Can.SEE, leah.record, section="plan")
    assert not gate.may(head, Can.SEE, leah.record, section="network")


def test_a_new_name_is_found_and_the_old_one_too(leah, posts):
    verbs.add_name(leah, kind=NameKind.CURRENT, forename="Leah", surname="Mensah",
                   by=posts["triage"], on=TODAY)  # fmt: skip
    assert Child.objects.get().known_as == "Leah Mensah"
    for surname in ("Mensa", "Sorrell"):
        found = matches_for(told(surname=surname, born_on=date(2004, 5, 3)), to=posts["triage"])
        assert [one for one, _ in found] == [leah]


def test_a_number_whose_check_fails_is_told_and_nothing_is_opened(posts, friday):
    with pytest.raises(NotAllowed, match="check digit is wrong"):
        verbs.open_child(told(nhs="943 476 5918"), by=posts["triage"], on=TODAY)
    assert not Record.objects.filter(kind="child").exists()


def test_an_address_is_kept_from_somebody_and_the_marker_is_looked_at_again(leah, posts):
    by = posts["mash_manager"]
    marker = verbs.keep_from(leah.addresses.get(), whom="Wayne Tipton", why="He must not come.",
                             review_on=LATER, by=by, on=TODAY)  # fmt: skip
    assert marker.kind == MarkerKind.ADDRESS_KEPT
    assert list(leah.markers.all().to_review(on=LATER)) == [marker]
    verbs.end_marker(marker, why="He lives abroad.", by=by, on=TODAY)
    assert leah.addresses.get().kept_from == ""


def test_a_family_network_has_its_ties_on_both_sides(leah, posts):
    by = posts["triage"]
    archie = verbs.open_child(ChildTold("Archie", "Tipton", date(2011, 2, 1)), by=by, on=TODAY)
    kerry = verbs.add_adult(name="Kerry Sorrell", by=by, on=TODAY)
    verbs.tie(leah, kerry, kind=TieKind.MOTHER, responsible=True, lives_with=True, by=by, on=TODAY)
    verbs.tie_children(leah, archie, kind=TieKind.HALF_SIBLING, by=by, on=TODAY)
    assert [tie.name for tie in leah.ties.all()] == ["Kerry Sorrell", "Archie Tipton"]
    assert [tie.name for tie in archie.ties.all()] == ["Leah Sorrell"]
    with pytest.raises(NotAllowed, match="already"):
        verbs.tie(leah, kerry, kind=TieKind.MOTHER, by=by, on=TODAY)


def test_two_records_of_one_child_are_offered_joined_and_taken_apart_without_loss(leah, posts):
    by = posts["mash_manager"]
    again = verbs.open_child(
        ChildTold("Lea", "Sorrell", date(2004, 5, 3), address="4 High Street"), by=by, on=TODAY
    )
    assert verbs.look_for_doubles(by=by, on=TODAY) == 1
    assert verbs.look_for_doubles(by=by, on=TODAY) == 0
    pair = Double.objects.waiting().get()
    before = list(again.addresses.values())
    made = verbs.decide_double(pair, same=True, why="Her mother says so.", by=by, on=TODAY)
    again.refresh_from_db()
    assert again.merged_into == leah
    assert not Double.objects.waiting().exists()
    verbs.unmerge(made, why="They are twins.", by=by, on=TODAY)
    again.refresh_from_db()
    assert again.merged_into is None
    assert list(again.addresses.values()) == before


def test_a_child_adopted_since_is_offered_to_nobody(leah, posts):
    Child.objects.update(apart=True)
    leah.refresh_from_db()
    assert matches_for(told(born_on=date(2004, 5, 3)), to=posts["triage"]) == []
    with pytest.raises(NotAllowed, match="adopted"):
        other = verbs.open_child(told(), by=posts["triage"], on=TODAY)
        verbs.merge(leah, other, why="Alike.", by=posts["triage"], on=TODAY)


def test_a_restricted_record_leaves_no_trace_outside_its_circle(leah, posts):
    verbs.restrict(leah, circle=[posts["team_manager"]], why="A colleague's niece.",
                   by=posts["mash_manager"], on=TODAY)  # fmt: skip
    assert gate.may(posts["team_manager"], Can.SEE, leah.record)
    assert not gate.may(posts["triage"], Can.SEE, leah.record)
    assert matches_for(told(born_on=date(2004, 5, 3)), to=posts["triage"]) == []
    with pytest.raises(Refused):
        verbs.add_identifier(leah, scheme=Scheme.LOCAL, value="7", by=posts["triage"], on=TODAY)


def test_a_list_is_matched_under_an_agreement_and_its_bad_rows_are_told(leah, posts):
    by = posts["mash_manager"]
    shared = verbs.agree_list(
        agency=posts["head_teacher"].agency, title="On roll, summer 2013",
        purpose="Which pupils have a plan", lawful_basis="Children Act 2004, section 10",
        signed_by="Head teacher; MASH manager", until_on=LATER, by=by, on=TODAY,
    )  # fmt: skip
    csv = (
        "Surname,Forename,DOB,Colour\n"
        "Sorell,Leah,03/05/2004,blue\n"
        "Nobody,Known,01/01/2001,red\n"
        "Half,Date,31/02/2004,red\n"
    )
    rows = verbs.take_list(shared, content=csv.encode(), filename="roll.csv", by=by, on=TODAY)
    assert [(row.number, row.child, row.level) for row in rows] == [
        (2, leah, "likely"), (3, None, ""), (4, None, ""),
    ]  # fmt: skip
    assert rows[2].wrong == (
        "Row 4, date of birth: “31/02/2004” is no date. Write it as 31/12/2005."
    )
    with pytest.raises(NotAllowed, match="has its list"):
        verbs.take_list(shared, content=csv.encode(), filename="roll.csv", by=by, on=TODAY)


def test_a_search_costs_seven_queries_however_many_children_there_are(
    leah, posts, django_assert_num_queries
):
    verbs.open_children(
        [ChildTold("Leah", f"Sorrell{n}", date(2004, 5, 3)) for n in range(30)],
        by=posts["triage"], on=TODAY,
    )  # fmt: skip
    with django_assert_num_queries(7):
        assert len(matches_for(told(born_on=date(2004, 5, 3)), to=posts["triage"])) == 10
