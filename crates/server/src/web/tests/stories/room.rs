//! What happens in the room, over HTTP: the list, the agenda, the Lots, the plan, the end of the meeting?

use domain::{choice::MeetingKind, form::StepBinding};

use super::{
    cast::Story,
    form::Form,
    verbs::{Done, done},
};

/// What everybody shall know when it gets difficult again.
pub const WAY_BACK: &str = "Ring kuratorn om det blir svårt igen";

impl Story {
    async fn kind_of_meeting(&self) -> MeetingKind {
        self.process().await.meetings.ahead().next().map(|(_, meeting)| meeting.kind).unwrap()
    }

    /// Everyone who is expected is in the room, but one unit that did not come, without a word.
    pub async fn attendance(&mut self, who: &str, absent: Option<&str>) -> Done {
        let address = format!("{}/attendance", self.room().await);
        let page = self.sees(who, &address).await;
        let mut form = Form::at(&page, &address).set("secretary", "Robin Ek");
        let absent = absent.map(|unit| format!("unit:{}:", self.unit(unit)));
        for row in 0.. {
            let cell = |name: &str| format!("rows.{row}.{name}");
            if !form.has(&cell("attendee")) {
                break;
            }
            let away = absent.as_ref().is_some_and(|unit| form.value(&cell("attendee")).starts_with(unit));
            let presence = if away { "absent_without_notice" } else { "whole" };
            form = form.set(&cell("present"), presence).set(&cell("knows_purpose"), "yes");
        }
        done(self.sends(who, form.press("act", "complete")).await)
    }

    /// The item at which the family speaks, or one that comes after it.
    pub async fn ticks(&mut self, who: &str, after: u8) -> Done {
        let kind = self.kind_of_meeting().await;
        let item = self.world.app.forms.manual().agenda(kind).item(StepBinding::FamilyStory).unwrap() + after;
        let room = self.room().await;
        let page = self.sees(who, &room).await;
        let address = format!("{room}/agenda");
        let form = Form::find(&page, |form| form.action == address && form.value("item") == item.to_string());
        done(self.sends(who, form.unwrap()).await)
    }

    /// Proposed by the initiator, with a yes from the person and a yes from the family.
    pub async fn is_chosen_as_lots(&mut self, who: &str) -> Done {
        let address = self.desk("/lots");
        let page = self.sees("initiator", &address).await;
        self.sends("initiator", Form::at(&page, &address).set("person", &self.code(who))).await?;
        let page = self.sees(who, &address).await;
        let yes = Form::at(&page, &self.desk("/lots/acceptance")).press("by", &self.code(who));
        self.sends(who, yes).await?;
        let page = self.sees("mother", &self.home("/lots")).await;
        done(self.sends("mother", Form::at(&page, &self.home("/lots"))).await)
    }

    pub async fn child_will_be_told(&mut self, who: &str) -> Done {
        let address = format!("{}/child", self.room().await);
        let form = Form::at(&self.sees(who, &address).await, &address);
        let form = form.set("person", "Sara Lindqvist").set("date", &self.today().to_string());
        done(self.sends(who, form).await)
    }

    pub async fn says_a_need(&mut self, who: &str) -> Done {
        let address = self.home("/plan/needs/new");
        let form = Form::at(&self.sees(who, &address).await, &address);
        done(self.sends(who, form.set("words", "Lugn och ro i skolan").set("kind", "school")).await)
    }

    /// Offered by the unit and confirmed by it.
    pub async fn offers(&mut self, who: &str, kind: &str) -> Done {
        let address = self.desk("/lines/new");
        let today = self.today();
        let form = Form::at(&self.sees(who, &address).await, &address)
            .set("kind", kind)
            .set("text", "Vi ser hur Kim har det")
            .set("start", &today.to_string())
            .set("end", &today.saturating_add(jiff::ToSpan::days(100_i64)).to_string())
            .set("frequency", "Varje vecka");
        self.sends(who, form).await?;
        let line = self.own_lines(who).await.pop().unwrap();
        let page = self.sees(who, &line).await;
        done(self.sends(who, Form::at(&page, &format!("{line}/confirmation"))).await)
    }

    /// The pages of the unit's own lines, as its list shows them.
    pub async fn own_lines(&mut self, who: &str) -> Vec<String> {
        let address = self.desk("/lines");
        self.sees(who, &address).await.attributes("section[aria-labelledby=own] h3 a", "href")
    }

    pub async fn leads_the_plan(&mut self, unit: &str) -> Done {
        let page = self.sees("initiator", &self.desk("/plan")).await;
        let form = Form::at(&page, &self.desk("/plan/lead")).set("lead", &self.unit(unit).to_string());
        done(self.sends("initiator", form).await)
    }

    /// What the assessment showed, and what became of each of the unit's lines.
    pub async fn reports(&mut self, who: &str) -> Done {
        let address = self.desk("/assessment");
        let form = Form::at(&self.sees(who, &address).await, &address);
        self.sends(who, form.set("outcome", "done").set("text", "Kim behöver lugnare raster")).await?;
        for line in self.own_lines(who).await {
            let form = Form::at(&self.sees(who, &line).await, &format!("{line}/follow-up"));
            self.sends(who, form.set("result", "Det går bättre").set("verdict", "continue")).await?;
        }
        Ok(())
    }

    /// The papers are written, and the meeting is closed with the next one booked.
    pub async fn holds_and_books(&mut self, who: &str, day: &str, units: &str) -> Done {
        self.writes_the_papers(who, false).await;
        let form = self.end_of_the_meeting(who).await;
        let form = self.booking(form, who, day, units);
        done(self.sends(who, form).await)
    }

    /// The same, where no plan could be made.
    pub async fn holds_without_a_plan(&mut self, who: &str, day: &str, units: &str) -> Done {
        self.writes_the_papers(who, false).await;
        let form = self.end_of_the_meeting(who).await.set("obstacle", "Ingen tar på sig uppdraget");
        let form = self.booking(form, who, day, units);
        done(self.sends(who, form).await)
    }

    /// The papers are written, and the meeting is closed with the decision to end.
    pub async fn holds_and_closes(&mut self, who: &str) -> Done {
        self.writes_the_papers(who, true).await;
        let form = self.end_of_the_meeting(who).await;
        done(self.sends(who, form).await)
    }

    async fn end_of_the_meeting(&mut self, who: &str) -> Form {
        let address = format!("{}/close", self.room().await);
        let form = Form::at(&self.sees(who, &address).await, &address);
        if form.has("no-others") { form.set("no-others", "yes") } else { form }
    }

    /// The plan's own text, and from the second meeting on how it has gone.
    async fn writes_the_papers(&mut self, who: &str, ends: bool) {
        let plan = self.desk("/plan/text");
        let page = self.sees(who, &plan).await;
        self.goes_on(who, Form::at(&page, &plan).set("child_voice", "Jag vill ha det lugnt")).await;
        if self.kind_of_meeting().await == MeetingKind::Initial {
            return;
        }
        let address = format!("{}/follow-up", self.room().await);
        let page = self.sees(who, &address).await;
        let form = Form::at(&page, &address).set("since_last_time", "Det har gått bättre");
        let form = if ends { ending(form) } else { form };
        self.goes_on(who, form).await;
    }
}

/// What the paper asks for when the meeting decides to end.
fn ending(form: Form) -> Form {
    form.set("close", "yes")
        .set("closing_reason", "goals_reached")
        .set("reentry_information", WAY_BACK)
        .set("reentry_information.who", "Elevhälsan, 044-000 00 00")
}
