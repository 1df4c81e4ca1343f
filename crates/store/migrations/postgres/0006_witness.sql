-- What witnesses have put under checkpoints: one line of a signed note each, as it came.
CREATE TABLE log_cosignature (
    size    BIGINT NOT NULL,
    witness TEXT    NOT NULL,
    line    TEXT    NOT NULL,
    PRIMARY KEY (size, witness)
);

-- Which witnesses have seen another history of the log than this one, until they cosign again.
CREATE TABLE log_refusal (
    witness     TEXT    NOT NULL,
    size        BIGINT NOT NULL,
    recorded_us BIGINT NOT NULL,
    said        TEXT    NOT NULL,
    PRIMARY KEY (witness)
);
