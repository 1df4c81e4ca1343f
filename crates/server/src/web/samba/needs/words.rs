//! What are areas called, and what does a refusal say?

use domain::samba::need::{NeedArea, NeedRefusal};

use crate::web::{
    form::{Fields, FormView},
    refusal::Explained,
    texts::Texts,
};

pub fn area(t: &Texts, area: NeedArea) -> String {
    t.get(&format!("needs-area-{}", area.word().replace('_', "-")))
}

/// The form again, with what was wrong: at the day if it is that, or else above the form.
pub fn refused(t: &Texts, mut fields: Fields, refusal: NeedRefusal) -> FormView {
    let reason = match refusal {
        NeedRefusal::DayAhead | NeedRefusal::DayBefore => {
            let ahead = refusal == NeedRefusal::DayAhead;
            fields.fault_with("day", if ahead { "needs-fault-day-ahead" } else { "needs-fault-day-before" });
            return fields.back();
        }
        // The store answers both as what is not there; the words are those of a list that is out of date.
        NeedRefusal::AlreadyNoted | NeedRefusal::NotNoted => "already-noted",
        NeedRefusal::AlreadyTaken => "already-taken",
        NeedRefusal::NotTaken => "not-taken",
        NeedRefusal::AlreadyConcluded => "already-concluded",
    };
    let key = format!("needs-refused-{reason}");
    fields.back_refused(Explained {
        what: t.get(&key),
        why: t.get(&format!("{key}-why")),
        reasoning: vec![],
        instead: vec![],
        rule: "DESK-5",
        reason,
        protected: false,
    })
}
