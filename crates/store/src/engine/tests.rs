//! Does the engine keep its promises when things go wrong?

mod failing;
mod running;

use super::{Db, Result, Sql, Tx, V};

/// Tables that only these tests have. A leaf without its tree is found out at the commit, not before.
const TABLES: &str = "CREATE TABLE tally (name TEXT PRIMARY KEY, amount BIGINT NOT NULL);
    CREATE TABLE tree (id BIGINT PRIMARY KEY);
    CREATE TABLE leaf (tree BIGINT NOT NULL REFERENCES tree (id) DEFERRABLE INITIALLY DEFERRED)";

static ADD: Sql = Sql { name: "test::ADD", text: "INSERT INTO tally (name, amount) VALUES ($1, $2)" };
static SET: Sql = Sql { name: "test::SET", text: "UPDATE tally SET amount = $1 WHERE name = $2" };
static AMOUNT: Sql = Sql { name: "test::AMOUNT", text: "SELECT amount FROM tally WHERE name = $1" };
static ALL: Sql = Sql { name: "test::ALL", text: "SELECT name FROM tally ORDER BY name" };
static LEAF: Sql = Sql { name: "test::LEAF", text: "INSERT INTO leaf (tree) VALUES ($1)" };

fn add(tx: &mut Tx, name: &str, amount: i64) -> Result<()> {
    tx.exec(&ADD, &[V::Text(name), V::Int(amount)]).map(|_| ())
}

fn amount(tx: &mut Tx, name: &str) -> Result<Option<i64>> {
    tx.one(&AMOUNT, &[V::Text(name)], |row| row.int(0))
}

async fn names(db: &Db) -> Vec<String> {
    db.read(|tx| tx.rows(&ALL, &[], |row| row.text(0))).await.unwrap()
}

fn cloned(db: &Db) -> Db {
    db.clone()
}
