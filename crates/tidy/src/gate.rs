//! Is there a way to a process past the ruling?
//!
//! The store is the one door (AC-1). Every public method of it either says who asks, so that the policy is asked, or
//! stands in the list below and has nothing about a process in its signature.

use crate::{rust, tree};
use std::collections::BTreeSet;

/// What the store does for whoever asks, or for nobody in particular: people and their seats, sessions, the log as
/// hashes, upkeep. None of it takes or gives anything about a process.
const ABOUT_NO_PROCESS: &[&str] = &[
    "account",
    "answer_only_while_sealed",
    "checkpoint",
    "children_of",
    "cosigned",
    "delete_deidentified",
    "delete_working_notes",
    "end_seat",
    "end_session",
    "enrol",
    "failed_sign_ins",
    "first_month",
    "flight",
    "forget_what_was",
    "guardians_of",
    "is_writable",
    "keep_cosignature",
    "keep_refusal",
    "leave_receipt",
    "leaves",
    "open_postgres",
    "open_sqlite",
    "pause_after_looks",
    "people_by_personal_id",
    "person",
    "put_account",
    "put_guardian",
    "put_person",
    "put_seat",
    "rebuild",
    "receipt",
    "record_failed_sign_in",
    "refusals",
    "remove_guardian",
    "remove_old_receipts",
    "review_figures",
    "sealer",
    "seats_in",
    "seats_of",
    "seats_on",
    "sessions_of",
    "sign_in",
    "sign_out",
    "signed_in",
    "verify",
    "verify_against",
    "witnessed_checkpoint",
];

/// What is about a process.
const ABOUT_A_PROCESS: &[&str] = &[
    "Changed",
    "Concern",
    "Draft",
    "DraftKey",
    "Event",
    "FamilyRequest",
    "Listed",
    "LookApart",
    "Process",
    "ProcessId",
    "RequestId",
    "Saved",
    "TextId",
    "Texts",
    "View",
];

/// The public methods of `impl Store` in a file: the name, and the words of the signature.
fn methods(text: &str) -> Vec<(String, Vec<String>)> {
    let code = rust::parts(text).code;
    let blocks = code.split("\nimpl").skip(1).filter(|block| block.starts_with(" Store {"));
    let begun = blocks.flat_map(|block| {
        let block = block.split("\n}").next().unwrap_or(block);
        block.split("    pub ").skip(1).map(|method| method.split('{').next().unwrap_or(method))
    });
    let words = begun.map(|signature| {
        let words = signature.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        words.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
    });
    let methods = words.filter_map(|words| {
        let name = words.iter().skip_while(|word| *word != "fn").nth(1)?.clone();
        Some((name, words))
    });
    methods.collect()
}

/// AC-1: a signature without who asks holds nothing of a process.
#[test]
fn whoever_asks_the_store_for_a_process_says_who_asks() {
    let (mut without, mut with, mut faults) = (BTreeSet::new(), 0, vec![]);
    for source in tree::rust_outside_tests("crates/store/src") {
        for (name, words) in methods(&source.text) {
            if words.iter().any(|word| word == "Actor") {
                with += 1;
                continue;
            }
            if words.iter().any(|word| ABOUT_A_PROCESS.contains(&word.as_str())) {
                faults.push(format!("{}: {name} is about a process and does not say who asks", source.path));
            }
            without.insert(name);
        }
    }
    tree::none("no way past the ruling", &faults);
    assert!(with > 10, "only {with} methods that say who asks were found");
    let known: BTreeSet<String> = ABOUT_NO_PROCESS.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(without, known, "methods that do not say who asks (left) and those that need not (right)");
}

#[test]
fn a_method_that_does_not_say_who_asks_is_found() {
    let rust = "use a;\n\nimpl Store {\n    pub async fn open(&self, id: ProcessId) -> View {\n        1\n    }\n\n    fn own(&self) {}\n\n    pub async fn read(\n        &self,\n        actor: Actor,\n    ) -> View {\n        1\n    }\n}\n\nimpl Other {\n    pub fn no(&self) {}\n}\n";
    let found = methods(rust);
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["open", "read"]);
    assert!(found[0].1.contains(&"ProcessId".to_owned()) && !found[0].1.contains(&"Actor".to_owned()));
}
