//! Who is the family, and how far has its process come?

use domain::{
    Event, PersonId, Process, ProcessId, SummonsNo, TextId, UnitId,
    choice::*,
    lots::{circle, opening, signature, summons},
    party::*,
};
use jiff::civil::date;
use policy::{Action, Actor, Seat};
use store::{Brought, NewText, Person, Role, SeatId, SeatRow};
use uuid::Uuid;

use super::super::{
    client::Client,
    world::{BUP, COUNSELLOR, DOCTOR, MOTHER, SCHOOL, Someone, World},
};
use crate::web::case::frozen;

pub const ELIN: Someone = relative(4);
pub const FATHER: Someone = relative(5);
/// A father of other children.
pub const NEIGHBOUR: Someone = relative(6);

const fn relative(number: u128) -> Someone {
    Someone { person: PersonId(Uuid::from_u128(number)), seat: SeatId(Uuid::from_u128(0x30 + number)) }
}

/// A family in the middle of a process for Elin, 13, who lives with both.
pub struct Story {
    pub world: World,
    pub id: ProcessId,
}

pub const SUMMONS_TEXT: &str = r#"{"format":1,"form":"lots-kallelse-7.1","version":"7.1","name":"Kallelse","sections":[
 {"id":"why","title":"Varför vi ses","fields":[{"id":"purpose","label":"Syfte","entry":{"text":"Att orka med skolan"}},
  {"id":"not_to_be_raised","label":"Det här vill vi inte ta upp","entry":{"text":"Det som hände på lägret"}}]},
 {"id":"participation","title":"Barnet","fields":[
  {"id":"child_summary","label":"Berättat för barnet","entry":{"text":"Vi vill att du ska ha det bra, Elin."}}]}]}"#;

impl Story {
    /// Opened by the counsellor, who proposes BUP.
    pub async fn begun() -> Story {
        let world = World::demo().await;
        settle(&world).await;
        let story = Story { world, id: ProcessId(Uuid::from_u128(0xE1)) };
        story.opens(story.id).await;
        let question = text(2, "Hur kan Elin orka med skolan?");
        let (by, question_id) = (COUNSELLOR.person, question.id);
        let command = circle::ProposeUnit { unit: BUP, by, question: question_id };
        let organisation = story.world.app.organisation.clone();
        let now = story.world.app.clock.now();
        story
            .decide(vec![question], move |process| circle::propose(process, &organisation, now, command))
            .await;
        story
    }

    /// The counsellor opens a process about Elin.
    pub async fn opens(&self, id: ProcessId) {
        let world = &self.world;
        let checked_how = text(1, "Folkbokföringen");
        let command = opening::OpenProcess {
            child: ELIN.person,
            born: date(2013, 3, 2),
            initiator: COUNSELLOR.person,
            unit: SCHOOL,
            custody: Custody {
                form: CustodyForm::Joint,
                guardians: [MOTHER, FATHER].map(|one| Guardian { person: one.person, legal: true }).to_vec(),
                checked_on: date(2026, 8, 30),
                checked_how: checked_how.id,
                placed: false,
            },
            family_agrees: true,
            danger_now: false,
            guardian_may_harm: false,
            protected: vec![],
            previous: None,
            request: None,
        };
        let (organisation, now) = (world.app.organisation.clone(), world.app.clock.now());
        let guardians = [MOTHER, FATHER].map(|one| (ELIN.person, one.person, true)).to_vec();
        let brought = Brought { texts: vec![checked_how], guardians, ..Brought::default() };
        let opened = world.app.store.open_process(id, counsellor(), now, brought, move || {
            opening::open(&organisation, now, command.clone())
        });
        opened.await.unwrap();
    }

    /// BUP approved, the pre-meeting held, the summons frozen.
    pub async fn frozen() -> Story {
        let story = Story::begun().await;
        let note = text(3, "Vi vill ses efter skolan.");
        let held = PreMeetingHeld::Yes { on: date(2026, 8, 31) };
        let pre_meeting = Event::PreMeetingRecorded {
            held,
            note: frozen(&note),
            participation: Participation::PartOfMeeting,
            formulated_with: vec![MOTHER.person],
        };
        story.happened(vec![], vec![Event::UnitApproved { unit: BUP, by: MOTHER.person }]).await;
        story.happened(vec![note], vec![pre_meeting]).await;
        story.freeze(4).await;
        story
    }

    /// Freezes the summons, as a text with this number.
    pub async fn freeze(&self, number: u128) {
        let now = self.world.app.clock.now();
        let whole = text(number, SUMMONS_TEXT);
        let command = summons::FreezeSummons {
            text: frozen(&whole),
            scope: vec![ScopeLine {
                unit: BUP,
                kinds: vec![InformationKind::Health, InformationKind::School],
                question: Some(TextId(Uuid::from_u128(2))),
            }],
            own_kinds: vec![InformationKind::School],
            valid_until: date(2027, 6, 30),
            formulated_with: vec![MOTHER.person],
            informed: true,
            child_summary_ready: true,
            child_alone: false,
            earlier_plan: false,
            purpose: frozen(&text(5, "Att orka med skolan")).hash,
            whereabouts_checked: true,
        };
        let calendar = self.world.app.calendar.clone();
        self.decide(vec![whole], move |process| summons::freeze(process, &calendar, now, command.clone()))
            .await;
    }

    /// Signed by both guardians and sent; the doctor takes part for BUP.
    pub async fn sent() -> Story {
        let story = Story::frozen().await;
        story.signs(MOTHER).await;
        story.signs(FATHER).await;
        let at = story.world.app.clock.now().local;
        let (summons, unit) = (SummonsNo(1), BUP);
        let channel = Channel::FunctionInbox;
        let sent = Event::SummonsDispatched { summons, unit, channel, at, question_changed: true };
        let received = Event::SummonsReceived { unit, on: at.date(), how: ReceiptHow::Inbox };
        let named = Event::ParticipantNamed { unit, person: DOCTOR.person };
        story.happened(vec![], vec![sent, received, named]).await;
        story
    }

    async fn signs(&self, who: Someone) {
        let summons = self.process().await.summonses.get(SummonsNo(1)).unwrap().text;
        let (person, now) = (who.person, self.world.app.clock.now());
        let command = signature::SignSummons {
            summons: SummonsNo(1),
            person,
            method: SignatureMethod::Screen,
            shown: summons.hash,
            by: person,
        };
        let actor = Actor { person, seat: Seat::Family };
        let signed = self.world.app.store.change(
            self.id,
            actor,
            Action::Sign { person },
            now,
            vec![],
            move |process: &Process| signature::sign(process, now, command),
        );
        signed.await.unwrap();
    }

    /// What the counsellor decides, by the rules.
    pub async fn decide(
        &self,
        texts: Vec<NewText>,
        decide: impl Fn(&Process) -> Result<Vec<Event>, domain::Refusal> + Send + 'static,
    ) {
        let now = self.world.app.clock.now();
        let changed =
            self.world.app.store.change(self.id, counsellor(), Action::ProposeUnit, now, texts, decide);
        changed.await.unwrap();
    }

    /// What has happened to the process, whatever led to it.
    pub async fn happened(&self, texts: Vec<NewText>, events: Vec<Event>) {
        self.decide(texts, move |_| Ok(events.clone())).await;
    }

    pub async fn process(&self) -> Process {
        let now = self.world.app.clock.now();
        let mother = Actor { person: MOTHER.person, seat: Seat::Family };
        self.world
            .app
            .store
            .read(self.id, mother, Action::ReadProcess, now)
            .await
            .unwrap()
            .process
            .as_ref()
            .clone()
    }

    /// Somebody's browser, signed in.
    pub async fn as_(&self, who: Someone) -> Client {
        Client::signed_in(&self.world, who).await
    }

    /// The address of a page about this process.
    pub fn at(&self, rest: &str) -> String {
        format!("/family/processes/{}{rest}", self.id)
    }
}

/// The address an act leads to, and its receipt's heading.
pub async fn receipt(client: &mut Client, reply: super::super::client::Reply) -> super::super::client::Reply {
    assert_eq!(reply.status, axum::http::StatusCode::SEE_OTHER, "{}", reply.body);
    let address = reply.header("location").to_owned();
    assert!(address.starts_with("/receipts/"), "{address}");
    let receipt = client.get(&address).await;
    assert_eq!(receipt.status, axum::http::StatusCode::OK);
    receipt
}

pub fn text(number: u128, body: &str) -> NewText {
    NewText { id: TextId(Uuid::from_u128(number)), body: body.to_owned() }
}

fn counsellor() -> Actor {
    Actor { person: COUNSELLOR.person, seat: Seat::Staff { unit: SCHOOL, inbox: false } }
}

/// A unit in the same municipality that nobody has thought of.
pub const SOMEBODY_ELSE: UnitId = UnitId(129_305);

async fn settle(world: &World) {
    let people = [
        (ELIN, "Elin Lindqvist", Some(date(2013, 3, 2))),
        (FATHER, "Johan Lindqvist", None),
        (NEIGHBOUR, "Nils Berg", None),
    ];
    for (someone, name, born) in people {
        let person = Person {
            id: someone.person,
            name: name.to_owned(),
            born,
            personal_id: None,
            phone: None,
            email: None,
            address: None,
            protected: false,
        };
        world.app.store.put_person(person).await.unwrap();
        let seat = SeatRow {
            id: someone.seat,
            person: someone.person,
            role: Role::Family,
            unit: None,
            inbox: false,
            valid_from: date(2026, 1, 1),
            valid_to: None,
            place: None,
        };
        world.app.store.put_seat(seat).await.unwrap();
    }
}
