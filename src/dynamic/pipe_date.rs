//! The pipes for moments. A text or number goes through them if it can be read as a moment, else it stays as it is.

use super::moment::{self, Unit};
use super::pipe::{Pipe, Piped};
use super::{Output, Parameter, ParameterKind};

const UNITS: &[&str] = &["year", "quarter", "month", "week", "day", "hour", "minute", "second"];
const ZONE: Parameter = Parameter::new("timezone", ParameterKind::Zone, "the value's");
const REPRESENTATION: Parameter =
    Parameter::new("representation", ParameterKind::Choice(&["complete", "date", "time"]), "complete");

macro_rules! adding {
    ($name:literal, $doc:literal, $example:literal, $unit:expr) => {
        Pipe {
            name: $name,
            aliases: &[],
            doc: $doc,
            example: $example,
            parameters: &[Parameter::new("amount", ParameterKind::Integer, "1")],
            run: |piped| add(piped, $unit, 1),
        }
    };
}

macro_rules! taking {
    ($name:literal, $doc:literal, $example:literal, $unit:expr) => {
        Pipe {
            name: $name,
            aliases: &[],
            doc: $doc,
            example: $example,
            parameters: &[Parameter::new("amount", ParameterKind::Integer, "1")],
            run: |piped| add(piped, $unit, -1),
        }
    };
}

pub(super) const PIPES: &[Pipe] = &[
    adding!("addDays", "Days later.", "$date.now|addDays(-1)", Unit::Day),
    adding!("addHours", "Hours later.", "$date.now|addHours(2)", Unit::Hour),
    adding!("addMilliseconds", "Milliseconds later.", "$date.now|addMilliseconds(500)", Unit::Millisecond),
    adding!("addMinutes", "Minutes later.", "$date.now|addMinutes(-15)", Unit::Minute),
    adding!(
        "addMonths",
        "Months later; the month's last day where it has no such day.",
        "$date.now|addMonths(1)",
        Unit::Month
    ),
    adding!("addQuarters", "Quarters of a year later.", "$date.now|addQuarters(1)", Unit::Quarter),
    adding!("addSeconds", "Seconds later.", "$date.now|addSeconds(30)", Unit::Second),
    adding!("addWeeks", "Weeks later.", "$date.now|addWeeks(-2)", Unit::Week),
    adding!("addYears", "Years later.", "$date.now|addYears(1)|format('yyyy')", Unit::Year),
    Pipe {
        name: "endOf",
        aliases: &[],
        doc: "The last millisecond of the year, quarter, month, week (from Monday), day, hour, minute or second.",
        example: "$date.now|endOf('month')",
        parameters: &[Parameter::new("unit", ParameterKind::Choice(UNITS), "day"), ZONE],
        run: |piped| bound(piped, moment::end_of),
    },
    Pipe {
        name: "format",
        aliases: &["formatDate"],
        doc: "In a pattern of Unicode's date fields.",
        example: "$date.now|format('yyyy-MM-dd HH:mm:ss', timezone='Asia/Tokyo')",
        parameters: &[Parameter::new("pattern", ParameterKind::Text, "yyyy-MM-dd HH:mm:ss"), ZONE],
        run: |piped| {
            let pattern = piped.arguments.text("pattern").unwrap_or("yyyy-MM-dd HH:mm:ss");
            write(piped, pattern)
        },
    },
    Pipe {
        name: "formatISO",
        aliases: &[],
        doc: "As ISO 8601 with the offset of the zone, to the second.",
        example: "$date.now|formatISO",
        parameters: &[REPRESENTATION, ZONE],
        run: |piped| {
            let pattern = match piped.arguments.text("representation") {
                Some("date") => "yyyy-MM-dd",
                Some("time") => "HH:mm:ssXXX",
                _ => "yyyy-MM-dd'T'HH:mm:ssXXX",
            };
            write(piped, pattern)
        },
    },
    Pipe {
        name: "formatISO9075",
        aliases: &[],
        doc: "As SQL writes it.",
        example: "$date.now|formatISO9075",
        parameters: &[REPRESENTATION, ZONE],
        run: |piped| {
            let pattern = match piped.arguments.text("representation") {
                Some("date") => "yyyy-MM-dd",
                Some("time") => "HH:mm:ss",
                _ => "yyyy-MM-dd HH:mm:ss",
            };
            write(piped, pattern)
        },
    },
    Pipe {
        name: "formatRFC3339",
        aliases: &[],
        doc: "As RFC 3339, with a number of digits of the second's fraction.",
        example: "$date.now|formatRFC3339(fractionDigits=3)",
        parameters: &[Parameter::new("fractionDigits", ParameterKind::Integer, "0"), ZONE],
        run: |piped| {
            let pattern = match piped.arguments.integer("fractionDigits").unwrap_or(0) {
                ..=0 => "yyyy-MM-dd'T'HH:mm:ssXXX",
                1 => "yyyy-MM-dd'T'HH:mm:ss.SXXX",
                2 => "yyyy-MM-dd'T'HH:mm:ss.SSXXX",
                _ => "yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
            };
            write(piped, pattern)
        },
    },
    Pipe {
        name: "formatRFC7231",
        aliases: &["formatHTTP"],
        doc: "As HTTP headers write it.",
        example: "$date.now|formatRFC7231",
        parameters: &[],
        run: |piped| {
            piped.zone = super::Zone::UTC;
            piped.locale = super::locale::find("en");
            write(piped, "EEE, dd MMM yyyy HH:mm:ss 'GMT'")
        },
    },
    Pipe {
        name: "startOf",
        aliases: &[],
        doc: "The beginning of the year, quarter, month, week (from Monday), day, hour, minute or second.",
        example: "$date.now|startOf('week')",
        parameters: &[Parameter::new("unit", ParameterKind::Choice(UNITS), "day"), ZONE],
        run: |piped| bound(piped, moment::start_of),
    },
    taking!("subDays", "Days earlier.", "$date.now|subDays(3)", Unit::Day),
    taking!("subHours", "Hours earlier.", "$date.now|subHours(3)", Unit::Hour),
    taking!("subMilliseconds", "Milliseconds earlier.", "$date.now|subMilliseconds(3)", Unit::Millisecond),
    taking!("subMinutes", "Minutes earlier.", "$date.now|subMinutes(3)", Unit::Minute),
    taking!("subMonths", "Months earlier.", "$date.now|subMonths(3)", Unit::Month),
    taking!("subQuarters", "Quarters of a year earlier.", "$date.now|subQuarters(3)", Unit::Quarter),
    taking!("subSeconds", "Seconds earlier.", "$date.now|subSeconds(3)", Unit::Second),
    taking!("subWeeks", "Weeks earlier.", "$date.now|subWeeks(3)", Unit::Week),
    taking!("subYears", "Years earlier.", "$date.now|subYears(18)", Unit::Year),
    Pipe {
        name: "timestamp",
        aliases: &["getTime"],
        doc: "As a number: seconds (`s`) or milliseconds (`ms`) since 1970.",
        example: "$date.now|timestamp('ms')",
        parameters: &[Parameter::new("unit", ParameterKind::Choice(&["s", "ms"]), "s")],
        run: |piped| {
            let Some(value) = piped.moment() else { return piped.output };
            let is_milliseconds = piped.arguments.text("unit") == Some("ms");
            let value = if is_milliseconds { value } else { value.div_euclid(1000) };
            piped.replace(&value.to_string());
            Output::Number
        },
    },
];

fn add(piped: &mut Piped<'_>, unit: Unit, sign: i64) -> Output {
    let Some(value) = piped.moment() else { return piped.output };
    let amount = piped.arguments.integer("amount").unwrap_or(1).saturating_mul(sign);
    let moved = moment::add(value, amount, unit, piped.zone);
    piped.replace_moment(moved)
}

fn bound(piped: &mut Piped<'_>, find: fn(i64, Unit, super::Zone) -> i64) -> Output {
    let Some(value) = piped.moment() else { return piped.output };
    let unit = piped.arguments.text("unit").and_then(Unit::find).unwrap_or(Unit::Day);
    let found = find(value, unit, piped.zone_of_argument());
    piped.replace_moment(found)
}

fn write(piped: &mut Piped<'_>, pattern: &str) -> Output {
    let Some(value) = piped.moment() else { return piped.output };
    let zone = piped.zone_of_argument();
    piped.out.truncate(piped.start);
    moment::write(value, pattern, zone, piped.locale, piped.out);
    Output::Text
}

#[cfg(test)]
mod tests {
    use crate::dynamic::template::testing::value;

    #[test]
    fn what_comes_out() {
        // The clock of the tests stands at 2025-01-01T00:00:00Z.
        let cases = [
            ("$date.now|format('yyyyMMdd')", "20250101"),
            ("$date.now|format", "2025-01-01 00:00:00"),
            ("$date.now | format('yyyy-MM-dd HH:mm:ss', timezone='Asia/Shanghai')", "2025-01-01 08:00:00"),
            ("$date.now|format('HH', timeZone='+02:00')", "02"),
            ("$date.now|formatISO", "2025-01-01T00:00:00Z"),
            ("$date.now|formatISO(timezone='America/New_York')", "2024-12-31T19:00:00-05:00"),
            ("$date.now|formatISO('date')", "2025-01-01"),
            ("$date.now|formatISO9075", "2025-01-01 00:00:00"),
            ("$date.now|formatRFC3339(fractionDigits=3)", "2025-01-01T00:00:00.000Z"),
            ("$date.now(locale='de')|formatRFC7231", "Wed, 01 Jan 2025 00:00:00 GMT"),
            ("$date.now|addDays(-1)|addHours(1)|format('MM-dd HH')", "12-31 01"),
            ("$date.now|subMonths(1)|format('yyyy-MM')", "2024-12"),
            ("$date.now|addDays", "2025-01-02T00:00:00.000Z"),
            ("$date.now|timestamp", "1735689600"),
            ("$date.now|timestamp('ms')", "1735689600000"),
            ("$date.now|endOf('month')", "2025-01-31T23:59:59.999Z"),
            ("$date.now|startOf('day', timezone='Asia/Tokyo')", "2024-12-31T15:00:00.000Z"),
            ("$date.now|format('yyyy-MM-dd')|addDays(1)|format('dd')", "02"),
            ("$date.now|format('d. MMMM', timezone='Europe/Berlin')", "1. January"),
            ("$datatype.boolean(1)|addDays(1)", "true"),
        ];
        for (expression, expected) in cases {
            assert_eq!(value(expression), expected, "{expression}");
        }
    }
}
