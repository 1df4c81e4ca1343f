//! How are jobs run on PostgreSQL: a transaction each, repeated when two collide?

use super::{
    COLLISIONS_MAX, Fault, QUEUE_MAX, Result, Shared, Threads, Tx,
    change::Key,
    job::{Errand, Mode},
    line::Line,
    migrate,
    tx::{Inner, Session, Touched},
};
use crossbeam_channel::{Receiver, bounded};
use std::{sync::Arc, time::Duration};
use tokio_postgres::{Config, config::Host};
use uuid::Uuid;

/// How many collisions a look takes before it makes others wait.
const PATIENT: u32 = 3;

/// Asked about the processes that an errand rests on, before it is committed. A change of one of them that is under
/// way is waited for, one that was made since the errand's snapshot is an error (40001), and until the commit nobody
/// can make another.
///
/// Neither isolation level sees to this by itself: both let a look be committed after a change of what was looked
/// at, as if it had come before. For the one who was told of the change it comes after (AC-3).
const HOLD: &str = "SELECT 1 FROM process_head WHERE process_id = ANY($1) ORDER BY process_id FOR SHARE";

pub(super) fn open(url: &str, workers: usize, shared: &Arc<Shared>) -> Result<Threads> {
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
        let (queue, line, shared) = (queue.clone(), Line::new(config.clone()), shared.clone());
        threads.first.push(std::thread::spawn(move || serve(line, &queue, &shared)));
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

fn serve(mut line: Line, queue: &Receiver<Errand>, shared: &Shared) {
    for mut errand in queue {
        let ended = run(&mut line, &mut errand, shared);
        errand.end(ended, &shared.changes);
    }
}

/// Runs one errand until it has ended, one way or the other.
fn run(line: &mut Line, errand: &mut Errand, shared: &Shared) -> Result<()> {
    let mut collisions = 0;
    let mut breaks = 0;
    loop {
        // Somebody who is overtaken again and again keeps the others waiting for once.
        let first = errand.mode == Mode::Witness && collisions >= PATIENT;
        let session = line.session()?;
        match if first { hold_first(session, errand, shared) } else { attempt(session, errand, shared) } {
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

fn attempt(session: &mut Session, errand: &mut Errand, shared: &Shared) -> Result<()> {
    errand.until = shared.changes.moment();
    session.control(match errand.mode {
        Mode::Read => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        // One snapshot to look at, and a row of its own that cannot collide with anything.
        Mode::Witness | Mode::Record | Mode::Anew => "BEGIN ISOLATION LEVEL REPEATABLE READ",
        Mode::Write => "BEGIN ISOLATION LEVEL SERIALIZABLE",
    })?;
    let ran = errand.run(Tx::new(Inner::Postgres(session))).and_then(|()| {
        if errand.mode == Mode::Read {
            return Ok(());
        }
        shared.looked();
        session.hold(HOLD, &heads(errand))?;
        must_stand(errand, shared)
    });
    finish(session, errand, ran)
}

/// The same for a look, with the processes that the last one rested on held before it begins: only what it rests
/// on besides can have changed. Each statement sees what is committed when it is run.
fn hold_first(session: &mut Session, errand: &mut Errand, shared: &Shared) -> Result<()> {
    session.control("BEGIN ISOLATION LEVEL READ COMMITTED")?;
    let held = heads(errand);
    let ran = session.hold(HOLD, &held).and_then(|()| {
        errand.until = shared.changes.moment();
        errand.run(Tx::new(Inner::Postgres(session)))?;
        let all_held = heads(errand).iter().all(|head| held.contains(head));
        if all_held { must_stand(errand, shared) } else { Err(Fault::Conflict) }
    });
    finish(session, errand, ran)
}

/// The processes that the errand rests on and has not changed itself.
fn heads(errand: &Errand) -> Vec<Uuid> {
    let Touched { looked, changed, .. } = &errand.touched;
    let others = looked.iter().filter(|key| !changed.contains(key));
    let head = |key: &Key| match key {
        Key::Process(id) => Some(*id),
        Key::Person(_) | Key::Session(_) | Key::Seat(_) => None,
    };
    others.filter_map(head).collect()
}

/// What is not held was changed by this program, if it was changed.
fn must_stand(errand: &Errand, shared: &Shared) -> Result<()> {
    errand.session_must_stand()?;
    if shared.changes.touch(errand.seen(), &[]) { Err(Fault::Conflict) } else { Ok(()) }
}

fn finish(session: &Session, errand: &mut Errand, ran: Result<()>) -> Result<()> {
    if let Err(fault) = ran {
        errand.touched.changed.clear();
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
