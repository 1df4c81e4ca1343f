//! What does `farled policy` say: who may do what, in every situation, as tables that a lawyer can read?
//!
//! The tables come from the rule itself (`policy::matrix`). `docs/policy.md` is what it prints, and a test holds the
//! two together.

#[cfg(test)]
mod tests;

use policy::{
    Action,
    matrix::{
        Cell, Situation, acts, concerns, deidentified, outside, personas, readers_of_deidentified, seats,
        situations,
    },
};

use crate::web::texts::Texts;

/// Every table, as Markdown.
pub fn run() -> String {
    let t = Texts::swedish();
    let legend = ["policy-yes-means", "policy-no-means", "policy-hidden-means"].map(|key| t.get(key));
    let people = personas().into_iter().enumerate();
    let people = people.map(|(number, (word, _))| format!("{}. {}", number + 1, t.get(&persona(word))));
    let mut parts = vec![
        format!("# {}", t.get("policy-title")),
        t.get("policy-lead"),
        legend.map(|line| format!("- {line}")).join("\n"),
        people.collect::<Vec<_>>().join("\n"),
    ];
    for situation in situations() {
        parts.push(format!("## {}", t.get(&format!("policy-situation-{}", situation.word))));
        parts.push(table(t, &situation));
    }
    parts.push(format!("## {}", t.get("policy-outside")));
    let seats = seats().into_iter().enumerate();
    let seats = seats.map(|(number, (word, _))| format!("{}. {}", number + 1, t.get(&seat(word))));
    parts.push(seats.collect::<Vec<_>>().join("\n"));
    parts.push(without_process(t));
    parts.push(format!("## {}", t.get("policy-deidentified")));
    let readers = readers_of_deidentified().into_iter().enumerate();
    let readers = readers.map(|(number, (word, _))| {
        format!("{}. {}", number + 1, t.get(&format!("policy-deidentified-{word}")))
    });
    parts.push(readers.collect::<Vec<_>>().join("\n"));
    parts.push(without_identity(t));
    parts.join("\n\n") + "\n"
}

fn persona(word: &str) -> String {
    format!("policy-persona-{}", word.replace('\'', "").replace(' ', "-"))
}

fn seat(word: &str) -> String {
    format!("policy-seat-{word}")
}

fn table(t: &Texts, situation: &Situation) -> String {
    let rows = acts().into_iter().map(|action| (act(t, action), situation.row(action)));
    drawn(t, personas().len(), rows.collect())
}

/// What concerns no process.
fn without_process(t: &Texts) -> String {
    let rows = outside().into_iter().map(|(word, cells)| (t.get(&format!("policy-outside-{word}")), cells));
    drawn(t, seats().len(), rows.collect())
}

/// What is asked without identity, on the agenda of the council.
fn without_identity(t: &Texts) -> String {
    let rows = deidentified().into_iter();
    let rows = rows.map(|(word, cells)| (t.get(&format!("policy-deidentified-may-{word}")), cells));
    drawn(t, readers_of_deidentified().len(), rows.collect())
}

fn drawn(t: &Texts, columns: usize, rows: Vec<(String, Vec<Cell>)>) -> String {
    let numbers: Vec<String> = (1..=columns).map(|number| format!("{number:>3}")).collect();
    let wide = rows.iter().map(|(words, _)| words.chars().count()).max().unwrap_or_default();
    let row = |words: &str, cells: &[String]| {
        let room = " ".repeat(wide.saturating_sub(words.chars().count()));
        format!("| {words}{room} | {} |", cells.join(" | "))
    };
    let mut lines = vec![
        row(&t.get("policy-act"), &numbers),
        format!("| {} |{}", "-".repeat(wide), " :-: |".repeat(columns)),
    ];
    for (words, cells) in rows {
        let cells: Vec<String> = cells.into_iter().map(|cell| shown(t, cell)).collect();
        lines.push(row(&words, &cells));
    }
    lines.join("\n")
}

fn act(t: &Texts, action: Action) -> String {
    let words = t.get(&format!("policy-act-{}", action.word().replace('_', "-")));
    match concerns(action) {
        Some(whose) => {
            let whose = t.get(&format!("policy-whose-{whose}"));
            t.with("policy-about", &[("act", &words), ("whose", &whose)])
        }
        None => words,
    }
}

fn shown(t: &Texts, cell: Cell) -> String {
    let key = match cell {
        Cell::Yes => "policy-yes",
        Cell::No => "policy-no",
        Cell::Hidden => "policy-hidden",
    };
    format!("{:>3}", t.get(key))
}
