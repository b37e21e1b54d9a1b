"""What changed between two versions of a question set, in sentences."""

from dataclasses import replace

from holdfast.engines.asks.rules.questions import Question, Questions


def same_meaning(one: Question, other: Question) -> bool:
    """Say whether an answer to one question can be offered under the other: only help differs."""
    return replace(one, help="", required_because="") == replace(
        other, help="", required_because=""
    )


def changes(old: Questions, new: Questions) -> tuple[str, ...]:
    """Return what is new, gone and worded otherwise. Answers to old versions are never moved."""
    said = [f"New: {q.text}" for q in new if q.key not in old]
    said += [f"No longer asked: {q.text}" for q in old if q.key not in new]
    for q in new:
        before = old.question(q.key) if q.key in old else q
        if before.text != q.text:
            said.append(f"Worded otherwise: “{before.text}” is now “{q.text}”")
        elif not same_meaning(before, q):
            said.append(f"Answered otherwise: {q.text}")
    return tuple(said)
