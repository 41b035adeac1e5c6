-- Mentions of one event by month or year that are told alike, folded into one member of the record (JSON of Trace).
CREATE TABLE mention_node (
    id        TEXT PRIMARY KEY,
    happening TEXT,
    json      TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mention_node_key (
    key  TEXT NOT NULL,
    day  INTEGER NOT NULL,
    node TEXT NOT NULL REFERENCES mention_node (id) ON DELETE CASCADE,
    PRIMARY KEY (key, day, node)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_node_key_node ON mention_node_key (node);

ALTER TABLE trace ADD COLUMN node TEXT;
CREATE INDEX trace_node ON trace (node, id);

-- Nodes that lost an event: with none left they go.
CREATE TABLE stale_node (
    node TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER trace_removed AFTER DELETE ON trace WHEN old.node IS NOT NULL BEGIN
    INSERT OR IGNORE INTO stale_node VALUES (old.node);
END;
