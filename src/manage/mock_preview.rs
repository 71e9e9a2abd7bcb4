//! A preview of a custom mock that is being written: what it would answer to a request, without saving it.

use super::custom_mock_body::custom_mock;
use super::object;
use super::script_test::seed;
use super::trial_request::TrialRequest;
use crate::error::ManagementError;
use crate::model::CustomMock;
use crate::request::RequestParts;

/// The body of `POST …/custom-mocks/preview`.
///
/// ```
/// use edgemock::manage::MockPreview;
/// let preview = MockPreview::parse(br#"{"customMock": {"response": {"status": 404}}, "request": {"query": "a=1"}}"#, "GET")?;
/// assert_eq!((preview.mock.response.status, preview.parts().query), (Some(404), "a=1"));
/// # Ok::<(), edgemock::error::ManagementError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct MockPreview {
    /// The custom mock, checked as it is when it is saved.
    pub mock: CustomMock,
    /// Makes the answer repeatable.
    pub seed: Option<u64>,
    request: TrialRequest,
}

impl MockPreview {
    /// Reads the body. `method` is that of the endpoint.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong; below `/customMock` it is what saving it would say.
    pub fn parse(body: &[u8], method: &str) -> Result<Self, ManagementError> {
        let mut fields = object(body, &["customMock", "seed", "request"])?;
        let missing = || ManagementError::invalid("/customMock", "is missing");
        let mut mock = custom_mock(fields.remove("customMock").ok_or_else(missing)?, "/customMock")?;
        // Asked for by its id, which is no other's.
        mock.id = u64::MAX;
        let seed = seed(fields.get("seed"))?;
        Ok(Self { mock, seed, request: TrialRequest::parse(fields.remove("request"), method)? })
    }

    /// The request.
    pub fn parts(&self) -> RequestParts<'_> {
        self.request.parts()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_have_pointers() {
        let cases = [
            ("{}", "/customMock"),
            (r#"{"customMock": {"response": {"status": 700}}}"#, "/customMock/response/status"),
            (
                r#"{"customMock": {"response": {"body": {"type": "template", "text": "{{"}}}}"#,
                "/customMock/response/body/text",
            ),
            (r#"{"customMock": {"response": {}}, "seed": "a"}"#, "/seed"),
            (r#"{"customMock": {"response": {}}, "request": {"query": 1}}"#, "/request/query"),
            (r#"{"mock": {}}"#, "/mock"),
        ];
        for (body, pointer) in cases {
            let error = MockPreview::parse(body.as_bytes(), "GET").unwrap_err();
            assert!(error.to_string().ends_with(&format!("(at {pointer})")), "{body}: {error}");
        }
    }
}
