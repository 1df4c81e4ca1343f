//! How are the pages tested, and their pictures taken, in a real browser?

use std::{path::Path, process::Command};

use crate::{
    Outcome, assets, demo, place,
    prepare::{self, CHROMIUM, JAVA, NODE},
    step,
};

/// Runs the browser tests alone, all or those whose name holds one of the given words. With `--debug` they run on
/// the unoptimised executable, which is quicker to build while pages are being written.
pub fn run(arguments: &[String]) -> Outcome {
    let (flags, names): (Vec<&String>, Vec<&String>) =
        arguments.iter().partition(|word| word.starts_with("--"));
    let debug = match flags.as_slice() {
        [] => false,
        [only] if *only == "--debug" => true,
        other => return Err(format!("browser takes --debug and names, not {other:?}")),
    };
    prepare::install(&[&NODE, &CHROMIUM, &JAVA])?;
    let executable = if debug {
        assets::run()?;
        step::must(&mut place::cargo(["build", "--package", "server", "--bin", "farled"]))?;
        place::farled_unoptimised()
    } else {
        demo::build()?;
        place::farled()
    };
    step::must(node("run.mjs", &executable)?.args(names))
}

/// Draws the pictures in docs/screenshots again, from the demo world.
pub fn screenshots() -> Outcome {
    prepare::install(&[&NODE, &CHROMIUM])?;
    demo::build()?;
    step::must(&mut node("screenshots.mjs", &place::farled())?)
}

/// The runner of all paths over the release executable; it prints `browser: N passed, N failed` last.
pub fn command() -> Result<Command, String> {
    node("run.mjs", &place::farled())
}

fn node(script: &str, executable: &Path) -> Result<Command, String> {
    let folder = place::root().join("tests").join("browser");
    assets::install_packages(&folder, "what the browser tests use: playwright-core, axe-core, vnu-jar")?;
    let chromium = prepare::chromium().ok_or("Chromium was not found")?;
    let mut command = Command::new("node");
    command
        .arg(folder.join(script))
        .current_dir(place::root())
        .env("FARLED_EXECUTABLE", executable)
        .env("FARLED_BROWSER_OUTPUT", place::target().join("browser"))
        .env("FARLED_CHROMIUM", chromium);
    Ok(command)
}
