//! The request as templates see it.

use super::translate::Reads;
use crate::request::IncomingRequest;
use minijinja::value::{Enumerator, Object, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// `request`, with the parts that a template reads.
pub(super) fn request_value(request: &IncomingRequest<'_>, reads: Reads) -> Value {
    if !reads.any {
        return Value::UNDEFINED;
    }
    let first = |pairs: &mut dyn Iterator<Item = (&str, Value)>| {
        let mut members: Vec<(String, Value)> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (name, value) in pairs {
            if seen.insert(name.to_owned()) {
                members.push((name.to_owned(), value));
            }
        }
        Value::from_pairs(members)
    };
    let texts = |pairs: &[(std::borrow::Cow<'_, str>, std::borrow::Cow<'_, str>)]| {
        first(&mut pairs.iter().map(|(name, value)| (&**name, Value::from(&**value))))
    };
    let mut lists: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for (name, value) in request.query() {
        lists.entry(name).or_default().push(Value::from(&**value));
    }
    let headers =
        request.headers().iter().map(|(name, value)| (name.to_ascii_lowercase(), Value::from(&**value)));
    let mut headers = Headers(headers.rev().collect());
    // The header as it was sent may hold a token among its cookies.
    if let Some(sent) = headers.0.get_mut("cookie") {
        let pairs = request.cookies().iter().map(|(name, value)| format!("{name}={value}"));
        *sent = Value::from(pairs.collect::<Vec<_>>().join("; "));
    }
    let cookies = request.cookies().iter().map(|(name, value)| (&**name, Value::from(&**value)));
    let query = request.visible_query();
    let mark = if query.is_empty() { "" } else { "?" };
    let mut members = vec![
        ("method", Value::from(request.method())),
        ("pathname", Value::from(request.path())),
        ("url", Value::from(format!("{}{mark}{query}", request.path()))),
        ("path", texts(request.path_parameters())),
        ("query", texts(request.query())),
        ("queries", Value::from_pairs(lists.into_iter().map(|(name, list)| (name, Value::from(list))))),
        ("headers", Value::from_object(headers)),
        ("cookies", first(&mut { cookies })),
    ];
    if let Some(ip) = request.ip() {
        members.push(("ip", Value::from(ip.to_string())));
    }
    let is_form = !request.form().is_empty();
    let form = || {
        first(&mut request.form().iter().map(|field| {
            let value = match &field.file_name {
                None => Value::from(String::from_utf8_lossy(&field.value).into_owned()),
                Some(file) => Value::from_pairs([
                    ("filename", Value::from(&**file)),
                    ("type", Value::from(field.content_type.clone().unwrap_or_default())),
                    ("size", Value::from(field.value.len())),
                ]),
            };
            (&*field.name, value)
        }))
    };
    if reads.form {
        members.push(("form", form()));
    }
    if reads.text {
        members.push(("text", Value::from(request.visible_text().into_owned())));
    }
    if reads.body {
        members.push((
            "body",
            match request.json() {
                _ if is_form => form(),
                Some(json) => json_value(json),
                None => Value::from(request.visible_text().into_owned()),
            },
        ));
    }
    Value::from_pairs(members)
}

/// A body as a value of templates. The reader of bodies limits its depth.
fn json_value(json: &serde_json::Value) -> Value {
    match json {
        serde_json::Value::Null => Value::from(()),
        serde_json::Value::Bool(flag) => Value::from(*flag),
        serde_json::Value::Number(number) => match (number.as_i64(), number.as_u64()) {
            (Some(number), _) => Value::from(number),
            (None, Some(number)) => Value::from(number),
            (None, None) => Value::from(number.as_f64().unwrap_or_default()),
        },
        serde_json::Value::String(text) => Value::from(text.as_str()),
        serde_json::Value::Array(items) => Value::from(items.iter().map(json_value).collect::<Vec<_>>()),
        serde_json::Value::Object(members) => {
            Value::from_pairs(members.iter().map(|(name, value)| (name.as_str(), json_value(value))))
        }
    }
}

/// Headers: any letter case, and `_` for `-`.
#[derive(Debug)]
struct Headers(BTreeMap<String, Value>);

impl Object for Headers {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?.to_ascii_lowercase();
        self.0.get(&name).or_else(|| self.0.get(&name.replace('_', "-"))).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.0.keys().map(|name| Value::from(name.as_str())).collect())
    }
}
