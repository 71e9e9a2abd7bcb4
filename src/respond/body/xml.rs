//! XML made from a generated JSON value. Well-formed whatever the value: an object's members become elements, an
//! array becomes repeated elements, names and characters that XML does not have are replaced. What the schema's `xml`
//! objects say about names, attributes, wrappers and namespaces is kept to, as far as XML allows it.

use crate::schema::{XmlForm, XmlNode, XmlView};
use quick_xml::Writer;
use quick_xml::events::{BytesCData, BytesDecl, BytesStart, BytesText, Event};
use serde_json::Value;
use std::borrow::Cow;
use std::io;

/// The name of a root element, and of an item, that nothing else names.
const ROOT: &str = "root";
const ITEM: &str = "item";

/// Appends a document. `root` is the name of its root element, `view` what is said about the value.
pub(super) fn write(value: &Value, root: Option<&str>, view: XmlView<'_>, out: &mut Vec<u8>) {
    let mut document = Document { writer: Writer::new(out), scopes: Vec::new() };
    // Writing into a buffer in memory cannot fail.
    let _ = document.write(value, root.unwrap_or(ROOT), view);
}

struct Document<'o, 'p> {
    writer: Writer<&'o mut Vec<u8>>,
    /// Prefixes and their namespaces, of the elements around.
    scopes: Vec<(Cow<'p, str>, &'p str)>,
}

impl<'p> Document<'_, 'p> {
    fn write(&mut self, value: &Value, root: &str, view: XmlView<'p>) -> io::Result<()> {
        self.event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        let Value::Array(items) = value else { return self.element(root, value, view) };
        // A document has one root, so an array needs one around its items.
        let inside = view.items();
        let name = inside.hints().and_then(|hints| hints.name.as_deref()).unwrap_or(ITEM);
        self.wrapped(root, view, items, name)
    }

    fn event(&mut self, event: Event<'_>) -> io::Result<()> {
        self.writer.write_event(event)
    }

    /// Writes what a value becomes; its depth is that of the JSON text, which `serde_json` bounds at 128.
    fn element(&mut self, name: &str, value: &Value, view: XmlView<'p>) -> io::Result<()> {
        let hints = view.hints();
        let name = hints.and_then(|hints| hints.name.as_deref()).unwrap_or(name);
        match value {
            Value::Array(items) => {
                let own = view.items().hints().and_then(|hints| hints.name.as_deref());
                let item = own.unwrap_or(name);
                if hints.is_some_and(|hints| hints.wrapped) {
                    return self.wrapped(name, view, items, item);
                }
                self.items(items, item, view.items())
            }
            Value::Object(members) => {
                let outer = self.scopes.len();
                let mut start = self.start(name, hints);
                let is_attribute = |view: XmlView<'_>, value: &Value| {
                    view.hints().is_some_and(|hints| hints.form == XmlForm::Attribute) && !value.is_object()
                };
                let mut taken: Vec<String> = Vec::new();
                for (member, value) in members {
                    let inner = view.member(member);
                    if !is_attribute(inner, value) || value.is_null() {
                        continue;
                    }
                    let (name, declared) = self.attribute(member, inner);
                    if taken.contains(&name) {
                        continue;
                    }
                    if let Some((prefix, namespace)) = declared {
                        start.push_attribute((&*format!("xmlns:{prefix}"), namespace));
                    }
                    start.push_attribute((&*name, &*text_of(value)));
                    taken.push(name);
                }
                let element = start.to_end().into_owned();
                if members.iter().all(|(member, value)| is_attribute(view.member(member), value)) {
                    self.scopes.truncate(outer);
                    return self.event(Event::Empty(start));
                }
                self.event(Event::Start(start))?;
                self.members(members, view, &is_attribute)?;
                self.scopes.truncate(outer);
                self.event(Event::End(element))
            }
            scalar => {
                let outer = self.scopes.len();
                let start = self.start(name, hints);
                self.scopes.truncate(outer);
                let text = text_of(scalar);
                if text.is_empty() {
                    return self.event(Event::Empty(start));
                }
                let element = start.to_end().into_owned();
                self.event(Event::Start(start))?;
                self.event(Event::Text(BytesText::new(&text)))?;
                self.event(Event::End(element))
            }
        }
    }

    /// Writes the members that are no attributes.
    fn members(
        &mut self,
        members: &serde_json::Map<String, Value>,
        view: XmlView<'p>,
        is_attribute: &dyn Fn(XmlView<'_>, &Value) -> bool,
    ) -> io::Result<()> {
        for (member, value) in members {
            let inner = view.member(member);
            if is_attribute(inner, value) {
                continue;
            }
            let scalar = !value.is_array() && !value.is_object();
            match (inner.hints().map(|hints| hints.form), value) {
                (Some(XmlForm::Text), value) if scalar => {
                    self.event(Event::Text(BytesText::new(&text_of(value))))?;
                }
                (Some(XmlForm::Cdata), value) if scalar => {
                    for part in BytesCData::escaped(&text_of(value)) {
                        self.event(Event::CData(part))?;
                    }
                }
                (Some(XmlForm::Inner), Value::Object(members)) => {
                    self.members(members, inner, is_attribute)?;
                }
                _ => self.element(member, value, inner)?,
            }
        }
        Ok(())
    }

    /// Writes an element around items.
    fn wrapped(&mut self, name: &str, view: XmlView<'p>, items: &[Value], item: &str) -> io::Result<()> {
        let outer = self.scopes.len();
        let start = self.start(name, view.hints());
        let element = start.to_end().into_owned();
        if items.is_empty() {
            self.event(Event::Empty(start))?;
        } else {
            self.event(Event::Start(start))?;
            self.items(items, item, view.items())?;
            self.event(Event::End(element))?;
        }
        self.scopes.truncate(outer);
        Ok(())
    }

    fn items(&mut self, items: &[Value], name: &str, view: XmlView<'p>) -> io::Result<()> {
        for item in items {
            match item {
                // An array in an array has no names of its own.
                Value::Array(inner) => {
                    let hints = view.items().hints();
                    let item = hints.and_then(|hints| hints.name.as_deref()).unwrap_or(ITEM);
                    self.wrapped(name, view, inner, item)?;
                }
                item => self.element(name, item, view)?,
            }
        }
        Ok(())
    }

    /// A start tag with its namespace, whose prefix is known from here on.
    fn start(&mut self, name: &str, hints: Option<&'p XmlNode>) -> BytesStart<'static> {
        let name = xml_name(name);
        let Some(hints) = hints else { return BytesStart::new(name.into_owned()) };
        match (self.prefix(hints), hints.namespace.as_deref()) {
            (Some((prefix, declared)), _) => {
                let mut start = BytesStart::new(format!("{prefix}:{name}"));
                if let Some(namespace) = declared {
                    start.push_attribute((&*format!("xmlns:{prefix}"), namespace));
                }
                start
            }
            (None, Some(namespace)) if hints.prefix.is_none() => {
                let mut start = BytesStart::new(name.into_owned());
                start.push_attribute(("xmlns", namespace));
                start
            }
            _ => BytesStart::new(name.into_owned()),
        }
    }

    /// The name of an attribute, and the prefix and namespace that its element has to declare for it.
    fn attribute(&mut self, member: &str, view: XmlView<'p>) -> (String, Option<(Cow<'p, str>, &'p str)>) {
        let hints = view.hints();
        let name = xml_name(hints.and_then(|hints| hints.name.as_deref()).unwrap_or(member));
        match hints.and_then(|hints| self.prefix(hints)) {
            Some((prefix, declared)) => {
                (format!("{prefix}:{name}"), declared.map(|namespace| (prefix, namespace)))
            }
            // An attribute of this name would be a declaration.
            None if name == "xmlns" => ("_xmlns".to_owned(), None),
            None => (name.into_owned(), None),
        }
    }

    /// The prefix to write, and the namespace where it is to be declared. A prefix that nothing gives a namespace is left
    /// out: no reader that knows namespaces would take it.
    fn prefix(&mut self, hints: &'p XmlNode) -> Option<(Cow<'p, str>, Option<&'p str>)> {
        let prefix = xml_name(hints.prefix.as_deref()?);
        if prefix.to_ascii_lowercase().starts_with("xml") {
            return None;
        }
        let known =
            self.scopes.iter().rev().find(|(known, _)| *known == prefix).map(|(_, namespace)| *namespace);
        match (hints.namespace.as_deref(), known) {
            (None, None) => None,
            (None, Some(_)) => Some((prefix, None)),
            (Some(namespace), Some(known)) if namespace == known => Some((prefix, None)),
            (Some(namespace), _) => {
                self.scopes.push((prefix.clone(), namespace));
                Some((prefix, Some(namespace)))
            }
        }
    }
}

/// A scalar as text, an array as a list of words (XML Schema's `xs:list`).
fn text_of(value: &Value) -> String {
    let text = match value {
        Value::Array(items) => items.iter().map(super::text::plain).collect::<Vec<_>>().join(" "),
        other => super::text::plain(other),
    };
    text.chars().map(|c| if is_xml(c) { c } else { '\u{fffd}' }).collect()
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
fn xml_name(name: &str) -> Cow<'_, str> {
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
            (json!([[1, 2], []]), "<root><item><item>1</item><item>2</item></item><item/></root>"),
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
            write(&value, None, XmlView::default(), &mut out);
            let text = String::from_utf8(out).unwrap();
            assert_eq!(text, format!("kept<?xml version=\"1.0\" encoding=\"UTF-8\"?>{expected}"));
        }
        write(&deep, None, XmlView::default(), &mut Vec::new());
    }

    /// The document that a schema in a component makes of a value.
    fn hinted(schema: &Value, value: &Value) -> String {
        use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source, XmlNames};
        let mut schemas = json!({"Tag": {"type": "object", "properties": {"id": {"type": "integer"}}, "xml": {"name": "Tag"}}});
        schemas["Pet"] = schema.clone();
        let document =
            json!({"components": {"schemas": schemas}, "body": {"$ref": "#/components/schemas/Pet"}});
        let source = Source::new(&document, Dialect::OpenApi30);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("/body");
        let mut plan = builder.finish().plan;
        plan.xml = XmlNames::read(&source, [(root, "/body")].into_iter());
        let (name, view) = plan.xml(Some(root));
        let mut out = Vec::new();
        write(value, name, view, &mut out);
        let text = String::from_utf8(out).unwrap();
        assert!(is_document(&text), "{text}");
        text.split_once("?>").unwrap().1.to_owned()
    }

    #[test]
    fn keeps_to_the_hints_of_schemas() {
        let string = || json!({"type": "string"});
        let list = |items: Value, xml: Value| json!({"type": "object", "properties": {"animals": {"type": "array", "items": items, "xml": xml}}});
        let named = |name: &str| json!({"type": "string", "xml": {"name": name}});
        let two = json!({"animals": ["a", "b"]});
        let tag = json!({"$ref": "#/components/schemas/Tag"});
        let member = |xml: Value| json!({"type": "object", "properties": {"id": {"type": "integer", "xml": xml}, "x": {"type": "string"}}});
        let id = json!({"id": 7, "x": "y"});
        let cases = [
            (string(), json!("x"), "<Pet>x</Pet>"),
            (json!({"type": "object", "xml": {"name": "pet"}}), json!({"a": 1}), "<pet><a>1</a></pet>"),
            // The table of OpenAPI's own examples.
            (list(string(), json!({})), two.clone(), "<Pet><animals>a</animals><animals>b</animals></Pet>"),
            (
                list(named("animal"), json!({"name": "aliens"})),
                two.clone(),
                "<Pet><animal>a</animal><animal>b</animal></Pet>",
            ),
            (
                list(string(), json!({"wrapped": true})),
                two.clone(),
                "<Pet><animals><animals>a</animals><animals>b</animals></animals></Pet>",
            ),
            (
                list(named("animal"), json!({"wrapped": true})),
                two.clone(),
                "<Pet><animals><animal>a</animal><animal>b</animal></animals></Pet>",
            ),
            (
                list(named("animal"), json!({"name": "aliens", "wrapped": true})),
                two.clone(),
                "<Pet><aliens><animal>a</animal><animal>b</animal></aliens></Pet>",
            ),
            (
                list(string(), json!({"name": "aliens", "wrapped": true})),
                two.clone(),
                "<Pet><aliens><aliens>a</aliens><aliens>b</aliens></aliens></Pet>",
            ),
            (list(string(), json!({"nodeType": "element"})), json!({"animals": []}), "<Pet><animals/></Pet>"),
            (
                list(tag.clone(), json!({"wrapped": true})),
                json!({"animals": [{"id": 1}]}),
                "<Pet><animals><Tag><id>1</id></Tag></animals></Pet>",
            ),
            (member(json!({"attribute": true})), id.clone(), "<Pet id=\"7\"><x>y</x></Pet>"),
            (
                member(json!({"nodeType": "attribute", "name": "no"})),
                json!({"id": "<\"&"}),
                "<Pet no=\"&lt;&quot;&amp;\"/>",
            ),
            (member(json!({"nodeType": "text"})), json!({"id": 7}), "<Pet>7</Pet>"),
            (
                member(json!({"nodeType": "cdata"})),
                json!({"id": "]]>"}),
                "<Pet><![CDATA[]]]]><![CDATA[>]]></Pet>",
            ),
            (
                member(json!({"namespace": "urn:n", "prefix": "p"})),
                id.clone(),
                "<Pet><p:id xmlns:p=\"urn:n\">7</p:id><x>y</x></Pet>",
            ),
            (
                member(json!({"namespace": "urn:n"})),
                id.clone(),
                "<Pet><id xmlns=\"urn:n\">7</id><x>y</x></Pet>",
            ),
            (member(json!({"prefix": "p"})), id.clone(), "<Pet><id>7</id><x>y</x></Pet>"),
            (
                member(json!({"prefix": "xml", "name": "1 a"})),
                id.clone(),
                "<Pet><_1_a>7</_1_a><x>y</x></Pet>",
            ),
            (
                member(json!({"attribute": true, "namespace": "urn:n", "prefix": "p"})),
                json!({"id": 7}),
                "<Pet xmlns:p=\"urn:n\" p:id=\"7\"/>",
            ),
            (
                json!({"type": "object", "xml": {"prefix": "p", "namespace": "urn:n"}, "properties": {"a": {"type": "string", "xml": {"prefix": "p"}}}}),
                json!({"a": 1}),
                "<p:Pet xmlns:p=\"urn:n\"><p:a>1</p:a></p:Pet>",
            ),
            (
                json!({"allOf": [{"$ref": "#/components/schemas/Tag"}, {"properties": {"z": {"xml": {"name": "last"}}}}], "xml": {"name": "first"}}),
                json!({"id": 1, "z": 2}),
                "<first><id>1</id><last>2</last></first>",
            ),
            (
                json!({"type": "object", "properties": {"a": {"xml": {"attribute": true, "name": "n"}}, "b": {"xml": {"attribute": true, "name": "n"}}, "c": {"$ref": "#/components/schemas/Pet"}}}),
                json!({"a": 1, "b": 2, "c": {"a": [3, 4], "d": 5}}),
                "<Pet n=\"1\"><c n=\"3 4\"><d>5</d></c></Pet>",
            ),
            (
                json!({"type": "array", "items": tag}),
                json!([{"id": 1}, {}]),
                "<Pet><Tag><id>1</id></Tag><Tag/></Pet>",
            ),
            (
                json!({"additionalProperties": {"properties": {"v": {"xml": {"attribute": true}}}}}),
                json!({"k": {"v": 1}}),
                "<Pet><k v=\"1\"/></Pet>",
            ),
        ];
        for (schema, value, expected) in cases {
            assert_eq!(hinted(&schema, &value), expected, "{schema} {value}");
        }
    }
}
