"""Sentences on disputes, promises and contacts, in one language, by template from structured facts."""

from dataclasses import dataclass

from marsad.lexicon.labels import Language
from marsad.model import EventStatus
from marsad.model.contact import Contact, ContactForm, Mechanism, Seat
from marsad.model.dispute import Dispute, DisputeKind, Position
from marsad.model.measurement import Measurement, Movement
from marsad.model.promise import Promise, PromiseKind, PromiseState, Sequel
from marsad.model.relation import Happening, Witness
from marsad.serve.wording import Wording

_DAYS_A_MONTH = 30.44
_MOST_POSITIONS = 4


@dataclass(frozen=True)
class Claims:
    """The sentences of one language. Everything returned is plain text; the words of articles stay as they are."""

    w: Wording

    def dispute(self, dispute: Dispute) -> str:
        """Return what differs between the positions of a dispute."""
        one, other = dispute.positions[:2]
        key = f"dispute-{dispute.kind}"
        if dispute.kind is DisputeKind.FIGURE:
            return self.w.sentence(key, subject=self._measured(one), positions=self._positions(dispute))
        if dispute.kind in (DisputeKind.DATE, DisputeKind.PLACE):
            return self.w.sentence(key, event=self._event(dispute), positions=self._positions(dispute))
        if dispute.kind is DisputeKind.DENIAL:
            return self.w.sentence(key, voice=self.voice(one), event=self._event(dispute), denier=self.voice(other))
        if dispute.kind is DisputeKind.ACCUSATION:
            return self.w.sentence(
                key, voice=self.voice(one), words=one.words, denier=self.voice(other), denied=other.words
            )
        speaker = self.w.who(dispute.speaker) if dispute.speaker else ""
        outlet, other_outlet = (self.w.source(position.witnesses[0]) for position in (one, other))
        return self.w.sentence(
            key, speaker=speaker, words=one.words, outlet=outlet, other=other.words, other_outlet=other_outlet
        )

    def promise(self, promise: Promise) -> str:
        """Return what was promised: by whom, what, until when."""
        key = f"promise-{promise.kind}"
        makers = self.w.listed([self.w.who(who) for who in promise.by]) or self.w.parties(promise.parties)
        by = self.w.sentence("by", who=makers) if makers else ""
        deadline = self._deadline(promise)
        if promise.measured is not None:
            measure = self.measure(promise.measured)
            return self.w.sentence(key, by=by, measure=measure, value=self.value(promise.measured), deadline=deadline)
        if promise.kind is PromiseKind.PLEDGE or promise.type is None:
            return self.w.sentence("promise-pledge", by=by, words=promise.subject, deadline=deadline)
        event = f"{self.w.event_kind(promise.type, promise.mode)} «{promise.subject}»"
        return self.w.sentence(key, by=by, event=event, deadline=deadline)

    def state(self, promise: Promise) -> str:
        """Return what became of a promise, with the sequel that settles it."""
        settling = next((sequel for sequel in promise.sequels if sequel.settles is promise.state), None)
        if promise.state is PromiseState.OPEN:
            return self.w.sentence("state-due" if promise.is_due else "state-open")
        settled = settling or next(sequel for sequel in promise.sequels if sequel.settles is not PromiseState.OPEN)
        return self.w.sentence(f"state-{promise.state}", sequel=self.sequel(settled))

    def sequel(self, sequel: Sequel) -> str:
        """Return what a later figure or event says: value or kind, period or day, by whom."""
        voice = self._voice_of(sequel.witness)
        if sequel.measured is not None:
            period = self.w.value(sequel.measured.period) if sequel.measured.period else self.w.phrase("period-unknown")
            return self.w.sentence("sequel-figure", value=self.value(sequel.measured), period=period, voice=voice)
        when = self.w.when(sequel.when) if sequel.when else self.w.phrase("date-unknown")
        return self.w.sentence("sequel-event", kind=f"«{sequel.witness.words}»", when=when, voice=voice)

    def mechanism(self, mechanism: Mechanism) -> tuple[str, ...]:
        """Return a mechanism with its rhythm, what is overdue, and who sat in its chairs."""
        w = self.w
        contacts = w.count("contacts", len(mechanism.contacts))
        level = w.label("level", mechanism.level)
        said = [w.sentence("mechanism", name=w.name(mechanism.name), contacts=contacts, level=level)]
        if mechanism.rhythm is not None and mechanism.due is not None:
            said.append(w.sentence("rhythm", months=self._months(mechanism.rhythm)))
            said.append(w.sentence("overdue" if mechanism.is_overdue else "next", day=w.day(mechanism.due)))
        elif len(mechanism.gaps) == 1:
            said.append(w.sentence("gap", months=self._months(mechanism.gaps[0])))
        said += [self._seat(seat) for seat in mechanism.seats if mechanism.is_named and len(seat.holders) > 1]
        return tuple(said)

    def contact(self, contact: Contact) -> str:
        """Return one contact: day, form, people, place."""
        return self.w.sentence(
            "contact", when=self.w.when(contact.when), form=self.form(contact), details=self._details(contact)
        )

    def form(self, contact: Contact) -> str:
        """Return how a contact was held, with visitor and host where they are known, and its status if not held."""
        words = self.w.label("form", contact.form)
        if contact.form is ContactForm.VISIT and contact.visitor and contact.host:
            visitor, host = self.w.party(contact.visitor), self.w.party(contact.host)
            words = self.w.sentence("visit-of", visitor=visitor, host=host)
        return words if contact.status is EventStatus.ACTUAL else f"{words} ({self.w.label('status', contact.status)})"

    def happening(self, line: Happening) -> str:
        """Return one happening: day, kind, sides, people, place."""
        people = self.w.people(line.participants)
        details = " · ".join(part for part in (people, self.w.names(line.places)) if part)
        return self.w.sentence(
            "event",
            when=self.w.when(line.when),
            kind=self.w.event_kind(line.type, line.mode),
            sides=self.sides(line.actors, line.recipients),
            details=f" ({details})" if details else "",
        )

    def sides(self, actors: tuple[str, ...], recipients: tuple[str, ...]) -> str:
        """Return who acted, and towards whom."""
        if actors and recipients:
            fields = {"actors": self.w.parties(actors), "recipients": self.w.parties(recipients)}
            return self.w.sentence("from-to", **fields)
        return self.w.parties(actors or recipients)

    def value(self, measured: Measurement) -> str:
        """Return a figure, marked where it is a rise or a fall."""
        value = self.w.figure(measured)
        return value if measured.movement is Movement.LEVEL else self.w.sentence(measured.movement, value=value)

    def measure(self, measured: Measurement) -> str:
        """Return what is measured: the measure's own name, else the article's words."""
        known = {measure.id: measure.en for measure in self.w.lexicon.measures.measures}
        if self.w.language is Language.EN and measured.topic in known:
            return known[measured.topic]
        return measured.measure or ""

    def voice(self, position: Position) -> str:
        """Return who holds a position: the speaker, else the outlets."""
        if position.voice is not None:
            return self.w.who(position.voice)
        return self.w.listed(list(dict.fromkeys(self.w.source(witness) for witness in position.witnesses)))

    def _voice_of(self, witness: Witness) -> str:
        return self.w.who(witness.said_by) if witness.said_by else self.w.source(witness)

    def _positions(self, dispute: Dispute) -> str:
        shown = dispute.positions[:_MOST_POSITIONS]
        return self.w.parted(
            [self.w.sentence("position", value=self._told(position), voice=self.voice(position)) for position in shown]
        )

    def _told(self, position: Position) -> str:
        if position.measured is not None:
            return self.value(position.measured)
        if position.when is not None:
            return self.w.when(position.when)
        return self.w.name(position.place) if position.place else position.words

    def _measured(self, position: Position) -> str:
        measured = position.measured
        if measured is None:
            return position.words
        words = self.measure(measured)
        return f"{words} ({self.w.value(measured.period)})" if measured.period else words

    def _event(self, dispute: Dispute) -> str:
        kind = self.w.event_kind(dispute.type, dispute.mode) if dispute.type else ""
        words = dispute.positions[0].witnesses[0].words
        return f"{kind} «{words}» ({self.w.parties(dispute.parties)})"

    def _deadline(self, promise: Promise) -> str:
        if promise.deadline is None:
            return ""
        if promise.measured is not None and promise.measured.period:
            return self.w.sentence("deadline", when=self.w.value(promise.measured.period))
        return self.w.sentence("deadline", when=self.w.day(promise.deadline))

    def _seat(self, seat: Seat) -> str:
        words = self.w.who_is(seat.holders[0].who)
        for holder in seat.holders[1:]:
            words = self.w.sentence("then", one=words, other=self.w.who_is(holder.who))
        return self.w.sentence("holders", side=self.w.party(seat.side), holders=words)

    def _details(self, contact: Contact) -> str:
        people = self.w.people(contact.people)
        details = " · ".join(part for part in (people, self.w.names(contact.places)) if part)
        return f": {details}" if details else ""

    def _months(self, days: int) -> str:
        months = round(days / _DAYS_A_MONTH)
        return self.w.count("months", months) if months else self.w.count("days", days)
