//! What has the scan found in a form that came in, and what does a human say of it? (DID-3)

use std::collections::BTreeSet;

use domain::{
    deidentify::{FindingKind, Verdict},
    samba::deidentified::Found,
};

use crate::web::{
    form::{Choice, Fields},
    form_data::{DrawnSection, Input},
    samba::cases::drawing::field,
    texts::Texts,
};

/// The boxes in which somebody says of words that they point out nobody.
pub const HELD: &str = "held";

/// What was ticked. Words that do not stand there any more confirm nothing.
pub fn confirmed(fields: &Fields) -> BTreeSet<Found> {
    fields.all(HELD).filter_map(passage).collect()
}

/// `field kind words`, as it stands in a box.
fn code(passage: &Found) -> String {
    format!("{} {} {}", passage.field, passage.kind.key(), passage.words)
}

fn passage(code: &str) -> Option<Found> {
    let mut parts = code.splitn(3, ' ');
    let (field, key, words) = (parts.next()?, parts.next()?, parts.next()?);
    let kind = FindingKind::ALL.iter().find(|kind| kind.key() == key)?;
    Some(Found { field: field.to_owned(), words: words.to_owned(), kind: *kind })
}

/// What has to be taken away, noted at its field.
pub fn note(t: &Texts, fields: &mut Fields, found: &BTreeSet<Found>) {
    for passage in found.iter().filter(|passage| passage.kind.verdict() == Verdict::Blocks) {
        fields.fault(
            &passage.field,
            t.with("deidentified-take-away", &[("words", &passage.words), ("why", &why(t, passage.kind))]),
        );
    }
}

/// What a human is to look at: each with a box of its own. `label` tells what a field is called on the page.
pub fn drawn(t: &Texts, found: &BTreeSet<Found>, label: impl Fn(&str) -> String) -> Option<DrawnSection> {
    let held = found.iter().filter(|passage| passage.kind.verdict() == Verdict::Held);
    let choices: Vec<Choice> = held
        .map(|passage| {
            let said = t.with(
                "deidentified-held-words",
                &[("words", &passage.words), ("field", &label(&passage.field))],
            );
            Choice::new(code(passage), said).explained(why(t, passage.kind))
        })
        .collect();
    (!choices.is_empty()).then(|| DrawnSection {
        id: HELD.to_owned(),
        title: t.get("deidentified-held"),
        help: t.get("deidentified-held-hint"),
        fields: vec![field(HELD, t.get("deidentified-held-label"), Input::Boxes(choices))],
    })
}

fn why(t: &Texts, kind: FindingKind) -> String {
    t.get(&format!("deidentify-{}", kind.key()))
}

#[cfg(test)]
mod tests {
    use super::{code, passage};
    use domain::{deidentify::FindingKind, samba::deidentified::Found};

    #[test]
    fn what_stands_in_a_box_is_read_back() {
        for kind in FindingKind::ALL {
            let one = Found { field: "lots.why".to_owned(), words: "två ord: tre".to_owned(), kind: *kind };
            assert_eq!(passage(&code(&one)), Some(one));
        }
        for broken in ["", "lots.why", "lots.why quote", "lots.why nothing x"] {
            assert_eq!(passage(broken), None, "{broken}");
        }
    }
}
