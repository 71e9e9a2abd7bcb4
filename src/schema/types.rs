//! The set of JSON types that a value may have.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A set of JSON types. Numbers count as two: integral ones and others, so that `integer`, `number` and
/// `not: {type: integer}` are all sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TypeSet(u8);

impl TypeSet {
    /// No type: nothing is valid.
    pub const NONE: Self = Self(0);
    /// `null`.
    pub const NULL: Self = Self(1);
    /// `true` and `false`.
    pub const BOOLEAN: Self = Self(2);
    /// Numbers without a fraction; `1.0` is one of them (draft-06 and later).
    pub const INTEGER: Self = Self(4);
    /// Numbers with a fraction.
    pub const FRACTION: Self = Self(8);
    /// Strings.
    pub const STRING: Self = Self(16);
    /// Arrays.
    pub const ARRAY: Self = Self(32);
    /// Objects.
    pub const OBJECT: Self = Self(64);
    /// All numbers.
    pub const NUMBER: Self = Self(4 | 8);
    /// Every type.
    pub const ALL: Self = Self(127);

    /// Reads a value of the `type` keyword.
    ///
    /// ```
    /// use edgemock::schema::TypeSet;
    /// assert_eq!(TypeSet::parse("number"), Some(TypeSet::NUMBER));
    /// assert_eq!(TypeSet::parse("int"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "null" => Self::NULL,
            "boolean" => Self::BOOLEAN,
            "integer" => Self::INTEGER,
            "number" => Self::NUMBER,
            "string" => Self::STRING,
            "array" => Self::ARRAY,
            "object" => Self::OBJECT,
            _ => return None,
        })
    }

    /// The type of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::NULL,
            Value::Bool(_) => Self::BOOLEAN,
            Value::Number(number) => match number.as_f64() {
                Some(float) if !number.is_i64() && !number.is_u64() && float.fract() != 0.0 => Self::FRACTION,
                _ => Self::INTEGER,
            },
            Value::String(_) => Self::STRING,
            Value::Array(_) => Self::ARRAY,
            Value::Object(_) => Self::OBJECT,
        }
    }

    /// The types that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The types that are in either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The types that are not in the set.
    #[must_use]
    pub const fn complement(self) -> Self {
        Self(!self.0 & Self::ALL.0)
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the sets share a type.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The names of the types, for messages: "string or null".
    pub fn describe(self) -> String {
        let names = [
            (Self::OBJECT, "object"),
            (Self::ARRAY, "array"),
            (Self::STRING, "string"),
            (Self::INTEGER, "integer"),
            (Self::FRACTION, "fractional number"),
            (Self::BOOLEAN, "boolean"),
            (Self::NULL, "null"),
        ];
        let list: Vec<&str> =
            names.iter().filter(|(set, _)| self.meets(*set)).map(|(_, name)| *name).collect();
        if list.is_empty() { "nothing".to_owned() } else { list.join(" or ") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_two_types() {
        assert_eq!(TypeSet::of(&json!(1.0)), TypeSet::INTEGER);
        assert_eq!(TypeSet::of(&json!(1.5)), TypeSet::FRACTION);
        assert_eq!(TypeSet::NUMBER.and(TypeSet::INTEGER.complement()), TypeSet::FRACTION);
        assert_eq!(TypeSet::STRING.or(TypeSet::NULL).describe(), "string or null");
        assert!(TypeSet::NONE.is_empty() && TypeSet::NONE.describe() == "nothing");
    }
}
