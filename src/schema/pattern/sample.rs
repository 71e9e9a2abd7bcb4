//! A text that matches: written along the syntax tree, padded where nothing is anchored, and checked with the matcher.

use super::Pattern;
use super::ast::UNBOUNDED;
use super::class::Style;
use super::matcher::Steps;
use super::pad::{padded, padding};
use super::parse::Parsed;
use super::walk::{MAX_SAMPLE, Walker};
use crate::generate::Rng;

/// How often to try with readable members of classes, and with each other [`Style`].
const ATTEMPTS: usize = 16;
const OTHER_ATTEMPTS: usize = 6;
/// Nodes and characters that all attempts together may visit and write, and what each demanded character adds.
const BASE_WORK: usize = 50_000;
const WORK_PER_CHARACTER: usize = 8;

pub(super) fn sample(
    pattern: &Pattern,
    rng: &mut Rng,
    min_length: usize,
    max_length: Option<usize>,
    out: &mut String,
) -> bool {
    let high = max_length.unwrap_or(UNBOUNDED);
    let least = pattern.min_length().max(min_length);
    if least > MAX_SAMPLE || least > high || pattern.max_length().is_some_and(|max| max < least) {
        return false;
    }
    let base = out.len();
    let Parsed { root, classes, .. } = &pattern.0.parsed;
    let mut work = BASE_WORK.saturating_add(least.saturating_mul(WORK_PER_CHARACTER));
    let mut steps = Steps::for_text(least);
    for style in styles() {
        let mut walker = Walker::new(rng, classes, style, (min_length, high), work, out);
        let done = walker.whole(root);
        work = walker.work;
        let (length, start, end) = (walker.length, walker.start_anchored, walker.end_anchored);
        if done {
            let mut fits = |text: &str| pattern.is_match_within(text, &mut steps) == Some(true);
            let pad = padding(root, start, end, length, min_length, high);
            if pad > 0 && padded(rng, out, base, pad, start, end, &mut fits) {
                return true;
            }
            // Padding may have been for looks only: then the bare match will do.
            if (min_length..=high).contains(&length) && out.get(base..).is_some_and(&mut fits) {
                return true;
            }
        }
        out.truncate(base);
        if work == 0 || steps.is_used_up() {
            break;
        }
    }
    false
}

/// One style for each attempt.
fn styles() -> impl Iterator<Item = Style> {
    let others = [Style::Any, Style::Upper, Style::Digits, Style::Signs].into_iter().cycle();
    std::iter::repeat_n(Style::Readable, ATTEMPTS).chain(others.take(4 * OTHER_ATTEMPTS))
}
