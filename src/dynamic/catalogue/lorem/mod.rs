//! `lorem`: text without a meaning, Latin or in the script of the locale.

mod script;

use super::Module;
use super::word::{WORD_PARAMETERS, count, pick_word};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use script::Script;

/// No text is longer than this, whatever the arguments say.
const LIMIT: usize = 10_000;

pub(super) const MODULE: Module = Module {
    name: "lorem",
    doc: "Text without a meaning, Latin or in the script of the locale.",
    methods: &[
        Method::new("lines", "Some sentences, one a line.", "$lorem.lines(min=1,max=5)", LINES, |call| {
            let lines = count(call, 1, 5);
            repeat(call, lines, "\n", |call| sentence(call, 3, 10))
        }),
        Method::new("paragraph", "Some sentences.", "$lorem.paragraph(min=1,max=3)", THREE, |call| {
            let sentences = count(call, 3, 3);
            paragraph(call, sentences)
        }),
        Method::new(
            "paragraphs",
            "Some paragraphs, one a line.",
            "$lorem.paragraphs(count=2,separator='<br/>')",
            &[
                Parameter::new("count", ParameterKind::Integer, "3"),
                Parameter::new("separator", ParameterKind::Text, "a line break"),
                Parameter::new("min", ParameterKind::Integer, "3"),
                Parameter::new("max", ParameterKind::Integer, "3"),
            ],
            |call| {
                let paragraphs = count(call, 3, 3);
                let separator = separator(call, "\n");
                repeat(call, paragraphs, separator, |call| {
                    let sentences = call.rng.between(3, 6);
                    paragraph(call, sentences)
                })
            },
        ),
        Method::new(
            "sentence",
            "A sentence of some words.",
            "$lorem.sentence(min=3,max=5)",
            &[
                Parameter::new("min", ParameterKind::Integer, "3"),
                Parameter::new("max", ParameterKind::Integer, "10"),
                Parameter::new("count", ParameterKind::Integer, "3 to 10"),
            ],
            |call| {
                let words = count(call, 3, 10);
                sentence(call, words, words)
            },
        ),
        Method::new(
            "sentences",
            "Some sentences.",
            "$lorem.sentences(min=2,max=3)",
            &[
                Parameter::new("min", ParameterKind::Integer, "2"),
                Parameter::new("max", ParameterKind::Integer, "6"),
                Parameter::new("count", ParameterKind::Integer, "2 to 6"),
                Parameter::new("separator", ParameterKind::Text, "a space"),
            ],
            |call| {
                let sentences = count(call, 2, 6);
                let separator = separator(call, Script::of(call.locale).space);
                repeat(call, sentences, separator, |call| sentence(call, 3, 10))
            },
        ),
        Method::new(
            "slug",
            "Some Latin words joined by dashes.",
            "$lorem.slug(min=2,max=4)",
            THREE,
            |call| {
                let words = count(call, 3, 3);
                repeat(call, words, "-", |call| call.pick(script::LATIN.words))
            },
        ),
        Method::new("text", "A sentence, a paragraph or some lines.", "$lorem.text", &[], |call| match call
            .rng
            .below(4)
        {
            0 => sentence(call, 3, 10),
            1 => paragraph(call, 2),
            2 => paragraph(call, 3),
            _ => {
                let lines = call.rng.between(2, 4);
                repeat(call, lines, "\n", |call| sentence(call, 3, 10))
            }
        }),
        Method::new("word", "A word.", "$lorem.word(length=5)", WORD_PARAMETERS, |call| {
            let words = Script::of(call.locale).words;
            pick_word(call, words)
        }),
        Method::new("words", "Some words.", "$lorem.words(min=2,max=4)", THREE, |call| {
            let script = Script::of(call.locale);
            let words = count(call, 3, 3);
            repeat(call, words, " ", |call| call.pick(script.words))
        }),
    ],
};

const THREE: &[Parameter] = &[
    Parameter::new("min", ParameterKind::Integer, "3"),
    Parameter::new("max", ParameterKind::Integer, "3"),
    Parameter::new("count", ParameterKind::Integer, "3"),
];

const LINES: &[Parameter] = &[
    Parameter::new("min", ParameterKind::Integer, "1"),
    Parameter::new("max", ParameterKind::Integer, "5"),
    Parameter::new("count", ParameterKind::Integer, "1 to 5"),
];

fn separator<'c>(call: &Call<'c>, default: &'static str) -> &'c str {
    call.arguments.text("separator").filter(|text| text.len() <= 64).unwrap_or(default)
}

/// Appends something several times, until there is enough text.
fn repeat(
    call: &mut Call<'_>,
    times: usize,
    separator: &str,
    mut write: impl FnMut(&mut Call<'_>) -> Output,
) -> Output {
    let start = call.out.len();
    for index in 0..times {
        let end = call.out.len();
        if index > 0 {
            call.out.push_str(separator);
        }
        write(call);
        if call.out.len() - start > LIMIT {
            // A single sentence of many words may be too long already: that one stays, bounded by its words.
            if index > 0 {
                call.out.truncate(end);
            }
            break;
        }
    }
    Output::Text
}

fn sentence(call: &mut Call<'_>, low: usize, high: usize) -> Output {
    let script = Script::of(call.locale);
    let start = call.out.len();
    for index in 0..call.rng.between(low, high) {
        let Some(word) = call.rng.pick(script.words) else { break };
        if call.out.len() - start + word.len() > LIMIT - 8 {
            break;
        }
        if index > 0 {
            call.out.push_str(script.space);
            call.out.push_str(word);
            continue;
        }
        let mut letters = word.chars();
        call.out.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        call.out.push_str(letters.as_str());
    }
    call.out.push_str(script.stop);
    Output::Text
}

fn paragraph(call: &mut Call<'_>, sentences: usize) -> Output {
    let space = Script::of(call.locale).space;
    repeat(call, sentences, space, |call| sentence(call, 3, 10))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk, with};
    use super::LIMIT;
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("lorem");
    }

    #[test]
    fn counts_are_kept() {
        for seed in 0..100 {
            let of = |name: &str, min: i64, max: i64| {
                draw(name, &with([("min", min.into()), ("max", max.into())]), "en", seed).1
            };
            assert_eq!(of("lorem.words", 4, 4).split(' ').count(), 4);
            assert_eq!(draw("lorem.words", &Arguments::NONE, "en", seed).1.split(' ').count(), 3);
            assert_eq!(of("lorem.slug", 2, 2).split('-').count(), 2);
            let sentence = of("lorem.sentence", 5, 6);
            assert!((5..=6).contains(&sentence.split(' ').count()) && sentence.ends_with('.'), "{sentence}");
            assert!(sentence.starts_with(|letter: char| letter.is_ascii_uppercase()), "{sentence}");
            assert_eq!(of("lorem.lines", 3, 3).lines().count(), 3);
            assert_eq!(of("lorem.paragraph", 2, 2).matches('.').count(), 2);
            assert_eq!(
                draw("lorem.paragraphs", &with([("count", 2.into())]), "en", seed).1.lines().count(),
                2
            );
        }
    }

    #[test]
    fn length_is_bounded() {
        for name in ["lines", "paragraph", "paragraphs", "sentence", "sentences", "slug", "words"] {
            for code in ["en", "ja", "ru"] {
                let text = draw(
                    &format!("lorem.{name}"),
                    &with([("min", 5000.into()), ("max", 5000.into())]),
                    code,
                    1,
                )
                .1;
                assert!(text.len() <= LIMIT && text.len() > 1000, "{name} {}", text.len());
            }
        }
    }
}
