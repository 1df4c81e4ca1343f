//! How is the program started on a world of a given size?

use std::{
    fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Instant,
};

use super::plan::Plan;
use crate::place;

/// The program on a world of its own. Dropping it stops it and removes the world.
pub struct Program {
    child: Option<Child>,
    folder: PathBuf,
    pub address: SocketAddr,
}

impl Program {
    /// A world of so many processes, at which guardians have looked so many times.
    pub fn with_world(processes: u32, looks: u32) -> Result<(Self, Plan), String> {
        let folder = place::target().join(format!("bench-{}-{processes}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let mut program = Self { child: None, folder, address: SocketAddr::from(([127, 0, 0, 1], 0)) };
        let made = Command::new(place::farled())
            .args([
                "synthetic",
                "--processes",
                &processes.to_string(),
                "--looks",
                &looks.to_string(),
                "--data",
            ])
            .arg(&program.folder)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("farled synthetic: {error}"))?;
        if !made.status.success() {
            return Err(format!("farled synthetic failed ({})", made.status));
        }
        let plan = Plan::read(&String::from_utf8_lossy(&made.stdout))?;
        program.verify()?;
        program.serve()?;
        Ok((program, plan))
    }

    /// Prints what `farled verify` says, and how long it takes.
    fn verify(&self) -> Result<(), String> {
        let begun = Instant::now();
        let verified = Command::new(place::farled())
            .arg("verify")
            .arg("--database")
            .arg(self.folder.join("farled.sqlite"))
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("farled verify: {error}"))?;
        let seconds = begun.elapsed().as_secs_f64();
        print!("{}", String::from_utf8_lossy(&verified.stdout));
        println!("verified in {seconds:.2} s\n");
        if verified.status.success() {
            Ok(())
        } else {
            Err(format!("farled verify failed ({})", verified.status))
        }
    }

    /// Megabytes of memory that the program uses now.
    pub fn megabytes(&self) -> u64 {
        let id = self.child.as_ref().map(Child::id).unwrap_or_default();
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        resident.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0) / 1024
    }

    fn serve(&mut self) -> Result<(), String> {
        let mut child = Command::new(place::farled())
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(&self.folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("farled demo: {error}"))?;
        let stdout = child.stdout.take();
        self.child = Some(child);
        let mut lines = BufReader::new(stdout.ok_or("farled demo has no output")?).lines();
        let address = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, address) = line.split_once("http://")?;
            address.split(['/', ' ']).next()?.parse().ok()
        });
        self.address = address.ok_or("farled demo ended without printing its address")?;
        // Whatever it prints later is read and dropped, so that it never waits for a reader.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("xtask: {}: {error}", self.folder.display());
        }
    }
}
