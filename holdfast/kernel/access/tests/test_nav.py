"""What a post finds at the top of its pages: headings, and the pages under the one it is at."""

import pytest

from holdfast.kernel.access import nav
from holdfast.kernel.directory.models import Area
from holdfast.kernel.directory.words import Role

pytestmark = pytest.mark.django_db

GUARDIAN = frozenset({Role.RECORDS_GUARDIAN})


@pytest.fixture
def here(cast, monkeypatch):
    monkeypatch.setattr(nav, "PAGES", [])
    nav.declare("Reviews", "access:reviews", roles=GUARDIAN, order=2, under="The log")
    nav.declare("Entries", "access:log", roles=GUARDIAN, order=1, under="The log")
    nav.declare("Grants", "access:grants", roles=GUARDIAN, order=3)
    return cast["guardian"].post.agency.area


def labels(items):
    return [(item.label, item.current) for item in items]


def test_a_heading_leads_to_its_first_page_and_shows_its_pages_while_one_is_open(cast, here):
    menu = nav.menu_for(cast["guardian"].post, at=here, here="/access/reviews/3/")
    assert labels(menu.headings) == [("The log", True), ("Grants", False)]
    assert menu.headings[0].url == "/access/log/"
    assert labels(menu.pages) == [("Entries", False), ("Reviews", True)]


def test_a_heading_with_one_page_has_no_second_row(cast, here):
    menu = nav.menu_for(cast["guardian"].post, at=here, here="/access/grants/")
    assert labels(menu.headings) == [("The log", False), ("Grants", True)]
    assert menu.pages == ()


def test_a_post_of_another_area_is_offered_only_what_is_meant_for_it(cast, here):
    elsewhere = Area.objects.exclude(pk=here.pk).get()
    guardian = cast["guardian"].post
    assert nav.menu_for(guardian, at=elsewhere, here="/") == nav.Menu()
    nav.declare("Chain", "access:disposals", roles=GUARDIAN, order=9, abroad=True)
    menu = nav.menu_for(guardian, at=elsewhere, here="/")
    assert labels(menu.headings) == [("Chain", False)]
    assert nav.home_of(guardian, at=elsewhere) == "/access/disposals/"
