//! `farled`: what can be done from the command line?

use std::{io::Write, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use domain::{UnitId, personal_id::PersonalId};
use jiff::civil::Date;
use server::{
    account::{self, Newcomer},
    clock::Clock,
    config::Config,
    demo::{fill, synthetic},
    listen,
    open::{self, StartFault},
    web::app::App,
};
use store::Role;

#[derive(Parser)]
#[command(name = "farled", version, about = "Coordinates help for children according to the Lots model")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve a demo world of fictional people on this computer
    Demo {
        /// Where to listen; on this computer only
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: SocketAddr,
        /// The folder of the demo's database
        #[arg(long, default_value = "demo-data")]
        data: PathBuf,
        /// Pretend that today is this date, 2026-06-05
        #[arg(long)]
        today: Option<Date>,
    },
    /// Make a large synthetic world to measure on, and print the requests to measure
    Synthetic {
        /// The folder of the new database; `demo --data` serves it afterwards
        #[arg(long)]
        data: PathBuf,
        /// How many processes
        #[arg(long)]
        processes: u32,
    },
    /// Serve real work
    Serve {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Give a person an account with a password, which is shown once
    Account {
        /// The name to sign in with
        username: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// family, staff, manager, ambassador, coordinator, steering_group or administrator
        #[arg(long, value_parser = role)]
        role: Role,
        /// The unit of the seat, by its number in the organisation file
        #[arg(long)]
        unit: Option<u32>,
        /// Looks after the unit's function inbox
        #[arg(long)]
        inbox: bool,
        /// The personal number of a child or guardian who is registered already
        #[arg(long, value_parser = number)]
        number: Option<PersonalId>,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Give whoever has an account a new password, which is shown once; every session ends
    Password {
        /// The name to sign in with
        username: String,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// End the assignments of whoever has an account; every session ends
    Leave {
        /// The name to sign in with
        username: String,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Print who may do what in every situation, as tables
    Policy,
    /// Count working days: the earliest meeting date on the first line, then why, day by day
    Workdays {
        /// The day the summons was received, 2026-06-05
        date: String,
        /// How many working days to count
        #[arg(long, default_value_t = 15)]
        days: u32,
    },
}

type Outcome = Result<(), StartFault>;

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("FARLED_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info")),
        )
        .with_writer(std::io::stderr)
        .init();
    let outcome = match Arguments::parse().command {
        Command::Demo { listen, data, today } => demo(listen, data, today),
        Command::Synthetic { data, processes } => synthetic(data, processes),
        Command::Serve { config, database } => serve(config, database),
        Command::Account { username, name, role, unit, inbox, number, config, database } => {
            let unit = unit.map(UnitId);
            account(Newcomer { username, name, role, unit, inbox, number }, config, database)
        }
        Command::Password { username, config, database } => renew(&username, config, database),
        Command::Leave { username, config, database } => leave(&username, config, database),
        Command::Policy => return print(&server::policy_tables::run()),
        Command::Workdays { date, days } => return workdays(&date, days),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("farled: {error}");
            ExitCode::FAILURE
        }
    }
}

fn demo(listen: SocketAddr, data: PathBuf, today: Option<Date>) -> Outcome {
    let config = Config::demo(listen, &data)?;
    let clock = today.map_or_else(Clock::real, Clock::on)?;
    let (store, organisation) = (open::store(&config)?, config.organisation()?);
    let runtime = runtime()?;
    let world = runtime.block_on(fill::fill(&store, &organisation, &clock))?;
    Ok(runtime.block_on(listen::serve(App::demo(clock, config, store, organisation, world)))?)
}

fn synthetic(data: PathBuf, processes: u32) -> Outcome {
    let config = Config::demo(SocketAddr::from(([127, 0, 0, 1], 0)), &data)?;
    let (store, organisation, clock) = (open::store(&config)?, config.organisation()?, Clock::real()?);
    let requests = runtime()?.block_on(synthetic::make(&store, &organisation, &clock, processes))?;
    for request in requests {
        println!("{request}");
    }
    Ok(())
}

fn serve(config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    let (store, organisation) = (open::store(&config)?, config.organisation()?);
    Ok(runtime()?.block_on(listen::serve(App::new(Clock::real()?, config, store, organisation)))?)
}

fn account(newcomer: Newcomer, config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    let store = open::store(&config)?;
    let organisation = config.organisation()?;
    if let Some(unit) = newcomer.unit.filter(|unit| organisation.unit(*unit).is_none()) {
        return Err(StartFault::UnknownUnit(unit));
    }
    let password = runtime()?.block_on(account::open(&store, &Clock::real()?, newcomer))?;
    println!("{password}");
    Ok(())
}

fn renew(username: &str, config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let store = open::store(&Config::read(config.as_deref(), database)?)?;
    println!("{}", runtime()?.block_on(account::renew(&store, &Clock::real()?, username))?);
    Ok(())
}

fn leave(username: &str, config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let store = open::store(&Config::read(config.as_deref(), database)?)?;
    let ended = runtime()?.block_on(account::leave(&store, &Clock::real()?, username))?;
    println!("{ended}");
    Ok(())
}

/// A personal or coordination number.
fn number(text: &str) -> Result<PersonalId, String> {
    text.parse::<PersonalId>().map_err(|_| "not a personal number".to_owned())
}

/// A role by the word it is stored under.
fn role(word: &str) -> Result<Role, String> {
    Role::from_word(word).ok_or_else(|| format!("not one of {}", Role::ALL.map(Role::word).join(", ")))
}

fn workdays(date: &str, days: u32) -> ExitCode {
    match server::workdays::run(date, days) {
        Ok(told) => print(&told),
        Err(fault) => {
            eprintln!("farled: {fault}");
            ExitCode::from(2)
        }
    }
}

fn print(text: &str) -> ExitCode {
    // Whoever reads only the first line closes the pipe early: no fault of ours.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::SUCCESS
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()
}
