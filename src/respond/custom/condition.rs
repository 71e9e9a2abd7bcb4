//! One condition of a custom mock: where it looks, and how it compares.
//!
//! # How values are compared
//!
//! A request has texts (parameters, headers, cookies, form fields) and, in a JSON body, JSON values. What a condition
//! compares with is a JSON value, mostly text as well. Where one of the two is a number and the other can be read as
//! one, both are numbers (`1` is `"1.0"`). Otherwise both are texts: `true` is `"true"`, `null` is `"null"`. Objects and
//! lists are equal to the same objects and lists, also where these are written as JSON text.
//!
//! `less` and its kin compare numbers where both sides are numbers, and else texts by code points, which orders ISO dates.
//! Where a name has several values, one that fits is enough. A negated comparison holds just where its counterpart does
//! not: where there is no value too.

use super::MockFault;
use super::address::AddressRange;
use crate::model::{Comparison, Condition, Location};
use crate::request::IncomingRequest;
use crate::schema::pattern::Pattern;
use crate::schema::{Decimal, equal};
use serde_json::Value;
use serde_json_path::JsonPath;
use std::borrow::Cow;
use std::cmp::Ordering;

/// The longest text that is compared, in bytes, but for `exists` and its kin.
const MAX_TEXT: usize = 256 * 1024;
/// How many items a list to compare with may have.
const MAX_ITEMS: usize = 1000;

/// A condition, read.
#[derive(Debug, Clone)]
pub(super) struct CompiledCondition {
    place: Place,
    negated: bool,
    test: Test,
}

#[derive(Debug, Clone)]
enum Place {
    Path(String),
    Query(String),
    Header(String),
    Cookie(String),
    /// The whole body.
    Body,
    /// A form field, or a member of a JSON object.
    Field(String),
    JsonPath(Box<JsonPath>),
    Ip,
}

#[derive(Debug, Clone)]
enum Test {
    Exists,
    Empty,
    Equal(Value),
    In(Vec<Value>),
    Order(Value, fn(Ordering) -> bool),
    Contains(Value),
    StartsWith(String),
    EndsWith(String),
    Regex(Pattern),
    Address(Vec<AddressRange>),
}

impl CompiledCondition {
    /// Reads a condition.
    ///
    /// # Errors
    /// What is wrong with which field.
    pub(super) fn new(condition: &Condition) -> Result<Self, MockFault> {
        let place = Place::new(condition)?;
        let (negated, test) = test(condition)?;
        Ok(Self { place, negated, test })
    }

    /// Whether it looks into the body.
    pub(super) fn wants_body(&self) -> bool {
        matches!(self.place, Place::Body | Place::Field(_) | Place::JsonPath(_))
    }

    /// Whether a request meets it.
    pub(super) fn holds(&self, request: &IncomingRequest<'_>) -> bool {
        let mut found = false;
        self.place.visit(request, &mut |value| found |= self.test.fits(&value, request));
        found != self.negated
    }
}

impl Place {
    fn new(condition: &Condition) -> Result<Self, MockFault> {
        let name = condition.name.clone();
        if name.len() > 1000 {
            return Err(MockFault::new("/name", "has at most 1000 bytes"));
        }
        let named = |place: fn(String) -> Self, what: &str| {
            if name.is_empty() {
                let message = format!("is missing: which {what} is compared?");
                return Err(MockFault::new("/name", message));
            }
            Ok(place(name.clone()))
        };
        match condition.location {
            Location::Path => named(Self::Path, "path parameter"),
            Location::Query => named(Self::Query, "query parameter"),
            Location::Header => named(Self::Header, "header"),
            Location::Cookie => named(Self::Cookie, "cookie"),
            Location::Ip => Ok(Self::Ip),
            Location::Body if name.is_empty() => Ok(Self::Body),
            Location::Body if name.starts_with('$') => {
                let path = JsonPath::parse(&name).map_err(|error| {
                    let message = format!(
                        "is no JSONPath (RFC 9535) at character {}: {}",
                        error.position() + 1,
                        error.message()
                    );
                    MockFault::new("/name", message)
                })?;
                Ok(Self::JsonPath(Box::new(path)))
            }
            Location::Body => Ok(Self::Field(name)),
        }
    }

    /// Calls `visit` with every value that is there.
    fn visit(&self, request: &IncomingRequest<'_>, visit: &mut dyn FnMut(Found<'_>)) {
        match self {
            Self::Path(name) => {
                request.path_value(name).into_iter().for_each(|text| visit(Found::Text(text.into())));
            }
            Self::Query(name) => {
                let values = request.query().iter().filter(|(known, _)| known == name);
                values.for_each(|(_, value)| visit(Found::Text((**value).into())));
            }
            Self::Header(name) => {
                let values = request.headers().iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
                values.for_each(|(_, value)| visit(Found::Text((**value).into())));
            }
            Self::Cookie(name) => {
                let values = request.cookies().iter().filter(|(known, _)| known == name);
                values.for_each(|(_, value)| visit(Found::Text((&**value).into())));
            }
            Self::Ip => request.ip().into_iter().for_each(|ip| visit(Found::Text(ip.to_string().into()))),
            Self::Body if request.body().is_empty() => {}
            Self::Body => match request.json() {
                Some(json) => visit(Found::Json(json)),
                None => visit(Found::Text(request.text())),
            },
            Self::Field(name) => {
                for field in request.form().iter().filter(|field| field.name == *name) {
                    visit(Found::Text(String::from_utf8_lossy(&field.value)));
                }
                request
                    .json()
                    .and_then(|json| json.get(name))
                    .into_iter()
                    .for_each(|value| visit(Found::Json(value)));
            }
            Self::JsonPath(path) => {
                let found = request.json().map(|json| path.query(json));
                found.into_iter().flatten().for_each(|value| visit(Found::Json(value)));
            }
        }
    }
}

/// What stands in a request.
enum Found<'r> {
    Text(Cow<'r, str>),
    Json(&'r Value),
}

impl Found<'_> {
    /// As text: of JSON, texts without their quotes.
    fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Json(value) => text_of(value),
        }
    }

    fn number(&self) -> Option<Decimal> {
        match self {
            Self::Text(text) => Decimal::parse(text.trim()),
            Self::Json(value) => number_of(value),
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Json(Value::Number(_)))
    }

    fn equals(&self, expected: &Value) -> bool {
        if let Self::Json(value) = self
            && equal(value, expected)
        {
            return true;
        }
        if (self.is_number() || expected.is_number())
            && let (Some(found), Some(expected)) = (self.number(), number_of(expected))
        {
            return found == expected;
        }
        let is_written_as = |value: &Value, text: &str| {
            text.trim_start().starts_with(['{', '['])
                && serde_json::from_str::<Value>(text).is_ok_and(|read| equal(value, &read))
        };
        match (self, expected) {
            (Self::Json(value), Value::String(text)) if is_structure(value) => is_written_as(value, text),
            (Self::Text(text), value) if is_structure(value) => is_written_as(value, text),
            (Self::Json(value), _) if is_structure(value) || is_structure(expected) => false,
            _ => self.text() == text_of(expected),
        }
    }

    fn order(&self, expected: &Value) -> Option<Ordering> {
        match (self.number(), number_of(expected)) {
            (Some(found), Some(expected)) => Some(found.cmp(&expected)),
            _ if self.is_number() || expected.is_number() => None,
            _ => Some(self.text().as_ref().cmp(&text_of(expected))),
        }
    }

    fn contains(&self, expected: &Value) -> bool {
        match self {
            Self::Json(Value::Array(items)) => items.iter().any(|item| Found::Json(item).equals(expected)),
            Self::Json(Value::Object(members)) => members.contains_key(&*text_of(expected)),
            _ => self.text().contains(&*text_of(expected)),
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Json(Value::Null) => true,
            Self::Json(Value::String(text)) => text.is_empty(),
            Self::Json(Value::Array(items)) => items.is_empty(),
            Self::Json(Value::Object(members)) => members.is_empty(),
            Self::Json(_) => false,
        }
    }
}

const fn is_structure(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Object(_))
}

fn text_of(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(other.to_string()),
    }
}

fn number_of(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => Decimal::from_number(number),
        Value::String(text) => Decimal::parse(text.trim()),
        _ => None,
    }
}

impl Test {
    fn fits(&self, found: &Found<'_>, request: &IncomingRequest<'_>) -> bool {
        match self {
            Self::Exists => return true,
            Self::Empty => return found.is_empty(),
            Self::Address(ranges) => {
                return request.ip().is_some_and(|ip| ranges.iter().any(|range| range.contains(ip)));
            }
            _ => {}
        }
        if matches!(found, Found::Text(text) if text.len() > MAX_TEXT) {
            return false;
        }
        match self {
            Self::Equal(expected) => found.equals(expected),
            Self::In(items) => items.iter().any(|item| found.equals(item)),
            Self::Order(expected, wanted) => found.order(expected).is_some_and(wanted),
            Self::Contains(expected) => found.contains(expected),
            Self::StartsWith(start) => found.text().starts_with(start.as_str()),
            Self::EndsWith(end) => found.text().ends_with(end.as_str()),
            // What takes more steps than the budget allows is not found.
            Self::Regex(pattern) => pattern.is_match(&found.text()) == Some(true),
            Self::Exists | Self::Empty | Self::Address(_) => false,
        }
    }
}

/// What is compared, and whether the result is turned round.
fn test(condition: &Condition) -> Result<(bool, Test), MockFault> {
    let value = &condition.value;
    let given = || match value {
        Value::Null => Err(MockFault::new("/value", "is missing: what is it compared with?")),
        other => Ok(other.clone()),
    };
    let as_text = || given().map(|value| text_of(&value).into_owned());
    let order = |wanted| Ok(Test::Order(given()?, wanted));
    let comparison = condition.comparison;
    if condition.location == Location::Ip {
        return address_test(comparison, value);
    }
    let (negated, test) = match comparison {
        Comparison::Equal => (false, Ok(Test::Equal(value.clone()))),
        Comparison::NotEqual => (true, Ok(Test::Equal(value.clone()))),
        Comparison::Less => (false, order(Ordering::is_lt)),
        Comparison::LessOrEqual => (false, order(Ordering::is_le)),
        Comparison::Greater => (false, order(Ordering::is_gt)),
        Comparison::GreaterOrEqual => (false, order(Ordering::is_ge)),
        Comparison::Contains => (false, given().map(Test::Contains)),
        Comparison::NotContains => (true, given().map(Test::Contains)),
        Comparison::StartsWith => (false, as_text().map(Test::StartsWith)),
        Comparison::EndsWith => (false, as_text().map(Test::EndsWith)),
        Comparison::Regex => (false, as_text().and_then(|text| regex(&text))),
        Comparison::In => (false, items(value).map(Test::In)),
        Comparison::NotIn => (true, items(value).map(Test::In)),
        Comparison::Exists => (false, Ok(Test::Exists)),
        Comparison::Absent => (true, Ok(Test::Exists)),
        Comparison::Empty => (false, Ok(Test::Empty)),
        Comparison::NotEmpty => (true, Ok(Test::Empty)),
    };
    Ok((negated, test?))
}

fn regex(text: &str) -> Result<Test, MockFault> {
    // `/…/` as scripts write it.
    let inner = text.strip_prefix('/').and_then(|text| text.strip_suffix('/')).unwrap_or(text);
    let pattern = Pattern::parse(inner);
    pattern
        .map(Test::Regex)
        .map_err(|error| MockFault::new("/value", format!("is no regular expression: {error}")))
}

/// A list, or text with commas.
fn items(value: &Value) -> Result<Vec<Value>, MockFault> {
    let items: Vec<Value> = match value {
        Value::Array(items) => items.clone(),
        Value::String(text) => text.split(',').map(|item| item.trim().into()).collect(),
        Value::Number(_) | Value::Bool(_) => vec![value.clone()],
        _ => return Err(MockFault::new("/value", "must be a list, or text with commas between the items")),
    };
    if items.len() > MAX_ITEMS {
        return Err(MockFault::new("/value", format!("has at most {MAX_ITEMS} items")));
    }
    Ok(items)
}

fn address_test(comparison: Comparison, value: &Value) -> Result<(bool, Test), MockFault> {
    let negated = match comparison {
        Comparison::Equal | Comparison::In => false,
        Comparison::NotEqual | Comparison::NotIn => true,
        Comparison::Exists => return Ok((false, Test::Exists)),
        Comparison::Absent => return Ok((true, Test::Exists)),
        _ => {
            let message = "must be equal, notEqual, in, notIn, exists or absent for addresses";
            return Err(MockFault::new("/comparison", message));
        }
    };
    let ranges =
        items(value)?.iter().map(|item| AddressRange::parse(&text_of(item))).collect::<Result<_, _>>();
    let ranges = ranges.map_err(|message| MockFault::new("/value", message))?;
    Ok((negated, Test::Address(ranges)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::RequestParts;
    use serde_json::json;

    const BODY: &str = r#"{"user": {"name": "Ada", "age": 36, "tags": ["a", "b"]}, "big": 9007199254740993, "none": null,
                           "empty": "", "flag": true, "a.b": 1, "list": [{"id": 1}, {"id": 2}]}"#;

    fn holds(condition: Value) -> bool {
        let condition: Condition = serde_json::from_value(condition).unwrap();
        let request = IncomingRequest::new(RequestParts {
            method: "POST",
            path_parameters: vec![("id".into(), "42".into())],
            query: "page=2&page=3&name=&when=2025-06-01&x=a%20b",
            headers: vec![("x-kind".into(), "Beta".into()), ("cookie".into(), "session=abc".into())],
            ip: "10.1.2.3".parse().ok(),
            body: BODY.as_bytes(),
            ..RequestParts::default()
        });
        CompiledCondition::new(&condition).unwrap().holds(&request)
    }

    #[test]
    fn compares() {
        let cases = [
            ("path", "id", "equal", json!("42"), true),
            ("path", "id", "equal", json!(42), true),
            ("path", "id", "equal", json!("42.0"), false),
            ("path", "id", "equal", json!(42.0), true),
            ("path", "other", "notEqual", json!("1"), true),
            ("query", "page", "equal", json!("3"), true),
            ("query", "page", "notEqual", json!("3"), false),
            ("query", "page", "greater", json!(2), true),
            ("query", "page", "greater", json!("10"), false),
            ("query", "page", "lessOrEqual", json!("2"), true),
            ("query", "when", "less", json!("2025-07-01"), true),
            ("query", "when", "greaterOrEqual", json!("2025-06-01"), true),
            ("query", "x", "greater", json!(1), false),
            ("query", "x", "contains", json!("a b"), true),
            ("query", "x", "notContains", json!("c"), true),
            ("query", "x", "startsWith", json!("a"), true),
            ("query", "x", "endsWith", json!("a"), false),
            ("query", "x", "regex", json!("^a\\s"), true),
            ("query", "x", "regex", json!("/b$/"), true),
            ("query", "page", "in", json!([1, 2]), true),
            ("query", "page", "in", json!("1, 2"), true),
            ("query", "page", "notIn", json!("7,8"), true),
            ("query", "name", "exists", json!(null), true),
            ("query", "name", "empty", json!(null), true),
            ("query", "page", "empty", json!(null), false),
            ("query", "page", "notEmpty", json!(null), true),
            ("query", "nothing", "absent", json!(null), true),
            ("query", "nothing", "empty", json!(null), false),
            ("header", "X-KIND", "equal", json!("Beta"), true),
            ("header", "X-Kind", "equal", json!("beta"), false),
            ("cookie", "session", "equal", json!("abc"), true),
            ("cookie", "Session", "exists", json!(null), false),
            ("body", "$.user.name", "equal", json!("Ada"), true),
            ("body", "$.user.age", "greater", json!("30"), true),
            ("body", "$.user.age", "equal", json!("36"), true),
            ("body", "$.user.tags", "contains", json!("b"), true),
            ("body", "$.user.tags", "equal", json!("[\"a\",\"b\"]"), true),
            ("body", "$.user.tags", "equal", json!(["a", "b"]), true),
            ("body", "$.list[*].id", "equal", json!(2), true),
            ("body", "$..id", "in", json!([7, 1]), true),
            ("body", "$.list[?@.id == 2].id", "exists", json!(null), true),
            ("body", "$.user", "contains", json!("age"), true),
            ("body", "big", "equal", json!("9007199254740993"), true),
            ("body", "big", "equal", json!("9007199254740992"), false),
            ("body", "a.b", "equal", json!(1), true),
            ("body", "none", "empty", json!(null), true),
            ("body", "none", "equal", json!(null), true),
            ("body", "flag", "equal", json!("true"), true),
            ("body", "empty", "notEmpty", json!(null), false),
            ("body", "", "contains", json!("user"), true),
            ("body", "", "exists", json!(null), true),
            ("ip", "", "equal", json!("10.1.2.3"), true),
            ("ip", "", "in", json!(["192.168.0.0/16", "10.0.0.0/8"]), true),
            ("ip", "", "notIn", json!("10.1.2.1-10.1.2.9"), false),
        ];
        for (location, name, comparison, value, expected) in cases {
            let condition =
                json!({"location": location, "name": name, "comparison": comparison, "value": value});
            assert_eq!(holds(condition.clone()), expected, "{condition}");
        }
    }

    #[test]
    fn forms_and_texts_are_bodies_too() {
        let cases = [
            ("application/x-www-form-urlencoded", "a=1&b=x+y", "b", "equal", json!("x y"), true),
            ("application/x-www-form-urlencoded", "a=1&b=x+y", "$.b", "exists", json!(null), false),
            ("text/plain", "hello world", "", "contains", json!("world"), true),
            ("text/plain", "hello world", "hello", "exists", json!(null), false),
            ("application/xml", "<a>1</a>", "", "startsWith", json!("<a>"), true),
            ("application/json", "{\"a\": ", "a", "exists", json!(null), false),
            ("application/json", "", "", "absent", json!(null), true),
            ("application/json", "7", "", "equal", json!("7"), true),
        ];
        for (content_type, body, name, comparison, value, expected) in cases {
            let condition = serde_json::from_value(
                json!({"location": "body", "name": name, "comparison": comparison, "value": value}),
            );
            let request = IncomingRequest::new(RequestParts {
                headers: vec![("content-type".into(), content_type.into())],
                body: body.as_bytes(),
                ..RequestParts::default()
            });
            let condition = CompiledCondition::new(&condition.unwrap()).unwrap();
            assert_eq!(condition.holds(&request), expected, "{content_type} {body} {condition:?}");
        }
    }

    #[test]
    fn faults_name_the_field() {
        let cases = [
            (json!({"location": "query", "comparison": "equal", "value": "1"}), "/name"),
            (json!({"location": "body", "name": "$.[", "comparison": "exists"}), "/name"),
            (json!({"location": "query", "name": "a", "comparison": "less"}), "/value"),
            (json!({"location": "query", "name": "a", "comparison": "regex", "value": "("}), "/value"),
            (json!({"location": "query", "name": "a", "comparison": "in", "value": {}}), "/value"),
            (json!({"location": "ip", "comparison": "equal", "value": "10.0.0"}), "/value"),
            (json!({"location": "ip", "comparison": "contains", "value": "10"}), "/comparison"),
        ];
        for (condition, pointer) in cases {
            let fault =
                CompiledCondition::new(&serde_json::from_value(condition.clone()).unwrap()).unwrap_err();
            assert_eq!(fault.pointer, pointer, "{condition}: {}", fault.message);
        }
    }

    #[test]
    fn a_costly_expression_ends() {
        let condition = json!({"location": "body", "name": "", "comparison": "regex", "value": "(a+)+$"});
        let condition = CompiledCondition::new(&serde_json::from_value(condition).unwrap()).unwrap();
        let body = format!("{}b", "a".repeat(50_000));
        let request = IncomingRequest::new(RequestParts { body: body.as_bytes(), ..RequestParts::default() });
        assert!(!condition.holds(&request));
    }
}
