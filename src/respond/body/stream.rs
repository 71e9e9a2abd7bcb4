//! Bodies of several items: event streams and JSON lines.

use super::Kind;
use crate::generate::Context;
use serde_json::Value;
use serde_json::value::RawValue;

/// How many items are made where the schema describes one item.
const ITEMS: u64 = 3;

/// Appends the items. A schema of an array describes all of them; any other schema describes one, so that several are
/// generated. `generate` appends one JSON value and says whether it is valid; the result is whether all are.
pub(super) fn write(
    kind: Kind,
    context: &Context<'_>,
    out: &mut Vec<u8>,
    mut generate: impl FnMut(&Context<'_>, &mut Vec<u8>) -> bool,
) -> bool {
    let mut json = Vec::new();
    let mut valid = generate(context, &mut json);
    if write_once(kind, &json, out) {
        return valid;
    }
    for number in 1..ITEMS {
        json.clear();
        valid &= generate(&Context { seed: context.seed.wrapping_add(number), ..context.clone() }, &mut json);
        item(kind, &json, out);
    }
    valid
}

/// Appends the items of an array, or the one item that another value is. Returns whether it was an array.
pub(super) fn write_once(kind: Kind, json: &[u8], out: &mut Vec<u8>) -> bool {
    let Ok(items) = serde_json::from_slice::<Vec<&RawValue>>(json) else {
        item(kind, json, out);
        return false;
    };
    for json in items {
        item(kind, json.get().as_bytes(), out);
    }
    true
}

fn item(kind: Kind, json: &[u8], out: &mut Vec<u8>) {
    match kind {
        Kind::EventStream => event(json, out),
        Kind::JsonSequence => {
            out.push(0x1e);
            line(json, out);
            out.push(b'\n');
        }
        _ => {
            line(json, out);
            out.push(b'\n');
        }
    }
}

/// JSON text on one line. Line ends in JSON stand between tokens only (in strings they are escaped), so that a space
/// can take their place.
fn line(json: &[u8], out: &mut Vec<u8>) {
    out.extend(json.iter().map(|&byte| if matches!(byte, b'\r' | b'\n') { b' ' } else { byte }));
}

/// One event. An object with `data` and no members but the fields of an event is taken apart, as schemas for event
/// streams are commonly written (OpenAPI 3.2 section 4.14.3); anything else is the data itself.
fn event(json: &[u8], out: &mut Vec<u8>) {
    let fields = serde_json::from_slice::<Value>(json).ok();
    let fields = fields.as_ref().and_then(Value::as_object).filter(|fields| {
        fields.contains_key("data")
            && fields
                .keys()
                .all(|name| matches!(name.as_str(), "data" | "event" | "id" | "retry" | "comment"))
    });
    let Some(fields) = fields else {
        out.extend_from_slice(b"data: ");
        line(json, out);
        out.extend_from_slice(b"\n\n");
        return;
    };
    for (name, value) in fields {
        let name = if name == "comment" { "" } else { name };
        for text in super::text::plain(value).split(['\r', '\n']) {
            out.extend_from_slice(format!("{name}: {}\n", text.replace('\0', "")).as_bytes());
        }
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: Kind, json: &str) -> String {
        let mut out = Vec::new();
        let valid = write(kind, &Context::new(5), &mut out, |context, out| {
            out.extend_from_slice(json.replace("SEED", &context.seed.to_string()).as_bytes());
            true
        });
        assert!(valid);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn writes_items() {
        let cases = [
            (Kind::JsonLines, "[1,{\"a\":[2]}]", "1\n{\"a\":[2]}\n"),
            (Kind::JsonLines, "{\"a\":SEED}", "{\"a\":5}\n{\"a\":6}\n{\"a\":7}\n"),
            (Kind::JsonLines, "[]", ""),
            (Kind::JsonLines, "[{\n\"a\": 1\r\n}]", "{ \"a\": 1  }\n"),
            (Kind::JsonSequence, "[1,2]", "\u{1e}1\n\u{1e}2\n"),
            (Kind::EventStream, "[\"x\",{\"a\":1}]", "data: \"x\"\n\ndata: {\"a\":1}\n\n"),
            (Kind::EventStream, "SEED", "data: 5\n\ndata: 6\n\ndata: 7\n\n"),
            (
                Kind::EventStream,
                "[{\"event\":\"tick\",\"id\":7,\"data\":{\"a\":1}},{\"data\":\"a\\nb\"}]",
                "event: tick\nid: 7\ndata: {\"a\":1}\n\ndata: a\ndata: b\n\n",
            ),
            (Kind::EventStream, "[{\"data\":1,\"more\":2}]", "data: {\"data\":1,\"more\":2}\n\n"),
        ];
        for (kind, json, expected) in cases {
            assert_eq!(written(kind, json), expected, "{kind:?} {json}");
        }
    }

    #[test]
    fn one_invalid_item_makes_it_invalid() {
        let mut out = Vec::new();
        let valid = write(Kind::JsonLines, &Context::new(0), &mut out, |context, out| {
            out.push(b'1');
            context.seed != 1
        });
        assert!(!valid);
    }
}
