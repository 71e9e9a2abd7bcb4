//! The same answer again: another body under the same head.

use super::body::{self, Kind};
use super::{AnswerRequest, choose};
use crate::generate::{Context, Outcome, generate};
use crate::release::{Record, RecordBody, RecordExample};

/// Makes further bodies of an answer whose head is always the same. What [`answer`](super::answer) works out for each
/// request is worked out once.
#[derive(Debug, Clone, Copy)]
pub struct Repeat<'r> {
    record: &'r Record,
    media: &'r RecordBody,
    example: Option<&'r RecordExample>,
    status: u16,
}

impl<'r> Repeat<'r> {
    /// `None` where an answer is more than one JSON text, or something else than the declared responses may answer.
    pub fn of(record: &'r Record, request: &AnswerRequest<'_>) -> Option<Self> {
        let choice = choose::choose(record, request).ok()??;
        let (media, content_type, example) = choice.media?;
        let is_json = Kind::of(&content_type) == Kind::Json;
        // Those without a value to generate are left to the runtime.
        let is_bare = choice.response.headers.iter().all(|header| header.root.is_none());
        let is_plain = is_json && is_bare && record.behaviour.is_none();
        is_plain.then_some(Self { record, media, example, status: choice.status })
    }

    /// The status of the answer, which [`Context::status`] is to be.
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Appends a body to `out`: the one that [`answer`](super::answer) makes for the same context.
    pub fn write(&self, context: &Context<'_>, out: &mut Vec<u8>) -> Outcome {
        let (plan, media) = (&self.record.plan, self.media);
        let valid = match (self.example, media.root) {
            (None, Some(root)) => return generate(plan, root, context, out),
            (Some(example), _) => body::write_example(plan, media, example, Kind::Json, context, out),
            (None, None) => body::write(plan, media, Kind::Json, context, out),
        };
        Outcome { valid, work: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;
    use crate::release::{RecordHeader, RecordResponse};
    use crate::respond::{Wishes, answer};
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::json;

    /// `header`: one is declared, with a value to generate or without.
    fn record(media_type: &str, header: Option<bool>, example: Option<&str>) -> Record {
        let schema = json!({"type": "object", "required": ["id", "price"], "properties": {
            "id": {"type": "string", "format": "uuid"}, "price": {"type": "number"}}});
        let source = Source::new(&schema, Dialect::OpenApi31);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("");
        let plan = builder.finish().plan;
        let example =
            example.map(|value| RecordExample { name: "one".into(), value: value.into(), sound: true });
        let body = RecordBody {
            media_type: media_type.into(),
            root: Some(root),
            examples: example.into_iter().collect(),
        };
        let header =
            header.map(|generated| RecordHeader { name: "X-Rate".into(), root: generated.then_some(root) });
        let response = RecordResponse {
            id: 1,
            key: "200".into(),
            status: 200,
            name: None,
            headers: header.into_iter().collect(),
            content: vec![body],
        };
        let responses = vec![response];
        Record { endpoint_id: 9, method: Method::Get, path: "/pets".into(), responses, plan, behaviour: None }
    }

    #[test]
    fn makes_the_bodies_of_answers() {
        for (example, example_first) in [(None, false), (Some("[1]"), true), (Some("[1]"), false)] {
            let record = record("application/json", None, example);
            let request = AnswerRequest { example_first, ..AnswerRequest::default() };
            let repeat = Repeat::of(&record, &request).unwrap();
            let mut all = Vec::new();
            for seed in 0..50 {
                let mut alone = Vec::new();
                let answer = answer(&record, &request, &Context::new(seed), &mut alone).unwrap();
                assert_eq!((answer.status, answer.headers.len()), (repeat.status(), 0));
                let context = Context { status: Some(repeat.status()), ..Context::new(seed) };
                let start = all.len();
                let outcome = repeat.write(&context, &mut all);
                assert_eq!(outcome.valid, answer.valid);
                assert!((1..10).contains(&outcome.work), "{outcome:?}");
                assert_eq!(&all[start..], alone, "{example:?} {example_first} {seed}");
            }
        }
    }

    #[test]
    fn leaves_what_is_more_than_a_json_text() {
        let request = AnswerRequest::default();
        assert!(Repeat::of(&record("application/json", None, None), &request).is_some());
        assert!(Repeat::of(&record("application/json", Some(false), None), &request).is_some());
        assert!(Repeat::of(&record("application/json", Some(true), None), &request).is_none());
        for media_type in ["application/xml", "text/plain", "application/x-ndjson", "image/png"] {
            assert!(Repeat::of(&record(media_type, None, None), &request).is_none(), "{media_type}");
        }
        let wishes = Wishes { code: Some(404), ..Wishes::default() };
        let refused = AnswerRequest { wishes: &wishes, ..request };
        assert!(Repeat::of(&record("application/json", None, None), &refused).is_none());
    }
}
