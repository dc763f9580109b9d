//! Data inside a compiled module.
//!
//! Never reads what the module does.

/// Appends a custom section, which engines pass over and scripts can read
/// (WebAssembly Core Specification, 5.5.3): the id 0, the size of what
/// follows, the size of the name, the name, the data; sizes in LEB128.
pub fn with_section(module: &[u8], name: &str, data: &[u8]) -> Vec<u8> {
    let name_size = leb128(name.len());
    let size = leb128(name_size.len() + name.len() + data.len());
    [module, &[0], &size, &name_size, name.as_bytes(), data].concat()
}

fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appends_a_section() {
        assert_eq!(
            with_section(b"m", "ab", &[7; 3]),
            b"m\0\x06\x02ab\x07\x07\x07"
        );
        let long = with_section(b"", "x", &[0; 300]);
        // 302 = 0b10_0101110
        assert_eq!(long[..5], [0, 0b1010_1110, 0b10, 1, b'x']);
        assert_eq!(long.len(), 1 + 2 + 302);
    }
}
