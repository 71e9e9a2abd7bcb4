//! What headers with a meaning of their own say: where a new resource is, when to come again, which page the body is.

use crate::dynamic::{Zone, locale, moment};
use crate::generate::{Context, Rng};
use serde_json::{Map, Value};
use std::fmt::Write as _;

/// Larger bodies are not read for what headers could say about them.
const MOST_BYTES: usize = 1 << 20;
/// Milliseconds of a day.
const DAY: i64 = 86_400_000;

/// What headers may tell of.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub(super) status: u16,
    /// The path template of the endpoint.
    pub(super) path: &'a str,
    /// The body, where it is JSON.
    pub(super) body: &'a [u8],
}

/// The page of a list.
#[derive(Debug, PartialEq, Eq)]
struct Page {
    number: u64,
    size: u64,
    items: u64,
}

impl Page {
    fn pages(&self) -> u64 {
        self.items.div_ceil(self.size.max(1)).max(1)
    }
}

/// What a header of a name usually says; `None` for all others. The result is text of a header.
pub(super) fn usual(name: &str, told: &Told<'_>, context: &Context<'_>) -> Option<String> {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let rng = &mut Rng::new(context.seed);
    match &*plain {
        "location" => location(told, rng),
        "retryafter" => Some(rng.between(1, 120).to_string()),
        "lastmodified" => Some(http_date(context.now - DAY - rng.below(300) as i64 * DAY)),
        "expires" => Some(http_date(context.now + DAY)),
        "setcookie" => Some(format!("session={:016x}; Path=/; HttpOnly; SameSite=Lax", rng.bits())),
        "etag" => Some(format!("\"{:016x}\"", rng.bits())),
        "contentdisposition" => Some(format!("attachment; filename=\"file-{}\"", rng.between(1, 9999))),
        other => of_page(other, told, context),
    }
}

/// Where a new resource is: below the path of the request, by the id that the body gives it.
fn location(told: &Told<'_>, rng: &mut Rng) -> Option<String> {
    let last = told.path.rsplit('/').find(|segment| !segment.is_empty())?;
    let last = if last.contains('{') { "items" } else { last };
    let body = value(told.body);
    let id = body.as_ref().and_then(Value::as_object).and_then(id_of);
    let id = id.unwrap_or_else(|| rng.between(1000, 99_999).to_string());
    match told.status {
        // Relative to the URL of the request (RFC 9110 section 10.2.2).
        201 | 202 => Some(format!("{last}/{id}")),
        // A mock that led to itself would lead in a circle.
        300..=399 => Some(format!("https://www.example.com/{last}/{id}")),
        _ => None,
    }
}

fn id_of(members: &Map<String, Value>) -> Option<String> {
    let inner = members.get("data").and_then(Value::as_object);
    let id = [Some(members), inner].into_iter().flatten().find_map(|members| members.get("id"))?;
    match id {
        Value::String(text) if !text.is_empty() => {
            Some(form_urlencoded::byte_serialize(text.as_bytes()).collect())
        }
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn value(body: &[u8]) -> Option<Value> {
    if body.len() > MOST_BYTES { None } else { serde_json::from_slice(body).ok() }
}

/// A moment as HTTP writes it (RFC 9110 section 5.6.7).
fn http_date(at: i64) -> String {
    let mut text = String::new();
    moment::write(at, "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Zone::UTC, locale::find("en"), &mut text);
    text
}

/// What a header about pages says, in agreement with the body.
fn of_page(plain: &str, told: &Told<'_>, context: &Context<'_>) -> Option<String> {
    type Tell = fn(&Page) -> Option<String>;
    let tell: Tell = match plain.strip_prefix("xpagination").or(plain.strip_prefix('x')).unwrap_or(plain) {
        "totalcount" | "total" | "totalitems" | "totalresults" | "totalelements" | "totalrecords" => {
            |page| Some(page.items.to_string())
        }
        "totalpages" | "pagecount" | "pages" | "lastpage" => |page| Some(page.pages().to_string()),
        "page" | "currentpage" | "pagenumber" => |page| Some(page.number.to_string()),
        "perpage" | "pagesize" | "limit" => |page| Some(page.size.to_string()),
        "nextpage" => |page| (page.number < page.pages()).then(|| (page.number + 1).to_string()),
        "prevpage" | "previouspage" => |page| (page.number > 1).then(|| (page.number - 1).to_string()),
        "link" => |page| Some(links(page)),
        _ => return None,
    };
    tell(&page(told, context)?)
}

/// RFC 8288, relative to the URL of the request.
fn links(page: &Page) -> String {
    let mut text = String::new();
    let (size, last) = (page.size, page.pages());
    let next = (page.number < last).then_some(("next", page.number + 1));
    let previous = (page.number > 1).then_some(("prev", page.number - 1));
    for (relation, number) in [next, previous, Some(("first", 1)), Some(("last", last))].into_iter().flatten()
    {
        let separator = if text.is_empty() { "" } else { ", " };
        let _ = write!(text, "{separator}<?page={number}&per_page={size}>; rel=\"{relation}\"");
    }
    text
}

/// The page that a body is: what it says of itself, else what the request asked for and what is there.
fn page(told: &Told<'_>, context: &Context<'_>) -> Option<Page> {
    let body = value(told.body)?;
    let length = match &body {
        Value::Array(items) => items.len(),
        Value::Object(members) => members.values().filter_map(Value::as_array).map(Vec::len).max()?,
        _ => return None,
    } as u64;
    let said = |names: &[&str]| body.as_object().and_then(|members| number_in(members, names, 2));
    let asked = context.request.and_then(|request| request.limit).map(u64::from).filter(|limit| *limit > 0);
    let number = context.request.map_or(1, |request| u64::from(request.number()));
    let number = said(&["page", "pagenumber", "currentpage", "pageno", "pageindex"]).unwrap_or(number).max(1);
    let size = said(&["perpage", "pagesize", "limit", "size", "itemsperpage"]).or(asked);
    let size = size.unwrap_or(20).max(length).max(1);
    let total = said(&["total", "totalcount", "totalitems", "totalelements", "totalresults", "totalrecords"]);
    let items = total.unwrap_or_else(|| {
        // A full page may have others after it.
        let full = asked.is_some() && length == size;
        let more = if full { Rng::new(told.body.len() as u64).below(3 * size as usize) } else { 0 };
        (number - 1).saturating_mul(size).saturating_add(length).saturating_add(more as u64)
    });
    Some(Page { number, size, items })
}

/// A number of one of the names, in an object or in those in it.
fn number_in(members: &Map<String, Value>, names: &[&str], depth: usize) -> Option<u64> {
    let plain = |name: &str| -> String {
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    let own = members.iter().find(|(name, value)| value.is_u64() && names.contains(&&*plain(name)));
    if let Some((_, value)) = own {
        return value.as_u64();
    }
    let inner = members.values().filter_map(Value::as_object).filter(|_| depth > 0);
    inner.into_iter().find_map(|members| number_in(members, names, depth - 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::RequestValues;

    fn said(name: &str, status: u16, body: &str, request: &RequestValues) -> Option<String> {
        let told = Told { status, path: "/v1/pets", body: body.as_bytes() };
        usual(name, &told, &Context { request: Some(request), ..Context::new(1) })
    }

    #[test]
    fn pages_agree_with_their_body() {
        let none = RequestValues::default();
        let third = RequestValues { page: Some(3), limit: Some(2), ..RequestValues::default() };
        let wrapped = r#"{"data": [1, 2], "meta": {"pagination": {"total": 41, "per_page": 10, "page": 4}}}"#;
        for (name, body, request, expected) in [
            ("X-Total-Count", "[1,2,3]", &none, Some("3")),
            ("X-Page", "[1,2,3]", &none, Some("1")),
            ("X-Per-Page", "[1,2,3]", &none, Some("20")),
            ("X-Page", "[1,2]", &third, Some("3")),
            ("X-Per-Page", "[1,2]", &third, Some("2")),
            ("X-Total-Count", "[1]", &third, Some("5")),
            ("X-Next-Page", "[1]", &third, None),
            ("X-Prev-Page", "[1]", &third, Some("2")),
            ("x-total", wrapped, &third, Some("41")),
            ("X-Pagination-Total-Pages", wrapped, &third, Some("5")),
            (
                "Link",
                wrapped,
                &none,
                Some(
                    "<?page=5&per_page=10>; rel=\"next\", <?page=3&per_page=10>; rel=\"prev\", <?page=1&per_page=10>; rel=\"first\", <?page=5&per_page=10>; rel=\"last\"",
                ),
            ),
            ("X-Total-Count", "7", &none, None),
            ("X-Total-Count", "", &none, None),
            ("X-Request-Id", "[]", &none, None),
            ("X-RateLimit-Limit", "[]", &none, None),
        ] {
            assert_eq!(said(name, 200, body, request).as_deref(), expected, "{name} {body}");
        }
    }

    #[test]
    fn headers_say_what_they_are_for() {
        let none = RequestValues::default();
        let get = |name: &str, status: u16, body: &str| said(name, status, body, &none).unwrap_or_default();
        assert_eq!(get("Location", 201, r#"{"id": 7}"#), "pets/7");
        assert_eq!(get("Location", 201, r#"{"data": {"id": "a b/c"}}"#), "pets/a+b%2Fc");
        assert!(get("Location", 302, "").starts_with("https://www.example.com/pets/"));
        assert_eq!(get("Location", 200, ""), "");
        assert!((1..=120).contains(&get("Retry-After", 429, "").parse().unwrap()));
        let modified = get("Last-Modified", 200, "");
        assert!(modified.ends_with(" GMT") && modified.len() == 29, "{modified}");
        assert!(get("Set-Cookie", 200, "").starts_with("session="));
    }
}
