//! Sets of schemas → a finished plan: nodes numbered, dead ends pruned, bodies sampled and checked.

use super::check::{Violation, check_all};
use super::copies::CheckCopies;
use super::merge::{Set, set_of};
use super::naming::Names;
use super::plan::{Checks, Member, Node, NodeId, ObjectShape, Plan, PlannedRoot, Root, Shape};
use super::{Direction, SchemaId, Source, plan::ArrayShape};
use crate::generate::{Context, generate, generate_node};
use crate::model::Problem;
use serde_json::Value;
use std::collections::HashMap;
use std::rc::Rc;

/// How large a plan may get.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Nodes after which optional members with parts of their own are no longer planned. Where everything leads to
    /// everything, a plan of all of it would be many times as large as any body.
    pub max_nodes: usize,
    /// Nesting after which optional members with parts of their own are no longer planned.
    pub max_depth: u16,
    /// Bytes that a typical body should stay under; deeper optional members are cut for it.
    pub typical_bytes: usize,
    /// Bodies sampled of each root to find out whether they have to be checked at run time.
    pub samples: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_nodes: 250, max_depth: 14, typical_bytes: 16 * 1024, samples: 4 }
    }
}

/// A finished plan, and what was found on the way.
#[derive(Debug)]
pub struct Compiled {
    /// The plan.
    pub plan: Plan,
    /// Schemas that cannot be satisfied, or contradict their own examples, with their places in the document.
    pub problems: Vec<Problem>,
}

/// Compiles schemas of a document into one plan.
#[derive(Debug)]
pub struct PlanBuilder<'s, 'a> {
    pub(super) source: &'s Source<'a>,
    pub(super) direction: Direction,
    limits: Limits,
    pub(super) names: Names,
    /// The names of the roots.
    pub(super) root_names: Vec<Option<Box<str>>>,
    nodes: Vec<Draft>,
    index: HashMap<Set, NodeId>,
    roots: Vec<(NodeId, Set)>,
    /// The draft of every node of the assembled plan.
    order: Vec<NodeId>,
}

/// A node while the plan is built.
#[derive(Debug)]
struct Draft {
    set: Set,
    depth: u16,
    node: Node,
    /// What the node falls back on when none of its shapes has a value.
    fallback: Vec<Shape>,
    verify: bool,
    /// Values were tried and none fitted.
    hopeless: bool,
}

/// The height of what has no value.
const ENDLESS: u16 = u16::MAX;
/// With so many times `max_nodes`, no optional member is planned any more.
const FULL: usize = 4;

impl<'s, 'a> PlanBuilder<'s, 'a> {
    /// A builder of one plan for values that travel in one direction.
    pub fn new(source: &'s Source<'a>, direction: Direction, limits: Limits) -> Self {
        Self {
            source,
            direction,
            limits,
            names: Names::default(),
            root_names: Vec::new(),
            nodes: Vec::new(),
            index: HashMap::new(),
            roots: Vec::new(),
            order: Vec::new(),
        }
    }

    /// Sets what names say about values.
    #[must_use]
    pub fn with_names(mut self, names: Names) -> Self {
        self.names = names;
        self
    }

    /// Adds the schema at an RFC 6901 pointer. Where there is none, anything is valid.
    pub fn root(&mut self, pointer: &str) -> Root {
        self.root_called(pointer, None)
    }

    /// Adds the schema of something that has a name, such as a header.
    pub fn named_root(&mut self, pointer: &str, name: &str) -> Root {
        self.root_called(pointer, Some(name))
    }

    fn root_called(&mut self, pointer: &str, name: Option<&str>) -> Root {
        let set = set_of(self.source.at(pointer).into_iter().collect());
        let node = self.node(&set, 0);
        let known = self.roots.iter().zip(&self.root_names);
        if let Some(known) =
            known.into_iter().position(|((other, _), own)| *other == node && own.as_deref() == name)
        {
            return Root(known as u32);
        }
        self.roots.push((node, set));
        self.root_names.push(name.map(Into::into));
        Root(self.roots.len() as u32 - 1)
    }

    /// The schemas of a node of the assembled plan.
    pub(super) fn set_of_node(&self, node: NodeId) -> Set {
        let draft = self.order.get(node as usize).and_then(|at| self.nodes.get(*at as usize));
        draft.map_or_else(|| set_of(Vec::new()), |draft| Rc::clone(&draft.set))
    }

    fn node(&mut self, set: &Set, depth: u16) -> NodeId {
        if let Some(known) = self.index.get(set) {
            return *known;
        }
        let id = self.nodes.len() as NodeId;
        self.index.insert(Rc::clone(set), id);
        let (node, fallback) = (Node::default(), Vec::new());
        self.nodes.push(Draft { set: Rc::clone(set), depth, node, fallback, verify: false, hopeless: false });
        id
    }

    /// Finishes the plan.
    pub fn finish(mut self) -> Compiled {
        let mut at = 0;
        while at < self.nodes.len() {
            self.expand(at);
            at += 1;
        }
        self.settle();
        let mut plan = self.assemble();
        let mut checks = CheckCopies::new(self.source);
        self.verify_nodes(&mut plan, &mut checks);
        if self.give_up_hopeless(&plan) {
            self.settle();
            plan = self.assemble();
            self.verify_nodes(&mut plan, &mut checks);
        }
        self.name_members(&mut plan, &mut checks);
        plan.checks = Checks { direction: self.direction, schemas: checks.schemas().to_vec() };
        self.verify_roots(&mut plan, &mut checks);
        plan.checks = Checks { direction: self.direction, schemas: checks.schemas().to_vec() };
        self.check_hints();
        Compiled { plan, problems: self.source.take_problems() }
    }

    /// Works out the shapes of a node. Breadth first, so that a cut at `max_nodes` takes what is deepest.
    fn expand(&mut self, at: usize) {
        let Some(Draft { set, depth, .. }) = self.nodes.get(at) else { return };
        let (set, depth) = (Rc::clone(set), *depth);
        let merged = self.source.merge(&set, self.direction);
        let lean = depth >= self.limits.max_depth || self.nodes.len() >= self.limits.max_nodes;
        let full = self.nodes.len() >= self.limits.max_nodes.saturating_mul(FULL);
        let mut shapes = Vec::with_capacity(merged.shapes.len());
        for shape in &merged.shapes {
            let lean_shape =
                lean.then(|| leaner(shape, &|member| !full && self.is_without_parts(member))).flatten();
            let shape = lean_shape.as_ref().unwrap_or(shape);
            shapes.push(shape.map_nodes(&mut |set| self.node(set, depth + 1)));
        }
        let fallback =
            merged.fallback.iter().map(|shape| shape.map_nodes(&mut |set| self.node(set, depth + 1)));
        let fallback = fallback.collect();
        if let Some(draft) = self.nodes.get_mut(at) {
            draft.node.shapes = shapes;
            draft.fallback = fallback;
            draft.verify = merged.verify;
            draft.node.broken = merged.conflict.is_some();
        }
    }

    /// Whether no value that fits has members or items.
    fn is_without_parts(&self, set: &Set) -> bool {
        !self.source.merge(set, self.direction).shapes.iter().any(Shape::is_container)
    }

    /// Prunes whatever has no value and need not be there; what has to be there gets the closest shape.
    fn settle(&mut self) {
        let heights = self.fall_back();
        let endless = |node: &NodeId| heights.get(*node as usize).copied() == Some(ENDLESS);
        for (at, draft) in self.nodes.iter_mut().enumerate() {
            if heights.get(at).copied() == Some(ENDLESS) {
                draft.node.broken = true;
            } else {
                draft.node.shapes.retain(|shape| shape_height(shape, &heights) != ENDLESS);
            }
            draft.node.shapes.iter_mut().for_each(|shape| prune(shape, &endless));
        }
        // What is left without end requires itself.
        let heights = self.heights(false);
        let endless = |node: &NodeId| heights.get(*node as usize).copied() == Some(ENDLESS);
        for (at, draft) in self.nodes.iter_mut().enumerate() {
            if heights.get(at).copied() == Some(ENDLESS) {
                draft.node.shapes = vec![closest(draft.node.shapes.first(), &endless)];
            }
        }
        let heights = self.heights(false);
        for (draft, height) in self.nodes.iter_mut().zip(&heights) {
            let node = &mut draft.node;
            let leanest = (0..node.shapes.len()).min_by_key(|at| {
                let shape = node.shapes.get(*at);
                // Of equals the array: an empty one still shows that the member is there.
                shape.map(|shape| (shape_height(shape, &heights), matches!(shape, Shape::Object(_))))
            });
            node.height = *height;
            node.leanest = leanest.unwrap_or(0) as u16;
            node.container = node.shapes.iter().any(Shape::is_container);
        }
    }

    /// Lets nodes without a value take other types where their schemas allow that, the deepest nodes first: what is
    /// above may have a value then. Gives the heights.
    fn fall_back(&mut self) -> Vec<u16> {
        let mut heights = self.heights(true);
        loop {
            let endless = self.nodes.iter().zip(&heights).rposition(|(draft, height)| {
                *height == ENDLESS && !draft.node.broken && !draft.fallback.is_empty()
            });
            let Some(draft) = endless.and_then(|at| self.nodes.get_mut(at)) else { return heights };
            draft.node.shapes = std::mem::take(&mut draft.fallback);
            heights = self.heights(true);
        }
    }

    /// The nesting of the smallest value of every node, by fixed point.
    fn heights(&self, strict: bool) -> Vec<u16> {
        let mut heights = vec![ENDLESS; self.nodes.len()];
        loop {
            let mut changed = false;
            for (at, draft) in self.nodes.iter().enumerate().rev() {
                let height =
                    if strict && draft.node.broken { ENDLESS } else { node_height(&draft.node, &heights) };
                if let Some(known) = heights.get_mut(at).filter(|known| **known != height) {
                    *known = height;
                    changed = true;
                }
            }
            if !changed {
                return heights;
            }
        }
    }

    /// The plan of what the roots reach.
    fn assemble(&mut self) -> Plan {
        let mut new_ids: HashMap<NodeId, NodeId> = HashMap::new();
        let mut order: Vec<NodeId> = Vec::new();
        let mut visit = |node: NodeId, order: &mut Vec<NodeId>| {
            *new_ids.entry(node).or_insert_with(|| {
                order.push(node);
                order.len() as NodeId - 1
            })
        };
        let roots: Vec<NodeId> = self.roots.iter().map(|(node, _)| visit(*node, &mut order)).collect();
        let mut nodes = Vec::new();
        let mut at = 0;
        while let Some(old) = order.get(at).copied() {
            at += 1;
            let Some(draft) = self.nodes.get(old as usize) else { continue };
            let shapes =
                draft.node.shapes.iter().map(|shape| shape.map_nodes(&mut |child| visit(*child, &mut order)));
            nodes.push(Node { shapes: shapes.collect(), verify: Vec::new(), ..draft.node.clone() });
        }
        self.order = order;
        let roots = roots.into_iter().map(|node| PlannedRoot {
            node,
            depth: 0,
            verify: Vec::new(),
            broken: false,
            name: 0,
        });
        Plan { nodes, roots: roots.collect(), ..Plan::default() }
    }

    fn verify_nodes(&self, plan: &mut Plan, checks: &mut CheckCopies<'_, 'a>) {
        for (node, draft) in plan.nodes.iter_mut().zip(&self.order) {
            let Some(draft) = self.nodes.get(*draft as usize) else { continue };
            if draft.verify && !node.broken {
                node.verify = draft.set.iter().map(|id| checks.copy(*id)).collect();
            }
        }
        plan.checks = Checks { direction: self.direction, schemas: checks.schemas().to_vec() };
    }

    /// Marks nodes as broken whose values have to be checked and never fit: no caller should wait for the next try.
    /// Whether there were any.
    fn give_up_hopeless(&mut self, plan: &Plan) -> bool {
        let mut any = false;
        let mut body = Vec::new();
        for (at, node) in plan.nodes.iter().enumerate() {
            if node.verify.is_empty() {
                continue;
            }
            let hopeful = (0..2).any(|seed| {
                body.clear();
                generate_node(plan, at as NodeId, &Context::new(seed), &mut body).valid
            });
            let draft = self.order.get(at).and_then(|draft| self.nodes.get_mut(*draft as usize));
            if let Some(draft) = draft.filter(|_| !hopeful) {
                draft.node.broken = true;
                draft.hopeless = true;
                any = true;
            }
        }
        any
    }

    /// Chooses each root's depth, samples bodies, and has those checked at run time that did not always fit.
    fn verify_roots(&self, plan: &mut Plan, checks: &mut CheckCopies<'_, 'a>) {
        for index in 0..plan.roots.len() {
            let Some((_, set)) = self.roots.get(index) else { continue };
            let root = Root(index as u32);
            self.choose_depth(plan, root);
            let mut sound = 0;
            let mut violation: Option<Violation> = None;
            let mut body = Vec::new();
            for seed in 0..self.limits.samples {
                body.clear();
                let outcome = generate(plan, root, &Context::new(seed), &mut body);
                let value: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
                match check_all(self.source, set, self.direction, &value) {
                    Ok(()) if outcome.valid => sound += 1,
                    Ok(()) => {}
                    Err(broken) => violation = violation.or(Some(broken)),
                }
            }
            if sound == self.limits.samples {
                continue;
            }
            let verify: Vec<SchemaId> = set.iter().map(|id| checks.copy(*id)).collect();
            plan.checks = Checks { direction: self.direction, schemas: checks.schemas().to_vec() };
            let node = plan.roots.get(index).map_or(0, |root| root.node);
            if let Some(root) = plan.roots.get_mut(index) {
                root.verify = verify;
            }
            let satisfied = (0..8).any(|seed| {
                body.clear();
                generate(plan, root, &Context::new(seed), &mut body).valid
            });
            if !satisfied {
                if let Some(root) = plan.roots.get_mut(index) {
                    root.broken = true;
                }
                self.report_root(plan, node, set, violation.as_ref());
            }
        }
    }

    /// The greatest depth at which a typical body stays under `typical_bytes`, by bisection: bodies grow with depth.
    fn choose_depth(&self, plan: &mut Plan, root: Root) {
        let (mut fits, mut fails) = (1, self.limits.max_depth as u8 + 1);
        let mut body = Vec::new();
        let mut depth = fails - 1;
        while fits + 1 < fails {
            if let Some(root) = plan.roots.get_mut(root.0 as usize) {
                root.depth = depth;
            }
            body.clear();
            let context = Context { max_bytes: self.limits.typical_bytes * 2, ..Context::new(0) };
            generate(plan, root, &context, &mut body);
            if body.len() < self.limits.typical_bytes {
                fits = depth;
            } else {
                fails = depth;
            }
            depth = fits.midpoint(fails);
        }
        if let Some(root) = plan.roots.get_mut(root.0 as usize) {
            root.depth = fits;
        }
    }

    /// Says why no body fits: the first required part that has no value.
    fn report_root(&self, plan: &Plan, root: NodeId, set: &Set, violation: Option<&Violation>) {
        let place = |set: &Set| set.first().map_or_else(|| Rc::from(""), |id| self.source.pointer(*id));
        let mut seen = vec![root];
        let mut at = 0;
        while let Some(node) = seen.get(at).copied() {
            at += 1;
            let draft = self.order.get(node as usize).and_then(|at| self.nodes.get(*at as usize));
            let Some(draft) = draft else { continue };
            let broken = plan.nodes.get(node as usize).is_some_and(|node| node.broken);
            if let Some(conflict) =
                &self.source.merge(&draft.set, self.direction).conflict.as_ref().filter(|_| broken)
            {
                let pointer = self.source.pointer(conflict.schema);
                let pointer = if pointer.is_empty() { place(&draft.set) } else { pointer };
                self.source.report(Problem::error(
                    &*pointer,
                    format!("no value can fit this schema: {}", conflict.message),
                ));
                return;
            }
            if draft.hopeless {
                let message = "no value was found that fits this schema: its branches contradict each other";
                self.source.report(Problem::error(&*place(&draft.set), message.to_owned()));
                return;
            }
            for shape in plan.nodes.get(node as usize).iter().flat_map(|node| &node.shapes) {
                for child in required_nodes(shape) {
                    if !seen.contains(&child) {
                        seen.push(child);
                    }
                }
            }
        }
        let endless = plan.nodes.get(root as usize).is_some_and(|node| node.broken);
        let (pointer, message) = match violation {
            _ if endless => {
                (place(set), "no value can fit this schema: it requires itself without end".to_owned())
            }
            Some(violation) => {
                let pointer = self.source.pointer(violation.schema);
                let at = if violation.pointer.is_empty() { "the body" } else { &violation.pointer };
                let message = format!("no body was found that fits: {at} breaks `{}`", violation.keyword);
                (if pointer.is_empty() { place(set) } else { pointer }, message)
            }
            None => (place(set), "no body was found that fits this schema".to_owned()),
        };
        self.source.report(Problem::error(&*pointer, message));
    }

    /// Reports examples and defaults that break their own schema.
    fn check_hints(&self) {
        for at in 0..self.source.len() {
            let id = SchemaId(at as u32);
            if !self.source.is_placed(id) || !self.source.is_read(id) || !self.source.take_unchecked(id) {
                continue;
            }
            let schema = self.source.schema(id);
            let Some(hints) = &schema.hints else { continue };
            let examples = hints.examples.iter().map(|example| ("example", example));
            for (name, literal) in examples.chain(hints.default.iter().map(|default| ("default", default))) {
                if let Err(violation) = check_all(self.source, &[id], self.direction, literal.value()) {
                    let at = if violation.pointer.is_empty() {
                        String::new()
                    } else {
                        format!(" at {}", violation.pointer)
                    };
                    let message = format!("the `{name}` breaks its own schema: `{}`{at}", violation.keyword);
                    self.source.report(Problem::warning(&*self.source.pointer(id), message));
                }
            }
        }
    }
}

fn node_height(node: &Node, heights: &[u16]) -> u16 {
    node.shapes.iter().map(|shape| shape_height(shape, heights)).min().unwrap_or(ENDLESS)
}

fn shape_height(shape: &Shape, heights: &[u16]) -> u16 {
    if let Shape::Object(object) = shape
        && object.min > 0
    {
        return counted_height(object, heights);
    }
    let tallest = required_nodes(shape).map(|node| heights.get(node as usize).copied().unwrap_or(0)).max();
    match tallest {
        None => u16::from(shape.is_container()),
        Some(height) => height.saturating_add(1),
    }
}

/// The height of an object that has to have some members: its required ones and the plainest others.
fn counted_height(object: &ObjectShape, heights: &[u16]) -> u16 {
    let height = |member: &Member| heights.get(member.node as usize).copied().unwrap_or(ENDLESS);
    let (required, others): (Vec<&Member>, Vec<&Member>) =
        object.members.iter().partition(|member| member.required);
    let mut others: Vec<u16> = others.into_iter().map(height).collect();
    others.sort_unstable();
    let missing = (object.min as usize).saturating_sub(required.len());
    if others.len() < missing {
        return ENDLESS;
    }
    let tallest = required.into_iter().map(height).chain(others.into_iter().take(missing)).max();
    tallest.unwrap_or(0).saturating_add(1)
}

/// The nodes that every value of a shape has values of.
fn required_nodes(shape: &Shape) -> Box<dyn Iterator<Item = NodeId> + '_> {
    match shape {
        Shape::Array(shape) => {
            let min = shape.min as usize;
            let forced = shape.forced.iter().map(|(node, _)| *node);
            let reach = shape.prefix.len() + shape.forced.len();
            let items = shape.items.filter(|_| min > reach);
            let prefix_length = if shape.forced.is_empty() { min } else { shape.prefix.len() };
            Box::new(shape.prefix.iter().copied().take(prefix_length).chain(forced).chain(items))
        }
        Shape::Object(shape) => {
            let required = shape.members.iter().filter(|member| member.required).map(|member| member.node);
            Box::new(required)
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// Takes out what has no value and need not be there.
fn prune(shape: &mut Shape, endless: &dyn Fn(&NodeId) -> bool) {
    match shape {
        Shape::Object(object) => drop_members(object, &|member| !member.required && endless(&member.node)),
        Shape::Array(array) => {
            if let Some(at) = array.prefix.iter().position(endless) {
                array.prefix.truncate(at);
                array.items = None;
                array.max = array.max.min(at as u32);
            }
            if array.items.as_ref().is_some_and(endless) {
                array.items = None;
                let forced: u32 = array.forced.iter().map(|(_, count)| *count).sum();
                array.max = array.max.min(array.prefix.len() as u32 + forced);
            }
        }
        _ => {}
    }
}

/// Drops members, and those that need them.
fn drop_members(object: &mut ObjectShape, drop: &dyn Fn(&Member) -> bool) {
    let mut keep: Vec<bool> = object.members.iter().map(|member| !drop(member)).collect();
    if keep.iter().all(|keep| *keep) {
        return;
    }
    loop {
        let lost = object.members.iter().enumerate().position(|(at, member)| {
            keep.get(at) == Some(&true)
                && !member.required
                && member.needs.iter().any(|need| keep.get(*need as usize) == Some(&false))
        });
        match lost.and_then(|at| keep.get_mut(at)) {
            Some(slot) => *slot = false,
            None => break,
        }
    }
    let mut positions = Vec::with_capacity(keep.len());
    let mut next = 0;
    for kept in &keep {
        positions.push(next);
        next += u16::from(*kept);
    }
    let mut at = 0;
    object.members.retain(|_| {
        at += 1;
        keep.get(at - 1) == Some(&true)
    });
    for member in &mut object.members {
        member.needs.retain(|need| keep.get(*need as usize) == Some(&true));
        member.needs.iter_mut().for_each(|need| *need = positions.get(*need as usize).copied().unwrap_or(0));
    }
}

/// The shape without optional members but those to keep, for the deep end of large documents.
fn leaner(shape: &Shape<Set>, keeps: &dyn Fn(&Set) -> bool) -> Option<Shape<Set>> {
    let Shape::Object(object) = shape else { return None };
    let required = object.members.iter().filter(|member| member.required).count() as u32;
    // `minProperties` and dependencies want a closer look than a cut can give.
    if object.min > required || object.members.iter().any(|member| !member.needs.is_empty()) {
        return None;
    }
    let kept = object.members.iter().filter(|member| member.required || keeps(&member.node));
    let members = kept.cloned().collect();
    Some(Shape::Object(Box::new(ObjectShape { members, list: 0, min: object.min, max: object.max })))
}

/// What comes nearest to a value that cannot be: the shape without the parts that have none.
fn closest(shape: Option<&Shape>, endless: &dyn Fn(&NodeId) -> bool) -> Shape {
    match shape {
        None => Shape::Null,
        Some(Shape::Object(object)) => {
            let mut object = object.clone();
            drop_members(&mut object, &|member| endless(&member.node));
            object.min = 0;
            Shape::Object(object)
        }
        Some(Shape::Array(array)) => {
            let keep = |node: &NodeId| !endless(node);
            Shape::Array(Box::new(ArrayShape {
                prefix: array.prefix.iter().copied().take_while(|node| keep(node)).collect(),
                forced: Vec::new(),
                items: array.items.filter(|node| keep(node)),
                min: 0,
                ..(**array).clone()
            }))
        }
        Some(other) => other.clone(),
    }
}
