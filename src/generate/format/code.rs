//! Identifiers, encodings and numbers as text.

use super::Rng;
use super::text::word;
use super::time::{push_number, seconds};

const HEX: &[u8] = b"0123456789abcdef";
const DIGITS: &[u8] = b"0123456789";
const ALPHANUMERIC: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const UPPER: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const BASE36: &[u8] = b"0123456789abcdefghijklmnopqrstuvwxyz";
const CROCKFORD: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_URL: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends a number of characters of an alphabet.
fn any(rng: &mut Rng, alphabet: &[u8], count: usize, out: &mut String) {
    for _ in 0..count {
        push_nth(alphabet, rng.below(alphabet.len()), out);
    }
}

fn push_nth(alphabet: &[u8], index: usize, out: &mut String) {
    out.push(alphabet.get(index).map_or('0', |&byte| char::from(byte)));
}

/// Random, version 4 of RFC 9562.
pub(super) fn uuid(rng: &mut Rng, out: &mut String) {
    push_uuid((u128::from(rng.bits()) << 64) | u128::from(rng.bits()), 4, out);
}

/// Appends the UUID of these bits, of a version and the variant of RFC 9562.
pub(crate) fn push_uuid(bits: u128, version: u128, out: &mut String) {
    let bits = (bits & !(0xF << 76) & !(0x3 << 62)) | (version << 76) | (0x2 << 62);
    let digits = [96, 64, 32, 0].map(|shift| hex_digits((bits >> shift) as u32));
    let digits = digits.as_flattened();
    let mut text = [b'-'; 36];
    // Eight digits, four, four, four, twelve, with a dash after each.
    for (from, to, count) in [(0, 0, 8), (8, 9, 4), (12, 14, 4), (16, 19, 4), (20, 24, 12)] {
        if let (Some(digits), Some(slots)) = (digits.get(from..from + count), text.get_mut(to..to + count)) {
            slots.copy_from_slice(digits);
        }
    }
    out.push_str(std::str::from_utf8(&text).unwrap_or_default());
}

/// The eight hexadecimal digits of a number, all at once: a byte for each digit, to which the distance to its letter is
/// added.
fn hex_digits(bits: u32) -> [u8; 8] {
    let wide = u64::from(bits);
    let wide = (wide | wide << 16) & 0x0000_FFFF_0000_FFFF;
    let wide = (wide | wide << 8) & 0x00FF_00FF_00FF_00FF;
    let wide = (wide | wide << 4) & 0x0F0F_0F0F_0F0F_0F0F;
    // 1 in each byte that is 10 or more.
    let letters = (wide + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101;
    (wide + 0x3030_3030_3030_3030 + letters * u64::from(b'a' - b'9' - 1)).to_be_bytes()
}

pub(super) fn ulid(rng: &mut Rng, now_ms: i64, out: &mut String) {
    let milliseconds = seconds(rng, now_ms) * 1000 + rng.below(1000) as u64;
    for index in 0..10 {
        push_nth(CROCKFORD, (milliseconds >> (45 - index * 5) & 0x1F) as usize, out);
    }
    any(rng, CROCKFORD, 16, out);
}

pub(super) fn cuid(rng: &mut Rng, out: &mut String) {
    out.push('c');
    any(rng, BASE36, 24, out);
}

pub(super) fn object_id(rng: &mut Rng, now_ms: i64, out: &mut String) {
    let time = seconds(rng, now_ms);
    for index in 0..8 {
        push_nth(HEX, (time >> (28 - index * 4) & 0xF) as usize, out);
    }
    any(rng, HEX, 16, out);
}

/// Base64 of text of this many bytes.
pub(super) fn base64(rng: &mut Rng, bytes: usize, out: &mut String) {
    for index in 0..bytes.div_ceil(3) {
        let count = (bytes - index * 3).min(3);
        encode(readable(rng, count), count, BASE64, out);
        for _ in count..3 {
            out.push('=');
        }
    }
}

/// Base64url of this many bytes, without padding.
pub(super) fn base64_url(rng: &mut Rng, bytes: usize, out: &mut String) {
    for index in 0..bytes.div_ceil(3) {
        let count = (bytes - index * 3).min(3);
        encode(readable(rng, count), count, BASE64_URL, out);
    }
}

/// Up to three bytes that decode to letters and digits.
fn readable(rng: &mut Rng, count: usize) -> [u8; 3] {
    let mut bytes = [0; 3];
    for byte in bytes.iter_mut().take(count) {
        *byte = rng.pick(ALPHANUMERIC).copied().unwrap_or(b'a');
    }
    bytes
}

fn encode([a, b, c]: [u8; 3], count: usize, alphabet: &[u8], out: &mut String) {
    let bits = usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c);
    for index in 0..=count {
        push_nth(alphabet, bits >> (18 - index * 6) & 0x3F, out);
    }
}

fn encode_text(text: &str, out: &mut String) {
    for chunk in text.as_bytes().chunks(3) {
        let mut bytes = [0; 3];
        for (to, from) in bytes.iter_mut().zip(chunk) {
            *to = *from;
        }
        encode(bytes, chunk.len(), BASE64_URL, out);
    }
}

/// Letters of both cases, a digit and a sign where there is room.
pub(super) fn password(rng: &mut Rng, length: usize, out: &mut String) {
    let kinds: [&[u8]; 4] = [UPPER, b"abcdefghijkmnopqrstuvwxyz", b"23456789", b"!#$%*+-?@_"];
    for index in 0..length {
        match kinds.get(index) {
            Some(kind) if length >= 4 => any(rng, kind, 1, out),
            _ => any(rng, ALPHANUMERIC, 1, out),
        }
    }
}

pub(super) fn hex(rng: &mut Rng, length: usize, out: &mut String) {
    any(rng, HEX, length, out);
}

pub(super) fn token(rng: &mut Rng, length: usize, out: &mut String) {
    any(rng, ALPHANUMERIC, length, out);
}

pub(super) fn digest(rng: &mut Rng, out: &mut String) {
    out.push_str("sha256:");
    hex(rng, 64, out);
}

/// Header and claims of RFC 7519, and a signature of nothing.
pub(super) fn jwt(rng: &mut Rng, now_ms: i64, out: &mut String) {
    encode_text(r#"{"alg":"HS256","typ":"JWT"}"#, out);
    out.push('.');
    let mut claims = String::with_capacity(48);
    claims.push_str(r#"{"sub":""#);
    push_number(rng.between(1, 999_999) as u32, &mut claims);
    claims.push_str(r#"","iat":"#);
    let time = seconds(rng, now_ms);
    claims.push_str(&time.to_string());
    claims.push('}');
    encode_text(&claims, out);
    out.push('.');
    any(rng, BASE64_URL, 43, out);
}

pub(super) fn color(rng: &mut Rng, out: &mut String) {
    color_of(rng, 7, out);
}

/// `#rgb` or `#rrggbb`.
pub(super) fn color_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    if !matches!(length, 4 | 7) {
        return false;
    }
    out.push('#');
    hex(rng, length - 1, out);
    true
}

pub(super) fn integer(rng: &mut Rng, out: &mut String) {
    push_number(rng.between(1, 9999) as u32, out);
}

/// Digits without a leading zero.
pub(super) fn integer_of(rng: &mut Rng, length: usize, out: &mut String) {
    if length > 0 {
        any(rng, b"123456789", 1, out);
        any(rng, DIGITS, length - 1, out);
    }
}

/// Two decimals.
pub(super) fn number(rng: &mut Rng, out: &mut String) {
    push_number(rng.between(1, 999) as u32, out);
    out.push('.');
    any(rng, DIGITS, 2, out);
}

pub(super) fn number_of(rng: &mut Rng, length: usize, out: &mut String) {
    if length < 3 {
        return integer_of(rng, length, out);
    }
    let decimals = if length < 5 { 1 } else { 2 };
    integer_of(rng, length - 1 - decimals, out);
    out.push('.');
    any(rng, DIGITS, decimals, out);
}

/// A number of the range kept for fiction: +1, an area code, 555 01xx.
pub(super) fn phone(rng: &mut Rng, out: &mut String) {
    const AREAS: &[&str] = &["212", "213", "312", "415", "503", "512", "602", "617", "702", "720"];
    out.push_str("+1");
    out.push_str(rng.pick(AREAS).copied().unwrap_or("212"));
    out.push_str("55501");
    any(rng, DIGITS, 2, out);
}

/// A number of exactly this length, 8 to 16 characters.
pub(super) fn phone_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    if !(8..=16).contains(&length) {
        return false;
    }
    out.push('+');
    integer_of(rng, length - 1, out);
    true
}

/// A German one, whose check digits follow ISO 7064 mod 97-10.
pub(super) fn iban(rng: &mut Rng, out: &mut String) {
    let account = rng.integer(0, 999_999_999_999_999_999) as u128;
    // `DE00` moved to the end, letters as numbers.
    let rest = (account * 1_000_000 + 131_400) % 97;
    out.push_str("DE");
    let check = 98 - rest as u32;
    push_number(check / 10, out);
    push_number(check % 10, out);
    let mut scale = 100_000_000_000_000_000;
    while scale > 0 {
        push_number((account / scale % 10) as u32, out);
        scale /= 10;
    }
}

pub(super) fn bic(rng: &mut Rng, out: &mut String) {
    any(rng, UPPER, 4, out);
    out.push_str("DE");
    any(rng, UPPER, 1, out);
    any(rng, b"23456789", 1, out);
}

/// Sixteen digits that start with 4 and end in the check digit of ISO/IEC 7812.
pub(super) fn credit_card(rng: &mut Rng, out: &mut String) {
    out.push('4');
    let mut sum = 8;
    for index in 1..15 {
        let digit = rng.below(10) as u32;
        push_number(digit, out);
        sum += match (index % 2, digit) {
            (0, 5..) => digit * 2 - 9,
            (0, _) => digit * 2,
            _ => digit,
        };
    }
    push_number((10 - sum % 10) % 10, out);
}

pub(super) fn semantic_version(rng: &mut Rng, out: &mut String) {
    for (index, most) in [5, 20, 20].into_iter().enumerate() {
        if index > 0 {
            out.push('.');
        }
        push_number(rng.below(most) as u32, out);
    }
    if rng.chance(1, 8) {
        out.push('-');
        word(rng, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(write: impl Fn(&mut Rng, &mut String)) -> Vec<String> {
        let write = |seed| {
            let mut out = String::new();
            write(&mut Rng::new(seed), &mut out);
            out
        };
        (0..200).map(write).collect()
    }

    #[test]
    fn uuids_are_of_version_4() {
        for text in texts(uuid) {
            assert_eq!(text.as_bytes()[14], b'4', "{text}");
            assert!(b"89ab".contains(&text.as_bytes()[19]), "{text}");
        }
    }

    #[test]
    fn check_digits_are_right() {
        for text in texts(iban) {
            assert_eq!(text.len(), 22, "{text}");
            let moved = format!("{}1314{}", &text[4..], &text[2..4]);
            assert_eq!(moved.parse::<u128>().unwrap() % 97, 1, "{text}");
        }
        for text in texts(credit_card) {
            let digits = text.bytes().rev().map(|b| u32::from(b - b'0')).enumerate();
            let sum: u32 = digits.map(|(i, d)| if i % 2 == 0 { d } else { d * 2 / 10 + d * 2 % 10 }).sum();
            assert_eq!((text.len(), sum % 10), (16, 0), "{text}");
        }
    }

    #[test]
    fn identifiers_have_their_alphabets() {
        for text in texts(|rng, out| ulid(rng, 1_735_689_600_000, out)) {
            assert!(text.len() == 26 && text.starts_with("01"), "{text}");
        }
        for text in texts(|rng, out| jwt(rng, 1_735_689_600_000, out)) {
            assert!(text.starts_with("eyJ") && text.split('.').count() == 3, "{text}");
        }
    }
}
