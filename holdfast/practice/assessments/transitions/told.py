"""What a verb is told of a child: plain values, and the child's own record where there is one."""

from dataclasses import dataclass
from datetime import date

from holdfast.kernel.records.models import Record
from holdfast.practice.assessments.rules.carried import Known


@dataclass(frozen=True)
class AssessedTold:
    """A child who is assessed. `known` is what its own record says, to be confirmed."""

    known_as: str
    born_on: date | None = None
    due_on: date | None = None
    record: Record | None = None
    known: tuple[Known, ...] = ()
