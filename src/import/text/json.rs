//! JSON to [`Value`] through `serde_json`, with limits on depth and count, and repeated keys reported.

use std::fmt;

use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserializer, de};
use serde_json::error::Category;
use serde_json::{Map, Number, Value};

use super::super::error::{DocumentError, Place};
use super::super::pointer::push_member;
use super::{MAX_PROBLEMS, MAX_VALUES, Parsed, repeated_key, too_deep, too_many};

/// Why a text could not be read as JSON.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) error: DocumentError,
    /// The syntax is wrong: the text may be YAML. Otherwise it is JSON that is cut off or beyond a limit.
    pub(super) not_json: bool,
}

pub(super) fn parse(text: &str, max_depth: usize) -> Result<Parsed, Failure> {
    let mut reading = Reading { max_depth, values: 0, repeated: Vec::new() };
    let mut deserializer = serde_json::Deserializer::from_str(text);
    // Its own limit is 128; `Node` keeps the limit instead, before it goes down.
    deserializer.disable_recursion_limit();
    let outcome = Node { reading: &mut reading, depth: 0 }
        .deserialize(&mut deserializer)
        .and_then(|value| deserializer.end().map(|()| value));
    match outcome {
        Ok(value) => Ok(Parsed { value, problems: reading.repeated.into_iter().map(repeated_key).collect() }),
        Err(error) => Err(explain(text, &error)),
    }
}

fn explain(text: &str, error: &serde_json::Error) -> Failure {
    let full = error.to_string();
    let said = full.rfind(" at line ").and_then(|end| full.get(..end)).unwrap_or(&full);
    let (message, place, not_json) = match error.classify() {
        Category::Eof => (
            "the JSON ends before it is complete: send the whole document".to_owned(),
            Place::of_byte(text.as_bytes(), text.trim_end().len()),
            false,
        ),
        Category::Data => (said.to_owned(), place_of(text, error), false),
        Category::Syntax | Category::Io => (format!("not valid JSON: {said}"), place_of(text, error), true),
    };
    Failure { error: DocumentError::malformed(message, place), not_json }
}

/// `serde_json` counts columns in bytes, and the last byte it read as one.
fn place_of(text: &str, error: &serde_json::Error) -> Place {
    let line_start = match error.line() {
        0 | 1 => 0,
        line => text.match_indices('\n').nth(line - 2).map_or(text.len(), |(newline, _)| newline + 1),
    };
    Place::of_byte(text.as_bytes(), line_start + error.column().saturating_sub(1))
}

/// State of one reading.
struct Reading {
    max_depth: usize,
    values: usize,
    /// Pointers of repeated keys; completed on the way up, so that the usual case costs nothing.
    repeated: Vec<String>,
}

/// One value to be read at a depth.
struct Node<'r> {
    reading: &'r mut Reading,
    depth: usize,
}

impl Node<'_> {
    fn below<E: de::Error>(&mut self) -> Result<usize, E> {
        let depth = self.depth + 1;
        if depth > self.reading.max_depth {
            return Err(E::custom(too_deep(self.reading.max_depth)));
        }
        Ok(depth)
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.reading.values += 1;
        if self.reading.values > MAX_VALUES {
            return Err(D::Error::custom(too_many()));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Value, E> {
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<Value, A::Error> {
        let depth = self.below()?;
        let mut list = Vec::new();
        loop {
            let known = self.reading.repeated.len();
            let Some(item) = items.next_element_seed(Node { reading: self.reading, depth })? else { break };
            if self.reading.repeated.len() > known {
                prefix(&mut self.reading.repeated, known, &list.len().to_string());
            }
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Value, A::Error> {
        let depth = self.below()?;
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let known = self.reading.repeated.len();
            let value = members.next_value_seed(Node { reading: self.reading, depth })?;
            prefix(&mut self.reading.repeated, known, &name);
            if object.contains_key(&name) && self.reading.repeated.len() < MAX_PROBLEMS {
                let mut pointer = String::new();
                push_member(&mut pointer, &name);
                self.reading.repeated.push(pointer);
            }
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}

fn prefix(pointers: &mut [String], known: usize, segment: &str) {
    for pointer in pointers.iter_mut().skip(known) {
        let mut longer = String::new();
        push_member(&mut longer, segment);
        longer.push_str(pointer);
        *pointer = longer;
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MAX_DEPTH, parse};
    use super::*;

    fn refused(text: &str) -> (String, Place) {
        let error = parse(text.as_bytes()).unwrap_err();
        (error.message, error.place)
    }

    #[test]
    fn numbers_keep_their_value() {
        let parsed =
            parse(b"[1, -1, 18446744073709551615, 123456789012345678901234567890, 1.5, 1e3, -0.0]").unwrap();
        assert_eq!(
            parsed.value.to_string(),
            "[1,-1,18446744073709551615,1.2345678901234568e+29,1.5,1000.0,-0.0]"
        );
    }

    #[test]
    fn places_of_errors() {
        let cases = [
            ("{\"a\": 1,\n  \"b\": tru, \"c\" 1}", "expected ident", 2, 11),
            ("{\"ä\" 1}", "expected `:`", 1, 6),
            ("[1e400]", "number out of range", 1, 6),
            ("{\"a\": [1, 2", "ends before it is complete", 1, 12),
            ("{\"a\": \"open\n", "control character", 2, 1),
            ("{\"a\": \"open", "ends before it is complete", 1, 12),
            ("{\"a\": 1}\n{\"b\": 2}", "trailing characters", 2, 1),
            ("{\"a\": 1}\n\n x", "trailing characters", 3, 2),
        ];
        for (text, message, line, column) in cases {
            let (said, place) = refused(text);
            assert!(said.contains(message), "{text}: {said}");
            assert_eq!(place, Place::Text { line, column }, "{text}: {said}");
        }
    }

    #[test]
    fn depth_is_limited_without_recursing_into_it() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(nested(MAX_DEPTH).as_bytes()).is_ok());
        for depth in [MAX_DEPTH + 1, 10_000, 1_000_000] {
            let (message, place) = refused(&nested(depth));
            assert!(message.contains("more than 200 deep"), "{message}");
            assert!(matches!(place, Place::Text { line: 1, column: 201..=202 }), "{place:?}");
        }
        let (message, _) = refused(&"{\"a\":".repeat(10_000));
        assert!(message.contains("more than 200 deep"), "{message}");
    }

    #[test]
    fn number_of_values_is_limited() {
        let text = format!("[{}1]", "1,".repeat(MAX_VALUES));
        assert!(refused(&text).0.contains("values"));
    }

    #[test]
    fn repeated_keys_are_reported_with_pointers() {
        let parsed =
            parse(br#"{"a/b": [{"x": 1, "x": 2}, 3], "c": {"d": {"e": 1, "e": 1, "e": 3}}, "c": 4}"#)
                .unwrap();
        assert_eq!(parsed.value, serde_json::json!({"a/b": [{"x": 2}, 3], "c": 4}));
        let pointers: Vec<_> = parsed.problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a~1b/0/x", "/c/d/e", "/c/d/e", "/c"]);
        let many = format!("[{}1]", "{\"a\":1,\"a\":2},".repeat(500));
        assert_eq!(parse(many.as_bytes()).unwrap().problems.len(), MAX_PROBLEMS);
    }
}
