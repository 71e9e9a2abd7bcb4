//! JSON that stands in a file as text: bodies of examples. Taken apart within a budget, so that the document that is
//! made of the file stays one that can be read again.

use serde_json::Value;

use super::text;

/// How deep such JSON may nest.
const MAX_DEPTH: usize = 100;
/// How many values all of it may hold.
const MAX_VALUES: usize = 200_000;

/// Reads texts until the budget is used up.
#[derive(Debug)]
pub(super) struct Embedded {
    values_left: usize,
}

impl Default for Embedded {
    fn default() -> Self {
        Self { values_left: MAX_VALUES }
    }
}

impl Embedded {
    /// The value of a text that is JSON; `None` where it is not, or too much.
    pub(super) fn json(&mut self, text: &str) -> Option<Value> {
        if text.trim().is_empty() {
            return None;
        }
        let value = text::embedded(text, MAX_DEPTH)?;
        self.values_left = self.values_left.checked_sub(weigh(&value).0)?;
        Some(value)
    }

    /// A value whose text is read as JSON where it is JSON, and stays text where not.
    pub(super) fn read(&mut self, value: &Value) -> Value {
        let read = value.as_str().and_then(|text| self.json(text));
        read.unwrap_or_else(|| value.clone())
    }
}

/// How many values a value holds, itself included, and about how many bytes its text has. For values whose depth is
/// limited.
pub(super) fn weigh(value: &Value) -> (usize, usize) {
    let sum = |(values, bytes): (usize, usize), (more, wide): (usize, usize)| (values + more, bytes + wide);
    match value {
        Value::String(text) => (1, text.len() + 3),
        Value::Array(items) => items.iter().map(weigh).fold((1, 2), sum),
        Value::Object(members) => {
            members.iter().map(|(key, value)| sum(weigh(value), (0, key.len() + 4))).fold((1, 2), sum)
        }
        _ => (1, 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn json_is_read_within_the_budget() {
        let mut embedded = Embedded::default();
        assert_eq!(embedded.read(&json!("{\"a\": [1, null]}")), json!({"a": [1, null]}));
        for text in ["", " ", "plain", "{\"a\": {{id}}}", "{'a': 1}"] {
            assert_eq!(embedded.read(&json!(text)), json!(text));
        }
        assert_eq!(embedded.read(&json!(5)), json!(5));
        let deep = format!("{}{}", "[".repeat(MAX_DEPTH + 1), "]".repeat(MAX_DEPTH + 1));
        assert_eq!(embedded.json(&deep), None);
        let large = json!(vec![0; 150_000]).to_string();
        assert!(embedded.json(&large).is_some());
        assert_eq!(embedded.json(&large), None);
        assert!(embedded.json("1").is_some(), "what fits is still read");
    }
}
