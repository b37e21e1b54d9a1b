import subprocess
import sys
from pathlib import Path

import pytest

from holdfast.kernel.ui import assets

FONT = '@font-face{font-family:"GDS Transport";src:url(/assets/fonts/light.woff2)}'
CSS = f'{FONT}{FONT}a{{font-family:"GDS Transport",arial;background:url(/x/govuk-crest.svg)}}'
MAP = "/*# sourceMappingURL=govuk.css.map */"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose npm has already fetched the package."""
    dist = tmp_path / "node_modules" / "govuk-frontend" / "dist" / "govuk"
    dist.mkdir(parents=True)
    (dist / assets.CSS).write_text(CSS + MAP)
    (dist / assets.JS).write_text("export {};\n//# sourceMappingURL=govuk.js.map")
    (tmp_path / "package-lock.json").write_text("{}")
    return tmp_path


def test_the_typeface_and_the_crest_that_are_not_ours_to_use_are_taken_out(root: Path) -> None:
    assets.copy_files(root / "node_modules" / "govuk-frontend", root)
    made = (root / "assets" / "govuk" / assets.CSS).read_text()
    assert made == "a{font-family:arial;background:none}"
    assert "sourceMappingURL" not in (root / "assets" / "govuk" / assets.JS).read_text()


def test_a_stylesheet_that_changed_shape_stops_the_build_and_writes_nothing(root: Path) -> None:
    source = root / "node_modules" / "govuk-frontend"
    (source / "dist" / "govuk" / assets.CSS).write_text(FONT)
    with pytest.raises(assets.AssetsFailed, match="stylesheet has changed"):
        assets.copy_files(source, root)
    assert not (root / "assets" / "govuk").exists()


def test_what_is_up_to_date_is_left_alone(root: Path) -> None:
    assets.copy_files(root / "node_modules" / "govuk-frontend", root)
    assert assets.is_current(root)
    assert assets.build(root) is False


def test_a_new_lock_file_asks_for_a_new_build(root: Path) -> None:
    assets.copy_files(root / "node_modules" / "govuk-frontend", root)
    (root / "package-lock.json").write_text('{"changed": true}')
    assert not assets.is_current(root)


def test_a_command_that_fails_is_told_in_one_sentence_with_what_to_do(root: Path) -> None:
    with pytest.raises(assets.AssetsFailed, match="Fetching failed: .*Check the network"):
        assets._run(["false"], root=root, doing="Fetching")
    with pytest.raises(assets.AssetsFailed, match="Fetching failed"):
        assets._run([str(root / "no-such-program")], root=root, doing="Fetching")


def test_a_failed_build_exits_with_2_and_one_sentence(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "package-lock.json").unlink()
    assert assets.main(root) == 2
    assert capsys.readouterr().err.startswith("Front-end assets: ")


def test_the_module_runs_from_the_command_line_without_django() -> None:
    code = "import sys, holdfast.kernel.ui.assets; sys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=assets.ROOT, check=False)
    assert done.returncode == 0
