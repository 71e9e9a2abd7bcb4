//! Changing what an owner sets for one endpoint: custom mocks, script, default method.

use super::{json_body, object};
use crate::error::ManagementError;
use crate::model::{CustomMock, DefaultMethod, EndpointMock, MockScript};
use crate::respond::custom::{CompiledMock, MockFault};
use serde_json::{Map, Value};

/// How many custom mocks an endpoint may have.
pub const MAX_MOCKS: usize = 200;
/// All that is set for one endpoint, as JSON text, in bytes: it has to fit a row of the object's database, and a record.
pub const MAX_ENDPOINT_MOCK: usize = 1024 * 1024;
/// The longest script, in bytes.
pub const MAX_SCRIPT: usize = crate::script::MAX_SOURCE;

/// One change of what is set for an endpoint.
#[derive(Debug, Clone, PartialEq)]
pub enum EndpointMockChange {
    /// Another default method; `None`: as the project says.
    DefaultMethod(Option<DefaultMethod>),
    /// One more custom mock, behind the others.
    Add(Box<CustomMock>),
    /// Other custom mocks altogether. Those whose id is known keep it.
    ReplaceAll(Vec<CustomMock>),
    /// A custom mock in the place of the one with this id.
    Replace(u64, Box<CustomMock>),
    /// Single fields of a custom mock.
    Patch(u64, Map<String, Value>),
    /// Without the custom mock of this id.
    Remove(u64),
    /// The custom mocks in the order of these ids.
    Order(Vec<u64>),
    /// Another script, or none.
    Script(Option<MockScript>),
}

impl EndpointMockChange {
    /// The body of `PATCH …/mock`: `{"defaultMethod": "smart" | "example" | null}`.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn default_method(body: &[u8]) -> Result<Self, ManagementError> {
        let fields = object(body, &["defaultMethod"])?;
        let method = match fields.get("defaultMethod") {
            Some(Value::Null) => None,
            Some(Value::String(text)) if text == "smart" => Some(DefaultMethod::Smart),
            Some(Value::String(text)) if text == "example" => Some(DefaultMethod::Example),
            _ => {
                let message = "must be \"smart\", \"example\", or null for what the project says";
                return Err(ManagementError::invalid("/defaultMethod", message));
            }
        };
        Ok(Self::DefaultMethod(method))
    }

    /// The body of `POST …/custom-mocks`.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn add(body: &[u8]) -> Result<Self, ManagementError> {
        let mut mock = custom_mock(json_body(body)?, "")?;
        mock.id = 0;
        Ok(Self::Add(Box::new(mock)))
    }

    /// The body of `PUT …/custom-mocks`: a list.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn replace_all(body: &[u8]) -> Result<Self, ManagementError> {
        let Value::Array(items) = json_body(body)? else {
            return Err(ManagementError::invalid("/", "the request body must be a list of custom mocks"));
        };
        let mocks = items.into_iter().take(MAX_MOCKS + 1).enumerate();
        let mocks = mocks.map(|(index, item)| custom_mock(item, &format!("/{index}")));
        Ok(Self::ReplaceAll(mocks.collect::<Result<_, _>>()?))
    }

    /// The body of `PUT …/custom-mocks/{id}`.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn replace(id: u64, body: &[u8]) -> Result<Self, ManagementError> {
        let mut mock = custom_mock(json_body(body)?, "")?;
        mock.id = id;
        Ok(Self::Replace(id, Box::new(mock)))
    }

    /// The body of `PATCH …/custom-mocks/{id}`: any fields of a custom mock but its id.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn patch(id: u64, body: &[u8]) -> Result<Self, ManagementError> {
        let fields = object(body, &["name", "enabled", "conditions", "response"])?;
        Ok(Self::Patch(id, fields))
    }

    /// The body of `PUT …/custom-mocks/order`: the ids of all custom mocks in their new order.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn order(body: &[u8]) -> Result<Self, ManagementError> {
        serde_json::from_value(json_body(body)?)
            .map(Self::Order)
            .map_err(|_| ManagementError::invalid("/", "the request body must be a list of ids"))
    }

    /// The body of `PUT …/script`: `{"enabled": true, "source": "…"}`. Whether the source is a script is for the sandbox
    /// to say.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn script(body: &[u8]) -> Result<Self, ManagementError> {
        let fields = object(body, &["enabled", "source"])?;
        let source = fields.get("source").and_then(Value::as_str).filter(|source| source.len() <= MAX_SCRIPT);
        let source = source.ok_or_else(|| {
            let message = format!("must be the text of the script, of at most {MAX_SCRIPT} bytes");
            ManagementError::invalid("/source", message)
        })?;
        let enabled = match fields.get("enabled") {
            None => true,
            Some(Value::Bool(enabled)) => *enabled,
            Some(_) => return Err(ManagementError::invalid("/enabled", "must be true or false")),
        };
        Ok(Self::Script(Some(MockScript { enabled, source: source.to_owned() })))
    }

    /// What is set after the change. `new_id` gives ids out. Every custom mock was read and checked when it was sent.
    ///
    /// # Errors
    /// [`ManagementError::UnknownMock`] for an id that is not there, [`ManagementError::Invalid`] for what breaks a rule
    /// only in the end: a change of fields that do not fit each other, too much of everything.
    pub fn apply(
        self,
        before: &EndpointMock,
        new_id: &mut impl FnMut() -> u64,
    ) -> Result<EndpointMock, ManagementError> {
        let mut after = before.clone();
        let mocks = &mut after.custom_mocks;
        let at = |mocks: &[CustomMock], id: u64| {
            mocks.iter().position(|mock| mock.id == id).ok_or(ManagementError::UnknownMock(id))
        };
        match self {
            Self::DefaultMethod(method) => after.default_method = method,
            Self::Script(script) => after.script = script,
            Self::Add(mut mock) => {
                mock.id = new_id();
                mocks.push(*mock);
            }
            Self::ReplaceAll(mut all) => {
                let mut known: Vec<u64> = mocks.iter().map(|mock| mock.id).collect();
                for mock in &mut all {
                    match known.iter().position(|id| *id == mock.id) {
                        Some(at) => drop(known.swap_remove(at)),
                        None => mock.id = new_id(),
                    }
                }
                *mocks = all;
            }
            Self::Replace(id, mock) => {
                let at = at(mocks, id)?;
                if let Some(slot) = mocks.get_mut(at) {
                    *slot = *mock;
                }
            }
            Self::Patch(id, fields) => {
                let at = at(mocks, id)?;
                if let Some(slot) = mocks.get_mut(at) {
                    let mut patched = serde_json::to_value(&*slot).unwrap_or_default();
                    for (name, value) in fields {
                        patched[name] = value;
                    }
                    *slot = custom_mock(patched, "")?;
                }
            }
            Self::Remove(id) => {
                let at = at(mocks, id)?;
                mocks.remove(at);
            }
            Self::Order(ids) => {
                let mut rest = std::mem::take(mocks);
                for id in ids {
                    let at = at(&rest, id)?;
                    mocks.push(rest.remove(at));
                }
                if !rest.is_empty() {
                    let message = format!("must name every custom mock once: {} are missing", rest.len());
                    return Err(ManagementError::invalid("/", message));
                }
            }
        }
        check_size(&after)?;
        Ok(after)
    }
}

fn check_size(mock: &EndpointMock) -> Result<(), ManagementError> {
    if mock.custom_mocks.len() > MAX_MOCKS {
        let message = format!("an endpoint has at most {MAX_MOCKS} custom mocks");
        return Err(ManagementError::invalid("/", message));
    }
    let length = serde_json::to_string(mock).map_or(0, |text| text.len());
    if length > MAX_ENDPOINT_MOCK {
        let message = format!(
            "all custom mocks of an endpoint take {length} bytes, at most {MAX_ENDPOINT_MOCK} are kept"
        );
        return Err(ManagementError::invalid("/", message));
    }
    Ok(())
}

/// Reads one custom mock that stands at a pointer of the request.
pub(super) fn custom_mock(value: Value, pointer: &str) -> Result<CustomMock, ManagementError> {
    known_fields(&value, pointer)?;
    let mock: CustomMock = serde_path(value).map_err(|fault| fault_at(&fault.under(pointer)))?;
    CompiledMock::new(&mock).map_err(|fault| fault_at(&fault.under(pointer)))?;
    Ok(mock)
}

/// Reads a value; a fault says in which field it is.
fn serde_path(value: Value) -> Result<CustomMock, MockFault> {
    // Field by field, so that the fault has a pointer: serde's own errors have none.
    let Value::Object(fields) = &value else {
        return Err(MockFault { pointer: String::new(), message: "must be an object".to_owned() });
    };
    let part = |name: &str| {
        let mut lone = Map::from_iter([("response".to_owned(), Value::Object(Map::new()))]);
        lone.insert(name.to_owned(), fields.get(name).cloned().unwrap_or_default());
        serde_json::from_value::<CustomMock>(Value::Object(lone)).map(drop)
    };
    for name in ["id", "name", "enabled"] {
        if fields.contains_key(name) {
            part(name).map_err(|error| fault(&format!("/{name}"), &error))?;
        }
    }
    if let Some(Value::Array(conditions)) = fields.get("conditions") {
        for (index, condition) in conditions.iter().enumerate() {
            serde_json::from_value::<crate::model::Condition>(condition.clone())
                .map_err(|error| fault(&format!("/conditions/{index}"), &error))?;
        }
    } else if fields.contains_key("conditions") {
        return Err(MockFault { pointer: "/conditions".to_owned(), message: "must be a list".to_owned() });
    }
    if let Some(body) = fields.get("response").and_then(|response| response.get("body")) {
        serde_json::from_value::<crate::model::MockBody>(body.clone())
            .map_err(|error| fault("/response/body", &error))?;
    }
    if fields.contains_key("response") {
        part("response").map_err(|error| fault("/response", &error))?;
    } else {
        return Err(MockFault { pointer: "/response".to_owned(), message: "is missing".to_owned() });
    }
    serde_json::from_value(value).map_err(|error| fault("", &error))
}

fn fault(pointer: &str, error: &serde_json::Error) -> MockFault {
    MockFault { pointer: pointer.to_owned(), message: error.to_string() }
}

fn fault_at(fault: &MockFault) -> ManagementError {
    let pointer = if fault.pointer.is_empty() { "/" } else { &fault.pointer };
    ManagementError::invalid(pointer, &*fault.message)
}

/// Refuses fields that mean nothing: a misspelt one would be lost in silence.
fn known_fields(mock: &Value, pointer: &str) -> Result<(), ManagementError> {
    let check = |value: Option<&Value>, at: &str, known: &[&str]| {
        let fields = value.and_then(Value::as_object);
        let unknown = fields.and_then(|fields| fields.keys().find(|name| !known.contains(&name.as_str())));
        match unknown {
            None => Ok(()),
            Some(name) => {
                let name: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
                let message = format!("is no field here: those are {}", known.join(", "));
                Err(ManagementError::invalid(format!("{pointer}{at}/{name}"), message))
            }
        }
    };
    check(Some(mock), "", &["id", "name", "enabled", "conditions", "response"])?;
    let conditions = mock.get("conditions").and_then(Value::as_array);
    for (index, condition) in conditions.into_iter().flatten().enumerate() {
        let at = format!("/conditions/{index}");
        check(Some(condition), &at, &["location", "name", "comparison", "value"])?;
    }
    let response = mock.get("response");
    check(response, "/response", &["status", "delay", "headers", "body"])?;
    let body = response.and_then(|response| response.get("body"));
    let known: &[&str] = match body.and_then(|body| body.get("type")).and_then(Value::as_str) {
        Some("empty") => &["type"],
        Some("json") => &["type", "value", "contentType"],
        Some("text" | "template") => &["type", "text", "contentType"],
        Some("generated") => &["type", "response", "fields"],
        _ => return Ok(()),
    };
    check(body, "/response/body", known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn pointer_of(error: ManagementError) -> String {
        match error {
            ManagementError::Invalid { pointer, .. } => pointer,
            other => format!("{other:?}"),
        }
    }

    fn apply(change: EndpointMockChange, before: &EndpointMock) -> Result<EndpointMock, ManagementError> {
        let mut next = 100;
        change.apply(before, &mut || {
            next += 1;
            next
        })
    }

    fn ids(mock: &EndpointMock) -> Vec<u64> {
        mock.custom_mocks.iter().map(|mock| mock.id).collect()
    }

    fn three() -> EndpointMock {
        let mock = |id: u64| {
            serde_json::from_value(json!({"id": id, "name": format!("m{id}"), "response": {}})).unwrap()
        };
        EndpointMock { custom_mocks: vec![mock(1), mock(2), mock(3)], ..EndpointMock::default() }
    }

    #[test]
    fn changes_keep_ids() {
        let before = three();
        let body = |value: Value| value.to_string().into_bytes();
        let added = EndpointMockChange::add(&body(json!({"id": 2, "response": {"status": 204}}))).unwrap();
        assert_eq!(ids(&apply(added, &before).unwrap()), [1, 2, 3, 101]);
        let all = json!([{"id": 3, "response": {}}, {"response": {}}, {"id": 77, "response": {}}, {"id": 3, "response": {}}]);
        let all = EndpointMockChange::replace_all(&body(all)).unwrap();
        assert_eq!(ids(&apply(all, &before).unwrap()), [3, 101, 102, 103]);
        let patch = EndpointMockChange::patch(2, br#"{"enabled": false}"#).unwrap();
        let patched = apply(patch, &before).unwrap();
        assert_eq!((patched.custom_mocks[1].enabled, &*patched.custom_mocks[1].name), (false, "m2"));
        let order = EndpointMockChange::order(b"[3, 1, 2]").unwrap();
        assert_eq!(ids(&apply(order, &before).unwrap()), [3, 1, 2]);
        assert_eq!(ids(&apply(EndpointMockChange::Remove(2), &before).unwrap()), [1, 3]);
        let script = EndpointMockChange::script(br#"{"source": "1"}"#).unwrap();
        assert!(apply(script, &before).unwrap().script.unwrap().enabled);
        let method = EndpointMockChange::default_method(br#"{"defaultMethod": "example"}"#).unwrap();
        assert_eq!(apply(method, &before).unwrap().default_method, Some(DefaultMethod::Example));
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let before = three();
        assert_eq!(apply(EndpointMockChange::Remove(9), &before), Err(ManagementError::UnknownMock(9)));
        assert_eq!(
            apply(EndpointMockChange::Order(vec![1, 1, 2]), &before),
            Err(ManagementError::UnknownMock(1))
        );
        assert_eq!(pointer_of(apply(EndpointMockChange::Order(vec![1, 2]), &before).unwrap_err()), "/");
        let patch = EndpointMockChange::patch(2, br#"{"response": {"status": 99}}"#).unwrap();
        assert_eq!(pointer_of(apply(patch, &before).unwrap_err()), "/response/status");
        let many = vec![before.custom_mocks[0].clone(); MAX_MOCKS + 1];
        assert!(apply(EndpointMockChange::ReplaceAll(many), &before).is_err());
    }

    #[test]
    fn faults_have_pointers() {
        let cases = [
            ("{}", "/response"),
            ("[]", "/"),
            (r#"{"response": {}, "nmae": 1}"#, "/nmae"),
            (r#"{"response": {"code": 1}}"#, "/response/code"),
            (r#"{"response": {"body": {"type": "json", "text": "x"}}}"#, "/response/body/text"),
            (r#"{"response": {"body": {"type": "yaml"}}}"#, "/response/body"),
            (r#"{"response": {"body": {"type": "text"}}}"#, "/response/body"),
            (r#"{"response": {"status": "200"}}"#, "/response"),
            (r#"{"response": {}, "enabled": 1}"#, "/enabled"),
            (r#"{"response": {}, "conditions": {}}"#, "/conditions"),
            (
                r#"{"response": {}, "conditions": [{"location": "moon", "comparison": "equal"}]}"#,
                "/conditions/0",
            ),
            (r#"{"response": {}, "conditions": [{"location": "query", "in": 1}]}"#, "/conditions/0/in"),
            (
                r#"{"response": {}, "conditions": [{"location": "query", "name": "a", "comparison": "regex", "value": "("}]}"#,
                "/conditions/0/value",
            ),
        ];
        for (body, pointer) in cases {
            let error = EndpointMockChange::add(body.as_bytes()).unwrap_err();
            assert_eq!(pointer_of(error), pointer, "{body}");
        }
        assert!(EndpointMockChange::add(b"{").is_err());
        let second = EndpointMockChange::replace_all(br#"[{"response": {}}, {"response": {"status": 1}}]"#);
        assert_eq!(pointer_of(second.unwrap_err()), "/1/response/status");
        assert_eq!(pointer_of(EndpointMockChange::script(b"{}").unwrap_err()), "/source");
    }
}
