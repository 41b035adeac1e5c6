"""Whether two spellings are of one personal name, and the key of sounds under which spellings are looked for.

Two words are compared letter by letter; what transliteration varies (written vowels, letters for one foreign sound)
costs little, what tells names apart costs a whole name. Words of a name are paired in order, joined where one spelling
joins them. The costs are data (`data/spelling.toml`); the thresholds here are measured on a table of labelled pairs
(tests/lang/data/name_pairs.tsv).
"""

import re
from enum import StrEnum
from functools import lru_cache

import msgspec

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lexicon.spelling import Spelling

_VOWELS = frozenset("اوي")
_SOUNDS = str.maketrans(
    {"غ": "ج", "ق": "ك", "ط": "ت", "ص": "س", "ض": "د", "ذ": "د", "ث": "ت", "ظ": "ز"} | dict.fromkeys("اويهء")
)
_LEAST_SOUNDS = 5
# Letters that any rule may put for one another, as one.
_ROUGH = str.maketrans(dict.fromkeys("غقكخ", "ج") | dict.fromkeys("تطثصزذظضشد", "س") | dict.fromkeys("اويهءحف "))
_MOST_MISSING = 2
_STRONG, _MEDIUM, _WEAK = 0.15, 1.3, 3.1
# What one word may differ by: short words have nothing to spare (شو and تشو are two names).
_SHORT_WORD, _SHORT_LIMIT, _LIMIT = 3, 0.3, 0.95
_OTHER = 1.5  # another letter: another name
_INNER_VOWEL, _DOUBLED, _FIRST_ALEF, _FINAL_H, _INNER_H, _LAST_VOWEL = 0.25, 0.2, 0.3, 0.3, 0.7, 1.2
# Another vowel at the same place (غانغ، غونغ) is forgiven in long words only.
_LONG_WORD, _OTHER_VOWEL, _OTHER_VOWEL_LONG = 5, 1.0, 0.4
_CONSONANT = re.compile(r"[^اويء]")
_NICKNAME, _ARTICLE = 0.3, 0.25
_MOST_WORDS = 8


class Grade(StrEnum):
    """How sure it is that two spellings are of one name; weak ones are never joined by the name alone."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"
    NONE = "none"


class NameMatch(msgspec.Struct, frozen=True):
    """How near two names are: `score` 1 the same to 0 unlike, and the reason in words."""

    score: float
    grade: Grade
    reason: str


_UNLIKE = NameMatch(0.0, Grade.NONE, "other letters")


def to_sound(words: tuple[str, ...]) -> str:
    """Return the key under which transliterations of one foreign name meet; the words where too little is left."""
    sound = "".join(words).translate(_SOUNDS)
    return sound if len(sound) >= _LEAST_SOUNDS else " ".join(words)


def are_same_name(a: str, b: str, spelling: Spelling) -> NameMatch:
    """Tell whether two spellings are of one name, whatever clitic either carries. The order of a and b does not matter.

    Only the names are looked at: two people who share a name are the same here.
    """
    first, second = sorted((fold(a), fold(b)))
    return _match(tuple(first.replace("-", " ").split()), tuple(second.replace("-", " ").split()), spelling)


@lru_cache(maxsize=50_000)
def _match(a: tuple[str, ...], b: tuple[str, ...], spelling: Spelling) -> NameMatch:
    if not a or not b or len(a) > _MOST_WORDS or len(b) > _MOST_WORDS:
        return _UNLIKE
    if _is_unlike("".join(a), "".join(b)):
        return _UNLIKE
    return max(
        (_grade(left, right, spelling, bool(c or d)) for c, left in _bare(a) for d, right in _bare(b) if not (c and d)),
        key=lambda match: match.score,
    )


def _is_unlike(a: str, b: str) -> bool:
    """Tell at once, by the consonants that the shorter name has and the longer has not, that a comparison is no use."""
    short, long = sorted((_to_rough(a), _to_rough(b)), key=len)
    for sound in long:
        short = short.replace(sound, "", 1)
    return len(short) > _MOST_MISSING


@lru_cache(maxsize=50_000)
def _to_rough(name: str) -> str:
    return name.translate(_ROUGH)


def _bare(words: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """The name as written, and without what may be written onto its first word."""
    splits = split_proclitics(words[0])
    return [(clitic, (rest, *words[1:])) for clitic, rest in splits if not clitic or len(rest) > 2]


def _grade(a: tuple[str, ...], b: tuple[str, ...], spelling: Spelling, has_clitic: bool) -> NameMatch:
    cost = _align(a, b, spelling)
    if has_clitic and cost > _SHORT_LIMIT:
        return _UNLIKE
    if cost <= _STRONG:
        return _to_match(cost, Grade.STRONG, "without a clitic" if has_clitic else _exact_reason(a, b))
    if cost <= _MEDIUM:
        return _to_match(cost, Grade.MEDIUM, "the same sounds in other letters")
    short, long = sorted((a, b), key=len)
    left_out = _left_out(short, long, spelling) if len(short) < len(long) else None
    if left_out is not None:
        return left_out
    if len(a) == len(b) > 1 and sorted(a) == sorted(b):
        fixed = any(_is_fixed(word, spelling) for word in a)
        return NameMatch(0.5, Grade.WEAK if fixed else Grade.MEDIUM, "the same words in another order")
    if cost <= _WEAK:
        return _to_match(cost, Grade.WEAK, "nearly the same letters")
    return _UNLIKE


def _to_match(cost: float, grade: Grade, reason: str) -> NameMatch:
    return NameMatch(round(1 / (1 + cost), 2), grade, reason)


def _exact_reason(a: tuple[str, ...], b: tuple[str, ...]) -> str:
    return "the same letters" if a == b else "joined or split words" if len(a) != len(b) else "the same words"


def _left_out(short: tuple[str, ...], long: tuple[str, ...], spelling: Spelling) -> NameMatch | None:
    """One name holds all words of the other: which of them may be left out without making another name?"""
    if len(short) == 1:
        ends = min(_compare(short[0], long[-1], spelling), _compare(short[0], long[0], spelling))
        return NameMatch(0.4, Grade.WEAK, "one word of the name") if ends <= _LIMIT else None
    if long[0] in spelling.optional_first and _align(short, long[1:], spelling) <= _STRONG:
        return NameMatch(0.7, Grade.MEDIUM, "without a first given name")
    for size in range(len(short), len(long)):
        if _align(short, long[:size], spelling) <= _STRONG:
            whole = len(short) > 2 or long[size] == fold("آل")
            medium = whole and long[size] in spelling.lineage
            return NameMatch(0.6 if medium else 0.4, Grade.MEDIUM if medium else Grade.WEAK, "without the last words")
        if _align(short, long[-size:], spelling) <= _STRONG:
            return NameMatch(0.4, Grade.WEAK, "without the first words")
    return _without_middle(short, long, spelling)


def _without_middle(short: tuple[str, ...], long: tuple[str, ...], spelling: Spelling) -> NameMatch | None:
    for low in range(1, len(short)):
        high = len(short) - low
        if _align(short, (*long[:low], *long[-high:]), spelling) > _STRONG:
            continue
        middle = long[low:-high]
        doubtful = any(word in spelling.initials or len(word) < 3 or word in spelling.lineage for word in middle)
        medium = not doubtful and not _is_fixed(long[-1], spelling)
        return NameMatch(0.6 if medium else 0.4, Grade.MEDIUM if medium else Grade.WEAK, "without a middle name")
    return None


def _align(a: tuple[str, ...], b: tuple[str, ...], spelling: Spelling) -> float:
    """The least cost of pairing all words in order, two or three joined where the other side has one."""
    if not a or not b:
        return 0.0 if a is b or (not a and not b) else _OTHER * 2
    best = _compare(a[0], b[0], spelling) + _align(a[1:], b[1:], spelling) if len(a) > 1 or len(b) > 1 else None
    if best is None:
        return _compare(a[0], b[0], spelling)
    for size in (2, 3):
        if len(a) >= size:
            best = min(best, _compare("".join(a[:size]), b[0], spelling) + _align(a[size:], b[1:], spelling))
        if len(b) >= size:
            best = min(best, _compare(a[0], "".join(b[:size]), spelling) + _align(a[1:], b[size:], spelling))
    return best


@lru_cache(maxsize=100_000)
def _compare(a: str, b: str, spelling: Spelling) -> float:
    """The cost of one word for another; more than what any name may differ by where they are two names."""
    a, b = _to_known(a, spelling), _to_known(b, spelling)
    if a == b or a.replace("ء", "") == b.replace("ء", ""):
        return 0.0
    if (a, b) in spelling.nicknames:
        return _NICKNAME
    if a.removeprefix("ال") == b.removeprefix("ال"):
        return _ARTICLE
    if _is_listed(a, spelling) and _is_listed(b, spelling):
        return _OTHER * 3
    cost = _edit(a, b, spelling) + _count_other_vowels(a, b)
    limit = _SHORT_LIMIT if min(len(a), len(b)) <= _SHORT_WORD else _LIMIT
    if cost <= limit:
        return cost
    return cost + (_OTHER if max(len(a), len(b)) > _SHORT_WORD else _OTHER * 2)


def _to_known(word: str, spelling: Spelling) -> str:
    if word.startswith("ال") and word[2:] in spelling.same:
        return "ال" + spelling.same[word[2:]]
    return spelling.same.get(word, word)


def _is_listed(word: str, spelling: Spelling) -> bool:
    bare = word.removeprefix("ال")
    return bare in spelling.fixed or bare.removesuffix("ي") in spelling.fixed


def _is_fixed(word: str, spelling: Spelling) -> bool:
    return _is_listed(word, spelling) or not spelling.fixed_letters.isdisjoint(word)


def _count_other_vowels(a: str, b: str) -> float:
    """What it costs that two words have different vowels between the same consonants."""
    slots, others = _CONSONANT.split(a), _CONSONANT.split(b)
    if len(slots) != len(others):
        return 0.0
    differing = sum(bool(x and y and set(x).isdisjoint(y)) for x, y in zip(slots[:-1], others[:-1], strict=True))
    return differing * (_OTHER_VOWEL_LONG if max(len(a), len(b)) >= _LONG_WORD else _OTHER_VOWEL)


def _edit(a: str, b: str, spelling: Spelling) -> float:
    """Weighted edit distance. A vowel is cheap to leave out inside a word, dear at its end (ماريو، ماري)."""
    strict = _is_fixed(a, spelling) or _is_fixed(b, spelling)
    rows = [0.0]
    for j in range(len(b)):
        rows.append(rows[-1] + _drop(b, j, spelling, strict))
    for i, letter in enumerate(a):
        before, rows[0] = rows[0], rows[0] + _drop(a, i, spelling, strict)
        for j, other in enumerate(b):
            here = rows[j + 1]
            both_end = i == len(a) - 1 and j == len(b) - 1
            swapped = 0.0 if letter == other else _swap(letter, other, both_end, spelling)
            rows[j + 1] = min(
                before + swapped, here + _drop(a, i, spelling, strict), rows[j] + _drop(b, j, spelling, strict)
            )
            before = here
    return rows[-1]


def _drop(word: str, at: int, spelling: Spelling, strict: bool) -> float:
    letter = word[at]
    after = word[at + 1] if at + 1 < len(word) else ""
    if letter in _VOWELS:
        return _OTHER if strict else _drop_vowel(word, at)
    if letter == "ه" and not strict:
        inside = at > 0 and after
        return _FINAL_H if not after and word[at - 1 : at] in _VOWELS else _INNER_H if inside else _LAST_VOWEL
    return _DOUBLED if letter == after else spelling.optional.get((letter, after), _OTHER)


def _drop_vowel(word: str, at: int) -> float:
    if at == len(word) - 1:
        return _DOUBLED if word[at - 1 : at] == word[at] else _LAST_VOWEL
    if at == 0:
        return _FIRST_ALEF if word[0] == "ا" and word[1:2] in _VOWELS else _LAST_VOWEL
    return _DOUBLED if word[at - 1] == word[at] else _INNER_VOWEL


def _swap(a: str, b: str, at_end: bool, spelling: Spelling) -> float:
    if at_end and {a, b} <= {"ا", "ه", "ي"}:
        return 0.1 if {a, b} == {"ا", "ه"} else _FINAL_H if "ه" in (a, b) else _LAST_VOWEL
    if a in _VOWELS and b in _VOWELS:
        return _LAST_VOWEL if at_end else 2 * _INNER_VOWEL
    return spelling.swaps.get((a, b), _OTHER)
