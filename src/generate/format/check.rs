//! Whether a text is of a format: the grammars of the specifications.

use super::Format;
use crate::schema::pattern::Pattern;
use std::net::{Ipv4Addr, Ipv6Addr};

pub(super) fn matches(format: Format, text: &str) -> bool {
    match format {
        Format::DateTime => is_date_time(text),
        Format::Date => is_date(text.as_bytes()),
        Format::Time => is_time(text.as_bytes()),
        Format::Duration => is_duration(text),
        Format::Email => is_email(text, false),
        Format::IdnEmail => is_email(text, true),
        Format::Hostname => is_hostname(text, false),
        Format::IdnHostname => is_hostname(text, true),
        Format::Ipv4 => text.parse::<Ipv4Addr>().is_ok(),
        Format::Ipv6 => text.parse::<Ipv6Addr>().is_ok(),
        Format::Uri => is_uri(text, true, false),
        Format::UriReference => is_uri(text, false, false),
        Format::Iri => is_uri(text, true, true),
        Format::IriReference => is_uri(text, false, true),
        Format::UriTemplate => is_uri_template(text),
        Format::Uuid => is_uuid(text.as_bytes()),
        Format::JsonPointer => text.is_empty() || text.strip_prefix('/').is_some_and(are_tokens),
        Format::RelativeJsonPointer => is_relative_json_pointer(text),
        Format::Regex => is_regex(text),
        Format::Byte => is_base64(text),
        _ => true,
    }
}

/// `T` between date and time, RFC 3339 section 5.6.
fn is_date_time(text: &str) -> bool {
    text.split_once(['T', 't'])
        .is_some_and(|(date, time)| is_date(date.as_bytes()) && is_time(time.as_bytes()))
}

fn number(digits: &[u8]) -> Option<u32> {
    digits
        .iter()
        .try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0')))
}

fn is_date(text: &[u8]) -> bool {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return false };
    let (Some(year), Some(month), Some(day)) =
        (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2]))
    else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => return false,
    };
    (1..=days).contains(&day)
}

fn is_time(text: &[u8]) -> bool {
    let Some((&[h1, h2, b':', m1, m2, b':', s1, s2], mut rest)) = text.split_first_chunk::<8>() else {
        return false;
    };
    let (Some(hour), Some(minute), Some(second)) = (number(&[h1, h2]), number(&[m1, m2]), number(&[s1, s2]))
    else {
        return false;
    };
    if let Some(fraction) = rest.strip_prefix(b".") {
        let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
        if digits == 0 {
            return false;
        }
        rest = fraction.get(digits..).unwrap_or_default();
    }
    // Minutes east of Greenwich.
    let offset = match *rest {
        [b'Z' | b'z'] => 0,
        [sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] => match (number(&[h1, h2]), number(&[m1, m2])) {
            (Some(hours @ 0..24), Some(minutes @ 0..60)) => {
                let minutes = (hours * 60 + minutes) as i32;
                if sign == b'+' { minutes } else { -minutes }
            }
            _ => return false,
        },
        _ => return false,
    };
    // A leap second is the last of a day in UTC.
    let utc = ((hour * 60 + minute) as i32 - offset).rem_euclid(24 * 60);
    hour < 24 && minute < 60 && (second < 60 || (second == 60 && utc == 24 * 60 - 1))
}

/// RFC 3339 appendix A: units fall and, inside date and time, leave none out.
fn is_duration(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('P') else { return false };
    if let Some(weeks) = rest.strip_suffix('W') {
        return is_digits(weeks);
    }
    let (date, time) = match rest.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (rest, None),
    };
    let date_fits = are_units(date, "YMD");
    match time {
        None => !date.is_empty() && date_fits,
        Some(time) => !time.is_empty() && date_fits && are_units(time, "HMS"),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Numbers each with the next of the units, from any one on.
fn are_units(mut text: &str, units: &str) -> bool {
    let mut next = None;
    while !text.is_empty() {
        let Some((end, unit)) = text.char_indices().find(|(_, c)| !c.is_ascii_digit()) else { return false };
        let Some(index) = units.find(unit) else { return false };
        if end == 0 || next.is_some_and(|next| next != index) {
            return false;
        }
        next = Some(index + 1);
        text = text.get(end + 1..).unwrap_or_default();
    }
    true
}

/// RFC 5321 `Mailbox`; RFC 6531 when internationalized.
fn is_email(text: &str, international: bool) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    if local.len() > 64 || (!international && !text.is_ascii()) {
        return false;
    }
    let local_fits = match local.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(quoted) => is_quoted(quoted),
        None => local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom_char)),
    };
    let domain_fits = match domain.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(literal) => match literal.split_at_checked(5) {
            Some((tag, address)) if tag.eq_ignore_ascii_case("ipv6:") => address.parse::<Ipv6Addr>().is_ok(),
            _ => literal.parse::<Ipv4Addr>().is_ok(),
        },
        None => is_hostname(domain, international),
    };
    local_fits && domain_fits
}

const fn is_atom_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || !c.is_ascii()
        || matches!(c, '!' | '#'..='\'' | '*' | '+' | '-' | '/' | '=' | '?' | '^'..='`' | '{'..='~')
}

fn is_quoted(text: &str) -> bool {
    let mut escaped = false;
    for c in text.chars() {
        match c {
            _ if c.is_ascii_control() => return false,
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return false,
            _ => {}
        }
    }
    !escaped
}

/// RFC 1123, labels of letters, digits and inner hyphens. An internationalized one may have letters of any script.
fn is_hostname(text: &str, international: bool) -> bool {
    let stop = |c| c == '.' || (international && matches!(c, '\u{3002}' | '\u{FF0E}' | '\u{FF61}'));
    let allowed = |c: char| {
        c.is_ascii_alphanumeric()
            || c == '-'
            || (international && !c.is_ascii() && !c.is_control() && !c.is_whitespace())
    };
    text.len() <= 253
        && text.split(stop).all(|label| {
            // Only A-labels (RFC 5891) may have hyphens third and fourth.
            let reserved = label.get(2..4) == Some("--");
            (1..=63).contains(&label.len())
                && label.chars().all(allowed)
                && !label.starts_with('-')
                && !label.ends_with('-')
                && (!reserved || label.starts_with("xn--") && label.len() > 4)
        })
}

/// RFC 3986; RFC 3987 when internationalized.
fn is_uri(text: &str, absolute: bool, international: bool) -> bool {
    let scheme = text.split_once(':').filter(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
    });
    let mut rest = match scheme {
        Some((_, rest)) => rest,
        None if absolute => return false,
        None => text,
    };
    let is = |text: &str, signs: &str| is_uri_text(text, signs, international);
    if let Some((before, fragment)) = rest.split_once('#') {
        if !is(fragment, ":@/?") {
            return false;
        }
        rest = before;
    }
    if let Some((before, query)) = rest.split_once('?') {
        if !is(query, ":@/?") {
            return false;
        }
        rest = before;
    }
    if let Some(after) = rest.strip_prefix("//") {
        let end = after.find('/').unwrap_or(after.len());
        let (authority, path) = after.split_at(end);
        return is_authority(authority, international) && is(path, ":@/");
    }
    // The first segment of a relative path may not look like a scheme.
    let first = rest.split('/').next().unwrap_or_default();
    (scheme.is_some() || !first.contains(':')) && is(rest, ":@/")
}

fn is_authority(text: &str, international: bool) -> bool {
    let (user, host) = match text.split_once('@') {
        Some((user, host)) => (user, host),
        None => ("", text),
    };
    let (host, port) = match host.strip_prefix('[') {
        Some(literal) => {
            let Some((address, after)) = literal.split_once(']') else { return false };
            let future = address.strip_prefix(['v', 'V']).and_then(|rest| rest.split_once('.'));
            let valid = match future {
                Some((version, name)) => {
                    !version.is_empty()
                        && version.bytes().all(|b| b.is_ascii_hexdigit())
                        && !name.is_empty()
                        && is_uri_text(name, ":", false)
                }
                None => address.parse::<Ipv6Addr>().is_ok(),
            };
            if !valid || !(after.is_empty() || after.starts_with(':')) {
                return false;
            }
            ("", after.trim_start_matches(':'))
        }
        None => host.split_once(':').unwrap_or((host, "")),
    };
    is_uri_text(user, ":", international)
        && is_uri_text(host, "", international)
        && port.bytes().all(|b| b.is_ascii_digit())
}

/// Unreserved characters, sub-delimiters, percent-encodings and some more signs.
fn is_uri_text(text: &str, signs: &str, international: bool) -> bool {
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let fits = match c {
            '%' => [chars.next(), chars.next()].iter().all(|c| c.is_some_and(|c| c.is_ascii_hexdigit())),
            '-' | '.' | '_' | '~' | '!' | '$' | '&' | '\'' | '(' | ')' | '*' | '+' | ',' | ';' | '=' => true,
            _ if c.is_ascii() => c.is_ascii_alphanumeric() || signs.contains(c),
            // `ucschar`: assigned planes without private use and non-characters.
            _ => {
                international
                    && c >= '\u{A0}'
                    && !matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFF0}'..='\u{FFFF}')
            }
        };
        if !fits {
            return false;
        }
    }
    true
}

/// RFC 6570.
fn is_uri_template(text: &str) -> bool {
    let mut rest = text;
    loop {
        let (literal, after) = match rest.split_once('{') {
            Some((literal, after)) => (literal, Some(after)),
            None => (rest, None),
        };
        let forbidden =
            |c: char| matches!(c, '\0'..=' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '|' | '}' | '\x7F');
        if literal.contains(forbidden) || !is_percent_encoded(literal) {
            return false;
        }
        let Some(after) = after else { return true };
        let Some((expression, after)) = after.split_once('}') else { return false };
        let operators = ['+', '#', '.', '/', ';', '?', '&', '=', ',', '!', '@', '|'];
        let variables = expression.strip_prefix(operators).unwrap_or(expression);
        if !variables.split(',').all(is_variable) {
            return false;
        }
        rest = after;
    }
}

fn is_percent_encoded(text: &str) -> bool {
    text.split('%').skip(1).all(|part| part.len() >= 2 && part.bytes().take(2).all(|b| b.is_ascii_hexdigit()))
}

fn is_variable(text: &str) -> bool {
    let name = match text.split_once(':') {
        Some((name, length)) => {
            if !is_digits(length) || length.starts_with('0') || length.len() > 4 {
                return false;
            }
            name
        }
        None => text.strip_suffix('*').unwrap_or(text),
    };
    is_percent_encoded(name)
        && name.split('.').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'%'))
        })
}

fn is_uuid(text: &[u8]) -> bool {
    text.len() == 36
        && text.iter().enumerate().all(|(index, byte)| match index {
            8 | 13 | 18 | 23 => *byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// Reference tokens of RFC 6901: `~` only as `~0` and `~1`.
fn are_tokens(text: &str) -> bool {
    text.split('~').skip(1).all(|part| part.starts_with(['0', '1']))
}

fn is_relative_json_pointer(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (steps, rest) = text.split_at(end);
    let steps_fit = !steps.is_empty() && (steps == "0" || !steps.starts_with('0'));
    steps_fit && (rest.is_empty() || rest == "#" || rest.strip_prefix('/').is_some_and(are_tokens))
}

/// ECMA-262 proper: without the anchors of Perl that [`Pattern`] understands as well.
fn is_regex(text: &str) -> bool {
    let mut escaped = false;
    for c in text.chars() {
        if escaped && matches!(c, 'A' | 'Z' | 'z' | 'a') {
            return false;
        }
        escaped = c == '\\' && !escaped;
    }
    Pattern::parse(text).is_ok()
}

/// Either alphabet of RFC 4648, padded; white space may be between.
fn is_base64(text: &str) -> bool {
    let mut count = 0usize;
    let mut padding = 0usize;
    for c in text.chars().filter(|c| !c.is_ascii_whitespace()) {
        match c {
            '=' => padding += 1,
            'A'..='Z' | 'a'..='z' | '0'..='9' | '+' | '/' | '-' | '_' if padding == 0 => {}
            _ => return false,
        }
        count += 1;
    }
    count.is_multiple_of(4) && padding <= 2
}
