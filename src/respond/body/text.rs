//! Forms made from a generated JSON value.

use serde_json::Value;

/// Appends `application/x-www-form-urlencoded`: an object's members as pairs, arrays as repeated pairs, anything
/// deeper as JSON text.
pub(super) fn form(value: &Value, out: &mut Vec<u8>) {
    let mut pairs = form_urlencoded::Serializer::new(String::new());
    for_each_field(value, |name, value| {
        pairs.append_pair(name, &plain(value));
    });
    out.extend_from_slice(pairs.finish().as_bytes());
}

/// Appends a multipart body with one part for each member.
pub(super) fn multipart(value: &Value, boundary: &str, out: &mut Vec<u8>) {
    for_each_field(value, |name, value| {
        let kind = if value.is_object() || value.is_array() {
            "application/json"
        } else {
            "text/plain; charset=utf-8"
        };
        // A quote or line end in the name would end the header early; percent-encoded as in RFC 7578 section 2.
        let name = name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A");
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\nContent-Type: {kind}\r\n\r\n"
        );
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(plain(value).as_bytes());
        out.extend_from_slice(b"\r\n");
    });
    out.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
}

fn for_each_field(value: &Value, mut visit: impl FnMut(&str, &Value)) {
    let Value::Object(members) = value else { return visit("value", value) };
    for (name, value) in members {
        match value {
            Value::Array(items) => items.iter().for_each(|item| visit(name, item)),
            other => visit(name, other),
        }
    }
}

/// A value as text: strings without quotes, null as nothing.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn writes_urlencoded_forms() {
        let cases = [
            (
                json!({"a": "x y", "b": [1, true], "c": null, "d": {"e": 1}}),
                "a=x+y&b=1&b=true&c=&d=%7B%22e%22%3A1%7D",
            ),
            (json!({}), ""),
            (json!("text"), "value=text"),
            (json!([1]), "value=%5B1%5D"),
        ];
        for (value, expected) in cases {
            let mut out = Vec::new();
            form(&value, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }

    #[test]
    fn writes_multipart_forms() {
        let mut out = Vec::new();
        multipart(&json!({"a\"\r\n": "x", "b": {"c": 1}}), "B", &mut out);
        let expected = "--B\r\nContent-Disposition: form-data; name=\"a%22%0D%0A\"\r\n\
            Content-Type: text/plain; charset=utf-8\r\n\r\nx\r\n\
            --B\r\nContent-Disposition: form-data; name=\"b\"\r\nContent-Type: application/json\r\n\r\n{\"c\":1}\r\n\
            --B--\r\n";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }
}
