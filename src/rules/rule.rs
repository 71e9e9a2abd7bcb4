//! What a line of the table is.

use super::Kind;

/// One rule of the table.
#[derive(Debug)]
pub(super) struct Rule {
    /// Patterns over the words of a name, separated by commas:
    ///
    /// | pattern | matches names that |
    /// | --- | --- |
    /// | `first name` | end with these words |
    /// | `=first name` | are these words |
    /// | `first name *` | start with these words |
    /// | `* first name *` | hold these words |
    ///
    /// A singular stands for both numbers, a plural for itself only.
    patterns: &'static str,
    /// What the property must belong to, any of these words; empty for anything. It belongs to what stands before the
    /// pattern in its name (`customerName`), else to the objects around it.
    pub(super) owners: &'static str,
    /// The types it serves, as bits.
    kinds: u8,
    /// The expression.
    pub(super) value: &'static str,
    /// The expression for strings without a format, where it differs.
    pub(super) plain: Option<&'static str>,
}

const STRING: u8 = 1;
const INTEGER: u8 = 2;
const NUMBER: u8 = 4;
const BOOLEAN: u8 = 8;

impl Rule {
    const fn new(patterns: &'static str, kinds: u8, value: &'static str) -> Self {
        Self { patterns, owners: "", kinds, value, plain: None }
    }

    /// The same rule for what belongs to any of these.
    pub(super) const fn of(mut self, owners: &'static str) -> Self {
        self.owners = owners;
        self
    }

    /// The same rule with another expression for strings without a format.
    pub(super) const fn or_plain(mut self, value: &'static str) -> Self {
        self.plain = Some(value);
        self
    }

    /// Its patterns.
    pub(super) fn patterns(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.patterns.split(',').map(str::trim)
    }

    /// Whether the rule serves one type only.
    pub(super) const fn is_for_one_kind(&self) -> bool {
        matches!(self.kinds, STRING | INTEGER | NUMBER | BOOLEAN)
    }

    /// Whether the rule serves a type.
    pub(super) const fn serves(&self, kind: Kind) -> bool {
        let bit = match kind {
            Kind::String => STRING,
            Kind::Integer => INTEGER,
            Kind::Number => NUMBER,
            Kind::Boolean => BOOLEAN,
        };
        self.kinds & bit != 0
    }
}

/// A rule for strings.
pub(super) const fn string(patterns: &'static str, value: &'static str) -> Rule {
    Rule::new(patterns, STRING, value)
}

/// A rule for numbers and integers.
pub(super) const fn number(patterns: &'static str, value: &'static str) -> Rule {
    Rule::new(patterns, INTEGER | NUMBER, value)
}

/// A rule for integers.
pub(super) const fn integer(patterns: &'static str, value: &'static str) -> Rule {
    Rule::new(patterns, INTEGER, value)
}

/// A rule for numbers that are not known to be whole.
pub(super) const fn fraction(patterns: &'static str, value: &'static str) -> Rule {
    Rule::new(patterns, NUMBER, value)
}

/// A rule for strings, numbers and integers: the value reads well as either.
pub(super) const fn scalar(patterns: &'static str, value: &'static str) -> Rule {
    Rule::new(patterns, STRING | INTEGER | NUMBER, value)
}

/// A rule for flags.
pub(super) const fn flag(patterns: &'static str, value: &'static str) -> Rule {
    Rule::new(patterns, BOOLEAN, value)
}

/// A rule for a moment, by the name of its method. Where `day` is written before it, a string without a format holds
/// the date alone.
macro_rules! moment {
    ($patterns:literal, $method:literal) => {
        $crate::rules::rule::scalar($patterns, concat!("{{$", $method, "}}"))
    };
    (day $patterns:literal, $method:literal) => {
        $crate::rules::rule::scalar($patterns, concat!("{{$", $method, "}}")).or_plain(concat!(
            "{{$",
            $method,
            "|format('yyyy-MM-dd')}}"
        ))
    };
}
pub(super) use moment;

/// A rule for a string that is one of a few.
macro_rules! one_of {
    ($patterns:literal, $($choice:literal)|+) => {
        $crate::rules::rule::string($patterns, concat!("{{$helpers.arrayElement([", $crate::rules::rule::quoted!($($choice)|+), "])}}"))
    };
}
pub(super) use one_of;

/// `'a','b'` of `"a" | "b"`.
macro_rules! quoted {
    ($first:literal $(| $rest:literal)*) => { concat!("'", $first, "'" $(, ",'", $rest, "'")*) };
}
pub(super) use quoted;

/// A rule for numbers within bounds: whole ones for integers.
macro_rules! between {
    ($patterns:literal, $min:literal, $max:literal) => {
        $crate::rules::rule::number($patterns, concat!("{{$number.int(min=", $min, ",max=", $max, ")}}"))
    };
}
pub(super) use between;

/// A rule for numbers with decimals within bounds; integers get whole ones.
macro_rules! decimal {
    ($patterns:literal, $min:literal, $max:literal, $digits:literal) => {
        $crate::rules::rule::fraction(
            $patterns,
            concat!("{{$number.float(min=", $min, ",max=", $max, ",fractionDigits=", $digits, ")}}"),
        )
    };
}
pub(super) use decimal;
