//! XML made from a generated JSON value. Well-formed whatever the value: an object's members become elements, an
//! array becomes repeated elements, names and characters that XML does not have are replaced.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use serde_json::Value;
use std::borrow::Cow;
use std::io;

/// Appends a document with the root element `root`.
pub(super) fn write(value: &Value, out: &mut Vec<u8>) {
    let mut writer = Writer::new(out);
    // Writing into a buffer in memory cannot fail.
    let _ = document(value, &mut writer);
}

fn document(value: &Value, writer: &mut Writer<&mut Vec<u8>>) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    match value {
        // A document has one root, so an array needs one around its items.
        Value::Array(items) => {
            writer.write_event(Event::Start(BytesStart::new("root")))?;
            for item in items {
                element("item", item, writer)?;
            }
            writer.write_event(Event::End(BytesEnd::new("root")))
        }
        other => element("root", other, writer),
    }
}

/// Writes one element; its depth is that of the JSON text, which `serde_json` bounds at 128.
fn element(name: &str, value: &Value, writer: &mut Writer<&mut Vec<u8>>) -> io::Result<()> {
    let name = element_name(name);
    let text = match value {
        Value::Array(items) => {
            for item in items {
                // An array in an array has no names of its own.
                let inner = if item.is_array() {
                    Cow::Owned(Value::from_iter([("item", item.clone())]))
                } else {
                    Cow::Borrowed(item)
                };
                element(&name, &inner, writer)?;
            }
            return Ok(());
        }
        Value::Object(members) if !members.is_empty() => {
            writer.write_event(Event::Start(BytesStart::new(&*name)))?;
            for (member, value) in members {
                element(member, value, writer)?;
            }
            return writer.write_event(Event::End(BytesEnd::new(&*name)));
        }
        Value::Object(_) | Value::Null => String::new(),
        Value::String(text) => text.chars().map(|c| if is_xml(c) { c } else { '\u{fffd}' }).collect(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    if text.is_empty() {
        return writer.write_event(Event::Empty(BytesStart::new(&*name)));
    }
    writer.write_event(Event::Start(BytesStart::new(&*name)))?;
    writer.write_event(Event::Text(BytesText::new(&text)))?;
    writer.write_event(Event::End(BytesEnd::new(&*name)))
}

/// Whether an example is XML already: well-formed, with one element at least.
pub(super) fn is_document(text: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().enable_all_checks(true);
    let (mut elements, mut open) = (0usize, 0usize);
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return elements > 0 && open == 0,
            Ok(Event::Start(_)) => {
                elements += 1;
                open += 1;
            }
            Ok(Event::Empty(_)) => elements += 1,
            // The reader refuses an end without its start.
            Ok(Event::End(_)) => open = open.saturating_sub(1),
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

/// A member name as an element name (XML 1.0 section 2.3), without colons: they would need a namespace.
fn element_name(name: &str) -> Cow<'_, str> {
    let starts = |c: char| {
        c.is_ascii_alphabetic()
            || c == '_'
            || matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}' | '\u{370}'..='\u{37d}'
                | '\u{37f}'..='\u{1fff}' | '\u{3001}'..='\u{d7ff}' | '\u{f900}'..='\u{fdcf}')
    };
    let continues = |c: char| starts(c) || c.is_ascii_digit() || matches!(c, '-' | '.');
    if name.starts_with(starts) && name.chars().all(continues) {
        return Cow::Borrowed(name);
    }
    let mut safe: String = name.chars().map(|c| if continues(c) { c } else { '_' }).collect();
    if !safe.starts_with(starts) {
        safe.insert(0, '_');
    }
    Cow::Owned(safe)
}

/// XML 1.0 section 2.2.
fn is_xml(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn recognises_documents() {
        assert!(is_document("<?xml version=\"1.0\"?><a><b/>x</a>"));
        for text in ["", "text", "<a>", "<a></b>", "<!-- only -->"] {
            assert!(!is_document(text), "{text}");
        }
    }

    #[test]
    fn writes_well_formed_documents() {
        let deep = (0..100).fold(json!(1), |inner, _| json!([inner]));
        let cases = [
            (
                json!({"id": 7, "tags": ["a", "b"], "owner": {"name": null}}),
                "<root><id>7</id><tags>a</tags><tags>b</tags><owner><name/></owner></root>",
            ),
            (json!([1, {"a": true}]), "<root><item>1</item><item><a>true</a></item></root>"),
            (json!([[1, 2], []]), "<root><item>1</item><item>2</item></root>"),
            (
                json!({"m": [[1, 2], [3]]}),
                "<root><m><item>1</item><item>2</item></m><m><item>3</item></m></root>",
            ),
            (json!("a <b> & c"), "<root>a &lt;b&gt; &amp; c</root>"),
            (json!("\u{0}x\u{b}\u{ffff}"), "<root>\u{fffd}x\u{fffd}\u{fffd}</root>"),
            (
                json!({"1a": 1, "a b": 2, "": 3, "x:y": 4, "größe": 5, "@id": 6, "\u{0}": 7}),
                "<root><_1a>1</_1a><a_b>2</a_b><_>3</_><x_y>4</x_y><größe>5</größe><_id>6</_id><_>7</_></root>",
            ),
            (json!({}), "<root/>"),
            (json!(null), "<root/>"),
            (json!(""), "<root/>"),
        ];
        for (value, expected) in cases {
            let mut out = b"kept".to_vec();
            write(&value, &mut out);
            let text = String::from_utf8(out).unwrap();
            assert_eq!(text, format!("kept<?xml version=\"1.0\" encoding=\"UTF-8\"?>{expected}"));
        }
        write(&deep, &mut Vec::new());
    }
}
