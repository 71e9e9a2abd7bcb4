//! One search through the trie of a route table.

use super::methods::Methods;
use super::table::{End, RouteTable};
use super::template::match_segment;
use crate::model::Method;
use std::borrow::Cow;

/// Steps that one search may take. Every node of the trie is reached along one way only, so this is far above what
/// any table without several `{rest+}` parameters in a row can use.
const MAX_STEPS: usize = 20_000;

/// Where a parameter's value stands: bytes `start..end` of segment `first`, or all segments `first..=last`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Capture {
    first: usize,
    last: usize,
    start: usize,
    end: usize,
}

impl Capture {
    pub(super) fn value<'a>(self, segments: &[Cow<'a, str>]) -> Cow<'a, str> {
        if self.first != self.last {
            return Cow::Owned(segments.get(self.first..=self.last).unwrap_or_default().join("/"));
        }
        match segments.get(self.first) {
            Some(Cow::Borrowed(text)) => Cow::Borrowed(text.get(self.start..self.end).unwrap_or_default()),
            Some(Cow::Owned(text)) => {
                Cow::Owned(text.get(self.start..self.end).unwrap_or_default().to_owned())
            }
            None => Cow::Borrowed(""),
        }
    }
}

/// One search through the trie.
pub(super) struct Search<'s, 'a> {
    pub(super) table: &'a RouteTable,
    pub(super) segments: &'s [Cow<'a, str>],
    pub(super) query: &'s str,
    pub(super) method: Option<Method>,
    pub(super) captures: Vec<Capture>,
    /// Methods of the routes that fit but for the method.
    pub(super) allow: Methods,
    pub(super) steps: usize,
}

impl Search<'_, '_> {
    /// Searches below a node. Its depth is bounded by the number of segments of the longest template.
    pub(super) fn walk(&mut self, node: usize, position: usize) -> Option<usize> {
        self.steps += 1;
        let node = self.table.nodes.get(node).filter(|_| self.steps <= MAX_STEPS)?;
        let Some(segment) = self.segments.get(position) else { return self.choose(&node.ends) };
        if let Some(&child) = node.literals.get(&**segment)
            && let Some(found) = self.walk(child, position + 1)
        {
            return Some(found);
        }
        for pattern in &node.patterns {
            let kept = self.captures.len();
            let captures = &mut self.captures;
            let matched = match_segment(&pattern.literals, segment, |start, end| {
                captures.push(Capture { first: position, last: position, start, end });
            });
            if matched {
                let longest = if pattern.rest { self.segments.len() - 1 } else { position };
                // As little as possible: a literal behind the parameter comes before more of its value.
                for last in position..=longest {
                    if let Some(capture) = self.captures.get_mut(kept) {
                        capture.last = last;
                    }
                    if let Some(found) = self.walk(pattern.child, last + 1) {
                        return Some(found);
                    }
                }
            }
            self.captures.truncate(kept);
        }
        None
    }

    /// The best of the routes that end at a node: exact method, then more of its own query, then no fragment, then
    /// the first.
    fn choose(&mut self, ends: &[End]) -> Option<usize> {
        let mut best: Option<((u8, usize, bool), usize)> = None;
        for end in ends {
            if !end.query.iter().all(|wanted| self.has_parameter(wanted)) {
                continue;
            }
            let Some(fit) = fit(end.method, self.method) else {
                self.allow.insert(end.method);
                continue;
            };
            let rank = (fit, end.query.len(), !end.fragment);
            if best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, end.route));
            }
        }
        best.map(|(_, route)| route)
    }

    fn has_parameter(&self, (name, value): &(Box<str>, Option<Box<str>>)) -> bool {
        form_urlencoded::parse(self.query.as_bytes())
            .any(|(n, v)| *n == **name && value.as_deref().is_none_or(|value| *v == *value))
    }
}

/// How well a defined method serves a requested one: 2 exactly, 1 as GET serves HEAD.
pub(super) fn fit(defined: Method, requested: Option<Method>) -> Option<u8> {
    match (defined, requested?) {
        (defined, requested) if defined == requested => Some(2),
        (Method::Get, Method::Head) => Some(1),
        _ => None,
    }
}
