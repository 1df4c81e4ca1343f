//! How is a process opened, planned and signed over HTTP?

use axum::http::StatusCode;

use super::{
    cast::{FAMILY, Story},
    form::Form,
    verbs::{Done, done},
};

/// The kinds of information that every summons of the tables is about.
const KINDS: [&str; 3] = ["health", "school", "social_situation"];

impl Story {
    /// The two first questions, then the child and those around it.
    pub async fn opens(&mut self) -> Done {
        let form = self.opening().await;
        self.opens_with(form).await
    }

    /// The form about the child, filled in.
    pub async fn opening(&mut self) -> Form {
        let [child, mother, father] = FAMILY.map(|(_, name)| name);
        let first = self.sees("initiator", "/processes/new").await;
        let first = Form::at(&first, "/processes/new").set("danger", "no").set("harm", "no");
        let page = self.goes_on("initiator", first).await;
        Form::at(&page, "/processes/new/child")
            .set("child-name", child)
            .set("child-number", &self.personal_number())
            .set("guardian-1-name", mother)
            .set("guardian-1-legal", "yes")
            .set("guardian-2-name", father)
            .set("guardian-2-legal", "yes")
            .set("custody-form", "joint")
            .set("checked-how", "Folkbokföringen")
            .set("checked-on", &self.today().to_string())
            .set("placed", "no")
            .set("agrees", "yes")
    }

    pub async fn opens_with(&mut self, form: Form) -> Done {
        let receipt = self.sends("initiator", form).await?;
        let address = receipt.attribute("main a[href$='/units']", "href").unwrap();
        let id = address.split('/').nth(2).unwrap().parse().unwrap();
        self.opened(id).await;
        Ok(())
    }

    /// Each proposes where they are at home: the family on its own page.
    pub async fn proposes(&mut self, who: &str, units: &str) -> Done {
        let page = if Story::is_family(who) { self.home("/units/new") } else { self.desk("/units") };
        for unit in self.codes(units) {
            let form = Form::at(&self.sees(who, &page).await, &page);
            let form = form.set("unit", &unit).set("question", "Hur kan Kim orka med skolan?");
            self.sends(who, form).await?;
        }
        Ok(())
    }

    /// Yes or no to each unit. A yes that has been said already has no button any more.
    pub async fn answers(&mut self, who: &str, units: &str, answer: &str) -> Done {
        for unit in self.codes(units) {
            let page = self.sees(who, &self.home("/units")).await;
            let address = self.home(&format!("/units/{unit}"));
            let form = Form::find(&page, |form| form.action == address && form.offers("answer", answer));
            let form = match form {
                Some(form) => form.press("answer", answer),
                None => Form::by_hand(&address).insist("answer", answer),
            };
            self.sends(who, form).await?;
        }
        Ok(())
    }

    /// The note that the initiator writes with somebody in the family.
    pub async fn pre_meeting(&mut self, with: &str) -> Done {
        let page = self.sees("initiator", &self.desk("/pre-meeting")).await;
        let form = Form::at(&page, &self.desk("/pre-meeting"))
            .set("held_on", &self.today().to_string())
            .set("purpose", "Att Kim ska orka med skolan")
            .set("goals", "Kim sover på nätterna")
            .set("formulated_with", &self.code(with))
            .set("not_to_be_raised", "Inget")
            .set("child_participation.form", "part_of_meeting")
            .set("interpreter", "Nej")
            .press("act", "record");
        // Of a protected family nobody writes down where and when.
        let asked = form.has("place_and_time_wishes");
        let form = if asked { form.set("place_and_time_wishes", "Efter skolan") } else { form };
        done(self.sends("initiator", form).await)
    }

    /// Custody is looked up anew for each summons (CON-13); then it is written, looked through and locked.
    pub async fn freezes(&mut self, with: &str, units: &str) -> Done {
        let page = self.sees("initiator", &self.desk("/grounds")).await;
        let custody = Form::at(&page, &self.desk("/grounds"))
            .set("ground", "custody")
            .set("note", "Folkbokföringen")
            .set("checked_on", &self.today().to_string());
        self.sends("initiator", custody).await?;
        let draft = self.sees("initiator", &self.desk("/summons/draft")).await;
        let draft = self.summons(Form::at(&draft, &self.desk("/summons/draft")), with, units);
        let preview = self.goes_on("initiator", draft.press("act", "preview")).await;
        let lock = Form::at(&preview, &self.desk("/summons/preview")).ticked("whereabouts-checked");
        done(self.sends("initiator", lock).await)
    }

    fn summons(&self, form: Form, with: &str, units: &str) -> Form {
        let informed = ["meaning", "voluntary", "revocable", "how_to_revoke", "copies"];
        let mut form = form
            .set("formulated_with", &self.code(with))
            .set("child_summary", "Vi ska träffas och prata om hur du har det. Du får säga nej.")
            .set("consent.exclusions", "Inga undantag")
            .set("consent.valid_until", &self.consent_ends.to_string())
            .choose("consent.information_given", informed);
        let own = self.unit("initiator").to_string();
        let mut called = self.codes(units);
        for row in 0.. {
            let (unit, kinds) = cells(row);
            if !form.has(&unit) {
                // Whom the page does not offer is called all the same.
                return called.iter().zip(row..).fold(form, |form, (code, row)| {
                    let (unit, kinds) = cells(row);
                    KINDS.into_iter().fold(form.insist(&unit, code), |form, kind| form.insist(&kinds, kind))
                });
            }
            let code = form.value(&unit).to_owned();
            let wanted = code == own || called.contains(&code);
            called.retain(|other| *other != code);
            form = form.choose(&kinds, KINDS.into_iter().filter(|_| wanted));
        }
        form
    }

    /// Signs the text on the page, or says no to it.
    pub async fn signs(&mut self, who: &str, number: &str, answer: &str) -> Done {
        let page = self.asks(who, &self.home("/summons")).await;
        if page.status == StatusCode::FORBIDDEN {
            return self.signs_the_whole_apart(who, number, answer).await;
        }
        let form = Form::at(&page, &self.home("/summons"));
        assert_eq!(form.value("summons"), number, "the summons that the page shows");
        done(self.sends(who, form.press("answer", answer)).await)
    }

    pub async fn links_a_board_decision(&mut self, who: &str, day: &str) -> Done {
        let page = self.sees(who, &self.desk("/grounds")).await;
        let form = Form::at(&page, &self.desk("/grounds"))
            .set("ground", "decision")
            .set("note", "Nämndens beslut, dnr 12")
            .set("measure", "psychiatric_care")
            .set("decided_on", day);
        done(self.sends(who, form).await)
    }
}

/// The names of a row's cells in the grid of units and kinds.
fn cells(row: usize) -> (String, String) {
    let cell = |name: &str| format!("consent.information_kinds.{row}.{name}");
    (cell("unit"), cell("kinds"))
}
