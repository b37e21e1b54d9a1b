"""One more on the worklists of the hub, and around the child whose page is looked at."""

from collections.abc import Mapping
from datetime import date, timedelta

from holdfast.kernel.directory.models import Post
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import TieKind


def a_child(number: int, posts: Mapping[str, Post], on: date) -> None:
    by = posts["triage"]
    told = ChildTold("Grown", f"Sorrel{'x' * number}", date(2004, 5, 3))
    one = verbs.open_children([told, told], by=by, on=on)[0]
    verbs.look_for_doubles(by=by, on=on)
    leah = Child.objects.get(known_as="Leah Sorrell")
    verbs.tie_children(leah, one, kind=TieKind.COUSIN, by=by, on=on)
    verbs.agree_list(
        agency=posts["head_teacher"].agency, title=f"List {number}", purpose="To know",
        lawful_basis="Children Act 2004, section 10", signed_by="Two posts",
        until_on=on + timedelta(days=30), by=posts["mash_manager"], on=on,
    )  # fmt: skip
