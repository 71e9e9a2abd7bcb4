//! A pattern as a finite automaton, made deterministic state by state as a search asks for it.

use super::alphabet::{Alphabet, Atom, Atoms, Beside};
use super::ast::{FOREVER, Kind, Node};
use super::class::Class;
use std::collections::HashMap;

/// How many states the parts of one pattern may have.
const MAX_STATES: usize = 3000;
/// How many states the copies of a repeated part may have together; more copies count as "any number".
const MAX_COPIES: usize = 1200;
/// No way to a match.
pub(super) const NEVER: u32 = u32::MAX;
/// The state of a pattern that has been found.
pub(super) const FOUND: u32 = 0;
/// The state before the first character.
pub(super) const BEGIN: u32 = 1;
const UNKNOWN: u32 = u32::MAX;

#[derive(Clone, Copy)]
enum Assertion {
    Start { multiline: bool },
    End { multiline: bool },
    Boundary { negative: bool },
}

enum State {
    Take { atom: u32, next: u32 },
    Fork { first: u32, second: u32 },
    Check { assertion: Assertion, next: u32 },
    Match,
}

/// What a pattern's text must contain, as states that take one character each.
pub(super) struct Automaton {
    states: Vec<State>,
    start: u32,
    /// Whether it accepts just what the pattern does, not more.
    pub(super) exact: bool,
    /// Whether assertions look at more than the edges of the text.
    contextual: bool,
    /// The fewest characters from each state to a match, once the text has begun.
    later: Vec<u32>,
    /// The same from the start of the text.
    least: u32,
    /// The deterministic states.
    sets: Vec<Set>,
    known: HashMap<(Box<[u32]>, Beside), u32>,
    seen: Vec<u32>,
    round: u32,
}

/// A deterministic state.
struct Set {
    members: Box<[u32]>,
    /// What was read last.
    before: Beside,
    /// The fewest characters to a match.
    left: u32,
    /// Whether the pattern is found when the text ends here.
    accepts: Option<bool>,
    moves: Box<[u32]>,
}

impl Automaton {
    /// The automaton of parts in sequence; `None` when it would be too big.
    pub(super) fn new<'p>(parts: &[&'p Node], classes: &'p [Class], atoms: &mut Atoms<'p>) -> Option<Self> {
        if parts.iter().map(|part| size(part)).fold(1, usize::saturating_add) > MAX_STATES {
            return None;
        }
        let mut builder =
            Builder { states: vec![State::Match], classes, atoms, exact: true, contextual: false };
        let mut start = 0;
        for part in parts.iter().rev() {
            start = builder.node(part, start)?;
        }
        let Builder { states, exact, contextual, .. } = builder;
        let least = distances(&states, true).get(start as usize).copied().unwrap_or(NEVER);
        let later = distances(&states, false);
        let seen = vec![0; states.len()];
        Some(Self {
            states,
            start,
            exact,
            contextual,
            later,
            least,
            sets: Vec::new(),
            known: HashMap::new(),
            seen,
            round: 0,
        })
    }

    /// Makes the first two deterministic states; before anything else is asked.
    pub(super) fn prepare(&mut self, symbols: usize) {
        let set = |before, left, accepts, target| Set {
            members: Box::default(),
            before,
            left,
            accepts,
            moves: vec![target; symbols].into(),
        };
        self.sets =
            vec![set(Beside::Other, 0, Some(true), FOUND), set(Beside::Edge, self.least, None, UNKNOWN)];
    }

    /// The fewest characters until the pattern is found; [`NEVER`] when it cannot be any more.
    pub(super) fn left(&self, set: u32) -> u32 {
        self.sets.get(set as usize).map_or(NEVER, |set| set.left)
    }

    /// Whether the pattern is found when the text ends here.
    pub(super) fn accepts(&mut self, set: u32, work: &mut usize) -> bool {
        let Some(found) = self.sets.get(set as usize) else { return false };
        if let Some(known) = found.accepts {
            return known;
        }
        let accepts = self.closure(set, Beside::Edge, work).is_none();
        if let Some(found) = self.sets.get_mut(set as usize) {
            found.accepts = Some(accepts);
        }
        accepts
    }

    /// The state after one more character.
    pub(super) fn step(&mut self, set: u32, symbol: usize, alphabet: &Alphabet, work: &mut usize) -> u32 {
        let known = self.sets.get(set as usize).and_then(|set| set.moves.get(symbol)).copied();
        match known {
            None => return FOUND,
            Some(UNKNOWN) => {}
            Some(target) => return target,
        }
        let beside = alphabet.symbols.get(symbol).map_or(Beside::Other, |symbol| symbol.beside);
        let target = match self.closure(set, beside, work) {
            None => FOUND,
            Some(takes) => {
                let mut members: Vec<u32> = takes
                    .into_iter()
                    .filter(|&(atom, next)| alphabet.accepts(atom, symbol) && self.distance(next) != NEVER)
                    .map(|(_, next)| next)
                    .collect();
                members.sort_unstable();
                members.dedup();
                self.intern(members.into(), if self.contextual { beside } else { Beside::Other }, alphabet)
            }
        };
        if let Some(slot) = self.sets.get_mut(set as usize).and_then(|set| set.moves.get_mut(symbol)) {
            *slot = target;
        }
        target
    }

    fn distance(&self, state: u32) -> u32 {
        self.later.get(state as usize).copied().unwrap_or(NEVER)
    }

    fn intern(&mut self, members: Box<[u32]>, before: Beside, alphabet: &Alphabet) -> u32 {
        let key = (members, before);
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let from_members = key.0.iter().map(|&state| self.distance(state)).min().unwrap_or(NEVER);
        let left = from_members.min(self.distance(self.start));
        let number = self.sets.len() as u32;
        self.sets.push(Set {
            members: key.0.clone(),
            before,
            left,
            accepts: None,
            moves: vec![UNKNOWN; alphabet.symbols.len()].into(),
        });
        self.known.insert(key, number);
        number
    }

    /// The atoms that may take the next character, and where they lead; `None` when a match is reached without it.
    fn closure(&mut self, set: u32, after: Beside, work: &mut usize) -> Option<Vec<(u32, u32)>> {
        let found = self.sets.get(set as usize)?;
        let before = found.before;
        let at_start = set == BEGIN;
        let mut stack: Vec<u32> = found.members.to_vec();
        // A match may begin anywhere.
        stack.push(self.start);
        self.round += 1;
        let mut takes = Vec::new();
        while let Some(state) = stack.pop() {
            *work = work.saturating_sub(1);
            match self.seen.get_mut(state as usize) {
                Some(seen) if *seen != self.round => *seen = self.round,
                _ => continue,
            }
            match self.states.get(state as usize)? {
                State::Match => return None,
                State::Take { atom, next } => takes.push((*atom, *next)),
                State::Fork { first, second } => stack.extend([*first, *second]),
                State::Check { assertion, next } => {
                    let holds = match *assertion {
                        Assertion::Start { multiline } => at_start || multiline && before == Beside::LineEnd,
                        Assertion::End { multiline } => {
                            after == Beside::Edge || multiline && after == Beside::LineEnd
                        }
                        Assertion::Boundary { negative } => {
                            ((before == Beside::Word) != (after == Beside::Word)) != negative
                        }
                    };
                    if holds {
                        stack.push(*next);
                    }
                }
            }
        }
        Some(takes)
    }
}

/// The fewest characters from each state to the match. States lead to states made before them, loops apart, and going
/// round a loop never shortens the way.
fn distances(states: &[State], at_start: bool) -> Vec<u32> {
    let mut out: Vec<u32> = Vec::with_capacity(states.len());
    for state in states {
        let of = |state: u32| out.get(state as usize).copied().unwrap_or(NEVER);
        let distance = match state {
            State::Match => 0,
            State::Take { next, .. } => of(*next).saturating_add(1),
            State::Fork { first, second } => of(*first).min(of(*second)),
            State::Check { assertion: Assertion::Start { multiline: false }, .. } if !at_start => NEVER,
            State::Check { next, .. } => of(*next),
        };
        out.push(distance);
    }
    out
}

struct Builder<'a, 'p> {
    states: Vec<State>,
    classes: &'p [Class],
    atoms: &'a mut Atoms<'p>,
    exact: bool,
    contextual: bool,
}

impl<'p> Builder<'_, 'p> {
    fn push(&mut self, state: State) -> Option<u32> {
        if self.states.len() >= MAX_STATES {
            return None;
        }
        self.states.push(state);
        Some(self.states.len() as u32 - 1)
    }

    /// Adds a node that goes on to `next`; its first state. Depth is that of the tree, which the parser limits.
    fn node(&mut self, node: &'p Node, next: u32) -> Option<u32> {
        match &node.kind {
            Kind::Empty => Some(next),
            Kind::Char(c) => {
                let atom = self.atoms.number(Atom::Char(*c))?;
                self.push(State::Take { atom, next })
            }
            Kind::Class(class) => {
                let atom = self.atoms.number(Atom::Class(self.classes.get(*class as usize)?))?;
                self.push(State::Take { atom, next })
            }
            Kind::Sequence(nodes) => nodes.iter().rev().try_fold(next, |next, node| self.node(node, next)),
            Kind::Alternation(nodes) => {
                let (last, others) = nodes.split_last()?;
                let mut entry = self.node(last, next)?;
                for node in others.iter().rev() {
                    let first = self.node(node, next)?;
                    entry = self.push(State::Fork { first, second: entry })?;
                }
                Some(entry)
            }
            Kind::Repeat { node, min, max, .. } => self.repeat(node, *min, *max, next),
            Kind::Capture(_, node) => self.node(node, next),
            Kind::Start { multiline } => {
                self.check(Assertion::Start { multiline: *multiline }, *multiline, next)
            }
            Kind::End { multiline } => self.check(Assertion::End { multiline: *multiline }, *multiline, next),
            Kind::Boundary { negative } => {
                self.check(Assertion::Boundary { negative: *negative }, true, next)
            }
            Kind::Backreference { .. } => {
                self.exact = false;
                let atom = self.atoms.number(Atom::Any)?;
                let fork = self.push(State::Match)?;
                let first = self.push(State::Take { atom, next: fork })?;
                self.patch(fork, State::Fork { first, second: next });
                Some(fork)
            }
            Kind::Look { .. } => {
                self.exact = false;
                Some(next)
            }
        }
    }

    fn check(&mut self, assertion: Assertion, contextual: bool, next: u32) -> Option<u32> {
        self.contextual |= contextual;
        self.push(State::Check { assertion, next })
    }

    fn patch(&mut self, at: u32, state: State) {
        if let Some(slot) = self.states.get_mut(at as usize) {
            *slot = state;
        }
    }

    fn repeat(&mut self, node: &'p Node, min: u32, max: u32, next: u32) -> Option<u32> {
        if max == 0 {
            return Some(next);
        }
        let size = size(node);
        if size == 0 {
            return self.node(node, next);
        }
        let copies = copies(size);
        self.exact &= min <= copies && (max <= copies || max == FOREVER);
        let mut entry = next;
        if max > copies {
            entry = self.push(State::Match)?;
            let first = self.node(node, entry)?;
            self.patch(entry, State::Fork { first, second: next });
        } else {
            for _ in min..max {
                let first = self.node(node, entry)?;
                entry = self.push(State::Fork { first, second: next })?;
            }
        }
        (0..min.min(copies)).try_fold(entry, |entry, _| self.node(node, entry))
    }
}

/// How many states a node needs.
fn size(node: &Node) -> usize {
    let sum = |nodes: &[Node]| nodes.iter().map(size).fold(0, usize::saturating_add);
    match &node.kind {
        Kind::Empty | Kind::Look { .. } | Kind::Repeat { max: 0, .. } => 0,
        Kind::Backreference { .. } => 2,
        Kind::Sequence(nodes) => sum(nodes),
        Kind::Alternation(nodes) => sum(nodes).saturating_add(nodes.len()),
        Kind::Capture(_, node) => size(node),
        Kind::Repeat { node, min, max, .. } => {
            let size = size(node);
            if size == 0 {
                return 0;
            }
            let copies = copies(size);
            let (each, forks) =
                if *max > copies { ((*min).min(copies) + 1, 1) } else { (*max, max.saturating_sub(*min)) };
            size.saturating_mul(each as usize).saturating_add(forks as usize)
        }
        _ => 1,
    }
}

/// How many copies of a node of a size are made at most.
fn copies(size: usize) -> u32 {
    (MAX_COPIES / size.max(1)).max(1) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::pattern::Pattern;

    /// Whether the automaton of a pattern finds it in a text; `None` when there is no exact automaton.
    fn finds(source: &str, text: &str) -> Option<bool> {
        let pattern = Pattern::parse(source).unwrap();
        let parsed = &pattern.0.parsed;
        let mut atoms = Atoms::default();
        let mut automaton = Automaton::new(&[&parsed.root], &parsed.classes, &mut atoms)?;
        for c in text.chars() {
            atoms.number(Atom::Char(c))?;
        }
        let alphabet = Alphabet::new(&atoms);
        automaton.prepare(alphabet.symbols.len());
        let (mut set, mut work) = (BEGIN, 1_000_000);
        for (index, c) in text.chars().enumerate() {
            let atom = atoms.number(Atom::Char(c))?;
            let symbol = (0..alphabet.symbols.len()).find(|s| alphabet.accepts(atom, *s))?;
            let left = automaton.left(set) as usize;
            set = automaton.step(set, symbol, &alphabet, &mut work);
            assert!(left <= text.chars().count() - index || pattern.is_match(text) == Some(false));
        }
        automaton.exact.then(|| automaton.accepts(set, &mut work))
    }

    #[test]
    fn agrees_with_the_matcher() {
        for source in [
            "",
            "a",
            "^a",
            "a$",
            "^a$",
            "a|^b$",
            "(^[^5]*$)|7",
            r"\bfoo\b",
            r"\Bo",
            "^(ab?){2,3}c*$",
            "(a|b){2}",
            "^(?:a*)*$",
            "(?m:^b$)",
            "$^",
            "^(a{2}){2,}$",
            ".",
            "[^]",
            "[]",
            "^(|a)+b$",
            "a{0}b",
            "^.{3}$",
        ] {
            for text in [
                "",
                "a",
                "b",
                "ab",
                "ba",
                "aaaa",
                "aab",
                "foo",
                "a foo b",
                "xfoo",
                "a\nb",
                "b\na",
                "577",
                "5",
                "abac",
                "日本語",
            ] {
                let pattern = Pattern::parse(source).unwrap();
                assert_eq!(finds(source, text), pattern.is_match(text), "{source} on {text:?}");
            }
        }
        for approximate in [r"(a)\1", "(?=a)b", "(?:abc){5000}", "a{0,5000}"] {
            assert_eq!(finds(approximate, "a"), None, "{approximate}");
        }
        assert!(finds("((a{1000}){2}){2}", "a").is_none());
    }
}
