//! A test run of a script: which script, and which request it sees.

use super::trial_request::TrialRequest;
use super::{MAX_SCRIPT, object};
use crate::error::ManagementError;
use crate::request::RequestParts;
use serde_json::Value;

/// The body of `POST …/script/test`.
///
/// ```
/// use edgemock::manage::ScriptTest;
/// let test = ScriptTest::parse(br#"{"source": "1", "request": {"method": "POST", "query": "a=1", "body": {"b": 2}}}"#, "GET")?;
/// assert_eq!((test.parts().query, test.parts().body), ("a=1", &br#"{"b":2}"#[..]));
/// # Ok::<(), edgemock::error::ManagementError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptTest {
    /// The script; without it, the one that is saved.
    pub source: Option<String>,
    /// Makes the run repeatable.
    pub seed: Option<u64>,
    request: TrialRequest,
}

impl ScriptTest {
    /// Reads the body. `method` is that of the endpoint.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8], method: &str) -> Result<Self, ManagementError> {
        let mut fields = object(body, &["source", "seed", "request"])?;
        let source = match fields.remove("source") {
            None => None,
            Some(Value::String(source)) if source.len() <= MAX_SCRIPT => Some(source),
            Some(_) => {
                let message = format!("must be the text of a script, of at most {MAX_SCRIPT} bytes");
                return Err(ManagementError::invalid("/source", message));
            }
        };
        let seed = seed(fields.get("seed"))?;
        let request = TrialRequest::parse(fields.remove("request"), method)?;
        Ok(Self { source, seed, request })
    }

    /// The request.
    pub fn parts(&self) -> RequestParts<'_> {
        self.request.parts()
    }
}

/// The field `seed`.
pub(super) fn seed(value: Option<&Value>) -> Result<Option<u64>, ManagementError> {
    let read = |seed: &Value| {
        let message = "must be a whole number that is not negative";
        seed.as_u64().ok_or_else(|| ManagementError::invalid("/seed", message))
    };
    value.map(read).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_have_pointers() {
        let cases = [
            (r#"{"source": 1}"#, "/source"),
            (r#"{"seed": -1}"#, "/seed"),
            (r#"{"request": []}"#, "/request"),
            (r#"{"request": {"verb": "GET"}}"#, "/request/verb"),
            (r#"{"request": {"method": 1}}"#, "/request/method"),
            (r#"{"request": {"headers": {"a": []}}}"#, "/request/headers/a"),
            (r#"{"request": {"pathParameters": ["a"]}}"#, "/request/pathParameters"),
            (r#"{"script": "1"}"#, "/script"),
        ];
        for (body, pointer) in cases {
            let error = ScriptTest::parse(body.as_bytes(), "GET").unwrap_err();
            assert!(error.to_string().ends_with(&format!("(at {pointer})")), "{body}: {error}");
        }
        let empty = ScriptTest::parse(b"{}", "GET").unwrap();
        assert_eq!((empty.source.as_deref(), empty.parts().method), (None, "GET"));
    }
}
