//! What can be done with one command here?
//!
//! Automation in Rust and nothing but the standard library: this crate is compiled before anything else, so
//! its compile time is everybody's start-up time. One file per command.

mod assets;
mod bench;
mod browser;
mod demo;
mod mutants;
mod outside;
mod place;
mod postgres;
mod prepare;
mod step;
mod test;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  demo [ARGS]         fetch the web assets, build the release executable, run `farled demo ARGS`
  test [--fast]       install what is lacking (saying what and why) and run everything;
                      --fast is the inner loop: no PostgreSQL, no browser,
                      no verifier from elsewhere
  browser [--debug] [NAME ...]
                      only the browser tests, all or those whose name holds NAME;
                      --debug runs them on the unoptimised executable
  screenshots         draw docs/screenshots again
  bench [SETTINGS]    measure pages and acts in worlds of several sizes and print a table:
                      --processes 1000,20000 --clients 1,16,64 --seconds 5
  mutants PART [ARGS] change one thing at a time in what decides who may know (PART: policy or domain) and
                      see whether the tests notice (docs/mutants.md); takes an hour or more
  assets              fetch the pinned web assets into web/assets
";

/// What a command came to. A message is for a person; the command prints nothing else about its failure.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let outcome = match command {
        "assets" => assets::run(),
        "bench" => bench::run(rest),
        "browser" => browser::run(rest),
        "demo" => demo::run(rest),
        "mutants" => mutants::run(rest),
        "screenshots" => browser::screenshots(),
        "test" => test::run(rest),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(format!("no command `{unknown}`\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            if !message.is_empty() {
                eprintln!("xtask: {message}");
            }
            ExitCode::FAILURE
        }
    }
}
