//! Can a need be written down that gives somebody away, or out of its order?

use super::*;
use crate::{
    deidentify::{FindingKind, Known},
    organisation::Organisation,
};
use jiff::civil::date;

const TODAY: Date = date(2027, 3, 15);

fn known() -> Known {
    Known { names: vec!["Vidar Lundqvist".to_owned()], ..Known::default() }
        .with_units_of(&Organisation::default())
}

fn looked(text: &str, cleared: &[&str]) -> Result<LookedThrough, NotYet> {
    let cleared: Vec<String> = cleared.iter().map(|code| (*code).to_owned()).collect();
    LookedThrough::new(&known(), text.to_owned(), &cleared)
}

fn plain() -> LookedThrough {
    looked("Ingen tar emot den som är för gammal för den ena och för ung för den andra.", &[]).unwrap()
}

/// DESK-4: what gives somebody away for certain is not stored, whatever is ticked.
#[test]
fn what_blocks_must_be_taken_away() {
    let named = "Vidar fick vänta för länge.";
    for cleared in [&[][..], &["known-name:1:Vidar"]] {
        let NotYet { blocks, held } = looked(named, cleared).unwrap_err();
        let found: Vec<_> = blocks.iter().map(|found| (found.kind, found.words.as_str())).collect();
        assert_eq!((found, held), (vec![(FindingKind::KnownName, "Vidar")], vec![]));
    }
}

/// DESK-4: what may give somebody away is ticked finding by finding, each for its own words.
#[test]
fn what_is_held_is_ticked_one_by_one() {
    let text = "Ingen vet vem som frågar Almgrenska om råd, eller Bergvallska, eller Almgrenska igen.";
    let NotYet { blocks, held } = looked(text, &[]).unwrap_err();
    let codes: Vec<_> = held.iter().map(Found::code).collect();
    assert!(blocks.is_empty());
    assert_eq!(
        codes,
        ["unknown-name:1:Almgrenska", "unknown-name:1:Bergvallska", "unknown-name:2:Almgrenska"]
    );
    let all: Vec<&str> = codes.iter().map(String::as_str).collect();
    for left_out in 0..all.len() {
        let mut some = all.clone();
        some.remove(left_out);
        assert_eq!(looked(text, &some).unwrap_err().held.len(), 3, "{some:?}");
    }
    let (_, cleared) = looked(text, &all).unwrap().taken();
    assert_eq!(cleared, [FindingKind::UnknownName; 3]);
    let other = text.replace("Bergvallska", "Cederqvistska");
    assert!(looked(&other, &all).is_err(), "what was ticked was something else");
}

/// DESK-5: noted, taken to the steering group, concluded: each once, in that order, on a day that has come.
#[test]
fn a_need_goes_its_way_once() {
    let mut events: Vec<Recorded> = vec![];
    let mut does = |act: NeedAct| {
        let event = act.decide(DevelopmentNeed::of(&events).as_ref(), TODAY)?;
        events.push(Recorded { event, by: PersonId(uuid::Uuid::nil()), at: Timestamp::UNIX_EPOCH });
        Ok(DevelopmentNeed::of(&events).unwrap().state())
    };
    let note = |day| NeedAct::Note { day: date(2027, 3, day), area: NeedArea::Gap, text: plain() };
    let take = |day| NeedAct::Take { day: date(2027, 3, day) };
    let conclude = |day| NeedAct::Conclude { day: date(2027, 3, day), text: plain() };
    assert_eq!(does(take(8)), Err(NeedRefusal::NotNoted));
    assert_eq!(does(conclude(8)), Err(NeedRefusal::NotNoted));
    assert_eq!(does(note(16)), Err(NeedRefusal::DayAhead));
    assert_eq!(does(note(2)), Ok(NeedState::Noted));
    assert_eq!(does(note(2)), Err(NeedRefusal::AlreadyNoted));
    assert_eq!(does(conclude(8)), Err(NeedRefusal::NotTaken));
    assert_eq!(does(take(1)), Err(NeedRefusal::DayBefore));
    assert_eq!(does(take(16)), Err(NeedRefusal::DayAhead));
    assert_eq!(does(take(8)), Ok(NeedState::Taken));
    assert_eq!(does(take(8)), Err(NeedRefusal::AlreadyTaken));
    assert_eq!(does(conclude(7)), Err(NeedRefusal::DayBefore));
    assert_eq!(does(conclude(15)), Ok(NeedState::Concluded));
    assert_eq!(does(conclude(15)), Err(NeedRefusal::AlreadyConcluded));
    assert_eq!(does(take(15)), Err(NeedRefusal::AlreadyConcluded));
}
