//! What must hold for everything that is sent, whether it is done or refused?
//!
//! What is done ends in a receipt. What is refused changes nothing, gives back what was typed, and is on record.

use axum::http::StatusCode;
use domain::{form::FormRole, personal_id::PersonalId};
use policy::Action;
use store::{Access, Draft, DraftKey, Outcome};

use super::{super::client::Reply, cast::Story, form::Form};

/// What came of an act: the receipt's page, or the reason why a rule said no.
pub type Came = Result<Reply, String>;

/// What is stored about the process, as far as a refusal could have touched it.
struct Kept {
    version: u32,
    drafts: Vec<Option<Draft>>,
    refused: Vec<Access>,
}

impl Story {
    /// Sends an act. It is done and ends in a receipt, or it is refused and leaves everything as it was.
    pub async fn sends(&mut self, who: &str, form: Form) -> Came {
        self.sent(who, form, true).await
    }

    /// The same of what no page offers: there is no form to come back.
    pub async fn insists(&mut self, who: &str, form: Form) -> Came {
        self.sent(who, form, false).await
    }

    async fn sent(&mut self, who: &str, form: Form, comes_back: bool) -> Came {
        let before = if self.is_open() { Some(self.kept().await) } else { None };
        let reply = self.posted(who, &form).await;
        match reply.status {
            StatusCode::SEE_OTHER => {
                let receipt = self.receipt(who, &reply).await;
                if let Some(before) = before {
                    self.stored += self.process().await.version - before.version;
                }
                Ok(receipt)
            }
            StatusCode::UNPROCESSABLE_ENTITY => {
                let reason = reason(&reply, &form);
                match before {
                    Some(before) => self.is_as_before(who, &before, &form, &reason).await,
                    None => self.nothing_has_begun(who).await,
                }
                if comes_back {
                    gives_back(&reply, &form);
                }
                Err(reason)
            }
            other => panic!("{who}: {} came to {other}\n{}", form.action, reply.body),
        }
    }

    /// Keeps a draft or answers a first question: one comes on to another page, and nothing has happened.
    pub async fn goes_on(&mut self, who: &str, form: Form) -> Reply {
        let version = if self.is_open() { self.process().await.version } else { 0 };
        let reply = self.posted(who, &form).await;
        assert_eq!(reply.status, StatusCode::SEE_OTHER, "{who}: {}\n{}", form.action, reply.body);
        let next = self.sees(who, reply.header("location")).await;
        let now = if self.is_open() { self.process().await.version } else { 0 };
        assert_eq!(now, version, "a draft is no event: {}", form.action);
        next
    }

    async fn posted(&mut self, who: &str, form: &Form) -> Reply {
        self.client(who).await.post(&form.action, &form.fields()).await
    }

    /// Where an act leads says what was done: a receipt, or the page one came from.
    async fn receipt(&mut self, who: &str, reply: &Reply) -> Reply {
        let address = reply.header("location").to_owned();
        let page = self.sees(who, &address).await;
        let said = if address.starts_with("/receipts/") {
            page.texts("main h1").concat() + &page.texts("main .stamp").concat()
        } else {
            page.texts(".saved[role=status]").concat()
        };
        assert!(!said.is_empty(), "nothing says that it is done: {address}\n{}", page.body);
        page
    }

    async fn kept(&self) -> Kept {
        let process = self.process().await;
        let meetings: Vec<String> = process.meetings.iter().map(|(number, _)| number.to_string()).collect();
        let whole = [FormRole::PreMeeting, FormRole::Summons, FormRole::Plan];
        let mut subjects: Vec<(FormRole, String)> = whole.map(|role| (role, String::new())).to_vec();
        for meeting in meetings {
            subjects.push((FormRole::Attendance, meeting.clone()));
            subjects.push((FormRole::FollowUp, meeting));
        }
        let mut drafts = vec![];
        for (role, subject) in subjects {
            drafts.push(self.draft(role, subject).await);
        }
        Kept { version: process.version, drafts, refused: self.refused().await }
    }

    /// What is stored about the process, as far as somebody's request could have touched it.
    pub async fn drafts_and_version(&self) -> (u32, Vec<Option<Draft>>) {
        let Kept { version, drafts, .. } = self.kept().await;
        (version, drafts)
    }

    async fn draft(&self, role: FormRole, subject: String) -> Option<Draft> {
        let app = &self.world.app;
        let key = DraftKey { process: self.id(), form: app.forms.form(role).id.clone(), subject };
        let (child, now) = (self.actor("child"), app.clock.now());
        app.store.read_draft(key, child, Action::ReadProcess, now).await.unwrap().1
    }

    /// Everything that rules have said no to, from the record of access.
    async fn refused(&self) -> Vec<Access> {
        let (child, now) = (self.actor("child"), self.world.app.clock.now());
        let log = self.world.app.store.access_log(self.id(), child, now).await.unwrap();
        log.into_iter().filter(|row| row.outcome == Outcome::Refused).collect()
    }

    /// Nothing has happened but that the no is on record: by whom, and for which reason. A page whose form is
    /// a draft keeps what was typed as one.
    async fn is_as_before(&self, who: &str, before: &Kept, form: &Form, reason: &str) {
        let after = self.kept().await;
        assert_eq!(after.version, before.version, "a refusal stores no event: {reason}");
        let rewritten = after.drafts.iter().zip(&before.drafts).filter(|(now, then)| now != then);
        let rewritten: Vec<_> = rewritten.filter_map(|(now, _)| now.as_ref()).collect();
        assert_eq!(after.drafts.len(), before.drafts.len());
        assert!(rewritten.len() <= usize::from(form.has("base")), "{reason}: {rewritten:?}");
        assert!(rewritten.iter().all(|draft| draft.editor == self.someone(who).person));
        let new: Vec<&Access> = after.refused.iter().filter(|row| !before.refused.contains(row)).collect();
        let [row] = new.as_slice() else { panic!("{reason}: one row on record, not {new:?}") };
        assert_eq!(row.person, self.someone(who).person);
        let detail = row.detail.as_deref().unwrap_or_default();
        let detail = detail.strip_prefix("Samba(").unwrap_or(detail);
        assert!(detail.starts_with(reason), "{reason}: {row:?}");
    }
}

impl Story {
    /// No process, and nobody registered by what was typed.
    async fn nothing_has_begun(&mut self, who: &str) {
        let list = self.sees(who, "/processes").await;
        assert!(list.texts("tbody th a").is_empty(), "{}", list.body);
        let number = PersonalId::fictional(self.born, 1).digits();
        assert!(self.world.app.store.people_by_personal_id(number).await.unwrap().is_empty());
    }
}

/// The reason that the page gives, as the tables write it.
pub fn reason(reply: &Reply, form: &Form) -> String {
    let key = reply.attribute("#refusal", "data-reason");
    let faults = || reply.texts(".fault-summary li, .fault").join("; ");
    let key = key.unwrap_or_else(|| panic!("{}: no rule said no, but: {}", form.action, faults()));
    // On the way beyond Lots a refusal is told of by its own name.
    let key = key.strip_prefix("samba-").unwrap_or(&key);
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    key.split('-').map(capital).collect()
}

/// The form has come back with everything that was typed.
pub fn gives_back(reply: &Reply, form: &Form) {
    let forms = Form::all(reply);
    for (name, value) in form.typed() {
        let there = forms.iter().filter(|back| back.action == form.action);
        let found = there.flat_map(|back| back.values_of(name)).any(|back| back == value);
        assert!(found, "{}: {name}={value} did not come back in\n{}", form.action, reply.body);
    }
}
