//! Which endpoint answers: a trie over path segments, so that the cost of a look-up does not grow with the number of
//! operations.

use super::nearest::nearest;
use super::template::{Template, match_segment};
use super::url::{Target, decode_segment};
use crate::model::Method;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

/// Steps that one search may take. Every node of the trie is reached along one way only, so this is far above what
/// any table without several `{rest+}` parameters in a row can use.
const MAX_STEPS: usize = 20_000;

/// One endpoint as a route table knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The method.
    pub method: Method,
    /// The path template as the document writes it.
    pub path: Box<str>,
    /// The endpoint's id.
    pub endpoint_id: u64,
}

/// All endpoints of a project, ready to be searched. Encoded as the list of its routes; the trie is built on decoding.
#[derive(Debug)]
pub struct RouteTable {
    routes: Vec<Route>,
    nodes: Vec<Node>,
    by_id: HashMap<u64, usize>,
}

/// A point between two segments.
#[derive(Debug, Default)]
struct Node {
    /// Segments without parameters.
    literals: HashMap<Box<str>, usize>,
    /// Segments with parameters, the ones with more literal text first.
    patterns: Vec<Pattern>,
    /// Routes that end here.
    ends: Vec<End>,
}

/// A segment with parameters. Their names differ from route to route and are no part of it.
#[derive(Debug)]
struct Pattern {
    literals: Vec<Box<str>>,
    rest: bool,
    child: usize,
}

#[derive(Debug)]
struct End {
    route: usize,
    method: Method,
    query: Vec<(Box<str>, Option<Box<str>>)>,
    fragment: bool,
}

/// What a request asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection<'a> {
    /// This endpoint.
    Found {
        /// Position in [`RouteTable::routes`].
        index: usize,
        /// Names and decoded values of the path parameters; empty when the endpoint was named by its id.
        params: Vec<(&'a str, Cow<'a, str>)>,
    },
    /// OPTIONS on a path that defines no operation for it: answer 204 with `Allow`.
    Options {
        /// What the path answers to.
        allow: Methods,
    },
    /// The path is known, the method is not.
    WrongMethod {
        /// What the path answers to.
        allow: Methods,
    },
    /// No endpoint has the path.
    UnknownPath {
        /// The most similar endpoint, e.g. `GET /pets/{id}`, if one is similar.
        nearest: Option<String>,
    },
    /// No endpoint has the id.
    UnknownEndpoint(u64),
}

/// A set of methods. `Display` writes it as the value of `Allow`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Methods(u8);

impl Methods {
    fn insert(&mut self, method: Method) {
        self.0 |= 1 << method as u8;
    }

    const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a method is in the set. HEAD is where GET is, OPTIONS always.
    pub fn contains(self, method: Method) -> bool {
        let has = |method: Method| self.0 & (1 << method as u8) != 0;
        match method {
            Method::Options => true,
            Method::Head => has(Method::Head) || has(Method::Get),
            other => has(other),
        }
    }
}

impl fmt::Display for Methods {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for method in Method::ALL.into_iter().filter(|&method| self.contains(method)) {
            write!(f, "{separator}{}", method.as_str())?;
            separator = ", ";
        }
        Ok(())
    }
}

impl RouteTable {
    /// Builds the trie. Where two routes have the same method and path, the first one wins and the other one is
    /// reached by its id.
    pub fn new(routes: Vec<Route>) -> Self {
        let mut table =
            Self { nodes: vec![Node::default()], by_id: HashMap::with_capacity(routes.len()), routes };
        for (index, route) in table.routes.iter().enumerate() {
            table.by_id.entry(route.endpoint_id).or_insert(index);
            let Some(template) = Template::parse(&route.path) else { continue };
            let mut at = 0;
            for segment in template.segments {
                at = child(&mut table.nodes, at, segment.literals, segment.rest);
            }
            if let Some(node) = table.nodes.get_mut(at) {
                let (query, fragment) = (template.query, template.fragment);
                node.ends.push(End { route: index, method: route.method, query, fragment });
            }
        }
        for node in &mut table.nodes {
            let literal_bytes =
                |pattern: &Pattern| pattern.literals.iter().map(|text| text.len()).sum::<usize>();
            node.patterns.sort_by_key(|pattern| (pattern.rest, std::cmp::Reverse(literal_bytes(pattern))));
        }
        table
    }

    /// The routes in the order that they were given.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// The position of an endpoint in [`Self::routes`].
    pub fn by_id(&self, endpoint_id: u64) -> Option<usize> {
        self.by_id.get(&endpoint_id).copied()
    }

    /// Finds the endpoint for a request. An `api_id` chooses among the endpoints that have the method; one that is
    /// unknown or has another method is ignored, because front ends send leftovers there.
    ///
    /// ```
    /// use edgemock::model::Method;
    /// use edgemock::route::{Route, RouteTable, Selection, Target};
    /// let pet = Route { method: Method::Get, path: "/pets/{id}".into(), endpoint_id: 7 };
    /// let table = RouteTable::new(vec![pet]);
    /// let found = Selection::Found { index: 0, params: vec![("id", "rex".into())] };
    /// assert_eq!(table.select("GET", Target::Path("/pets/rex"), None, ""), found);
    /// assert_eq!(table.select("GET", Target::Endpoint(8), None, ""), Selection::UnknownEndpoint(8));
    /// ```
    pub fn select<'a>(
        &'a self,
        method: &str,
        target: Target<'a>,
        api_id: Option<u64>,
        query: &str,
    ) -> Selection<'a> {
        let parsed = Method::parse(method);
        match target {
            Target::Endpoint(id) => {
                let Some(index) = self.by_id(id) else { return Selection::UnknownEndpoint(id) };
                self.index_for(index, parsed).unwrap_or_else(|allow| refuse(parsed, allow))
            }
            Target::Path(path) => {
                let by_id = api_id.and_then(|id| self.index_for(self.by_id(id)?, parsed).ok());
                by_id.unwrap_or_else(|| self.by_path(method, parsed, path, query))
            }
        }
    }

    /// The route at a position if it answers to the method.
    fn index_for(&self, index: usize, method: Option<Method>) -> Result<Selection<'_>, Methods> {
        let mut allow = Methods::default();
        if let Some(route) = self.routes.get(index) {
            if fit(route.method, method).is_some() {
                return Ok(Selection::Found { index, params: Vec::new() });
            }
            allow.insert(route.method);
        }
        Err(allow)
    }

    fn by_path<'a>(
        &'a self,
        method: &str,
        parsed: Option<Method>,
        path: &'a str,
        query: &str,
    ) -> Selection<'a> {
        let mut segments: Vec<Cow<'a, str>> =
            path.strip_prefix('/').unwrap_or(path).split('/').map(decode_segment).collect();
        let mut allow = Methods::default();
        // As it was sent; then with the trailing slash the other way; then, for clients that glue a base URL with a
        // trailing slash to a path with a leading one, without empty segments, both ways.
        for attempt in 0..4 {
            match attempt {
                0 => {}
                2 if segments.iter().rev().skip(1).any(|segment| segment.is_empty()) => {
                    segments.retain(|segment| !segment.is_empty());
                }
                2 => break,
                _ => toggle_trailing_slash(&mut segments),
            }
            let mut search = Search {
                table: self,
                segments: &segments,
                query,
                method: parsed,
                captures: Vec::new(),
                allow: Methods::default(),
                steps: 0,
            };
            if let Some(index) = search.walk(0, 0) {
                let params = self.params(index, &search.captures, &segments);
                return Selection::Found { index, params };
            }
            if allow.is_empty() {
                allow = search.allow;
            }
        }
        if allow.is_empty() {
            return Selection::UnknownPath { nearest: nearest(&self.routes, method, path) };
        }
        refuse(parsed, allow)
    }

    /// Names the captured values.
    fn params<'a>(
        &'a self,
        index: usize,
        captures: &[Capture],
        segments: &[Cow<'a, str>],
    ) -> Vec<(&'a str, Cow<'a, str>)> {
        if captures.is_empty() {
            return Vec::new();
        }
        let template = self.routes.get(index).and_then(|route| Template::parse(&route.path));
        let names = template.iter().flat_map(Template::names);
        names.zip(captures.iter().map(|capture| capture.value(segments))).collect()
    }
}

/// What to answer where the path is known and the method is not.
fn refuse(method: Option<Method>, allow: Methods) -> Selection<'static> {
    if method == Some(Method::Options) {
        Selection::Options { allow }
    } else {
        Selection::WrongMethod { allow }
    }
}

/// How well a defined method serves a requested one: 2 exactly, 1 as GET serves HEAD.
fn fit(defined: Method, requested: Option<Method>) -> Option<u8> {
    match (defined, requested?) {
        (defined, requested) if defined == requested => Some(2),
        (Method::Get, Method::Head) => Some(1),
        _ => None,
    }
}

/// The node behind a segment, made if need be.
fn child(nodes: &mut Vec<Node>, at: usize, mut literals: Vec<Box<str>>, rest: bool) -> usize {
    let next = nodes.len();
    let Some(node) = nodes.get_mut(at) else { return at };
    let child = if literals.len() == 1 {
        *node.literals.entry(literals.pop().unwrap_or_default()).or_insert(next)
    } else if let Some(known) =
        node.patterns.iter().find(|known| known.literals == literals && known.rest == rest)
    {
        known.child
    } else {
        node.patterns.push(Pattern { literals, rest, child: next });
        next
    };
    if child == next {
        nodes.push(Node::default());
    }
    child
}

fn toggle_trailing_slash(segments: &mut Vec<Cow<'_, str>>) {
    match segments.last() {
        Some(last) if last.is_empty() && segments.len() > 1 => {
            segments.pop();
        }
        _ => segments.push(Cow::Borrowed("")),
    }
}

/// Where a parameter's value stands: bytes `start..end` of segment `first`, or all segments `first..=last`.
#[derive(Debug, Clone, Copy)]
struct Capture {
    first: usize,
    last: usize,
    start: usize,
    end: usize,
}

impl Capture {
    fn value<'a>(self, segments: &[Cow<'a, str>]) -> Cow<'a, str> {
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
struct Search<'s, 'a> {
    table: &'a RouteTable,
    segments: &'s [Cow<'a, str>],
    query: &'s str,
    method: Option<Method>,
    captures: Vec<Capture>,
    /// Methods of the routes that fit but for the method.
    allow: Methods,
    steps: usize,
}

impl Search<'_, '_> {
    /// Searches below a node. Its depth is bounded by the number of segments of the longest template.
    fn walk(&mut self, node: usize, position: usize) -> Option<usize> {
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
                for last in (position..=longest).rev() {
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

impl Serialize for RouteTable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.routes.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for RouteTable {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self::new)
    }
}
