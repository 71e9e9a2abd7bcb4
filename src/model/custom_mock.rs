//! Custom mocks (Apidog's expectations), and what else an owner sets for one endpoint: plain types, as the management
//! API shows them and as the project's object keeps them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What an owner sets for one endpoint beside its document. Kept when the document is imported again.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct EndpointMock {
    /// What bodies are where no custom mock fits; `None`: as the project says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_method: Option<DefaultMethod>,
    /// Tried in order, the first that fits answers.
    pub custom_mocks: Vec<CustomMock>,
    /// Runs after a body was made up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<MockScript>,
}

/// What bodies are where no custom mock fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DefaultMethod {
    /// Made up from the schema.
    Smart,
    /// The first sound example, where there is one.
    Example,
}

/// JavaScript that changes a made-up answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MockScript {
    /// Whether it runs.
    #[serde(default)]
    pub enabled: bool,
    /// The source text.
    pub source: String,
}

/// One custom mock: an answer for requests that meet all conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomMock {
    /// Unique in the project; its URL has it as `__mock`. 0 where none was given yet.
    #[serde(default)]
    pub id: u64,
    /// Display name.
    #[serde(default)]
    pub name: String,
    /// Whether it is tried.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// All have to hold; none: every request fits.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// The answer.
    pub response: MockResponse,
}

const fn yes() -> bool {
    true
}

/// One condition on a request.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// Where to look.
    pub location: Location,
    /// Which parameter, header, cookie, form field, or `JSONPath` of a body. Empty: the whole body, or the caller's
    /// address.
    #[serde(default)]
    pub name: String,
    /// How to compare.
    pub comparison: Comparison,
    /// With what. A list for `in` and `notIn`, and for several addresses.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub value: Value,
}

/// Where a condition looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
    Body,
    /// The caller's address.
    Ip,
}

/// How a condition compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(missing_docs)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    NotContains,
    StartsWith,
    EndsWith,
    /// A regular expression of ECMA-262, found anywhere in the text.
    Regex,
    In,
    NotIn,
    Exists,
    Absent,
    /// There, and an empty text, list or object, or null.
    Empty,
    NotEmpty,
}

/// What a custom mock answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct MockResponse {
    /// From 200 to 599; `None`: 200, or the status of the response that the body is made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Milliseconds before the answer is sent.
    pub delay: u32,
    /// Headers, in order; a name may come more than once. Values are templates.
    pub headers: Vec<MockHeader>,
    /// The body.
    pub body: MockBody,
}

/// A header of a custom mock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MockHeader {
    /// Its name.
    pub name: String,
    /// Its value, a template.
    pub value: String,
}

/// The body of a custom mock.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "lowercase", rename_all_fields = "camelCase")]
pub enum MockBody {
    /// No body.
    #[default]
    Empty,
    /// JSON, sent as it is.
    Json {
        /// The value.
        value: Value,
        /// `application/json` without it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content_type: Option<String>,
    },
    /// Text, sent as it is.
    Text {
        /// The text.
        text: String,
        /// `text/plain` without it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content_type: Option<String>,
    },
    /// A template. Where the content type is JSON, what it renders is read leniently and sent as JSON.
    Template {
        /// The template.
        text: String,
        /// `application/json` without it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        content_type: Option<String>,
    },
    /// A body made up from a declared response, with some members set.
    Generated {
        /// Key, name or status of the declared response; the default one without it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        response: Option<String>,
        /// What is set, in order.
        #[serde(default)]
        fields: Vec<MockField>,
    },
}

/// One member of a made-up body that is set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MockField {
    /// Where: a JSON Pointer (`/data/0/name`; `*` is every item or member), or a `JSONPath` of names and indexes
    /// (`$.data[0].name`, `$.data[*].name`).
    pub path: String,
    /// What: a text is a template whose result is read as the member's type; anything else is set as it is.
    pub value: Value,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_shortest_mock_is_readable() {
        let mock: CustomMock = serde_json::from_value(json!({"response": {}})).unwrap();
        assert!(mock.enabled && mock.conditions.is_empty());
        assert_eq!((mock.response.status, mock.response.body), (None, MockBody::Empty));
    }

    #[test]
    fn mocks_read_what_they_write() {
        let mock = json!({
            "id": 7, "name": "Gone", "enabled": false,
            "conditions": [
                {"location": "query", "name": "page", "comparison": "greaterOrEqual", "value": 3},
                {"location": "ip", "name": "", "comparison": "in", "value": ["10.0.0.0/8"]},
                {"location": "body", "name": "$.user.id", "comparison": "exists"},
            ],
            "response": {
                "status": 410, "delay": 20, "headers": [{"name": "X-A", "value": "1"}],
                "body": {"type": "generated", "response": "404", "fields": [{"path": "/code", "value": "gone"}]},
            },
        });
        let read: CustomMock = serde_json::from_value(mock.clone()).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), mock);
    }
}
