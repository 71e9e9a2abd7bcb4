//! `{{name}}` in the texts of a collection: replaced where the collection says what it stands for.

use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

use super::text::{is_disabled, plain};
use crate::import::pointer::Path;
use crate::import::problems::Problems;

/// Variables in the values of variables are followed this far.
const MAX_DEPTH: usize = 8;
/// How many bytes of values are put in, in all.
const MAX_BYTES: usize = 4 * 1024 * 1024;
/// How many unknown variables are named.
const MAX_NAMED: usize = 50;

/// The variables that are known.
#[derive(Debug)]
pub(super) struct Variables {
    values: HashMap<String, String>,
    bytes_left: usize,
    /// Those that are not, with how often they were met.
    unknown: BTreeMap<String, usize>,
}

impl Variables {
    pub(super) fn new() -> Self {
        Self { values: HashMap::new(), bytes_left: MAX_BYTES, unknown: BTreeMap::new() }
    }

    /// Takes over the `variable` list of a collection or folder; what is known already stays.
    pub(super) fn declare(&mut self, owner: &Value) {
        for entry in owner.get("variable").and_then(Value::as_array).into_iter().flatten() {
            let name = ["key", "id", "name"].iter().find_map(|name| entry.get(*name).and_then(Value::as_str));
            let Some(name) = name.map(str::trim).filter(|name| !name.is_empty() && !is_disabled(entry))
            else {
                continue;
            };
            self.values.entry(name.to_owned()).or_insert_with(|| plain(entry.get("value")));
        }
    }

    /// The value of a variable, the variables in it resolved; `None` where it is not known or has no value.
    pub(super) fn value(&mut self, name: &str) -> Option<String> {
        let value = self.values.get(name.trim()).filter(|value| !value.is_empty())?.clone();
        Some(self.expand(&value, 1, false))
    }

    /// A text with the known variables replaced; unknown ones stay as they are written, and are remembered.
    pub(super) fn resolve(&mut self, text: &str) -> String {
        self.expand(text, 0, true)
    }

    fn expand(&mut self, text: &str, depth: usize, remember: bool) -> String {
        let mut made = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{") {
            made.push_str(before);
            let Some((name, behind)) = after.split_once("}}").filter(|(name, _)| name.len() <= 200) else {
                made.push_str("{{");
                rest = after;
                continue;
            };
            let value = self
                .values
                .get(name.trim())
                .filter(|value| depth < MAX_DEPTH && value.len() <= self.bytes_left);
            if let Some(value) = value.cloned() {
                self.bytes_left -= value.len();
                made.push_str(&self.expand(&value, depth + 1, remember));
            } else {
                // `{{$guid}}` and its like are made up for every request.
                if remember && !name.trim().starts_with('$') {
                    *self.unknown.entry(name.trim().to_owned()).or_default() += 1;
                }
                made.push_str("{{");
                made.push_str(name);
                made.push_str("}}");
            }
            rest = behind;
        }
        made.push_str(rest);
        made
    }

    /// Lists the unknown variables.
    pub(super) fn report(self, at: &Path<'_>, problems: &mut Problems) {
        let more = self.unknown.len().saturating_sub(MAX_NAMED);
        for (name, count) in self.unknown.into_iter().take(MAX_NAMED) {
            let message = format!(
                "the variable `{{{{{name}}}}}` has no value in the collection, it stands as it is written: {count} times"
            );
            problems.warning(at, message);
        }
        if more > 0 {
            problems.warning(at, format!("{more} more variables have no value in the collection"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn known_ones_are_replaced() {
        let mut variables = Variables::new();
        variables.declare(&json!({"variable": [
            {"key": "host", "value": "{{name}}.example.com"}, {"id": "name", "value": "shop"}, {"key": "port", "value": 80},
            {"key": "a", "value": "{{b}}"}, {"key": "b", "value": "{{a}}"}, {"key": "off", "value": "x", "disabled": true},
            {"key": "host", "value": "later"}, {"key": 5}, null, {"key": "empty", "value": ""},
        ]}));
        for (text, expected) in [
            ("{{host}}:{{ port }}/x", "shop.example.com:80/x"),
            ("{{off}} {{nobody}} {{$guid}} {{open", "{{off}} {{nobody}} {{$guid}} {{open"),
            ("{{{{name}}}}", "{{{{name}}}}"),
            ("no", "no"),
        ] {
            assert_eq!(variables.resolve(text), expected);
        }
        assert!(variables.resolve("{{a}}").starts_with("{{"), "a cycle ends");
        assert_eq!(variables.value("name").as_deref(), Some("shop"));
        assert_eq!((variables.value("empty"), variables.value("nobody")), (None, None));
        let mut problems = Problems::default();
        variables.report(&Path::At(""), &mut problems);
        let messages: Vec<_> = problems.finish().0.into_iter().map(|problem| problem.message).collect();
        assert!(
            messages.iter().any(|message| message.contains("`{{nobody}}`") && message.ends_with("1 times")),
            "{messages:?}"
        );
        assert!(!messages.iter().any(|message| message.contains("guid")));
    }

    #[test]
    fn what_is_put_in_is_limited() {
        let mut variables = Variables::new();
        let big = "x".repeat(1_000_000);
        variables.declare(&json!({"variable": [{"key": "big", "value": big},
            {"key": "wide", "value": "{{big}}".repeat(1000)}, {"key": "wider", "value": "{{wide}}".repeat(1000)}]}));
        assert!(variables.resolve(&"{{wider}}".repeat(100)).len() < 12_000_000);
    }
}
