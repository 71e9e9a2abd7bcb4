//! The arguments of a call, checked against the method's parameters when the expression is parsed.

use super::Output;
use crate::schema::pattern::Pattern;
use serde_json::Value;
use std::fmt::Write as _;

/// One argument's value.
#[derive(Debug, Clone, PartialEq)]
pub enum Argument {
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// A quoted or bare text.
    Text(Box<str>),
    /// A list, e.g. `['a', 'b']`.
    List(Vec<Argument>),
    /// A regular expression.
    Pattern(Pattern),
}

impl Argument {
    /// The argument as a value of JSON.
    pub fn to_json(&self) -> Value {
        match self {
            Self::Integer(value) => Value::from(*value),
            Self::Number(value) => Value::from(*value),
            Self::Flag(value) => Value::from(*value),
            Self::Text(value) => Value::from(&**value),
            Self::List(items) => items.iter().map(Self::to_json).collect(),
            Self::Pattern(pattern) => Value::from(pattern.source()),
        }
    }

    /// Appends the argument as it stands: a text without quotes, a list as JSON.
    pub fn write(&self, out: &mut String) -> Output {
        match self {
            Self::Text(text) => {
                out.push_str(text);
                return Output::Text;
            }
            Self::Pattern(pattern) => {
                out.push_str(pattern.source());
                return Output::Text;
            }
            _ => {}
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "{}", self.to_json());
        match self {
            Self::Flag(_) => Output::Boolean,
            Self::List(_) => Output::Json,
            _ => Output::Number,
        }
    }
}

/// Named arguments. Positional ones have got the names of their parameters by now.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arguments(Vec<(&'static str, Argument)>);

impl Arguments {
    /// No arguments.
    pub const NONE: Self = Self(Vec::new());

    /// Sets an argument; the last one of a name counts.
    pub fn set(&mut self, name: &'static str, value: Argument) {
        self.0.retain(|(known, _)| *known != name);
        self.0.push((name, value));
    }

    /// Whether no argument was given.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The argument of a name.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// A whole number; other numbers are rounded down.
    pub fn integer(&self, name: &str) -> Option<i64> {
        match self.get(name)? {
            Argument::Integer(value) => Some(*value),
            Argument::Number(value) => Some(value.floor() as i64),
            _ => None,
        }
    }

    /// A number.
    pub fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Argument::Integer(value) => Some(*value as f64),
            Argument::Number(value) => Some(*value),
            _ => None,
        }
    }

    /// A flag.
    pub fn flag(&self, name: &str) -> Option<bool> {
        match self.get(name)? {
            Argument::Flag(value) => Some(*value),
            _ => None,
        }
    }

    /// A text.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name)? {
            Argument::Text(value) => Some(value),
            _ => None,
        }
    }

    /// A regular expression.
    pub fn pattern(&self, name: &str) -> Option<&Pattern> {
        match self.get(name)? {
            Argument::Pattern(value) => Some(value),
            _ => None,
        }
    }

    /// A list.
    pub fn list(&self, name: &str) -> Option<&[Argument]> {
        match self.get(name)? {
            Argument::List(value) => Some(value),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_name_counts() {
        let mut arguments = Arguments::default();
        arguments.set("min", Argument::Integer(1));
        arguments.set("min", Argument::Number(2.5));
        assert_eq!((arguments.integer("min"), arguments.number("min")), (Some(2), Some(2.5)));
        assert_eq!((arguments.text("min"), arguments.flag("max")), (None, None));
    }
}
