//! How does the server start, and how does it stop?

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::web::{app::App, router::router};

/// Serves until told to stop; requests under way are finished first.
///
/// # Errors
/// If the address is taken or may not be used.
pub async fn serve(app: App) -> std::io::Result<()> {
    let listener = TcpListener::bind(app.config.listen).await?;
    println!("http://{}", listener.local_addr()?);
    let service = router(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(stopped()).await
}

async fn stopped() {
    // Without a signal handler the program can still be ended from outside.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
