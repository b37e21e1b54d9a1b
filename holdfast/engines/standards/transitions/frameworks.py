"""Writing an edition from its checked file, approving it, locking it when it is first used."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from holdfast.engines.standards.access import KIND
from holdfast.engines.standards.models import Criterion, Edition, Framework, Standard
from holdfast.engines.standards.rules.planned import PlannedEdition
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def load_edition(
    planned: PlannedEdition, *, area: Area, owner: Agency, by: Post, on: date
) -> Edition:
    """Write a checked edition as a draft: the framework's first, or its next. All or nothing."""
    framework = Framework.objects.filter(code=planned.code, record__area=area).first()
    if framework is None:
        record = gate.open_record(kind=KIND, area=area, owner=owner, by=by, on=on)
        framework = Framework.objects.create(
            record=record, code=planned.code, title=planned.title, sort=planned.sort
        )
    gate.require(by, Can.WORK, framework.record)
    _fits(framework, planned)
    last = framework.editions.aggregate(last=Max("number"))["last"] or 0
    edition = Edition.objects.create(
        framework=framework,
        number=last + 1,
        label=planned.label,
        source=planned.source,
        source_status=planned.source_status,
        scale_code=planned.scale,
        in_force_from=planned.in_force_from,
        written_by=by,
        written_on=on,
    )
    _write_standards(edition, planned)
    story.write_step(
        record=framework.record,
        move="write_edition",
        to_state="draft",
        by=by,
        on=on,
        note=f"Edition {edition.number}: {edition.label}",
    )
    return edition


def _fits(framework: Framework, planned: PlannedEdition) -> None:
    if framework.sort != planned.sort:
        raise NotAllowed(
            f"“{framework.code}” is a {framework.sort} already. Give this one a code of its own."
        )
    if framework.editions.filter(label=planned.label).exists():
        raise NotAllowed(
            f"There is an edition “{planned.label}” of {framework.title} already. "
            "Name the new edition differently."
        )


def _write_standards(edition: Edition, planned: PlannedEdition) -> None:
    standards = Standard.objects.bulk_create(
        Standard(
            edition=edition,
            number=one.number,
            title=one.title,
            text=one.text,
            optional=one.optional,
        )
        for one in planned.standards
    )
    Criterion.objects.bulk_create(
        Criterion(
            standard=standard,
            place=place,
            code=criterion.code,
            text=criterion.text,
            group=criterion.group,
            evidence_expected=list(criterion.evidence),
            descriptors=dict(criterion.descriptors),
        )
        for standard, one in zip(standards, planned.standards, strict=True)
        for place, criterion in enumerate(one.criteria, 1)
    )


@transaction.atomic
def approve_edition(edition: Edition, *, by: Post, on: date) -> None:
    """Put an edition in force from its day on. Whoever wrote it cannot approve it."""
    gate.require(by, Can.DECIDE, edition.framework.record)
    if edition.written_by_id == by.pk:
        raise NotAllowed("Whoever wrote an edition cannot approve it. Ask the chair.")
    waiting = Edition.objects.filter(pk=edition.pk, approved_on__isnull=True)
    if not waiting.update(approved_by=by, approved_on=on):
        raise NotAllowed("This edition has been approved already. Open it again to see by whom.")
    edition.refresh_from_db(fields=["approved_by", "approved_on"])
    story.write_step(
        record=edition.framework.record,
        move="approve_edition",
        from_state="draft",
        to_state="approved",
        by=by,
        on=on,
        note=f"Edition {edition.number}: {edition.label}",
    )


@transaction.atomic
def lock_edition(edition: Edition, *, by: Post, on: date) -> None:
    """Mark an approved edition as used. What was asked by it can then always be read again."""
    if edition.approved_on is None:
        raise NotAllowed("This edition is a draft. Have it approved before you use it.")
    if Edition.objects.filter(pk=edition.pk, locked_on__isnull=True).update(locked_on=on):
        edition.refresh_from_db(fields=["locked_on"])
        story.write_step(
            record=edition.framework.record,
            move="first_use",
            by=by,
            on=on,
            note=f"Edition {edition.number}: {edition.label}",
        )
