//! Is what the operator wrote understood, and is the demo kept on this computer?

use std::path::Path;

use super::{Config, ConfigError, Database};

#[test]
fn the_demo_listens_on_this_computer_only() {
    for here in ["127.0.0.1:8080", "127.9.9.9:1", "[::1]:8080"] {
        assert!(Config::demo(here.parse().unwrap(), Path::new("data")).is_ok(), "{here}");
    }
    for elsewhere in ["0.0.0.0:8080", "[::]:8080", "192.0.2.1:8080"] {
        let refused = Config::demo(elsewhere.parse().unwrap(), Path::new("data"));
        assert!(matches!(refused, Err(ConfigError::DemoNotLocal(_))), "{elsewhere}");
    }
}

#[test]
fn the_environment_says_where_the_database_is_before_the_file_does() {
    let written = |text: &str, environment: Option<&str>| {
        let written: super::Written = toml::from_str(text).unwrap();
        written.with_database(environment.map(str::to_owned)).unwrap().database
    };
    let postgres = "postgres://farled@localhost/farled";
    assert_eq!(written("", None), Database::Embedded("data/farled.sqlite".into()));
    assert_eq!(written("data = '/srv/farled'", None), Database::Embedded("/srv/farled/farled.sqlite".into()));
    assert_eq!(written("database = 'x.sqlite'", None), Database::Embedded("x.sqlite".into()));
    assert_eq!(written("database = 'x.sqlite'", Some(postgres)), Database::Postgres(postgres.to_owned()));
}

#[test]
fn a_word_that_means_nothing_is_a_fault_and_not_ignored() {
    assert!(toml::from_str::<super::Written>("lisen = '127.0.0.1:1'").is_err());
}

#[test]
fn a_witness_is_an_address_and_a_key() {
    let key = "vittne.example/1+c872c565+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
    let read = |text: &str| {
        let written: super::Written = toml::from_str(&format!("witnesses = ['{text}']")).unwrap();
        written.with_database(None).map(|config| config.witnesses)
    };
    let found = read(&format!("http://192.0.2.7:8090/lots/ {key}")).unwrap();
    assert_eq!(found[0].to_string(), "vittne.example/1 at http://192.0.2.7:8090/lots");
    assert!(read(&format!("http://[::1]:8090 {key}")).is_ok());
    let log = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    for wrong in [
        format!("https://vittne.example {key}"),
        format!("http://user@vittne.example {key}"),
        format!("vittne.example {key}"),
        format!("http://vittne.example {log}"),
        format!("http://vittne.example {}", &key[1..]),
        "http://vittne.example".to_owned(),
    ] {
        assert!(matches!(read(&wrong), Err(ConfigError::Witness(_))), "{wrong}");
    }
}
