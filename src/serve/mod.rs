//! The site on this machine while its file is written: a save is on screen at
//! once, and a mistake is shown over the page until it is put right.
//!
//! Listens on 127.0.0.1 only, and answers only who asks for this machine. Never
//! writes a file.

mod desk;
mod follow;
mod host;

use std::io::{self, Write};
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::time::Duration;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{HeaderValue, Method, StatusCode, Uri};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::source::Audience;
use desk::Desk;

/// What is served.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The résumé.
    pub file: PathBuf,
    /// The compiled app; that in this program where there is none.
    pub app: Option<PathBuf>,
    /// Who it is shown to.
    pub audience: Audience,
    /// The address that the site will have, in place of the file's own.
    pub url: Option<String>,
    /// Where to listen; else at the first free port from 8080 on.
    pub port: Option<u16>,
    /// Whether to open it in a browser.
    pub open: bool,
}

/// How long a page waits for news before it asks again: less than what lies
/// between would wait.
const PATIENCE: Duration = Duration::from_secs(20);

type News = watch::Receiver<Desk>;

/// Serves until it is stopped.
///
/// # Errors
///
/// If it cannot listen.
pub fn run(settings: Settings) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .enable_time()
        .build()?;
    runtime.block_on(async {
        let listener = listen(settings.port).await?;
        let address = format!("http://{}/", listener.local_addr()?);
        println!(
            "{address} shows {}; Ctrl-C stops it",
            settings.file.display()
        );
        let open = settings.open;
        let news = follow::start(settings);
        if open && open::that_detached(&address).is_err() {
            tell("no browser could be opened\n");
        }
        let site = Router::new()
            .route("/live", get(live))
            .fallback(file)
            .layer(middleware::from_fn(host::check))
            .with_state(news);
        axum::serve(listener, site).await
    })
}

async fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let at = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        let named = |error: io::Error| {
            io::Error::new(
                error.kind(),
                format!("cannot listen at port {port}: {error}"),
            )
        };
        return at(port).await.map_err(named);
    }
    for port in 8080..8179 {
        if let Ok(listener) = at(port).await {
            return Ok(listener);
        }
    }
    at(0).await
}

/// Answers once there is another edition than the one the page has.
async fn live(State(mut news): State<News>, RawQuery(seen): RawQuery) -> Response {
    let seen = seen.unwrap_or_default();
    let other = news.wait_for(|desk| desk.edition != seen);
    // Without news the answer is what it was.
    let _ = tokio::time::timeout(PATIENCE, other).await;
    let desk = news.borrow().clone();
    let body = serde_json::json!({ "edition": desk.edition, "problem": desk.problem });
    answer("json", body.to_string())
}

/// Answers a file of the site, which is finished now if it was not before.
async fn file(State(news): State<News>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let desk = news.borrow().clone();
    let Some(path) = path(uri.path()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if path == desk::LIVE {
        return answer("js", include_str!("live.js"));
    }
    if desk.is_folder(&path) {
        return (
            StatusCode::PERMANENT_REDIRECT,
            [(LOCATION, format!("/{path}/"))],
        )
            .into_response();
    }
    let name = if path.is_empty() || path.ends_with('/') {
        path + "index.html"
    } else {
        path
    };
    let ending = name.rsplit('.').next().unwrap_or_default().to_owned();
    let made = tokio::task::spawn_blocking(move || desk.file(&name)).await;
    match made {
        Ok(Some(Ok(bytes))) => answer(&ending, bytes),
        Ok(Some(Err(error))) => {
            tell(&format!("error: {error}\n"));
            (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()).into_response()
        }
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tell(&format!("error: {error}\n"));
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Tells the owner something; a terminal that is gone is no reason to stop.
fn tell(what: &str) {
    let _ = io::stderr().write_all(what.as_bytes());
}

/// The path of a file within the site.
fn path(address: &str) -> Option<String> {
    let path = percent_encoding::percent_decode_str(address)
        .decode_utf8()
        .ok()?;
    Some(path.trim_start_matches('/').to_owned())
}

fn answer(ending: &str, body: impl IntoResponse) -> Response {
    let mut response = body.into_response();
    let kind = mime_guess::from_ext(ending).first_or_octet_stream();
    let kind = match kind.type_().as_str() {
        "text" => format!("{kind}; charset=utf-8"),
        _ => kind.to_string(),
    };
    let headers = response.headers_mut();
    if let Ok(kind) = HeaderValue::from_str(&kind) {
        headers.insert(CONTENT_TYPE, kind);
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
