"""`holdfast adopt-work-plan FILE`: a board's plan from its file, whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from holdfast.board.workplan import transitions
from holdfast.board.workplan.rules.plan_file import read_plan
from holdfast.board.workplan.rules.planned import PlannedPlan
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.access.words import Refused
from holdfast.kernel.actions.reading import BadFile, decoded
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post, this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed


class Command(BaseCommand):
    help = "Adopt a work plan from its file, for the board's manager. Bad input: exit code 2."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="The plan's YAML file.")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        manager = self._manager()
        try:
            planned = read_plan(decoded(path.read_bytes(), file=path.name), file=path.name)
            with job_door("adopt_work_plan", holding=manager, detail={"year": planned.year}):
                plan = transitions.adopt_plan(
                    planned,
                    area=this_partnership().area,
                    owner=manager.post.agency,
                    posts=self._posts(planned),
                    reviewer=manager.post,
                    by=manager.post,
                    on=moment.today(),
                )
        except (BadFile, NotAllowed, Refused) as why:
            raise CommandError(str(why)) from None
        self.stdout.write(f"{plan.record.reference}: {len(planned.lines)} lines adopted.")

    def _manager(self) -> Holding:
        """Return who holds the post of the board's manager in the partnership's area."""
        managers = Holding.objects.current(at=moment.now()).filter(
            post__role=Role.BOARD_MANAGER, post__agency__area=this_partnership().area
        )
        found = managers.select_related("post__agency").order_by("pk").first()
        if found is None:
            raise CommandError("Nobody holds the post of board manager. Appoint somebody first.")
        return found

    def _posts(self, planned: PlannedPlan) -> dict[str, Post]:
        """Return the post of each role that the plan names by a post's title in this area."""
        posts = Post.objects.filter(agency__area=this_partnership().area)
        by_title = {post.title.casefold(): post for post in posts.select_related("agency")}
        roles = {role for line in planned.lines for role in line.owners}
        return {r: by_title[r.casefold()] for r in roles if r.casefold() in by_title}
