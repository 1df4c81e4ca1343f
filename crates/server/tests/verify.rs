//! Does `farled verify` say yes to an honest database and no to any other, with exit code and place?

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn farled(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_farled"));
    command.env_remove("FARLED_DATABASE").args(arguments).output().expect("the executable starts")
}

/// Serves the demo until it has begun to listen, and stops it as an operator would.
fn served(folder: &Path) {
    let mut server = Command::new(env!("CARGO_BIN_EXE_farled"))
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the executable starts");
    let mut line = String::new();
    let stdout = server.stdout.take().expect("its output is piped");
    BufReader::new(stdout).read_line(&mut line).expect("it says where it listens");
    assert!(line.starts_with("http://127.0.0.1:"), "{line}");
    let stop = Command::new("kill").args(["-s", "TERM", &server.id().to_string()]).status();
    assert!(stop.is_ok_and(|stop| stop.success()));
    assert!(server.wait().is_ok_and(|ended| ended.success()));
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// AD-1, AD-3: from the first start to a forged byte and an old copy.
#[test]
fn an_honest_database_verifies_and_no_other() {
    let folder = Folder(std::env::temp_dir().join(format!("farled-verify-{}", std::process::id())));
    let file = folder.0.join("farled.sqlite");
    let database = file.to_str().unwrap();
    served(&folder.0);

    let whole = farled(&["verify", "--database", database]);
    let told = text(&whole.stdout);
    assert_eq!(whole.status.code(), Some(0), "{told}{}", text(&whole.stderr));
    assert!(told.contains("all signatures true") && told.contains("agrees with what was kept"), "{told}");
    assert!(told.ends_with("everything is as it was written\n"), "{told}");

    let public = text(&farled(&["key", "--database", database]).stdout);
    let checkpoint = folder.0.join("elsewhere");
    fs::write(&checkpoint, farled(&["checkpoint", "--database", database]).stdout).unwrap();
    let with = |key: &str| {
        let at = checkpoint.to_str().unwrap();
        farled(&["verify", "--database", database, "--key", key.trim(), "--checkpoint", at]).status.code()
    };
    assert_eq!(with(&public), Some(0));
    let stranger = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    assert_eq!(with(stranger), Some(2), "a checkpoint of another log is none");

    let honest = fs::read(&file).unwrap();
    let mut tried = 0;
    for word in ["summons_frozen", "granted", "read_process", "hidden", "sealed"] {
        // Everywhere: a place that is no longer in use may still hold what stood there.
        let places = honest.windows(word.len()).enumerate().filter(|(_, bytes)| *bytes == word.as_bytes());
        let mut forged = honest.clone();
        let mut found = 0;
        for (at, _) in places {
            forged[at] ^= 1;
            found += 1;
        }
        if found == 0 {
            continue;
        }
        fs::write(&file, &forged).unwrap();
        let no = farled(&["verify", "--database", database]);
        assert_eq!(no.status.code(), Some(1), "{word}: {}{}", text(&no.stdout), text(&no.stderr));
        assert!(text(&no.stdout).starts_with("NOT AS IT WAS WRITTEN: "), "{}", text(&no.stdout));
        tried += 1;
    }
    assert!(tried >= 3, "only {tried} words were found in the file");
    fs::remove_file(&file).unwrap();
    assert_eq!(farled(&["verify", "--database", database]).status.code(), Some(2), "nothing to look at");
}
