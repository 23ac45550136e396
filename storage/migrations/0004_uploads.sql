-- Documents that come in over several requests; their bytes lie in staging until they are attached. A length of -1 is
-- one that the client does not know yet, a declaration of 0 a place that was not named.
CREATE TABLE uploads (
  id text PRIMARY KEY,
  account bigint NOT NULL REFERENCES accounts (id),
  length bigint NOT NULL,
  metadata text NOT NULL,
  file_name text NOT NULL,
  declaration bigint NOT NULL,
  section text NOT NULL,
  slot text NOT NULL,
  purpose text NOT NULL,
  state text NOT NULL,
  problem text NOT NULL,
  evidence bigint NOT NULL,
  content text NOT NULL,
  created_at bigint NOT NULL,
  expires_at bigint NOT NULL
)
--;
CREATE INDEX uploads_by_account ON uploads (account, created_at)
--;
CREATE INDEX uploads_by_expiry ON uploads (expires_at)
