//! Mock.js placeholders, such as `@integer(1, 9)`, and the tag `{% mock 'integer', 1, 9 %}`: the ways to write dynamic
//! values before there were expressions, still found in exports.
//!
//! As in Mock.js, names and places are Chinese where the placeholder's are (`@cname`, `@city`), and letter case in
//! names does not matter. What is no placeholder stays text.

mod china;
mod data;
mod plain;
mod words;

use super::error::Fault;
use super::grammar::{self, Reader};
use super::nearest::nearest;
use super::template::Scope;
use super::{Argument, Arguments, Call, Output, Template, catalogue, locale};
use crate::schema::pattern::Pattern;

/// How far the arguments of a placeholder are looked for, in bytes.
const MAX_ARGUMENTS: usize = 4000;

/// One placeholder.
#[derive(Debug)]
pub struct Placeholder {
    /// Its name in lower case: `cname`.
    pub name: &'static str,
    /// One line for the documentation.
    pub doc: &'static str,
    /// A text that works.
    pub example: &'static str,
    run: fn(&mut Mock<'_, '_>) -> Output,
}

impl Placeholder {
    const fn new(
        name: &'static str,
        example: &'static str,
        doc: &'static str,
        run: fn(&mut Mock<'_, '_>) -> Output,
    ) -> Self {
        Self { name, doc, example, run }
    }
}

/// The placeholders by group.
pub const PLACEHOLDERS: &[&[Placeholder]] =
    &[plain::PLACEHOLDERS, data::PLACEHOLDERS, words::PLACEHOLDERS, china::PLACEHOLDERS];

fn all() -> impl Iterator<Item = &'static Placeholder> {
    PLACEHOLDERS.iter().copied().flatten()
}

fn find(name: &str) -> Option<&'static Placeholder> {
    all().find(|placeholder| placeholder.name.eq_ignore_ascii_case(name))
}

/// A placeholder with its arguments.
#[derive(Debug)]
pub(super) struct Bound {
    placeholder: &'static Placeholder,
    arguments: Vec<Argument>,
    /// The argument where it is a placeholder itself: `@upper(@title)`.
    nested: Option<Template>,
}

impl Bound {
    /// Appends a value.
    pub(super) fn write(&self, scope: &mut Scope<'_>) -> Output {
        (self.placeholder.run)(&mut Mock { scope, arguments: &self.arguments, nested: self.nested.as_ref() })
    }
}

/// The placeholder at an `@`, and where it ends.
pub(super) fn at_sign(text: &str, at: usize) -> Option<(Bound, usize)> {
    let (placeholder, mut end) = name_at(text, at)?;
    let mut bound = Bound { placeholder, arguments: Vec::new(), nested: None };
    let limit = text.floor_char_boundary(end.saturating_add(MAX_ARGUMENTS));
    let near = text.get(..limit).unwrap_or_default();
    let mut reader = Reader::new(near, end);
    if reader.eat("(") {
        if let Some((inner, inner_end)) = nested(near, reader.at, placeholder.name) {
            bound.nested = Some(inner);
            end = inner_end;
        } else if let Ok(arguments) = reader.arguments(')') {
            bound.arguments = arguments.into_iter().map(|argument| argument.value).collect();
            end = reader.at;
        }
    }
    if placeholder.name == "regexp" && !with_pattern(&mut bound.arguments) {
        return None;
    }
    Some((bound, end))
}

/// The placeholder whose name stands behind an `@`, and where the name ends.
pub(super) fn name_at(text: &str, at: usize) -> Option<(&'static Placeholder, usize)> {
    let rest = text.get(at + 1..)?;
    let length = rest.find(|next: char| !grammar::is_name(next)).unwrap_or(rest.len());
    // `someone@date.com` is an address.
    let mut after = rest.get(length..)?.chars();
    let is_address = after.next() == Some('.') && after.next().is_some_and(char::is_alphanumeric);
    let placeholder = find(rest.get(..length)?).filter(|_| !is_address)?;
    Some((placeholder, at + 1 + length))
}

/// The placeholder in the brackets of one that changes text, and where the brackets end.
fn nested(text: &str, at: usize, name: &str) -> Option<(Template, usize)> {
    if !matches!(name, "upper" | "lower" | "capitalize") {
        return None;
    }
    let rest = text.get(at..)?;
    if !rest.trim_start().starts_with('@') {
        return None;
    }
    let mut depth = 1;
    let end = rest.char_indices().find(|(_, next)| {
        depth += match next {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        depth == 0
    });
    let (end, _) = end?;
    let inner = rest.get(..end)?.trim();
    // Placeholders that change text are not nested again: one is enough, and the depth stays bounded.
    let (found, _) = name_at(inner, 0)?;
    if matches!(found.name, "upper" | "lower" | "capitalize") {
        return None;
    }
    Some((Template::parse(inner).ok()?, at + end + 1))
}

/// Makes the first argument a regular expression; false where it is none.
fn with_pattern(arguments: &mut [Argument]) -> bool {
    let Some(first) = arguments.first_mut() else { return false };
    let Argument::Text(text) = &*first else { return false };
    // In quotes, too, the slashes belong to the notation.
    let source = text.strip_prefix('/').and_then(|rest| rest.strip_suffix('/')).unwrap_or(text);
    match Pattern::parse(&format!("^(?:{source})$")) {
        Ok(pattern) => {
            *first = Argument::Pattern(pattern);
            true
        }
        Err(_) => false,
    }
}

/// The tag at a `{%`, and where it ends; `None` where it is just text.
pub(super) fn tag(text: &str, at: usize) -> Result<Option<(Bound, usize)>, Fault> {
    let limit = text.floor_char_boundary(at.saturating_add(MAX_ARGUMENTS));
    let Some(end) = text.get(at..limit).and_then(|rest| rest.find("%}")) else { return Ok(None) };
    let mut reader = Reader::new(text.get(..at + end).unwrap_or_default(), at);
    reader.eat("{%");
    reader.skip_spaces();
    if !reader.eat("mock") {
        return Ok(None);
    }
    reader.skip_spaces();
    let name_at = reader.at;
    let Some(Argument::Text(name)) = reader.value(0)? else {
        return Err(Fault::new(name_at, "expected the name of a placeholder in quotes"));
    };
    let name = name.trim_start_matches('@');
    let Some(placeholder) = find(name) else {
        let nearest = nearest(name, all().map(|placeholder| placeholder.name));
        return Err(Fault::unknown(name_at, &format!("there is no placeholder `{name}`"), nearest));
    };
    let mut arguments = Vec::new();
    loop {
        reader.skip_spaces();
        if !reader.eat(",") {
            break;
        }
        reader.skip_spaces();
        arguments.extend(reader.value(0)?);
    }
    if !reader.rest().trim().is_empty() {
        return Err(Fault::new(reader.at, "expected `,` or `%}`"));
    }
    if placeholder.name == "regexp" && !with_pattern(&mut arguments) {
        return Err(Fault::new(name_at, "`regexp` takes a regular expression"));
    }
    Ok(Some((Bound { placeholder, arguments, nested: None }, at + end + 2)))
}

/// One placeholder that is written.
struct Mock<'m, 's> {
    scope: &'m mut Scope<'s>,
    arguments: &'m [Argument],
    nested: Option<&'m Template>,
}

impl<'m> Mock<'m, '_> {
    /// Calls a method of the catalogue.
    fn call(&mut self, name: &str, arguments: &Arguments, code: Option<&str>) -> Output {
        let Some(method) = catalogue::find(name) else { return Output::Nothing };
        (method.run)(&mut Call {
            out: self.scope.out,
            rng: self.scope.rng,
            now: self.scope.now,
            locale: code.map_or(self.scope.locale, locale::find),
            arguments,
            entity: self.scope.entity,
        })
    }

    /// Calls a method of the catalogue without arguments, in the project's locale.
    fn value(&mut self, name: &str) -> Output {
        self.call(name, &Arguments::NONE, None)
    }

    fn text(&mut self, text: &str) -> Output {
        self.scope.out.push_str(text);
        Output::Text
    }

    fn argument(&self, index: usize) -> Option<&'m Argument> {
        self.arguments.get(index)
    }

    fn number(&self, index: usize) -> Option<f64> {
        match self.argument(index)? {
            Argument::Integer(value) => Some(*value as f64),
            Argument::Number(value) => Some(*value),
            Argument::Text(text) => text.trim().parse().ok().filter(|value: &f64| value.is_finite()),
            _ => None,
        }
    }

    fn integer(&self, index: usize) -> Option<i64> {
        match self.argument(index)? {
            Argument::Integer(value) => Some(*value),
            _ => self.number(index).map(|value| value.floor() as i64),
        }
    }

    fn string(&self, index: usize) -> Option<&'m str> {
        match self.argument(index)? {
            Argument::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A count from two arguments as Mock.js takes them: none, the count, or its bounds.
    fn count(&mut self, first: usize, low: usize, high: usize, limit: usize) -> usize {
        let bound = |value: i64| (value.max(0) as usize).min(limit);
        let (low, high) = match (self.integer(first).map(bound), self.integer(first + 1).map(bound)) {
            (Some(low), Some(high)) => (low.min(high), low.max(high)),
            (Some(count), None) => (count, count),
            _ => (low, high),
        };
        self.scope.rng.between(low, high)
    }
}

#[cfg(test)]
mod tests {
    use crate::dynamic::template::testing::draw;
    use crate::dynamic::{Output, Template};

    #[test]
    fn every_placeholder_is_there_once() {
        let mut names: Vec<&str> = super::all().map(|placeholder| placeholder.name).collect();
        assert!(names.iter().all(|name| *name == name.to_lowercase()));
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        for group in super::PLACEHOLDERS {
            assert!(group.is_sorted_by_key(|placeholder| placeholder.name));
        }
    }

    #[test]
    fn every_example_gives_a_value() {
        for placeholder in super::all() {
            assert!(
                Template::parse(placeholder.example).unwrap().fixed().is_none(),
                "{}",
                placeholder.example
            );
            let tag = format!("{{% mock '{}' %}}", placeholder.name);
            for seed in 0..20 {
                for code in ["en", "zh_CN"] {
                    let first = draw(placeholder.example, code, seed);
                    assert_eq!(first, draw(placeholder.example, code, seed));
                    assert!(!first.1.is_empty(), "{}", placeholder.example);
                }
                if placeholder.name != "regexp" {
                    draw(&tag, "en", seed);
                }
            }
        }
    }

    #[test]
    fn text_around_and_in_between() {
        let number = |text: &str| (Output::Number, text.to_owned());
        let mixed = |text: &str| (Output::Text, text.to_owned());
        for (text, expected) in [
            ("@integer(7,7)", number("7")),
            ("@INTEGER( 7 , 7 )", number("7")),
            ("@pick(['200'])", mixed("200")),
            ("@pick([200])", number("200")),
            ("@pick('x')", mixed("x")),
            ("KEY_@integer(7,7)@pick(['a'])!", mixed("KEY_7a!")),
            ("@integer(7,7){{$number.int(8,8)}}", mixed("78")),
            ("@regexp(/[a]{3}/)", mixed("aaa")),
            ("@regexp('/b{2}/')", mixed("bb")),
            ("@upper(@pick(['x']))", mixed("X")),
            ("@upper(abc) @capitalize('def')", mixed("ABC Def")),
            ("@date('yyyy')", mixed("2024")),
            ("{% mock 'integer', 7, 7 %}", number("7")),
            ("a{%mock \"pick\",['b']%}c", mixed("abc")),
            ("@now('day', 'yyyy-MM-dd HH:mm')", mixed("2025-01-01 00:00")),
        ] {
            let (output, value) = draw(text, "en", 1);
            if text.starts_with("@date") {
                assert!(value == "2023" || value == "2024", "{value}");
                continue;
            }
            assert_eq!((output, value), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        for text in [
            "@",
            "@@",
            "someone@example.com",
            "info@date.com",
            "@{name1} stands on a stage with @{name2}",
            "@unknown(1)",
            "@names",
            "@regexp",
            "@regexp(/[/)",
            "{% if x %}",
            "{%",
            "{% mock 'name'",
        ] {
            assert_eq!(Template::parse(text).unwrap().fixed(), Some(text));
        }
        assert_eq!(Template::parse(r"\@email").unwrap().fixed(), Some("@email"));
        assert_eq!(Template::parse(r"\@other").unwrap().fixed(), Some(r"\@other"));
        // An open bracket is text behind a placeholder.
        assert_eq!(draw("@integer(7", "en", 1).0, Output::Text);
    }

    #[test]
    fn errors_of_tags() {
        for (text, expected) in [
            (
                "{% mock 'cnam' %}",
                "`{% mock 'cnam' %}`: there is no placeholder `cnam`; did you mean `cname`?, at character 8",
            ),
            ("{% mock 'cname' x %}", "`{% mock 'cname' x %}`: expected `,` or `%}`, at character 16"),
        ] {
            assert_eq!(Template::parse(text).unwrap_err().to_string(), expected);
        }
    }
}
