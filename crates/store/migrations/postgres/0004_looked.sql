-- Which processes stood in a list that was shown, and by what tie: looks that the family is told of.
CREATE TABLE access_listed (
    process_id BYTEA NOT NULL,
    access_id  BYTEA NOT NULL REFERENCES access (access_id),
    ground     TEXT  NOT NULL,
    PRIMARY KEY (process_id, access_id)
);
