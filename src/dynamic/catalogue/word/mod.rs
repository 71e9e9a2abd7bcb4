//! `word`: English words by their part of speech.

mod list;

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

pub(super) const MODULE: Module = Module {
    name: "word",
    doc: "English words by their part of speech.",
    methods: &[
        Method::new("adjective", "An adjective.", "$word.adjective(length=7)", WORD_PARAMETERS, |call| {
            pick_word(call, list::ADJECTIVES)
        }),
        Method::new("adverb", "An adverb.", "$word.adverb", WORD_PARAMETERS, |call| {
            pick_word(call, list::ADVERBS)
        }),
        Method::new("conjunction", "A conjunction.", "$word.conjunction", WORD_PARAMETERS, |call| {
            pick_word(call, list::CONJUNCTIONS)
        }),
        Method::new("interjection", "An interjection.", "$word.interjection", WORD_PARAMETERS, |call| {
            pick_word(call, list::INTERJECTIONS)
        }),
        Method::new(
            "noun",
            "A noun.",
            "$word.noun(min=5,max=7,strategy='closest')",
            WORD_PARAMETERS,
            |call| pick_word(call, list::NOUNS),
        ),
        Method::new("preposition", "A preposition.", "$word.preposition", WORD_PARAMETERS, |call| {
            pick_word(call, list::PREPOSITIONS)
        }),
        Method::new("sample", "A word of any kind.", "$word.sample", WORD_PARAMETERS, |call| {
            let words = any_list(call);
            pick_word(call, words)
        }),
        Method::new("verb", "A verb.", "$word.verb", WORD_PARAMETERS, |call| pick_word(call, list::VERBS)),
        Method::new(
            "words",
            "Some words of any kind.",
            "$word.words(count=5)",
            &[
                Parameter::new("count", ParameterKind::Integer, "1 to 3"),
                Parameter::new("min", ParameterKind::Integer, "1"),
                Parameter::new("max", ParameterKind::Integer, "3"),
            ],
            |call| {
                for index in 0..count(call, 1, 3) {
                    if index > 0 {
                        call.out.push(' ');
                    }
                    let words = any_list(call);
                    call.pick(words);
                }
                Output::Text
            },
        ),
    ],
};

/// What methods take that give one word.
pub(super) const WORD_PARAMETERS: &[Parameter] = &[
    Parameter::new("length", ParameterKind::Integer, ""),
    Parameter::new(
        "strategy",
        ParameterKind::Choice(&["fail", "closest", "shortest", "longest", "any-length"]),
        "any-length",
    ),
    Parameter::new("min", ParameterKind::Integer, ""),
    Parameter::new("max", ParameterKind::Integer, ""),
];

fn any_list(call: &mut Call<'_>) -> &'static [&'static str] {
    const LISTS: &[&[&str]] =
        &[list::ADJECTIVES, list::ADVERBS, list::NOUNS, list::NOUNS, list::VERBS, list::PREPOSITIONS];
    call.rng.pick(LISTS).copied().unwrap_or(list::NOUNS)
}

/// How many are asked for: `count`, or from `min` to `max`, at most 1,000.
pub(super) fn count(call: &mut Call<'_>, low: i64, high: i64) -> usize {
    let given = |name: &str| call.arguments.integer(name);
    let (low, high) = match (given("count"), given("min"), given("max")) {
        (Some(count), _, _) => (count, count),
        (None, Some(min), Some(max)) => (min, max),
        (None, Some(min), None) => (min, high.max(min)),
        (None, None, Some(max)) => (low.min(max), max),
        (None, None, None) => (low, high),
    };
    call.rng.between(low.clamp(0, 1000) as usize, high.clamp(0, 1000) as usize)
}

/// Appends one of the words that has the asked length, or what the strategy gives where none has.
pub(super) fn pick_word(call: &mut Call<'_>, words: &[&str]) -> Output {
    let given = |name: &str| call.arguments.integer(name).map(|length| length.clamp(0, 10_000));
    let (low, high) = match (given("length"), given("min"), given("max")) {
        (Some(length), _, _) => (length, length),
        (None, None, None) => return call.pick(words),
        (None, low, high) => (low.unwrap_or(0), high.unwrap_or(10_000)),
    };
    let length = |word: &str| word.chars().count() as i64;
    let fits = |word: &str| (low..=high).contains(&length(word));
    let fitting = words.iter().filter(|word| fits(word)).count();
    if fitting > 0 {
        let index = call.rng.below(fitting);
        return match words.iter().filter(|word| fits(word)).nth(index) {
            Some(word) => call.text(word),
            None => Output::Nothing,
        };
    }
    let distance = |word: &str| if length(word) < low { low - length(word) } else { length(word) - high };
    let best = match call.arguments.text("strategy").unwrap_or("any-length") {
        "fail" => return Output::Nothing,
        "closest" => words.iter().map(|word| distance(word)).min().map(|best| (best, 0)),
        "shortest" => words.iter().map(|word| length(word)).min().map(|best| (best, 1)),
        "longest" => words.iter().map(|word| length(word)).max().map(|best| (best, 1)),
        _ => return call.pick(words),
    };
    let Some((best, measure)) = best else { return Output::Nothing };
    let equals = |word: &str| if measure == 0 { distance(word) == best } else { length(word) == best };
    let index = call.rng.below(words.iter().filter(|word| equals(word)).count());
    match words.iter().filter(|word| equals(word)).nth(index) {
        Some(word) => call.text(word),
        None => Output::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk, with};
    use super::list;
    use crate::dynamic::Output;

    #[test]
    fn all_give_values() {
        walk("word");
    }

    #[test]
    fn lists_have_no_doubles() {
        for words in [
            list::ADJECTIVES,
            list::ADVERBS,
            list::NOUNS,
            list::VERBS,
            list::PREPOSITIONS,
            list::CONJUNCTIONS,
            list::INTERJECTIONS,
        ] {
            let mut sorted = words.to_vec();
            sorted.sort_unstable();
            assert!(sorted.windows(2).all(|pair| pair[0] != pair[1]), "{sorted:?}");
            assert!(words.len() >= 20 && words.iter().all(|word| !word.is_empty() && word.trim() == *word));
        }
    }

    #[test]
    fn lengths_and_strategies() {
        for seed in 0..100 {
            assert_eq!(draw("word.noun", &with([("length", 5.into())]), "en", seed).1.len(), 5);
            let (_, word) = draw("word.verb", &with([("min", 4.into()), ("max", 5.into())]), "en", seed);
            assert!((4..=5).contains(&word.len()));
            let of = |strategy: &str| {
                draw("word.noun", &with([("length", 50.into()), ("strategy", strategy.into())]), "en", seed)
            };
            assert_eq!(of("fail").0, Output::Nothing);
            assert_eq!(of("closest").1.len(), of("longest").1.len());
            assert!(of("shortest").1.len() < of("longest").1.len());
            assert!(!of("any-length").1.is_empty());
            assert_eq!(draw("word.words", &with([("count", 5.into())]), "en", seed).1.split(' ').count(), 5);
        }
        assert!(
            draw("word.words", &with([("count", i64::MAX.into())]), "en", 1).1.split(' ').count() <= 1000
        );
    }
}
