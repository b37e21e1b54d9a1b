"""One arrangement: state and due first, then the child's words, the clocks, visits, the home."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit as AtTheDoor
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.clock.states import State as ClockState
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Clock, Entry, Fact, Link, NowCell, Status
from holdfast.kernel.ui.tables import Table
from holdfast.practice.children.rules.told import years
from holdfast.practice.private_fostering.access import LOOKERS
from holdfast.practice.private_fostering.models import Arrangement, weighing
from holdfast.practice.private_fostering.pages import law as law_lines
from holdfast.practice.private_fostering.pages import menu, standing, visits, words
from holdfast.practice.private_fostering.rules import deciding, defining, law

SHORT_STORY = 10


@dataclass(frozen=True)
class RecordPage:
    """Everything the page prints."""

    reference: str
    heading: str
    caption: str
    now: Sequence[NowCell]
    alone: Status
    words: str
    words_of: str
    clocks: Sequence[Clock]
    visits: Table
    facts: Sequence[Fact]
    people: Sequence[str]
    parents: Sequence[str]
    decided: Sequence[str]
    notices: Sequence[Link]
    tests: law_lines.VerdictLines | None
    stops: str
    checks: str
    checks_url: str
    supports: Sequence[str]
    who_sees: Sequence[str]
    story: Sequence[Entry]
    entries: Link
    visit_url: str
    menu: menu.Menu

    @classmethod
    def of(cls, one: Arrangement, *, visit: AtTheDoor) -> "RecordPage":
        reference, on = one.record.reference, visit.today
        said = visits.last_words(one)
        steps = list(one.record.steps.all())
        may_work = gate.may(visit.post, Can.WORK, one.record, section="story")
        return cls(
            reference=reference,
            heading=f"{one.known_as}, with {one.carer}",
            caption=_caption(one),
            now=(
                standing.state_cell(one),
                standing.move_cell(one, on=on),
                standing.next_cell(one, on=on),
            ),
            alone=standing.alone_words(one),
            words=said.words if said else "",
            words_of=visits.whose_words(said) if said else "",
            clocks=_clocks(one, visit=visit),
            visits=visits.table_of(one),
            facts=_facts(one, on=on),
            people=[words.member_words(m) for m in one.members.all()],
            parents=[words.parent_words(p) for p in one.parents.all()],
            decided=[line for d in one.decisions.all() for line in words.decision_words(d, on=on)],
            notices=_notices(one),
            tests=law_lines.verdict(weighing.tests_of(one, on=on)),
            stops=_stops(one),
            checks=_checks(one),
            checks_url=reverse("private_fostering:checks", args=[reference]),
            supports=[f"{day_words(s.on)}, {s.to}: {s.what}" for s in one.supports.all()],
            who_sees=words.let_in(one, now=visit.now),
            story=[words.entry_of(s, owner=one.record.owner_id) for s in steps[-SHORT_STORY:]],
            entries=Link(
                f"All {plural(len(steps), 'entry', 'entries')}",
                reverse("private_fostering:entries", args=[reference]),
            ),
            visit_url=(
                reverse("private_fostering:visit", args=[reference])
                if may_work and one.is_live else ""
            ),
            menu=_menu(one, visit=visit, may_work=may_work),
        )  # fmt: skip


def _notices(one: Arrangement) -> list[Link]:
    decided = [
        (f"Notice to the carer, {day_words(d.on)}", "decision", d.number)
        for d in one.decisions.all()
    ]
    refused = [
        (f"Notice of a refused consent, {day_words(d.decided_on)}", "consent", d.pk)
        for m in one.members.all()
        for d in m.disqualifications.all()
        if d.consent is False
    ]
    return [
        Link(words, reverse("private_fostering:notice", args=[one.record.reference, about, no]))
        for words, about, no in (*decided, *refused)
    ]


def _menu(one: Arrangement, *, visit: AtTheDoor, may_work: bool) -> menu.Menu:
    return menu.of(
        one,
        may_work=may_work,
        may_decide=may_work and gate.may(visit.post, Can.DECIDE, one.record, section="story"),
        may_look=may_work and Role(visit.post.role) in LOOKERS,
    )


def _caption(one: Arrangement) -> str:
    told = one.get_told_by_display().lower()
    return (
        f"Private fostering {one.record.reference} · known since {day_words(one.aware_on)}, "
        f"told by: {told}"
    )


def _clocks(one: Arrangement, *, visit: AtTheDoor) -> list[Clock]:
    """Open ones and late ones; of those that were met in time, only the newest of each rule."""
    source = reverse("clock:timescales")
    lines = clock_lines(one.record.deadlines.all(), now=visit.now, reader=visit.post)
    quiet = {ClockState.MET, ClockState.NOT_REQUIRED}
    last = {line.rule_id: n for n, line in enumerate(lines) if line.state in quiet}
    shown = [
        line for n, line in enumerate(lines)
        if line.state not in quiet or last[line.rule_id] == n
    ]  # fmt: skip
    order = {ClockState.OVERDUE: 0, ClockState.DUE_SOON: 1, ClockState.RUNNING: 2}
    return [line.part(source) for line in sorted(shown, key=lambda x: order.get(x.state, 3))]


def _facts(one: Arrangement, *, on: date) -> list[Fact]:
    age = years(one.born_on, on=on) if one.born_on else one.age
    born = f"born {day_words(one.born_on)}" if one.born_on else "day of birth not known"
    until = ""
    if one.born_on:
        last = defining.ends_by_age(one.born_on, disabled=bool(one.disabled))
        until = f"Too old for it from {day_words(last)}."
    began = f"since {day_words(one.starts_on)}" if one.starts_on else "beginning not known"
    if one.starts_on and one.starts_on > on:
        began = f"to begin on {day_words(one.starts_on)}"
    known = one.child.record.reference if one.child else "Not said yet which child it is"
    return [
        Fact("Child’s record", known),
        Fact("Child", f"{'Age not known' if age is None else age}, {born}.", until),
        Fact("Disabled", {True: "Yes", False: "No", None: "Not known"}[one.disabled]),
        Fact("Language", one.language or "Not known", one.culture),
        Fact("School", one.school or "Not known"),
        Fact("Home", one.address or "Address not known", one.postcode),
        Fact("Carer is", law.RELATION_WORDS[law.Relation(one.relation)]),
        Fact("How long", f"{began[:1].upper()}{began[1:]}.", _until(one)),
        Fact("Why there", one.why or "Not known", one.get_circumstance_display()),
    ]


def _until(one: Arrangement) -> str:
    if one.meant_until:
        return f"Meant to last until {day_words(one.meant_until)}."
    if one.meant_to_go_on is None:
        return "How long is not known."
    return "Meant to go on." if one.meant_to_go_on else "Not meant to go on."


def _stops(one: Arrangement) -> str:
    """The sentence that nobody may miss: somebody in the home is disqualified, without consent."""
    found = [
        f"{member.name}. {deciding.CONSENT_WORDS[held.standing]}."
        for member in one.members.all()
        if member.left_on is None
        for held in member.disqualifications.all()
        if held.standing in deciding.STOPS
    ]
    return " ".join(found)


def _checks(one: Arrangement) -> str:
    wanted = weighing.owed_checks(one)
    return f"{plural(len(wanted), 'check')} still owed" if wanted else "Every check is answered"
