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
    let address = desk.address();
    let ways = before_a_body(desk).into_iter().chain(in_a_body(desk)).chain(afterwards(desk));
    ways.fold(block, |block, (path, word)| block.link(format!("{address}/{path}"), words(word)))
}

type Way = (String, &'static str);

fn before_a_body(desk: &Desk) -> Vec<Way> {
    let samba = &desk.samba;
    if !samba.items.is_empty() {
        return vec![];
    }
    let assessed = samba.sorting == Some(Sorting::Assessment);
    let mut ways: Vec<Way> = vec![];
    if samba.description.is_none() {
        ways.push(("sorting".to_owned(), "sort"));
    }
    if assessed {
        ways.push(("routine".to_owned(), "routine"));
        ways.push(("assessment".to_owned(), "assess"));
    }
    if samba.assessment.is_some() && samba.description.is_none() {
        ways.push(("description-order".to_owned(), "order"));
    }
    ways
}

fn in_a_body(desk: &Desk) -> Vec<Way> {
    if !desk.knows_the_child() {
        return vec![];
    }
    let mut ways: Vec<Way> = vec![];
    for item in &desk.samba.items {
        let at = |rest: &str| format!("meetings/{}/{rest}", item.meeting);
        match (&item.treated, item.minutes_final) {
            (None, _) => {
                ways.push((at("treatment"), "treat"));
                ways.push((at("removal"), "remove"));
            }
            (Some(_), None) => ways.push((at("minutes"), "minutes")),
            (Some(_), Some(_)) => ways.push((at("correction"), "correct")),
        }
        if item.owed().is_some() {
            ways.push((at("answer"), "reflect"));
        }
    }
    let waits = desk.samba.items.iter().any(|item| item.is_pending());
    if desk.samba.description.is_some() && !waits && desk.samba.conclusion().is_none() {
        ways.push(("agenda".to_owned(), "schedule"));
    }
    ways
}

fn afterwards(desk: &Desk) -> Vec<Way> {
    let samba = &desk.samba;
    let mut ways: Vec<Way> = vec![];
    if desk.knows_the_child() {
        if draft::agreed(desk).is_some() && samba.returned.is_none() {
            ways.push(("agreements/new".to_owned(), "draft"));
        }
        if samba.conclusion().is_some() {
            ways.push(("return".to_owned(), "return"));
        }
        if samba.returned.is_some() {
            ways.push(("follow-up".to_owned(), "follow-up"));
        }
        if !samba.follow_ups.is_empty() {
            ways.push(("notice".to_owned(), "notify"));
        }
    }
    if samba.sorting.is_some() {
        ways.push(("closing".to_owned(), "close"));
    }
    ways
}
