//! `farled`: what can be done from the command line?

use std::{io::Write, net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand};
use domain::{UnitId, personal_id::PersonalId};
use jiff::civil::Date;
use record::PublicKey;
use server::{
    account::{self, Newcomer},
    clock::Clock,
    config::Config,
    demo::{fill, looks, synthetic},
    listen, log_figures,
    open::{self, StartFault},
    sealing::{self, Sealing},
    verify::{self, Asked},
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
        /// How many times guardians look at their processes, for a long record
        #[arg(long, default_value_t = 0)]
        looks: u32,
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
    /// Look at everything that is on record: exit code 0 if it is as it was written, 1 with the first place if not
    Verify {
        /// A file with a checkpoint that was kept elsewhere; can be given more than once
        #[arg(long)]
        checkpoint: Vec<PathBuf>,
        /// A public key whose signatures count; without one, that of the key file
        #[arg(long, value_parser = public_key)]
        key: Vec<PublicKey>,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Print the public key that others verify the log with; the key is made if there is none
    Key {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Print the newest checkpoint of the log, to be kept elsewhere
    Checkpoint {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Print how the monthly reviews of the log have gone at each unit, in numbers
    LogFigures {
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
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
        Command::Synthetic { data, processes, looks } => synthetic(data, processes, looks),
        Command::Serve { config, database } => serve(config, database),
        Command::Account { username, name, role, unit, inbox, number, config, database } => {
            let unit = unit.map(UnitId);
            account(Newcomer { username, name, role, unit, inbox, number }, config, database)
        }
        Command::Password { username, config, database } => renew(&username, config, database),
        Command::Leave { username, config, database } => leave(&username, config, database),
        Command::Policy => return print(&server::policy_tables::run()),
        Command::Verify { checkpoint, key, config, database } => {
            return verify(Asked { checkpoints: checkpoint, keys: key }, config, database);
        }
        Command::Key { config, database } => key(config, database),
        Command::Checkpoint { config, database } => checkpoint(config, database),
        Command::LogFigures { config, database } => log_figures(config, database),
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
    runtime.block_on(listen::serve(App::demo(clock, config, store, organisation, world)))
}

fn synthetic(data: PathBuf, processes: u32, looks: u32) -> Outcome {
    let config = Config::demo(SocketAddr::from(([127, 0, 0, 1], 0)), &data)?;
    let (store, organisation, clock) = (open::store(&config)?, config.organisation()?, Clock::real()?);
    let requests = runtime()?.block_on(async {
        let requests = synthetic::make(&store, &organisation, &clock, processes).await?;
        let mut sealing = Sealing::new(&config, &store, clock.clone()).await?;
        looks::look(&store, &clock, &mut sealing, processes, looks).await?;
        Ok::<_, StartFault>(requests)
    })?;
    for request in requests {
        println!("{request}");
    }
    Ok(())
}

fn serve(config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    let (store, organisation) = (open::store(&config)?, config.organisation()?);
    runtime()?.block_on(listen::serve(App::new(Clock::real()?, config, store, organisation)))
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

fn verify(asked: Asked, config: Option<PathBuf>, database: Option<String>) -> ExitCode {
    let look = || {
        let config = Config::read(config.as_deref(), database)?;
        verify::must_exist(&config)?;
        let store = open::store(&config)?;
        runtime()?.block_on(verify::run(&config, &store, asked, Clock::real()?.now()))
    };
    match look() {
        Ok(told) => {
            // Whoever reads only the first line closes the pipe early: no fault of ours.
            let _ = std::io::stdout().write_all(told.words.as_bytes());
            ExitCode::from(u8::from(!told.is_whole))
        }
        Err(error) => {
            eprintln!("farled: {error}");
            ExitCode::from(2)
        }
    }
}

fn key(config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    let is_begun = runtime()?.block_on(open::store(&config)?.checkpoint())?.is_some();
    println!("{}", sealing::key(&config, is_begun)?.public());
    Ok(())
}

fn checkpoint(config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    verify::must_exist(&config)?;
    if let Some(note) = runtime()?.block_on(open::store(&config)?.checkpoint())? {
        print!("{note}");
    }
    Ok(())
}

fn log_figures(config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    verify::must_exist(&config)?;
    let (store, organisation) = (open::store(&config)?, config.organisation()?);
    print!("{}", runtime()?.block_on(log_figures::run(&store, &organisation))?);
    Ok(())
}

/// A key as [`PublicKey`] writes it.
fn public_key(text: &str) -> Result<PublicKey, String> {
    PublicKey::parse(text).map_err(|fault| fault.to_string())
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
