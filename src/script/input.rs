//! What a script sees: the request, the answer as it is so far, and where time and chance start from.

use crate::auth::Form;
use crate::request::{FormField, IncomingRequest, form_fields};
use crate::respond::Answer;
use serde::Serialize;
use std::borrow::Cow;

type Pair<'a> = (Cow<'a, str>, Cow<'a, str>);

/// Everything that a run of a script depends on: the same input has the same outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScriptInput<'a> {
    source: &'a str,
    now: i64,
    seed: [u32; 2],
    method: &'a str,
    path: &'a str,
    url: String,
    path_parameters: Vec<Pair<'a>>,
    query: Vec<Pair<'a>>,
    headers: Vec<Pair<'a>>,
    cookies: Vec<Pair<'a>>,
    body: Cow<'a, str>,
    form: Vec<Pair<'a>>,
    form_kind: &'static str,
    response: ScriptResponse<'a>,
}

/// The answer that the script starts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ScriptResponse<'a> {
    status: u16,
    headers: Vec<Pair<'a>>,
    body: &'a str,
}

impl<'a> ScriptInput<'a> {
    /// The input of one run. `body` is the body of `answer`; what is no text is not shown to the script. `now` is in
    /// milliseconds since 1970, and is the same during the whole run.
    ///
    /// What carries a token stays hidden, in the raw text of cookies and forms too.
    pub fn new(
        source: &'a str,
        request: &'a IncomingRequest<'_>,
        answer: &'a Answer,
        body: &'a [u8],
        seed: u64,
        now: i64,
    ) -> Self {
        let content_type = request.header("content-type").unwrap_or_default();
        let form = Form::of_content_type(content_type);
        let form_kind = match &form {
            None => "",
            Some(Form::UrlEncoded) => "urlencoded",
            Some(Form::Multipart(_)) => "formdata",
        };
        let cookies = pairs(request.cookies());
        let mut headers = pairs(request.headers());
        headers.retain(|(name, _)| !name.eq_ignore_ascii_case("cookie"));
        if !cookies.is_empty() {
            let sent = cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
            headers.push(("cookie".into(), sent.join("; ").into()));
        }
        let mut sent = pairs(&answer.headers);
        if let Some(content_type) = answer.content_type.as_deref() {
            sent.insert(0, ("Content-Type".into(), content_type.into()));
        }
        Self {
            source,
            now,
            seed: [seed as u32, (seed >> 32) as u32],
            method: request.method(),
            path: request.path(),
            url: url(request),
            path_parameters: pairs(request.path_parameters()),
            query: pairs(request.query()),
            headers,
            cookies,
            body: match form {
                Some(form) => form_text(request, content_type, &form),
                None => request.text(),
            },
            form: request.form().iter().filter_map(field).collect(),
            form_kind,
            response: ScriptResponse {
                status: answer.status,
                headers: sent,
                body: std::str::from_utf8(body).unwrap_or_default(),
            },
        }
    }

    /// The text that the sandbox takes.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

fn pairs<S: AsRef<str>>(pairs: &[(S, S)]) -> Vec<Pair<'_>> {
    pairs.iter().map(|(name, value)| (name.as_ref().into(), value.as_ref().into())).collect()
}

/// Name and value of a form field. The value of a file is its name.
fn field(field: &FormField) -> Option<Pair<'_>> {
    let value = field.file_name.as_deref().or_else(|| field.text())?;
    Some((field.name.as_str().into(), value.into()))
}

/// Path and query, without what belongs to the mock.
fn url(request: &IncomingRequest<'_>) -> String {
    let mut url = request.path().to_owned();
    if !request.query().is_empty() {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(request.query());
        url.push('?');
        url.push_str(&query.finish());
    }
    url
}

/// The raw text of a form: only the fields that the script may see, or nothing where they cannot be told apart.
fn form_text<'a>(request: &'a IncomingRequest<'_>, content_type: &str, form: &Form) -> Cow<'a, str> {
    let fields = request.form();
    if form_fields(content_type, request.body()).len() == fields.len() {
        return request.text();
    }
    if *form != Form::UrlEncoded {
        return "".into();
    }
    let mut text = form_urlencoded::Serializer::new(String::new());
    text.extend_pairs(fields.iter().filter_map(field));
    text.finish().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::RequestParts;
    use serde_json::{Value, json};

    fn input(parts: RequestParts<'_>, answer: &Answer, body: &[u8]) -> Value {
        let request = IncomingRequest::new(parts);
        let text = ScriptInput::new("return 1", &request, answer, body, 0x1_0000_0002, 7).to_json();
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_request_is_told_whole() {
        let mut answer = Answer::empty(201);
        answer.content_type = Some("application/json".into());
        answer.headers = vec![("X-A".to_owned(), "1".to_owned())];
        let parts = RequestParts {
            method: "POST",
            path: "/pets/7",
            path_parameters: vec![("id".into(), "7".into())],
            query: "q=a%20b&apidogToken=secret",
            headers: vec![
                ("cookie".into(), "a=1; apidogToken=secret".into()),
                ("apidogtoken".into(), "secret".into()),
            ],
            body: b"\"\xff\0\"",
            ..RequestParts::default()
        };
        let told = input(parts, &answer, b"{}");
        assert!(!told.to_string().contains("secret"), "{told}");
        let expected = json!({
            "source": "return 1", "now": 7, "seed": [2, 1], "method": "POST", "path": "/pets/7", "url": "/pets/7?q=a+b",
            "pathParameters": [["id", "7"]], "query": [["q", "a b"]], "headers": [["cookie", "a=1"]],
            "cookies": [["a", "1"]], "body": "\"\u{fffd}\0\"", "form": [], "formKind": "",
            "response": {"status": 201, "headers": [["Content-Type", "application/json"], ["X-A", "1"]], "body": "{}"},
        });
        assert_eq!(told, expected);
    }

    #[test]
    fn forms_are_told_without_tokens() {
        let urlencoded = "application/x-www-form-urlencoded";
        let part = |name: &str, more: &str| {
            format!("--b\r\nContent-Disposition: form-data; name={name}{more}\r\n\r\nv\r\n")
        };
        let multipart = format!("{}{}--b--\r\n", part("a", ""), part("f", "; filename=x.png"));
        let secret = format!("{}{}--b--\r\n", part("a", ""), part("apidogToken", ""));
        let cases = [
            (urlencoded, "a=1&b=x%20y", "urlencoded", "a=1&b=x%20y", json!([["a", "1"], ["b", "x y"]])),
            (urlencoded, "a=1&apidogToken=s", "urlencoded", "a=1", json!([["a", "1"]])),
            (
                "multipart/form-data; boundary=b",
                &multipart,
                "formdata",
                &multipart,
                json!([["a", "v"], ["f", "x.png"]]),
            ),
            ("multipart/form-data; boundary=b", &secret, "formdata", "", json!([["a", "v"]])),
        ];
        for (content_type, body, kind, text, fields) in cases {
            let parts = RequestParts {
                headers: vec![("content-type".into(), content_type.into())],
                body: body.as_bytes(),
                ..RequestParts::default()
            };
            let told = input(parts, &Answer::empty(200), b"\xff");
            assert_eq!(told["formKind"], kind, "{body}");
            assert_eq!(told["body"], text, "{body}");
            assert_eq!(told["form"], fields, "{body}");
            assert_eq!(told["response"]["body"], "", "bytes are not shown");
        }
    }
}
