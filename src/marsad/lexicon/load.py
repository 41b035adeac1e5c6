"""The whole lexicon, loaded once and handed to the stages as one frozen value."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from marsad.lexicon.blocs import Bloc, load_blocs
from marsad.lexicon.calendar import Term, load_calendar
from marsad.lexicon.contexts import Context, load_contexts
from marsad.lexicon.countries import Country, load_countries
from marsad.lexicon.cues import CueFile, load_cues
from marsad.lexicon.frames import Frame, load_frames
from marsad.lexicon.furniture import Markup, Wording, load_markup, load_wording
from marsad.lexicon.labels import Labels, load_labels
from marsad.lexicon.nouns import Noun, load_nouns
from marsad.lexicon.offices import Modifier, Office, Unnamed, load_modifiers, load_offices, load_unnamed
from marsad.lexicon.organizations import (
    Body,
    Head,
    Organization,
    Outlet,
    load_bodies,
    load_heads,
    load_media,
    load_organizations,
)
from marsad.lexicon.particles import Particles, load_particles
from marsad.lexicon.people import Person, Tenure, load_people, load_tenures
from marsad.lexicon.places import Place, load_places
from marsad.lexicon.reference import Reference, load_reference
from marsad.lexicon.spelling import Spelling, load_spelling
from marsad.lexicon.syntax import ClauseWords, load_syntax
from marsad.lexicon.units import Units, load_units
from marsad.lexicon.verbs import Verb, load_verbs

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything Marsad knows about words. Compared by identity, so that indexes made from it can be cached."""

    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    organizations: tuple[Organization, ...]
    outlets: tuple[Outlet, ...]
    blocs: tuple[Bloc, ...]
    bodies: tuple[Body, ...]
    heads: tuple[Head, ...]
    offices: tuple[Office, ...]
    modifiers: tuple[Modifier, ...]
    unnamed: tuple[Unnamed, ...]
    people: tuple[Person, ...]
    tenures: tuple[Tenure, ...]
    spelling: Spelling
    verbs: tuple[Verb, ...]
    nouns: tuple[Noun, ...]
    frames: tuple[Frame, ...]
    contexts: tuple[Context, ...]
    particles: tuple[Particles, ...]
    reference: Reference
    syntax: tuple[ClauseWords, ...]
    cues: CueFile
    labels: Labels
    calendar: tuple[Term, ...]
    units: Units
    wording: Wording
    markup: tuple[Markup, ...]


@lru_cache(maxsize=4)
def load_lexicon(data: Path = DATA) -> Lexicon:
    """Load the lexicon from the folder `data`. Raises LexiconError that names the file, line and field at fault."""
    return Lexicon(
        countries=load_countries(data / "countries.tsv"),
        places=load_places(data / "places.tsv"),
        organizations=load_organizations(data / "organizations.tsv"),
        outlets=load_media(data / "media.tsv"),
        blocs=load_blocs(data / "blocs.toml"),
        bodies=load_bodies(data / "bodies.toml"),
        heads=load_heads(data / "heads.toml"),
        offices=load_offices(data / "offices.toml"),
        modifiers=load_modifiers(data / "offices.toml"),
        unnamed=load_unnamed(data / "offices.toml"),
        people=load_people(data / "people.tsv"),
        tenures=load_tenures(data / "tenures.tsv"),
        spelling=load_spelling(data / "spelling.toml"),
        verbs=load_verbs(data / "verbs.tsv"),
        nouns=load_nouns(data / "nouns.tsv"),
        frames=load_frames(data / "frames"),
        contexts=load_contexts(data / "contexts.toml"),
        particles=load_particles(data / "particles.toml"),
        reference=load_reference(data / "reference.toml"),
        syntax=load_syntax(data / "syntax.toml"),
        cues=load_cues(data / "cues.toml"),
        labels=load_labels(data / "labels.toml"),
        calendar=load_calendar(data / "calendar.toml"),
        units=load_units(data / "units.toml"),
        wording=load_wording(data / "furniture.toml"),
        markup=load_markup(data / "markup.toml"),
    )
