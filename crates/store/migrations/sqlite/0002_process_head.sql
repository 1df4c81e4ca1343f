-- The newest version of each process: the row that whoever changes a process writes, and that whoever has looked at
-- one holds until it is on record that it was looked at. It follows from the events.
CREATE TABLE process_head (
    process_id BLOB    NOT NULL,
    version    INTEGER NOT NULL,
    PRIMARY KEY (process_id)
) STRICT, WITHOUT ROWID;
INSERT INTO process_head (process_id, version) SELECT process_id, max(version) FROM event GROUP BY process_id;
