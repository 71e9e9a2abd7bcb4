//! A test run of a script: which script, and which request it sees.

use super::fields::unknown;
use super::{MAX_SCRIPT, object};
use crate::error::ManagementError;
use crate::import::member;
use crate::request::RequestParts;
use serde_json::{Map, Value};

/// The longest body of a request for a test run, in bytes.
const MAX_BODY: usize = 256 * 1024;
/// How many headers or path parameters it may have.
const MAX_PAIRS: usize = 100;

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
    method: String,
    path: String,
    query: String,
    path_parameters: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
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
        let seed = match fields.remove("seed") {
            None => None,
            Some(seed) => {
                let message = "must be a whole number that is not negative";
                Some(seed.as_u64().ok_or_else(|| ManagementError::invalid("/seed", message))?)
            }
        };
        let mut request = match fields.remove("request") {
            None => Map::new(),
            Some(Value::Object(request)) => request,
            Some(_) => return Err(ManagementError::invalid("/request", "must be an object")),
        };
        let known = ["method", "path", "query", "pathParameters", "headers", "body"];
        if let Some(name) = request.keys().find(|name| !known.contains(&name.as_str())) {
            return Err(unknown("/request", name, &known));
        }
        let mut text = |name: &str, default: &str| match request.remove(name) {
            None => Ok(default.to_owned()),
            Some(Value::String(text)) if text.len() <= 16_384 => Ok(text),
            Some(_) => {
                Err(ManagementError::invalid(format!("/request/{name}"), "must be text of at most 16 KB"))
            }
        };
        let (method, path, query) = (text("method", method)?, text("path", "/")?, text("query", "")?);
        let query = query.strip_prefix('?').unwrap_or(&query).to_owned();
        let path_parameters = pairs(request.remove("pathParameters"), "/request/pathParameters")?;
        let mut headers = pairs(request.remove("headers"), "/request/headers")?;
        let body = match request.remove("body") {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::String(text)) => text.into_bytes(),
            Some(value) => {
                if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("content-type")) {
                    headers.push(("content-type".to_owned(), "application/json".to_owned()));
                }
                value.to_string().into_bytes()
            }
        };
        if body.len() > MAX_BODY {
            return Err(ManagementError::invalid("/request/body", format!("has at most {MAX_BODY} bytes")));
        }
        Ok(Self {
            source,
            seed,
            method: method.to_ascii_uppercase(),
            path,
            query,
            path_parameters,
            headers,
            body,
        })
    }

    /// The request.
    pub fn parts(&self) -> RequestParts<'_> {
        let pairs = |pairs: &'_ [(String, String)]| -> Vec<_> {
            pairs.iter().map(|(name, value)| (name.clone().into(), value.clone().into())).collect()
        };
        RequestParts {
            method: &self.method,
            path: &self.path,
            path_parameters: pairs(&self.path_parameters),
            query: &self.query,
            headers: pairs(&self.headers),
            ip: None,
            body: &self.body,
            body_is_cut: false,
        }
    }
}

/// Names and values of an object of texts.
fn pairs(value: Option<Value>, pointer: &str) -> Result<Vec<(String, String)>, ManagementError> {
    let wrong =
        || ManagementError::invalid(pointer, format!("must be an object of at most {MAX_PAIRS} texts"));
    let Some(value) = value else { return Ok(Vec::new()) };
    let Value::Object(fields) = value else { return Err(wrong()) };
    if fields.len() > MAX_PAIRS {
        return Err(wrong());
    }
    let pair = |(name, value): (String, Value)| match value {
        Value::String(value) => Ok((name, value)),
        Value::Number(_) | Value::Bool(_) => Ok((name, value.to_string())),
        _ => Err(ManagementError::invalid(member(pointer, &name), "must be text, a number, true or false")),
    };
    fields.into_iter().map(pair).collect()
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
