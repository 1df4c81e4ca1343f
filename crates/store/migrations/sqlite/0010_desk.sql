-- What the Samba coordinator has noted on the way. A row is its writer's alone, is never copied, and is deleted.
CREATE TABLE working_note (
    note_id       BLOB    NOT NULL,
    author        BLOB    NOT NULL,
    process_id    BLOB,
    case_no       INTEGER,
    day           TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    contains_fact INTEGER NOT NULL,
    last_day      TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    PRIMARY KEY (note_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX working_note_by_author ON working_note (author, day);
CREATE INDEX working_note_by_process ON working_note (process_id);

-- What the parties should develop in common. It is about no child; rows are added and never changed.
CREATE TABLE development_need_event (
    need_id     BLOB    NOT NULL,
    version     INTEGER NOT NULL,
    event       TEXT    NOT NULL,
    author      BLOB    NOT NULL,
    recorded_us INTEGER NOT NULL,
    PRIMARY KEY (need_id, version)
) STRICT, WITHOUT ROWID;
