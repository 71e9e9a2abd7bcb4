//! What a record carries beside its plan: what the owner set for the endpoint. It stands behind the plan, and only where
//! there is something: an endpoint without it is as it was.

use super::ReadError;
use crate::model::{DefaultMethod, EndpointMock};
use crate::respond::custom::CompiledMock;
use crate::validate::RequestRules;
use serde::{Deserialize, Serialize};

/// What the owner set for one endpoint, ready to be used.
#[derive(Debug, Clone, Default)]
pub struct Behaviour {
    /// What bodies are where no custom mock fits; `None`: as the project says.
    pub default_method: Option<DefaultMethod>,
    /// Custom mocks that are switched on, in order.
    pub mocks: Vec<CompiledMock>,
    /// The script, where it is switched on.
    pub script: Option<Box<str>>,
    /// What requests are checked against, where the project asks for it.
    pub rules: Option<RequestRules>,
}

impl Behaviour {
    /// Whether the body of a request may matter.
    pub fn wants_body(&self) -> bool {
        self.script.is_some() || self.rules.is_some() || self.mocks.iter().any(CompiledMock::wants_body)
    }

    /// Whether an answer may have to be waited for.
    pub fn waits(&self) -> bool {
        self.script.is_some() || self.mocks.iter().any(CompiledMock::waits)
    }
}

/// As it stands behind a record.
#[derive(Serialize, Deserialize)]
struct Tail<'a> {
    /// [`EndpointMock`] as JSON: postcard does not take values of any type.
    mock: &'a str,
    /// Encoded [`RequestRules`]; empty without them.
    rules: &'a [u8],
}

/// A record with what belongs behind it: one value for a pack.
///
/// ```
/// use edgemock::model::EndpointMock;
/// use edgemock::release::with_behaviour;
/// assert_eq!(with_behaviour(vec![1, 2], &EndpointMock::default(), &[]), [1, 2]);
/// ```
pub fn with_behaviour(mut record: Vec<u8>, mock: &EndpointMock, rules: &[u8]) -> Vec<u8> {
    let published = published(mock);
    if published == EndpointMock::default() && rules.is_empty() {
        return record;
    }
    // What came as JSON goes as JSON.
    let json = serde_json::to_string(&published).unwrap_or_default();
    let tail = postcard::to_allocvec(&Tail { mock: &json, rules }).unwrap_or_default();
    record.extend_from_slice(&tail);
    record
}

/// Without what is switched off.
fn published(mock: &EndpointMock) -> EndpointMock {
    EndpointMock {
        default_method: mock.default_method,
        custom_mocks: mock.custom_mocks.iter().filter(|mock| mock.enabled).cloned().collect(),
        script: mock.script.clone().filter(|script| script.enabled),
    }
}

/// Reads what stands behind a record; `None` where nothing does. Custom mocks were checked when they were saved; any
/// that this version refuses are left out.
///
/// # Errors
/// [`ReadError::Damaged`] where the bytes are something else.
pub(super) fn read(tail: &[u8]) -> Result<Option<Box<Behaviour>>, ReadError> {
    if tail.is_empty() {
        return Ok(None);
    }
    let damaged = |error: &dyn std::fmt::Display| ReadError::damaged("record", error.to_string());
    let tail: Tail<'_> = postcard::from_bytes(tail).map_err(|error| damaged(&error))?;
    let mock: EndpointMock = serde_json::from_str(tail.mock).map_err(|error| damaged(&error))?;
    let rules = match tail.rules {
        [] => None,
        rules => Some(RequestRules::decode(rules)?),
    };
    Ok(Some(Box::new(Behaviour {
        rules,
        default_method: mock.default_method,
        mocks: mock.custom_mocks.iter().filter_map(|mock| CompiledMock::new(mock).ok()).collect(),
        script: mock.script.map(|script| script.source.into()),
    })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{CustomMock, MockResponse, MockScript};

    fn mock(id: u64, enabled: bool) -> CustomMock {
        CustomMock { id, name: String::new(), enabled, conditions: vec![], response: MockResponse::default() }
    }

    #[test]
    fn carries_what_is_switched_on() {
        let script = |enabled| Some(MockScript { enabled, source: "1".into() });
        let set = EndpointMock {
            default_method: Some(DefaultMethod::Example),
            custom_mocks: vec![mock(1, false), mock(2, true)],
            script: script(true),
        };
        let bytes = with_behaviour(vec![9], &set, &[]);
        let read = read(&bytes[1..]).unwrap().unwrap();
        assert_eq!((read.default_method, read.mocks.len()), (Some(DefaultMethod::Example), 1));
        assert_eq!(read.script.as_deref(), Some("1"));
        let off =
            EndpointMock { custom_mocks: vec![mock(1, false)], script: script(false), default_method: None };
        assert_eq!(with_behaviour(vec![9], &off, &[]), [9]);
    }

    #[test]
    fn damage_is_an_error() {
        let set = EndpointMock { custom_mocks: vec![mock(2, true)], ..EndpointMock::default() };
        let bytes = with_behaviour(vec![], &set, &[]);
        for end in 1..bytes.len() {
            assert!(read(&bytes[..end]).is_err(), "{end}");
        }
    }
}
