"""What changed between two editions of a framework, told from their codes and words. Pure."""

from dataclasses import dataclass

from holdfast.engines.standards.rules.planned import PlannedEdition, PlannedStandard


@dataclass(frozen=True)
class Difference:
    """One thing that changed. `before` is empty for what is new, `after` for what has gone."""

    where: str
    before: str
    after: str

    @property
    def sort(self) -> str:
        if not self.before:
            return "new"
        return "taken out" if not self.after else "worded anew"


def differences(old: PlannedEdition, new: PlannedEdition) -> tuple[Difference, ...]:
    """Return what changed from one edition to another, in the order of the newer one."""
    before, after = _lines(old), _lines(new)
    places = [*after, *(where for where in before if where not in after)]
    found = [Difference(where, before.get(where, ""), after.get(where, "")) for where in places]
    return tuple(one for one in found if one.before != one.after)


def _lines(edition: PlannedEdition) -> dict[str, str]:
    lines = {"Scale": edition.scale} if edition.scale else {}
    for standard in sorted(edition.standards, key=_number):
        lines[f"Standard {standard.number}"] = f"{standard.title}. {standard.text}"
        for one in standard.criteria:
            lines[one.code] = one.text
            if one.evidence:
                lines[f"{one.code}, evidence expected"] = "; ".join(one.evidence)
            for value, words in one.descriptors.items():
                lines[f"{one.code}, grade {value}"] = words
    return lines


def _number(standard: PlannedStandard) -> int:
    return standard.number
