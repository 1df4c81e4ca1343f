//! How fast is it, and does it stay so when there is more in it?
//!
//! For each size a synthetic world is made by `farled synthetic --data DIR --processes N`, which prints the
//! requests to measure (see `plan.rs`); `farled demo` serves it, and clients on this same machine ask for as long
//! as said, each on a connection of its own. The machine is shared between program and clients, so the figures
//! are lower bounds.

mod client;
mod load;
mod plan;
mod program;

use std::{collections::BTreeMap, time::Duration};

use crate::{Outcome, demo};
use load::Figures;
use program::Program;

struct Settings {
    processes: Vec<u32>,
    clients: Vec<usize>,
    seconds: u64,
    /// How many times guardians have looked before, so that there is a long record.
    looks: u32,
}

/// One row of the table.
struct Row {
    processes: u32,
    measure: String,
    clients: usize,
    figures: Figures,
}

pub fn run(arguments: &[String]) -> Outcome {
    let settings = Settings::read(arguments)?;
    demo::build()?;
    let mut rows = vec![];
    for processes in &settings.processes {
        eprintln!("xtask: making a world of {processes} processes");
        let (program, plan) = Program::with_world(*processes, settings.looks)?;
        let sessions = load::sign_in(program.address, &plan)?;
        for measure in plan.measures() {
            for clients in &settings.clients {
                eprintln!("xtask: {measure}, {clients} clients, {} s", settings.seconds);
                let requests = plan.requests(measure, &sessions)?;
                let seconds = Duration::from_secs(settings.seconds);
                let figures = load::run(program.address, &requests, *clients, seconds)?;
                rows.push(Row {
                    processes: *processes,
                    measure: measure.to_owned(),
                    clients: *clients,
                    figures,
                });
            }
        }
        eprintln!("xtask: the program uses {} MB", program.megabytes());
    }
    print_table(&rows);
    print_growth(&rows);
    let failed: usize = rows.iter().map(|row| row.figures.failed).sum();
    if failed > 0 { Err(format!("{failed} requests were not answered with 200 or 303")) } else { Ok(()) }
}

impl Settings {
    /// `--processes 1000,20000 --clients 1,16,64 --seconds 5 --looks 0`, each with these as its default.
    fn read(arguments: &[String]) -> Result<Self, String> {
        let mut settings =
            Self { processes: vec![1_000, 20_000], clients: vec![1, 16, 64], seconds: 5, looks: 0 };
        let mut rest = arguments.iter();
        while let Some(name) = rest.next() {
            let value = rest.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--processes" => settings.processes = numbers(value)?,
                "--clients" => settings.clients = numbers(value)?,
                "--seconds" => {
                    settings.seconds = value.parse().map_err(|_| format!("not a number: {value}"))?
                }
                "--looks" => settings.looks = value.parse().map_err(|_| format!("not a number: {value}"))?,
                other => {
                    return Err(format!(
                        "bench takes --processes, --clients, --seconds and --looks, not {other}"
                    ));
                }
            }
        }
        Ok(settings)
    }
}

fn numbers<T: std::str::FromStr>(list: &str) -> Result<Vec<T>, String> {
    list.split(',')
        .map(|number| number.trim().parse().map_err(|_| format!("not a number: {number}")))
        .collect()
}

fn print_table(rows: &[Row]) {
    println!("| Processes | What | Clients | A second | Median ms | 95 % ms | 99 % ms | Worst ms | Failed |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for Row { processes, measure, clients, figures } in rows {
        println!(
            "| {processes} | {measure} | {clients} | {:.0} | {:.2} | {:.2} | {:.2} | {:.2} | {} |",
            figures.rate(),
            figures.percentile(50),
            figures.percentile(95),
            figures.percentile(99),
            figures.percentile(100),
            figures.failed,
        );
    }
}

/// How many times as long the median takes in the largest world as in the smallest.
fn print_growth(rows: &[Row]) {
    let mut medians: BTreeMap<(&str, usize), Vec<(u32, f64)>> = BTreeMap::new();
    for row in rows {
        let of_measure = medians.entry((&row.measure, row.clients)).or_default();
        of_measure.push((row.processes, row.figures.percentile(50)));
    }
    println!();
    for ((measure, clients), mut sizes) in medians {
        sizes.sort_by_key(|(processes, _)| *processes);
        if let (Some((from, first)), Some((to, last))) = (sizes.first(), sizes.last())
            && from != to
        {
            println!(
                "From {from} to {to} processes, {measure} with {clients} clients: {:.2} times.",
                last / first
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let settings = Settings::read(&words("--processes 10,20 --seconds 2")).unwrap();
        assert_eq!(
            (settings.processes, settings.clients, settings.seconds, settings.looks),
            (vec![10, 20], vec![1, 16, 64], 2, 0)
        );
        assert!(Settings::read(&words("--processes ten")).is_err());
        assert!(Settings::read(&words("--speed 3")).is_err());
    }
}
