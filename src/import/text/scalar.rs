//! Plain YAML scalars to JSON values by the core schema (YAML 1.2.2, section 10.3).

use serde_json::{Number, Value};

/// The value of a plain scalar.
///
/// # Errors
/// Numbers that JSON cannot write: infinities, not-a-number, magnitudes beyond a double.
pub(super) fn resolve(text: &str) -> Result<Value, String> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Ok(Value::Null),
        "true" | "True" | "TRUE" => return Ok(Value::Bool(true)),
        "false" | "False" | "FALSE" => return Ok(Value::Bool(false)),
        _ => {}
    }
    // Most scalars are words; only these can start a number.
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.')) {
        return Ok(Value::String(text.to_owned()));
    }
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Err(format!("JSON has no number `{text}`: use a finite number, or put it in quotes"));
    }
    for (prefix, radix) in [("0x", 16), ("0o", 8)] {
        if let Some(digits) = text.strip_prefix(prefix).filter(|digits| is_digits(digits, radix)) {
            return u64::from_str_radix(digits, radix).map(|number| Value::Number(number.into())).map_err(
                |_| format!("`{text}` does not fit into 64 bits: write it in decimal, or put it in quotes"),
            );
        }
    }
    if !is_number(unsigned) {
        return Ok(Value::String(text.to_owned()));
    }
    if is_digits(unsigned, 10) {
        if let Ok(number) = text.parse::<i64>() {
            return Ok(Value::Number(number.into()));
        }
        if let Ok(number) = text.parse::<u64>() {
            return Ok(Value::Number(number.into()));
        }
    }
    text.parse().ok().and_then(Number::from_f64).map(Value::Number).ok_or_else(|| {
        format!("the number `{}` is out of range: put it in quotes if it is text", shorten(text))
    })
}

fn is_digits(text: &str, radix: u32) -> bool {
    !text.is_empty() && text.chars().all(|character| character.is_digit(radix))
}

/// `( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
fn is_number(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let mantissa_fits = match mantissa.split_once('.') {
        Some(("", fraction)) => is_digits(fraction, 10),
        Some((whole, fraction)) => is_digits(whole, 10) && (fraction.is_empty() || is_digits(fraction, 10)),
        None => is_digits(mantissa, 10),
    };
    let exponent_fits =
        exponent.is_none_or(|digits| is_digits(digits.strip_prefix(['-', '+']).unwrap_or(digits), 10));
    mantissa_fits && exponent_fits
}

fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(40).chain(['…']).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn core_schema() {
        let cases = [
            ("", json!(null)),
            ("~", json!(null)),
            ("NULL", json!(null)),
            ("nuLL", json!("nuLL")),
            ("true", json!(true)),
            ("False", json!(false)),
            ("yes", json!("yes")),
            ("no", json!("no")),
            ("on", json!("on")),
            ("0", json!(0)),
            ("-12", json!(-12)),
            ("+12", json!(12)),
            ("007", json!(7)),
            ("0x1F", json!(31)),
            ("0o17", json!(15)),
            ("0b11", json!("0b11")),
            ("0x", json!("0x")),
            ("18446744073709551615", json!(18_446_744_073_709_551_615_u64)),
            ("123456789012345678901234567890", json!(123_456_789_012_345_680_000_000_000_000_f64)),
            ("1.5", json!(1.5)),
            ("1.", json!(1.0)),
            (".5", json!(0.5)),
            ("-.5e-1", json!(-0.05)),
            ("1e3", json!(1000.0)),
            ("1.2.3", json!("1.2.3")),
            ("3.1.0", json!("3.1.0")),
            ("1e", json!("1e")),
            ("e5", json!("e5")),
            ("-", json!("-")),
            (".", json!(".")),
            ("--1", json!("--1")),
            ("1_000", json!("1_000")),
            ("12:30:45", json!("12:30:45")),
            ("2024-02-30", json!("2024-02-30")),
            ("2001-12-14t21:59:43.10-05:00", json!("2001-12-14t21:59:43.10-05:00")),
            ("+1 (555) 0100", json!("+1 (555) 0100")),
            ("inf", json!("inf")),
            ("NaN", json!("NaN")),
        ];
        for (text, value) in cases {
            assert_eq!(resolve(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn numbers_that_json_cannot_write_are_refused() {
        for text in [".inf", "-.INF", "+.Inf", ".nan", ".NaN", "1e400", "-1e400", "0xFFFFFFFFFFFFFFFFF"] {
            assert!(resolve(text).is_err(), "{text}");
        }
        assert!(resolve(&"9".repeat(400)).is_err_and(|message| message.len() < 150));
    }
}
