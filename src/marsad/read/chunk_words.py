"""Words of the lexicon that noun phrases are cut by, made once for a lexicon."""

from functools import lru_cache

from marsad.lang.fold import fold
from marsad.lexicon.load import Lexicon


@lru_cache(maxsize=4)
def to_genders(lexicon: Lexicon) -> dict[str, str]:
    """Return the gender of each listed noun."""
    return {noun.noun: noun.gender for noun in lexicon.nouns}


@lru_cache(maxsize=4)
def to_pronouns(lexicon: Lexicon) -> frozenset[str]:
    """Pronouns and prepositions with a pronoun, folded. Demonstratives begin noun phrases and are left out."""
    words = (fold(word) for group in lexicon.particles if group.id == "pronoun" for word in group.ar)
    return frozenset(word for word in words if not word.startswith(("هذ", "هات", "هول", "ذلك", "تلك", "اول", "ذاك")))


@lru_cache(maxsize=4)
def to_people(lexicon: Lexicon) -> frozenset[str]:
    """Nouns for people, folded: what their letters may also tell as a participle, they are."""
    words = lexicon.reference
    return words.able_noun | words.insider | words.force_noun


@lru_cache(maxsize=4)
def to_office_words(lexicon: Lexicon) -> frozenset[str]:
    """First words of offices in all their forms, folded, without the article."""
    forms = (form for o in lexicon.offices for form in (*o.ar, *o.feminine, *o.dual, *o.plural))
    return frozenset(fold(form).split()[0].removeprefix("ال") for form in forms)


@lru_cache(maxsize=4)
def to_plural_offices(lexicon: Lexicon) -> frozenset[str]:
    """First words of offices in the dual and plural, folded, without the article."""
    forms = (form for office in lexicon.offices for form in (*office.dual, *office.plural))
    return frozenset(fold(form).split()[0].removeprefix("ال") for form in forms)
