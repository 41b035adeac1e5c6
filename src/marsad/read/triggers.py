"""Triggers: the words of a document that may name an event, with the frames they may mean."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lexicon.frames import Frame
from marsad.lexicon.load import Lexicon
from marsad.lexicon.verbs import VerbIndex, build_verb_index
from marsad.model import EventType
from marsad.read.document import Document, Line
from marsad.read.noun_stems import bare, noun_stems

_DOUBLED = "\N{ARABIC SHADDA}"
_COUNTED = ("ون", "وا")  # ends a verb behind several who do it
_PAUSES = ("،", ",", "؛")
_THAT = frozenset({"انه", "انها", "انهم", "انهما"})
_GAP = 4  # a phrase's parts stand within so many tokens of each other, names not counted
OFFICE = 2  # marks the office of somebody unnamed: part of a phrase, and not counted between others
_FAR = 24  # and all of them within so many tokens, names counted


class Trigger(msgspec.Struct, frozen=True, eq=False):
    """A place that may name an event: token range, the token that carries it, its frames (narrower first).

    `verbal` tells whether a finite verb or a participle carries it, `participle` whether it can be the latter; `owned`
    whether its noun ends like one with a possessive. `ours`: a verb in the first person, or a possessive of it.
    `target`: a verb's object pronoun. `parts`: the tokens that it is made of, other triggers may stand between them.
    `closed`: the letters of the word that opens it are also those of a closed word or an office.
    """

    first: int
    last: int
    head: int
    frames: tuple[Frame, ...]
    verbal: bool
    owned: bool
    ours: bool = False
    target: str = ""
    participle: bool = False
    parts: tuple[int, ...] = ()
    closed: bool = False


Words = frozenset[str]
_Parts = tuple[Words, ...]


class _Keys(msgspec.Struct, frozen=True):
    """What a word may be, worked out once a spelling.

    `verbs` are lemmas of its finite or participial readings, `nouns` noun stems, `words` these and the lemmas of its
    masdar readings. `finite` and `nominal` are the frames it triggers alone, `phrases` those that may open with it.
    `closed`: its letters are also a closed word's or an office's.
    """

    verbs: frozenset[str]
    nouns: frozenset[str]
    words: frozenset[str]
    finite: tuple[Frame, ...] = ()
    nominal: tuple[Frame, ...] = ()
    phrases: tuple[tuple[_Parts, Frame], ...] = ()
    owned: bool = False
    ours: bool = False
    target: str = ""
    participle: bool = False
    closed: bool = False


_Ahead = Sequence[tuple[int, _Keys]]


class TriggerIndex:
    """The frames of a lexicon by the words that trigger them. `silent` words (particles, offices) start no trigger."""

    def __init__(self, frames: Sequence[Frame], verbs: VerbIndex, silent: Words, comments: Words) -> None:
        self._verbs, self._silent = verbs, silent
        self._comments = frozenset(known for verb in comments for known in verbs.find_lemmas(verb))
        self._by_verb: dict[str, list[Frame]] = {}
        self._by_masdar: dict[str, list[Frame]] = {}
        self._by_noun: dict[str, list[Frame]] = {}
        self._by_phrase: dict[str, list[tuple[_Parts, Frame]]] = {}
        self._by_closed: dict[str, list[tuple[_Parts, Frame]]] = {}
        self._keys = lru_cache(maxsize=100_000)(self._analyse)
        self._keys_of = lru_cache(maxsize=2)(self._read_keys)
        for frame in sorted(frames, key=lambda frame: not frame.body_at):
            for lemma in (known for verb in frame.verbs for known in verbs.find_lemmas(verb)):
                self._by_verb.setdefault(lemma, []).append(frame)
                if frame.masdar:
                    self._by_masdar.setdefault(lemma, []).append(frame)
            for noun in frame.nouns:
                self._by_noun.setdefault(bare(fold(noun)), []).append(frame)
            for parts in frame.sequences:
                options = [
                    frozenset(key for word in part for key in (*_as_noun(word), *verbs.find_lemmas(word)))
                    for part in parts
                ]
                for word in options[0]:
                    self._by_phrase.setdefault(word, []).append((tuple(options), frame))
                for word in parts[0]:
                    # قبل + دعوة means the verb, whose letters are a preposition's too.
                    if fold(word) in silent and word not in verbs.find_lemmas(word):
                        self._by_closed.setdefault(fold(word), []).append((tuple(options), frame))

    def find_triggers(self, doc: Document, line: Line, named: Sequence[int] = ()) -> Iterator[Trigger]:
        """Yield the triggers of a line in order of their head, phrases before single words at the same place.

        `named` holds 1 for each token of the document inside a name: these part no phrase (دعا الوزير نظيره إلى زيارة);
        nor do those for which it holds OFFICE, which may be a part of one.
        """
        found = self._keys_of(doc)
        for at in range(line.first, line.last):
            keys = found[at]
            if keys.phrases:
                ahead = range(at + 1, min(at + 1 + _FAR, line.last))
                rest = [(place, found[place]) for place in ahead if not named or named[place] in (0, OFFICE)]
                free = {place for place, _ in rest if named and named[place]}
                yield from self._find_phrases(doc, at, keys, rest, free)
            if keys.finite:
                yield Trigger(at, at + 1, at, keys.finite, True, False, keys.ours, keys.target, keys.participle)
            if keys.nominal:
                yield Trigger(
                    at, at + 1, at, keys.nominal, False, keys.owned, keys.owned and doc.norms[at].endswith("نا")
                )

    def is_ours(self, doc: Document, at: int) -> bool:
        """Tell whether the word is a verb of the first person: قررنا."""
        return self._keys_of(doc)[at].ours

    def deeds_at(self, doc: Document, at: int) -> tuple[Frame, ...]:
        """Return the frames that a noun at a token may mean on its own."""
        return self._keys_of(doc)[at].nominal

    def types_of(self, lemma: str) -> frozenset[EventType]:
        """Return the types of event that a verb may tell."""
        return frozenset(frame.type for frame in self._by_verb.get(lemma, ()))

    def stems_of(self, norm: str) -> frozenset[str]:
        """Return the bare stems that a folded word may hide behind clitics, endings and possessives."""
        return _bare_stems(norm)

    def has_word(self, doc: Document, first: int, last: int, words: frozenset[str], named: Sequence[int] = ()) -> bool:
        """Tell whether one of the bare words stands in a token range, with any clitics or ending.

        What stands in a name is not looked at where `named` (1 for each token of the document inside one) is given.
        """
        keys = self._keys_of(doc)
        return any(not words.isdisjoint(keys[at].nouns) for at in range(first, last) if not (named and named[at]))

    def _find_phrases(self, doc: Document, at: int, keys: _Keys, rest: _Ahead, free: set[int]) -> Iterator[Trigger]:
        near = frozenset[str]().union(*(ahead.words for _, ahead in rest[: _GAP + len(free)]))
        for parts, frame in keys.phrases:
            # Most phrases that a word opens fail on their second part: one look at the words near it tells.
            steps = () if parts[1].isdisjoint(near) else _follow(rest, parts, free)
            if not steps:
                continue
            places = [place for place, _ in steps]
            ends = places[-1]
            if not keys.verbs.isdisjoint(parts[0]) and not _THAT.isdisjoint(doc.norms[at:ends]):
                continue  # أعلن أنه طلب موافقة: what is told behind أن is another verb's
            if not keys.words.isdisjoint(self._comments) and "علي" in doc.norms[at + 1 : places[0]]:
                continue  # علق على الاتفاق: what somebody comments on he does not do
            # The noun of a light verb carries the parties on its right, the verb those before it.
            # محتجون يغلقون: those who do it may stand before their verb, which then counts them.
            counted = doc.norms[ends].endswith(_COUNTED) and not steps[-1][1].verbs.isdisjoint(parts[-1])
            follows = counted and keys.verbs.isdisjoint(parts[0])
            verb = steps[-1][1] if follows else keys
            verbal = follows or not keys.verbs.isdisjoint(parts[0])
            if not verbal and sum(map(_parts_phrase, doc.norms[at:ends], doc.norms[at + 1 : ends + 1])) % 2:
                # What a noun opens ends with its phrase (قبل بالأمر، داعيا جاره للانسحاب), unless marks part a time.
                continue
            ours = verb.ours if verbal else doc.norms[ends].endswith("نا")
            yield Trigger(
                first=at,
                last=ends + 1,
                head=at if verbal and not follows else ends,
                frames=(frame,),
                verbal=verbal,
                owned=verbal and not follows and steps[-1][1].owned,
                ours=ours,
                target=verb.target if verbal else "",
                participle=verb.participle,
                parts=(at, *places),
                closed=keys.closed,
            )

    def _read_keys(self, doc: Document) -> tuple[_Keys, ...]:
        keys, text = self._keys, doc.text
        return tuple(keys(token.norm, text[token.start : token.end]) for token in doc.tokens)

    def _analyse(self, norm: str, written: str) -> _Keys:
        verbs: set[str] = set()
        masdars: set[str] = set()
        analyses = self._verbs.analyse(norm, written)
        # A verb that begins with ف is none of the few words that news joins it to: فتحت is "opened", not "and under".
        joined = ("", "و") if analyses else ("", "و", "ف")
        closed = any(rest in self._silent for clitic, rest in split_proclitics(norm) if clitic in joined)
        silent = closed and not written.endswith("أ")
        # Readings come best first, but a dual is seldom meant where the letters have another reading (ودعا), a dual
        # of deeds hardly where they have that of a verb (توقعان).
        best = min(
            analyses, key=lambda a: (a.number == "d", a.number == "d" and a.part is not Part.FINITE), default=None
        )
        for analysis in analyses:
            if analysis.part is Part.MASDAR:
                masdars.add(analysis.lemma)
            elif analysis.part is not Part.FINITE and (analysis.article or analysis.suffix):
                # With the article or a possessive a participle is whoever does it, not the deed: المتظاهرون، مؤيدوه.
                continue
            elif analysis.part is Part.PASSIVE_PARTICIPLE and analysis.number in ("p", "d"):
                continue  # معتقلون، ثلاثة مدانين: people
            elif analysis.gender == "f" and analysis.number == "p":
                # News hardly ever has several women as the only doers; the letters are a noun's: اثنين.
                continue
            elif best is not None and fold(analysis.lemma) == fold(best.lemma):
                verbs.add(analysis.lemma)
        stems, owned = noun_stems(norm, "ه" if written.endswith("ة") else "")
        words = verbs | masdars | stems
        meant = [a for a in analyses if a.lemma in verbs and a.part is Part.FINITE][:1]
        if silent:
            # Alone it names nothing, but it may open what a frame writes out: غير مقبول، لا يمكن، عبّر عن قلقه.
            opened = [opening for verb in sorted(verbs) for opening in self._by_phrase.get(verb, ())]
            opened += [o for _, rest in split_proclitics(norm) for o in self._by_closed.get(bare(rest), ())]
            found = tuple(dict.fromkeys(opened))
            return _Keys(frozenset(verbs), frozenset(stems), frozenset(words), phrases=found, closed=True)
        nominal = [f for lemma in sorted(masdars) for f in self._by_masdar.get(lemma, ())]
        nominal += [f for noun in sorted(stems) for f in self._by_noun.get(noun, ())]
        return _Keys(
            verbs=frozenset(verbs),
            nouns=frozenset(stems),
            words=frozenset(words),
            finite=_ordered([f for lemma in sorted(verbs) for f in self._by_verb.get(lemma, ())]),
            nominal=_ordered(nominal),
            phrases=tuple(opening for word in sorted(words) for opening in self._by_phrase.get(word, ())),
            owned=owned and not written.endswith("ة"),
            ours=any(analysis.person == 1 for analysis in meant),
            target=next((analysis.suffix or "" for analysis in meant), ""),
            participle=any(a.part not in (Part.FINITE, Part.MASDAR) for a in analyses if a.lemma in verbs),
        )


@lru_cache(maxsize=100_000)
def _bare_stems(norm: str) -> frozenset[str]:
    return frozenset(noun_stems(norm, "")[0])


def _follow(rest: _Ahead, parts: _Parts, free: set[int]) -> tuple[tuple[int, _Keys], ...]:
    """Return the tokens of the parts behind the first with what they may be; nothing where one is missing."""
    places: list[tuple[int, _Keys]] = []
    ahead = iter(rest)
    for part in parts[1:]:
        counted = 0
        for place, keys in ahead:
            if not part.isdisjoint(keys.words):
                places.append((place, keys))
                break
            counted += place not in free
            if counted == _GAP:
                return ()
        else:
            return ()
    return tuple(places)


def _parts_phrase(norm: str, after: str) -> bool:
    """Tell whether a mark ends a noun's phrase: not where و goes on behind it (إغلاق السفارة، والقنصليات)."""
    return norm in _PAUSES and not after.startswith("و")


def _as_noun(word: str) -> tuple[str, ...]:
    """How a word of a phrase is found as a noun. A doubled letter tells a verb: عمّق is not the depth of anything."""
    return () if _DOUBLED in word else (bare(fold(word)),)


def _ordered(frames: list[Frame]) -> tuple[Frame, ...]:
    """Frames that ask for more first."""
    return tuple(
        sorted(dict.fromkeys(frames), key=lambda f: (not f.body_at, not f.negated, not f.about, not f.required))
    )


@lru_cache(maxsize=4)
def build_trigger_index(lexicon: Lexicon) -> TriggerIndex:
    """Build the index of the lexicon's frames."""
    closed = {fold(word) for group in lexicon.particles for word in group.ar}
    offices = {
        fold(name)
        for office in lexicon.offices
        for name in (*office.ar, *office.feminine, *office.dual, *office.plural)
    }
    heads = {form for name in offices for form in (name.split()[0], name.split()[0].removeprefix("ال"))}
    # مفاوضات are talks, though there are women negotiators.
    nouns = {fold(noun) for frame in lexicon.frames for noun in frame.nouns}
    heads = {head for head in heads if bare(head) not in nouns}
    verbs, comments = build_verb_index(lexicon.verbs), lexicon.reference.commenting_verb
    return TriggerIndex(lexicon.frames, verbs, frozenset(closed | heads), comments)
