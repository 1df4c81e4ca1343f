//! Under what names, and in what forms, are the files of `web/assets` served?
//!
//! A name carries the hash of the content, so that a browser may keep the file for ever and still never shows
//! an old one. References inside style sheets are rewritten to the hashed names, which is why this is our own
//! and not one of the embedding crates: those hash the file but leave `url(...)` pointing at the plain name.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use sha2::{Digest, Sha256};

use super::pictures;

/// A file on its way into the executable.
struct File {
    name: String,
    served: String,
    bytes: Vec<u8>,
}

/// Style first, then the typefaces it names: what the pages cannot do without.
const NEEDED: &[&str] = &["designsystemet.css", "farled.css"];

/// Writes `assets.rs` with every file, plain, gzipped and brotlied.
pub fn embed(web: &Path, out: &Path) -> Result<(), String> {
    let folder = web.join("assets");
    println!("cargo::rerun-if-changed={}", web.display());
    println!("cargo::rerun-if-changed={}", folder.display());
    if let Some(missing) = NEEDED.iter().find(|name| !folder.join(name).is_file()) {
        return Err(format!(
            "web/assets/{missing} is missing. Fetch what the pages serve: cargo xtask assets"
        ));
    }
    let mut files = read(&folder)?;
    let pictures =
        files.iter_mut().filter(|file| file.name.ends_with(".css")).try_fold(vec![], |mut all, file| {
            all.extend(
                pictures::take_out(&mut file.bytes).map_err(|error| format!("{}: {error}", file.name))?,
            );
            Ok::<_, String>(all)
        })?;
    for (name, bytes) in pictures {
        if files.iter().all(|file| file.name != name) {
            files.push(File { name, served: String::new(), bytes });
        }
    }
    // Files that name others come last, when the others' hashes are known.
    files.sort_by_key(|file| (file.name.ends_with(".css"), file.name.clone()));
    for index in 0..files.len() {
        let (known, rest) = files.split_at_mut(index);
        if let Some(file) = rest.first_mut() {
            if file.name.ends_with(".css") {
                point_at_hashed_names(file, known)?;
            }
            file.served = hashed_name(&file.name, &file.bytes);
        }
    }
    let mut code = String::from("pub static ASSETS: &[Asset] = &[\n");
    for file in &files {
        write_forms(file, out, &mut code)?;
    }
    code.push_str("];\n");
    fs::write(out.join("assets.rs"), code).map_err(|error| format!("assets.rs: {error}"))
}

fn read(folder: &Path) -> Result<Vec<File>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files = vec![];
    for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
        println!("cargo::rerun-if-changed={}", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        files.push(File { name, served: String::new(), bytes });
    }
    Ok(files)
}

fn point_at_hashed_names(file: &mut File, known: &[File]) -> Result<(), String> {
    let mut text = String::from_utf8(std::mem::take(&mut file.bytes))
        .map_err(|error| format!("{}: {error}", file.name))?;
    for other in known {
        text = text.replace(&format!("url(\"{}\")", other.name), &format!("url(\"{}\")", other.served));
    }
    file.bytes = text.into_bytes();
    Ok(())
}

fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let hash = Sha256::digest(bytes).iter().take(8).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    match name.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.{hash}.{extension}"),
        None => format!("{name}.{hash}"),
    }
}

fn write_forms(file: &File, out: &Path, code: &mut String) -> Result<(), String> {
    let (kind, compress) = match file.name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => ("text/css; charset=utf-8", true),
        Some("js") => ("text/javascript; charset=utf-8", true),
        Some("svg") => ("image/svg+xml", true),
        Some("txt") => ("text/plain; charset=utf-8", true),
        Some("woff2") => ("font/woff2", false),
        Some("png") => ("image/png", false),
        Some(_) | None => return Err(format!("web/assets/{}: of what kind is this file?", file.name)),
    };
    let plain = put(out, &file.served, &file.bytes)?;
    let (gzip, brotli) = if compress {
        (
            format!(
                "Some(include_bytes!({:?}))",
                put(out, &format!("{}.gz", file.served), &gzipped(&file.bytes)?)?
            ),
            format!(
                "Some(include_bytes!({:?}))",
                put(out, &format!("{}.br", file.served), &brotlied(&file.bytes)?)?
            ),
        )
    } else {
        ("None".to_owned(), "None".to_owned())
    };
    writeln!(
        code,
        "    Asset {{ name: {:?}, path: {:?}, kind: {kind:?}, plain: include_bytes!({plain:?}), gzip: {gzip}, brotli: {brotli} }},",
        file.name,
        format!("/assets/{}", file.served),
    )
    .map_err(|error| error.to_string())
}

fn put(out: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
    let path = out.join(name);
    fs::write(&path, bytes).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(path)
}

fn gzipped(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| format!("gzip: {error}"))
}

/// Quality 9 of 11: the build script runs unoptimised, and the last two steps cost ten times the time for 3 %.
fn brotlied(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut packed = vec![];
    let params = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params).map_err(|error| format!("brotli: {error}"))?;
    Ok(packed)
}
