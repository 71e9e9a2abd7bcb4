//! Changing what an owner sets for one endpoint: custom mocks, script, default method.

use super::custom_mock_body::custom_mock;
use super::fields::{Field, Is, checked};
use super::{json_body, object};
use crate::error::ManagementError;
use crate::model::{CustomMock, DefaultMethod, EndpointMock, MockScript};
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
        let Value::Array(items) = json_body(body)? else {
            return Err(ManagementError::invalid("/", "the request body must be a list of ids"));
        };
        let id = |(index, item): (usize, &Value)| {
            let wrong = || ManagementError::invalid(format!("/{index}"), "must be the id of a custom mock");
            item.as_u64().ok_or_else(wrong)
        };
        items.iter().enumerate().map(id).collect::<Result<_, _>>().map(Self::Order)
    }

    /// The body of `PUT …/script`: `{"enabled": true, "source": "…"}`. Whether the source is a script is for the sandbox
    /// to say.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn script(body: &[u8]) -> Result<Self, ManagementError> {
        let fields = [Field::needed("source", Is::Text), Field::maybe("enabled", Is::Flag)];
        let value = json_body(body)?;
        let found = checked(&value, "", &fields)?;
        let source = found.get("source").and_then(Value::as_str).unwrap_or_default();
        if source.len() > MAX_SCRIPT {
            let message = format!("must be the text of the script, of at most {MAX_SCRIPT} bytes");
            return Err(ManagementError::invalid("/source", message));
        }
        let enabled = found.get("enabled").and_then(Value::as_bool).unwrap_or(true);
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
                for (index, id) in ids.into_iter().enumerate() {
                    let at = at(&rest, id).map_err(|_| {
                        let message = format!("there is no custom mock {id}, or it is named twice");
                        ManagementError::invalid(format!("/{index}"), message)
                    })?;
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
        assert_eq!(pointer_of(apply(EndpointMockChange::Order(vec![1, 1, 2]), &before).unwrap_err()), "/1");
        assert_eq!(pointer_of(apply(EndpointMockChange::Order(vec![1, 2]), &before).unwrap_err()), "/");
        let patch = EndpointMockChange::patch(2, br#"{"response": {"status": 99}}"#).unwrap();
        assert_eq!(pointer_of(apply(patch, &before).unwrap_err()), "/response/status");
        let many = vec![before.custom_mocks[0].clone(); MAX_MOCKS + 1];
        assert!(apply(EndpointMockChange::ReplaceAll(many), &before).is_err());
    }

    #[test]
    fn faults_have_pointers() {
        let cases = [("{}", "/response"), ("[]", "/"), (r#"{"response": {}, "id": 1, "id": 1}"#, "/id")];
        for (body, pointer) in cases {
            assert_eq!(pointer_of(EndpointMockChange::add(body.as_bytes()).unwrap_err()), pointer, "{body}");
        }
        assert!(EndpointMockChange::add(b"{").is_err());
        let second = EndpointMockChange::replace_all(br#"[{"response": {}}, {"response": {"status": 1}}]"#);
        assert_eq!(pointer_of(second.unwrap_err()), "/1/response/status");
        for (body, pointer) in
            [("{}", "/"), ("[1, \"2\"]", "/1"), ("[-1]", "/0"), ("[18446744073709551616]", "/0")]
        {
            assert_eq!(
                pointer_of(EndpointMockChange::order(body.as_bytes()).unwrap_err()),
                pointer,
                "{body}"
            );
        }
        for (body, pointer) in [
            ("{}", "/source"),
            (r#"{"source": 1}"#, "/source"),
            (r#"{"source": "", "enabled": null}"#, "/enabled"),
            (r#"{"source": "", "on": true}"#, "/on"),
        ] {
            assert_eq!(
                pointer_of(EndpointMockChange::script(body.as_bytes()).unwrap_err()),
                pointer,
                "{body}"
            );
        }
    }
}
