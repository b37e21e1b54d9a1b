"""The children of the demo, 2012 to June 2013: looked for, opened, given a worker, shared, joined.

Every child and adult is invented. `CHILDREN` names them for the chapters that tell more of them.
"""

from collections.abc import Mapping
from datetime import date

from holdfast.demo.story.clock import at
from holdfast.kernel.directory.models import Post
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.models import Child, Double
from holdfast.practice.children.rules.identifiers import Scheme
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import MarkerKind, NameKind, TieKind

Posts = Mapping[str, Post]
SCHOOL = "Tollgate Park School"

CHILDREN: Mapping[str, ChildTold] = {
    "leah": ChildTold(
        "Leah", "Sorrell", date(2004, 5, 3), sex="female", address="12 Linnet Court",
        postcode="SE5 0ZQ", nhs="943 476 5919", school=SCHOOL, language="English",
        ethnicity="WBRI",
    ),
    "archie": ChildTold(
        "Archie", "Tipton", date(2011, 2, 14), sex="male", address="12 Linnet Court",
        postcode="SE5 0ZQ", language="English", ethnicity="WBRI",
    ),
    "nia": ChildTold("Nia", "Harcastle", date(2004, 2, 20), sex="female", school=SCHOOL,
                     address="3 Old Forge Mews", postcode="SE15 4ZQ"),
    "theo": ChildTold("Theo", "Harcastle", date(2007, 1, 9), sex="male", school=SCHOOL,
                      address="3 Old Forge Mews", postcode="SE15 4ZQ"),
    "callum": ChildTold("Callum", "Rielly", date(2001, 9, 30), sex="male",
                        address="41 Quarry Row", postcode="SE16 2ZQ"),
    "rowan": ChildTold("Rowan", "Kestle", date(2012, 11, 17), sex="male",
                       address="8 Canal Walk", postcode="SE15 6ZQ"),
    "farrant": ChildTold(surname="Farrant", due_on=date(2013, 10, 19),
                         address="27 Chandler Rise", postcode="SE1 3ZQ"),
    "joel": ChildTold("Joel", "Tarrow", date(2003, 7, 5), sex="male",
                      address="6 Weaver Street", postcode="SE17 1ZQ"),
    "esme": ChildTold("Esme", "Tarrow", date(2006, 12, 1), sex="female",
                      address="6 Weaver Street", postcode="SE17 1ZQ"),
    "dinah": ChildTold("Dinah", "Pruett", date(1999, 3, 23), sex="female",
                       address="15 Bellfounder Road", postcode="SE22 8ZQ"),
}  # fmt: skip
TOGETHER = (("nia", "theo"), ("joel", "esme"))


def child(key: str) -> Child:
    """Return one of the demo's children by its key."""
    told = CHILDREN[key]
    found = Child.objects.select_related("record__area", "record__owner", "worker__agency")
    return found.get(forename=told.forename, surname=told.surname, merged_into=None,
                     born_on=told.born_on)  # fmt: skip


def tell(posts: Posts) -> None:
    by = posts["triage"]
    with at(2012, 11, 12, 10, 30):
        made = verbs.open_children(list(CHILDREN.values())[:2], by=by, on=date(2012, 11, 12))
        _leah(dict(zip(("leah", "archie"), made, strict=True)), posts)
    with at(2013, 4, 22, 14, 0):
        keys = list(CHILDREN)[2:]
        opened = verbs.open_children([CHILDREN[key] for key in keys], by=by, on=date(2013, 4, 22))
        named = dict(zip(keys, opened, strict=True))
        for one, other in TOGETHER:
            verbs.tie_children(named[one], named[other], kind=TieKind.SIBLING, by=by,
                               on=date(2013, 4, 22))  # fmt: skip
        _others(named, posts)
    with at(2013, 6, 24, 11, 0):
        _doubles(posts)
        _list(posts)


def _leah(made: Mapping[str, Child], posts: Posts) -> None:
    by, on = posts["triage"], date(2012, 11, 12)
    leah, archie = made["leah"], made["archie"]
    kerry = verbs.add_adult(name="Kerry Sorrell", by=by, on=on)
    for one in (leah, archie):
        verbs.tie(one, kerry, kind=TieKind.MOTHER, responsible=True, lives_with=True, by=by, on=on)
    verbs.tie_children(leah, archie, kind=TieKind.HALF_SIBLING, lives_with=True, by=by, on=on)
    for name, kind, responsible, note in (
        ("Paul Sorrell", TieKind.FATHER, True, "in Leeds; sees Leah each month"),
        ("Maureen Cobb", TieKind.GRANDPARENT, False, "Kerry’s mother; safe, and will come"),
        ("Denise Cobb", TieKind.AUNT_UNCLE, False, "Kerry’s sister; rings each night"),
    ):
        verbs.tie_new_adult(leah, name=name, kind=kind, responsible=responsible, note=note,
                            by=by, on=on)  # fmt: skip
    wayne = verbs.add_adult(name="Wayne Tipton", by=by, on=on)
    verbs.tie(leah, wayne, kind=TieKind.ALLEGED, note="moved out in November", by=by, on=on)
    verbs.tie(archie, wayne, kind=TieKind.FATHER, by=by, on=on)
    partner = verbs.tie(leah, wayne, kind=TieKind.PARTNER, from_on=date(2010, 3, 1), by=by, on=on)
    verbs.end_tie(partner, until_on=date(2012, 11, 3), by=by, on=on)
    verbs.allocate(leah, to=posts["social_worker"], by=posts["mash_manager"], on=on)
    verbs.keep_from(leah.addresses.get(), whom="Wayne Tipton", why="He moved out in November.",
                    review_on=date(2013, 7, 15), by=by, on=on)  # fmt: skip
    verbs.mark(leah, kind=MarkerKind.RISK_TO_WORKER, about="Wayne Tipton",
               note="Two workers, by day.", review_on=date(2013, 6, 21), by=by, on=on)  # fmt: skip


def _others(named: Mapping[str, Child], posts: Posts) -> None:
    by, on = posts["triage"], date(2013, 4, 22)
    verbs.add_name(named["callum"], kind=NameKind.ALSO, forename="Callum", surname="O’Reilly",
                   by=by, on=on)  # fmt: skip
    verbs.add_identifier(named["nia"], scheme=Scheme.NHS, value="401 023 2137", by=by, on=on)
    verbs.mark(named["dinah"], kind=MarkerKind.INTERPRETER, note="British Sign Language.",
               review_on=date(2014, 4, 22), by=by, on=on)  # fmt: skip
    verbs.share(named["nia"], with_=posts["head_teacher"], sections=["plan"],
                purpose="Team around the child", lawful_basis="Children Act 2004, section 10",
                until=date(2014, 4, 22), by=posts["mash_manager"], on=on)  # fmt: skip


def _doubles(posts: Posts) -> None:
    """A third telling of one boy, under another spelling, that nobody looked up."""
    by, on = posts["triage"], date(2013, 6, 24)
    verbs.open_children(
        [ChildTold("Calum", "O’Reilly", date(2001, 9, 30), sex="male", postcode="SE16 2ZQ"),
         ChildTold("Joel", "Tarow", date(2003, 5, 7), sex="male", postcode="SE17 1ZQ")],
        by=by, on=on,
    )  # fmt: skip
    verbs.look_for_doubles(by=by, on=on)
    pair = Double.objects.get(one__forename="Joel")
    verbs.decide_double(pair, same=True, by=posts["mash_manager"], on=on,
                        why="The school has one Joel; day and month were swapped.")  # fmt: skip


ROLL = """Forename,Surname,Date of birth,Postcode,NHS number
Nia,Harcastle,20/02/2004,SE15 4ZQ,401 023 2137
Teo,Harcastle,09/01/2007,SE15 4ZQ,
Leah,Sorel,03/05/2004,SE5 0ZQ,
Amos,Whitlow,11/11/2005,SE15 2ZQ,
Ivy,Marchbank,31/02/2006,SE15 2ZQ,
"""


def _list(posts: Posts) -> None:
    """The school's list, matched under an agreement; one of its rows has an impossible day."""
    by, on = posts["mash_manager"], date(2013, 6, 24)
    shared = verbs.agree_list(
        agency=posts["head_teacher"].agency, title="On roll, summer 2013",
        purpose="Which pupils have a plan, for the designated teacher",
        lawful_basis="Children Act 2004, section 10", signed_by="Head teacher; MASH manager",
        until_on=date(2013, 12, 31), by=by, on=on,
    )  # fmt: skip
    verbs.take_list(shared, content=ROLL.encode(), filename="roll.csv", by=by, on=on)
