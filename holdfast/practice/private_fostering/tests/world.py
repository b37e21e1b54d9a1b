"""One arrangement told through the verbs, from the school's notice to the end."""

from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.models import Arrangement
from holdfast.practice.private_fostering.rules import law, telling

Posts = Mapping[str, Post]
AMARA = verbs.ChildTold(
    "Amara", "Quansah", born_on=date(2004, 3, 9), disabled=False, sex="female", language="Twi",
    school="Tollgate Park School",
)  # fmt: skip
HOME = verbs.HomeTold(
    carer="Mrs Abena Mensah", relation=law.Relation.FAMILY_FRIEND,
    address="14 Marlow Buildings", postcode="SE15 4ZZ", starts_on=date(2012, 9, 3), goes_on=True,
    why="Her mother has gone home to nurse her own mother.", circumstance="8E",
    parent="Ms Efua Quansah", parent_reach="By telephone, in Kumasi",
)  # fmt: skip
REPORT = "Her own bed, school every day. Mrs Mensah knows what she likes and what she fears."
WORDS = "I like it here. I want to ring Mum on Sundays, not only when Auntie remembers."


def at(*parts: int) -> object:
    return moment.story(datetime(*parts, tzinfo=ZoneInfo("Europe/London")))  # type: ignore[misc,arg-type]


def noticed(posts: Posts, **told: object) -> verbs.NoticeTold:
    kept: dict[str, object] = {
        "kind": telling.Notice.AWARE, "teller": telling.Teller.SCHOOL,
        "who": "Head teacher, Tollgate Park School", "told_on": date(2012, 10, 1),
        "text": "She is collected by a friend of the family and says she lives there.",
    }  # fmt: skip
    return verbs.NoticeTold(**{**kept, **told})  # type: ignore[arg-type]


def told_of(posts: Posts, *, by: str = "head_teacher", **told: object) -> Arrangement:
    """The school tells, on Monday 1 October 2012 unless another day is told."""
    notice = noticed(posts, **told)
    return verbs.notify(
        area=posts[by].agency.area, child=AMARA, home=HOME, notice=notice, by=posts[by],
        on=notice.told_on,
    )  # fmt: skip


def seen_alone(**told: object) -> verbs.VisitTold:
    kept: dict[str, object] = {
        "child_seen": True, "alone": True, "report": REPORT, "words": WORDS,
    }  # fmt: skip
    return verbs.VisitTold(**{**kept, **told})  # type: ignore[arg-type]


def visited(arrangement: Arrangement, posts: Posts, *days: date, **told: object) -> None:
    for day in days:
        arrangement.refresh_from_db()
        verbs.record_visit(arrangement, seen_alone(**told), by=posts["social_worker"], on=day)


def begun(posts: Posts) -> Arrangement:
    """Told of, allocated, and visited on the sixth working day."""
    with at(2012, 10, 1, 11, 0):
        arrangement = told_of(posts)
    with at(2012, 10, 2, 9, 30):
        verbs.allocate(
            arrangement, to=posts["social_worker"], by=posts["team_manager"], on=date(2012, 10, 2)
        )
    with at(2012, 10, 9, 16, 0):
        visited(arrangement, posts, date(2012, 10, 9))
    return arrangement
