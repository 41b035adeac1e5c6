"""A user's own lexicon folder laid over the built-in one."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from marsad.cli import main
from marsad.errors import LexiconError
from marsad.lexicon.load import DATA, Lexicon, load_lexicon

PEOPLE = "id\tgender\tcountry\tname_en\tname\n"
TENURES = "person\toffice\tcountry\tbody\tfrom\tuntil\tsource\n"
NEW = PEOPLE + "berto-maliso\tm\tARG\tBerto Maliso\tبيرتو ماليسو\n"
TEXT = "التقى بيرتو ماليسو الرئيس الفرنسي إيمانويل ماكرون في باريس يوم الأحد.\n"


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_new_entries_are_added(tmp_path: Path, lexicon: Lexicon) -> None:
    rule = (DATA / "frames" / "agree.toml").read_text("utf-8").split("[[frame]]")[1]
    files = {
        "people.tsv": NEW,
        "tenures.tsv": TENURES + "berto-maliso\tforeign-minister\tARG\t\t2031\t\tmade up\n",
        "cues.toml": 'documents = ["رقعة"]\n',
        "frames/agree.toml": "[[frame]]" + rule.replace('id = "agree.', 'id = "agree.own-'),
        "README.md": "is left alone",
    }
    loaded = load_lexicon(extra=(write(tmp_path, files),))
    assert len(loaded.people) == len(lexicon.people) + 1
    assert loaded.people[-1].names == ("بيرتو ماليسو",)
    assert loaded.tenures[-1].person == "berto-maliso"
    assert set(loaded.cues.documents) == {*lexicon.cues.documents, "رقعة"}
    assert len(loaded.frames) == len(lexicon.frames) + 1
    assert loaded.countries is lexicon.countries
    assert loaded is load_lexicon(extra=(tmp_path,))


def test_an_entry_with_a_known_id_replaces_it(tmp_path: Path, lexicon: Lexicon) -> None:
    files = {
        "people.tsv": PEOPLE + "vladimir-putin\tm\tRUS\tV. Putin\tفلاديمير بوتين\n",
        "tenures.tsv": TENURES + "vladimir-putin\tpresident\tRUS\t\t2012\t\tmine\n",
    }
    loaded = load_lexicon(extra=(write(tmp_path, files),))
    putin = [person for person in loaded.people if person.id == "vladimir-putin"]
    tenures = [t for t in loaded.tenures if (t.person, t.office) == ("vladimir-putin", "president")]
    assert [person.name_en for person in putin] == ["V. Putin"]
    assert [tenure.source for tenure in tenures] == ["mine"]
    assert len(loaded.people) == len(lexicon.people)


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"people.tsv": "id\tname\n"}, "people.tsv:1: the first line must name the columns"),
        ({"people.tsv": PEOPLE + "a-b\tx\tARG\tA B\tأب\n"}, "people.tsv:2: gender: 'x' is not m or f"),
        ({"people.tsv": PEOPLE + "a-b\tm\tQQQ\tA B\tأب\n"}, "people.tsv:2: country: 'QQQ' is not a country's"),
        (
            {"people.tsv": NEW, "tenures.tsv": TENURES + "berto-maliso\tking-of-all\tARG\t\t2031\t\tmade up\n"},
            "tenures.tsv:2: office: 'king-of-all' is not an office",
        ),
        ({"tenures.tsv": TENURES + "nobody-here\tpresident\tARG\t\t\t\tmade up\n"}, "person: 'nobody-here' is not a"),
        ({"peeple.tsv": NEW}, "peeple.tsv: cannot be extended, only"),
        ({"countries.tsv": ""}, "countries.tsv: cannot be extended, only"),
        ({"offices.toml": "office = 3"}, "offices.toml: office: Expected `array`"),
        ({"cues.toml": "[[cue]\n"}, "cues.toml: is not TOML"),
        ({"frames/agree.toml": '[[frame]]\nid = "threaten.x"\ngloss = ""\nexamples = []\n'}, "agree.toml: id: not"),
        ({"notes.txt": ""}, "holds none of"),
    ],
)  # fmt: skip
def test_bad_files_are_told_with_file_line_and_field(tmp_path: Path, files: dict[str, str], message: str) -> None:
    with pytest.raises(LexiconError) as error:
        load_lexicon(extra=(write(tmp_path, files),))
    assert message in str(error.value)


@pytest.mark.parametrize("by_environment", [False, True])
def test_the_command_line_reads_with_it(tmp_path: Path, by_environment: bool) -> None:
    folder = write(tmp_path / "own", {"people.tsv": NEW})
    words = ["read", "-"] if by_environment else ["read", "--lexicon", str(folder), "-"]
    environment = {"MARSAD_LEXICON": str(folder)} if by_environment else {}
    result = CliRunner().invoke(main, words, input=TEXT, env=environment)
    assert result.exit_code == 0, result.output
    assert "Berto Maliso" in result.output


def test_a_bad_folder_ends_with_one_message(tmp_path: Path) -> None:
    folder = write(tmp_path, {"people.tsv": "wrong\n"})
    result = CliRunner().invoke(main, ["read", "--lexicon", str(folder), "-"], input=TEXT)
    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "people.tsv:1" in result.output
