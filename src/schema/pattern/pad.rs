//! Letters around a match, for patterns that are found inside a longer text.

use super::ast::{Kind, Node, UNBOUNDED};
use crate::generate::Rng;

/// Letters for words and padding.
const VOWELS: &[u8] = b"aeiou";
const CONSONANTS: &[u8] = b"bcdfghklmnprstvw";

/// How many code points to put around a match: what the length demands, and a word where a lone prefix would be the
/// whole text (`^x-`, `^https://`).
pub(super) fn padding(root: &Node, start: bool, end: bool, length: usize, low: usize, high: usize) -> usize {
    let missing = low.saturating_sub(length);
    let bare = length <= 1 || (start && length < 12 && is_literal(root));
    if missing == 0 && bare && !end && root.max != UNBOUNDED {
        return (4 + length % 3).min(high.saturating_sub(length));
    }
    missing
}

/// Whether there is next to no choice in the text of a node.
fn is_literal(node: &Node) -> bool {
    match &node.kind {
        Kind::Empty | Kind::Char(_) | Kind::Start { .. } => true,
        Kind::Sequence(nodes) | Kind::Alternation(nodes) => nodes.iter().all(is_literal),
        Kind::Capture(_, node) | Kind::Repeat { node, min: 0, max: 1, .. } => is_literal(node),
        _ => false,
    }
}

/// Tries the places where letters may go around the match. Restores the match when none works.
pub(super) fn padded(
    rng: &mut Rng,
    out: &mut String,
    base: usize,
    count: usize,
    start_anchored: bool,
    end_anchored: bool,
    mut fits: impl FnMut(&str) -> bool,
) -> bool {
    let unpadded = out.len();
    let mut filler = String::new();
    word(rng, count, &mut filler);
    // With a space between, where a word boundary is asked for.
    let spaced = |filler: &str, front: bool| {
        let mut text = filler.to_owned();
        if front {
            text.pop();
            text.push(' ');
        } else {
            text.remove(0);
            text.insert(0, ' ');
        }
        text
    };
    if !end_anchored {
        for text in [filler.clone(), spaced(&filler, false)] {
            out.push_str(&text);
            if out.get(base..).is_some_and(&mut fits) {
                return true;
            }
            out.truncate(unpadded);
        }
    }
    if !start_anchored {
        for text in [filler.clone(), spaced(&filler, true)] {
            out.insert_str(base, &text);
            if out.get(base..).is_some_and(&mut fits) {
                return true;
            }
            out.replace_range(base..base + text.len(), "");
        }
    }
    if count > 1 && !start_anchored && !end_anchored {
        // Both sides: `(?<=.)x(?=.)` and the like.
        let half = filler.len() / 2;
        let (front, rear) = filler.split_at(half);
        out.insert_str(base, front);
        out.push_str(rear);
        if out.get(base..).is_some_and(&mut fits) {
            return true;
        }
        out.truncate(out.len() - rear.len());
        out.replace_range(base..base + half, "");
    }
    false
}

/// Appends letters that read like a word.
pub(super) fn word(rng: &mut Rng, count: usize, out: &mut String) {
    let parity = rng.below(2);
    for index in 0..count {
        letter(rng, index + parity, out);
    }
}

fn letter(rng: &mut Rng, position: usize, out: &mut String) {
    let letters = if position.is_multiple_of(2) { CONSONANTS } else { VOWELS };
    out.push(rng.pick(letters).map_or('a', |&byte| char::from(byte)));
}
