//! JSON Web Tokens that look right: header and payload can be read, the signature is made up.

use crate::dynamic::{Call, Output};
use std::fmt::Write as _;

const ALGORITHMS: &[&str] = &[
    "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384",
    "PS512",
];

pub(super) fn jwt_algorithm(call: &mut Call<'_>) -> Output {
    call.pick(ALGORITHMS)
}

pub(super) fn jwt(call: &mut Call<'_>) -> Output {
    encode(br#"{"alg":"HS256","typ":"JWT"}"#, call.out);
    call.out.push('.');

    let issued = call.now.div_euclid(1000) - call.rng.below(3600) as i64;
    let (subject, token) = (call.rng.bits(), call.rng.bits());
    let mut payload = String::with_capacity(160);
    // Writing to a string cannot fail.
    _ = write!(payload, r#"{{"sub":"{}","name":""#, subject % 1_000_000_000);
    // The user name needs no escapes, whatever the locale.
    call.entity.person(call.rng, call.locale).write_user_name(super::given(call), &mut payload);
    _ = write!(payload, r#"","jti":"{token:016x}","iat":{issued},"exp":{}}}"#, issued + 86_400);
    encode(payload.as_bytes(), call.out);
    call.out.push('.');

    let mut signature = [0; 32];
    for part in signature.chunks_mut(8) {
        part.copy_from_slice(&call.rng.bits().to_le_bytes());
    }
    encode(&signature, call.out);
    Output::Text
}

/// Appends base64url without padding.
fn encode(bytes: &[u8], out: &mut String) {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for chunk in bytes.chunks(3) {
        let mut group = 0;
        for at in 0..3 {
            group = group << 8 | usize::from(chunk.get(at).copied().unwrap_or(0));
        }
        for at in 0..=chunk.len() {
            let digit = group >> (18 - 6 * at) & 63;
            out.push(ALPHABET.get(digit).copied().map_or('A', char::from));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draw;
    use super::*;
    use crate::dynamic::Arguments;
    use crate::generate::format::Format;

    #[test]
    fn tokens_have_three_parts() {
        for seed in 0..100 {
            let (_, token) = draw("internet.jwt", &Arguments::NONE, "ja", seed);
            let parts: Vec<&str> = token.split('.').collect();
            assert!(parts.len() == 3 && parts.iter().all(|part| Format::Base64Url.matches(part)), "{token}");
            assert!(token.starts_with("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ"), "{token}");
        }
    }

    #[test]
    fn encodes_every_length() {
        for (text, encoded) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg")] {
            let mut out = String::new();
            encode(text.as_bytes(), &mut out);
            assert_eq!(out, encoded);
        }
    }
}
