-- What is watched on the web, so that a watch that was ended in any way goes on where it was. Moments are Unix seconds.

-- A feed, or a sitemap that one leads to, and what its server gave to ask whether it has changed.
CREATE TABLE feed (
    url      TEXT PRIMARY KEY,
    etag     TEXT,
    modified TEXT,
    asked    REAL,                -- when it was asked last
    failures INTEGER NOT NULL DEFAULT 0, -- since it last answered
    fault    TEXT                 -- why it did not answer last time
) STRICT, WITHOUT ROWID;

-- An article that a feed told of. It is written down in the same moment as the validators of the feed, and settled
-- after the article is kept: an end in between costs a second fetch, never an article, and the id keeps it single.
CREATE TABLE told (
    key     INTEGER PRIMARY KEY,  -- the order in which they were told, in one telling the oldest first
    url     TEXT NOT NULL UNIQUE, -- without tracking parameters
    feed    TEXT NOT NULL,
    id      TEXT NOT NULL,        -- what the feed knows it by
    title   TEXT,
    entry   TEXT NOT NULL,        -- JSON; emptied of its content when settled
    state   TEXT NOT NULL,        -- waiting, kept, aside (see the table of this name), refused
    reason  TEXT,                 -- why it was refused, or is waiting for another try
    tries   INTEGER NOT NULL DEFAULT 0,
    due     REAL NOT NULL DEFAULT 0, -- not to be fetched before
    article TEXT                  -- its id, where it is kept
) STRICT;
CREATE INDEX told_state ON told (state, feed, due);
CREATE INDEX told_id ON told (feed, id);

-- A page that was fetched and kept: what its server gave to ask whether it has changed.
CREATE TABLE visit (
    url      TEXT PRIMARY KEY,
    etag     TEXT,
    modified TEXT,
    article  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
