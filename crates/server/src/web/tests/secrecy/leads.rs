//! Does every link on every page lead its reader to a page, and is everything there said in words?

use std::{
    collections::BTreeSet,
    sync::atomic::{AtomicUsize, Ordering},
};

use axum::http::StatusCode;

use super::{
    super::client::{Client, Reply},
    crawl::links,
    ground::{Ground, TODAY, block_on},
};

/// How many lead on to the next page before it is said that they go round.
const REDIRECTS: usize = 3;

/// Everybody in the demo follows every link from the first page on. A link that says no, to whom it was shown, is a
/// fault of the page that showed it.
#[test]
fn every_link_leads_its_reader_to_a_page() {
    let seats = block_on(Ground::on(TODAY).seats());
    let (next, pages) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let faults = std::thread::scope(|scope| {
        let walks: Vec<_> = (0..std::thread::available_parallelism().map_or(2, usize::from))
            .map(|_| {
                scope.spawn(|| {
                    let (ground, mut faults) = (Ground::on(TODAY), vec![]);
                    while let Some(seated) = seats.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let token = block_on(ground.token(&seated.seat));
                        let mut client = Client::at(&ground.site, Some(token));
                        let (read, told) = block_on(walked(&mut client));
                        pages.fetch_add(read, Ordering::Relaxed);
                        faults.extend(told.into_iter().map(|fault| format!("{}: {fault}", seated.name)));
                    }
                    faults
                })
            })
            .collect();
        walks.into_iter().flat_map(|walk| walk.join().unwrap()).collect::<Vec<_>>()
    });
    let (pages, people) = (pages.into_inner(), seats.len());
    println!("{pages} pages read by {people} people");
    assert!(pages > 10 * people, "{pages} pages read by {people} people");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// How many pages somebody came to, and what was wrong with them.
async fn walked(client: &mut Client) -> (usize, Vec<String>) {
    let mut faults = vec![];
    let mut ahead = vec![("/".to_owned(), String::new())];
    let mut known: BTreeSet<String> = BTreeSet::from(["/".to_owned()]);
    while let Some((address, from)) = ahead.pop() {
        let reply = arrived(client, &address).await;
        if reply.status != StatusCode::OK {
            faults.push(format!("{from} links to {address}, which answers {}", reply.status));
            continue;
        }
        if reply.body.contains("{$") {
            faults.push(format!("{address} lacks a value in its words"));
        }
        if reply.body.contains("&#34;:") {
            faults.push(format!("{address} shows something as it is stored"));
        }
        for link in links(&reply.body) {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            if !link.starts_with("/assets/") && known.insert(link.clone()) {
                ahead.push((link, address.clone()));
            }
        }
    }
    (known.len(), faults)
}

async fn arrived(client: &mut Client, address: &str) -> Reply {
    let mut reply = client.get(address).await;
    for _ in 0..REDIRECTS {
        if reply.status != StatusCode::SEE_OTHER {
            break;
        }
        let to = reply.header("location").to_owned();
        reply = client.get(&to).await;
    }
    reply
}
