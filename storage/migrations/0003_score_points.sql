-- Points beside the score's text, so that totals of a round are summed without parsing every reason.
ALTER TABLE scores ADD COLUMN points bigint NOT NULL DEFAULT 0
--;
ALTER TABLE scores ADD COLUMN maximum bigint NOT NULL DEFAULT 0
