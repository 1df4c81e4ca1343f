//! How does the server start, and how does it stop?

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::{
    disposal, offering,
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
    let stopped = stopped()?;
    println!("http://{}", listener.local_addr()?);
    let _offering = offering::start(&app.config.witnesses, &app.store, &app.clock);
    let _disposal = disposal::start(&app.store, &app.clock);
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    let served = axum::serve(listener, service).with_graceful_shutdown(stopped).await;
    sealing.finish().await?;
    Ok(served?)
}

/// Told to stop by a keyboard or by whatever runs the server. It is listened for from the call on, not from the first
/// wait: who is told the address may end the server at once.
#[cfg(unix)]
pub fn stopped() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

#[cfg(not(unix))]
pub fn stopped() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    Ok(async {
        // Without a handler the program can still be ended from outside.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
