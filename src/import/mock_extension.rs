//! `x-edgemock-mock` on an operation: what an owner sets for the endpoint, written into its document.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::pointer::Path;
use super::problems::Problems;
use crate::model::{CustomMock, EndpointMock, Operation};

/// The name of the extension.
pub(super) const KEY: &str = "x-edgemock-mock";
/// How many custom mocks one operation may bring.
const MAX_MOCKS: usize = 1_000;
/// What a custom mock may answer with.
pub(super) const STATUSES: std::ops::RangeInclusive<u16> = 200..=599;
/// How long a custom mock may wait, in milliseconds.
pub(super) const MAX_DELAY: u32 = 60_000;

/// What the operations of a document bring, by their index. Parts that cannot be read are reported, the others count.
pub(super) fn of_operations(
    root: &Value,
    operations: &[Operation],
    problems: &mut Problems,
) -> Vec<(usize, EndpointMock)> {
    let mut found = Vec::new();
    for (index, operation) in operations.iter().enumerate() {
        let Some(extension) = root.pointer(&operation.pointer).and_then(|value| value.get(KEY)) else {
            continue;
        };
        let at = Path::At(&operation.pointer);
        let mock = read(extension, &Path::Member(&at, KEY), problems);
        if mock != EndpointMock::default() {
            found.push((index, mock));
        }
    }
    found
}

fn read(extension: &Value, at: &Path<'_>, problems: &mut Problems) -> EndpointMock {
    let mut mock = EndpointMock::default();
    let Value::Object(members) = extension else {
        problems.error(at, "must be an object with `customMocks`, `script` or `defaultMethod`");
        return mock;
    };
    for (name, value) in members {
        let here = Path::Member(at, name);
        match name.as_str() {
            "customMocks" => mock.custom_mocks = custom_mocks(value, &here, problems),
            "script" => mock.script = part(value, &here, problems),
            "defaultMethod" => mock.default_method = part(value, &here, problems),
            _ => problems.warning(&here, format!("`{name}` is not known here: it has no effect")),
        }
    }
    mock
}

fn custom_mocks(value: &Value, at: &Path<'_>, problems: &mut Problems) -> Vec<CustomMock> {
    let Value::Array(items) = value else {
        problems.error(at, "must be a list of custom mocks");
        return Vec::new();
    };
    if items.len() > MAX_MOCKS {
        let message = format!("there are {} custom mocks, the first {MAX_MOCKS} are taken", items.len());
        problems.limit(at, message);
    }
    let mut mocks = Vec::new();
    for (index, item) in items.iter().enumerate().take(MAX_MOCKS) {
        let here = Path::Item(at, index);
        let Some(mock) = part::<CustomMock>(item, &here, problems) else { continue };
        let response = Path::Member(&here, "response");
        if mock.response.status.is_some_and(|status| !STATUSES.contains(&status)) {
            let message = "must be from 200 to 599: this custom mock is left out";
            problems.error(&Path::Member(&response, "status"), message);
        } else if mock.response.delay > MAX_DELAY {
            let message = format!("must be at most {MAX_DELAY} milliseconds: this custom mock is left out");
            problems.error(&Path::Member(&response, "delay"), message);
        } else {
            // Ids are given out here.
            mocks.push(CustomMock { id: 0, ..mock });
        }
    }
    mocks
}

fn part<T: DeserializeOwned>(value: &Value, at: &Path<'_>, problems: &mut Problems) -> Option<T> {
    match T::deserialize(value) {
        Ok(part) => Some(part),
        Err(error) => {
            problems.error(at, format!("cannot be read, it has no effect: {error}"));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ImportOptions, read as read_document};
    use crate::model::DefaultMethod;
    use serde_json::json;

    #[test]
    fn what_can_be_read_counts() {
        let extension = json!({
            "defaultMethod": "example",
            "script": {"source": "x", "enabled": "yes"},
            "customMocks": [
                {"id": 9, "name": "Gone", "response": {"status": 410}},
                {"conditions": [{"location": "moon", "comparison": "equal"}], "response": {}},
                {"response": {"status": 700}},
                {"response": {"delay": 60001}},
                5,
            ],
            "custommocks": [],
        });
        let root = json!({"openapi": "3.1.0", "paths": {
            "/a": {"get": {"responses": {"200": {"description": ""}}}},
            "/b": {"get": {"responses": {"200": {"description": ""}}, "x-edgemock-mock": extension},
                "put": {"responses": {"200": {"description": ""}}, "x-edgemock-mock": []}},
        }});
        let document = read_document(root, &ImportOptions::default()).unwrap();
        let [(index, mock)] = &document.mocks[..] else { panic!("{:?}", document.mocks) };
        assert_eq!(document.operations[*index].path, "/b");
        assert_eq!(mock.default_method, Some(DefaultMethod::Example));
        assert_eq!(mock.script, None);
        let names: Vec<_> = mock.custom_mocks.iter().map(|mock| (mock.id, mock.name.as_str())).collect();
        assert_eq!(names, [(0, "Gone")]);
        let at = "/paths/~1b/get/x-edgemock-mock";
        let pointers: Vec<_> = document.problems.iter().map(|problem| problem.pointer.as_str()).collect();
        for pointer in [
            "/script",
            "/customMocks/1",
            "/customMocks/2/response/status",
            "/customMocks/3/response/delay",
            "/customMocks/4",
            "/custommocks",
        ] {
            assert!(pointers.contains(&format!("{at}{pointer}").as_str()), "{pointer}: {pointers:?}");
        }
        assert!(pointers.contains(&"/paths/~1b/put/x-edgemock-mock"));
    }
}
