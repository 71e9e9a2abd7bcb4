//! URIs and what is built like them: references, templates, JSON Pointers.

use super::Rng;
use super::network::example_domain;
use super::text::{letter, word, words, words_of};
use super::time::push_number;

/// `https://example.com/magni/dolores`
pub(super) fn absolute(rng: &mut Rng, out: &mut String) {
    out.push_str("https://");
    example_domain(rng, out);
    reference(rng, out);
}

/// A URI of exactly this length, from 2 (`a:`).
pub(super) fn absolute_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    match length {
        0..2 => return false,
        2..12 => {
            letter(rng, out);
            out.push(':');
            words_of(rng, length - 2, '-', out);
            return true;
        }
        12..20 => out.push_str("https://b.co"),
        _ => {
            out.push_str("https://");
            example_domain(rng, out);
        }
    }
    let written = if length < 20 { 12 } else { 19 };
    reference_of(rng, length - written, out);
    true
}

/// An absolute path.
pub(super) fn reference(rng: &mut Rng, out: &mut String) {
    out.push('/');
    words(rng, 2, '/', out);
}

/// An absolute path of exactly this length, or nothing.
pub(super) fn reference_of(rng: &mut Rng, length: usize, out: &mut String) {
    if length > 0 {
        out.push('/');
        words_of(rng, length - 1, '/', out);
    }
}

/// `/magni/{id}`
pub(super) fn template(rng: &mut Rng, out: &mut String) {
    const VARIABLES: &[&str] = &["{id}", "{name}", "{?page,limit}", "{slug}"];
    out.push_str("https://");
    example_domain(rng, out);
    out.push('/');
    word(rng, out);
    let variable = rng.pick(VARIABLES).copied().unwrap_or("{id}");
    if !variable.starts_with("{?") {
        out.push('/');
    }
    out.push_str(variable);
}

pub(super) fn urn(rng: &mut Rng, out: &mut String) {
    out.push_str("urn:example:");
    word(rng, out);
    out.push(':');
    push_number(rng.between(1, 9999) as u32, out);
}

/// A URN of exactly this length, from 13.
pub(super) fn urn_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    if length < 13 {
        return false;
    }
    out.push_str("urn:example:");
    words_of(rng, length - 12, ':', out);
    true
}

pub(super) fn json_pointer(rng: &mut Rng, out: &mut String) {
    out.push('/');
    word(rng, out);
    out.push('/');
    push_number(rng.below(10) as u32, out);
}

pub(super) fn relative_json_pointer(rng: &mut Rng, out: &mut String) {
    push_number(rng.below(4) as u32, out);
    json_pointer(rng, out);
}
