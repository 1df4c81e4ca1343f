//! Does the command line answer as it promises: the date on standard output, or a fault and exit code 2?

use std::process::{Command, Output};

fn farled(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_farled")).args(arguments).output().expect("the executable starts")
}

/// TIME-2: the earliest meeting date alone on the first line.
#[test]
fn the_earliest_date_is_the_first_line() {
    let output = farled(&["workdays", "2026-06-05"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(told.lines().next(), Some("2026-06-29"));
    let output = farled(&["workdays", "2026-11-24", "--days", "5"]);
    assert!(output.stdout.starts_with(b"2026-12-01\n"));
}

#[test]
fn a_bad_date_gives_a_clear_error_and_exit_code_2() {
    for arguments in [
        &["workdays", "2026-13-45"][..],
        &["workdays", "sommaren"],
        &["workdays", "2026-06-05", "--days", "många"],
        &["workdays", "2026-06-05", "--days", "999999"],
        &["workdays"],
    ] {
        let output = farled(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
        assert!(!output.stderr.is_empty(), "{arguments:?}");
    }
    let told = String::from_utf8(farled(&["workdays", "2026-13-45"]).stderr).unwrap();
    assert!(told.contains("”2026-13-45” är inget datum"), "{told}");
}
