//! Can a manager go through the log in a few minutes, and learn nothing of any child? (AC-12)

use axum::http::StatusCode;
use jiff::SignedDuration;

use super::{
    family::story::Story,
    protection::story::{COLLEAGUE, HEAD_OF_BUP, HEAD_OF_SCHOOL, SECRETARY, ask, name, protect, staffed},
    world::{COUNSELLOR, DOCTOR},
};

/// So much later every month of the story is over.
const LATER: SignedDuration = SignedDuration::from_hours(24 * 40);

/// The doctor has read, the secretary of another unit has tried, and a month has gone by.
async fn a_month_later() -> Story {
    let story = staffed(Story::sent().await).await;
    let process = format!("/processes/{}", story.id);
    assert_eq!(story.as_(DOCTOR).await.get(&process).await.status, StatusCode::OK);
    assert_eq!(
        story.as_(SECRETARY).await.get(&format!("{process}/plan")).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(story.as_(COLLEAGUE).await.get(&process).await.status, StatusCode::NOT_FOUND);
    story.world.app.clock.advance(LATER);
    story
}

/// AC-12: draw, read, ask, decide; and the figures for whoever answers for it all.
#[tokio::test]
async fn a_manager_goes_through_a_month() {
    let story = a_month_later().await;
    let mut head = story.as_(HEAD_OF_BUP).await;
    let months = head.get("/log-review").await;
    assert_eq!(months.texts(".rows .row-title"), ["september 2026", "augusti 2026"], "{}", months.body);
    let drawn = head.post("/log-review", &[("month", "2026-08")]).await;
    assert_eq!(drawn.header("location"), "/log-review/2026-08");
    let month = head.get("/log-review/2026-08").await;
    let titles = month.texts(".rows .row-title a");
    assert!(titles.iter().any(|title| title.starts_with("Omar Haddad")), "{titles:?}");
    assert!(titles.iter().any(|title| title.starts_with("Eva Sten")), "{titles:?}");
    assert!(!month.body.contains("Ida Norén"), "what the school has done is the school's: {}", month.body);
    assert!(month.body.contains("Försök som nekades: 1 av 1"), "{}", month.body);
    let reference = story.id.to_string().chars().take(8).collect::<String>();
    assert!(month.body.contains(&reference));
    for secret in ["Elin", "Lindqvist", "Att orka med skolan", &story.id.to_string()] {
        assert!(!month.body.contains(secret), "{secret}");
    }

    // The secretary's page tells the reference, so that they can talk about it.
    let hrefs = month.attributes(".rows .row-title a", "href");
    let tried = titles.iter().position(|title| title.starts_with("Eva Sten")).unwrap();
    let address = &hrefs[tried];
    let page = head.get(address).await;
    assert!(page.body.contains("nekades") && page.body.contains(&reference), "{}", page.body);
    for (who, own) in [(SECRETARY, "inbox"), (DOCTOR, "processes")] {
        let own = story.as_(who).await.get(&format!("/{own}/{}", story.id)).await;
        assert!(own.body.contains(&format!("Referens {reference}")), "{}", own.body);
    }

    let empty = head.post(address, &[]).await;
    assert_eq!(
        (empty.status, empty.texts(".fault").len()),
        (StatusCode::UNPROCESSABLE_ENTITY, 1),
        "{}",
        empty.body
    );
    let unexplained = head.post(address, &[("decision", "explained"), ("remark", " ")]).await;
    assert_eq!(unexplained.texts(".fault").len(), 1, "{}", unexplained.body);
    let decided = head.post(address, &[("decision", "explained"), ("remark", "Öppnade fel flik.")]).await;
    assert_eq!(decided.header("location"), "/log-review/2026-08");
    let page = head.get(address).await;
    assert!(
        page.body.contains("Öppnade fel flik.") && page.body.contains("Förklarat, Bo Alm"),
        "{}",
        page.body
    );
    assert!(page.texts("main form").is_empty(), "it is decided once: {}", page.body);
    let again = head.post(address, &[("decision", "in_order")]).await;
    assert_eq!(again.texts(".fault-summary li"), ["Det är redan beslutat. Läs beslutet ovan."]);
    assert!(head.get(address).await.body.contains("Öppnade fel flik."));
    let months = head.get("/log-review").await;
    assert!(months.body.contains("Förklarade: 1."), "{}", months.body);
    let app = &story.world.app;
    let told = crate::log_figures::run(&app.store, &app.organisation, &app.clock).await.unwrap();
    let lines: Vec<Vec<&str>> = told.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines[0].last(), Some(&"undecided"));
    let of = |unit: &str| lines.iter().find(|line| line[1] == unit && line[0] == "2026-08").unwrap();
    assert_eq!(of("BUP Kristianstad")[5], "1", "{told}");
    assert_eq!(of("Elevhälsan i Hässleholm")[3], "not drawn", "{told}");
    assert!(!told.contains("Eva") && !told.contains(&reference));
}

/// AC-12, AC-8: a look at a protected identity is gone through as such, and what was done before anybody was
/// protected tells nothing of what came later.
#[tokio::test]
async fn a_look_at_a_protected_identity_is_gone_through() {
    let story = staffed(Story::sent().await).await;
    let process = format!("/processes/{}", story.id);
    assert_eq!(story.as_(DOCTOR).await.get(&process).await.status, StatusCode::OK);
    story.world.app.clock.advance(SignedDuration::from_hours(24));
    protect(&story).await;
    ask(&story).await;
    name(&story, HEAD_OF_BUP, DOCTOR).await;
    assert_eq!(story.as_(SECRETARY).await.get(&process).await.status, StatusCode::NOT_FOUND);
    assert_eq!(story.as_(DOCTOR).await.get(&process).await.status, StatusCode::OK);
    story.world.app.clock.advance(LATER);
    let mut head = story.as_(HEAD_OF_BUP).await;
    head.post("/log-review", &[("month", "2026-08")]).await;
    let before = head.get("/log-review/2026-08").await;
    assert!(!before.body.contains("kyddade"), "{}", before.body);
    head.post("/log-review", &[("month", "2026-09")]).await;
    let month = head.get("/log-review/2026-09").await;
    let (who, why) = (month.texts(".rows .row-title a"), month.texts(".rows .hint"));
    let looks: Vec<_> = who.iter().zip(&why).collect();
    let of = |name: &'static str| -> Vec<&str> {
        looks.iter().filter(|(who, _)| who.starts_with(name)).map(|(_, why)| why.as_str()).collect()
    };
    let omars = of("Omar Haddad");
    assert!(!omars.is_empty() && omars.iter().all(|why| why.contains("skyddade")), "{}", month.body);
    assert_eq!(of("Eva Sten"), ["Personen försökte och nekades."], "{}", month.body);
    assert_eq!(month.texts(".protected-mark").len(), 1, "AC-9");
    let at = who.iter().position(|who| who.starts_with("Omar Haddad")).unwrap();
    let look = &month.attributes(".rows .row-title a", "href")[at];
    assert_eq!(head.get(look).await.texts(".protected-mark").len(), 1, "AC-9");
}

/// AC-12, AC-4: of other units nothing, of months that go on nothing, and for others there is no such page.
#[tokio::test]
async fn nobody_else_goes_through_it() {
    let story = a_month_later().await;
    let mut head = story.as_(HEAD_OF_BUP).await;
    for month in ["2026-10", "2027-01", "2026-07", "2026-13", "2026-9", ""] {
        let answer = head.post("/log-review", &[("month", month)]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{month}");
    }
    head.post("/log-review", &[("month", "2026-08")]).await;
    let month = head.get("/log-review/2026-08").await;
    let look = &month.attributes(".rows .row-title a", "href")[0];
    let mut school = story.as_(HEAD_OF_SCHOOL).await;
    assert_eq!(school.get("/log-review/2026-08").await.status, StatusCode::NOT_FOUND);
    school.post("/log-review", &[("month", "2026-08")]).await;
    assert_eq!(school.get(look).await.status, StatusCode::NOT_FOUND);
    let decision = [("decision", "in_order")];
    assert_eq!(school.post(look, &decision).await.status, StatusCode::NOT_FOUND);
    for who in [COUNSELLOR, DOCTOR, SECRETARY] {
        let mut client = story.as_(who).await;
        for address in ["/log-review", "/log-review/2026-08", look] {
            assert_eq!(client.get(address).await.status, StatusCode::NOT_FOUND, "{address}");
        }
        assert_eq!(client.post(look, &decision).await.status, StatusCode::NOT_FOUND);
    }
}
