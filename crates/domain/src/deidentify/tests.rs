//! DID-1, DID-2, DID-3: is what points somebody out found?

use super::*;

#[test]
fn kinds_have_keys_of_their_own() {
    let keys: std::collections::BTreeSet<&str> = FindingKind::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys.len(), FindingKind::ALL.len());
}

#[test]
fn a_known_name_is_taken_away_and_an_unknown_one_is_looked_at() {
    let known = Known { names: vec!["Elliot Lindqvist".into()], ..Known::default() };
    let text = "när elliots farfar Gustaf kom";
    let found: Vec<(&str, Verdict)> = scan(&known, text)
        .into_iter()
        .map(|finding| (&text[finding.range], finding.kind.verdict()))
        .collect();
    assert_eq!(found, [("elliots", Verdict::Blocks), ("Gustaf", Verdict::Held)]);
}

/// What is found in each line, as `words=key`, with nothing known of any case.
fn found(text: &str) -> Vec<String> {
    let findings = scan(&Known::default(), text);
    findings.into_iter().map(|finding| format!("{}={}", &text[finding.range], finding.kind.key())).collect()
}

/// DID-1: has a form of its own, and goes.
#[test]
fn what_has_a_form_of_its_own_is_taken_away() {
    for (text, expected) in [
        ("född 2009-05-14", "2009-05-14=exact-date"),
        ("den 14 maj var vi där", "14 maj=exact-date"),
        ("möte 14/5 kl 10", "14/5=exact-date"),
        ("den fjortonde maj", "fjortonde maj=exact-date"),
        ("född i maj 2009", "maj 2009=birth-year"),
        ("hon är 09:a", "09:a=birth-year"),
        ("ring 044-12 34 56", "044-12 34 56=phone"),
        ("skriv till kim@example.org.", "kim@example.org=email"),
        ("se www.example.org/kim", "www.example.org/kim=web-address"),
        ("bor på storgatan 4 b", "storgatan 4=street-address"),
        ("dnr 2026/123 gäller", "dnr 2026/123=case-number"),
        ("går i 7B nu", "7B=class-name"),
        ("årskurs 7 b", "årskurs 7 b=class-name"),
        ("syskonen 4, 7 och 9 år", "syskonen 4, 7 och 9 år=siblings"),
        ("tre yngre syskon", "tre yngre syskon=siblings"),
        ("en fyraåring", "fyraåring=exact-age"),
        ("pojke 14 år", "14 år=exact-age"),
        ("hon fyllde femton", "femton=exact-age"),
        ("bor i broby", "broby=locality"),
        ("går på kullenskolan", "kullenskolan=institution"),
        ("200101019801 står det", "200101019801=maybe-personal-id"),
        ("lgh 1203", "lgh 1203=street-address"),
    ] {
        assert_eq!(found(text), [expected], "{text}");
    }
}

/// DID-1, DID-2: looked at by a human, with a better word to write.
#[test]
fn what_may_give_away_is_held() {
    for (text, expected) in [
        ("kontakt med BUP", "BUP=unit-term"),
        ("har adhd", "adhd=diagnosis"),
        ("talar somaliska", "somaliska=origin"),
        ("familjen nämndes i tidningen", "tidningen=rare"),
        ("mamman heter fatima", "fatima=common-name"),
        ("sedan 2024", "2024=maybe-date"),
        ("i sjuan", "sjuan=school-year"),
        ("hon sa \"jag vill inte\"", "jag vill inte=quote"),
        ("pojken K har", "K=maybe-initials"),
        ("en lillebror, en vän. Göingeholm är nära", "lillebror=maybe-siblings"),
    ] {
        assert_eq!(found(text).first().map(String::as_str), Some(expected), "{text}");
    }
    assert_eq!(found("Göingeholm är nära"), ["Göingeholm=unknown-name"]);
    assert_eq!(found("INTE bra"), ["INTE=unknown-code"]);
}

/// DID-2: what is to be written instead passes.
#[test]
fn general_words_pass() {
    for text in [
        "16-17 år, långvarig frånvaro, kontakt med psykiatri och omsorg sedan ungefär ett år",
        "6-12 år. Skolan har haft kontakt med socialtjänsten i två år.",
        "Vi har träffats tre gånger på 5 månader. Mötet tog 2 timmar.",
        "Det pågår 24/7 och kostar 25 000 kr i månaden.",
        "hans mamma säger nej. Per telefon går det bättre, t.ex. på kvällen.",
        "Barnet har syskon. Syskonen påverkas. SIP finns enligt SoL.",
    ] {
        let left: Vec<String> = found(text).into_iter().filter(|words| words != "Per=unknown-name").collect();
        assert!(left.is_empty(), "{text}: {left:?}");
    }
}

/// DID-7: a size that only one municipality has would be its name.
#[test]
fn no_size_is_that_of_one_municipality() {
    let organisation = Organisation::default();
    let mut sizes = std::collections::BTreeMap::<_, u32>::new();
    for municipality in organisation.municipalities() {
        let size = MunicipalitySize::of(municipality.code).expect("every municipality has a size");
        *sizes.entry(size).or_default() += 1;
    }
    assert!(sizes.len() == 2 && sizes.values().all(|count| *count > 1), "{sizes:?}");
}

/// DID-3: no unit of the area can be named, known to the case or not.
#[test]
fn every_unit_of_the_area_is_found() {
    let organisation = Organisation::default();
    let all = Known::default().with_units_of(&organisation);
    for unit in organisation.units() {
        // Said in general words alone these are types of unit.
        if unit.name.starts_with("Polisen") || unit.name.starts_with("Försäkringskassan") {
            continue;
        }
        let text = format!("kontakt med {} nu", unit.name);
        assert!(!scan(&Known::default(), &text).is_empty(), "{text}");
        let small = text.to_lowercase();
        assert!(!scan(&all, &text).is_empty() && !scan(&all, &small).is_empty(), "{small}");
    }
}
