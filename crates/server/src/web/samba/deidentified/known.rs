//! What would give somebody away whom the writer knows? (DID-3)
//!
//! Everything that stands in the processes that the writer has part in, in all of them alike: so the scan knows the
//! case that a description comes from, and nothing tells which one it is (DID-5).

use domain::deidentify::Known;

use crate::web::{app::App, case::Seen, error::WebError, identity::Actor};

/// # Errors
/// When the store cannot answer.
pub async fn known_to(app: &App, actor: Actor) -> Result<Known, WebError> {
    let mut known = Known::default();
    for seen in app.visible(actor).await? {
        add(&mut known, &seen);
    }
    Ok(known)
}

fn add(known: &mut Known, seen: &Seen) {
    for person in seen.people() {
        known.names.push(person.name.clone());
        known.phones.extend(person.phone.clone());
        known.emails.extend(person.email.clone());
        known.personal_ids.extend(person.personal_id.clone());
        known.dates.extend(person.born);
        known.places.extend(person.address.iter().flat_map(|address| places(address)));
    }
    let held = seen.process.meetings.held_meetings().filter_map(|(_, meeting)| meeting.held.as_ref());
    known.dates.extend(held.map(|held| held.on));
}

/// The words of an address, without its numbers: "Storgatan 12, 291 31 Kristianstad" is a street and a town.
fn places(address: &str) -> impl Iterator<Item = String> {
    let parts = address.split([',', '\n']);
    parts.filter_map(|part| {
        let words: Vec<&str> =
            part.split_whitespace().filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
        (!words.is_empty()).then(|| words.join(" "))
    })
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn an_address_is_its_street_and_its_town() {
        let words: Vec<String> = places("Storgatan 12 A, 291 31 Kristianstad").collect();
        assert_eq!(words, ["Storgatan A", "Kristianstad"]);
    }
}
