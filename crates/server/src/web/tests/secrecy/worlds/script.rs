//! What does somebody try who should learn nothing?

use axum::http::Method;

use super::{
    super::{
        addresses::{filled, names},
        personas::Persona,
    },
    dice::Dice,
};
use crate::web::router::{Route, routes};

/// Where a process is opened.
const OPENING: &str = "/processes/new/child";
/// The longest script.
const STEPS_MAX: usize = 4;

/// What can be known or guessed about the secret, by somebody to whom it is nothing.
#[derive(Default)]
pub struct Known {
    pub outsiders: Vec<Persona>,
    /// Addresses that insiders are led to.
    pub pages: Vec<String>,
    /// Forms that insiders are offered, filled in.
    pub forms: Vec<(String, Fields)>,
    /// What can stand in the places of an address, by their names.
    pub places: Vec<(String, String)>,
    /// Names, numbers and other words to look for.
    pub words: Vec<String>,
    /// Name and number of people, children first.
    pub people: Vec<(String, String)>,
}

pub type Fields = Vec<(String, String)>;

pub enum Step {
    Get(String),
    Post(String, Fields),
    /// Where the last answer leads to.
    Follow,
}

/// Somebody, and what they do one after another.
pub struct Script {
    /// The number of the outsider.
    pub who: usize,
    pub steps: Vec<Step>,
}

impl Step {
    pub fn opens(&self) -> bool {
        matches!(self, Step::Post(path, _) if path == OPENING)
    }
}

impl Script {
    pub fn new(dice: &mut Dice, known: &Known) -> Script {
        let who = dice.below(known.outsiders.len());
        let mut steps = vec![];
        for _ in 0..=dice.below(STEPS_MAX) {
            let step = match dice.below(20) {
                0..4 => dice.pick(&known.pages).cloned().map(Step::Get),
                4..8 => dice
                    .pick(&known.forms)
                    .map(|(path, form)| Step::Post(path.clone(), written_over(dice, form, &known.words))),
                8..13 => any_address(dice, known),
                13..15 => Some(Step::Post("/processes".to_owned(), searched(dice, known))),
                15 => list(dice),
                16..18 => Some(Step::Post(OPENING.to_owned(), opening(dice, known))),
                _ => Some(Step::Follow),
            };
            steps.extend(step);
        }
        Script { who, steps }
    }
}

/// Any address of the router, with what is known in its places.
fn any_address(dice: &mut Dice, known: &Known) -> Option<Step> {
    let routes = routes();
    let route = dice.pick(&routes)?;
    let path = address(dice, known, route)?;
    Some(match route.method {
        Method::GET => Step::Get(path),
        _ => {
            let (_, form) = dice.pick(&known.forms)?;
            Step::Post(path, written_over(dice, form, &known.words))
        }
    })
}

fn address(dice: &mut Dice, known: &Known, route: &Route) -> Option<String> {
    let places: Vec<(&str, String)> = names(route.path)
        .map(|name| {
            let fitting: Vec<&str> =
                known.places.iter().filter(|(of, _)| of == name).map(|(_, value)| value.as_str()).collect();
            let guessed = (1 + dice.below(3)).to_string();
            (name, dice.pick(&fitting).map_or(guessed, |value| (*value).to_owned()))
        })
        .collect();
    filled(route.path, |name| places.iter().find(|(of, _)| *of == name).map(|(_, value)| value.clone()))
}

/// A page that lists, as somebody may ask for it.
fn list(dice: &mut Dice) -> Option<Step> {
    let routes = routes();
    let lists: Vec<&Route> =
        routes.iter().filter(|route| route.method == Method::GET && names(route.path).count() == 0).collect();
    let path = dice.pick(&lists)?.path;
    let asked = ["", "?state=active", "?state=draft", "?q=a", "?page=2"];
    Some(Step::Get(format!("{path}{}", dice.pick(&asked)?)))
}

fn searched(dice: &mut Dice, known: &Known) -> Fields {
    let word = dice.pick(&known.words).cloned().unwrap_or_default();
    let states = ["", "active", "awaiting_signature", "draft"];
    let state = dice.pick(&states).copied().unwrap_or_default();
    vec![("name".to_owned(), word), ("state".to_owned(), state.to_owned())]
}

/// Opens a process about somebody whose name and number are known or guessed; now and then something is lacking.
fn opening(dice: &mut Dice, known: &Known) -> Fields {
    let nobody = (String::new(), String::new());
    let child = dice.pick(&known.people).unwrap_or(&nobody).clone();
    let guardian = dice.pick(&known.people).unwrap_or(&nobody).clone();
    let fields = [
        ("danger", "no"),
        ("harm", "no"),
        ("child-name", child.0.as_str()),
        ("child-number", child.1.as_str()),
        ("child-grade", "none"),
        ("guardian-1-name", guardian.0.as_str()),
        ("guardian-1-number", guardian.1.as_str()),
        ("guardian-1-legal", "yes"),
        ("guardian-1-grade", "none"),
        ("custody-form", "sole"),
        ("checked-on", "2026-11-20"),
        ("checked-how", "Folkbokföringen"),
        ("placed", "no"),
        ("agrees", "yes"),
    ];
    let lacking = dice.below(3 * fields.len());
    let kept = fields.into_iter().enumerate().filter(|(number, _)| *number != lacking);
    kept.map(|(_, (name, value))| (name.to_owned(), value.to_owned())).collect()
}

/// The form as it was filled in; now and then with another word in one field.
fn written_over(dice: &mut Dice, form: &[(String, String)], words: &[String]) -> Fields {
    let mut form = form.to_vec();
    if dice.below(3) == 0 {
        let field = dice.below(form.len());
        if let (Some((_, value)), Some(word)) = (form.get_mut(field), dice.pick(words)) {
            value.clone_from(word);
        }
    }
    form
}
