//! One thing that is wrong with a request.

use crate::schema::Finding;
use serde::Serialize;

/// Violations beyond this number are counted as "more".
pub const MAX_VIOLATIONS: usize = 100;
/// Where names and pointers are cut, in characters.
const MAX_NAME: usize = 200;
/// Where messages are cut, in characters.
const MAX_MESSAGE: usize = 200;

/// The part of a request that a violation is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Location {
    Path,
    Query,
    Header,
    Cookie,
    Body,
}

impl Location {
    /// The name in messages, e.g. `query`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Body => "body",
        }
    }
}

/// One thing that is wrong with a request. Holds names that the document or the caller gave, numbers, and values that
/// the document lists; no text that the caller sent as a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// The part of the request.
    #[serde(rename = "location")]
    pub location: Location,
    /// The parameter; `None` for the body.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// RFC 6901 pointer into the body, or into the value of the parameter; `None` for the parameter as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pointer: Option<String>,
    /// The keyword of the document that is broken, e.g. `minimum`.
    pub keyword: &'static str,
    /// What is wrong, to be read behind the name: "must be at least 1, is 0".
    pub message: String,
}

impl Violation {
    /// A violation in a parameter or header.
    pub(super) fn parameter(
        location: Location,
        name: &str,
        keyword: &'static str,
        message: impl AsRef<str>,
    ) -> Self {
        let name = Some(shown(name, MAX_NAME));
        Self { location, name, pointer: None, keyword, message: shown(message.as_ref(), MAX_MESSAGE) }
    }

    /// A violation in the body.
    pub(super) fn body(pointer: &str, keyword: &'static str, message: impl AsRef<str>) -> Self {
        let pointer = Some(shown(pointer, MAX_NAME));
        Self {
            location: Location::Body,
            name: None,
            pointer,
            keyword,
            message: shown(message.as_ref(), MAX_MESSAGE),
        }
    }

    /// What a schema finds in a parameter.
    pub(super) fn in_parameter(location: Location, name: &str, finding: &Finding) -> Self {
        let pointer = Some(&*finding.pointer).filter(|pointer| !pointer.is_empty());
        Self {
            pointer: pointer.map(|pointer| shown(pointer, MAX_NAME)),
            ..Self::parameter(location, name, finding.keyword, &finding.message)
        }
    }

    /// What a schema finds in the body, below a pointer.
    pub(super) fn in_body(base: &str, finding: &Finding) -> Self {
        Self::body(&format!("{base}{}", finding.pointer), finding.keyword, &finding.message)
    }
}

impl std::fmt::Display for Violation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.location.as_str())?;
        for part in self.name.iter().chain(&self.pointer).filter(|part| !part.is_empty()) {
            write!(formatter, " {part}")?;
        }
        write!(formatter, ": {}", self.message)
    }
}

/// A text on one line, without characters that hide or reorder others, cut to a number of characters.
fn shown(text: &str, most: usize) -> String {
    let hidden = |character: char| {
        character.is_control()
            || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let plain = |character: char| if hidden(character) { '\u{fffd}' } else { character };
    let mut cut: String = text.chars().take(most).map(plain).collect();
    if text.chars().nth(most).is_some() {
        cut.push('…');
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_short_and_harmless() {
        let violation = Violation::parameter(Location::Query, &"é".repeat(300), "type", "a\r\nb\u{202e}");
        assert_eq!(violation.name.as_deref(), Some(&*format!("{}…", "é".repeat(200))));
        assert_eq!(violation.message, "a\u{fffd}\u{fffd}b\u{fffd}");
        let finding = Finding { pointer: "/a".into(), keyword: "required", message: "is missing".into() };
        let shown = [
            Violation::in_parameter(Location::Header, "X-A", &finding).to_string(),
            Violation::in_body("/f", &finding).to_string(),
            Violation::body("", "type", "must be object, is array").to_string(),
        ];
        assert_eq!(
            shown,
            ["header X-A /a: is missing", "body /f/a: is missing", "body: must be object, is array"]
        );
        let json = serde_json::to_string(&Violation::body("/a", "type", "x")).unwrap();
        assert_eq!(json, r#"{"location":"body","pointer":"/a","keyword":"type","message":"x"}"#);
    }
}
