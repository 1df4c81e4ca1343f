-- Each month the manager of a unit goes through some of its looks (AC-12). A month begins at `month`, 2026-10-01.
CREATE TABLE log_review (
    unit_id  INTEGER NOT NULL,
    month    TEXT    NOT NULL,
    drawn_by BLOB    NOT NULL,
    drawn_us INTEGER NOT NULL,
    PRIMARY KEY (unit_id, month)
) STRICT, WITHOUT ROWID;

-- How many looks each rule found, and how many were left to draw from.
CREATE TABLE log_review_rule (
    unit_id INTEGER NOT NULL,
    month   TEXT    NOT NULL,
    picked  TEXT    NOT NULL,
    found   INTEGER NOT NULL,
    PRIMARY KEY (unit_id, month, picked),
    FOREIGN KEY (unit_id, month) REFERENCES log_review (unit_id, month)
) STRICT, WITHOUT ROWID;

-- The looks to go through, and what was decided of each.
CREATE TABLE log_review_look (
    unit_id    INTEGER NOT NULL,
    month      TEXT    NOT NULL,
    access_id  BLOB    NOT NULL,
    picked     TEXT    NOT NULL,
    decision   TEXT,
    remark     TEXT,
    decided_by BLOB,
    decided_us INTEGER,
    PRIMARY KEY (unit_id, month, access_id),
    FOREIGN KEY (unit_id, month) REFERENCES log_review (unit_id, month)
) STRICT, WITHOUT ROWID;
