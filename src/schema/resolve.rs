//! Finding what a reference names: `$id` resources, anchors, JSON pointers.
//!
//! JSON Schema Core 2020-12, sections 8.2 and 9; RFC 3986 section 5 for relative references.

use super::Dialect;
use crate::pointer::{push_member, unescaped};
use serde_json::Value;
use std::collections::HashMap;
use std::rc::Rc;

/// How deep the document is searched for `$id` and anchors.
const MAX_DEPTH: usize = 300;

/// What a reference leads to.
#[derive(Debug, Clone)]
pub(super) struct Target<'a> {
    pub(super) value: &'a Value,
    /// Pointer from the document's root.
    pub(super) pointer: Rc<str>,
    pub(super) resource: u32,
    /// What `$schema` says here, or further out.
    pub(super) dialect: Dialect,
}

/// The schema resources of a document: the document itself is number 0, every `$id` starts another.
#[derive(Debug)]
pub(super) struct Resources<'a> {
    list: Vec<Resource<'a>>,
    by_address: HashMap<usize, u32>,
    /// Schema objects with a `$schema` of their own.
    dialects: HashMap<usize, Dialect>,
    dynamic: bool,
}

#[derive(Debug)]
struct Resource<'a> {
    base: String,
    root: &'a Value,
    pointer: Rc<str>,
    dialect: Dialect,
    anchors: HashMap<&'a str, Anchor<'a>>,
}

#[derive(Debug, Clone)]
struct Anchor<'a> {
    value: &'a Value,
    pointer: Rc<str>,
    dialect: Dialect,
    dynamic: bool,
}

/// The name under which `$recursiveAnchor: true` (2019-09) is kept.
const RECURSIVE: &str = "";

impl<'a> Resources<'a> {
    /// Finds all resources and anchors of a document.
    pub(super) fn index(document: &'a Value, dialect: Dialect) -> Self {
        let root = Resource {
            base: String::new(),
            root: document,
            pointer: Rc::from(""),
            dialect,
            anchors: HashMap::new(),
        };
        let mut resources =
            Self { list: vec![root], by_address: HashMap::new(), dialects: HashMap::new(), dynamic: false };
        let mut pointer = String::new();
        resources.visit(document, dialect, 0, &mut pointer, 0);
        resources
    }

    fn visit(
        &mut self,
        value: &'a Value,
        dialect: Dialect,
        resource: u32,
        pointer: &mut String,
        depth: usize,
    ) {
        if depth > MAX_DEPTH {
            return;
        }
        let (mut resource, mut dialect) = (resource, dialect);
        match value {
            Value::Object(object) => {
                let text = |name: &str| object.get(name).and_then(Value::as_str);
                if let Some(named) = text("$schema").and_then(Dialect::from_uri) {
                    dialect = named;
                    self.dialects.insert(std::ptr::from_ref(value) as usize, named);
                    if depth == 0 {
                        self.list.iter_mut().for_each(|resource| resource.dialect = named);
                    }
                }
                // Before 2019-09 a `$ref` hides its siblings, `$id` among them.
                let old = matches!(dialect, Dialect::Draft4 | Dialect::Draft6 | Dialect::Draft7);
                let id = if old && object.contains_key("$ref") {
                    None
                } else if dialect == Dialect::Draft4 {
                    text("id")
                } else {
                    text("$id")
                };
                if let Some(id) = id {
                    let (base, fragment) = id.split_once('#').unwrap_or((id, ""));
                    if !base.is_empty() {
                        resource = self.add_resource(value, base, resource, pointer, dialect);
                    }
                    if old && !fragment.is_empty() {
                        self.add_anchor(fragment, value, resource, pointer, dialect, false);
                    }
                }
                for (keyword, dynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
                    if let Some(name) = text(keyword) {
                        self.add_anchor(name, value, resource, pointer, dialect, dynamic);
                    }
                }
                if object.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
                    self.add_anchor(RECURSIVE, value, resource, pointer, dialect, true);
                }
                self.dynamic |= object.contains_key("$dynamicRef") || object.contains_key("$recursiveRef");
                for (name, child) in object {
                    // Values are data, not schemas: an `$id` in there names nothing.
                    let data = matches!(name.as_str(), "enum" | "const" | "default" | "example" | "examples")
                        || name.starts_with("x-");
                    if !data || depth > 0 && is_map_of_schemas(pointer) {
                        self.descend(child, name, dialect, resource, pointer, depth);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.descend(item, &index.to_string(), dialect, resource, pointer, depth);
                }
            }
            _ => {}
        }
    }

    fn descend(
        &mut self,
        value: &'a Value,
        token: &str,
        dialect: Dialect,
        resource: u32,
        pointer: &mut String,
        depth: usize,
    ) {
        if !value.is_object() && !value.is_array() {
            return;
        }
        let length = pointer.len();
        push_member(pointer, token);
        self.visit(value, dialect, resource, pointer, depth + 1);
        pointer.truncate(length);
    }

    fn add_resource(
        &mut self,
        value: &'a Value,
        id: &str,
        parent: u32,
        pointer: &str,
        dialect: Dialect,
    ) -> u32 {
        let base = self.list.get(parent as usize).map_or("", |resource| resource.base.as_str());
        let base = resolve_uri(base, id);
        if pointer.is_empty() {
            if let Some(root) = self.list.first_mut() {
                root.base = base;
            }
            return 0;
        }
        let number = self.list.len() as u32;
        self.list.push(Resource {
            base,
            root: value,
            pointer: Rc::from(pointer),
            dialect,
            anchors: HashMap::new(),
        });
        self.by_address.insert(std::ptr::from_ref(value) as usize, number);
        number
    }

    fn add_anchor(
        &mut self,
        name: &'a str,
        value: &'a Value,
        resource: u32,
        pointer: &str,
        dialect: Dialect,
        dynamic: bool,
    ) {
        if let Some(resource) = self.list.get_mut(resource as usize) {
            let anchor = Anchor { value, pointer: Rc::from(pointer), dialect, dynamic };
            resource.anchors.entry(name).or_insert(anchor);
        }
    }

    /// Whether the document has `$dynamicRef` or `$recursiveRef` at all.
    pub(super) fn has_dynamic_references(&self) -> bool {
        self.dynamic
    }

    /// The resource that starts at a value.
    pub(super) fn resource_at(&self, value: &Value) -> Option<u32> {
        if self.list.len() == 1 {
            return None;
        }
        self.by_address.get(&(std::ptr::from_ref(value) as usize)).copied()
    }

    /// What the `$schema` of a schema object says, if it has one.
    pub(super) fn dialect_at(&self, value: &Value) -> Option<Dialect> {
        if self.dialects.is_empty() {
            return None;
        }
        self.dialects.get(&(std::ptr::from_ref(value) as usize)).copied()
    }

    /// Follows an RFC 6901 pointer from the root of a resource.
    pub(super) fn walk(&self, resource: u32, pointer: &str) -> Option<Target<'a>> {
        let start = self.list.get(resource as usize)?;
        let mut target = Target {
            value: start.root,
            pointer: Rc::clone(&start.pointer),
            resource,
            dialect: start.dialect,
        };
        if pointer.is_empty() {
            return Some(target);
        }
        let mut path = target.pointer.to_string();
        for token in pointer.strip_prefix('/')?.split('/') {
            let token = unescaped(token);
            target.value = match target.value {
                Value::Object(object) => object.get(&token)?,
                Value::Array(items) => items.get(token.parse::<usize>().ok()?)?,
                _ => return None,
            };
            push_member(&mut path, &token);
            if let Some(inner) = self.resource_at(target.value) {
                target.resource = inner;
            }
            target.dialect = self.dialect_at(target.value).unwrap_or(target.dialect);
        }
        target.pointer = path.into();
        Some(target)
    }

    /// What a `$ref` names that stands in `resource`; `None` for what is not in this document.
    pub(super) fn resolve(&self, resource: u32, reference: &str) -> Option<Target<'a>> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let base = &self.list.get(resource as usize)?.base;
        let resource = if uri.is_empty() {
            resource
        } else {
            let wanted = resolve_uri(base, uri);
            self.list.iter().position(|resource| resource.base == wanted)? as u32
        };
        let fragment = percent_decode(fragment);
        if fragment.is_empty() || fragment.starts_with('/') {
            // In OpenAPI documents `#/components/…` means the document also inside of a schema with an `$id`, whatever
            // RFC 3986 says: every tool reads it so.
            let in_document = || self.walk(0, &fragment).filter(|_| uri.is_empty());
            return self.walk(resource, &fragment).or_else(in_document);
        }
        let anchor = self.list.get(resource as usize)?.anchors.get(fragment.as_str())?;
        Some(Target {
            value: anchor.value,
            pointer: Rc::clone(&anchor.pointer),
            resource,
            dialect: anchor.dialect,
        })
    }

    /// What a `$dynamicRef` names: as `$ref`, but when that leads to a dynamic anchor, the outermost resource of the
    /// scope that has the same one wins (2020-12 Core 8.2.3.2).
    pub(super) fn resolve_dynamic(
        &self,
        resource: u32,
        reference: &str,
        scope: &[u32],
    ) -> Option<Target<'a>> {
        let target = self.resolve(resource, reference)?;
        let name = percent_decode(reference.split_once('#').map_or("", |(_, fragment)| fragment));
        self.outermost(&name, &target, scope).or(Some(target))
    }

    /// What `$recursiveRef: "#"` names (2019-09 Core 8.2.4.2.1).
    pub(super) fn resolve_recursive(&self, resource: u32, scope: &[u32]) -> Option<Target<'a>> {
        let target = self.walk(resource, "")?;
        self.outermost(RECURSIVE, &target, scope).or(Some(target))
    }

    fn outermost(&self, name: &str, target: &Target<'a>, scope: &[u32]) -> Option<Target<'a>> {
        let dynamic = |resource: u32| {
            self.list.get(resource as usize).and_then(|r| r.anchors.get(name)).filter(|anchor| anchor.dynamic)
        };
        dynamic(target.resource).filter(|anchor| std::ptr::eq(anchor.value, target.value))?;
        scope.iter().find_map(|resource| {
            let anchor = dynamic(*resource)?;
            Some(Target {
                value: anchor.value,
                pointer: Rc::clone(&anchor.pointer),
                resource: *resource,
                dialect: anchor.dialect,
            })
        })
    }
}

/// Whether a pointer ends in a keyword whose members are schemas by name, so that a member called `default` is one.
fn is_map_of_schemas(pointer: &str) -> bool {
    let last = pointer.rsplit('/').next().unwrap_or("");
    matches!(
        last,
        "properties"
            | "patternProperties"
            | "$defs"
            | "definitions"
            | "dependentSchemas"
            | "schemas"
            | "responses"
    )
}

/// Resolves a relative reference without fragment against a base (RFC 3986 section 5.2).
fn resolve_uri(base: &str, reference: &str) -> String {
    let has_scheme = |uri: &str| {
        uri.find(':').is_some_and(|at| {
            at > 0 && uri.chars().take(at).all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
        })
    };
    if has_scheme(reference) || base.is_empty() {
        return reference.to_owned();
    }
    let authority_end = match base.find("://") {
        Some(at) => {
            base.get(at + 3..).and_then(|rest| rest.find('/')).map_or(base.len(), |slash| at + 3 + slash)
        }
        None => base.find(':').map_or(0, |at| at + 1),
    };
    let (authority, path) = base.split_at(authority_end);
    let path = path.split('?').next().unwrap_or("");
    if let Some(rest) = reference.strip_prefix("//") {
        let scheme = base.split("://").next().unwrap_or("");
        return format!("{scheme}://{rest}");
    }
    let merged = if reference.starts_with('/') {
        reference.to_owned()
    } else {
        let directory = path.rfind('/').map_or("/", |slash| path.get(..=slash).unwrap_or("/"));
        format!("{directory}{reference}")
    };
    let mut segments: Vec<&str> = Vec::new();
    for segment in merged.split('/').skip(1) {
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            other => segments.push(other),
        }
    }
    format!("{authority}/{}", segments.join("/"))
}

/// Undoes percent-encoding; what is not valid stays as it is.
fn percent_decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = text.get(at + 1..at + 3).and_then(|digits| u8::from_str_radix(digits, 16).ok());
        if let (b'%', Some(decoded)) = (byte, hex) {
            out.push(decoded);
            at += 3;
        } else {
            out.push(*byte);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn relative_references() {
        let base = "http://example.com/a/b.json";
        for (reference, expected) in [
            ("c.json", "http://example.com/a/c.json"),
            ("../c", "http://example.com/c"),
            ("/c/./d", "http://example.com/c/d"),
            ("//other.org/x", "http://other.org/x"),
            ("urn:uuid:1", "urn:uuid:1"),
        ] {
            assert_eq!(resolve_uri(base, reference), expected);
        }
        assert_eq!(resolve_uri("", "x.json"), "x.json");
    }

    #[test]
    fn pointers_anchors_and_ids() {
        let document = json!({
            "$id": "http://example.com/root.json",
            "$defs": {
                "a%b": {"$anchor": "here"},
                "inner": {"$id": "inner.json", "$defs": {"x": {"type": "null"}}},
                "data": {"enum": [{"$id": "never.json"}]}
            }
        });
        let resources = Resources::index(&document, Dialect::Draft202012);
        let pointer =
            |reference: &str| resources.resolve(0, reference).map(|target| target.pointer.to_string());
        assert_eq!(pointer("#here").as_deref(), Some("/$defs/a%b"));
        assert_eq!(pointer("#/$defs/a%25b").as_deref(), Some("/$defs/a%b"));
        assert_eq!(pointer("inner.json#/$defs/x").as_deref(), Some("/$defs/inner/$defs/x"));
        assert_eq!(pointer("root.json").as_deref(), Some(""));
        assert_eq!((pointer("never.json"), pointer("#nowhere"), pointer("#/$defs/none")), (None, None, None));
    }
}
