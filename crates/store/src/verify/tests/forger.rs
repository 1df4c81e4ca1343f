//! Which hashes can somebody work out again who has every right on the database, but not the key?

use super::scene::blobs;
use crate::{
    access::ruling,
    chain::{BEGINNING, Link},
    engine::{Db, Result, Row, Sql, V},
    log::{before, remark::Remark},
    verify::log::now_stored,
};
use domain::ids::ProcessId;
use record::{Checkpoint, Edge, Hash, SecretKey, leaf_hash, remark_leaf};
use rusqlite::{Connection, params};
use sha2::{Digest, Sha256};
use uuid::Uuid;

static EVENTS: Sql = Sql {
    name: "test::FORGER_EVENTS",
    text: "SELECT process_id, version, kind, body, recorded_us, author, access_id FROM event \
           ORDER BY process_id, version",
};
static ROWS: Sql = Sql {
    name: "test::FORGER_ROWS",
    text: "SELECT access_id, recorded_us, person_id, seat, unit_id, process_id, action, outcome, ground, detail, \
           salt, stored FROM access WHERE salt IS NOT NULL",
};
static STORED: Sql =
    Sql { name: "test::FORGER_STORED", text: "UPDATE access SET stored = $1 WHERE access_id = $2" };

/// Works out again whatever can be worked out: the chains, the hashes of texts, what acts stored, the leaves (from
/// 0 on, if they are also to be `renumbered`), and the roots that checkpoints speak of, under their old signatures.
pub(super) fn hash_anew(connection: &Connection, renumbered: bool) {
    chains(connection);
    texts(connection);
    leaves(connection);
    remarks(connection);
    if renumbered {
        number(connection);
    }
    checkpoints(connection, |checkpoint, note| {
        let signatures = note.lines().filter(|line| line.starts_with('\u{2014}'));
        format!("{}\n{}\n", checkpoint.text(), signatures.collect::<Vec<_>>().join("\n"))
    });
}

/// Signs every checkpoint again, in the right name.
pub(super) fn sign_anew(connection: &Connection, key: &SecretKey) {
    checkpoints(connection, |checkpoint, _| checkpoint.signed(key).unwrap().to_string());
}

/// Takes away all that came with the last seals.
pub(super) fn cut(connection: &Connection, seals: usize) {
    let sql = "SELECT size FROM log_checkpoint ORDER BY size DESC LIMIT 1 OFFSET ?1";
    let size: i64 = connection.query_row(sql, [seals as i64], |row| row.get(0)).unwrap();
    let late = "access_id IN (SELECT access_id FROM log_leaf WHERE leaf_index >= ?1)";
    for table in ["event", "content", "access"] {
        connection.execute(&format!("DELETE FROM {table} WHERE {late}"), [size]).unwrap();
    }
    for table in ["log_leaf", "log_remark"] {
        connection.execute(&format!("DELETE FROM {table} WHERE leaf_index >= ?1"), [size]).unwrap();
    }
    connection.execute("DELETE FROM log_checkpoint WHERE size > ?1", [size]).unwrap();
}

/// What a database refuses is left as it is: it will be found all the same.
fn try_to(connection: &Connection, sql: &str, values: impl rusqlite::Params) {
    drop(connection.execute(sql, values));
}

/// Every event gets the next number of its process, and is chained to the one before.
fn chains(connection: &Connection) {
    let (mut of, mut number, mut prev) = (Uuid::nil(), 0, BEGINNING);
    let mut read = |row: &Row| -> Result<(Uuid, i64, i64, Hash, Hash)> {
        let process = row.id(0)?;
        if process != of {
            (of, number, prev) = (process, 0, BEGINNING);
        }
        number += 1;
        let link = Link {
            process: ProcessId(process),
            version: number,
            kind: row.str(2)?,
            body: row.str(3)?,
            recorded_us: row.int(4)?,
            author: row.id(5)?,
            access: row.id(6)?,
        };
        let before = prev;
        prev = link.hash(&before);
        Ok((process, row.int(1)?, number, before, prev))
    };
    let chained = Db::on(connection, |tx| tx.rows(&EVENTS, &[], |row| Ok(read(row).ok()))).unwrap();
    for (process, old, new, before, hash) in chained.into_iter().flatten() {
        let sql =
            "UPDATE event SET version = ?1, prev_hash = ?2, hash = ?3 WHERE process_id = ?4 AND version = ?5";
        try_to(connection, sql, params![new, before, hash, process.as_bytes(), old]);
    }
}

fn texts(connection: &Connection) {
    let mut statement = connection.prepare("SELECT process_id, text_id, body FROM content").unwrap();
    let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let all: Vec<(Vec<u8>, Vec<u8>, String)> = statement.query_map([], row).unwrap().flatten().collect();
    for (process, text, body) in all {
        let hash: Hash = Sha256::digest(body.as_bytes()).into();
        let sql = "UPDATE content SET hash = ?1 WHERE process_id = ?2 AND text_id = ?3";
        try_to(connection, sql, params![hash, process, text]);
    }
}

fn leaves(connection: &Connection) {
    let stored = |row: &Row| {
        let found = ruling(row).ok().filter(|ruling| ruling.stored.is_some());
        Ok(found.map(|ruling| (ruling.process.map(Uuid::from_bytes), Uuid::from_bytes(ruling.access_id))))
    };
    let leaf = |row: &Row| {
        let salt = row.bytes(10).ok().and_then(|salt| salt.try_into().ok());
        Ok(ruling(row).ok().zip(salt).map(|(ruling, salt)| (ruling.access_id, ruling.leaf(&salt))))
    };
    let leaves = Db::on(connection, |tx| {
        for (process, access) in tx.rows(&ROWS, &[], stored)?.into_iter().flatten() {
            if let Some(hash) = now_stored(tx, process, access)? {
                tx.exec(&STORED, &[V::Blob(&hash), V::Id(access)])?;
            }
        }
        tx.rows(&ROWS, &[], leaf)
    });
    for (access, leaf) in leaves.unwrap().into_iter().flatten() {
        try_to(connection, "UPDATE log_leaf SET leaf = ?1 WHERE access_id = ?2", params![leaf, access]);
        try_to(connection, "UPDATE log_pending SET leaf = ?1 WHERE access_id = ?2", params![leaf, access]);
    }
}

fn remarks(connection: &Connection) {
    if let Ok(Some(before)) = Db::on(connection, before::find) {
        let body = Remark::Before(before).body();
        try_to(connection, "UPDATE log_remark SET body = ?1 WHERE kind = 'before'", [body]);
    }
    let mut statement = connection.prepare("SELECT leaf_index, kind, body FROM log_remark").unwrap();
    let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let all: Vec<(i64, String, String)> = statement.query_map([], row).unwrap().flatten().collect();
    for (index, kind, body) in all {
        let leaf = remark_leaf(&kind, &body);
        try_to(connection, "UPDATE log_leaf SET leaf = ?1 WHERE leaf_index = ?2", params![leaf, index]);
    }
}

/// Closes gaps: leaves count from 0, and there is a checkpoint where a batch ends.
fn number(connection: &Connection) {
    let numbers = |sql: &str| -> Vec<i64> {
        connection.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().flatten().collect()
    };
    for (new, old) in (0_i64..).zip(numbers("SELECT leaf_index FROM log_leaf ORDER BY leaf_index")) {
        for table in ["log_leaf", "log_remark"] {
            let sql = format!("UPDATE {table} SET leaf_index = ?1 WHERE leaf_index = ?2");
            try_to(connection, &sql, [new, old]);
        }
    }
    let ends = numbers("SELECT leaf_index + 1 FROM log_remark WHERE kind = 'sealed' ORDER BY leaf_index");
    for (new, old) in ends.into_iter().zip(numbers("SELECT size FROM log_checkpoint ORDER BY size")) {
        try_to(connection, "UPDATE log_checkpoint SET size = ?1 WHERE size = ?2", [new, old]);
    }
}

fn checkpoints(connection: &Connection, note: impl Fn(&Checkpoint, &str) -> String) {
    let mut statement = connection.prepare("SELECT size, note FROM log_checkpoint").unwrap();
    let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?));
    let all: Vec<(i64, String)> = statement.query_map([], row).unwrap().flatten().collect();
    let leaves = blobs(connection, "SELECT leaf FROM log_leaf ORDER BY leaf_index");
    for (stored, old) in all {
        let mut edge = Edge::default();
        let size = usize::try_from(stored).unwrap_or(0).min(leaves.len());
        leaves[..size].iter().for_each(|leaf| edge.append(leaf_hash(leaf)));
        let origin = "farled.test/record".to_owned();
        let checkpoint = Checkpoint { origin, size: size as u64, root: edge.root() };
        let new = note(&checkpoint, &old);
        try_to(connection, "UPDATE log_checkpoint SET note = ?1 WHERE size = ?2", params![new, stored]);
    }
}
