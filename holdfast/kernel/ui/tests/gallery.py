"""Every component on one page, with invented values, for tests and for the eye."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django import forms
from django.http import HttpRequest
from django.template import engines

from holdfast.kernel.ui import charts
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.frame import Frame, NavItem
from holdfast.kernel.ui.parts import (
    Badge,
    Clock,
    Entry,
    Fact,
    Filter,
    Link,
    NowCell,
    Square,
    StripGroup,
    gap_words,
    met,
    met_late,
    no_reply,
    nothing,
    over,
    refused,
    running,
    soon,
)
from holdfast.kernel.ui.tables import Cell, Column, Row, TableSpec, sort_and_page

FRAME = Frame(
    partnership="Southwark Safeguarding Children Board",
    post="LADO",
    signed_in=True,
    change_post="change-post",
    sign_out="sign-out",
    nav=(
        NavItem("My work", "#work"),
        NavItem("Register", "#register", current=True),
        NavItem("Find a person", "#find"),
        NavItem("Employers’ actions", "#actions"),
        NavItem("Figures", "#figures"),
    ),
    demo="Published figures are real; people and cases are invented.",
    sealed="Sealed room: allegations. Four posts may open this record. There is no break-glass.",
    foot="Opening this page was written in the access log: Fri 28 Jun 2013, 16:45, LADO.",
)
YES_NO = [("yes", "Yes"), ("no", "No"), ("unknown", "Not known")]


class CallForm(forms.Form):
    caller = forms.CharField(label="Who is ringing")
    words = forms.CharField(label="What they say, in their words", widget=forms.Textarea)
    safe = forms.ChoiceField(
        label="Is the child safe now?", choices=YES_NO, widget=forms.RadioSelect
    )
    why = forms.CharField(label="Why not", required=False)
    met = DateField(label="Date of the meeting", help_text="For example, 9 October 2012")
    factors = forms.MultipleChoiceField(
        label="Seen", choices=YES_NO, widget=forms.CheckboxSelectMultiple, required=False
    )
    sector = forms.ChoiceField(label="Sector", choices=[("t", "Transport"), ("s", "Sport")])
    evidence = forms.FileField(label="Evidence", required=False)
    agreed = forms.BooleanField(label="The caller has read this back")
    version = forms.IntegerField(widget=forms.HiddenInput)


@dataclass(frozen=True)
class Log:
    when: date
    post: str
    days: int


LOGS = [Log(date(2013, 3, day), f"Post {day}", day) for day in range(1, 28)]
LOG_TABLE = TableSpec(
    caption="Every entry, newest first",
    columns=(
        Column("when", "When", sort="when", header=True),
        Column("post", "Post"),
        Column("days", "Days", numeric=True, sort="days"),
        Column("answer", "Answer"),
    ),
    default_sort="-when",
    per_page=4,
    csv=True,
)


def _log_row(log: Log) -> Row:
    answer = Cell(status=refused() if log.days % 2 else met("Let in"))
    cells = {
        "when": f"{log.when:%-d %b %Y}",
        "post": Cell(log.post, note="acc-0007", strong=True),
        "days": Cell(str(log.days), url="#day"),
        "answer": answer,
    }
    return Row(cells, group="This week" if log.days > 24 else "Before", marked=log.days == 25)


def _bars() -> charts.Chart:
    return charts.bars(
        "Why they were in need",
        [
            charts.Bar("Abuse or neglect", 1308, emphasis=True),
            charts.Bar("Family dysfunction", 456),
            charts.Bar("Family in acute stress", 292, emphasis=True),
            charts.Bar("Parent’s illness or disability, long in words", None, why="suppressed"),
        ],
        finding="Abuse or neglect comes first with 1,308 of 3,010 children.",
        caption="Primary need of children in need",
        head=("Primary need", "Children"),
    )


def _changes() -> charts.Chart:
    return charts.changes(
        "Legal status, share of all looked after",
        [
            charts.Change("Full care order", 42.4, 39.6),
            charts.Change("Voluntary, section 20", 29.7, 32.7),
            charts.Change("Placement order", None, 12.3, why="not published"),
        ],
        before_label="31 March 2011, of 519",
        now_label="31 March 2012, of 551",
        finding="Full care orders fell from 42.4% to 39.6%.",
        caption="Legal status of looked after children",
        unit="%",
        places=1,
        head="Legal status",
    )


def _years(*values: float | None) -> list[charts.Point]:
    return [charts.Point(str(2009 + at), v, why="suppressed") for at, v in enumerate(values)]


def _lines() -> charts.Chart:
    ours = _years(7.1, 11.7, 7.4, None, 16.4, 4.3)
    ours[4] = charts.Point("2013", 16.4, provisional=True)
    return charts.lines(
        "Plans that had lasted two years",
        [
            charts.Series("Southwark", ours, emphasis=True),
            charts.Series("London", _years(6, 5.8, 5.5, 5, 7.5)),
        ],
        finding="Southwark rose to 16.4% in 2013; 2012 is suppressed.",
        caption="Share of plans that had lasted two years, by year",
        unit="%",
        note="c: suppressed, because the count is 1 to 5.",
    )


def page() -> dict[str, Any]:
    """Values for every macro."""
    long_ago, late = date(2012, 10, 15), datetime(2012, 10, 19, 15, 10, tzinfo=UTC)
    asked = (Link("Do it", "#do"), Link("say why not", "#why"))
    return {
        "above": [Link("Register", "#register")],
        "now": [
            NowCell("State", "Outcome recorded: unsubstantiated", "Not closed."),
            NowCell("Whose move", "Transport manager", "Asked on 1 Feb; no reply yet."),
            NowCell("What next", "", "Two reminders went unanswered.", running("4 h left"), asked),
        ],
        "clocks": [
            Clock("Training evidenced", date(2013, 1, 31), over("29 days over"), "Manager,",
                  "Brightline", "Agreed date, moved once.", None, Link("History", "#h"), 1.4),
            Clock("Progress review", date(2013, 3, 15), running("14 days left"), "You",
                  why="4 weeks.", badge=Badge("L"), source=Link("Source", "#s"), used=0.5),
            Clock("Employer tells the LADO", "not known", met("Met, same day"), badge=Badge("V")),
        ],
        "entries": [
            Entry(long_ago, late, "Child seen", "at school.", "Social worker", "Social care",
                  gap=gap_words(long_ago, late)),
        ],
        "marks": [met("Child"), running("Parent"), soon("Due soon"), over("Late"), nothing(),
                  refused(), no_reply(), met_late("Sent late")],
        "badges": [Badge(code) for code in ("V", "V2", "M", "L")],
        "strip": [
            StripGroup("R", "past its date", [Square("14", "#14"), Square("15")]),
            StripGroup("A", "no date or no evidence", [Square(str(n), "#a") for n in range(1, 6)]),
            StripGroup("G", "its date is ahead", [Square("7", "#7")]),
            StripGroup("B", "done and evidenced", [Square("2", "#2")]),
        ],
        "filters": [Filter("show", "Show", [("", "Everything"), ("late", "Late")], "late")],
        "table": sort_and_page(LOGS, {"page": "1"}, LOG_TABLE, _log_row, note="In London."),
        "settle": Link("Settle disagreement 1", "#settle"),
        "facts": [Fact("Means", "children with an open episode", link=Link("Row", "#r"))],
        "bars": _bars(),
        "changes": _changes(),
        "lines": _lines(),
        "spark": charts.sparkline(_years(7.1, None, 4.3), finding="Up, a gap, down."),
    }  # fmt: skip


def gallery(request: HttpRequest) -> str:
    """The page as HTML, its form sent empty so that every error shows."""
    source = (Path(__file__).parent / "gallery.html").read_text()
    template = engines["jinja2"].from_string(source)
    request.frame = FRAME  # type: ignore[attr-defined]
    form = CallForm({"met_day": "31", "met_month": "ju"})
    return str(template.render({"frame": FRAME, "page": page(), "form": form}, request=request))
