//! The inside of a tag, cut into tokens.

use super::error::Fault;

/// How many tokens one tag may hold.
const MAX_TOKENS: usize = 2000;
/// How deep brackets nest within one tag.
const MAX_DEPTH: usize = 20;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Name,
    Number,
    Text,
    Sign,
}

/// A piece of an expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// Its first byte in the template.
    pub(super) at: usize,
    /// In how many brackets it stands; a bracket counts as outside of itself.
    pub(super) depth: usize,
}

impl Token<'_> {
    pub(super) fn is(&self, sign: &str) -> bool {
        self.kind == Kind::Sign && self.text == sign
    }
}

/// A tag without its braces.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    pub(super) tokens: Vec<Token<'t>>,
    /// The byte of its first brace.
    pub(super) at: usize,
    /// The byte behind its last brace.
    pub(super) end: usize,
    /// Whether white space before and behind it is taken away.
    pub(super) trims: (bool, bool),
}

/// Longer signs come before their beginnings.
const SIGNS: &[&str] = &[
    "===", "!==", "**", "//", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "~", "|", ".", ",",
    "(", ")", "[", "]", "{", "}", ":", "=",
];

/// Reads a tag from its opening braces (`{{` or `{%`) to its closing ones.
pub(super) fn tag<'t>(text: &'t str, at: usize, close: &str) -> Result<Tag<'t>, Fault> {
    let mut next = at + 2;
    let trims_before = text.get(next..).is_some_and(|rest| rest.starts_with('-'));
    next += usize::from(trims_before);
    let mut tokens = Vec::new();
    let mut brackets: Vec<char> = Vec::new();
    loop {
        let rest = text.get(next..).unwrap_or_default();
        let trimmed = rest.trim_start();
        next += rest.len() - trimmed.len();
        let Some(first) = trimmed.chars().next() else {
            let open = text.get(at..at + 2).unwrap_or_default();
            return Err(Fault::new(
                at,
                format!("`{open}` is not closed"),
                format!(
                    "Write `{close}` behind it, or `{{% raw %}}` before and `{{% endraw %}}` behind what is just text."
                ),
            ));
        };
        // A brace that closes a map of the expression does not close the tag.
        let may_end = close == "%}" || brackets.last() != Some(&'{');
        let trims_behind = trimmed.strip_prefix('-').is_some_and(|rest| rest.starts_with(close));
        if may_end && (trims_behind || trimmed.starts_with(close)) {
            if let Some(open) = brackets.last() {
                return Err(Fault::new(next, format!("a `{open}` is not closed"), ""));
            }
            let end = next + usize::from(trims_behind) + close.len();
            return Ok(Tag { tokens, at, end, trims: (trims_before, trims_behind) });
        }
        let (kind, length) = match first {
            '\'' | '"' => (
                Kind::Text,
                quoted(trimmed).ok_or_else(|| {
                    Fault::new(next, format!("a text that begins with {first} has no end"), "")
                })?,
            ),
            '0'..='9' => (Kind::Number, number(trimmed)),
            _ if first.is_alphabetic() || first == '_' => (Kind::Name, name(trimmed)),
            _ => (Kind::Sign, sign(trimmed, next)?),
        };
        let token = trimmed.get(..length).unwrap_or_default();
        if kind == Kind::Sign && matches!(first, ')' | ']' | '}') {
            let open = brackets.pop();
            if !matches!((open, first), (Some('('), ')') | (Some('['), ']') | (Some('{'), '}')) {
                return Err(Fault::new(next, format!("`{first}` closes nothing"), ""));
            }
        }
        tokens.push(Token { kind, text: token, at: next, depth: brackets.len() });
        if kind == Kind::Sign && matches!(first, '(' | '[' | '{') {
            brackets.push(first);
        }
        if tokens.len() > MAX_TOKENS || brackets.len() > MAX_DEPTH {
            let message = format!(
                "a tag holds at most {MAX_TOKENS} words and signs, and brackets nest {MAX_DEPTH} deep"
            );
            return Err(Fault::new(next, message, "Spread it over several tags."));
        }
        next += length;
    }
}

/// The length of a text in quotes.
fn quoted(rest: &str) -> Option<usize> {
    let quote = rest.chars().next()?;
    let mut escaped = false;
    for (at, next) in rest.char_indices().skip(1) {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if next == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn name(rest: &str) -> usize {
    rest.find(|next: char| !next.is_alphanumeric() && next != '_').unwrap_or(rest.len())
}

/// `12`, `1.5`, `2e3`; in `1..x` and `items.0.name` the dots are signs.
fn number(rest: &str) -> usize {
    let digits = |from: usize| {
        let rest = rest.get(from..).unwrap_or_default();
        rest.find(|next: char| !next.is_ascii_digit()).unwrap_or(rest.len())
    };
    let mut length = digits(0);
    if rest.as_bytes().get(length) == Some(&b'.') && digits(length + 1) > 0 {
        length += 1 + digits(length + 1);
    }
    if matches!(rest.as_bytes().get(length), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(rest.as_bytes().get(length + 1), Some(b'+' | b'-')));
        if digits(length + 1 + sign) > 0 {
            length += 1 + sign + digits(length + 1 + sign);
        }
    }
    length
}

fn sign(rest: &str, at: usize) -> Result<usize, Fault> {
    if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
        return Ok(sign.len());
    }
    let instead = [
        ("&&", "Write `and`."),
        ("||", "Write `or`."),
        ("!", "Write `not`."),
        ("?", "Write `a if condition else b`."),
        ("$", "A dynamic value stands alone in its braces: `{{$person.fullName}}`."),
        ("`", "Texts stand in single or double quotes."),
    ];
    let found = instead.iter().find(|(sign, _)| rest.starts_with(sign));
    let (sign, hint) = match found {
        Some((sign, hint)) => ((*sign).to_owned(), *hint),
        None => (rest.chars().take(1).collect(), ""),
    };
    Err(Fault::new(at, format!("`{sign}` has no meaning in a template"), hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let close = if text.starts_with("{%") { "%}" } else { "}}" };
        tag(text, 0, close).unwrap().tokens.iter().map(|token| token.text).collect()
    }

    #[test]
    fn cuts_expressions() {
        assert_eq!(words("{{ a.b[0]|d('}}') }}"), ["a", ".", "b", "[", "0", "]", "|", "d", "(", "'}}'", ")"]);
        assert_eq!(words("{{ {'a': {}} }}"), ["{", "'a'", ":", "{", "}", "}"]);
        assert_eq!(words("{%- if a === 'x\\'' -%}"), ["if", "a", "===", "'x\\''"]);
        assert_eq!(words("{{ 1.5 + 2e3 - 1 }}"), ["1.5", "+", "2e3", "-", "1"]);
        assert_eq!(words("{{ items.0.name }}"), ["items", ".", "0", ".", "name"]);
        assert_eq!(words("{{}}"), [""; 0]);
        let read = tag("x{{- a -}}y", 1, "}}").unwrap();
        assert_eq!((read.end, read.trims), (10, (true, true)));
    }

    #[test]
    fn refuses_what_is_no_expression() {
        for (text, at, message) in [
            ("{{ a", 0, "`{{` is not closed"),
            ("{{ 'a }}", 3, "a text that begins with ' has no end"),
            ("{{ a && b }}", 5, "`&&` has no meaning in a template"),
            ("{{ $a.b }}", 3, "`$` has no meaning in a template"),
            ("{{ (a }}", 6, "a `(` is not closed"),
            ("{{ a) }}", 4, "`)` closes nothing"),
            ("{{ [a) }}", 5, "`)` closes nothing"),
            ("{{ ä€ }}", 5, "`€` has no meaning in a template"),
        ] {
            let fault = tag(text, 0, "}}").unwrap_err();
            assert_eq!((fault.at, fault.message.as_str()), (at, message), "{text}");
        }
        assert!(tag(&format!("{{{{ {} }}}}", "[".repeat(100)), 0, "}}").is_err());
        assert!(tag(&format!("{{{{ {} }}}}", "a ".repeat(5000)), 0, "}}").is_err());
    }
}
