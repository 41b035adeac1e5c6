"""Verbs: the lexicon of `data/verbs.tsv`, and an index that tells which forms of which verbs a written word can be."""

from collections.abc import Collection, Iterator
from functools import lru_cache
from pathlib import Path

import msgspec
from msgspec.structs import replace

from marsad.errors import LexiconError
from marsad.lang.fold import fold
from marsad.lang.morphology import (
    CONJUNCTIONS,
    FINITE_ENDINGS,
    FINITE_PREFIXES,
    NOUN_ENDINGS,
    NOUN_PREFIXES,
    OWNERS,
    Ending,
    Part,
    Prefix,
    Tense,
    Voice,
    find_cuts,
)
from marsad.lang.noun_stems import (
    NounSlot,
    find_masdars,
    find_noun_stems,
    find_participle_stems,
    find_short_masdar,
)
from marsad.lang.roots import Form, parse_root
from marsad.lang.verb_stems import find_finite_stems, is_apocopate
from marsad.lexicon.tables import load_table, load_toml

_NOT_VERBS = Path(__file__).parent / "data" / "not_verbs.toml"
_COLUMNS = ("imperfect", "masdar", "preps", "lemma")


class Verb(msgspec.Struct, frozen=True, eq=False):
    """One verb. `lemma` is the perfect 3ms with shadda where it tells forms apart; `imperfect` is for form I only.

    `masdars` are those that the form does not give by rule, `preps` the prepositions it governs. Compared by identity.
    """

    lemma: str
    imperfect: str
    masdars: tuple[str, ...]
    preps: tuple[str, ...]


class Analysis(msgspec.Struct, frozen=True, gc=False):
    """One reading of a written word as a form of a verb. Fields are None where the form or its spelling does not tell.

    `conjunction` is "", و or ف. `preposition` is ب, ل or ك before a noun, the ل of the subjunctive (ليبحث) before a
    verb. `gender` is m or f, `number` s, d or p; those of a masdar are its own. `suffix` is the pronoun at the end.
    """

    lemma: str
    part: Part
    tense: Tense | None = None
    voice: Voice | None = None
    person: int | None = None
    gender: str | None = None
    number: str | None = None
    conjunction: str = ""
    preposition: str = ""
    article: bool = False
    future: bool = False
    suffix: str | None = None


class NotVerbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that look like forms of a verb and are none; `counter` are forms that stay verbs.

    They are barred also with و and ف; with `prepositions` after ب ل ك and the article, with `pronouns` before pronouns.
    """

    id: str
    ar: tuple[str, ...]
    counter: tuple[str, ...]
    prepositions: bool = False
    pronouns: bool = False


class _NotVerbsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[NotVerbs, ...]


class _Stem(msgspec.Struct, gc=False):
    """A stem of one verb used as one part: the slots it fills in the active and in the passive."""

    lemma: str
    part: Part
    active: int = 0
    passive: int = 0


_VOICES = {Part.ACTIVE_PARTICIPLE: Voice.ACTIVE, Part.PASSIVE_PARTICIPLE: Voice.PASSIVE}


def load_verbs(path: Path) -> tuple[Verb, ...]:
    """The verbs of the table at `path`, in its order. Raises LexiconError naming file, line and field."""
    found: dict[str, Verb] = {}
    for line, row in load_table(path, _COLUMNS):
        lemma, imperfect = row["lemma"], row["imperfect"]
        if lemma in found:
            raise LexiconError(f"verb listed twice: {lemma}", path=path, line=line, field="lemma")
        if parse_root(lemma, imperfect) is None:
            raise LexiconError(f"no form fits {lemma} {imperfect}".rstrip(), path=path, line=line, field="lemma")
        found[lemma] = Verb(lemma, imperfect, _split(row["masdar"]), _split(row["preps"]))
    return tuple(found.values())


def load_not_verbs(path: Path) -> tuple[NotVerbs, ...]:
    """The words of the TOML file at `path` that look like verbs. Raises LexiconError naming file and field."""
    return load_toml(path, _NotVerbsFile).group


def list_barred(groups: tuple[NotVerbs, ...]) -> frozenset[str]:
    """All folded spellings that the groups bar from being read as verbs."""
    found: set[str] = set()
    for group in groups:
        before = NOUN_PREFIXES if group.prepositions else CONJUNCTIONS
        after = OWNERS if group.pronouns else ()
        for word in group.ar:
            owned = fold(word[:-1] + "ت" if word.endswith("ة") else word)
            found.update(prefix + form for prefix in before for form in (fold(word), *(owned + s for s in after)))
    return frozenset(found)


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


class VerbIndex:
    """All stems of the verbs, by their folded spelling."""

    def __init__(self, verbs: tuple[Verb, ...], barred: tuple[NotVerbs, ...] = ()) -> None:
        self._stems: dict[str, list[_Stem]] = {}
        self._verbs = {verb.lemma: verb for verb in verbs}
        self._folded: dict[str, list[str]] = {}
        self._fourth: set[str] = set()
        self._places = {verb.lemma: place for place, verb in enumerate(verbs)}
        for verb in verbs:
            self._folded.setdefault(fold(verb.lemma), []).append(verb.lemma)
            self._add_verb(verb)
        self._barred = list_barred(barred)
        # مطالبه is "his demands", مطالبة may be a participle.
        self._owned = self._barred - list_barred(tuple(replace(group, pronouns=False) for group in barred))
        self._cached = lru_cache(maxsize=200_000)(self._analyse)

    def verb(self, lemma: str) -> Verb:
        """Return the entry of a lemma. Raises KeyError where there is none."""
        return self._verbs[lemma]

    def find_lemmas(self, written: str) -> tuple[str, ...]:
        """Return the lemmas meant by a dictionary form that may lack its shadda or hamza; empty where there is none."""
        return (written,) if written in self._verbs else tuple(self._folded.get(fold(written), ()))

    def analyse(self, norm: str, written: str = "") -> tuple[Analysis, ...]:
        """Return the readings of a folded word, the likeliest first; empty where it can be no known verb.

        With the word as `written` too, letters that folding unifies are heeded where writers are strict about them: ة
        is no pronoun (ضربة is not ضربه), أ opens no masdar of form IV (أحداث is not إحداث) and إ no finite form.
        Likelier are readings that are no apocopate (يمدد is of مدّد rather than of مدّ), then those in the third person
        or of several in the past (قررنا is "we decided" rather than "he decided us"), then those without a pronoun at
        the end, then those that are neither passive only (ووصل is وصل with و, not a passive of واصل) nor a dual of the
        perfect, then those without و or ف, then those of a verb that stands earlier in the table.
        """
        # No barred word ends in أ (هنأ is not هنا), no possessive in ة.
        free = written.endswith("أ") or (written.endswith("ة") and norm in self._owned)
        found = self._read(norm) if free and norm in self._barred else self._cached(norm)
        if not written or len(written) != len(norm) or not ("أ" in written or "إ" in written or written.endswith("ة")):
            return found
        return tuple(analysis for analysis in found if self._agrees(analysis, written))

    def _rank(self, analysis: Analysis) -> tuple[bool, bool, bool, bool, bool, int]:
        ours = analysis.person == 1 and analysis.number == "p" and analysis.tense is Tense.PERFECT
        first = analysis.person in (1, 2) and not ours
        passive = analysis.voice is Voice.PASSIVE and analysis.part is Part.FINITE
        dual = analysis.number == "d" and analysis.tense is Tense.PERFECT
        joined = analysis.conjunction != ""
        return first, analysis.suffix is not None, passive, dual, joined, self._places[analysis.lemma]

    def _agrees(self, analysis: Analysis, written: str) -> bool:
        if analysis.suffix == "ه" and written.endswith("ة"):
            return False
        article = 0 if not analysis.article else 1 if analysis.preposition == "ل" else 2
        before = len(analysis.conjunction) + len(analysis.preposition) + analysis.future + article
        opening = written[before]
        if analysis.part is Part.MASDAR:
            return opening != "أ" or analysis.lemma not in self._fourth
        return opening != "إ"

    def _add_verb(self, verb: Verb) -> None:
        root = parse_root(verb.lemma, verb.imperfect)
        if root is None:
            return
        if root.form is Form.IV:
            self._fourth.add(verb.lemma)
        stems: dict[tuple[str, Part], _Stem] = {}
        for passive in (False, True):
            for stem, slot in find_finite_stems(root, passive):
                self._add_stem(stems, stem, verb.lemma, Part.FINITE, slot, passive)
            part = Part.PASSIVE_PARTICIPLE if passive else Part.ACTIVE_PARTICIPLE
            for stem, kind in find_participle_stems(root, passive):
                self._add_stem(stems, stem, verb.lemma, part, kind, passive)
        for word in dict.fromkeys((*verb.masdars, *find_masdars(root))):
            for stem, kind in find_noun_stems(word):
                self._add_stem(stems, stem, verb.lemma, Part.MASDAR, kind, False)
        short = find_short_masdar(root)
        if short:
            self._add_stem(stems, fold(short), verb.lemma, Part.MASDAR, NounSlot.BARE, False)

    def _add_stem(
        self, own: dict[tuple[str, Part], _Stem], stem: str, lemma: str, part: Part, slots: int, passive: bool
    ) -> None:
        entry = own.get((stem, part))
        if entry is None:
            entry = own[stem, part] = _Stem(lemma, part)
            self._stems.setdefault(stem, []).append(entry)
        if passive:
            entry.passive |= slots
        else:
            entry.active |= slots

    def _analyse(self, norm: str) -> tuple[Analysis, ...]:
        return () if norm in self._barred else self._read(norm)

    def _read(self, norm: str) -> tuple[Analysis, ...]:
        found: dict[Analysis, None] = {}
        for front, back in find_cuts(len(norm)):
            stems = self._stems.get(norm[front:back])
            if stems is None:
                continue
            for stem in stems:
                finite = stem.part is Part.FINITE
                prefixes = (FINITE_PREFIXES if finite else NOUN_PREFIXES).get(norm[:front], ())
                endings = (FINITE_ENDINGS if finite else NOUN_ENDINGS).get(norm[back:], ())
                for prefix in prefixes:
                    if prefix.person == "ا" and norm[front] == "ل":
                        continue  # ال is the article, not the first person of a verb in ل
                    for ending in endings:
                        analysis = _join(prefix, stem, ending)
                        if analysis is not None:
                            found[analysis] = None
        return tuple(sorted(_drop_unlikely(found), key=lambda a: (_is_commanded(a, norm), *self._rank(a))))


def _drop_unlikely(found: Collection[Analysis]) -> Iterator[Analysis]:
    """Leave out first and second persons of one verb where the word is a third person of another (أجرى is not أَجْرِ)."""
    told = {analysis.lemma for analysis in found if analysis.person == 3}
    for analysis in found:
        if not told or analysis.lemma in told or analysis.person not in (1, 2):
            yield analysis


def _is_commanded(analysis: Analysis, norm: str) -> bool:
    bare = analysis.tense is Tense.IMPERFECT and analysis.number in (None, "s") and analysis.suffix is None
    return analysis.part is Part.FINITE and is_apocopate(analysis.lemma, norm, bare=bare)


def _find_voice(active: int, passive: int) -> Voice | None:
    """None where the two are spelled alike."""
    return None if active and passive else Voice.ACTIVE if active else Voice.PASSIVE


def _join(prefix: Prefix, stem: _Stem, ending: Ending) -> Analysis | None:
    active, passive = stem.active & ending.slots, stem.passive & ending.slots
    if (
        not (active or passive)
        or prefix.person != ending.person
        or ((prefix.article or prefix.future) and ending.barred)
    ):
        return None
    person, gender, number = ending.features
    return Analysis(
        stem.lemma,
        stem.part,
        None if stem.part is not Part.FINITE else Tense.IMPERFECT if prefix.person else Tense.PERFECT,
        _find_voice(active, passive) if stem.part is Part.FINITE else _VOICES.get(stem.part),
        person,
        gender,
        number,
        prefix.conjunction,
        prefix.preposition,
        prefix.article,
        prefix.future,
        ending.suffix,
    )


@lru_cache(maxsize=4)
def build_verb_index(verbs: tuple[Verb, ...]) -> VerbIndex:
    """Return the index of the verbs, made once for each lexicon. Words of `not_verbs.toml` are none of their forms."""
    return VerbIndex(verbs, load_not_verbs(_NOT_VERBS))
