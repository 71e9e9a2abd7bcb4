//! How moments look: ISO 8601, or a pattern of Unicode's date fields (`yyyy-MM-dd HH:mm:ss`).

use super::digits::push_padded;
use super::{Locale, Zone, calendar};
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike};

/// The years 1 to 9999 in milliseconds since 1970: what ISO 8601 writes with four digits.
const FIRST: i64 = -62_135_596_800_000;
const LAST: i64 = 253_402_300_799_999;
/// Patterns are read up to this many characters.
const MAX_PATTERN: usize = 500;

/// The nearest moment of the years 1 to 9999.
pub fn clamp(moment: i64) -> i64 {
    moment.clamp(FIRST, LAST)
}

/// What clocks on the wall show: the zone's, or Greenwich time for [`Zone::UTC`].
fn local(moment: i64, zone: Zone) -> NaiveDateTime {
    let moment = clamp(moment);
    let shifted = clamp(moment + i64::from(zone.offset(moment)) * 1000);
    DateTime::from_timestamp_millis(shifted).unwrap_or_default().naive_utc()
}

/// Appends a moment as `2025-01-01T00:00:00.000Z`.
pub fn write_iso(moment: i64, out: &mut String) {
    write_local(local(moment, Zone::UTC), out);
    out.push('Z');
}

/// A moment as ASCII, `2025-01-01T00:00:00.000Z`: what [`write_iso`] appends.
pub fn iso(moment: i64) -> [u8; 24] {
    let mut text = [b'Z'; 24];
    if let Some(slots) = text.first_chunk_mut() {
        *slots = digits_of(local(moment, Zone::UTC));
    }
    text
}

/// Appends a moment with the offset of a zone, as `2025-01-01T09:00:00.000+09:00`.
pub fn write_offset(moment: i64, zone: Zone, out: &mut String) {
    write_local(local(moment, zone), out);
    push_offset(zone.offset(clamp(moment)), ":", true, out);
}

fn write_local(time: NaiveDateTime, out: &mut String) {
    out.push_str(std::str::from_utf8(&digits_of(time)).unwrap_or_default());
}

/// Every place of a date and time is known, so that its digits are put there one by one.
fn digits_of(time: NaiveDateTime) -> [u8; 23] {
    let mut text = *b"0000-00-00T00:00:00.000";
    let mut put = |last: usize, places: usize, value: u32| {
        let mut left = value;
        for slot in text.iter_mut().take(last + 1).rev().take(places) {
            *slot = b'0' + (left % 10) as u8;
            left /= 10;
        }
    };
    put(3, 4, time.year().unsigned_abs());
    put(6, 2, time.month());
    put(9, 2, time.day());
    put(12, 2, time.hour());
    put(15, 2, time.minute());
    put(18, 2, time.second());
    put(22, 3, time.nanosecond() / 1_000_000 % 1000);
    text
}

/// `+09:00`; `Z` for none, where asked for.
fn push_offset(seconds: i32, separator: &str, zulu: bool, out: &mut String) {
    if seconds == 0 && zulu {
        out.push('Z');
        return;
    }
    let minutes = i64::from(seconds.abs() / 60);
    out.push(if seconds < 0 { '-' } else { '+' });
    push_padded(minutes / 60, 2, out);
    out.push_str(separator);
    push_padded(minutes % 60, 2, out);
}

/// Appends a moment in a pattern. The letters are those of Unicode's date fields as date-fns takes them; `YYYY` and
/// `DD` are taken for `yyyy` and `dd`, as other libraries write them. Text stands in single quotes; letters that are no
/// field stay.
pub fn write(moment: i64, pattern: &str, zone: Zone, locale: &Locale, out: &mut String) {
    let moment = clamp(moment);
    let fields = Fields {
        time: local(moment, zone),
        offset: zone.offset(moment),
        moment,
        calendar: calendar::of(locale.code),
    };
    let mut letters = pattern.chars().take(MAX_PATTERN).peekable();
    while let Some(letter) = letters.next() {
        if letter == '\'' {
            if letters.next_if_eq(&'\'').is_some() {
                out.push('\'');
                continue;
            }
            while let Some(next) = letters.next() {
                if next == '\'' && letters.next_if_eq(&'\'').is_none() {
                    break;
                }
                out.push(next);
            }
            continue;
        }
        let mut count = 1;
        while letters.next_if_eq(&letter).is_some() {
            count += 1;
        }
        // `do`, `Mo`: an ordinal number.
        let ordinal = count == 1 && "yMdDQwH".contains(letter) && letters.next_if_eq(&'o').is_some();
        if !fields.write(letter, count, out) {
            out.extend(std::iter::repeat_n(letter, count));
        }
        if ordinal {
            fields.push_ordinal(letter, out);
        }
    }
}

struct Fields {
    time: NaiveDateTime,
    offset: i32,
    moment: i64,
    calendar: &'static calendar::Calendar,
}

impl Fields {
    /// Appends a field; false where the letter is none.
    fn write(&self, letter: char, count: usize, out: &mut String) -> bool {
        let time = self.time;
        let name = |names: &'static [&'static str], index: u32| {
            names.get(index as usize).copied().unwrap_or_default()
        };
        let hour = time.hour();
        let names = self.calendar;
        let weekday = time.weekday();
        match letter {
            'y' | 'Y' | 'u' => push_year(time.year(), count, out),
            'R' => push_year(time.iso_week().year(), count, out),
            'Q' | 'q' => push_padded(i64::from(time.month0() / 3 + 1), count.min(2), out),
            'M' | 'L' => match count {
                1 | 2 => push_padded(i64::from(time.month()), count, out),
                3 => out.push_str(name(&names.months_short, time.month0())),
                5 => out.extend(name(&names.standalone, time.month0()).chars().next()),
                _ if letter == 'L' => out.push_str(name(&names.standalone, time.month0())),
                _ => out.push_str(name(&names.months, time.month0())),
            },
            'w' | 'I' => push_padded(i64::from(time.iso_week().week()), count.min(2), out),
            'D' if count > 2 => push_padded(i64::from(time.ordinal()), 3, out),
            'd' | 'D' => push_padded(i64::from(time.day()), count.min(2), out),
            'E' | 'e' | 'c' | 'i' => match count {
                1 | 2 if letter == 'i' => push_padded(i64::from(weekday.number_from_monday()), count, out),
                1 | 2 if letter != 'E' => push_padded(i64::from(weekday.number_from_sunday()), count, out),
                4 => out.push_str(name(&names.weekdays, weekday.num_days_from_sunday())),
                5 => out.extend(name(&names.weekdays, weekday.num_days_from_sunday()).chars().next()),
                _ => out.push_str(name(&names.weekdays_short, weekday.num_days_from_sunday())),
            },
            'a' | 'A' | 'b' => {
                let half = name(&names.halves, hour / 12);
                out.push_str(&if count == 3 { half.to_lowercase() } else { half.to_owned() });
            }
            'H' => push_padded(i64::from(hour), count.min(2), out),
            'h' => push_padded(i64::from((hour + 11) % 12 + 1), count.min(2), out),
            'K' => push_padded(i64::from(hour % 12), count.min(2), out),
            'k' => push_padded(i64::from((hour + 23) % 24 + 1), count.min(2), out),
            'm' => push_padded(i64::from(time.minute()), count.min(2), out),
            's' => push_padded(i64::from(time.second()), count.min(2), out),
            'S' => self.push_fraction(count, out),
            'X' | 'x' => {
                let separator = if count == 3 || count == 5 { ":" } else { "" };
                push_offset(self.offset, separator, letter == 'X', out);
                if count == 1 && self.offset % 3600 == 0 && out.ends_with("00") && !out.ends_with('Z') {
                    out.truncate(out.len() - 2);
                }
            }
            'Z' => push_offset(self.offset, if count >= 4 { ":" } else { "" }, false, out),
            'z' | 'O' => {
                out.push_str("GMT");
                if self.offset != 0 || count >= 4 {
                    push_offset(self.offset, ":", false, out);
                }
            }
            'G' => out.push_str(if count == 4 { "Anno Domini" } else { "AD" }),
            't' => push_padded(self.moment.div_euclid(1000), 1, out),
            'T' if count == 1 => return false,
            'T' => push_padded(self.moment, 1, out),
            _ => return false,
        }
        true
    }

    /// Parts of a second: as many digits as asked for.
    fn push_fraction(&self, count: usize, out: &mut String) {
        let nanoseconds = self.time.nanosecond() % 1_000_000_000;
        let digits = format!("{nanoseconds:09}");
        out.push_str(digits.get(..count.min(9)).unwrap_or(&digits));
    }

    /// What makes a number an ordinal one: in English its ending, elsewhere a point.
    fn push_ordinal(&self, letter: char, out: &mut String) {
        if !std::ptr::eq(self.calendar, calendar::of("en")) {
            out.push('.');
            return;
        }
        let number = match letter {
            'M' => self.time.month(),
            'Q' => self.time.month0() / 3 + 1,
            'w' => self.time.iso_week().week(),
            'H' => self.time.hour(),
            'y' => self.time.year().unsigned_abs(),
            _ => self.time.day(),
        };
        out.push_str(match (number % 10, number % 100) {
            (_, 11..=13) => "th",
            (1, _) => "st",
            (2, _) => "nd",
            (3, _) => "rd",
            _ => "th",
        });
    }
}

fn push_year(year: i32, count: usize, out: &mut String) {
    if count == 2 {
        push_padded(i64::from(year.rem_euclid(100)), 2, out);
    } else {
        push_padded(i64::from(year), count.min(9), out);
    }
}

/// The moment of an ISO 8601 text (a date, or date and time with or without an offset; without one it is UTC), or of
/// milliseconds since 1970.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    if text.len() > 40 {
        return None;
    }
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.len() > 4 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().map(clamp);
    }
    let date_end = text.find(['T', 't', ' ']).unwrap_or(text.len());
    let (date, time) = text.split_at(date_end);
    let date = parse_date(date)?;
    let time = time.trim_start_matches(['T', 't', ' ']);
    let offset_start = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, offset) = time.split_at(offset_start);
    let milliseconds = if time.is_empty() { 0 } else { parse_clock(clock.trim_end())? };
    let offset = match offset {
        "" | "Z" | "z" => 0,
        offset => i64::from(super::zone::parse_offset(offset)?),
    };
    Some(clamp(i64::from(date.to_epoch_days()) * 86_400_000 + milliseconds - offset * 1000))
}

/// `2025-01-31`, `2025/01/31`, `2025-01`, `2025`.
fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split(['-', '/']);
    let year = parts.next().filter(|part| part.len() == 4)?.parse().ok()?;
    let month = parts.next().map_or(Some(1), |part| part.parse().ok())?;
    let day = parts.next().map_or(Some(1), |part| part.parse().ok())?;
    parts.next().is_none().then(|| NaiveDate::from_ymd_opt(year, month, day))?
}

/// `23:59`, `23:59:59.123`: milliseconds.
fn parse_clock(text: &str) -> Option<i64> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut milliseconds = 0;
    let mut parts = clock.split(':');
    for (unit, limit) in [(3_600_000, 24), (60_000, 60), (1000, 61)] {
        let Some(part) = parts.next() else { break };
        milliseconds += part.parse().ok().filter(|value: &i64| (0..limit).contains(value))? * unit;
    }
    let mut unit = 100;
    for digit in fraction.chars() {
        milliseconds += i64::from(digit.to_digit(10)?) * unit;
        unit /= 10;
    }
    parts.next().is_none().then_some(milliseconds)
}

/// A unit of time that moments are moved by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Of twelve months.
    Year,
    /// Of three months.
    Quarter,
    /// A calendar month; the day is the last one where the month has no such day.
    Month,
    /// Of seven days.
    Week,
    /// A day by the clock of the zone.
    Day,
    /// 3,600 seconds.
    Hour,
    /// 60 seconds.
    Minute,
    /// 1,000 milliseconds.
    Second,
    /// A millisecond.
    Millisecond,
}

impl Unit {
    /// The unit of a name such as `day` or `days`.
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase();
        if name == "ms" {
            return Some(Self::Millisecond);
        }
        Some(match name.strip_suffix('s').filter(|short| !short.is_empty()).unwrap_or(&name) {
            "year" | "y" => Self::Year,
            "quarter" => Self::Quarter,
            "month" => Self::Month,
            "week" | "w" => Self::Week,
            "day" | "d" => Self::Day,
            "hour" | "h" => Self::Hour,
            "minute" | "m" => Self::Minute,
            "second" | "s" => Self::Second,
            "millisecond" => Self::Millisecond,
            _ => return None,
        })
    }

    /// How many milliseconds it has, if it always has as many.
    fn milliseconds(self) -> Option<i64> {
        match self {
            Self::Hour => Some(3_600_000),
            Self::Minute => Some(60_000),
            Self::Second => Some(1000),
            Self::Millisecond => Some(1),
            _ => None,
        }
    }
}

/// A moment later, or earlier for negative amounts. Years to days keep the time of day in the zone.
pub fn add(moment: i64, amount: i64, unit: Unit, zone: Zone) -> i64 {
    let moment = clamp(moment);
    let amount = amount.clamp(-1_000_000_000_000_000, 1_000_000_000_000_000);
    if let Some(milliseconds) = unit.milliseconds() {
        return clamp(moment.saturating_add(amount.saturating_mul(milliseconds)));
    }
    let wall = local(moment, zone);
    let months = match unit {
        Unit::Year => 12,
        Unit::Quarter => 3,
        Unit::Month => 1,
        _ => 0,
    };
    let moved = if months == 0 {
        let days = if unit == Unit::Week { 7 } else { 1 };
        clamp(wall.and_utc().timestamp_millis().saturating_add(amount.saturating_mul(days * 86_400_000)))
    } else {
        let total = i64::from(wall.year()) * 12 + i64::from(wall.month0());
        let total = total.saturating_add(amount.saturating_mul(months)).clamp(12, 9999 * 12 + 11);
        let (year, month) = (total.div_euclid(12) as i32, total.rem_euclid(12) as u32 + 1);
        let day = (28..=wall.day()).rev().find_map(|day| NaiveDate::from_ymd_opt(year, month, day));
        let date = day.or_else(|| NaiveDate::from_ymd_opt(year, month, wall.day())).unwrap_or_default();
        clamp(date.and_time(wall.time()).and_utc().timestamp_millis())
    };
    to_utc(moved, zone)
}

/// The first millisecond of the unit that a moment lies in, by the clock of the zone. Weeks begin on Monday.
pub fn start_of(moment: i64, unit: Unit, zone: Zone) -> i64 {
    let wall = local(moment, zone);
    let date = wall.date();
    let first = |month| NaiveDate::from_ymd_opt(date.year(), month, 1).unwrap_or(date);
    let day = match unit {
        Unit::Year => first(1),
        Unit::Quarter => first(wall.month0() / 3 * 3 + 1),
        Unit::Month => first(wall.month()),
        Unit::Week => {
            let days = u64::from(date.weekday().num_days_from_monday());
            date.checked_sub_days(chrono::Days::new(days)).unwrap_or(date)
        }
        Unit::Day => date,
        _ => {
            let milliseconds = wall.and_utc().timestamp_millis();
            let unit = unit.milliseconds().unwrap_or(1);
            // Offsets are not always whole hours: what is rounded is the clock on the wall.
            return clamp(clamp(moment) - milliseconds.rem_euclid(unit));
        }
    };
    to_utc(i64::from(day.to_epoch_days()) * 86_400_000, zone)
}

/// The last millisecond of the unit that a moment lies in.
pub fn end_of(moment: i64, unit: Unit, zone: Zone) -> i64 {
    let start = start_of(moment, unit, zone);
    clamp(add(start, 1, unit, zone) - 1).max(start)
}

/// The moment at which the clock of a zone shows a time.
fn to_utc(wall: i64, zone: Zone) -> i64 {
    let guess = wall - i64::from(zone.offset(wall)) * 1000;
    clamp(wall - i64::from(zone.offset(guess)) * 1000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::locale;

    /// 2025-01-05T13:04:09.078Z, a Sunday.
    const MOMENT: i64 = 1_736_082_249_078;

    fn format(moment: i64, pattern: &str, zone: &str, code: &str) -> String {
        let mut out = String::new();
        write(moment, pattern, Zone::find(zone).unwrap(), locale::find(code), &mut out);
        out
    }

    #[test]
    fn patterns() {
        let cases = [
            ("yyyy-MM-dd HH:mm:ss", "UTC", "2025-01-05 13:04:09"),
            ("yyyyMMdd", "UTC", "20250105"),
            ("YYYY-MM-DD", "UTC", "2025-01-05"),
            ("MMdd_HHmm", "UTC", "0105_1304"),
            ("yy/M/d h:m:s a", "UTC", "25/1/5 1:4:9 PM"),
            ("EEE, dd MMM yyyy HH:mm:ss 'GMT'", "UTC", "Sun, 05 Jan 2025 13:04:09 GMT"),
            ("EEEE, MMMM do", "UTC", "Sunday, January 5th"),
            ("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "Asia/Kolkata", "2025-01-05T18:34:09.078+05:30"),
            ("yyyy-MM-ddTHH:mm:ssX", "Asia/Tokyo", "2025-01-05T22:04:09+09"),
            ("x xx xxx X XX XXX Z ZZZZ z", "UTC", "+00 +0000 +00:00 Z Z Z +0000 +00:00 GMT"),
            ("t|T|TT|S|SSSSSS", "UTC", "1736082249|T|1736082249078|0|078000"),
            ("D DDD w Q e i c MMMMM", "UTC", "5 005 1 1 1 7 1 J"),
            ("h 'o''clock' '' ''", "UTC", "1 o'clock ' '"),
            ("yyyy年MM月dd日", "Asia/Shanghai", "2025年01月05日"),
            ("'open", "UTC", "open"),
            ("", "UTC", ""),
        ];
        for (pattern, zone, expected) in cases {
            assert_eq!(format(MOMENT, pattern, zone, "en"), expected, "{pattern}");
        }
    }

    #[test]
    fn any_moment_is_safe() {
        for moment in [i64::MIN, -62_135_596_800_001, -1, 0, 253_402_300_800_000, i64::MAX] {
            for zone in ["UTC", "Asia/Tokyo", "America/New_York", "+23:59", "-23:59"] {
                let zone = Zone::find(zone).unwrap();
                let mut out = String::new();
                write_iso(moment, &mut out);
                assert_eq!(out.len(), 24, "{out}");
                write_offset(moment, zone, &mut out);
                write(moment, "yyyy RRRR w S t TT XXX EEEE MMMM", zone, locale::find("en"), &mut out);
                for unit in
                    [Unit::Year, Unit::Quarter, Unit::Month, Unit::Week, Unit::Day, Unit::Hour, Unit::Second]
                {
                    for amount in [i64::MIN, -1, 0, 1, i64::MAX] {
                        let moved = add(moment, amount, unit, zone);
                        assert!((FIRST..=LAST).contains(&moved));
                    }
                    assert!(start_of(moment, unit, zone) <= end_of(moment, unit, zone));
                }
            }
        }
    }

    #[test]
    fn iso_texts() {
        for (text, expected) in [
            ("2025-01-05T13:04:09.078Z", Some(MOMENT)),
            ("2025-01-05 13:04:09.078", Some(MOMENT)),
            ("2025-01-05T22:04:09.0789+09:00", Some(MOMENT)),
            ("1736082249078", Some(MOMENT)),
            ("2025-01-05", Some(1_736_035_200_000)),
            ("2025", Some(1_735_689_600_000)),
            ("1969-12-31T23:59:59.999Z", Some(-1)),
            ("2025-02-30", None),
            ("2025-01-05T25:00", None),
            ("soon", None),
            ("", None),
            ("2025-01-05T1é", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
        }
        let mut out = String::new();
        write_iso(MOMENT, &mut out);
        write_offset(MOMENT, Zone::find("America/New_York").unwrap(), &mut out);
        assert_eq!(out, "2025-01-05T13:04:09.078Z2025-01-05T08:04:09.078-05:00");
    }

    #[test]
    fn moving() {
        let iso = |moment| {
            let mut out = String::new();
            write_iso(moment, &mut out);
            out
        };
        let berlin = Zone::find("Europe/Berlin").unwrap();
        let at = |text: &str| parse(text).unwrap();
        for (start, amount, unit, zone, expected) in [
            ("2024-01-31", 1, Unit::Month, Zone::UTC, "2024-02-29T00:00:00.000Z"),
            ("2024-02-29", -1, Unit::Year, Zone::UTC, "2023-02-28T00:00:00.000Z"),
            ("2024-12-15", 1, Unit::Month, Zone::UTC, "2025-01-15T00:00:00.000Z"),
            ("2024-01-05", -5, Unit::Day, Zone::UTC, "2023-12-31T00:00:00.000Z"),
            ("2024-01-05", 90, Unit::Minute, Zone::UTC, "2024-01-05T01:30:00.000Z"),
            // Summer time begins in between: the clock shows the same hour.
            ("2025-03-29T12:00Z", 1, Unit::Day, berlin, "2025-03-30T11:00:00.000Z"),
            ("2025-03-29T12:00Z", 24, Unit::Hour, berlin, "2025-03-30T12:00:00.000Z"),
        ] {
            assert_eq!(iso(add(at(start), amount, unit, zone)), expected, "{start} {amount} {unit:?}");
        }
        for (unit, start, end) in [
            (Unit::Year, "2024-12-31T23:00:00.000Z", "2025-12-31T22:59:59.999Z"),
            (Unit::Week, "2024-12-29T23:00:00.000Z", "2025-01-05T22:59:59.999Z"),
            (Unit::Day, "2025-01-04T23:00:00.000Z", "2025-01-05T22:59:59.999Z"),
            (Unit::Hour, "2025-01-05T13:00:00.000Z", "2025-01-05T13:59:59.999Z"),
        ] {
            assert_eq!(iso(start_of(MOMENT, unit, berlin)), start, "{unit:?}");
            assert_eq!(iso(end_of(MOMENT, unit, berlin)), end, "{unit:?}");
        }
    }

    #[test]
    fn names_of_units() {
        for (name, expected) in [
            ("day", Some(Unit::Day)),
            ("Days", Some(Unit::Day)),
            ("milliseconds", Some(Unit::Millisecond)),
            ("s", Some(Unit::Second)),
            ("ms", Some(Unit::Millisecond)),
            ("fortnight", None),
            ("", None),
        ] {
            assert_eq!(Unit::find(name), expected, "{name}");
        }
    }
}
