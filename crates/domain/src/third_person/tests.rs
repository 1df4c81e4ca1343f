//! Does anything survive of what is marked? (CON-20)

use super::*;
use proptest::prelude::*;

fn left(text: &str) -> String {
    passed_on(text, &BTreeSet::new())
}

/// CON-20: what is marked is taken out, and the sentence around it stays readable.
#[test]
fn a_marked_passage_is_taken_out() {
    assert_eq!(
        left("Elin sover dåligt. [[Mamma är sjuk.]] Hon är trött."),
        "Elin sover dåligt. Hon är trött."
    );
    assert_eq!(left("Elin bor hos mormor [[som dricker]]."), "Elin bor hos mormor.");
    assert_eq!(left("[[Bara om pappa]]"), "");
    assert_eq!(left("Ett [ensamt] tecken"), "Ett [ensamt] tecken");
}

/// CON-20: where the brackets do not match, more is hidden and never less.
#[test]
fn unbalanced_brackets_hide_rather_than_show() {
    assert_eq!(left("Elin. [[Mamma är sjuk. Hon är trött."), "Elin.");
    assert_eq!(left("Mamma är sjuk.]] Elin är trött."), "Elin är trött.");
    assert_eq!(left("Elin. [[a [[b]] c"), "Elin.");
    assert_eq!(left("Elin. [[a]] mamma]] slut"), "Elin. slut");
    let whole = "Elin. [[Mamma är sjuk.";
    let agreed = passages(whole).iter().map(Passage::hash).collect();
    assert_eq!(passed_on(whole, &agreed), "Elin.", "nobody can agree to what has no end");
}

/// CON-20: a mark inside a mark is part of the outer one.
#[test]
fn a_mark_inside_a_mark_is_hidden_with_it() {
    assert_eq!(left("A [[b [[c]] d]] e"), "A e");
}

/// CON-20: an agreement holds for these words alone.
#[test]
fn an_agreement_is_for_exactly_these_words() {
    let text = "Elin. [[Mormor hjälper till.]] [[Morfar också.]]";
    let marked: Vec<_> = passages(text).into_iter().filter(|part| part.about == About::ThirdPerson).collect();
    assert_eq!(marked.len(), 2);
    let agreed = BTreeSet::from([marked[0].hash()]);
    assert_eq!(passed_on(text, &agreed), "Elin. Mormor hjälper till.");
    assert_eq!(passed_on("Elin. [[Mormor hjälper till]]", &agreed), "Elin.");
}

/// A word that can be told apart from everything around it.
fn secret() -> impl Strategy<Value = String> {
    "[XYZ]{3,6}"
}

proptest! {
    /// CON-20: of no marked passage, however it is nested, does a word survive.
    #[test]
    fn nothing_marked_survives(
        parts in prop::collection::vec(("[a-z .]{0,8}", secret(), 0_usize..3), 0..6), end in "[a-z .]{0,8}",
    ) {
        let mut text = String::new();
        for (own, secret, nested) in &parts {
            let inner = format!("{}{secret}{}", OPENS.repeat(*nested), CLOSES.repeat(*nested));
            text.push_str(&format!("{own}[[{inner}]]"));
        }
        text.push_str(&end);
        let left = left(&text);
        prop_assert!(!left.contains(['X', 'Y', 'Z', '[', ']']), "{text:?} left {left:?}");
        let kept: String = parts.iter().map(|(own, _, _)| own.as_str()).chain([end.as_str()]).collect();
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
        prop_assert_eq!(letters(&left), letters(&kept));
    }

    /// CON-20: whatever is typed, taking a bracket away shows nothing more of what stood between two.
    #[test]
    fn a_lost_bracket_shows_nothing_more(
        before in "[a-z ]{0,8}", secret in secret(), after in "[a-z ]{0,8}", opening_is_lost in any::<bool>(),
    ) {
        let text = if opening_is_lost {
            format!("{before}{secret}]]{after}")
        } else {
            format!("{before}[[{secret}{after}")
        };
        prop_assert!(!left(&text).contains(['X', 'Y', 'Z']), "{text:?}");
    }

    /// Any text at all can be cut, and what is cut gives the words in their order.
    #[test]
    fn any_text_can_be_cut(text in r"(\[|\]|å|x| ){0,24}") {
        let words: usize = passages(&text).iter().map(|part| part.words.len()).sum();
        prop_assert!(words <= text.len());
        prop_assert!(!left(&text).contains(OPENS) || !is_marked(&text));
    }
}
