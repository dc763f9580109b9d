//! Files as they are sent: packed with gzip (RFC 1952) and with brotli
//! (RFC 7932), as small as either can.
//!
//! Never knows what the files are.

use std::io::{self, Write};
use std::path::Path;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{File, headers};

/// A file packed in a way, and the ending that its name gets then.
type Way = (&'static str, fn(&[u8]) -> io::Result<Vec<u8>>);

const WAYS: [Way; 2] = [("br", brotli), ("gz", gzip)];

/// What does not get smaller, since it is packed already.
const PACKED: [&str; 4] = ["docx", "pdf", "png", "zip"];

/// Packs some bytes with gzip.
pub fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// Packs some bytes with brotli.
pub fn brotli(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        ..BrotliEncoderParams::default()
    };
    brotli::BrotliCompress(&mut bytes, &mut packed, &parameters)?;
    Ok(packed)
}

/// The packed files that stand beside others, for servers that look for
/// them: `a.html.br` and `a.html.gz`.
pub fn beside(files: &[File]) -> io::Result<Vec<File>> {
    let mut packed = Vec::new();
    for file in files {
        if has_ending(&file.path, &PACKED) || file.path == Path::new(headers::FILE) {
            continue;
        }
        for (ending, pack) in WAYS {
            let bytes = pack(&file.bytes)?;
            let mut path = file.path.clone().into_os_string();
            path.push(".");
            path.push(ending);
            packed.push(File {
                path: path.into(),
                bytes,
            });
        }
    }
    Ok(packed)
}

/// Whether a file is one of those.
pub fn is_beside(path: &Path) -> bool {
    has_ending(path, &WAYS.map(|(ending, _)| ending))
}

/// The file that a packed one stands beside; another is what it is.
pub fn plain(path: &Path) -> &Path {
    let text = path.to_str().unwrap_or_default();
    let mut endings = WAYS.iter();
    let plain = endings.find_map(|(ending, _)| text.strip_suffix(ending)?.strip_suffix('.'));
    plain.map_or(path, Path::new)
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.contains(&ending))
}
