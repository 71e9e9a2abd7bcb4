//! Numbers, characters, moments, choices.

use super::{Mock, Placeholder};
use crate::dynamic::entity::Course;
use crate::dynamic::moment::{self, Unit};
use crate::dynamic::{Argument, Arguments, Output};
use std::fmt::Write as _;

const MAX_SAFE: i64 = 9_007_199_254_740_991;
/// No text is longer than this many characters.
const MAX_LENGTH: usize = 10_000;
const DATE_TIME: &str = "yyyy-MM-dd HH:mm:ss";

pub(super) const PLACEHOLDERS: &[Placeholder] = &[
    Placeholder::new(
        "boolean",
        "@boolean(1, 9, true)",
        "`true` or `false`; with weights for and against a value.",
        boolean,
    ),
    Placeholder::new("capitalize", "@capitalize('hello')", "A text with a capital.", |mock| {
        changed(mock, |text| {
            let mut letters = text.chars();
            letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
        })
    }),
    Placeholder::new(
        "character",
        "@character('lower')",
        "One character: `lower`, `upper`, `number`, `symbol`, `alpha`, or one of a text.",
        |mock| {
            let alphabet = alphabet(mock.string(0));
            characters(mock, &alphabet, 1)
        },
    ),
    Placeholder::new("date", "@date('yyyy-MM-dd')", "A day of the past two years, in a pattern.", |mock| {
        past(mock, "yyyy-MM-dd")
    }),
    Placeholder::new(
        "datetime",
        "@datetime('yyyy-MM-dd HH:mm:ss')",
        "A moment of the past two years, in a pattern.",
        |mock| past(mock, DATE_TIME),
    ),
    Placeholder::new(
        "float",
        "@float(60, 100, 1, 2)",
        "A number: bounds of its whole part, and how many digits after the point at least and at most.",
        float,
    ),
    Placeholder::new(
        "increment",
        "@increment(10)",
        "A number that grows by a step from one item of a list to the next.",
        |mock| {
            let step = mock.integer(0).unwrap_or(1);
            let position = mock.scope.entity.index.unwrap_or(0) as i64;
            integer(mock, step.saturating_mul(position.saturating_add(1)))
        },
    ),
    Placeholder::new("integer", "@integer(1, 99)", "A whole number within bounds.", |mock| {
        bounded(mock, -MAX_SAFE)
    }),
    Placeholder::new("lower", "@lower('HELLO')", "A text in lower case.", |mock| {
        changed(mock, str::to_lowercase)
    }),
    Placeholder::new("natural", "@natural(60, 100)", "A whole number that is not negative.", |mock| {
        bounded(mock, 0)
    }),
    Placeholder::new(
        "now",
        "@now('day', 'yyyy-MM-dd HH:mm:ss')",
        "Now, or the beginning of its year, month, week, day, hour, minute or second, in a pattern.",
        now,
    ),
    Placeholder::new("pick", "@pick(['a', 'b'])", "One value of a list, or of the arguments.", |mock| {
        let items = match mock.arguments {
            [Argument::List(items)] => items,
            items => items,
        };
        mock.scope.rng.pick(items).map_or(Output::Nothing, |item| item.write(mock.scope.out))
    }),
    Placeholder::new(
        "regexp",
        "@regexp(/[a-z]{3}[0-9]/)",
        "A text that matches a regular expression.",
        |mock| {
            if let Some(Argument::Pattern(pattern)) = mock.argument(0) {
                let pattern = pattern.clone();
                pattern.sample(mock.scope.rng, 0, Some(MAX_LENGTH), mock.scope.out);
            }
            Output::Text
        },
    ),
    Placeholder::new("shuffle", "@shuffle(['a', 'b'])", "The values of a list in another order.", |mock| {
        let mut arguments = Arguments::default();
        if let Some(list) = mock.argument(0) {
            arguments.set("array", list.clone());
        }
        mock.call("helpers.shuffle", &arguments, None)
    }),
    Placeholder::new(
        "string",
        "@string('lower', 5)",
        "Characters, as those of `@character`: how many, or at least and at most.",
        |mock| {
            // The alphabet can be left out.
            let pool = mock.string(0).filter(|text| text.parse::<i64>().is_err()).map(str::to_owned);
            let count = mock.count(usize::from(pool.is_some()), 3, 7, MAX_LENGTH);
            let alphabet = alphabet(pool.as_deref());
            characters(mock, &alphabet, count)
        },
    ),
    Placeholder::new("time", "@time('HH:mm:ss')", "A time of day, in a pattern.", |mock| {
        past(mock, "HH:mm:ss")
    }),
    Placeholder::new(
        "timestamp",
        "@timestamp('ms')",
        "Now, as seconds (`s`, where nothing is said) or milliseconds (`ms`) since 1970.",
        |mock| {
            let now = moment::clamp(mock.scope.now);
            let is_milliseconds = mock.string(0) == Some("ms");
            integer(mock, if is_milliseconds { now } else { now.div_euclid(1000) })
        },
    ),
    Placeholder::new("upper", "@upper('hello')", "A text in upper case.", |mock| {
        changed(mock, str::to_uppercase)
    }),
];

fn boolean(mock: &mut Mock<'_, '_>) -> Output {
    let current = match mock.argument(2) {
        Some(Argument::Flag(current)) => *current,
        _ => true,
    };
    let weight = |index| mock.number(index).filter(|value| *value >= 0.0).unwrap_or(1.0);
    let (own, other) = (weight(0), weight(1));
    let is_own = mock.scope.rng.unit() * (own + other) < own;
    mock.text(if is_own == current { "true" } else { "false" });
    Output::Boolean
}

fn integer(mock: &mut Mock<'_, '_>, value: i64) -> Output {
    // Writing to a String cannot fail.
    let _ = write!(mock.scope.out, "{value}");
    Output::Number
}

fn bounded(mock: &mut Mock<'_, '_>, least: i64) -> Output {
    let low = mock.integer(0).unwrap_or(least);
    let high = mock.integer(1).unwrap_or(MAX_SAFE).max(low);
    let value = mock.scope.rng.integer(i128::from(low), i128::from(high)) as i64;
    integer(mock, value)
}

fn float(mock: &mut Mock<'_, '_>) -> Output {
    bounded(mock, -1_000_000_000);
    let digits = mock.count(2, 1, 6, 17).max(1);
    mock.scope.out.push('.');
    for index in 0..digits {
        // The last digit is not zero, or it would not be one.
        let low = usize::from(index + 1 == digits);
        let digit = mock.scope.rng.between(low, 9);
        mock.scope.out.push(char::from(b'0' + digit as u8));
    }
    Output::Number
}

fn alphabet(name: Option<&str>) -> Vec<char> {
    const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
    const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const NUMBER: &str = "0123456789";
    const SYMBOL: &str = "!@#$%^&*()[]";
    let Some(name) = name.filter(|name| !name.is_empty()) else {
        return [LOWER, UPPER, NUMBER].iter().flat_map(|part| part.chars()).collect();
    };
    match name.to_ascii_lowercase().as_str() {
        "lower" => LOWER.chars().collect(),
        "upper" => UPPER.chars().collect(),
        "number" => NUMBER.chars().collect(),
        "symbol" => SYMBOL.chars().collect(),
        "alpha" => LOWER.chars().chain(UPPER.chars()).collect(),
        _ => name.chars().collect(),
    }
}

fn characters(mock: &mut Mock<'_, '_>, alphabet: &[char], count: usize) -> Output {
    for _ in 0..count {
        mock.scope.out.extend(mock.scope.rng.pick(alphabet));
    }
    Output::Text
}

fn changed(mock: &mut Mock<'_, '_>, change: fn(&str) -> String) -> Output {
    let start = mock.scope.out.len();
    match (mock.nested, mock.argument(0)) {
        (Some(template), _) => {
            if let Output::Moment(value) = template.write(mock.scope) {
                moment::write_iso(value, mock.scope.out);
            }
        }
        (None, Some(argument)) => {
            argument.clone().write(mock.scope.out);
        }
        (None, None) => return Output::Nothing,
    }
    let text = change(mock.scope.out.get(start..).unwrap_or_default());
    mock.scope.out.truncate(start);
    mock.text(&text)
}

/// A moment of the past two years. Values of one object with nothing between them do not agree on one: two dates of an
/// object are two dates.
fn past(mock: &mut Mock<'_, '_>, pattern: &str) -> Output {
    let course: Course = crate::dynamic::entity::Timeline::default().course(mock.scope.rng, mock.scope.now);
    write_moment(mock, course.created, 0, pattern)
}

fn write_moment(mock: &mut Mock<'_, '_>, value: i64, argument: usize, default: &str) -> Output {
    let pattern = match mock.arguments.get(argument) {
        Some(Argument::Text(pattern)) if !pattern.is_empty() => pattern,
        _ => default,
    };
    moment::write(value, pattern, mock.scope.zone, mock.scope.locale, mock.scope.out);
    Output::Text
}

fn now(mock: &mut Mock<'_, '_>) -> Output {
    let now = mock.scope.now;
    match mock.string(0).and_then(Unit::find) {
        Some(unit) => {
            let start = moment::start_of(now, unit, mock.scope.zone);
            write_moment(mock, start, 1, DATE_TIME)
        }
        None => write_moment(mock, now, 0, DATE_TIME),
    }
}

#[cfg(test)]
mod tests {
    use crate::dynamic::Output;
    use crate::dynamic::template::testing::draw;
    use crate::schema::pattern::Pattern;

    #[test]
    fn values_after_their_patterns() {
        for (text, pattern) in [
            ("@string", "^[A-Za-z0-9]{3,7}$"),
            ("@string(5)", "^[A-Za-z0-9]{5}$"),
            ("@string(1,2)", "^[A-Za-z0-9]{1,2}$"),
            ("@string(\"lower\",5)", "^[a-z]{5}$"),
            ("@string(upper,1,3)", "^[A-Z]{1,3}$"),
            ("@string('abc',4)", "^[abc]{4}$"),
            ("@string(99999999)", "^.{10000}$"),
            ("@character", "^[A-Za-z0-9]$"),
            ("@character('number')", "^[0-9]$"),
            ("@float(60,100,2)", "^(6|7|8|9|10)[0-9]\\.[0-9]{2}$"),
            ("@float(1,1,3,5)", "^1\\.[0-9]{3,5}$"),
            ("@date", "^202[34]-[01][0-9]-[0-3][0-9]$"),
            ("@datetime", "^202[34]-[01][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]$"),
            ("@time", "^[0-2][0-9]:[0-5][0-9]:[0-5][0-9]$"),
            ("@now", "^2025-01-01 00:00:00$"),
            ("@now('yyyy')", "^2025$"),
            ("@now('year', 'MM')", "^01$"),
            ("@timestamp", "^1735689600$"),
            ("@timestamp('ms')", "^1735689600000$"),
            ("@increment", "^1$"),
            ("@increment(100)", "^100$"),
            ("@shuffle(['a'])", "^\\[\"a\"\\]$"),
        ] {
            let pattern = Pattern::parse(pattern).unwrap();
            for seed in 0..30 {
                let (_, value) = draw(text, "en", seed);
                assert_eq!(pattern.is_match(&value), Some(true), "{text}: {value:.80}");
            }
        }
    }

    #[test]
    fn numbers_stay_in_their_bounds() {
        for (text, low, high) in [
            ("@integer", -9_007_199_254_740_991, 9_007_199_254_740_991),
            ("@integer(400, 599)", 400, 599),
            ("@integer(5, 1)", 5, 5),
            ("@integer('3', '4')", 3, 4),
            ("@natural", 0, 9_007_199_254_740_991),
            ("@natural(60)", 60, 9_007_199_254_740_991),
        ] {
            for seed in 0..50 {
                let (output, value) = draw(text, "en", seed);
                assert_eq!(output, Output::Number);
                assert!((low..=high).contains(&value.parse::<i64>().unwrap()), "{text}: {value}");
            }
        }
        let count = (0..1000).filter(|seed| draw("@boolean(1, 9, true)", "en", *seed).1 == "true").count();
        assert!((50..150).contains(&count), "{count}");
    }
}
