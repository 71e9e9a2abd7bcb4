//! What a script made of an answer. All of it is checked again here: the sandbox ran foreign code.

use super::{FailureKind, LogLine, MAX_BODY, MAX_DELAY, MAX_HEADERS, MAX_LOG_LINES, ScriptFailure};
use crate::respond::{Answer, may_declare};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The longest value of a header, in bytes.
const MAX_HEADER_VALUE: usize = 8192;
/// The longest value of the header that tells the owner about a run, in bytes.
const MAX_OWNER_HEADER: usize = 4096;

/// An answer that a script changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScriptOutput {
    /// From 200 to 599.
    pub status: u16,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// All other headers, those that the document declares included: valid names, printable ASCII values.
    pub headers: Vec<(String, String)>,
    /// The body, where the script set one; otherwise it stays as it was.
    pub body: Option<String>,
    /// Milliseconds to wait, where the script asked for that.
    pub delay: Option<u32>,
    /// What the script logged.
    pub logs: Vec<LogLine>,
}

impl ScriptOutput {
    /// Changes the answer. `head` leaves the body out, as HEAD wants it.
    pub fn apply(self, answer: &mut Answer, body: &mut Vec<u8>, head: bool) {
        answer.status = self.status;
        answer.headers = self.headers;
        if let Some(delay) = self.delay {
            answer.delay = delay;
        }
        let had_body = answer.content_type.is_some();
        answer.content_type = self.content_type.map(Into::into);
        if let Some(text) = &self.body {
            text.as_bytes().clone_into(body);
            // Whether it fits its schema is the script's business now.
            answer.valid = true;
            if answer.content_type.is_none() && !text.is_empty() {
                let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
                let guessed = if is_json { "application/json" } else { "text/plain; charset=utf-8" };
                answer.content_type = Some(guessed.into());
            }
        }
        let is_empty = matches!(self.status, 204 | 205 | 304) || !(had_body || self.body.is_some());
        if is_empty {
            body.clear();
            answer.content_type = None;
        }
        answer.has_body = !is_empty && !head;
    }
}

#[derive(Deserialize)]
struct Outcome {
    ok: bool,
    result: Option<Made>,
    kind: Option<FailureKind>,
    #[serde(default)]
    message: String,
    line: Option<u32>,
    column: Option<u32>,
    #[serde(default)]
    logs: Vec<LogLine>,
}

#[derive(Deserialize)]
struct Made {
    status: u16,
    delay: Option<u32>,
    headers: Vec<(String, String)>,
    body: Option<String>,
}

/// Reads what the sandbox says of a run.
///
/// # Errors
/// What the script did wrong, or what it made that is no answer.
pub fn read_outcome(json: &str) -> Result<ScriptOutput, ScriptFailure> {
    let crash =
        || ScriptFailure::new(FailureKind::Crash, "the sandbox gave no readable result: try it again");
    let Ok(mut outcome) = serde_json::from_str::<Outcome>(json) else { return Err(crash()) };
    outcome.logs.truncate(MAX_LOG_LINES);
    if !outcome.ok {
        let Outcome { kind, message, line, column, logs, .. } = outcome;
        let kind = kind.unwrap_or(FailureKind::Crash);
        return Err(ScriptFailure { kind, message, line, column, logs });
    }
    let Some(made) = outcome.result else { return Err(crash()) };
    read(made, &mut outcome.logs).map_err(|message| ScriptFailure {
        logs: outcome.logs,
        ..ScriptFailure::new(FailureKind::Result, message)
    })
}

fn read(made: Made, logs: &mut Vec<LogLine>) -> Result<ScriptOutput, String> {
    let Made { status, delay, headers: set, body } = made;
    if !(200..=599).contains(&status) {
        return Err(format!("the status has to be from 200 to 599, and is {status}"));
    }
    if let Some(delay) = delay.filter(|delay| *delay > MAX_DELAY) {
        return Err(format!("the delay may be {MAX_DELAY} milliseconds, and is {delay}"));
    }
    if let Some(body) = body.as_ref().filter(|body| body.len() > MAX_BODY) {
        return Err(format!("the body has {} bytes, and may have {MAX_BODY}", body.len()));
    }
    if set.len() > MAX_HEADERS {
        return Err(format!("the answer has {} headers, and may have {MAX_HEADERS}", set.len()));
    }
    let (mut content_type, mut headers) = (None, Vec::with_capacity(set.len()));
    for (name, value) in set {
        if value.len() > MAX_HEADER_VALUE || !value.bytes().all(|byte| matches!(byte, b'\t' | b' '..=b'~')) {
            return Err(
                "the value of a header is too long, or has characters that headers cannot carry".into()
            );
        }
        let value = value.trim().to_owned();
        if name.eq_ignore_ascii_case("content-type") {
            content_type = Some(value).filter(|value| value.contains('/'));
        } else if may_declare(&name) {
            headers.push((name, value));
        } else {
            // Scripts written for other servers often set CORS headers; the mock's own serve the same purpose.
            let text =
                format!("the header {name} was left out: the mock sets it itself, or no mock may set it");
            logs.push(LogLine { level: "warn".into(), text });
        }
    }
    logs.truncate(MAX_LOG_LINES);
    Ok(ScriptOutput { status, content_type, headers, body, delay, logs: std::mem::take(logs) })
}

/// The value of the header that tells the owner of a script how it ran: JSON in ASCII with `error` and `logs`. Only for
/// callers who hold a management token. The last lines of a long log are left out.
pub fn owner_header(outcome: Result<&ScriptOutput, &ScriptFailure>) -> String {
    let (mut logs, error) = match outcome {
        Ok(output) => (output.logs.as_slice(), None),
        Err(failure) => (failure.logs.as_slice(), Some(failure)),
    };
    let error = error.map_or(Value::Null, |failure| {
        let message: String = failure.message.chars().take(500).collect();
        json!({"kind": failure.kind, "message": message, "line": failure.line, "column": failure.column})
    });
    loop {
        let header = ascii(&json!({"error": error, "logs": logs}).to_string());
        match logs.split_last() {
            Some((_, before)) if header.len() > MAX_OWNER_HEADER => logs = before,
            _ => return header,
        }
    }
}

/// JSON text in ASCII: everything else is in strings, and is escaped there.
pub(crate) fn ascii(json: &str) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(json.len());
    for character in json.chars() {
        if character.is_ascii_graphic() || character == ' ' {
            text.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(result: &Value) -> Result<ScriptOutput, ScriptFailure> {
        read_outcome(
            &json!({"ok": true, "result": result, "logs": [{"level": "log", "text": "x"}]}).to_string(),
        )
    }

    #[test]
    fn answers_are_read() {
        let headers =
            json!([["content-TYPE", "text/plain"], ["X-A", " 1"], ["Vary", "x"], ["Set-Cookie", "a"]]);
        let read = outcome(&json!({"status": 404, "delay": 5, "headers": headers, "body": "no"})).unwrap();
        assert_eq!((read.status, read.delay, read.body.as_deref()), (404, Some(5), Some("no")));
        assert_eq!(read.content_type.as_deref(), Some("text/plain"));
        let names: Vec<_> = read.headers.iter().map(|(name, value)| (&**name, &**value)).collect();
        assert_eq!(names, [("X-A", "1"), ("Set-Cookie", "a")]);
        assert!(read.logs[1].text.contains("Vary"), "{:?}", read.logs);
    }

    #[test]
    fn what_is_no_answer_is_refused() {
        let long = "x".repeat(MAX_BODY + 1);
        let many = vec![("X-A", "1"); 101];
        let cases = [
            (json!({"status": 99, "headers": []}), "status"),
            (json!({"status": 200, "headers": [], "delay": 60_001}), "delay"),
            (json!({"status": 200, "headers": [], "body": long}), "1048577 bytes"),
            (json!({"status": 200, "headers": many}), "101 headers"),
            (json!({"status": 200, "headers": [["X-A", "a\r\nX-B: 1"]]}), "header"),
            (json!({"status": 200, "headers": [["X-A", "é"]]}), "header"),
        ];
        for (result, part) in cases {
            let failure = outcome(&result).unwrap_err();
            assert_eq!((failure.kind, failure.logs.len()), (FailureKind::Result, 1), "{failure}");
            assert!(failure.message.contains(part), "{failure}");
        }
        for broken in ["", "{}", "null", r#"{"ok":true}"#, r#"{"ok":true,"result":{"status":"x"}}"#] {
            assert_eq!(read_outcome(broken).unwrap_err().kind, FailureKind::Crash, "{broken}");
        }
    }

    #[test]
    fn answers_are_changed() {
        let output = |status, content_type: Option<&str>, body: Option<&str>| ScriptOutput {
            status,
            content_type: content_type.map(str::to_owned),
            headers: vec![],
            body: body.map(str::to_owned),
            delay: Some(3),
            logs: vec![],
        };
        let json = Some("application/json");
        let cases = [
            // (had a type, output, HEAD, content type, body, sent)
            (json, output(201, json, None), false, json, "old", true),
            (json, output(201, Some("text/html"), Some("<p>")), false, Some("text/html"), "<p>", true),
            (json, output(201, json, Some("1")), true, json, "1", false),
            (json, output(204, json, Some("1")), false, None, "", false),
            (None, output(200, None, Some("{}")), false, json, "{}", true),
            (None, output(200, None, Some("a")), false, Some("text/plain; charset=utf-8"), "a", true),
            (None, output(200, json, None), false, None, "", false),
        ];
        for (had, output, head, content_type, expected, sent) in cases {
            let mut answer = Answer::empty(200);
            answer.content_type = had.map(Into::into);
            let mut body = b"old".to_vec();
            let shown = format!("{output:?}");
            output.apply(&mut answer, &mut body, head);
            assert_eq!(answer.content_type.as_deref(), content_type, "{shown}");
            assert_eq!((body.as_slice(), answer.has_body), (expected.as_bytes(), sent), "{shown}");
            assert_eq!(answer.delay, 3);
        }
    }

    #[test]
    fn the_owner_header_is_short_ascii_json() {
        let line = LogLine { level: "log".into(), text: "ü😀\n\u{7f}".repeat(100) };
        let failure = ScriptFailure {
            line: Some(3),
            logs: vec![line; 100],
            ..ScriptFailure::new(FailureKind::Error, "é".repeat(10_000))
        };
        let header = owner_header(Err(&failure));
        assert!(header.len() <= 4200 && header.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        let read: Value = serde_json::from_str(&header).unwrap();
        assert_eq!(read["error"]["line"], 3);
        assert!(read["error"]["message"].as_str().is_some_and(|message| message.starts_with('é')));
    }
}
