"""The LADO of the neighbouring borough sees nothing of this one: not a name, not a count."""

import re

import pytest
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.models import Record
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Adult, Allegation, ChildConcerned
from tests import hostile, samples, told
from tests.hostile import TODAY, it_is_friday, the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.sweep]

HER = "neighbour_lado"
NUMBER_ON_THE_PAGE = re.compile(r"<(?:td|dd)\b[^>]*>\s*\d[\d,.]*%?\s*<")


def everything_here() -> set[str]:
    """Every reference and every name of this borough's records."""
    names = {*Adult.objects.values_list("name", flat=True)}
    names |= {name for name in ChildConcerned.objects.values_list("known_as", flat=True)
              if name[:1].isupper()}  # fmt: skip
    names |= {one.split()[-1] for one in names}
    return names | {*Record.objects.values_list("reference", flat=True)}


def all_she_is_shown() -> dict[str, str]:
    """Every page and file that there is, as she is shown it, with the exports of the lists."""
    browser, shown = hostile.browser(HER), {}
    for name, wanted in told.guarded():
        if not told.opens(name, HER):
            continue
        url = reverse(name, kwargs=samples.arguments(name, wanted))
        for asked in ("", "?format=csv"):
            shown[name + asked] = hostile.words_of(browser.get(url + asked))
    return shown


def test_no_page_of_hers_holds_a_name_or_a_reference_of_this_borough() -> None:
    here = everything_here()
    assert len(here) > 60
    for name, said in all_she_is_shown().items():
        found = {word for word in here if word in said}
        assert not found, f"{name} showed her {len(found)} words of this borough"


def test_no_page_of_hers_counts_anything() -> None:
    """Figures, register, meetings, actions, work: empty, and the same with more to count."""
    before = all_she_is_shown()
    for name in ("register", "work", "meetings", "actions", "figures"):
        said = before[f"allegations:{name}"]
        assert not NUMBER_ON_THE_PAGE.search(said), f"{name} shows her a number"
    hostile.a_whole_case(hostile.post("lado"))
    assert all_she_is_shown() == before


def test_the_exports_she_takes_hold_their_heading_and_nothing_else() -> None:
    rows = all_she_is_shown()["allegations:register?format=csv"].strip().splitlines()
    assert len(rows) == 1
    taken = Entry.objects.filter(what="export").values_list("detail", flat=True)
    assert [one["records"] for one in taken] == [[]]


@pytest.mark.parametrize("board", ["indicators:", "workplan:", "annual_report:", "access:log"])
def test_no_figure_plan_report_or_log_of_this_board_opens_to_her(board: str) -> None:
    browser = hostile.browser(HER)
    for name, wanted in told.guarded():
        if name.startswith(board):
            url = reverse(name, kwargs=samples.arguments(name, wanted))
            assert browser.get(url).status_code in {404, 405}, name


def test_a_search_for_every_name_of_this_borough_finds_nobody() -> None:
    browser = hostile.browser(HER)
    for name in [*Adult.objects.values_list("name", flat=True)[:12], "Desmond Jellicoe"]:
        said = browser.post(reverse("allegations:find"), {"name": name, "find": "1"})
        assert "Nobody like this" in hostile.words_of(said)
    searches = Entry.objects.filter(what="search").values_list("detail", flat=True)
    assert {len(one["returned"]) for one in searches} == {0}


def a_referral() -> dict[str, str]:
    return {
        "name": "Alma Petrie", "work": "tutor", "employer": "A tutor's agency",
        "sector": "education", "category": "physical", "account": "She slapped a girl.",
        "whose_words": "An aunt", "known_on_day": "28", "known_on_month": "6",
        "known_on_year": "2013", "child_known_as": "a girl", "child_words": "",
    }  # fmt: skip


def test_she_opens_no_record_in_this_area_and_the_refusal_is_written_down() -> None:
    """She rings or writes to the LADO here: a record is opened by this borough's own posts."""
    cases = Allegation.objects.count()
    answer = hostile.browser(HER).post(reverse("allegations:refer"), a_referral())
    assert answer.status_code == 404
    assert Allegation.objects.count() == cases
    last = Entry.objects.order_by("-pk")[0]
    assert (last.page, last.let_in) == ("allegations:refer", False)


def test_she_takes_no_call_for_this_borough_either() -> None:
    typed = {
        "name": "Alma Petrie", "work": "tutor", "caller": "An aunt", "employer": "An agency",
        "sector": "education", "said": "She slapped a girl.", "category": "physical",
        "child_known_as": "a girl", "child_safe": "yes", "advice": "Wait.", "view": "advice",
        "send": "1",
    }  # fmt: skip
    cases = Allegation.objects.count()
    answer = hostile.browser(HER).post(reverse("allegations:find"), typed)
    assert answer.status_code == 404
    assert Allegation.objects.count() == cases


def test_a_case_that_is_offered_to_her_shows_its_reason_and_nothing_more() -> None:
    case = samples.allegations.bus_case()
    verbs.offer_transfer(
        case, to=hostile.post(HER), reason="He lives and works there now.",
        by=hostile.post("lado"), on=TODAY,
    )  # fmt: skip
    here = everything_here()
    shown = all_she_is_shown()
    assert "He lives and works there now." in shown["allegations:work"]
    for name, said in shown.items():
        assert not {word for word in here if word in said}, name


def test_taking_one_case_opens_that_one_and_no_other() -> None:
    case = samples.allegations.bus_case()
    lado, neighbour = hostile.post("lado"), hostile.post(HER)
    offer = verbs.offer_transfer(case, to=neighbour, reason="Works there.", by=lado, on=TODAY)
    browser = hostile.browser(HER)
    browser.post(reverse("allegations:accept", args=[offer.pk]))
    mine = {case.record.reference, *_words_of(case)}
    for name in ("register", "work", "meetings", "actions", "find", "figures"):
        said = hostile.words_of(browser.get(reverse(f"allegations:{name}")))
        others = {word for word in everything_here() - mine if word in said}
        assert not others, name
    other = Allegation.objects.exclude(pk=case.pk).latest("pk")
    for page in hostile.pages_about_a_record("allegations:"):
        answer = browser.get(hostile.address(page, other.record.reference))
        assert answer.status_code in {404, 405}


def _words_of(case: Allegation) -> set[str]:
    names = {case.adult.name, *(child.known_as for child in case.children.all())}
    return names | {name.split()[-1] for name in names}


def test_this_partnership_is_southwark_and_she_is_not() -> None:
    """What the tests above stand on."""
    assert hostile.post(HER).agency.area != this_partnership().area
    assert hostile.post(HER).role == hostile.post("lado").role
