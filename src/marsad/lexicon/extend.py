"""A user's own lexicon: a folder of files with the names and formats of the built-in ones, laid over them.

An entry with the id of a built-in one takes its place; all others are added. What a folder may hold are lists of
entries; the closed classes of the language are not extended.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from marsad.errors import LexiconError
from marsad.lexicon.verbs import build_verb_index

# Fields that users may extend. Several may come from one file (offices.toml).
_OPEN = (
    "places", "organizations", "outlets", "blocs", "contact_groups", "collectives", "bodies", "heads",
    "offices", "modifiers", "unnamed", "people", "tenures", "items", "verbs", "nouns", "frames", "senses",
    "contexts", "cues",
)  # fmt: skip
_SUFFIXES = (".tsv", ".toml")
_KEYS = ("id", "lemma", "noun", "ar", "organization")

Files = Mapping[str, tuple[str, Callable[[Path], Any]]]


def extend(fields: Mapping[str, Any], folder: Path, files: Files) -> dict[str, Any]:
    """Return the fields of a lexicon with the files of `folder` laid over them.

    `files` names the file of each field and what reads it. Raises LexiconError for a folder that is not there or holds
    none or other files, and for entries that are not allowed.
    """
    _check_folder(folder, {files[field][0] for field in _OPEN})
    found = dict(fields)
    for field in _OPEN:
        name, load = files[field]
        if (folder / name).exists():
            found[field] = _lay_over(fields[field], load(folder / name))
    _check_references(found, fields, folder, files)
    return found


def _check_folder(folder: Path, allowed: set[str]) -> None:
    if not folder.is_dir():
        raise LexiconError("is not a folder", path=folder)
    given = sorted(path.name for path in folder.iterdir() if path.suffix in _SUFFIXES or path.name in allowed)
    for name in given:
        if name not in allowed:
            raise LexiconError(f"cannot be extended, only {', '.join(sorted(allowed))}", path=folder / name)
    if not given:
        raise LexiconError(f"holds none of {', '.join(sorted(allowed))}", path=folder)


def _lay_over(base: Any, more: Any) -> Any:
    """Lists of entries by key; a file of several lists, list by list."""
    if isinstance(base, tuple):
        keys = {_key_of(entry) for entry in more}
        return (*(entry for entry in base if _key_of(entry) not in keys), *more)
    lists = {name: _lay_over(getattr(base, name), getattr(more, name)) for name in base.__struct_fields__}
    return msgspec.structs.replace(base, **lists)


def _key_of(entry: Any) -> Any:
    """What an entry is known by; the tenures of one person in one office are replaced together."""
    if hasattr(entry, "qid"):
        return entry.kind, entry.id
    if hasattr(entry, "person"):
        return entry.person, entry.office, entry.country
    return next((getattr(entry, key) for key in _KEYS if hasattr(entry, key)), entry)


def _check_references(found: Mapping[str, Any], base: Mapping[str, Any], folder: Path, files: Files) -> None:
    """Every id and code that a new entry names must be known."""
    ids = {field: {entry.id for entry in found[field]} for field in ("people", "offices", "organizations")}
    ids["countries"] = {country.code for country in found["countries"]} | {None, ""}
    for field, name, known, kind in (
        ("tenures", "person", ids["people"], "a person in people.tsv"),
        ("tenures", "office", ids["offices"], "an office in offices.toml"),
        ("tenures", "country", ids["countries"], "a country's alpha-3 code"),
        ("tenures", "body", ids["organizations"] | {None}, "an organization in organizations.tsv"),
        ("people", "country", ids["countries"], "a country's alpha-3 code"),
        ("places", "country", ids["countries"], "a country's alpha-3 code"),
        ("organizations", "country", ids["countries"], "a country's alpha-3 code"),
        ("outlets", "country", ids["countries"], "a country's alpha-3 code"),
        ("blocs", "organization", ids["organizations"], "an organization in organizations.tsv"),
        ("contact_groups", "organization", ids["organizations"], "an organization in organizations.tsv"),
        ("contact_groups", "named", ids["organizations"] | {None}, "an organization in organizations.tsv"),
    ):
        if found[field] is base[field]:
            continue
        for entry in found[field]:
            value = getattr(entry, name)
            if value not in known:
                path = folder / files[field][0]
                raise LexiconError(f"{value!r} is not {kind}", path=path, line=_find_line(path, value), field=name)
    _check_items(found, base, folder / files["items"][0])
    _check_senses(found, folder, files)
    verbs = build_verb_index(found["verbs"])
    for field, entries in (("frames", found["frames"]), ("cues", found["cues"].cue)):
        unknown = (
            []
            if found[field] is base[field]
            else [(entry.id, verb) for entry in entries for verb in entry.verbs if not verbs.find_lemmas(verb)]
        )
        for entry_id, verb in unknown:
            path = folder / files[field][0]
            raise LexiconError(f"{verb!r} is not a verb in verbs.tsv ({entry_id})", path=path, field="verbs")


def _check_senses(found: Mapping[str, Any], folder: Path, files: Files) -> None:
    """The groups of nouns that frames name must be known."""
    known = {sense.id for sense in found["senses"]}
    for frame in found["frames"]:
        for group in {*frame.not_near, *frame.not_with} - known:
            raise LexiconError(f"{group!r} is not a group in {files['senses'][0]} ({frame.id})", path=folder)


def _check_items(found: Mapping[str, Any], base: Mapping[str, Any], path: Path) -> None:
    """An item names a listed entity, and no two entities share one."""
    if found["items"] is base["items"]:
        return
    lists = {"country": "countries", "organization": "organizations", "media": "outlets", "person": "people"}
    known = {
        (kind, getattr(entry, "code" if kind == "country" else "id")) for kind in lists for entry in found[lists[kind]]
    }
    owners: dict[str, str] = {}
    for item in found["items"]:
        if (item.kind, item.id) not in known:
            message = f"{item.id!r} is no {item.kind} of the lexicon"
            raise LexiconError(message, path=path, line=_find_line(path, item.id), field="id")
        if owners.setdefault(item.qid, item.id) != item.id:
            message = f"{item.qid} is already {owners[item.qid]}"
            raise LexiconError(message, path=path, line=_find_line(path, item.qid), field="qid")


def _find_line(path: Path, value: str) -> int | None:
    lines = path.read_text("utf-8").split("\n")
    return next((number for number, line in enumerate(lines, 1) if value in line.replace('"', "\t").split("\t")), None)
