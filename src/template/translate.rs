//! A template of ours, written as a template of minijinja.
//!
//! Text, tags and white space stay where they are. Dynamic values become calls, `{% set %}` becomes a call, loops tell
//! when they begin a pass, and expressions are written as `expression.rs` says. What is wrong is found on the way, at its
//! place in the text of the user; every piece that is written remembers that place, for what is found later.

use super::error::Fault;
use super::expression::{Surroundings, edits};
use super::piece::{Piece, cut};
use super::token::{Kind, Tag, Token};
use crate::dynamic::Template;
use std::collections::BTreeSet;

/// How deep blocks nest.
const MAX_BLOCKS: usize = 50;

/// A template of minijinja, and what belongs to it.
#[derive(Debug, Default)]
pub(super) struct Translation {
    pub(super) source: String,
    /// Bytes of `source` and the bytes of the template that they stand for.
    pub(super) places: Vec<(usize, usize)>,
    /// The dynamic values, in the order of their numbers.
    pub(super) values: Vec<Template>,
    /// The whole text, where the template has no tag and no value.
    pub(super) fixed: Option<String>,
    /// Which parts of the request it reads.
    pub(super) reads: Reads,
}

/// Which parts of the request a template reads.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools)] // one for each part
pub(super) struct Reads {
    pub(super) any: bool,
    pub(super) body: bool,
    pub(super) form: bool,
    pub(super) text: bool,
}

impl Reads {
    const ALL: Self = Self { any: true, body: true, form: true, text: true };

    fn note(&mut self, tokens: &[Token<'_>]) {
        let mut before = None;
        for (index, token) in tokens.iter().enumerate() {
            if token.kind == Kind::Name && token.text == "request" && before != Some(".") {
                self.any = true;
                let dot = tokens.get(index + 1).is_some_and(|next| next.is("."));
                match tokens.get(index + 2).map(|member| member.text).filter(|_| dot) {
                    Some("body") => self.body = true,
                    Some("form") => self.form = true,
                    Some("text") => self.text = true,
                    Some(_) => {}
                    None => *self = Self::ALL,
                }
            }
            before = Some(token.text);
        }
    }
}

/// Translates a template.
pub(super) fn translate(text: &str, json: bool) -> Result<Translation, Fault> {
    let pieces = cut(text, json)?;
    let mut writer = Writer {
        text,
        translation: Translation::default(),
        plain: String::new(),
        blocks: Vec::new(),
        surroundings: Surroundings { set: BTreeSet::new(), marks_texts: json },
        loops: BTreeSet::new(),
    };
    let is_fixed =
        pieces.iter().all(|piece| matches!(piece, Piece::Text(..) | Piece::Raw(..) | Piece::Comment(_)));
    let trims = pieces.iter().any(|piece| match piece {
        Piece::Raw(_, _, trims) => trims.contains(&true),
        Piece::Comment((before, behind)) => *before || *behind,
        _ => false,
    });
    writer.note_names(&pieces)?;
    for (index, piece) in pieces.iter().enumerate() {
        writer.piece(piece, pieces.get(index + 1))?;
    }
    if let Some(block) = writer.blocks.last() {
        let word = block.word;
        let hint = format!("Write `{{% end{word} %}}` behind its end.");
        return Err(Fault::new(block.at, format!("`{{% {word} %}}` is not closed"), hint));
    }
    if is_fixed && !trims {
        writer.translation.fixed = Some(writer.plain);
    }
    Ok(writer.translation)
}

struct Block {
    word: &'static str,
    at: usize,
    has_else: bool,
}

struct Writer<'t> {
    text: &'t str,
    translation: Translation,
    /// The plain text so far.
    plain: String,
    blocks: Vec<Block>,
    surroundings: Surroundings<'t>,
    /// Names that some loop gives a value.
    loops: BTreeSet<&'t str>,
}

impl<'t> Writer<'t> {
    /// Finds out which names are set, and by what.
    fn note_names(&mut self, pieces: &[Piece<'t>]) -> Result<(), Fault> {
        for piece in pieces {
            let Piece::Statement(tag) = piece else { continue };
            let (names, end) = match tag.tokens.first().map(|word| word.text) {
                Some("set") => (&mut self.surroundings.set, "="),
                Some("for") => (&mut self.loops, "in"),
                _ => continue,
            };
            let targets = tag.tokens.iter().skip(1).take_while(|token| token.text != end);
            names.extend(targets.filter(|token| token.kind == Kind::Name).map(|token| token.text));
        }
        for piece in pieces {
            let Piece::Statement(tag) = piece else { continue };
            let Some(name) =
                tag.tokens.get(1).filter(|_| tag.tokens.first().is_some_and(|word| word.text == "set"))
            else {
                continue;
            };
            if matches!(name.text, "request" | "loop" | "range") {
                return Err(Fault::new(
                    name.at,
                    format!("`{}` cannot be set", name.text),
                    "Choose another name.",
                ));
            }
            if self.loops.contains(name.text) {
                let message = format!("`{}` is the variable of a loop and cannot be set", name.text);
                return Err(Fault::new(name.at, message, "Choose another name."));
            }
        }
        Ok(())
    }

    fn piece(&mut self, piece: &Piece<'t>, next: Option<&Piece<'t>>) -> Result<(), Fault> {
        match piece {
            Piece::Text(start, end) => {
                self.plain_text(*start, *end, !matches!(next, None | Some(Piece::Text(..))));
            }
            Piece::Raw(start, end, trims) => {
                let raw = self.text.get(*start..*end).unwrap_or_default();
                if raw.contains("endraw") {
                    return Err(Fault::new(*start, "a raw text cannot hold `endraw`", "Cut it in two."));
                }
                self.plain.push_str(raw);
                self.open("{%", trims[0]);
                self.write(" raw ");
                self.close("%}", trims[1]);
                self.place(*start);
                self.write(raw);
                self.open("{%", trims[2]);
                self.write(" endraw ");
                self.close("%}", trims[3]);
            }
            Piece::Comment((before, behind)) => {
                self.open("{#", *before);
                self.close("#}", *behind);
            }
            Piece::Value(value, at, trims) => {
                let number = self.translation.values.len();
                self.translation.values.push(value.clone());
                self.place(*at);
                self.open("{{", trims.0);
                self.write(&format!(" __dynamic({number}) "));
                self.close("}}", trims.1);
            }
            Piece::Output(tag) => {
                self.place(tag.at);
                self.open("{{", tag.trims.0);
                self.expression(&tag.tokens)?;
                self.close(" }}", tag.trims.1);
            }
            Piece::Statement(tag) => self.statement(tag)?,
        }
        Ok(())
    }

    /// Text between tags. A brace at its end is kept apart from the braces that follow.
    fn plain_text(&mut self, start: usize, end: usize, before_tag: bool) {
        let text = self.text.get(start..end).unwrap_or_default();
        self.plain.push_str(text);
        self.place(start);
        match text.strip_suffix('{') {
            Some(rest) if before_tag => {
                self.write(rest);
                self.write("{{ '{'|safe }}");
            }
            _ => self.write(text),
        }
    }

    fn statement(&mut self, tag: &Tag<'t>) -> Result<(), Fault> {
        let Some(word) = tag.tokens.first() else {
            return Err(Fault::new(tag.at, "there is nothing in the tag", TAGS));
        };
        let rest = tag.tokens.get(1..).unwrap_or_default();
        self.place(tag.at);
        match word.text {
            "if" => {
                self.begin("if", tag.at)?;
                self.condition(tag, "if", rest)
            }
            "elif" | "elseif" => {
                self.inside("if", word, tag)?;
                self.condition(tag, "elif", rest)
            }
            "else" => {
                if rest.first().is_some_and(|next| next.text == "if") {
                    return Err(Fault::new(tag.at, "there is no `else if`", "Write `{% elif … %}`."));
                }
                let Some(block) = self.blocks.last_mut().filter(|block| !block.has_else) else {
                    let message = "`{% else %}` belongs to no `{% if %}` or `{% for %}`";
                    return Err(Fault::new(tag.at, message, ""));
                };
                block.has_else = true;
                self.bare(tag, "else", rest)
            }
            "endif" => {
                self.end("if", tag)?;
                self.bare(tag, "endif", rest)
            }
            "for" => {
                self.begin("for", tag.at)?;
                self.repeat(tag, rest)
            }
            "endfor" => {
                self.end("for", tag)?;
                nothing_behind(rest)?;
                self.open("{%", tag.trims.0);
                self.write(" endfor %}{{ __leave() ");
                self.close("}}", tag.trims.1);
                Ok(())
            }
            "set" => self.set(tag, rest),
            _ => Err(Fault::new(tag.at, format!("there is no tag `{}`", word.text), TAGS)),
        }
    }

    fn begin(&mut self, word: &'static str, at: usize) -> Result<(), Fault> {
        if self.blocks.len() >= MAX_BLOCKS {
            return Err(Fault::new(at, format!("blocks nest at most {MAX_BLOCKS} deep"), ""));
        }
        self.blocks.push(Block { word, at, has_else: false });
        Ok(())
    }

    fn inside(&self, block: &str, word: &Token<'_>, tag: &Tag<'_>) -> Result<(), Fault> {
        if self.blocks.last().is_some_and(|open| open.word == block && !open.has_else) {
            return Ok(());
        }
        Err(Fault::new(tag.at, format!("`{{% {} %}}` belongs to no `{{% {block} %}}`", word.text), ""))
    }

    fn end(&mut self, word: &str, tag: &Tag<'_>) -> Result<(), Fault> {
        match self.blocks.pop() {
            Some(block) if block.word == word => Ok(()),
            Some(block) => {
                let expected = block.word;
                let message = format!("`{{% end{word} %}}` comes before `{{% end{expected} %}}`");
                Err(Fault::new(tag.at, message, format!("`{{% {expected} %}}` is still open.")))
            }
            None => Err(Fault::new(tag.at, format!("`{{% end{word} %}}` closes no `{{% {word} %}}`"), "")),
        }
    }

    fn condition(&mut self, tag: &Tag<'t>, word: &str, tokens: &[Token<'t>]) -> Result<(), Fault> {
        if tokens.is_empty() {
            return Err(Fault::new(tag.at, format!("`{word}` has no condition"), "Write `{% if a == b %}`."));
        }
        self.open("{%", tag.trims.0);
        self.write(&format!(" {word}"));
        self.expression(tokens)?;
        self.close(" %}", tag.trims.1);
        Ok(())
    }

    fn bare(&mut self, tag: &Tag<'_>, word: &str, rest: &[Token<'_>]) -> Result<(), Fault> {
        nothing_behind(rest)?;
        self.open("{%", tag.trims.0);
        self.write(&format!(" {word} "));
        self.close("%}", tag.trims.1);
        Ok(())
    }

    /// `for item in list`, `for key, value in map`.
    fn repeat(&mut self, tag: &Tag<'t>, tokens: &[Token<'t>]) -> Result<(), Fault> {
        const FORM: &str = "Write `{% for item in list %}` or `{% for key, value in map %}`.";
        let position = tokens.iter().position(|token| token.kind == Kind::Name && token.text == "in");
        let Some((targets, list)) = position.map(|at| (tokens.get(..at), tokens.get(at + 1..))) else {
            return Err(Fault::new(tag.at, "`for` lacks `in`", FORM));
        };
        let (targets, list) = (targets.unwrap_or_default(), list.unwrap_or_default());
        check_targets(targets, tag.at, "for", FORM)?;
        if list.is_empty() {
            return Err(Fault::new(tag.at, "`for` has no list", FORM));
        }
        if let Some(recursive) =
            list.iter().find(|token| token.kind == Kind::Name && token.text == "recursive")
        {
            return Err(Fault::new(recursive.at, "loops cannot call themselves", ""));
        }
        self.open("{{", tag.trims.0);
        self.write(" __enter() }}{% for");
        for target in targets {
            self.token(target, target.text);
        }
        self.write(" in");
        // `if` behind the list belongs to the loop, not to the list.
        let condition =
            list.iter().position(|token| token.kind == Kind::Name && token.text == "if" && token.depth == 0);
        let has_else =
            list.iter().any(|token| token.kind == Kind::Name && token.text == "else" && token.depth == 0);
        let (list, condition) = list.split_at(condition.filter(|_| !has_else).unwrap_or(list.len()));
        let pairs = if targets.len() > 1 { "|__pairs" } else { "|__items" };
        self.write(" (");
        self.expression(list)?;
        self.write(" )");
        self.write(pairs);
        if let Some((word, condition)) = condition.split_first() {
            self.token(word, "if");
            self.expression(condition)?;
        }
        self.write(" %}{{ __pass() ");
        self.close("}}", tag.trims.1);
        Ok(())
    }

    /// `set name = value`: kept outside of loops, as Nunjucks keeps it.
    fn set(&mut self, tag: &Tag<'t>, tokens: &[Token<'t>]) -> Result<(), Fault> {
        const FORM: &str = "Write `{% set name = value %}`.";
        let Some(equals) = tokens.iter().position(|token| token.is("=")) else {
            return Err(Fault::new(tag.at, "`set` has no value", FORM));
        };
        let (targets, value) =
            (tokens.get(..equals).unwrap_or_default(), tokens.get(equals + 1..).unwrap_or_default());
        check_targets(targets, tag.at, "set", FORM)?;
        if value.is_empty() {
            return Err(Fault::new(tag.at, "`set` has no value", FORM));
        }
        let names: Vec<String> = targets
            .iter()
            .filter(|token| token.kind == Kind::Name)
            .map(|token| format!("'{}'", token.text))
            .collect();
        self.open("{{", tag.trims.0);
        self.write(" __assign((");
        self.expression(value)?;
        self.write(&format!(" ), {}) ", names.join(", ")));
        self.close("}}", tag.trims.1);
        Ok(())
    }

    fn expression(&mut self, tokens: &[Token<'t>]) -> Result<(), Fault> {
        self.translation.reads.note(tokens);
        for (edit, token) in edits(tokens, &self.surroundings)?.iter().zip(tokens) {
            self.write(" ");
            self.place(token.at);
            self.write(&edit.before);
            self.write(edit.instead.unwrap_or(token.text));
            self.write(&edit.after);
        }
        Ok(())
    }

    fn token(&mut self, token: &Token<'_>, text: &str) {
        self.write(" ");
        self.place(token.at);
        self.write(text);
    }

    fn open(&mut self, braces: &str, trims: bool) {
        self.write(braces);
        self.write(if trims { "-" } else { "" });
    }

    fn close(&mut self, braces: &str, trims: bool) {
        let braces = braces.strip_prefix(' ').map_or(braces, |braces| {
            self.translation.source.push(' ');
            braces
        });
        self.write(if trims { "-" } else { "" });
        self.write(braces);
    }

    fn write(&mut self, text: &str) {
        self.translation.source.push_str(text);
    }

    /// What is written next stands for a byte of the template.
    fn place(&mut self, at: usize) {
        self.translation.places.push((self.translation.source.len(), at));
    }
}

/// The tags that there are, for hints.
const TAGS: &str = "There are: if, elif, else, endif, for, endfor, set, raw, verbatim, mock.";

fn nothing_behind(rest: &[Token<'_>]) -> Result<(), Fault> {
    match rest.first() {
        None => Ok(()),
        Some(token) => Err(Fault::new(token.at, format!("`{}` does not belong here", token.text), "")),
    }
}

/// Names with commas between them.
fn check_targets(targets: &[Token<'_>], at: usize, word: &str, form: &str) -> Result<(), Fault> {
    if targets.is_empty() {
        return Err(Fault::new(at, format!("`{word}` names no variable"), form));
    }
    for (index, token) in targets.iter().enumerate() {
        let fits = if index % 2 == 0 {
            token.kind == Kind::Name && !token.text.starts_with("__")
        } else {
            token.is(",")
        };
        if !fits {
            return Err(Fault::new(token.at, format!("`{}` is no name of a variable", token.text), form));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_for_minijinja() {
        for (text, expected) in [
            ("a {b}", "a {b}"),
            ("{{ a }}", "{{ a }}"),
            ("{{-a-}}", "{{- a -}}"),
            ("x{{$date.now}}", "x{{ __dynamic(0) }}"),
            ("{{{$date.now}}}", "{{ '{'|safe }}{{ __dynamic(0) }}}"),
            ("{# a #}", "{##}"),
            ("{%- set a, b = c -%}", "{{- __assign(( c ), 'a', 'b') -}}"),
            (
                "{%- for a in b -%}x{% endfor -%}",
                "{{- __enter() }}{% for a in ( b )|__items %}{{ __pass() -}}x{% endfor %}{{ __leave() -}}",
            ),
            ("{% raw -%} {{ {% endraw %}", "{% raw -%} {{ {% endraw %}"),
            ("{% if a %}{% elseif b %}{% else %}{% endif %}", "{% if a %}{% elif b %}{% else %}{% endif %}"),
        ] {
            assert_eq!(translate(text, false).unwrap().source, expected, "{text}");
        }
    }

    #[test]
    fn knows_what_of_the_request_is_read() {
        let none = Reads::default();
        for (text, expected) in [
            ("{{ a.request }}", none),
            ("{{ request.query.a }}", Reads { any: true, ..none }),
            ("{% if request.body.a %}{% endif %}", Reads { any: true, body: true, ..none }),
            ("{{ request['body'] }}", Reads::ALL),
            ("{% for a, b in request %}{% endfor %}", Reads::ALL),
        ] {
            assert_eq!(translate(text, false).unwrap().reads, expected, "{text}");
        }
    }
}
