/**
 * What each version of the schema adds to the one before, from version 1, as SQLite has it. Never changed once
 * released. Other databases translate it: no comment or text in it may hold the name of a type in capitals.
 */
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
  `
  -- Double opt-in: a signature without the time counts for nothing yet.
  ALTER TABLE signature ADD COLUMN counted_at TEXT;
  UPDATE signature SET counted_at = signed_at;
  CREATE INDEX signature_unconfirmed ON signature (signed_at) WHERE counted_at IS NULL;

  -- What the links of a mail stand for, by the SHA-256 of the token in them. One to withdraw outlives its signature.
  CREATE TABLE token (
    hash TEXT PRIMARY KEY,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'withdraw')),
    petition_id TEXT NOT NULL REFERENCES petition (id),
    signature_id TEXT REFERENCES signature (id) ON DELETE SET NULL,
    made_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX token_by_signature ON token (signature_id);
  CREATE INDEX token_by_time ON token (made_at);

  -- The latest mail to a signer: due at a time while it is to be sent.
  CREATE TABLE mail (
    signature_id TEXT PRIMARY KEY REFERENCES signature (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('confirmation', 'already-signed')),
    queued_at TEXT NOT NULL,
    due_at TEXT,
    attempts INTEGER NOT NULL,
    sent_at TEXT
  ) STRICT;
  CREATE INDEX mail_by_due ON mail (due_at) WHERE due_at IS NOT NULL;
  `,
  `
  -- Random keys, the same for all processes on this file.
  CREATE TABLE secret (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT;

  -- The proofs of work that have been used, by the SHA-256 of their signature.
  CREATE TABLE challenge_use (
    hash TEXT PRIMARY KEY,
    expires_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX challenge_use_by_time ON challenge_use (expires_at);

  -- What counts against a rate limit, by keyed hashes of address blocks and mailboxes.
  CREATE TABLE rate_use (
    subject TEXT NOT NULL,
    used_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX rate_use_by_subject ON rate_use (subject, used_at);
  CREATE INDEX rate_use_by_time ON rate_use (used_at);
  `,
  `
  -- How many times a count has changed.
  ALTER TABLE petition ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

  -- Counts signatures and finds the latest ones without reading them.
  CREATE INDEX signature_counted ON signature (petition_id, counted_at, listed) WHERE counted_at IS NOT NULL;
  `,
  `
  -- The nights on which a process has taken it on to check the totals.
  CREATE TABLE total_check (night TEXT PRIMARY KEY) STRICT;
  `,
];
