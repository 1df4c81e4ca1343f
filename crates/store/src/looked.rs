//! Who has looked at one process, in its own pages and in lists where it stood? (AD-5)

use crate::{
    access::{self, Access, Outcome},
    engine::{Result, Tx, V, statements},
};
use domain::{Process, ids::ProcessId};

/// Acts that are told of by what came of them, where the family may know that at all: the row alone would tell that
/// something is withheld from one of them, or that a law forbids to tell of a disclosure (AC-7, AC-10).
const TOLD_OTHERWISE: [&str; 4] =
    ["withhold_item", "decide_other_ground", "confirm_other_ground", "end_other_ground"];

statements! {
    PUT_LISTED = "INSERT INTO access_listed (process_id, access_id, ground) VALUES ($1, $2, $3)";
    IN_LISTS = "SELECT a.access_id, a.recorded_us, a.person_id, a.seat, a.unit_id, l.process_id, a.action, \
                a.outcome, l.ground, a.detail FROM access_listed l JOIN access a ON a.access_id = l.access_id \
                WHERE l.process_id = $1 ORDER BY a.access_id";
}

/// A list that was shown, and each process that stood in it with the tie that put it there.
pub(crate) struct ListShown {
    pub(crate) access: Access,
    pub(crate) shown: Vec<(ProcessId, &'static str)>,
}

/// Puts a list on record: once for whoever looked, and once for each process that stood in it, so that the family
/// is told of that look as well.
pub(crate) fn put_list(tx: &mut Tx, list: &ListShown) -> Result<()> {
    access::put(tx, &list.access)?;
    for (process, ground) in &list.shown {
        tx.note(&PUT_LISTED, &[V::Id(process.0), V::Id(list.access.id.0), V::Text(ground)])?;
    }
    Ok(())
}

/// Everything that was asked of one process, and every list that it stood in, in order. What else stood in such a
/// list is nobody's here.
pub(crate) fn at(tx: &mut Tx, process: ProcessId) -> Result<Vec<Access>> {
    let mut all = access::of_process(tx, process)?;
    let lists = tx.rows(&IN_LISTS, &[V::Id(process.0)], access::access)?;
    all.extend(lists.into_iter().map(|look| Access { detail: None, ..look }));
    all.sort_by_key(|look| look.id.0);
    Ok(all)
}

/// Whether a look is told to the family.
pub(crate) fn is_told(process: &Process, look: &Access) -> bool {
    !TOLD_OTHERWISE.contains(&look.action.as_ref()) && !is_by_a_kept_reader(process, look)
}

/// A look by somebody who knows of the process only through a disclosure that a law forbids to tell the family of.
fn is_by_a_kept_reader(process: &Process, look: &Access) -> bool {
    let by_that = look.ground.as_deref() == Some("disclosed_to") || look.outcome == Outcome::Hidden;
    let mut own = process
        .other_grounds
        .iter()
        .filter(|(_, ground)| ground.reader == look.person && Some(ground.to) == look.unit)
        .peekable();
    by_that && own.peek().is_some() && own.all(|(_, ground)| ground.kept_from_family.is_some())
}
