//! Which addresses are there, for whom, and what happens at each?
//!
//! One list, in the order of who uses it. The router is built from it, and so are the tests that ask every
//! address as every person: an address that is not in the list does not exist.

use axum::{
    Router,
    handler::Handler,
    http::Method,
    middleware,
    routing::{self, MethodRouter},
};

use super::{
    actor, app::App, assets, error::WebError, family, identity::Seat, log_review, lots, public, receipt,
    samba, seats, security, sessions, sign_in, work,
};

/// Who an address is there for; what a person may do there is the policy's to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Whoever comes by.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// Child and guardians.
    Family,
    /// Those who work in a process.
    Staff,
    /// Those who lead a unit.
    Manager,
    /// The Samba coordinator.
    Convening,
    /// Those who sit in a body.
    BodyMember,
    /// Both.
    InBodies,
    /// Those who work in a process, and the Samba coordinator.
    WritesOrConvenes,
    /// The same, and those who sit in a body.
    Deidentified,
}

/// One address and what is done there.
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub audience: Audience,
    /// What the address is for, in a few words.
    pub purpose: &'static str,
    handler: MethodRouter<App>,
}

/// Every address.
pub fn routes() -> Vec<Route> {
    [
        for_anyone(),
        for_signed_in(),
        family::routes(),
        work::routes(),
        lots::routes(),
        log_review::routes(),
        samba::routes(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn for_anyone() -> Vec<Route> {
    use Audience::Anyone;
    vec![
        get("/", Anyone, "what Farled is", public::start::read),
        get("/acute", Anyone, "where to turn when it is urgent (PRI-19)", public::acute::read),
        get("/units", Anyone, "the units and their profiles (PRI-12)", public::units::index),
        get("/units/{unit}", Anyone, "what one unit says about itself (PRI-12)", public::units::read),
        get("/about", Anyone, "about the service and its accessibility", public::about::read),
        get("/sign-in", Anyone, "who are you", sign_in::read),
        post("/sign-in", Anyone, "sign in", sign_in::create),
        post("/sign-out", Anyone, "sign out", sign_in::delete),
        get("/assets/{name}", Anyone, "style and typefaces", assets::show),
    ]
}

fn for_signed_in() -> Vec<Route> {
    use Audience::SignedIn;
    vec![
        get("/sessions", SignedIn, "one's own sessions (AU-4)", sessions::read),
        post("/sessions", SignedIn, "end one of one's own sessions", sessions::delete),
        get("/seats", SignedIn, "one's own seats", seats::read),
        post("/seats", SignedIn, "act from another of one's seats", seats::create),
        get("/receipts/{receipt}", SignedIn, "what happened, who was told, what comes next", receipt::read),
    ]
}

/// An address that shows something and changes nothing.
pub fn get<H, T>(path: &'static str, audience: Audience, purpose: &'static str, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: Method::GET, path, audience, purpose, handler: routing::get(handler) }
}

/// An address where something is done.
pub fn post<H, T>(path: &'static str, audience: Audience, purpose: &'static str, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    Route { method: Method::POST, path, audience, purpose, handler: routing::post(handler) }
}

impl Audience {
    /// Whether an address for these is there for somebody in this seat. For all others it does not exist: the
    /// pages of the family and those of work are drawn for their own readers, and for nobody else.
    pub fn admits(self, seat: Seat) -> bool {
        match (self, seat) {
            (Audience::Anyone | Audience::SignedIn, _)
            | (Audience::Family, Seat::Family)
            | (Audience::Staff, Seat::Staff { .. })
            | (Audience::Manager, Seat::Manager { .. })
            | (Audience::Convening | Audience::InBodies, Seat::SambaCoordinator)
            | (Audience::BodyMember | Audience::InBodies, Seat::BodyMember { .. })
            | (Audience::WritesOrConvenes, Seat::Staff { .. } | Seat::SambaCoordinator)
            | (
                Audience::Deidentified,
                Seat::Staff { .. } | Seat::SambaCoordinator | Seat::BodyMember { .. },
            ) => true,
            (
                Audience::Family
                | Audience::Staff
                | Audience::Manager
                | Audience::Convening
                | Audience::BodyMember
                | Audience::InBodies
                | Audience::WritesOrConvenes
                | Audience::Deidentified,
                Seat::Family
                | Seat::Staff { .. }
                | Seat::Manager { .. }
                | Seat::Ambassador { .. }
                | Seat::Coordinator
                | Seat::SambaCoordinator
                | Seat::BodyMember { .. }
                | Seat::SteeringGroup
                | Seat::Administrator,
            ) => false,
        }
    }
}

impl Route {
    /// **Invariant:** only what is for anyone answers somebody who is not signed in, and the rest only those
    /// whom it is meant for.
    fn guarded(self, app: &App) -> MethodRouter<App> {
        match self.audience {
            Audience::Anyone => self.handler,
            Audience::SignedIn
            | Audience::Family
            | Audience::Staff
            | Audience::Manager
            | Audience::Convening
            | Audience::BodyMember
            | Audience::InBodies
            | Audience::WritesOrConvenes
            | Audience::Deidentified => {
                let guard = actor::Guard { app: app.clone(), audience: self.audience };
                self.handler.layer(middleware::from_fn_with_state(guard, actor::required))
            }
        }
    }
}

/// The whole site, with everything that stands around each request.
pub fn router(app: App) -> Router {
    security::around(pages(&app), app)
}

/// The addresses alone.
pub(super) fn pages(app: &App) -> Router<App> {
    routes()
        .into_iter()
        .fold(Router::new(), |router, route| router.route(route.path, route.guarded(app)))
        .fallback(|| async { WebError::NotFound })
}
