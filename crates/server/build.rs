//! What does the executable carry besides code?
//!
//! The served files of `web/assets` with hashed names and compressed, and every language file.

#[path = "build/assets.rs"]
mod assets;
#[path = "build/locales.rs"]
mod locales;
#[path = "build/pictures.rs"]
mod pictures;

use std::{env, path::PathBuf, process::exit};

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../..");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let outcome =
        assets::embed(&root.join("web"), &out).and_then(|()| locales::embed(&root.join("locales"), &out));
    if let Err(message) = outcome {
        eprintln!("\n{message}\n");
        exit(1);
    }
}
