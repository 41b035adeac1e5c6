"""Contexts: what an event is about, PLOVER's 37 topics, each with the words that tell it."""

from pathlib import Path

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.tables import load_toml


class Context(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One context. `words` stand without article and clitics, in every number and gender that the news uses."""

    id: str
    meaning: str
    words: tuple[str, ...]


class _ContextFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    context: tuple[Context, ...]


def load_contexts(path: Path) -> tuple[Context, ...]:
    """The contexts of the TOML file at `path`, in its order. Raises LexiconError naming file and field."""
    contexts = load_toml(path, _ContextFile).context
    ids = [context.id for context in contexts]
    if len(ids) != len(set(ids)):
        raise LexiconError("a context is defined twice", path=path, field="id")
    for context in contexts:
        if not context.words or len(context.words) != len(set(context.words)):
            raise LexiconError(f"no word, or one word twice, in {context.id!r}", path=path, field="words")
    return contexts
