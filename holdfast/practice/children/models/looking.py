"""Looking for a child: the few records that share a key, compared and explained."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import combinations

from django.db.models import Case, IntegerField, QuerySet, Sum, Value, When
from django.db.models.functions import Substr

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record
from holdfast.practice.children.models.child import Child
from holdfast.practice.children.models.finding import SearchKey
from holdfast.practice.children.rules.keys import ALONE, WEIGHT, keys_of
from holdfast.practice.children.rules.matching import Known, Likeness, closeness, compare, ranked
from holdfast.practice.children.rules.told import ChildTold

CANDIDATES, BY_KEYS, BY_NAME = 400, 12, 24
"""How many records share the most telling keys; and how many of them are compared in full."""
OFFERED = 10
TOO_COMMON = 50
"""A key that more children share tells no pair apart, and is not used to look for doubles."""


def matches_for(
    told: ChildTold, *, to: Post, most: int = OFFERED
) -> Sequence[tuple[Child, Likeness]]:
    """Return the children like the one told of, likely first, of those the post may see.

    Seven queries however many children there are; `Likeness` says in words what agrees.
    """
    asked = Known(
        names=((told.forename, told.surname),),
        born_on=told.born_on,
        postcodes=(told.postcode,) if told.postcode else (),
        numbers=tuple(n for n in (told.nhs.replace(" ", ""), told.upn.strip().upper()) if n),
        sex=told.sex,
    )
    found = candidates(asked, to=to)
    return ranked(asked, [(child, known_of(child)) for child in found], most=most)


def candidates(asked: Known, *, to: Post) -> list[Child]:
    """Return the children that share the most telling keys with what was asked."""
    keys = keys_of(
        names=asked.names, born_on=asked.born_on, postcodes=asked.postcodes, numbers=asked.numbers
    )
    telling = [key for key in keys if key[0] not in ALONE] or sorted(keys)
    ranked_ids = (
        SearchKey.objects.filter(key__in=telling)
        .annotate(kind=Substr("key", 1, 1))
        .values("child")
        .annotate(weight=Sum(_weight()))
        .order_by("-weight", "child")
        .values_list("child", flat=True)[:CANDIDATES]
    )
    near = _nearest(asked, list(ranked_ids))
    return list(standing_for(to, near).select_related("merged_into__record"))


def _nearest(asked: Known, ids: Sequence[int]) -> list[int]:
    """Keep those that share most, and those whose name now is nearest, letter by letter."""
    rows = Child.objects.filter(pk__in=ids).values_list("pk", "forename", "surname", "born_on")
    by_name = nlargest(
        BY_NAME, rows, key=lambda row: closeness(asked, (row[1], row[2]), born_on=row[3])
    )
    return list(dict.fromkeys([*ids[:BY_KEYS], *(row[0] for row in by_name)]))


def standing_for(post: Post, children: Iterable[int]) -> QuerySet[Child]:
    """Return those of some children that the post may see and that may be offered as a match.

    The gate is asked of their records alone: asked of every child's, a search would cost as much
    as reading all of them.
    """
    named = list(children)
    records = list(Child.objects.filter(pk__in=named).values_list("record", flat=True))
    seen = gate.allowed(Record.objects.filter(pk__in=records), to=post, can=Can.SEE)
    found = Child.objects.filter(pk__in=named, record__in=seen, apart=False)
    return found.for_list().prefetch_related("names", "addresses", "identifiers")


def _weight() -> Case:
    return Case(
        *(When(kind=key.value, then=Value(weight)) for key, weight in WEIGHT.items()),
        default=Value(0),
        output_field=IntegerField(),
    )


def known_of(child: Child) -> Known:
    """Return what is held of a child, as it is compared."""
    return Known(
        names=tuple((name.forename, name.surname) for name in child.names.all()),
        born_on=child.born_on,
        born_about=child.born_about,
        postcodes=tuple(one.postcode for one in child.addresses.all() if one.postcode),
        numbers=tuple(number.value for number in child.identifiers.all()),
        sex=child.sex,
    )


def pairs(by: Post) -> dict[tuple[int, int], Likeness]:
    """Return every pair of the post's children that is likely one child, by the keys they share.

    Grows with the children: each is compared with the few that share a telling key.
    """
    seen = gate.allowed(Record.objects.filter(kind="child"), to=by, can=Can.WORK)
    standing = Child.objects.standing().filter(record__in=seen, apart=False)
    groups: dict[str, list[int]] = defaultdict(list)
    rows = SearchKey.objects.filter(child__in=standing).exclude(key__regex=f"^[{''.join(ALONE)}]:")
    for key, child in rows.values_list("key", "child").iterator():
        groups[key].append(child)
    shared = {
        tuple(sorted(pair))
        for group in groups.values()
        if 1 < len(group) <= TOO_COMMON
        for pair in combinations(group, 2)
    }
    wanted = {child for pair in shared for child in pair}
    known = _known(wanted)
    found = {}
    for one, other in sorted(shared):
        like = compare(known[one], known[other])
        if like and like.level == "likely":
            found[(one, other)] = like
    return found


def _known(children: Iterable[int]) -> dict[int, Known]:
    found = Child.objects.filter(pk__in=children)
    parts = found.prefetch_related("names", "addresses", "identifiers")
    return {child.pk: known_of(child) for child in parts}


def keys_for(children: Iterable[Child]) -> list[SearchKey]:
    """Return the keys, not yet kept, under which some children are to be found."""
    found = Child.objects.filter(pk__in=[child.pk for child in children])
    parts = found.prefetch_related("names", "addresses", "identifiers")
    return [SearchKey(child=child, key=key) for child in parts for key in _keys_of(child)]


def _keys_of(child: Child) -> list[str]:
    known = known_of(child)
    return sorted(
        keys_of(
            names=known.names, born_on=known.born_on, postcodes=known.postcodes,
            numbers=known.numbers,
        )
    )  # fmt: skip
