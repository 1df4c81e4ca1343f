//! Which addresses and forms of one process do somebody's pages lead to?

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use axum::http::{Method, StatusCode};
use domain::ProcessId;

use super::{
    super::{client::Reply, stories::form::Form},
    addresses::{Addresses, Places},
};

/// Somebody's way through the pages about one process, from the addresses that name it and nothing else.
pub struct Crawl<'a> {
    addresses: &'a Addresses,
    process: String,
    ahead: VecDeque<String>,
    /// Every address come upon.
    pub known: BTreeSet<String>,
    read: BTreeSet<String>,
    /// The forms that pages offer, by address and fields.
    pub forms: BTreeMap<(String, Vec<String>), Form>,
}

impl<'a> Crawl<'a> {
    pub fn new(addresses: &'a Addresses, process: ProcessId) -> Crawl<'a> {
        let process = process.to_string();
        let ahead: VecDeque<String> =
            addresses.filled(&Method::GET, &Places::from([("process", process.clone())])).collect();
        let known = ahead.iter().cloned().collect();
        Crawl { addresses, process, ahead, known, read: BTreeSet::new(), forms: BTreeMap::new() }
    }

    /// The address to look at next.
    pub fn next(&mut self) -> Option<String> {
        self.ahead.pop_front()
    }

    /// Takes up the links and the forms of a page that was shown.
    pub fn read(&mut self, reply: &Reply) {
        if reply.status != StatusCode::OK {
            return;
        }
        for link in links(&reply.body) {
            // What stands after the question mark is part of the address, what stands after the cross is not.
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let place =
                self.addresses.of(&Method::GET, &link).and_then(|(_, mut found)| found.remove("process"));
            if place.is_some_and(|process| process == self.process) && self.known.insert(link.clone()) {
                self.ahead.push_back(link);
            }
        }
        for form in forms(&reply.body) {
            if self.read.insert(form.to_owned()) {
                let form = Form::parse(form);
                let fields = form.names().map(str::to_owned).collect();
                self.forms.entry((form.action.clone(), fields)).or_insert(form);
            }
        }
    }
}

/// The addresses on this site that a page links to.
pub fn links(body: &str) -> impl Iterator<Item = String> {
    let hrefs = body.split(" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    hrefs.filter(|href| href.starts_with('/')).map(|href| href.replace("&amp;", "&").replace("&#38;", "&"))
}

/// The forms of a page, as they are written there.
fn forms(body: &str) -> impl Iterator<Item = &str> {
    body.match_indices("<form").map(|(at, _)| {
        let form = &body[at..];
        &form[..form.find("</form>").unwrap_or(form.len())]
    })
}
