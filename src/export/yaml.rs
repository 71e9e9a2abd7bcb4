//! Writes YAML 1.2 that readers of YAML 1.1 understand the same way: block style, text plain where that is certain to be
//! read as text, else in quotes or as a literal block.

use std::fmt::Write as _;

use serde_json::Value;

/// Plain words that some reader takes for something else than text (YAML 1.1's booleans and nulls among them).
const WORDS: [&str; 14] =
    ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "none", "undefined", "="];
/// A key that is longer has to be announced by `?` (YAML 1.2.2, section 8.2.2).
const MAX_SIMPLE_KEY: usize = 1000;

/// The text of a value.
///
/// ```
/// use edgemock::export::to_yaml;
/// let value = serde_json::json!({"openapi": "3.1.0", "paths": {}, "tags": [{"name": "no"}]});
/// assert_eq!(to_yaml(&value), "openapi: \"3.1.0\"\npaths: {}\ntags:\n  - name: \"no\"\n");
/// ```
pub fn to_yaml(value: &Value) -> String {
    let mut text = String::new();
    match value {
        Value::Object(_) | Value::Array(_) => write(value, 0, false, &mut text),
        scalar => {
            write(scalar, 0, false, &mut text);
        }
    }
    text
}

/// Writes a value. `inline`: something stands in front of it on its line (`key:` or `-`).
fn write(value: &Value, indent: usize, inline: bool, text: &mut String) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            if inline {
                text.push('\n');
            }
            for (index, (name, value)) in members.iter().enumerate() {
                // The first member stands on the line of a list item's dash.
                if inline || index > 0 || !text.ends_with("- ") {
                    spaces(indent, text);
                }
                key(name, indent, text);
                below(value, indent, text);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            if inline {
                text.push('\n');
            }
            for (index, item) in items.iter().enumerate() {
                if inline || index > 0 || !text.ends_with("- ") {
                    spaces(indent, text);
                }
                text.push_str("- ");
                match item {
                    Value::Object(members) if !members.is_empty() => write(item, indent + 2, false, text),
                    Value::Array(items) if !items.is_empty() => write(item, indent + 2, false, text),
                    scalar => write_scalar(scalar, indent, text),
                }
            }
        }
        scalar => write_scalar(scalar, indent, text),
    }
}

/// The value of a key.
fn below(value: &Value, indent: usize, text: &mut String) {
    let nested = match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => false,
    };
    if nested {
        write(value, indent + 2, true, text);
    } else {
        text.push(' ');
        write_scalar(value, indent, text);
    }
}

fn key(name: &str, indent: usize, text: &mut String) {
    if name.chars().count() > MAX_SIMPLE_KEY {
        text.push_str("? ");
        quoted(name, text);
        text.push('\n');
        spaces(indent, text);
    } else if is_plain(name) {
        text.push_str(name);
    } else {
        quoted(name, text);
    }
    text.push(':');
}

fn write_scalar(value: &Value, indent: usize, text: &mut String) {
    match value {
        Value::String(content) if is_plain(content) => text.push_str(content),
        Value::String(content) if is_literal(content) => return literal(content, indent + 2, text),
        Value::String(content) => quoted(content, text),
        Value::Object(_) => text.push_str("{}"),
        Value::Array(_) => text.push_str("[]"),
        Value::Number(number) => text.push_str(&with_point(&number.to_string())),
        other => text.push_str(&other.to_string()),
    }
    text.push('\n');
}

/// A number whose exponent has a point in front, which YAML 1.1 asks for: `1e5` is text there.
fn with_point(number: &str) -> String {
    match number.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            let point = if mantissa.contains('.') { "" } else { ".0" };
            let sign = if exponent.starts_with(['+', '-']) { "" } else { "+" };
            format!("{mantissa}{point}e{sign}{exponent}")
        }
        None => number.to_owned(),
    }
}

fn spaces(count: usize, text: &mut String) {
    text.extend(std::iter::repeat_n(' ', count));
}

/// Whether a text needs no quotes: it begins like a word or a path, holds nothing that ends a plain scalar, and no
/// reader takes it for anything else.
fn is_plain(content: &str) -> bool {
    let mut characters = content.chars();
    let starts =
        characters.next().is_some_and(|first| first.is_alphabetic() || matches!(first, '/' | '_' | '$'));
    starts
        && content.chars().count() <= 200
        && !content.ends_with([' ', ':'])
        && !content.contains(": ")
        && !content.contains(" #")
        && content.chars().all(|c| {
            c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '/' | '.' | '$' | '(' | ')' | '+' | ';' | '=' | '\'' | '#' | ':' | '{' | '}' | '@' | '*' | '~' | '%' | '!' | '?' | '<' | '>')
        })
        // Some readers take an exponent alone for a number: `E1234567`.
        && !(content.starts_with(['e', 'E']) && content.chars().skip(1).all(|c| c.is_ascii_digit() || "+-_.".contains(c)))
        && !WORDS.iter().any(|word| content.eq_ignore_ascii_case(word))
}

/// Whether a text of several lines can be written as a literal block, which keeps every character as it is.
fn is_literal(content: &str) -> bool {
    content.contains('\n')
        // Where the first line begins with a blank, its indentation would have to be told.
        && !content.starts_with([' ', '\n', '\t'])
        && content.chars().all(|c| c == '\n' || c == '\t' || is_printable(c))
        && !content.lines().any(|line| line.starts_with('\t') || line.trim_matches(' ').is_empty() && !line.is_empty())
}

fn is_printable(character: char) -> bool {
    !character.is_control()
        && !matches!(character, '\u{2028}' | '\u{2029}' | '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}')
}

fn literal(content: &str, indent: usize, text: &mut String) {
    let ending = match (content.ends_with('\n'), content.ends_with("\n\n")) {
        (false, _) => "|-",
        (true, false) => "|",
        (true, true) => "|+",
    };
    text.push_str(ending);
    text.push('\n');
    let body = content.strip_suffix('\n').unwrap_or(content);
    for line in body.split('\n') {
        if !line.is_empty() {
            spaces(indent, text);
            text.push_str(line);
        }
        text.push('\n');
    }
}

/// Double quotes, as JSON has them, with what is invisible escaped too.
fn quoted(content: &str, text: &mut String) {
    text.push('"');
    for character in content.chars() {
        match character {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            '\r' => text.push_str("\\r"),
            other if is_printable(other) => text.push(other),
            // All of these are below 0x10000.
            other => drop(write!(text, "\\u{:04x}", u32::from(other))),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text::parse;
    use serde_json::json;

    /// Read by our reader and by another one.
    fn reads_back(value: &Value) {
        let text = to_yaml(value);
        let ours = parse(text.as_bytes()).unwrap_or_else(|error| panic!("{error}\n{text}")).value;
        assert_eq!(ours, *value, "{text}");
        let other: Value = serde_yaml_ng::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(other, *value, "{text}");
    }

    #[test]
    fn texts_stay_texts() {
        for text in [
            "",
            " ",
            "a",
            "yes",
            "No",
            "null",
            "~",
            "true",
            "1",
            "1.5",
            "1e3",
            "0x1F",
            "0o17",
            "1_000",
            "12:30:45",
            "2024-01-01",
            "2001-12-14t21:59:43.10-05:00",
            "-",
            "- a",
            "?",
            "? a",
            ":",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "'a'",
            "\"a\"",
            "%a",
            "@a",
            "`a`",
            "[a]",
            "{a}",
            "{{$string.uuid}}",
            "@integer(1, 2)",
            "a, b",
            "/pets/{id}",
            "#/components/schemas/Pet",
            "a\nb",
            "a\nb\n",
            "a\nb\n\n",
            "\na",
            " a\nb",
            "a\n b",
            "a\n\tb",
            "a\n  \nb",
            "a\n\nb",
            "a\tb",
            "a\rb",
            "a\r\nb",
            "\u{0}x",
            "\u{7f}",
            "\u{85}",
            "\u{2028}",
            "\u{FEFF}a",
            "ä",
            "名前",
            "🦊 x",
            "a ",
            "trailing \nline",
            "---",
            "--- a",
            "...",
            "a\n---\nb",
            "a\n...\nb",
            "<<",
            "=",
            ".inf",
            ".NaN",
            "x: |\n  y",
            "https://example.com/a#b",
            "a\\b",
            "\\",
            "it's",
            "a:b",
            "key: \"v\"",
            "0",
            "+1",
            ".5",
            "1.",
            "e1",
        ] {
            reads_back(&json!({"a": text}));
            reads_back(&json!([text, {"b": [text, [text]]}]));
            reads_back(&json!({text: {text: text}}));
        }
    }

    #[test]
    fn values() {
        for value in [
            json!({"a": null, "b": true, "c": false, "d": 1, "e": -1.5, "f": 1e300, "g": 18_446_744_073_709_551_615_u64}),
            json!({"a": {}, "b": [], "c": [{}, [], [[]], [[1], 2], {"x": {"y": []}}]}),
            json!([[{"a": 1, "b": [2]}, [3]], {"c": {"d": 4}}]),
            json!({"x".repeat(3000): {"a": 1}, "b": [{"y".repeat(3000): 2}]}),
            json!({"long": "word ".repeat(500), "block": format!("{}\n", "line of text\n".repeat(50))}),
        ] {
            reads_back(&value);
        }
        assert_eq!(
            to_yaml(&json!({"a": [{"b": 1, "c": [2]}, "x"]})),
            "a:\n  - b: 1\n    c:\n      - 2\n  - x\n"
        );
        assert_eq!(to_yaml(&json!({"a": "x\ny", "b": {}})), "a: |-\n  x\n  y\nb: {}\n");
    }
}
