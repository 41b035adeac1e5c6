"""How much the lexicon holds, as the closing figures of names say it."""

from click.testing import CliRunner

from marsad.cli import main
from marsad.lexicon.inventory import count_holdings
from marsad.lexicon.load import Lexicon

LEAST = {
    "people": 2300,
    "tenures": 2300,
    "countries whose offices have holders": 150,
    "given names": 1800,
    "countries and territories": 250,
    "outlets": 600,
    "of them news agencies": 110,
    "organizations": 1500,
    "groups": 140,
    "places": 2000,
}


def test_the_lexicon_is_broad(lexicon: Lexicon) -> None:
    held = {holding.kind: holding for holding in count_holdings(lexicon)}
    assert {kind: held[kind].entries for kind, least in LEAST.items() if held[kind].entries < least} == {}
    assert all(holding.forms >= holding.entries for holding in held.values() if holding.forms)


def test_the_command_prints_the_table() -> None:
    result = CliRunner().invoke(main, ["lexicon", "count"])
    assert result.exit_code == 0
    assert "  people\n" in result.output
