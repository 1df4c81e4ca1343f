//! Where do the histories begin: before anything is signed, and when the plan is under way?

use super::History;
use crate::{
    naive::{Did, Told},
    world::{World, now},
};
use domain::{
    lots::signature::{self, RecordGround},
    party::{InformationKind, Receiver},
};
use jiff::civil::{Date, date};

const UNITS: &str = "unit school-health 129303
unit social 129305
unit bup 12102
unit habilitation 12202
initiator school-health";

/// The days on which they begin.
const BEGINS: Date = date(2026, 9, 30);
const LATER: Date = date(2027, 1, 12);

const PREPARED: &str = "
2026-08-31 | initiator | opens
2026-08-31 | initiator | proposes social,bup,habilitation
2026-08-31 | mother | approves social,bup,habilitation
2026-08-31 | mother | pre-meeting";

const GIVEN: &str = "
2026-08-31 | mother | freezes social,bup
2026-08-31 | mother | signs 1
2026-08-31 | father | signs 1
2026-08-31 | child | signs 1
2026-08-31 | initiator | sends-on-paper social,bup
2026-08-31 | social | receives
2026-08-31 | bup | receives
2026-08-31 | initiator | books 2026-09-28 social,bup
2026-09-28 | initiator | attendance
2026-09-28 | initiator | family-speaks
2026-09-28 | social | is-chosen-as-lots
2026-09-28 | initiator | child-will-be-told
2026-09-28 | child | says-a-need
2026-09-28 | social | offers intervention
2026-09-28 | bup | offers intervention
2026-09-28 | social | leads-the-plan
2026-09-28 | initiator | holds next 2026-11-24 social,bup
2026-09-28 | mother | accepts-the-plan
2026-09-28 | father | accepts-the-plan
2026-09-28 | child | accepts-the-plan
2026-09-28 | social | releases";

const CLOSING: &str = "
2026-11-24 | initiator | attendance
2026-11-24 | initiator | family-speaks
2026-11-24 | initiator | child-will-be-told
2026-11-24 | social | reports
2026-11-24 | bup | reports
2026-11-24 | initiator | holds next 2027-01-12 social,bup
2026-11-24 | mother | accepts-the-plan
2026-11-24 | father | accepts-the-plan
2026-11-24 | child | accepts-the-plan
2026-11-24 | social | releases
2027-01-12 | initiator | attendance
2027-01-12 | initiator | family-speaks
2027-01-12 | initiator | child-will-be-told
2027-01-12 | social | reports
2027-01-12 | bup | reports
2027-01-12 | initiator | holds closing
2027-01-12 | mother | accepts-the-plan
2027-01-12 | father | accepts-the-plan
2027-01-12 | child | accepts-the-plan
2027-01-12 | social | releases
2027-01-12 | mother | agrees-to-close
2027-01-12 | initiator | writes-the-way-back
2027-01-12 | initiator | gives-the-way-back to-all-but-the-child
2027-01-12 | initiator | gives-the-way-back to-the-child
2027-01-12 | initiator | invites-feedback
2027-01-12 | school-health | files-its-copies
2027-01-12 | social | files-its-copies
2027-01-12 | bup | files-its-copies";

/// The end of the consent that the plan begins with.
pub const FIRST_END: Date = date(2027, 6, 30);

pub struct Beginning {
    pub world: World,
    did: Vec<(Date, Did)>,
    met: bool,
    has_way_back: Vec<Receiver>,
    begins: Date,
}

impl Beginning {
    /// Opened, three units wanted, and nothing signed.
    pub fn prepared(born: Date) -> Beginning {
        let mut world = World::default();
        (world.born, world.ends) = (born, FIRST_END);
        UNITS.lines().for_each(|setting| world.set(setting));
        play(&mut world, PREPARED);
        let mut beginning =
            Beginning { world, did: vec![], met: false, has_way_back: vec![], begins: BEGINS };
        beginning.maturity_is_assessed();
        beginning
    }

    /// Two units have the consent, the first meeting is held, the Lots works at social services.
    pub fn planned(born: Date) -> Beginning {
        let mut beginning = Beginning::prepared(born);
        play(&mut beginning.world, GIVEN);
        beginning.met = true;
        let world = &beginning.world;
        let kinds = vec![InformationKind::Health, InformationKind::School, InformationKind::SocialSituation];
        let [social, bup] = ["social", "bup"].map(|name| world.unit(name));
        let names = [world.own(), social, bup].into_iter().map(|unit| (unit, kinds.clone())).collect();
        let (asked, met) = (date(2026, 8, 31), date(2026, 9, 28));
        let mut did = vec![(asked, Did::Asked { names, until: FIRST_END, alone: false })];
        for name in ["mother", "father", "child"] {
            let who = world.person(name);
            let signs =
                world.process().summonses.last().is_some_and(|(_, text)| text.signatures.contains_key(&who));
            did.extend(signs.then_some((asked, Did::Signed { who })));
        }
        did.extend([
            (asked, Did::Sent { units: vec![social, bup] }),
            (met, Did::ChoseLots { unit: social }),
            (met, Did::Offered { unit: social }),
            (met, Did::Offered { unit: bup }),
        ]);
        Beginning { did, ..beginning }
    }

    /// Everything is done that has to be done before it is closed.
    pub fn closing(born: Date) -> Beginning {
        let mut beginning = Beginning::planned(born);
        play(&mut beginning.world, CLOSING);
        beginning.begins = LATER;
        beginning.has_way_back = beginning.world.process().receivers(LATER);
        beginning
    }

    pub fn history(&self) -> History<'_> {
        let world = &self.world;
        let mut told = Told {
            born: world.born,
            child: world.person("child"),
            guardians: ["mother", "father"].map(|name| world.person(name)),
            own: world.own(),
            called: ["social", "bup", "habilitation"].map(|name| world.unit(name)).to_vec(),
            met: self.met,
            has_way_back: self.has_way_back.clone(),
            mature: world.process().consents.assessments.len() == world.units.len(),
            acts: vec![],
            papers: vec![],
        };
        self.did.iter().for_each(|(on, did)| told.does(*on, did.clone()));
        History { world, process: world.process(), told, now: self.begins.at(10, 0, 0, 0) }
    }

    /// Every unit has assessed in writing that the child is mature, if the child is old enough for that (CON-17).
    fn maturity_is_assessed(&mut self) {
        let world = &mut self.world;
        for unit in world.units.values().copied().collect::<Vec<_>>() {
            let ground =
                RecordGround::Maturity { unit, by: world.person("initiator"), assessment: world.text() };
            let recorded = signature::record_ground(&world.process(), now("2026-08-31"), ground);
            world.events.extend(recorded.unwrap_or_default());
        }
    }
}

fn play(world: &mut World, table: &str) {
    for line in table.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [when, who, what] = cells.as_slice() else { panic!("{line}") };
        let came = world.act(when, who, what);
        // A child who is too young to be offered to sign does not.
        assert!(came == "ok" || *what == "signs 1", "{line}: {came}");
    }
}
