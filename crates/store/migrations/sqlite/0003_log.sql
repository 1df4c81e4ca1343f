-- The log that makes the record one that nobody can rewrite unseen (docs/adr/0005).

-- The salt binds a row to its leaf and lies with it, so that both can go together. Rows from before the log have
-- none: what there was of them then is bound by one remark.
ALTER TABLE access ADD COLUMN salt BLOB;
-- What the act stored, events and texts, in one hash.
ALTER TABLE access ADD COLUMN stored BLOB;
-- The act that brought the text.
ALTER TABLE content ADD COLUMN access_id BLOB;

-- Rows of access that are committed and not yet sealed. They wait here for a second or so.
CREATE TABLE log_pending (
    access_id BLOB NOT NULL,
    leaf      BLOB NOT NULL,
    PRIMARY KEY (access_id)
) STRICT, WITHOUT ROWID;

-- The leaves, from 0 on, none lacking. A leaf stays when its row is disposed of.
CREATE TABLE log_leaf (
    leaf_index INTEGER NOT NULL,
    leaf       BLOB    NOT NULL,
    access_id  BLOB,
    PRIMARY KEY (leaf_index)
) STRICT, WITHOUT ROWID;

-- What the log says about itself: that it was sealed, that the clock was set back, what was there before it,
-- what has been disposed of. Each is a leaf.
CREATE TABLE log_remark (
    leaf_index INTEGER NOT NULL,
    kind       TEXT    NOT NULL,
    body       TEXT    NOT NULL,
    PRIMARY KEY (leaf_index)
) STRICT, WITHOUT ROWID;

-- What was signed, as a note that others can verify.
CREATE TABLE log_checkpoint (
    size INTEGER NOT NULL,
    note TEXT    NOT NULL,
    PRIMARY KEY (size)
) STRICT, WITHOUT ROWID;
