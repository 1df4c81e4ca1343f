-- Each month the manager of a unit goes through some of its looks (AC-12). A month begins at `month`, 2026-10-01.
CREATE TABLE log_review (
    unit_id  BIGINT NOT NULL,
    month    TEXT    NOT NULL,
    drawn_by BYTEA   NOT NULL,
    drawn_us BIGINT NOT NULL,
    PRIMARY KEY (unit_id, month)
);

-- How many looks each rule found, and how many were left to draw from.
CREATE TABLE log_review_rule (
    unit_id BIGINT NOT NULL,
    month   TEXT    NOT NULL,
    picked  TEXT    NOT NULL,
    found   BIGINT NOT NULL,
    PRIMARY KEY (unit_id, month, picked),
    FOREIGN KEY (unit_id, month) REFERENCES log_review (unit_id, month)
);

-- The looks to go through, and what was decided of each.
CREATE TABLE log_review_look (
    unit_id    BIGINT NOT NULL,
    month      TEXT    NOT NULL,
    access_id  BYTEA   NOT NULL,
    picked     TEXT    NOT NULL,
    decision   TEXT,
    remark     TEXT,
    decided_by BYTEA,
    decided_us BIGINT,
    PRIMARY KEY (unit_id, month, access_id),
    FOREIGN KEY (unit_id, month) REFERENCES log_review (unit_id, month)
);
