//! Moments in requests and answers of the management API: milliseconds inside, RFC 3339 outside.

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, SecondsFormat};

/// A moment in milliseconds since 1970 UTC as answers have it.
///
/// ```
/// assert_eq!(edgemock::manage::shown_moment(1_700_000_000_000), "2023-11-14T22:13:20.000Z");
/// ```
pub fn shown_moment(milliseconds: i64) -> String {
    let moment = DateTime::from_timestamp_millis(milliseconds).unwrap_or_default();
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// When something ends, in milliseconds since 1970 UTC: a date ends with its last moment in UTC, a moment of RFC 3339
/// ends at itself. `None` for anything else, and beyond the year 9999.
pub(super) fn end_of(text: &str) -> Option<i64> {
    if let Ok(date) = text.parse::<NaiveDate>() {
        // `NaiveDate` also reads years of other lengths and blanks between the parts.
        let plain = text.len() == 10 && (1970..=9999).contains(&date.year());
        let midnight = date.succ_opt()?.and_time(NaiveTime::MIN);
        return plain.then(|| midnight.and_utc().timestamp_millis());
    }
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    (1970..=9999).contains(&moment.to_utc().year()).then(|| moment.timestamp_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_dates_and_moments() {
        let day = 24 * 60 * 60 * 1000;
        let cases = [
            ("1970-01-01", Some(day)),
            ("1972-02-29", Some(790 * day)),
            ("1970-01-01T00:00:01Z", Some(1000)),
            ("1970-01-01T00:00:01.25Z", Some(1250)),
            ("1970-01-01T01:00:00+01:00", Some(0)),
            ("1970-01-02T00:00:00-00:30", Some(day + 30 * 60 * 1000)),
            ("9999-12-31", Some(253_402_300_800_000)),
            ("9999-12-31T23:59:59Z", Some(253_402_300_799_000)),
            ("10000-01-01", None),
            ("+10000-01-01", None),
            ("1969-12-31", None),
            ("1971-02-29", None),
            ("1970-1-1", None),
            ("1970 - 01 - 01", None),
            ("1970-01-01T00:00:01", None),
            ("1970-01-01T25:00:00Z", None),
            ("tomorrow", None),
            ("30", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(end_of(text), expected, "{text}");
        }
    }

    #[test]
    fn writes_what_it_reads() {
        for moment in [0, 1, 951_782_400_123, 253_402_300_799_999] {
            assert_eq!(end_of(&shown_moment(moment)), Some(moment));
        }
        assert_eq!(shown_moment(i64::MAX), "1970-01-01T00:00:00.000Z");
    }
}
