//! Which route does an address belong to, and what stands in its places?

use std::collections::BTreeMap;

use axum::http::Method;

use crate::web::router::{Route, routes};

/// The routes, with their places.
pub struct Addresses {
    pub routes: Vec<Route>,
}

/// What stands in the places of an address, by the names the router gives them.
pub type Places = BTreeMap<&'static str, String>;

impl Addresses {
    pub fn new() -> Addresses {
        Addresses { routes: routes() }
    }

    /// The route that answers at this path: of several the one that says most by itself.
    pub fn of(&self, method: &Method, path: &str) -> Option<(usize, Places)> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let routes = self.routes.iter().enumerate().filter(|(_, route)| route.method == *method);
        let fitting = routes.filter_map(|(number, route)| Some((number, places(route.path, path)?)));
        fitting.min_by_key(|(_, places)| places.len())
    }

    /// The addresses whose places are all among these.
    pub fn filled<'a>(&'a self, method: &'a Method, places: &'a Places) -> impl Iterator<Item = String> + 'a {
        let routes = self.routes.iter().filter(move |route| route.method == *method);
        let concerned = routes.filter(|route| names(route.path).any(|name| places.contains_key(name)));
        concerned.filter_map(|route| filled(route.path, |name| places.get(name).cloned()))
    }
}

/// The places of the template, as this path fills them; `None` if it is another path.
fn places(template: &'static str, path: &str) -> Option<Places> {
    let mut places = Places::new();
    let (mut asked, mut given) = (template.split('/'), path.split('/'));
    loop {
        match (asked.next(), given.next()) {
            (None, None) => return Some(places),
            (Some(asked), Some(given)) => match name(asked) {
                Some(name) if !given.is_empty() => drop(places.insert(name, given.to_owned())),
                Some(_) => return None,
                None if asked == given => {}
                None => return None,
            },
            (Some(_), None) | (None, Some(_)) => return None,
        }
    }
}

/// The name of a place in a template.
fn name(part: &'static str) -> Option<&'static str> {
    part.strip_prefix('{')?.strip_suffix('}')
}

/// The names of all places of a template.
pub fn names(template: &'static str) -> impl Iterator<Item = &'static str> {
    template.split('/').filter_map(name)
}

/// The address with what `place` tells in its places.
pub fn filled(template: &'static str, place: impl Fn(&str) -> Option<String>) -> Option<String> {
    let parts = template.split('/').map(|part| match name(part) {
        Some(name) => place(name),
        None => Some(part.to_owned()),
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}
