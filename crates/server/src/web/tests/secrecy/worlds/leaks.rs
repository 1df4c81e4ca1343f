//! Would it be noticed? Mistakes of the kinds that are made, planted in the answers of both worlds.
//!
//! Each does with what is stored what a handler would do that forgot something. It must be seen in the scripts of
//! every secret that it gives away.

use axum::http::{HeaderValue, StatusCode};

use super::{
    super::{super::client::Reply, ground::Ground},
    script::Step,
    secrets::Secret,
};

/// A mistake, and the secrets it gives away.
pub struct Leak {
    pub name: &'static str,
    pub gives_away: &'static [Secret],
    pub plant: fn(&Ground, &Step, &mut Reply),
}

impl Leak {
    pub const ALL: [Leak; 6] = [
        Leak {
            name: "a search that counts before it filters",
            gives_away: &[Secret::ProcessThere],
            plant: counts_before_filtering,
        },
        Leak {
            name: "403 where something is there",
            gives_away: &[Secret::ProcessThere],
            plant: forbids_what_is_there,
        },
        Leak {
            name: "a header with a count",
            gives_away: &[
                Secret::ProcessThere,
                Secret::ConsentGiven,
                Secret::Protected,
                Secret::Disclosed,
                Secret::NamedUser,
            ],
            plant: tells_a_count,
        },
        Leak {
            name: "a list that is not filtered",
            gives_away: &[Secret::ProcessThere, Secret::ConsentGiven],
            plant: lists_everything,
        },
        Leak {
            name: "a form filled in with what the register knows",
            gives_away: &[Secret::WhereReached, Secret::Protected],
            plant: fills_in_the_register,
        },
        Leak { name: "a text passed on whole", gives_away: &[Secret::ThirdPerson], plant: passes_on_whole },
    ];
}

fn rows(ground: &Ground, table: &str) -> Vec<String> {
    ground.inspection.rows(table).unwrap()
}

fn counts_before_filtering(ground: &Ground, step: &Step, reply: &mut Reply) {
    let Step::Post(path, form) = step else { return };
    let Some((_, word)) = form.iter().find(|(name, _)| name == "name").filter(|_| path == "/processes")
    else {
        return;
    };
    let count = rows(ground, "person").iter().filter(|row| row.contains(word.as_str())).count();
    reply.body.push_str(&format!("{count} barn"));
}

fn forbids_what_is_there(ground: &Ground, step: &Step, reply: &mut Reply) {
    let (Step::Get(path) | Step::Post(path, _)) = step else { return };
    let there = |part: &str| {
        let digits = part.replace('-', "");
        digits.len() == 32
            && rows(ground, "process_head").iter().any(|row| row.replace(", ", "").contains(&digits))
    };
    if reply.status == StatusCode::NOT_FOUND && path.split('/').any(there) {
        reply.status = StatusCode::FORBIDDEN;
    }
}

fn tells_a_count(ground: &Ground, _: &Step, reply: &mut Reply) {
    let count = rows(ground, "event").len();
    reply.headers.insert("x-total", HeaderValue::from(count));
}

fn lists_everything(ground: &Ground, step: &Step, reply: &mut Reply) {
    if matches!(step, Step::Get(path) if path.starts_with("/processes?") || path == "/processes") {
        reply.body.push_str(&rows(ground, "process_head").join("\n"));
    }
}

fn fills_in_the_register(ground: &Ground, step: &Step, reply: &mut Reply) {
    let Step::Post(path, form) = step else { return };
    if path == "/processes/new/child" && reply.status == StatusCode::UNPROCESSABLE_ENTITY {
        let named =
            |row: &&String| form.iter().any(|(name, value)| name.ends_with("-name") && row.contains(value));
        let found = rows(ground, "person");
        found.iter().filter(named).for_each(|row| reply.body.push_str(row));
    }
}

fn passes_on_whole(ground: &Ground, step: &Step, reply: &mut Reply) {
    if matches!(step, Step::Get(path) if path.ends_with("/changes")) {
        let texts = rows(ground, "content");
        texts.iter().filter(|text| text.contains("[[")).for_each(|text| reply.body.push_str(text));
    }
}
