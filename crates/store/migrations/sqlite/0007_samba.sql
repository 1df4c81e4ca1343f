-- Where a member of a body sits, for which party, and for what he or she may sign there.
ALTER TABLE seat ADD COLUMN body_id INTEGER;
ALTER TABLE seat ADD COLUMN party_id INTEGER;
ALTER TABLE seat ADD COLUMN mandate TEXT;

-- Which processes somebody has taken to the Samba coordinator: candidates only, every one is ruled on when listed.
CREATE TABLE samba_contact (
    process_id BLOB NOT NULL,
    PRIMARY KEY (process_id)
) STRICT, WITHOUT ROWID;

-- Which processes stand on the agenda of a body's meeting: candidates only.
CREATE TABLE samba_item (
    meeting_id BLOB    NOT NULL,
    process_id BLOB    NOT NULL,
    body_id    INTEGER NOT NULL,
    PRIMARY KEY (meeting_id, process_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX samba_item_by_body ON samba_item (body_id, process_id);
CREATE INDEX samba_item_by_process ON samba_item (process_id);
