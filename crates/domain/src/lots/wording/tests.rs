//! Is a unit that is told what to do found, and one that is only spoken of left alone?

use super::*;

fn of(code: &str, organisation: &Organisation) -> UnitType {
    organisation.unit_types().find(|of| of.code == code).unwrap().clone()
}

fn told(text: &str) -> Option<String> {
    let organisation = Organisation::default();
    let author = of("school_health_psychosocial", &organisation);
    directive(text, &organisation, &author).map(|found| found.of.code.clone())
}

/// PRI-02: what another unit is to do cannot be one's own line.
#[test]
fn a_unit_that_is_told_what_to_do_is_found() {
    let bup = Some("bup".to_owned());
    for text in [
        "BUP ska utreda.",
        "Vi finns kvar. Bup bör ta över samtalen",
        "BUP snarast måste ringa hem",
        "Nu ska BUP utreda",
        "Vi lämnar över till BUP som ska utreda",
        "Barn- och ungdomspsykiatrin skall ge stöd",
    ] {
        assert_eq!(told(text), bup, "{text}");
    }
    assert_eq!(told("Socialtjänsten borde ge avlastning"), Some("social_services_children".to_owned()));
}

/// PRI-02: one may tell of what one does oneself, also together with others.
#[test]
fn a_unit_that_is_only_spoken_of_is_left_alone() {
    for text in [
        "Vi ska ringa BUP på måndag.",
        "Tillsammans med BUP ska vi träffa familjen",
        "Elevhälsan ska erbjuda samtal varje vecka",
        "Skolkuratorn bör finnas med",
        "Vi ringer BUP och ska sedan höra av oss",
        "Supporten ska hjälpa till",
        "",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

/// PRI-02: the sentence that is to become a question is given back as it was written.
#[test]
fn the_sentence_is_given_back_whole() {
    let organisation = Organisation::default();
    let author = of("school", &organisation);
    let text = "Vi följer närvaron. Habiliteringen ska komma hem! Sedan ses vi.";
    assert_eq!(directive(text, &organisation, &author).unwrap().sentence, "Habiliteringen ska komma hem!");
}

/// PRI-03: whoever is named is known, in whichever words.
#[test]
fn every_kind_of_unit_that_is_named_is_found() {
    let organisation = Organisation::default();
    let codes = |text| named(text, &organisation).into_iter().map(|of| of.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes("Frågan gäller habiliteringen och BUP."), ["bup", "habilitation"]);
    assert!(codes("Vi ses igen.").is_empty());
}
