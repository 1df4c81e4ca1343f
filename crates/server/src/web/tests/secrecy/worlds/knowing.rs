//! Who is an outsider to a secret, and what can be known or guessed about it?

use axum::http::Method;
use domain::{PersonId, Process, ProcessId, personal_id::PersonalId};
use jiff::civil::date;

use super::{
    super::{
        super::client::Client,
        addresses::Addresses,
        crawl::Crawl,
        filling::filled_in,
        ground::{Ground, TODAY},
        personas::{Persona, Tie},
    },
    script::{Fields, Known},
    secrets::{Base, Secret},
};

/// How many insiders show where things lie.
const INSIDERS_MAX: usize = 4;

impl Base {
    /// Who is an outsider to it, and what can be known or guessed.
    pub async fn known(
        &self,
        addresses: &Addresses,
        secret: Secret,
        id: ProcessId,
        without: &Ground,
        with: &Ground,
    ) -> Known {
        let process = with.process(id).await;
        let writer = process.changes.last().map(|change| change.by);
        let before = match without.processes().await.contains(&id) {
            true => Some(without.process(id).await),
            false => None,
        };
        let outside =
            move |persona: &Persona, process: &Process| secret.is_nothing_to(persona, process, writer);
        let insiders_before: Vec<Persona> = before
            .iter()
            .flat_map(|before| self.personas(before).into_iter().filter(move |one| !outside(one, before)))
            .collect();
        let was_inside = |one: &Persona| {
            one.row().is_some() && insiders_before.iter().any(|known| known.row() == one.row())
        };
        let outsiders = self
            .personas(&process)
            .into_iter()
            .filter(|one| outside(one, &process) && !was_inside(one))
            .collect();
        let mut known = Known { outsiders, ..Known::default() };
        self.walked(addresses, id, &process, with, &mut known).await;
        self.called(&process, with, &mut known).await;
        known
    }

    /// Where insiders are led to, and what they are offered.
    async fn walked(
        &self,
        addresses: &Addresses,
        id: ProcessId,
        process: &Process,
        with: &Ground,
        known: &mut Known,
    ) {
        let insiders = self.personas(process).into_iter().filter(|one| one.tie != Tie::None);
        for persona in insiders.take(INSIDERS_MAX) {
            let mut client = Client::at(&with.site, persona.token.clone());
            let mut crawl = Crawl::new(addresses, id);
            while let Some(path) = crawl.next() {
                crawl.read(&client.get(&path).await);
            }
            let forms = crawl.forms.into_values();
            let forms: Vec<(String, Fields)> =
                forms.map(|form| (form.action.clone(), filled_in(&form, TODAY))).collect();
            let addressed = crawl.known.iter().map(|path| (Method::GET, path));
            for (method, path) in addressed.chain(forms.iter().map(|(path, _)| (Method::POST, path))) {
                let places = addresses.of(&method, path).map(|(_, places)| places).unwrap_or_default();
                known.places.extend(places.into_iter().map(|(name, value)| (name.to_owned(), value)));
            }
            known.pages.extend(crawl.known);
            known.forms.extend(forms);
        }
        known.pages.sort();
        known.pages.dedup();
        known
            .places
            .extend(with.processes().await.into_iter().map(|id| ("process".to_owned(), id.to_string())));
        known.places.sort();
        known.places.dedup();
    }

    /// Names and numbers of those whom it is about, and of somebody new.
    async fn called(&self, process: &Process, with: &Ground, known: &mut Known) {
        let guardians = process.custody.guardians.iter().map(|guardian| guardian.person);
        let people: Vec<PersonId> = std::iter::once(process.child()).chain(guardians).collect();
        known.places.extend(people.iter().map(|person| ("person".to_owned(), person.to_string())));
        for person in people {
            let Some(person) = with.app.store.person(person).await.unwrap() else { continue };
            let number = person.personal_id.and_then(|digits| digits.parse::<PersonalId>().ok());
            let number = number.map(|number| number.whole()).unwrap_or_default();
            known.words.extend(person.name.split(' ').map(str::to_owned));
            known.words.extend([person.name.clone(), number.clone()]);
            known.people.push((person.name, number));
        }
        let number = PersonalId::fictional(date(2013, 1, 8), 12).whole();
        known.people.push(("Nina Ny".to_owned(), number));
        known.words.extend(["", "a", "Farfar", "070"].map(str::to_owned));
    }
}
