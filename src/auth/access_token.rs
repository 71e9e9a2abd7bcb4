//! The form of access tokens, the management plane's bearer tokens: `emk_`, 33 random characters, 6 of a checksum.
//!
//! The prefix lets scanners for secrets find a token that was published by mistake, and the checksum tells them and us
//! a token from a text that looks like one. A typo is noticed without a look-up.

use super::TokenHash;
use crate::hex::hex;

/// What every access token begins with.
pub const ACCESS_TOKEN_PREFIX: &str = "emk_";
/// How many characters of a token lists show, to tell tokens apart.
const SHOWN: usize = 8;
/// The digits of base 62.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Base-62 digits of 64 bits.
const WORD_DIGITS: usize = 11;
/// Base-62 digits of the checksum.
const CHECKSUM_DIGITS: usize = 6;
/// The whole length in characters.
const LENGTH: usize = ACCESS_TOKEN_PREFIX.len() + 3 * WORD_DIGITS + CHECKSUM_DIGITS;

/// A new access token out of 192 random bits.
///
/// ```
/// use edgemock::auth::{is_access_token, new_access_token};
/// let token = new_access_token([1, 2, 3]);
/// assert_eq!(token, "emk_0000000000100000000002000000000033ckmTs");
/// assert!(is_access_token(&token));
/// assert!(!is_access_token("emk_0000000000100000000002000000000043ckmTs"));
/// ```
pub fn new_access_token(random: [u64; 3]) -> String {
    let mut token = String::with_capacity(LENGTH);
    token.push_str(ACCESS_TOKEN_PREFIX);
    for word in random {
        push_digits(&mut token, word, WORD_DIGITS);
    }
    let checksum = crc32(token.as_bytes());
    push_digits(&mut token, u64::from(checksum), CHECKSUM_DIGITS);
    token
}

/// Whether a text has the form of an access token, checksum included.
pub fn is_access_token(text: &str) -> bool {
    if text.len() != LENGTH || !text.starts_with(ACCESS_TOKEN_PREFIX) {
        return false;
    }
    let Some((body, checksum)) = text.split_at_checked(LENGTH - CHECKSUM_DIGITS) else { return false };
    let mut expected = String::with_capacity(CHECKSUM_DIGITS);
    push_digits(&mut expected, u64::from(crc32(body.as_bytes())), CHECKSUM_DIGITS);
    body.bytes().skip(ACCESS_TOKEN_PREFIX.len()).all(|byte| byte.is_ascii_alphanumeric())
        && checksum == expected
}

/// What lists show of a token: enough to tell it from others, far too little to guess the rest.
///
/// ```
/// let token = edgemock::auth::new_access_token([u64::MAX, 2, 3]);
/// assert_eq!(edgemock::auth::shown_prefix(&token), "emk_LygH");
/// ```
pub fn shown_prefix(token: &str) -> &str {
    token.get(..SHOWN).unwrap_or_default()
}

impl TokenHash {
    /// The hash in hexadecimal digits, as the database has it.
    ///
    /// ```
    /// let hash = edgemock::auth::TokenHash::of("abc").to_hex();
    /// assert_eq!(hash, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    /// ```
    pub fn to_hex(&self) -> String {
        hex(self.bytes())
    }
}

/// Appends the last `count` base-62 digits of a number.
fn push_digits(text: &mut String, value: u64, count: usize) {
    let mut scale = 62_u64.pow(count as u32 - 1);
    for _ in 0..count {
        let digit = (value / scale % 62) as usize;
        text.push(DIGITS.get(digit).map_or('0', |&digit| char::from(digit)));
        scale /= 62;
    }
}

/// CRC-32 as zip and Ethernet have it. Bit by bit: tables are for more than some forty bytes a request.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & 0_u32.wrapping_sub(crc & 1));
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_is_crc32() {
        // The check value of the catalogue of parametrised CRC algorithms.
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(crc32(b""), 0);
    }

    #[test]
    fn words_keep_all_their_bits() {
        let extremes = [0, 1, 61, 62, u64::from(u32::MAX), u64::MAX - 1, u64::MAX];
        let tokens: std::collections::HashSet<_> =
            extremes.iter().map(|&word| new_access_token([word, 0, 0])).collect();
        assert_eq!(tokens.len(), extremes.len());
        for token in tokens {
            assert_eq!(token.len(), LENGTH);
            assert!(is_access_token(&token), "{token}");
        }
    }

    #[test]
    fn every_typo_is_noticed() {
        let token = new_access_token([0x0123_4567_89ab_cdef, 42, u64::MAX / 3]);
        for at in 0..token.len() {
            for other in ['x', 'Y', '0', '_', ' '] {
                let mut typo: Vec<char> = token.chars().collect();
                if typo[at] != other {
                    typo[at] = other;
                    assert!(!is_access_token(&typo.iter().collect::<String>()), "{at} {other}");
                }
            }
            assert!(!is_access_token(&token[..at]), "cut at {at}");
        }
        for at in 0..token.len() - 1 {
            let mut swapped: Vec<char> = token.chars().collect();
            swapped.swap(at, at + 1);
            let swapped: String = swapped.iter().collect();
            assert_eq!(is_access_token(&swapped), swapped == token, "{at}");
        }
        for noise in ["", "emk_", "emk", &token.to_lowercase(), &format!("{token}0"), &"ü".repeat(21), "é"]
        {
            assert!(!is_access_token(noise), "{noise}");
        }
        // As long as a token, and the cut for the checksum falls inside a character.
        let wide = format!("emk_{}{}xx", "a".repeat(32), "€€€".get(..6).unwrap_or_default());
        assert!(!is_access_token(&wide));
    }
}
