//! How does the program that nobody here wrote come to verify an export of the record?
//!
//! It is fetched by pip into `target`, pinned by version and by hash; no build step of any package is run. The test
//! beside `crates/server/tests/record` gives it an export, honest and forged.

use std::{fs, path::PathBuf, process::Command};

use crate::{Outcome, place, step};

/// Installs exactly what `tests/outside/requirements.txt` names, unless that lies there already. Answers where.
pub fn install() -> Result<PathBuf, String> {
    let requirements = place::root().join("tests").join("outside").join("requirements.txt");
    let folder = place::target().join("outside");
    let described = |error: std::io::Error| format!("{}: {error}", requirements.display());
    let wanted = fs::read(&requirements).map_err(described)?;
    let stamp = folder.join(".installed");
    if fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    println!("xtask: Python packages in {} (a verifier that nobody here wrote)", folder.display());
    drop(fs::remove_dir_all(&folder));
    fetch(&requirements, &folder)?;
    fs::write(&stamp, wanted).map_err(|error| format!("{}: {error}", stamp.display()))?;
    Ok(folder)
}

fn fetch(requirements: &std::path::Path, folder: &std::path::Path) -> Outcome {
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(["--root-user-action", "ignore", "--no-deps"])
        .args(["--require-hashes", "--only-binary", ":all:"])
        // It says that it wants Python 3.12, and passes this test on 3.11, which Debian 12 has.
        .arg("--ignore-requires-python")
        .arg("--requirement")
        .arg(requirements)
        .arg("--target")
        .arg(folder);
    step::must(&mut pip)
}
