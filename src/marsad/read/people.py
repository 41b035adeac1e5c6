"""People: named by an office or listed in the lexicon, their short names later on, and offices that stand for them."""

from collections.abc import Hashable
from typing import cast

import msgspec

from marsad.lexicon.load import Lexicon
from marsad.lexicon.name_key import Grade, are_same_name, to_sound
from marsad.lexicon.offices import Level, Office
from marsad.lexicon.organizations import Body, Organization
from marsad.lexicon.people import Person
from marsad.model import EntityKind, MentionKind, Name, Role
from marsad.read.cast import Cast, Member
from marsad.read.document import Line
from marsad.read.mentions import Form
from marsad.read.name_index import Match, to_keys
from marsad.read.name_words import build_name_words
from marsad.read.officials import Officials
from marsad.read.role_formula import RolePhrase
from marsad.read.short_names import ShortNames

_JOINED = (Grade.STRONG, Grade.MEDIUM)
# An office of these levels, named without a country, is one of the country spoken of.
_STATE_LEVELS = frozenset(
    {
        Level.HEAD_OF_STATE,
        Level.HEAD_OF_GOVERNMENT,
        Level.FOREIGN,
        Level.DEFENCE,
        Level.SECURITY,
        Level.MINISTER,
        Level.MONARCHY,
    }
)


_ACTING_FOR_NOBODY = frozenset({Level.PRIVATE, Level.EXPERT, Level.MEDIA})

_WITH = "مع"
_COMMA = "،"
_BRACKETS = frozenset({_COMMA, ",", "-", "("})


class PeopleFinder:
    """Knows the listed people by sound; keeps nothing of an article."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._short_names = ShortNames(build_name_words(lexicon))
        self._spelling = lexicon.spelling
        self._officials = Officials(lexicon)
        levels = {office.id: office.level for office in lexicon.offices}
        self._held = {(("person", held.person), held.country, levels.get(held.office)) for held in lexicon.tenures}
        self._country_names = {country.code: Name(country.name_ar, country.name_en) for country in lexicon.countries}
        # By country and the sound of the first or last word: few enough to compare whole names.
        self._by_sound: dict[tuple[str | None, str], list[tuple[str, Person]]] = {}
        for person in lexicon.people:
            for words in (to_keys(name) for name in person.names if " " in name):
                for sound in {to_sound(words[:1]), to_sound(words[-1:])}:
                    self._by_sound.setdefault((person.country, sound), []).append((" ".join(words), person))

    def note_known(self, cast_: Cast, line: Line, match: Match) -> None:
        """Note a listed person named without an office."""
        person = cast(Person, match.entry.ref)
        words = cast_.doc.norms[match.first : match.last]
        self._admit(cast_, person, (words[0].removeprefix(match.clitic), *words[1:]), person.country)
        cast_.mention(
            ("person", person.id), match.first, match.last, MentionKind.NAME, Form.PROPER, clitic=match.clitic
        )

    def note_role(self, cast_: Cast, line: Line, phrase: RolePhrase) -> None:
        """Note an office: with a name it gives a person, without one it waits until all names are known."""
        office = phrase.office or cast_.last_office
        cast_.last_office = office
        if phrase.owned and phrase.country is None:
            phrase = msgspec.structs.replace(phrase, country=cast_.nation_before(phrase.first))
        if phrase.name is None:
            cast_.waiting.append((phrase, office))
            return
        first, last = phrase.name
        words = cast_.doc.norms[first:last]
        person = cast(Person, phrase.known.entry.ref) if phrase.known else None
        if person is None and phrase.country and len(words) > 1:
            person = self._find_listed(words, phrase.country)
        written = cast_.doc.span(first, last).of(cast_.doc.text)
        member = self._admit(cast_, person, words, phrase.country, written)
        self._give_role(cast_, member, phrase, office)
        span = (phrase.first, phrase.last)
        cast_.mention(member.key, first, last, MentionKind.NAME, Form.PROPER, phrase=span)

    def note_unlisted(self, cast_: Cast, first: int, last: int, clitic: str) -> None:
        """Note a person whom only the words of the name or the sentence around it give away."""
        start, *others = cast_.doc.norms[first:last]
        words = (start.removeprefix(clitic), *others)
        written = cast_.doc.span(first, last).of(cast_.doc.text)[len(clitic) :]
        known = len(cast_.members)
        longer = (m for m in cast_.members.values() if m.kind is EntityKind.PERSON and m.words[-len(words) :] == words)
        member = next(longer, None) or self._admit(cast_, None, words, cast_.nation_at(first), written)
        if len(cast_.members) > known:
            member.rule = "unlisted.name"
        cast_.mention(member.key, first, last, MentionKind.NAME, Form.PROPER, clitic=clitic)

    def settle(self, cast_: Cast) -> None:
        """Find short names of the people of the article, then give waiting offices to whoever holds them."""
        self._short_names.join_named_later(cast_)
        self._short_names.find_all(cast_)
        for phrase, office in cast_.waiting:
            self._settle_office(cast_, phrase, office)
        self._officials.note_all(cast_)

    def _admit(
        self,
        cast_: Cast,
        person: Person | None,
        words: tuple[str, ...],
        country: str | None,
        written: str | None = None,
    ) -> Member:
        if person is not None:
            name = Name(person.name_ar, person.name_en)
            member = cast_.admit(
                ("person", person.id), EntityKind.PERSON, name, person.country, rule=f"people.{person.id}", words=words
            )
            if len(words) > len(member.words):
                member.words = words
            return member
        if len(words) == 1:
            for member in cast_.members.values():
                if member.kind is EntityKind.PERSON and words[0] in member.words:
                    return member
        known = self._find_same(cast_, words, country)
        if known is not None:
            return known
        key = ("person", to_sound(words) or words)
        return cast_.admit(key, EntityKind.PERSON, Name(written, None), country, rule="role.name", words=words)

    def _find_listed(self, words: tuple[str, ...], country: str) -> Person | None:
        """The one listed person of the country whose name this is, in whatever spelling."""
        near = [
            listed
            for sound in dict.fromkeys((to_sound(words[:1]), to_sound(words[-1:])))
            for listed in self._by_sound.get((country, sound), ())
        ]
        found = {person.id: person for name, person in near if self._is_same(" ".join(words), name)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _find_same(self, cast_: Cast, words: tuple[str, ...], country: str | None) -> Member | None:
        """Whoever the article names in another spelling, unless the two are of different countries."""
        for member in cast_.members.values():
            if member.kind is not EntityKind.PERSON or len(member.words) < 2 or len(words) < 2:
                continue
            if country and member.country and country != member.country:
                continue
            if self._is_same(" ".join(words), " ".join(member.words)):
                return member
        return None

    def _is_same(self, name: str, other: str) -> bool:
        return are_same_name(name, other, self._spelling).grade in _JOINED

    def _give_role(self, cast_: Cast, member: Member, phrase: RolePhrase, office: Office | None) -> None:
        if office is None:
            return
        doc = cast_.doc
        span = doc.span(phrase.first, phrase.title_last)
        english = f"{phrase.status} {office.en}" if phrase.status in ("former", "acting", "deputy") else office.en
        role = Role(title=Name(span.of(doc.text), english), country=phrase.country, span=span)
        member.roles.append((span.start, role, office.id))
        listed = phrase.body.entry.ref if phrase.body else None
        if isinstance(listed, Organization) and listed.code and phrase.country is None:
            # A state's envoy to a body speaks for the state.
            member.acts_for = ("organization", listed.id)
        if member.country is None and member.acts_for is None:
            bare = office.level in _STATE_LEVELS and phrase.body is None and not self._is_beside(cast_, phrase)
            member.country = phrase.country or (cast_.nation_before(phrase.first) if bare else None)

    def _is_beside(self, cast_: Cast, phrase: RolePhrase) -> bool:
        """Right behind a person stands whom he meets, of whatever state: التقى كيري الرئيس عباس."""
        at = phrase.first - (cast_.doc.norms[phrase.first - 1] == _WITH)
        key = cast_.key_ending(at)
        return key is not None and cast_.members[key].kind is EntityKind.PERSON and bool(cast_.members[key].words)

    def _settle_office(self, cast_: Cast, phrase: RolePhrase, office: Office | None) -> None:
        if office is None:
            return
        before, after = self._person_before(cast_, phrase), self._person_after(cast_, phrase)
        if named := before or after:
            self._give_role(cast_, named, phrase, office)
        if before is not None:
            return
        holder = after or self._find_holder(cast_, phrase, office)
        span = (phrase.first, phrase.title_last)
        if not cast_.is_free(phrase.first, phrase.first + 1):
            return
        if holder is not None:
            cast_.mention(holder.key, *span, MentionKind.ROLE, Form.OFFICE, clitic=phrase.clitic, phrase=span)
            return
        key = self._office_party(cast_, phrase) if office.level not in _ACTING_FOR_NOBODY else None
        if key is not None:
            cast_.mention(key, *span, MentionKind.ROLE, Form.HOLDER, clitic=phrase.clitic, phrase=span)

    def _person_before(self, cast_: Cast, phrase: RolePhrase) -> Member | None:
        """Apposition: a person, a comma, the office (لافروف، وزير الخارجية الروسي); not بوتين، والرئيس الأميركي."""
        at = phrase.first - 1
        if at < 1 or phrase.clitic or cast_.doc.norms[at] not in _BRACKETS:
            return None
        key = cast_.key_ending(at)
        member = cast_.members.get(key) if key is not None else None
        return member if member is not None and self._may_hold(member, phrase) else None

    def _person_after(self, cast_: Cast, phrase: RolePhrase) -> Member | None:
        """The office, a comma, the person: الرئيس الأذربيجاني، إلهام علييف."""
        at = phrase.title_last
        if at + 1 >= len(cast_.doc.norms) or cast_.doc.norms[at] != _COMMA:
            return None
        key = cast_.key_starting(at + 1)
        member = cast_.members.get(key) if key is not None else None
        return member if member is not None and self._may_hold(member, phrase) else None

    def _may_hold(self, member: Member, phrase: RolePhrase) -> bool:
        return member.kind is EntityKind.PERSON and not (
            phrase.country and member.country and phrase.country != member.country
        )

    def _find_holder(self, cast_: Cast, phrase: RolePhrase, office: Office) -> Member | None:
        """The person with this office (and country) in the article: the nearest before the phrase, else the next."""
        head = office.ar[0].split()[0]
        place = cast_.doc.tokens[phrase.first].start
        bare = phrase.country is None and phrase.body is None
        if phrase.country is None and phrase.shared:
            return None  # الوزيران: more than one
        before: list[tuple[int, Member]] = []
        after: list[tuple[int, Member]] = []
        for member in cast_.members.values():
            for start, role, office_id in member.roles:
                same = office_id == office.id or (
                    bare
                    and phrase.head_last - phrase.first == 1
                    and (role.title.ar or "").removeprefix("ال").startswith(head.removeprefix("ال"))
                )
                country = role.country or member.country
                if not same or (phrase.country and country and country != phrase.country):
                    continue
                if phrase.status != "former" and (role.title.en or "").startswith("former"):
                    continue
                (before if start < place else after).append((start, member))
        if before:
            return max(before, key=lambda item: item[0])[1]
        if after:
            return min(after, key=lambda item: item[0])[1]
        return self._find_known_holder(cast_, phrase, office)

    def _find_known_holder(self, cast_: Cast, phrase: RolePhrase, office: Office) -> Member | None:
        """The one person of the article who, as the lexicon knows, held an office of this level for this country."""
        if phrase.country is None or phrase.status is not None or office.level not in _STATE_LEVELS:
            return None
        keys = [key for key in cast_.members if (key, phrase.country, office.level) in self._held]
        return cast_.members[keys[0]] if len(keys) == 1 else None

    def _office_party(self, cast_: Cast, phrase: RolePhrase) -> Hashable | None:
        """Whom the unnamed holder of an office acts for: a body without a state, else the country, else the body."""
        ref = phrase.body.entry.ref if phrase.body else None
        if isinstance(ref, Organization) and (ref.code or not phrase.country):
            return ("organization", ref.id)
        if phrase.country:
            key: Hashable = ("country", phrase.country)
            cast_.admit(
                key, EntityKind.COUNTRY, self._country_names[phrase.country], phrase.country, rule="name.country"
            )
            return key
        return ("body", ref.id, None) if isinstance(ref, Body) and ("body", ref.id, None) in cast_.members else None
