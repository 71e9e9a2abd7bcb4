//! The publish side: an operation of a document is compiled to the record that answers it.

use super::{Record, RecordBody, RecordExample, RecordHeader, RecordResponse};
use crate::model::{MediaSpec, Operation, Problem, Severity};
use crate::respond::may_declare;
use crate::schema::{Direction, Limits, Names, Plan, PlanBuilder, Source, check_all};
use serde_json::Value;
use std::collections::HashSet;

/// No record is larger than this, in bytes: it has to fit a row of the object's database.
pub const MAX_RECORD_BYTES: usize = 1_800_000;
/// An example larger than this, in bytes, is left out: a body is generated instead.
const MAX_EXAMPLE_BYTES: usize = 256 * 1024;
/// All examples of one operation together.
const MAX_EXAMPLES_BYTES: usize = 1024 * 1024;

/// One operation to compile.
#[derive(Debug, Clone, Copy)]
pub struct EndpointSource<'a> {
    /// The endpoint's id.
    pub id: u64,
    /// The operation.
    pub operation: &'a Operation,
    /// Ids of its responses, in the same order.
    pub response_ids: &'a [u64],
    /// Which rules say what names mean.
    pub names: &'a Names,
}

/// A compiled operation.
#[derive(Debug)]
pub struct CompiledEndpoint {
    /// The encoded [`Record`].
    pub record: Vec<u8>,
    /// What was found wrong with its schemas and examples.
    pub problems: Vec<Problem>,
}

/// Compiles one operation. `source` holds what was already read of the document's schemas and is meant to be used for
/// all of its operations; `document` is the same document.
pub fn compile_endpoint(
    source: &mut Source<'_>,
    document: &Value,
    endpoint: EndpointSource<'_>,
) -> CompiledEndpoint {
    let operation = endpoint.operation;
    let source = &*source;
    let mut examples = Examples { source, document, left: MAX_EXAMPLES_BYTES, problems: Vec::new() };
    let names = endpoint.names.clone().of_path(&operation.path);
    let mut builder = PlanBuilder::new(source, Direction::Response, Limits::default()).with_names(names);
    let mut responses = Vec::with_capacity(operation.responses.len());
    for (index, response) in operation.responses.iter().enumerate() {
        let headers = response.headers.iter().map(|header| RecordHeader {
            name: header.name.as_str().into(),
            root: header
                .schema
                .as_deref()
                .filter(|_| may_declare(&header.name))
                .map(|pointer| builder.named_root(pointer, &header.name)),
        });
        let headers = headers.collect();
        let content = response.content.iter().map(|media| RecordBody {
            media_type: media.media_type.as_str().into(),
            root: media.schema.as_deref().map(|pointer| match response.status {
                400.. => builder.named_root(pointer, "error"),
                _ => builder.root(pointer),
            }),
            examples: examples.of(media),
        });
        responses.push(RecordResponse {
            id: endpoint.response_ids.get(index).copied().unwrap_or_default(),
            key: response.key.as_str().into(),
            status: response.status,
            name: response.name.as_deref().map(Into::into),
            headers,
            content: content.collect(),
        });
    }
    let compiled = builder.finish();
    let mut problems = compiled.problems;
    problems.append(&mut examples.problems);
    let mut record = Record {
        endpoint_id: endpoint.id,
        method: operation.method,
        path: operation.path.as_str().into(),
        responses,
        plan: compiled.plan,
        behaviour: None,
    };
    let mut bytes = encode(&record);
    if bytes.len() > MAX_RECORD_BYTES {
        let message = format!(
            "compiled, this operation takes {} bytes, {MAX_RECORD_BYTES} are allowed: its bodies are left empty; \
             give it smaller schemas or fewer examples",
            bytes.len()
        );
        problems.push(Problem::error(&*operation.pointer, message));
        forget_bodies(&mut record);
        bytes = encode(&record);
    }
    CompiledEndpoint { record: bytes, problems }
}

fn encode(record: &Record) -> Vec<u8> {
    // Lists, numbers and strings always serialize.
    postcard::to_allocvec(record).unwrap_or_default()
}

/// Keeps statuses and media types only.
fn forget_bodies(record: &mut Record) {
    record.plan = Plan::default();
    for response in &mut record.responses {
        response.headers.clear();
        for body in &mut response.content {
            body.root = None;
            body.examples.clear();
        }
    }
}

/// Copies examples out of a document, within bounds, and checks them.
struct Examples<'s, 'a> {
    source: &'s Source<'a>,
    document: &'s Value,
    left: usize,
    problems: Vec<Problem>,
}

impl Examples<'_, '_> {
    fn of(&mut self, media: &MediaSpec) -> Vec<RecordExample> {
        let mut kept = Vec::new();
        for example in &media.examples {
            let Some(value) = self.document.pointer(&example.pointer) else { continue };
            let (text, broken) = self.read(media, value);
            if text.len() > MAX_EXAMPLE_BYTES.min(self.left) {
                let message =
                    format!("this example has {} bytes, too many to keep: it is left out", text.len());
                self.problems.push(Problem::warning(&*example.pointer, message));
                continue;
            }
            self.left -= text.len();
            let sound = broken.is_none();
            if let Some(broken) = broken {
                let message = format!(
                    "this example does not fit its schema, so that only `example=` gets it: {broken}"
                );
                self.problems.push(Problem::warning(&*example.pointer, message));
            }
            kept.push(RecordExample { name: example.name.as_str().into(), value: text.into(), sound });
        }
        kept
    }

    /// The JSON text of an example, and how it breaks its schema.
    fn read(&self, media: &MediaSpec, value: &Value) -> (String, Option<String>) {
        let inner = value.as_str().and_then(json_in_text);
        let schema = media.schema.as_deref().and_then(|pointer| self.source.at(pointer));
        let Some(schema) = schema else {
            return (inner.map_or_else(|| value.to_string(), |(text, _)| text.to_owned()), None);
        };
        let check = |value: &Value| check_all(self.source, &[schema], Direction::Response, value);
        // Documents often give JSON as text.
        if let Some((text, inner)) = &inner
            && check(inner).is_ok()
        {
            return ((*text).to_owned(), None);
        }
        let Err(violation) = check(value) else { return (value.to_string(), None) };
        let wants_no_text =
            violation.pointer.is_empty() && matches!(violation.keyword, "type" | "anyOf" | "oneOf");
        if value.is_string() && wants_no_text && !is_one_json(&media.media_type) {
            // The body as it is sent: XML, CSV, lines.
            return (value.to_string(), None);
        }
        let (text, violation) = match inner.filter(|_| wants_no_text) {
            Some((text, inner)) => (text.to_owned(), check(&inner).err().unwrap_or(violation)),
            None => (value.to_string(), violation),
        };
        let place = if violation.pointer.is_empty() { "the value" } else { &violation.pointer };
        (text, Some(format!("{place} breaks `{}`", violation.keyword)))
    }
}

/// The object or array that a text is the JSON of, with the text.
fn json_in_text(text: &str) -> Option<(&str, Value)> {
    let text = text.trim();
    if !text.starts_with(['{', '[']) {
        return None;
    }
    Some((text, serde_json::from_str(text).ok()?))
}

/// Whether bodies of a media type are one JSON text, so that a string is a JSON string in it.
fn is_one_json(media_type: &str) -> bool {
    let base = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    let lines = ["ndjson", "jsonl", "json-lines", "json-seq"];
    matches!(&*base, "" | "*" | "*/*" | "application/*")
        || base.contains("json") && !lines.iter().any(|name| base.contains(name))
}

/// Problems without repetitions (many operations use one schema), up to a number.
#[derive(Debug, Default)]
pub struct ProblemList {
    problems: Vec<Problem>,
    known: HashSet<(String, String)>,
    left_out: usize,
}

impl ProblemList {
    /// More than this many are counted and not listed.
    pub const MAX: usize = 500;

    /// Adds problems, in order.
    pub fn extend(&mut self, problems: impl IntoIterator<Item = Problem>) {
        for problem in problems {
            if self.known.insert((problem.pointer.clone(), problem.message.clone())) {
                if self.problems.len() < Self::MAX {
                    self.problems.push(problem);
                } else {
                    self.left_out += 1;
                }
            }
        }
    }

    /// The list; its last entry says how many were left out.
    pub fn finish(mut self) -> Vec<Problem> {
        if self.left_out > 0 {
            let message = format!("{} more problems are not listed", self.left_out);
            self.problems.push(Problem { severity: Severity::Warning, pointer: String::new(), message });
        }
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ExampleSpec, HeaderSpec, Method, ResponseSpec};
    use crate::release::decode_record;
    use crate::schema::Dialect;
    use serde_json::json;

    fn example(pointer: &str) -> ExampleSpec {
        ExampleSpec { name: pointer.rsplit('/').next().unwrap_or_default().into(), pointer: pointer.into() }
    }

    fn operation(examples: Vec<ExampleSpec>) -> Operation {
        let media = MediaSpec { media_type: "application/json".into(), schema: Some("/s".into()), examples };
        let header = HeaderSpec { name: "X-Total".into(), required: true, schema: None };
        let response = ResponseSpec {
            key: "200".into(),
            status: 200,
            name: None,
            pointer: String::new(),
            headers: vec![header],
            content: vec![media],
        };
        Operation {
            method: Method::Get,
            path: "/pets".into(),
            name: "Pets".into(),
            operation_id: None,
            pointer: "/paths/~1pets/get".into(),
            folder: String::new(),
            responses: vec![response],
        }
    }

    fn compile(document: &Value, operation: &Operation) -> CompiledEndpoint {
        let mut source = Source::new(document, Dialect::OpenApi31);
        let names = Names::default();
        let endpoint = EndpointSource { id: 4, operation, response_ids: &[11], names: &names };
        compile_endpoint(&mut source, document, endpoint)
    }

    #[test]
    fn records_carry_what_the_operation_declares() {
        let document =
            json!({"s": {"type": "object"}, "e": {"a": {"b": [1, "é"]}, "big": "x".repeat(300_000)}});
        let operation = operation(vec![example("/e/a"), example("/e/missing"), example("/e/big")]);
        let compiled = compile(&document, &operation);
        assert_eq!(compiled.problems.len(), 1, "{:?}", compiled.problems);
        assert_eq!(compiled.problems[0].pointer, "/e/big");
        let record = decode_record(&compiled.record).unwrap();
        assert_eq!((record.endpoint_id, record.method, &*record.path), (4, Method::Get, "/pets"));
        let [response] = &record.responses[..] else { panic!("one response") };
        assert_eq!((response.id, response.status, &*response.key), (11, 200, "200"));
        assert_eq!(response.headers[0].root, None);
        assert!(response.content[0].root.is_some());
        let kept = RecordExample { name: "a".into(), value: "{\"b\":[1,\"é\"]}".into(), sound: true };
        assert_eq!(response.content[0].examples, [kept]);
        assert_eq!(compile(&document, &operation).record, compiled.record);
    }

    #[test]
    fn examples_are_bounded_together() {
        let document = json!({"s": true, "e": "x".repeat(200_000)});
        let operation = operation(vec![example("/e"); 9]);
        let compiled = compile(&document, &operation);
        assert_eq!(compiled.problems.len(), 4, "{:?}", compiled.problems);
        assert!(compiled.record.len() < MAX_RECORD_BYTES);
    }

    #[test]
    fn examples_are_checked() {
        const JSON: &str = "application/json";
        let object = || Some(json!({"type": "object", "required": ["a"]}));
        let text = || Some(json!({"type": "string", "maxLength": 3}));
        let cases = [
            (JSON, object(), json!({"a": 1}), "{\"a\":1}", None),
            (JSON, object(), json!({"b": 1}), "{\"b\":1}", Some("the value breaks `required`")),
            (JSON, object(), json!(" {\"a\": 1}\n"), "{\"a\": 1}", None),
            (JSON, object(), json!("{\"b\": 1}"), "{\"b\": 1}", Some("the value breaks `required`")),
            (JSON, object(), json!("{\"a\": "), "\"{\\\"a\\\": \"", Some("the value breaks `type`")),
            (JSON, None, json!("[1]"), "[1]", None),
            (JSON, None, json!("7"), "\"7\"", None),
            (JSON, Some(json!({})), json!("{\"a\":1}"), "{\"a\":1}", None),
            (JSON, text(), json!("{}"), "\"{}\"", None),
            (JSON, text(), json!("[1, 2]"), "\"[1, 2]\"", Some("the value breaks `maxLength`")),
            ("*/*", object(), json!("x"), "\"x\"", Some("the value breaks `type`")),
            ("application/xml", object(), json!("<a/>"), "\"<a/>\"", None),
            ("application/x-ndjson", object(), json!("{}\n{}"), "\"{}\\n{}\"", None),
            ("text/plain", text(), json!("long"), "\"long\"", Some("the value breaks `maxLength`")),
        ];
        for (media_type, schema, value, kept, broken) in cases {
            let document = json!({"s": schema, "e": value});
            let mut operation = operation(vec![example("/e")]);
            let media = &mut operation.responses[0].content[0];
            media.media_type = media_type.into();
            media.schema = schema.as_ref().map(|_| "/s".into());
            let compiled = compile(&document, &operation);
            let record = decode_record(&compiled.record).unwrap();
            let example = &record.responses[0].content[0].examples[0];
            assert_eq!((&*example.value, example.sound), (kept, broken.is_none()), "{document}");
            let messages: Vec<_> = compiled.problems.iter().map(|problem| problem.message.as_str()).collect();
            match broken {
                None => assert_eq!(messages, [""; 0], "{document}"),
                Some(broken) => assert!(messages[0].ends_with(broken), "{document}: {messages:?}"),
            }
        }
    }

    #[test]
    fn damaged_records_are_errors() {
        let document =
            json!({"s": {"type": "object", "properties": {"a": {"type": "string"}}}, "e": {"a": "b"}});
        let record = compile(&document, &operation(vec![example("/e")])).record;
        for end in 0..record.len() {
            // Some prefixes could be records of their own, but for the last field.
            let _ = decode_record(&record[..end]);
        }
        assert!(decode_record(&record[..10]).is_err());
        for position in 0..record.len() {
            let mut bytes = record.clone();
            bytes[position] ^= 0xFF;
            let _ = decode_record(&bytes);
        }
    }

    #[test]
    fn problems_are_listed_once() {
        let mut list = ProblemList::default();
        let numbered = |n: usize| Problem::error(format!("/{n}"), "wrong");
        list.extend((0..ProblemList::MAX).map(numbered));
        list.extend((0..ProblemList::MAX).map(numbered));
        list.extend([numbered(ProblemList::MAX), numbered(ProblemList::MAX), Problem::warning("/0", "odd")]);
        let problems = list.finish();
        assert_eq!(problems.len(), ProblemList::MAX + 1);
        assert!(problems.last().unwrap().message.starts_with("2 more"));
    }
}
