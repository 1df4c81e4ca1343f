//! Do the worked scenarios come out over HTTP as they do in the domain, to the day?
//!
//! The tables are the domain's own. Every line is one or more requests to our pages by whoever it is about: the
//! page is fetched, its form filled in as a browser would, and sent; what is looked up is read where a page shows
//! it. `verbs.rs` is the table of acts, `look.rs` that of questions; `sending.rs` says what holds for every one.

mod afterwards;
mod before;
mod beyond;
mod calling;
mod cast;
mod deidentified;
mod faults;
pub mod form;
mod in_flight;
mod look;
mod room;
mod sending;
mod separately;
mod verbs;

use cast::Story;

async fn play(table: &str) {
    let mut story = Story::new();
    story.plays(table.lines()).await;
    assert!(story.world.app.store.verify().await.unwrap().is_empty(), "the chain of events is whole");
}

impl Story {
    async fn plays(&mut self, lines: impl IntoIterator<Item = &str>) {
        for line in lines.into_iter().map(str::trim) {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            match cells.as_slice() {
                [setting] => self.set(setting).await,
                [when, who, what, outcome] => {
                    self.comes_to(when);
                    let came = match self.acts_without_identity(who, what).await {
                        Some(came) => came,
                        None => match self.looks(who, what).await {
                            Some(value) => format!("= {value}"),
                            None => self.acts(who, what).await,
                        },
                    };
                    assert_eq!(came, *outcome, "{line}");
                }
                _ => panic!("{line}: four cells, or one setting"),
            }
        }
    }
}

/// TIME-2, TIME-4, TIME-7, TIME-9, PRI-05, PRI-07, PRI-08, PRI-18, CON-01, CON-02: a plain autumn run.
#[tokio::test]
async fn s1_a_plain_autumn_run() {
    play(include_str!("../../../../domain/tests/scenarios/s1.txt")).await;
}

/// TIME-1, TIME-2, TIME-6: Christmas, a unit that does not come, a deviation.
#[tokio::test]
async fn s2_christmas_and_a_missing_unit() {
    play(include_str!("../../../../domain/tests/scenarios/s2.txt")).await;
}

/// TIME-4, TIME-5, CON-06: Easter, and a unit added late.
#[tokio::test]
async fn s3_easter_and_a_unit_added_late() {
    play(include_str!("../../../../domain/tests/scenarios/s3.txt")).await;
}

/// CON-01, CON-16, CON-18, TIME-1, TIME-3, TIME-8: Midsummer, receipt on a Saturday, a child of 15.
#[tokio::test]
async fn s4_midsummer_and_a_child_of_fifteen() {
    play(include_str!("../../../../domain/tests/scenarios/s4.txt")).await;
}

/// CON-07, CON-08, CON-10: the child takes the consent back for one unit.
#[tokio::test]
async fn s5_partial_revocation() {
    play(include_str!("../../../../domain/tests/scenarios/s5.txt")).await;
}

/// CON-12, CON-15, CON-04: guardians who disagree find a narrower circle.
#[tokio::test]
async fn s6_guardians_disagree() {
    play(include_str!("../../../../domain/tests/scenarios/s6.txt")).await;
}

/// CON-21, CON-22, PRI-16, PRI-17, S15: to the council with consent, and back with an agreement.
#[tokio::test]
async fn s7_to_the_council_with_consent() {
    play(include_str!("../../../../domain/tests/scenarios/s7.txt")).await;
}

/// DID-1, DID-3, DID-4, DID-6, DID-9, BOD-2, CON-22: a no, and advice without identity.
#[tokio::test]
async fn s8_without_identity() {
    play(include_str!("../../../../domain/tests/scenarios/s8.txt")).await;
}

/// PID-1, PID-2, PID-4, PID-6, PID-10: an identity is protected, and a guardian reads a copy of one's own.
#[tokio::test]
async fn s10_a_protected_identity() {
    play(include_str!("../../../../domain/tests/scenarios/s10.txt")).await;
}

/// TIME-11, CON-25: turning 18.
#[tokio::test]
async fn s11_turning_eighteen() {
    play(include_str!("../../../../domain/tests/scenarios/s11.txt")).await;
}

/// TIME-6: a new unit at a follow-up.
#[tokio::test]
async fn s12_a_new_unit_at_a_follow_up() {
    play(include_str!("../../../../domain/tests/scenarios/s12.txt")).await;
}
