"""From the year's outline to a forward plan. No database."""

from holdfast.board.desk.documents.standing import REPORTS
from holdfast.board.desk.rules import standing
from holdfast.board.desk.rules.programme import Outlined, entries
from holdfast.board.workplan.extracts import programme


def outlined():
    return [
        Outlined(one.month, one.body, one.items,
                 (one.theme.stage, one.theme.topic, one.theme.inputs) if one.theme else None)
        for one in programme().meetings
    ]  # fmt: skip


def agenda(body, month):
    """What the forward plan has for a body in a month, without the minutes that always come."""
    return [
        one.key
        for one in entries(outlined())
        if one.body == body and one.key != "minutes" and (one.stands or one.month.words == month)
    ]


def test_january_has_its_three_standing_items_and_march_has_seven():
    assert agenda("Executive", "Jan 2013") == ["horizon", "exceptions", "tracking"]
    assert agenda("Executive", "Mar 2013") == [
        "horizon", "exceptions", "tracking", "group-scr", "group-hr", "group-pdt", "group-cse",
    ]  # fmt: skip


def test_each_main_board_has_the_executives_summary_and_its_theme_with_three_inputs():
    themes = [one for one in entries(outlined()) if one.key == "theme"]
    assert [(one.month.words, one.title, len(one.inputs)) for one in themes] == [
        ("May 2013", "Theme: Neglect", 3),
        ("Sep 2013", "Theme: Child sexual exploitation", 3),
        ("Jan 2014", "Theme: Early help and intervention", 3),
    ]
    assert agenda("Main board", "May 2013") == ["summary", "theme"]


def test_every_item_of_the_shipped_programme_is_known_and_has_a_report():
    keys = {one.key for one in entries(outlined())}
    assert "" not in keys
    assert {key for key in standing.BY_KEY if not standing.BY_KEY[key].group} == set(REPORTS)
