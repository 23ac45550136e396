-- What the virus scanner said of some bytes; no row means that it has not been asked yet or did not answer.
CREATE TABLE content_scans (
  content text PRIMARY KEY,
  verdict text NOT NULL,
  signature text NOT NULL,
  engine text NOT NULL,
  at bigint NOT NULL
)
--;
-- How the pages of some bytes look, so that the same page is known again in another office's file or an earlier round.
CREATE TABLE page_prints (
  content text NOT NULL,
  page integer NOT NULL,
  print text NOT NULL,
  PRIMARY KEY (content, page)
)
--;
-- A print is looked for by its keys: prints alike share some.
CREATE TABLE page_print_keys (
  key text NOT NULL,
  content text NOT NULL,
  page integer NOT NULL,
  PRIMARY KEY (key, content, page)
)
--;
ALTER TABLE uploads ADD COLUMN bundle text NOT NULL DEFAULT ''
--;
CREATE INDEX uploads_by_bundle ON uploads (bundle)
