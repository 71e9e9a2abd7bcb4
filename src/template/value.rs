//! Values of templates: compared, counted and written the way JavaScript and JSON have it.

use super::lenient::push_escaped;
use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind, State};
use std::cmp::Ordering;

/// How deep values may nest.
const MAX_DEPTH: usize = 200;

/// An error of the template, with what is wrong.
pub(super) fn failed(message: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, message.into())
}

/// A number as JavaScript prints it: 2, not 2.0.
fn number_text(value: &Value) -> String {
    if value.is_integer() {
        return value.to_string();
    }
    match f64::try_from(value.clone()) {
        Ok(number) if !number.is_finite() => "null".to_owned(),
        Ok(number) if number == number.trunc() && number.abs() < 1e15 => {
            format!("{number:.0}").replace("-0", "0")
        }
        Ok(number) if number.abs() >= 1e21 || number.abs() < 1e-6 => format!("{number:e}"),
        Ok(number) => number.to_string(),
        Err(_) => value.to_string(),
    }
}

/// A value as text: nothing for what is not there, JSON for lists and maps. Pays for its length.
///
/// # Errors
/// When the fuel ends.
pub(super) fn text(state: &State<'_, '_>, value: &Value) -> Result<String, Error> {
    Ok(match value.kind() {
        ValueKind::Undefined | ValueKind::None => String::new(),
        ValueKind::String => value.as_str().unwrap_or_default().to_owned(),
        ValueKind::Number => number_text(value),
        ValueKind::Bool => value.to_string(),
        _ => {
            let mut out = String::new();
            write_json(state, value, &mut out, 0)?;
            out
        }
    })
}

/// Appends a value as JSON.
///
/// # Errors
/// When the fuel ends, or the value nests too deep.
pub(super) fn write_json(
    state: &State<'_, '_>,
    value: &Value,
    out: &mut String,
    depth: usize,
) -> Result<(), Error> {
    pay_for(state, depth)?;
    match value.kind() {
        ValueKind::Number => out.push_str(&number_text(value)),
        ValueKind::Bool => out.push_str(if value.is_true() { "true" } else { "false" }),
        ValueKind::String => {
            let text = value.as_str().unwrap_or_default();
            state.consume_fuel(text.len() as u64 / 64)?;
            push_quoted(text, out);
        }
        ValueKind::Seq | ValueKind::Iterable => {
            out.push('[');
            for (index, item) in value.try_iter()?.enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                write_json(state, &item, out, depth + 1)?;
            }
            out.push(']');
        }
        ValueKind::Map => {
            out.push('{');
            for (index, key) in value.try_iter()?.enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                push_quoted(&text(state, &key)?, out);
                out.push(':');
                write_json(state, &value.get_item(&key)?, out, depth + 1)?;
            }
            out.push('}');
        }
        _ => out.push_str("null"),
    }
    Ok(())
}

/// Appends a text as a JSON string.
pub(super) fn push_quoted(text: &str, out: &mut String) {
    out.push('"');
    for next in text.chars() {
        push_escaped(out, next);
    }
    out.push('"');
}

fn pay_for(state: &State<'_, '_>, depth: usize) -> Result<(), Error> {
    state.consume_fuel(1)?;
    if depth > MAX_DEPTH { Err(failed(format!("a value nests more than {MAX_DEPTH} deep"))) } else { Ok(()) }
}

/// Walks a value, so that it is paid for with all that it shares, and is not too deep.
///
/// # Errors
/// When the fuel ends, or the value nests too deep.
pub(super) fn weigh(state: &State<'_, '_>, value: &Value, depth: usize) -> Result<(), Error> {
    pay_for(state, depth)?;
    match value.kind() {
        ValueKind::Seq | ValueKind::Iterable => {
            value.try_iter()?.try_for_each(|item| weigh(state, &item, depth + 1))
        }
        ValueKind::Map => {
            value.try_iter()?.try_for_each(|key| weigh(state, &value.get_item(&key)?, depth + 1))
        }
        _ => Ok(()),
    }
}

/// The number that a value is or spells.
pub(super) fn number(value: &Value) -> Option<f64> {
    match value.kind() {
        ValueKind::Number => f64::try_from(value.clone()).ok(),
        ValueKind::String => {
            let text = value.as_str()?.trim();
            let plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
            text.parse().ok().filter(|number: &f64| plain && number.is_finite())
        }
        _ => None,
    }
}

/// A value for arithmetic.
///
/// # Errors
/// When it is no number and spells none.
pub(super) fn to_number(value: &Value) -> Result<Value, Error> {
    if value.is_number() {
        return Ok(value.clone());
    }
    if let Some(text) = value.as_str() {
        if let Ok(whole) = text.trim().parse::<i64>() {
            return Ok(Value::from(whole));
        }
        if let Some(number) = number(value) {
            return Ok(Value::from(number));
        }
        let shown: String = text.chars().take(40).collect();
        return Err(failed(format!("`{shown}` is no number")));
    }
    let kind = if value.is_undefined() { "what is not there".to_owned() } else { value.kind().to_string() };
    Err(failed(format!("{kind} is no number; `|default(0)` gives one")))
}

/// Whether two values are equal, the way JavaScript's `==` has it: texts are compared with numbers by the number that
/// they spell.
///
/// # Errors
/// When the fuel ends.
pub(super) fn equal(state: &State<'_, '_>, a: &Value, b: &Value, depth: usize) -> Result<bool, Error> {
    pay_for(state, depth)?;
    let is_list = |value: &Value| matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable);
    let is_nothing = |value: &Value| value.is_undefined() || value.is_none();
    if is_nothing(a) || is_nothing(b) {
        return Ok(is_nothing(a) && is_nothing(b));
    }
    if is_list(a) && is_list(b) {
        let (mut left, mut right) = (a.try_iter()?, b.try_iter()?);
        loop {
            match (left.next(), right.next()) {
                (None, None) => return Ok(true),
                (Some(a), Some(b)) if equal(state, &a, &b, depth + 1)? => {}
                _ => return Ok(false),
            }
        }
    }
    if a.kind() == ValueKind::Map && b.kind() == ValueKind::Map {
        if a.len() != b.len() {
            return Ok(false);
        }
        for key in a.try_iter()? {
            if !equal(state, &a.get_item(&key)?, &b.get_item(&key)?, depth + 1)? {
                return Ok(false);
            }
        }
        return Ok(true);
    }
    let scalar =
        |value: &Value| matches!(value.kind(), ValueKind::Bool | ValueKind::Number | ValueKind::String);
    if !scalar(a) || !scalar(b) {
        return Ok(false);
    }
    Ok(match (a.kind(), b.kind()) {
        (ValueKind::String, ValueKind::Number) | (ValueKind::Number, ValueKind::String) => {
            number(a).zip(number(b)).is_some_and(|(a, b)| a == b)
        }
        (ValueKind::String, ValueKind::Bool) | (ValueKind::Bool, ValueKind::String) => {
            a.to_string() == b.to_string()
        }
        _ => a == b,
    })
}

/// Which of two values is greater: texts by their letters, otherwise numbers; `None` where they cannot be compared.
pub(super) fn order(a: &Value, b: &Value) -> Option<Ordering> {
    if let (Some(a), Some(b)) = (a.as_str(), b.as_str()) {
        return Some(a.cmp(b));
    }
    number(a)?.partial_cmp(&number(b)?)
}

/// Whether a list holds a value, a map a key, or a text a text.
///
/// # Errors
/// When the fuel ends.
pub(super) fn contains(state: &State<'_, '_>, value: &Value, container: &Value) -> Result<bool, Error> {
    match container.kind() {
        ValueKind::Seq | ValueKind::Iterable => {
            for item in container.try_iter()? {
                if equal(state, value, &item, 0)? {
                    return Ok(true);
                }
            }
            Ok(false)
        }
        ValueKind::Map => Ok(!container.get_item(value)?.is_undefined()),
        ValueKind::String => {
            let text = text(state, value)?;
            let within = container.as_str().unwrap_or_default();
            state.consume_fuel(within.len() as u64 / 64)?;
            Ok(within.contains(&text))
        }
        _ => Ok(false),
    }
}
