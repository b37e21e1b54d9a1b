"""How far something is answered or shown, as a shape with its word."""

from holdfast.board.scrutiny.rules.words import STANDING_WORDS, Standing
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.parts import Status


def standing(value: Standing) -> Status:
    said = STANDING_WORDS[value]
    if value is Standing.ANSWERED:
        return parts.met(said)
    return parts.soon(said) if value is Standing.PARTLY else parts.no_reply(said)


def shown(missing: bool, words: str) -> Status:
    return parts.nothing(words) if missing else parts.met(words)
