//! AD-3: two programs on one computer: does a witness see to it that nobody rewrites the log of the other?

use std::time::{Duration, Instant};

use super::running::{Scene, Serving, copied, farled, grow};

#[test]
fn a_witness_sees_an_old_copy_and_a_second_history() {
    let scene = Scene::set("witness");
    let (code, told) = scene.verify();
    assert_eq!((code, &told[..]), (Some(1), "NOT WITNESSED: vittne.example/1 has cosigned nothing\n"));

    // The server offers by itself, and beside everything else.
    let server = Serving::start(&["serve", "--config", &scene.config], 1);
    let patience = Instant::now();
    while scene.verify().0 != Some(0) {
        assert!(patience.elapsed() < Duration::from_secs(60), "{}", scene.verify().1);
        std::thread::sleep(Duration::from_millis(100));
    }
    server.stop();
    assert!(scene.verify().1.contains("\nwitness vittne.example/1: cosigned "), "{}", scene.verify().1);
    let stranger = "vittne.example/1+c872c565+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X";
    let by_stranger = farled(&["verify", "--database", &scene.database, "--witness", stranger]);
    assert_eq!(by_stranger.status.code(), Some(1), "another key of the same name is another witness");

    let (data, old) = (scene.folder.0.join("data"), scene.folder.0.join("old"));
    copied(&data, &old);
    grow(&scene.config);
    let (code, note, stderr) = scene.offer();
    let signatures = note.lines().filter(|line| line.starts_with('\u{2014}')).count();
    assert_eq!((code, signatures), (Some(0), 2), "{stderr}");

    // All of it is put back, with key and checkpoint: within the folder everything fits.
    copied(&old, &data);
    assert_eq!(scene.verify().0, Some(0), "an old copy alone is without fault");
    let (code, _, stderr) = scene.offer();
    assert!(code == Some(1) && stderr.contains("DOES NOT RECOGNISE THIS LOG"), "{stderr}");
    let (code, told) = scene.verify();
    assert!(code == Some(1) && told.contains("an old copy was put back"), "{told}");

    // It goes on and becomes the larger of the two.
    grow(&scene.config);
    grow(&scene.config);
    let (code, note, stderr) = scene.offer();
    assert!(!note.contains("vittne"), "{note}");
    assert!(code == Some(1) && stderr.contains("it has cosigned other leaves"), "{stderr}");
    let (code, told) = scene.verify();
    let begins = "NOT AS IT WAS WRITTEN: the witness vittne.example/1+";
    assert!(code == Some(1) && told.starts_with(begins), "{told}");
    scene.witness.stop();
}
