//! In which order does a meeting go, who speaks first, and what holds for everybody in the room?

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::structure::{FormFault, FormProblem, at};
use crate::choice::MeetingKind;

const TEXT_CHARACTERS_MAX: usize = 1_500;
const STEPS_MAX: usize = 40;
const MINUTES_MAX: u32 = 240;

/// Agendas, conduct rules and role cards: see `data/forms/lots-motesmanual.toml`.
///
/// **Invariant:** there is one agenda for each kind of meeting, and in each the family speaks before any
/// unit does (PRI-05). [`MeetingManual::parse`] is the only way to make one.
#[doc(alias = "mötesmanual")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingManual {
    pub id: String,
    pub version: String,
    pub name: String,
    #[serde(rename = "role")]
    _role: ManualRole,
    /// Shown on the screen all the time.
    conduct_rules: Vec<ConductRule>,
    role_cards: Vec<RoleCard>,
    agendas: Vec<Agenda>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum ManualRole {
    MeetingManual,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConductRule {
    text: String,
}

/// What one role has to think of in a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleCard {
    pub id: String,
    pub title: String,
    pub points: Vec<String>,
}

/// The order of one kind of meeting.
#[doc(alias = "dagordning")]
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agenda {
    pub kind: MeetingKind,
    pub title: String,
    pub steps: Vec<AgendaStep>,
}

/// One item of an agenda. Items are numbered from 1 in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaStep {
    pub id: String,
    pub title: String,
    pub help: String,
    /// Who speaks first.
    pub speaks_first: Speaker,
    /// A proposal; nobody is cut off.
    pub minutes: u32,
    pub binding: Option<StepBinding>,
}

/// Who speaks first under an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    Chair,
    /// The child and those close to it.
    Family,
    NewActors,
    Units,
    Lots,
}

/// The items that the rules need, whatever they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepBinding {
    ConsentAndSecrecy,
    /// The family's story; later, what has happened since. Nothing after it before it is done (PRI-05).
    FamilyStory,
    /// New actors tell about their mission and responsibility.
    NewActors,
    /// What the assessments showed.
    AssessmentResults,
    ChooseLots,
    Plan,
    LeadPrincipal,
    InformChild,
    ClosingDecision,
    WayBack,
    NextMeeting,
}

impl MeetingManual {
    /// Reads and checks the text of a meeting manual.
    ///
    /// # Errors
    /// The first fault found, with the place in the file.
    pub fn parse(text: &str) -> Result<MeetingManual, FormFault> {
        let manual: MeetingManual = toml::from_str(text).map_err(|error| {
            at("the file")(FormProblem::Unreadable(error.to_string().trim_end().to_owned()))
        })?;
        manual
            .conduct_rules()
            .try_for_each(|text| text_ok("conduct_rules", text))
            .map_err(at("conduct_rules"))?;
        for card in &manual.role_cards {
            let fault = at(&format!("role card \"{}\"", card.id));
            card.points.iter().try_for_each(|point| text_ok("points", point)).map_err(fault)?;
        }
        for kind in MeetingKind::ALL.iter().copied() {
            let mut of_kind = manual.agendas.iter().filter(|agenda| agenda.kind == kind);
            let Some(agenda) = of_kind.next() else {
                return Err(at("agendas")(FormProblem::BindingMissing(kind.word())));
            };
            if of_kind.next().is_some() {
                return Err(at("agendas")(FormProblem::Duplicate(kind.word().to_owned())));
            }
            agenda.check()?;
        }
        Ok(manual)
    }

    /// The agenda for a kind of meeting.
    pub fn agenda(&self, kind: MeetingKind) -> &Agenda {
        // `parse` has seen that each kind is there: missing here is a programmer error.
        self.agendas.iter().find(|agenda| agenda.kind == kind).expect("every kind of meeting has an agenda")
    }

    pub fn conduct_rules(&self) -> impl Iterator<Item = &str> {
        self.conduct_rules.iter().map(|rule| rule.text.as_str())
    }

    pub fn role_cards(&self) -> &[RoleCard] {
        &self.role_cards
    }
}

impl Agenda {
    /// The number of the item that carries a binding, from 1.
    pub fn item(&self, binding: StepBinding) -> Option<u8> {
        let index = self.steps.iter().position(|step| step.binding == Some(binding))?;
        u8::try_from(index + 1).ok()
    }

    fn check(&self) -> Result<(), FormFault> {
        let place = format!("agenda \"{}\"", self.kind.word());
        let whole = at(&place);
        if self.steps.len() > STEPS_MAX {
            return Err(whole(FormProblem::TooMany("steps", STEPS_MAX)));
        }
        let (mut ids, mut bindings) = (BTreeSet::new(), BTreeSet::new());
        for step in &self.steps {
            let fault = at(&format!("{place}, step \"{}\"", step.id));
            text_ok("title", &step.title).map_err(&fault)?;
            if step.help.chars().count() > TEXT_CHARACTERS_MAX {
                return Err(fault(FormProblem::TooLong("help", TEXT_CHARACTERS_MAX)));
            }
            if step.minutes > MINUTES_MAX {
                return Err(fault(FormProblem::OutOfRange("minutes", MINUTES_MAX as usize)));
            }
            if !ids.insert(&step.id) || step.binding.is_some_and(|binding| !bindings.insert(binding)) {
                return Err(fault(FormProblem::Duplicate(step.id.clone())));
            }
        }
        for (binding, word) in needs(self.kind) {
            if !bindings.contains(binding) {
                return Err(whole(FormProblem::BindingMissing(word)));
            }
        }
        self.family_first(&place)
    }

    /// **Invariant:** before the family has told its story, only the chair and the family speak (PRI-05).
    fn family_first(&self, place: &str) -> Result<(), FormFault> {
        for step in &self.steps {
            match step.speaks_first {
                Speaker::Chair | Speaker::Family => {}
                Speaker::NewActors | Speaker::Units | Speaker::Lots => {
                    return Err(at(&format!("{place}, step \"{}\"", step.id))(
                        FormProblem::FamilySpeaksFirst,
                    ));
                }
            }
            if step.binding == Some(StepBinding::FamilyStory) {
                break;
            }
        }
        Ok(())
    }
}

/// The items that an agenda for this kind of meeting must have, with their words.
fn needs(kind: MeetingKind) -> &'static [(StepBinding, &'static str)] {
    match kind {
        MeetingKind::Initial => &[
            (StepBinding::ConsentAndSecrecy, "consent_and_secrecy"),
            (StepBinding::FamilyStory, "family_story"),
            (StepBinding::ChooseLots, "choose_lots"),
            (StepBinding::Plan, "plan"),
            (StepBinding::LeadPrincipal, "lead_principal"),
            (StepBinding::InformChild, "inform_child"),
            (StepBinding::NextMeeting, "next_meeting"),
        ],
        MeetingKind::Second => &[
            (StepBinding::FamilyStory, "family_story"),
            (StepBinding::NewActors, "new_actors"),
            (StepBinding::AssessmentResults, "assessment_results"),
            (StepBinding::Plan, "plan"),
            (StepBinding::NextMeeting, "next_meeting"),
        ],
        MeetingKind::FollowUp => &[
            (StepBinding::FamilyStory, "family_story"),
            (StepBinding::Plan, "plan"),
            (StepBinding::ClosingDecision, "closing_decision"),
            (StepBinding::WayBack, "way_back"),
        ],
    }
}

fn text_ok(what: &'static str, text: &str) -> Result<(), FormProblem> {
    if text.trim().is_empty() {
        Err(FormProblem::Empty(what))
    } else if text.chars().count() > TEXT_CHARACTERS_MAX {
        Err(FormProblem::TooLong(what, TEXT_CHARACTERS_MAX))
    } else {
        Ok(())
    }
}
