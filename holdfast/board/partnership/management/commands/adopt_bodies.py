"""`holdfast adopt-bodies FILE`: a set of bodies from its file, whole or not at all."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from holdfast.board.partnership import transitions
from holdfast.board.partnership.rules.planned import PlannedSet
from holdfast.board.partnership.rules.set_file import read_set
from holdfast.kernel.access.jobs import job_door
from holdfast.kernel.access.words import Refused
from holdfast.kernel.actions.reading import BadFile, decoded
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post, this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed


class Command(BaseCommand):
    help = "Adopt a set of bodies from its file, for the board's manager. Bad input: exit code 2."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="The set's YAML file.")

    def handle(self, *args: Any, **options: Any) -> None:
        manager = self._manager()
        try:
            planned = self._set(options["file"])
            with job_door("adopt_bodies", holding=manager, detail={"set": planned.title}):
                bodies = transitions.adopt_bodies(
                    planned, by=manager.post, on=moment.today(), posts=self._posts()
                )
        except (BadFile, NotAllowed, Refused) as why:
            raise CommandError(str(why)) from None
        self.stdout.write(f"{len(bodies)} bodies: {', '.join(body.code for body in bodies)}.")

    def _set(self, path: Path) -> PlannedSet:
        try:
            content = path.read_bytes()
        except OSError as wrong:
            why = wrong.strerror or "no reason given"
            raise BadFile(f"{path.name}: it cannot be read ({why}). Check the path.") from None
        return read_set(decoded(content, file=path.name), file=path.name)

    def _manager(self) -> Holding:
        """Return who holds the post of the board's manager in the partnership's area."""
        managers = Holding.objects.current(at=moment.now()).filter(
            post__role=Role.BOARD_MANAGER, post__agency__area=this_partnership().area
        )
        found = managers.select_related("post__agency__area").order_by("pk").first()
        if found is None:
            raise CommandError("Nobody holds the post of board manager. Appoint somebody first.")
        return found

    def _posts(self) -> dict[str, Post]:
        """Return the board's own posts by title: its chair, its manager, its lay members."""
        roles = [Role.BOARD_CHAIR, Role.BOARD_MANAGER, Role.LAY_MEMBER, Role.BOARD_MEMBER]
        posts = Post.objects.filter(agency__area=this_partnership().area, role__in=roles)
        return {post.title: post for post in posts.select_related("agency")}
