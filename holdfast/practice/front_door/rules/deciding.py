"""What a decision must say before it stands, and when it must not be made. Pure."""

from holdfast.practice.front_door.rules.law import Agreement, Basis, Decision, Told


def missing(
    *, decision: Decision, why: str, basis: str, told: str, why_not_told: str, agreement: str
) -> dict[str, str]:
    """Return what is still missing from a decision: the field, and a sentence about it.

    Working Together: the decision, its reason and the next step are recorded (V2). Consent is no
    basis for a statutory step, and no family is made to accept early help (V2; local wording).
    """
    found: dict[str, str] = {}
    if not why.strip():
        found["why"] = "Say why, and what you weighed against it."
    if not basis:
        found["basis"] = "Say by what right agencies were asked, or would be."
    if basis == Basis.AGREEMENT and decision is not Decision.EARLY_HELP:
        found["basis"] = "Agreement is a basis for early help only. Choose another."
    if not told:
        found["told"] = "Say whether the family knows."
    if told == Told.NO and not why_not_told.strip():
        found["why_not_told"] = "Say why the family is not told, such as a risk to the child."
    refused = agreement in {Agreement.REFUSED, Agreement.WITHDRAWN}
    if decision is Decision.EARLY_HELP and refused:
        found["decision"] = (
            "The family does not agree, so early help cannot be given. "
            "Choose advice, or an assessment if the worry asks for one."
        )
    return found


def suggestion(
    *, grade: str, allocated: bool, repeats: int, agreement: str
) -> tuple[str, str] | None:
    """Return the next step that what is known suggests, and why. Nothing is done by itself.

    >>> suggestion(grade="red", allocated=False, repeats=0, agreement="")[0]
    'Start a strategy discussion'
    """
    if grade == "red":
        return "Start a strategy discussion", "Red does not wait for checks."
    if allocated:
        return "Send it to the child’s own worker", "Nothing is decided here for an open child."
    if agreement == Agreement.WITHDRAWN:
        return "Look at the decision again", "The family no longer agrees to early help."
    if repeats >= 2:
        return "Look at the reports together", f"This is report number {repeats + 1}."
    return None
