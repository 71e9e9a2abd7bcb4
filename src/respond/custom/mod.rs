//! Custom mocks: which one fits a request, and what it answers.

mod address;
mod answer;
mod condition;
mod fields;
mod text;

pub(super) use answer::answer;

use crate::error::MockError;
use crate::model::{CustomMock, MockBody, MockResponse};
use crate::request::IncomingRequest;
use crate::respond::body::Kind;
use crate::respond::may_declare;
use condition::CompiledCondition;
use fields::CompiledField;
use text::MockText;

/// The longest delay, in milliseconds.
pub const MAX_DELAY: u32 = 60_000;
/// The longest body, as it is written or as its template is, in bytes.
const MAX_TEXT: usize = crate::template::MAX_TEMPLATE_BYTES;
/// How many conditions, headers or fields a mock may have.
const MAX_PARTS: usize = 100;
/// The longest name, in characters.
const MAX_NAME: usize = 200;

/// What is wrong with a custom mock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MockFault {
    /// RFC 6901 pointer into the mock.
    pub pointer: String,
    /// What is wrong, as it reads behind the field's name.
    pub message: String,
}

impl MockFault {
    fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), message: message.into() }
    }

    /// The same, of a part of something larger.
    #[must_use]
    pub fn under(self, pointer: &str) -> Self {
        Self { pointer: format!("{pointer}{}", self.pointer), ..self }
    }
}

/// A custom mock that is switched on, read.
#[derive(Debug, Clone)]
pub struct CompiledMock {
    id: u64,
    name: Box<str>,
    conditions: Vec<CompiledCondition>,
    response: MockResponse,
    headers: Vec<(String, MockText)>,
    text: Option<MockText>,
    fields: Vec<CompiledField>,
}

impl CompiledMock {
    /// Reads a custom mock and checks all of it.
    ///
    /// # Errors
    /// The first fault.
    pub fn new(mock: &CustomMock) -> Result<Self, MockFault> {
        if mock.name.chars().count() > MAX_NAME || mock.name.chars().any(char::is_control) {
            return Err(MockFault::new("/name", format!("has at most {MAX_NAME} characters, on one line")));
        }
        let response = &mock.response;
        few("/conditions", mock.conditions.len())?;
        few("/response/headers", response.headers.len())?;
        let conditions = mock.conditions.iter().enumerate().map(|(index, condition)| {
            CompiledCondition::new(condition).map_err(|fault| fault.under(&format!("/conditions/{index}")))
        });
        let conditions = conditions.collect::<Result<_, _>>()?;
        if response.status.is_some_and(|status| !(200..=599).contains(&status)) {
            return Err(MockFault::new("/response/status", "must be a status from 200 to 599"));
        }
        if response.delay > MAX_DELAY {
            return Err(MockFault::new("/response/delay", format!("is at most {MAX_DELAY} milliseconds")));
        }
        let mut headers = Vec::with_capacity(response.headers.len());
        for (index, header) in response.headers.iter().enumerate() {
            let at = |field: &str| format!("/response/headers/{index}/{field}");
            let name = header.name.trim();
            // The type of the body is its own field, but people write it here.
            if !may_declare(name) && !name.eq_ignore_ascii_case("content-type") {
                let message = "is no name of a header, or of one that the mock sets itself";
                return Err(MockFault::new(at("name"), message));
            }
            if header.value.len() > 8192 || header.value.chars().any(char::is_control) {
                return Err(MockFault::new(at("value"), "has at most 8192 bytes, on one line"));
            }
            let value = MockText::parse(&header.value).map_err(|fault| fault.under(&at("value")))?;
            headers.push((name.to_owned(), value));
        }
        let mut fields = Vec::new();
        let mut text = None;
        match &response.body {
            MockBody::Empty => {}
            MockBody::Json { value, content_type } => {
                check_content_type(content_type.as_deref())?;
                check_length("/response/body/value", value.to_string().len())?;
            }
            MockBody::Text { text, content_type } => {
                check_content_type(content_type.as_deref())?;
                check_length("/response/body/text", text.len())?;
            }
            MockBody::Template { text: source, content_type } => {
                check_content_type(content_type.as_deref())?;
                check_length("/response/body/text", source.len())?;
                let json = is_json(content_type.as_deref());
                let parsed = MockText::parse_body(source, json);
                text = Some(parsed.map_err(|fault| fault.under("/response/body/text"))?);
            }
            MockBody::Generated { fields: listed, .. } => {
                few("/response/body/fields", listed.len())?;
                for (index, field) in listed.iter().enumerate() {
                    let at = format!("/response/body/fields/{index}");
                    fields.push(CompiledField::new(field).map_err(|fault| fault.under(&at))?);
                }
            }
        }
        let name = mock.name.as_str().into();
        Ok(Self { id: mock.id, name, conditions, response: response.clone(), headers, text, fields })
    }

    /// Whether a condition looks into the body of the request, or the answer may.
    pub fn wants_body(&self) -> bool {
        let rendered = self.text.is_some() || !self.headers.is_empty() || !self.fields.is_empty();
        rendered || self.conditions.iter().any(CompiledCondition::wants_body)
    }

    /// Whether it answers after a while.
    pub const fn waits(&self) -> bool {
        self.response.delay > 0
    }

    /// Its id.
    pub(super) const fn id(&self) -> u64 {
        self.id
    }

    /// Its display name.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The index of the first condition that does not hold; `None` where the request fits.
    pub fn first_unmet(&self, request: &IncomingRequest<'_>) -> Option<usize> {
        self.conditions.iter().position(|condition| !condition.holds(request))
    }

    fn fits(&self, request: &IncomingRequest<'_>) -> bool {
        self.first_unmet(request).is_none()
    }
}

/// The first custom mock that fits; where one is `wished` for, that one, and for `none`, none.
///
/// # Errors
/// When there is none with the wished id or name; the error lists those there are.
pub fn find<'m>(
    mocks: &'m [CompiledMock],
    request: &IncomingRequest<'_>,
    wished: Option<&str>,
) -> Result<Option<&'m CompiledMock>, MockError> {
    let Some(wished) = wished.map(str::trim) else {
        return Ok(mocks.iter().find(|mock| mock.fits(request)));
    };
    if wished.eq_ignore_ascii_case("none") {
        return Ok(None);
    }
    let by_id = wished.parse().ok().and_then(|id: u64| mocks.iter().find(|mock| mock.id == id));
    let found = by_id.or_else(|| {
        let wished = wished.to_lowercase();
        mocks.iter().find(|mock| mock.name.to_lowercase() == wished)
    });
    found.map(Some).ok_or_else(|| {
        let possible = mocks.iter().map(|mock| match &*mock.name {
            "" => mock.id.to_string(),
            name => format!("{} ({name})", mock.id),
        });
        MockError::unknown_mock(wished, possible.chain(std::iter::once("none".to_owned())))
    })
}

/// Whether a template's content type is JSON, as it is without one.
fn is_json(content_type: Option<&str>) -> bool {
    content_type.is_none_or(|content_type| Kind::of(content_type) == Kind::Json)
}

fn few(pointer: &str, count: usize) -> Result<(), MockFault> {
    if count > MAX_PARTS {
        return Err(MockFault::new(pointer, format!("has at most {MAX_PARTS} items")));
    }
    Ok(())
}

fn check_length(pointer: &str, length: usize) -> Result<(), MockFault> {
    if length > MAX_TEXT {
        return Err(MockFault::new(pointer, format!("has {length} bytes, at most {MAX_TEXT} are kept")));
    }
    Ok(())
}

fn check_content_type(content_type: Option<&str>) -> Result<(), MockFault> {
    let legal = |text: &str| {
        let base = text.split(';').next().unwrap_or_default().trim();
        let halves = base.split_once('/').is_some_and(|(main, sub)| !main.is_empty() && !sub.is_empty());
        halves
            && text.len() <= 256
            && text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
            && !base.contains(['*', ' '])
    };
    if content_type.is_none_or(legal) {
        return Ok(());
    }
    Err(MockFault::new("/response/body/contentType", "is no media type, such as `application/json`"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::RequestParts;
    use serde_json::{Value, json};

    fn compile(mock: Value) -> Result<CompiledMock, MockFault> {
        CompiledMock::new(&serde_json::from_value(mock).unwrap())
    }

    fn on_page(id: u64, name: &str, page: &str) -> CompiledMock {
        let condition = json!({"location": "query", "name": "page", "comparison": "equal", "value": page});
        compile(json!({"id": id, "name": name, "conditions": [condition], "response": {}})).unwrap()
    }

    #[test]
    fn the_first_that_fits_is_found() {
        let mocks = [
            on_page(1, "One", "1"),
            on_page(2, "Two", "2"),
            compile(json!({"id": 3, "response": {}})).unwrap(),
        ];
        let found = |query: &str, wished: Option<&str>| {
            let request = IncomingRequest::new(RequestParts { query, ..RequestParts::default() });
            find(&mocks, &request, wished).map(|found| found.map(|mock| mock.id))
        };
        assert_eq!(found("page=2", None), Ok(Some(2)));
        assert_eq!(found("page=7", None), Ok(Some(3)));
        assert_eq!(found("page=7", Some("one")), Ok(Some(1)));
        assert_eq!(found("page=1", Some("2")), Ok(Some(2)));
        assert_eq!(found("page=1", Some("None")), Ok(None));
        let error = found("", Some("four")).unwrap_err();
        assert_eq!(error.status(), 404);
        assert!(error.to_string().contains("1 (One), 2 (Two), 3, none"), "{error}");
    }

    #[test]
    fn faults_have_pointers() {
        let body = |body: Value| json!({"response": {"body": body}});
        let cases = [
            (json!({"name": "a\nb", "response": {}}), "/name"),
            (json!({"response": {"status": 101}}), "/response/status"),
            (json!({"response": {"status": 600}}), "/response/status"),
            (json!({"response": {"delay": 60_001}}), "/response/delay"),
            (json!({"response": {"headers": [{"name": "a b", "value": ""}]}}), "/response/headers/0/name"),
            (
                json!({"response": {"headers": [{"name": "Content-Length", "value": "1"}]}}),
                "/response/headers/0/name",
            ),
            (
                json!({"response": {"headers": [{"name": "X", "value": "a\r\nSet-Cookie: b"}]}}),
                "/response/headers/0/value",
            ),
            (
                json!({"response": {"headers": [{"name": "X", "value": "{{$nobody.knows}}"}]}}),
                "/response/headers/0/value",
            ),
            (body(json!({"type": "text", "text": "", "contentType": "text"})), "/response/body/contentType"),
            (body(json!({"type": "text", "text": "x".repeat(600_000)})), "/response/body/text"),
            (body(json!({"type": "template", "text": "{{$nobody.knows}}"})), "/response/body/text"),
            (
                body(json!({"type": "generated", "fields": [{"path": "a", "value": 1}]})),
                "/response/body/fields/0/path",
            ),
            (
                json!({"conditions": [{"location": "query", "comparison": "exists"}], "response": {}}),
                "/conditions/0/name",
            ),
        ];
        for (mock, pointer) in cases {
            assert_eq!(compile(mock.clone()).unwrap_err().pointer, pointer, "{mock:.200}");
        }
        let many: Vec<Value> = (0..101).map(|_| json!({"location": "ip", "comparison": "exists"})).collect();
        assert_eq!(compile(json!({"conditions": many, "response": {}})).unwrap_err().pointer, "/conditions");
    }
}
