//! What a method of the catalogue is, and what it gets to work with.

use super::{Arguments, Entity, Locale};
use crate::generate::Rng;

/// One method of the catalogue.
#[derive(Debug)]
pub struct Method {
    /// Its name within the module, as Faker spells it: `firstName`.
    pub name: &'static str,
    /// One line for the documentation.
    pub doc: &'static str,
    /// An expression that works, without the braces: `$person.firstName(sex='female')`.
    pub example: &'static str,
    /// What it takes; positional arguments fill them in this order.
    pub parameters: &'static [Parameter],
    /// Writes a value to the end of `Call::out`.
    pub run: fn(&mut Call<'_>) -> Output,
}

impl Method {
    /// A method.
    pub const fn new(
        name: &'static str,
        doc: &'static str,
        example: &'static str,
        parameters: &'static [Parameter],
        run: fn(&mut Call<'_>) -> Output,
    ) -> Self {
        Self { name, doc, example, parameters, run }
    }

    /// A method that takes no arguments of its own.
    pub const fn bare(
        name: &'static str,
        doc: &'static str,
        example: &'static str,
        run: fn(&mut Call<'_>) -> Output,
    ) -> Self {
        Self::new(name, doc, example, &[], run)
    }
}

/// One parameter of a method.
#[derive(Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// What it may be.
    pub kind: ParameterKind,
    /// What counts where it is left out, for the documentation; empty for "anything".
    pub default: &'static str,
}

impl Parameter {
    /// A parameter.
    pub const fn new(name: &'static str, kind: ParameterKind, default: &'static str) -> Self {
        Self { name, kind, default }
    }
}

/// What an argument may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A text.
    Text,
    /// A list.
    List,
    /// A moment: an ISO 8601 text, or milliseconds since 1970.
    Moment,
    /// A time zone: an IANA name or an offset.
    Zone,
    /// A regular expression of ECMA-262.
    Pattern,
    /// One of these texts.
    Choice(&'static [&'static str]),
}

/// What has been written to `Call::out`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// Plain text.
    Text,
    /// A number as JSON writes it.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Some other JSON value.
    Json,
    /// Nothing was written: a moment, in milliseconds since 1970 UTC. Whoever asked chooses how it looks.
    Moment(i64),
    /// Nothing was written: there is no such value (a city without a region code).
    Nothing,
}

/// One call of a method.
#[derive(Debug)]
pub struct Call<'c> {
    /// Where the value goes: always appended.
    pub out: &'c mut String,
    /// Randomness.
    pub rng: &'c mut Rng,
    /// The clock, in milliseconds since 1970 UTC.
    pub now: i64,
    /// The locale: the `locale` argument's, else the project's.
    pub locale: &'static Locale,
    /// The arguments.
    pub arguments: &'c Arguments,
    /// What the values of one JSON object share.
    pub entity: &'c mut Entity,
}

impl Call<'_> {
    /// Appends one of the texts, or nothing where there are none.
    pub fn pick(&mut self, texts: &[&str]) -> Output {
        match self.rng.pick(texts) {
            Some(text) => {
                self.out.push_str(text);
                Output::Text
            }
            None => Output::Nothing,
        }
    }

    /// The entry of a list that this and other methods tell parts of, see [`Entity::choose`].
    pub fn share<'t, T>(&mut self, list: &'static str, part: u32, entries: &'t [T]) -> Option<&'t T> {
        self.entity.choose(list, part, entries, self.rng)
    }

    /// A number below `count` that this and other methods build one thing from, see [`Entity::choose`].
    pub fn share_number(&mut self, list: &'static str, part: u32, count: usize) -> usize {
        self.entity.choose_number(list, part, count, None, self.rng)
    }

    /// Appends a text.
    pub fn text(&mut self, text: &str) -> Output {
        self.out.push_str(text);
        Output::Text
    }

    /// Appends a random number of digits.
    pub fn digits(&mut self, count: usize) -> Output {
        for _ in 0..count {
            self.out.push(char::from(b'0' + self.rng.below(10) as u8));
        }
        Output::Text
    }

    /// Appends a template in which `#` is a digit, `?` an upper-case letter, `!` a digit from 2 to 9.
    pub fn symbols(&mut self, template: &str) -> Output {
        for symbol in template.chars() {
            let byte = match symbol {
                '#' => b'0' + self.rng.below(10) as u8,
                '!' => b'2' + self.rng.below(8) as u8,
                '?' => b'A' + self.rng.below(26) as u8,
                other => {
                    self.out.push(other);
                    continue;
                }
            };
            self.out.push(char::from(byte));
        }
        Output::Text
    }
}
