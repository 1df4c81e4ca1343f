//! Which language files are there?

use std::{fmt::Write as _, fs, path::Path};

/// Writes `locales.rs`: the text of every `locales/LANGUAGE/*.ftl`, so that a new file needs no line of code.
pub fn embed(folder: &Path, out: &Path) -> Result<(), String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut code = String::from("pub static LOCALES: &[(&str, &str, &str)] = &[\n");
    for language in names(folder)? {
        for file in names(&folder.join(&language))? {
            let path = folder.join(&language).join(&file);
            println!("cargo::rerun-if-changed={}", path.display());
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            writeln!(code, "    ({language:?}, {file:?}, {text:?}),").map_err(|error| error.to_string())?;
        }
    }
    code.push_str("];\n");
    fs::write(out.join("locales.rs"), code).map_err(|error| format!("locales.rs: {error}"))
}

fn names(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}
