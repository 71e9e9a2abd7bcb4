//! Walking a plan: choose a shape, write its bytes, go on with its parts.
//!
//! Optional members are written as long as there is room: until the root's depth, until a node repeats on the way
//! down, until the byte budget is used up. Then only what the schema demands is written, always by the shape whose
//! smallest value nests least, so that every walk ends.

use super::named::Thing;
use super::{Context, Outcome, Rng, Variant, number, text};
use crate::schema::{
    ArrayShape, Naming, Node, NodeId, ObjectShape, Plan, PlannedRoot, Root, SchemaId, Shape, check_all,
};
use serde_json::Value;
use std::cell::Cell;

/// Bodies tried before the closest is taken.
const ROOT_ATTEMPTS: u64 = 6;
/// Values tried at a node that has to be checked.
const NODE_ATTEMPTS: usize = 12;
/// How many of them are on the border that a variant asks for.
const ROOT_EDGES: u64 = 3;
const NODE_EDGES: usize = 6;
/// Bytes checked for one body, so that nested attempts do not multiply without end.
const MAX_CHECKED: usize = 400_000;
/// Bytes whose check is as much work as a value.
const CHECKED_BYTES: usize = 16;
/// Nesting after which nothing is written any more.
const MAX_DEPTH: usize = 110;
/// No body grows past this many bytes, whatever its schema demands.
const MAX_BYTES: usize = 5 << 20;
/// Steps of one body, all attempts together: a value costs one, and looking for what cannot be found costs more.
const MAX_STEPS: usize = 600_000;
/// Steps that a string costs which was not found.
const STRING_STEPS: usize = 10_000;
/// Items tried for one place in an array of different items.
const UNIQUE_ATTEMPTS: usize = 80;

/// What most bodies stay under.
const USUAL_BYTES: usize = 4096;

thread_local! {
    /// What the last walk used, for the next one: to allocate it for each body shows in the time of a small one.
    static BUFFERS: Cell<Buffers> = Cell::default();
}

/// What a walk writes on besides its output.
#[derive(Default)]
struct Buffers {
    path: Vec<NodeId>,
    flags: Vec<bool>,
    spans: Vec<(usize, usize)>,
    scratch: String,
    things: Vec<Thing>,
}

impl Buffers {
    /// Forgets what was written. All of it: the next body must not depend on this one.
    fn clear(&mut self) {
        let Self { path, flags, spans, scratch, things } = self;
        path.clear();
        flags.clear();
        spans.clear();
        scratch.clear();
        things.clear();
    }

    /// Whether they are worth keeping: not after a body larger than most.
    fn are_small(&self) -> bool {
        self.scratch.capacity() <= USUAL_BYTES
            && self.flags.capacity() <= USUAL_BYTES
            && self.spans.capacity() + self.things.capacity() <= 64
    }
}

/// Appends one JSON value to `out`.
pub fn generate(plan: &Plan, root: Root, context: &Context<'_>, out: &mut Vec<u8>) -> Outcome {
    if let Some(root) = plan.roots.get(root.0 as usize) {
        generate_root(plan, root, None, context, out)
    } else {
        out.extend_from_slice(b"null");
        Outcome { valid: false, work: 1 }
    }
}

/// Appends a value of one node: how the planner finds out whether its checks ever pass.
pub(crate) fn generate_node(plan: &Plan, node: NodeId, context: &Context<'_>, out: &mut Vec<u8>) -> Outcome {
    let root = PlannedRoot { node, depth: 2, verify: Vec::new(), broken: false, name: 0 };
    generate_root(plan, &root, None, context, out)
}

/// As [`generate`]; `index` is the position of an item that is made alone.
pub(super) fn generate_root(
    plan: &Plan,
    root: &PlannedRoot,
    index: Option<usize>,
    context: &Context<'_>,
    out: &mut Vec<u8>,
) -> Outcome {
    let start = out.len();
    let attempts = if root.broken { 1 } else { ROOT_ATTEMPTS };
    let (mut steps, mut checked) = (MAX_STEPS, 0);
    // Room for most bodies, so that they need not move while they grow.
    out.reserve(USUAL_BYTES);
    let mut buffers = BUFFERS.take();
    let mut valid = false;
    for attempt in 0..attempts {
        out.truncate(start);
        // Not by the step that seeds are spread with: the streams of two attempts would share most of their state.
        let seed = context.seed.wrapping_add(attempt.wrapping_mul(0xD1B5_4A32_D192_ED03));
        let Buffers { path, flags, spans, scratch, things } = buffers;
        let mut walk = Walk {
            plan,
            depth: root.depth.min(context.max_depth) as usize,
            rng: Rng::new(seed),
            context,
            // The rest is room for what the schema demands of the members that are open by then.
            limit: start.saturating_add(context.max_bytes - context.max_bytes / 16),
            most: start.saturating_add(MAX_BYTES),
            steps,
            out,
            path,
            flags,
            spans,
            scratch,
            nudge: None,
            checked: 0,
            valid: true,
            things,
            thing: 0,
            index,
            length: None,
            variant: context.variant.filter(|_| attempt < ROOT_EDGES),
        };
        let naming = walk.naming(root.name);
        walk.node(root.node, 0, naming);
        valid = walk.valid && !root.broken && (root.verify.is_empty() || walk.fits(&root.verify, start));
        // What was too much once will be again.
        let is_done = valid || walk.is_used_up();
        let Walk { path, flags, spans, scratch, things, .. } = walk;
        steps = walk.steps;
        checked += walk.checked;
        buffers = Buffers { path, flags, spans, scratch, things };
        buffers.clear();
        if is_done {
            break;
        }
    }
    if buffers.are_small() {
        BUFFERS.set(buffers);
    }
    Outcome { valid, work: MAX_STEPS - steps + checked / CHECKED_BYTES }
}

pub(super) struct Walk<'p, 'o> {
    pub(super) plan: &'p Plan,
    /// Nesting down to which optional members are written.
    depth: usize,
    pub(super) rng: Rng,
    pub(super) context: &'o Context<'o>,
    pub(super) out: &'o mut Vec<u8>,
    /// Length of `out` after which only what is demanded is written.
    limit: usize,
    /// Length of `out` after which nothing is written any more.
    most: usize,
    /// Steps left.
    steps: usize,
    /// The arrays and objects above, outermost first.
    path: Vec<NodeId>,
    /// Which members of the objects above are written; one stretch an object.
    flags: Vec<bool>,
    /// Where the items of the arrays of different items above begin and end.
    spans: Vec<(usize, usize)>,
    pub(super) scratch: String,
    /// Set while the values of a scalar are walked through one by one.
    nudge: Option<usize>,
    checked: usize,
    valid: bool,
    /// The objects above, parts of others left out; `thing` is the innermost.
    pub(super) things: Vec<Thing>,
    pub(super) thing: usize,
    /// The position of the item that is written next.
    pub(super) index: Option<usize>,
    /// How many items the array that is written next has.
    pub(super) length: Option<usize>,
    /// What the context asks for, as long as checks let it pass.
    pub(super) variant: Option<Variant>,
}

impl<'p> Walk<'p, '_> {
    fn node(&mut self, id: NodeId, depth: usize, naming: Option<&'p Naming>) {
        self.steps = self.steps.saturating_sub(1);
        let room = depth < MAX_DEPTH && !self.is_used_up();
        let Some(node) = self.plan.nodes.get(id as usize).filter(|_| room) else {
            self.valid = false;
            self.out.extend_from_slice(b"null");
            return;
        };
        if node.broken {
            self.valid = false;
        }
        if self.nudge.is_none() && self.variant.is_none_or(Variant::keeps_names) {
            let usual = node.mock.as_deref().filter(|_| self.variant.is_none());
            let mocked = usual.is_some_and(|mock| self.write_mock(node, mock));
            let echo = naming.filter(|naming| naming.echo.is_some());
            if mocked || echo.is_some_and(|naming| self.write_echo(node, naming)) {
                return;
            }
        }
        if node.verify.is_empty() {
            self.shape(id, node, depth, None, naming);
        } else {
            self.verified(id, node, depth, naming);
        }
    }

    /// Writes a value that its shape does not promise to fit, until one does.
    fn verified(&mut self, id: NodeId, node: &'p Node, depth: usize, naming: Option<&'p Naming>) {
        let (start, before, variant) = (self.out.len(), self.valid, self.variant);
        for attempt in 0..NODE_ATTEMPTS {
            self.out.truncate(start);
            self.valid = before;
            self.variant = variant.filter(|_| attempt < NODE_EDGES);
            // First as it comes, then every shape in turn.
            let wanted = (attempt >= 3).then(|| attempt % node.shapes.len().max(1));
            self.shape(id, node, depth, wanted, naming.filter(|_| attempt < 3));
            self.variant = variant;
            if self.valid && self.fits(&node.verify, start) {
                return;
            }
            if self.checked > MAX_CHECKED || self.is_used_up() {
                break;
            }
        }
        self.valid = false;
    }

    pub(super) fn fits(&mut self, schemas: &[SchemaId], start: usize) -> bool {
        let bytes = self.out.get(start..).unwrap_or_default();
        self.checked += bytes.len() + 64;
        let Ok(value) = serde_json::from_slice::<Value>(bytes) else { return false };
        check_all(&self.plan.checks, schemas, self.plan.checks.direction, &value).is_ok()
    }

    /// Whether the budget is gone; what is written then is not valid.
    fn is_used_up(&self) -> bool {
        self.steps == 0 || self.out.len() >= self.most
    }

    /// Bytes that are left before only what is demanded is written.
    pub(super) fn room(&self) -> usize {
        self.limit.saturating_sub(self.out.len())
    }

    /// Whether there is room for more than the schema demands.
    fn is_rich(&self, depth: usize) -> bool {
        depth <= self.depth && self.out.len() < self.limit
    }

    fn shape(
        &mut self,
        id: NodeId,
        node: &'p Node,
        depth: usize,
        wanted: Option<usize>,
        naming: Option<&'p Naming>,
    ) {
        let shape = match (wanted, node.shapes.as_slice()) {
            (_, []) => None,
            (_, [only]) => Some(only),
            (Some(wanted), shapes) => shapes.get(wanted),
            (None, shapes) if self.is_rich(depth) && !self.repeats(id, 2) => match self.variant {
                Some(variant) => variant.pick(shapes, node.leanest as usize),
                None => self.pick(shapes),
            },
            (None, shapes) => shapes.get(node.leanest as usize),
        };
        if self.nudge.is_none()
            && let (Some(shape), Some(variant)) = (shape, self.variant)
            && self.write_edge(variant, shape)
        {
            return;
        }
        if self.nudge.is_none()
            && let (Some(shape), Some(naming)) = (shape, naming)
            && self.variant.is_none_or(Variant::keeps_names)
            && self.write_named(shape, naming)
        {
            return;
        }
        match shape {
            None => {
                self.valid = false;
                self.out.extend_from_slice(b"null");
            }
            Some(Shape::Null) => self.out.extend_from_slice(b"null"),
            Some(Shape::Boolean(value)) => {
                let random = self.nudge.map_or_else(|| self.rng.bits() & 1 == 0, |nudge| nudge % 2 == 0);
                let text: &[u8] = if value.unwrap_or(random) { b"true" } else { b"false" };
                self.out.extend_from_slice(text);
            }
            Some(Shape::Literals(texts)) => {
                let at = self
                    .nudge
                    .map_or_else(|| self.rng.below(texts.len()), |nudge| nudge % texts.len().max(1));
                self.out.extend_from_slice(texts.get(at).map_or(b"null", |text| text.as_bytes()));
            }
            Some(Shape::Number(shape)) => {
                if let Some(units) = number::choose(shape, &mut self.rng, self.nudge) {
                    number::write(units, shape.places, self.out);
                } else {
                    self.valid = false;
                    number::write(shape.low, shape.places, self.out);
                }
            }
            Some(Shape::String(shape)) => {
                if shape.examples.is_empty() || self.nudge.is_some() {
                    if !text::sample(shape, &mut self.rng, self.context.now, &mut self.scratch) {
                        self.steps = self.steps.saturating_sub(STRING_STEPS);
                        self.valid = false;
                    }
                    text::write_json(&self.scratch, self.out);
                } else {
                    let example = self.rng.pick(&shape.examples).map_or("\"\"", |text| text);
                    if !(naming.is_some_and(|naming| naming.id) && self.write_similar(shape, example)) {
                        self.out.extend_from_slice(example.as_bytes());
                    }
                }
            }
            Some(Shape::Array(shape)) => {
                self.path.push(id);
                self.array(shape, depth, naming);
                self.path.pop();
            }
            Some(Shape::Object(shape)) => {
                self.path.push(id);
                let outer = self.enter(naming.is_some_and(|naming| naming.facet));
                self.object(shape, depth);
                self.thing = outer;
                self.path.pop();
            }
        }
    }

    /// One of several shapes; `null` rarely, it shows nothing.
    fn pick(&mut self, shapes: &'p [Shape]) -> Option<&'p Shape> {
        let shape = self.rng.pick(shapes)?;
        if *shape != Shape::Null || self.rng.chance(1, 8) {
            return Some(shape);
        }
        let others = shapes.iter().filter(|shape| **shape != Shape::Null).count();
        let at = self.rng.below(others);
        shapes.iter().filter(|shape| **shape != Shape::Null).nth(at)
    }

    /// Whether a node stands at least `times` times on the way down.
    fn repeats(&self, id: NodeId, times: usize) -> bool {
        self.path.iter().filter(|above| **above == id).count() >= times
    }

    fn object(&mut self, shape: &'p ObjectShape, depth: usize) {
        let base = self.flags.len();
        self.choose_members(shape, depth);
        if self.edge_list(shape) {
            self.turn_page(shape, self.is_rich(depth + 1));
        }
        let length = self.length.take();
        self.out.push(b'{');
        let opened = self.out.len();
        for (at, member) in shape.members.iter().enumerate() {
            if self.flags.get(base + at) != Some(&true) {
                continue;
            }
            let (start, before) = (self.out.len(), self.valid);
            if start > opened {
                self.out.push(b',');
            }
            self.out.extend_from_slice(member.key.as_bytes());
            self.length = length.filter(|_| at + 1 == shape.list as usize);
            self.node(member.node, depth + 1, self.naming(member.name));
            if before && !self.valid && !member.required && self.is_free(shape, at, base) {
                self.out.truncate(start);
                self.valid = true;
                self.flags.get_mut(base + at).into_iter().for_each(|flag| *flag = false);
            }
        }
        self.out.push(b'}');
        self.flags.truncate(base);
    }

    /// Whether a member can be left out: nothing needs it, and there are members enough.
    fn is_free(&self, shape: &ObjectShape, at: usize, base: usize) -> bool {
        let flags = self.flags.get(base..base + shape.members.len()).unwrap_or_default();
        let count = flags.iter().filter(|flag| **flag).count();
        count > shape.min as usize
            && !shape
                .members
                .iter()
                .zip(flags)
                .any(|(member, flag)| *flag && member.needs.contains(&(at as u16)))
    }

    /// Decides which members are written, as a stretch at the end of `flags`.
    fn choose_members(&mut self, shape: &'p ObjectShape, depth: usize) {
        let base = self.flags.len();
        let roomy = self.out.len() < self.limit;
        let rich = self.is_rich(depth + 1);
        let (mut count, mut needy) = (0, false);
        self.flags.reserve(shape.members.len());
        for member in &shape.members {
            let wanted = member.required
                || roomy
                    && !member.spare
                    && self.variant.is_none_or(|variant| variant.wants(member.required, depth))
                    && self.wants(member.node, rich);
            self.flags.push(wanted);
            count += usize::from(wanted);
            needy |= !member.needs.is_empty();
        }
        // Most objects: all of it holds already.
        if !needy && (shape.min as usize..=shape.max as usize).contains(&count) {
            return;
        }
        let Some(flags) = self.flags.get_mut(base..) else { return };
        // Too many: the last optional ones go.
        let mut excess = count.saturating_sub(shape.max as usize);
        for (flag, member) in flags.iter_mut().zip(&shape.members).rev() {
            if excess > 0 && *flag && !member.required {
                (*flag, excess, count) = (false, excess - 1, count - 1);
            }
        }
        // Too few: the plainest come back.
        while count < shape.min as usize {
            let left = shape.members.iter().enumerate().filter(|(at, _)| flags.get(*at) == Some(&false));
            let of = |node: NodeId| self.plan.nodes.get(node as usize).map_or(0, |node| node.height);
            let Some((at, _)) = left.min_by_key(|(_, member)| (member.spare, of(member.node))) else { break };
            flags.get_mut(at).into_iter().for_each(|flag| *flag = true);
            count += 1;
        }
        // Whoever needs somebody who is not there goes too.
        while let Some(at) = shape.members.iter().enumerate().position(|(at, member)| {
            flags.get(at) == Some(&true)
                && !member.required
                && member.needs.iter().any(|need| flags.get(*need as usize) == Some(&false))
        }) {
            flags.get_mut(at).into_iter().for_each(|flag| *flag = false);
        }
        let left = flags.iter().filter(|flag| **flag).count();
        self.valid &= (shape.min as usize..=shape.max as usize).contains(&left);
    }

    /// Whether an optional member is written. Where there is no room for members of its own an array may still stay,
    /// empty: `array` sees to that.
    fn wants(&self, id: NodeId, rich: bool) -> bool {
        let Some(node) = self.plan.nodes.get(id as usize) else { return true };
        if !node.container {
            return true;
        }
        if rich && !self.repeats(id, 2) {
            return true;
        }
        node.verify.is_empty()
            && node.shapes.iter().any(|shape| matches!(shape, Shape::Array(array) if array.min == 0))
    }

    fn array(&mut self, shape: &'p ArrayShape, depth: usize, naming: Option<&'p Naming>) {
        let id = self.path.last().copied().unwrap_or(0);
        let forced =
            shape.forced.iter().fold(0, |sum: usize, (_, count)| sum.saturating_add(*count as usize));
        let fixed = shape.prefix.len().saturating_add(forced);
        let (min, max) = (shape.min as usize, shape.max as usize);
        let rich = self.is_rich(depth + 1) && !self.repeats(id, 3);
        let wanted = if rich {
            let most = if depth == 0 { 5 } else { 3 };
            let low = min.max(1).min(max);
            let base = self.rng.between(low, low.max(most.min(max)));
            base.max(fixed.min(max))
        } else if forced > 0 {
            min.max(fixed)
        } else {
            min
        };
        let asked = self.wanted_items(depth).filter(|_| rich || wanted == 0);
        let wanted = asked.map_or(wanted, |asked| asked.clamp(min.max(fixed.min(max)), max));
        let edge = self.variant.filter(|_| rich).and_then(|variant| variant.items(shape, depth));
        let wanted = edge.map_or(wanted, |edge| edge.max(if forced > 0 { min.max(fixed) } else { min }));
        let wanted = if shape.items.is_none() { wanted.min(fixed) } else { wanted };
        // Many items must not take the room of the members behind them.
        let limit = if edge.is_some() { self.out.len() + self.room() / 2 } else { self.limit };
        self.out.push(b'[');
        let first_span = self.spans.len();
        let mut written = 0;
        let mut repeated = false;
        for index in 0..wanted {
            if self.is_used_up() {
                self.valid &= written >= min && index >= fixed;
                break;
            }
            if written >= min && index >= fixed && self.out.len() >= limit {
                break;
            }
            let Some(node) = item_node(shape, index) else { break };
            let start = self.out.len();
            if written > 0 {
                self.out.push(b',');
            }
            let item = self.out.len();
            let before = self.valid;
            self.index = Some(index);
            self.node(node, depth + 1, naming);
            let mut good = !shape.unique
                || self.is_new(first_span, item)
                || !repeated && self.another(node, depth, first_span, item, naming);
            // Where one place found no other item the next will not either.
            repeated |= !good;
            if before && !self.valid && written >= min && index >= fixed {
                self.valid = true;
                good = false;
            }
            if good {
                if shape.unique {
                    self.spans.push((item, self.out.len()));
                }
                written += 1;
            } else if written >= min && index >= fixed {
                self.out.truncate(start);
                break;
            } else {
                self.valid = false;
                written += 1;
            }
        }
        self.index = None;
        self.spans.truncate(first_span);
        self.out.push(b']');
    }

    /// Whether the item from `start` on differs from all before it. Items of one node are written alike, so equal
    /// values have equal bytes.
    fn is_new(&self, first_span: usize, start: usize) -> bool {
        let item = self.out.get(start..);
        let spans = self.spans.get(first_span..).unwrap_or_default();
        !spans.iter().any(|(from, to)| self.out.get(*from..*to) == item)
    }

    /// Tries to replace an item that has been there before.
    fn another(
        &mut self,
        node: NodeId,
        depth: usize,
        first_span: usize,
        start: usize,
        naming: Option<&'p Naming>,
    ) -> bool {
        let outer = self.nudge;
        let taken = self.spans.len() - first_span;
        let mut found = false;
        for attempt in 0..UNIQUE_ATTEMPTS.max(taken * 2) {
            self.steps = self.steps.saturating_sub(taken / 64);
            if self.is_used_up() {
                break;
            }
            self.out.truncate(start);
            self.nudge = (attempt >= 6).then(|| attempt - 6);
            self.node(node, depth + 1, naming);
            if self.is_new(first_span, start) {
                found = true;
                break;
            }
        }
        self.nudge = outer;
        found
    }
}

/// The node of the item at an index.
fn item_node(shape: &ArrayShape, index: usize) -> Option<NodeId> {
    if let Some(node) = shape.prefix.get(index) {
        return Some(*node);
    }
    let mut left = index - shape.prefix.len();
    for (node, count) in &shape.forced {
        if left < *count as usize {
            return Some(*node);
        }
        left -= *count as usize;
    }
    shape.items
}
