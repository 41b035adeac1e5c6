"""The whole lexicon, loaded once and handed to the stages as one frozen value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from marsad.lexicon.blocs import Bloc, load_blocs
from marsad.lexicon.calendar import Term, load_calendar
from marsad.lexicon.collectives import Collective, load_collectives
from marsad.lexicon.contact_groups import ContactGroup, load_contact_groups
from marsad.lexicon.contexts import Context, load_contexts
from marsad.lexicon.countries import Country, load_countries
from marsad.lexicon.cues import CueFile, load_cues
from marsad.lexicon.denials import Denials, load_denials
from marsad.lexicon.extend import extend
from marsad.lexicon.frames import Frame, load_frames
from marsad.lexicon.furniture import Markup, Wording, load_markup, load_wording
from marsad.lexicon.items import Item, load_items
from marsad.lexicon.labels import Labels, load_labels
from marsad.lexicon.measures import Measures, load_measures
from marsad.lexicon.mechanisms import Mechanisms, load_mechanisms
from marsad.lexicon.nouns import Noun, load_nouns
from marsad.lexicon.offices import Modifier, Office, Unnamed, load_modifiers, load_offices, load_unnamed
from marsad.lexicon.organizations import (
    Body,
    Head,
    Organization,
    Outlet,
    Quality,
    load_bodies,
    load_heads,
    load_media,
    load_organizations,
    load_qualities,
)
from marsad.lexicon.outlet_rules import OutletRule, load_outlet_rules
from marsad.lexicon.particles import Particles, load_particles
from marsad.lexicon.people import Person, Tenure, load_people, load_tenures
from marsad.lexicon.places import Place, load_places
from marsad.lexicon.reference import Reference, load_reference
from marsad.lexicon.senses import Sense, load_senses
from marsad.lexicon.sentences import Sentences, load_sentences
from marsad.lexicon.signs import Sign, load_signs
from marsad.lexicon.slot_places import load_slot_places
from marsad.lexicon.spelling import Spelling, load_spelling
from marsad.lexicon.state_forms import StateForm, load_state_forms
from marsad.lexicon.syntax import ClauseWords, load_syntax
from marsad.lexicon.topics import Topic, load_topics
from marsad.lexicon.units import Units, load_units
from marsad.lexicon.verbs import Verb, load_verbs

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything Marsad knows about words. Compared by identity, so that indexes made from it can be cached."""

    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    state_forms: tuple[StateForm, ...]
    organizations: tuple[Organization, ...]
    outlets: tuple[Outlet, ...]
    blocs: tuple[Bloc, ...]
    contact_groups: tuple[ContactGroup, ...]
    collectives: tuple[Collective, ...]
    bodies: tuple[Body, ...]
    heads: tuple[Head, ...]
    qualities: tuple[Quality, ...]
    offices: tuple[Office, ...]
    modifiers: tuple[Modifier, ...]
    unnamed: tuple[Unnamed, ...]
    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]
    items: tuple[Item, ...]
    spelling: Spelling
    verbs: tuple[Verb, ...]
    nouns: tuple[Noun, ...]
    frames: tuple[Frame, ...]
    slot_places: Mapping[str, str]
    senses: tuple[Sense, ...]
    contexts: tuple[Context, ...]
    particles: tuple[Particles, ...]
    given_names: tuple[Particles, ...]
    reference: Reference
    syntax: tuple[ClauseWords, ...]
    cues: CueFile
    labels: Labels
    sentences: Sentences
    measures: Measures
    mechanisms: Mechanisms
    denials: Denials
    calendar: tuple[Term, ...]
    units: Units
    wording: Wording
    markup: tuple[Markup, ...]
    signs: tuple[Sign, ...]
    topics: tuple[Topic, ...]
    outlet_rules: tuple[OutletRule, ...]


# The file of each field, and what reads it.
_FILES: dict[str, tuple[str, Callable[[Path], Any]]] = {
    "countries": ("countries.tsv", load_countries),
    "places": ("places.tsv", load_places),
    "state_forms": ("state_forms.toml", load_state_forms),
    "organizations": ("organizations.tsv", load_organizations),
    "outlets": ("media.tsv", load_media),
    "blocs": ("blocs.toml", load_blocs),
    "contact_groups": ("contact_groups.toml", load_contact_groups),
    "collectives": ("collectives.toml", load_collectives),
    "bodies": ("bodies.toml", load_bodies),
    "heads": ("heads.toml", load_heads),
    "qualities": ("heads.toml", load_qualities),
    "offices": ("offices.toml", load_offices),
    "modifiers": ("offices.toml", load_modifiers),
    "unnamed": ("offices.toml", load_unnamed),
    "people": ("people.tsv", load_people),
    "tenures": ("tenures.tsv", load_tenures),
    "items": ("wikidata.tsv", load_items),
    "spelling": ("spelling.toml", load_spelling),
    "verbs": ("verbs.tsv", load_verbs),
    "nouns": ("nouns.tsv", load_nouns),
    "frames": ("frames", load_frames),
    "slot_places": ("slot_places.toml", load_slot_places),
    "senses": ("senses.toml", load_senses),
    "contexts": ("contexts.toml", load_contexts),
    "particles": ("particles.toml", load_particles),
    "given_names": ("given_names.toml", load_particles),
    "reference": ("reference.toml", load_reference),
    "syntax": ("syntax.toml", load_syntax),
    "cues": ("cues.toml", load_cues),
    "labels": ("labels.toml", load_labels),
    "sentences": ("sentences.toml", load_sentences),
    "measures": ("measures.toml", load_measures),
    "mechanisms": ("mechanisms.toml", load_mechanisms),
    "denials": ("denials.toml", load_denials),
    "calendar": ("calendar.toml", load_calendar),
    "units": ("units.toml", load_units),
    "wording": ("furniture.toml", load_wording),
    "markup": ("markup.toml", load_markup),
    "signs": ("signs.toml", load_signs),
    "topics": ("topics.toml", load_topics),
    "outlet_rules": ("outlets", load_outlet_rules),
}


def load_lexicon(data: Path = DATA, extra: tuple[Path, ...] = ()) -> Lexicon:
    """Load the lexicon from the folder `data`, extended by the folders `extra`, the last with the last word.

    The same folders give the same lexicon. Raises LexiconError that names the file, line and field at fault; then
    nothing is loaded.
    """
    return _load(data, extra)


@lru_cache(maxsize=4)
def _load(data: Path, extra: tuple[Path, ...]) -> Lexicon:
    if not extra:
        return Lexicon(**{field: load(data / name) for field, (name, load) in _FILES.items()})
    return Lexicon(**extend(vars(_load(data, extra[:-1])), extra[-1], _FILES))
