-- Identities: what articles call somebody by, which of these mean one, and what a person decided about it.
DROP TABLE identified;
DROP TABLE identity;

-- What articles call somebody by (JSON of Designation), the identity that it means, how sure and why.
CREATE TABLE designation (
    key      TEXT PRIMARY KEY,
    block    TEXT NOT NULL,           -- shared by all whose names may be spellings of one
    identity TEXT,
    score    REAL,
    reason   TEXT,
    json     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX designation_block ON designation (block);
CREATE INDEX designation_identity ON designation (identity);

CREATE TABLE identified (
    article     INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    entity      TEXT NOT NULL,
    designation TEXT NOT NULL,
    PRIMARY KEY (article, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX identified_designation ON identified (designation);

-- Blocks whose designations have to be told apart anew, because one came or went.
CREATE TABLE stale_block (
    block TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER identified_removed AFTER DELETE ON identified BEGIN
    INSERT OR IGNORE INTO stale_block SELECT block FROM designation WHERE key = old.designation;
END;
INSERT OR IGNORE INTO unresolved SELECT key FROM article;
