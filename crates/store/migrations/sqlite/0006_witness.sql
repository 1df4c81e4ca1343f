-- What witnesses have put under checkpoints: one line of a signed note each, as it came.
CREATE TABLE log_cosignature (
    size    INTEGER NOT NULL,
    witness TEXT    NOT NULL,
    line    TEXT    NOT NULL,
    PRIMARY KEY (size, witness)
) STRICT, WITHOUT ROWID;

-- Which witnesses have seen another history of the log than this one, until they cosign again.
CREATE TABLE log_refusal (
    witness     TEXT    NOT NULL,
    size        INTEGER NOT NULL,
    recorded_us INTEGER NOT NULL,
    said        TEXT    NOT NULL,
    PRIMARY KEY (witness)
) STRICT, WITHOUT ROWID;
