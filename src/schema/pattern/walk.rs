//! Writes a text along the syntax tree, choosing branches and counts so that its length comes out right.

use super::ast::{FOREVER, Kind, Node, UNBOUNDED};
use super::class::{Class, Style};
use super::lookahead::Want;
use super::pad::word;
use crate::generate::Rng;

/// The longest text to make, in code points.
pub(super) const MAX_SAMPLE: usize = 1 << 20;
/// How many iterations to walk of what may match nothing.
const EMPTY_ITERATIONS: usize = 64;

/// Writes one sample.
pub(super) struct Walker<'p, 'r, 'o> {
    pub(super) rng: &'r mut Rng,
    pub(super) classes: &'p [Class],
    pub(super) out: &'o mut String,
    /// Where the sample begins in `out`, in bytes.
    pub(super) base: usize,
    /// Code points written so far.
    pub(super) length: usize,
    pub(super) start_anchored: bool,
    pub(super) end_anchored: bool,
    pub(super) style: Style,
    /// Bounds of the whole text.
    pub(super) low: usize,
    pub(super) high: usize,
    pub(super) wants: Vec<Want<'p>>,
    /// Byte ranges of what groups wrote, by number from 1.
    groups: Vec<(u32, usize, usize)>,
    /// Nodes and characters that may still be visited and written, over all attempts.
    pub(super) work: usize,
}

impl<'p, 'r, 'o> Walker<'p, 'r, 'o> {
    /// A walker that appends to `out` and keeps the whole length within `low` and `high`.
    pub(super) fn new(
        rng: &'r mut Rng,
        classes: &'p [Class],
        style: Style,
        (low, high): (usize, usize),
        work: usize,
        out: &'o mut String,
    ) -> Self {
        Self {
            rng,
            classes,
            base: out.len(),
            out,
            length: 0,
            start_anchored: false,
            end_anchored: false,
            style,
            low,
            high,
            wants: Vec::new(),
            groups: Vec::new(),
            work,
        }
    }

    /// Walks the whole pattern and puts in what look-ahead wants.
    pub(super) fn whole(&mut self, root: &'p Node) -> bool {
        self.bounds_of_lookahead(root);
        let low = self.low.max(root.min).min(root.max);
        if !self.node(root, low, self.high) {
            return false;
        }
        if self.wants.is_empty() { true } else { self.satisfy() }
    }

    /// Writes text for a node whose length is from `low` to `high` where that is possible.
    /// The recursion is as deep as groups nest, which the parser limits.
    pub(super) fn node(&mut self, node: &'p Node, low: usize, high: usize) -> bool {
        if node.min > high || node.min > MAX_SAMPLE || !self.spend(1) {
            return false;
        }
        match &node.kind {
            // Readable text seldom runs into what is forbidden; the check at the end tells.
            Kind::Empty | Kind::Boundary { .. } | Kind::Look { negative: true, .. } => true,
            Kind::Char(c) => self.push(*c),
            Kind::Class(class) => self.class(*class),
            Kind::Sequence(nodes) => self.sequence(nodes, low, high),
            Kind::Alternation(nodes) => {
                let fits = |n: &&Node| n.min <= high.min(MAX_SAMPLE) && n.max >= low;
                let count = nodes.iter().filter(fits).count();
                let chosen = self.rng.below(count);
                match nodes.iter().filter(fits).nth(chosen) {
                    Some(branch) => self.node(branch, low, high),
                    None => false,
                }
            }
            Kind::Repeat { node, min, max, .. } => self.repeat(node, *min, *max, low, high),
            Kind::Capture(group, node) => {
                let start = self.out.len();
                let done = self.node(node, low, high);
                self.groups.retain(|g| g.0 != *group);
                self.groups.push((*group, start, self.out.len()));
                done
            }
            Kind::Start { multiline } => {
                self.start_anchored = true;
                self.length == 0 || (*multiline && self.out.ends_with('\n'))
            }
            Kind::End { .. } => {
                self.end_anchored = true;
                true
            }
            Kind::Backreference { group, .. } => {
                let found = self.groups.iter().find(|g| g.0 == *group);
                let Some(text) = found.and_then(|g| self.out.get(g.1..g.2)).map(str::to_owned) else {
                    return true;
                };
                text.chars().all(|c| self.push(c))
            }
            Kind::Look { behind: false, negative: false, node } => {
                self.want(node);
                true
            }
            Kind::Look { behind: true, negative: false, node } => {
                // At the very start nothing precedes: write what is looked for. The whole length is checked at the end.
                self.length > 0 || self.start_anchored || self.node(node, node.min, UNBOUNDED)
            }
        }
    }

    const fn spend(&mut self, work: usize) -> bool {
        let covered = self.work >= work;
        self.work = self.work.saturating_sub(work);
        covered
    }

    fn push(&mut self, c: char) -> bool {
        if self.end_anchored || !self.spend(1) {
            return false;
        }
        self.out.push(c);
        self.length += 1;
        true
    }

    fn class(&mut self, class: u32) -> bool {
        let Some(class) = self.classes.get(class as usize) else { return false };
        if self.style != Style::Readable
            && let Some(c) = class.member(self.style, self.rng.below(128))
        {
            return self.push(c);
        }
        let Some(&c) = self.rng.pick(class.choices()) else { return false };
        self.push(c)
    }

    fn sequence(&mut self, nodes: &'p [Node], low: usize, high: usize) -> bool {
        let start = self.length;
        let mut rest_min: usize = 0;
        let mut rest_max: usize = 0;
        let mut endless = 0usize;
        let mut flexible = 0usize;
        for node in nodes {
            rest_min = rest_min.saturating_add(node.min);
            if node.max == UNBOUNDED {
                endless += 1;
            } else {
                rest_max = rest_max.saturating_add(node.max);
            }
            flexible += usize::from(node.max != node.min);
        }
        let literal = self.style == Style::Readable && nodes.iter().any(|n| matches!(n.kind, Kind::Char(_)));
        for node in nodes {
            rest_min -= node.min.min(rest_min);
            if node.max == UNBOUNDED {
                endless -= 1;
            } else {
                rest_max -= node.max.min(rest_max);
            }
            let written = self.length - start;
            let later = if endless > 0 { UNBOUNDED } else { rest_max };
            let node_low = low.saturating_sub(written.saturating_add(later)).max(node.min);
            let mut node_high = node.max;
            if high != UNBOUNDED {
                let Some(room) = high.checked_sub(written.saturating_add(rest_min)) else { return false };
                // An even share of the slack, so that the first part does not leave the others bare.
                let share = room.saturating_sub(node.min).div_ceil(flexible.max(1));
                node_high = node_high.min(room).min(node.min.saturating_add(share)).max(node_low.min(room));
            }
            if node.max != node.min {
                flexible -= 1;
            }
            // Between literals a lone `.` is nearly always meant as a full stop.
            let stop = literal && matches!(node.kind, Kind::Class(c) if self.is_dot(c));
            if !(if stop { self.push('.') } else { self.node(node, node_low, node_high) }) {
                return false;
            }
        }
        true
    }

    fn is_dot(&self, class: u32) -> bool {
        self.classes.get(class as usize).is_some_and(Class::is_dot)
    }

    fn repeat(&mut self, node: &'p Node, min: u32, max: u32, low: usize, high: usize) -> bool {
        if max == 0 || !node.is_possible() {
            return true;
        }
        // The counts that fit the length.
        let most = if max == FOREVER { UNBOUNDED } else { max as usize };
        let most = high.checked_div(node.min).map_or(most, |fitting| fitting.min(most));
        let least = match node.max {
            0 | UNBOUNDED => usize::from(low > 0 && node.max == UNBOUNDED),
            longest => low.div_ceil(longest),
        };
        // Iterations of nothing need not be walked.
        let (least, most) = if node.min == 0 {
            (least, most.min(least.max(EMPTY_ITERATIONS)))
        } else {
            (least.max(min as usize), most)
        };
        if least > most {
            return false;
        }
        let (from, to) = self.natural(node, min as usize, max);
        let count = self.rng.between(from, to).clamp(least, most);
        if let Kind::Class(class) = node.kind {
            return self.run(class, count, min == max);
        }
        let start = self.length;
        for index in 0..count {
            let left = count - index - 1;
            let written = self.length - start;
            let later = node.max.saturating_mul(left);
            let node_low = low.saturating_sub(written.saturating_add(later)).max(node.min);
            let mut node_high = node.max;
            if high != UNBOUNDED {
                let reserved = written.saturating_add(node.min.saturating_mul(left));
                let Some(room) = high.checked_sub(reserved) else { return false };
                let share = room.saturating_sub(node.min).div_ceil(left + 1);
                node_high = node_high.min(room).min(node.min.saturating_add(share)).max(node_low.min(room));
            }
            let before = self.length;
            if !self.node(node, node_low, node_high) {
                return false;
            }
            // An iteration of nothing, past the least count, is no match; more of them would not change the text.
            if self.length == before && index >= min as usize {
                break;
            }
        }
        true
    }

    /// The counts that read well.
    fn natural(&self, node: &Node, min: usize, max: u32) -> (usize, usize) {
        let (few, many) = match &node.kind {
            Kind::Class(class) => match self.classes.get(*class as usize) {
                Some(class) if class.is_word() => (5, 12),
                Some(class) if class.choices().len() > 10 => (4, 8),
                Some(class) if class.has_digits() => (usize::from(min > 0), 4),
                Some(class) if class.choices() == [' '] => (1, 1),
                _ => (1, 3),
            },
            Kind::Char(' ') => (usize::from(min > 0), 1),
            Kind::Char(_) => (1, 3),
            _ => (usize::from(min > 0), min.max(2)),
        };
        match max {
            // An option is there half of the time.
            1 if min == 0 => (0, 1),
            FOREVER => (few.max(min), many.max(min.saturating_add((many - few).min(2)))),
            most => {
                let most = most as usize;
                // Short ranges evenly, long ones around the natural length.
                if most - min <= 12 {
                    (min, most)
                } else {
                    (few.clamp(min, most), many.max(min.saturating_add(3)).min(most))
                }
            }
        }
    }

    /// A run of one class: a word where the class allows one and the length is free, else any of its readable members.
    fn run(&mut self, class: u32, count: usize, exact: bool) -> bool {
        let reads =
            self.classes.get(class as usize).is_some_and(|c| c.is_word() && !(exact && c.has_digits()));
        if !reads || self.style != Style::Readable {
            return (0..count).all(|_| self.class(class));
        }
        if count > 0 && (self.end_anchored || !self.spend(count)) {
            return false;
        }
        self.out.reserve(count);
        word(self.rng, count, self.out);
        self.length += count;
        true
    }
}
