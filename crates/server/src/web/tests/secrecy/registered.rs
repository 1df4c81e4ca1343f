//! What does somebody learn who opens a process about people whom the register knows already?

use axum::http::StatusCode;
use domain::{Process, ProcessId, personal_id::PersonalId};
use jiff::civil::date;
use store::{Person, SeatRow};

use super::{
    super::{client::Client, stories::form::Form},
    ground::{Ground, TODAY},
};

const PAGE: &str = "/processes/new/child";
const GUARDIAN: &str = "Åsa Känd";
/// What the first unit wrote down.
const KEPT: &str = "070-174 06 01";
/// What the second one typed.
const TYPED: &str = "070-174 06 99";

/// Opens a process about the same child, with the same guardian written like this.
async fn opens(ground: &Ground, row: &SeatRow, guardian: &str, phone: &str) -> Option<ProcessId> {
    let before = ground.processes().await;
    let mut client = Client::at(&ground.site, Some(ground.token(row).await));
    let page = client.get(&format!("{PAGE}?checked=yes")).await;
    let form = Form::find(&page, |form| form.action == PAGE)?;
    let child = PersonalId::fictional(date(2014, 3, 2), 78).whole();
    let number = PersonalId::fictional(date(1985, 1, 2), 9).whole();
    let fields = [
        ("child-name", "Tuva Känd"),
        ("child-number", child.as_str()),
        ("guardian-1-name", guardian),
        ("guardian-1-number", number.as_str()),
        ("guardian-1-legal", "yes"),
        ("guardian-1-phone", phone),
        ("custody-form", "sole"),
        ("checked-on", "2026-11-20"),
        ("checked-how", "Folkbokföringen"),
        ("placed", "no"),
        ("agrees", "yes"),
    ];
    let form = fields.into_iter().fold(form, |form, (name, value)| form.set(name, value));
    // Not every unit is part of the agreement.
    client.post(PAGE, &form.fields()).await;
    ground.processes().await.difference(&before).next().copied()
}

async fn guardian(ground: &Ground, process: &Process) -> Person {
    ground.app.store.person(process.custody.guardians[0].person).await.unwrap().unwrap()
}

/// AC-13: the second unit neither reads nor writes over what the first one keeps; the family is the same people.
#[tokio::test]
async fn the_register_tells_a_second_opener_nothing() {
    let ground = Ground::on(TODAY);
    let (mut opened, mut units) = (vec![], vec![]);
    for seated in ground.seats().await {
        let row = seated.seat;
        if opened.len() == 3 || row.unit.is_none_or(|unit| units.contains(&unit)) {
            continue;
        }
        let (name, phone) = match opened.len() {
            0 => (GUARDIAN, KEPT),
            1 => (GUARDIAN, TYPED),
            _ => ("åsa känd", TYPED),
        };
        if let Some(id) = opens(&ground, &row, name, phone).await {
            units.extend(row.unit);
            opened.push((id, row));
        }
    }
    let [(first, _), (second, row), (third, _)] = opened[..] else { panic!("{} opened", opened.len()) };
    let (first, third) = (ground.process(first).await, ground.process(third).await);
    let (kept, again) = (guardian(&ground, &first).await, ground.process(second).await);
    assert_eq!(kept.phone.as_deref(), Some(KEPT), "what the first wrote down");
    assert_eq!(again.custody.guardians[0].person, kept.id, "the same mother");
    // Written otherwise it is somebody else, so that nobody can see by the answer how it is written there.
    assert_ne!(third.custody.guardians[0].person, kept.id);
    assert_eq!(guardian(&ground, &third).await.name, "åsa känd");
    let mut client = Client::at(&ground.site, Some(ground.token(&row).await));
    let taken_up = client.get(&format!("{PAGE}?checked=yes&previous={second}")).await;
    assert_eq!(taken_up.status, StatusCode::OK);
    assert!(!taken_up.body.contains(KEPT), "{}", taken_up.body);
}
