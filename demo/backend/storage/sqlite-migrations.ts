/** What each version of the schema adds to the one before, from version 1. Never changed once released. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE organization (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL
  ) STRICT;

  CREATE TABLE petition (
    id TEXT PRIMARY KEY,
    organization_id TEXT NOT NULL REFERENCES organization (id),
    status TEXT NOT NULL,
    published_at TEXT NOT NULL,
    closes_at TEXT,
    goal INTEGER,
    brought_in INTEGER NOT NULL CHECK (brought_in >= 0),
    total INTEGER NOT NULL CHECK (total >= 0),
    counted_at TEXT NOT NULL,
    definition TEXT NOT NULL
  ) STRICT;
  CREATE INDEX petition_by_time ON petition (published_at, id);
  CREATE INDEX petition_by_total ON petition (total, id);

  -- What was ever shown: a text that changes under the same id is another row.
  CREATE TABLE consent_text (
    petition_id TEXT NOT NULL REFERENCES petition (id),
    consent TEXT NOT NULL,
    text_id TEXT NOT NULL,
    texts TEXT NOT NULL,
    since TEXT NOT NULL,
    PRIMARY KEY (petition_id, consent, text_id, texts)
  ) STRICT;

  CREATE TABLE signature (
    id TEXT PRIMARY KEY,
    petition_id TEXT NOT NULL REFERENCES petition (id),
    mailbox TEXT,
    fields TEXT NOT NULL,
    consents TEXT NOT NULL,
    listed TEXT NOT NULL,
    lang TEXT NOT NULL,
    source TEXT NOT NULL,
    signed_at TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX signature_by_mailbox ON signature (petition_id, mailbox);

  CREATE TABLE kept_answer (
    petition_id TEXT NOT NULL REFERENCES petition (id),
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    kept_at TEXT NOT NULL,
    PRIMARY KEY (petition_id, key)
  ) STRICT;
  CREATE INDEX kept_answer_by_time ON kept_answer (kept_at);

  CREATE TABLE write_check (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    checked_at TEXT NOT NULL
  ) STRICT;
  `,
];
