//! Does a form understand what people write, say what it does not understand, and lose nothing?

use axum::{
    body::Body,
    extract::FromRequest as _,
    http::{Method, Request, header},
};
use jiff::civil::{date, time};

use super::client::encoded;
use crate::web::form::Fields;

async fn form(fields: &[(&str, &str)]) -> Fields {
    let request = Request::builder()
        .method(Method::POST)
        .uri("/somewhere")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(encoded(fields)))
        .unwrap();
    Fields::from_request(request, &()).await.unwrap()
}

#[tokio::test]
async fn texts_are_trimmed_and_measured_in_characters() {
    let mut fields =
        form(&[("a", "  Åsa\r\noch Örjan "), ("b", "ååå"), ("c", "   "), ("d", "a\u{7}b")]).await;
    assert_eq!(fields.text("a", 20).as_deref(), Some("Åsa\noch Örjan"));
    assert_eq!(fields.text("b", 3).as_deref(), Some("ååå"));
    assert_eq!(fields.text("b", 2), None);
    assert_eq!(fields.text("c", 3), None);
    assert_eq!(fields.text_if_any("missing", 3), None);
    assert_eq!(fields.text("d", 3), None);
    let back = fields.back();
    assert_eq!(back.fault("b"), Some("Texten är 3 tecken. Den får vara högst 2."));
    assert_eq!(back.fault("c"), Some("Skriv något här."));
    assert!(back.fault("d").is_some());
    assert_eq!(back.fault("missing"), None, "what may be left out is no fault");
    assert_eq!(back.value("b"), "ååå", "nothing typed is lost");
}

#[tokio::test]
async fn dates_are_understood_as_browsers_and_people_write_them() {
    for written in ["2026-06-29", "20260629", " 2026/06/29 ", "2026 06 29"] {
        assert_eq!(form(&[("on", written)]).await.date("on"), Some(date(2026, 6, 29)), "{written}");
    }
    for wrong in ["2026-02-30", "29/6", "imorgon", "29 juni 2026", "2026-6-29-1"] {
        let mut fields = form(&[("on", wrong)]).await;
        assert_eq!(fields.date("on"), None, "{wrong}");
        assert_eq!(fields.back().fault("on"), Some("Det här är inget datum. Skriv så här: 2026-06-29."));
    }
    let mut empty = form(&[("on", "")]).await;
    assert_eq!((empty.date("on"), empty.back().faults.len()), (None, 1));
}

#[tokio::test]
async fn times_are_understood_with_colon_or_point() {
    for (written, meant) in [("14:10", Some(time(14, 10, 0, 0))), ("8.05", Some(time(8, 5, 0, 0)))] {
        assert_eq!(form(&[("at", written)]).await.time("at"), meant, "{written}");
    }
    for wrong in ["25:00", "14", "14:6", "å.ö", "14:1å"] {
        assert_eq!(form(&[("at", wrong)]).await.time("at"), None, "{wrong}");
    }
}

#[tokio::test]
async fn only_offered_choices_can_be_made() {
    const SPHERES: [(&str, u8); 3] = [("school", 1), ("health", 2), ("social", 3)];
    let mut fields =
        form(&[("one", "health"), ("odd", "else"), ("many", "social"), ("many", "school")]).await;
    assert_eq!(fields.choice("one", &SPHERES), Some(2));
    assert_eq!(fields.choices("many", &SPHERES), [1, 3]);
    assert_eq!(fields.choice("odd", &SPHERES), None);
    assert_eq!(fields.choice("none", &SPHERES), None);
    assert!(fields.ticked("one") && !fields.ticked("none"));
    let back = fields.back();
    assert_eq!(back.fault("odd"), Some("Det alternativet finns inte. Välj ett av dem som visas."));
    assert_eq!(back.fault("none"), Some("Välj ett av alternativen."));
    assert!(back.chosen("many", "school") && back.chosen("many", "social") && !back.chosen("many", "health"));
}

#[tokio::test]
async fn numbers_stay_within_their_bounds() {
    for (written, meant) in
        [("1", Some(1)), ("5", Some(5)), ("0", None), ("6", None), ("fem", None), ("", None)]
    {
        let mut fields = form(&[("n", written)]).await;
        assert_eq!(fields.number("n", 1..=5), meant, "{written}");
        assert_eq!(fields.has_faults(), meant.is_none(), "{written}");
    }
}

#[tokio::test]
async fn hint_and_fault_describe_the_field() {
    let mut fields = form(&[("a", "")]).await;
    fields.text("a", 10);
    let back = fields.back();
    assert_eq!(back.described_by("a", "hint"), "a-hint a-fault");
    assert_eq!(back.described_by("b", "hint"), "b-hint");
    assert_eq!(back.described_by("b", ""), "");
    assert_eq!(back.title_prefix(), "Fel: ");
}
