//! Dates and times: RFC 3339 and its appendix A.

use super::Rng;
use chrono::{DateTime, Datelike, Timelike, Utc};

const SECOND: i64 = 1000;
/// How far back values go.
const PAST: i64 = 2 * 365 * 24 * 3600;
/// The last second of the year 9999.
const LAST: i64 = 253_402_300_799;

/// A moment of the past two years.
fn moment(rng: &mut Rng, now_ms: i64) -> DateTime<Utc> {
    let now = now_ms.div_euclid(SECOND).clamp(PAST, LAST);
    let ago = rng.below(PAST as usize) as i64;
    DateTime::from_timestamp(now - ago, 0).unwrap_or_default()
}

/// Seconds since 1970 of a moment of the past two years.
pub(super) fn seconds(rng: &mut Rng, now_ms: i64) -> u64 {
    u64::try_from(moment(rng, now_ms).timestamp()).unwrap_or(0)
}

pub(super) fn date_time(rng: &mut Rng, now_ms: i64, out: &mut String) {
    local_date_time(rng, now_ms, out);
    out.push('Z');
}

pub(super) fn local_date_time(rng: &mut Rng, now_ms: i64, out: &mut String) {
    let moment = moment(rng, now_ms);
    push_date(moment, out);
    out.push('T');
    push_time(moment.hour(), moment.minute(), moment.second(), out);
}

pub(super) fn date(rng: &mut Rng, now_ms: i64, out: &mut String) {
    push_date(moment(rng, now_ms), out);
}

pub(super) fn time(rng: &mut Rng, out: &mut String) {
    local_time(rng, out);
    out.push('Z');
}

pub(super) fn local_time(rng: &mut Rng, out: &mut String) {
    // Whole minutes: opening hours and alarms are more often meant than instants.
    let (hour, minute) = (rng.below(24) as u32, rng.below(12) as u32 * 5);
    push_time(hour, minute, 0, out);
}

/// Days, hours or minutes, as `P3DT4H`.
pub(super) fn duration(rng: &mut Rng, out: &mut String) {
    let mut unit = |count: usize, unit: char, out: &mut String| {
        push_number(1 + rng.below(count) as u32, out);
        out.push(unit);
        rng.below(2)
    };
    out.push('P');
    if unit(13, 'D', out) == 0 {
        out.push('T');
        if unit(23, 'H', out) == 0 {
            unit(59, 'M', out);
        }
    }
}

fn push_date(moment: DateTime<Utc>, out: &mut String) {
    let year = u32::try_from(moment.year()).unwrap_or(0);
    push_two(year / 100, out);
    push_two(year % 100, out);
    out.push('-');
    push_two(moment.month(), out);
    out.push('-');
    push_two(moment.day(), out);
}

fn push_time(hour: u32, minute: u32, second: u32, out: &mut String) {
    push_two(hour, out);
    out.push(':');
    push_two(minute, out);
    out.push(':');
    push_two(second, out);
}

fn push_two(number: u32, out: &mut String) {
    push_digit(number / 10, out);
    push_digit(number, out);
}

fn push_digit(digit: u32, out: &mut String) {
    out.push(char::from(b'0' + (digit % 10) as u8));
}

/// Appends a number below 1,000,000,000.
pub(super) fn push_number(number: u32, out: &mut String) {
    let mut scale = 100_000_000;
    let mut started = false;
    while scale > 0 {
        let digit = number / scale % 10;
        started |= digit != 0 || scale == 1;
        if started {
            push_digit(digit, out);
        }
        scale /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn within_two_years_before_the_clock() {
        // 2025-01-01T00:00:00Z
        let now = 1_735_689_600_000;
        for seed in 0..500 {
            let mut text = String::new();
            date_time(&mut Rng::new(seed), now, &mut text);
            assert!(("2023-01-02T00:00:00Z".."2025-01-01T00:00:01Z").contains(&text.as_str()), "{text}");
        }
    }

    #[test]
    fn any_clock_gives_a_date() {
        for now in [i64::MIN, -1, 0, 253_402_300_800_000, i64::MAX] {
            let mut text = String::new();
            date_time(&mut Rng::new(1), now, &mut text);
            assert_eq!(text.len(), 20, "{text}");
            assert!(super::super::Format::DateTime.matches(&text), "{text}");
        }
    }

    #[test]
    fn numbers_without_leading_zeros() {
        for number in [0, 7, 10, 255, 999_999_999] {
            let mut text = String::new();
            push_number(number, &mut text);
            assert_eq!(text, number.to_string());
        }
    }
}
