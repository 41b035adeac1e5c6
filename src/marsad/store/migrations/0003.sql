-- The record across articles. Everything but `decision` follows from the readings and can be made again from them.

-- Articles whose facts have not been set beside those of the others yet: all that were read before, now and after a crash.
CREATE TABLE unresolved (
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE
) STRICT;
INSERT INTO unresolved SELECT key FROM article;

-- One event as it is compared with others (JSON of Trace), under the id of the happening it is a version of.
CREATE TABLE trace (
    article   INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    event     TEXT NOT NULL,
    id        TEXT NOT NULL UNIQUE,   -- article id#event
    happening TEXT,
    json      TEXT NOT NULL,
    PRIMARY KEY (article, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_happening ON trace (happening);

-- What an event is looked up by: a kind of event between two sides (and a person), near a day (a proleptic ordinal).
CREATE TABLE trace_key (
    key     TEXT NOT NULL,
    day     INTEGER NOT NULL,
    article INTEGER NOT NULL,
    event   TEXT NOT NULL,
    PRIMARY KEY (key, day, article, event),
    FOREIGN KEY (article, event) REFERENCES trace (article, event) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX trace_key_trace ON trace_key (article, event);

-- Ties between events and between articles, each pair once in sorted order. They outlast an article that is replaced
-- until it is resolved again, so that what it was tied to is found.
CREATE TABLE happening_tie (
    one           TEXT NOT NULL,
    other         TEXT NOT NULL,
    one_article   INTEGER NOT NULL,
    other_article INTEGER NOT NULL,
    score         REAL NOT NULL,
    reason        TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX happening_tie_other ON happening_tie (other);
CREATE INDEX happening_tie_articles ON happening_tie (one_article, other_article);
CREATE INDEX happening_tie_other_article ON happening_tie (other_article);

-- Each pair of sides that a happening is between. `latest` is the last day it may lie on, null where unknown; `article`
-- is that of the happening's first member.
CREATE TABLE happening_pair (
    a         TEXT NOT NULL,
    b         TEXT NOT NULL,
    happening TEXT NOT NULL,
    article   INTEGER NOT NULL,
    latest    TEXT,
    PRIMARY KEY (a, b, happening)
) STRICT, WITHOUT ROWID;
CREATE INDEX happening_pair_happening ON happening_pair (happening);
CREATE INDEX happening_pair_article ON happening_pair (article);
CREATE INDEX happening_pair_latest ON happening_pair (a, b, latest);

-- Articles by pair of states whose events they tell.
CREATE TABLE article_pair (
    a       TEXT NOT NULL,
    b       TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    PRIMARY KEY (a, b, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_pair_article ON article_pair (article);

-- How much is known of each pair, kept up by triggers so that the list of relations costs nothing to make.
CREATE TABLE pair (
    a          TEXT NOT NULL,
    b          TEXT NOT NULL,
    happenings INTEGER NOT NULL DEFAULT 0,
    articles   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER happening_pair_added AFTER INSERT ON happening_pair BEGIN
    INSERT INTO pair (a, b, happenings) VALUES (new.a, new.b, 1)
    ON CONFLICT DO UPDATE SET happenings = happenings + 1;
END;
CREATE TRIGGER happening_pair_removed AFTER DELETE ON happening_pair BEGIN
    UPDATE pair SET happenings = happenings - 1 WHERE a = old.a AND b = old.b;
END;
CREATE TRIGGER article_pair_added AFTER INSERT ON article_pair BEGIN
    INSERT INTO pair (a, b, articles) VALUES (new.a, new.b, 1)
    ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER article_pair_removed AFTER DELETE ON article_pair BEGIN
    UPDATE pair SET articles = articles - 1 WHERE a = old.a AND b = old.b;
END;

-- Statements and figures as lines of relations (JSON of Utterance, Figure), and the pairs they belong to.
CREATE TABLE line (
    article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    fact    TEXT NOT NULL,
    kind    TEXT NOT NULL,            -- utterance or figure
    json    TEXT NOT NULL,
    PRIMARY KEY (article, fact)
) STRICT, WITHOUT ROWID;
CREATE TABLE line_pair (
    a       TEXT NOT NULL,
    b       TEXT NOT NULL,
    article INTEGER NOT NULL,
    fact    TEXT NOT NULL,
    ground  TEXT NOT NULL,
    PRIMARY KEY (a, b, article, fact),
    FOREIGN KEY (article, fact) REFERENCES line (article, fact) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX line_pair_line ON line_pair (article, fact);

-- One article as it is compared with others (JSON of Gist), under the id of its story.
CREATE TABLE gist (
    article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
    id      TEXT NOT NULL UNIQUE,     -- article id
    story   TEXT,
    json    TEXT NOT NULL
) STRICT;
CREATE INDEX gist_story ON gist (story);
CREATE TABLE gist_key (
    key     TEXT NOT NULL,
    day     INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES gist (article) ON DELETE CASCADE,
    PRIMARY KEY (key, day, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX gist_key_article ON gist_key (article);
CREATE TABLE story_tie (
    one           TEXT NOT NULL,
    other         TEXT NOT NULL,
    one_article   INTEGER NOT NULL,
    other_article INTEGER NOT NULL,
    score         REAL NOT NULL,
    reason        TEXT NOT NULL,
    PRIMARY KEY (one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX story_tie_other ON story_tie (other);
CREATE INDEX story_tie_articles ON story_tie (one_article, other_article);
CREATE INDEX story_tie_other_article ON story_tie (other_article);

-- Lasting identities, and which entity of which article is which.
CREATE TABLE identity (
    id       TEXT PRIMARY KEY,
    kind     TEXT NOT NULL,
    name_ar  TEXT,
    name_en  TEXT,
    country  TEXT,
    code     TEXT,
    wikidata TEXT,
    office   TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE identified (
    article  INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
    entity   TEXT NOT NULL,
    identity TEXT NOT NULL,
    score    REAL NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (article, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX identified_identity ON identified (identity);

-- What persons decided. Rows are never changed or deleted.
CREATE TABLE decision (
    number   INTEGER PRIMARY KEY,
    subject  TEXT NOT NULL,
    verdict  TEXT NOT NULL,
    one      TEXT NOT NULL,
    other    TEXT,
    who      TEXT NOT NULL,
    at       TEXT NOT NULL,           -- ISO time, UTC
    note     TEXT,
    undoes   INTEGER,
    anchors  TEXT NOT NULL            -- JSON: place and words of each fact named, to find it in a new reading
) STRICT;
CREATE INDEX decision_one ON decision (one);
CREATE INDEX decision_other ON decision (other);
