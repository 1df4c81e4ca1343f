//! How many answers a second, and how long does each take?

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use super::{client::Client, plan::Plan};

/// Before anything is measured: connections are open, statements prepared and pages in memory.
const WARM_UP: Duration = Duration::from_secs(1);

/// What a signed-in person sends along.
pub struct Session {
    cookie: String,
    /// What every form of this session carries.
    form_mark: String,
}

/// A request, ready to be written to a connection.
pub struct Request {
    bytes: Vec<u8>,
}

/// What came out of one measurement.
pub struct Figures {
    /// How long each answer took, in microseconds, the quickest first.
    micros: Vec<u64>,
    seconds: f64,
    /// Requests answered with anything but 200 or 303, or not at all.
    pub failed: usize,
}

impl Request {
    pub fn new(path: &str, form: Option<&str>, session: &Session) -> Self {
        let head = format!("{path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: {}\r\n", session.cookie);
        let bytes = match form {
            None => format!("GET {head}\r\n"),
            Some(form) => {
                let form = format!("form-mark={}&{form}", session.form_mark);
                let kind = "Content-Type: application/x-www-form-urlencoded";
                format!("POST {head}{kind}\r\nContent-Length: {}\r\n\r\n{form}", form.len())
            }
        };
        Self { bytes: bytes.into_bytes() }
    }
}

impl Figures {
    /// Good answers a second.
    #[expect(clippy::cast_precision_loss, reason = "counts far below 2^52")]
    pub fn rate(&self) -> f64 {
        (self.micros.len() as f64) / self.seconds
    }

    /// Milliseconds within which this share, in per cent, was answered.
    #[expect(clippy::cast_precision_loss, reason = "microseconds far below 2^52")]
    pub fn percentile(&self, share: usize) -> f64 {
        let last = self.micros.len().saturating_sub(1);
        let at = (self.micros.len() * share / 100).min(last);
        self.micros.get(at).map_or(f64::NAN, |micros| *micros as f64 / 1000.0)
    }
}

/// Signs in from every seat the plan names.
pub fn sign_in(address: SocketAddr, plan: &Plan) -> Result<BTreeMap<String, Session>, String> {
    let nobody = Session { cookie: String::new(), form_mark: String::new() };
    let mut client = Client::connect(address)?;
    let mut sessions = BTreeMap::new();
    for seat in plan.seats() {
        let request = Request::new("/sign-in", Some(&format!("seat={seat}&next=%2F")), &nobody);
        let response = client.send(&request.bytes)?;
        let cookie = response.set_cookie.filter(|_| response.status == 303);
        let cookie =
            cookie.ok_or_else(|| format!("signing in from {seat} was answered with {}", response.status))?;
        let mut session = Session { cookie, form_mark: String::new() };
        // Every page of one who is signed in has a form in its frame: signing out.
        let page = client.send(&Request::new("/sessions", None, &session).bytes)?;
        session.form_mark = form_mark(&String::from_utf8_lossy(&page.body)).unwrap_or_default();
        sessions.insert(seat.to_owned(), session);
    }
    Ok(sessions)
}

fn form_mark(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("name=\"form-mark\" value=\"")?;
    rest.split('"').next().map(str::to_owned)
}

/// Lets so many clients ask in turn for what is in the list, for so long.
pub fn run(
    address: SocketAddr,
    requests: &[Request],
    clients: usize,
    time: Duration,
) -> Result<Figures, String> {
    let next = AtomicUsize::new(0);
    let (measuring, done) = (AtomicBool::new(false), AtomicBool::new(false));
    let mut started = Instant::now();
    let mut seconds = 0.0;
    let results: Vec<Result<(Vec<u64>, usize), String>> = thread::scope(|scope| {
        let asking: Vec<_> =
            (0..clients).map(|_| scope.spawn(|| ask(address, requests, &next, &measuring, &done))).collect();
        thread::sleep(WARM_UP);
        started = Instant::now();
        measuring.store(true, Ordering::Relaxed);
        thread::sleep(time);
        measuring.store(false, Ordering::Relaxed);
        seconds = started.elapsed().as_secs_f64();
        done.store(true, Ordering::Relaxed);
        asking
            .into_iter()
            .map(|client| client.join().unwrap_or_else(|_| Err("a client broke down".to_owned())))
            .collect()
    });
    let (mut micros, mut failed) = (vec![], 0);
    for result in results {
        let (of_client, failed_of_client) = result?;
        micros.extend(of_client);
        failed += failed_of_client;
    }
    micros.sort_unstable();
    Ok(Figures { micros, seconds, failed })
}

/// One client: asks, waits, asks again. Only what ends while it is measured counts.
fn ask(
    address: SocketAddr,
    requests: &[Request],
    next: &AtomicUsize,
    measuring: &AtomicBool,
    done: &AtomicBool,
) -> Result<(Vec<u64>, usize), String> {
    let mut client = Client::connect(address)?;
    let (mut micros, mut failed) = (vec![], 0);
    while !done.load(Ordering::Relaxed) {
        let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed) % requests.len().max(1)) else {
            return Err("there is nothing to ask for".to_owned());
        };
        let asked = Instant::now();
        let answer = client.send(&request.bytes);
        let took = asked.elapsed();
        let good = answer.as_ref().is_ok_and(|response| matches!(response.status, 200 | 303));
        if answer.is_err() {
            client = Client::connect(address)?;
        }
        if measuring.load(Ordering::Relaxed) {
            if good {
                micros.push(u64::try_from(took.as_micros()).unwrap_or(u64::MAX));
            } else {
                failed += 1;
            }
        }
    }
    Ok((micros, failed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let figures =
            Figures { micros: (1..=100).map(|milli| milli * 1000).collect(), seconds: 2.0, failed: 0 };
        assert!((figures.rate() - 50.0).abs() < 1e-9);
        assert!((figures.percentile(50) - 51.0).abs() < 1e-9);
        assert!((figures.percentile(100) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn a_form_carries_the_mark_of_its_session() {
        let session = Session { cookie: "s=1".into(), form_mark: "m".into() };
        let request = Request::new("/x", Some("a=b"), &session);
        let text = String::from_utf8(request.bytes).unwrap();
        assert!(
            text.starts_with("POST /x HTTP/1.1\r\n")
                && text.ends_with("Content-Length: 15\r\n\r\nform-mark=m&a=b"),
            "{text}"
        );
    }

    #[test]
    fn the_mark_is_found_on_a_page() {
        assert_eq!(
            form_mark("<input type=\"hidden\" name=\"form-mark\" value=\"abc\">").as_deref(),
            Some("abc")
        );
    }
}
