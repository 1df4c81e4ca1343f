//! Is everything in order?

use crate::{
    Outcome, assets, browser, demo, outside, place,
    postgres::Server,
    prepare::{self, CHROMIUM, JAVA, NODE, POSTGRESQL, PYTHON},
    step::Tally,
};

pub fn run(arguments: &[String]) -> Outcome {
    let fast = match arguments {
        [] => false,
        [only] if only == "--fast" => true,
        other => return Err(format!("test takes --fast or nothing, not {}", other.join(" "))),
    };
    prepare::toolchain()?;
    prepare::install(if fast { &[&NODE] } else { &[&NODE, &POSTGRESQL, &PYTHON, &CHROMIUM, &JAVA] })?;
    assets::run()?;

    let mut tally = Tally::default();
    tally.check("formatting", &mut place::cargo(["fmt", "--all", "--check"]));
    tally.check(
        "lints",
        &mut place::cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
    );
    // The tests of the architecture are the crate `tidy`, so they are among these.
    let mut tests = place::cargo(["test", "--workspace", "--no-fail-fast"]);
    if fast {
        tests.env_remove("FARLED_TEST_POSTGRES").env_remove("FARLED_TEST_OUTSIDE");
        tally.tests("tests without PostgreSQL", &mut tests);
        return tally.close();
    }
    match outside::install() {
        Ok(packages) => drop(tests.env("FARLED_TEST_OUTSIDE", packages)),
        Err(message) => tally.fail("a verifier that nobody here wrote", &message),
    }
    match Server::start() {
        Ok(server) => tally.tests("tests", tests.env("FARLED_TEST_POSTGRES", server.url())),
        Err(message) => tally.fail("PostgreSQL", &message),
    }
    match demo::build().and_then(|()| browser::command()) {
        Ok(mut command) => tally.tests("browser", &mut command),
        Err(message) => tally.fail("browser", &message),
    }
    tally.close()
}
