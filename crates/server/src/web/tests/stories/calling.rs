//! How is a summons sent, received and taken back, and a meeting booked, over HTTP?

use domain::choice::Channel;

use super::{
    cast::Story,
    form::Form,
    verbs::{Done, done},
};

impl Story {
    pub async fn sends_on_paper(&mut self, who: &str, units: &str) -> Done {
        self.sends_by(Channel::Paper, who, units).await
    }

    /// That way to those who are named, later to the others. Whom the page does not offer is sent to all the same.
    pub async fn sends_by(&mut self, channel: Channel, who: &str, units: &str) -> Done {
        let address = self.desk("/dispatch");
        let page = self.sees(who, &address).await;
        let form = Form::find(&page, |form| form.action == address);
        let mut form = form.unwrap_or_else(|| Form::by_hand(&address));
        let called: Vec<String> = self.codes(units).iter().map(|unit| format!("unit-{unit}")).collect();
        let offered: Vec<String> =
            form.names().filter(|name| name.starts_with("unit-")).map(str::to_owned).collect();
        for name in &offered {
            form = form.set(name, if called.contains(name) { channel.word() } else { "later" });
        }
        for name in called.iter().filter(|name| !offered.contains(name)) {
            form = form.insist(name, channel.word());
        }
        done(self.sends(who, form).await)
    }

    /// The unit stamps the paper, and somebody there takes it on.
    pub async fn receives(&mut self, who: &str) -> Done {
        let address = self.desk(&format!("/deliveries/{}", self.unit(who)));
        let form = Form::at(&self.sees(who, &address).await, &address);
        let form = form.set("on", &self.today().to_string()).set("how", "stamped");
        self.sends(who, form).await?;
        let page = self.sees(who, &format!("/inbox/{}", self.id())).await;
        let form = Form::at(&page, &format!("/inbox/{}/participants", self.id()));
        let own = self.code(who);
        done(self.sends(who, form.set("person", &own)).await)
    }

    pub async fn books(&mut self, who: &str, day: &str, units: &str) -> Done {
        let address = self.desk("/meetings/new");
        let form = Form::at(&self.sees(who, &address).await, &address);
        let form = self.booking(form, who, day, units);
        done(self.sends(who, form).await)
    }

    /// The fields about a meeting. A unit that cannot be chosen is called all the same.
    pub fn booking(&self, form: Form, chair: &str, day: &str, units: &str) -> Form {
        let codes = self.codes(units);
        let (offered, others): (Vec<&String>, Vec<&String>) =
            codes.iter().partition(|code| form.offers("units", code));
        let form = form
            .choose("units", offered.into_iter().map(String::as_str))
            .set("date", day)
            .set("start", "13:00")
            .set("end", "14:30")
            .set("place", "Biblioteket")
            .set("chair", &self.code(chair))
            .set("fits", "yes");
        others.into_iter().fold(form, |form, code| form.insist("units", code))
    }

    pub async fn rebooks(&mut self, who: &str, day: &str, absent: &str) -> Done {
        let address = format!("{}/rebooking", self.room().await);
        let form = Form::at(&self.sees(who, &address).await, &address)
            .set("cause", "principal_absent")
            .set("absent", &self.unit(absent).to_string())
            .set("date", day)
            .set("fits", "yes");
        done(self.sends(who, form).await)
    }

    /// Said on the telephone to a professional, who records it at once (CON-07).
    pub async fn revokes(&mut self, who: &str, unit: &str, told: &str) -> Done {
        let address = self.desk("/consent-revocation");
        let form = Form::at(&self.sees(told, &address).await, &address);
        let form = form.set("signatory", &self.code(who)).set("extent", "units");
        let code = self.unit(unit).to_string();
        let offered = form.offers("units", &code);
        let form = if offered { form.set("units", &code) } else { form.insist("units", &code) };
        done(self.sends(told, form).await)
    }

    /// The address of the meeting ahead.
    pub async fn room(&self) -> String {
        let process = self.process().await;
        let ahead = process.meetings.ahead().next().map(|(number, _)| number);
        self.desk(&format!("/meetings/{}", ahead.unwrap()))
    }
}
