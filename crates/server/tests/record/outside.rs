//! AD-4: does a program that nobody here wrote verify what we hand out, and find what was changed?

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::running::{Scene, copied, farled, grow, text};

/// The other program (tests/outside), if `cargo xtask test` has installed it.
struct Judge {
    packages: OsString,
    log: String,
    witness: String,
}

impl Judge {
    /// Whether it says yes, and what it says.
    fn says(&self, export: &Path, earlier: &Path) -> (bool, String) {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/outside/verify.py");
        let judged = Command::new("python3")
            .env("PYTHONPATH", &self.packages)
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .arg(script)
            .args([export, earlier])
            .args([&self.log, &self.witness])
            .output()
            .expect("python3 starts");
        (judged.status.success(), text(&judged.stdout) + &text(&judged.stderr))
    }
}

/// A checkpoint in a file of its own, as somebody else would have kept it.
fn kept(scene: &Scene, name: &str) -> PathBuf {
    let path = scene.folder.0.join(name);
    fs::write(&path, farled(&["checkpoint", "--config", &scene.config]).stdout).expect("the folder is there");
    path
}

#[test]
fn another_program_agrees_and_finds_every_change() {
    let Some(packages) = std::env::var_os("FARLED_TEST_OUTSIDE") else { return };
    let scene = Scene::set("outside");
    let log = text(&farled(&["key", "--config", &scene.config]).stdout).trim().to_owned();
    let judge = Judge { packages, log, witness: scene.witness.lines[1].clone() };
    let (data, old) = (scene.folder.0.join("data"), scene.folder.0.join("old"));
    copied(&data, &old);
    grow(&scene.config);
    let earlier = kept(&scene, "earlier");
    grow(&scene.config);
    assert_eq!(scene.offer().0, Some(0));
    let export = scene.folder.0.join("export");
    let to = export.to_str().unwrap();
    assert!(farled(&["export-record", "--config", &scene.config, "--to", to]).status.success());

    let at = earlier.to_str().unwrap();
    let ours =
        ["verify", "--export", to, "--key", &judge.log, "--witness", &judge.witness, "--checkpoint", at];
    let ours = farled(&ours);
    assert!(ours.status.success(), "{}{}", text(&ours.stdout), text(&ours.stderr));
    let (agrees, said) = judge.says(&export, &earlier);
    assert!(agrees, "{said}");
    println!("{said}");

    // How far the upper tile is filled depends on how much has happened in the demo world.
    let upper = fs::read_dir(export.join("tile/1/000.p")).unwrap().next().unwrap().unwrap().file_name();
    let upper = format!("tile/1/000.p/{}", upper.to_str().unwrap());
    for file in ["checkpoint", "tile/0/000", "tile/0/002", &upper, "tile/entries/001"] {
        let path = export.join(file);
        let honest = fs::read(&path).unwrap();
        // In the checkpoint: the root, the log's signature, the witness's.
        let places =
            if file == "checkpoint" { vec![40, honest.len() - 200, honest.len() - 20] } else { vec![77] };
        for at in places {
            let mut forged = honest.clone();
            forged[at] ^= 1;
            fs::write(&path, forged).unwrap();
            let (agrees, said) = judge.says(&export, &earlier);
            assert!(!agrees, "byte {at} of {file}: {said}");
        }
        fs::write(&path, honest).unwrap();
    }

    // A checkpoint of a second history, signed with the log's own key.
    copied(&old, &data);
    grow(&scene.config);
    let (agrees, said) = judge.says(&export, &kept(&scene, "other"));
    assert!(!agrees, "{said}");
    assert!(judge.says(&export, &earlier).0, "the files are as they were");
    scene.witness.stop();
}
