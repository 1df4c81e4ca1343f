//! How is one step of the test run, shown and counted?

use std::{
    io::{BufRead, BufReader},
    process::{Command, Stdio},
};

use crate::Outcome;

/// Results of everything run so far. A step that is one check counts as one; a test runner counts its tests.
#[derive(Debug, Default)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
    failed_steps: Vec<String>,
}

impl Tally {
    /// A step that is one check: it passed if the program said so by its exit code.
    pub fn check(&mut self, name: &str, command: &mut Command) {
        announce(name);
        match must(command) {
            Ok(()) => self.passed += 1,
            Err(message) => self.fail(name, &message),
        }
    }

    /// A step that runs many tests and says on its own lines how many passed and failed.
    ///
    /// A runner that fails without having counted a failure (it did not compile, it crashed) counts as one
    /// failed, and so does one that succeeds without having run a single test.
    pub fn tests(&mut self, name: &str, command: &mut Command) {
        announce(name);
        let (mut passed, mut failed) = (0, 0);
        let succeeded = stream(command, |line| {
            if let Some((more_passed, more_failed)) = counts(line) {
                passed += more_passed;
                failed += more_failed;
            }
        });
        self.passed += passed;
        self.failed += failed;
        match succeeded {
            Ok(true) if failed == 0 && passed > 0 => {}
            Ok(true) if failed == 0 => self.fail(name, "no test was run"),
            Ok(_) if failed > 0 => self.failed_steps.push(format!("{name}: {failed} failed")),
            Ok(_) => self.fail(name, "it ended before its tests did"),
            Err(message) => self.fail(name, &message),
        }
    }

    /// A failure of the step itself.
    pub fn fail(&mut self, name: &str, message: &str) {
        eprintln!("xtask: {name}: {message}");
        self.failed += 1;
        self.failed_steps.push(format!("{name}: {message}"));
    }

    /// Prints the closing line, and is an error if anything failed.
    pub fn close(self) -> Outcome {
        println!();
        for step in &self.failed_steps {
            println!("FAILED {step}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 && self.failed_steps.is_empty() { Ok(()) } else { Err(String::new()) }
    }
}

/// Runs a program that must succeed; its output goes straight to the terminal.
pub fn must(command: &mut Command) -> Outcome {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} failed ({status})", command.get_program().display())),
        Err(error) => Err(format!("{}: {error}", command.get_program().display())),
    }
}

/// What a program prints, if it succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn announce(name: &str) {
    println!("\n== {name}");
}

/// Runs a program, shows each line of its output as it comes and hands it on.
fn stream(command: &mut Command, mut each_line: impl FnMut(&str)) -> Result<bool, String> {
    let shown = command.get_program().display().to_string();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("{shown}: {error}"))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            each_line(&line);
        }
    }
    child.wait().map(|status| status.success()).map_err(|error| format!("{shown}: {error}"))
}

/// The counts in a line such as `test result: ok. 12 passed; 0 failed; ...` or `browser: 3 passed, 1 failed`.
fn counts(line: &str) -> Option<(u64, u64)> {
    let results = line.strip_prefix("test result: ").or_else(|| line.strip_prefix("browser: "))?;
    let words: Vec<&str> = results.split([' ', ',', ';', '.']).filter(|word| !word.is_empty()).collect();
    let before = |word| {
        let at = words.iter().position(|candidate| *candidate == word)?;
        words.get(at.checked_sub(1)?)?.parse().ok()
    };
    Some((before("passed")?, before("failed")?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_line_of_cargo_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 7 filtered out; finished in 0.1s";
        assert_eq!(counts(line), Some((12, 3)));
    }

    #[test]
    fn the_closing_line_of_the_browser_tests_is_counted() {
        assert_eq!(counts("browser: 9 passed, 1 failed"), Some((9, 1)));
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert_eq!(counts("test consent::tests::one_is_enough ... ok"), None);
        assert_eq!(counts("test result: unknown"), None);
    }

    #[test]
    fn a_runner_that_dies_before_its_tests_counts_as_one_failure() {
        let mut tally = Tally::default();
        tally.tests("runner", Command::new("sh").args(["-c", "exit 3"]));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }

    #[test]
    fn a_runner_that_runs_nothing_counts_as_one_failure() {
        let mut tally = Tally::default();
        tally.tests("runner", Command::new("sh").args(["-c", "echo 'test result: ok. 0 passed; 0 failed;'"]));
        assert_eq!((tally.passed, tally.failed), (0, 1));
    }
}
