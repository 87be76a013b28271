-- By what mail that is brought once more is known again: see Arrival in core/ports.ts. It outlives the inbox.
CREATE TABLE arrivals (
  tag TEXT NOT NULL,
  name TEXT NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (tag, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX arrivals_by_end ON arrivals (until);
