"""The cast of an article: entities as they come up, each under a key that says who it is, and their mentions."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from marsad.lexicon.offices import Office
from marsad.lexicon.organizations import Organization
from marsad.model import Entity, EntityKind, MentionKind, Name, Role
from marsad.read.document import Document
from marsad.read.mentions import Form, Named, Names
from marsad.read.role_formula import RolePhrase

_CONTEXT = 40  # tokens: about a sentence


@dataclass
class Member:
    """One entity while the article is being read.

    `words` are the fullest name, `acts_for` the key of the body a person speaks for, `stands_for` those of the states
    that act when a contact group does.
    """

    key: Hashable
    kind: EntityKind
    name: Name
    country: str | None
    code: str | None
    rule: str
    roles: list[tuple[int, Role, str]] = field(default_factory=list)  # place in the text, role, office id
    words: tuple[str, ...] = ()
    acts_for: Hashable | None = None
    stands_for: tuple[Hashable, ...] = ()


@dataclass
class Cast:
    """Members by key, and their mentions; `waiting` holds offices without a name until all names are known.

    `qids` are the Wikidata items of listed entities, by the key that such a member has; `begins_name` tells whether a
    folded word begins a listed name.
    """

    doc: Document
    begins_name: Callable[[str], bool]
    qids: Mapping[Hashable, str] = field(default_factory=dict)
    members: dict[Hashable, Member] = field(default_factory=dict)
    mentions: list[Named] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    waiting: list[tuple[RolePhrase, Office | None]] = field(default_factory=list)
    last_office: Office | None = None
    # Bare bodies, and the token where each stands.
    unplaced: list[tuple[Hashable, int]] = field(default_factory=list)
    _keys: list[Hashable] = field(default_factory=list)

    def admit(
        self,
        key: Hashable,
        kind: EntityKind,
        name: Name,
        country: str | None,
        *,
        code: str | None = None,
        rule: str,
        words: tuple[str, ...] = (),
    ) -> Member:
        """Return the member under `key`, made if it is new; a country learnt later is kept."""
        member = self.members.get(key)
        if member is None:
            member = self.members[key] = Member(key, kind, name, country, code, rule, words=words)
        elif member.country is None:
            member.country = country
        return member

    def admit_organization(self, listed: Organization) -> Member:
        """Return the member that a listed organization is, made if it is new."""
        name, rule = Name(listed.name_ar, listed.name_en), f"organizations.{listed.id}"
        kind, country, code = EntityKind(listed.kind), listed.country or None, listed.code or None
        return self.admit(("organization", listed.id), kind, name, country, code=code, rule=rule)

    def mention(
        self,
        key: Hashable,
        first: int,
        last: int,
        kind: MentionKind,
        form: Form,
        *,
        clitic: str = "",
        phrase: tuple[int, int] | None = None,
    ) -> None:
        """Note a mention of a member at a token range; of two at one place the later tells more."""
        start, end = self._start_of(first, clitic), self.doc.tokens[last - 1].end
        low, high = phrase or (first, last)
        if form is Form.HOLDER:
            self._drop(key, first, last)
        self.mentions.append(Named("", first, last, start, end, kind, form, low, high, clitic))
        self._keys.append(key)
        if form is not Form.ADJECTIVE:
            self.taken.update(range(first, last))

    def written(self, first: int, last: int, clitic: str) -> str:
        """Return a name as it is written alone: without what is joined to it, with its article (للجيش: الجيش)."""
        text = self.doc.text[self._start_of(first, clitic) : self.doc.tokens[last - 1].end]
        return "ال" + text if self._hides_article(first, clitic) else text

    def _start_of(self, first: int, clitic: str) -> int:
        """The place in the text where a name begins behind a clitic; in للصين the second ل is left of its article."""
        token = self.doc.tokens[first]
        left = len(clitic) + self._hides_article(first, clitic)
        place = token.start
        while left and place < token.end:
            left -= self.doc.text[place].isalpha()
            place += 1
        while place < token.end and not self.doc.text[place].isalpha():
            place += 1
        return place

    def _hides_article(self, first: int, clitic: str) -> bool:
        rest = self.doc.norms[first][len(clitic) :]
        return clitic.endswith("ل") and rest.startswith("ل") and not self.begins_name(rest)

    def _drop(self, key: Hashable, first: int, last: int) -> None:
        """Forget a nationality that is now known to be its holder: بين الرئيسين المصري والتركي."""
        for n in range(len(self.mentions) - 1, -1, -1):
            named = self.mentions[n]
            if (named.first, named.last, named.form) == (first, last, Form.ADJECTIVE) and self._keys[n] == key:
                del self.mentions[n], self._keys[n]

    def is_free(self, first: int, last: int) -> bool:
        """Tell whether no mention other than an adjective covers any token of the range."""
        return self.taken.isdisjoint(range(first, last))

    def join_bracketed(self) -> None:
        """A name in brackets after that of an organization is its second: الحلف (ناتو), «فيسبوك» (Facebook)."""
        norms = self.doc.norms
        ends = {named.last: n for n, named in enumerate(self.mentions) if named.form is Form.PROPER}
        for n, named in enumerate(self.mentions):
            at = named.first - 1
            if at < 1 or norms[at] != "(" or named.last >= len(norms) or norms[named.last] != ")":
                continue
            before = ends.get(at, ends.get(at - 1) if norms[at - 1] == '"' else None)
            if before is None or not self._are_bodies(self._keys[before], self._keys[n]):
                continue
            self._rename(self._keys[n], self._keys[before])

    def join(self, old: Hashable, new: Hashable) -> None:
        """Take one member for another: what was said of the first is said of the second."""
        gone, kept = self.members.pop(old), self.members[new]
        kept.roles += gone.roles
        self._rename(old, new)

    def _rename(self, old: Hashable, new: Hashable) -> None:
        self._keys = [new if key == old else key for key in self._keys]

    def _are_bodies(self, *keys: Hashable) -> bool:
        kinds = (EntityKind.ORGANIZATION, EntityKind.MEDIA, EntityKind.GROUP)
        return all(self.members[key].kind in kinds for key in keys)

    def nation_of_holder(self, at: int) -> str | None:
        """Return the country of the person in whose title a token stands: المتحدث باسم وزارة الخارجية فلان."""
        place = self.doc.tokens[at].start
        titles = ((m.country, role.span) for m in self.members.values() for _, role, _ in m.roles if m.country)
        return next((country for country, span in titles if span and span.start <= place < span.end), None)

    def nation_before(self, at: int) -> str | None:
        """Return the country of whoever acts before a token, not far: a bare ministry there is that country's.

        A person with a country or a body of a state counts before the country last named: he stands before his own
        parliament.
        """
        near = [
            (named, self.members[key])
            for named, key in zip(self.mentions, self._keys, strict=True)
            if named.last <= at <= named.last + _CONTEXT and named.form is not Form.PLACE
        ]
        for acts in (_acts_for_state, _is_country):
            found = [(named.last, m.country) for named, m in near if m.country and acts(m)]
            if found:
                return max(found, key=lambda item: item[0])[1]
        return None

    def named_states(self) -> Iterator[tuple[int, str]]:
        """Yield token and country of every mention of a country or of somebody who has one."""
        for named, key in zip(self.mentions, self._keys, strict=True):
            member = self.members[key]
            if member.country and member.kind in (EntityKind.COUNTRY, EntityKind.PERSON):
                yield named.first, member.country

    def group_before(self, at: int) -> Hashable | None:
        """Return the key of the armed group or movement named last before a token."""
        groups = ((n.first, k) for n, k in zip(self.mentions, self._keys, strict=True) if n.kind is MentionKind.NAME)
        near = [(first, key) for first, key in groups if first < at and self.members[key].kind is EntityKind.GROUP]
        return max(near, key=lambda item: item[0])[1] if near else None

    def nation_at(self, at: int) -> str | None:
        """Return the country of the nationality adjective that ends right before a token (الرحالة الكيني فلان)."""
        for named, key in zip(reversed(self.mentions), reversed(self._keys), strict=True):
            if named.last == at and named.form is Form.ADJECTIVE:
                return self.members[key].country
        return None

    def key_ending(self, last: int) -> Hashable | None:
        """Return the key of the mention that ends right before token `last`, if any."""
        for named, key in zip(reversed(self.mentions), reversed(self._keys), strict=True):
            if named.last == last:
                return key
        return None

    def key_starting(self, first: int) -> Hashable | None:
        """Return the key of the name that begins at token `first` with nothing joined to it, if any."""
        for named, key in zip(reversed(self.mentions), reversed(self._keys), strict=True):
            if named.first == first and named.form is Form.PROPER and not named.clitic:
                return key
        return None

    def to_names(self) -> Names:
        """Number the members in the order in which the text first speaks of them and close the cast."""
        order = sorted(range(len(self.mentions)), key=lambda n: (self.mentions[n].first, self.mentions[n].last))
        ids: dict[Hashable, str] = {}
        for n in order:
            ids.setdefault(self._keys[n], f"e{len(ids)}")
        for key in self.members:
            ids.setdefault(key, f"e{len(ids)}")
        mentions = tuple(_with_entity(self.mentions[n], ids[self._keys[n]]) for n in order)
        entities = tuple(_to_entity(self.members[key], ids[key], self.qids.get(key)) for key in ids)
        acts_for = {ids[key]: ids[m.acts_for] for key, m in self.members.items() if m.acts_for in ids}
        groups = {ids[key]: tuple(ids[one] for one in m.stands_for) for key, m in self.members.items() if m.stands_for}
        return Names(entities, mentions, acts_for, groups)


def _acts_for_state(member: Member) -> bool:
    is_body = isinstance(member.key, tuple) and member.key[0] == "body"
    return is_body or member.kind is EntityKind.PERSON


def _is_country(member: Member) -> bool:
    return member.kind is EntityKind.COUNTRY


def _with_entity(named: Named, entity: str) -> Named:
    return Named(
        entity, named.first, named.last, named.start, named.end, named.kind, named.form,
        named.phrase_first, named.phrase_last, named.clitic,
    )  # fmt: skip


def _to_entity(member: Member, entity_id: str, qid: str | None) -> Entity:
    roles = tuple(dict.fromkeys(role for _, role, _ in sorted(member.roles, key=lambda item: item[0])))
    return Entity(entity_id, member.kind, member.name, member.country, member.code, qid, roles, member.rule)
