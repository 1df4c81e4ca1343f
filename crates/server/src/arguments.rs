//! What can be asked of `farled`, word for word?

use std::{net::SocketAddr, path::PathBuf};

use clap::{Parser, Subcommand};
use domain::{personal_id::PersonalId, samba::Mandate};
use jiff::civil::Date;
use record::PublicKey;
use store::Role;

#[derive(Parser)]
#[command(name = "farled", version, about = "Coordinates help for children according to the Lots model")]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
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
        /// family, staff, manager, ambassador, coordinator, samba_coordinator, body_member, steering_group or
        /// administrator
        #[arg(long, value_parser = role)]
        role: Role,
        /// The unit of the seat, by its number in the organisation file
        #[arg(long)]
        unit: Option<u32>,
        /// Looks after the unit's function inbox
        #[arg(long)]
        inbox: bool,
        /// The body that a member sits in, by its number in the Samba file
        #[arg(long)]
        body: Option<u32>,
        /// The party that a member sits there for, by its number in the Samba file
        #[arg(long)]
        party: Option<u32>,
        /// What a member may sign for: responsibility or costs
        #[arg(long, value_parser = mandate)]
        mandate: Option<Mandate>,
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
        /// The public key of a witness that must have cosigned lately; without one, those of the configuration
        #[arg(long, value_parser = public_key)]
        witness: Vec<PublicKey>,
        /// Look at an export in this folder instead of a database; --key must be given
        #[arg(long, requires = "key", conflicts_with_all = ["config", "database"])]
        export: Option<PathBuf>,
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
        /// Have the witnesses of the configuration cosign it first
        #[arg(long)]
        witnessed: bool,
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
    /// Write the log into a folder that other programs can verify, without anything that can be read in it
    ExportRecord {
        /// The folder: a new one, or an empty one
        #[arg(long)]
        to: PathBuf,
        /// The configuration file
        #[arg(long)]
        config: Option<PathBuf>,
        /// The database: a file, or postgres://...
        #[arg(long, env = "FARLED_DATABASE", hide_env_values = true)]
        database: Option<String>,
    },
    /// Watch logs of others and cosign what has only grown; no database is needed
    Witness {
        /// Where to listen
        #[arg(long, default_value = "127.0.0.1:8090")]
        listen: SocketAddr,
        /// The folder in which it is kept what has been cosigned
        #[arg(long, default_value = "witness-data")]
        data: PathBuf,
        /// The file with the key that cosigns; without one, witness.key in the folder
        #[arg(long)]
        key: Option<PathBuf>,
        /// What the witness is called if its key is made now: the organisation's domain name and a word
        #[arg(long)]
        name: String,
        /// The public key of a log to watch, as its `farled key` prints it; can be given more than once
        #[arg(long, value_parser = public_key, required = true)]
        log: Vec<PublicKey>,
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

/// A key as [`PublicKey`] writes it.
fn public_key(text: &str) -> Result<PublicKey, String> {
    PublicKey::parse(text).map_err(|fault| fault.to_string())
}

/// A personal or coordination number.
fn number(text: &str) -> Result<PersonalId, String> {
    text.parse::<PersonalId>().map_err(|_| "not a personal number".to_owned())
}

/// A role by the word it is stored under.
fn mandate(word: &str) -> Result<Mandate, String> {
    Mandate::from_word(word).ok_or_else(|| format!("`{word}` is not a mandate"))
}

fn role(word: &str) -> Result<Role, String> {
    Role::from_word(word).ok_or_else(|| format!("not one of {}", Role::ALL.map(Role::word).join(", ")))
}
