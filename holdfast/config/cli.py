"""`holdfast COMMAND`: Django's management commands with dashes, sentences and honest exit codes.

What can be expected to go wrong is one sentence on standard error and exit code 2. A traceback
means a fault of ours.
"""

import os
import sys
from collections.abc import Sequence

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist
from django.core.management import CommandError, get_commands, load_command_class
from django.core.management.base import BaseCommand, handle_default_options
from django.db import DatabaseError, OperationalError, ProgrammingError, connection, connections

from holdfast.config import installation
from holdfast.config.installation import NotPrepared
from holdfast.config.openid import NotAnIssuer

UNUSABLE = 2
INTERRUPTED = 130
KEYLESS = {"demo", "check", "makemigrations", "collectstatic"}
"""Commands that need no key of a real installation: the demo makes its own."""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    try:
        return _run(list(arguments))
    except (CommandError, NotPrepared, NotAnIssuer, ImproperlyConfigured) as why:
        return _say(str(why).removeprefix("Error: "))
    except ObjectDoesNotExist as why:
        return _say(str(why))
    except DatabaseError as why:
        return _say(_about_the_database(why))
    except OSError as why:
        place = why.filename or "A file"
        return _say(f"{place} could not be used: {why.strerror or why}.")
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: list[str]) -> int:
    asked = arguments[0] if arguments else "help"
    installation.make_var_dir()
    if asked == "demo" and not installation.given_key():
        installation.make_demo_key()
    django.setup()
    if asked in {"help", "--help", "-h"}:
        sys.stdout.write(_what_there_is())
        return 0
    command = _command(asked)
    if asked not in KEYLESS:
        _require_key()
    try:
        _execute(command, asked, arguments[1:])
    finally:
        connections.close_all()
    return 0


def _command(asked: str) -> BaseCommand:
    name = asked.replace("-", "_")
    app = get_commands().get(name)
    if app is None or asked.startswith("-"):
        raise CommandError(
            f"There is no command {asked}. Run `holdfast` to see those that there are."
        )
    return app if isinstance(app, BaseCommand) else load_command_class(app, name)


def _execute(command: BaseCommand, asked: str, rest: list[str]) -> None:
    """Run a command as Django would, but let its errors come up here as sentences."""
    parser = command.create_parser("holdfast", asked)
    given = parser.parse_args(rest)
    handle_default_options(given)
    options = vars(given)
    command.execute(*options.pop("args", ()), **options)


def _require_key() -> None:
    """Refuse to work without a key, and with a demo's key on a database that is not a demo."""
    installation.require_key()
    if settings.SECRET_KEY_IS_THE_DEMOS and not _is_a_demo():
        raise NotPrepared(
            "This database is not a demo, and the only secret key here is the one that a demo "
            "made. Set HOLDFAST_SECRET_KEY, or run `holdfast demo`."
        )


def _is_a_demo() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select demo from directory_partnership where id = 1")
            found = cursor.fetchone()
    except DatabaseError:
        return False
    return bool(found and found[0])


def _what_there_is() -> str:
    """List Holdfast's own commands, one line each."""
    ours = sorted(name for name, app in get_commands().items() if str(app).startswith("holdfast."))
    width = max(map(len, ours), default=0)
    lines = [f"  {n.replace('_', '-'):{width}}  {_first_line(_command(n).help)}" for n in ours]
    return "\n".join(["Usage: holdfast COMMAND [--help]", "", *lines, ""])


def _first_line(words: str) -> str:
    return words.strip().split("\n")[0]


def _about_the_database(why: DatabaseError) -> str:
    text = str(why).lower()
    if "locked" in text:
        return "The database is in use by something else. Wait for it to finish, then try again."
    if "no such table" in text or "does not exist" in text and isinstance(why, ProgrammingError):
        return "This database is not prepared. Run `holdfast demo`, or `holdfast begin`."
    if "readonly" in text or "read-only" in text:
        return "The database may not be written to. Look at its owner and at DATABASE_URL."
    if isinstance(why, OperationalError):
        return "The database cannot be reached. Look at DATABASE_URL, and whether it is running."
    raise why


def _say(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return UNUSABLE
