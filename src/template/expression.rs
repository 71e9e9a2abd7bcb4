//! Expressions as Nunjucks has them, written as minijinja has them.
//!
//! The two languages look alike and differ where JavaScript shows through: `===`, `"2" == 2`, `"2" * 2`, `.length`,
//! `null`, keys without quotes, and variables that keep what a loop sets. What differs is replaced by filters and tests
//! of our own, whose names begin with two underscores.

use super::error::Fault;
use super::names;
use super::token::{Kind, Token};
use std::collections::BTreeSet;

/// How a token is written: what comes before, the token itself or what replaces it, what comes behind.
#[derive(Debug, Clone, Default)]
pub(super) struct Edit {
    pub(super) before: String,
    pub(super) instead: Option<&'static str>,
    pub(super) after: String,
}

/// What the expressions of one template have in common.
#[derive(Debug, Default)]
pub(super) struct Surroundings<'t> {
    /// Names that some `{% set %}` gives a value.
    pub(super) set: BTreeSet<&'t str>,
    /// Whether texts of the template itself are told from texts of the request.
    pub(super) marks_texts: bool,
}

/// Checks the names in an expression, and finds out how its tokens are written.
pub(super) fn edits(tokens: &[Token<'_>], surroundings: &Surroundings<'_>) -> Result<Vec<Edit>, Fault> {
    let mut expression = Expression { tokens, edits: vec![Edit::default(); tokens.len()] };
    expression.names(surroundings)?;
    expression.arithmetic()?;
    expression.comparisons()?;
    if surroundings.marks_texts {
        expression.mark_texts();
    }
    Ok(expression.edits)
}

struct Expression<'e, 't> {
    tokens: &'e [Token<'t>],
    edits: Vec<Edit>,
}

impl Expression<'_, '_> {
    fn is_sign(&self, index: Option<usize>, sign: &str) -> bool {
        index.and_then(|index| self.tokens.get(index)).is_some_and(|token| token.is(sign))
    }

    /// Whether a token is a word of the language: no attribute, no argument's name.
    fn is_word(&self, index: usize, word: &str) -> bool {
        let Some(token) = self.tokens.get(index) else { return false };
        token.kind == Kind::Name
            && token.text == word
            && !self.is_sign(index.checked_sub(1), ".")
            && !(token.depth > 0 && self.is_sign(Some(index + 1), "="))
    }

    fn edit(&mut self, index: usize, change: impl FnOnce(&mut Edit)) {
        if let Some(edit) = self.edits.get_mut(index) {
            change(edit);
        }
    }

    fn names(&mut self, surroundings: &Surroundings<'_>) -> Result<(), Fault> {
        for (index, token) in self.tokens.iter().enumerate() {
            let before = index.checked_sub(1);
            if self.is_sign(before, ".") && token.text == "length" && !self.is_sign(Some(index + 1), "(") {
                let of_loop = index
                    .checked_sub(2)
                    .and_then(|at| self.tokens.get(at))
                    .is_some_and(|of| of.text == "loop");
                if !of_loop {
                    self.edit(index - 1, |edit| edit.instead = Some("|"));
                    self.edit(index, |edit| edit.instead = Some("__length"));
                }
                continue;
            }
            if matches!(token.text, "===" | "!==") && token.kind == Kind::Sign {
                continue;
            }
            if token.kind != Kind::Name {
                continue;
            }
            if token.text.starts_with("__") {
                return Err(Fault::new(
                    token.at,
                    format!("`{}` is no name", token.text),
                    "Names begin with a letter.",
                ));
            }
            let is_called = self.is_sign(Some(index + 1), "(");
            let after_is = before.is_some_and(|at| self.is_word(at, "is"))
                || before.is_some_and(|at| self.is_word(at, "not") && at > 0 && self.is_word(at - 1, "is"));
            if self.is_sign(before, "|") {
                names::known_filter(token.text, token.at)?;
                self.named_by_text(index)?;
                if names::COMPARING_FILTERS.contains(&token.text) {
                    self.edit(index, |edit| edit.before.push_str("__plain|"));
                }
            } else if self.is_sign(before, ".") {
                if is_called {
                    names::known_method(token.text, token.at)?;
                }
            } else if after_is && token.text != "not" {
                names::known_test(token.text, token.at)?;
            } else if is_called && !self.is_operator_word(index) {
                names::known_function(token.text, token.at)?;
            } else if self.is_key(index) {
                self.edit(index, |edit| {
                    edit.before.push('"');
                    edit.after.push('"');
                });
            } else if self.is_word(index, "null") {
                self.edit(index, |edit| edit.instead = Some("none"));
            } else if surroundings.set.contains(token.text) && self.is_word(index, token.text) {
                self.edit(index, |edit| edit.before.push_str("__set."));
            }
        }
        Ok(())
    }

    /// Filters that take the name of a filter or test as a text: `map('upper')`, `select('odd')`.
    fn named_by_text(&self, index: usize) -> Result<(), Fault> {
        let Some(filter) = self.tokens.get(index) else { return Ok(()) };
        let place = match filter.text {
            "map" | "select" | "reject" => index + 2,
            "selectattr" | "rejectattr" => index + 4,
            _ => return Ok(()),
        };
        let separates = self.is_sign(Some(place - 1), "(") || self.is_sign(Some(place - 1), ",");
        let Some(name) = self.tokens.get(place).filter(|token| token.kind == Kind::Text && separates) else {
            return Ok(());
        };
        let plain = name.text.trim_matches(['\'', '"']);
        if filter.text == "map" {
            if names::COMPARING_FILTERS.contains(&plain) || plain == "map" {
                return Err(Fault::new(name.at, format!("`map` does not take `{plain}`"), "Write a loop."));
            }
            names::known_filter(plain, name.at)
        } else {
            names::known_test(plain, name.at)
        }
    }

    /// Whether a name is the key of a map: `{a: 1}`.
    fn is_key(&self, index: usize) -> bool {
        let before = index.checked_sub(1);
        (self.is_sign(before, "{") || self.is_sign(before, ",")) && self.is_sign(Some(index + 1), ":")
    }

    fn is_operator_word(&self, index: usize) -> bool {
        ["and", "or", "not", "if", "else", "in", "is"].iter().any(|word| self.is_word(index, word))
    }

    /// Whether a token may be the end of a value.
    fn ends_value(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| match token.kind {
            Kind::Sign => matches!(token.text, ")" | "]" | "}"),
            Kind::Name => !self.is_operator_word(index),
            Kind::Number | Kind::Text => true,
        })
    }

    /// Both sides of `-`, `*`, `/`, `//`, `%` and `**` are made numbers.
    fn arithmetic(&mut self) -> Result<(), Fault> {
        for (index, token) in self.tokens.iter().enumerate() {
            if token.kind != Kind::Sign || !matches!(token.text, "-" | "*" | "/" | "//" | "%" | "**") {
                continue;
            }
            let left = index.checked_sub(1).filter(|left| self.ends_value(*left));
            if left.is_none() && token.text != "-" {
                return Err(Fault::new(token.at, format!("`{}` has nothing on its left", token.text), ""));
            }
            let right = self.value_end(index + 1);
            if right.is_none() {
                return Err(Fault::new(token.at, format!("`{}` has nothing on its right", token.text), ""));
            }
            for operand in [left, right].into_iter().flatten() {
                let is_number = self.tokens.get(operand).is_some_and(|token| token.kind == Kind::Number);
                self.edit(operand, |edit| {
                    if !is_number && !edit.after.ends_with("|__number") {
                        edit.after.push_str("|__number");
                    }
                });
            }
        }
        Ok(())
    }

    /// The last token of the value that begins at a token, with its attributes, calls and filters.
    fn value_end(&self, start: usize) -> Option<usize> {
        let mut at = start;
        while self.is_sign(Some(at), "-") || self.is_sign(Some(at), "+") {
            at += 1;
        }
        let mut end = self.group_end(at)?;
        loop {
            let next = self.tokens.get(end + 1);
            end = match next {
                Some(next) if next.is(".") || next.is("|") => self.group_end(end + 2)?,
                Some(next) if next.is("(") || next.is("[") => self.group_end(end + 1)?,
                _ => return Some(end),
            };
        }
    }

    /// A token, or the bracket that closes it.
    fn group_end(&self, start: usize) -> Option<usize> {
        let first = self.tokens.get(start)?;
        if first.kind != Kind::Sign {
            return Some(start);
        }
        if !matches!(first.text, "(" | "[" | "{") {
            return None;
        }
        let closes = |token: &Token<'_>| {
            token.depth == first.depth && token.kind == Kind::Sign && matches!(token.text, ")" | "]" | "}")
        };
        let length = self.tokens.get(start + 1..)?.iter().position(closes)?;
        Some(start + 1 + length)
    }

    /// `a == b` becomes a test of ours, with both sides in brackets.
    fn comparisons(&mut self) -> Result<(), Fault> {
        for (index, token) in self.tokens.iter().enumerate() {
            let is_in = self.is_word(index, "in");
            let Some(test) = comparison(token).or_else(|| is_in.then_some(" is __in ")) else { continue };
            let negated = is_in && index > 0 && self.is_word(index - 1, "not");
            let operator = if negated { index - 1 } else { index };
            let left = self.side(token.depth, (0..operator).rev());
            let right = self.side(token.depth, index + 1..self.tokens.len());
            let (Some((left_end, left_start)), Some((right_start, right_end))) = (left, right) else {
                return Err(Fault::new(
                    token.at,
                    format!("`{}` lacks a side", token.text),
                    "Compare two values.",
                ));
            };
            self.edit(left_start, |edit| edit.before.insert(0, '('));
            self.edit(left_end, |edit| edit.after.push(')'));
            self.edit(index, |edit| edit.instead = Some(test));
            if negated {
                self.edit(operator, |edit| edit.instead = Some(" is not __in "));
                self.edit(index, |edit| edit.instead = Some(" "));
            }
            self.edit(right_start, |edit| edit.before.insert(0, '('));
            self.edit(right_end, |edit| edit.after.push(')'));
        }
        Ok(())
    }

    /// The first and last token of one side of a comparison, going away from it.
    fn side(&self, depth: usize, indexes: impl Iterator<Item = usize>) -> Option<(usize, usize)> {
        let mut side = None;
        for index in indexes {
            let Some(token) = self.tokens.get(index) else { break };
            let ends = token.depth < depth || (token.depth == depth && self.separates(index));
            if ends {
                break;
            }
            side = Some(side.map_or((index, index), |(first, _)| (first, index)));
        }
        side
    }

    fn separates(&self, index: usize) -> bool {
        let words = ["and", "or", "not", "if", "else", "in"];
        self.tokens.get(index).is_some_and(|token| {
            (token.kind == Kind::Sign && matches!(token.text, "," | ":" | "="))
                || comparison(token).is_some()
                || words.iter().any(|word| self.is_word(index, word) && !self.belongs_to_is(index))
        })
    }

    /// The `not` of `is not`.
    fn belongs_to_is(&self, index: usize) -> bool {
        index > 0 && self.is_word(index, "not") && self.is_word(index - 1, "is")
    }

    /// Marks texts of the template that stand for themselves, not for values: `{{ "," if not loop.last }}`. Those in
    /// lists, maps and arguments stand for values, but for those that `join` puts between.
    fn mark_texts(&mut self) {
        let mut brackets: Vec<bool> = Vec::new();
        for (index, token) in self.tokens.iter().enumerate() {
            if token.kind == Kind::Sign && matches!(token.text, "(" | "[" | "{") {
                let joins = index >= 2
                    && self.is_sign(Some(index - 2), "|")
                    && self.tokens.get(index - 1).is_some_and(|name| name.text == "join");
                let groups =
                    token.text == "(" && index.checked_sub(1).is_none_or(|before| !self.ends_value(before));
                brackets.push(!joins && !groups);
            } else if token.kind == Kind::Sign && matches!(token.text, ")" | "]" | "}") {
                brackets.pop();
            }
            let goes_on = [".", "[", "("].iter().any(|sign| self.is_sign(Some(index + 1), sign));
            if token.kind == Kind::Text && !goes_on && !brackets.contains(&true) {
                self.edit(index, |edit| edit.after.insert_str(0, "|safe"));
            }
        }
    }
}

/// The test that a sign of comparison becomes.
fn comparison(token: &Token<'_>) -> Option<&'static str> {
    let test = match token.text {
        "==" | "===" => " is __eq ",
        "!=" | "!==" => " is __ne ",
        "<" => " is __lt ",
        "<=" => " is __le ",
        ">" => " is __gt ",
        ">=" => " is __ge ",
        _ => return None,
    };
    (token.kind == Kind::Sign).then_some(test)
}

#[cfg(test)]
mod tests {
    use super::super::token;
    use super::*;

    fn rewritten(text: &str, marks_texts: bool) -> String {
        let text = format!("{{{{ {text} }}}}");
        let tag = token::tag(&text, 0, "}}").unwrap();
        let surroundings = Surroundings { set: BTreeSet::from(["total"]), marks_texts };
        let edits = edits(&tag.tokens, &surroundings).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        let written = edits.iter().zip(&tag.tokens);
        let written = written.map(|(edit, token)| {
            format!("{}{}{}", edit.before, edit.instead.unwrap_or(token.text), edit.after)
        });
        written.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn javascript_shows_through() {
        for (text, expected) in [
            ("a", "a"),
            ("a.length", "a | __length"),
            ("loop.length", "loop . length"),
            ("null", "none"),
            ("{a: null}", "{ \"a\" : none }"),
            ("total + 1", "__set.total + 1"),
            ("x.total", "x . total"),
            ("f|d(total=1)", "f | d ( total = 1 )"),
            ("a * 2", "a|__number * 2"),
            ("a.b|int - c[0].d", "a . b | int|__number - c [ 0 ] . d|__number"),
            ("-a", "- a|__number"),
            ("(a + b) / -c", "( a + b )|__number / - c|__number"),
            ("a * b * c", "a|__number * b|__number * c|__number"),
            ("a|sort", "a | __plain|sort"),
        ] {
            assert_eq!(rewritten(text, false), expected, "{text}");
        }
    }

    #[test]
    fn comparisons_become_tests() {
        for (text, expected) in [
            ("a == b", "(a)  is __eq  (b)"),
            ("a === 'x' and b !== 1", "(a)  is __eq  ('x') and (b)  is __ne  (1)"),
            ("not a.b > 1 or c", "not (a . b)  is __gt  (1) or c"),
            ("a in [1, 2 == x]", "(a)  is __in  ([ 1 , (2)  is __eq  (x) ])"),
            ("a not in b", "(a)  is not __in    (b)"),
            ("x if a < b else y", "x if (a)  is __lt  (b) else y"),
            ("a + 1 <= b * 2", "(a + 1)  is __le  (b|__number * 2)"),
            ("(a == b) == c", "(( (a)  is __eq  (b) ))  is __eq  (c)"),
            ("a < b < c", "(a)  is __lt  ((b))  is __lt  (c)"),
            ("a is not defined == b", "(a is not defined)  is __eq  (b)"),
            ("request.query.in == 1", "(request . query . in)  is __eq  (1)"),
        ] {
            assert_eq!(rewritten(text, false), expected, "{text}");
        }
    }

    #[test]
    fn texts_of_the_template_are_marked() {
        for (text, expected) in [
            ("',' if not loop.last", "','|safe if not loop . last"),
            ("(',')", "( ','|safe )"),
            ("['a']", "[ 'a' ]"),
            ("a|d('b')", "a | d ( 'b' )"),
            ("a|join(',')", "a | join ( ','|safe )"),
            ("'abc'[0]", "'abc' [ 0 ]"),
        ] {
            assert_eq!(rewritten(text, true), expected, "{text}");
        }
    }

    #[test]
    fn unknown_names_are_faults() {
        for (text, at, message) in [
            ("a|uper", 5, "there is no filter `uper`"),
            ("a is evn", 8, "there is no test `evn`"),
            ("a is not evn", 12, "there is no test `evn`"),
            ("rang(5)", 3, "there is no function `rang`"),
            ("a.push(1)", 5, "there is no method `push`"),
            ("a|map('uper')", 9, "there is no filter `uper`"),
            ("a|select('evn')", 12, "there is no test `evn`"),
            ("a|selectattr('b', 'evn')", 21, "there is no test `evn`"),
            ("__x", 3, "`__x` is no name"),
            ("a ==", 5, "`==` lacks a side"),
            ("* 2", 3, "`*` has nothing on its left"),
            ("a - ", 5, "`-` has nothing on its right"),
        ] {
            let text = format!("{{{{ {text} }}}}");
            let tag = token::tag(&text, 0, "}}").unwrap();
            let fault = edits(&tag.tokens, &Surroundings::default()).unwrap_err();
            assert_eq!((fault.at, fault.message.as_str()), (at, message), "{text}");
        }
    }
}
