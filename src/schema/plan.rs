//! The generation plan: what a record in KV carries for one operation.
//!
//! A node stands for "a value that fits all of these schemas". Everything that can be decided from the document
//! alone has been decided: references followed, `allOf` merged, branches chosen and checked against each other,
//! impossible members dropped. What is left is to choose among shapes and write bytes.

use super::{Direction, Schema, SchemaId, XmlNames, check::Lookup, pattern::Pattern};
use crate::dynamic::Template;
use crate::generate::format::Format;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A node of a plan.
pub(crate) type NodeId = u32;

/// Compiled schemas. Encode with postcard.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Plan {
    pub(crate) nodes: Vec<Node>,
    pub(crate) roots: Vec<PlannedRoot>,
    /// The schemas that `Node::verify` and `PlannedRoot::verify` name.
    pub(crate) checks: Checks,
    /// What names say about values.
    pub(crate) names: Vec<Naming>,
    /// Where values come from; named by index.
    pub(crate) templates: Vec<Template>,
    /// Path parameters whose values come back in bodies.
    pub(crate) echoes: Vec<Box<str>>,
    /// What XML bodies call their elements.
    pub(crate) xml: XmlNames,
}

/// What the name of a member says about its value, by the type of the value. Templates are named by index.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Naming {
    pub(crate) string: Option<u16>,
    pub(crate) number: Option<u16>,
    pub(crate) boolean: Option<u16>,
    /// The path parameter that the value repeats, by index of `Plan::echoes`.
    pub(crate) echo: Option<u16>,
    /// The value is a part of the object around it (`address`, `name`), not a thing of its own.
    pub(crate) facet: bool,
    /// The value tells its object from others.
    pub(crate) id: bool,
    /// Whom of several the value is about: the sender, the receiver; 0 for the object itself.
    pub(crate) role: u8,
    /// The value is the status that the answer is served with.
    pub(crate) status: bool,
}

/// Where the values of one schema come from before anything else: its mock field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Mock {
    /// Index of `Plan::templates`.
    pub(crate) template: u16,
    /// What arrays and objects are checked against.
    pub(crate) verify: Vec<SchemaId>,
}

impl Plan {
    /// The names of the path parameters that `RequestValues::path` has the values of, in order.
    pub fn path_parameters(&self) -> impl Iterator<Item = &str> {
        self.echoes.iter().map(|name| &**name)
    }

    /// Whether any text will do for a body: a string without format, pattern, fixed values or mock field.
    pub(crate) fn is_free_text(&self, root: Root) -> bool {
        let planned = self.roots.get(root.0 as usize);
        let Some(node) = planned.and_then(|planned| self.nodes.get(planned.node as usize)) else {
            return false;
        };
        let free = |shape: &Shape| match shape {
            Shape::String(shape) => shape.patterns.is_empty() && shape.formats.is_empty(),
            _ => false,
        };
        node.mock.is_none() && !node.shapes.is_empty() && node.shapes.iter().all(free)
    }

    /// Whether bodies are always arrays.
    pub(crate) fn is_array(&self, root: Root) -> bool {
        let planned = self.roots.get(root.0 as usize);
        let node = planned.and_then(|planned| self.nodes.get(planned.node as usize));
        let of_items = |shape: &Shape| match shape {
            Shape::Array(_) => true,
            Shape::Literals(texts) => texts.iter().all(|text| text.starts_with('[')),
            _ => false,
        };
        node.is_some_and(|node| !node.shapes.is_empty() && node.shapes.iter().all(of_items))
    }

    /// How many nodes the plan has, and how many of them need a check at run time.
    pub fn size(&self) -> (usize, usize) {
        (self.nodes.len(), self.nodes.iter().filter(|node| !node.verify.is_empty()).count())
    }
}

/// One schema of a plan that a body can be generated for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Root(pub(crate) u32);

/// Where a body starts, and what its samples showed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct PlannedRoot {
    pub(crate) node: NodeId,
    /// Optional members are cut below this depth, so that a typical body stays small.
    pub(crate) depth: u8,
    /// Schemas that the whole body is checked against; empty where samples never broke them.
    pub(crate) verify: Vec<SchemaId>,
    /// No body can fit: not even tried again.
    pub(crate) broken: bool,
    /// What the name of the whole says about it, as in members.
    pub(crate) name: u16,
}

/// Schemas that bodies are checked against.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Checks {
    pub(crate) direction: Direction,
    pub(crate) schemas: Vec<Rc<Schema>>,
}

impl Default for Checks {
    fn default() -> Self {
        Self { direction: Direction::Response, schemas: Vec::new() }
    }
}

impl Lookup for Checks {
    fn lookup(&self, id: SchemaId) -> Rc<Schema> {
        self.schemas.get(id.0 as usize).cloned().unwrap_or_default()
    }
}

/// A value that fits some schemas.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Node {
    /// What the value may look like; one is chosen. Never empty in a finished plan.
    pub(crate) shapes: Vec<Shape>,
    /// Schemas that a value has to be checked against, because its shape alone does not promise that it fits.
    pub(crate) verify: Vec<SchemaId>,
    /// Nesting of the smallest value, and the shape that has it.
    pub(crate) height: u16,
    pub(crate) leanest: u16,
    /// Whether some value has members or items.
    pub(crate) container: bool,
    /// No value can fit: the shape is only the closest.
    pub(crate) broken: bool,
    pub(crate) mock: Option<Box<Mock>>,
}

/// One way a value may look. `N` is how other nodes are named: by set of schemas while planning, by number after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) enum Shape<N = NodeId> {
    Null,
    Boolean(Option<bool>),
    /// JSON texts.
    Literals(Vec<Box<str>>),
    Number(Box<NumberShape>),
    String(Box<StringShape>),
    Array(Box<ArrayShape<N>>),
    Object(Box<ObjectShape<N>>),
}

/// Numbers `k * step` between two bounds, in units of `10^-places`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct NumberShape {
    pub(crate) low: i128,
    pub(crate) high: i128,
    pub(crate) step: i128,
    pub(crate) places: u8,
    /// The bounds that the schema sets. The others are where such numbers usually are.
    pub(crate) least: Option<i128>,
    pub(crate) most: Option<i128>,
    /// Numbers between two units fit as well.
    pub(crate) any_fraction: bool,
    /// Whole numbers are out.
    pub(crate) fraction_only: bool,
    /// Units that are out.
    pub(crate) excluded: Vec<i128>,
    /// Units whose multiples are out.
    pub(crate) not_multiple_of: Vec<i128>,
}

/// Strings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct StringShape {
    /// In code points.
    pub(crate) min: u32,
    pub(crate) max: Option<u32>,
    pub(crate) patterns: Vec<Pattern>,
    pub(crate) formats: Vec<Format>,
    pub(crate) not_patterns: Vec<Pattern>,
    pub(crate) not_formats: Vec<Format>,
    pub(crate) excluded: Vec<Box<str>>,
    /// Values that the document gives as examples, checked.
    pub(crate) examples: Vec<Box<str>>,
}

/// Arrays: the prefix, then the forced items, then others up to the length.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ArrayShape<N = NodeId> {
    pub(crate) prefix: Vec<N>,
    /// Items that `contains` demands, with their counts.
    pub(crate) forced: Vec<(N, u32)>,
    /// All other items; `None` where there may be no others.
    pub(crate) items: Option<N>,
    pub(crate) min: u32,
    pub(crate) max: u32,
    pub(crate) unique: bool,
}

/// Objects: members in order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct ObjectShape<N = NodeId> {
    pub(crate) members: Vec<Member<N>>,
    /// How many members there have to be, and may be.
    pub(crate) min: u32,
    pub(crate) max: u32,
    /// The member that holds the items, where the others tell of a page of a list: 1 more than its index.
    pub(crate) list: u16,
}

/// One member of an object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Member<N = NodeId> {
    /// The name as JSON, quotes and colon included, ready to be written.
    pub(crate) key: Box<str>,
    pub(crate) node: N,
    pub(crate) required: bool,
    /// Written only where there would be too few members without it.
    pub(crate) spare: bool,
    /// What its name says about its value: 1 more than an index of `Plan::names`; 0 for nothing.
    pub(crate) name: u16,
    /// Members that have to be there when this one is.
    pub(crate) needs: Vec<u16>,
}

impl<N> Shape<N> {
    /// Whether values of this shape have members or items.
    pub(crate) fn is_container(&self) -> bool {
        matches!(self, Self::Array(_) | Self::Object(_))
    }

    /// The same shape with its nodes named otherwise.
    pub(crate) fn map_nodes<M>(&self, map: &mut dyn FnMut(&N) -> M) -> Shape<M> {
        match self {
            Self::Null => Shape::Null,
            Self::Boolean(value) => Shape::Boolean(*value),
            Self::Literals(texts) => Shape::Literals(texts.clone()),
            Self::Number(shape) => Shape::Number(shape.clone()),
            Self::String(shape) => Shape::String(shape.clone()),
            Self::Array(shape) => Shape::Array(Box::new(ArrayShape {
                prefix: shape.prefix.iter().map(&mut *map).collect(),
                forced: shape.forced.iter().map(|(node, count)| (map(node), *count)).collect(),
                items: shape.items.as_ref().map(&mut *map),
                min: shape.min,
                max: shape.max,
                unique: shape.unique,
            })),
            Self::Object(shape) => Shape::Object(Box::new(ObjectShape {
                members: shape
                    .members
                    .iter()
                    .map(|member| Member {
                        key: member.key.clone(),
                        node: map(&member.node),
                        required: member.required,
                        spare: member.spare,
                        name: member.name,
                        needs: member.needs.clone(),
                    })
                    .collect(),
                min: shape.min,
                max: shape.max,
                list: shape.list,
            })),
        }
    }
}
