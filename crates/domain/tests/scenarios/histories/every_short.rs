//! Are all short histories told alike?

use super::{History, beginnings::Beginning};
use crate::naive::{Answer, Did};
use domain::{
    PersonId, UnitId,
    party::InformationKind::{self, *},
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};

#[derive(Debug, Clone, Copy)]
enum Letter {
    AskWide,
    AskNarrow,
    AskAlone,
    BothGuardiansSign,
    MotherSigns,
    FatherSigns,
    ChildSigns,
    FatherSaysNo,
    Send,
    FatherWithdrawsSocial,
    MotherWithdrawsAll,
    ChildWithdrawsKind,
    ChildStrikesBup,
    MotherPauses,
    Resume,
    DaysPass,
}

use Letter::*;

/// From before anything is signed.
const PREPARED: [Letter; 11] = [
    AskWide,
    AskNarrow,
    AskAlone,
    BothGuardiansSign,
    ChildSigns,
    FatherSaysNo,
    Send,
    MotherWithdrawsAll,
    ChildWithdrawsKind,
    ChildStrikesBup,
    DaysPass,
];

/// From when the plan is under way.
const PLANNED: [Letter; 13] = [
    AskWide,
    AskNarrow,
    AskAlone,
    MotherSigns,
    FatherSigns,
    ChildSigns,
    Send,
    FatherWithdrawsSocial,
    MotherWithdrawsAll,
    ChildWithdrawsKind,
    MotherPauses,
    Resume,
    DaysPass,
];

#[derive(Default)]
struct Count {
    /// Sequences, also those in which an act was refused or changed nothing.
    sequences: usize,
    /// Those that differ from every shorter one.
    histories: usize,
    comparisons: usize,
}

fn every(history: &History, letters: &[Letter], length: u32, count: &mut Count) {
    for letter in letters {
        let mut longer = history.clone();
        count.comparisons += 1;
        // What is refused or changes nothing leaves a history that has been looked at already.
        if !write(&mut longer, *letter) {
            count.sequences += (0..length).map(|left| letters.len().pow(left)).sum::<usize>();
            continue;
        }
        count.sequences += 1;
        count.histories += 1;
        count.comparisons += longer.is_told_alike();
        if length > 1 {
            every(&longer, letters, length - 1, count);
        }
    }
}

/// Whether anything came of it.
fn write(history: &mut History, letter: Letter) -> bool {
    let world = history.world;
    let [mother, father, child] = ["mother", "father", "child"].map(|name| world.person(name));
    let [own, social, bup] = ["school-health", "social", "bup"].map(|name| world.unit(name));
    let paper = |units: &[(UnitId, &[InformationKind])], until: Date, alone| Did::Asked {
        names: units.iter().map(|(unit, kinds)| (*unit, kinds.to_vec())).collect(),
        until,
        alone,
    };
    let signs = |who: PersonId| Did::Signed { who };
    let soon = history.today().saturating_add(60.days());
    let did = match letter {
        AskWide => {
            paper(&[(own, &[Health]), (social, &[Health, School]), (bup, &[Health])], history.latest(), false)
        }
        AskNarrow => paper(&[(own, &[School]), (social, &[School])], soon, false),
        AskAlone => paper(&[(own, &[Health]), (bup, &[Health])], soon, true),
        BothGuardiansSign => {
            let came = [mother, father].map(|who| history.does(signs(who)));
            return came.contains(&Answer::Done);
        }
        MotherSigns => signs(mother),
        FatherSigns => signs(father),
        ChildSigns => signs(child),
        FatherSaysNo => Did::SaidNo { who: father },
        Send => Did::Sent { units: history.sendable() },
        FatherWithdrawsSocial => Did::Withdrew { who: father, units: vec![social] },
        MotherWithdrawsAll => Did::Withdrew { who: mother, units: vec![social, bup] },
        ChildWithdrawsKind => Did::WithdrewKind { who: child, unit: social, kind: Health },
        ChildStrikesBup => Did::Struck { who: child, unit: bup },
        MotherPauses => Did::Paused { who: mother },
        Resume => Did::Resumed,
        DaysPass => {
            let Some(day) = history.next_turn() else { return false };
            history.waits_until(day);
            return true;
        }
    };
    history.does(did) == Answer::Done
}

fn play(name: &str, beginning: &Beginning, letters: &[Letter], length: u32) {
    let mut count = Count::default();
    let history = beginning.history();
    count.comparisons += history.is_told_alike();
    let started = std::time::Instant::now();
    every(&history, letters, length, &mut count);
    let Count { sequences, histories, comparisons } = count;
    println!(
        "{name}: all {sequences} sequences of up to {length} of {} acts, {histories} different histories, \
         {comparisons} answers compared in {:?}",
        letters.len(),
        started.elapsed()
    );
    let all: usize = (1..=length).map(|length| letters.len().pow(length)).sum();
    assert_eq!(sequences, all);
}

/// The child's birthday is the tenth of February.
fn at(age: i16, nothing_signed: u32) {
    let born = date(2026 - age, 2, 10);
    play(&format!("{age} years, nothing signed"), &Beginning::prepared(born), &PREPARED, nothing_signed);
    play(&format!("{age} years, a plan"), &Beginning::planned(born), &PLANNED, 4);
}

#[test]
fn with_a_child_of_eleven() {
    at(11, 4);
}

/// Who turns 15 in the course of it.
#[test]
fn with_a_child_of_fourteen() {
    at(14, 5);
}

#[test]
fn with_a_child_of_fifteen() {
    at(15, 4);
}

/// Who turns 18 in the course of it.
#[test]
fn with_a_child_of_seventeen() {
    at(17, 4);
}
