"""Taking in a return that another board passed on, answered once for several boroughs."""

from datetime import date

from django.db import transaction

from holdfast.board.section11.models import AgencyReturn, Cluster
from holdfast.board.section11.rules.package_file import Package
from holdfast.board.section11.rules.states import Reply
from holdfast.board.section11.transitions.cycles import expect
from holdfast.board.section11.transitions.returns import Received, Seen, take_in
from holdfast.engines.standards.rules.scales import RAG, SCALES, Apart, mapped
from holdfast.engines.standards.transitions import Claim
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def carry_in(
    cluster: Cluster, *, package: Package, annex: str, by: Post, on: date
) -> AgencyReturn:
    """
    Take in a signed copy: the agency's own grades on this board's scale, and none of the other's.

    Criteria are the same where the framework and their codes are; others are left out and named.
    The agency must be known here under the same name.
    """
    cycle = cluster.cycle
    agency = Agency.objects.filter(name=package.agency).first()
    if agency is None:
        raise NotAllowed(
            f"No agency here is called “{package.agency}”. Add it to the directory first."
        )
    if package.framework != cycle.edition.framework.code or package.scale not in SCALES:
        raise NotAllowed(
            f"The copy answers another framework, {package.edition}. This cycle asks "
            f"{cycle.edition.label}."
        )
    if date.fromisoformat(package.sent_on) > on:
        raise NotAllowed("The copy says that it was sent on a day that has not come.")
    held = cycle.returns.filter(agency=agency, service=package.service).for_page().first()
    found = held or expect(cluster, agency=agency, service=package.service, by=by, on=on)
    take_in(found, received=_received(package, found, annex), by=by, on=on)
    return found


def _received(package: Package, found: AgencyReturn, annex: str) -> Received:
    edition = found.cycle.edition
    theirs, ours = SCALES[package.scale], edition.scale or RAG
    asked = edition.standards.all()
    if not found.cycle.with_voice:
        asked = asked.filter(optional=False)
    codes = set(asked.values_list("criteria__code", flat=True))
    unknown = [one.criterion for one in package.grades if one.criterion not in codes]
    for one in package.grades:
        if not theirs.holds(one.value) and one.value not in set(Apart):
            raise NotAllowed(f"{one.criterion}: “{one.value}” is no grade of {theirs.name}.")
    left = f" Not asked here, and left out: {', '.join(unknown)}." if unknown else ""
    return Received(
        reply=Reply(package.reply),
        sent_on=date.fromisoformat(package.sent_on),
        claims=[
            Claim(one.criterion, mapped(one.value, source=theirs, target=ours), one.words)
            for one in package.grades
            if one.criterion in codes
        ],
        said=package.said,
        evidence=[
            Seen(
                one.criterion,
                one.what,
                date.fromisoformat(one.dated_on),
                date.fromisoformat(one.expires_on) if one.expires_on else None,
            )
            for one in package.evidence
            if one.criterion in codes
        ],
        reason=package.reason,
        carried_from=f"{package.board}, key {package.code}"[:120],
        annex=f"{annex.strip()}{left}".strip(),
    )
