-- What the Samba coordinator has noted on the way. A row is its writer's alone, is never copied, and is deleted.
CREATE TABLE working_note (
    note_id       BYTEA   NOT NULL,
    author        BYTEA   NOT NULL,
    process_id    BYTEA,
    case_no       BIGINT,
    day           TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    contains_fact BIGINT  NOT NULL,
    last_day      TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    PRIMARY KEY (note_id)
);
CREATE INDEX working_note_by_author ON working_note (author, day);
CREATE INDEX working_note_by_process ON working_note (process_id);

-- What the parties should develop in common. It is about no child; rows are added and never changed.
CREATE TABLE development_need_event (
    need_id     BYTEA   NOT NULL,
    version     BIGINT  NOT NULL,
    event       TEXT    NOT NULL,
    author      BYTEA   NOT NULL,
    recorded_us BIGINT  NOT NULL,
    PRIMARY KEY (need_id, version)
);
