"""Stems of a verb: what stands between the prefixes and endings of its finite forms, folded, for every slot.

A slot is a place in the paradigm where stems can differ: قال/قل, دعا/دعو/دع, رد/ردد. Patterns are sounds (spelling.py)
in which 1 to 4 are the radicals and J the joined start of form VIII.
"""

from collections.abc import Iterator
from enum import IntEnum

import msgspec

from marsad.lang.fold import fold
from marsad.lang.roots import SHADDA, Form, Root, Weakness
from marsad.lang.spelling import spell

_LONG = "اوي"


class Slot(IntEnum):
    """Places of the paradigm: tense (P perfect, I imperfect, S first person singular of it) and what follows."""

    P_BARE = 1
    P_OBJECT = 2
    P_AT = 4
    P_A = 8
    P_U = 16
    P_T = 32
    P_N = 64
    I_BARE = 128
    I_OBJECT = 256
    I_SHORT = 512
    I_AN = 1024
    I_UN = 2048
    I_IN = 4096
    I_N = 8192
    S_BARE = 16384
    S_OBJECT = 32768


class Pattern(msgspec.Struct, frozen=True):
    """Perfect before vowels and before consonants, imperfect without its prefix before vowels and before consonants."""

    perfect: str
    perfect_closed: str
    imperfect: str
    imperfect_closed: str


def _sound(perfect: str, imperfect: str) -> Pattern:
    return Pattern(perfect, perfect, imperfect, imperfect)


_ACTIVE = {
    (Form.II, Weakness.SOUND): _sound("1a22a3", "1a22i3"),
    (Form.III, Weakness.SOUND): _sound("1A2a3", "1A2i3"),
    (Form.IV, Weakness.SOUND): _sound("'a12a3", "12i3"),
    (Form.IV, Weakness.HOLLOW): Pattern("'a1A3", "'a1a3", "1I3", "1i3"),
    (Form.IV, Weakness.DOUBLED): Pattern("'a1a22", "'a12a2", "1i22", "12i2"),
    (Form.V, Weakness.SOUND): _sound("ta1a22a3", "ta1a22a3"),
    (Form.VI, Weakness.SOUND): _sound("ta1A2a3", "ta1A2a3"),
    (Form.VII, Weakness.SOUND): _sound("in1a2a3", "n1a2i3"),
    (Form.VII, Weakness.HOLLOW): Pattern("in1A3", "in1a3", "n1A3", "n1a3"),
    (Form.VII, Weakness.DOUBLED): Pattern("in1a22", "in1a2a2", "n1a22", "n1a2i2"),
    (Form.VIII, Weakness.SOUND): _sound("iJa2a3", "Ja2i3"),
    (Form.VIII, Weakness.HOLLOW): Pattern("iJA3", "iJa3", "JA3", "Ja3"),
    (Form.VIII, Weakness.DOUBLED): Pattern("iJa22", "iJa2a2", "Ja22", "Ja2i2"),
    (Form.IX, Weakness.DOUBLED): Pattern("i12a33", "i12a3a3", "12a33", "12a3i3"),
    (Form.X, Weakness.SOUND): _sound("ista12a3", "sta12i3"),
    (Form.X, Weakness.HOLLOW): Pattern("ista1A3", "ista1a3", "sta1I3", "sta1i3"),
    (Form.X, Weakness.DOUBLED): Pattern("ista1a22", "ista12a2", "sta1i22", "sta12i2"),
    (Form.QI, Weakness.SOUND): _sound("1a23a4", "1a23i4"),
    (Form.QII, Weakness.SOUND): _sound("ta1a23a4", "ta1a23a4"),
    (Form.QIV, Weakness.DOUBLED): Pattern("i12a3a44", "i12a34a4", "12a3i44", "12a34i4"),
}
# Forms VII, IX and QIV have no passive. The perfect of form VI is left out: it is rare, and spelled like تطوير.
_PASSIVE = {
    (Form.I, Weakness.SOUND): _sound("1u2i3", "12a3"),
    (Form.I, Weakness.HOLLOW): Pattern("1I3", "1i3", "1A3", "1a3"),
    (Form.I, Weakness.DOUBLED): Pattern("1u22", "1u2i2", "1a22", "12a2"),
    (Form.II, Weakness.SOUND): _sound("1u22i3", "1a22a3"),
    (Form.III, Weakness.SOUND): _sound("1U2i3", "1A2a3"),
    (Form.IV, Weakness.SOUND): _sound("'u12i3", "12a3"),
    (Form.IV, Weakness.HOLLOW): Pattern("'u1I3", "'u1i3", "1A3", "1a3"),
    (Form.IV, Weakness.DOUBLED): Pattern("'u1i22", "'u12i2", "1a22", "12a2"),
    (Form.V, Weakness.SOUND): _sound("tu1u22i3", "ta1a22a3"),
    (Form.VI, Weakness.SOUND): Pattern("", "", "ta1A2a3", "ta1A2a3"),
    (Form.VIII, Weakness.SOUND): _sound("uJu2i3", "Ja2a3"),
    (Form.VIII, Weakness.HOLLOW): Pattern("uJI3", "uJi3", "JA3", "Ja3"),
    (Form.VIII, Weakness.DOUBLED): Pattern("uJu22", "uJu2i2", "Ja22", "Ja2a2"),
    (Form.X, Weakness.SOUND): _sound("ustu12i3", "sta12a3"),
    (Form.X, Weakness.HOLLOW): Pattern("ustu1I3", "ustu1i3", "sta1A3", "sta1a3"),
    (Form.X, Weakness.DOUBLED): Pattern("ustu1i22", "ustu12i2", "sta1a22", "sta12a2"),
    (Form.QI, Weakness.SOUND): _sound("1u23i4", "1a23a4"),
    (Form.QII, Weakness.SOUND): _sound("tu1u23i4", "ta1a23a4"),
}
_U_PREFIX = frozenset({Form.II, Form.III, Form.IV, Form.QI})
# Slot, sounds of the ending, how many letters of the ending come off again. I and S slots differ in their prefix only.
_PERFECT_OPEN = (
    (Slot.P_BARE, "", 0), (Slot.P_OBJECT, "ah", 1), (Slot.P_AT, "at", 1), (Slot.P_A, "A", 1), (Slot.P_U, "U", 1),
)  # fmt: skip
_PERFECT_CLOSED = ((Slot.P_T, "tu", 1), (Slot.P_N, "nA", 2))
_IMPERFECT_OPEN = (
    (Slot.I_BARE, "", 0), (Slot.I_OBJECT, "uh", 1), (Slot.I_AN, "An", 2), (Slot.I_UN, "Un", 2), (Slot.I_IN, "In", 2),
)  # fmt: skip
_IMPERFECT_CLOSED = ((Slot.I_SHORT, "", 0), (Slot.I_N, "na", 1))
_FIRST = ((Slot.S_BARE, "", 0), (Slot.S_OBJECT, "uh", 1))


def fill(pattern: str, root: Root) -> str:
    """Return the pattern with the radicals of the root in it, as sounds."""
    for place, radical in enumerate(root.radicals, 1):
        pattern = pattern.replace(str(place), radical)
    return pattern.replace("J", root.joined)


def find_pattern(root: Root, passive: bool) -> Pattern | None:
    """Return the finite pattern filled with the root; None where the verb has no such voice or no such form.

    For a defective root each member ends in the vowel that comes before its last radical.
    """
    defective = root.weakness is Weakness.DEFECTIVE
    weakness = Weakness.SOUND if defective else root.weakness
    if root.form is Form.I and not passive:
        return _find_first_pattern(root)
    if root.form is Form.I and not root.imperfect:
        return None
    found = (_PASSIVE if passive else _ACTIVE).get((root.form, weakness))
    if found is None:
        return None
    filled = [fill(part[:-1] if defective else part, root) for part in msgspec.structs.astuple(found)]
    if root.form is Form.I and defective and len(root.imperfect) == 2 and root.radicals[1] == "'":
        filled[2] = filled[3] = root.radicals[0] + "a"  # يرى loses the hamza of رأى
    return Pattern(*filled)


def _find_first_pattern(root: Root) -> Pattern:
    one, two, three = root.radicals
    shape = root.imperfect
    if root.weakness is Weakness.DEFECTIVE:
        base = one + ("a" + two) + root.vowel
        return Pattern(base, base, shape, shape)
    if root.weakness is Weakness.HOLLOW and not shape:
        return Pattern(f"{one}a{two}{three}", f"{one}a{three}", "", "")
    if root.weakness is Weakness.HOLLOW:
        short = {"U": "u", "I": "i", "A": "i"}[shape[1]]
        closed = shape[0] + (short if shape[1] != "A" else "a") + shape[2]
        return Pattern(f"{one}A{three}", one + short + three, shape, closed)
    if root.weakness is Weakness.DOUBLED:
        return Pattern(f"{one}a{two}{two}", f"{one}a{two}a{two}", f"{one}u{two}{two}", f"{one}{two}u{two}")
    base = f"{one}a{two}{root.vowel}{three}"
    return Pattern(base, base, shape, shape)


def find_finite_stems(root: Root, passive: bool) -> Iterator[tuple[str, int]]:
    """Yield (folded stem, slots it fills) of one voice. Imperfect stems stand without their prefix ي ت ن ا."""
    pattern = find_pattern(root, passive)
    if pattern is None:
        return
    prefix = "u" if passive or root.form in _U_PREFIX else "a"
    if root.weakness is Weakness.DEFECTIVE:
        weak = root.radicals[2] if root.form is Form.I and not passive else "y"
        yield from _find_defective_stems(pattern, prefix, weak)
        return
    if pattern.perfect:
        yield from _find_slots(pattern.perfect, "", _PERFECT_OPEN)
        yield from _find_slots(pattern.perfect_closed, "", _PERFECT_CLOSED)
    if not pattern.imperfect:
        return
    yield from _find_slots(pattern.imperfect, "y" + prefix, _IMPERFECT_OPEN)
    yield from _find_slots(pattern.imperfect_closed, "y" + prefix, _IMPERFECT_CLOSED)
    yield from _find_slots(pattern.imperfect, "'" + prefix, _FIRST)
    if root.weakness is Weakness.DOUBLED:
        yield _cut("y" + prefix + pattern.imperfect, 1, 0), Slot.I_SHORT
    if pattern.perfect.endswith("'"):
        yield _cut(pattern.perfect, 0, 0), Slot.P_U
        yield _cut("y" + prefix + pattern.imperfect, 1, 0), Slot.I_UN


def _find_slots(base: str, prefix: str, slots: tuple[tuple[int, str, int], ...]) -> Iterator[tuple[str, int]]:
    """Stems of one base. Only a last radical that is a hamza, t or n meets the ending; others never change."""
    if base[-1] == "'" or (prefix and base[0] == "'"):
        for slot, ending, size in slots:
            yield _cut(prefix + base + ending, 1 if prefix else 0, size), slot
        return
    stem = _cut(prefix + base, 1 if prefix else 0, 0)
    for slot, ending, _ in slots:
        yield (stem[:-1] if ending[:1] == base[-1] else stem), slot


def _find_defective_stems(pattern: Pattern, prefix: str, weak: str) -> Iterator[tuple[str, int]]:
    for opening, first in (("y" + prefix, False), ("'" + prefix, True)):
        yield from _find_defective_imperfect(opening + pattern.imperfect[:-1], pattern.imperfect[-1], first)
    if not pattern.perfect:
        return
    base, vowel = pattern.perfect[:-1], pattern.perfect[-1]
    if vowel == "a":
        yield _cut(base + ("A" if weak == "w" else "Y"), 0, 0), Slot.P_BARE
        yield _cut(base + "Ah", 0, 1), Slot.P_OBJECT
        yield _cut(base + "at", 0, 1), Slot.P_AT
    else:
        yield _cut(base + "I", 0, 0), Slot.P_BARE | Slot.P_OBJECT | Slot.P_AT
    yield _cut(base + vowel + weak + "A", 0, 1), Slot.P_A
    yield _cut(base + ("aw" if vowel == "a" else "U"), 0, 1), Slot.P_U
    yield _cut(base + vowel + weak + "tu", 0, 1), Slot.P_T | Slot.P_N


def _find_defective_imperfect(base: str, vowel: str, first: bool) -> Iterator[tuple[str, int]]:
    whole = base + {"a": "Y", "i": "I", "u": "U"}[vowel]
    carried = base + {"a": "Ah", "i": "Ih", "u": "Uh"}[vowel]
    yield _cut(whole, 1, 0), Slot.S_BARE if first else Slot.I_BARE
    yield _cut(carried, 1, 1), Slot.S_OBJECT if first else Slot.I_OBJECT
    if first:
        return
    yield _cut(base + vowel, 1, 0), Slot.I_SHORT
    weak = "w" if vowel == "u" else "y"
    yield _cut(base + vowel + weak + "An", 1, 2), Slot.I_AN
    yield _cut(base + ("aw" if vowel == "a" else "U") + "n", 1, 2), Slot.I_UN
    yield _cut(base + ("ay" if vowel == "a" else "I") + "n", 1, 2), Slot.I_IN
    yield _cut(base + vowel + weak + "na", 1, 1), Slot.I_N


def _cut(sounds: str, front: int, back: int) -> str:
    word = fold(spell(sounds))
    return word[front : len(word) - back]


def is_apocopate(lemma: str, norm: str, *, bare: bool) -> bool:
    """Tell whether a folded form of a verb is one that stands only behind لم or in commands.

    A verb whose last two letters are one (مدّ) shows both then (يمدد), one with a long vowel at or before its end loses
    it: يستعد is of استعدّ, not of استعاد or استعدى. `bare` are imperfects of the singular without a pronoun.
    """
    last = lemma[-2:]
    if last.endswith(SHADDA):
        return norm.endswith(fold(last[0]) * 2)
    return bare and ((last[0] == "ا" and norm[-2] not in _LONG) or (last[1] in "اى" and norm[-1] not in _LONG))
