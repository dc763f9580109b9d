//! Ports of 127.0.0.1 that nobody listens on.

use crate::project::Result;
use std::{
    net::{Ipv4Addr, TcpListener},
    ops::RangeInclusive,
};

/// The first free port of a range.
pub fn first_free(range: RangeInclusive<u16>) -> Result<u16> {
    let (first, last) = (*range.start(), *range.end());
    range
        .into_iter()
        .find(|port| is_free(*port))
        .ok_or_else(|| format!("no free port from {first} to {last}, choose one with --port"))
}

/// Whether a server could listen there now.
pub fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{first_free, is_free};
    use std::net::{Ipv4Addr, TcpListener};

    #[test]
    fn a_taken_port_is_passed_over() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(!is_free(port));
        assert_ne!(first_free(port..=u16::MAX), Ok(port));
        assert!(first_free(port..=port).is_err());
    }
}
