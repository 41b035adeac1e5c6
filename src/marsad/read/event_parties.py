"""Parties of an event that its own words leave open: speakers, pronouns, whoever else the sentence names."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from marsad.lexicon.frames import Frame, SlotRole
from marsad.lexicon.load import Lexicon
from marsad.lexicon.plover import TYPES
from marsad.lexicon.syntax import build_syntax
from marsad.model import EventType, Statement
from marsad.read.asides import PAUSES
from marsad.read.clauses import Clause
from marsad.read.document import Line
from marsad.read.doers import Doers
from marsad.read.event_company import Company
from marsad.read.event_types import SHARED, UTTERED
from marsad.read.spoken_of import Slots
from marsad.read.triggers import Trigger

# PLOVER: these are always done by one to another, so one party alone is no such event.
LEAST = {entry.type: 2 for entry in TYPES if entry.recipient}
_FORUM = ("أمام", "عبر")  # before whom or through whom something is said takes no part in it
_ABOUT = ("بشأن", "حول")
_ASIDE = (*_ABOUT, "في")  # about whom or where it is said
_BACK = 60  # tokens before a sentence in which a pronoun finds whom it means
_BOTH = 2
_QUANTIFIED = 3  # tokens in which a subject tells what people are meant: عدد من الدول
_TO_KNOWN = ("لل", "لهذ", "لتلك", "لذلك")  # ل before what has the article or is pointed to
_OUR = "نا"
_APART = "ايا"  # an object pronoun that stands apart: إياه


class PartyFinder:
    """Completes the parties of the events of one document. Parties are entity ids."""

    def __init__(self, doers: Doers, lexicon: Lexicon) -> None:
        self._doers, self._sites = doers, doers.sites
        self._doc, self._names, self._spoken = doers.sites.doc, doers.sites.names, doers.sites.spoken
        self._company = Company(doers.sites)
        syntax, words = build_syntax(lexicon.syntax, lexicon.verbs), lexicon.reference
        self._contrasts, self._others = words.contrast, words.others
        self._pauses = (words.clause_boundary | words.pause) - syntax.complementizers

    def complete(
        self,
        frame: Frame,
        trigger: Trigger,
        own: Clause | None,
        actors: list[str],
        recipients: list[str],
        statement: Statement | None,
        speaker: str | None,
    ) -> tuple[list[str], list[str]]:
        """Fill a side that the clause leaves open by whoever speaks; a side that nobody names stays open."""
        if speaker is not None and frame.speaker is SlotRole.ACTOR and not actors and not self._is_by_others(own):
            actors = [speaker]
        if speaker is not None and frame.speaker is SlotRole.RECIPIENT and not recipients:
            recipients = [speaker]
        if (
            frame.needs == "statement"
            and statement is not None
            and speaker is not None
            and {*actors, *recipients} <= {speaker}
        ):
            if frame.type is EventType.ACCUSE and own is not None and self._begins_with(own.subject, speaker):
                return [], []  # Who tells what he does himself blames nobody: إن بلاده تحاول تغيير القانون.
            recipients = self._spoken_of(frame, trigger, own, statement, speaker)
        return actors, recipients

    def _begins_with(self, phrase: tuple[int, int] | None, party: str) -> bool:
        """Tell whether a subject is somebody or his country, and not only something of his."""
        return phrase is not None and self._spoken.parties_in(phrase[0], phrase[0] + 1) == [party]

    def _is_by_others(self, own: Clause | None) -> bool:
        """Tell whether people without a name do what a clause tells: قال إن بعض الأطراف ترفض الحوار."""
        if own is None or own.subject is None:
            return False
        first, last = own.subject
        lands = [(prep.first, prep.last) for prep in own.preps if prep.prep == "في" and prep.first <= last + 1]
        # المعارضة في كينيا: the land they are in tells whose they are.
        known = any(self._spoken.parties_in(*phrase) for phrase in (own.subject, *lands))
        if first > own.head and self._sites.can_act(first) and not known:
            return True
        told = self._doc.norms[own.subject[0] : own.subject[0] + _QUANTIFIED]
        return any(norm.removeprefix("و").removeprefix("ال") in self._others for norm in told)

    def take_side(
        self, frame: Frame, slots: Slots, actors: list[str], recipients: list[str], speaker: str | None
    ) -> tuple[list[str], list[str]]:
        """He who speaks well of a relation backs the other side of it; with whom he is one subject stands with him."""
        sided = frame.type in UTTERED or SlotRole.MUTUAL in frame.slots.values()
        if not sided or frame.speaker is not SlotRole.ACTOR or recipients:
            return actors, recipients
        if speaker not in actors or len(actors) < 2:
            return actors, recipients
        beside = slots.get("subject", ()) if speaker in slots.get("subject", ()) else ()
        others = [party for party in actors if party != speaker and party not in beside]
        return ([party for party in actors if party not in others], others) if others else (actors, recipients)

    def _spoken_of(
        self, frame: Frame, trigger: Trigger, own: Clause | None, statement: Statement, speaker: str
    ) -> list[str]:
        """Whom the words judge: the party named last before the judgement, else the first behind it.

        Whom or what the one judged wrongs (ينتهك قرارات المجلس) is not blamed.
        """
        wronged = own.object if own is not None and "object" not in frame.slots else None
        spared = {speaker, *(self._spoken.parties_in(*wronged) if wronged is not None else ())}
        first = self._doc.token_at(statement.content[0].start) if statement.content else trigger.first
        last = self._doc.token_at(statement.content[-1].end) if statement.content else trigger.last
        before = [party for party in self._spoken.parties_in(first, trigger.first) if party not in spared]
        behind = [party for party in self._spoken.parties_in(trigger.last, last) if party not in spared]
        return before[-1:] or behind[:1]

    def _is_ours(self, at: int) -> bool:
        return self._doc.norms[at].endswith(_OUR) and not self._sites.named[at] and self._sites.can_act(at)

    def add_pronouns(self, slots: Slots, line: Line, trigger: Trigger, own: Clause | None, speaker: str | None) -> None:
        """Add who is meant by pronouns: "we" and "our" are the speaker's state, him and them who was named last."""
        if trigger.ours and trigger.verbal and speaker is None:
            # Nobody told of before is "we"; in a title he stands before a colon.
            slots["subject"] = self._cited_in(line, trigger.head)
        if trigger.ours and speaker is not None:
            place = "subject" if trigger.verbal else "owner"
            if trigger.verbal and not slots.get("object"):
                # "We" never stands behind its verb: who does is its object (سنواجه إيران).
                behind = self._spoken.parties_in(trigger.last, line.last)
                slots["object"] = [party for party in slots.get("subject", ()) if party in behind and party != speaker]
            slots[place] = [speaker]
        elif speaker is not None and own is not None and own.subject is not None and self._is_ours(own.subject[0]):
            slots["subject"] = [speaker]  # قواتنا تدافع عن الحدود
        after = self._doc.norms[trigger.last] if trigger.last < line.last else ""
        # A masdar has its object behind ل: أبدى رفضه لهذه التصريحات.
        at = trigger.head + 1
        led = at < line.last and self._doc.norms[at].startswith(_TO_KNOWN)
        pronoun = "" if trigger.verbal and led and self._sites.is_masdar(trigger.head) else trigger.target
        target = pronoun or (after if trigger.verbal and after.startswith(_APART) else "")
        if target and not slots.get("object"):
            first, subject = max(0, line.first - _BACK), slots.get("subject", ())
            known = self._doers.meant_by(target, first, trigger.head)
            others = [party for party in known if party not in subject]
            both = target.endswith("هما")
            pair = self._last_pair(first, trigger.head, subject) if both else []
            slots["object"] = pair or others[-2 if both else -1 :]

    def _last_pair(self, first: int, last: int, but: Sequence[str]) -> list[str]:
        """The last two of a range that one word means (البلدين) or that و joins, none of them among `but`."""
        marked = [(at, party) for at, party in self._spoken.marked_in(first, last)]
        for (at, one), (after, other) in reversed(list(pairwise(marked))):
            if (at == after or self._is_joined(at, after)) and one != other and not {one, other} & {*but}:
                return [one, other]
        return []

    def _cited_in(self, line: Line, last: int) -> list[str]:
        """Whose words a line gives behind his name and a colon: الوزير: سنرد."""
        colon = next((at for at in range(line.first, last) if self._doc.norms[at] == ":"), line.first)
        return self._spoken.parties_in(line.first, colon)[:1]

    def fill_up(
        self,
        line: Line,
        frame: Frame,
        trigger: Trigger,
        clause: Clause | None,
        slots: Slots,
        actors: list[str],
        recipients: list[str],
    ) -> tuple[list[str], list[str]]:
        """Where the sense asks for more parties than found, the one other party of the clause or sentence is meant."""
        given = {*actors, *recipients}
        alone = clause is not None and (
            frame.type is EventType.COOPERATE or (frame.mode == "multilateral" and not self._company.is_told(clause))
        )
        if frame.mode == "visit" or alone:
            # Where to or with whom is told, or it is not known: أجرت مناورات قرب سواحل الجار، تستضيف القمة.
            return actors, recipients
        directed = frame.type in UTTERED and not (actors and recipients)
        if trigger.ours and len(given) == 1 and frame.type in SHARED:
            # "We agreed": the speaker and whom the text has joined him with.
            pair = self._spoken.last_two_before(trigger.head, states=True)
            return ([*actors, *(p for p in pair if p not in given)] if given & {*pair} else actors), recipients
        if frame.mode == "third-party" and actors and not recipients:
            # استأنف البلدان الحوار بوساطة صينية: two whom the sentence names before.
            named = [party for party in self._spoken.parties_in(line.first, trigger.first) if party not in given]
            return actors, named if len(named) == _BOTH else []
        by_others = not actors and clause is not None and clause.head == trigger.head and self._is_by_others(clause)
        if not trigger.verbal and self._company.is_told_alone(frame, slots, given):
            return actors, recipients
        if (
            by_others
            or self._is_filled(frame, clause)
            or self._company.is_met(frame, clause, {*slots.get("subject", ())})
            or (clause is not None and self._company.meets_alone(frame, given))
        ):
            return actors, recipients
        if not given or (not directed and len(given) >= max(LEAST.get(frame.type, 1), frame.parties)):
            return actors, recipients
        sentence = (line.first, self._turn_behind(line, trigger))
        scopes = [sentence] if clause is None else [(clause.first, clause.last), sentence]
        # Whom talks are about has no part in them either.
        others_at = _ABOUT if frame.type is EventType.CONSULT else ("object",) if frame.needs == "statement" else ()
        apart = [place for place in (*_FORUM, *others_at) if place not in frame.slots]
        heard = {party for place in apart for party in slots.get(place, ())}
        others = ([p for p in self._spoken.parties_in(*scope) if p not in given | heard] for scope in scopes)
        rest = next((found for found in others if len(found) == 1), [])
        if not rest and directed and actors and frame.type is not EventType.SUPPORT:
            about = {party for place in _ASIDE if place not in frame.slots for party in slots.get(place, ())}
            rest = self._spoken_behind(line, trigger, given | heard | about)
        if not rest:
            return actors, recipients
        if actors and SlotRole.MUTUAL in frame.slots.values():
            return actors + rest, recipients
        return (actors, recipients or rest) if actors else (rest, recipients)

    def _turn_behind(self, line: Line, trigger: Trigger) -> int:
        """Where the sentence turns to others behind a trigger: رحبت كينيا بالاتفاق، فيما رفضته رواندا."""
        norms = self._doc.norms
        return next((at for at in range(trigger.last, line.last) if norms[at] in self._contrasts), line.last)

    def _spoken_behind(self, line: Line, trigger: Trigger, others: set[str]) -> list[str]:
        """The first party that words name before their first pause, and whoever و joins to it."""
        ends = (at for at in range(trigger.last, line.last) if self._doc.norms[at] in self._pauses)
        marked = self._spoken.marked_in(trigger.last, next(ends, line.last))
        found = [(at, party) for at, party in marked if party not in others]
        joined = takewhile(lambda pair: self._is_joined(*pair), pairwise(at for at, _ in found))
        return list(dict.fromkeys(party for _, party in found[: 1 + len(list(joined))]))

    def _is_joined(self, at: int, after: int) -> bool:
        """Tell whether nothing but "and" stands between two names."""
        return after == at + 1 and self._doc.norms[after].startswith("و")

    def _is_filled(self, frame: Frame, clause: Clause | None) -> bool:
        """Somebody whose party is not known stands where the other side does: nobody else is meant."""
        if clause is None or clause.object is None or frame.slots.get("object") is not SlotRole.RECIPIENT:
            return False
        head = clause.object[0]
        if any(prep.first < head for prep in clause.preps):
            return False  # it may belong to what the preposition governs
        if self._spoken.parties_in(*clause.object) or self._doc.norms[head - 1] in PAUSES:
            # Behind a comma stands a second name of the subject.
            return False
        named = next((m for m in self._names.within(head, head + 1) if m.first == head), None)
        return self._sites.can_act(head) or (named is not None and self._names.party_of(named.entity) is None)

    def speaker_of(self, statement: Statement | None) -> str | None:
        """Return the party for which the speaker of a statement speaks: a minister unnamed speaks for his state."""
        if statement is None:
            return None
        if statement.speaker is not None:
            return self._names.party_of(statement.speaker)
        if statement.speaker_span is None:
            return None
        first = self._doc.token_at(statement.speaker_span.start)
        last = self._doc.token_at(statement.speaker_span.end)
        return next(iter(self._spoken.parties_in(first, last)), None)
