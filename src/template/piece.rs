//! A template, cut into plain text, tags and dynamic values.

use super::error::Fault;
use super::position::Position;
use super::token::{self, Tag};
use crate::dynamic::Template;

/// How many tags and dynamic values one template may hold.
const MAX_PIECES: usize = 5000;
/// No placeholder is longer than this many bytes.
const MAX_PLACEHOLDER: usize = 2000;

/// A piece of a template.
#[derive(Debug)]
pub(super) enum Piece<'t> {
    /// Text from one byte to another.
    Text(usize, usize),
    /// Text that stands for itself whatever is in it.
    Raw(usize, usize, Trims),
    /// `{{ expression }}`.
    Output(Tag<'t>),
    /// `{% statement %}`.
    Statement(Tag<'t>),
    /// A dynamic value or placeholder, and where it stands.
    Value(Template, usize, (bool, bool)),
    /// `{# comment #}`.
    Comment((bool, bool)),
}

/// White space that the tags around a raw text take away: before the first tag, behind it, before the last, behind it.
pub(super) type Trims = [bool; 4];

/// Cuts a template. In JSON, placeholders in string literals are read as JSON spells them: `@pick([\"a\"])`.
pub(super) fn cut(text: &str, json: bool) -> Result<Vec<Piece<'_>>, Fault> {
    let mut pieces =
        Pieces { done: Vec::new(), text, json, text_start: 0, followed: 0, position: Position::default() };
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(['{', '@', '\\'])) {
        let start = at + found;
        at = match pieces.sign_at(start)? {
            Some((piece, end)) => {
                pieces.end_text(start);
                pieces.done.push(piece);
                pieces.text_start = end;
                pieces.followed = end;
                end
            }
            None => start + 1,
        };
        if pieces.done.len() > 2 * MAX_PIECES {
            return Err(Fault::new(start, format!("a template holds at most {MAX_PIECES} tags"), ""));
        }
    }
    pieces.end_text(text.len());
    Ok(pieces.done)
}

struct Pieces<'t> {
    done: Vec<Piece<'t>>,
    text: &'t str,
    json: bool,
    /// Where the text that is not yet a piece begins.
    text_start: usize,
    /// Up to where `position` has gone.
    followed: usize,
    /// Where in a JSON text the piece stands, going by the plain text before it.
    position: Position,
}

impl<'t> Pieces<'t> {
    fn end_text(&mut self, end: usize) {
        if end > self.text_start {
            self.done.push(Piece::Text(self.text_start, end));
            self.follow(end);
        }
    }

    /// Takes the position to a byte.
    fn follow(&mut self, end: usize) {
        if self.json {
            for byte in self.text.get(self.followed..end).unwrap_or_default().bytes() {
                self.position.take(byte);
            }
        }
        self.followed = end;
    }

    /// The piece that a sign begins, and where it ends; `None` where it is just text.
    fn sign_at(&mut self, at: usize) -> Result<Option<(Piece<'t>, usize)>, Fault> {
        let rest = self.text.get(at..).unwrap_or_default();
        if rest.starts_with("{{{") && value_begins(rest.get(3..).unwrap_or_default()) {
            return Ok(None);
        }
        if let Some(inside) = rest.strip_prefix("{{") {
            return if value_begins(inside) { self.value(at).map(Some) } else { self.output(at).map(Some) };
        }
        if rest.starts_with("{%") {
            return self.statement(at).map(Some);
        }
        if rest.starts_with("{#") {
            let Some(length) = rest.find("#}") else {
                return Err(Fault::new(at, "`{#` is not closed", "Write `#}` behind the comment."));
            };
            let inside = rest.get(2..length).unwrap_or_default();
            return Ok(Some((
                Piece::Comment((inside.starts_with('-'), inside.ends_with('-'))),
                at + length + 2,
            )));
        }
        if rest.starts_with('@') || rest.starts_with("\\@") {
            return Ok(self.placeholder(at));
        }
        Ok(None)
    }

    fn output(&self, at: usize) -> Result<(Piece<'t>, usize), Fault> {
        let tag = token::tag(self.text, at, "}}")?;
        if tag.tokens.is_empty() {
            return Err(Fault::new(
                at,
                "there is nothing in the braces",
                "Write a name, or a text in quotes.",
            ));
        }
        let end = tag.end;
        Ok((Piece::Output(tag), end))
    }

    /// `{{$module.method(…)|pipe}}`; the grammar of what is inside is that of dynamic values.
    fn value(&self, at: usize) -> Result<(Piece<'t>, usize), Fault> {
        let rest = self.text.get(at..).unwrap_or_default();
        let Some(length) = unquoted(rest, "}}") else {
            return Err(Fault::new(at, "`{{` is not closed", "Write `}}` behind the dynamic value."));
        };
        let inside = rest.get(2..length).unwrap_or_default();
        let trims = (inside.starts_with('-'), inside.ends_with('-'));
        let bare = inside.get(usize::from(trims.0)..inside.len() - usize::from(trims.1)).unwrap_or_default();
        let offset = at + usize::from(trims.0);
        bound(&format!("{{{{{bare}}}}}"), offset, at, at + length + 2, trims)
    }

    fn statement(&mut self, at: usize) -> Result<(Piece<'t>, usize), Fault> {
        let rest = self.text.get(at..).unwrap_or_default();
        let word = rest.get(2..).unwrap_or_default().trim_start_matches('-').trim_start();
        let word = word.split(|next: char| !next.is_alphanumeric() && next != '_').next().unwrap_or_default();
        match word {
            "raw" | "verbatim" => self.raw(at, word),
            "mock" => {
                let Some(length) = unquoted(rest, "%}") else {
                    return Err(Fault::new(at, "`{%` is not closed", "Write `%}` behind it."));
                };
                let inside = rest.get(2..length).unwrap_or_default();
                let trims = (inside.starts_with('-'), inside.ends_with('-'));
                let bare =
                    inside.get(usize::from(trims.0)..inside.len() - usize::from(trims.1)).unwrap_or_default();
                let offset = at + usize::from(trims.0);
                bound(&format!("{{%{bare}%}}"), offset, at, at + length + 2, trims)
            }
            _ => {
                let tag = token::tag(self.text, at, "%}")?;
                let end = tag.end;
                Ok((Piece::Statement(tag), end))
            }
        }
    }

    /// Text up to `{% endraw %}`.
    fn raw(&mut self, at: usize, word: &str) -> Result<(Piece<'t>, usize), Fault> {
        let first = token::tag(self.text, at, "%}")?;
        let end_word = format!("end{word}");
        let mut from = first.end;
        while let Some(found) = self.text.get(from..).and_then(|rest| rest.find("{%")) {
            let start = from + found;
            let inside = self.text.get(start + 2..).unwrap_or_default().trim_start_matches('-').trim_start();
            if inside.starts_with(&end_word) {
                let last = token::tag(self.text, start, "%}")?;
                let trims = [first.trims.0, first.trims.1, last.trims.0, last.trims.1];
                self.follow(at);
                self.followed = first.end;
                self.follow(start);
                self.followed = at;
                return Ok((Piece::Raw(first.end, start, trims), last.end));
            }
            from = start + 2;
        }
        Err(Fault::new(
            at,
            format!("`{{% {word} %}}` is not closed"),
            format!("Write `{{% {end_word} %}}` behind the text."),
        ))
    }

    /// `@name(…)`; what is no placeholder is text.
    fn placeholder(&mut self, at: usize) -> Option<(Piece<'t>, usize)> {
        let limit = self.text.floor_char_boundary(at.saturating_add(MAX_PLACEHOLDER));
        let near = self.text.get(at..limit).unwrap_or_default();
        let mut found = Template::at(near, 0).ok().flatten();
        self.follow(at);
        // Only in a literal, and only where there are arguments, does the spelling matter.
        let is_pattern = near.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("@regexp("));
        let takes_any = near.find('(').is_some_and(|open| found.as_ref().is_none_or(|(_, end)| *end >= open));
        if self.json && self.position.in_text() && takes_any && (found.is_some() || is_pattern) {
            let (spelled, origins) = without_escapes(near);
            let read = Template::at(&spelled, 0).ok().flatten();
            found = read.map(|(value, end)| (value, origins.get(end).copied().unwrap_or(near.len())));
        }
        let (value, length) = found?;
        let piece = match value.fixed() {
            // `\@email` is the text `@email`.
            Some(_) => Piece::Text(at + 1, at + length),
            None => Piece::Value(value, at, (false, false)),
        };
        Some((piece, at + length))
    }
}

/// The dynamic value that a text in braces stands for; `offset` is the place that its first byte stands for.
fn bound<'t>(
    braced: &str,
    offset: usize,
    at: usize,
    end: usize,
    trims: (bool, bool),
) -> Result<(Piece<'t>, usize), Fault> {
    match Template::at(braced, 0) {
        Ok(Some((value, length))) if length == braced.len() => Ok((Piece::Value(value, at, trims), end)),
        Ok(_) => Err(Fault::new(at, "this is no dynamic value", "Write `{{$module.method}}`.")),
        Err(error) => {
            let bytes = braced.char_indices().nth(error.position).map_or(braced.len(), |(byte, _)| byte);
            Err(Fault::new(offset + bytes, error.message, ""))
        }
    }
}

/// Whether what stands behind braces is a dynamic value.
fn value_begins(inside: &str) -> bool {
    let inside = inside.strip_prefix('-').unwrap_or(inside).trim_start();
    inside
        .strip_prefix('$')
        .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_alphabetic() || next == '_'))
}

/// Where an end stands outside of quotes; where quotes are not closed, its first place.
fn unquoted(text: &str, end: &str) -> Option<usize> {
    let mut quote = None;
    let mut escaped = false;
    for (at, next) in text.char_indices() {
        match quote {
            _ if escaped => escaped = false,
            Some(_) if next == '\\' => escaped = true,
            Some(open) if next == open => quote = None,
            None if matches!(next, '\'' | '"') => quote = Some(next),
            None if text.get(at..).is_some_and(|rest| rest.starts_with(end)) => return Some(at),
            Some(_) | None => {}
        }
    }
    text.find(end)
}

/// A JSON string literal up to its end, with `\"` and `\\` read, and for every byte of it the byte it comes from.
fn without_escapes(text: &str) -> (String, Vec<usize>) {
    let mut plain = String::new();
    let mut origins = Vec::new();
    let mut end = text.len();
    let mut letters = text.char_indices().peekable();
    while let Some((at, next)) = letters.next() {
        if next == '"' {
            end = at;
            break;
        }
        let escaped = letters.peek().map(|(_, escaped)| *escaped);
        let letter = match escaped {
            Some(escaped @ ('"' | '\\')) if next == '\\' => {
                letters.next();
                escaped
            }
            _ => next,
        };
        plain.push(letter);
        origins.resize(plain.len(), at);
    }
    origins.push(end);
    (plain, origins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let pieces = cut(text, true).unwrap();
        let part = |start: usize, end: usize| text.get(start..end).unwrap().to_owned();
        let show = |piece: &Piece<'_>| match piece {
            Piece::Text(start, end) => part(*start, *end),
            Piece::Raw(start, end, _) => format!("raw {}", part(*start, *end)),
            Piece::Output(tag) => format!("output {}", part(tag.at, tag.end)),
            Piece::Statement(tag) => format!("statement {}", part(tag.at, tag.end)),
            Piece::Value(value, at, _) => format!("value {} at {at}", value.source()),
            Piece::Comment(_) => "comment".to_owned(),
        };
        pieces.iter().map(show).collect()
    }

    #[test]
    fn cuts_templates() {
        let cases: [(&str, &[&str]); 13] = [
            ("", &[]),
            ("a {b} c", &["a {b} c"]),
            ("a{{ b }}c", &["a", "output {{ b }}", "c"]),
            ("{%- if a -%}x{% endif %}", &["statement {%- if a -%}", "x", "statement {% endif %}"]),
            ("{{- $date.now|format('}}') -}}", &["value {{ $date.now|format('}}') }} at 0"]),
            ("{{{$datatype.boolean}}}", &["{", "value {{$datatype.boolean}} at 1", "}"]),
            ("{# {{ not }} #}x", &["comment", "x"]),
            ("{% raw %}{{ a }}@name{% endraw %}", &["raw {{ a }}@name"]),
            ("{% mock 'integer', 1, 9 %}", &["value {% mock 'integer', 1, 9 %} at 0"]),
            ("\"@name\" a@b.com @nobody", &["\"", "value @name at 1", "\" a@b.com @nobody"]),
            ("\\@name", &["@name"]),
            (r#""@pick([\"a\",\"b\"])""#, &["\"", r#"value @pick(["a","b"]) at 1"#, "\""]),
            (r#""@regexp(/\\d\\d/) \" ""#, &["\"", r"value @regexp(/\d\d/) at 1", r#" \" ""#]),
        ];
        for (text, expected) in cases {
            assert_eq!(shown(text), expected, "{text}");
        }
    }

    #[test]
    fn faults_name_their_place() {
        for (text, at, message) in [
            (
                "ä{{$person.fulName}}",
                5,
                "there is no method `person.fulName`; did you mean `person.fullName`?",
            ),
            (
                "{{-$person.fulName-}}",
                4,
                "there is no method `person.fulName`; did you mean `person.fullName`?",
            ),
            ("{% mock 'nam' %}", 8, "there is no placeholder `nam`; did you mean `name`?"),
            ("{{$person.fullName", 0, "`{{` is not closed"),
            ("{# a", 0, "`{#` is not closed"),
            ("a{% raw %}{{", 1, "`{% raw %}` is not closed"),
            ("{{ }}", 0, "there is nothing in the braces"),
        ] {
            let fault = cut(text, true).unwrap_err();
            assert_eq!((fault.at, fault.message.as_str()), (at, message), "{text}");
        }
    }

    #[test]
    fn signs_that_begin_nothing_take_linear_time() {
        for sign in ["@", "\\@", "{", "@regexp(", "@upper(", "\"@pick(", "@name", "@date(", "{#"] {
            let _ = cut(&sign.repeat(50_000 / sign.len()), true);
        }
    }
}
