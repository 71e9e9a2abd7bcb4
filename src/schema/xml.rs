//! What the `xml` objects of schemas say about elements and attributes (OpenAPI 3.1 section 4.8.26, `nodeType` of 3.2).
//!
//! A plan does not know which schema a value comes from: its sets are merged. Names are a tree of their own beside it,
//! by the names of members, and only where a document gives hints.

use super::scenario::component_name;
use super::{Direction, Schema, SchemaId, Source};
use crate::schema::{Plan, Root};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Schemas that are looked at for one value, and values of one plan.
const MOST_SCHEMAS: usize = 100;
const MOST_NODES: usize = 4000;

/// The names of the XML bodies of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct XmlNames {
    nodes: Vec<XmlNode>,
    roots: Vec<XmlRoot>,
}

/// One body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct XmlRoot {
    root: Root,
    /// Index of `nodes`; beyond them where nothing is said.
    node: u32,
    /// The name of the component that the schema is, for a root element without a name of its own.
    component: Option<Box<str>>,
}

/// What is said about one value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct XmlNode {
    pub(crate) name: Option<Box<str>>,
    pub(crate) prefix: Option<Box<str>>,
    pub(crate) namespace: Option<Box<str>>,
    pub(crate) form: XmlForm,
    /// An array has an element around its items.
    pub(crate) wrapped: bool,
    members: Vec<(Box<str>, u32)>,
    /// Members without a declaration.
    rest: Option<u32>,
    items: Option<u32>,
}

/// What a value becomes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum XmlForm {
    #[default]
    Element,
    Attribute,
    /// The text of the element around it.
    Text,
    /// The same, in a CDATA section.
    Cdata,
    /// Its members, without an element of its own.
    Inner,
}

/// What is said about a value and what is in it; nothing without a document's hints.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct XmlView<'p>(Option<(&'p XmlNames, &'p XmlNode)>);

impl<'p> XmlView<'p> {
    pub(crate) fn hints(self) -> Option<&'p XmlNode> {
        self.0.map(|(_, node)| node)
    }

    pub(crate) fn member(self, name: &str) -> Self {
        self.step(|node| {
            let found = node.members.iter().find(|(known, _)| **known == *name);
            found.map(|(_, at)| *at).or(node.rest)
        })
    }

    pub(crate) fn items(self) -> Self {
        self.step(|node| node.items)
    }

    fn step(self, next: impl FnOnce(&'p XmlNode) -> Option<u32>) -> Self {
        Self(self.0.and_then(|(names, node)| Some((names, names.nodes.get(next(node)? as usize)?))))
    }
}

impl Plan {
    /// The name of a body's root element, where a document gives one, and what is said about the body.
    pub(crate) fn xml(&self, root: Option<Root>) -> (Option<&str>, XmlView<'_>) {
        let found = root.and_then(|root| self.xml.roots.iter().find(|known| known.root == root));
        let Some(found) = found else { return (None, XmlView(None)) };
        let node = self.xml.nodes.get(found.node as usize);
        let own = node.and_then(|node| node.name.as_deref());
        (own.or(found.component.as_deref()), XmlView(node.map(|node| (&self.xml, node))))
    }
}

impl XmlNames {
    /// Reads the hints for some bodies: their roots in the plan, and where their schemas stand.
    pub fn read<'r>(source: &Source<'_>, bodies: impl Iterator<Item = (Root, &'r str)>) -> Self {
        let mut reader = Reader { source, known: HashMap::new(), nodes: Vec::new(), sets: Vec::new() };
        let mut roots: Vec<XmlRoot> = Vec::new();
        for (root, pointer) in bodies {
            let Some(id) = source.at(pointer) else { continue };
            if roots.iter().all(|known| known.root != root) {
                let component = component(source, id);
                roots.push(XmlRoot { root, node: reader.node(vec![id]).unwrap_or(u32::MAX), component });
            }
        }
        let mut at = 0;
        while let Some(set) = reader.sets.get(at).cloned() {
            let node = reader.read(&set);
            if let Some(slot) = reader.nodes.get_mut(at) {
                *slot = node;
            }
            at += 1;
        }
        let mut nodes = reader.nodes;
        let says_something = |node: &XmlNode| {
            let XmlNode { members: _, rest: _, items: _, name, prefix, namespace, form, wrapped } = node;
            *wrapped
                || *form != XmlForm::Element
                || [name, prefix, namespace].iter().any(|text| text.is_some())
        };
        if !nodes.iter().any(says_something) {
            nodes.clear();
        }
        Self { nodes, roots }
    }
}

/// The name of the component that a schema is, or refers to.
fn component(source: &Source<'_>, id: SchemaId) -> Option<Box<str>> {
    source.chain(id, 16).find_map(|id| component_name(&source.pointer(id)).map(Into::into))
}

struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    known: HashMap<Vec<SchemaId>, u32>,
    nodes: Vec<XmlNode>,
    /// The schemas of each node.
    sets: Vec<Vec<SchemaId>>,
}

impl Reader<'_, '_> {
    /// The node of a value that these schemas describe; `None` where there are too many.
    fn node(&mut self, set: Vec<SchemaId>) -> Option<u32> {
        if let Some(known) = self.known.get(&set) {
            return Some(*known);
        }
        let at = u32::try_from(self.nodes.len()).ok().filter(|at| (*at as usize) < MOST_NODES)?;
        self.nodes.push(XmlNode::default());
        self.known.insert(set.clone(), at);
        self.sets.push(set);
        Some(at)
    }

    fn read(&mut self, set: &[SchemaId]) -> XmlNode {
        let (all, own) = self.schemas(set);
        let mut node = XmlNode::default();
        let mut node_type = None;
        let mut attribute = false;
        for hints in own.iter().filter_map(|id| self.source.xml(*id)) {
            let text = |keyword: &str| {
                hints.get(keyword).and_then(Value::as_str).filter(|text| !text.is_empty()).map(Into::into)
            };
            node.name = node.name.or_else(|| text("name"));
            node.prefix = node.prefix.or_else(|| text("prefix"));
            node.namespace = node.namespace.or_else(|| text("namespace"));
            node.wrapped |= is_true(hints, "wrapped");
            attribute |= is_true(hints, "attribute");
            node_type = node_type.or_else(|| hints.get("nodeType").and_then(Value::as_str));
        }
        let (mut members, mut rest, mut items) =
            (Vec::<(Box<str>, Vec<SchemaId>)>::new(), Vec::new(), Vec::new());
        for id in all {
            let schema = self.source.schema(id);
            let Schema { object, array, .. } = &*schema;
            if let Some(object) = object {
                for property in &object.properties {
                    if property.hidden == Some(Direction::Response) {
                        continue;
                    }
                    match members.iter_mut().find(|(name, _)| *name == property.name) {
                        Some((_, ids)) => ids.push(property.schema),
                        None => members.push((property.name.clone(), vec![property.schema])),
                    }
                }
                rest.extend(object.additional);
            }
            items.extend(array.as_ref().and_then(|array| array.items.or(array.prefix.first().copied())));
        }
        node.form = match node_type {
            Some("attribute") => XmlForm::Attribute,
            Some("text") => XmlForm::Text,
            Some("cdata") => XmlForm::Cdata,
            Some("none") if items.is_empty() => XmlForm::Inner,
            Some("element") => {
                node.wrapped |= !items.is_empty();
                XmlForm::Element
            }
            _ if attribute => XmlForm::Attribute,
            _ => XmlForm::Element,
        };
        node.members = members.into_iter().filter_map(|(name, ids)| Some((name, self.node(ids)?))).collect();
        node.rest = Some(rest).filter(|ids| !ids.is_empty()).and_then(|ids| self.node(ids));
        node.items = Some(items).filter(|ids| !ids.is_empty()).and_then(|ids| self.node(ids));
        node
    }

    /// All schemas that apply to a value or may, and those of them that always do, the nearest first.
    fn schemas(&self, set: &[SchemaId]) -> (Vec<SchemaId>, Vec<SchemaId>) {
        let (mut all, mut own) = (set.to_vec(), set.to_vec());
        let mut at = 0;
        while let Some(id) = all.get(at).copied().filter(|_| all.len() < MOST_SCHEMAS) {
            let schema = self.source.schema(id);
            if let Some(combine) = &schema.combine {
                let always = combine.reference.iter().chain(&combine.all_of);
                let branches = [&combine.any_of, &combine.one_of];
                let maybe = branches.into_iter().flatten().chain(&combine.then).chain(&combine.else_);
                let is_own = own.contains(&id);
                for (next, sure) in always.map(|id| (id, true)).chain(maybe.map(|id| (id, false))) {
                    if !all.contains(next) {
                        all.push(*next);
                        if sure && is_own {
                            own.push(*next);
                        }
                    }
                }
            }
            at += 1;
        }
        (all, own)
    }
}

fn is_true(hints: &Map<String, Value>, keyword: &str) -> bool {
    hints.get(keyword).and_then(Value::as_bool) == Some(true)
}
