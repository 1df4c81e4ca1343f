//! Does the rule hold in every combination there is?
//!
//! A ruling depends on the facts, the seat and the act, and each of them has few values. So all are tried, against
//! properties that are written from the model and not from the rule (`properties.rs`). Each property has a rule
//! gone wrong that it must catch (`mutants.rs`): a property that catches nothing says nothing.

mod mutants;
mod properties;
mod space;

use crate::{Action, Actor, Denial, Facts, Ground, judge};
use properties::{IN_SAMBA, PROPERTIES, Row};

type Rule = fn(Facts, Actor, Action) -> Result<Ground, Denial>;

/// Every property there is.
fn properties() -> impl Iterator<Item = &'static properties::Property> {
    IN_SAMBA.iter().chain(PROPERTIES)
}

/// The first combination in which a property does not hold, and how many were tried.
fn tried(rule: Rule, properties: &[&properties::Property]) -> (u64, Option<String>) {
    let acts = space::acts();
    let mut count = 0;
    for (facts, actor) in space::askers() {
        let row = Row::of(rule, facts, actor, &acts);
        count += acts.len() as u64;
        for property in properties {
            if let Err(action) = (property.holds)(&row) {
                let answer = action.map(|action| rule(facts, actor, action));
                let broken = property.name;
                return (count, Some(format!("{broken}: {actor:?} {action:?} {answer:?} {facts:?}")));
            }
        }
    }
    (count, None)
}

/// AC-1, AC-4: no unit without a live grant, administrators nothing, shielded only for the named, withdrawal leaves
/// nothing, absence and refusal not to be told apart; in every combination.
#[test]
fn every_property_holds_in_every_combination() {
    let all: Vec<_> = properties().collect();
    let (count, broken) = tried(judge, &all);
    assert_eq!(broken, None);
    assert!(count > 40_000_000, "only {count} combinations");
    println!("{count} combinations of facts, seat and act against {} properties", all.len());
}

#[test]
fn every_property_catches_a_rule_gone_wrong() {
    for property in properties() {
        let mutants: Vec<_> =
            mutants::MUTANTS.iter().filter(|mutant| mutant.breaks == property.name).collect();
        assert!(!mutants.is_empty(), "{}: no mutant", property.name);
        for mutant in mutants {
            let (_, caught) = tried(mutant.rule, &[property]);
            assert!(caught.is_some(), "{} does not catch a rule that {}", property.name, mutant.does);
        }
    }
    for mutant in mutants::MUTANTS {
        assert!(properties().any(|property| property.name == mutant.breaks), "{}", mutant.breaks);
    }
}
