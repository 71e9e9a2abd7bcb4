//! Names and addresses of people and machines: e-mail, host names, IP. All are in the ranges reserved for
//! documentation or private use (RFC 2606, 1918, 4193, 5737, 3849), so that no value reaches anybody.

use super::Rng;
use super::text::{letter, word, words_of};
use super::time::push_number;
use fake::locales::{Data, EN};

const HEX: &[u8; 16] = b"0123456789abcdef";
/// The longest local part of an address.
const LOCAL_PART: usize = 64;

/// `first.last@example.com`
pub(super) fn email(rng: &mut Rng, out: &mut String) {
    name(rng, EN::NAME_FIRST_NAME, out);
    out.push('.');
    name(rng, EN::NAME_LAST_NAME, out);
    out.push('@');
    example_domain(rng, out);
}

/// The ASCII letters of a name, in lower case.
fn name(rng: &mut Rng, names: &[&str], out: &mut String) {
    let before = out.len();
    let name = rng.pick(names).copied().unwrap_or_default();
    out.extend(name.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()));
    if out.len() == before {
        out.push_str("alex");
    }
}

pub(super) fn example_domain(rng: &mut Rng, out: &mut String) {
    const DOMAINS: &[&str] = &["example.com", "example.org", "example.net"];
    out.push_str(rng.pick(DOMAINS).copied().unwrap_or("example.com"));
}

/// An address of exactly this length, from 3 (`a@b`) to 254.
pub(super) fn email_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    let domain = match length {
        3..=4 => 1,
        5 => 3,
        6..=12 => 4,
        13..=76 => 11,
        77..=254 => length - LOCAL_PART - 1,
        _ => return false,
    };
    let local = length - domain - 1;
    words_of(rng, local, '.', out);
    out.push('@');
    match domain {
        1 => letter(rng, out),
        3 => out.push_str("b.c"),
        4 => out.push_str("b.co"),
        11 => example_domain(rng, out),
        _ => return hostname_of(rng, domain, out),
    }
    true
}

/// `magni.example.com`
pub(super) fn hostname(rng: &mut Rng, out: &mut String) {
    word(rng, out);
    out.push('.');
    example_domain(rng, out);
}

/// A host name of exactly this length, from 1 to 253.
pub(super) fn hostname_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    if length == 0 || length > 253 {
        return false;
    }
    if length < 13 {
        words_of(rng, length, 'x', out);
        return true;
    }
    // Labels of words, none longer than the longest word.
    words_of(rng, length - 12, '.', out);
    out.push('.');
    example_domain(rng, out);
    true
}

/// An address of a documentation or private network.
pub(super) fn ipv4(rng: &mut Rng, out: &mut String) {
    const NETWORKS: &[&str] = &["192.0.2.", "198.51.100.", "203.0.113.", "10.0.0.", "192.168.1."];
    out.push_str(rng.pick(NETWORKS).copied().unwrap_or("192.0.2."));
    push_number(rng.between(1, 254) as u32, out);
}

/// An address of exactly this length, from 7 to 15.
pub(super) fn ipv4_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    if !(7..=15).contains(&length) {
        return false;
    }
    let mut digits = length - 3;
    for octets_left in (0..4).rev() {
        let width = digits.saturating_sub(octets_left).min(3).max(digits.saturating_sub(octets_left * 3));
        let (low, high) = match width {
            1 => (1, 9),
            2 => (10, 99),
            _ => (100, 199),
        };
        push_number(rng.between(low, high) as u32, out);
        if octets_left > 0 {
            out.push('.');
        }
        digits -= width;
    }
    true
}

/// `192.0.2.0/24`
pub(super) fn cidr(rng: &mut Rng, out: &mut String) {
    const BLOCKS: &[&str] = &["192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"];
    if rng.chance(1, 4) {
        out.push_str(rng.pick(BLOCKS).copied().unwrap_or("192.0.2.0/24"));
        return;
    }
    out.push_str("10.");
    push_number(rng.below(256) as u32, out);
    out.push('.');
    push_number(rng.below(256) as u32, out);
    out.push_str(".0/24");
}

/// An address of the documentation network, in the form of RFC 5952.
pub(super) fn ipv6(rng: &mut Rng, out: &mut String) {
    out.push_str("2001:db8");
    let groups = rng.between(1, 4);
    out.push_str("::");
    for index in 0..groups {
        if index > 0 {
            out.push(':');
        }
        group(rng, 4, out);
    }
}

/// A group of hexadecimal digits without leading zeros.
fn group(rng: &mut Rng, digits: usize, out: &mut String) {
    for index in 0..digits {
        let digit = if index == 0 { rng.between(1, 15) } else { rng.below(16) };
        push_hex(digit, out);
    }
}

fn push_hex(digit: usize, out: &mut String) {
    out.push(HEX.get(digit % 16).map_or('0', |&byte| char::from(byte)));
}

/// An address of exactly this length, from 2 (`::`) to 39.
pub(super) fn ipv6_of(rng: &mut Rng, length: usize, out: &mut String) -> bool {
    if !(2..=39).contains(&length) {
        return false;
    }
    // Up to 36 characters `::` stands for at least one group of zeros; beyond, all eight groups are there.
    let short = length <= 36;
    let room = if short { length - 2 } else { length };
    let groups = if short { (room + 1).div_ceil(5) } else { 8 };
    if short {
        out.push_str("::");
    }
    let mut digits = (room + 1).saturating_sub(groups);
    for left in (0..groups).rev() {
        let width = digits.saturating_sub(left).min(4);
        group(rng, width, out);
        digits -= width;
        if left > 0 {
            out.push(':');
        }
    }
    true
}

/// `2001:db8:a1b2::/48`
pub(super) fn ipv6_cidr(rng: &mut Rng, out: &mut String) {
    out.push_str("2001:db8:");
    group(rng, 4, out);
    out.push_str("::/48");
}

/// A locally administered address in lower case, pairs joined by colons.
pub(super) fn mac(rng: &mut Rng, out: &mut String) {
    out.push_str("02");
    for _ in 0..5 {
        out.push(':');
        push_hex(rng.below(16), out);
        push_hex(rng.below(16), out);
    }
}
