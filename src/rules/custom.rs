//! The rules of a project, before the built-in ones.

use super::{Kind, Property};
use crate::schema::pattern::Pattern;
use serde::{Deserialize, Serialize};

/// How many rules a project may have.
pub const MAX_RULES: usize = 500;
/// How long a pattern may be, in characters.
pub const MAX_PATTERN: usize = 500;
/// How long an expression may be, in characters.
pub const MAX_EXPRESSION: usize = 2_000;
/// Longer names match no custom rule, in bytes.
const MAX_NAME: usize = 1_000;

/// How a pattern is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MatchBy {
    /// The whole name, whatever its case: `*` stands for any text, `?` for one character.
    #[default]
    Wildcard,
    /// A regular expression as JSON Schema uses them, found anywhere in the name.
    Regex,
}

/// One rule of a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CustomRule {
    /// What the name of a property must look like.
    pub pattern: String,
    /// How the pattern is meant.
    #[serde(rename = "match", default)]
    pub match_by: MatchBy,
    /// The types of the properties it is for; all where none is given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<Kind>,
    /// What such properties hold: the text of a template, e.g. `{{$person.fullName}}`.
    pub expression: String,
}

/// What is wrong with a list of rules.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("name rule {index}: {message}")]
pub struct RuleError {
    /// Which rule, from 0; the list itself where there are too many.
    pub index: usize,
    /// Which field of it: `pattern` or `expression`; empty for the list.
    pub field: &'static str,
    /// What.
    pub message: String,
}

impl RuleError {
    /// Where the fault is, as a JSON pointer into the list.
    pub fn pointer(&self) -> String {
        if self.field.is_empty() { String::new() } else { format!("/{}/{}", self.index, self.field) }
    }
}

/// The rules of a project, ready for use: the first that matches counts.
#[derive(Debug, Clone, Default)]
pub struct CustomRules(Vec<Compiled>);

#[derive(Debug, Clone)]
struct Compiled {
    name: NamePattern,
    types: Vec<Kind>,
    expression: String,
}

#[derive(Debug, Clone)]
enum NamePattern {
    /// Lower-case characters.
    Wildcard(Vec<char>),
    Regex(Pattern),
}

impl CustomRules {
    /// Compiles the rules.
    ///
    /// # Errors
    /// The first rule that cannot be used: too many rules, a pattern that is empty, too long or no regular expression,
    /// an expression that is too long.
    pub fn new(rules: &[CustomRule]) -> Result<Self, RuleError> {
        if rules.len() > MAX_RULES {
            let message = format!("there are {} rules, {MAX_RULES} are allowed", rules.len());
            return Err(RuleError { index: MAX_RULES, field: "", message });
        }
        let compiled = rules.iter().enumerate().map(|(index, rule)| {
            Compiled::new(rule).map_err(|(field, message)| RuleError { index, field, message })
        });
        compiled.collect::<Result<_, _>>().map(Self)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The expression of the first rule that matches. A regular expression that takes too many steps does not match.
    pub fn find(&self, property: &Property<'_>) -> Option<&str> {
        if self.0.is_empty() || property.name.len() > MAX_NAME {
            return None;
        }
        let lower: Vec<char> = property.name.chars().flat_map(char::to_lowercase).collect();
        let rule = self.0.iter().find(|rule| rule.matches(property, &lower))?;
        Some(&rule.expression)
    }
}

impl Compiled {
    fn new(rule: &CustomRule) -> Result<Self, (&'static str, String)> {
        if rule.pattern.is_empty() {
            return Err(("pattern", "the pattern is empty: write `*` to match every name".to_owned()));
        }
        for (what, text, limit) in
            [("pattern", &rule.pattern, MAX_PATTERN), ("expression", &rule.expression, MAX_EXPRESSION)]
        {
            let length = text.chars().count();
            if length > limit {
                return Err((what, format!("the {what} has {length} characters, {limit} are allowed")));
            }
        }
        let name = match rule.match_by {
            MatchBy::Wildcard => {
                NamePattern::Wildcard(rule.pattern.chars().flat_map(char::to_lowercase).collect())
            }
            MatchBy::Regex => NamePattern::Regex(
                Pattern::parse(&rule.pattern).map_err(|error| ("pattern", error.to_string()))?,
            ),
        };
        Ok(Self { name, types: rule.types.clone(), expression: rule.expression.clone() })
    }

    fn matches(&self, property: &Property<'_>, lower: &[char]) -> bool {
        if !self.types.is_empty() && !self.types.contains(&property.kind) {
            return false;
        }
        match &self.name {
            NamePattern::Wildcard(pattern) => wildcard(pattern, lower),
            NamePattern::Regex(pattern) => pattern.is_match(property.name) == Some(true),
        }
    }
}

/// Whether a pattern with `*` and `?` describes the whole text. Only the last `*` is ever tried again, so that the
/// steps are at most the product of both lengths.
fn wildcard(pattern: &[char], text: &[char]) -> bool {
    let (mut at, mut read) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while let Some(symbol) = text.get(read) {
        match pattern.get(at) {
            Some('*') => {
                retry = Some((at + 1, read));
                at += 1;
            }
            Some(wanted) if *wanted == '?' || wanted == symbol => {
                at += 1;
                read += 1;
            }
            _ => {
                let Some((after, from)) = retry else { return false };
                retry = Some((after, from + 1));
                (at, read) = (after, from + 1);
            }
        }
    }
    pattern.iter().skip(at).all(|symbol| *symbol == '*')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(pattern: &str, match_by: MatchBy, types: &[Kind], expression: &str) -> CustomRule {
        CustomRule {
            pattern: pattern.to_owned(),
            match_by,
            types: types.to_vec(),
            expression: expression.to_owned(),
        }
    }

    fn property(name: &str, kind: Kind) -> Property<'_> {
        Property { name, owners: &[], kind, format: None }
    }

    #[test]
    fn wildcards_describe_the_whole_name() {
        for (pattern, name, expected) in [
            ("*", "", true),
            ("*image*", "coverImageUrl", true),
            ("*URL", "imageUrl", true),
            ("url*", "imageUrl", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("name", "username", false),
            ("*a*b*c", "xxaxxbxxbc", true),
            ("*a*b*c", "xxaxxcxxb", false),
            ("größe", "GRÖSSE", false),
            ("größe", "GRÖßE", true),
            ("**", "x", true),
        ] {
            let rules = CustomRules::new(&[rule(pattern, MatchBy::Wildcard, &[], "x")]).unwrap();
            assert_eq!(rules.find(&property(name, Kind::String)).is_some(), expected, "{pattern} {name}");
        }
    }

    #[test]
    fn the_first_match_of_the_type_counts() {
        let rules = CustomRules::new(&[
            rule("^id$", MatchBy::Regex, &[Kind::Integer], "1"),
            rule("ID", MatchBy::Wildcard, &[], "2"),
            rule("*", MatchBy::Wildcard, &[Kind::String], "3"),
        ])
        .unwrap();
        assert_eq!(rules.find(&property("id", Kind::Integer)), Some("1"));
        assert_eq!(rules.find(&property("id", Kind::String)), Some("2"));
        assert_eq!(rules.find(&property("Id", Kind::Integer)), Some("2"));
        assert_eq!(rules.find(&property("name", Kind::String)), Some("3"));
        assert_eq!(rules.find(&property("name", Kind::Boolean)), None);
    }

    #[test]
    fn limits() {
        let error =
            CustomRules::new(&[rule("*", MatchBy::Wildcard, &[], ""), rule("(", MatchBy::Regex, &[], "")]);
        assert_eq!(error.unwrap_err().index, 1);
        let error = CustomRules::new(&[rule(&"x".repeat(501), MatchBy::Wildcard, &[], "")]).unwrap_err();
        assert_eq!(error.to_string(), "name rule 0: the pattern has 501 characters, 500 are allowed");
        assert!(CustomRules::new(&vec![rule("x", MatchBy::Wildcard, &[], ""); 501]).is_err());
        assert!(CustomRules::new(&[rule("", MatchBy::Wildcard, &[], "")]).is_err());
    }

    #[test]
    fn a_hostile_regex_is_no_match() {
        let rules = CustomRules::new(&[rule(r"^(a|a)*(a|a)*\1$", MatchBy::Regex, &[], "x")]).unwrap();
        let name = format!("{}b", "a".repeat(500));
        assert_eq!(rules.find(&property(&name, Kind::String)), None);
    }

    #[test]
    fn as_json() {
        let text =
            r#"{"pattern":"*sku*","match":"wildcard","types":["string"],"expression":"{{$commerce.isbn}}"}"#;
        let read: CustomRule = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), text);
        assert!(
            serde_json::from_str::<CustomRule>(r#"{"pattern":"a","expression":"b","matchBy":"regex"}"#)
                .is_err()
        );
    }
}
