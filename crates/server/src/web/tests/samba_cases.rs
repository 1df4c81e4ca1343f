//! Does a case go from a contact to an agreement over our pages, and does nobody learn more than the consent says?

mod agreement;
mod contact;
mod desk;
mod treated;

use axum::http::StatusCode;
use domain::{
    AgreementNo, BodyId, CaseNo, Event, PartyId, PersonId, SambaConsentNo,
    choice::{SambaRoute, Signatory, SignatureMethod},
    event::samba::SambaEvent,
    party::Capacity,
    samba::{
        Mandate,
        choice::{PlanTried, Shortfall, Sorting},
    },
};
use jiff::civil::date;
use policy::{Action, Actor, Seat};
use store::{Person, Place, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::{
    client::{Client, Reply},
    family::story::{FATHER, Story, text},
    stories::form::Form,
    world::{DOCTOR, MOTHER, Someone, World},
};
use crate::web::case::frozen;

const COORDINATOR: Someone = member(1);
/// AVF in the council; AVF in Samba with and without a mandate for money; OF in Samba.
const AVF_COUNCIL: Someone = member(2);
const AVF: Someone = member(3);
const AVF_WITHOUT_MONEY: Someone = member(4);
const OF: Someone = member(5);
/// BUF in the council, whom no consent names.
const BUF_COUNCIL: Someone = member(6);

const COUNCIL: BodyId = BodyId(1);
const SAMBA: BodyId = BodyId(2);
const CASE: CaseNo = CaseNo(1);

const fn member(number: u128) -> Someone {
    Someone {
        person: PersonId(Uuid::from_u128(0x500 + number)),
        seat: SeatId(Uuid::from_u128(0x600 + number)),
    }
}

/// A process whose case is with the coordinator.
struct Beyond {
    story: Story,
}

impl Beyond {
    /// The doctor has made contact.
    async fn contacted() -> Beyond {
        let story = Story::sent().await;
        seat(&story.world).await;
        let contacted = Event::SambaContacted {
            route: SambaRoute::NewConsent,
            by: DOCTOR.person,
            on: story.world.app.clock.now().today(),
        };
        story.happened(vec![], vec![contacted]).await;
        Beyond { story }
    }

    /// Assessed with two questions, described by the doctor; a consent that names both bodies, AVF and OF.
    async fn consented() -> Beyond {
        let beyond = Beyond::contacted().await;
        let (by, on) = (COORDINATOR.person, beyond.today());
        let texts: Vec<_> = [
            (900, "Ja, för att ingen tar uppdraget."),
            (901, "Ingen tar på sig uppdraget."),
            (902, "Vem stöder på vägen till skolan?"),
            (903, "Vem betalar för stödet?"),
            (904, "Så har det varit för Elin."),
            (905, "Samtycke till Samba."),
        ]
        .map(|(number, words)| text(number, words))
        .to_vec();
        let id = |at: usize| texts[at].id;
        let events = vec![
            SambaEvent::SambaSorted { case: CASE, to: Sorting::Assessment, by, on },
            SambaEvent::SambaRoutineChosen { case: CASE, applies: true, reason: id(0), by, on },
            SambaEvent::SambaAssessed {
                case: CASE,
                tried: PlanTried::Attempted,
                shortfalls: vec![Shortfall::NobodyAccepts],
                why: id(1),
                questions: vec![id(2), id(3)],
                by,
                on,
            },
            SambaEvent::SambaDescriptionOrdered { case: CASE, from: DOCTOR.person, by, on },
            SambaEvent::SambaDescribed {
                case: CASE,
                text: frozen(&texts[4]),
                plan: None,
                by: DOCTOR.person,
                on,
            },
        ];
        let consent = beyond.consent(frozen(&texts[5]));
        let events = events.into_iter().chain(consent).map(Event::Samba).collect();
        beyond.story.happened(texts, events).await;
        beyond
    }

    fn consent(&self, text: domain::choice::FormText) -> Vec<SambaEvent> {
        let (consent, at) = (SambaConsentNo(1), self.story.world.app.clock.now().local);
        let guardians = [MOTHER.person, FATHER.person];
        let required = guardians
            .map(|person| Signatory { person, capacity: Capacity::Guardian, required: true })
            .to_vec();
        let frozen = SambaEvent::SambaConsentFrozen {
            consent,
            case: CASE,
            bodies: vec![COUNCIL, SAMBA],
            parties: vec![PartyId(1), PartyId(2)],
            required,
            valid_until: date(2027, 6, 30),
            text,
            by: DOCTOR.person,
            on: at.date(),
        };
        let signed = guardians.map(|person| SambaEvent::SambaConsentSigned {
            consent,
            person,
            capacity: Capacity::Guardian,
            method: SignatureMethod::Screen,
            at,
        });
        let activated = SambaEvent::SambaConsentActivated { consent };
        std::iter::once(frozen).chain(signed).chain([activated]).collect()
    }

    fn today(&self) -> jiff::civil::Date {
        self.story.world.app.clock.now().today()
    }

    /// The morning of that day, for everybody.
    fn comes_to(&self, day: jiff::civil::Date) {
        self.story.world.wait_until(day.at(9, 0, 0, 0));
    }

    fn at(&self, rest: &str) -> String {
        format!("/samba/cases/{}{rest}", self.story.id)
    }

    async fn sees(&self, who: Someone, rest: &str) -> Reply {
        let reply = self.story.as_(who).await.get(&self.at(rest)).await;
        assert_eq!(reply.status, StatusCode::OK, "{rest}\n{}", reply.body);
        reply
    }

    async fn form(&self, who: Someone, rest: &str) -> Form {
        Form::at(&self.sees(who, rest).await, &self.at(rest))
    }

    async fn sends(&self, who: Someone, form: &Form) -> Reply {
        let mut client: Client = self.story.as_(who).await;
        client.post(&form.action, &form.fields()).await
    }

    /// Done, with a receipt.
    async fn does(&self, who: Someone, form: Form) {
        let before = self.story.process().await.version;
        let reply = self.sends(who, &form).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{}\n{}", form.action, reply.body);
        assert!(reply.header("location").starts_with("/receipts/"));
        assert!(self.story.process().await.version > before, "{}: nothing was stored", form.action);
    }

    /// A rule says no: nothing is stored, and what was typed is there.
    async fn is_refused(&self, who: Someone, form: Form, reason: &str) -> Reply {
        let before = self.story.process().await.version;
        let reply = self.sends(who, &form).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{}\n{}", form.action, reply.body);
        let told = reply.attributes("[data-reason]", "data-reason");
        assert_eq!(told, [reason], "{}", reply.body);
        assert_eq!(self.story.process().await.version, before);
        let back = Form::find(&reply, |back| back.action == form.action);
        if let Some(back) = back {
            for (name, value) in form.typed().iter().filter(|(name, _)| back.has(name)) {
                assert!(back.values_of(name).any(|kept| kept.trim() == value), "{name}={value} is gone");
            }
        }
        reply
    }

    /// As the coordinator knows it: with its costs.
    async fn agreement(&self) -> domain::samba::agreement::Agreement {
        let (app, process) = (&self.story.world.app, self.story.id);
        let actor = Actor { person: COORDINATOR.person, seat: Seat::SambaCoordinator };
        let view = app.store.read(process, actor, Action::ReadSamba, app.clock.now()).await.unwrap();
        view.process.samba.agreement(AgreementNo(1)).unwrap().clone()
    }

    /// The meeting on whose agenda the case was put last.
    async fn meeting(&self) -> String {
        let process = self.story.process().await;
        process.samba.case(CASE).unwrap().last_item().unwrap().meeting.to_string()
    }
}

async fn seat(world: &World) {
    let place = |body, party, mandate| Some(Place { body, party: PartyId(party), mandate });
    let seats = [
        (COORDINATOR, "Sofia Samordnare", None),
        (AVF_COUNCIL, "Anna Avf", place(COUNCIL, 1, Mandate::Responsibility)),
        (AVF, "Axel Avf", place(SAMBA, 1, Mandate::Costs)),
        (AVF_WITHOUT_MONEY, "Asta Avf", place(SAMBA, 1, Mandate::Responsibility)),
        (OF, "Olle Of", place(SAMBA, 2, Mandate::Costs)),
        (BUF_COUNCIL, "Britta Buf", place(COUNCIL, 3, Mandate::Responsibility)),
    ];
    for (someone, name, place) in seats {
        let person = Person {
            id: someone.person,
            name: name.to_owned(),
            born: None,
            personal_id: None,
            phone: None,
            email: None,
            address: None,
            protected: false,
        };
        world.app.store.put_person(person).await.unwrap();
        let row = SeatRow {
            id: someone.seat,
            person: someone.person,
            role: if place.is_some() { Role::BodyMember } else { Role::SambaCoordinator },
            unit: None,
            inbox: false,
            valid_from: date(2026, 1, 1),
            valid_to: None,
            place,
        };
        world.app.store.put_seat(row).await.unwrap();
    }
}
