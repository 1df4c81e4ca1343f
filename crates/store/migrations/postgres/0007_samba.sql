-- Where a member of a body sits, for which party, and for what he or she may sign there.
ALTER TABLE seat ADD COLUMN body_id BIGINT;
ALTER TABLE seat ADD COLUMN party_id BIGINT;
ALTER TABLE seat ADD COLUMN mandate TEXT;

-- Which processes somebody has taken to the Samba coordinator: candidates only, every one is ruled on when listed.
CREATE TABLE samba_contact (
    process_id BYTEA NOT NULL,
    PRIMARY KEY (process_id)
);

-- Which processes stand on the agenda of a body's meeting: candidates only.
CREATE TABLE samba_item (
    meeting_id BYTEA   NOT NULL,
    process_id BYTEA   NOT NULL,
    body_id    BIGINT  NOT NULL,
    PRIMARY KEY (meeting_id, process_id)
);
CREATE INDEX samba_item_by_body ON samba_item (body_id, process_id);
CREATE INDEX samba_item_by_process ON samba_item (process_id);
