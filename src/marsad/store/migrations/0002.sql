-- What copies are found by, and the pairs found. See `marsad.store.copies`.

-- The keys and the figures of an article as blobs of 64-bit numbers, and the days (proleptic ordinals) between which it
-- came out, null where unknown. The row outlasts the article's row, which is written anew when an
-- article is replaced: without the old keys the rows of `fingerprint_key` could only be found by reading them all.
CREATE TABLE fingerprint (
    article INTEGER PRIMARY KEY,
    words   INTEGER NOT NULL,
    keys    BLOB NOT NULL,
    figures BLOB NOT NULL,
    first   INTEGER,
    last    INTEGER
) STRICT;

CREATE TABLE fingerprint_key (
    key     INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (key, article)
) STRICT, WITHOUT ROWID;

CREATE TABLE copy (
    source INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    copy   INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    json   TEXT NOT NULL,
    PRIMARY KEY (source, copy)
) STRICT, WITHOUT ROWID;
CREATE INDEX copy_copy ON copy (copy);
