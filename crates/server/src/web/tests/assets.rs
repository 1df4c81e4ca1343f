//! Are style and typefaces served from here, once, and kept?

use axum::http::{Request, StatusCode};

use super::{client::Client, world::World};
use crate::web::assets::{ASSETS, path};

#[tokio::test]
async fn every_file_is_kept_for_ever_under_a_name_with_its_hash() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    for asset in ASSETS {
        let reply = client.get(asset.path).await;
        assert_eq!(reply.status, StatusCode::OK, "{}", asset.path);
        assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(reply.header("content-type"), asset.kind);
        assert_ne!(asset.path, format!("/assets/{}", asset.name), "the name carries a hash");
    }
    assert_eq!(client.get("/assets/farled.css").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn style_is_sent_compressed_to_those_who_can_unpack_it() {
    let world = World::demo().await;
    let mut client = Client::new(&world);
    for (accepted, sent) in [("gzip, deflate, br", "br"), ("gzip;q=1.0", "gzip"), ("identity", ""), ("", "")]
    {
        let request = Request::builder().uri(path("designsystemet.css")).header("accept-encoding", accepted);
        assert_eq!(client.send(request).await.header("content-encoding"), sent, "{accepted}");
    }
}

/// The content security policy lets nothing else through.
#[test]
fn style_refers_to_our_own_files_only() {
    for sheet in ASSETS.iter().filter(|asset| asset.name.ends_with(".css")) {
        let text = std::str::from_utf8(sheet.plain).unwrap();
        for reference in text.split("url(").skip(1) {
            let reference = reference.split(')').next().unwrap().trim_matches(['"', '\'']);
            let known = ASSETS.iter().any(|asset| asset.path.strip_prefix("/assets/") == Some(reference));
            assert!(known, "{}: {reference}", sheet.name);
        }
        assert!(!text.contains("@import") && !text.contains("http:"), "{}", sheet.name);
    }
}
