//! Does it point out nobody? The second of two persons looks, with a list (DID-4, DID-7).

use domain::{
    deidentify::Rarity,
    samba::deidentified::{Check, DeidentifiedAct, Stage},
};

use super::{act::Act, desk::Desk, overview};
use crate::web::{
    form::Fields,
    form_data::DrawnSection,
    samba::cases::{
        block::Block,
        drawing::{Drawing, TEXT_MAX, listed},
    },
};

pub struct Approve;

impl Act for Approve {
    const WORD: &'static str = "deidentified-approve";

    fn blocks(desk: &Desk) -> Vec<Block> {
        vec![overview::told(desk), overview::alike(desk)]
    }

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let checks = listed(desk.t, "check", Check::ALL, Check::word);
        waits(desk).then(|| draw.plain(vec![draw.boxes("checked", &checks)]))
    }

    fn read(desk: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct> {
        let checked = listed(desk.t, "check", Check::ALL, Check::word).many(fields, "checked");
        // Where nothing was counted it does not wait to be approved, and the rule says so.
        let alike = desk.alike.unwrap_or(Rarity::FewerThanFive);
        Some(DeidentifiedAct::Approve { checked: checked.into_iter().collect(), alike })
    }
}

/// To whoever wrote it.
pub struct Return;

impl Act for Return {
    const WORD: &'static str = "deidentified-return";

    fn blocks(desk: &Desk) -> Vec<Block> {
        vec![overview::told(desk)]
    }

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        waits(desk).then(|| draw.plain(vec![draw.text("reason")]))
    }

    fn read(_: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct> {
        Some(DeidentifiedAct::Return { reason: fields.text("reason", TEXT_MAX)? })
    }
}

fn waits(desk: &Desk) -> bool {
    desk.is_coordinator() && desk.state.stage == Stage::Written
}
