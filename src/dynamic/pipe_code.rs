//! Encodings and digests that pipes use.

use sha2::Digest;
use std::fmt::Write as _;

const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The digest of a text, in hexadecimal digits.
pub(super) fn digest<D: Digest>(text: &str) -> String {
    let mut digits = String::new();
    for byte in &D::digest(text.as_bytes()) {
        // Writing to a String cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// Base64 with padding.
pub(super) fn base64(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len().div_ceil(3) * 4);
    for chunk in text.as_bytes().chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let symbol = BASE64.get((bits >> (18 - 6 * index) & 63) as usize).copied().unwrap_or(b'A');
            encoded.push(if index <= chunk.len() { char::from(symbol) } else { '=' });
        }
    }
    encoded
}

/// The text of Base64, also of its form for addresses; `None` where it is not Base64, or not of UTF-8.
pub(super) fn from_base64(text: &str) -> Option<String> {
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for symbol in text.trim().trim_end_matches('=').bytes() {
        let symbol = match symbol {
            b'-' => b'+',
            b'_' => b'/',
            other => other,
        };
        let value = BASE64.iter().position(|known| *known == symbol)? as u32;
        bits = bits << 6 | value;
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    String::from_utf8(bytes).ok()
}

/// A text as a part of an address: everything but letters, digits and `-_.!~*'()` as `%XX`.
pub(super) fn url_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

/// The text of a part of an address; what is no `%XX` stays. `None` where that is not UTF-8.
pub(super) fn url_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |byte: u8| char::from(byte).to_digit(16);
        if let (b'%', [high, low, after @ ..]) = (*first, after)
            && let (Some(high), Some(low)) = (digit(*high), digit(*low))
        {
            bytes.push((high * 16 + low) as u8);
            rest = after;
            continue;
        }
        bytes.push(if *first == b'+' { b' ' } else { *first });
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_there_and_back() {
        for (text, expected) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("größe", "Z3LDtsOfZQ==")]
        {
            assert_eq!(base64(text), expected);
            assert_eq!(from_base64(expected).as_deref(), Some(text));
        }
        assert_eq!(from_base64("Z3LDtsOfZQ").as_deref(), Some("größe"));
        assert_eq!((from_base64("a b"), from_base64("/w==")), (None, None));
    }

    #[test]
    fn addresses_there_and_back() {
        assert_eq!(url_encode("a b/ü"), "a%20b%2F%C3%BC");
        assert_eq!(url_decode("a%20b%2F%C3%BC+c%zz%").as_deref(), Some("a b/ü c%zz%"));
        assert_eq!(url_decode("%ff"), None);
    }

    #[test]
    fn known_digests() {
        assert_eq!(digest::<md5::Md5>("abc"), "900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(digest::<sha1::Sha1>("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
        assert!(digest::<sha2::Sha256>("abc").starts_with("ba7816bf8f01cfea"));
    }
}
