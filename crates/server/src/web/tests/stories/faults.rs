//! What comes back when several fields of one form are wrong at once?

use axum::http::StatusCode;

use super::{cast::Story, form::Form};

const OPENING: &str = "/processes/new/child";

/// Every message stands at its field and at the top, nothing typed is lost, and nothing is stored.
#[tokio::test]
async fn every_fault_is_told_at_once_and_nothing_is_lost() {
    let mut story = Story::new();
    for setting in ["born 2013-05-01", "unit social 129305", "initiator social"] {
        story.set(setting).await;
    }
    story.comes_to("2026-08-31");
    let page = story.sees("initiator", &format!("{OPENING}?checked=yes")).await;
    let form = Form::at(&page, OPENING)
        .set("child-name", "Kim Lindqvist")
        .set("child-number", "20130501-0000")
        .set("guardian-1-name", "")
        .set("guardian-2-name", "Johan Lindqvist")
        .set("custody-form", "joint")
        .set("checked-how", "Folkbokföringen")
        .set("checked-on", "i går");
    let client = story.client("initiator").await;
    let reply = client.post(OPENING, &form.fields()).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = ["child-number", "guardian-1-name", "checked-on", "placed"];
    for field in wrong {
        let at_field = reply.texts(&format!("#{field}-fault")).concat();
        let at_top = reply.texts(&format!(".fault-summary a[href='#{field}']")).concat();
        assert!(!at_field.is_empty() && at_field == at_top, "{field}: {at_field:?} {at_top:?}");
        assert!(reply.attribute(&format!("#{field}"), "name").is_some(), "{field} can be gone to");
    }
    assert_eq!(reply.texts(".fault-summary li").len(), wrong.len());
    let back = Form::at(&reply, OPENING);
    for (name, value) in form.typed() {
        assert_eq!(back.value(name), value, "{name}");
    }
    let (initiator, now) = (story.actor("initiator"), story.world.app.clock.now());
    assert!(story.world.app.store.visible(initiator, now).await.unwrap().is_empty());
    let number = story.personal_number().replace('-', "");
    assert!(story.world.app.store.people_by_personal_id(number).await.unwrap().is_empty());
}
