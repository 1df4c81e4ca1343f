//! What do the pages show of what a table looks up: days, states, who takes part?
//!
//! Days are read as people read them. Only what no page shows is taken from the process itself.

use axum::http::StatusCode;
use domain::lots::state::State;
use jiff::{
    ToSpan as _,
    civil::{Date, time},
};

use super::{
    super::client::{Client, Reply},
    cast::{FAMILY, Story},
};
use crate::web::texts::Texts;

impl Story {
    /// The value of a question, or nothing if the line is an act.
    pub async fn looks(&mut self, who: &str, what: &str) -> Option<String> {
        let words: Vec<&str> = what.split_whitespace().collect();
        Some(match words.as_slice() {
            ["state?"] => self.state(who).await,
            ["earliest?", "all"] => self.earliest_of_all(who).await,
            ["earliest?", unit] => self.earliest(who, unit).await,
            ["choices?"] => self.choices(who).await,
            ["takes-part?", unit] => self.finds_it(unit, &self.desk("")).await.to_string(),
            ["guardian?"] => self.finds_it(who, &self.home("")).await.to_string(),
            ["window?"] => self.window(who).await,
            ["release-due?", meeting] => self.release_due(meeting).await,
            ["late-from?"] => self.late_from(who).await,
            ["plan?", version] => self.plan(who, version).await,
            ["line-outside?", unit] => self.line_outside(who, unit).await,
            ["copies?", version] => self.copies(version).await,
            ["deviation?"] => self.deviation().await,
            ["hand-over-task?"] => self.hand_over_task(who).await,
            _ => return self.looks_beyond(&words).await,
        })
    }

    /// The state on the page of the process, with the ship at the same station for everybody who sees it. Where
    /// that page is closed, the state stands in the list, which leads to the page that is left.
    async fn state(&mut self, who: &str) -> String {
        let page = self.asks("initiator", &self.desk("")).await;
        if page.status != StatusCode::OK {
            let list = self.sees("initiator", "/work").await;
            self.sees("initiator", &list.attribute("tbody th a", "href").unwrap()).await;
            return state_named(&list.texts("tbody td")[0]);
        }
        let here = |page: &Reply| {
            let stations = page.attributes(".fairway-stations > li", "class");
            stations.iter().position(|class| class.contains("station-here"))
        };
        let at = if Story::is_family(who) { self.home("") } else { self.desk("") };
        assert_eq!(here(&self.sees(who, &at).await), here(&page));
        state_named(&page.texts("p.state strong").concat())
    }

    /// The day in a unit's own section of the receipts, with every day that was counted.
    async fn earliest(&mut self, who: &str, unit: &str) -> String {
        let page = self.sees(who, &self.desk("/deliveries")).await;
        let name = self.unit_name(unit);
        let at = page.texts("section h2").iter().position(|heading| *heading == name).unwrap() + 1;
        let section = format!("section[aria-labelledby=unit-{at}]");
        let day = page.texts(&format!("{section} dd strong")).concat();
        let counted = page.texts(&format!("{section} ol.days li"));
        let last = counted.last().unwrap();
        assert!(last.starts_with(&day) && last.ends_with("arbetsdag 15."), "{counted:?}");
        date(&day).to_string()
    }

    async fn earliest_of_all(&mut self, who: &str) -> String {
        let page = self.sees(who, &self.desk("/deliveries")).await;
        date(&page.texts("main > .big-date").concat()).to_string()
    }

    /// The ways to hold the meeting that the booking offers, with how many units at once and how many later.
    async fn choices(&mut self, who: &str) -> String {
        let page = self.sees(who, &self.desk("/meetings/new")).await;
        let (mut now, mut later) = (0, 0);
        let mut shown: Vec<String> = vec![];
        for (at, title) in page.texts("section[aria-labelledby=earliest] li.row h3").iter().enumerate() {
            let row = format!("section[aria-labelledby=earliest] li.row:nth-child({})", at + 1);
            for words in page.texts(&format!("{row} h3 ~ p")) {
                let named = self.named_in(&words);
                if words.starts_with("Med:") { now = named } else { later = named }
            }
            shown.push(format!("{} with {now} now, {later} later", date(title)));
            (now, later) = (0, 0);
        }
        shown.join("; ")
    }

    /// How many of the units stand in a sentence.
    fn named_in(&self, words: &str) -> usize {
        self.unit_names().filter(|unit| words.contains(&self.unit_name(unit))).count()
    }

    fn unit_name(&self, unit: &str) -> String {
        self.world.app.unit_name(self.unit(unit))
    }

    /// Whether somebody is shown the process, or gets the answer of what does not exist.
    async fn finds_it(&mut self, who: &str, path: &str) -> bool {
        let status = self.asks(who, path).await.status;
        assert!(matches!(status, StatusCode::OK | StatusCode::NOT_FOUND), "{who}: {path}: {status}");
        status == StatusCode::OK
    }

    /// The days between which the second meeting should lie, on the page where it is given another time.
    async fn window(&mut self, who: &str) -> String {
        let address = format!("{}/rebooking", self.room().await);
        let page = self.sees(who, &address).await;
        let words = page.texts("form p").into_iter().find(|words| words.contains("mellan")).unwrap();
        let (from, to) = words.split_once(" mellan ").unwrap().1.split_once(" och ").unwrap();
        format!("{} to {}", date(from), date(to.split('.').next().unwrap()))
    }

    /// The day by which the task of giving out the plan is to be done, as whoever leads sees it.
    async fn release_due(&mut self, meeting: &str) -> String {
        let process = self.process().await;
        let mut versions = process.plan.versions();
        let (version, _) = versions.find(|(_, version)| version.meeting.to_string() == meeting).unwrap();
        let lead = self.lead().await;
        let page = self.sees(&lead, &self.desk("")).await;
        let task = format!("a.task-what[href='{}']", self.desk(&format!("/plan/versions/{version}/release")));
        date(&page.texts(&format!("{task} ~ .task-due")).concat()).to_string()
    }

    /// From this day on, and not the day before, the page of the receipts asks why it takes time.
    async fn late_from(&mut self, who: &str) -> String {
        let late = self.process().await.late_from(&self.world.app.calendar).unwrap();
        let mut shown = vec![];
        for day in [late.saturating_sub(1.day()), late] {
            let mut client = Client::on(&self.world, day.to_datetime(time(9, 0, 0, 0)));
            client.choose(self.someone(who)).await;
            let page = client.get(&self.desk("/deliveries")).await;
            shown.push(page.texts("section[aria-labelledby=late] > p").concat());
        }
        assert!(shown[0].is_empty(), "{}", shown[0]);
        let (_, since) = shown[1].split_once("sedan ").unwrap();
        date(since.split('.').next().unwrap()).to_string()
    }

    /// Which plan a version is, and whether it is whole or only attempted.
    async fn plan(&mut self, who: &str, version: &str) -> String {
        let page = self.sees(who, &self.desk(&format!("/plan/versions/{version}"))).await;
        let facts = page.texts("dl.facts dd");
        let t = Texts::swedish();
        let kind = ["sip", "lots_plan"].into_iter();
        let kind = kind.filter(|word| facts.contains(&t.get(&format!("copy-kind-{}", dashed(word)))));
        let status = [("draft", "whole"), ("attempted", "attempted")].into_iter();
        let status = status.filter(|(word, _)| facts.contains(&t.get(&format!("copy-status-{word}"))));
        let words: Vec<&str> = kind.chain(status.map(|(_, word)| word)).collect();
        words.join(" ")
    }

    /// Whether every line of a unit is marked as outside the coordination in the working plan.
    async fn line_outside(&mut self, who: &str, unit: &str) -> String {
        let page = self.sees(who, &self.desk("/plan")).await;
        let at = page.texts("h4").iter().position(|heading| *heading == self.unit_name(unit)).unwrap();
        let lines = page.texts("h4 + ul.plan-lines");
        lines[at].contains(&Texts::swedish().get("plan-line-outside")).to_string()
    }

    /// How many units, and how many in the family, find their own copy of a version.
    async fn copies(&mut self, version: &str) -> String {
        let name = Texts::swedish().with("copies-plan", &[("version", &version)]);
        let units: Vec<String> = self.unit_names().map(str::to_owned).collect();
        let mut given = (0, 0);
        for unit in units {
            let list = self.asks(&unit, &self.desk("/copies")).await;
            given.0 += usize::from(list.texts("section[aria-labelledby=plans] a").contains(&name));
        }
        for (role, _) in FAMILY {
            let own = self.asks(role, &self.home(&format!("/plan/versions/{version}"))).await;
            given.1 += usize::from(own.status == StatusCode::OK);
        }
        format!("{} units and {} family", given.0, given.1)
    }

    /// No page shows a deviation yet: it is read from the process.
    async fn deviation(&self) -> String {
        let process = self.process().await;
        let last = process.deviations.last();
        last.map_or_else(
            || "none".to_owned(),
            |deviation| format!("{} feedback {}", deviation.kind.word(), deviation.feedback_due),
        )
    }

    /// The task stands on the page of what waits, and leads to the page where it is done.
    async fn hand_over_task(&mut self, who: &str) -> String {
        let page = self.sees(who, "/work").await;
        let address = self.desk("/hand-over");
        let task = page.attribute(&format!("a.task-what[href='{address}']"), "href");
        if task.is_some() {
            self.sees(who, &address).await;
        }
        task.is_some().to_string()
    }
}

/// The word of the state that is called this on the pages.
fn state_named(shown: &str) -> String {
    let called = |state: &&State| Texts::swedish().get(&format!("state-{}", dashed(state.word()))) == shown;
    State::ALL.iter().find(called).unwrap().word().to_owned()
}

fn dashed(word: &str) -> String {
    word.replace('_', "-")
}

/// "från mån 28 september 2026": the last three words are a day.
pub fn date(words: &str) -> Date {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let mut words = words.trim_end_matches('.').split_whitespace().rev();
    let year = words.next().and_then(|year| year.parse().ok());
    let month = words.next().and_then(|month| MONTHS.iter().position(|known| *known == month));
    let day = words.next().and_then(|day| day.parse().ok());
    let (Some(year), Some(month), Some(day)) = (year, month, day) else { panic!("no day: {words:?}") };
    Date::new(year, i8::try_from(month).unwrap() + 1, day).unwrap()
}
