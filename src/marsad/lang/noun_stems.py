"""Stems of nouns, participles and masdars: what stands before their endings, folded, for every slot of the paradigm."""

from collections.abc import Iterator
from enum import IntEnum

from marsad.lang.fold import fold
from marsad.lang.roots import Form, Root, Weakness
from marsad.lang.spelling import spell
from marsad.lang.verb_stems import fill, find_pattern


class NounSlot(IntEnum):
    """Places of the nominal paradigm: what the stem stands before."""

    BARE = 1  # nothing
    OWNED = 2  # a pronoun
    ALEF = 4  # the alef of the indefinite accusative
    DUAL = 8
    SOUND_PLURAL = 16  # ون، ين
    FEMININE = 32  # ة, and ت before a pronoun
    FEMININE_PLURAL = 64  # ات


_MASDARS = {
    (Form.II, Weakness.SOUND): "ta12I3",
    (Form.II, Weakness.DEFECTIVE): "ta12iyaT",
    (Form.III, Weakness.SOUND): "mu1A2a3aT",
    (Form.III, Weakness.DEFECTIVE): "mu1A2AT",
    (Form.IV, Weakness.SOUND): "'i12A3",
    (Form.IV, Weakness.HOLLOW): "'i1A3aT",
    (Form.IV, Weakness.DOUBLED): "'i12A2",
    (Form.IV, Weakness.DEFECTIVE): "'i12A'",
    (Form.V, Weakness.SOUND): "ta1a22u3",
    (Form.V, Weakness.DEFECTIVE): "ta1a22I",
    (Form.VI, Weakness.SOUND): "ta1A2u3",
    (Form.VI, Weakness.DEFECTIVE): "ta1A2I",
    (Form.VII, Weakness.SOUND): "in1i2A3",
    (Form.VII, Weakness.HOLLOW): "in1iyA3",
    (Form.VII, Weakness.DOUBLED): "in1i2A2",
    (Form.VII, Weakness.DEFECTIVE): "in1i2A'",
    (Form.VIII, Weakness.SOUND): "iJi2A3",
    (Form.VIII, Weakness.HOLLOW): "iJiyA3",
    (Form.VIII, Weakness.DOUBLED): "iJi2A2",
    (Form.VIII, Weakness.DEFECTIVE): "iJi2A'",
    (Form.IX, Weakness.DOUBLED): "i12i3A3",
    (Form.X, Weakness.SOUND): "isti12A3",
    (Form.X, Weakness.HOLLOW): "isti1A3aT",
    (Form.X, Weakness.DOUBLED): "isti12A2",
    (Form.X, Weakness.DEFECTIVE): "isti12A'",
    (Form.QI, Weakness.SOUND): "1a23a4aT",
    (Form.QII, Weakness.SOUND): "ta1a23u4",
    (Form.QIV, Weakness.DOUBLED): "i12i34A4",
}


def find_masdars(root: Root) -> tuple[str, ...]:
    """Return the regular masdars of a derived form as written. Form I has none, the lexicon gives them."""
    pattern = _MASDARS.get((root.form, root.weakness))
    if pattern is None:
        return ()
    if root.form is Form.II and root.radicals[2] == "'":
        pattern = "ta12i3aT"
    word = spell(fill(pattern, root))
    return (word,)


def find_short_masdar(root: Root) -> str | None:
    """The indefinite masdar of a defective form V or VI, written without its ي (تلقٍ); it takes no ending."""
    if root.weakness is not Weakness.DEFECTIVE or root.form not in (Form.V, Form.VI):
        return None
    return spell(fill(_MASDARS[root.form, root.weakness][:-1], root))


def find_noun_stems(word: str) -> Iterator[tuple[str, int]]:
    """Yield (folded stem, slots) of a noun as written in full, hamza seats and ة included (لقاء, زيارة, مستوى, بدء)."""
    base = fold(word)
    last = word[-1]
    if last == "ة":
        yield base[:-1], NounSlot.FEMININE
        yield (base[:-2] + "ي" if word.endswith("اة") else base[:-1]), NounSlot.FEMININE_PLURAL
    elif last in "ىا" and len(word) > 2:
        yield base, NounSlot.BARE
        yield base[:-1] + "ا", NounSlot.OWNED
        yield base[:-1] + "ي", NounSlot.DUAL | NounSlot.FEMININE_PLURAL
    elif last in "ءأؤئ":
        yield from _find_hamza_stems(word, base)
    else:
        slots = NounSlot.BARE | NounSlot.OWNED | NounSlot.ALEF | NounSlot.DUAL | NounSlot.FEMININE_PLURAL
        yield base, slots


def _find_hamza_stems(word: str, base: str) -> Iterator[tuple[str, int]]:
    """The seat changes with the case before a pronoun: لقاؤه، لقاءه، لقائه."""
    yield base, NounSlot.BARE | NounSlot.OWNED
    yield base[:-1] + "و", NounSlot.OWNED
    yield base[:-1] + "ي", NounSlot.OWNED
    if word.endswith("أ"):
        yield base[:-1], NounSlot.DUAL | NounSlot.FEMININE_PLURAL  # خطآن
    elif word.endswith("اء"):
        yield base, NounSlot.DUAL | NounSlot.FEMININE_PLURAL
        yield base[:-1] + "و", NounSlot.DUAL | NounSlot.FEMININE_PLURAL
    else:
        joined = base[:-1] + "ي" if word.endswith("ء") and word[-2:-1] not in ("د", "ذ", "ر", "ز", "و") else base
        yield joined, NounSlot.ALEF | NounSlot.DUAL | NounSlot.FEMININE_PLURAL


def find_participle_stems(root: Root, passive: bool) -> Iterator[tuple[str, int]]:
    """Yield (folded stem, slots) of the active or passive participle."""
    sounds = _find_participle(root, passive)
    if sounds is None:
        return
    if sounds.endswith("a"):
        yield from _find_ending_in_a(sounds[:-1])
    elif sounds.endswith("i"):
        yield from _find_ending_in_i(sounds[:-1])
    else:
        word = spell(sounds)
        yield from find_noun_stems(word)
        base = fold(word)
        if word.endswith("أ"):
            yield base[:-1], NounSlot.FEMININE_PLURAL  # منشآت
        yield base, NounSlot.FEMININE | NounSlot.FEMININE_PLURAL | NounSlot.SOUND_PLURAL | NounSlot.DUAL


def _find_ending_in_i(base: str) -> Iterator[tuple[str, int]]:
    """الداعي، داعٍ، داعون"""
    short, whole = fold(spell(base)), fold(spell(base + "I"))
    yield whole, ~(NounSlot.SOUND_PLURAL)
    yield short, NounSlot.BARE | NounSlot.SOUND_PLURAL


def _find_ending_in_a(base: str) -> Iterator[tuple[str, int]]:
    """المعطى، معطاه، معطاة، معطيان، معطون"""
    stem = fold(spell(base))
    yield stem + "ي", NounSlot.BARE | NounSlot.DUAL | NounSlot.FEMININE_PLURAL
    yield stem + "ا", NounSlot.OWNED | NounSlot.FEMININE
    yield stem, NounSlot.SOUND_PLURAL


def _find_participle(root: Root, passive: bool) -> str | None:
    """The participle as sounds, that of a defective root up to the vowel before its last radical."""
    if root.form is Form.I:
        return _find_first_participle(root, passive)
    pattern = find_pattern(root, passive)
    if pattern is None:
        return None
    sounds = "mu" + pattern.imperfect
    if not passive and root.form in (Form.V, Form.VI, Form.QII):
        sounds = sounds[:-1] + "i" if root.weakness is Weakness.DEFECTIVE else sounds[:-2] + "i" + sounds[-1]
    return sounds


def _find_first_participle(root: Root, passive: bool) -> str | None:
    defective = root.weakness is Weakness.DEFECTIVE
    if not root.imperfect:
        return None
    if passive:
        if root.weakness is Weakness.HOLLOW:
            return fill("ma1I3" if root.imperfect[1] == "I" else "ma1U3", root)
        if defective:
            return fill("ma12uww" if root.radicals[2] == "w" else "ma12iyy", root)
        return fill("ma12U3", root)
    if root.weakness is Weakness.HOLLOW:
        return None if root.radicals[2] == "'" else fill("1A'i3", root)
    if root.weakness is Weakness.DOUBLED:
        return None  # those in use are adjectives and nouns (عام، خاص، حاد)
    return fill("1A2i" if defective else "1A2i3", root)
