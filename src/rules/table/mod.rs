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
