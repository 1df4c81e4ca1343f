//! How does the server start, and how does it stop?

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::{
    open::StartFault,
    sealing::Sealing,
    web::{app::App, router::router},
};

/// Serves until told to stop; requests under way are finished first, and then the record is sealed once more.
///
/// # Errors
/// If the address is taken or may not be used, or if the record cannot be sealed.
pub async fn serve(app: App) -> Result<(), StartFault> {
    let listener = TcpListener::bind(app.config.listen).await?;
    let sealing = Sealing::new(&app.config, &app.store, app.clock.clone()).await?;
    let sealing = sealing.start(&app.store).await?;
    println!("http://{}", listener.local_addr()?);
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stopped()).await;
    sealing.finish().await?;
    Ok(served?)
}

/// Told to stop by a keyboard or by whatever runs the server.
async fn stopped() {
    tokio::select! {
        () = interrupted() => {}
        () = terminated() => {}
    }
}

async fn interrupted() {
    // Without a signal handler the program can still be ended from outside.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => drop(signal.recv().await),
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
