//! `farled`: what can be done from the command line?

mod arguments;

use std::{
    io::Write,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};

use arguments::{Arguments, Command};
use clap::Parser as _;
use domain::{BodyId, PartyId, UnitId};
use jiff::civil::Date;
use server::{
    account::{self, Newcomer},
    clock::Clock,
    config::Config,
    demo::{fill, looks, synthetic},
    export, listen, log_figures,
    offering::{Offering, Outcome as Offered},
    open::{self, StartFault},
    sealing::{self, Sealing},
    verify::{self, Asked, Told},
    web::app::App,
    witness,
};
use store::Place;

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
        Command::Account {
            username,
            name,
            role,
            unit,
            inbox,
            body,
            party,
            mandate,
            number,
            config,
            database,
        } => {
            let unit = unit.map(UnitId);
            let place = match (body, party, mandate) {
                (Some(body), Some(party), Some(mandate)) => {
                    Some(Place { body: BodyId(body), party: PartyId(party), mandate })
                }
                (Some(_) | None, Some(_) | None, Some(_) | None) => None,
            };
            account(Newcomer { username, name, role, unit, inbox, place, number }, config, database)
        }
        Command::Password { username, config, database } => renew(&username, config, database),
        Command::Leave { username, config, database } => leave(&username, config, database),
        Command::Policy => return print(&server::policy_tables::run()),
        Command::Verify { checkpoint, key, witness, export, config, database } => {
            let asked = Asked { checkpoints: checkpoint, keys: key, witnesses: witness };
            return match export {
                Some(folder) => told(verify::exported(&folder, &asked)),
                None => verify(asked, config, database),
            };
        }
        Command::Key { config, database } => key(config, database),
        Command::Checkpoint { witnessed, config, database } => {
            return checkpoint(witnessed, config, database).unwrap_or_else(failed);
        }
        Command::Witness { listen, data, key, name, log } => {
            witness(witness::Settings { listen, data, key, name, logs: log })
        }
        Command::LogFigures { config, database } => log_figures(config, database),
        Command::ExportRecord { to, config, database } => export_record(&to, config, database),
        Command::Workdays { date, days } => return workdays(&date, days),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => failed(error),
    }
}

fn failed(error: StartFault) -> ExitCode {
    eprintln!("farled: {error}");
    ExitCode::FAILURE
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
    let bodies = config.bodies(&organisation)?;
    let app = App::new(Clock::real()?, config, store, organisation).with_bodies(bodies);
    runtime()?.block_on(listen::serve(app))
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
    told(look())
}

fn told(found: Result<Told, StartFault>) -> ExitCode {
    match found {
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

fn checkpoint(
    witnessed: bool,
    config: Option<PathBuf>,
    database: Option<String>,
) -> Result<ExitCode, StartFault> {
    let config = Config::read(config.as_deref(), database)?;
    verify::must_exist(&config)?;
    let (store, runtime, clock) = (open::store(&config)?, runtime()?, Clock::real()?);
    let mut is_witnessed = true;
    for witness in config.witnesses.iter().filter(|_| witnessed) {
        let mut offering = Offering::to(witness.clone(), store.clone(), clock.clone());
        match runtime.block_on(offering.offer()) {
            Ok(Offered::Nothing | Offered::Cosigned(_)) => continue,
            Ok(Offered::Differs(said)) => eprintln!("{witness} DOES NOT RECOGNISE THIS LOG: {said}"),
            Err(fault) => eprintln!("{witness}: {fault}"),
        }
        is_witnessed = false;
    }
    if let Some(note) = runtime.block_on(store.witnessed_checkpoint())? {
        print!("{note}");
    }
    Ok(ExitCode::from(u8::from(!is_witnessed)))
}

fn log_figures(config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    verify::must_exist(&config)?;
    let (store, organisation) = (open::store(&config)?, config.organisation()?);
    print!("{}", runtime()?.block_on(log_figures::run(&store, &organisation, &Clock::real()?))?);
    Ok(())
}

fn export_record(to: &Path, config: Option<PathBuf>, database: Option<String>) -> Outcome {
    let config = Config::read(config.as_deref(), database)?;
    verify::must_exist(&config)?;
    println!("{}", runtime()?.block_on(export::write(&open::store(&config)?, to))?);
    Ok(())
}

fn witness(settings: witness::Settings) -> Outcome {
    runtime()?.block_on(witness::serve(settings, Clock::real()?))
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
