//! Words, and the formats made of them or taken from short lists.

use super::Rng;
use fake::locales::{Data, EN};

/// Appends words.
pub(super) fn words(rng: &mut Rng, count: usize, separator: char, out: &mut String) {
    for index in 0..count {
        if index > 0 {
            out.push(separator);
        }
        word(rng, out);
    }
}

/// Appends a lower-case word of ASCII letters.
pub(super) fn word(rng: &mut Rng, out: &mut String) {
    out.push_str(rng.pick(EN::LOREM_WORD).copied().unwrap_or("lorem"));
}

/// Appends words of exactly this many characters altogether, the last one cut or stretched.
pub(super) fn words_of(rng: &mut Rng, length: usize, separator: char, out: &mut String) {
    let mut left = length;
    while left > 0 {
        let word = rng.pick(EN::LOREM_WORD).copied().unwrap_or("lorem");
        if word.len() + 2 <= left {
            out.push_str(word);
            out.push(separator);
            left -= word.len() + 1;
        } else {
            out.push_str(word.get(..left).unwrap_or(word));
            for _ in word.len()..left {
                letter(rng, out);
            }
            left = 0;
        }
    }
}

pub(super) fn letter(rng: &mut Rng, out: &mut String) {
    out.push(char::from(b'a' + rng.below(26) as u8));
}

/// Appends a word with a capital.
fn capitalized(rng: &mut Rng, out: &mut String) {
    let start = out.len();
    word(rng, out);
    if let Some(first) = out.get_mut(start..start + 1) {
        first.make_ascii_uppercase();
    }
}

fn sentence(rng: &mut Rng, out: &mut String) {
    capitalized(rng, out);
    for _ in 0..rng.between(4, 8) {
        out.push(' ');
        word(rng, out);
    }
    out.push('.');
}

pub(super) fn html(rng: &mut Rng, out: &mut String) {
    out.push_str("<p>");
    sentence(rng, out);
    out.push_str("</p>");
}

pub(super) fn markdown(rng: &mut Rng, out: &mut String) {
    capitalized(rng, out);
    out.push_str(" **");
    word(rng, out);
    out.push_str("** ");
    words(rng, 4, ' ', out);
    out.push('.');
}

pub(super) fn json(rng: &mut Rng, out: &mut String) {
    out.push_str("{\"");
    word(rng, out);
    out.push_str("\":\"");
    word(rng, out);
    out.push_str("\"}");
}

pub(super) fn regex(rng: &mut Rng, out: &mut String) {
    const PATTERNS: &[&str] =
        &["^[a-z]+$", "^[A-Z]{3}$", "^[0-9]{4}$", "^[a-z0-9-]+$", "^[A-Za-z0-9_]{1,32}$", "^(yes|no)$"];
    one_of(rng, PATTERNS, out);
}

pub(super) fn media_type(rng: &mut Rng, out: &mut String) {
    const TYPES: &[&str] = &[
        "application/json",
        "application/pdf",
        "application/xml",
        "application/zip",
        "image/jpeg",
        "image/png",
        "image/svg+xml",
        "text/csv",
        "text/html",
        "text/plain",
        "video/mp4",
    ];
    one_of(rng, TYPES, out);
}

pub(super) fn time_zone(rng: &mut Rng, out: &mut String) {
    one_of(rng, EN::ADDRESS_TIME_ZONE, out);
}

pub(super) fn language(rng: &mut Rng, out: &mut String) {
    const TAGS: &[&str] = &[
        "en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "nl-NL", "ja-JP", "zh-CN", "en", "de",
        "fr",
    ];
    one_of(rng, TAGS, out);
}

pub(super) fn country(rng: &mut Rng, out: &mut String) {
    one_of(rng, EN::ADDRESS_COUNTRY_CODE, out);
}

pub(super) fn currency(rng: &mut Rng, out: &mut String) {
    const CODES: &[&str] = &[
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "SEK", "NOK", "INR", "BRL", "MXN", "KRW",
        "SGD",
    ];
    one_of(rng, CODES, out);
}

fn one_of(rng: &mut Rng, items: &[&str], out: &mut String) {
    out.push_str(rng.pick(items).copied().unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fill_a_length_exactly() {
        for length in 0..200 {
            for seed in 0..5 {
                let mut text = String::new();
                words_of(&mut Rng::new(seed), length, '.', &mut text);
                assert_eq!(text.len(), length);
                assert!(text.split('.').all(|w| !w.is_empty()) || length == 0, "{text}");
                assert!(text.bytes().all(|b| b == b'.' || b.is_ascii_lowercase()), "{text}");
            }
        }
    }

    #[test]
    fn the_lists_hold_what_they_say() {
        assert!(
            EN::ADDRESS_COUNTRY_CODE
                .iter()
                .all(|c| c.len() == 2 && c.bytes().all(|b| b.is_ascii_uppercase()))
        );
        assert!(EN::ADDRESS_TIME_ZONE.iter().all(|zone| zone.contains('/')));
    }
}
