-- Codes that give access once; of a code there is nothing but its hash.
CREATE TABLE pairings (
  code_hash TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pairings_by_end ON pairings (expires_at);
