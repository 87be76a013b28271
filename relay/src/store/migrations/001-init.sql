CREATE TABLE inboxes (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  tag TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  max_expires_at INTEGER NOT NULL,
  public_key TEXT,
  access_id TEXT,
  messages INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  last_seq INTEGER NOT NULL DEFAULT 0,
  floor_seq INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX inboxes_by_tag ON inboxes (tag);
CREATE INDEX inboxes_by_end ON inboxes (expires_at);

-- head and tail: see store/sqlite-overflow.ts; what stands between them is gone without a trace when it is deleted.
CREATE TABLE addresses (
  inbox INTEGER PRIMARY KEY REFERENCES inboxes (n) ON DELETE CASCADE,
  head BLOB NOT NULL,
  address TEXT NOT NULL,
  tail BLOB NOT NULL
) STRICT;

CREATE TABLE tombstones (
  tag TEXT PRIMARY KEY,
  retry_until INTEGER NOT NULL,
  reserved_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstones_by_end ON tombstones (reserved_until);

CREATE TABLE revoked_tokens (
  inbox INTEGER NOT NULL REFERENCES inboxes (n) ON DELETE CASCADE,
  jti TEXT NOT NULL,
  PRIMARY KEY (inbox, jti)
) STRICT, WITHOUT ROWID;

-- seq and first_seq are null until the message is visible; pending_since is null once it is.
-- A deleted message stays as its id and its change alone.
CREATE TABLE messages (
  n INTEGER PRIMARY KEY,
  inbox INTEGER NOT NULL REFERENCES inboxes (n) ON DELETE CASCADE,
  id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  seen INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'unanalysed',
  deleted INTEGER NOT NULL DEFAULT 0,
  seq INTEGER,
  first_seq INTEGER,
  pending_since INTEGER,
  UNIQUE (inbox, id)
) STRICT;
CREATE INDEX messages_by_change ON messages (inbox, seq);
CREATE INDEX messages_deleted ON messages (inbox, seq) WHERE deleted = 1;
CREATE INDEX messages_pending ON messages (pending_since) WHERE pending_since IS NOT NULL;

CREATE TABLE parts (
  n INTEGER PRIMARY KEY,
  message INTEGER NOT NULL REFERENCES messages (n) ON DELETE CASCADE,
  name TEXT NOT NULL,
  head BLOB NOT NULL,
  data BLOB NOT NULL,
  tail BLOB NOT NULL,
  UNIQUE (message, name)
) STRICT;

CREATE TABLE accesses (
  id TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- One row, written to see that the disk still takes a write.
CREATE TABLE probe (n INTEGER PRIMARY KEY CHECK (n = 1), checked_at INTEGER NOT NULL) STRICT;
