//! On which agenda does it stand? (S9, S11)

use domain::{
    BodyId,
    samba::deidentified::{DeidentifiedAct, Stage},
};

use super::{act::Act, desk::Desk, overview};
use crate::web::{
    form::Fields,
    form_data::DrawnSection,
    lots::offer::Offer,
    samba::cases::{
        block::Block,
        drawing::{Drawing, choice},
        meetings::Ahead,
    },
};

/// A meeting ahead of the body whose turn it is.
pub struct Schedule;

impl Act for Schedule {
    const WORD: &'static str = "deidentified-schedule";

    fn blocks(desk: &Desk) -> Vec<Block> {
        let calendar = Block::new("calendar", desk.t.get("cases-calendar"));
        let calendar = if desk.ahead.is_empty() {
            calendar.fact(desk.t.get("case-deidentified-schedule-meeting"), desk.t.get("cases-no-meeting"))
        } else {
            calendar
        };
        vec![calendar.link("/bodies", desk.t.get("nav-bodies"))]
    }

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let offer = offered(desk);
        let may = desk.is_coordinator() && desk.state.stage == Stage::Approved && desk.pending().is_none();
        (may && !offer.is_empty()).then(|| draw.plain(vec![draw.radios("meeting", &offer)]))
    }

    fn read(desk: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct> {
        let (body, Ahead { meeting, on }) = offered(desk).one(fields, "meeting")?;
        Some(DeidentifiedAct::Schedule { body, meeting, on })
    }
}

fn offered(desk: &Desk) -> Offer<(BodyId, Ahead)> {
    let Some(body) = desk.state.next_body(&desk.bodies) else { return Offer::new([]) };
    Offer::new(desk.ahead.iter().map(|ahead| {
        let label =
            desk.t.with("cases-meeting-of", &[("body", &body.name), ("date", &desk.t.date(ahead.on))]);
        (choice(ahead.meeting, label), (body.id, *ahead))
    }))
}

/// Off the agenda on which it has not been taken up.
pub struct Remove;

impl Act for Remove {
    const WORD: &'static str = "deidentified-remove";

    fn blocks(desk: &Desk) -> Vec<Block> {
        desk.pending().map(|item| overview::item(desk, item)).into_iter().collect()
    }

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        (desk.is_coordinator() && desk.pending().is_some()).then(Vec::new)
    }

    fn read(desk: &Desk, _: &mut Fields) -> Option<DeidentifiedAct> {
        Some(DeidentifiedAct::Unschedule { meeting: desk.pending()?.meeting })
    }
}
