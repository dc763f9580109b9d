//! Names of files and folders that every system takes.
//!
//! Never makes one.

/// The bytes of such a name: systems allow 255, of which some are for what stands before and after it,
/// and readers like fewer.
pub const LONGEST: usize = 64;

/// Whether Windows takes a name, in lower-case letters, for a device, whatever its ending is
/// (Microsoft, "Naming Files, Paths, and Namespaces").
#[must_use]
pub fn is_device(name: &str) -> bool {
    let numbered = |port: &str| {
        let number = name.strip_prefix(port);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    matches!(name, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::is_device;

    #[test]
    fn devices_are_names_of_their_own_only() {
        for device in ["con", "nul", "com1", "lpt9"] {
            assert!(is_device(device), "{device}");
        }
        for name in ["", "conrad", "con-way", "com", "com10", "lpt-1", "zoe"] {
            assert!(!is_device(name), "{name}");
        }
    }
}
