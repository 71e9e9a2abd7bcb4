//! Which endpoint answers: a trie over path segments, so that the cost of a look-up does not grow with the number of
//! operations.

use super::methods::Methods;
use super::nearest::nearest;
use super::search::{Capture, Search, fit};
use super::template::Template;
use super::url::{Target, decode_segment};
use crate::model::Method;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;

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
    /// The names of each route's path parameters.
    names: Vec<Vec<Box<str>>>,
    pub(super) nodes: Vec<Node>,
    by_id: HashMap<u64, usize>,
}

/// A point between two segments.
#[derive(Debug, Default)]
pub(super) struct Node {
    /// Segments without parameters.
    pub(super) literals: HashMap<Box<str>, usize>,
    /// Segments with parameters, the ones with more literal text first.
    pub(super) patterns: Vec<Pattern>,
    /// Routes that end here.
    pub(super) ends: Vec<End>,
}

/// A segment with parameters. Their names differ from route to route and are no part of it.
#[derive(Debug)]
pub(super) struct Pattern {
    pub(super) literals: Vec<Box<str>>,
    pub(super) rest: bool,
    pub(super) child: usize,
}

#[derive(Debug)]
pub(super) struct End {
    pub(super) route: usize,
    pub(super) method: Method,
    pub(super) query: Vec<(Box<str>, Option<Box<str>>)>,
    pub(super) fragment: bool,
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

impl RouteTable {
    /// Builds the trie. Where two routes have the same method and path, the first one wins and the other one is
    /// reached by its id.
    pub fn new(routes: Vec<Route>) -> Self {
        let mut table = Self {
            nodes: vec![Node::default()],
            by_id: HashMap::with_capacity(routes.len()),
            names: Vec::with_capacity(routes.len()),
            routes,
        };
        for (index, route) in table.routes.iter().enumerate() {
            table.by_id.entry(route.endpoint_id).or_insert(index);
            let template = Template::parse(&route.path);
            table.names.push(template.iter().flat_map(Template::names).map(Into::into).collect());
            let Some(template) = template else { continue };
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
        let names = self.names.get(index).into_iter().flatten().map(|name| &**name);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn table(routes: &[&str]) -> RouteTable {
        let route = |(index, line): (usize, &&str)| {
            let (method, path) = line.split_once(' ').unwrap();
            Route {
                method: Method::parse(method).unwrap(),
                path: path.into(),
                endpoint_id: 100 + index as u64,
            }
        };
        RouteTable::new(routes.iter().enumerate().map(route).collect())
    }

    /// What a request selects, as one line: `GET /pets/{id} id=7`, `options GET`, `405 GET`, `404`.
    fn selected(table: &RouteTable, method: &str, url: &str) -> String {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        let api_id = crate::route::Reserved::read(query).api_id;
        show(table, table.select(method, Target::Path(path), api_id, query))
    }

    fn show(table: &RouteTable, selection: Selection<'_>) -> String {
        match selection {
            Selection::Found { index, params } => {
                let route = &table.routes()[index];
                let mut line = format!("{} {}", route.method.as_str(), route.path);
                for (name, value) in params {
                    line.extend([" ", name, "=", &value]);
                }
                line
            }
            Selection::Options { allow } => format!("options {allow}"),
            Selection::WrongMethod { allow } => format!("405 {allow}"),
            Selection::UnknownPath { .. } => "404".to_owned(),
            Selection::UnknownEndpoint(id) => format!("404 {id}"),
        }
    }

    fn check(routes: &[&str], cases: &[(&str, &str, &str)]) {
        let table = table(routes);
        for (method, url, expected) in cases {
            assert_eq!(selected(&table, method, url), *expected, "{method} {url}");
        }
    }

    #[test]
    fn literal_before_template_with_backtracking() {
        check(
            &[
                "GET /users/{id}",
                "GET /users/me",
                "DELETE /users/{userId}",
                "GET /users/{id}/posts/{post}",
                "GET /users/me/posts",
                "GET /{kind}/me/comments",
                "GET /users/{id}.json",
            ],
            &[
                ("GET", "/users/me", "GET /users/me"),
                ("GET", "/users/7", "GET /users/{id} id=7"),
                ("DELETE", "/users/me", "DELETE /users/{userId} userId=me"),
                ("GET", "/users/me/posts", "GET /users/me/posts"),
                ("GET", "/users/me/posts/3", "GET /users/{id}/posts/{post} id=me post=3"),
                ("GET", "/users/me/comments", "GET /{kind}/me/comments kind=users"),
                ("GET", "/users/7.json", "GET /users/{id}.json id=7"),
                ("GET", "/users/.json", "GET /users/{id} id=.json"),
                ("GET", "/Users/7", "404"),
                ("GET", "/users", "404"),
                ("GET", "/users/7/posts/3/more", "404"),
            ],
        );
    }

    #[test]
    fn parameters_within_segments() {
        check(
            &[
                "GET /t/{a}.{b}",
                "POST /t/{id}:activate",
                "GET /files({id})",
                "GET /v{major}/x",
                "GET /r/{id:[0-9/]+}",
            ],
            &[
                ("GET", "/t/x.tar.gz", "GET /t/{a}.{b} a=x b=tar.gz"),
                ("GET", "/t/x", "404"),
                ("POST", "/t/7:activate", "POST /t/{id}:activate id=7"),
                ("POST", "/t/7%3Aactivate", "POST /t/{id}:activate id=7"),
                ("GET", "/files(7)", "GET /files({id}) id=7"),
                ("GET", "/files%287%29", "GET /files({id}) id=7"),
                ("GET", "/v2/x", "GET /v{major}/x major=2"),
                ("GET", "/r/55", "GET /r/{id:[0-9/]+} id=55"),
            ],
        );
    }

    #[test]
    fn percent_encoding() {
        check(
            &["GET /files/{name}", "GET /caf%C3%A9/{x}", "GET /a b"],
            &[
                ("GET", "/files/a%2Fb%20c", "GET /files/{name} name=a/b c"),
                ("GET", "/files/a/b", "404"),
                ("GET", "/files/100%", "GET /files/{name} name=100%"),
                ("GET", "/files/%F0%9F%90%B6", "GET /files/{name} name=🐶"),
                ("GET", "/files/a+b", "GET /files/{name} name=a+b"),
                ("GET", "/caf%c3%a9/1", "GET /caf%C3%A9/{x} x=1"),
                ("GET", "/café/1", "GET /caf%C3%A9/{x} x=1"),
                ("GET", "/a%20b", "GET /a b"),
                ("GET", "/fil%65s/1", "GET /files/{name} name=1"),
            ],
        );
    }

    #[test]
    fn slashes() {
        check(
            &["GET /a", "GET /b/", "GET /c", "POST /c/", "GET /", "GET /d//e", "GET /x/{id}"],
            &[
                ("GET", "/a/", "GET /a"),
                ("GET", "/b", "GET /b/"),
                ("GET", "/b/", "GET /b/"),
                ("GET", "/b//", "GET /b/"),
                ("GET", "/c/", "GET /c"),
                ("POST", "/c", "POST /c/"),
                ("PUT", "/c", "405 GET, OPTIONS, HEAD"),
                ("GET", "", "GET /"),
                ("GET", "/", "GET /"),
                ("GET", "//", "GET /"),
                ("GET", "//a", "GET /a"),
                ("GET", "/d//e", "GET /d//e"),
                ("GET", "/d/e", "404"),
                ("GET", "/x//7/", "GET /x/{id} id=7"),
                ("GET", "/x/", "404"),
                ("GET", "/x/..", "GET /x/{id} id=.."),
            ],
        );
    }

    #[test]
    fn rest_parameters() {
        check(
            &[
                "GET /s/{path+}",
                "GET /s/about",
                "GET /p/{name*}/raw",
                "GET /p/{name*}",
                "GET /{one}/{two}/{*rest}",
            ],
            &[
                ("GET", "/s/about", "GET /s/about"),
                ("GET", "/s/a/b/c", "GET /s/{path+} path=a/b/c"),
                ("GET", "/s/about/us", "GET /s/{path+} path=about/us"),
                ("GET", "/s/x", "GET /s/{path+} path=x"),
                ("GET", "/s/a%20b", "GET /s/{path+} path=a b"),
                ("GET", "/s", "404"),
                ("GET", "/p/a/b/raw", "GET /p/{name*}/raw name=a/b"),
                ("GET", "/p/a/raw/b", "GET /p/{name*} name=a/raw/b"),
                ("GET", "/q/r/s/t", "GET /{one}/{two}/{*rest} one=q two=r rest=s/t"),
            ],
        );
    }

    #[test]
    fn queries_and_fragments_of_templates() {
        check(
            &[
                "GET /x",
                "GET /x?type=a",
                "GET /x?type=a&mode",
                "POST /y?type=a",
                "POST /z",
                "POST /z#refresh",
                "PUT /w#only",
                "GET /x?id={id}",
            ],
            &[
                ("GET", "/x", "GET /x"),
                ("GET", "/x?type=b", "GET /x"),
                ("GET", "/x?q=1&type=a", "GET /x?type=a"),
                ("GET", "/x?mode=1&type=a", "GET /x?type=a&mode"),
                ("GET", "/x?t%79pe=a", "GET /x?type=a"),
                ("GET", "/x?id=5", "GET /x?id={id}"),
                ("POST", "/y?type=a", "POST /y?type=a"),
                ("POST", "/y", "404"),
                ("POST", "/z", "POST /z"),
                ("POST", "/z?apidogApiId=105", "POST /z#refresh"),
                ("PUT", "/w", "PUT /w#only"),
            ],
        );
    }

    #[test]
    fn methods() {
        check(
            &["GET /a", "POST /a", "HEAD /b", "GET /b", "OPTIONS /b", "POST /c", "TRACE /c"],
            &[
                ("HEAD", "/a", "GET /a"),
                ("HEAD", "/b", "HEAD /b"),
                ("HEAD", "/c", "405 POST, OPTIONS, TRACE"),
                ("OPTIONS", "/a", "options GET, POST, OPTIONS, HEAD"),
                ("OPTIONS", "/b", "OPTIONS /b"),
                ("OPTIONS", "/none", "404"),
                ("PUT", "/a", "405 GET, POST, OPTIONS, HEAD"),
                ("BREW", "/a", "405 GET, POST, OPTIONS, HEAD"),
                ("get", "/a", "GET /a"),
            ],
        );
    }

    #[test]
    fn ids() {
        let table = table(&["GET /a", "GET /a", "POST /b", "GET noslash"]);
        let cases = [
            ("GET", "/a", "GET /a"),
            ("GET", "/a?apidogApiId=103", "GET noslash"),
            ("GET", "/nowhere?apifoxApiId=100", "GET /a"),
            ("GET", "/a?apidogApiId=102", "GET /a"),
            ("GET", "/a?apidogApiId=999", "GET /a"),
            ("GET", "/a?apidogApiId=undefined", "GET /a"),
            ("GET", "noslash", "404"),
        ];
        for (method, url, expected) in cases {
            assert_eq!(selected(&table, method, url), expected, "{method} {url}");
        }
        assert_eq!(
            table.select("GET", Target::Path("/a"), Some(101), ""),
            Selection::Found { index: 1, params: vec![] }
        );
        let by_id = [
            ("POST", 102, "POST /b"),
            ("HEAD", 100, "GET /a"),
            ("GET", 102, "405 POST, OPTIONS"),
            ("OPTIONS", 102, "options POST, OPTIONS"),
            ("GET", 7, "404 7"),
        ];
        for (method, id, expected) in by_id {
            assert_eq!(
                show(&table, table.select(method, Target::Endpoint(id), None, "")),
                expected,
                "{method} {id}"
            );
        }
    }

    #[test]
    fn survives_encoding() {
        let before = table(&["GET /pets/{id}", "POST /pets"]);
        let bytes = postcard::to_allocvec(&before).unwrap();
        let after: RouteTable = postcard::from_bytes(&bytes).unwrap();
        assert_eq!(before.routes(), after.routes());
        assert_eq!(selected(&after, "GET", "/pets/1"), "GET /pets/{id} id=1");
    }

    #[test]
    fn hostile_tables_and_paths_end_soon() {
        let rests = format!("GET /{}", vec!["{a+}"; 60].join("/") + "/end");
        let table = table(&[&rests, "GET /a/{b}"]);
        assert_eq!(selected(&table, "GET", &"/x".repeat(200)), "404");
        assert_eq!(selected(&table, "GET", &"/".repeat(16_000)), "404");
        assert_eq!(selected(&table, "GET", &"/a%".repeat(5_000)), "404");
        assert_eq!(selected(&RouteTable::new(vec![]), "GET", "/a"), "404");
    }

    proptest::proptest! {
        #[test]
        fn any_template_and_path_is_safe(template in "[/a{}?#:+*.%é=&]{0,24}", path in "[/a%.2Fé{}]{0,24}") {
            let route = Route { method: Method::Get, path: template.as_str().into(), endpoint_id: 1 };
            let table = RouteTable::new(vec![route]);
            let _ = table.select("GET", Target::Path(&path), None, "a=a");
        }

        #[test]
        fn filled_templates_are_found(values in proptest::collection::vec("[a-z0-9]{1,5}", 3)) {
            let table = table(&["GET /a/{x}/b/{y}.{z}", "GET /a/{x}", "GET /a/b/c/d"]);
            let url = format!("/a/{}/b/{}.{}", values[0], values[1], values[2]);
            let expected = format!("GET /a/{{x}}/b/{{y}}.{{z}} x={} y={} z={}", values[0], values[1], values[2]);
            proptest::prop_assert_eq!(selected(&table, "GET", &url), expected);
        }
    }
}
