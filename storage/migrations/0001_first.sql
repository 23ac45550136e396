-- The first schema: accounts, offices, rounds, declarations, evidence, findings, scores, ranks, objections, jobs, audit.
-- One text for both databases: {id} is the dialect's self-numbering key. Statements are parted by a line "--;".
-- Times are milliseconds since 1970 in UTC and 0 means "not yet"; points are thousandths; texts are '' when absent.
CREATE TABLE settings (
  name text PRIMARY KEY,
  value text NOT NULL
)
--;
CREATE TABLE accounts (
  id {id},
  national_code text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  password_hash text NOT NULL,
  activation_hash text NOT NULL,
  failed_sign_ins bigint NOT NULL,
  locked_until bigint NOT NULL,
  created_at bigint NOT NULL,
  CONSTRAINT accounts_national_code UNIQUE (national_code)
)
--;
CREATE TABLE offices (
  id {id},
  kind text NOT NULL,
  licence_no text NOT NULL,
  name text NOT NULL,
  holder_name text NOT NULL,
  holder_national_id text NOT NULL,
  province text NOT NULL,
  city text NOT NULL,
  address text NOT NULL,
  postal_code text NOT NULL,
  mobile text NOT NULL,
  CONSTRAINT offices_licence_no UNIQUE (licence_no)
)
--;
CREATE INDEX offices_by_place ON offices (province, city, name, id)
--;
CREATE TABLE account_offices (
  account bigint NOT NULL REFERENCES accounts (id),
  office bigint NOT NULL REFERENCES offices (id),
  tie text NOT NULL,
  PRIMARY KEY (account, office)
)
--;
CREATE INDEX account_offices_by_office ON account_offices (office)
--;
CREATE TABLE account_provinces (
  account bigint NOT NULL REFERENCES accounts (id),
  province text NOT NULL,
  PRIMARY KEY (account, province)
)
--;
CREATE TABLE sessions (
  token_hash text PRIMARY KEY,
  account bigint NOT NULL,
  csrf_token text NOT NULL,
  created_at bigint NOT NULL,
  seen_at bigint NOT NULL,
  expires_at bigint NOT NULL
)
--;
CREATE INDEX sessions_by_account ON sessions (account)
--;
CREATE TABLE recovery_codes (
  id {id},
  account bigint NOT NULL REFERENCES accounts (id),
  code_hash text NOT NULL,
  issued_by bigint NOT NULL REFERENCES accounts (id),
  identity_check text NOT NULL,
  issued_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  used_at bigint NOT NULL
)
--;
CREATE INDEX recovery_codes_by_account ON recovery_codes (account)
--;
CREATE TABLE failed_sign_ins (
  address text NOT NULL,
  at bigint NOT NULL
)
--;
CREATE INDEX failed_sign_ins_by_address ON failed_sign_ins (address, at)
--;
CREATE TABLE rounds (
  id {id},
  title_fa text NOT NULL,
  title_en text NOT NULL,
  period text NOT NULL,
  kinds text NOT NULL,
  stage text NOT NULL,
  silence_policy text NOT NULL,
  declare_days bigint NOT NULL,
  region_days bigint NOT NULL,
  objection_days bigint NOT NULL,
  opened_at bigint NOT NULL,
  declare_until bigint NOT NULL,
  region_until bigint NOT NULL,
  provisional_at bigint NOT NULL,
  closed_at bigint NOT NULL,
  rule_set text NOT NULL,
  rule_set_json text NOT NULL,
  criteria text NOT NULL,
  demonstration bigint NOT NULL
)
--;
CREATE TABLE declarations (
  id {id},
  round bigint NOT NULL REFERENCES rounds (id),
  office bigint NOT NULL REFERENCES offices (id),
  status text NOT NULL,
  receipt_number text NOT NULL,
  submitted_at bigint NOT NULL,
  CONSTRAINT declarations_round_office UNIQUE (round, office)
)
--;
CREATE INDEX declarations_by_office ON declarations (office, round)
--;
CREATE INDEX declarations_by_receipt ON declarations (receipt_number)
--;
CREATE TABLE answers (
  declaration bigint NOT NULL REFERENCES declarations (id),
  section text NOT NULL,
  revision bigint NOT NULL,
  answers text NOT NULL,
  saved_at bigint NOT NULL,
  CONSTRAINT answers_revision PRIMARY KEY (declaration, section, revision)
)
--;
CREATE TABLE evidence (
  id {id},
  declaration bigint NOT NULL REFERENCES declarations (id),
  section text NOT NULL,
  slot text NOT NULL,
  purpose text NOT NULL,
  content text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  pages bigint NOT NULL,
  status text NOT NULL,
  problem text NOT NULL,
  uploaded_by bigint NOT NULL,
  uploaded_at bigint NOT NULL
)
--;
CREATE INDEX evidence_by_declaration ON evidence (declaration, section, id)
--;
CREATE INDEX evidence_by_content ON evidence (content)
--;
CREATE TABLE readings (
  content text NOT NULL,
  reader_version text NOT NULL,
  reading text NOT NULL,
  page_images text NOT NULL,
  at bigint NOT NULL,
  PRIMARY KEY (content, reader_version)
)
--;
CREATE INDEX readings_by_reading ON readings (reading)
--;
CREATE INDEX readings_by_page_images ON readings (page_images)
--;
CREATE TABLE findings (
  id {id},
  evidence bigint NOT NULL REFERENCES evidence (id),
  declaration bigint NOT NULL REFERENCES declarations (id),
  section text NOT NULL,
  slot text NOT NULL,
  document_type text NOT NULL,
  claim text NOT NULL,
  agreement text NOT NULL,
  page bigint NOT NULL,
  x0 bigint NOT NULL,
  y0 bigint NOT NULL,
  x1 bigint NOT NULL,
  y1 bigint NOT NULL,
  read text NOT NULL,
  confidence bigint NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  explanation text NOT NULL,
  at bigint NOT NULL
)
--;
CREATE INDEX findings_by_declaration ON findings (declaration, state, id)
--;
CREATE INDEX findings_by_evidence ON findings (evidence, id)
--;
CREATE INDEX findings_by_state ON findings (state, declaration)
--;
CREATE TABLE decisions (
  id {id},
  finding bigint NOT NULL REFERENCES findings (id),
  expert bigint NOT NULL REFERENCES accounts (id),
  kind text NOT NULL,
  note text NOT NULL,
  at bigint NOT NULL,
  undone_at bigint NOT NULL,
  took bigint NOT NULL
)
--;
CREATE INDEX decisions_by_finding ON decisions (finding, id)
--;
CREATE INDEX decisions_by_expert ON decisions (expert, at)
--;
CREATE TABLE scores (
  id {id},
  declaration bigint NOT NULL REFERENCES declarations (id),
  section text NOT NULL,
  revision bigint NOT NULL,
  score text NOT NULL,
  criterion_version text NOT NULL,
  cause text NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT scores_revision UNIQUE (declaration, section, revision)
)
--;
CREATE TABLE snapshots (
  id {id},
  round bigint NOT NULL REFERENCES rounds (id),
  kind text NOT NULL,
  content text NOT NULL,
  published_at bigint NOT NULL
)
--;
CREATE INDEX snapshots_by_round ON snapshots (round, kind, id)
--;
CREATE TABLE ranks (
  snapshot bigint NOT NULL REFERENCES snapshots (id),
  office bigint NOT NULL REFERENCES offices (id),
  total bigint NOT NULL,
  rank bigint NOT NULL,
  position bigint NOT NULL,
  sections text NOT NULL,
  held bigint NOT NULL,
  PRIMARY KEY (snapshot, office)
)
--;
CREATE TABLE deliveries (
  snapshot bigint NOT NULL REFERENCES snapshots (id),
  office bigint NOT NULL REFERENCES offices (id),
  delivered_at bigint NOT NULL,
  PRIMARY KEY (snapshot, office)
)
--;
CREATE TABLE objections (
  id {id},
  snapshot bigint NOT NULL REFERENCES snapshots (id),
  declaration bigint NOT NULL REFERENCES declarations (id),
  section text NOT NULL,
  reasons text NOT NULL,
  receipt_number text NOT NULL,
  state text NOT NULL,
  filed_by bigint NOT NULL REFERENCES accounts (id),
  filed_at bigint NOT NULL,
  CONSTRAINT objections_once UNIQUE (snapshot, declaration, section)
)
--;
CREATE TABLE objection_evidence (
  objection bigint NOT NULL REFERENCES objections (id),
  evidence bigint NOT NULL REFERENCES evidence (id),
  PRIMARY KEY (objection, evidence)
)
--;
CREATE TABLE rulings (
  objection bigint NOT NULL REFERENCES objections (id),
  reading bigint NOT NULL,
  reader bigint NOT NULL REFERENCES accounts (id),
  outcome text NOT NULL,
  has_points bigint NOT NULL,
  points bigint NOT NULL,
  reasons text NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT rulings_once PRIMARY KEY (objection, reading)
)
--;
CREATE TABLE jobs (
  id {id},
  kind text NOT NULL,
  job_key text NOT NULL,
  payload text NOT NULL,
  state text NOT NULL,
  attempts bigint NOT NULL,
  run_after bigint NOT NULL,
  worker text NOT NULL,
  token text NOT NULL,
  leased_until bigint NOT NULL,
  problem text NOT NULL,
  problem_detail text NOT NULL,
  created_at bigint NOT NULL
)
--;
CREATE INDEX jobs_done ON jobs (created_at) WHERE state = 'done'
--;
CREATE INDEX jobs_dead ON jobs (id) WHERE state = 'dead'
--;
CREATE INDEX jobs_unfinished ON jobs (id) WHERE state IN ('waiting', 'running')
--;
CREATE UNIQUE INDEX jobs_waiting_key ON jobs (kind, job_key) WHERE state = 'waiting' AND job_key <> ''
--;
CREATE INDEX jobs_running ON jobs (kind, job_key) WHERE state = 'running'
--;
CREATE INDEX jobs_by_key ON jobs (kind, job_key) WHERE state IN ('waiting', 'running')
--;
CREATE TABLE audit (
  id {id},
  at bigint NOT NULL,
  actor bigint NOT NULL,
  actor_role text NOT NULL,
  actor_address text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  office bigint NOT NULL,
  detail text NOT NULL
)
--;
CREATE INDEX audit_by_subject ON audit (subject, id)
--;
CREATE INDEX audit_by_office ON audit (office, id)
