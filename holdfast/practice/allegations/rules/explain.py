"""Why a person is offered: the likeness said in words, with the letters that differ marked."""

from collections.abc import Iterable

from holdfast.practice.allegations.rules.likeness import (
    NUMBERS,
    Asked,
    Held,
    Level,
    Likeness,
    level_of,
    shared_work,
    words_of_work,
)
from holdfast.practice.children.rules.likeness import (
    Aligned,
    Birth,
    Grade,
    Run,
    align,
    births,
    runs,
    words_of,
)

SPACE = Run(" ", False)
BIRTH_WORDS = {
    Birth.SAME: "same date of birth",
    Birth.SLIP: "date of birth one slip out",
    Birth.DIFFERENT: "different date of birth",
}


def _place(index: int, of: int) -> str:
    if of == 1:
        return "name"
    return "first name" if index == 0 else "surname" if index == of - 1 else "middle name"


def _number(out: int) -> str:
    return NUMBERS[out] if out < len(NUMBERS) else str(out)


def _sounds(grades: tuple[Grade, ...], places: list[str]) -> str:
    alike = [p for p, g in zip(places, grades, strict=True) if g <= Grade.SOUNDS]
    if len(alike) == len(grades) > 1:
        return "Both names sound the same" if len(grades) == 2 else "All names sound the same"
    said = " and ".join(alike)
    return f"{said[:1].upper()}{said[1:]} {'sounds' if len(alike) == 1 else 'sound'} the same"


def _spelling(aligned: Aligned, places: list[str]) -> str:
    """Such as: first name one letter out, surname two."""
    said: list[str] = []
    for place, out in zip(places, aligned.out, strict=True):
        if not out:
            continue
        unit = "" if said else " letter out" if out == 1 else " letters out"
        said.append(f"{place} {_number(out)}{unit}")
    return ", ".join(said)


def _reasons(aligned: Aligned, held_words: int) -> list[str]:
    places = [_place(j, held_words) for _, j in aligned.pairs]
    if not any(aligned.out):
        said = ["Spelt the same"]
    else:
        strong = any(g <= Grade.SOUNDS for g in aligned.grades)
        said = [_sounds(aligned.grades, places)] if strong else []
        said.append(_spelling(aligned, places))
    if [j for _, j in aligned.pairs] != sorted(j for _, j in aligned.pairs):
        said.append("names the other way round")
    return said


def _marked(
    typed: tuple[str, ...], held: tuple[str, ...], aligned: Aligned
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    mine: dict[int, tuple[Run, ...]] = {}
    theirs: dict[int, tuple[Run, ...]] = {}
    for i, j in aligned.pairs:
        mine[i], theirs[j] = runs(typed[i], held[j])
    return _joined(typed, mine), _joined(held, theirs)


def _joined(words: tuple[str, ...], marked: dict[int, tuple[Run, ...]]) -> tuple[Run, ...]:
    line: list[Run] = []
    for index, word in enumerate(words):
        line += [SPACE] if line else []
        line += marked.get(index, (Run(word, True),))
    return tuple(line)


def compare(asked: Asked, held: Held) -> Likeness | None:
    """Compare one person asked for with one person held; None when it is nobody we would offer."""
    best: tuple[tuple[object, ...], Likeness] | None = None
    work = next((w for w in (shared_work(asked.work, h) for h in held.works) if w), "")
    work_known = bool(words_of_work(asked.work)) and any(words_of_work(w) for w in held.works)
    birth = births(asked.born_on, held.born_on)
    for position, name in enumerate(held.names):
        typed, words = words_of(asked.name), words_of(name)
        aligned = align(typed, words)
        level = level_of(aligned, birth=birth, work_known=work_known, work_same=bool(work))
        if level is None:
            continue
        reasons = _reasons(aligned, len(words))
        reasons += ["under another name he or she has used"] if position else []
        reasons += [f"same work, “{work}”"] if work else []
        reasons += ["different work"] if work_known and not work else []
        reasons += [BIRTH_WORDS[birth]] if birth in BIRTH_WORDS else []
        mine, theirs = _marked(typed, words, aligned)
        unknown = _not_known(asked, held)
        found = Likeness(held.key, level, mine, theirs, tuple(reasons), unknown)
        rank = (level is not Level.LIKELY, *aligned.rank)
        if best is None or rank < best[0]:
            best = (rank, found)
    return best[1] if best else None


def _not_known(asked: Asked, held: Held) -> tuple[str, ...]:
    unknown = []
    if asked.born_on is None:
        unknown.append("date of birth: ask the caller")
    elif held.born_on is None:
        unknown.append("date of birth: this room does not hold it")
    if not words_of_work(asked.work):
        unknown.append("kind of work: ask the caller")
    return tuple(unknown)


def offered(asked: Asked, people: Iterable[Held]) -> list[Likeness]:
    """Everybody worth offering, likely ones first, closest spelling first within each."""
    found = [likeness for held in people if (likeness := compare(asked, held))]
    return sorted(found, key=lambda f: (f.level is not Level.LIKELY, _differing(f)))


def _differing(found: Likeness) -> int:
    return sum(len(run.text) for run in (*found.typed, *found.held) if run.differs)


def in_words(found: Likeness) -> str:
    """The first sentence: what was typed and what the record has."""
    typed = "".join(run.text for run in found.typed)
    return f"You typed {typed}; the record has {''.join(run.text for run in found.held)}."
