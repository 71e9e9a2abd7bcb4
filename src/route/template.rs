//! Path templates taken apart: `/files/{id}.{extension}?type=a#note`.

use super::url::decode_segment;
use std::borrow::Cow;

/// Templates beyond this length can only be reached by id. URLs end at 16 KB; no real template comes near.
const MAX_TEMPLATE_BYTES: usize = 4096;

/// Templates with more segments can only be reached by id: bounds the recursion of matching.
const MAX_SEGMENTS: usize = 64;

/// A path template.
#[derive(Debug)]
pub(super) struct Template<'a> {
    /// What stands between the slashes; a trailing slash is an empty last segment.
    pub(super) segments: Vec<Segment<'a>>,
    /// Parameters that the template's own query asks for; `None`: any value will do.
    pub(super) query: Vec<(Box<str>, Option<Box<str>>)>,
    /// Whether a `#…` follows. A fragment never reaches a server; documents use it to define an operation twice.
    pub(super) fragment: bool,
}

/// One segment: literal text and parameters in turn.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Segment<'a> {
    /// Percent-decoded text around the parameters, one piece more than there are parameters.
    pub(super) literals: Vec<Box<str>>,
    /// Names of the parameters, without the constraints and marks that some tools put behind them.
    pub(super) names: Vec<&'a str>,
    /// A single `{name+}`, `{name*}` or `{*name}`: takes this and all further segments it can get.
    pub(super) rest: bool,
}

impl<'a> Template<'a> {
    /// `None` when a URL cannot reach the template: no leading slash, or beyond the limits.
    pub(super) fn parse(path: &'a str) -> Option<Self> {
        if path.len() > MAX_TEMPLATE_BYTES {
            return None;
        }
        let (path, fragment) = match split_outside_braces(path, b'#') {
            Some((path, _)) => (path, true),
            None => (path, false),
        };
        let (path, query) = split_outside_braces(path, b'?').unwrap_or((path, ""));
        let mut rest = Some(path.strip_prefix('/')?);
        let mut segments = Vec::new();
        while let Some(text) = rest {
            let (segment, behind) = match split_outside_braces(text, b'/') {
                Some((segment, behind)) => (segment, Some(behind)),
                None => (text, None),
            };
            segments.push(Segment::parse(segment));
            rest = behind;
        }
        (segments.len() <= MAX_SEGMENTS).then(|| Self { segments, query: query_of(query), fragment })
    }

    /// The names of all parameters, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        self.segments.iter().flat_map(|segment| segment.names.iter().copied())
    }
}

impl<'a> Segment<'a> {
    fn parse(text: &'a str) -> Self {
        let mut segment = Self { literals: Vec::new(), names: Vec::new(), rest: false };
        let (mut literal_start, mut at) = (0, 0);
        while let Some(open) = text.get(at..).and_then(|rest| rest.find('{')).map(|offset| at + offset) {
            let Some(close) = closing_brace(text, open) else { break };
            let inside = text.get(open + 1..close).unwrap_or_default();
            let name = inside.split(':').next().unwrap_or_default().trim();
            let bare = name.trim_start_matches('*').trim_end_matches(['*', '+', '?']);
            segment.rest |= name.starts_with('*') || name.ends_with(['*', '+']);
            segment.literals.push(literal(text.get(literal_start..open)));
            segment.names.push(bare);
            at = close + 1;
            literal_start = at;
        }
        segment.literals.push(literal(text.get(literal_start..)));
        segment.rest &= segment.names.len() == 1 && segment.literals.iter().all(|literal| literal.is_empty());
        segment
    }
}

fn literal(text: Option<&str>) -> Box<str> {
    decode_segment(text.unwrap_or_default()).into()
}

/// The parameters of a template's query. A value with a `{parameter}` in it may be anything.
fn query_of(query: &str) -> Vec<(Box<str>, Option<Box<str>>)> {
    let parameter = |(name, value): (Cow<'_, str>, Cow<'_, str>)| {
        let any = value.contains('{') || value.is_empty();
        (name.into(), (!any).then(|| value.into()))
    };
    // RFC 6570's `{?a,b}` lists optional parameters: nothing to ask for.
    form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| !name.contains('{')).map(parameter).collect()
}

/// Splits at the first `mark` that stands in no braces: `{id:[^/?#]+}` is one parameter.
fn split_outside_braces(text: &str, mark: u8) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if byte == mark {
            return Some((text.get(..at)?, text.get(at + 1..)?));
        }
        at = match closing_brace(text, at) {
            Some(close) if byte == b'{' => close + 1,
            _ => at + 1,
        };
    }
    None
}

/// Where the brace that opens at `open` closes; `None` when there is none, or it never does.
fn closing_brace(text: &str, open: usize) -> Option<usize> {
    let rest = text.as_bytes().get(open..)?;
    if rest.first() != Some(&b'{') {
        return None;
    }
    let mut depth = 0usize;
    for (offset, byte) in rest.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return Some(open + offset),
            b'}' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Matches one decoded segment against the literals of a template's segment. Every parameter takes at least one
/// character; all but the last take as little as they can. Calls `capture` with the bounds of each value.
pub(super) fn match_segment(
    literals: &[Box<str>],
    text: &str,
    mut capture: impl FnMut(usize, usize),
) -> bool {
    let [first, middle @ .., last] = literals else {
        return literals.first().is_some_and(|only| &**only == text);
    };
    let Some(end) = text.len().checked_sub(last.len()) else { return false };
    if !text.starts_with(&**first) || !text.ends_with(&**last) {
        return false;
    }
    let mut start = first.len();
    for literal in middle {
        // The value before the literal has at least one character.
        let Some(rest) = text.get(start..end).filter(|rest| !rest.is_empty()) else { return false };
        let shortest = rest.chars().next().map_or(1, char::len_utf8);
        let Some(offset) = rest.get(shortest..).and_then(|rest| rest.find(&**literal)) else { return false };
        capture(start, start + shortest + offset);
        start += shortest + offset + literal.len();
    }
    if start >= end {
        return false;
    }
    capture(start, end);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_segments_apart() {
        let cases: [(&str, &[&str], &[&str], bool); 12] = [
            ("pets", &["pets"], &[], false),
            ("", &[""], &[], false),
            ("{id}", &["", ""], &["id"], false),
            ("{a}.{b}", &["", ".", ""], &["a", "b"], false),
            ("{id}:activate", &["", ":activate"], &["id"], false),
            ("files({id})", &["files(", ")"], &["id"], false),
            ("{id:[0-9]{3}}", &["", ""], &["id"], false),
            ("{path+}", &["", ""], &["path"], true),
            ("{*path}", &["", ""], &["path"], true),
            ("v{path*}", &["v", ""], &["path"], false),
            ("{open", &["{open"], &[], false),
            ("caf%C3%A9", &["café"], &[], false),
        ];
        for (text, literals, names, rest) in cases {
            let literals = literals.iter().map(|&literal| literal.into()).collect();
            assert_eq!(Segment::parse(text), Segment { literals, names: names.to_vec(), rest }, "{text}");
        }
    }

    #[test]
    fn takes_templates_apart() {
        let template = Template::parse("/a/{x:[^/?#]+}/?type=a&id={id}&flag#note").unwrap();
        assert_eq!(template.segments.len(), 3);
        assert_eq!(template.names().collect::<Vec<_>>(), ["x"]);
        let query: Vec<_> = template.query.iter().map(|(name, value)| (&**name, value.as_deref())).collect();
        assert_eq!(query, [("type", Some("a")), ("id", None), ("flag", None)]);
        assert!(template.fragment);
        assert!(Template::parse("/a{?page,size}").unwrap().query.is_empty());
        assert_eq!(Template::parse("/").unwrap().segments.len(), 1);
        for unreachable in ["pets", "", &"/a".repeat(65), &format!("/{}", "a".repeat(5000)), "{path+}"] {
            assert!(Template::parse(unreachable).is_none(), "{unreachable}");
        }
    }

    #[test]
    fn matches_segments() {
        let cases: [(&str, &str, Option<&[&str]>); 17] = [
            ("pets", "pets", Some(&[])),
            ("pets", "Pets", None),
            ("{id}", "7", Some(&["7"])),
            ("{id}", "", None),
            ("{id}", "é", Some(&["é"])),
            ("{a}.{b}", "x.png", Some(&["x", "png"])),
            ("{a}.{b}", "x.tar.gz", Some(&["x", "tar.gz"])),
            ("{a}.{b}", ".x.", Some(&[".x", ""])),
            ("{a}.{b}", "x.", None),
            ("{a}.{b}", ".x", None),
            ("{a}.{b}", "é.ü", Some(&["é", "ü"])),
            ("{id}:activate", "7:activate", Some(&["7"])),
            ("{id}:activate", ":activate", None),
            ("files({id})", "files(7)", Some(&["7"])),
            ("files({id})", "files()", None),
            ("{a}{b}", "xyz", Some(&["x", "yz"])),
            ("aba{x}aba", "aba", None),
        ];
        for (template, text, expected) in cases {
            let segment = Segment::parse(template);
            let mut values = Vec::new();
            let matched =
                match_segment(&segment.literals, text, |start, end| values.push(text[start..end].to_owned()));
            // `{a}.{b}` on `.x.`: the last value would be empty.
            let expected = expected.filter(|values| !values.contains(&""));
            assert_eq!(
                matched.then_some(values),
                expected.map(|v| v.iter().map(|&s| s.to_owned()).collect()),
                "{template} {text}"
            );
        }
    }
}
