-- What has happened to a description that names nobody. It has an id of its own and leads back to no process. Rows
-- are added and never changed, and are gone altogether on the day the description is.
CREATE TABLE deidentified_event (
    description_id BLOB    NOT NULL,
    version        INTEGER NOT NULL,
    day            TEXT    NOT NULL,
    event          TEXT    NOT NULL,
    author         BLOB    NOT NULL,
    recorded_us    INTEGER NOT NULL,
    PRIMARY KEY (description_id, version)
) STRICT, WITHOUT ROWID;
