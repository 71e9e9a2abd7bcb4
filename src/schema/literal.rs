//! Values that a document spells out: `enum`, `const`, `default`, examples.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

/// A JSON value with its text. Two literals are equal when JSON Schema calls their values equal.
#[derive(Debug, Clone)]
pub struct Literal {
    value: Value,
    text: Box<str>,
}

impl Literal {
    /// The literal of a value.
    pub fn new(value: &Value) -> Self {
        Self { value: value.clone(), text: value.to_string().into() }
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The value as compact JSON, ready to be written out.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl PartialEq for Literal {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text || equal(&self.value, &other.value)
    }
}

// postcard cannot carry `Value` (it is not self-describing), so a literal travels as its text.
impl Serialize for Literal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Literal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Box::<str>::deserialize(deserializer)?;
        let value = serde_json::from_str(&text).map_err(serde::de::Error::custom)?;
        Ok(Self { value, text })
    }
}

/// Equality as JSON Schema defines it: `1` equals `1.0`, key order does not matter, `1` is not `true`.
///
/// ```
/// use edgemock::schema::equal;
/// use serde_json::json;
/// assert!(equal(&json!({"a": 1, "b": [2.0]}), &json!({"b": [2], "a": 1.0})));
/// assert!(!equal(&json!([1]), &json!([true])));
/// ```
pub fn equal(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            left == right
                || (left.is_f64() || right.is_f64())
                    && match (left.as_f64(), right.as_f64()) {
                        (Some(left), Some(right)) => left == right,
                        _ => false,
                    }
        }
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(left, right)| equal(left, right))
        }
        (Value::Object(left), Value::Object(right)) => equal_objects(left, right),
        _ => left == right,
    }
}

fn equal_objects(left: &Map<String, Value>, right: &Map<String, Value>) -> bool {
    left.len() == right.len()
        && left.iter().all(|(name, value)| right.get(name).is_some_and(|other| equal(value, other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn equality_is_by_value_not_by_text() {
        assert_eq!(Literal::new(&json!(1.0)), Literal::new(&json!(1)));
        assert_ne!(Literal::new(&json!(0)), Literal::new(&json!(false)));
        assert_ne!(Literal::new(&json!("1")), Literal::new(&json!(1)));
        assert_eq!(Literal::new(&json!({"a": 1, "b": 2})), Literal::new(&json!({"b": 2, "a": 1})));
    }

    #[test]
    fn survives_postcard() {
        let literal = Literal::new(&json!({"a": [1.5, null, "ü"]}));
        let bytes = postcard::to_allocvec(&literal).unwrap();
        assert_eq!(postcard::from_bytes::<Literal>(&bytes).unwrap(), literal);
        assert!(postcard::from_bytes::<Literal>(&postcard::to_allocvec("{").unwrap()).is_err());
    }
}
