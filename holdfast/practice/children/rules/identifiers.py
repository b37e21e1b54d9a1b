"""Numbers that carry their own check: the NHS number and the unique pupil number."""

import re
from enum import StrEnum

from holdfast.kernel.records.moves import NotAllowed


class Scheme(StrEnum):
    """Whose number it is."""

    NHS = "nhs"
    UPN = "upn"
    FORMER_UPN = "former_upn"
    HOME_OFFICE = "home_office"
    LOCAL = "local"


WORDS = {
    Scheme.NHS: "NHS number",
    Scheme.UPN: "Unique pupil number",
    Scheme.FORMER_UPN: "Former pupil number",
    Scheme.HOME_OFFICE: "Home Office number",
    Scheme.LOCAL: "Number in an earlier system",
}
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
"""The 23 check letters: the alphabet without I, O and S."""


def nhs_number(typed: str) -> str:
    """Return an NHS number as ten digits, or say what is wrong with it.

    The tenth digit is eleven less the remainder of the first nine, weighted ten to two, by eleven;
    eleven counts as nought, and ten is never given. Source: NHS Data Dictionary, NHS number
    (restated, V2).

    >>> nhs_number("943 476 5919")
    '9434765919'
    """
    digits = re.sub(r"[\s-]", "", typed)
    if not re.fullmatch(r"[0-9]{10}", digits):
        raise NotAllowed(f"An NHS number has ten digits. “{typed}” has not.")
    total = sum(
        int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)
    )
    if (11 - total % 11) % 11 != int(digits[9]):
        raise NotAllowed(f"“{typed}” is not an NHS number: its check digit is wrong. Look again.")
    return digits


def upn(typed: str) -> str:
    """Return a unique pupil number of 13 signs, or say what is wrong with it.

    The first letter checks the rest: signs 2 to 13 weighted 2 to 13, by 23; a letter in the last
    place (a temporary number) counts by its place in the same 23. Source: DfE, Unique pupil
    numbers: a guide for schools and local authorities (restated, V2).

    >>> upn("h801200001001")
    'H801200001001'
    """
    found = re.sub(r"\s", "", typed).upper()
    if not re.fullmatch(rf"[{UPN_LETTERS}][0-9]{{11}}[0-9{UPN_LETTERS}]", found):
        raise NotAllowed(
            f"A pupil number is a letter, eleven digits and a digit or letter. “{typed}” is not."
        )
    values = [UPN_LETTERS.index(s) if s in UPN_LETTERS else int(s) for s in found[1:]]
    total = sum(value * weight for weight, value in enumerate(values, 2))
    if UPN_LETTERS[total % 23] != found[0]:
        raise NotAllowed(f"“{typed}” is not a pupil number: its first letter does not fit.")
    return found


def checked(scheme: Scheme, typed: str) -> str:
    """Return a number as it is kept. Raises NotAllowed with a sentence fit to show."""
    if scheme is Scheme.NHS:
        return nhs_number(typed)
    if scheme in {Scheme.UPN, Scheme.FORMER_UPN}:
        return upn(typed)
    found = typed.strip()
    if not 1 <= len(found) <= 30:
        raise NotAllowed("A number has at most 30 signs.")
    return found
