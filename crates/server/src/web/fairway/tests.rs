//! Does the picture say the same to the eye and to the ear?

use askama::Template as _;
use scraper::{Html, Selector};

use super::{Arm, Fairway, Standing, Station};
use crate::web::texts::Texts;

fn drawn(standings: &[Standing], arm: bool) -> Html {
    let station = |(index, standing): (usize, &Standing)| Station {
        key: "summons",
        label: format!("Station <{index}>"),
        standing: *standing,
        dates: Some(format!("den {index}")),
    };
    let stops = vec!["Sambasamordnare".to_owned(), "Samarbetsråd".to_owned(), "Samba".to_owned()];
    let arm = arm.then(|| Arm { stops, words: "Om det behövs.".to_owned(), taken: true, here: Some(1) });
    let fairway = Fairway { stations: standings.iter().enumerate().map(station).collect(), arm };
    Html::parse_fragment(&fairway.draw(Texts::swedish(), "Farleden".to_owned()).render().unwrap())
}

fn count(page: &Html, selector: &str) -> usize {
    page.select(&Selector::parse(selector).unwrap()).count()
}

const UNDER_WAY: [Standing; 4] = [Standing::Passed, Standing::Passed, Standing::Here, Standing::Ahead];

#[test]
fn every_station_is_in_the_chart_and_in_the_list() {
    let page = drawn(&UNDER_WAY, true);
    assert_eq!(count(&page, ".fairway-chart .buoy-can"), 4);
    assert_eq!(count(&page, ".fairway-chart .buoy-cone"), 4);
    assert_eq!(count(&page, ".fairway-chart .buoy-ahead"), 1);
    assert_eq!(count(&page, "ol.fairway-stations > li"), 4);
    assert_eq!(count(&page, ".fairway-arm li"), 3);
}

/// S10: the arm says where the case is, to the eye and in words.
#[test]
fn the_arm_says_where_the_case_is() {
    let page = drawn(&UNDER_WAY, true);
    assert_eq!(count(&page, ".fairway-chart .chart-arm-here"), 1);
    let here = Selector::parse(".fairway-arm li[aria-current=true]").unwrap();
    let words: Vec<String> = page.select(&here).map(|found| found.text().collect()).collect();
    assert_eq!(words, ["Samarbetsråd Frågan är här nu"]);
}

#[test]
fn the_list_says_in_words_where_the_ship_is() {
    let page = drawn(&UNDER_WAY, false);
    assert_eq!(count(&page, "li[aria-current=step]"), 1);
    let words: Vec<String> = page
        .select(&Selector::parse(".station-standing").unwrap())
        .map(|found| found.text().collect())
        .collect();
    assert_eq!(words, ["Passerad", "Passerad", "Här är ni nu", "Framför"]);
}

#[test]
fn whoever_listens_hears_the_list_and_not_the_chart() {
    let page = drawn(&UNDER_WAY, true);
    for picture in page.select(&Selector::parse("svg").unwrap()) {
        let hidden = picture.attr("aria-hidden") == Some("true")
            || picture
                .parent()
                .and_then(scraper::ElementRef::wrap)
                .and_then(|around| around.attr("aria-hidden"))
                == Some("true");
        assert!(hidden);
    }
    assert_eq!(count(&page, "figure[aria-label=Farleden]"), 1);
}

#[test]
fn the_ship_lies_here_or_at_the_last_station_passed_or_nowhere() {
    let ships = |standings: &[Standing]| count(&drawn(standings, false), ".fairway-chart .ship-hull");
    assert_eq!(ships(&UNDER_WAY), 1);
    assert_eq!(ships(&[Standing::Passed, Standing::Passed]), 1, "all is passed");
    assert_eq!(ships(&[Standing::Charted, Standing::Charted]), 0);
    assert_eq!(ships(&[Standing::Ahead]), 0);
    assert_eq!(ships(&[]), 0);
}

#[test]
fn values_are_escaped_and_nothing_is_styled_inline() {
    let page = drawn(&UNDER_WAY, true).html();
    assert!(page.contains("Station &lt;0&gt;"));
    assert!(!page.contains("style=") && !page.contains("NaN") && !page.contains("inf"));
}
