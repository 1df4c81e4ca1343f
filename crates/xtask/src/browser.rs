//! How are the pages tested, and their pictures taken, in a real browser?

use std::process::Command;

use crate::{
    Outcome, assets, demo, place,
    prepare::{self, CHROMIUM, JAVA, NODE},
    step,
};

/// Runs the browser tests alone, all or those whose name holds one of the given words.
pub fn run(names: &[String]) -> Outcome {
    prepare::install(&[&NODE, &CHROMIUM, &JAVA])?;
    demo::build()?;
    step::must(&mut command(names)?)
}

/// Draws the pictures in docs/screenshots again, from the demo world.
pub fn screenshots() -> Outcome {
    prepare::install(&[&NODE, &CHROMIUM])?;
    demo::build()?;
    step::must(&mut node("screenshots.mjs")?)
}

/// The runner over the release executable; it prints `browser: N passed, N failed` last.
pub fn command(names: &[String]) -> Result<Command, String> {
    let mut command = node("run.mjs")?;
    command.args(names);
    Ok(command)
}

fn node(script: &str) -> Result<Command, String> {
    let folder = place::root().join("tests").join("browser");
    assets::install_packages(&folder, "what the browser tests use: playwright-core, axe-core, vnu-jar")?;
    let chromium = prepare::chromium().ok_or("Chromium was not found")?;
    let mut command = Command::new("node");
    command
        .arg(folder.join(script))
        .current_dir(place::root())
        .env("FARLED_EXECUTABLE", place::farled())
        .env("FARLED_BROWSER_OUTPUT", place::target().join("browser"))
        .env("FARLED_CHROMIUM", chromium);
    Ok(command)
}
