//! Which files do the pages serve, and where do they come from?
//!
//! `web/assets` is made here and committed nowhere: files out of pinned npm packages, and our own style and
//! script. `npm` runs while building only, and runs no script of any package. See docs/adr/0002-web-assets.md.

use std::{fs, path::Path, process::Command};

use crate::{Outcome, place};

/// One served file: the files under `web/` it is made of, in order, and its name in `web/assets`.
struct Asset {
    name: &'static str,
    from: &'static [&'static str],
}

const ASSETS: &[Asset] = &[
    // The component style comes first: its first line fixes the order of the cascade layers.
    Asset {
        name: "designsystemet.css",
        from: &[
            "node_modules/@digdir/designsystemet-css/dist/src/index.css",
            "node_modules/@digdir/designsystemet-css/dist/theme/designsystemet.css",
        ],
    },
    Asset {
        name: "atkinson-hyperlegible-next-latin.woff2",
        from: &[
            "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2",
        ],
    },
    Asset {
        name: "atkinson-hyperlegible-next-latin-ext.woff2",
        from: &[
            "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
        ],
    },
    Asset {
        name: "licences.txt",
        from: &[
            "node_modules/@digdir/designsystemet-css/LICENSE",
            "node_modules/@fontsource-variable/atkinson-hyperlegible-next/LICENSE",
        ],
    },
    Asset {
        name: "farled.css",
        from: &["font.css", "farled.css", "form.css", "parts.css", "fairway.css", "print.css"],
    },
    Asset { name: "farled.svg", from: &["farled.svg"] },
    Asset { name: "farled.js", from: &["farled.js"] },
];

/// Fetches the packages if the lock file has changed since last time, and writes what differs in `web/assets`.
pub fn run() -> Outcome {
    let web = place::root().join("web");
    install_packages(&web, "what the pages serve: style and typeface")?;
    let assets = web.join("assets");
    fs::create_dir_all(&assets).map_err(|error| format!("{}: {error}", assets.display()))?;
    for asset in ASSETS {
        let mut bytes = vec![];
        for part in asset.from {
            let path = web.join(part);
            let part = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            if !bytes.is_empty() {
                bytes.push(b'\n');
            }
            bytes.extend(part);
        }
        write_if_changed(&assets.join(asset.name), &bytes)?;
    }
    remove_strays(&assets)
}

/// Installs exactly what `package-lock.json` in this folder names, unless that is what lies there already.
pub fn install_packages(folder: &Path, purpose: &str) -> Outcome {
    let lock_path = folder.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(|error| format!("{}: {error}", lock_path.display()))?;
    let stamp = folder.join("node_modules").join(".installed-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let npm = place::program(&["npm"])
        .ok_or("npm was not found. It is used while building only (Debian: apt-get install npm).")?;
    println!("xtask: npm packages for {} ({purpose})", folder.display());
    let status = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(folder)
        .status()
        .map_err(|error| format!("npm: {error}"))?;
    if !status.success() {
        return Err(format!("npm ci failed in {}", folder.display()));
    }
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// An unchanged file keeps its time, so that cargo does not embed it anew.
fn write_if_changed(path: &Path, bytes: &[u8]) -> Outcome {
    if fs::read(path).is_ok_and(|present| present == bytes) {
        return Ok(());
    }
    println!("xtask: web/assets/{}", path.file_name().unwrap_or_default().display());
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// What is served is exactly the list above: a file left over from an older list would be embedded too.
fn remove_strays(assets: &Path) -> Outcome {
    let entries = fs::read_dir(assets).map_err(|error| format!("{}: {error}", assets.display()))?;
    for entry in entries.flatten() {
        let known = ASSETS.iter().any(|asset| entry.file_name() == asset.name);
        if !known {
            fs::remove_file(entry.path()).map_err(|error| format!("{}: {error}", entry.path().display()))?;
        }
    }
    Ok(())
}
