//! What does somebody have open, and what does an answer say when ids are left aside?

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};

use super::super::{
    super::client::{Client, Reply},
    cast::Story,
    form::Form,
};
use crate::web::router::routes;

/// The forms by which one signs out or sits down somewhere else: they have nothing to do with a process.
const ABOUT_ONESELF: [&str; 3] = ["/sign-out", "/sessions", "/seats"];

/// Pages that were shown, and the forms that stood on them.
#[derive(Default)]
pub struct Open {
    pub pages: BTreeSet<String>,
    pub forms: Vec<Form>,
    /// Addresses that were not open, but might be there.
    others: BTreeSet<String>,
}

impl Open {
    /// Opens these pages and every page that they lead to.
    pub async fn browse(&mut self, client: &mut Client, from: &[&str]) {
        let mut waiting: Vec<String> = from.iter().map(|path| (*path).to_owned()).collect();
        while let Some(path) = waiting.pop() {
            if self.pages.contains(&path) || self.others.contains(&path) {
                continue;
            }
            let page = client.get(&path).await;
            if page.status != StatusCode::OK || !page.header("content-type").starts_with("text/html") {
                self.others.insert(path);
                continue;
            }
            let own = page.attributes("a[href]", "href").into_iter().filter(|href| href.starts_with('/'));
            waiting.extend(own.map(|href| href.split('#').next().unwrap_or_default().to_owned()));
            let forms = Form::all(&page).into_iter().filter(|form| form.action.starts_with('/'));
            let filled_in = forms
                .filter(|form| !ABOUT_ONESELF.contains(&form.action.as_str()))
                .map(|form| form.written("Så här är det"));
            self.forms.extend(filled_in);
            self.pages.insert(path);
        }
    }

    /// More addresses about the process, as somebody might guess them.
    pub fn also(&mut self, story: &Story, rests: &[&str]) {
        self.others.extend(rests.iter().map(|rest| story.desk(rest)));
    }

    /// The unit really had all this in front of it.
    pub fn must_hold(&self, story: &Story, receipt: &str) {
        let pages = ["", "/meetings/2", "/lines", "/lines/new", "/copies", "/questions"];
        let of_process = pages.map(|rest| story.desk(rest));
        let lists = ["/work", "/processes", "/calendar", "/inbox", receipt].map(str::to_owned);
        for page in of_process.into_iter().chain(lists) {
            assert!(self.pages.contains(&page), "{page} is not among {:?}", self.pages);
        }
        let copy = story.desk("/copies/");
        assert!(self.pages.iter().any(|page| page.starts_with(&copy)), "a copy: {:?}", self.pages);
        for act in ["/lines/new", "/questions", "/filing", "/state"] {
            assert!(self.forms.iter().any(|form| form.action.ends_with(act)), "a form to {act}");
        }
    }

    /// Every address of the router, filled in with what has been seen there, or else with something.
    pub fn every_address(&self) -> Vec<(Method, String)> {
        let seen: Vec<Vec<&str>> = self.known().map(|path| path.split('/').collect()).collect();
        let mut all = vec![];
        for route in routes() {
            let parts: Vec<&str> = route.path.split('/').collect();
            let fits = |path: &&Vec<&str>| {
                path.len() == parts.len()
                    && path.iter().zip(&parts).all(|(own, part)| part.starts_with('{') || own == part)
            };
            let mut found: Vec<String> = seen.iter().filter(fits).map(|path| path.join("/")).collect();
            if found.is_empty() {
                found.push(self.filled(route.path));
            }
            all.extend(found.into_iter().map(|path| (route.method.clone(), path)));
        }
        all
    }

    fn known(&self) -> impl Iterator<Item = &str> {
        let forms = self.forms.iter().map(|form| form.action.as_str());
        let pages = self.pages.iter().chain(&self.others).map(String::as_str);
        pages
            .chain(forms)
            .map(|path| path.split('?').next().unwrap_or_default())
            .collect::<BTreeSet<_>>()
            .into_iter()
    }

    /// With the values that each place has had in another address, the process above all.
    fn filled(&self, pattern: &str) -> String {
        let mut values: BTreeMap<&str, &str> = BTreeMap::new();
        for route in routes() {
            for path in self.known() {
                let (pattern, path): (Vec<&str>, Vec<&str>) =
                    (route.path.split('/').collect(), path.split('/').collect());
                let fits = pattern.iter().zip(&path).all(|(part, own)| part.starts_with('{') || part == own);
                if fits && pattern.len() == path.len() {
                    let places = pattern.into_iter().zip(path).filter(|(part, _)| part.starts_with('{'));
                    for (place, value) in places {
                        values.entry(place).or_insert(value);
                    }
                }
            }
        }
        let fill = |part: &str| -> String {
            if part.starts_with('{') {
                values.get(part).copied().unwrap_or("1").to_owned()
            } else {
                part.to_owned()
            }
        };
        pattern.split('/').map(fill).collect::<Vec<_>>().join("/")
    }
}

/// An answer, without what is random in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Answered {
    pub status: StatusCode,
    headers: Vec<(String, String)>,
    body: String,
}

impl Answered {
    pub fn of(reply: &Reply) -> Answered {
        let headers = reply.headers.iter().filter(|(name, _)| *name != "set-cookie");
        let shown = headers.map(|(name, value)| (name.to_string(), without_ids(value.to_str().unwrap())));
        Answered { status: reply.status, headers: shown.collect(), body: without_ids(&reply.body) }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }
}

/// Ids and the marks of forms are long rows of hexadecimal digits.
fn without_ids(text: &str) -> String {
    let hexadecimal = |c: char| c.is_ascii_hexdigit() || c == '-';
    let mut rest = text;
    let mut clean = String::new();
    while let Some(start) = rest.find(hexadecimal) {
        let (before, from) = rest.split_at(start);
        let (row, after) = from.split_at(from.find(|c| !hexadecimal(c)).unwrap_or(from.len()));
        clean.push_str(before);
        clean.push_str(if row.len() >= 32 { "ID" } else { row });
        rest = after;
    }
    clean + rest
}
