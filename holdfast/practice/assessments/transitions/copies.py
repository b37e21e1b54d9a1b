"""One child's copy is frozen as it was made, with its digest."""

import hashlib
from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments.access import STORY
from holdfast.practice.assessments.models import AssessmentChild, Copy
from holdfast.practice.assessments.rules import domains, states
from holdfast.practice.assessments.transitions import moves


@transaction.atomic
def make_copy(
    child: AssessmentChild,
    *,
    reader: str,
    paper: str,
    withheld: Sequence[str],
    by: Post,
    on: date,
) -> Copy:
    """Keep a child's copy for a named reader. Only a signed assessment leaves the room."""
    assessment = child.assessment
    gate.require(by, Can.WORK, assessment.record, section=STORY)
    if assessment.state != states.State.AUTHORISED:
        raise NotAllowed("A copy is made once the assessment is authorised.")
    if not reader.strip():
        raise NotAllowed("Say who will read this copy.")
    kept = Copy.objects.create(
        assessment=assessment,
        child=child,
        number=assessment.copies.count() + 1,
        reader=reader,
        paper=paper,
        sha256=hashlib.sha256(paper.encode()).hexdigest(),
        withheld=list(withheld),
        on=on,
        by=by,
        **moment.written(),
    )
    note = f"{child.known_as}’s copy for {reader}. Left out: {'; '.join(withheld) or 'nothing'}."
    moves.write_in(
        assessment, "make_copy", by=by, on=on, note=note,
        subjects=[domains.child_key(child.number)],
    )  # fmt: skip
    return kept
