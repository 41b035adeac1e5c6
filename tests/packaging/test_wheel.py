"""The wheel holds whatever the program reads at run time, and nothing that belongs to development only."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "marsad"
_NOT_SHIPPED = {"__pycache__"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return zipfile.ZipFile(built)


def test_every_source_file_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    kept = (path for path in SOURCE.rglob("*") if path.is_file() and not set(path.parts) & _NOT_SHIPPED)
    expected = {f"marsad/{path.relative_to(SOURCE).as_posix()}" for path in kept}
    assert expected - set(wheel.namelist()) == set()


@pytest.mark.parametrize("kind", ["lexicon/data/*.tsv", "lexicon/data/*.toml", "sample/*.txt", "sample/*.html"])
def test_data_is_in_the_wheel(kind: str, wheel: zipfile.ZipFile) -> None:
    wanted = {f"marsad/{path.relative_to(SOURCE).as_posix()}" for path in SOURCE.glob(kind)}
    assert wanted
    assert wanted <= set(wheel.namelist())


def test_schema_types_marker_pages_and_migrations_are_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert "marsad/py.typed" in names
    for part in ("marsad/schema/", "marsad/serve/templates/", "marsad/serve/static/", "marsad/store/migrations/"):
        assert any(name.startswith(part) for name in names), part


def test_nothing_else_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"marsad"}
    assert [name for name in names if set(name.split("/")) & _NOT_SHIPPED] == []


def test_licence_and_command_are_in_the_metadata(wheel: zipfile.ZipFile) -> None:
    names = wheel.namelist()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
    assert b"marsad = marsad.cli:main" in wheel.read(entry_points)
