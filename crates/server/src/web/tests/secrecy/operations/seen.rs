//! What was asked in all, and was anything left out?

use std::collections::{BTreeMap, BTreeSet};

use domain::lots::state::State;

use super::{super::addresses::Addresses, FLAGS, is_about};

#[derive(Default)]
pub struct Seen {
    pub requests: usize,
    /// How many of the requests changed something.
    pub changes: usize,
    /// The kinds of personas.
    pub kinds: BTreeSet<String>,
    pub situations: BTreeSet<String>,
    /// Of each route, which acts its handler has asked the policy about, and how often somebody was let in.
    routes: BTreeMap<usize, (BTreeSet<String>, usize)>,
    pub faults: BTreeSet<String>,
}

impl Seen {
    pub fn let_in(&mut self, route: usize, acts: impl Iterator<Item = String>, in_it_went: bool) {
        let known = self.routes.entry(route).or_default();
        known.0.extend(acts);
        known.1 += usize::from(in_it_went);
    }

    pub fn add(&mut self, other: Seen) {
        self.requests += other.requests;
        self.changes += other.changes;
        self.kinds.extend(other.kinds);
        self.situations.extend(other.situations);
        self.faults.extend(other.faults);
        for (route, (acts, let_in)) in other.routes {
            let known = self.routes.entry(route).or_default();
            known.0.extend(acts);
            known.1 += let_in;
        }
    }

    /// Fails if anything was wrong, or if anything was not asked at all.
    pub fn told(mut self, addresses: &Addresses) {
        println!("{} requests, {} of which changed something", self.requests, self.changes);
        println!("{} kinds of personas, in the situations {:?}", self.kinds.len(), self.situations);
        let wanted = State::ALL.map(State::word).into_iter().chain(FLAGS);
        for situation in wanted.filter(|wanted| !self.situations.contains(*wanted)) {
            self.faults.insert(format!("nothing is {situation}"));
        }
        for (number, route) in addresses.routes.iter().enumerate().filter(|(_, route)| is_about(route)) {
            let (acts, let_in) = self.routes.remove(&number).unwrap_or_default();
            let what = format!("{} {}", route.method, route.path);
            println!("{what}: {acts:?}, let in {let_in} times");
            if acts.is_empty() {
                self.faults.insert(format!("{what}: no ruling was ever asked for"));
            }
        }
        let faults: Vec<String> = self.faults.into_iter().collect();
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    }
}
