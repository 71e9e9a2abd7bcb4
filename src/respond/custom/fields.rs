//! Setting single members of a made-up body.

use super::MockFault;
use super::text::MockText;
use crate::model::MockField;
use crate::pointer::unescaped;
use serde_json::{Map, Value};

/// How deep a path may lead.
const MAX_STEPS: usize = 64;
/// How many members one path may set.
const MAX_SET: usize = 10_000;

/// A member to be set, read.
#[derive(Debug, Clone)]
pub(super) struct CompiledField {
    path: Vec<Step>,
    value: FieldValue,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// A member, or the item of an array where the name is its index.
    Name(String),
    /// Every item or member.
    All,
}

#[derive(Debug, Clone)]
enum FieldValue {
    /// Set as it is.
    Fixed(Value),
    /// Rendered anew for every member that is set.
    Text(MockText),
}

impl CompiledField {
    /// Reads a field.
    ///
    /// # Errors
    /// What is wrong with which part.
    pub(super) fn new(field: &MockField) -> Result<Self, MockFault> {
        let path = steps(&field.path).map_err(|message| MockFault::new("/path", message))?;
        let value = match &field.value {
            Value::String(text) => {
                FieldValue::Text(MockText::parse(text).map_err(|fault| fault.under("/value"))?)
            }
            other => FieldValue::Fixed(other.clone()),
        };
        Ok(Self { path, value })
    }

    /// Sets the member in a body. Members that are not there are made; items are not. `render` renders a text.
    ///
    /// # Errors
    /// What `render` says.
    pub(super) fn set<E>(
        &self,
        body: &mut Value,
        render: &mut impl FnMut(&MockText) -> Result<String, E>,
    ) -> Result<(), E> {
        let mut left = MAX_SET;
        self.set_below(body, &self.path, &mut left, render)
    }

    fn set_below<E>(
        &self,
        value: &mut Value,
        path: &[Step],
        left: &mut usize,
        render: &mut impl FnMut(&MockText) -> Result<String, E>,
    ) -> Result<(), E> {
        let Some((step, rest)) = path.split_first() else {
            if let Some(fewer) = left.checked_sub(1) {
                *left = fewer;
                *value = match &self.value {
                    FieldValue::Fixed(fixed) => fixed.clone(),
                    FieldValue::Text(text) => read_as(value, render(text)?),
                };
            }
            return Ok(());
        };
        if value.is_null() && matches!(step, Step::Name(_)) {
            *value = Value::Object(Map::new());
        }
        match (step, value) {
            (Step::Name(name), Value::Object(members)) => {
                let member = members.entry(name.clone()).or_insert(Value::Null);
                self.set_below(member, rest, left, render)
            }
            (Step::Name(name), Value::Array(items)) => {
                match name.parse::<usize>().ok().and_then(|index| items.get_mut(index)) {
                    Some(item) => self.set_below(item, rest, left, render),
                    None => Ok(()),
                }
            }
            (Step::All, Value::Object(members)) => {
                members.values_mut().try_for_each(|member| self.set_below(member, rest, left, render))
            }
            (Step::All, Value::Array(items)) => {
                items.iter_mut().try_for_each(|item| self.set_below(item, rest, left, render))
            }
            _ => Ok(()),
        }
    }
}

/// A rendered text as the type of the value that it takes the place of.
fn read_as(before: &Value, text: String) -> Value {
    let trimmed = text.trim();
    let read = match before {
        Value::Number(_) => serde_json::from_str(trimmed).ok().filter(Value::is_number),
        Value::Bool(_) => serde_json::from_str(trimmed).ok().filter(Value::is_boolean),
        Value::Array(_) => serde_json::from_str(trimmed).ok().filter(Value::is_array),
        Value::Object(_) => serde_json::from_str(trimmed).ok().filter(Value::is_object),
        Value::Null | Value::String(_) => None,
    };
    read.unwrap_or(Value::String(text))
}

/// Reads a JSON Pointer or a `JSONPath` of names, indexes and wildcards.
fn steps(path: &str) -> Result<Vec<Step>, String> {
    let steps = match path.strip_prefix('$') {
        Some(rest) => json_path(rest)?,
        None if path.is_empty() => Vec::new(),
        None => {
            let pointer = path.strip_prefix('/').ok_or_else(|| {
                format!(
                    "`{}` is neither a JSON Pointer (`/data/0/name`) nor a JSONPath (`$.data[0].name`)",
                    path.escape_debug()
                )
            })?;
            let step = |token: &str| match token {
                "*" => Step::All,
                other => Step::Name(unescaped(other)),
            };
            pointer.split('/').map(step).collect()
        }
    };
    if steps.len() > MAX_STEPS {
        return Err(format!("has more than {MAX_STEPS} steps"));
    }
    Ok(steps)
}

/// What stands behind the `$`: `.name`, `[0]`, `['name']`, `.*`, `[*]`.
fn json_path(path: &str) -> Result<Vec<Step>, String> {
    let fault = |rest: &str| {
        let at = path.chars().count() - rest.chars().count() + 2;
        format!("is no path of names, indexes and `*` at character {at}")
    };
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, behind) = if let Some(inner) = rest.strip_prefix('.') {
            let end = inner.find(['.', '[']).unwrap_or(inner.len());
            inner.split_at_checked(end).filter(|(name, _)| !name.is_empty()).ok_or_else(|| fault(rest))?
        } else {
            let inner = rest.strip_prefix('[').ok_or_else(|| fault(rest))?;
            let quote = inner.chars().next().filter(|first| matches!(first, '\'' | '"'));
            if let Some(quote) = quote {
                let inner = inner.get(1..).unwrap_or_default();
                let (name, behind) = inner.split_once(quote).ok_or_else(|| fault(rest))?;
                steps.push(Step::Name(name.to_owned()));
                rest = behind.strip_prefix(']').ok_or_else(|| fault(behind))?;
                continue;
            }
            let (index, behind) = inner.split_once(']').ok_or_else(|| fault(rest))?;
            let index = index.trim();
            if index != "*" && (index.is_empty() || !index.bytes().all(|byte| byte.is_ascii_digit())) {
                return Err(fault(inner));
            }
            (index, behind)
        };
        steps.push(if step == "*" { Step::All } else { Step::Name(step.to_owned()) });
        rest = behind;
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn set(path: &str, value: Value, body: Value) -> Value {
        let field = CompiledField::new(&MockField { path: path.to_owned(), value }).unwrap();
        let mut body = body;
        let mut render = |text: &MockText| Ok::<_, ()>(text.source().to_owned());
        field.set(&mut body, &mut render).unwrap();
        body
    }

    #[test]
    fn sets_members() {
        let cases = [
            ("/a", json!(1), json!({"a": 0, "b": 2}), json!({"a": 1, "b": 2})),
            ("/new", json!(1), json!({}), json!({"new": 1})),
            ("/a/b/c", json!(1), json!({"a": null}), json!({"a": {"b": {"c": 1}}})),
            ("/a/1", json!(9), json!({"a": [1, 2]}), json!({"a": [1, 9]})),
            ("/a/7", json!(9), json!({"a": [1, 2]}), json!({"a": [1, 2]})),
            ("/a/*/id", json!(0), json!({"a": [{"id": 1}, {}]}), json!({"a": [{"id": 0}, {"id": 0}]})),
            (
                "$.a[*].id",
                json!(0),
                json!({"a": [{"id": 1}, {"id": 2}]}),
                json!({"a": [{"id": 0}, {"id": 0}]}),
            ),
            ("$.a[0]['x y']", json!(0), json!({"a": [{}]}), json!({"a": [{"x y": 0}]})),
            ("$.*", json!(0), json!({"a": 1, "b": 2}), json!({"a": 0, "b": 0})),
            ("$", json!([]), json!({"a": 1}), json!([])),
            ("", json!({}), json!(5), json!({})),
            ("/a~1b/m~0n", json!(1), json!({"a/b": {}}), json!({"a/b": {"m~n": 1}})),
            ("/a/b", json!(1), json!({"a": "text"}), json!({"a": "text"})),
            ("/n", json!("7"), json!({"n": 1}), json!({"n": 7})),
            ("/n", json!("seven"), json!({"n": 1}), json!({"n": "seven"})),
            ("/n", json!("true"), json!({"n": false}), json!({"n": true})),
            ("/n", json!("7"), json!({"n": "x"}), json!({"n": "7"})),
            ("/n", json!("7"), json!({}), json!({"n": "7"})),
            ("/n", json!("[1]"), json!({"n": []}), json!({"n": [1]})),
        ];
        for (path, value, body, expected) in cases {
            assert_eq!(set(path, value.clone(), body.clone()), expected, "{path} {value} {body}");
        }
    }

    #[test]
    fn faults_say_where() {
        for path in
            ["a", "a.b", "$a", "$.", "$..a", "$.a[", "$.a[x]", "$.a['b", "$.a['b'", "$.a[-1]", "$[?@.a]"]
        {
            let fault =
                CompiledField::new(&MockField { path: path.to_owned(), value: json!(1) }).unwrap_err();
            assert_eq!(fault.pointer, "/path", "{path}");
        }
        assert_eq!(steps("$.ab[x]").unwrap_err(), "is no path of names, indexes and `*` at character 6");
        assert!(steps(&"/a".repeat(100)).is_err());
    }
}
