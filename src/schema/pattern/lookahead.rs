//! Positive look-ahead: what it asks for is written over the text that the rest of the pattern gave.

use super::ast::{FOREVER, Kind, Node};
use super::walk::Walker;

/// Text that a look-ahead wants to see.
pub(super) struct Want<'p> {
    /// First position in code points where it may be.
    from: usize,
    /// Whether it may be later too.
    floats: bool,
    node: &'p Node,
}

impl<'p> Walker<'p, '_, '_> {
    /// Look-ahead at the start bounds the whole text: `^(?=.{8,20}$)`.
    pub(super) fn bounds_of_lookahead(&mut self, root: &Node) {
        let Kind::Sequence(nodes) = &root.kind else { return };
        for node in nodes {
            match &node.kind {
                Kind::Start { .. } => {}
                Kind::Look { behind: false, negative, node } => {
                    let ends = node.is_anchored_at_end();
                    if !negative {
                        self.low = self.low.max(node.min);
                        if ends {
                            self.high = self.high.min(node.max);
                        }
                    }
                }
                _ => break,
            }
        }
        self.low = self.low.min(self.high);
    }

    /// Notes what a positive look-ahead asks for: something here, or (`.*x`, `\D*\d`) somewhere from here on.
    pub(super) fn want(&mut self, node: &'p Node) {
        let from = self.length;
        match &node.kind {
            Kind::Capture(_, inner) => self.want(inner),
            Kind::Repeat { node, min, .. } if !matches!(node.kind, Kind::Class(_) | Kind::Char(_)) => {
                for _ in 0..(*min).min(16) {
                    self.want(node);
                }
            }
            // `.{8,}` and `.*$` say no more than a length.
            Kind::Repeat { .. } | Kind::Empty | Kind::End { .. } => {}
            Kind::Sequence(nodes) => match nodes.split_first() {
                Some((first, rest)) if is_filler(first) => {
                    for node in rest {
                        if !is_filler(node) && !matches!(node.kind, Kind::End { .. }) {
                            self.wants.push(Want { from, floats: true, node });
                        }
                    }
                }
                _ => self.wants.push(Want { from, floats: false, node }),
            },
            _ => self.wants.push(Want { from, floats: false, node }),
        }
    }

    /// Overwrites parts of the text with what is wanted, floating ones at places not used yet.
    pub(super) fn satisfy(&mut self) -> bool {
        let mut text: Vec<char> = self.out.get(self.base..).unwrap_or_default().chars().collect();
        let mut used = vec![false; text.len()];
        let wants = std::mem::take(&mut self.wants);
        let anchored = self.end_anchored;
        for fixed_pass in [true, false] {
            for want in wants.iter().filter(|w| w.floats != fixed_pass) {
                let Some(piece) = self.piece(want.node) else { return false };
                let last = text.len().saturating_sub(piece.len());
                if !want.floats {
                    if anchored && want.from + piece.len() > text.len() {
                        return false;
                    }
                    for (index, c) in piece.iter().enumerate() {
                        put(&mut text, &mut used, want.from + index, *c);
                    }
                    continue;
                }
                // A place that already serves, or a free one chosen at random.
                let mut place = None;
                for _ in 0..8 {
                    let at = self.rng.between(want.from, last.max(want.from));
                    if (at..at + piece.len()).all(|i| used.get(i) == Some(&false)) {
                        place = Some(at);
                        break;
                    }
                }
                let place = place.or_else(|| {
                    (want.from..=last).find(|at| (*at..at + piece.len()).all(|i| used.get(i) == Some(&false)))
                });
                match place {
                    Some(at) => {
                        for (index, c) in piece.iter().enumerate() {
                            put(&mut text, &mut used, at + index, *c);
                        }
                    }
                    None if anchored => return false,
                    None => {
                        let end = text.len();
                        for (index, c) in piece.iter().enumerate() {
                            put(&mut text, &mut used, end + index, *c);
                        }
                    }
                }
            }
        }
        self.length = text.len();
        self.out.truncate(self.base);
        self.out.extend(text);
        true
    }

    /// The shortest kind of text for a wanted node.
    fn piece(&mut self, node: &'p Node) -> Option<Vec<char>> {
        let mut text = String::new();
        let high = node.min.max(1);
        let mut walker =
            Walker::new(self.rng, self.classes, self.style, (node.min, high), self.work, &mut text);
        let done = walker.node(node, node.min, high) && walker.wants.is_empty();
        self.work = walker.work;
        done.then(|| text.chars().collect())
    }
}

/// `.*`, `[^x]*`, `\D*`: any number of one class.
fn is_filler(node: &Node) -> bool {
    matches!(&node.kind, Kind::Repeat { node, min: 0, max: FOREVER, .. } if matches!(node.kind, Kind::Class(_)))
}

fn put(text: &mut Vec<char>, used: &mut Vec<bool>, at: usize, c: char) {
    if let (Some(slot), Some(taken)) = (text.get_mut(at), used.get_mut(at)) {
        *slot = c;
        *taken = true;
    } else {
        text.push(c);
        used.push(true);
    }
}
