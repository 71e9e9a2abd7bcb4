//! `hacker`: how films think that programmers talk.

pub(super) mod list;

use super::Module;
use crate::dynamic::{Call, Method, Output};
use list::{ABBREVIATIONS, ADJECTIVES, INGVERBS, NOUNS, VERBS};

pub(super) const MODULE: Module = Module {
    name: "hacker",
    doc: "How films think that programmers talk.",
    methods: &[
        Method::new("abbreviation", "An abbreviation.", "$hacker.abbreviation", &[], |call| {
            call.pick(ABBREVIATIONS)
        }),
        Method::new("adjective", "A technical adjective.", "$hacker.adjective", &[], |call| {
            call.pick(ADJECTIVES)
        }),
        Method::new("ingverb", "A technical verb that ends in -ing.", "$hacker.ingverb", &[], |call| {
            call.pick(INGVERBS)
        }),
        Method::new("noun", "A technical noun.", "$hacker.noun", &[], |call| call.pick(NOUNS)),
        Method::new("phrase", "A sentence that sounds like something.", "$hacker.phrase", &[], phrase),
        Method::new("verb", "A technical verb.", "$hacker.verb", &[], |call| call.pick(VERBS)),
    ],
};

/// `A` an abbreviation, `J` an adjective, `I` an -ing verb, `N` a noun, `V` a verb.
const PHRASES: &[&str] = &[
    "If we {V} the {N}, we can get to the {A} {N} through the {J} {A} {N}!",
    "We need to {V} the {J} {A} {N}!",
    "Try to {V} the {A} {N}, maybe it will {V} the {J} {N}!",
    "You can't {V} the {N} without {I} the {J} {A} {N}!",
    "Use the {J} {A} {N}, then you can {V} the {J} {N}!",
    "The {A} {N} is down, {V} the {J} {N} so we can {V} the {A} {N}!",
    "{I} the {N} won't do anything, we need to {V} the {J} {A} {N}!",
    "I'll {V} the {J} {A} {N}, that should {V} the {A} {N}!",
];

fn phrase(call: &mut Call<'_>) -> Output {
    let mut rest = call.rng.pick(PHRASES).copied().unwrap_or_default();
    let start = call.out.len();
    while let Some((before, after)) = rest.split_once('{') {
        call.out.push_str(before);
        let (kind, after) = after.split_once('}').unwrap_or((after, ""));
        let words = match kind {
            "A" => ABBREVIATIONS,
            "J" => ADJECTIVES,
            "I" => INGVERBS,
            "V" => VERBS,
            _ => NOUNS,
        };
        let word = call.rng.pick(words).copied().unwrap_or_default();
        let mut letters = word.chars();
        if call.out.len() == start {
            call.out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        }
        call.out.push_str(letters.as_str());
        rest = after;
    }
    call.text(rest)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk};
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("hacker");
    }

    #[test]
    fn phrases_are_filled() {
        for seed in 0..100 {
            let phrase = draw("hacker.phrase", &Arguments::NONE, "en", seed).1;
            assert!(phrase.ends_with('!') && !phrase.contains(['{', '}']), "{phrase}");
            assert!(phrase.starts_with(|letter: char| letter.is_ascii_uppercase()), "{phrase}");
        }
    }
}
