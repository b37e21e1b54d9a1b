"""What a verb is told of a child: plain values, and the child's own record where there is one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Self

from holdfast.kernel.records.models import Record
from holdfast.practice.assessments.rules.carried import Known
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.words import DISABILITY, ETHNICITY


@dataclass(frozen=True)
class AssessedTold:
    """A child who is assessed. `known` is what its own record says, to be confirmed."""

    known_as: str
    born_on: date | None = None
    due_on: date | None = None
    record: Record | None = None
    known: tuple[Known, ...] = ()

    @classmethod
    def of(cls, child: Child) -> Self:
        """Return a child with what its record holds, each thing with its source and its day."""
        return cls(child.known_as, child.born_on, child.due_on, child.record, tuple(_known(child)))


def _known(child: Child) -> Iterator[Known]:
    source, opened = f"The child’s record, {child.record.reference}", child.record.opened_on
    for key, label, value in (
        ("school", "School", child.school),
        ("language", "Language", child.language),
        ("ethnicity", "Ethnicity", ETHNICITY.get(child.ethnicity, "") if child.ethnicity else ""),
        (
            "disability",
            "Disability",
            ", ".join(DISABILITY.get(code, code) for code in child.disabilities),
        ),
    ):
        if value:
            yield Known(key, label, value, source, opened)
    for number, address in enumerate(child.addresses.filter(until_on=None), 1):
        since = address.from_on or opened
        free = not address.kept_from
        yield Known(f"address-{number}", "Address", address.words, source, since, for_family=free)
