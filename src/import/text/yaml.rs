//! YAML 1.2 to [`Value`]: the parser's events put together on an explicit stack, so that no input recurses.

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Marker, Parser, ScalarStyle, ScanError, Tag};
use serde_json::{Map, Value};

use super::super::error::{DocumentError, Place};
use super::super::pointer::push_member;
use super::scalar::resolve;
use super::{MAX_ALIAS_BYTES, MAX_PROBLEMS, MAX_VALUES, Parsed, repeated_key, too_deep, too_many};

/// What a node adds to the weight of an anchor besides its text.
const NODE_WEIGHT: usize = 16;

pub(super) fn parse(text: &str, max_depth: usize) -> Result<Parsed, DocumentError> {
    let mut parser = Parser::new_from_str(text);
    let mut builder = Builder {
        max_depth,
        stack: Vec::new(),
        root: None,
        anchors: HashMap::new(),
        values: 0,
        alias_bytes: 0,
        repeated: Vec::new(),
    };
    let mut documents = 0;
    while let Some(next) = parser.next_event() {
        let (event, span) = next.map_err(|error| explain(text, &error, &builder))?;
        match event {
            Event::DocumentStart(..) => {
                documents += 1;
                if documents > 1 {
                    return Err(DocumentError::malformed(
                        "a second YAML document begins here: send one document",
                        place(span.start),
                    ));
                }
            }
            Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
            event => {
                builder
                    .take(event)
                    .map_err(|message| DocumentError::malformed(message, place(span.start)))?;
            }
        }
    }
    match builder.root {
        Some(value) => Ok(Parsed { value, problems: builder.repeated }),
        None => Err(DocumentError::malformed("the YAML document is empty", Place::Whole)),
    }
}

fn place(mark: Marker) -> Place {
    Place::Text { line: mark.line(), column: mark.col() + 1 }
}

/// Where something is still open at the end of the text, the place of the cut says more than the place where the open
/// construct began.
fn explain(text: &str, error: &ScanError, builder: &Builder) -> DocumentError {
    let mark = *error.marker();
    let rest = mark.byte_offset().and_then(|at| text.get(at..)).unwrap_or_default().trim_end();
    let cut = match error.kind() {
        ErrorKind::UnclosedQuotedScalar => {
            Some(format!("; the quoted text that begins in line {} is not closed", mark.line()))
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            Some(format!("; the `{open}` in line {} is not closed", mark.line()))
        }
        // A last line that should have become a key.
        ErrorKind::SimpleKeyExpected if !rest.contains('\n') => Some(builder.inside()),
        _ if rest.is_empty() => Some(builder.inside()),
        _ => None,
    };
    match cut {
        Some(what) => DocumentError::malformed(
            format!("the YAML ends before it is complete{what}: send the whole document"),
            Place::of_byte(text.as_bytes(), text.trim_end().len()),
        ),
        None => DocumentError::malformed(format!("not valid YAML: {}", error.kind()), place(mark)),
    }
}

/// An anchored node: what an alias stands for.
struct Anchored {
    value: Value,
    /// Text and keys in bytes, and [`NODE_WEIGHT`] a node.
    weight: usize,
    nodes: usize,
    height: usize,
}

/// A list or mapping that is still open.
struct Frame {
    anchor: usize,
    open: Open,
}

enum Open {
    List(Vec<Value>),
    Mapping {
        members: Map<String, Value>,
        /// The key whose value comes next.
        key: Option<Key>,
        /// Values of `<<`, in order.
        merged: Vec<Value>,
    },
}

struct Key {
    name: String,
    merge: bool,
}

struct Builder {
    max_depth: usize,
    stack: Vec<Frame>,
    root: Option<Value>,
    anchors: HashMap<usize, Anchored>,
    values: usize,
    alias_bytes: usize,
    repeated: Vec<crate::model::Problem>,
}

impl Builder {
    fn take(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Scalar(text, style, anchor, tag) => self.scalar(&text, style, anchor, tag.as_deref()),
            Event::SequenceStart(_, anchor, _) => self.open(anchor, Open::List(Vec::new())),
            Event::MappingStart(_, anchor, _) => {
                self.open(anchor, Open::Mapping { members: Map::new(), key: None, merged: Vec::new() })
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(anchor) => self.alias(anchor),
            _ => Ok(()),
        }
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
    ) -> Result<(), String> {
        let plain = style == ScalarStyle::Plain;
        if self.awaits_key() {
            if anchor != 0 {
                self.anchor(anchor, &Value::String(text.to_owned()))?;
            }
            self.key(text.to_owned(), plain && tag.is_none() && text == "<<");
            return Ok(());
        }
        let value = match tag {
            Some(tag) if is_text(tag) => Value::String(text.to_owned()),
            Some(tag) if is_plain_value(tag) => resolve(text)?,
            _ if plain => resolve(text)?,
            _ => Value::String(text.to_owned()),
        };
        self.add(value, 1, anchor)
    }

    fn open(&mut self, anchor: usize, open: Open) -> Result<(), String> {
        if self.awaits_key() {
            return Err(
                "a mapping key must be text, not a list or mapping: quote it if it is text".to_owned()
            );
        }
        if self.stack.len() >= self.max_depth {
            return Err(too_deep(self.max_depth));
        }
        self.stack.push(Frame { anchor, open });
        Ok(())
    }

    fn close(&mut self) -> Result<(), String> {
        let Some(frame) = self.stack.pop() else { return Ok(()) };
        let value = match frame.open {
            Open::List(items) => Value::Array(items),
            Open::Mapping { members, merged, .. } if merged.is_empty() => Value::Object(members),
            Open::Mapping { members, merged, .. } => Value::Object(merge(merged, members)?),
        };
        self.add(value, 1, frame.anchor)
    }

    fn alias(&mut self, anchor: usize) -> Result<(), String> {
        let Some(anchored) = self.anchors.get(&anchor) else {
            return Err("this alias stands inside the node that it names: remove it".to_owned());
        };
        if self.stack.len() + anchored.height > self.max_depth {
            return Err(too_deep(self.max_depth));
        }
        self.alias_bytes = self.alias_bytes.saturating_add(anchored.weight);
        if self.alias_bytes > MAX_ALIAS_BYTES {
            return Err(alias_bomb());
        }
        let (value, nodes) = (anchored.value.clone(), anchored.nodes);
        if self.awaits_key() {
            let name = match value {
                Value::String(text) => text,
                Value::Array(_) | Value::Object(_) => {
                    return Err("this alias names a list or mapping, which cannot be a key".to_owned());
                }
                other => other.to_string(),
            };
            self.key(name, false);
            return Ok(());
        }
        self.add(value, nodes, 0)
    }

    /// Puts a finished value into the innermost open node.
    fn add(&mut self, value: Value, nodes: usize, anchor: usize) -> Result<(), String> {
        self.values = self.values.saturating_add(nodes);
        if self.values > MAX_VALUES {
            return Err(too_many());
        }
        if anchor != 0 {
            self.anchor(anchor, &value)?;
        }
        match self.stack.last_mut().map(|frame| &mut frame.open) {
            None => self.root = Some(value),
            Some(Open::List(items)) => items.push(value),
            Some(Open::Mapping { members, key, merged }) => {
                let Some(key) = key.take() else { return Ok(()) };
                if key.merge {
                    merged.push(value);
                } else if members.insert(key.name.clone(), value).is_some()
                    && self.repeated.len() < MAX_PROBLEMS
                {
                    let mut pointer = self.pointer();
                    push_member(&mut pointer, &key.name);
                    self.repeated.push(repeated_key(pointer));
                }
            }
        }
        Ok(())
    }

    fn awaits_key(&self) -> bool {
        matches!(self.stack.last(), Some(Frame { open: Open::Mapping { key: None, .. }, .. }))
    }

    fn key(&mut self, name: String, merge: bool) {
        if let Some(Frame { open: Open::Mapping { key, .. }, .. }) = self.stack.last_mut() {
            *key = Some(Key { name, merge });
        }
    }

    /// Remembers a node for aliases. The copy counts as an alias does, so that nested anchors cannot multiply either.
    fn anchor(&mut self, anchor: usize, value: &Value) -> Result<(), String> {
        let mut measure = Measure { weight: 0, nodes: 0, height: 0 };
        measure.visit(value, 0);
        self.alias_bytes = self.alias_bytes.saturating_add(measure.weight);
        if self.alias_bytes > MAX_ALIAS_BYTES {
            return Err(alias_bomb());
        }
        let Measure { weight, nodes, height } = measure;
        self.anchors.insert(anchor, Anchored { value: value.clone(), weight, nodes, height });
        Ok(())
    }

    /// Where the innermost open node stands, for a message.
    fn inside(&self) -> String {
        match self.pointer().as_str() {
            "" => String::new(),
            pointer => format!(", inside {pointer}"),
        }
    }

    /// Where the innermost open node stands.
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        // Every open node but the innermost is about to receive the next one under its key or at its end.
        for frame in self.stack.iter().take(self.stack.len().saturating_sub(1)) {
            match &frame.open {
                Open::List(items) => push_member(&mut pointer, &items.len().to_string()),
                Open::Mapping { key: Some(key), .. } => push_member(&mut pointer, &key.name),
                Open::Mapping { key: None, .. } => {}
            }
        }
        pointer
    }
}

fn alias_bomb() -> String {
    format!(
        "YAML anchors and aliases expand to more than {MAX_ALIAS_BYTES} bytes: write the values out or use `$ref`"
    )
}

fn is_text(tag: &Tag) -> bool {
    ["str", "binary", "timestamp"].iter().any(|name| tag.is_yaml_core_schema_tag(name))
        || tag.handle() == "!" && tag.suffix().is_empty()
}

fn is_plain_value(tag: &Tag) -> bool {
    ["int", "float", "bool", "null"].iter().any(|name| tag.is_yaml_core_schema_tag(name))
}

/// Merge keys (yaml.org/type/merge): members written out win over merged ones, earlier mappings over later ones.
fn merge(merged: Vec<Value>, members: Map<String, Value>) -> Result<Map<String, Value>, String> {
    let mut result = Map::new();
    let mut sources = Vec::new();
    for value in merged {
        match value {
            Value::Array(items) => sources.extend(items),
            other => sources.push(other),
        }
    }
    for source in sources {
        let Value::Object(source) = source else {
            return Err(
                "the merge key `<<` takes a mapping or a list of mappings: quote it if it is text".to_owned()
            );
        };
        for (name, value) in source {
            result.entry(name).or_insert(value);
        }
    }
    result.extend(members);
    Ok(result)
}

/// Size of a tree. Recursion is bounded: no value is built that is deeper than the limit.
struct Measure {
    weight: usize,
    nodes: usize,
    height: usize,
}

impl Measure {
    fn visit(&mut self, value: &Value, depth: usize) {
        self.nodes += 1;
        self.weight += NODE_WEIGHT;
        match value {
            Value::String(text) => self.weight += text.len(),
            Value::Array(items) => {
                self.height = self.height.max(depth + 1);
                for item in items {
                    self.visit(item, depth + 1);
                }
            }
            Value::Object(members) => {
                self.height = self.height.max(depth + 1);
                for (name, item) in members {
                    self.weight += name.len();
                    self.visit(item, depth + 1);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{MAX_DEPTH, parse};
    use super::*;
    use serde_json::json;
    use std::fmt::Write as _;

    fn value(text: &str) -> Value {
        parse(text.as_bytes()).unwrap().value
    }

    fn refused(text: &str) -> (String, Place) {
        let error = parse(text.as_bytes()).unwrap_err();
        (error.message, error.place)
    }

    #[test]
    fn scalars_keys_and_styles() {
        let text = "200: a\n'404': \"123\"\ntrue: yes\nnull: ~\n1.10: !!str 1.10\nwhen: 2024-01-01\n\
                    folded: >-\n  one\n  two\nliteral: |\n  1\nint: !!int \"12\"\ncustom: !degree 50\nlist:\n- 1\n- [a, {b: c}]\n";
        let parsed = value(text);
        assert_eq!(
            parsed,
            json!({"200": "a", "404": "123", "true": "yes", "null": null, "1.10": "1.10", "when": "2024-01-01",
                "folded": "one two", "literal": "1\n", "int": 12, "custom": 50, "list": [1, ["a", {"b": "c"}]]})
        );
        let keys: Vec<_> = parsed.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys[..5], ["200", "404", "true", "null", "1.10"]);
    }

    #[test]
    fn anchors_and_merge_keys() {
        let text = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\none:\n  <<: *base\n  b: 5\n\
                    two:\n  b: 0\n  <<: [*base, *more]\n  d: 6\nthree: [*base]\n&k key: *k\n*k : 1\n'<<': text\n";
        assert_eq!(
            value(text),
            json!({"base": {"a": 1, "b": 2}, "more": {"b": 3, "c": 4}, "one": {"a": 1, "b": 5},
                "two": {"a": 1, "b": 0, "c": 4, "d": 6}, "three": [{"a": 1, "b": 2}], "key": 1, "<<": "text"})
        );
        let (message, place) = refused("a:\n  <<: 3\n");
        assert!(message.contains("merge key"), "{message}");
        assert!(matches!(place, Place::Text { .. }));
    }

    #[test]
    fn repeated_keys_are_problems() {
        let parsed = parse(b"a:\n  - x: 1\n    x: 2\na/b: {c: 1, c: 3}\n").unwrap();
        assert_eq!(parsed.value, json!({"a": [{"x": 2}], "a/b": {"c": 3}}));
        let pointers: Vec<_> = parsed.problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(pointers, ["/a/0/x", "/a~1b/c"]);
    }

    #[test]
    fn bombs_are_refused() {
        let mut bomb = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
        for level in 1..12 {
            let previous = format!("*a{}, ", level - 1).repeat(9);
            writeln!(bomb, "a{level}: &a{level} [{}]", previous.trim_end_matches(", ")).unwrap();
        }
        let (message, place) = refused(&bomb);
        assert!(message.contains("expand to more than") || message.contains("values"), "{message}");
        assert!(matches!(place, Place::Text { line: 2.., .. }), "{place:?}");
        // One long text, often.
        let (message, _) = refused(&format!("a: &a {}\nb: [{}]\n", "x".repeat(100_000), "*a,".repeat(1000)));
        assert!(message.contains("expand to more than"), "{message}");
        // Anchors within anchors: every level is copied.
        let nested = (0..150).map(|level| format!("&n{level} [")).collect::<Vec<_>>().concat();
        let (message, _) = refused(&format!("{nested}{}{}", "y".repeat(1_000_000), "]".repeat(150)));
        assert!(message.contains("expand to more than"), "{message}");
        // Depth through aliases.
        let mut deep = "a0: &a0 [x]\n".to_owned();
        for level in 1..20 {
            let (open, close) = ("[".repeat(50), "]".repeat(50));
            writeln!(deep, "a{level}: &a{level} {open}*a{}{close}", level - 1).unwrap();
        }
        assert!(refused(&deep).0.contains("nested more than"));
        assert_eq!(refused("a: &a [*a]").1, Place::Text { line: 1, column: 8 });
        assert!(refused("a: *nowhere").0.contains("unknown anchor"));
    }

    #[test]
    fn depth_is_limited() {
        let block = |depth| (0..depth).map(|level| " ".repeat(level) + "k:\n").collect::<Vec<_>>().concat();
        assert!(parse(block(MAX_DEPTH).as_bytes()).is_ok());
        for text in [
            block(300),
            format!("a: {}", "[".repeat(10_000)),
            format!("a: {}", "{a: ".repeat(10_000)),
            format!("a:\n  {}x", "- ".repeat(10_000)),
            format!("a:\n  {}x", "? ".repeat(10_000)),
        ] {
            let (message, place) = refused(&text);
            assert!(matches!(place, Place::Text { .. }), "{message}");
            assert!(
                message.contains("deep") || message.contains("recursion") || message.contains("key must"),
                "{message}"
            );
        }
    }

    #[test]
    fn places_of_errors() {
        let cases = [
            ("a: 1\nb: [1, 2", "ends before it is complete", 2, 9),
            ("a: 1\nb: \"open\n  more", "begins in line 2", 3, 7),
            ("a: {b: c,\n", "ends before it is complete", 1, 10),
            ("a: 1\n  b: 2\n", "not valid YAML", 2, 4),
            ("a: 1\n\tb: 2\n", "found a tab", 1, 4),
            ("a: 'b' c\n", "not valid YAML", 1, 8),
            ("a: 1\nb: .inf\n", "no number", 2, 4),
            ("a:\n  - 1e999\n", "out of range", 2, 5),
            ("a: 1\n---\nb: 2\n", "second YAML document", 2, 1),
            ("? {a: b}\n: c\n", "must be text", 1, 3),
            ("a: b\nc\n", "ends before", 2, 2),
            ("a: b\nc\nd: e\n", "not valid YAML", 2, 1),
        ];
        for (text, message, line, column) in cases {
            let (said, place) = refused(text);
            assert!(said.contains(message), "{text}: {said}");
            assert_eq!(place, Place::Text { line, column }, "{text}: {said}");
        }
    }
}
