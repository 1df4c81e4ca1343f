//! What comes after a meeting, over HTTP: answers, copies, and in the end the way back?

use super::{
    cast::Story,
    form::Form,
    room::WAY_BACK,
    verbs::{Done, done},
};

impl Story {
    pub async fn starts_early(&mut self, who: &str) -> Done {
        let line = self.own_lines(who).await.remove(0);
        let form = Form::at(&self.sees(who, &line).await, &format!("{line}/state"));
        done(self.sends(who, form.set("state", "started")).await)
    }

    /// The number of the version that was written last.
    async fn last_version(&self) -> String {
        self.process().await.plan.versions().next_back().map(|(version, _)| version.to_string()).unwrap()
    }

    pub async fn accepts_the_plan(&mut self, who: &str) -> Done {
        let address = self.home(&format!("/plan/versions/{}", self.last_version().await));
        let form = Form::at(&self.sees(who, &address).await, &address);
        done(self.sends(who, form.set("answer", "good")).await)
    }

    pub async fn releases(&mut self, who: &str) -> Done {
        let address = self.desk(&format!("/plan/versions/{}/release", self.last_version().await));
        let form = Form::at(&self.sees(who, &address).await, &address);
        done(self.sends(who, form).await)
    }

    /// Every copy that the unit has been given.
    pub async fn files_its_copies(&mut self, who: &str) -> Done {
        let list = self.sees(who, &self.desk("/copies")).await;
        let copies = list.attributes("section[aria-labelledby=plans] a", "href");
        assert!(!copies.is_empty());
        for copy in copies {
            let form = Form::at(&self.sees(who, &copy).await, &format!("{copy}/filing"));
            self.sends(who, form).await?;
        }
        Ok(())
    }

    pub async fn agrees_to_close(&mut self, who: &str) -> Done {
        let address = self.home("/closing");
        let form = Form::at(&self.sees(who, &address).await, &address);
        done(self.sends(who, form).await)
    }

    /// The page of the closing, as whoever leads sees it.
    async fn closing(&mut self) -> (String, super::super::client::Reply) {
        let lead = self.lead().await;
        let page = self.sees(&lead, &self.desk("/closing")).await;
        (lead, page)
    }

    /// Begun with what was written in the room.
    pub async fn writes_the_way_back(&mut self) -> Done {
        let (lead, page) = self.closing().await;
        let form = Form::at(&page, &self.desk("/closing/way-back"));
        assert_eq!(form.value("way-back").trim(), WAY_BACK, "what the meeting wrote");
        let form = form.set("way-back", "Ring kuratorn om det blir svårt igen. Alla är välkomna.");
        done(self.sends(&lead, form).await)
    }

    /// To the child, or to everybody else, one by one.
    pub async fn gives_the_way_back(&mut self, to_child: bool) -> Done {
        let child = format!("family-{}", self.code("child"));
        let address = self.desk("/closing/handing");
        loop {
            let (lead, page) = self.closing().await;
            let next = Form::find(&page, |form| {
                form.action == address && (form.value("receiver") == child) == to_child
            });
            let Some(form) = next else { return Ok(()) };
            self.sends(&lead, form).await?;
        }
    }

    pub async fn invites_feedback(&mut self) -> Done {
        let (lead, page) = self.closing().await;
        done(self.sends(&lead, Form::at(&page, &self.desk("/closing/feedback"))).await)
    }

    pub async fn closes(&mut self) -> Done {
        let (lead, page) = self.closing().await;
        done(self.sends(&lead, Form::at(&page, &self.desk("/closing"))).await)
    }
}
