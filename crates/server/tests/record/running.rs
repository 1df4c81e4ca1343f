//! How are two programs started beside each other, and a record made to grow?

use std::{
    fs,
    io::{BufRead, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

pub struct Folder(pub PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.0));
    }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_farled"));
    command.env_remove("FARLED_DATABASE");
    command
}

pub fn farled(arguments: &[&str]) -> Output {
    program().args(arguments).output().expect("the executable starts")
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// A program that serves, and the first lines it has said.
pub struct Serving {
    child: Child,
    pub lines: Vec<String>,
}

impl Serving {
    pub fn start(arguments: &[&str], lines: usize) -> Serving {
        let started = program().args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let mut child = started.expect("the executable starts");
        let mut said = BufReader::new(child.stdout.take().expect("its output is piped")).lines();
        let lines =
            (0..lines).map(|_| said.next().and_then(Result::ok).expect("it says where it listens")).collect();
        Serving { child, lines }
    }

    /// Ends as an operator would.
    pub fn stop(mut self) {
        let told = Command::new("kill").args(["-s", "TERM", &self.child.id().to_string()]).status();
        assert!(told.is_ok_and(|told| told.success()));
        assert!(self.child.wait().is_ok_and(|ended| ended.success()));
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.child.kill());
    }
}

/// Everything that lies in the folder, as it is now.
pub fn copied(from: &Path, to: &Path) {
    drop(fs::remove_dir_all(to));
    fs::create_dir_all(to).expect("the folder can be made");
    for file in fs::read_dir(from).expect("there is a folder") {
        let file = file.expect("the folder can be read");
        fs::copy(file.path(), to.join(file.file_name())).expect("a file can be copied");
    }
}

/// One row more in the record, a wrong password, and the seal over it.
pub fn grow(config: &str) {
    let newest =
        || text(&farled(&["checkpoint", "--config", config]).stdout).lines().nth(1).map(str::to_owned);
    let before = newest();
    let server = Serving::start(&["serve", "--config", config], 1);
    let address = server.lines[0].strip_prefix("http://").expect("an address");
    let form = "username=ada&password=fel";
    let request = format!(
        "POST /sign-in HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{form}",
        form.len()
    );
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.write_all(request.as_bytes()).expect("it reads");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("it answers");
    assert!(answer.starts_with("HTTP/1.1 422 "), "{answer}");
    let patience = Instant::now();
    while newest() == before {
        assert!(patience.elapsed() < Duration::from_secs(60), "nothing was sealed");
        std::thread::sleep(Duration::from_millis(50));
    }
    server.stop();
}

/// The demo's database in the earnest of `serve`, with a witness that watches it.
pub struct Scene {
    pub config: String,
    pub database: String,
    pub witness: Serving,
    /// The last to go.
    pub folder: Folder,
}

impl Scene {
    pub fn set(name: &str) -> Scene {
        let folder = Folder(std::env::temp_dir().join(format!("farled-two-{}-{name}", std::process::id())));
        let in_folder = |name: &str| folder.0.join(name).display().to_string();
        let (data, database) = (in_folder("data"), in_folder("data/farled.sqlite"));
        Serving::start(&["demo", "--listen", "127.0.0.1:0", "--data", &data], 1).stop();
        let log = text(&farled(&["key", "--database", &database]).stdout);
        let (called, state) = ("vittne.example/1", in_folder("watching"));
        let watching = ["witness", "--listen", "127.0.0.1:0", "--name", called, "--log", log.trim()];
        let witness = Serving::start(&[&watching[..], &["--data", &state]].concat(), 2);
        let config = in_folder("farled.toml");
        let (address, key) = (&witness.lines[0], &witness.lines[1]);
        let written =
            format!("listen = '127.0.0.1:0'\ndatabase = '{database}'\nwitnesses = ['{address} {key}']\n");
        fs::write(&config, written).expect("the folder is there");
        let ada = ["account", "ada", "--name", "Ada Exempel", "--role", "administrator", "--config", &config];
        assert!(farled(&ada).status.success());
        Scene { folder, config, database, witness }
    }

    pub fn verify(&self) -> (Option<i32>, String) {
        let found = farled(&["verify", "--config", &self.config]);
        (found.status.code(), text(&found.stdout))
    }

    pub fn offer(&self) -> (Option<i32>, String, String) {
        let offered = farled(&["checkpoint", "--witnessed", "--config", &self.config]);
        (offered.status.code(), text(&offered.stdout), text(&offered.stderr))
    }
}
