//! How do the store tests get a real PostgreSQL without touching one that is already there?

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::{fs::chown, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{place, prepare, step};

const START_SECONDS_MAX: u64 = 30;

/// A server of our own, in a temporary folder. Dropping it stops it and removes the folder.
#[derive(Debug)]
pub struct Server {
    child: Child,
    programs: PathBuf,
    folder: PathBuf,
    account: Option<Account>,
    port: u16,
}

/// PostgreSQL refuses to run as root, so root runs it as the account that its Debian package made.
#[derive(Clone, Copy, Debug)]
struct Account {
    user: u32,
    group: u32,
}

/// The folder with `initdb`, `postgres` and `pg_ctl`: on the search path, or Debian's newest.
pub fn programs() -> Option<PathBuf> {
    let of_debian = || {
        let versions = fs::read_dir("/usr/lib/postgresql").ok()?;
        let mut folders: Vec<(u32, PathBuf)> = versions
            .flatten()
            .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
            .filter(|(_, folder)| folder.join("initdb").is_file())
            .collect();
        folders.sort();
        folders.pop().map(|(_, folder)| folder)
    };
    of_debian().or_else(|| {
        let initdb = place::program(&["initdb"])?.canonicalize().ok()?;
        initdb.parent().map(Path::to_owned)
    })
}

impl Server {
    pub fn start() -> Result<Self, String> {
        let programs = programs().ok_or("the PostgreSQL server programs were not found")?;
        let account = if prepare::is_root() { Some(Account::of("postgres")?) } else { None };
        let folder = std::env::temp_dir().join(format!("farled-postgres-{}", std::process::id()));
        let described = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(&folder).map_err(described)?;
        if let Some(Account { user, group }) = account {
            chown(&folder, Some(user), Some(group)).map_err(described)?;
        }
        let initialise = ["--auth=trust", "--username=farled", "--encoding=UTF8", "--locale=C", "--no-sync"];
        let data = folder.join("data");
        step::must(
            command(&programs, "initdb", account)
                .args(initialise)
                .arg("--pgdata")
                .arg(&data)
                .current_dir(&folder)
                .stdout(Stdio::null()),
        )?;
        let port = free_port()?;
        let log = fs::File::create(folder.join("log")).map_err(described)?;
        let child = command(&programs, "postgres", account)
            .arg("-D")
            .arg(&data)
            .arg("-k")
            .arg(&folder)
            .args(["-h", "127.0.0.1", "-p", &port.to_string()])
            // It waits for the disk as in earnest: the store refuses a server that does not.
            .args(["-c", "max_connections=200"])
            .current_dir(&folder)
            .stderr(log)
            .spawn()
            .map_err(described)?;
        let mut server = Self { child, programs, folder, account, port };
        server.wait_until_it_answers()?;
        Ok(server)
    }

    /// What the tests connect to.
    pub fn url(&self) -> String {
        format!("postgres://farled@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_it_answers(&mut self) -> Result<(), String> {
        let started = Instant::now();
        while started.elapsed() < Duration::from_secs(START_SECONDS_MAX) {
            if let Ok(Some(status)) = self.child.try_wait() {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(format!("PostgreSQL ended at once ({status})\n{log}"));
            }
            // The socket file is made when the server is ready to take connections.
            let ready = self.folder.join(format!(".s.PGSQL.{}", self.port)).exists();
            if ready && TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!("PostgreSQL did not answer within {START_SECONDS_MAX} s"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let stopped = command(&self.programs, "pg_ctl", self.account)
            .args(["stop", "--silent", "--mode=immediate", "--pgdata"])
            .arg(self.folder.join("data"))
            .current_dir(&self.folder)
            .status();
        if !stopped.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("xtask: {}: {error}", self.folder.display());
        }
    }
}

impl Account {
    fn of(name: &str) -> Result<Self, String> {
        let number = |flag| step::output(Command::new("id").args([flag, name]))?.parse().ok();
        number("-u").zip(number("-g")).map(|(user, group)| Self { user, group }).ok_or_else(|| {
            format!("PostgreSQL does not run as root, and there is no account `{name}` to run it as")
        })
    }
}

fn command(programs: &Path, name: &str, account: Option<Account>) -> Command {
    let mut command = Command::new(programs.join(name));
    if let Some(Account { user, group }) = account {
        command.uid(user).gid(group);
    }
    command
}

/// A port that nobody listens to. Another program may take it before the server does; then starting fails and
/// says so.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_can_be_listened_to() {
        let port = free_port().unwrap();
        assert!(TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok());
    }
}
