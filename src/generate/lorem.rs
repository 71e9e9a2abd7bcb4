//! Words for strings of which nothing is known but their length.

use super::Rng;
use fake::locales::{Data, EN};

/// Writes a few words whose length in characters lies between `min` and `max`. All of it is ASCII.
pub(crate) fn words(rng: &mut Rng, min: usize, max: Option<usize>, out: &mut String) {
    let max = max.unwrap_or(usize::MAX).max(min);
    let start = out.len();
    let target = (min + rng.below(12)).clamp(8, 28).max(min).min(max);
    while out.len() - start < target {
        let separator = usize::from(out.len() > start);
        let room = max - (out.len() - start);
        match word(rng, room.saturating_sub(separator)) {
            Some(word) if word.len() + separator <= room => {
                if separator == 1 {
                    out.push(' ');
                }
                out.push_str(word);
            }
            _ => break,
        }
    }
    // A gap too short for any word.
    while out.len() - start < min {
        out.push(char::from(b'a' + rng.below(26) as u8));
    }
}

/// A word of at most `longest` letters.
fn word(rng: &mut Rng, longest: usize) -> Option<&'static str> {
    let words = EN::LOREM_WORD;
    let first = rng.below(words.len());
    words.iter().cycle().skip(first).take(words.len()).find(|word| word.len() <= longest).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_to_its_lengths() {
        for (min, max) in
            [(0, None), (0, Some(0)), (1, Some(1)), (3, Some(5)), (40, None), (500, Some(500)), (0, Some(12))]
        {
            for seed in 0..200 {
                let mut out = String::new();
                words(&mut Rng::new(seed), min, max, &mut out);
                assert!(out.len() >= min && max.is_none_or(|max| out.len() <= max), "{min} {max:?} {out:?}");
                assert!(!out.starts_with(' ') && !out.ends_with(' '));
            }
        }
    }
}
