//! A request that somebody makes up to see what would answer it: the field `request` of test runs and previews.

use super::fields::unknown;
use crate::error::ManagementError;
use crate::import::member;
use crate::request::RequestParts;
use serde_json::{Map, Value};

/// The longest body of such a request, in bytes.
const MAX_BODY: usize = 256 * 1024;
/// How many headers or path parameters it may have.
const MAX_PAIRS: usize = 100;

/// A request that was never sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TrialRequest {
    method: String,
    path: String,
    query: String,
    path_parameters: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl TrialRequest {
    /// Reads the field `request`. `method` is that of the endpoint.
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub(super) fn parse(request: Option<Value>, method: &str) -> Result<Self, ManagementError> {
        let mut request = match request {
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
        Ok(Self { method: method.to_ascii_uppercase(), path, query, path_parameters, headers, body })
    }

    /// The request.
    pub(super) fn parts(&self) -> RequestParts<'_> {
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
