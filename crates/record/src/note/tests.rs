//! Is a note read as it was written, and what is none refused?

use super::*;
use proptest::prelude::*;

const TEXT: &str =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const LINE: &str = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

#[test]
fn the_known_note_is_read_and_written() {
    let note = Note::parse(&format!("{TEXT}\n{LINE}")).unwrap();
    assert_eq!(note.text(), TEXT);
    assert_eq!(note.signatures()[0].name, "PeterNeumann");
    assert_eq!(note.signatures()[0].key_id, [0xc7, 0x4f, 0x20, 0xa3]);
    assert_eq!(note.to_string(), format!("{TEXT}\n{LINE}"));
    let read = NoteSignature::parse(LINE.trim_end()).unwrap();
    assert_eq!(read, note.signatures()[0]);
}

#[test]
fn the_text_may_hold_empty_lines() {
    let note = Note::parse(&format!("one\n\n\ntwo\n\n{LINE}{LINE}")).unwrap();
    assert_eq!((note.text(), note.signatures().len()), ("one\n\n\ntwo\n", 2));
}

#[test]
fn what_is_no_note_is_refused() {
    let all = [
        "",
        "\n",
        TEXT,
        &format!("{TEXT}\n"),
        &format!("{TEXT}{LINE}"),
        &format!("{TEXT}\n{}", LINE.trim_end()),
        &format!("{TEXT}\n{LINE}\n"),
        &format!("{TEXT}\n{LINE}more\n"),
        &format!("{TEXT}\n{}", LINE.replace('—', "-")),
        &format!("{TEXT}\n{}", LINE.replace("PeterNeumann", "Peter Neumann")),
        &format!("{TEXT}\n{}", LINE.replace("PeterNeumann", "Peter+Neumann")),
        &format!("{TEXT}\n{}", LINE.replace("AM=", "AM")),
        &format!("{TEXT}\n{}", LINE.replace("AM=", "AN=")),
        &format!("{TEXT}\n— PeterNeumann x08gow==\n"),
        &format!("a\tb\n\n{LINE}"),
        &format!("a\r\n\n{LINE}"),
    ];
    for text in all {
        assert_eq!(Note::parse(text), Err(NoteFault::Form), "{text:?}");
    }
}

#[test]
fn a_note_has_its_limits() {
    let signed = |count: usize| Note::parse(&format!("{TEXT}\n{}", LINE.repeat(count)));
    assert_eq!(signed(SIGNATURES_MAX).unwrap().signatures().len(), SIGNATURES_MAX);
    assert_eq!(signed(SIGNATURES_MAX + 1), Err(NoteFault::TooManySignatures));
    let long = format!("{}\n\n{LINE}", "a".repeat(NOTE_BYTES_MAX));
    assert_eq!(Note::parse(&long), Err(NoteFault::TooLong));
}

#[test]
fn a_new_signature_of_a_key_takes_the_place_of_the_old() {
    let one = |name: &str, bytes: &[u8]| NoteSignature {
        name: name.to_owned(),
        key_id: [1; 4],
        bytes: bytes.to_vec(),
    };
    let mut note = Note::unsigned(TEXT.to_owned());
    for signature in [one("a", b"1"), one("b", b"2"), one("a", b"3")] {
        note.put(signature);
    }
    assert_eq!(note.signatures(), [one("b", b"2"), one("a", b"3")]);
    assert_eq!(Note::parse(&note.to_string()).unwrap(), note);
}

proptest! {
    #[test]
    fn every_note_is_read_as_it_was_written(
        lines in prop::collection::vec("[^\u{0}-\u{1f}]{0,20}", 0..5),
        signatures in prop::collection::vec(("[a-zåäö./]{1,12}", any::<[u8; 4]>(), prop::collection::vec(any::<u8>(), 1..80)), 1..17),
    ) {
        let mut note = Note::unsigned(lines.join("\n") + "\n");
        for (name, key_id, bytes) in signatures {
            note.put(NoteSignature { name, key_id, bytes });
        }
        prop_assert_eq!(Note::parse(&note.to_string()).unwrap(), note);
    }

    #[test]
    fn whatever_is_read_does_no_harm(text in "\\PC{0,40}\n?\n?(— \\PC{0,40})?\n?") {
        if let Ok(note) = Note::parse(&text) {
            prop_assert_eq!(note.to_string(), text);
        }
    }
}
