"""One child's copy, kept as its reader got it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.engines.copies import transitions as copies
from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.rules.choosing import Held, Reader
from holdfast.engines.copies.rules.paper import Letter
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments.access import STORY
from holdfast.practice.assessments.models import AssessmentChild
from holdfast.practice.assessments.rules import states


@transaction.atomic
def make_copy(
    child: AssessmentChild,
    *,
    letter: Letter,
    withheld: Sequence[Held],
    reader: Reader,
    by: Post,
    on: date,
) -> Copy:
    """Keep a child's copy for a named reader. Only a signed assessment leaves the room."""
    assessment = child.assessment
    gate.require(by, Can.WORK, assessment.record, section=STORY)
    if assessment.state != states.State.AUTHORISED:
        raise NotAllowed("A copy is made once the assessment is authorised.")
    return copies.keep_copy(
        assessment.record, letter=letter, facts=withheld, reader=reader, by=by, on=on,
        section=STORY,
    )  # fmt: skip
