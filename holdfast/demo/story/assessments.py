"""Assessments across the change of law: Leah in 2012, the single assessment from April 2013.

The people are invented. One is late with its reason, one was converted, one waits for a signature.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from holdfast.demo.story import children
from holdfast.demo.story.clock import at
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory.models import Post
from holdfast.practice.assessments import documents
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.rules.outcomes import Outcome
from holdfast.practice.assessments.rules.voices import House, Seen

Posts = Mapping[str, Post]
Child = verbs.AssessedTold
DRAWING = Path(__file__).parent.parent / "data" / "house.png"

DINAH = Child("Dinah Pruett", born_on=date(1999, 3, 23))
"""Her assessment began before the hub opened her record."""


def known(key: str) -> Child:
    """One of the demo's children, with what the child's own record says."""
    return Child.of(children.child(key))


@dataclass(frozen=True)
class Written:
    """What one assessment says, in the order in which it is gathered."""

    words: str
    sides: Mapping[str, Mapping[str, str]]
    factors: tuple[str, ...]
    outcome: Outcome
    why: str
    house: House = House.WORRIES
    seen: Seen = Seen.ALONE
    not_alone: str = ""


def tell(posts: Posts) -> list[Assessment]:
    """Tell all of them and return them, the oldest first."""
    initial = _leah_first(posts)
    core = _leah_in_depth(posts, initial)
    return [initial, core, _the_harcastles(posts), _dinah(posts), _callum(posts), _again(posts)]


def _leah_first(posts: Posts) -> Assessment:
    """An initial assessment under Working Together 2010, in eight working days."""
    found = _begin(
        posts, [known("leah")], Kind.INITIAL, date(2012, 3, 5),
        "Whether Leah is safe after the police came to her home at night.",
    )  # fmt: skip
    _write(posts, found, date(2012, 3, 13), Written(
        words="I put my pillow on my head when they shout.",
        sides={
            "needs": {
                "education": "Her attendance is 91%. Her teacher says she is bright and tired.",
                "emotional": "She wakes at night. She worries about her mother.",
            },
            "parenting": {
                "safety": "Ms Sorrell asked her partner to leave. He has come back twice.",
                "warmth": "Leah and her mother are close; they cook together.",
            },
            "analysis": {
                "worries": "Shouting and pushing at home, at night, with the child there.",
                "good": "Her mother rang the police herself, and wants help.",
                "meaning": "We do not know enough yet to say that she is safe.",
            },
        },
        factors=("violence_parent", "emotional"),
        outcome=Outcome.CORE,
        why="What happens at night has to be understood with her mother.",
    ))  # fmt: skip
    _sign(posts, found, date(2012, 3, 15), "Agreed. Go on to a core assessment.")
    return found


def _leah_in_depth(posts: Posts, initial: Assessment) -> Assessment:
    """The core assessment that followed, within thirty-five working days."""
    found = _begin(
        posts, [known("leah")], Kind.CORE, date(2012, 3, 15),
        "What keeps Leah safe, and what her mother needs for that.",
        received_on=initial.received_on, follows=initial,
    )  # fmt: skip
    _write(posts, found, date(2012, 4, 20), Written(
        words="Mum and me do the Sunday dinner. I like that best.",
        house=House.GOOD,
        sides={
            "needs": {"emotional": "She sleeps better since February, and sees friends again."},
            "parenting": {"safety": "The locks are changed. Her mother has a safety plan."},
            "surroundings": {"housing": "A two-room flat; the tenancy is her mother’s own."},
            "analysis": {"meaning": "She is safe with the plan, and needs to know it holds."},
        },
        factors=("violence_parent",),
        outcome=Outcome.EARLY_HELP,
        why="The school’s family worker goes on, with her mother’s agreement.",
    ))  # fmt: skip
    _sign(posts, found, date(2012, 4, 30), "The plan is the mother’s own. Early help takes over.")
    return found


def _the_harcastles(posts: Posts) -> Assessment:
    """A single assessment of two children, signed two days late, with the reason."""
    found = _begin(
        posts, [known("nia"), known("theo")], Kind.SINGLE, date(2013, 4, 22),
        "Why both children are hungry at school, and what their parents need.",
    )  # fmt: skip
    _write(posts, found, date(2013, 6, 12), Written(
        words="Theo cries when there is no toast.",
        sides={
            "parenting": {"basic_care": "There is food on some days. Money runs out by Thursday."},
            "surroundings": {
                "income": "Benefits stopped in March after a missed letter.",
                "wider_family": "Their grandmother comes on Sundays and brings a meal.",
            },
            "analysis": {
                "worries": "The children are hungry for two days of each week.",
                "good": "Both parents ask for help, and the grandmother is steady.",
                "meaning": "With the benefits back the children eat; until then they need help.",
            },
        },
        factors=("neglect",),
        outcome=Outcome.IN_NEED,
        why="A plan of three months, with the food bank and the benefits adviser.",
    ))  # fmt: skip
    _sign(
        posts, found, date(2013, 6, 27), "Agreed, and reviewed in three months.",
        code=LateReason.FAMILY, reason="The family stayed with relatives for two weeks of May.",
    )  # fmt: skip
    with at(2013, 6, 28, 10):
        whole = Assessment.objects.for_page().get(pk=found.pk)
        nia = whole.children.all()[0]
        to = "Nia, with her mother"
        letter, withheld = documents.copy_of(whole, nia, to)
        verbs.make_copy(
            nia, letter=letter, withheld=withheld, reader=documents.reader_of(nia, to),
            by=posts["social_worker"], on=date(2013, 6, 28),
        )  # fmt: skip
    return found


def _dinah(posts: Posts) -> Assessment:
    """A core assessment of the old kind, open at the change, made a single one in May."""
    found = _begin(
        posts, [DINAH], Kind.CORE, date(2013, 3, 28),
        "Where Dinah goes when she is missing, and what would keep her at home.",
        received_on=date(2013, 3, 15),
    )  # fmt: skip
    with at(2013, 5, 20, 10):
        verbs.convert(
            found, reason="One assessment with the school’s, as Working Together 2013 has it.",
            by=posts["team_manager"], on=date(2013, 5, 20),
        )  # fmt: skip
    return found


def _callum(posts: Posts) -> Assessment:
    """Written, and with the manager since Thursday."""
    found = _begin(
        posts, [known("callum")], Kind.SINGLE, date(2013, 5, 21),
        "Whether Callum is safe at his father’s at weekends.",
    )  # fmt: skip
    day = date(2013, 6, 27)
    _write(posts, found, day, Written(
        words="Dad drives funny after the pub.",
        sides={
            "parenting": {"safety": "His father drinks on Fridays and drives on Saturdays."},
            "analysis": {"meaning": "He is safe in the week; the weekends have to change first."},
        },
        factors=("alcohol_parent",),
        outcome=Outcome.IN_NEED,
        why="Weekends go by the plan that both parents signed.",
    ))  # fmt: skip
    with at(2013, 6, 27, 16):
        verbs.submit(found, by=posts["social_worker"], on=day)
    return found


def _again(posts: Posts) -> Assessment:
    """Leah and Archie, in June 2013: half written, with what is known of Leah to be confirmed."""
    found = _begin(
        posts, [known("leah"), known("archie")], Kind.SINGLE, date(2013, 6, 17),
        "Whether both children are safe since their mother’s partner came back.",
    )  # fmt: skip
    by, day = posts["social_worker"], date(2013, 6, 20)
    first, second = found.children.all()
    with at(2013, 6, 20, 17):
        told = {
            first: verbs.SeenTold(Seen.ALONE, note="In the school’s quiet room."),
            second: verbs.SeenTold(Seen.WITH_OTHERS, why="He is two; his mother held him."),
        }
        verbs.record_visit(
            found, who=by.title, place="at home and at school", told=told, by=by, on=day
        )
        verbs.keep_voice(
            first, house=House.WORRIES, words="When they shout I take Archie upstairs.",
            to_whom=by.title, by=by, on=day,
        )  # fmt: skip
        verbs.keep_voice(
            first, house=House.DREAMS, picture=DRAWING.read_bytes(), content_type="image/png",
            shows="Our house with only me and Archie and Mum in the garden.",
            to_whom=by.title, by=by, on=day,
        )  # fmt: skip
        verbs.write_side(
            found, side="parenting", said={"safety": "The stair gate is broken."}, seen=0, by=by,
            on=day,
        )  # fmt: skip
        verbs.write_side(
            found, side="needs", said={"emotional": "She listens for the door."}, seen=0,
            child=first, by=by, on=day,
        )  # fmt: skip
    return found


def _begin(
    posts: Posts,
    children: list[Child],
    kind: Kind,
    day: date,
    asked: str,
    *,
    received_on: date | None = None,
    follows: Assessment | None = None,
) -> Assessment:
    with at(day.year, day.month, day.day, 14):
        return verbs.start(
            children, kind=kind, received_on=received_on or day, counted_from=day, asked=asked,
            worker=posts["social_worker"], by=posts["team_manager"], on=day, follows=follows,
        )  # fmt: skip


def _write(posts: Posts, found: Assessment, day: date, told: Written) -> None:
    by = posts["social_worker"]
    rows = list(found.children.all())
    with at(day.year, day.month, day.day, 15):
        seen = {row: verbs.SeenTold(told.seen, told.not_alone) for row in rows}
        verbs.record_visit(found, who=by.title, place="at school", told=seen, by=by, on=day)
        verbs.keep_voice(
            rows[0], house=told.house, words=told.words, to_whom=by.title, by=by, on=day
        )
        for side, said in told.sides.items():
            verbs.write_side(found, side=side, said=said, seen=0, by=by, on=day)
        for row in rows:
            verbs.find_factors(row, keys=told.factors, by=by, on=day)
            verbs.propose_outcome(row, outcome=told.outcome, why=told.why, by=by, on=day)


def _sign(
    posts: Posts,
    found: Assessment,
    day: date,
    why: str,
    *,
    code: LateReason | None = None,
    reason: str = "",
) -> None:
    with at(day.year, day.month, day.day, 11):
        verbs.submit(found, by=posts["social_worker"], on=day)
    with at(day.year, day.month, day.day, 16):
        verbs.authorise(found, why=why, by=posts["team_manager"], on=day, code=code, reason=reason)
