-- The version of the rules that the record across articles was made by: with other rules it is made anew.
CREATE TABLE record_version (
    version INTEGER NOT NULL
) STRICT;
INSERT INTO record_version VALUES (0);
