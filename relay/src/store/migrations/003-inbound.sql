-- By what mail that is brought once more is known again: see Arrival in core/ports.ts. It outlives the inbox.
CREATE TABLE arrivals (
  tag TEXT NOT NULL,
  name TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (tag, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_by_end ON arrivals (until);

-- Work that one relay does for all: who does it, until when, and how far it has come. See Jobs in core/ports.ts.
CREATE TABLE jobs (
  name TEXT PRIMARY KEY,
  holder TEXT NOT NULL,
  fence INTEGER NOT NULL,
  until INTEGER NOT NULL,
  place TEXT
) STRICT, WITHOUT ROWID;
