//! Which kinds of tampering are tried, and how often?

use super::{Against, Chance, Scene, attacker, forger, scene};
use crate::log::tests::{another_key, key};
use rusqlite::{Connection, Result};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A cell is set to something else.
    Edit,
    /// A row is taken away.
    Delete,
    /// A row is put in.
    Insert,
    /// Two rows change places, or a cell of theirs.
    Reorder,
    /// Anything of that, and then every hash is worked out again: chains, what acts stored, leaves, roots.
    Rewrite,
    /// The same, and everything is signed with another key of the same name.
    SignAnew,
    /// The end of everything is cut off cleanly.
    CutOff,
    /// An old copy is put back, and perhaps the program goes on with it.
    OldCopy,
    /// Two databases go on from one log, both with the right key.
    SplitView,
}

pub(super) const KINDS: [(Kind, usize); 9] = [
    (Kind::Edit, 250),
    (Kind::Delete, 120),
    (Kind::Insert, 120),
    (Kind::Reorder, 130),
    (Kind::Rewrite, 130),
    (Kind::SignAnew, 80),
    (Kind::CutOff, 30),
    (Kind::OldCopy, 70),
    (Kind::SplitView, 70),
];

/// What was done, and what one compares with.
pub(super) struct Told {
    pub(super) what: String,
    pub(super) against: Against,
}

impl Kind {
    pub(super) fn connection<'s>(self, scene: &'s Scene, chance: &mut Chance) -> &'s Connection {
        match self {
            Kind::OldCopy | Kind::SplitView => chance.one_of(&scene.copies),
            Kind::Edit
            | Kind::Delete
            | Kind::Insert
            | Kind::Reorder
            | Kind::Rewrite
            | Kind::SignAnew
            | Kind::CutOff => &scene.main,
        }
    }

    /// # Errors
    /// Where the database itself refuses: a key twice, a column that must not be empty.
    pub(super) fn tamper(self, scene: &Scene, connection: &Connection, chance: &mut Chance) -> Result<Told> {
        let against = scene.against();
        let what = match self {
            Kind::Edit | Kind::Delete | Kind::Insert | Kind::Reorder => self.by_hand(connection, chance)?,
            Kind::Rewrite => {
                let what = any(connection, chance)?;
                forger::hash_anew(connection, chance.below(2) == 0);
                format!("{what}, hashed anew")
            }
            Kind::SignAnew => {
                let what = any(connection, chance)?;
                forger::hash_anew(connection, true);
                forger::sign_anew(connection, &another_key());
                format!("{what}, hashed and signed anew")
            }
            Kind::CutOff => {
                let seals = 1 + chance.below(4);
                forger::cut(connection, seals);
                format!("the last {seals} seals cut off")
            }
            Kind::OldCopy => {
                let seals = chance.below(6);
                scene::goes_on(connection, chance, seals);
                format!("an old copy, sealed {seals} times more")
            }
            Kind::SplitView => return split_view(scene, connection, chance),
        };
        Ok(Told { what, against })
    }

    fn by_hand(self, connection: &Connection, chance: &mut Chance) -> Result<String> {
        let table = *chance.one_of(&scene::TABLES);
        match self {
            Kind::Edit => {
                let columns = scene::columns(connection, table);
                let column = chance.one_of(&columns).clone();
                attacker::edit(connection, table, &column, chance)
            }
            Kind::Delete => attacker::delete(connection, table, chance),
            Kind::Insert => attacker::insert(connection, table, chance),
            Kind::Reorder => attacker::swap(connection, table, chance),
            Kind::Rewrite | Kind::SignAnew | Kind::CutOff | Kind::OldCopy | Kind::SplitView => {
                unreachable!("not done by hand")
            }
        }
    }
}

fn any(connection: &Connection, chance: &mut Chance) -> Result<String> {
    let kind = *chance.one_of(&[Kind::Edit, Kind::Delete, Kind::Insert, Kind::Reorder]);
    kind.by_hand(connection, chance)
}

/// One is shown what has become of one half, and has a checkpoint of the other.
fn split_view(scene: &Scene, connection: &Connection, chance: &mut Chance) -> Result<Told> {
    let (one, other) = (1 + chance.below(3), 1 + chance.below(3));
    connection.execute_batch("SAVEPOINT one")?;
    let kept = scene::goes_on(connection, chance, one);
    connection.execute_batch("ROLLBACK TO one")?;
    scene::goes_on(connection, chance, other);
    let keys = vec![key().public().clone()];
    let kept = kept.into_iter().next_back().into_iter().collect();
    let what = format!("one log sealed {one} times more here, {other} times there");
    Ok(Told { what, against: Against { keys, kept, ..scene.against() } })
}
