"""The console as an operator meets it: a real process, sentences, exit codes."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MAIN = "from holdfast.config.cli import main; main()"
KEY = "only-for-this-test-0123456789-0123456789"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("HOLDFAST", "DATABASE"))}
    var = tmp_path / "var"
    return {**kept, "HOLDFAST_VAR": str(var), "HOLDFAST_SECRET_KEY": KEY, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def holdfast(environment: dict[str, str]) -> Run:
    def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", MAIN, *arguments],
            env={**environment, **more},
            cwd=environment["HOLDFAST_VAR"].removesuffix("/var"),
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def is_a_sentence(done: subprocess.CompletedProcess[str]) -> bool:
    return (
        done.returncode == 2
        and done.stdout == ""
        and len(done.stderr.splitlines()) == 1
        and "Traceback" not in done.stderr
    )


def test_alone_it_lists_our_commands_without_needing_a_key(holdfast: Run) -> None:
    done = holdfast(HOLDFAST_SECRET_KEY="")
    assert done.returncode == 0
    for name in ("add-account", "appoint", "begin", "link-account", "serve", "verify-log"):
        assert re.search(rf"^  {name} +\S", done.stdout, re.M)
    assert "createsuperuser" not in done.stdout


def test_without_a_key_nothing_starts(holdfast: Run) -> None:
    done = holdfast("serve", HOLDFAST_SECRET_KEY="")
    assert is_a_sentence(done), done
    assert "HOLDFAST_SECRET_KEY is not set" in done.stderr


def test_the_wsgi_module_refuses_too(environment: dict[str, str]) -> None:
    command = [sys.executable, "-c", "import holdfast.config.wsgi"]
    for key, words in (("", "HOLDFAST_SECRET_KEY is not set"), (KEY, "database is empty")):
        Path(environment["HOLDFAST_VAR"]).mkdir(exist_ok=True)
        done = subprocess.run(
            command,
            env={**environment, "HOLDFAST_SECRET_KEY": key},
            capture_output=True,
            text=True,
            check=False,
        )
        assert is_a_sentence(done), done
        assert words in done.stderr


@pytest.mark.parametrize(
    ("arguments", "more", "words"),
    [
        (["nonsense"], {}, "There is no command nonsense"),
        (["serve", "--port", "eighty"], {}, "invalid int value"),
        (["serve", "--port", "0"], {}, "This database is empty"),
        (["begin", "--name", "X"], {}, "required"),
        (["serve"], {"HOLDFAST_VAR": "/dev/null/var"}, "cannot be made"),
        (["serve"], {"DATABASE_URL": "postgres://x@127.0.0.1:9/x"}, "cannot be reached"),
        (["serve"], {"HOLDFAST_OIDC_ISSUER": "http://login.example"}, "https"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_what_can_go_wrong_is_one_sentence(
    holdfast: Run, arguments: list[str], more: dict[str, str], words: str
) -> None:
    done = holdfast(*arguments, **more)
    assert is_a_sentence(done), done
    assert words in done.stderr


def test_a_port_in_use_is_one_sentence(holdfast: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = holdfast("serve", "--port", str(other.getsockname()[1]))
    assert is_a_sentence(done), done
    assert "is in use" in done.stderr


BEGIN = [
    "begin",
    "--name=Testshire Safeguarding Children Partnership",
    "--short-name=TSCP",
    "--area-code=E09000028",
    "--area-name=Testshire",
    "--person=Perpetua Canary",
    "--email=perpetua@testshire.example",
]


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310  our own server
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


def test_a_real_installation_begins_and_is_served_and_sealed(
    holdfast: Run, environment: dict[str, str]
) -> None:
    begun = holdfast(*BEGIN)
    assert begun.returncode == 0, begun.stderr
    link = re.search(r"http://127.0.0.1:8000(/account/password/reset/key/1-\S+)", begun.stdout)
    assert link
    assert "Canary" not in begun.stdout + begun.stderr
    assert is_a_sentence(holdfast(*BEGIN))
    added = holdfast("add-account", "--person=A B", "--email=ab@testshire.example")
    assert "acc-0002 is made." in added.stdout
    again = holdfast("add-account", "--person=A B", "--email=AB@testshire.example")
    assert is_a_sentence(again)
    place = ["appoint", "--account=acc-0002", "--agency=Testshire Council", "--post=LADO"]
    assert "give --sector" in holdfast(*place).stderr
    made = holdfast(*place, "--role=lado", "--sector=social_care")
    assert "acc-0002 now acts as LADO, Testshire Council." in made.stdout
    assert "is held already" in holdfast(*place).stderr
    assert "acc-0002 now acts as" in holdfast(*place, "--instead").stdout
    served(environment, link[1])


def served(environment: dict[str, str], link: str) -> None:
    command = [sys.executable, "-c", MAIN, "serve", "--port", "0"]
    server = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert server.stdout
    address = re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline())
    try:
        assert address, server.communicate()
        assert status(f"{address[0]}/readyz") == 200
        assert status(f"{address[0]}{link}") == 200
        assert status(f"{address[0]}/demo/") == 404
        assert status(f"{address[0]}/static/holdfast/holdfast.css") == 200
    finally:
        server.send_signal(signal.SIGTERM)
        _, said = server.communicate(timeout=60)
    assert server.returncode == 0, said
    assert "Not Found: /demo/" in said
    assert (Path(environment["HOLDFAST_VAR"]) / "access-log.anchor").stat().st_size > 0
