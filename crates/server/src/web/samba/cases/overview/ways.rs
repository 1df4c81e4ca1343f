//! What can be done with a case now? The links on its page; the rules have the last word.

use domain::samba::choice::Sorting;

use super::super::{block::Block, desk::Desk, draft};

/// Everything that the coordinator can do next; members sign on the page of the agreement.
pub fn all(desk: &Desk) -> Block {
    let block = Block::new("todo", desk.t.get("cases-todo"));
    if !desk.is_coordinator() {
        return block;
    }
    let words = |word: &str| desk.t.get(&format!("case-{word}-title"));
    let at = |way: &Way| format!("{}/{}", desk.address(), way.path);
    let ways = before_a_body(desk).into_iter().chain(in_a_body(desk)).chain(afterwards(desk));
    let block = ways.fold(block, |block, way| match &way.meeting {
        Some(meeting) => {
            let act = words(way.word);
            let told = desk.t.with("cases-way-at", &[("act", &act), ("meeting", meeting)]);
            block.link(at(&way), told)
        }
        None => block.link(at(&way), words(way.word)),
    });
    if !desk.case.process.keeps_notes_of(desk.number, desk.today()) {
        return block;
    }
    block.link(format!("/samba/notes/new?case={}", desk.named.process), desk.t.get("notes-write-about-case"))
}

/// One thing to do: where, and which act it is.
struct Way {
    path: String,
    word: &'static str,
    /// The meeting that it concerns, in words.
    meeting: Option<String>,
}

fn way(path: &str, word: &'static str) -> Way {
    Way { path: path.to_owned(), word, meeting: None }
}

fn before_a_body(desk: &Desk) -> Vec<Way> {
    let samba = &desk.samba;
    if !samba.items.is_empty() {
        return vec![];
    }
    let assessed = samba.sorting == Some(Sorting::Assessment);
    let mut ways: Vec<Way> = vec![];
    if samba.description.is_none() {
        ways.push(way("sorting", "sort"));
    }
    if assessed {
        ways.push(way("routine", "routine"));
        ways.push(way("assessment", "assess"));
    }
    if samba.assessment.is_some() && samba.description.is_none() {
        ways.push(way("description-order", "order"));
    }
    ways
}

fn in_a_body(desk: &Desk) -> Vec<Way> {
    if !desk.knows_the_child() {
        return vec![];
    }
    let mut ways: Vec<Way> = vec![];
    for item in &desk.samba.items {
        let (body, date) = (desk.body_name(item.body), desk.t.date(item.on));
        let meeting = desk.t.with("cases-meeting-of", &[("body", &body), ("date", &date)]);
        let mut at = |rest: &str, word| {
            let path = format!("meetings/{}/{rest}", item.meeting);
            ways.push(Way { path, word, meeting: Some(meeting.clone()) });
        };
        match (&item.treated, item.minutes_final) {
            (None, _) => {
                if item.on <= desk.today() {
                    at("treatment", "treat");
                }
                at("removal", "remove");
            }
            (Some(_), None) => at("minutes", "minutes"),
            (Some(_), Some(_)) => at("correction", "correct"),
        }
        if item.owed().is_some() {
            at("answer", "reflect");
        }
    }
    let waits = desk.samba.items.iter().any(|item| item.is_pending());
    if desk.samba.description.is_some() && !waits && desk.samba.conclusion().is_none() {
        ways.push(way("agenda", "schedule"));
    }
    ways
}

fn afterwards(desk: &Desk) -> Vec<Way> {
    let samba = &desk.samba;
    let mut ways: Vec<Way> = vec![];
    if desk.knows_the_child() {
        let mut agreements = desk.case.process.samba.agreements_of(desk.number);
        let in_force = agreements.any(|(_, agreement)| agreement.is_in_force(desk.today()));
        if draft::agreed(desk).is_some() && samba.returned.is_none() && !in_force {
            ways.push(way("agreements/new", "draft"));
        }
        if samba.conclusion().is_some() {
            ways.push(way("return", "return"));
        }
        if samba.returned.is_some() {
            ways.push(way("follow-up", "follow-up"));
        }
        if !samba.follow_ups.is_empty() {
            ways.push(way("notice", "notify"));
        }
    }
    if samba.sorting.is_some() {
        ways.push(way("closing", "close"));
    }
    ways
}
