"""A sibling group that is assessed, told through the product's own verbs."""

from collections.abc import Mapping
from datetime import date

from holdfast.kernel.directory.models import Post
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules import outcomes, voices
from holdfast.practice.assessments.rules.editions import Kind

Posts = Mapping[str, Post]
ASKED = "Whether the children are safe at home, and what would help their mother."
LEAH = verbs.AssessedTold("Leah Sorrell", born_on=date(2004, 5, 3))
ARCHIE = verbs.AssessedTold("Archie Sorrell", born_on=date(2011, 2, 14))
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 40


def begun(posts: Posts, *, received=date(2013, 5, 1), on=None, **kept) -> Assessment:
    return verbs.start(
        kept.pop("children", [LEAH, ARCHIE]),
        kind=kept.pop("kind", Kind.SINGLE),
        received_on=received,
        asked=ASKED,
        worker=kept.pop("worker", posts["social_worker"]),
        by=posts["team_manager"],
        on=on or received,
        **kept,
    )


def written(assessment: Assessment, posts: Posts, *, on: date, version: int = 0) -> None:
    """Everything that a manager would ask for."""
    by = posts["social_worker"]
    leah, archie = assessment.children.all()
    told = {
        leah: verbs.SeenTold(voices.Seen.ALONE, note="She drew while we talked."),
        archie: verbs.SeenTold(voices.Seen.WITH_OTHERS, why="He is two; his mother stayed."),
    }
    verbs.record_visit(assessment, who=by.title, place="at home", told=told, by=by, on=on)
    verbs.keep_voice(
        leah, house=voices.House.WORRIES, words="When they shout I take Archie upstairs.",
        to_whom=by.title, by=by, on=on,
    )  # fmt: skip
    told = {"seen": version, "by": by, "on": on}
    for side, said, child in (
        ("parenting", {"safety": "The stair gate is broken."}, None),
        ("needs", {"education": "She is often late on Mondays."}, leah),
        ("needs", {"health": "His cough is worse in the damp room."}, archie),
        ("analysis", {"meaning": "They need calm evenings."}, None),
    ):
        verbs.write_side(assessment, side=side, said=said, child=child, **told)
    verbs.find_factors(leah, keys=["violence_parent", "emotional"], by=by, on=on)
    verbs.find_factors(archie, keys=["violence_parent"], by=by, on=on)
    for row in (leah, archie):
        verbs.propose_outcome(
            row, outcome=outcomes.Outcome.IN_NEED, why=f"{row.known_as} needs a plan.", by=by,
            on=on,
        )  # fmt: skip


def signed(posts: Posts, *, on=date(2013, 6, 3), **kept) -> Assessment:
    assessment = begun(posts, **kept)
    written(assessment, posts, on=on)
    verbs.submit(assessment, by=posts["social_worker"], on=on)
    verbs.authorise(assessment, why="The analysis holds.", by=posts["team_manager"], on=on)
    return assessment
