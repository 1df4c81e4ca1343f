//! What must be on this machine before the tests can run, and how does it get there?

use std::process::Command;

use crate::{Outcome, place, postgres, step};

/// A program that comes with the operating system.
pub struct Need {
    what: &'static str,
    why: &'static str,
    /// Debian packages that bring it.
    packages: &'static [&'static str],
    present: fn() -> bool,
    /// Whether something is there that does as well, only slower, where the packages cannot be had.
    instead: fn() -> bool,
}

/// Chromium without what surrounds a page on a desktop. The whole of it draws the same, and makes a window for each
/// visit: that takes three times as long.
const HEADLESS_SHELL: &str = "chromium-headless-shell";

pub const CHROMIUM: Need = Need {
    what: "Chromium's headless shell",
    why: "the browser tests draw every page in it",
    packages: &[HEADLESS_SHELL],
    present: || place::program(&[HEADLESS_SHELL]).is_some(),
    instead: || chromium().is_some(),
};

pub const JAVA: Need = Need {
    what: "a Java runtime",
    why: "the Nu HTML checker is a Java program",
    packages: &["default-jre-headless"],
    present: || place::program(&["java"]).is_some(),
    instead: || false,
};

pub const NODE: Need = Need {
    what: "Node.js and npm",
    why: "npm fetches the pinned web assets, and Node.js runs the browser tests",
    packages: &["nodejs", "npm"],
    present: || place::program(&["node"]).is_some() && place::program(&["npm"]).is_some(),
    instead: || false,
};

pub const POSTGRESQL: Need = Need {
    what: "the PostgreSQL server programs",
    why: "every statement is prepared and run on a real PostgreSQL, in a temporary folder and on loopback only",
    packages: &["postgresql"],
    present: || postgres::programs().is_some(),
    instead: || false,
};

pub const PYTHON: Need = Need {
    what: "Python and pip",
    why: "a verifier that nobody here wrote is a Python program",
    packages: &["python3", "python3-pip"],
    present: || step::output(Command::new("python3").args(["-m", "pip", "--version"])).is_some(),
    instead: || false,
};

/// The browser, under whichever of its names it is installed.
pub fn chromium() -> Option<std::path::PathBuf> {
    place::program(&[HEADLESS_SHELL, "chromium", "chromium-browser", "google-chrome"])
}

/// Says what is lacking and why, and installs it as Debian packages.
///
/// Nothing is asked of the machine when nothing is lacking. Where it cannot be installed from here (not Debian,
/// or not root) the error says what a person has to install, unless something else does as well.
pub fn install(needs: &[&Need]) -> Outcome {
    let lacking: Vec<&Need> = needs.iter().copied().filter(|need| !(need.present)()).collect();
    if lacking.is_empty() {
        return Ok(());
    }
    match fetch(&lacking) {
        Err(message) if lacking.iter().all(|need| (need.instead)()) => {
            println!("xtask: {message}. What is there does as well and takes longer.");
            Ok(())
        }
        other => other,
    }
}

fn fetch(lacking: &[&Need]) -> Outcome {
    let packages: Vec<&str> = lacking.iter().flat_map(|need| need.packages).copied().collect();
    println!("xtask: this machine lacks");
    for need in lacking {
        println!("  {}, because {} (Debian: {})", need.what, need.why, need.packages.join(" "));
    }
    let by_hand = format!(
        "please install these Debian packages, or what brings the same programs: {}",
        packages.join(" ")
    );
    if place::program(&["apt-get"]).is_none() {
        return Err(format!("apt-get was not found; {by_hand}"));
    }
    if !is_root() {
        return Err(format!("only root can install them; {by_hand}"));
    }
    println!("xtask: installing with apt-get: {}", packages.join(" "));
    let apt_get = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive").args(["--yes", "--quiet=2"]).args(arguments);
        step::must(&mut command)
    };
    apt_get(&["update"])?;
    let mut arguments = vec!["install", "--no-install-recommends"];
    arguments.extend(&packages);
    apt_get(&arguments)?;
    match lacking.iter().find(|need| !(need.present)()) {
        Some(need) => Err(format!("{} is not found although it was installed; {by_hand}", need.what)),
        None => Ok(()),
    }
}

/// The toolchain brings formatting and lints; a minimal one does not.
pub fn toolchain() -> Outcome {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if step::output(&mut place::cargo([tool, "--version"])).is_none() {
            return Err(format!("cargo {tool} is lacking: rustup component add {component}"));
        }
    }
    Ok(())
}

pub fn is_root() -> bool {
    step::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
