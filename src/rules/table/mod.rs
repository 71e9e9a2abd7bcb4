//! The built-in rules, by theme.

mod commerce;
mod finance;
mod flags;
mod ids;
mod internet;
mod media;
mod numbers;
mod person;
mod place;
mod system;
mod text;
mod time;
mod world;

use super::rule::Rule;

/// What a number is whose name is a plural that no rule knows.
pub(super) const COUNT: &str = "{{$number.int(min=0,max=60)}}";

/// All rules. Of rules that fit equally well the first counts.
pub(super) const THEMES: &[&[Rule]] = &[
    person::RULES,
    place::RULES,
    internet::RULES,
    commerce::RULES,
    finance::RULES,
    time::RULES,
    ids::RULES,
    media::RULES,
    system::RULES,
    world::RULES,
    text::RULES,
    numbers::RULES,
    flags::RULES,
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Kind;
    use std::collections::HashMap;

    #[test]
    fn every_pattern_counts_for_some_type() {
        let rules: Vec<&Rule> = THEMES.iter().flat_map(|rules| rules.iter()).collect();
        let mut first = HashMap::new();
        for kind in [Kind::String, Kind::Integer, Kind::Number, Kind::Boolean] {
            for single in [true, false] {
                for (at, rule) in rules.iter().enumerate().filter(|(_, rule)| rule.serves(kind)) {
                    for pattern in rule.patterns().filter(|_| rule.is_for_one_kind() == single) {
                        first.entry((format!("{kind:?}"), pattern, rule.owners)).or_insert(at);
                    }
                }
            }
        }
        for (at, rule) in rules.iter().enumerate() {
            for pattern in rule.patterns() {
                let counts = first.iter().any(|((_, text, owners), winner)| {
                    (*text, *owners, *winner) == (pattern, rule.owners, at)
                });
                assert!(counts, "{pattern} ({}) is hidden by another rule", rule.owners);
            }
        }
    }
}
