//! Is everything that differs found, and nothing else?

use super::*;

fn document(fields: &serde_json::Value) -> Document {
    let text = serde_json::json!({
        "format": 1, "form": "lots-sip-7.0", "version": "7.0", "name": "SIP",
        "sections": [{ "id": "all", "title": "Allt", "fields": fields }],
    });
    Document::parse(&text.to_string()).unwrap()
}

fn field(id: &str, entry: &serde_json::Value) -> serde_json::Value {
    serde_json::json!({ "id": id, "label": id, "entry": entry })
}

fn text(id: &str, text: &str) -> serde_json::Value {
    field(id, &serde_json::json!({ "text": text }))
}

fn marks(
    before: &serde_json::Value,
    after: &serde_json::Value,
) -> Vec<(Mark, Option<String>, Option<String>)> {
    let (differences, _) = compare(Texts::swedish(), &document(before), &document(after));
    differences.into_iter().map(|one| (one.mark, one.before, one.after)).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_document_does_not_differ_from_itself() {
    let one = document(&serde_json::json!([text("voice", "Att få sova")]));
    let (differences, same) = compare(Texts::swedish(), &one, &one);
    assert_eq!(differences, []);
    assert_eq!(same, ["voice"]);
}

#[test]
fn answers_come_go_and_change() {
    let before = serde_json::json!([text("story", "Gammal"), text("voice", "Sova")]);
    let after = serde_json::json!([text("story", "Ny"), text("crisis", "Ring mormor")]);
    assert_eq!(
        marks(&before, &after),
        [
            (Mark::Changed, some("Gammal"), some("Ny")),
            (Mark::Added, None, some("Ring mormor")),
            (Mark::Removed, some("Sova"), None),
        ]
    );
}

#[test]
fn a_list_tells_which_items_came_and_went() {
    let list = |items: &[&str]| serde_json::json!([field("well", &serde_json::json!({ "list": items }))]);
    assert_eq!(
        marks(&list(&["Fotboll", "Mormor"]), &list(&["Mormor", "Skolan"])),
        [(Mark::Added, None, some("Skolan")), (Mark::Removed, some("Fotboll"), None)]
    );
}

/// Two lines of one unit are told apart, and a line that is the same says nothing.
#[test]
fn rows_of_the_same_name_are_compared_in_their_order() {
    let table = |rows: &[(&str, &str)]| {
        let cell = |text: &str| serde_json::json!({ "text": text });
        let rows: Vec<_> = rows.iter().map(|(unit, what)| [cell(unit), cell(what)]).collect();
        let columns = [("unit", "Verksamhet"), ("what", "Vad")]
            .map(|(id, label)| serde_json::json!({ "id": id, "label": label }));
        serde_json::json!([field(
            "lines",
            &serde_json::json!({ "table": { "columns": columns, "rows": rows } })
        )])
    };
    assert_eq!(
        marks(
            &table(&[("BUP", "Samtal"), ("BUP", "Utredning")]),
            &table(&[("BUP", "Samtal"), ("BUP", "Behandling")])
        ),
        [(Mark::Changed, some("Verksamhet: BUP\nVad: Utredning"), some("Verksamhet: BUP\nVad: Behandling"))]
    );
}
