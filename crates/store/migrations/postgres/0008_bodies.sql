-- Meetings of the bodies beyond Lots. They hold nothing about any child. The day stands here to find them by.
CREATE TABLE body_meeting (
    meeting_id BYTEA   NOT NULL,
    body_id    BIGINT  NOT NULL,
    day        TEXT    NOT NULL,
    PRIMARY KEY (meeting_id)
);
CREATE INDEX body_meeting_by_body ON body_meeting (body_id, day);

-- What has happened to each. Rows are added and never changed, so that what was corrected can be read.
CREATE TABLE body_meeting_event (
    meeting_id  BYTEA   NOT NULL REFERENCES body_meeting (meeting_id),
    version     BIGINT  NOT NULL,
    event       TEXT    NOT NULL,
    author      BYTEA   NOT NULL,
    recorded_us BIGINT  NOT NULL,
    PRIMARY KEY (meeting_id, version)
);

-- How often a body meets, since somebody has changed what stands in its data.
CREATE TABLE body_cadence (
    body_id     BIGINT  NOT NULL,
    version     BIGINT  NOT NULL,
    cadence     TEXT    NOT NULL,
    reason      TEXT    NOT NULL,
    author      BYTEA   NOT NULL,
    recorded_us BIGINT  NOT NULL,
    PRIMARY KEY (body_id, version)
);
