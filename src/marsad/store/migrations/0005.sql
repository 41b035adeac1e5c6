-- Pages that are not read on: no articles, not in Arabic, or telling of no relation between states. See `marsad.store.asides`.

CREATE TABLE aside (
    id     TEXT PRIMARY KEY,      -- the id that its article would have
    kind   TEXT NOT NULL,         -- listing, media, error, stub, empty, language or off_topic
    reason TEXT NOT NULL,         -- what was seen, for people
    title  TEXT,
    outlet TEXT,
    url    TEXT,
    origin TEXT NOT NULL,
    digest TEXT NOT NULL          -- SHA-256 of the bytes
) STRICT, WITHOUT ROWID;
CREATE INDEX aside_kind ON aside (kind, id);
