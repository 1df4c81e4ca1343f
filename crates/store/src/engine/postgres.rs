//! How are jobs run on PostgreSQL: a transaction each, repeated when two collide?

use super::{
    COLLISIONS_MAX, Fault, QUEUE_MAX, Result, Threads, Tx,
    job::{Errand, Mode},
    line::Line,
    migrate,
    tx::{Inner, Session},
};
use crossbeam_channel::{Receiver, bounded};
use std::time::Duration;
use tokio_postgres::{Config, config::Host};

pub(super) fn open(url: &str, workers: usize) -> Result<Threads> {
    let config: Config =
        url.parse().map_err(|_| Fault::Unsafe("the address of PostgreSQL cannot be read"))?;
    must_stay_on_this_machine(&config)?;
    // A runtime of its own may not be started inside the caller's.
    let opened = std::thread::scope(|scope| {
        scope.spawn(|| migrate::postgres(Line::new(config.clone()).session()?)).join()
    });
    opened.unwrap_or(Err(Fault::Panicked))?;
    let (send, queue) = bounded(QUEUE_MAX);
    let mut threads = Threads::new(send.clone(), send);
    for _ in 0..workers.max(1) {
        let (queue, line) = (queue.clone(), Line::new(config.clone()));
        threads.first.push(std::thread::spawn(move || serve(line, &queue)));
    }
    Ok(threads)
}

/// The connection is not encrypted, so it may not leave the machine.
fn must_stay_on_this_machine(config: &Config) -> Result<()> {
    let local = |host: &Host| match host {
        Host::Tcp(name) => {
            name == "localhost" || name.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    };
    let addresses = config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback);
    if addresses && config.get_hosts().iter().all(local) {
        Ok(())
    } else {
        Err(Fault::Unsafe("an unencrypted connection to PostgreSQL may not leave this machine"))
    }
}

fn serve(mut line: Line, queue: &Receiver<Errand>) {
    for mut errand in queue {
        let ended = run(&mut line, &mut errand);
        errand.job.answer(ended);
    }
}

/// Runs one errand until it has ended, one way or the other.
fn run(line: &mut Line, errand: &mut Errand) -> Result<()> {
    let mut collisions = 0;
    let mut breaks = 0;
    loop {
        match attempt(line.session()?, errand) {
            Err(Fault::Conflict) if collisions < COLLISIONS_MAX => {
                collisions += 1;
                std::thread::sleep(pause(collisions));
            }
            // Nothing was committed: the same work may be done on a new connection.
            Err(Fault::Unreachable) if breaks < 2 => {
                breaks += 1;
                line.hang_up();
            }
            ended => {
                if matches!(ended, Err(Fault::Unreachable | Fault::OutcomeUnknown)) {
                    line.hang_up();
                }
                return ended;
            }
        }
    }
}

fn attempt(session: &mut Session, errand: &mut Errand) -> Result<()> {
    session.control(match errand.mode {
        Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        // One snapshot to look at, and a row of its own that cannot collide with anything.
        Mode::Witness | Mode::Record => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        Mode::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE",
    })?;
    let ran = errand.run(Tx::new(Inner::Postgres(session)));
    if let Err(fault) = ran {
        return match session.control("ROLLBACK") {
            Ok(()) => Err(fault),
            Err(lost) => Err(if matches!(fault, Fault::Unreachable) { fault } else { lost }),
        };
    }
    match session.control("COMMIT") {
        Err(Fault::Unreachable) if errand.mode != Mode::Read => Err(Fault::OutcomeUnknown),
        ended => ended,
    }
}

/// Twice as long each time, and never the same for two that have collided.
fn pause(collisions: u32) -> Duration {
    use std::hash::{BuildHasher, RandomState};
    let longest = 500_u64 << collisions.min(8);
    Duration::from_micros(RandomState::new().hash_one(collisions) % longest)
}
