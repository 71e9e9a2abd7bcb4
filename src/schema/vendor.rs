//! What Apidog, Apifox and Prism write into schemas beside the standard's keywords.
//!
//! | key | what it does here |
//! | --- | --- |
//! | `x-apidog-mock`, `x-faker` | the text of a template that values come from |
//! | `x-apidog-orders` | the order of the members; ids in it stand for entries of `-refs` |
//! | `x-apidog-refs` | members of another object schema, taken over here, some replaced or removed |
//! | `x-apidog-ignore-properties` | members that are left out, unless they are required |
//! | `x-apidog-enum` | names for the values of `enum`: nothing to do |
//!
//! Every `x-apidog-…` key is read as `x-apifox-…` too.

use serde_json::{Map, Value};

/// Overrides within an entry of `-refs`.
const OVERRIDES: &str = "overrides";

/// The value of an extension, under either of the vendor's names.
fn extension<'a>(object: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    ["x-apidog-", "x-apifox-"].iter().find_map(|prefix| object.get(&format!("{prefix}{name}")))
}

/// The key of an extension that is there.
fn key_of(object: &Map<String, Value>, name: &str) -> Option<String> {
    let keys = ["x-apidog-", "x-apifox-"].map(|prefix| format!("{prefix}{name}"));
    keys.into_iter().find(|key| object.contains_key(key))
}

/// The text of the template that values come from.
pub(super) fn mock(object: &Map<String, Value>) -> Option<Box<str>> {
    match extension(object, "mock") {
        // In exports it is always a string, and an empty one says nothing.
        Some(Value::String(text)) if !text.is_empty() => return Some(text.as_str().into()),
        Some(value @ (Value::Number(_) | Value::Bool(_))) => return Some(value.to_string().into()),
        _ => {}
    }
    object.get("x-faker").and_then(faker).map(Into::into)
}

/// Prism's `x-faker`: `internet.email`, or `{"helpers.slugify": [arguments]}`, or `{"number.int": {"max": 3}}`.
fn faker(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if text.contains("{{") => Some(text.clone()),
        Value::String(text) if !text.trim().is_empty() => {
            Some(format!("{{{{${}}}}}", text.trim().trim_start_matches('$').trim_end_matches("()")))
        }
        Value::Object(members) => {
            let (method, arguments) = members.iter().next()?;
            let mut list = Vec::new();
            match arguments {
                Value::Array(positional) => {
                    for argument in positional {
                        // Faker takes its options as one object; Apidog flattens them.
                        match argument.as_object() {
                            Some(options) => list.extend(options.iter().filter_map(named)),
                            None => list.extend(literal(argument)),
                        }
                    }
                }
                Value::Object(options) => list.extend(options.iter().filter_map(named)),
                other => list.extend(literal(other)),
            }
            Some(format!("{{{{${method}({})}}}}", list.join(",")))
        }
        _ => None,
    }
}

fn named((name, value): (&String, &Value)) -> Option<String> {
    literal(value).map(|value| format!("{name}={value}"))
}

/// A value as an argument of an expression.
fn literal(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Array(items) => {
            Some(format!("[{}]", items.iter().filter_map(literal).collect::<Vec<_>>().join(",")))
        }
        Value::Null | Value::Object(_) => None,
    }
}

/// A member that an object schema declares, or takes over from another.
#[derive(Debug)]
pub(super) struct Declared<'a> {
    pub(super) name: &'a str,
    pub(super) schema: &'a Value,
    /// Where the schema stands.
    pub(super) from: From<'a>,
}

/// Where a member's schema stands.
#[derive(Debug)]
pub(super) enum From<'a> {
    /// Under `properties`.
    Here,
    /// In an override: the path from the object schema.
    Override(Vec<String>),
    /// In the object schema that a reference leads to.
    Other(&'a str),
}

/// The members of an object schema that carries `-orders` or `-refs`, in their order; `None` where it has neither.
/// `resolve` gives the schema that a reference leads to.
pub(super) fn members<'a>(
    object: &'a Map<String, Value>,
    resolve: &dyn Fn(&str) -> Option<&'a Value>,
) -> Option<Vec<Declared<'a>>> {
    let orders = extension(object, "orders").and_then(Value::as_array);
    let references = extension(object, "refs").and_then(Value::as_object).filter(|map| !map.is_empty());
    if orders.is_none() && references.is_none() {
        return None;
    }
    let own = object.get("properties").and_then(Value::as_object);
    let mut list: Vec<Declared<'a>> = Vec::new();
    let add = |list: &mut Vec<Declared<'a>>, new: Declared<'a>| {
        if !list.iter().any(|known| known.name == new.name) {
            list.push(new);
        }
    };
    let references_key = key_of(object, "refs").unwrap_or_default();
    let take_over = |list: &mut Vec<Declared<'a>>, id: &'a str| {
        let Some(entry) = references.and_then(|map| map.get(id)).and_then(Value::as_object) else { return };
        let Some(reference) = entry.get("$ref").and_then(Value::as_str) else { return };
        let overrides = extension(entry, OVERRIDES).and_then(Value::as_object);
        let overrides_key = key_of(entry, OVERRIDES).unwrap_or_default();
        let declared = resolve(reference).and_then(|target| target.get("properties")?.as_object());
        for (name, schema) in declared.into_iter().flatten() {
            // What is declared here too is not taken over.
            if own.is_some_and(|own| own.contains_key(name)) {
                continue;
            }
            match overrides.and_then(|overrides| overrides.get(name)) {
                Some(Value::Null) => {}
                Some(schema) => {
                    let path =
                        vec![references_key.clone(), id.to_owned(), overrides_key.clone(), name.clone()];
                    add(list, Declared { name, schema, from: From::Override(path) });
                }
                None => add(list, Declared { name, schema, from: From::Other(reference) }),
            }
        }
    };
    for name in orders.into_iter().flatten().filter_map(Value::as_str) {
        match own.and_then(|own| own.get_key_value(name)) {
            Some((name, schema)) => add(&mut list, Declared { name, schema, from: From::Here }),
            None => take_over(&mut list, name),
        }
    }
    for (name, schema) in own.into_iter().flatten() {
        add(&mut list, Declared { name, schema, from: From::Here });
    }
    for id in references.into_iter().flatten().map(|(id, _)| id) {
        take_over(&mut list, id);
    }
    Some(list)
}

/// The `properties` of an object schema with everything that it takes over by `-refs` among them, for those who do not read that;
/// `None` where it takes over nothing. `copy` makes the copies, and may say that there were enough of them.
pub(crate) fn written_out<'a>(
    object: &'a Map<String, Value>,
    resolve: &dyn Fn(&str) -> Option<&'a Value>,
    copy: &mut dyn FnMut(&Value) -> Option<Value>,
) -> Option<Map<String, Value>> {
    extension(object, "refs").and_then(Value::as_object).filter(|map| !map.is_empty())?;
    let declared = members(object, resolve)?;
    Some(
        declared
            .into_iter()
            .filter_map(|member| Some((member.name.to_owned(), copy(member.schema)?)))
            .collect(),
    )
}

/// Whether a member is left out of answers.
pub(super) fn is_ignored(object: &Map<String, Value>, name: &str) -> bool {
    let ignored = extension(object, "ignore-properties").and_then(Value::as_array);
    ignored.is_some_and(|list| list.iter().any(|ignored| ignored == name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn writes_out_what_is_taken_over() {
        let other = json!({"properties": {"a": {"type": "string"}, "b": {}, "c": {}}});
        let schema = json!({
            "properties": {"own": {"type": "integer"}},
            "x-apifox-orders": ["01", "own"],
            "x-apifox-refs": {"01": {"$ref": "#/o", "x-apifox-overrides": {"b": null, "c": {"type": "boolean"}}}},
        });
        let resolve = |reference: &str| (reference == "#/o").then_some(&other);
        let written =
            written_out(schema.as_object().unwrap(), &resolve, &mut |value| Some(value.clone())).unwrap();
        let expected = json!({"a": {"type": "string"}, "c": {"type": "boolean"}, "own": {"type": "integer"}});
        assert_eq!(Value::Object(written.clone()), expected);
        assert!(written.keys().eq(["a", "c", "own"]));
        let plain = json!({"properties": {"own": {}}, "x-apidog-orders": ["own"]});
        assert!(
            written_out(plain.as_object().unwrap(), &resolve, &mut |value| Some(value.clone())).is_none()
        );
    }

    #[test]
    fn reads_mock_fields() {
        for (schema, expected) in [
            (json!({"x-apidog-mock": "{{$string.uuid}}"}), Some("{{$string.uuid}}")),
            (json!({"x-apifox-mock": "@cname"}), Some("@cname")),
            (json!({"x-apidog-mock": 50}), Some("50")),
            (json!({"x-apidog-mock": "", "x-faker": "internet.email"}), Some("{{$internet.email}}")),
            (json!({"x-faker": "{{internet.email}}"}), Some("{{internet.email}}")),
            (json!({"x-faker": {"number.int": {"min": 1, "max": 3}}}), Some("{{$number.int(min=1,max=3)}}")),
            (json!({"x-faker": {"commerce.price": [{"max": 5}]}}), Some("{{$commerce.price(max=5)}}")),
            (json!({"x-faker": {"helpers.slugify": ["it's \\"]}}), Some(r"{{$helpers.slugify('it\'s \\')}}")),
            (
                json!({"x-faker": {"helpers.arrayElement": [["a", 1]]}}),
                Some("{{$helpers.arrayElement(['a',1])}}"),
            ),
            (json!({"x-faker": {}}), None),
            (json!({"x-faker": null, "x-apidog-mock": []}), None),
        ] {
            assert_eq!(mock(schema.as_object().unwrap()).as_deref(), expected, "{schema}");
        }
    }

    #[test]
    fn orders_take_over_and_replace() {
        let schema = json!({
            "properties": {"b": {"type": "string"}, "a": {"type": "integer"}, "z": {}},
            "x-apidog-orders": ["a", "01H", "b", "gone"],
            "x-apidog-refs": {"01H": {"$ref": "#/definitions/1",
                "x-apidog-overrides": {"c": {"type": "boolean"}, "d": null}}}
        });
        let target = json!({"properties": {"b": {}, "c": {}, "d": {}, "e": {"type": "null"}}});
        let list = members(schema.as_object().unwrap(), &|reference| {
            (reference == "#/definitions/1").then_some(&target)
        });
        let list = list.unwrap();
        assert_eq!(list.iter().map(|member| member.name).collect::<Vec<_>>(), ["a", "c", "e", "b", "z"]);
        assert!(
            matches!(&list[1].from, From::Override(path) if path.join("/") == "x-apidog-refs/01H/x-apidog-overrides/c")
        );
        assert!(matches!(list[2].from, From::Other("#/definitions/1")));
        assert!(members(json!({"properties": {}}).as_object().unwrap(), &|_| None).is_none());
    }

    #[test]
    fn ignored_members() {
        let schema = json!({"x-apifox-ignore-properties": ["a"]});
        assert!(is_ignored(schema.as_object().unwrap(), "a"));
        assert!(!is_ignored(schema.as_object().unwrap(), "b"));
    }
}
