"""Slots: which parties stand in which syntactic place around a trigger."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from marsad.lang.clitics import split_proclitics
from marsad.lang.fold import fold
from marsad.lang.morphology import Part
from marsad.lexicon.load import Lexicon
from marsad.model import EntityKind
from marsad.read.chunks import build_chunks
from marsad.read.clauses import Clause, ClauseKind
from marsad.read.document import Document, Line
from marsad.read.mentions import Form, Named, Names

Slots = dict[str, list[str]]

_PREPOSITIONS = {
    fold(word): place
    for place, words in {
        "مع": ("مع", "بمشاركة", "بحضور", "برئاسة"),
        "بين": ("بين",),
        "إلى": ("إلى", "صوب"),
        "على": ("على",),
        "ضد": ("ضد",),
        "من": ("من", "قبل"),
        "عن": ("عن",),
        "في": ("في", "داخل"),
        "لدى": ("لدى",),
        "تجاه": ("تجاه",),
        "نحو": ("نحو",),
        "بحق": ("بحق",),
        "حول": ("حول",),
        "بشأن": ("بشأن", "بخصوص"),
        "إزاء": ("إزاء",),
        "حيال": ("حيال",),
        "عبر": ("عبر",),
        "أمام": ("أمام",),
    }.items()
    for word in words
}
_CLITICS = frozenset({"ب", "ل"})
_BETWEEN = frozenset({"ل", '"'})
_REACH = 22
_BEFORE = 4  # tokens before a verb in which its topic stands
_BEFORE_TWO = 14  # and where two are its topic
_RELATIVE = 4  # a relative so near to a noun tells of it: المشاورات الأمنية التي عقدت في بوينس آيرس
_PAIR_REACH = 200  # tokens back to the two that are meant together
_MARKS = frozenset("؛.:؟!")


class SlotFinder:
    """Fills places around triggers of one document."""

    def __init__(self, doc: Document, names: Names, clauses: Sequence[Clause], lexicon: Lexicon) -> None:
        self._doc, self._names, self._clauses = doc, names, clauses
        self._chunks, reference = build_chunks(doc, names, lexicon), lexicon.reference
        self._reference, self._boundary = reference, reference.clause_boundary | _MARKS
        self._by_head = {clause.head: clause for clause in clauses}

    def clause_of(self, head: int) -> Clause | None:
        """Return the clause whose predicate this token heads, else the smallest clause around it."""
        return self._by_head.get(head) or self._around[head]

    @cached_property
    def _around(self) -> list[Clause | None]:
        """The smallest clause around each token."""
        around: list[Clause | None] = [None] * len(self._doc.tokens)
        for clause in sorted(self._clauses, key=lambda clause: clause.first - clause.last):
            around[clause.first : clause.last] = [clause] * (clause.last - clause.first)
        return around

    def subject_parties(self, clause: Clause | None) -> list[str]:
        """Return the parties of a clause's subject, through elided subjects to the clause that has one."""
        for _ in range(8):
            if clause is None:
                return []
            if clause.subject is not None:
                return self.parties_in(*clause.subject)
            if clause.subject_from is None:
                return []
            clause = self._clauses[clause.subject_from]
        return []

    def fill_participle(self, line: Line, first: int, head: int) -> Slots:
        """Fill the places of a participle or verb that heads no clause: what follows it, and the subject before it."""
        slots: Slots = {}
        for place, party in self._labelled(line, head):
            _add(slots, "object" if place in ("owner", "adjective") else place, [party])
        _add(slots, "subject", self._subject_before(line, first, ClauseKind.PARTICIPIAL))
        return slots

    def _subject_of(self, line: Line, clause: Clause) -> list[str]:
        if clause.number == "d" and clause.subject is None:
            return self._topic_before(line, clause.head) or self._last_two_before(clause.head, states=False)
        topic = self._topic_before(line, clause.head) if clause.kind is ClauseKind.VERBAL else []
        told = self.subject_parties(clause) or topic
        if told or clause.subject is not None:
            # A subject that stands for no party does the deed all the same: nobody else does.
            return told
        return self._subject_before(line, clause.head, clause.kind)

    def _topic_before(self, line: Line, head: int) -> list[str]:
        """The party right before a verb or predicate: إن بلاده ألغت، إن الصين مستعدة; not before an accusative."""
        clause = self._by_head.get(head)
        reach = _BEFORE_TWO if clause is not None and clause.number == "d" else _BEFORE
        near = list(self._marked(max(line.first, head - reach), head))
        if not near or self._doc.norms[head].endswith("ا"):
            return []
        paused = any(norm in self._reference.pause for norm in self._doc.norms[near[-1][0] : head])
        if paused:
            return []
        return [near[-1][1]] if reach == _BEFORE else _unique(party for _, party in near)[-2:]

    def _subject_before(self, line: Line, head: int, kind: ClauseKind) -> list[str]:
        """The subject of a clause before: the main one for a participle."""
        before = [c for c in self._clauses if c.first >= line.first and c.head < head and c.kind is ClauseKind.VERBAL]
        if kind is ClauseKind.PARTICIPIAL:
            before = [c for c in before if c.parent is None] or before
        return next((parties for c in reversed(before) if (parties := self.subject_parties(c))), [])

    @cached_property
    def named(self) -> Sequence[int]:
        """1 for each token of the document inside a name."""
        return self._chunks.named

    def parties_in(self, first: int, last: int) -> list[str]:
        """Return the distinct parties of the mentions in a token range in order; pairs and own countries resolved."""
        return _unique(party for _, party in self._marked(first, last))

    def fill_verbal(self, line: Line, clause: Clause) -> Slots:
        """Fill the places of a clause around its own predicate."""
        slots: Slots = {}
        _add(slots, "subject", self._subject_of(line, clause))
        if clause.object is not None:
            _add(slots, "object", self.parties_in(*clause.object))
            self._add_places(slots, "object", *clause.object)
        for prep in clause.preps:
            place = _PREPOSITIONS.get(prep.prep, prep.prep)
            if place == "بين" and slots["subject"] and slots.get("object"):
                # Both sides are there: what is "between" tells of a noun (التقى فلانا بعد الاتفاق بين ...).
                continue
            if place == "في" and (slots.get(place) or slots.get("@" + place)):
                # The first place is the deed's, a further one that of something told of it.
                continue
            if place == "ل" and clause.object is not None and self._follows(clause.object[1], prep.first):
                # Whose the object is: قصفت الطائرات مواقع لداعش.
                place = "object" if not slots["object"] else place
            _add(slots, place, self.parties_in(prep.first, prep.last))
            self._add_places(slots, place, prep.first, prep.first + 1)
        return slots

    def _follows(self, end: int, first: int) -> bool:
        """Nothing but the preposition itself or a quotation mark stands between."""
        return all(self._doc.norms[at] in _BETWEEN for at in range(end, first))

    def fill_nominal(self, line: Line, first: int, head: int, *, owned: bool) -> Slots:
        """Fill the places to the right of a noun, and the subject of the clause it stands in."""
        slots: Slots = {}
        if owned:
            _add(slots, "owner", self._owner(line, first))
        for place, party in self._labelled(line, head):
            # What has its owner in a possessive is followed by whom it is done to: استقباله الوزير.
            _add(slots, "object" if owned and place == "owner" else place, [party])
        clause = self.clause_of(head)
        if clause is not None and not (clause.subject and clause.subject[0] <= head < clause.subject[1]):
            _add(slots, "subject", self.subject_parties(clause))
        _add(slots, "owner", self._doers_behind(line, head))
        return slots

    def _doers_behind(self, line: Line, head: int) -> list[str]:
        """Who did what a relative clause tells of the noun: الاتفاق الذي أبرمته الدولتان."""
        near = range(head + 1, min(head + 1 + _RELATIVE, line.last))
        relative = next((at for at in near if self._doc.norms[at] in self._reference.relative), None)
        told = (self._by_head.get(at) for at in range(relative + 1, relative + 3)) if relative is not None else ()
        clause = next((clause for clause in told if clause is not None), None)
        if clause is None or (clause.subject is not None and clause.subject[0] <= head):
            return []
        return self.subject_parties(clause)

    def _owner(self, line: Line, at: int) -> list[str]:
        """Whose a noun with a possessive is: two are the last two named, one is whom its clause speaks of."""
        if self._doc.norms[at].endswith("هما"):
            return self._last_two_before(at, states=False)
        clause = self.clause_of(at)
        within = clause is not None and clause.head < at and clause.subject is not None and clause.subject[1] <= at
        return (self.subject_parties(clause) if within else []) or self._last_party_before(at)

    def _labelled(self, line: Line, head: int) -> Iterator[tuple[str, str]]:
        """Yield the place in the noun's phrase of every party behind it; of countries of places as `@place`."""
        norms, end = self._doc.norms, min(line.last, head + 1 + _REACH)
        place, at, adjoining = "owner", head + 1, True
        for first, party, is_spot in sorted([*self._parties_from(head + 1, end), *self._spots_from(head + 1, end)]):
            mention = self._mention_at(first)
            stop, place, adjoining = self._walk(at, first, place, adjoining, head)
            if stop:
                return
            clitic = mention.clitic if mention else ""
            if clitic and clitic[-1] in _CLITICS:
                place = clitic[-1]
            is_adjective = mention is not None and mention.form is Form.ADJECTIVE
            if is_spot:
                yield "@" + ("object" if place == "owner" else place), party
            else:
                yield ("adjective" if is_adjective and adjoining and place == "owner" else place), party
            at = mention.last if mention else first + 1
            if at < end and norms[at] in self._boundary:
                return

    def _parties_from(self, first: int, last: int) -> Iterator[tuple[int, str, bool]]:
        return ((at, party, False) for at, party in self._marked(first, last))

    def _spots_from(self, first: int, last: int) -> Iterator[tuple[int, str, bool]]:
        for mention in self._names.within(first, last):
            country = self._names.by_id[mention.entity].country if mention.form is Form.PLACE else None
            if country in self._names.countries:
                yield mention.first, self._names.countries[country], True

    def _walk(self, at: int, first: int, place: str, adjoining: bool, head: int) -> tuple[bool, str, bool]:
        """Read the words between two mentions: a preposition changes the place, a boundary ends the phrase."""
        norms = self._doc.norms
        for n in range(at, first):
            norm = norms[n]
            bare = norm[1:] if norm.startswith("و") and norm[1:] in _PREPOSITIONS else norm
            if norm in self._boundary and not (norm in self._reference.relative and n - head <= _RELATIVE):
                return True, place, adjoining
            if self._opens_clause(n) and not self._tells_of(head, n):
                return True, place, adjoining
            if bare in _PREPOSITIONS:
                place, adjoining = _PREPOSITIONS[bare], False
            elif place == "owner" and self._tells_purpose(n):
                return True, place, adjoining
            elif (joined := self._chunks.preposition(n)) in _CLITICS:
                place, adjoining = joined, False
            elif norm == "،" and place != "owner":
                return True, place, adjoining
            elif not norm.startswith("ال"):
                adjoining = False
        return False, place, adjoining

    def _tells_purpose(self, at: int) -> bool:
        """A masdar joined to ل tells what for: whom it names takes no part (لقاء لبحث الأزمة)."""
        found = self._chunks.analyses(at) if self._doc.norms[at].startswith("ل") else ()
        return any(a.part is Part.MASDAR and a.preposition == "ل" and not a.article for a in found)

    def _opens_clause(self, at: int) -> bool:
        clause = self._by_head.get(at)
        return clause is not None and clause.kind is ClauseKind.VERBAL

    def _tells_of(self, head: int, verb: int) -> bool:
        """A verb close behind a noun tells of it (محادثات أجراها في بكين); a definite one needs a relative."""
        between = self._doc.norms[head + 1 : verb]
        related = any(norm in self._reference.relative for norm in between)
        definite = any(rest.startswith("ال") for _, rest in split_proclitics(self._doc.norms[head]))
        return verb - head <= _RELATIVE + 1 and (related or not definite)

    def _marked(self, first: int, last: int) -> list[tuple[int, str]]:
        """Return (token, party) of every party spoken of in a token range."""
        return self._marks[bisect_left(self._marks, (first, "")) : bisect_left(self._marks, (last, ""))]

    @cached_property
    def _marks(self) -> list[tuple[int, str]]:
        """Every party spoken of in the document: names, nationalities on their own, pairs, somebody's own country."""
        found: list[tuple[int, str]] = []
        size = len(self._doc.tokens)
        covered: set[int] = set()
        heads = set()
        for m in self._names.heads(0, size):
            heads.add(m.first)
            covered.update(range(m.phrase_first, m.phrase_last))
        mentions = {m.first: m for m in self._names.within(0, size)}
        for at in range(size):
            mention = mentions.get(at)
            if mention is None:
                if at not in covered:
                    found += [(at, party) for party in self._implied(at)]
            elif at in heads or (mention.form is Form.ADJECTIVE and at not in covered):
                party = self._party(mention)
                if party is not None:
                    found.append((at, party))
        return found

    def _add_places(self, slots: Slots, place: str, first: int, last: int) -> None:
        """Note under `@place` the countries of places in a range: they suffer what is done there, they do nothing."""
        _add(slots, "@" + place, [country for _, country, _ in self._spots_from(first, last)])

    def nations_in(self, line: Line) -> list[str]:
        """Return the country in which the first place named in a line lies; none where no place is named."""
        slots: Slots = {}
        self._add_places(slots, "", line.first, line.last)
        return slots["@"][:1]

    def _party(self, mention: Named) -> str | None:
        if mention.form is Form.PLACE:
            return None
        return self._names.party_of(mention.entity)

    def _implied(self, at: int) -> list[str]:
        words = self._reference
        for _, rest in split_proclitics(self._doc.norms[at]):
            if rest in words.own_country:
                return self._last_party_before(at, people=True) or self._last_party_before(at)
            if (rest in words.both or rest in words.both_owned) and not self._followed_by_nation(at):
                return self._last_two_before(at, states=rest not in words.both_sides)
        return []

    def _followed_by_nation(self, at: int) -> bool:
        return next(iter(self._names.within(at + 1, at + 2)), None) is not None

    def _last_party_before(self, at: int, *, people: bool = False) -> list[str]:
        """The nearest person, country or body before a token that stands on its own; with `people` no country."""
        for mention in reversed(list(self._names.within(max(0, at - 120), at))):
            if mention.form in (Form.ADJECTIVE, Form.PLACE):
                continue
            if (
                people
                and self._names.by_id[mention.entity].kind is EntityKind.COUNTRY
                and mention.form is not Form.HOLDER
            ):
                continue
            party = self._names.party_of(mention.entity)
            if party is not None:
                return [party]
        return []

    def _last_two_before(self, at: int, *, states: bool) -> list[str]:
        """The two parties named last before a token; `states`: the two countries named oftenest there (البلدان)."""
        found: Counter[str] = Counter()
        for mention in reversed(list(self._names.within(max(0, at - _PAIR_REACH), at))):
            party = self._names.party_of(mention.entity) if mention.form is not Form.PLACE else None
            if party is None or (states and self._names.by_id[party].kind is not EntityKind.COUNTRY):
                continue
            found[party] += 1
        pair = [party for party, _ in found.most_common(2)]
        return pair[::-1] if len(pair) == 2 else []

    def _mention_at(self, at: int) -> Named | None:
        return next(iter(self._names.within(at, at + 1)), None)


def _add(slots: Slots, place: str, parties: Iterable[str]) -> None:
    slots[place] = _unique([*slots.get(place, ()), *parties])


def _unique(parties: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(parties))
