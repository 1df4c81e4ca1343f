//! How is one act on a case shown and done? The page with its form, what was typed, the decision, the receipt.

use askama::Template;
use axum::extract::State;
use domain::{Event, Now, Process, Refusal, TextId};
use policy::Action;
use store::NewText;

use super::{
    block::{Block, Table},
    desk::{Around, Desk, Named},
};
use crate::web::{
    actor::CurrentActor,
    app::App,
    case::{Outcome, new_text},
    error::{Answer, WebError},
    form::{Fields, FormView},
    form_data::DrawnSection,
    identity::Actor,
    page::{Page, show, show_again},
    path::Path,
    receipt::Receipt,
    refusal_words::explain,
    texts::Texts,
};

/// One act on a case. Its words lie under `case-WORD-title`, `-lead`, `-submit`, `-done` and `-next`.
pub trait Act: 'static {
    const WORD: &'static str;
    type Command: Clone + Send + Sync + 'static;

    /// What the page shows.
    fn look() -> Action {
        Action::RunSamba
    }

    /// What the act is; nothing for whoever has no part in it.
    fn action(_: Actor) -> Option<Action> {
        Some(Action::RunSamba)
    }

    /// What stands above the form.
    fn blocks(_: &Desk) -> Vec<Block> {
        vec![]
    }

    /// The fields; nothing when there is nothing to do now.
    fn drawn(desk: &Desk, form: &FormView) -> Option<Vec<DrawnSection>>;

    /// What stands in the form from the beginning.
    fn filled(_: &Desk, form: FormView) -> FormView {
        form
    }

    /// What was typed; nothing when there are faults.
    fn read(desk: &Desk, fields: &mut Fields, prose: &mut Prose) -> Result<Option<Self::Command>, WebError>;

    /// What it comes to, which has to be looked at before it is stored; and a word for what was looked at.
    fn foreseen(_: &Desk, _: &Self::Command, _: &Prose) -> Option<(String, Table)> {
        None
    }

    fn decide(
        process: &Process,
        around: &Around,
        now: Now,
        command: Self::Command,
    ) -> Result<Vec<Event>, Refusal>;
}

/// The texts that an act brings along.
#[derive(Default)]
pub struct Prose(Vec<NewText>);

impl Prose {
    pub fn put(&mut self, body: String) -> Result<TextId, WebError> {
        let text = new_text(body)?;
        let id = text.id;
        self.0.push(text);
        Ok(id)
    }

    pub fn put_if_any(&mut self, body: Option<String>) -> Result<Option<TextId>, WebError> {
        body.map(|body| self.put(body)).transpose()
    }

    pub fn text(&self, id: TextId) -> &str {
        self.0.iter().find(|text| text.id == id).map_or("", |text| text.body.as_str())
    }
}

/// The field in which the page says what was looked at before.
const SEEN: &str = "seen";

#[derive(Template)]
#[template(path = "samba/cases/act.html")]
pub struct ActPage {
    pub t: &'static Texts,
    pub page: Page,
    pub form: FormView,
    pub address: String,
    pub whose: String,
    pub title: String,
    pub lead: String,
    pub submit: String,
    pub not_now: String,
    pub blocks: Vec<Block>,
    pub sections: Option<Vec<DrawnSection>>,
    pub foreseen: Option<Table>,
    /// The words of the way back.
    pub back: String,
}

/// `GET` of an act.
pub async fn read<A: Act>(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(named): Path<Named>,
) -> Answer {
    let desk = Desk::open(&app, page.t, actor, named, A::look(), vec![]).await?;
    let form = A::filled(&desk, page.form());
    show(&view::<A>(page, form, &desk, None))
}

/// `POST` of an act.
pub async fn update<A: Act>(
    State(app): State<App>,
    page: Page,
    CurrentActor(actor): CurrentActor,
    Path(named): Path<Named>,
    mut fields: Fields,
) -> Answer {
    let desk = Desk::open(&app, page.t, actor, named, A::look(), vec![]).await?;
    let action = A::action(actor).ok_or(WebError::NotFound)?;
    let mut prose = Prose::default();
    let command = A::read(&desk, &mut fields, &mut prose)?;
    let Some(command) = command.filter(|_| !fields.has_faults()) else {
        return show_again(&view::<A>(page, fields.back(), &desk, None));
    };
    if let Some((seen, table)) = A::foreseen(&desk, &command, &prose)
        && fields.raw(SEEN) != seen
    {
        fields.set(SEEN, &seen);
        return show(&view::<A>(page, fields.back(), &desk, Some(table)));
    }
    let around = desk.around();
    let decide = move |process: &Process, now: Now| A::decide(process, &around, now, command.clone());
    match app.act(actor, named.process, action, prose.0, decide).await? {
        Outcome::Refused(refusal) => {
            let form = fields.back_refused(explain(&refusal, &desk.case));
            show_again(&view::<A>(page, form, &desk, None))
        }
        Outcome::Done(_) => app.receipt_in(actor, named.process, receipt::<A>(&desk)).await,
    }
}

fn receipt<A: Act>(desk: &Desk) -> Receipt {
    let (t, word) = (desk.t, A::WORD);
    let receipt = Receipt::new(t.get(&format!("case-{word}-done")));
    let happened = format!("case-{word}-happened");
    let receipt = if t.has(&happened) { receipt.happened(t.get(&happened)) } else { receipt };
    receipt.next_at(t.get("cases-to-case"), desk.address()).next_at(t.get("cases-to-list"), "/samba/cases")
}

fn view<A: Act>(page: Page, form: FormView, desk: &Desk, foreseen: Option<Table>) -> ActPage {
    let (t, word) = (page.t, A::WORD);
    let words = |part: &str| t.get(&format!("case-{word}-{part}"));
    let submit = if foreseen.is_some() { "submit-seen" } else { "submit" };
    ActPage {
        address: desk.address(),
        whose: whose(desk),
        title: words("title"),
        lead: words("lead"),
        submit: words(submit),
        not_now: t.get("cases-not-now"),
        back: t.get("cases-to-case"),
        blocks: A::blocks(desk),
        sections: A::drawn(desk, &form),
        foreseen,
        form,
        t,
        page: page.work(),
    }
}

/// The child's name; before a consent only that somebody has made contact (CON-21).
pub fn whose(desk: &Desk) -> String {
    if desk.knows_the_child() {
        desk.case.name(desk.case.process.child()).to_owned()
    } else {
        desk.t.with("cases-contact-of", &[("date", &desk.t.date(desk.samba.contacted_on))])
    }
}
