//! Why an answer is what it is, for callers who ask with `__explain=true`.

use super::custom::CompiledMock;
use crate::release::{RecordExample, RecordResponse};
use crate::request::IncomingRequest;
use crate::script::ascii;
use serde_json::{Value, json};

/// The header that tells.
pub const HEADER: &str = "x-edgemock-answer";
/// How many custom mocks that did not fit are told of.
const MAX_TRIED: usize = 40;

/// What made an answer.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reason<'r> {
    /// The request breaks a rule of the document.
    Refused,
    /// A custom mock; whether the caller named it.
    CustomMock(&'r CompiledMock, bool),
    /// A declared response; the example that it is, else it is made up.
    Declared(&'r RecordResponse, Option<&'r RecordExample>),
    /// The endpoint declares no response.
    Undeclared,
}

/// The value of the header: JSON in ASCII. `tried` are the custom mocks that were asked before the answer was found.
pub(super) fn explain(
    reason: Reason<'_>,
    tried: &[CompiledMock],
    incoming: Option<&IncomingRequest<'_>>,
) -> String {
    let before = match reason {
        Reason::CustomMock(_, true) | Reason::Refused => 0,
        Reason::CustomMock(mock, false) => tried.iter().take_while(|other| other.id() != mock.id()).count(),
        Reason::Declared(..) | Reason::Undeclared => tried.len(),
    };
    let failed: Vec<Value> = incoming
        .into_iter()
        .flat_map(|incoming| {
            tried
                .iter()
                .take(before.min(MAX_TRIED))
                .map(|mock| json!({"id": mock.id(), "condition": mock.first_unmet(incoming)}))
        })
        .collect();
    let mut told = match reason {
        Reason::Refused => json!({"kind": "refused"}),
        Reason::CustomMock(mock, named) => {
            json!({"kind": "customMock", "customMock": {"id": mock.id(), "name": mock.name()}, "named": named})
        }
        Reason::Declared(response, example) => json!({
            "kind": if example.is_some() { "example" } else { "generated" },
            "response": {"id": response.id, "key": short(&response.key)},
            "example": example.map(|example| short(&example.name)),
        }),
        Reason::Undeclared => json!({"kind": "undeclared"}),
    };
    if !failed.is_empty() {
        told["unfit"] = json!(failed);
    }
    ascii(&told.to_string())
}

fn short(text: &str) -> String {
    text.chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::RequestParts;

    #[test]
    fn tells_what_made_the_answer() {
        let mock = |id: u64, name: &str, page: &str| {
            let condition =
                json!({"location": "query", "name": "page", "comparison": "equal", "value": page});
            let mock = json!({"id": id, "name": name, "conditions": [condition], "response": {}});
            CompiledMock::new(&serde_json::from_value(mock).unwrap()).unwrap()
        };
        let mocks = [mock(1, "Öne", "1"), mock(2, "Two", "2")];
        let incoming = IncomingRequest::new(RequestParts { query: "page=2", ..RequestParts::default() });
        let response = RecordResponse {
            id: 5,
            key: "200".into(),
            status: 200,
            name: None,
            headers: vec![],
            content: vec![],
        };
        let example = RecordExample { name: "cat".into(), value: "1".into(), sound: true };
        let cases = [
            (Reason::Refused, json!({"kind": "refused"})),
            (
                Reason::CustomMock(&mocks[1], false),
                json!({"kind": "customMock", "customMock": {"id": 2, "name": "Two"}, "named": false,
                    "unfit": [{"id": 1, "condition": 0}]}),
            ),
            (
                Reason::CustomMock(&mocks[0], true),
                json!({"kind": "customMock", "customMock": {"id": 1, "name": "Öne"}, "named": true}),
            ),
            (
                Reason::Declared(&response, Some(&example)),
                json!({"kind": "example", "response": {"id": 5, "key": "200"}, "example": "cat",
                    "unfit": [{"id": 1, "condition": 0}, {"id": 2, "condition": null}]}),
            ),
            (
                Reason::Undeclared,
                json!({"kind": "undeclared",
                "unfit": [{"id": 1, "condition": 0}, {"id": 2, "condition": null}]}),
            ),
        ];
        for (reason, expected) in cases {
            let header = explain(reason, &mocks, Some(&incoming));
            assert!(header.is_ascii(), "{header}");
            assert_eq!(serde_json::from_str::<Value>(&header).unwrap(), expected);
        }
        let header = explain(Reason::Declared(&response, None), &mocks, None);
        assert_eq!(
            serde_json::from_str::<Value>(&header).unwrap(),
            json!({"kind": "generated", "response": {"id": 5, "key": "200"}, "example": null})
        );
    }
}
