//! Values of a length that the schema demands.

use super::text::{letter, words_of};
use super::{Format, Rng, code, network, time, uri};

/// The longest value to write, in code points.
const LONGEST: usize = 1 << 20;
/// How many natural values to try before making one to measure.
const NATURAL: usize = 4;
/// How many lengths to try.
const LENGTHS: usize = 12;

/// Shortest and longest value of a format.
pub(super) const fn length_range(format: Format) -> (usize, usize) {
    match format {
        Format::DateTime => (20, LONGEST),
        Format::Date => (10, 10),
        Format::Time => (9, LONGEST),
        Format::LocalDateTime => (19, 19),
        Format::LocalTime | Format::Bic => (8, 8),
        Format::Duration => (3, LONGEST),
        Format::Email | Format::IdnEmail => (3, 254),
        Format::Hostname | Format::IdnHostname => (1, 253),
        Format::Ipv4 => (7, 15),
        Format::Ipv6 => (2, 39),
        Format::Cidr => (11, 16),
        Format::Ipv6Cidr => (18, 18),
        Format::Mac => (17, 17),
        Format::Uri | Format::Iri => (2, LONGEST),
        Format::Urn => (13, LONGEST),
        Format::Uuid => (36, 36),
        Format::Ulid => (26, 26),
        Format::Cuid => (25, 25),
        Format::ObjectId => (24, 24),
        Format::Char => (1, 1),
        Format::RelativeJsonPointer | Format::Json | Format::Integer | Format::Number => (1, LONGEST),
        Format::UriReference
        | Format::IriReference
        | Format::UriTemplate
        | Format::JsonPointer
        | Format::Regex
        | Format::Byte
        | Format::Base64Url
        | Format::Binary
        | Format::Password
        | Format::Hex
        | Format::Token
        | Format::Html
        | Format::Markdown
        | Format::Slug => (0, LONGEST),
        Format::Digest => (71, 71),
        Format::Jwt => (123, 132),
        Format::Color => (4, 7),
        Format::MediaType | Format::Phone => (8, 16),
        Format::TimeZone => (7, 30),
        Format::Language => (2, 5),
        Format::Country => (2, 2),
        Format::Currency => (3, 3),
        Format::Iban => (22, 22),
        Format::CreditCard => (16, 16),
        Format::SemanticVersion => (5, 24),
    }
}

pub(super) fn write_within(
    format: Format,
    rng: &mut Rng,
    now_ms: i64,
    min_length: usize,
    max_length: Option<usize>,
    out: &mut String,
) -> bool {
    let (shortest, longest) = length_range(format);
    let low = min_length.max(shortest);
    let high = max_length.unwrap_or(longest).min(longest);
    if low > high {
        return false;
    }
    let base = out.len();
    let mut natural = 0;
    for _ in 0..NATURAL {
        format.write(rng, now_ms, out);
        // Values are ASCII: bytes are code points.
        natural = out.len() - base;
        if (low..=high).contains(&natural) {
            return true;
        }
        out.truncate(base);
    }
    // Near the natural length: the upper half when it was too long, little more than the least when too short.
    let target = if natural > high {
        rng.between(low.midpoint(high), high)
    } else {
        rng.between(low, high.min(low.saturating_add(low / 8 + 4)))
    };
    let others =
        (low..=high.min(low.saturating_add(LENGTHS))).chain(high.saturating_sub(LENGTHS).max(low)..=high);
    for length in std::iter::once(target).chain(others) {
        if exactly(format, rng, now_ms, length, out) && out.len() - base == length {
            return true;
        }
        out.truncate(base);
    }
    // Formats taken from lists: until one fits.
    for _ in 0..64 {
        format.write(rng, now_ms, out);
        if (low..=high).contains(&(out.len() - base)) {
            return true;
        }
        out.truncate(base);
    }
    false
}

/// Appends a value of exactly this length; false when there is none or the format has no way to make one to measure.
fn exactly(format: Format, rng: &mut Rng, now_ms: i64, length: usize, out: &mut String) -> bool {
    match format {
        Format::DateTime | Format::Time => return with_fraction(format, rng, now_ms, length, out),
        Format::Duration => {
            if length < 3 {
                return false;
            }
            out.push('P');
            code::integer_of(rng, length - 2, out);
            out.push('D');
        }
        Format::Email | Format::IdnEmail => return network::email_of(rng, length, out),
        Format::Hostname | Format::IdnHostname => return network::hostname_of(rng, length, out),
        Format::Ipv4 => return network::ipv4_of(rng, length, out),
        Format::Ipv6 => return network::ipv6_of(rng, length, out),
        Format::Uri | Format::Iri => return uri::absolute_of(rng, length, out),
        Format::Urn => return uri::urn_of(rng, length, out),
        Format::UriReference | Format::IriReference | Format::UriTemplate | Format::JsonPointer => {
            uri::reference_of(rng, length, out);
        }
        Format::RelativeJsonPointer if length > 0 => {
            out.push('0');
            uri::reference_of(rng, length - 1, out);
        }
        Format::Byte if length.is_multiple_of(4) => code::base64(rng, length / 4 * 3, out),
        Format::Base64Url if length % 4 != 1 => code::base64_url(rng, length * 3 / 4, out),
        Format::Password => code::password(rng, length, out),
        Format::Hex => code::hex(rng, length, out),
        Format::Token => code::token(rng, length, out),
        Format::Color => return code::color_of(rng, length, out),
        Format::Integer => code::integer_of(rng, length, out),
        Format::Number => code::number_of(rng, length, out),
        Format::Phone => return code::phone_of(rng, length, out),
        Format::Html if length >= 8 => {
            out.push_str("<p>");
            words_of(rng, length - 7, ' ', out);
            out.push_str("</p>");
        }
        Format::Json if length >= 2 => {
            out.push('"');
            words_of(rng, length - 2, ' ', out);
            out.push('"');
        }
        Format::Json if length == 1 => out.push('0'),
        Format::Slug => words_of(rng, length, '-', out),
        Format::Regex => (0..length).for_each(|_| letter(rng, out)),
        Format::Binary | Format::Html | Format::Markdown => words_of(rng, length, ' ', out),
        _ => return false,
    }
    true
}

/// `…:00Z` stretched by a fraction of the second.
fn with_fraction(format: Format, rng: &mut Rng, now_ms: i64, length: usize, out: &mut String) -> bool {
    let base = out.len();
    if format == Format::DateTime {
        time::local_date_time(rng, now_ms, out);
    } else {
        time::local_time(rng, out);
    }
    match length.checked_sub(out.len() - base + 1) {
        Some(0) => {}
        Some(fraction) if fraction > 1 => {
            out.push('.');
            for _ in 1..fraction {
                out.push(char::from(b'0' + rng.below(10) as u8));
            }
        }
        _ => return false,
    }
    out.push('Z');
    true
}
