"""What stands for and against a decision, read from the record. Reads only."""

from datetime import date

from holdfast.kernel.clock import freezing
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.rules.told import ChildTold, years
from holdfast.practice.children.rules.words import Sex
from holdfast.practice.private_fostering.models.arrangement import Arrangement
from holdfast.practice.private_fostering.models.decided import Disqualification
from holdfast.practice.private_fostering.rules import checking, deciding, defining, law


def visitors(arrangement: Arrangement) -> set[int]:
    """Return the posts that visited this child."""
    return set(arrangement.visits.filter(made=True).values_list("by", flat=True))


def facts_of(arrangement: Arrangement, *, by: Post) -> deciding.Facts:
    """Return what the rule about decisions asks for."""
    made = list(arrangement.visits.filter(counts=True))
    members = arrangement.members.filter(left_on=None)
    found = Disqualification.objects.filter(member__in=members)
    return deciding.Facts(
        decides=by.pk,
        visitors=sorted(visitors(arrangement)),
        worker=arrangement.worker_id,
        visited=bool(made),
        child_alone=any(v.alone or v.why_not_alone.strip() for v in made),
        disqualified=[one.standing for one in found],
        checks_owed=owed_in_words(arrangement),
    )


def people(arrangement: Arrangement) -> list[checking.Person]:
    """Return who lives there now, as plain values."""
    return [
        checking.Person(one.number, one.name, one.age, one.carer)
        for one in arrangement.members.all()
        if one.left_on is None
    ]


def owed_checks(arrangement: Arrangement) -> list[checking.Wanted]:
    """Return the checks that nobody has answered yet."""
    answered = [
        checking.Wanted(
            one.member.number if one.member else checking.HOME, law.CheckKind(one.kind)
        )
        for one in arrangement.checks.all()
        if one.answered_on is not None
    ]
    return checking.owed(people(arrangement), answered)


def tests_of(arrangement: Arrangement, *, on: date) -> defining.Verdict:
    """Return what the law's tests say of what is known now. A person decides."""
    days, goes_on = None, arrangement.meant_to_go_on
    if arrangement.starts_on and arrangement.starts_on <= on:
        last = arrangement.ended_on or on
        days = defining.days_meant(arrangement.starts_on, max(last, arrangement.starts_on))
    if arrangement.starts_on and arrangement.meant_until:
        days = defining.days_meant(arrangement.starts_on, arrangement.meant_until)
        goes_on = bool(goes_on)
    born = arrangement.born_on
    return defining.is_private_fostering(
        defining.Told(
            age=years(born, on=on) if born else arrangement.age,
            disabled=arrangement.disabled,
            relation=law.Relation(arrangement.relation),
            days=days,
            meant_to_go_on=goes_on,
        )
    )


def child_as_told(arrangement: Arrangement) -> ChildTold:
    """Return what was told of the child, as the children's room looks for one.

    The address told is the carer's, so it stays out: it would liken the child to the household.
    """
    return ChildTold(
        forename=arrangement.forename,
        surname=arrangement.surname,
        born_on=arrangement.born_on,
        age=arrangement.age,
        sex=arrangement.sex or Sex.UNKNOWN.value,
        school=arrangement.school,
        language=arrangement.language,
    )


def owed_in_words(arrangement: Arrangement) -> list[str]:
    """Return what is not checked yet in short, each check once with those it is owed of."""
    names = {one.number: one.name for one in people(arrangement)}
    of: dict[law.CheckKind, list[str]] = {}
    for one in owed_checks(arrangement):
        of.setdefault(one.kind, []).extend([names[one.of]] if one.of else [])
    return [f"{kind.value} ({', '.join(who)})" if who else kind.value for kind, who in of.items()]


def due_under(arrangement: Arrangement, rule_id: str, *, on: date) -> date:
    """Return by when somebody else may use a right: it is no clock of ours."""
    rule, _ = freezing.rule_for(rule_id, on, arrangement.record.area.code)
    day = freezing.due_under(rule, on=on, at=None).on
    if day is None:
        raise NotAllowed("The day by which to appeal could not be worked out. Check the calendar.")
    return day


def not_before(arrangement: Arrangement, on: date) -> None:
    """Raise NotAllowed for a day before the authority knew of the arrangement."""
    if on < arrangement.aware_on:
        known = arrangement.aware_on
        raise NotAllowed(
            f"We first knew of this on {known.day} {known:%B %Y}. Give that day or a later one."
        )


def whose_visit(arrangement: Arrangement, *, otherwise: Post) -> Post:
    """Return whose move a visit is: the worker's, and until there is one the manager's."""
    return arrangement.worker or otherwise
