//! What is one process's answer to everybody around it, at every address?

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};
use domain::{PersonId, ProcessId};
use jiff::civil::Date;
use store::{Ruling, SeatRow};
use uuid::Uuid;

use super::{
    super::{
        super::client::{Client, Reply},
        addresses::{Addresses, filled},
        crawl::Crawl,
        filling::filled_in,
        ground::Ground,
        personas::{Persona, Tie, around},
    },
    Errand, is_about,
    seen::Seen,
};

/// Addresses of one process by the number of the route, with forms to send there: an empty one first.
type Directory = BTreeMap<usize, Vec<(String, Form)>>;
type Form = Vec<(String, String)>;

/// An address, and what is sent there.
type Asked<'a> = (&'a str, &'a [(&'a str, &'a str)]);

/// Where it is written down that somebody has looked.
const RECORD: [&str; 3] = ["access", "access_listed", "log_pending"];
/// How many addresses and forms of a route are tried by each of those whom the process concerns.
const OF_EACH: usize = 3;
/// How many processes it takes until everybody has asked for everything that the router keeps from them.
pub const SHARES: usize = 6;

/// One process and everybody around it, in a world of their own.
pub struct Around<'a> {
    addresses: &'a Addresses,
    ground: Ground,
    day: Date,
    id: ProcessId,
    child: PersonId,
    share: usize,
    /// Who has read what.
    read: BTreeSet<(usize, String)>,
    nowhere: BTreeMap<(usize, usize), (StatusCode, String, String)>,
    seen: Seen,
}

/// Asks everything there is to ask about one process on a day.
pub async fn asked(addresses: &Addresses, share: usize, errand: &Errand) -> Seen {
    let Errand { day, id, process, .. } = errand;
    let (day, id) = (*day, *id);
    let ground = Ground::on(day);
    let seats: Vec<SeatRow> = ground.seats().await.into_iter().map(|seated| seated.seat).collect();
    let mut personas = around(process, &seats, day);
    for persona in &mut personas {
        persona.arrive(&ground).await;
    }
    // Here everybody has signed in, and the world begins.
    ground.inspection.mark().unwrap();
    let child = process.child();
    let (nowhere, seen) = (BTreeMap::new(), Seen::default());
    let mut around =
        Around { addresses, ground, day, id, child, share, read: BTreeSet::new(), nowhere, seen };
    around.seen.kinds = personas.iter().map(|persona| persona.kind.clone()).collect();
    let directory = around.walked(&personas).await;
    let personas = || personas.iter().enumerate();
    for (number, persona) in personas() {
        around.reads(number, persona, &directory).await;
    }
    for (number, persona) in personas() {
        around.writes(number, persona, &directory).await;
    }
    around.seen
}

impl Around<'_> {
    /// The insiders follow their links; the addresses that none leads to are filled with what was found on the way.
    async fn walked(&mut self, personas: &[Persona]) -> Directory {
        let mut found: BTreeMap<usize, BTreeSet<(String, Form)>> = BTreeMap::new();
        let mut values = BTreeMap::new();
        for (number, persona) in personas.iter().enumerate().filter(|(_, one)| one.tie == Tie::Standing) {
            let mut client = self.client(persona);
            let mut crawl = Crawl::new(self.addresses, self.id);
            while let Some(path) = crawl.next() {
                let (route, _) = self.addresses.of(&Method::GET, &path).unwrap();
                let reply = client.get(&path).await;
                self.judge((number, persona), route, (&path, &[]), &reply).await;
                crawl.read(&reply);
                self.read.insert((number, path));
            }
            let pages = crawl.known.into_iter().map(|path| (Method::GET, path, vec![]));
            let forms = crawl.forms.into_values();
            let acts = forms.map(|form| (Method::POST, form.action.clone(), filled_in(&form, self.day)));
            for (method, path, form) in pages.chain(acts) {
                let Some((route, places)) = self.addresses.of(&method, &path) else { continue };
                values.extend(
                    places.into_iter().map(|(name, value)| ((part_of(&path), name.to_owned()), value)),
                );
                found.entry(route).or_default().insert((path, form));
            }
        }
        self.nothing_is_written("following links");
        let child = self.child;
        let value = |part: &str, name: &str| match name {
            "process" => Some(self.id.to_string()),
            "person" => Some(child.to_string()),
            name => values
                .get(&(part.to_owned(), name.to_owned()))
                .cloned()
                .or_else(|| Some(unheard_of(part, name))),
        };
        let mut directory = Directory::new();
        for (number, route) in self.addresses.routes.iter().enumerate().filter(|(_, route)| is_about(route)) {
            let known = found.remove(&number).unwrap_or_default();
            let first = known.first().map(|(path, _)| path.clone()).or_else(|| {
                let part = part_of(route.path);
                filled(route.path, |name| value(&part, name))
            });
            let empty = first.filter(|_| route.method == Method::POST || known.is_empty());
            directory.insert(number, empty.into_iter().map(|path| (path, vec![])).chain(known).collect());
        }
        directory
    }

    /// Of everything that is known of a route: a few for those whom the process concerns, and for the others one,
    /// each another. What the router keeps from a seat it keeps before any process is looked up, so that with
    /// each process another share of it is enough.
    fn chosen<'a>(
        &self,
        (number, persona): (usize, &Persona),
        route: usize,
        known: &'a [(String, Form)],
    ) -> Vec<&'a (String, Form)> {
        let kept = persona.seat().is_some_and(|seat| !self.addresses.routes[route].audience.admits(seat));
        let count = match persona.tie {
            _ if kept && (number + route) % SHARES != self.share => 0,
            Tie::Standing if !kept => known.len().min(OF_EACH),
            Tie::Standing | Tie::Narrow | Tie::None => 1,
        };
        (0..count).filter_map(|step| known.get((number + step) % known.len())).collect()
    }

    async fn reads(&mut self, number: usize, persona: &Persona, directory: &Directory) {
        let mut client = self.client(persona);
        for (route, known) in directory {
            if self.addresses.routes[*route].method != Method::GET {
                continue;
            }
            for (path, _) in self.chosen((number, persona), *route, known) {
                if self.read.contains(&(number, path.clone())) {
                    continue;
                }
                let reply = client.get(path).await;
                self.judge((number, persona), *route, (path, &[]), &reply).await;
                self.nothing_is_written(path);
            }
        }
    }

    async fn writes(&mut self, number: usize, persona: &Persona, directory: &Directory) {
        let mut client = self.client(persona);
        for (route, known) in directory {
            if self.addresses.routes[*route].method != Method::POST {
                continue;
            }
            for (path, form) in self.chosen((number, persona), *route, known) {
                let form: Vec<(&str, &str)> =
                    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
                self.unmarked(persona, &mut client, path, &form).await;
                let reply = client.post(path, &form).await;
                self.judge((number, persona), *route, (path, &form), &reply).await;
                let mut written = self.ground.inspection.written().unwrap();
                written.retain(|table| !RECORD.contains(&table.as_str()));
                if !written.is_empty() {
                    self.changed(persona, path, reply.status, &written).await;
                    client = self.client(persona);
                }
            }
        }
    }

    /// SE-4: a form without the mark of the session changes nothing, and tells nothing.
    async fn unmarked(&mut self, persona: &Persona, client: &mut Client, path: &str, form: &[(&str, &str)]) {
        if persona.tie == Tie::Standing && !form.is_empty() {
            let reply = client.post_as_it_is(path, form).await;
            let refused = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&reply.status);
            self.must(refused, || format!("{path}: {} without the mark", reply.status));
            self.nothing_is_written(path);
            drop(self.ground.inspection.rulings());
        }
    }

    /// An act was done, or a draft of it kept. It may have been, and the world is as before for the next.
    async fn changed(&mut self, persona: &Persona, path: &str, status: StatusCode, written: &[String]) {
        let kept = status == StatusCode::UNPROCESSABLE_ENTITY && written.iter().all(|table| table == "draft");
        let may_be = (status == StatusCode::SEE_OTHER || kept) && persona.tie != Tie::None;
        self.must(may_be, || {
            format!("{}: {path} was answered {status} and changed {written:?}", persona.kind)
        });
        self.seen.changes += 1;
        self.ground.begin_anew().await;
    }

    async fn judge(&mut self, who: (usize, &Persona), number: usize, asked: Asked<'_>, reply: &Reply) {
        self.seen.requests += 1;
        let (route, persona) = (&self.addresses.routes[number], who.1);
        let rulings = self.ground.inspection.rulings().unwrap();
        let about = |ruling: &&Ruling| ruling.process == Some(self.id);
        let here: Vec<&Ruling> = rulings.iter().filter(about).collect();
        let granted = here.iter().any(|ruling| ruling.outcome == "granted");
        let went_well = reply.status.is_success() || reply.status.is_redirection();
        let answers = persona.seat().is_some_and(|seat| route.audience.admits(seat));
        let acts = here.iter().map(|ruling| ruling.action.clone());
        self.seen.let_in(number, acts, granted && went_well);
        let what = format!("{}: {} {}: {}", persona.kind, route.method, route.path, reply.status);
        let told = format!("{what}, {here:?}");
        self.must(!reply.status.is_server_error(), || what.clone());
        self.must(!answers || !here.is_empty(), || format!("{what}, and no ruling is on record"));
        self.must(!answers || !went_well || granted, || format!("{told}: nobody said yes"));
        self.must(answers || here.is_empty(), || format!("{told}: it is not there for them"));
        let known = here.iter().any(|ruling| ruling.outcome != "hidden");
        match persona.tie {
            Tie::Standing if answers => return,
            Tie::Narrow if known => return,
            Tie::Standing | Tie::Narrow | Tie::None => {}
        }
        self.must(!granted, || format!("{told}: somebody said yes"));
        let nowhere = self.nowhere(who, number, asked).await;
        let here = answer(reply, self.id);
        self.must(here == nowhere, || format!("{what} is not the answer of what does not exist"));
    }

    /// What the same person is answered at the same address of a process that does not exist.
    async fn nowhere(
        &mut self,
        (number, persona): (usize, &Persona),
        route: usize,
        (path, form): Asked<'_>,
    ) -> (StatusCode, String, String) {
        // Whoever is not signed in gets back what they sent.
        let known = self.nowhere.get(&(number, route)).filter(|_| persona.seat().is_some());
        if let Some(known) = known {
            return known.clone();
        }
        let mut client = self.client(persona);
        let none = ProcessId(Uuid::from_u128(0x8888));
        let path = path.replace(&self.id.to_string(), &none.to_string());
        let reply = match self.addresses.routes[route].method {
            Method::GET => client.get(&path).await,
            _ => client.post(&path, form).await,
        };
        drop(self.ground.inspection.rulings());
        let answer = answer(&reply, none);
        self.nowhere.insert((number, route), answer.clone());
        answer
    }

    fn client(&self, persona: &Persona) -> Client {
        Client::at(&self.ground.site, persona.token.clone())
    }

    fn nothing_is_written(&mut self, doing: &str) {
        let written = self.ground.inspection.written().unwrap();
        self.must(written.iter().all(|table| RECORD.contains(&table.as_str())), || {
            format!("{doing} wrote to {written:?}")
        });
    }

    fn must(&mut self, holds: bool, told: impl FnOnce() -> String) {
        if !holds {
            self.seen.faults.insert(told().replace(&self.id.to_string(), "…"));
        }
    }
}

/// The part of the site that an address lies in.
fn part_of(path: &str) -> String {
    path.split('/').nth(1).unwrap_or_default().to_owned()
}

/// What can stand in a place that nothing known fills: a number, but the family's pages call lines and needs by ids,
/// and the meetings of bodies are called so.
fn unheard_of(part: &str, name: &str) -> String {
    let by_id = match part {
        "family" => ["line", "need"].contains(&name),
        "samba" => name == "meeting",
        _ => false,
    };
    if by_id { Uuid::from_u128(0x9999).to_string() } else { "1".to_owned() }
}

/// Everything that was answered, but for the address that was asked: whoever is not signed in is led back to it.
fn answer(reply: &Reply, id: ProcessId) -> (StatusCode, String, String) {
    let same = |text: &str| text.replace(&id.to_string(), "…");
    (reply.status, same(&format!("{:?}", reply.headers)), same(&reply.body))
}
