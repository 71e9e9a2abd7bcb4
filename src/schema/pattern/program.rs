//! Syntax tree → instructions for the backtracking matcher.

use super::ast::{Kind, Node};

/// One character of text.
#[derive(Debug, Clone, Copy)]
pub(super) enum One {
    Char(char),
    /// Index into the pattern's classes.
    Class(u32),
}

/// Consumes `min` to `max` of the same one character.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    pub(super) one: One,
    pub(super) min: u32,
    pub(super) max: u32,
    pub(super) greedy: bool,
    pub(super) back: bool,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Op {
    /// Consumes one character, leftwards when `back` (inside look-behind).
    One {
        one: One,
        back: bool,
    },
    Run(Run),
    /// Goes to `first`, and to `second` when that fails.
    Split {
        first: usize,
        second: usize,
    },
    Jump(usize),
    /// Stores the position.
    Save(usize),
    /// Forgets what registers `from..to` hold: an iteration starts with its groups unset.
    Clear {
        from: usize,
        to: usize,
    },
    /// Sets a counter to 0.
    Reset(usize),
    /// Head of a loop: into the body (next instruction, the position stored in `counter + 1`) or to `exit`.
    Loop {
        counter: usize,
        min: u32,
        max: u32,
        greedy: bool,
        exit: usize,
    },
    /// End of a loop's body: counts, refuses an empty iteration past the least count, goes to the head.
    Again {
        counter: usize,
        min: u32,
        head: usize,
    },
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
        back: bool,
    },
    /// Runs the instructions that follow, up to their `Match`, without moving; then goes to `next`.
    Look {
        negative: bool,
        next: usize,
    },
    Match,
}

#[derive(Debug)]
pub(super) struct Program {
    pub(super) ops: Vec<Op>,
    /// How many registers: two for each group when there are back-references, two for each loop.
    pub(super) registers: usize,
    /// Whether only the start of the text can begin a match.
    pub(super) anchored: bool,
}

/// The registers of a group's start and end.
pub(super) const fn group_registers(group: u32) -> (usize, usize) {
    let first = (group as usize).saturating_sub(1) * 2;
    (first, first + 1)
}

/// Compiles a tree. Groups are recorded only when something refers back to them.
pub(super) fn compile(root: &Node, groups: u32, has_backreferences: bool) -> Program {
    let mut compiler = Compiler {
        ops: Vec::new(),
        registers: if has_backreferences { groups as usize * 2 } else { 0 },
        saves: has_backreferences,
    };
    compiler.node(root, false);
    compiler.ops.push(Op::Match);
    Program { ops: compiler.ops, registers: compiler.registers, anchored: root.is_anchored_at_start() }
}

struct Compiler {
    ops: Vec<Op>,
    registers: usize,
    saves: bool,
}

impl Compiler {
    fn node(&mut self, node: &Node, back: bool) {
        match &node.kind {
            Kind::Empty => {}
            Kind::Char(c) => self.ops.push(Op::One { one: One::Char(*c), back }),
            Kind::Class(class) => self.ops.push(Op::One { one: One::Class(*class), back }),
            Kind::Sequence(nodes) if back => nodes.iter().rev().for_each(|n| self.node(n, back)),
            Kind::Sequence(nodes) => nodes.iter().for_each(|n| self.node(n, back)),
            Kind::Alternation(nodes) => self.alternation(nodes, back),
            Kind::Repeat { node, min, max, greedy } => self.repeat(node, *min, *max, *greedy, back),
            Kind::Capture(group, node) => {
                let (start, end) = group_registers(*group);
                let (first, last) = if back { (end, start) } else { (start, end) };
                if self.saves {
                    self.ops.push(Op::Save(first));
                }
                self.node(node, back);
                if self.saves {
                    self.ops.push(Op::Save(last));
                }
            }
            Kind::Start { multiline } => self.ops.push(Op::Start { multiline: *multiline }),
            Kind::End { multiline } => self.ops.push(Op::End { multiline: *multiline }),
            Kind::Boundary { negative } => self.ops.push(Op::Boundary { negative: *negative }),
            Kind::Backreference { group, ignore_case } => {
                self.ops.push(Op::Backreference { group: *group, ignore_case: *ignore_case, back });
            }
            Kind::Look { behind, negative, node } => {
                let at = self.ops.len();
                self.ops.push(Op::Match);
                self.node(node, *behind);
                self.ops.push(Op::Match);
                self.patch(at, Op::Look { negative: *negative, next: self.ops.len() });
            }
        }
    }

    fn patch(&mut self, at: usize, op: Op) {
        if let Some(slot) = self.ops.get_mut(at) {
            *slot = op;
        }
    }

    fn alternation(&mut self, nodes: &[Node], back: bool) {
        let mut jumps = Vec::new();
        for (index, node) in nodes.iter().enumerate() {
            if index + 1 == nodes.len() {
                self.node(node, back);
                break;
            }
            let split = self.ops.len();
            self.ops.push(Op::Match);
            self.node(node, back);
            jumps.push(self.ops.len());
            self.ops.push(Op::Match);
            self.patch(split, Op::Split { first: split + 1, second: self.ops.len() });
        }
        let end = self.ops.len();
        for jump in jumps {
            self.patch(jump, Op::Jump(end));
        }
    }

    fn repeat(&mut self, node: &Node, min: u32, max: u32, greedy: bool, back: bool) {
        let one = match node.kind {
            Kind::Char(c) => Some(One::Char(c)),
            Kind::Class(class) => Some(One::Class(class)),
            _ => None,
        };
        if let Some(one) = one {
            self.ops.push(Op::Run(Run { one, min, max, greedy, back }));
            return;
        }
        if max == 0 {
            return;
        }
        if (min, max) == (0, 1) {
            let at = self.ops.len();
            self.ops.push(Op::Match);
            self.node(node, back);
            let exit = self.ops.len();
            let (first, second) = if greedy { (at + 1, exit) } else { (exit, at + 1) };
            self.patch(at, Op::Split { first, second });
            return;
        }
        let counter = self.registers;
        self.registers += 2;
        self.ops.push(Op::Reset(counter));
        let head = self.ops.len();
        self.ops.push(Op::Match);
        if self.saves
            && let Some((from, to)) = groups_in(node)
        {
            self.ops.push(Op::Clear { from: group_registers(from).0, to: group_registers(to).1 + 1 });
        }
        self.node(node, back);
        self.ops.push(Op::Again { counter, min, head });
        self.patch(head, Op::Loop { counter, min, max, greedy, exit: self.ops.len() });
    }
}

/// The first and last group inside a node.
fn groups_in(node: &Node) -> Option<(u32, u32)> {
    let join =
        |nodes: &[Node]| nodes.iter().filter_map(groups_in).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    match &node.kind {
        Kind::Capture(group, node) => {
            let inner = groups_in(node);
            Some((*group, inner.map_or(*group, |(_, last)| last.max(*group))))
        }
        Kind::Sequence(nodes) | Kind::Alternation(nodes) => join(nodes),
        Kind::Repeat { node, .. } | Kind::Look { node, .. } => groups_in(node),
        _ => None,
    }
}
