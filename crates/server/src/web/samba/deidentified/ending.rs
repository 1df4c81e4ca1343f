//! Why is it taken no further? It is deleted at once, and becomes nothing else (DID-7, DID-8).

use domain::samba::deidentified::{DeidentifiedAct, End as Why};

use super::{act::Act, desk::Desk};
use crate::web::{
    form::Fields,
    form_data::DrawnSection,
    samba::cases::drawing::{Drawing, listed},
};

pub struct End;

impl Act for End {
    const WORD: &'static str = "deidentified-end";

    fn drawn(desk: &Desk) -> Option<Vec<DrawnSection>> {
        let draw = Drawing { t: desk.t, word: Self::WORD };
        let may = desk.is_writer() || desk.is_coordinator();
        may.then(|| draw.plain(vec![draw.radios("why", &listed(desk.t, "end", Why::ALL, Why::word))]))
    }

    fn read(desk: &Desk, fields: &mut Fields) -> Option<DeidentifiedAct> {
        Some(DeidentifiedAct::End { why: listed(desk.t, "end", Why::ALL, Why::word).one(fields, "why")? })
    }
}
