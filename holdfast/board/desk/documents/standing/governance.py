"""Governance in one page, and the reports that the Executive's cycle expects from others."""

from collections import Counter
from datetime import date

from holdfast.board.annual_report.models import Edition
from holdfast.board.desk.documents.standing.lines import NOT_HELD
from holdfast.board.desk.rules.standing import EACH_MONTHS, GOVERNANCE
from holdfast.board.partnership.extracts import Money, money_in, terms_to_review
from holdfast.board.scrutiny.extracts import inspection_rows, resolution_rows
from holdfast.board.scrutiny.rules.words import STANDING_WORDS, Standing
from holdfast.board.section11.extracts import TrackingRow
from holdfast.board.section11.extracts import tracking as tracking_on
from holdfast.engines.meetings.models import Meeting, Paper
from holdfast.engines.meetings.rules.blocks import Block, Heading, Paragraph, Sources, Table
from holdfast.insight.indicators import lado
from holdfast.kernel.actions.dated import day_words, months_later
from holdfast.kernel.ui.filters import plural

STATUS = ("What", "Status")
TERMS = ("Body", "Agreed", "Review was due", "Days late")


def tracking(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """Five lines with a status each, then the reports due where no other item has them."""
    rows = (
        ("Section 11", section_11_words(meeting, on)),
        ("Budget", _budget(meeting, on)),
        ("The annual report's issues", _report(meeting, on)),
        ("Case and management reviews", NOT_HELD),
        ("Inspection outcomes", _inspections(meeting, on)),
    )
    page = (Table("Governance in one page", STATUS, rows), _terms(meeting, on))
    if meeting.items.filter(key="governance").exists():
        return page
    return (*page, *reports_due(meeting, on))


def _terms(meeting: Meeting, on: date) -> Block:
    """Which bodies work by terms of reference that nobody has looked at in time."""
    late = terms_to_review(meeting.record.area, on)
    if not late:
        return Paragraph("No body's terms of reference are past their review.")
    cells = tuple(
        (row.body, day_words(row.agreed_on), day_words(row.review_on), str(row.days_late))
        for row in late
    )
    return Table("Terms of reference past their review", TERMS, cells, (3,))


def _budget(meeting: Meeting, on: date) -> str:
    start = on.year if on.month > 3 else on.year - 1
    found = money_in(meeting.record.area, f"{start}/{(start + 1) % 100:02d}")
    found = found or money_in(meeting.record.area, f"{start - 1}/{start % 100:02d}")
    return _money_words(found) if found else NOT_HELD


def _money_words(money: Money) -> str:
    known = [row for row in money.given if row.pence is not None]
    total = sum(row.pence or 0 for row in known) / 100
    return (
        f"{money.year}: £{total:,.0f} contributed by {plural(len(known), 'agency', 'agencies')}; "
        f"{len(money.given) - len(known)} not known."
    )


def _report(meeting: Meeting, on: date) -> str:
    """The latest edition, and how far scrutiny's resolutions are answered."""
    editions = Edition.objects.filter(record__area=meeting.record.area_id, drafted_on__lte=on)
    latest = editions.order_by("-year", "-number").first()
    edition = (
        f"{latest.year}, edition {latest.number}: {latest.get_state_display().lower()}."
        if latest
        else "No edition is drafted."
    )
    asked = [row for row in resolution_rows(on=on) if row.area == meeting.record.area.code]
    if not asked:
        return edition
    counts = Counter(row.standing for row in asked)
    words = ", ".join(
        f"{counts[standing]} {STANDING_WORDS[standing].lower()}"
        for standing in Standing
        if counts[standing]
    )
    return f"{edition} Of {len(asked)} resolutions by scrutiny: {words}."


def _inspections(meeting: Meeting, on: date) -> str:
    """The latest inspection, what it wants better, and what nobody has shown since."""
    found = [row for row in inspection_rows(on=on) if row.area == meeting.record.area.code]
    known = [row for row in found if row.published is None or row.published.first <= on]
    if not known:
        return NOT_HELD
    latest = known[0]
    better = latest.to_improve
    unshown = sum(1 for finding in better if finding.missing)
    return (
        f"{latest.title}: {len(better)} findings to improve on; for "
        f"{unshown} a year has gone by in which nobody showed anything."
    )


def section_11_words(meeting: Meeting, on: date) -> str:
    cycles = tracking_on(on, area=meeting.record.area)
    return " ".join(_cycle_words(row) for row in cycles) if cycles else NOT_HELD


def _cycle_words(row: TrackingRow) -> str:
    missing = f" Missing: {', '.join(row.rate.missing)}." if row.rate.missing else ""
    return f"{row.year}: {row.rate.words}.{missing}"


def section_11(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """Each open cycle, cluster by cluster: what is due, what came, what is missing by name."""
    cycles = tracking_on(on, area=meeting.record.area)
    if not cycles:
        return (Paragraph(f"Section 11. {NOT_HELD}"),)
    rows = tuple(
        (
            f"{cycle.year}, {cluster.name}",
            day_words(cluster.executive_on),
            cluster.rate.words,
            ", ".join(cluster.rate.missing) or "none",
            ", ".join((*cluster.rate.late, *cluster.rate.nil)) or "none",
        )
        for cycle in cycles
        for cluster in cycle.clusters
    )
    head = ("Cluster", "At the Executive", "Returned", "Missing", "Late or nil")
    return (
        Table("Section 11 returns", head, rows),
        Sources(tuple(cycle.reference for cycle in cycles)),
    )


def reports_due(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """Each report expected: who owes it, when it last came, or plainly "not received"."""
    came = _last_came(meeting)
    rows = tuple((name, owed, *_status(came.get(name), on)) for name, owed in GOVERNANCE)
    head = ("Report", "Owed by", "Last came", "Status")
    return (
        Heading("Governance reports on the Executive's cycle"),
        Table(f"Expected every {EACH_MONTHS} months (local, not law)", head, rows),
        *_lado(meeting, on),
        Sources((f"papers of earlier meetings, {day_words(on)}",)),
    )


def _last_came(meeting: Meeting) -> dict[str, date]:
    """Return when a paper of each report's name last came to a meeting of this cycle."""
    papers = Paper.objects.filter(
        item__meeting__cycle=meeting.cycle_id, restricted=False
    ).values_list("title", "file__on")
    found: dict[str, date] = {}
    for title, came_on in papers:
        for name, _ in GOVERNANCE:
            if title.lower().startswith(name.lower()):
                found[name] = max(came_on, found.get(name, came_on))
    return found


def _status(came: date | None, on: date) -> tuple[str, str]:
    if came is None:
        return "never", "Not received"
    due = months_later(came, EACH_MONTHS)
    word = "Received" if due >= on else f"Not received since; was due {day_words(due)}"
    return day_words(came), word


def _lado(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """The LADO's figures come from the numbers, suppressed, whether or not a paper came."""
    march = on.year if on >= date(on.year, 4, 1) else on.year - 1
    since, until = lado.year_of(march)
    found = lado.figures(meeting.record.area.code, since=since, until=until)
    rows = tuple(
        (sector, "suppressed" if count is None else str(count))
        for sector, count in found.by_employer.counts.items()
    )
    caption = f"LADO: contacts by employer's sector, {since.year}/{until.year % 100:02d}"
    return (Table(caption, ("Sector", "Contacts"), rows, (1,)),)
