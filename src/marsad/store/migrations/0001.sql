-- Whole readings as JSON, and beside them what is asked for: who, when, how much, who said it, who did what to whom.
-- A place in the text is a half-open pair of code-point offsets (first, beyond). Codes are alpha-3 or acronyms (`party`).

CREATE TABLE article (
    key       INTEGER PRIMARY KEY,
    id        TEXT NOT NULL UNIQUE,
    origin    TEXT NOT NULL,
    digest    TEXT NOT NULL,
    outlet    TEXT,
    byline    TEXT,
    dateline  TEXT,
    language  TEXT,
    title     TEXT,
    published TEXT,               -- ISO day, null where only bounds are known
    earliest  TEXT,
    latest    TEXT,
    basis     TEXT,
    agencies  TEXT NOT NULL       -- JSON array, as written
) STRICT;
CREATE INDEX article_published ON article (coalesce(published, latest, earliest));

CREATE TABLE reading (
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
    json    TEXT NOT NULL         -- the contract marsad.reading/1
) STRICT;

CREATE TABLE entity (
    article  INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    kind     TEXT NOT NULL,
    name_ar  TEXT,
    name_en  TEXT,
    country  TEXT,
    code     TEXT,
    party    TEXT,                -- the code it acts under
    wikidata TEXT,
    roles    TEXT NOT NULL,       -- JSON array of the offices as written in the article
    rule     TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_party ON entity (party, article);
CREATE INDEX entity_name ON entity (name_en);

CREATE TABLE mention (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    entity  TEXT NOT NULL,
    first   INTEGER NOT NULL,
    beyond  INTEGER NOT NULL,
    kind    TEXT NOT NULL,
    words   TEXT NOT NULL,
    PRIMARY KEY (article, first, beyond, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE time (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    id      TEXT NOT NULL,
    type    TEXT NOT NULL,
    value   TEXT,
    mod     TEXT,
    anchor  TEXT,
    first   INTEGER NOT NULL,
    beyond  INTEGER NOT NULL,
    rule    TEXT NOT NULL,
    words   TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quantity (
    article    INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    id         TEXT NOT NULL,
    value      REAL NOT NULL,
    unit       TEXT NOT NULL,
    measure    TEXT,
    period     TEXT,
    status     TEXT NOT NULL,
    comparison TEXT NOT NULL,
    first      INTEGER NOT NULL,
    beyond     INTEGER NOT NULL,
    rule       TEXT NOT NULL,
    words      TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
    article      INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    id           TEXT NOT NULL,
    kind         TEXT NOT NULL,
    speaker      TEXT,            -- entity id; null where only a phrase is given
    speaker_text TEXT,
    cue          TEXT NOT NULL,
    via          TEXT NOT NULL,   -- JSON array of entity ids, nearest to the article first
    first        INTEGER NOT NULL,
    beyond       INTEGER NOT NULL,
    rule         TEXT NOT NULL,
    words        TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;

-- Who a statement is by, to and about: `part` is speaker, addressee or about.
CREATE TABLE statement_party (
    article   INTEGER NOT NULL,
    statement TEXT NOT NULL,
    part      TEXT NOT NULL,
    party     TEXT NOT NULL,
    PRIMARY KEY (article, statement, part, party),
    FOREIGN KEY (article, statement) REFERENCES statement (article, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_party_party ON statement_party (party, part);

CREATE TABLE event (
    article  INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    id       TEXT NOT NULL,
    type     TEXT NOT NULL,
    mode     TEXT,
    contexts TEXT NOT NULL,       -- JSON array
    status   TEXT NOT NULL,
    date     TEXT,                -- TIMEX3 value as the article gives it
    day      TEXT,                -- ISO year, month or day: of `date`, else the day of the report
    dating   TEXT NOT NULL,       -- stated, published or unknown: what `day` rests on
    time     TEXT,
    place    TEXT,
    said_by  TEXT,
    sentence TEXT NOT NULL,
    first    INTEGER NOT NULL,
    beyond   INTEGER NOT NULL,
    rule     TEXT NOT NULL,
    words    TEXT NOT NULL,
    PRIMARY KEY (article, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_day ON event (day);

-- Who takes part in an event: `part` is actor, recipient or participant; `place` is the order in the reading.
CREATE TABLE event_party (
    article  INTEGER NOT NULL,
    event    TEXT NOT NULL,
    part     TEXT NOT NULL,
    place    INTEGER NOT NULL,
    entity   TEXT NOT NULL,
    party    TEXT,
    is_state INTEGER NOT NULL,    -- 1 where `party` is a country's code
    PRIMARY KEY (article, event, part, place),
    FOREIGN KEY (article, event) REFERENCES event (article, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX event_party_party ON event_party (party, article, event);

-- Folded words that stand in names: the search never stems them.
CREATE TABLE name_word (
    word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Our own analysis of the article's words; row ids are article keys.
CREATE VIRTUAL TABLE word USING fts5 (norm, stem, tokenize = "unicode61 remove_diacritics 0");
