"""The table of countries: complete, unambiguous where it says so, and clear about its own mistakes."""

import unicodedata
from collections import defaultdict
from pathlib import Path

import pytest
from babel.core import get_global

import marsad.lexicon.countries as countries_module
from marsad.errors import LexiconError
from marsad.lexicon.countries import Country, inflect_adjective, load_countries

TABLE = Path(countries_module.__file__).parent / "data" / "countries.tsv"
COLUMNS = "code\tkind\tname\n"

ISO_3166_1 = """
ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR
BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP
CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB
GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN
KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD
MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN
PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM
SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR
UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE
""".split()

# No lasting population, or no adjective that Arabic uses: inventing one would only make false matches.
WITHOUT_ADJECTIVE = set("ATF BLM BVT CXR HMD IOT MAF SGS SJM SPM SXM TCA UMI WLF SCG ANT".split())


@pytest.fixture(scope="module")
def countries() -> dict[str, Country]:
    return {country.code: country for country in load_countries(TABLE)}


def fold_spelling(text: str) -> str:
    """The spelling classes that matching unifies, stated here anew so that the table is tested alone."""
    bare = "".join(char for char in unicodedata.normalize("NFKC", text) if not unicodedata.combining(char))
    return bare.translate(str.maketrans("أإآىةؤئ", "اااي" + "هوي"))


def test_every_iso_code_is_there(countries: dict[str, Country]) -> None:
    assert len(ISO_3166_1) == 249
    assert set(ISO_3166_1) <= set(countries)
    assert {"XKX", "SUN", "DDR", "YUG", "CSK", "SCG"} <= set(countries)


def test_every_country_has_names_and_an_adjective(countries: dict[str, Country]) -> None:
    for country in countries.values():
        assert country.name_en
        assert country.names[0] == country.name_ar
        assert bool(country.adjectives) != (country.code in WITHOUT_ADJECTIVE), country.code


@pytest.mark.parametrize("field", ["names", "adjectives", "seats"])
def test_no_string_means_two_countries(countries: dict[str, Country], field: str) -> None:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for country in countries.values():
        for text in getattr(country, field):
            owners[fold_spelling(text)].add(country.code)
    assert {text: codes for text, codes in owners.items() if len(codes) > 1} == {}


def test_capital_that_is_also_a_country_is_marked(countries: dict[str, Country]) -> None:
    names = {fold_spelling(name): country.code for country in countries.values() for name in country.names}
    for country in countries.values():
        for capital in country.capitals:
            if names.get(fold_spelling(capital), country.code) != country.code:
                assert capital in country.ambiguous, capital


def test_no_line_is_repeated_or_only_respelt() -> None:
    seen: set[tuple[str, str, str]] = set()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, kind, text = line.split("\t")
        key = (code, kind, fold_spelling(text))
        assert key not in seen, line
        seen.add(key)


@pytest.mark.parametrize(
    ("code", "name_en", "name_ar", "adjective"),
    [
        ("USA", "United States", "الولايات المتحدة", "أميركيين"),
        ("COD", "Democratic Republic of the Congo", "الكونغو الديمقراطية", "كونغولية"),
        ("PRK", "North Korea", "كوريا الشمالية", "كورية شمالية"),
        ("NER", "Niger", "النيجر", "نيجرية"),
        ("NGA", "Nigeria", "نيجيريا", "نيجيرية"),
        ("DOM", "Dominican Republic", "جمهورية الدومينيكان", "دومينيكانية"),
        ("GNB", "Guinea-Bissau", "غينيا بيساو", "غيني بيساوي"),
        ("ZAF", "South Africa", "جنوب أفريقيا", "جنوب أفريقية"),
        ("RUS", "Russia", "روسيا", "روس"),
        ("SUN", "Soviet Union", "الاتحاد السوفيتي", "سوفياتية"),
        ("XKX", "Kosovo", "كوسوفو", "كوسوفية"),
    ],
)
def test_known_countries(countries: dict[str, Country], code: str, name_en: str, name_ar: str, adjective: str) -> None:
    assert (countries[code].name_en, countries[code].name_ar) == (name_en, name_ar)
    assert adjective in countries[code].adjectives


def test_former_state_takes_nothing_from_its_successor(countries: dict[str, Country]) -> None:
    assert get_global("territory_aliases")["DDR"] == ["DE"]
    assert "ألمانيا" not in countries["DDR"].names


def test_ambiguous_adjective_is_ambiguous_in_every_form(countries: dict[str, Country]) -> None:
    assert {"مالي", "مالية", "ماليين"} <= set(countries["MLI"].ambiguous)
    assert "عمان" in countries["OMN"].ambiguous
    assert "عماني" not in countries["OMN"].ambiguous


def test_broken_plural_has_an_accusative(countries: dict[str, Country]) -> None:
    assert {"روس", "روسا"} <= set(countries["RUS"].adjectives)
    assert "مغاربةا" not in countries["MAR"].adjectives


def test_all_words_of_an_adjective_inflect_together() -> None:
    forms = inflect_adjective("كوري جنوبي")
    assert forms[0] == "كوري جنوبي"
    assert {"كورية جنوبية", "كوريان جنوبيان", "كوريين جنوبيين", "كوريات جنوبيات"} <= set(forms)
    assert "كورية جنوبي" not in forms
    assert "جنوب أفريقيون" in inflect_adjective("جنوب أفريقي")


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("code\tname\n", 1),
        (COLUMNS + "RUS\tname\n", 2),
        (COLUMNS + "rus\tname\tروسيا\n", 2),
        (COLUMNS + "# note\nRUS\tnickname\tروسيا\n", 3),
        (COLUMNS + "RUS\tname\tروسيا  الاتحادية\n", 2),
        (COLUMNS + "RUS\tadjective\tروسية\n", 2),
        (COLUMNS + "RUS\tambiguous\tصيني\n", 2),
        (COLUMNS + "QQQ\tadjective\tصيني\n", 2),
    ],
)
def test_bad_line_is_named(tmp_path: Path, table: str, line: int) -> None:
    path = tmp_path / "countries.tsv"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(LexiconError) as raised:
        load_countries(path)
    assert path.name in str(raised.value)
    assert str(line) in str(raised.value)
