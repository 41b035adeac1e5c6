"""Figures made comparable: what is measured, of whom, for which period, how exactly, and whether it is a level."""

import re
from collections.abc import Iterator

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.numerals import parse_digits
from marsad.lang.tokens import TokenKind, find_tokens
from marsad.lexicon.load import Lexicon
from marsad.lexicon.measures import Measure, to_stems
from marsad.model import Quantity, Span
from marsad.model.measurement import Measurement, Movement, Nature
from marsad.resolve.indexed import Indexed
from marsad.resolve.intervals import to_report_day
from marsad.resolve.likeness import index_verbs

# Nobody disputes how often or in which place: `مرتين`, `المرتبة الثانية` go with what they count, which is not told.
_NOT_COMPARED = frozenset({"rank", "fraction"})
_SIGN_WORDS = 2  # words right before a count in which a word says what it is counted as
_SIGN_REACH = 60  # characters around people counted in which a word says what they are counted as
_REACH = 12  # words before a figure in which the verb that moves it stands
_BY = re.compile(r"ب(?:نسبه|مقدار|واقع|نحو|حوالي|معدل|ما|اكثر|اقل|زياده)?")
_TO = frozenset({"الي", "عند", "من", "حاجز", "عتبه", "مستوي"})
_MULTIPLES = (1e12, 1e9, 1e6, 1e3)
_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")


def find_measurements(article: Indexed, lexicon: Lexicon) -> Iterator[Measurement]:
    """Yield the figures of an article that can be set beside others, in text order."""
    for quantity in article.reading.quantities:
        if quantity.unit not in _NOT_COMPARED:
            yield to_measurement(article, quantity, lexicon)


def to_measurement(article: Indexed, quantity: Quantity, lexicon: Lexicon) -> Measurement:
    """Return a figure with what it measures. Its parties are those of its sentence, else the article's chief pair."""
    span = Span(quantity.start, quantity.end)
    stems = to_stems(quantity.measure or "")
    measure = _find_measure(article, quantity, stems, lexicon)
    topic = measure.id if measure else " ".join(stem for stem in stems if stem not in lexicon.measures.generic)
    statement = article.statement_around(span)
    return Measurement(
        value=quantity.value,
        unit=quantity.unit,
        step=find_step(quantity.value, span.of(article.reading.text)),
        comparison=quantity.comparison,
        status=quantity.status,
        movement=_find_movement(article, span, quantity.unit, measure, lexicon),
        nature=measure.nature if measure else Nature.STOCK,
        topic=f"{topic} each" if _is_rate(article, span, lexicon) else topic,
        measure=quantity.measure,
        period=quantity.period,
        parties=_find_parties(article, span),
        when=to_report_day(article.reading.article.published),
        witness=article.witness(
            quantity.id,
            span,
            quantity.rule,
            article.speaker(statement) if statement else None,
            article.names(statement.via) if statement else (),
        ),
    )


def _find_measure(article: Indexed, quantity: Quantity, stems: tuple[str, ...], lexicon: Lexicon) -> Measure | None:
    """The measure that the words name; else what a verb or noun right before a count counts it as (توقيف 40 طالبا). For
    people it may stand further off, on either side."""
    named = lexicon.measures.find(stems)
    if quantity.unit != "count" or (named is not None and named.nature is not Nature.TOLL):
        return named
    passage = article.passage(Span(quantity.start, quantity.end))
    tokens = find_tokens(article.reading.text, passage.start, passage.end)
    words = [token for token in tokens if token.kind is TokenKind.WORD]
    before = [token.norm for token in words if token.end <= quantity.start][-_SIGN_WORDS:]
    near: list[str] = []
    if not stems or stems[0] in lexicon.measures.people:
        away = sorted((abs(token.start - quantity.start), token.norm) for token in words)
        near = [word for distance, word in away if distance <= _SIGN_REACH]
    signs = lexicon.measures.by_sign
    found = (signs[key] for word in (*reversed(before), *near) for key in _to_keys(word, lexicon) if key in signs)
    return named or next(found, None)


def _is_rate(article: Indexed, span: Span, lexicon: Lexicon) -> bool:
    after = fold(article.reading.text[span.end : article.passage(span).end]).lstrip(" ،")
    return any(after.startswith(words) for words in lexicon.measures.rates)


def find_step(value: float, words: str) -> float:
    """Return the place of the last digit written: 1e8 for `1.2 مليار`, 1 for `120`; of words, of their last digit.

    Up to two noughts at the end of a number written in digits are taken as exact (`1200`), more as rounded: `12000` has
    a step of 100.
    """
    written = _DIGITS.search(fold(words))
    number = parse_digits(written.group()) if written else None
    size = abs(value)
    if written is None or not number:
        return next((multiple for multiple in _MULTIPLES if size >= multiple and size % multiple == 0), 1.0)
    digits, multiple = written.group(), size / number
    if number != int(number):
        return float(multiple * 10.0 ** -len(re.split(r"[.,٫٬]", digits)[-1]))
    noughts = len(digits) - len(digits.rstrip("0"))
    return float(multiple * 10.0 ** (noughts - 1)) if noughts > 2 and multiple < 2 else multiple


def _find_parties(article: Indexed, span: Span) -> tuple[str, ...]:
    named = article.parties_in((article.passage(span),))
    return tuple(sorted(named)) if len(named) > 1 or not article.chief_pair else tuple(sorted(article.chief_pair))


def _find_movement(article: Indexed, span: Span, unit: str, measure: Measure | None, lexicon: Lexicon) -> Movement:
    """A figure joined by ب to a word of growth is what was added; a percentage of money can be nothing else."""
    passage = article.passage(span)
    before = [token.norm for token in find_tokens(article.reading.text, passage.start, span.start)]
    figure = fold(span.of(article.reading.text))
    direction = _find_direction(before, lexicon)
    joined = figure.startswith("ب") or _is_joined_by(before)
    if direction is not None and joined:
        return direction
    if unit == "%" and measure is not None and measure.amount:
        return direction or Movement.RISE
    return Movement.LEVEL


def _is_joined_by(before: list[str]) -> bool:
    """The nearest preposition before the figure is ب and not إلى."""
    for word in reversed(before[-4:]):
        if word in _TO:
            return False
        if _BY.fullmatch(word):
            return True
    return False


def _find_direction(before: list[str], lexicon: Lexicon) -> Movement | None:
    movements = lexicon.measures.movements
    for word in reversed(before[-_REACH:]):
        for key in _to_keys(word, lexicon):
            if key in movements:
                return movements[key]
    return None


def is_lowering(article: Indexed, span: Span, lexicon: Lexicon) -> bool:
    """Tell whether the words before a figure aim at less (خفض الانبعاثات إلى)."""
    passage = article.passage(span)
    tokens = find_tokens(article.reading.text, passage.start, span.start)
    words = [token.norm for token in tokens if token.kind is TokenKind.WORD][-_REACH:]
    lowering = lexicon.measures.lowering
    return any(key in lowering for word in words for key in _to_keys(word, lexicon))


def _to_keys(word: str, lexicon: Lexicon) -> Iterator[str]:
    """What a folded word is looked up by: its stem, also without what is joined before it, and its verb."""
    for _, rest in split_proclitics(word):
        yield from to_stems(rest)
    yield from (fold(analysis.lemma) for analysis in index_verbs(lexicon).analyse(word)[:1])
