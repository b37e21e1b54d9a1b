"""Everything CI runs, step by step, each with its time. Says in one line what was not run.

With CI=true nothing may be left out: what is missing fails the run.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psycopg

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
POSTGRES = os.environ.get("HOLDFAST_TEST_POSTGRES", "postgres://postgres@127.0.0.1:5432/postgres")
CI = os.environ.get("CI") == "true"


@dataclass(frozen=True)
class Step:
    name: str
    command: list[str]
    quick: bool = False
    database: str = ""


def tool(name: str, *arguments: str) -> list[str]:
    return [str(BIN / name), *arguments]


def python(*arguments: str) -> list[str]:
    return [sys.executable, *arguments]


def tests(*arguments: str) -> list[str]:
    """Run the tests without the house rules, which have had their turn."""
    return python("-m", "pytest", "--ignore=tests/test_house.py", *arguments)


ON_BOTH_CORES = ("-n2", "--dist", "loadfile")
STEPS = [
    Step("style", tool("ruff", "check", "."), quick=True),
    Step("layout", tool("ruff", "format", "--check", "."), quick=True),
    Step("import contracts", tool("lint-imports", "--no-logo"), quick=True),
    Step("house rules", python("-m", "pytest", "tests/test_house.py", "-n0"), quick=True),
    Step("types", tool("mypy", "--strict", "holdfast")),
    Step("migrations", python("manage.py", "makemigrations", "--check", "--dry-run")),
    Step("tests on SQLite", tests(*ON_BOTH_CORES, "-m", "not browser and not postgres")),
]
ON_POSTGRES = Step(
    "tests on PostgreSQL",
    tests("-n1", "-m", "not browser and not sweep", "--only-database", "--migrations"),
    database=POSTGRES,
)
IN_BROWSER = Step("pages in Chromium, with axe", python("-m", "pytest", "-n0", "-m", "browser"))


def main() -> int:
    quick = "--quick" in sys.argv
    steps = [step for step in STEPS if step.quick or not quick]
    left_out, beside = [], []
    if not quick:
        for step, reason in ((ON_POSTGRES, _no_postgres()), (IN_BROWSER, _no_chromium())):
            if reason:
                left_out.append(f"Not run: {step.name}. {reason}")
            else:
                beside.append(step)
    failed = [step.name for step in steps if not _passes(step)] + _fail_beside(beside)
    for line in left_out:
        _say(line)
    if failed:
        _say(f"Failed: {', '.join(failed)}.")
    if left_out and CI:
        _say("With CI=true nothing may be left out.")
    return 1 if failed or (left_out and CI) else 0


def _passes(step: Step) -> bool:
    began = time.monotonic()
    _say(f"── {step.name}")
    return _ended(step, _start(step, None).wait(), began)


def _fail_beside(steps: list[Step]) -> list[str]:
    """Run steps that need a core each beside each other, and tell one after the other."""
    began = time.monotonic()
    with ExitStack() as kept:
        told = [kept.enter_context(tempfile.TemporaryFile("w+")) for _ in steps]
        running = [_start(step, file) for step, file in zip(steps, told, strict=True)]
        failed = []
        for step, process, file in zip(steps, running, told, strict=True):
            code = process.wait()
            file.seek(0)
            _say(f"── {step.name}\n{file.read().rstrip()}")
            if not _ended(step, code, began):
                failed.append(step.name)
    return failed


def _start(step: Step, told: IO[str] | None) -> "subprocess.Popen[bytes]":
    environment = {
        "HOLDFAST_SECRET_KEY": "only-for-tests-and-nothing-else-0123456789",
        **os.environ,
        "DATABASE_URL": step.database or "sqlite://:memory:",
    }
    return subprocess.Popen(
        step.command, cwd=ROOT, env=environment, stdout=told, stderr=subprocess.STDOUT
    )


def _ended(step: Step, code: int, began: float) -> bool:
    took = time.monotonic() - began
    _say(f"   {step.name}: {'passed' if code == 0 else 'FAILED'} in {took:.0f} s")
    return code == 0


def _no_postgres() -> str:
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return (
            "No PostgreSQL answers; set HOLDFAST_TEST_POSTGRES to one whose user may create "
            "databases, or: apt-get install postgresql."
        )
    return ""


def _no_chromium() -> str:
    return (
        "" if shutil.which("chromium") else "No Chromium; get it with: apt-get install chromium."
    )


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
