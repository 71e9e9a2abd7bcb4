//! `number`: numbers, whole and other, in several notations.

use super::Module;
use crate::dynamic::digits::push_integer;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use std::fmt::Write as _;

/// The largest whole number that JavaScript holds exactly.
const MAX_SAFE: i64 = 9_007_199_254_740_991;

const fn bounds(low: &'static str, high: &'static str) -> [Parameter; 3] {
    [
        Parameter::new("min", ParameterKind::Integer, low),
        Parameter::new("max", ParameterKind::Integer, high),
        Parameter::new("multipleOf", ParameterKind::Integer, "1"),
    ]
}

pub(super) const MODULE: Module = Module {
    name: "number",
    doc: "Numbers.",
    methods: &[
        Method {
            name: "bigInt",
            doc: "A large whole number.",
            example: "$number.bigInt",
            parameters: &const { bounds("0", "999999999999999") },
            run: |call| {
                let value = choose(call, 0, 999_999_999_999_999);
                write(call, value)
            },
        },
        Method {
            name: "binary",
            doc: "A whole number in binary notation.",
            example: "$number.binary(max=255)",
            parameters: &const { bounds("0", "1") },
            run: |call| {
                let value = choose(call, 0, 1);
                notation(call, value, 2)
            },
        },
        Method {
            name: "float",
            doc: "A number, of a number of digits after the point or a multiple of another.",
            example: "$number.float(min=10, max=100, fractionDigits=2)",
            parameters: &[
                Parameter::new("min", ParameterKind::Number, "0"),
                Parameter::new("max", ParameterKind::Number, "1"),
                Parameter::new("multipleOf", ParameterKind::Number, ""),
                Parameter::new("fractionDigits", ParameterKind::Integer, ""),
            ],
            run: float,
        },
        Method {
            name: "hex",
            doc: "A whole number in hexadecimal notation.",
            example: "$number.hex(min=16, max=255)",
            parameters: &const { bounds("0", "15") },
            run: |call| {
                let value = choose(call, 0, 15);
                notation(call, value, 16)
            },
        },
        Method {
            name: "int",
            doc: "A whole number.",
            example: "$number.int(min=1, max=100)",
            parameters: &const { bounds("0", "9007199254740991") },
            run: |call| {
                let value = choose(call, 0, MAX_SAFE);
                write(call, value)
            },
        },
        Method {
            name: "octal",
            doc: "A whole number in octal notation.",
            example: "$number.octal(max=511)",
            parameters: &const { bounds("0", "7") },
            run: |call| {
                let value = choose(call, 0, 7);
                notation(call, value, 8)
            },
        },
        Method {
            name: "romanNumeral",
            doc: "A whole number from 1 to 3999 in Roman numerals.",
            example: "$number.romanNumeral(max=100)",
            parameters: &[
                Parameter::new("min", ParameterKind::Integer, "1"),
                Parameter::new("max", ParameterKind::Integer, "3999"),
            ],
            run: roman,
        },
    ],
};

/// A whole number within the bounds that the arguments set, which may come in either order.
fn choose(call: &mut Call<'_>, low: i64, high: i64) -> i64 {
    let min = call.arguments.integer("min");
    let max = call.arguments.integer("max");
    let min = min.unwrap_or_else(|| max.map_or(low, |max| low.min(max)));
    let max = max.unwrap_or_else(|| high.max(min));
    let (min, max) = (i128::from(min.min(max)), i128::from(min.max(max)));
    if call.arguments.get("multipleOf").is_none() {
        // Dividing 128 bits is slow, and few ask for multiples.
        return i64::try_from(call.rng.integer(min, max)).unwrap_or(low);
    }
    let step = i128::from(call.arguments.integer("multipleOf").unwrap_or(1)).abs().max(1);
    // Without a multiple in between, the lower bound it is.
    let (first, last) = ((min + step - 1).div_euclid(step), max.div_euclid(step));
    let value = if first <= last { call.rng.integer(first, last) * step } else { min };
    i64::try_from(value).unwrap_or(low)
}

fn write(call: &mut Call<'_>, value: i64) -> Output {
    push_integer(value, call.out);
    Output::Number
}

/// A number in a base other than ten is text: JSON has none.
fn notation(call: &mut Call<'_>, value: i64, base: u32) -> Output {
    if value < 0 {
        call.out.push('-');
    }
    let value = value.unsigned_abs();
    // Writing to a String cannot fail.
    let _ = match base {
        2 => write!(call.out, "{value:b}"),
        8 => write!(call.out, "{value:o}"),
        _ => write!(call.out, "{value:x}"),
    };
    Output::Text
}

fn float(call: &mut Call<'_>) -> Output {
    let (min, max) = (call.arguments.number("min"), call.arguments.number("max"));
    let min = min.unwrap_or_else(|| max.map_or(0.0, |max| max.min(0.0)));
    let max = max.unwrap_or(if min < 1.0 { 1.0 } else { min + 1.0 });
    let (min, max) = (min.min(max), min.max(max));
    // Halved first, so that the width of any range is finite.
    let unit = call.rng.unit();
    let mut value = (min * (1.0 - unit) + max * unit).clamp(min, max);
    let step = call.arguments.number("multipleOf").map(f64::abs).filter(|step| *step > 0.0);
    if let Some(step) = step {
        let multiple = (value / step).round() * step;
        value = if multiple > max {
            (max / step).floor() * step
        } else if multiple < min {
            (min / step).ceil() * step
        } else {
            multiple
        };
    }
    // Steps like 0.1 are no exact numbers: their multiples are cut to as many digits.
    let digits = call.arguments.integer("fractionDigits").or_else(|| step.map(fraction_digits));
    let value = match digits {
        Some(digits) => round_within(value, digits.clamp(0, 15) as i32, min, max),
        None => value,
    };
    if value.fract() == 0.0 && value.abs() < 9e15 {
        return write(call, value as i64);
    }
    match serde_json::Number::from_f64(value) {
        Some(number) => {
            let _ = write!(call.out, "{number}");
            Output::Number
        }
        None => write(call, 0),
    }
}

/// A number rounded to digits after the point; the other way where that leaves the bounds.
fn round_within(value: f64, digits: i32, min: f64, max: f64) -> f64 {
    let scale = 10_f64.powi(digits);
    let scaled = value * scale;
    if scaled.abs() >= 9e15 {
        return value;
    }
    [scaled.round(), scaled.floor(), scaled.ceil()]
        .into_iter()
        .map(|scaled| scaled / scale)
        .find(|rounded| (min..=max).contains(rounded))
        .unwrap_or(value)
}

/// How many digits a number has after its point: 2 for 0.25.
fn fraction_digits(value: f64) -> i64 {
    let text = value.to_string();
    text.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i64)
}

fn roman(call: &mut Call<'_>) -> Output {
    const NUMERALS: [(i64, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = choose(call, 1, 3999).clamp(1, 3999);
    for (value, numeral) in NUMERALS {
        while rest >= value {
            call.out.push_str(numeral);
            rest -= value;
        }
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use crate::dynamic::Output;
    use crate::dynamic::template::testing::draw;

    #[test]
    fn whole_numbers_stay_in_their_bounds() {
        for (expression, low, high, step) in [
            ("$number.int", 0, 9_007_199_254_740_991, 1),
            ("$number.int(min=400, max=599)", 400, 599, 1),
            ("$number.int(1, 9)", 1, 9, 1),
            ("$number.int(max=-5)", -5, 0, 1),
            ("$number.int(min=9, max=1)", 1, 9, 1),
            ("$number.int(max=100, multipleOf=25)", 0, 100, 25),
            ("$number.int(min=7, max=8, multipleOf=10)", 7, 7, 1),
            ("$number.int(min=-9223372036854775808, max=9223372036854775807)", i64::MIN, i64::MAX, 1),
            ("$number.bigInt", 0, 999_999_999_999_999, 1),
        ] {
            for seed in 0..100 {
                let (output, text) = draw(&format!("{{{{{expression}}}}}"), "en", seed);
                let value: i64 = text.parse().unwrap();
                assert_eq!(output, Output::Number);
                assert!((low..=high).contains(&value) && value % step == 0, "{expression}: {value}");
            }
        }
    }

    #[test]
    fn floats_stay_in_their_bounds() {
        for (expression, low, high, digits) in [
            ("$number.float", 0.0, 1.0, 30),
            ("$number.float(min=10, max=100, fractionDigits=2)", 10.0, 100.0, 2),
            ("$number.float(max=5, multipleOf=0.1)", 0.0, 5.0, 1),
            ("$number.float(min=2)", 2.0, 3.0, 30),
            ("$number.float(min=0.26, max=0.34, fractionDigits=1)", 0.26, 0.34, 30),
            ("$number.float(min=-1.7e308, max=1.7e308)", -1.7e308, 1.7e308, 400),
            ("$number.float(multipleOf=0, fractionDigits=-3)", 0.0, 1.0, 0),
        ] {
            for seed in 0..100 {
                let (output, text) = draw(&format!("{{{{{expression}}}}}"), "en", seed);
                let value: f64 = text.parse().unwrap();
                assert_eq!(output, Output::Number);
                assert!((low..=high).contains(&value), "{expression}: {value}");
                assert!(text.split_once('.').is_none_or(|(_, fraction)| fraction.len() <= digits), "{text}");
            }
        }
    }

    #[test]
    fn notations() {
        for (expression, base, low, high) in [
            ("$number.binary(max=255)", 2, 0, 255),
            ("$number.octal(min=8, max=63)", 8, 8, 63),
            ("$number.hex(min=16, max=255)", 16, 16, 255),
        ] {
            for seed in 0..50 {
                let (_, text) = draw(&format!("{{{{{expression}}}}}"), "en", seed);
                let value = i64::from_str_radix(&text, base).unwrap();
                assert!((low..=high).contains(&value), "{expression}: {text}");
            }
        }
        assert_eq!(draw("{{$number.hex(min=-255, max=-255)}}", "en", 1).1, "-ff");
        assert_eq!(draw("{{$number.romanNumeral(min=1994, max=1994)}}", "en", 1).1, "MCMXCIV");
        assert_eq!(draw("{{$number.romanNumeral(min=99999999)}}", "en", 1).1, "MMMCMXCIX");
    }
}
