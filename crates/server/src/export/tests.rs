//! AD-4: does the export hold what was signed, and is every changed byte found?

use record::{Note, PublicKey};

use super::{check::Beside, *};
use crate::{
    offering::tests::{Folder, grow, log},
    web::tests::world::World,
};

/// Every file below the folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(files(&entry)) } else { found.push(entry) }
    }
    found.sort();
    found
}

fn beside(keys: Vec<PublicKey>) -> Beside {
    Beside { keys, ..Beside::default() }
}

#[tokio::test]
async fn what_was_signed_is_handed_out_and_every_changed_byte_found() {
    let (world, folder) = (World::demo().await, Folder::new());
    let out = folder.0.join("export");
    assert!(matches!(write(&world.app.store, &out).await, Err(ExportFault::Nothing)));
    grow(&world).await;
    let earlier = Note::parse(&world.app.store.checkpoint().await.unwrap().unwrap()).unwrap();
    let earlier = Checkpoint::open(&earlier, &log(&world)).unwrap();
    for _ in 0..3 {
        grow(&world).await;
    }
    assert_eq!(write(&world.app.store, &out).await.unwrap(), 8);
    assert!(matches!(write(&world.app.store, &out).await, Err(ExportFault::NotEmpty(_))));
    let names: Vec<String> =
        files(&out).iter().map(|file| file.strip_prefix(&out).unwrap().display().to_string()).collect();
    assert_eq!(names, ["checkpoint", "tile/0/000.p/8", "tile/entries/000.p/8"]);

    let own = Beside { kept: vec![earlier.clone()], ..beside(vec![log(&world)]) };
    let found = check::look(&out, &own).unwrap().unwrap();
    assert!(found.ends_with("agrees with 1 kept there\nthe export is what was signed\n"), "{found}");
    let mut tried = 0;
    for file in files(&out) {
        let honest = fs::read(&file).unwrap();
        for at in 0..honest.len() {
            let mut forged = honest.clone();
            forged[at] ^= 1;
            fs::write(&file, &forged).unwrap();
            assert!(check::look(&out, &own).unwrap().is_err(), "{}: byte {at}", file.display());
            tried += 1;
        }
        fs::remove_file(&file).unwrap();
        assert!(check::look(&out, &own).unwrap().is_err(), "{} is gone", file.display());
        fs::write(&file, honest).unwrap();
    }
    assert!(tried > 8 * (32 + 34), "{tried}");
    assert!(check::look(&out, &own).unwrap().is_ok());
}

#[tokio::test]
async fn an_export_is_worth_what_it_is_compared_with() {
    let (world, other, folder) = (World::demo().await, World::demo().await, Folder::new());
    grow(&world).await;
    grow(&other).await;
    grow(&other).await;
    write(&world.app.store, &folder.0).await.unwrap();
    let complaint = |beside: &Beside| check::look(&folder.0, beside).unwrap().unwrap_err();
    assert!(complaint(&beside(vec![])).contains("none of the keys"));
    assert!(complaint(&beside(vec![log(&other)])).contains("none of the keys"));
    let witness = PublicKey::parse("vittne.example/1+c872c565+BCmsuuFBvMrwsi4alNNNC8c2HlJtC/4SyJeUvJMilm3X");
    let witnessed = Beside { witnesses: vec![witness.unwrap()], ..beside(vec![log(&world)]) };
    assert!(complaint(&witnessed).contains("has not cosigned"));
    let newest = Note::parse(&other.app.store.checkpoint().await.unwrap().unwrap()).unwrap();
    let larger = Checkpoint::parse(newest.text()).unwrap();
    for kept in [larger.clone(), Checkpoint { size: 2, ..larger }] {
        let kept = Beside { kept: vec![kept], ..beside(vec![log(&world)]) };
        assert!(complaint(&kept).contains("kept elsewhere"));
    }
}
