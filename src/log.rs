//! What goes into the log: one line of JSON for each thing that failed, without secrets.
//!
//! Cloudflare indexes the fields of such lines; elsewhere any tool reads them.

use serde_json::{Value, json};

/// The longest detail, in characters.
const MAX_DETAIL: usize = 2000;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Something went as it should, and is worth knowing.
    Info,
    /// Something failed.
    Error,
}

/// A line for the log: `level`, `what` was being done, the `project` it is about, and the `detail` of what happened, from
/// which secrets are taken out.
///
/// ```
/// use edgemock::log::{Level, line};
/// let line = line(Level::Error, "reading a pointer", Some(7), "KV GET failed: 500");
/// assert_eq!(line, r#"{"level":"error","what":"reading a pointer","project":7,"detail":"KV GET failed: 500"}"#);
/// ```
pub fn line(level: Level, what: &str, project: Option<u64>, detail: &str) -> String {
    let level = match level {
        Level::Info => "info",
        Level::Error => "error",
    };
    let mut line = json!({"level": level, "what": what});
    if let Some(fields) = line.as_object_mut() {
        if let Some(project) = project {
            fields.insert("project".to_owned(), Value::from(project));
        }
        if !detail.is_empty() {
            fields.insert("detail".to_owned(), Value::from(without_secrets(detail)));
        }
    }
    line.to_string()
}

/// A text without tokens, passwords and queries, whatever the runtime has put into it.
///
/// ```
/// use edgemock::log::without_secrets;
/// assert_eq!(without_secrets("GET https://a:b@example.com/x?key=1 failed"), "GET https://…@example.com/x?… failed");
/// assert_eq!(without_secrets("Authorization: Bearer abc"), "Authorization: Bearer …");
/// ```
pub fn without_secrets(text: &str) -> String {
    // The stack of an error fills a line with what nobody reads there.
    let text = text.split("\n    at ").next().unwrap_or_default();
    let mut safe = String::new();
    let mut hide_next = false;
    for word in text.split(|character: char| character.is_whitespace() || character.is_control()) {
        if !safe.is_empty() {
            safe.push(' ');
        }
        let lower = word.to_ascii_lowercase();
        let scheme = matches!(lower.trim_start_matches(['"', '\'', '(']), "bearer" | "basic");
        // The scheme is no secret, what stands behind it is.
        if hide_next && !scheme && !word.is_empty() {
            safe.push('…');
        } else {
            safe.push_str(&safe_word(word, &lower));
        }
        let names_secret = lower.ends_with([':', '='])
            && ["token", "authorization", "password", "secret", "cookie", "key"]
                .iter()
                .any(|name| lower.contains(name));
        hide_next = scheme || names_secret || (hide_next && word.is_empty());
    }
    if let Some((end, _)) = safe.char_indices().nth(MAX_DETAIL) {
        safe.truncate(end);
        safe.push('…');
    }
    safe
}

/// A word of it; `lower` is the same in small letters.
fn safe_word(word: &str, lower: &str) -> String {
    let mut word = word.to_owned();
    let mut cut = |at: Option<usize>| {
        if let Some(at) = at.filter(|at| *at <= word.len()) {
            word.truncate(at);
            word.push('…');
        }
    };
    let value = |name: &str| {
        let at = lower.find(name)? + name.len();
        let rest = lower.get(at..)?;
        // `name=…`, `name":"…`: what is between name and value is no letter.
        let skipped = rest.find(|c: char| c.is_alphanumeric())?;
        rest.get(..skipped)?.contains(['=', ':']).then_some(at + skipped)
    };
    let places = [
        lower.find("emk_").map(|at| at + 4),
        lower.find('?').filter(|at| lower.get(*at..).is_some_and(|rest| rest.contains('='))).map(|at| at + 1),
        value("token"),
        value("password"),
        value("secret"),
    ];
    cut(places.into_iter().flatten().min());
    let host = word.find("://").map(|at| at + 3);
    if let Some(host) = host
        && let Some(rest) = word.get(host..)
        && let Some(at) = rest.split('/').next().and_then(|authority| authority.rfind('@'))
    {
        word.replace_range(host..host + at, "…");
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_taken_out() {
        let secret = "s3cret0s3cret0s3cret0";
        let texts = [
            format!("emk_{secret}"),
            format!("fetching https://ada:{secret}@example.com/a failed"),
            format!("fetching https://example.com/a?x=1&apidogToken={secret}#b failed"),
            format!("/m1/7-0-default/pets?apidogToken={secret}"),
            format!("apidogToken: {secret}"),
            format!("authorization:  Bearer {secret}"),
            format!("{{\"apidogToken\":\"{secret}\"}}"),
            format!("{{\"token\": \"{secret}\"}}"),
            format!("Basic {secret}"),
            format!("password={secret}"),
            format!("cookie: session={secret}"),
            format!("x\nAuthorization:\nBearer\n{secret}"),
        ];
        for text in texts {
            let safe = without_secrets(&text);
            assert!(!safe.contains("s3cret"), "{text} → {safe}");
        }
    }

    #[test]
    fn the_rest_stays() {
        for text in [
            "KV GET failed: 500 (made by a test)",
            "pack:7:0123abcd: 40 bytes instead of 50",
            "Is it there? Nobody knows",
            "https://example.com/a?b is fine",
            "",
        ] {
            assert_eq!(without_secrets(text), text);
        }
        assert_eq!(without_secrets("two\nlines\tand\u{0}more"), "two lines and more");
        assert_eq!(without_secrets("Error: gone\n    at read (x.js:1:2)\n    at y"), "Error: gone");
        let long = without_secrets(&"é".repeat(5000));
        assert_eq!(long.chars().count(), MAX_DETAIL + 1);
    }

    #[test]
    fn lines_are_json() {
        let written = line(Level::Info, "published again", Some(7), "");
        assert_eq!(written, r#"{"level":"info","what":"published again","project":7}"#);
        let written = line(Level::Error, "x", None, "a \"quoted\"\nline");
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read["detail"], "a \"quoted\" line");
        assert!(!written.contains('\n'));
    }
}
