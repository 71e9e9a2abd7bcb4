//! Schedules as cron reads them.

use std::fmt::Write as _;

use crate::dynamic::{Call, Output};

const WEEKDAYS: &[&str] = &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const NICKNAMES: &[&str] = &["@annually", "@daily", "@hourly", "@monthly", "@reboot", "@weekly", "@yearly"];

/// Minute, hour, day of the month, month, day of the week; a year behind them where asked for.
pub(super) fn run(call: &mut Call<'_>) -> Output {
    if call.arguments.flag("includeNonStandard").unwrap_or(false) && call.rng.chance(1, 2) {
        return call.pick(NICKNAMES);
    }
    let (minute, hour) = (call.rng.below(60), call.rng.below(24));
    let rhythm = call.rng.pick(&[5, 10, 15, 20, 30]).copied().unwrap_or(10);
    let (day, month) = (call.rng.between(1, 28), call.rng.between(1, 12));
    let weekday = call.rng.pick(WEEKDAYS).copied().unwrap_or("MON");
    // Writing to a string cannot fail.
    let _ = match call.rng.below(8) {
        0 => write!(call.out, "*/{rhythm} * * * *"),
        1 => write!(call.out, "{minute} * * * *"),
        2 => write!(call.out, "{minute} {hour} * * *"),
        3 => write!(call.out, "{minute} {hour} * * {weekday}"),
        4 => write!(call.out, "{minute} {hour} {day} * *"),
        5 => write!(call.out, "{minute} {hour} {day} {month} *"),
        6 => write!(call.out, "{minute} {hour} * * 1-5"),
        _ => write!(call.out, "*/{rhythm} {}-{} * * *", hour / 2, 12 + hour / 2),
    };
    if call.arguments.flag("includeYear").unwrap_or(false) {
        if call.rng.chance(1, 2) {
            call.out.push_str(" *");
        } else {
            let year = call.rng.between(1970, 2099);
            let _ = write!(call.out, " {year}");
        }
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::{NICKNAMES, WEEKDAYS};
    use crate::dynamic::Arguments;
    use crate::dynamic::catalogue::testing::{draw, with};

    fn fits(field: &str, low: u32, high: u32) -> bool {
        let field = field.strip_prefix("*/").unwrap_or(field);
        field == "*"
            || WEEKDAYS.contains(&field)
            || field.split('-').all(|part| part.parse().is_ok_and(|value: u32| (low..=high).contains(&value)))
    }

    #[test]
    fn fields_are_valid() {
        for seed in 0..500 {
            let text = draw("system.cron", &with([("includeYear", (seed % 2 == 0).into())]), "en", seed).1;
            let fields: Vec<&str> = text.split(' ').collect();
            let limits = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7), (1970, 2099)];
            assert_eq!(fields.len(), if seed % 2 == 0 { 6 } else { 5 }, "{text}");
            assert!(fields.iter().zip(limits).all(|(field, (low, high))| fits(field, low, high)), "{text}");
        }
        assert!(!draw("system.cron", &Arguments::NONE, "en", 1).1.starts_with('@'));
        let others = with([("includeNonStandard", true.into())]);
        assert!((0..50).any(|seed| NICKNAMES.contains(&draw("system.cron", &others, "en", seed).1.as_str())));
    }
}
