//! Name rules: which expression a property's name asks for.
//!
//! `firstName` asks for `{{$person.firstName}}`, `created_at` for `{{$record.createdAt}}`, the `name` of a `customer`
//! for a person and the `name` of a `product` for a product. The [`built_in`] table looks at the words of the name, at
//! the type, at the format and at the objects the property stands in; a project's [`CustomRules`] look at the whole
//! name as it is written, and come first.

mod custom;
mod format;
mod index;
mod owner;
mod rule;
mod table;
mod words;

pub use custom::{CustomRule, CustomRules, MAX_EXPRESSION, MAX_PATTERN, MAX_RULES, MatchBy, RuleError};

use serde::{Deserialize, Serialize};

/// Names longer than this (in bytes) match no rule: nobody chose them for what they say.
const MAX_NAME: usize = 200;

/// How many owners that say something the built-in rules ask: see [`topic_of`].
pub const OWNERS_ASKED: usize = owner::ASKED;

/// The type of a property that a rule can serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A text.
    String,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// A property as the rules see it. The items of a list go by the name of the list.
#[derive(Debug, Clone, Copy)]
pub struct Property<'a> {
    /// Its name as it is written: `firstName`, `FIRST-NAME`, `billing.address`, `$id`.
    pub name: &'a str,
    /// What encloses it, innermost first: names of properties, names and titles of schemas.
    pub owners: &'a [&'a str],
    /// Its type.
    pub kind: Kind,
    /// Its format as it is written.
    pub format: Option<&'a str>,
}

/// A pattern of the built-in table and what it asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BuiltIn {
    /// The pattern over the words of a name: `first name` at its end, `=first name` the whole of it, `first name *` at
    /// its start, `* first name *` anywhere. Empty where the format alone chose, or that the name is a plural.
    pub pattern: &'static str,
    /// What the property must belong to, any of these words; empty for anything.
    pub owners: &'static str,
    /// The text of a template such as `{{$person.firstName}}`.
    pub expression: &'static str,
}

/// The expression of the built-in rule that applies: the text of a template such as `{{$person.firstName}}`.
///
/// The most specific rule wins: more words of the name before fewer, the whole name before a part of it, one for this
/// owner before one for any.
///
/// ```
/// use edgemock::rules::{Kind, Property, built_in};
///
/// let name = |owners| built_in(&Property { name: "name", owners, kind: Kind::String, format: None });
/// assert_eq!(name(&["Customer"]), Some("{{$person.fullName}}"));
/// assert_eq!(name(&["product", "LineItem"]), Some("{{$commerce.productName}}"));
/// ```
pub fn built_in(property: &Property<'_>) -> Option<&'static str> {
    built_in_rule(property).map(|rule| rule.expression)
}

/// What the built-in rules see of an owner: the word that says what it is. `None` where its name says nothing.
///
/// ```
/// assert_eq!(edgemock::rules::topic_of("CustomerDetailsResponse").as_deref(), Some("customer"));
/// assert_eq!(edgemock::rules::topic_of("data"), None);
/// ```
pub fn topic_of(owner: &str) -> Option<String> {
    owner::topic(&words::split(owner)).map(|word| word.raw.clone())
}

/// The built-in rule that applies.
pub fn built_in_rule(property: &Property<'_>) -> Option<BuiltIn> {
    if property.name.len() > MAX_NAME {
        return None;
    }
    let gate = format::Gate::of(property.kind, property.format)?;
    let fallback = || Some(BuiltIn { pattern: "", owners: "", expression: gate.fallback()? });
    index::find(property, &gate).or_else(fallback)
}

/// All patterns of the built-in table, with the type each is for; one that serves several types stands for each.
pub fn built_in_rules() -> impl Iterator<Item = (Kind, BuiltIn)> {
    let kinds = [Kind::String, Kind::Integer, Kind::Number, Kind::Boolean];
    let rules = table::THEMES.iter().flat_map(|rules| rules.iter());
    rules.flat_map(move |rule| {
        let of_kind = kinds.into_iter().filter(|kind| rule.serves(*kind));
        of_kind.flat_map(move |kind| {
            rule.patterns().map(move |pattern| {
                let expression =
                    if kind == Kind::String { rule.plain.unwrap_or(rule.value) } else { rule.value };
                (kind, BuiltIn { pattern, owners: rule.owners, expression })
            })
        })
    })
}
