//! `date`: moments. How they look is chosen by `format`, `timeZone` and the pipes.

use super::Module;
use crate::dynamic::digits::push_integer;
use crate::dynamic::moment::{self, Unit};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind, Zone, calendar};

const DAY: i64 = 86_400_000;
/// 365¼ days.
const YEAR: i64 = 31_557_600_000;
/// No list is longer than this.
const MAX_COUNT: i64 = 1000;

const REFERENCE: Parameter = Parameter::new("refDate", ParameterKind::Moment, "now");
const FORMAT: Parameter = Parameter::new("format", ParameterKind::Text, "ISO 8601");
const TIME_ZONE: Parameter = Parameter::new("timeZone", ParameterKind::Zone, "the project's");
const ABBREVIATED: Parameter = Parameter::new("abbreviated", ParameterKind::Flag, "false");
const CONTEXT: Parameter = Parameter::new("context", ParameterKind::Flag, "false");

pub(super) const MODULE: Module = Module {
    name: "date",
    doc: "Moments, the names of months and weekdays.",
    methods: &[
        Method {
            name: "anytime",
            doc: "Within a year of now, before or after.",
            example: "$date.anytime",
            parameters: &[REFERENCE, FORMAT, TIME_ZONE],
            run: |call| around(call, YEAR, YEAR),
        },
        Method {
            name: "between",
            doc: "Between two moments.",
            example: "$date.between(from='2025-01-01', to='2025-12-31')",
            parameters: &[
                Parameter::new("from", ParameterKind::Moment, "a year before `to`"),
                Parameter::new("to", ParameterKind::Moment, "now"),
                FORMAT,
                TIME_ZONE,
            ],
            run: between,
        },
        Method {
            name: "betweens",
            doc: "A list of moments between two moments, in their order.",
            example: "$date.betweens(from='2025-01-01', to='2025-12-31', count=2)",
            parameters: &[
                Parameter::new("from", ParameterKind::Moment, "a year before `to`"),
                Parameter::new("to", ParameterKind::Moment, "now"),
                Parameter::new("count", ParameterKind::Integer, "3"),
                Parameter::new("min", ParameterKind::Integer, "`count`"),
                Parameter::new("max", ParameterKind::Integer, "`count`"),
                FORMAT,
                TIME_ZONE,
            ],
            run: betweens,
        },
        Method {
            name: "birthdate",
            doc: "The day a person was born, by their age or by the year.",
            example: "$date.birthdate(mode='age', min=18, max=65, format='yyyy-MM-dd')",
            parameters: &[
                Parameter::new("min", ParameterKind::Integer, "18, or 80 years ago"),
                Parameter::new("max", ParameterKind::Integer, "80, or 18 years ago"),
                Parameter::new("mode", ParameterKind::Choice(&["age", "year"]), "age"),
                REFERENCE,
                FORMAT,
                TIME_ZONE,
            ],
            run: birthdate,
        },
        Method {
            name: "future",
            doc: "Within the years to come.",
            example: "$date.future(years=2)",
            parameters: &[Parameter::new("years", ParameterKind::Number, "1"), REFERENCE, FORMAT, TIME_ZONE],
            run: |call| {
                let span = span(call, "years", YEAR);
                around(call, -1000, span)
            },
        },
        Method {
            name: "isoTimestamp",
            doc: "Now, as ISO 8601.",
            example: "$date.isoTimestamp",
            parameters: &[FORMAT, TIME_ZONE],
            run: |call| Output::Moment(moment::clamp(call.now)),
        },
        Method {
            name: "month",
            doc: "The name of a month; with `context` as it stands within a date.",
            example: "$date.month(abbreviated=true)",
            parameters: &[ABBREVIATED, CONTEXT],
            run: month,
        },
        Method {
            name: "now",
            doc: "Now.",
            example: "$date.now|format('yyyy-MM-dd HH:mm:ss')",
            parameters: &[FORMAT, TIME_ZONE],
            run: |call| Output::Moment(moment::clamp(call.now)),
        },
        Method {
            name: "past",
            doc: "Within the past years.",
            example: "$date.past(years=2, format='yyyy-MM-dd')",
            parameters: &[Parameter::new("years", ParameterKind::Number, "1"), REFERENCE, FORMAT, TIME_ZONE],
            run: |call| {
                let span = span(call, "years", YEAR);
                around(call, span, -1000)
            },
        },
        Method {
            name: "recent",
            doc: "Within the past days.",
            example: "$date.recent(days=7, timeZone='Asia/Tokyo')",
            parameters: &[Parameter::new("days", ParameterKind::Number, "1"), REFERENCE, FORMAT, TIME_ZONE],
            run: |call| {
                let span = span(call, "days", DAY);
                around(call, span, -1000)
            },
        },
        Method {
            name: "soon",
            doc: "Within the days to come.",
            example: "$date.soon(days=3)",
            parameters: &[Parameter::new("days", ParameterKind::Number, "1"), REFERENCE, FORMAT, TIME_ZONE],
            run: |call| {
                let span = span(call, "days", DAY);
                around(call, -1000, span)
            },
        },
        Method {
            name: "timeZone",
            doc: "The name of a time zone of the IANA database.",
            example: "$date.timeZone",
            parameters: &[],
            run: |call| call.pick(TIME_ZONES),
        },
        Method {
            name: "timestamp",
            doc: "Now, as seconds since 1970 (`s`) or milliseconds (`ms`).",
            example: "$date.timestamp",
            parameters: &[Parameter::new("unit", ParameterKind::Choice(&["s", "ms"]), "s")],
            run: |call| {
                let is_milliseconds = call.arguments.text("unit") == Some("ms");
                let value = if is_milliseconds { call.now } else { call.now.div_euclid(1000) };
                push_integer(value, call.out);
                Output::Number
            },
        },
        Method {
            name: "weekday",
            doc: "The name of a day of the week.",
            example: "$date.weekday",
            parameters: &[ABBREVIATED, CONTEXT],
            run: weekday,
        },
    ],
};

/// The moment that an expression counts from.
fn reference(call: &Call<'_>) -> i64 {
    moment::clamp(call.arguments.integer("refDate").unwrap_or(call.now))
}

/// How far an expression goes, in milliseconds; at least two seconds, at most ten thousand years.
fn span(call: &Call<'_>, parameter: &str, unit: i64) -> i64 {
    let count = call.arguments.number(parameter).unwrap_or(1.0).abs();
    ((count * unit as f64) as i64).clamp(2000, 10_000 * YEAR)
}

/// A moment from so long before the reference to so long after it.
fn around(call: &mut Call<'_>, before: i64, after: i64) -> Output {
    let reference = reference(call);
    Output::Moment(choose(call, reference - before, reference + after))
}

fn choose(call: &mut Call<'_>, low: i64, high: i64) -> i64 {
    call.rng.integer(i128::from(moment::clamp(low)), i128::from(moment::clamp(high))) as i64
}

fn bounds(call: &Call<'_>) -> (i64, i64) {
    let from = call.arguments.integer("from");
    let to = call.arguments.integer("to").unwrap_or_else(|| {
        let now = moment::clamp(call.now);
        from.filter(|from| *from > now).map_or(now, |from| from + YEAR)
    });
    let from = from.unwrap_or(to - YEAR);
    (from.min(to), from.max(to))
}

fn between(call: &mut Call<'_>) -> Output {
    let (from, to) = bounds(call);
    Output::Moment(choose(call, from, to))
}

fn betweens(call: &mut Call<'_>) -> Output {
    let (from, to) = bounds(call);
    let count = call.arguments.integer("count").unwrap_or(3);
    let min = call.arguments.integer("min").unwrap_or(count).clamp(0, MAX_COUNT);
    let max = call.arguments.integer("max").unwrap_or(count.max(min)).clamp(min, MAX_COUNT);
    let count = call.rng.between(min as usize, max as usize);
    let mut moments: Vec<i64> = (0..count).map(|_| choose(call, from, to)).collect();
    moments.sort_unstable();
    let zone = call.arguments.text("timeZone").and_then(Zone::find);
    call.out.push('[');
    for (index, value) in moments.into_iter().enumerate() {
        call.out.push_str(if index == 0 { "\"" } else { ",\"" });
        match (call.arguments.text("format"), zone) {
            (Some(pattern), zone) => {
                let mut text = String::new();
                moment::write(value, pattern, zone.unwrap_or(Zone::UTC), call.locale, &mut text);
                // Within the quotes of JSON.
                let quoted = serde_json::Value::from(text).to_string();
                call.out.push_str(quoted.get(1..quoted.len() - 1).unwrap_or_default());
            }
            (None, Some(zone)) => moment::write_offset(value, zone, call.out),
            (None, None) => moment::write_iso(value, call.out),
        }
        call.out.push('"');
    }
    call.out.push(']');
    Output::Json
}

fn birthdate(call: &mut Call<'_>) -> Output {
    let reference = reference(call);
    let min = call.arguments.integer("min");
    let max = call.arguments.integer("max");
    let (low, high) = if call.arguments.text("mode") == Some("year") {
        let year = |year: i64| moment::add(0, year.clamp(1, 9999) - 1970, Unit::Year, Zone::UTC);
        let this_year = 1970 + reference.div_euclid(YEAR);
        let low = min.unwrap_or_else(|| max.unwrap_or(this_year).min(this_year).saturating_sub(80));
        let high = max.unwrap_or_else(|| (this_year - 18).max(low)).max(low);
        (year(low), year(high.saturating_add(1)) - 1)
    } else {
        let (low, high) = if min.is_none() && max.is_none() {
            // The age that the person is said to have.
            let age = call.entity.person(call.rng, call.locale).age() as i64;
            (age, age)
        } else {
            let low = min.unwrap_or_else(|| max.unwrap_or(18).min(18)).clamp(0, 2000);
            (low, max.unwrap_or_else(|| low.max(80)).clamp(low, 2000))
        };
        let years_ago = |years: i64| moment::add(reference, -years, Unit::Year, Zone::UTC);
        (years_ago(high + 1) + DAY, years_ago(low))
    };
    // A day, not an instant.
    let day = choose(call, low, high).div_euclid(DAY) * DAY;
    Output::Moment(day.max(low))
}

fn month(call: &mut Call<'_>) -> Output {
    let names = calendar::of(call.locale.code);
    if call.arguments.flag("abbreviated") == Some(true) {
        return call.pick(&names.months_short);
    }
    let is_within_date = call.arguments.flag("context") == Some(true);
    call.pick(if is_within_date { &names.months } else { &names.standalone })
}

fn weekday(call: &mut Call<'_>) -> Output {
    let names = calendar::of(call.locale.code);
    let is_short = call.arguments.flag("abbreviated") == Some(true);
    call.pick(if is_short { &names.weekdays_short } else { &names.weekdays })
}

const TIME_ZONES: &[&str] = &[
    "Africa/Accra",
    "Africa/Addis_Ababa",
    "Africa/Algiers",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Africa/Tunis",
    "America/Anchorage",
    "America/Argentina/Buenos_Aires",
    "America/Bogota",
    "America/Caracas",
    "America/Chicago",
    "America/Denver",
    "America/Guatemala",
    "America/Halifax",
    "America/Havana",
    "America/La_Paz",
    "America/Lima",
    "America/Los_Angeles",
    "America/Mexico_City",
    "America/Montevideo",
    "America/New_York",
    "America/Panama",
    "America/Phoenix",
    "America/Santiago",
    "America/Sao_Paulo",
    "America/St_Johns",
    "America/Toronto",
    "America/Vancouver",
    "Asia/Almaty",
    "Asia/Amman",
    "Asia/Baghdad",
    "Asia/Baku",
    "Asia/Bangkok",
    "Asia/Beirut",
    "Asia/Colombo",
    "Asia/Dhaka",
    "Asia/Dubai",
    "Asia/Ho_Chi_Minh",
    "Asia/Hong_Kong",
    "Asia/Jakarta",
    "Asia/Jerusalem",
    "Asia/Karachi",
    "Asia/Kathmandu",
    "Asia/Kolkata",
    "Asia/Kuala_Lumpur",
    "Asia/Manila",
    "Asia/Riyadh",
    "Asia/Seoul",
    "Asia/Shanghai",
    "Asia/Singapore",
    "Asia/Taipei",
    "Asia/Tashkent",
    "Asia/Tbilisi",
    "Asia/Tehran",
    "Asia/Tokyo",
    "Asia/Ulaanbaatar",
    "Asia/Vladivostok",
    "Atlantic/Azores",
    "Atlantic/Reykjavik",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Perth",
    "Australia/Sydney",
    "Europe/Amsterdam",
    "Europe/Athens",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/Bucharest",
    "Europe/Budapest",
    "Europe/Copenhagen",
    "Europe/Dublin",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/Lisbon",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Moscow",
    "Europe/Oslo",
    "Europe/Paris",
    "Europe/Prague",
    "Europe/Rome",
    "Europe/Stockholm",
    "Europe/Vienna",
    "Europe/Warsaw",
    "Europe/Zurich",
    "Indian/Mauritius",
    "Pacific/Auckland",
    "Pacific/Fiji",
    "Pacific/Guam",
    "Pacific/Honolulu",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::catalogue::testing::NOW;
    use crate::dynamic::template::testing::{draw, value};

    fn moment_of(expression: &str, seed: u64) -> i64 {
        match draw(&format!("{{{{{expression}}}}}"), "en", seed).0 {
            Output::Moment(moment) => moment,
            other => panic!("{expression} gives {other:?}"),
        }
    }

    #[test]
    fn moments_lie_where_they_should() {
        for seed in 0..200 {
            for (expression, low, high) in [
                ("$date.anytime", NOW - YEAR, NOW + YEAR),
                ("$date.past", NOW - YEAR, NOW - 1000),
                ("$date.past(years=3)", NOW - 3 * YEAR, NOW - 1000),
                ("$date.future(2)", NOW + 1000, NOW + 2 * YEAR),
                ("$date.recent", NOW - DAY, NOW - 1000),
                ("$date.soon(days=0)", NOW + 1000, NOW + 2000),
                ("$date.soon(refDate='1970-01-01')", 1000, DAY),
                ("$date.between('2020-01-01', '2020-01-02')", 1_577_836_800_000, 1_577_923_200_000),
                ("$date.between(from='2020-01-02', to='2020-01-01')", 1_577_836_800_000, 1_577_923_200_000),
                ("$date.past(years=1e300)", -62_135_596_800_000, NOW),
            ] {
                let moment = moment_of(expression, seed);
                assert!((low..=high).contains(&moment), "{expression}: {moment}");
            }
        }
    }

    #[test]
    fn people_have_the_age_asked_for() {
        for seed in 0..300 {
            let age = |expression: &str| (NOW - moment_of(expression, seed)) / YEAR;
            assert!((17..=80).contains(&age("$date.birthdate")));
            assert!((64..=70).contains(&age("$date.birthdate(min=65,max=69)")));
            let (_, year) =
                draw("{{$date.birthdate(mode='year',min=1990,max=1991,format='yyyy')}}", "en", seed);
            assert!(year == "1990" || year == "1991", "{year}");
            let adult = moment::add(NOW, -18, Unit::Year, Zone::UTC);
            assert!(moment_of("$date.birthdate", seed) <= adult);
        }
        for text in [
            "{{$date.birthdate(min=99999999999,max=-5)}}",
            "{{$date.birthdate(mode='year',min=-5,max=99999)}}",
        ] {
            draw(text, "en", 1);
        }
    }

    #[test]
    fn lists_are_json_in_order() {
        for (expression, least, most) in [
            ("$date.betweens", 3, 3),
            ("$date.betweens(min=1, max=4)", 1, 4),
            ("$date.betweens(count=99999)", 1000, 1000),
            ("$date.betweens(count=-1)", 0, 0),
            ("$date.betweens(format='yyyy \"MM')", 3, 3),
        ] {
            let list: Vec<String> = serde_json::from_str(&value(expression)).unwrap();
            assert!((least..=most).contains(&list.len()) && list.is_sorted(), "{expression} {list:?}");
        }
    }

    #[test]
    fn names_come_in_the_language() {
        let in_polish = |expression: &str| draw(&format!("{{{{{expression}}}}}"), "pl", 3).1;
        let names = calendar::of(crate::dynamic::locale::find("pl").code);
        assert!(names.standalone.contains(&in_polish("$date.month").as_str()));
        assert!(names.months.contains(&in_polish("$date.month(context=true)").as_str()));
        assert!(names.weekdays_short.contains(&in_polish("$date.weekday(abbreviated=true)").as_str()));
        assert_eq!(value("$date.timestamp"), "1735689600");
    }

    #[test]
    fn zones_exist() {
        assert!(TIME_ZONES.iter().all(|name| Zone::find(name).is_some()));
    }
}
