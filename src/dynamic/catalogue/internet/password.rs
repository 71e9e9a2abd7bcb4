//! Passwords.

use crate::dynamic::{Call, Output};
use crate::schema::pattern::Pattern;

/// Longest password.
const LONGEST: i64 = 10_000;

pub(super) fn password(call: &mut Call<'_>) -> Output {
    let length = call.arguments.integer("length").unwrap_or(15).clamp(0, LONGEST) as usize;
    let memorable = call.arguments.flag("memorable").unwrap_or(false);
    let prefix = call.arguments.text("prefix").unwrap_or_default();
    call.out.extend(prefix.chars().take(length));
    let rest = length.saturating_sub(prefix.chars().count());
    if memorable {
        for at in 0..rest {
            call.pick(if at % 2 == 0 { CONSONANTS } else { VOWELS });
        }
        return Output::Text;
    }
    let allowed = call.arguments.text("pattern").map(allowed).filter(|allowed| !allowed.is_empty());
    let allowed = allowed.as_deref().unwrap_or(WORD);
    for _ in 0..rest {
        call.out.push(call.rng.pick(allowed).copied().map_or('x', char::from));
    }
    Output::Text
}

const WORD: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
const VOWELS: &[&str] = &["a", "e", "i", "o", "u"];
const CONSONANTS: &[&str] =
    &["b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z"];

/// The visible ASCII characters that a pattern such as `/[A-Z]/` matches.
fn allowed(pattern: &str) -> Vec<u8> {
    let bare = pattern.strip_prefix('/').and_then(|bare| bare.strip_suffix('/')).unwrap_or(pattern);
    let Ok(pattern) = Pattern::parse(bare) else { return Vec::new() };
    let mut buffer = [0; 4];
    (b'!'..=b'~')
        .filter(|byte| pattern.is_match(char::from(*byte).encode_utf8(&mut buffer)) == Some(true))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draw;
    use crate::dynamic::{Argument, Arguments};

    fn drawn(set: &[(&'static str, Argument)], seed: u64) -> String {
        let mut arguments = Arguments::default();
        for (name, value) in set {
            arguments.set(name, value.clone());
        }
        draw("internet.password", &arguments, "en", seed).1
    }

    #[test]
    fn keeps_to_the_arguments() {
        for seed in 0..50 {
            let plain = drawn(&[], seed);
            assert!(plain.len() == 15 && plain.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
            let capitals = drawn(&[("pattern", Argument::Text("/[A-Z]/".into()))], seed);
            assert!(capitals.bytes().all(|byte| byte.is_ascii_uppercase()), "{capitals}");
            let spoken =
                drawn(&[("memorable", Argument::Flag(true)), ("length", Argument::Integer(8))], seed);
            assert!(spoken.len() == 8 && spoken.bytes().skip(1).step_by(2).all(|b| b"aeiou".contains(&b)));
            let prefixed = drawn(&[("prefix", Argument::Text("Hello ".into()))], seed);
            assert!(prefixed.starts_with("Hello ") && prefixed.len() == 15);
        }
    }

    #[test]
    fn is_bounded() {
        for length in [i64::MIN, -1, 0, i64::MAX] {
            assert!(drawn(&[("length", Argument::Integer(length))], 1).len() <= 10_000);
        }
        for pattern in ["(", "/[^\\s\\S]/", ""] {
            assert_eq!(drawn(&[("pattern", Argument::Text(pattern.into()))], 1).len(), 15);
        }
    }
}
