-- Keys are made by the program: sixteen bytes each. Dates are ISO text, instants microseconds since 1970.
-- The other engine's file is this one with its names of types; a test compares them.

-- What happened to each process. Rows are added and never changed; each is chained to the one before.
CREATE TABLE event (
    process_id  BLOB    NOT NULL,
    version     INTEGER NOT NULL,
    kind        TEXT    NOT NULL,
    body        TEXT    NOT NULL,
    recorded_us INTEGER NOT NULL,
    author      BLOB    NOT NULL,
    access_id   BLOB    NOT NULL,
    prev_hash   BLOB    NOT NULL,
    hash        BLOB    NOT NULL,
    PRIMARY KEY (process_id, version)
) STRICT, WITHOUT ROWID;

-- The prose that events point to.
CREATE TABLE content (
    process_id  BLOB    NOT NULL,
    text_id     BLOB    NOT NULL,
    body        TEXT    NOT NULL,
    hash        BLOB    NOT NULL,
    author      BLOB    NOT NULL,
    recorded_us INTEGER NOT NULL,
    PRIMARY KEY (process_id, text_id)
) STRICT, WITHOUT ROWID;

-- Forms that somebody is still filling in.
CREATE TABLE draft (
    process_id BLOB    NOT NULL,
    form       TEXT    NOT NULL,
    subject    TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    editor     BLOB    NOT NULL,
    edited_us  INTEGER NOT NULL,
    PRIMARY KEY (process_id, form, subject)
) STRICT, WITHOUT ROWID;

-- Who asked for what, and the ruling: yes, no, and what was refused. The key is ordered by time.
CREATE TABLE access (
    access_id   BLOB    NOT NULL,
    recorded_us INTEGER NOT NULL,
    person_id   BLOB    NOT NULL,
    seat        TEXT    NOT NULL,
    unit_id     INTEGER,
    process_id  BLOB,
    action      TEXT    NOT NULL,
    outcome     TEXT    NOT NULL,
    ground      TEXT,
    detail      TEXT,
    PRIMARY KEY (access_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_by_process ON access (process_id, access_id);

-- Children, guardians and employees.
CREATE TABLE person (
    person_id   BLOB    NOT NULL,
    name        TEXT    NOT NULL,
    born        TEXT,
    personal_id TEXT,
    phone       TEXT,
    email       TEXT,
    address     TEXT,
    protected   INTEGER NOT NULL,
    PRIMARY KEY (person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_by_personal_id ON person (personal_id);

CREATE TABLE guardian (
    child_id    BLOB    NOT NULL REFERENCES person (person_id),
    guardian_id BLOB    NOT NULL REFERENCES person (person_id),
    legal       INTEGER NOT NULL,
    PRIMARY KEY (child_id, guardian_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX guardian_by_guardian ON guardian (guardian_id);

-- The capacities in which a person may sign in.
CREATE TABLE seat (
    seat_id    BLOB    NOT NULL,
    person_id  BLOB    NOT NULL REFERENCES person (person_id),
    role       TEXT    NOT NULL,
    unit_id    INTEGER,
    inbox      INTEGER NOT NULL,
    valid_from TEXT    NOT NULL,
    valid_to   TEXT,
    PRIMARY KEY (seat_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_by_person ON seat (person_id);
CREATE INDEX seat_by_unit ON seat (unit_id);

CREATE TABLE account (
    username      TEXT    NOT NULL,
    person_id     BLOB    NOT NULL REFERENCES person (person_id),
    password_hash TEXT    NOT NULL,
    changed_us    INTEGER NOT NULL,
    PRIMARY KEY (username)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX account_by_person ON account (person_id);

-- Who is signed in. The token itself is known to the browser alone.
CREATE TABLE session (
    session_id BLOB    NOT NULL,
    token_hash BLOB    NOT NULL,
    person_id  BLOB    NOT NULL,
    seat_id    BLOB    NOT NULL,
    device     TEXT    NOT NULL,
    created_us INTEGER NOT NULL,
    seen_us    INTEGER NOT NULL,
    PRIMARY KEY (session_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX session_by_token ON session (token_hash);
CREATE INDEX session_by_person ON session (person_id);
CREATE INDEX session_by_seat ON session (seat_id);

-- Whom and which units each process names: candidates only, every one is ruled on when listed.
CREATE TABLE person_in_process (
    person_id  BLOB NOT NULL,
    process_id BLOB NOT NULL,
    PRIMARY KEY (person_id, process_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_in_process_by_process ON person_in_process (process_id);

CREATE TABLE unit_in_process (
    unit_id    INTEGER NOT NULL,
    process_id BLOB    NOT NULL,
    PRIMARY KEY (unit_id, process_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX unit_in_process_by_process ON unit_in_process (process_id);

-- A family asks for a process. Every request is answered; a no says why.
CREATE TABLE family_request (
    request_id  BLOB    NOT NULL,
    asked_by    BLOB    NOT NULL,
    child_id    BLOB    NOT NULL,
    unit_id     INTEGER NOT NULL,
    wish        TEXT    NOT NULL,
    asked_us    INTEGER NOT NULL,
    status      TEXT    NOT NULL,
    answer      TEXT,
    answered_by BLOB,
    answered_us INTEGER,
    process_id  BLOB,
    PRIMARY KEY (request_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX family_request_by_unit ON family_request (unit_id, asked_us);
CREATE INDEX family_request_by_asker ON family_request (asked_by, asked_us);

-- What a person is shown after an act, on a page of its own.
CREATE TABLE receipt (
    receipt_id BLOB    NOT NULL,
    person_id  BLOB    NOT NULL,
    body       TEXT    NOT NULL,
    created_us INTEGER NOT NULL,
    PRIMARY KEY (receipt_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_by_age ON receipt (created_us);
