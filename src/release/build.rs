//! The publish side: an operation of a document is compiled to the record that answers it.

use super::{Record, RecordBody, RecordHeader, RecordResponse};
use crate::model::{MediaSpec, Operation, Problem, Severity};
use crate::respond::may_declare;
use crate::schema::{Direction, Limits, Names, Plan, PlanBuilder, Source};
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
    let mut examples = Examples { document, left: MAX_EXAMPLES_BYTES, problems: Vec::new() };
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

/// Copies examples out of a document, within bounds.
struct Examples<'a> {
    document: &'a Value,
    left: usize,
    problems: Vec<Problem>,
}

impl Examples<'_> {
    fn of(&mut self, media: &MediaSpec) -> Vec<(Box<str>, Box<str>)> {
        let mut kept = Vec::new();
        for example in &media.examples {
            let Some(value) = self.document.pointer(&example.pointer) else { continue };
            let text = value.to_string();
            if text.len() > MAX_EXAMPLE_BYTES.min(self.left) {
                let message =
                    format!("this example has {} bytes, too many to keep: it is left out", text.len());
                self.problems.push(Problem::warning(&*example.pointer, message));
                continue;
            }
            self.left -= text.len();
            kept.push((example.name.as_str().into(), text.into()));
        }
        kept
    }
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
            json!({"s": {"type": "integer"}, "e": {"a": {"b": [1, "é"]}, "big": "x".repeat(300_000)}});
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
        assert_eq!(response.content[0].examples, [("a".into(), "{\"b\":[1,\"é\"]}".into())]);
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
