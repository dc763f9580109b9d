//! For which host a request is: a page of another site may have its name lead
//! to this machine once it is open (DNS rebinding), and could then read what is
//! here. The browser still says which name it asks for.
//!
//! Never looks at what is asked for.

use axum::extract::Request;
use axum::http::StatusCode;
use axum::http::header::HOST;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// What is said to others: 421 is for a server that cannot answer for a host
/// (<https://www.rfc-editor.org/rfc/rfc9110#name-421-misdirected-request>).
const OTHER: (StatusCode, &str) = (
    StatusCode::MISDIRECTED_REQUEST,
    "this server answers at 127.0.0.1 and localhost only\n",
);

/// Hands on what is for this machine.
pub async fn check(request: Request, next: Next) -> Response {
    let host = request.headers().get(HOST);
    if host.is_some_and(|host| is_here(host.as_bytes())) {
        next.run(request).await
    } else {
        OTHER.into_response()
    }
}

/// Whether a host is this machine, at whatever port: that may be another's,
/// which leads here.
fn is_here(host: &[u8]) -> bool {
    let Ok(host) = str::from_utf8(host) else {
        return false;
    };
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_name = name == "127.0.0.1" || name.eq_ignore_ascii_case("localhost");
    is_name && port.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_here;

    #[test]
    fn only_names_of_this_machine_lead_here() {
        for host in [
            "127.0.0.1",
            "127.0.0.1:8080",
            "localhost",
            "localhost:8080",
            "LocalHost:1",
        ] {
            assert!(is_here(host.as_bytes()), "{host}");
        }
        for host in [
            "",
            ":8080",
            "evil.example",
            "evil.example:8080",
            "localhost.evil.example",
            "127.0.0.1.evil.example:8080",
            "localhost:8080:evil.example",
            "localhost:evil.example",
            "evil.example#localhost",
            "127.0.0.2",
            "127.1",
            "0.0.0.0:8080",
            "[::1]:8080",
            "192.168.0.2",
            "localhost.",
            " localhost",
        ] {
            assert!(!is_here(host.as_bytes()), "{host}");
        }
        assert!(!is_here(b"localhost\xff"));
    }
}
