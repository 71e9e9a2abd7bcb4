//! Bodies of several items: event streams and JSON lines.

use super::Kind;
use crate::generate::{Context, ItemRoot, Outcome, RequestValues, Rng, Variant, generate};
use crate::release::{Record, RecordBody};
use crate::respond::Wishes;
use crate::schema::{Plan, Root};
use serde_json::Value;
use serde_json::value::RawValue;
use std::rc::Rc;

/// The most items that a list is asked for.
const MAX_ITEMS: u32 = 1000;

/// How many items are made where the schema describes one item.
const ITEMS: u16 = 3;
/// How many at most where it describes an array of any length.
const MOST_USUAL: u32 = 5;
/// No item is begun behind this many bytes, unless the schema demands it.
const MAX_BYTES: usize = 4 << 20;
/// How long a body may take with all its intervals, in milliseconds.
const MAX_TIME: u32 = 60_000;

/// A body that is made item by item, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Streaming {
    root: Option<Root>,
    kind: Kind,
    /// How many items the caller wishes for.
    items: Option<u16>,
    /// Milliseconds between two items that the caller wishes for.
    interval: u16,
}

impl Streaming {
    /// The items of a body; `None` for kinds of media types that have none.
    pub(in crate::respond) fn of(media: &RecordBody, kind: Kind, wishes: &Wishes) -> Option<Self> {
        let has_items = matches!(kind, Kind::JsonLines | Kind::JsonSequence | Kind::EventStream);
        let interval = wishes.interval.unwrap_or(0);
        has_items.then_some(Self { root: media.root, kind, items: wishes.items, interval })
    }

    /// Appends all items at once. Returns whether all of them are valid.
    pub(in crate::respond) fn write(&self, plan: &Plan, context: &Context<'_>, out: &mut Vec<u8>) -> bool {
        let mut items = Items::new(self, plan, context);
        let mut valid = true;
        while let Some(fits) = items.next(plan, context, out) {
            valid &= fits;
        }
        valid
    }
}

/// A body that is being made item by item: what it needs is its own, so that it outlives the request.
///
/// The bytes are those that [`crate::respond::answer`] writes at once where it is not asked to stream.
#[derive(Debug)]
pub struct ItemStream {
    record: Rc<Record>,
    context: Context<'static>,
    request: Option<RequestValues>,
    items: Items,
    interval: u32,
}

impl ItemStream {
    /// Begins a body of a record. `context` is that of the answer.
    pub fn new(record: Rc<Record>, streaming: &Streaming, context: &Context<'_>) -> Self {
        let items = Items::new(streaming, &record.plan, context);
        let pauses = items.count.saturating_sub(1).max(1) as u32;
        let interval = u32::from(streaming.interval).min(MAX_TIME / pauses);
        let request = context.request.cloned();
        let Context { seed, now, locale, zone, status, max_bytes, max_depth, variant, .. } = *context;
        let context =
            Context { seed, now, locale, zone, request: None, status, max_bytes, max_depth, variant };
        Self { record, context, request, items, interval }
    }

    /// Milliseconds to wait between two items. All pauses together take a minute at most.
    pub fn interval(&self) -> u32 {
        self.interval
    }

    /// Appends the next item. False when there is none.
    pub fn next(&mut self, out: &mut Vec<u8>) -> bool {
        let context = Context { request: self.request.as_ref(), ..self.context.clone() };
        self.items.next(&self.record.plan, &context, out).is_some()
    }
}

/// Where the items come from.
#[derive(Debug)]
enum Origin {
    /// The schema describes one.
    One(Option<Root>),
    /// The schema describes an array of them.
    Array(ItemRoot),
    /// The array had to be made as a whole.
    Made { items: std::vec::IntoIter<Box<str>>, valid: bool },
}

#[derive(Debug)]
struct Items {
    kind: Kind,
    origin: Origin,
    at: usize,
    count: usize,
    /// How many of them the schema demands.
    min: usize,
    bytes: usize,
    json: Vec<u8>,
}

impl Items {
    fn new(streaming: &Streaming, plan: &Plan, context: &Context<'_>) -> Self {
        let (origin, count, min) = Self::origin(streaming, plan, context);
        Self { kind: streaming.kind, origin, at: 0, count, min, bytes: 0, json: Vec::new() }
    }

    fn origin(streaming: &Streaming, plan: &Plan, context: &Context<'_>) -> (Origin, usize, usize) {
        let one = |root| (Origin::One(root), usize::from(streaming.items.unwrap_or(ITEMS)), 0);
        let Some(root) = streaming.root else { return one(None) };
        let usual = context.variant.is_none_or(|variant| variant == Variant::Unicode);
        if let Some(items) = ItemRoot::of(plan, root).filter(|_| usual) {
            let asked = context.request.and_then(|request| request.limit);
            let wanted = streaming.items.map(u32::from).or(asked.map(|limit| limit.min(MAX_ITEMS)));
            let few = items.min.max(1);
            let random = || Rng::new(context.seed).between(few as usize, few.max(MOST_USUAL) as usize) as u32;
            let count = wanted.unwrap_or_else(random).clamp(items.min, items.max.max(items.min));
            return (Origin::Array(items), count as usize, items.min as usize);
        }
        if !plan.is_array(root) {
            return one(Some(root));
        }
        let mut request = context.request.cloned().unwrap_or_default();
        request.limit = streaming.items.map(u32::from).or(request.limit);
        let mut json = Vec::new();
        let context = Context { request: Some(&request), ..context.clone() };
        let Outcome { valid, .. } = generate(plan, root, &context, &mut json);
        let Ok(parts) = serde_json::from_slice::<Vec<&RawValue>>(&json) else { return one(Some(root)) };
        let items: Vec<Box<str>> = parts.into_iter().map(|part| part.get().into()).collect();
        let count = items.len();
        (Origin::Made { items: items.into_iter(), valid }, count, count)
    }

    /// Appends the next item, and says whether it is valid; `None` when there is none.
    fn next(&mut self, plan: &Plan, context: &Context<'_>, out: &mut Vec<u8>) -> Option<bool> {
        if self.at >= self.count || self.at >= self.min && self.bytes >= MAX_BYTES {
            return None;
        }
        self.json.clear();
        let valid = match &mut self.origin {
            Origin::One(Some(root)) => {
                let seed = context.seed.wrapping_add(self.at as u64);
                generate(plan, *root, &Context { seed, ..context.clone() }, &mut self.json).valid
            }
            Origin::One(None) => {
                self.json.extend_from_slice(b"{}");
                true
            }
            Origin::Array(items) => items.generate(plan, self.at, context, &mut self.json).valid,
            Origin::Made { items, valid } => {
                self.json.extend_from_slice(items.next()?.as_bytes());
                *valid
            }
        };
        self.at += 1;
        let start = out.len();
        item(self.kind, &self.json, out);
        self.bytes += out.len() - start;
        Some(valid)
    }
}

/// Appends the items of an array, or the one item that another value is.
pub(super) fn write_once(kind: Kind, json: &[u8], out: &mut Vec<u8>) {
    let Ok(items) = serde_json::from_slice::<Vec<&RawValue>>(json) else {
        return item(kind, json, out);
    };
    for json in items {
        item(kind, json.get().as_bytes(), out);
    }
}

fn item(kind: Kind, json: &[u8], out: &mut Vec<u8>) {
    match kind {
        Kind::EventStream => event(json, out),
        Kind::JsonSequence => {
            out.push(0x1e);
            line(json, out);
            out.push(b'\n');
        }
        _ => {
            line(json, out);
            out.push(b'\n');
        }
    }
}

/// JSON text on one line. Line ends in JSON stand between tokens only (in strings they are escaped), so that a space
/// can take their place.
fn line(json: &[u8], out: &mut Vec<u8>) {
    out.extend(json.iter().map(|&byte| if matches!(byte, b'\r' | b'\n') { b' ' } else { byte }));
}

/// One event. An object with `data` and no members but the fields of an event is taken apart, as schemas for event
/// streams are commonly written (OpenAPI 3.2 section 4.14.3); anything else is the data itself.
fn event(json: &[u8], out: &mut Vec<u8>) {
    let fields = serde_json::from_slice::<Value>(json).ok();
    let fields = fields.as_ref().and_then(Value::as_object).filter(|fields| {
        fields.contains_key("data")
            && fields
                .keys()
                .all(|name| matches!(name.as_str(), "data" | "event" | "id" | "retry" | "comment"))
    });
    let Some(fields) = fields else {
        out.extend_from_slice(b"data: ");
        line(json, out);
        out.extend_from_slice(b"\n\n");
        return;
    };
    for (name, value) in fields {
        let name = if name == "comment" { "" } else { name };
        for text in super::text::plain(value).split(['\r', '\n']) {
            out.extend_from_slice(format!("{name}: {}\n", text.replace('\0', "")).as_bytes());
        }
    }
    out.push(b'\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::json;

    fn record(schema: &Value) -> (Rc<Record>, Root) {
        let document = json!({"s": schema});
        let source = Source::new(&document, Dialect::OpenApi31);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("/s");
        let plan = builder.finish().plan;
        let record = Record {
            endpoint_id: 1,
            method: Method::Get,
            path: "/".into(),
            responses: vec![],
            plan,
            behaviour: None,
        };
        (Rc::new(record), root)
    }

    /// The items made one by one; they are the same as all at once.
    fn items(kind: Kind, schema: &Value, wished: Option<u16>) -> Vec<String> {
        let (record, root) = record(schema);
        let streaming = Streaming { root: Some(root), kind, items: wished, interval: 0 };
        let context = Context::new(5);
        let mut whole = Vec::new();
        assert!(streaming.write(&record.plan, &context, &mut whole));
        let mut stream = ItemStream::new(record, &streaming, &context);
        let mut items = Vec::new();
        loop {
            let mut out = Vec::new();
            if !stream.next(&mut out) {
                break;
            }
            items.push(String::from_utf8(out).unwrap());
        }
        assert!(!stream.next(&mut Vec::new()));
        assert_eq!(items.concat().as_bytes(), whole);
        items
    }

    #[test]
    fn items_come_one_by_one() {
        let event = json!({"const": {"event": "tick", "id": 7, "data": {"a": 1}}});
        let cases = [
            (Kind::JsonLines, json!({"const": {"a": 1}}), None, vec!["{\"a\":1}\n"; 3]),
            (Kind::JsonLines, json!({"const": 1}), Some(5), vec!["1\n"; 5]),
            (Kind::JsonLines, json!({"const": 1}), Some(0), vec![]),
            (Kind::JsonLines, json!({"type": "array", "items": {"const": 1}}), Some(7), vec!["1\n"; 7]),
            (
                Kind::JsonLines,
                json!({"type": "array", "items": {"const": 1}, "maxItems": 2}),
                Some(7),
                vec!["1\n"; 2],
            ),
            (
                Kind::JsonLines,
                json!({"type": "array", "items": {"const": 1}, "minItems": 2}),
                Some(0),
                vec!["1\n"; 2],
            ),
            (Kind::JsonSequence, json!({"const": [1, 2]}), None, vec!["\u{1e}1\n", "\u{1e}2\n"]),
            (Kind::EventStream, json!({"const": 5}), None, vec!["data: 5\n\n"; 3]),
            (Kind::EventStream, event, Some(1), vec!["event: tick\nid: 7\ndata: {\"a\":1}\n\n"]),
            (
                Kind::EventStream,
                json!({"const": [{"data": "a\nb"}, {"data": 1, "more": 2}]}),
                None,
                vec!["data: a\ndata: b\n\n", "data: {\"data\":1,\"more\":2}\n\n"],
            ),
        ];
        for (kind, schema, wished, expected) in cases {
            assert_eq!(items(kind, &schema, wished), expected, "{kind:?} {schema}");
        }
    }

    #[test]
    fn items_differ_and_arrays_have_some() {
        let text = json!({"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "format": "uuid"}}});
        for schema in [
            text.clone(),
            json!({"type": "array", "items": text.clone()}),
            json!({"type": "array", "uniqueItems": true, "items": text}),
        ] {
            let mut items = items(Kind::JsonLines, &schema, Some(40));
            assert_eq!(items.len(), 40, "{schema}");
            items.sort();
            items.dedup();
            assert_eq!(items.len(), 40, "{schema}");
        }
        let some = items(Kind::JsonLines, &json!({"type": "array", "items": {"const": 1}}), None);
        assert!((1..=5).contains(&some.len()));
    }

    #[test]
    fn long_streams_end() {
        let (record, root) = record(&json!({"type": "string", "minLength": 100_000, "maxLength": 100_000}));
        let streaming =
            Streaming { root: Some(root), kind: Kind::JsonLines, items: Some(1000), interval: 60_000 };
        let mut stream = ItemStream::new(record, &streaming, &Context::new(1));
        assert_eq!(stream.interval(), 60);
        let (mut bytes, mut out) = (0, Vec::new());
        while stream.next(&mut out) {
            bytes += out.len();
            out.clear();
        }
        assert!((MAX_BYTES..MAX_BYTES + 200_000).contains(&bytes), "{bytes}");
    }

    #[test]
    fn examples_are_taken_apart() {
        let cases = [
            (Kind::JsonLines, "[1,{\"a\":[2]}]", "1\n{\"a\":[2]}\n"),
            (Kind::JsonLines, "[]", ""),
            (Kind::JsonLines, "[{\n\"a\": 1\r\n}]", "{ \"a\": 1  }\n"),
            (Kind::JsonSequence, "[1,2]", "\u{1e}1\n\u{1e}2\n"),
            (Kind::EventStream, "[\"x\",{\"a\":1}]", "data: \"x\"\n\ndata: {\"a\":1}\n\n"),
        ];
        for (kind, json, expected) in cases {
            let mut out = Vec::new();
            write_once(kind, json.as_bytes(), &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected, "{kind:?} {json}");
        }
    }
}
