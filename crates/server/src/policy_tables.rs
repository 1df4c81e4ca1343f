//! What does `farled policy` say: who may do what, in every situation, as tables that a lawyer can read?
//!
//! The tables come from the rule itself (`policy::matrix`). `docs/policy.md` is what it prints, and a test holds the
//! two together.

#[cfg(test)]
mod tests;

use policy::{
    Action,
    matrix::{Cell, Situation, acts, concerns, personas, situations},
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
    parts.join("\n\n") + "\n"
}

fn persona(word: &str) -> String {
    format!("policy-persona-{}", word.replace('\'', "").replace(' ', "-"))
}

fn table(t: &Texts, situation: &Situation) -> String {
    let columns = personas().len();
    let numbers: Vec<String> = (1..=columns).map(|number| format!("{number:>3}")).collect();
    let acts: Vec<(String, Action)> = acts().into_iter().map(|action| (act(t, action), action)).collect();
    let wide = acts.iter().map(|(words, _)| words.chars().count()).max().unwrap_or_default();
    let row = |words: &str, cells: &[String]| {
        let room = " ".repeat(wide.saturating_sub(words.chars().count()));
        format!("| {words}{room} | {} |", cells.join(" | "))
    };
    let mut lines = vec![
        row(&t.get("policy-act"), &numbers),
        format!("| {} |{}", "-".repeat(wide), " :-: |".repeat(columns)),
    ];
    for (words, action) in acts {
        let cells: Vec<String> = situation.row(action).into_iter().map(|cell| shown(t, cell)).collect();
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
