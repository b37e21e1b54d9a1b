"""What keeps a return from being sent as what it is offered as, in sentences."""

from collections.abc import Mapping
from dataclasses import dataclass

from holdfast.engines.asks.rules.questions import Questions
from holdfast.engines.asks.rules.states import Reply
from holdfast.engines.asks.rules.values import Value


@dataclass(frozen=True)
class Given:
    """A current answer: its value, and whether it is last round's and not yet confirmed."""

    value: Value
    carried: bool = False

    @property
    def empty(self) -> bool:
        return self.value.empty


NEEDS_WORDS = {
    Reply.PARTIAL: "Say which part is missing, why, and when it can be expected.",
    Reply.NIL: "Say who searched what, and that there was nothing to report.",
    Reply.REFUSED: "Say why it is refused. The reason is shown with the return.",
}


def problems(
    questions: Questions, given: Mapping[str, Given], *, reply: Reply, words: str
) -> tuple[str, ...]:
    """Return what has to be put right first. Nil and refusal need words, not answers."""
    found = []
    if reply in NEEDS_WORDS and not words.strip():
        found.append(NEEDS_WORDS[reply])
    if reply in (Reply.NIL, Reply.REFUSED):
        return tuple(found)
    filled = {key: one for key, one in given.items() if not one.empty}
    for q in questions:
        one = filled.get(q.key)
        if one is not None and one.value.problem and (reply is Reply.FULL or not one.carried):
            found.append(f"“{q.text}”: {one.value.problem}")
        if one is not None and one.carried and reply is Reply.FULL:
            found.append(f"“{q.text}”: last round’s answer. Say whether it is still true.")
        if one is None and q.required_because and reply is Reply.FULL:
            found.append(f"“{q.text}” has no answer. It is needed: {q.required_because}.")
    if not sent_of(given):
        found.append("Nothing is answered. Send a nil return if there is nothing to report.")
    return tuple(found)


def sent_of(given: Mapping[str, Given]) -> dict[str, Given]:
    """Return the answers that would be sent: those given, and confirmed where carried."""
    return {key: one for key, one in given.items() if not one.empty and not one.carried}
