"""Build step: copy GOV.UK Frontend into `assets/`, without what is licensed for gov.uk alone.

    python -m holdfast.kernel.ui.assets

Does nothing when `assets/` already belongs to this lock file. Uses npm 9 or later where there is
one; otherwise installs node from the hashed requirements/assets.txt into `.venv-assets`.
"""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
NPM_AT_LEAST = 9
FONT_FACES = 2
CSS, JS, LICENCE = "govuk-frontend.min.css", "govuk-frontend.min.js", "LICENSE.txt"
FILES = (CSS, JS, LICENCE)
MIT_NOTICE = "GOV.UK Frontend. Crown copyright (Government Digital Service). MIT licence.\n"


class AssetsFailed(Exception):
    """Says what failed and what to do, in a sentence."""


def without_gov_uk_fonts(css: str) -> str:
    """The stylesheet without the typeface licensed for gov.uk alone, and without the crest."""
    css, faces = re.subn(r"@font-face\s*\{[^}]*GDS Transport[^}]*\}", "", css)
    css = re.sub(r"[\"']?GDS Transport[\"']?,\s*", "", css)
    css = re.sub(r"url\([^)]*govuk-crest[^)]*\)", "none", css)
    if faces != FONT_FACES or "GDS" in css:
        raise AssetsFailed(
            "The typeface could not be taken out of GOV.UK Frontend, because its stylesheet has "
            "changed. Read the new one, then correct holdfast/kernel/ui/assets.py."
        )
    return without_source_maps(css)


def without_source_maps(text: str) -> str:
    """The file without comments that name a map which is not served."""
    return re.sub(r"(/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S*)", "", text)


def fingerprint(root: Path) -> str:
    """Changes when the lock file or this module changes."""
    lock = (root / "package-lock.json").read_bytes()
    return hashlib.sha256(lock + Path(__file__).read_bytes()).hexdigest()


def is_current(root: Path) -> bool:
    folder = root / "assets" / "govuk"
    stamp = folder / "built-from"
    present = stamp.exists() and all((folder / name).exists() for name in FILES)
    return present and stamp.read_text().strip() == fingerprint(root)


def _run(command: Sequence[str], *, root: Path, doing: str) -> str:
    try:
        done = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True)
    except (subprocess.CalledProcessError, OSError) as broken:
        said = (getattr(broken, "stderr", "") or str(broken)).strip().splitlines()
        raise AssetsFailed(
            f"{doing} failed: {said[-1] if said else 'no reason given'}. "
            "Check the network and package-lock.json, then run it again; "
            "until then pages work in Holdfast's own plain style."
        ) from broken
    return done.stdout


def _system_npm(root: Path) -> str:
    npm = shutil.which("npm")
    if npm is None:
        return ""
    version = _run([npm, "--version"], root=root, doing="Asking npm for its version").strip()
    major = re.match(r"[0-9]+", version)
    return npm if major and int(major.group()) >= NPM_AT_LEAST else ""


def _own_npm(root: Path) -> str:
    """npm from the wheel, in an environment of its own that only the build uses."""
    venv = root / ".venv-assets"
    npm = venv / "bin" / "npm"
    if not npm.exists():
        _run([sys.executable, "-m", "venv", str(venv)], root=root, doing="Making .venv-assets")
        pip = [str(venv / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        wanted = ["--require-hashes", "-r", "requirements/assets.txt"]
        _run([*pip, *wanted], root=root, doing="Installing node for the front-end assets")
    return str(npm)


def copy_files(source: Path, root: Path) -> None:
    """Write `assets/govuk` whole or not at all."""
    fresh, target = root / "assets" / "govuk.part", root / "assets" / "govuk"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    dist = source / "dist" / "govuk"
    (fresh / CSS).write_text(without_gov_uk_fonts((dist / CSS).read_text()))
    (fresh / JS).write_text(without_source_maps((dist / JS).read_text()))
    licence = next(iter(sorted(source.glob("LICENSE*"))), None)
    (fresh / LICENCE).write_text(licence.read_text() if licence else MIT_NOTICE)
    (fresh / "built-from").write_text(f"{fingerprint(root)}\n")
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def build(root: Path = ROOT) -> bool:
    """Make `assets/`; False when it was already there."""
    if is_current(root):
        return False
    npm = _system_npm(root) or _own_npm(root)
    install = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    _run(install, root=root, doing="Fetching GOV.UK Frontend with npm")
    copy_files(root / "node_modules" / "govuk-frontend", root)
    return True


def main(root: Path = ROOT) -> int:
    """Exit code 0, or 2 with one sentence."""
    try:
        built = build(root)
    except (AssetsFailed, OSError) as reason:
        sys.stderr.write(f"Front-end assets: {reason}\n")
        return 2
    words = "built in assets/govuk" if built else "already up to date"
    sys.stdout.write(f"Front-end assets {words}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
