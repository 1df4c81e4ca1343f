//! Which requests is each act of a table?
//!
//! Most acts are done by whoever the line names. What a family says at a table is written down by the initiator
//! (`pre-meeting`, `freezes`), and what ends the process by whoever leads it.

use super::{cast::Story, sending::Came};

/// Several requests in a row: the first no ends the act.
pub type Done = Result<(), String>;

impl Story {
    /// What came of one line, as its last cell says it.
    pub async fn acts(&mut self, who: &str, what: &str) -> String {
        let words: Vec<&str> = what.split_whitespace().collect();
        match self.does(who, &words).await {
            Ok(()) => {
                // Saying yes to a unit twice, or taking back twice, is not an error and stores nothing.
                let said_before = matches!(words[0], "approves" | "revokes");
                assert!(self.stored > 0 || said_before || words[0] == "opens", "{what}: nothing was stored");
                "ok".to_owned()
            }
            Err(reason) => format!("refused {reason}"),
        }
    }

    async fn does(&mut self, who: &str, words: &[&str]) -> Done {
        match words {
            ["opens"] => self.opens().await,
            ["proposes", units] => self.proposes(who, units).await,
            ["approves", units] => self.answers(who, units, "yes").await,
            ["strikes", units] => self.answers(who, units, "no").await,
            ["pre-meeting"] => self.pre_meeting(who).await,
            ["freezes", units] => self.freezes(who, units).await,
            ["signs", number] => self.signs(who, number, "sign").await,
            ["refuses-to-sign", number] => self.signs(who, number, "no").await,
            ["sends-on-paper", units] => self.sends_on_paper(who, units).await,
            ["receives"] => self.receives(who).await,
            ["books", day, units] => self.books(who, day, units).await,
            ["rebooks", day, "absent", unit] => self.rebooks(who, day, unit).await,
            ["links-a-board-decision", "of", day] => self.links_a_board_decision(who, day).await,
            ["revokes", unit, "told", told] => self.revokes(who, unit, told).await,
            _ => self.does_in_the_room(who, words).await,
        }
    }

    async fn does_in_the_room(&mut self, who: &str, words: &[&str]) -> Done {
        match words {
            ["attendance"] => self.attendance(who, None).await,
            ["attendance", "absent", unit] => self.attendance(who, Some(unit)).await,
            ["family-speaks"] => self.ticks(who, 0).await,
            ["next-item"] => self.ticks(who, 1).await,
            ["is-chosen-as-lots"] => self.is_chosen_as_lots(who).await,
            ["child-will-be-told"] => self.child_will_be_told(who).await,
            ["says-a-need"] => self.says_a_need(who).await,
            ["offers", kind] => self.offers(who, kind).await,
            ["leads-the-plan"] => self.leads_the_plan(who).await,
            ["reports"] => self.reports(who).await,
            ["holds", "next", day, units] => self.holds_and_books(who, day, units).await,
            ["holds-without-a-plan", "next", day, units] => self.holds_without_a_plan(who, day, units).await,
            ["holds", "closing"] => self.holds_and_closes(who).await,
            _ => self.does_afterwards(who, words).await,
        }
    }

    async fn does_afterwards(&mut self, who: &str, words: &[&str]) -> Done {
        match words {
            ["starts-early"] => self.starts_early(who).await,
            ["accepts-the-plan"] => self.accepts_the_plan(who).await,
            ["releases"] => self.releases(who).await,
            ["files-its-copies"] => self.files_its_copies(who).await,
            ["agrees-to-close"] => self.agrees_to_close(who).await,
            ["writes-the-way-back"] => self.writes_the_way_back().await,
            ["gives-the-way-back", "to-all-but-the-child"] => self.gives_the_way_back(false).await,
            ["gives-the-way-back", "to-the-child"] => self.gives_the_way_back(true).await,
            ["invites-feedback"] => self.invites_feedback().await,
            ["closes"] => self.closes().await,
            _ => self.does_protected(who, words).await,
        }
    }
}

/// An act whose receipt nobody needs.
pub fn done(came: Came) -> Done {
    came.map(|_| ())
}
