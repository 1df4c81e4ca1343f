//! What do the two worlds answer, and is it the same?

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{HeaderMap, StatusCode, header};

use super::{
    super::{
        super::client::{Client, Reply},
        addresses::Addresses,
        ground::{Ground, TODAY, noon},
    },
    leaks::Leak,
    script::{Known, Script, Step},
    secrets::{Base, Secret},
};

/// Where it is written down that somebody has looked: what stands there is the controller's to read.
const RECORD: [&str; 3] = ["access", "access_listed", "log_pending"];
/// How many differences are told.
const FAULTS_MAX: usize = 5;

/// Two worlds, and what somebody can try in them.
pub struct Pair {
    pub secret: Secret,
    pub without: Ground,
    pub with: Ground,
    pub known: Known,
    /// Ids and hashes that were there before the script began: they are never taken for chance.
    ids: BTreeSet<String>,
    pub run: Run,
}

/// What has come of it.
#[derive(Default)]
pub struct Run {
    pub scripts: usize,
    requests: usize,
    /// Answers in which something was drawn by chance.
    by_chance: usize,
    acts: usize,
    statuses: BTreeMap<u16, usize>,
    pub faults: Vec<String>,
    caught: Vec<String>,
}

impl Pair {
    pub async fn new(addresses: &Addresses, base: &Base, secret: Secret) -> Pair {
        let (without, with) =
            (Ground::over(&base.world, noon(TODAY)), Ground::over(&base.world, noon(TODAY)));
        let process = secret.made(base, &without, &with).await;
        // Finding out what can be known leaves looks on record, and they are not part of the secret either.
        for ground in [&without, &with] {
            ground.inspection.mark().unwrap();
        }
        let known = base.known(addresses, secret, process, &without, &with).await;
        for ground in [&without, &with] {
            ground.begin_anew().await;
        }
        assert!(!known.outsiders.is_empty(), "nobody is an outsider to {}", secret.name());
        let mut ids = BTreeSet::new();
        for ground in [&without, &with] {
            for (_, row) in ground.inspection.everything().unwrap() {
                ids.extend(ids_of(&row.replace(", ", "")));
            }
            ground.inspection.mark().unwrap();
        }
        ids.extend(known.forms.iter().flat_map(|(_, form)| form).flat_map(|(_, value)| ids_of(value)));
        // Whoever opens a process about the same people gets new ids for them in one world, and in the other those
        // that the register has. An id says nothing; that there is one, where in the other world there is none, does.
        for (_, person) in known.places.iter().filter(|(name, _)| name == "person") {
            ids.remove(&person.replace('-', ""));
        }
        Pair { secret, without, with, known, ids, run: Run::default() }
    }

    /// Runs a script in both worlds. A leak that was planted does its mischief in both.
    pub async fn run(&mut self, script: &Script, leak: Option<&Leak>) {
        let token = &self.known.outsiders[script.who].token;
        let mut clients = [&self.without, &self.with].map(|ground| Client::at(&ground.site, token.clone()));
        let mut last = [String::new(), String::new()];
        let (mut drawn, mut left) = ([vec![], vec![]], false);
        for step in &script.steps {
            let mut told = vec![];
            for (number, client) in clients.iter_mut().enumerate() {
                let mut reply = done(client, step, &last[number]).await;
                if let Some(leak) = leak {
                    (leak.plant)([&self.without, &self.with][number], step, &mut reply);
                }
                last[number] = location(&reply.headers);
                told.push(reply);
            }
            if leak.is_none() {
                self.run.requests += 1;
                *self.run.statuses.entry(told[0].status.as_u16()).or_default() += 1;
            }
            left |= self.opens_about(step, &told[0]);
            self.compare(script, step, &told, &mut drawn);
            if left || !self.run.faults.is_empty() {
                break;
            }
        }
        self.run.scripts += usize::from(leak.is_none());
        self.begin_anew(script).await;
    }

    /// What somebody has opened is theirs: from there on they are no outsider to what protects the child (PID-1).
    fn opens_about(&self, step: &Step, reply: &Reply) -> bool {
        step.opens() && reply.status == StatusCode::SEE_OTHER && self.secret.follows_the_person()
    }

    fn compare(&mut self, script: &Script, step: &Step, told: &[Reply], drawn: &mut [Vec<String>; 2]) {
        let plain: Vec<_> = told.iter().map(answer).collect();
        if plain[0] == plain[1] {
            return;
        }
        self.run.by_chance += 1;
        let mut alike = plain.iter().zip(drawn).map(|(text, drawn)| self.without_chance(text, drawn));
        let (one, other) = (alike.next().unwrap(), alike.next().unwrap());
        if one != other && self.run.faults.len() < FAULTS_MAX {
            let who = &self.known.outsiders[script.who].kind;
            self.run.faults.push(format!("{who}, {}: {}", step.told(), difference(&one, &other)));
        }
    }

    /// The text with everything that was drawn by chance since the script began called by its number.
    fn without_chance(&self, text: &str, drawn: &mut Vec<String>) -> String {
        let mut same = text.to_owned();
        for id in ids_of(text).into_iter().filter(|id| !self.ids.contains(id)) {
            let number = drawn.iter().position(|known| *known == id).unwrap_or_else(|| {
                drawn.push(id.clone());
                drawn.len() - 1
            });
            let called = format!("chance-{number}");
            same = same.replace(&id, &called);
            if id.len() == 32 {
                let dashed = [&id[..8], &id[8..12], &id[12..16], &id[16..20], &id[20..]].join("-");
                same = same.replace(&dashed, &called);
            }
        }
        same
    }

    /// What was written is the same in both, and never was.
    async fn begin_anew(&mut self, script: &Script) {
        let written = [&self.without, &self.with].map(|ground| {
            let mut written = ground.inspection.written().unwrap();
            written.retain(|table| !RECORD.contains(&table.as_str()));
            written
        });
        if written[0] != written[1] && self.run.faults.len() < FAULTS_MAX {
            let steps: Vec<String> = script.steps.iter().map(Step::told).collect();
            self.run.faults.push(format!("{} wrote {written:?}", steps.join("; ")));
        }
        if written.iter().any(|tables| !tables.is_empty()) {
            self.run.acts += 1;
            self.without.begin_anew().await;
            self.with.begin_anew().await;
        }
    }
}

impl Step {
    fn told(&self) -> String {
        match self {
            Step::Get(path) => format!("GET {path}"),
            Step::Post(path, form) => format!("POST {path} {form:?}"),
            Step::Follow => "what the answer led to".to_owned(),
        }
    }
}

impl Run {
    pub fn add(&mut self, other: Run) {
        self.scripts += other.scripts;
        self.requests += other.requests;
        self.by_chance += other.by_chance;
        self.acts += other.acts;
        self.caught.extend(other.caught);
        for (status, count) in other.statuses {
            *self.statuses.entry(status).or_default() += count;
        }
    }

    /// A planted leak was seen after so many scripts.
    pub fn caught(&mut self, leak: &str, secret: Secret, scripts: u64) {
        self.caught.push(format!("{leak}: gives away {}, seen after {scripts} scripts", secret.name()));
        self.faults.clear();
    }

    pub fn told(&self) {
        println!(
            "{} scripts with {} requests in each of two worlds, no difference",
            self.scripts, self.requests
        );
        println!("{} scripts changed something, {} answers held something drawn", self.acts, self.by_chance);
        println!("answered {:?}", self.statuses);
        self.caught.iter().for_each(|caught| println!("{caught}"));
    }
}

async fn done(client: &mut Client, step: &Step, last: &str) -> Reply {
    match step {
        Step::Get(path) => client.get(path).await,
        Step::Post(path, form) => {
            let form: Vec<(&str, &str)> =
                form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            client.post(path, &form).await
        }
        Step::Follow if last.is_empty() => client.get("/work").await,
        Step::Follow => client.get(last).await,
    }
}

fn location(headers: &HeaderMap) -> String {
    headers.get(header::LOCATION).map_or_else(String::new, |value| value.to_str().unwrap().to_owned())
}

/// Status, headers and body.
fn answer(reply: &Reply) -> String {
    format!("{} {:?}\n{}", reply.status, reply.headers, reply.body)
}

/// Ids and tokens in a text, without their dashes.
fn ids_of(text: &str) -> Vec<String> {
    let runs = text.split(|letter: char| !letter.is_ascii_hexdigit() && letter != '-');
    let plain = runs.map(|run| run.replace('-', "")).filter(|run| [32, 64].contains(&run.len()));
    plain.collect()
}

/// The first line that differs.
fn difference(one: &str, other: &str) -> String {
    let differs = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    let (one, other) = differs.unwrap_or((one, other));
    format!("\n  without: {one}\n  with:    {other}")
}
