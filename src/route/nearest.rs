//! "Did you mean": the route that is most similar to a path that is unknown. The work is bounded, so that unknown
//! paths cost about as much as known ones, whatever the size of the project.

use super::table::Route;
use super::url::decode_segment;
use std::borrow::Cow;

/// Routes beyond this number are not looked at.
const MAX_ROUTES: usize = 2000;

/// Request segments beyond this number make a path that is similar to nothing.
const MAX_SEGMENTS: usize = 32;

/// Cells of edit-distance tables that one search may fill; after that, different segments are just different.
const MAX_CELLS: usize = 40_000;

/// The most that two segments may differ to be called similar.
const MAX_DISTANCE: usize = 3;

/// What a missing or superfluous segment costs.
const GAP: usize = 4;

/// What a segment costs that has nothing in common with its counterpart.
const DIFFERENT: usize = 8;

/// Method and path template of the most similar route, if one is similar enough to be a help.
pub(super) fn nearest(routes: &[Route], method: &str, path: &str) -> Option<String> {
    let wanted: Vec<Cow<'_, str>> =
        path.split('/').filter(|segment| !segment.is_empty()).map(decode_segment).collect();
    if wanted.len() > MAX_SEGMENTS {
        return None;
    }
    let mut cells = MAX_CELLS;
    let mut best: Option<(usize, &Route)> = None;
    for route in routes.iter().take(MAX_ROUTES) {
        let limit = best.map_or(usize::MAX, |(cost, _)| cost);
        let other_method = usize::from(!route.method.as_str().eq_ignore_ascii_case(method));
        if let Some(cost) = cost(&wanted, &route.path, limit, &mut cells)
            && cost + other_method < limit
        {
            best = Some((cost + other_method, route));
        }
    }
    best.map(|(_, route)| format!("{} {}", route.method.as_str(), route.path))
}

/// How far a template is from the wanted path; `None` beyond `limit`, or where they share no literal segment. Looks at
/// the template as it is written: a suggestion need not be as exact as a match.
fn cost(wanted: &[Cow<'_, str>], path: &str, limit: usize, cells: &mut usize) -> Option<usize> {
    let path = path.strip_prefix('/')?.split(['?', '#']).next().unwrap_or_default();
    let segments = || path.split('/').filter(|segment| !segment.is_empty());
    let count = segments().count();
    let gaps = count.abs_diff(wanted.len()) * GAP;
    if gaps >= limit || count > MAX_SEGMENTS {
        return None;
    }
    // A missing or superfluous base path is as common as a missing or superfluous end: align at both.
    let start = aligned(wanted.iter().zip(segments()), cells);
    let end = aligned(wanted.iter().rev().zip(segments().rev()), cells);
    let (cost, shared) = [start, end].into_iter().min_by_key(|(cost, _)| *cost)?;
    (shared > 0 && cost < DIFFERENT && cost + gaps < limit).then_some(cost + gaps)
}

/// The cost of segments against their counterparts, and how many literal ones are similar.
fn aligned<'s>(
    pairs: impl Iterator<Item = (&'s Cow<'s, str>, &'s str)>,
    cells: &mut usize,
) -> (usize, usize) {
    let (mut cost, mut shared) = (0, 0);
    for (wanted, segment) in pairs {
        if segment.contains('{') {
            continue;
        }
        let distance = distance(wanted, segment, cells);
        shared += usize::from(distance < DIFFERENT);
        cost += distance;
        if cost >= DIFFERENT {
            break;
        }
    }
    (cost, shared)
}

/// The edit distance of two segments, letter case aside; [`DIFFERENT`] when it is more than [`MAX_DISTANCE`] or more
/// than half of the longer one.
fn distance(wanted: &str, literal: &str, cells: &mut usize) -> usize {
    if wanted == literal {
        return 0;
    }
    if wanted.eq_ignore_ascii_case(literal) {
        return 1;
    }
    let work = wanted.len().saturating_mul(literal.len());
    if wanted.len().abs_diff(literal.len()) > MAX_DISTANCE || work > *cells {
        return DIFFERENT;
    }
    *cells -= work;
    let distance = crate::distance::distance(wanted, literal);
    if distance > MAX_DISTANCE || distance * 2 > wanted.len().max(literal.len()) {
        DIFFERENT
    } else {
        distance
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;

    #[test]
    fn suggests_what_was_meant() {
        let route = |(index, (method, path)): (usize, &(Method, &str))| Route {
            method: *method,
            path: (*path).into(),
            endpoint_id: index as u64,
        };
        let routes: Vec<Route> = [
            (Method::Get, "/pets"),
            (Method::Post, "/pets"),
            (Method::Get, "/pets/{petId}"),
            (Method::Delete, "/pets/{petId}"),
            (Method::Get, "/v1/orders/{orderId}/items"),
            (Method::Get, "/user/login"),
            (Method::Get, "noslash"),
        ]
        .iter()
        .enumerate()
        .map(route)
        .collect();
        let cases = [
            ("GET", "/pet", Some("GET /pets")),
            ("POST", "/Pets", Some("POST /pets")),
            ("GET", "/pest/7", Some("GET /pets/{petId}")),
            ("DELETE", "/pet/7", Some("DELETE /pets/{petId}")),
            ("PUT", "/pest", Some("GET /pets")),
            ("GET", "/api/v3/pets", Some("GET /pets")),
            ("GET", "/orders/7/items", Some("GET /v1/orders/{orderId}/items")),
            ("GET", "/v1/orders/7/item", Some("GET /v1/orders/{orderId}/items")),
            ("GET", "/users/logon", Some("GET /user/login")),
            ("GET", "/pets/7/toys", Some("GET /pets/{petId}")),
            ("GET", "/", None),
            ("GET", "/completely/else", None),
            ("GET", "/zzzzzzzzzzzzzzzz", None),
            ("GET", &"/a".repeat(1000), None),
        ];
        for (method, path, expected) in cases {
            assert_eq!(nearest(&routes, method, path).as_deref(), expected, "{method} {path:.60}");
        }
    }

    #[test]
    fn distances() {
        let cases = [
            ("pets", "pets", 0),
            ("PETS", "pets", 1),
            ("pet", "pets", 1),
            ("pest", "pets", 2),
            ("abc", "xyz", DIFFERENT),
            ("a", "b", DIFFERENT),
            ("", "pets", DIFFERENT),
        ];
        for (a, b, expected) in cases {
            assert_eq!(distance(a, b, &mut MAX_CELLS.clone()), expected, "{a} {b}");
        }
        assert_eq!(distance("pet", "pets", &mut 5), DIFFERENT);
    }
}
