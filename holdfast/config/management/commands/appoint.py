from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from holdfast.config.signin import accounts
from holdfast.kernel.access import jobs
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.appointments import CannotAppoint
from holdfast.kernel.directory.models import Agency, Holding, Post, this_partnership
from holdfast.kernel.directory.words import Role, Sector


class Command(BaseCommand):
    help = "Appoint an account's person to a post, which is made if it is new."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--account", required=True, help="Such as acc-0007.")
        parser.add_argument("--agency", required=True, help="The agency's name.")
        parser.add_argument("--post", required=True, help="The post's title.")
        parser.add_argument("--role", choices=[r.value for r in Role], help="Of a new post.")
        parser.add_argument("--sector", choices=[s.value for s in Sector], help="Of a new agency.")
        parser.add_argument(
            "--instead", action="store_true", help="Stand the present holder down first."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        account = accounts.find(options["account"])
        with jobs.job_door("appoint", detail={"account": account.number}):
            try:
                with transaction.atomic():
                    post = _post(options, _agency(options))
                    if options["instead"]:
                        _stand_down(post)
                    appointments.appoint(account.person, post)
            except CannotAppoint as why:
                raise CommandError(str(why)) from None
        self.stdout.write(f"{account.number} now acts as {post}.")


def _agency(options: dict[str, Any]) -> Agency:
    name = options["agency"]
    found = Agency.objects.filter(name=name).first()
    if found is None and not options["sector"]:
        raise CannotAppoint(
            f"There is no agency called {name}. Spell it as it is, or give --sector to make it."
        )
    area = this_partnership().area
    return found or appointments.name_agency(
        name=name, sector=Sector(options["sector"]), area=area
    )


def _post(options: dict[str, Any], agency: Agency) -> Post:
    title = options["post"]
    found = Post.objects.filter(agency=agency, title=title).first()
    if found is None and not options["role"]:
        raise CannotAppoint(
            f"{agency} has no post called {title}. Spell it as it is, or give --role to make it."
        )
    if found and options["role"] not in {None, found.role}:
        raise CannotAppoint(f"{title} is there already, and its role is {found.role}.")
    return found or appointments.make_post(title=title, agency=agency, role=Role(options["role"]))


def _stand_down(post: Post) -> None:
    for holding in Holding.objects.current(at=moment.now()).filter(post=post):
        appointments.stand_down(holding)
