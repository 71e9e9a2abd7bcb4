//! What a property's format lets through.

use super::Kind;

/// What the format of a property lets through.
#[derive(Debug, PartialEq)]
pub(super) struct Gate {
    /// The types a rule may be for, the first before the others.
    pub(super) kinds: &'static [Kind],
    lets_through: LetsThrough,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum LetsThrough {
    /// No format, or one that says nothing.
    Anything,
    /// A moment with its time of day.
    DateTime,
    /// A moment.
    Date,
    /// Methods with one of these beginnings; the first is taken where no name matched.
    Methods(&'static [&'static str]),
}

use LetsThrough::{Anything, Date, DateTime, Methods};

impl Gate {
    /// The gate of a property. `None` where the format alone says everything there is to say.
    pub(super) fn of(kind: Kind, format: Option<&str>) -> Option<Self> {
        let own: &'static [Kind] = match kind {
            Kind::String => &[Kind::String],
            // A whole number is a number; a number that must not be whole is none for an integer.
            Kind::Integer => &[Kind::Integer],
            Kind::Number => &[Kind::Number],
            Kind::Boolean => &[Kind::Boolean],
        };
        let format = format.unwrap_or_default().to_ascii_lowercase();
        if kind != Kind::String {
            let lets_through = match format.as_str() {
                "unix-time" | "unixtime" | "timestamp" | "epoch" | "date-time" => DateTime,
                _ => Anything,
            };
            return Some(Self { kinds: own, lets_through });
        }
        let (kinds, lets_through): (&'static [Kind], _) = match format.as_str() {
            // Numbers too large for JavaScript travel as text.
            "int32" | "int64" | "uint32" | "uint64" | "integer" | "long" | "bigint" => {
                (&[Kind::Integer, Kind::String], Anything)
            }
            "float" | "double" | "decimal" | "number" | "bigdecimal" => {
                (&[Kind::Number, Kind::String], Anything)
            }
            "date-time" | "datetime" => (own, DateTime),
            "date" => (own, Date),
            "email" | "idn-email" => {
                (own, Methods(&["internet.email", "internet.exampleEmail", "internet.companyEmail"]))
            }
            "uri" | "url" | "iri" | "uri-reference" | "iri-reference" | "http-url" => {
                (own, Methods(&["internet.url", "image."]))
            }
            "uuid" | "guid" => (own, Methods(&["string.uuid"])),
            "hostname" | "idn-hostname" => (own, Methods(&["internet.domainName"])),
            "ipv4" => (own, Methods(&["internet.ipv4"])),
            "ipv6" => (own, Methods(&["internet.ipv6"])),
            "password" => (own, Methods(&["internet.password"])),
            // What the generator makes of these is valid, and no name knows better.
            "time"
            | "duration"
            | "regex"
            | "json-pointer"
            | "relative-json-pointer"
            | "uri-template"
            | "byte"
            | "binary"
            | "base64"
            | "base64url" => return None,
            _ => (own, Anything),
        };
        Some(Self { kinds, lets_through })
    }

    /// Whether this is a string whose looks nothing prescribes.
    pub(super) fn is_plain(&self) -> bool {
        self.kinds == [Kind::String] && self.lets_through == Anything
    }

    /// Whether an expression may pass.
    pub(super) fn lets_through(&self, expression: &str) -> bool {
        match self.lets_through {
            Anything => true,
            DateTime => is_moment(expression) && !expression.contains('|'),
            Date => is_moment(expression),
            Methods(methods) => methods.iter().any(|method| names(expression, method)),
        }
    }

    /// The expression where no name matched.
    pub(super) fn fallback(&self) -> Option<&'static str> {
        match self.lets_through {
            Anything => None,
            DateTime | Date => Some("{{$date.recent}}"),
            Methods(methods) => match methods.first().copied()? {
                "internet.email" => Some("{{$internet.email}}"),
                "internet.url" => Some("{{$internet.url}}"),
                "string.uuid" => Some("{{$string.uuid}}"),
                "internet.domainName" => Some("{{$internet.domainName}}"),
                "internet.ipv4" => Some("{{$internet.ipv4}}"),
                "internet.ipv6" => Some("{{$internet.ipv6}}"),
                "internet.password" => Some("{{$internet.password}}"),
                _ => None,
            },
        }
    }
}

/// Whether an expression is one call of a method whose name begins so.
fn names(expression: &str, method: &str) -> bool {
    expression.strip_prefix("{{$").is_some_and(|rest| rest.starts_with(method))
}

/// Whether an expression is a moment, which takes the looks its property asks for.
fn is_moment(expression: &str) -> bool {
    let words = ["date.month", "date.weekday", "date.timeZone"];
    let record = expression
        .strip_prefix("{{$record.")
        .is_some_and(|rest| rest.split(['}', '|', '(']).next().is_some_and(|method| method.ends_with("At")));
    record || (names(expression, "date.") && !words.iter().any(|word| names(expression, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_choose() {
        let gate = |format| Gate::of(Kind::String, Some(format)).unwrap();
        assert!(gate("date-time").lets_through("{{$record.createdAt}}"));
        assert!(!gate("date-time").lets_through("{{$record.createdAt|format('yyyy-MM-dd')}}"));
        assert!(gate("date").lets_through("{{$record.createdAt|format('yyyy-MM-dd')}}"));
        assert!(!gate("date").lets_through("{{$date.month}}"));
        assert!(!gate("email").lets_through("{{$person.fullName}}"));
        assert!(gate("uri").lets_through("{{$image.avatar}}"));
        assert!(gate("int64").kinds.contains(&Kind::Integer));
        assert_eq!(Gate::of(Kind::String, Some("byte")), None);
        assert!(Gate::of(Kind::String, Some("made up")).unwrap().is_plain());
        assert_eq!(gate("ipv4").fallback(), Some("{{$internet.ipv4}}"));
    }
}
