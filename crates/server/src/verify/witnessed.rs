//! Have the witnesses seen this log, and lately?

use domain::Now;
use jiff::{SignedDuration, Timestamp};
use record::{Checkpoint, Cosigned, PublicKey};
use store::{Error, Store};

/// A cosignature that is older than this says little: the server asks for one every hour.
const LATELY: SignedDuration = SignedDuration::from_hours(24);
/// A witness whose clock is ahead of ours by more than this has said nothing that one can date.
const AHEAD: SignedDuration = SignedDuration::from_mins(-5);

/// A line for each witness that has cosigned, or what is to be complained of. To be asked when the log has been
/// found to be as it was signed: then each of its checkpoints is.
pub(super) async fn look(
    store: &Store,
    witnesses: &[PublicKey],
    leaves: u64,
    now: Now,
) -> Result<Result<String, String>, Error> {
    if let Some(refusal) = store.refusals().await?.first() {
        let (witness, said) = (&refusal.witness, &refusal.said);
        let complaint = format!("the witness {witness} does not recognise this log: {said}");
        return Ok(Err(format!("NOT AS IT WAS WRITTEN: {complaint}\n")));
    }
    if witnesses.is_empty() {
        return Ok(Ok("witnesses: NONE NAMED\n".to_owned()));
    }
    let mut words = String::new();
    for witness in witnesses {
        let name = witness.name();
        match seen(store, witness, now).await? {
            Ok((size, at)) => {
                words += &format!("witness {name}: cosigned {size} of {leaves} leaves at {at}\n")
            }
            Err(complaint) => return Ok(Err(format!("NOT WITNESSED: {name} {complaint}\n"))),
        }
    }
    Ok(Ok(words))
}

/// How many leaves a witness has cosigned, and when.
async fn seen(
    store: &Store,
    witness: &PublicKey,
    now: Now,
) -> Result<Result<(u64, Timestamp), String>, Error> {
    let Some(note) = store.cosigned(witness).await? else {
        return Ok(Err("has cosigned nothing".to_owned()));
    };
    let opened = Cosigned::open(&note, witness).and_then(|said| Ok((said, Checkpoint::parse(note.text())?)));
    let Ok((said, checkpoint)) = opened else {
        return Ok(Err("has not signed what stands under the newest checkpoint in its name".to_owned()));
    };
    let at = i64::try_from(said.at).ok().and_then(|at| Timestamp::from_second(at).ok());
    Ok(match at.filter(|at| (AHEAD..=LATELY).contains(&now.instant.duration_since(*at))) {
        Some(at) => Ok((checkpoint.size, at)),
        None => Err(format!("has cosigned nothing in the last {} hours", LATELY.as_hours())),
    })
}
