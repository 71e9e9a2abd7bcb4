//! The syntax tree of a pattern, each node with the lengths of text it can match.

/// Stands for "no upper limit" in lengths, and for "matches nothing" in [`Node::min`].
pub(super) const UNBOUNDED: usize = usize::MAX;
/// Stands for "no upper limit" in repetition counts.
pub(super) const FOREVER: u32 = u32::MAX;

/// A part of a pattern.
#[derive(Debug, Clone)]
pub(super) struct Node {
    pub(super) kind: Kind,
    /// The fewest code points it matches; [`UNBOUNDED`] when it matches nothing at all.
    pub(super) min: usize,
    /// The most code points it matches, or [`UNBOUNDED`].
    pub(super) max: usize,
}

#[derive(Debug, Clone)]
pub(super) enum Kind {
    Empty,
    Char(char),
    /// Index into the pattern's classes.
    Class(u32),
    Sequence(Vec<Node>),
    Alternation(Vec<Node>),
    Repeat {
        node: Box<Node>,
        min: u32,
        max: u32,
        greedy: bool,
    },
    /// A capturing group and its number, from 1.
    Capture(u32, Box<Node>),
    Start {
        multiline: bool,
    },
    End {
        multiline: bool,
    },
    Boundary {
        negative: bool,
    },
    Backreference {
        group: u32,
        ignore_case: bool,
    },
    Look {
        behind: bool,
        negative: bool,
        node: Box<Node>,
    },
}

impl Node {
    pub(super) const fn empty() -> Self {
        Self::assertion(Kind::Empty)
    }

    /// A node that matches between characters.
    pub(super) const fn assertion(kind: Kind) -> Self {
        Self { kind, min: 0, max: 0 }
    }

    pub(super) const fn one(kind: Kind) -> Self {
        Self { kind, min: 1, max: 1 }
    }

    /// A class that has no member.
    pub(super) const fn never(class: u32) -> Self {
        Self { kind: Kind::Class(class), min: UNBOUNDED, max: 0 }
    }

    pub(super) const fn backreference(group: u32, ignore_case: bool) -> Self {
        Self { kind: Kind::Backreference { group, ignore_case }, min: 0, max: UNBOUNDED }
    }

    pub(super) fn sequence(mut nodes: Vec<Self>) -> Self {
        if nodes.len() == 1
            && let Some(only) = nodes.pop()
        {
            return only;
        }
        let min = nodes.iter().fold(0usize, |sum, node| sum.saturating_add(node.min));
        let max = nodes.iter().fold(0usize, |sum, node| sum.saturating_add(node.max));
        if nodes.is_empty() { Self::empty() } else { Self { kind: Kind::Sequence(nodes), min, max } }
    }

    pub(super) fn alternation(mut nodes: Vec<Self>) -> Self {
        if nodes.len() == 1
            && let Some(only) = nodes.pop()
        {
            return only;
        }
        let min = nodes.iter().map(|node| node.min).min().unwrap_or(UNBOUNDED);
        let max = nodes.iter().filter(|n| n.is_possible()).map(|node| node.max).max().unwrap_or(0);
        Self { kind: Kind::Alternation(nodes), min, max }
    }

    pub(super) fn repeat(node: Self, min: u32, max: u32, greedy: bool) -> Self {
        let shortest = if min == 0 { 0 } else { node.min.saturating_mul(min as usize) };
        let longest = match (node.max, max) {
            (0, _) | (_, 0) => 0,
            _ if !node.is_possible() => 0,
            (_, FOREVER) => UNBOUNDED,
            (most, count) => most.saturating_mul(count as usize),
        };
        Self { kind: Kind::Repeat { node: Box::new(node), min, max, greedy }, min: shortest, max: longest }
    }

    pub(super) fn capture(group: u32, node: Self) -> Self {
        let (min, max) = (node.min, node.max);
        Self { kind: Kind::Capture(group, Box::new(node)), min, max }
    }

    /// Whether there is any text for it, as far as lengths tell.
    pub(super) const fn is_possible(&self) -> bool {
        self.min != UNBOUNDED
    }

    /// Whether every match begins at the start of the text.
    pub(super) fn is_anchored_at_start(&self) -> bool {
        match &self.kind {
            Kind::Start { multiline } => !multiline,
            Kind::Sequence(nodes) => nodes
                .iter()
                // An assertion in front does not move.
                .find(|n| !matches!(n.kind, Kind::Look { .. } | Kind::Boundary { .. } | Kind::Empty))
                .is_some_and(Self::is_anchored_at_start),
            Kind::Alternation(nodes) => nodes.iter().all(Self::is_anchored_at_start),
            Kind::Capture(_, node) => node.is_anchored_at_start(),
            Kind::Repeat { node, min, .. } => *min > 0 && node.is_anchored_at_start(),
            _ => false,
        }
    }

    /// Whether every match ends at the end of the text.
    pub(super) fn is_anchored_at_end(&self) -> bool {
        match &self.kind {
            Kind::End { multiline } => !multiline,
            Kind::Sequence(nodes) => nodes
                .iter()
                .rev()
                .find(|n| !matches!(n.kind, Kind::Look { .. } | Kind::Boundary { .. } | Kind::Empty))
                .is_some_and(Self::is_anchored_at_end),
            Kind::Alternation(nodes) => nodes.iter().all(Self::is_anchored_at_end),
            Kind::Capture(_, node) => node.is_anchored_at_end(),
            Kind::Repeat { node, min, .. } => *min > 0 && node.is_anchored_at_end(),
            _ => false,
        }
    }
}
