"""Who and where: every named actor and place of an article, with offices and countries, and each mention of it."""

from collections.abc import Hashable
from functools import lru_cache
from typing import cast

import msgspec

from marsad.lexicon.countries import Country
from marsad.lexicon.load import Lexicon
from marsad.lexicon.nouns import build_noun_index
from marsad.lexicon.organizations import HeadKind, Organization, Outlet
from marsad.lexicon.places import Place
from marsad.lexicon.seats import find_seat
from marsad.model import EntityKind, MentionKind, Name
from marsad.read.cast import Cast
from marsad.read.collectives import Collectives
from marsad.read.contact_groups import ContactGroups
from marsad.read.document import Document, Line
from marsad.read.institutions import Found
from marsad.read.known_names import KnownNames
from marsad.read.mentions import Form, Names
from marsad.read.metonyms import build_metonyms
from marsad.read.name_index import Sort, build_name_index, to_keys
from marsad.read.people import PeopleFinder
from marsad.read.role_formula import RoleParser
from marsad.read.role_heads import Bodies
from marsad.read.state_forms import StateForms
from marsad.read.unlisted import build_unlisted_names

_KINDS = {
    HeadKind.ORGANIZATION: EntityKind.ORGANIZATION,
    HeadKind.GROUP: EntityKind.GROUP,
    HeadKind.MEDIA: EntityKind.MEDIA,
}


class NameFinder:
    """Finds the names of an article; made once for a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._index = build_name_index(lexicon)
        self._known = KnownNames(lexicon)
        self._roles = RoleParser(lexicon)
        self._people = PeopleFinder(lexicon)
        self._nouns = build_noun_index(lexicon.nouns)
        self._metonyms = build_metonyms(lexicon)
        self._state_forms = StateForms(lexicon.state_forms)
        self._collectives = Collectives(lexicon.collectives)
        self._unlisted = build_unlisted_names(lexicon)
        self._countries = {country.code: country for country in lexicon.countries}
        self._groups = ContactGroups(lexicon.contact_groups)
        self._qids: dict[Hashable, str] = {(str(item.kind), item.id): item.qid for item in lexicon.items}

    def find_all(self, doc: Document) -> Names:
        """Return the cast of a document: listed names first, then offices and their holders, then short names."""
        cast_ = Cast(doc, self._index.begins_name, self._qids)
        for line in doc.lines:
            found = list(self._known.find_all(doc, line))
            phrases = list(self._roles.find_roles(doc, line, _to_bodies(found)))
            named = {place for phrase in phrases if phrase.name for place in range(*phrase.name)}
            titled = {place for phrase in phrases for place in range(phrase.first + 1, phrase.head_last)}
            ruled = {
                place: phrase.country for phrase in phrases for place in range(phrase.first + 1, phrase.title_last)
            }
            for item in found:
                if _is_capital(item) and ruled.get(item.first, _code(item)) != _code(item):
                    continue  # سلطان عمان rules Oman, not Amman
                if named.isdisjoint(range(item.first, item.last)):
                    in_title = item.first in titled and not self._known.is_spoken_for(doc, item.first)
                    self._admit_found(cast_, line, item, in_title=in_title)
            for phrase in phrases:
                self._people.note_role(cast_, line, phrase)
            for first, last, clitic in self._unlisted.find_all(cast_, line, phrases):
                self._people.note_unlisted(cast_, first, last, clitic)
        self._admit_credits(cast_)
        cast_.join_bracketed()
        self._people.settle(cast_)
        for key, at in cast_.unplaced:
            member = cast_.members[key]
            member.country = member.country or cast_.nation_of_holder(at) or cast_.nation_before(at)
        for member in list(cast_.members.values()):
            if member.country:
                self._admit_country(cast_, member.country)
            states = self._groups.find(cast_, member.key)
            member.stands_for = tuple(self._admit_country(cast_, code) for code in states)
        home = find_seat(doc.article.outlet, doc.article.url, self._lexicon)
        self._state_forms.note_all(cast_, home, lambda code: self._admit_country(cast_, code))
        self._collectives.note_all(cast_)
        return cast_.to_names()

    def _admit_credits(self, cast_: Cast) -> None:
        """The outlet and the agencies that the page credits are media wherever the article names them."""
        doc = cast_.doc
        for credit in (doc.article.outlet, *doc.article.agencies):
            keys = to_keys(credit or "")
            if len(keys) == 1 and self._nouns.lemmas(keys[0]):
                continue  # وكالات: agencies, but which?
            for at in range(len(doc.tokens) - len(keys) + 1 if keys else 0):
                last = at + len(keys)
                if doc.norms[at:last] == keys and cast_.is_free(at, last):
                    key = ("media", *keys)
                    cast_.admit(key, EntityKind.MEDIA, Name(credit, None), None, rule="article.credit")
                    cast_.mention(key, at, last, MentionKind.NAME, Form.PROPER)

    def _admit_country(self, cast_: Cast, code: str) -> tuple[str, str]:
        country = self._countries.get(code)
        name = Name(country.name_ar, country.name_en) if country else Name(None, code)
        cast_.admit(("country", code), EntityKind.COUNTRY, name, code, rule="name.country")
        return ("country", code)

    def _admit_found(self, cast_: Cast, line: Line, item: Found, *, in_title: bool) -> None:
        match = item.match
        if item.body is not None and (
            item.body.is_state or (in_title and match and match.entry.sort is Sort.SHORT_BODY)
        ):
            self._note_nation(cast_, item, whole=not in_title)
        elif item.body is not None:
            self._admit_body(cast_, line, item)
        elif item.is_place:
            self._admit_site(cast_, item)
        elif item.kind is not None:
            self._admit_headed(cast_, item)
        elif match is None:
            return
        elif match.entry.sort is Sort.PERSON:
            self._people.note_known(cast_, line, match)
        elif match.entry.sort in (Sort.ORGANIZATION, Sort.BLOC):
            listed = cast(Organization, match.entry.ref)
            cast_.admit_organization(listed)
            form = Form.ADJECTIVE if match.entry.sort is Sort.BLOC else Form.PROPER
            self._mention(cast_, ("organization", listed.id), item, form)
            self._note_nation(cast_, msgspec.structs.replace(item, match=None, country=listed.country))
        elif match.entry.sort is Sort.OUTLET:
            outlet = cast(Outlet, match.entry.ref)
            item = self._known.without_head(cast_.doc, line, item)
            key = ("media", outlet.id)
            cast_.admit(
                key,
                EntityKind.MEDIA,
                Name(outlet.name_ar, outlet.name_en),
                outlet.country or None,
                rule=f"media.{outlet.id}",
            )
            self._mention(cast_, key, item, Form.PROPER)
        elif match.entry.sort is Sort.PLACE:
            self._admit_place(cast_, item, cast(Place, match.entry.ref))
        else:
            self._admit_state(cast_, line, item, cast(Country, match.entry.ref))

    def _mention(self, cast_: Cast, key: tuple[str, ...], item: Found, form: Form) -> None:
        cast_.mention(key, item.first, item.last, MentionKind.NAME, form, clitic=item.clitic)

    def _admit_state(self, cast_: Cast, line: Line, item: Found, country: Country) -> None:
        sort = item.match.entry.sort if item.match else Sort.COUNTRY
        if sort is Sort.CAPITAL and self._metonyms.is_place(cast_.doc, line, item.first, item.clitic):
            self._admit_place(cast_, item, self._known.find_place(cast_.doc, item), country)
            return
        form = {Sort.ADJECTIVE: Form.ADJECTIVE, Sort.CAPITAL: Form.METONYM, Sort.SEAT: Form.METONYM}.get(
            sort, Form.PROPER
        )
        self._mention(cast_, self._admit_country(cast_, country.code), item, form)

    def _admit_place(self, cast_: Cast, item: Found, place: Place | None, country: Country | None = None) -> None:
        """A listed place, or a capital that the list of places lacks."""
        if place is not None:
            key: tuple[str, ...] = ("place", place.id)
            code = place.country or (country.code if country else None)
            cast_.admit(key, EntityKind.PLACE, Name(place.name_ar, place.name_en), code, rule=f"places.{place.id}")
        else:
            name = Name(cast_.written(item.first, item.last, item.clitic), None)
            key = ("place", *cast_.doc.norms[item.first : item.last])
            cast_.admit(key, EntityKind.PLACE, name, country.code if country else None, rule="name.capital")
        self._mention(cast_, key, item, Form.PLACE)

    def _admit_site(self, cast_: Cast, item: Found) -> None:
        key = ("place", *cast_.doc.norms[item.name_first : item.last])
        clitic = item.clitic if item.name_first == item.first else ""
        name = Name(cast_.written(item.name_first, item.last, clitic), None)
        cast_.admit(key, EntityKind.PLACE, name, item.country, rule="name.site")
        cast_.mention(key, item.name_first, item.last, MentionKind.NAME, Form.PLACE, clitic=clitic)

    def _admit_body(self, cast_: Cast, line: Line, item: Found) -> None:
        body = item.body
        assert body is not None
        key = ("body", body.id, item.country)
        if item.country is None:
            same = [k for k in cast_.members if isinstance(k, tuple) and k[:2] == ("body", body.id)]
            if len(same) == 1:
                key = cast(tuple[str, str, str | None], same[0])
            elif body.generic and item.last - item.first < 2:
                return
        elif self._is_of(cast_, ("body", body.id, None), item.country):
            key = ("body", body.id, None)
        nation = self._countries.get(item.country) if item.country else None
        words = cast_.written(item.first, item.last, item.clitic)
        name = Name(words, f"{body.en} of {nation.name_en}" if nation else body.en)
        cast_.admit(key, EntityKind.ORGANIZATION, name, item.country, rule=f"bodies.{body.id}")
        is_pair = item.match is not None and item.match.entry.sort is Sort.BODIES  # of two nations, whichever
        if item.country is None and not is_pair:
            cast_.unplaced.append((key, item.first))
        cast_.mention(key, item.first, item.last, MentionKind.NAME, Form.PROPER, clitic=item.clitic)
        self._note_nation(cast_, item)

    @staticmethod
    def _is_of(cast_: Cast, key: tuple[str, str, None], country: str) -> bool:
        """Tell whether a body named without its nation may be this nation's: its spokesperson is of no other."""
        holders = (cast_.nation_of_holder(at) for bare, at in cast_.unplaced if bare == key)
        return key in cast_.members and next(holders, None) in (None, country)

    def _admit_headed(self, cast_: Cast, item: Found) -> None:
        words = cast_.doc.norms[item.name_first : item.last]
        assert item.kind is not None
        key = self._find_longer(cast_, words) or ("named", *words)
        clitic = item.clitic if item.name_first == item.first else ""
        name = Name(cast_.written(item.name_first, item.last, clitic), None)
        cast_.admit(key, _KINDS[item.kind], name, item.country, rule=f"heads.{item.kind}")
        if item.is_national:
            cast_.unplaced.append((key, item.first))
        cast_.mention(
            key,
            item.name_first,
            item.last,
            MentionKind.NAME,
            Form.PROPER,
            clitic=clitic,
        )
        self._note_nation(cast_, item)

    def _find_longer(self, cast_: Cast, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return who was named before with these words and more: هيئة الرقابة after هيئة الرقابة المالية."""
        if len(words) < 2:
            return None
        named = ("named", *words)
        keys = (key for key in cast_.members if isinstance(key, tuple) and key[: len(named)] == named)
        return next(keys, None)

    def _note_nation(self, cast_: Cast, item: Found, *, whole: bool = False) -> None:
        """The nationality inside a body's name mentions the country; with `whole` all of it stands for the country."""
        if item.country is None:
            return
        low = item.match.last if item.match else item.first + 1
        for at in range(low, item.last):
            match = self._known.find_nation(cast_.doc, cast_.doc.line_of(at), at)
            if match is not None and cast(Country, match.entry.ref).code == item.country and match.last <= item.last:
                key = self._admit_country(cast_, item.country)
                form = Form.METONYM if whole else Form.ADJECTIVE
                cast_.mention(
                    key, at, match.last, MentionKind.NAME, form, clitic=match.clitic, phrase=(item.first, item.last)
                )
                return


def _is_capital(item: Found) -> bool:
    return item.match is not None and item.match.entry.sort is Sort.CAPITAL


def _code(item: Found) -> str | None:
    ref = item.match.entry.ref if item.match is not None else None
    return ref.code if isinstance(ref, Country) else None


def _to_bodies(found: list[Found]) -> Bodies:
    """Organizations that may follow an office, by first token."""
    bodies: Bodies = {}
    for item in found:
        match = item.match
        if item.body is not None or item.kind is not None:
            bodies[item.first] = (item.last, item.country, match)
        elif match is not None and match.entry.sort is Sort.ORGANIZATION:
            bodies[item.first] = (item.last, cast(Organization, match.entry.ref).country or None, match)
    return bodies


@lru_cache(maxsize=4)
def build_name_finder(lexicon: Lexicon) -> NameFinder:
    """Build the finder of names for a lexicon."""
    return NameFinder(lexicon)


def find_names(doc: Document, lexicon: Lexicon) -> Names:
    """Return the entities of a document and all their mentions."""
    return build_name_finder(lexicon).find_all(doc)
