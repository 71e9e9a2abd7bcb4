//! What a document brings of what owners set for an endpoint: held to the rules that the API holds owners to.

use super::EndpointMockChange;
use crate::error::ManagementError;
use crate::model::{EndpointMock, Problem};
use serde_json::json;

/// What can be taken of it, with ids; what breaks a rule is reported at `pointer` and left out.
pub fn take_brought_mock(
    brought: &EndpointMock,
    pointer: &str,
    new_id: &mut impl FnMut() -> u64,
    problems: &mut Vec<Problem>,
) -> EndpointMock {
    let mut taken = EndpointMock { default_method: brought.default_method, ..EndpointMock::default() };
    let mut change =
        |change: Result<EndpointMockChange, ManagementError>, what: &str, taken: &mut EndpointMock| {
            match change.and_then(|change| change.apply(taken, new_id)) {
                Ok(after) => *taken = after,
                Err(error) => problems.push(Problem::error(pointer, format!("{what} is left out: {error}"))),
            }
        };
    for mock in &brought.custom_mocks {
        let what = format!("the custom mock `{}`", mock.name.chars().take(60).collect::<String>());
        let mut body = json!(mock);
        if let Some(fields) = body.as_object_mut() {
            fields.remove("id");
        }
        change(EndpointMockChange::add(body.to_string().as_bytes()), &what, &mut taken);
    }
    if let Some(script) = &brought.script {
        let body = json!(script).to_string();
        change(EndpointMockChange::script(body.as_bytes()), "the mock script", &mut taken);
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn sound_parts_are_taken_and_others_named() {
        let mock = |name: &str, pattern: &str| {
            let condition =
                json!({"location": "query", "name": "a", "comparison": "regex", "value": pattern});
            json!({"name": name, "conditions": [condition], "response": {"status": 410}})
        };
        let brought: Value = json!({
            "defaultMethod": "example",
            "customMocks": [mock("a", "x"), mock("open", "("), mock("b", "y")],
            "script": {"enabled": false, "source": "1"},
        });
        let brought: EndpointMock = serde_json::from_value(brought).unwrap();
        let mut problems = Vec::new();
        let mut id = 10;
        let mut new_id = || {
            id += 1;
            id
        };
        let taken = take_brought_mock(&brought, "/paths/~1a/get", &mut new_id, &mut problems);
        let ids: Vec<_> = taken.custom_mocks.iter().map(|mock| (mock.id, mock.name.as_str())).collect();
        assert_eq!(ids, [(11, "a"), (12, "b")]);
        assert_eq!((taken.script, taken.default_method), (brought.script, brought.default_method));
        assert_eq!(problems.len(), 1);
        assert!(problems[0].message.starts_with("the custom mock `open` is left out"), "{problems:?}");
    }
}
