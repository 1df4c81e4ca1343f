//! How do witnesses come to see the log?
//!
//! Beside everything else: no answer waits for a witness. What a witness has said is kept in the database, and what it
//! refuses is said where the operator looks.

mod http;
#[cfg(test)]
pub(crate) mod tests;

pub use http::Address;

use std::{fmt, time::Duration};

use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use record::{
    Addition, Checkpoint, Cosigned, Edge, Hash, KeyKind, Note, NoteSignature, Prover, PublicKey, leaf_hash,
};
use store::Store;
use tokio::{
    task::JoinSet,
    time::{MissedTickBehavior, interval},
};

use crate::clock::Clock;
use http::Unheard;

/// How often a witness is offered what is new.
const EVERY: Duration = Duration::from_mins(1);
/// A log that rests is offered again, so that one sees that it is still the newest.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);
/// More is asked only when something is wrong.
const TRIES: u32 = 4;

/// Somebody else who is asked to cosign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witness {
    pub address: Address,
    pub key: PublicKey,
}

/// What came of an offer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// There is nothing to offer yet.
    Nothing,
    /// So many leaves were cosigned.
    Cosigned(u64),
    /// The witness has seen another history of this log.
    Differs(String),
}

/// Why nothing came of it.
#[derive(Debug, thiserror::Error)]
pub enum OfferFault {
    #[error(transparent)]
    Unheard(#[from] Unheard),
    #[error("the record: {0}")]
    Store(#[from] store::Error),
    #[error("the log in the database is not the one that was signed")]
    Rewritten,
    #[error("the witness answers {status}: {body}")]
    Refused { status: StatusCode, body: String },
    #[error("the witness answers with no cosignature of its own")]
    NotCosigned,
    #[error("the witness changes its mind about how large the log is")]
    Unsteady,
}

impl Witness {
    /// Reads an address and a public key with a space between.
    pub fn parse(text: &str) -> Option<Witness> {
        let (address, key) = text.trim().split_once(' ')?;
        let (address, key) = (Address::parse(address)?, PublicKey::parse(key.trim()).ok()?);
        (key.kind() == KeyKind::Witness).then_some(Witness { address, key })
    }
}

/// Offering under way. It ends when this goes.
pub struct Running {
    _tasks: JoinSet<()>,
}

/// Offers every witness what is new, at once and from then on.
pub fn start(witnesses: &[Witness], store: &Store, clock: &Clock) -> Running {
    let mut tasks = JoinSet::new();
    for witness in witnesses {
        tasks.spawn(Offering::to(witness.clone(), store.clone(), clock.clone()).run());
    }
    Running { _tasks: tasks }
}

/// One witness, and the tree that it has cosigned last.
pub struct Offering {
    witness: Witness,
    store: Store,
    clock: Clock,
    seen: Edge,
    cosigned: Option<Timestamp>,
}

impl Offering {
    pub fn to(witness: Witness, store: Store, clock: Clock) -> Offering {
        Offering { witness, store, clock, seen: Edge::default(), cosigned: None }
    }

    async fn run(mut self) {
        let mut ticks = interval(EVERY);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut told = None;
        loop {
            ticks.tick().await;
            let said = match self.offer_if_due().await {
                Ok(Outcome::Nothing | Outcome::Cosigned(_)) => None,
                Ok(Outcome::Differs(said)) => Some((true, said)),
                Err(fault) => Some((false, fault.to_string())),
            };
            // The same is not said every minute.
            if said != told {
                let (witness, address) = (self.witness.key.name(), &self.witness.address);
                match &said {
                    Some((true, said)) => tracing::error!(
                        %witness, %address,
                        "THE WITNESS DOES NOT RECOGNISE THIS LOG: {said}. See docs/operations.md, When it says no"
                    ),
                    Some((false, said)) => tracing::warn!(%witness, %address, "not cosigned: {said}"),
                    None => tracing::info!(%witness, %address, "the witness cosigns again"),
                }
                told = said;
            }
        }
    }

    async fn offer_if_due(&mut self) -> Result<Outcome, OfferFault> {
        let Some(newest) = self.newest().await? else { return Ok(Outcome::Nothing) };
        let rests = newest.1.size == self.seen.size();
        let now = self.clock.now().instant;
        if rests && self.cosigned.is_some_and(|at| now.duration_since(at) < AGAIN) {
            return Ok(Outcome::Nothing);
        }
        self.offer().await
    }

    /// Offers the newest checkpoint now, and keeps what the witness says.
    ///
    /// # Errors
    /// If the witness says nothing that tells whether it recognises the log.
    pub async fn offer(&mut self) -> Result<Outcome, OfferFault> {
        let mut differs = None;
        for _ in 0..TRIES {
            let Some((note, newest)) = self.newest().await? else { return Ok(Outcome::Nothing) };
            if let Some(Differing { seen, said }) = differs.take() {
                // Another server may have offered a newer checkpoint in the meantime.
                if newest.size < seen {
                    return self.refused(newest.size, said).await;
                }
            }
            let (grown, proof) = self.grown_to(&newest).await?;
            let addition = Addition { old: self.seen.size(), proof, note };
            let said = self.witness.address.post("add-checkpoint", addition.to_string()).await?;
            match said.status {
                StatusCode::OK => return self.cosigned(addition.note, grown, &said.body).await,
                StatusCode::CONFLICT => differs = self.take_size(&said.body, newest.size).await?,
                StatusCode::UNPROCESSABLE_ENTITY => {
                    let size = self.seen.size();
                    return self
                        .refused(newest.size, format!("it has cosigned other leaves among the first {size}"))
                        .await;
                }
                status => return Err(OfferFault::Refused { status, body: plain(&said.body) }),
            }
        }
        Err(OfferFault::Unsteady)
    }

    async fn newest(&self) -> Result<Option<(Note, Checkpoint)>, OfferFault> {
        let Some(text) = self.store.checkpoint().await? else { return Ok(None) };
        let note = Note::parse(&text).map_err(|_| OfferFault::Rewritten)?;
        let checkpoint = Checkpoint::parse(note.text()).map_err(|_| OfferFault::Rewritten)?;
        Ok(Some((note, checkpoint)))
    }

    /// The edge of the newest tree, and the proof that it begins with what the witness has seen.
    async fn grown_to(&self, newest: &Checkpoint) -> Result<(Edge, Vec<Hash>), OfferFault> {
        let mut edge = self.seen.clone();
        let mut prover = Prover::continued(&edge, newest.size).ok_or(OfferFault::Rewritten)?;
        self.walk(&mut edge, newest.size, |leaf| prover.push(leaf)).await?;
        let proof = prover.finish().ok_or(OfferFault::Rewritten)?;
        if edge.root() == newest.root { Ok((edge, proof)) } else { Err(OfferFault::Rewritten) }
    }

    /// Takes the leaves up to this size in.
    async fn walk(&self, edge: &mut Edge, size: u64, mut each: impl FnMut(Hash)) -> Result<(), OfferFault> {
        while edge.size() < size {
            let leaves = self.store.leaves(edge.size()).await?;
            if leaves.is_empty() {
                return Err(OfferFault::Rewritten);
            }
            let missing = usize::try_from(size - edge.size()).unwrap_or(usize::MAX);
            for leaf in leaves.iter().take(missing).map(|leaf| leaf_hash(leaf)) {
                edge.append(leaf);
                each(leaf);
            }
        }
        Ok(())
    }

    /// The witness has seen a tree of another size than we thought.
    async fn take_size(&mut self, body: &str, here: u64) -> Result<Option<Differing>, OfferFault> {
        let size = body.trim_end().parse().ok().filter(|_| body.len() < 30);
        let seen: u64 =
            size.ok_or_else(|| OfferFault::Refused { status: StatusCode::CONFLICT, body: plain(body) })?;
        let mut edge = Edge::default();
        self.walk(&mut edge, seen.min(here), drop).await?;
        self.seen = edge;
        let said =
            format!("it has cosigned {seen} leaves, and here there are {here}: an old copy was put back");
        Ok((seen > here).then_some(Differing { seen, said }))
    }

    async fn cosigned(&mut self, mut note: Note, grown: Edge, body: &str) -> Result<Outcome, OfferFault> {
        let key = &self.witness.key;
        let is_own = |line: &NoteSignature| (line.name.as_str(), line.key_id) == (key.name(), key.id());
        let mut lines = body.lines().filter_map(|line| NoteSignature::parse(line).ok());
        let line = lines.find(is_own).ok_or(OfferFault::NotCosigned)?;
        note.put(line.clone());
        Cosigned::open(&note, key).map_err(|_| OfferFault::NotCosigned)?;
        self.store.keep_cosignature(grown.size(), key, &line).await?;
        let size = grown.size();
        (self.seen, self.cosigned) = (grown, Some(self.clock.now().instant));
        Ok(Outcome::Cosigned(size))
    }

    async fn refused(&mut self, here: u64, said: String) -> Result<Outcome, OfferFault> {
        self.store.keep_refusal(here, &self.witness.key, said.clone(), self.clock.now()).await?;
        // Next time it is asked anew what it has seen.
        (self.seen, self.cosigned) = (Edge::default(), None);
        Ok(Outcome::Differs(said))
    }
}

/// The witness has seen a larger tree than there is here.
struct Differing {
    seen: u64,
    said: String,
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}", self.key.name(), self.address)
    }
}

/// What somebody else has written, as it may stand in a line of ours.
fn plain(text: &str) -> String {
    text.chars().take(200).map(|letter| if letter.is_control() { ' ' } else { letter }).collect()
}
