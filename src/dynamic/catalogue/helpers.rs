//! `helpers`: one of several values, lists, patterns.

use super::{Module, checksum};
use crate::dynamic::locale::ascii;
use crate::dynamic::{Argument, Call, Method, Output, Parameter, ParameterKind};
use std::fmt::Write as _;

/// No text is longer than this many characters.
const MAX_LENGTH: usize = 10_000;
/// No list is longer than this.
const MAX_COUNT: usize = 1000;

const LIST: Parameter = Parameter::new("array", ParameterKind::List, "[]");
const STRING: Parameter = Parameter::new("string", ParameterKind::Text, "");

pub(super) const MODULE: Module = Module {
    name: "helpers",
    doc: "One of several values, lists, texts after a pattern.",
    methods: &[
        Method {
            name: "arrayElement",
            doc: "One value of a list.",
            example: "$helpers.arrayElement(['open', 'closed'])",
            parameters: &[LIST],
            run: |call| {
                let list = call.arguments.list("array").unwrap_or_default();
                call.rng.pick(list).map_or(Output::Nothing, |item| item.write(call.out))
            },
        },
        Method {
            name: "arrayElements",
            doc: "Some values of a list, as a list.",
            example: "$helpers.arrayElements(['red', 'green', 'blue'], min=1, max=2)",
            parameters: &[
                LIST,
                Parameter::new("min", ParameterKind::Integer, "1"),
                Parameter::new("max", ParameterKind::Integer, "all"),
                Parameter::new("count", ParameterKind::Integer, ""),
            ],
            run: |call| {
                let items = shuffled(call);
                let bound = |name| {
                    let value = call.arguments.integer(name).or_else(|| call.arguments.integer("count"))?;
                    Some((value.max(0) as usize).min(items.len()))
                };
                let max = bound("max").unwrap_or(items.len());
                let min = bound("min").unwrap_or(1).min(max);
                let count = call.rng.between(min, max);
                write_list(items.into_iter().take(count), call.out)
            },
        },
        Method {
            name: "fromRegExp",
            doc: "A text that matches a regular expression.",
            example: "$helpers.fromRegExp('[A-Z]{3}-[0-9]{4}')",
            parameters: &[Parameter::new("pattern", ParameterKind::Pattern, "")],
            run: |call| {
                if let Some(pattern) = call.arguments.pattern("pattern") {
                    pattern.sample(call.rng, 0, Some(MAX_LENGTH), call.out);
                }
                Output::Text
            },
        },
        Method {
            name: "maybe",
            doc: "A value, or none at all.",
            example: "$helpers.maybe('gift wrapped', probability=0.9)",
            parameters: &[
                Parameter::new("value", ParameterKind::List, ""),
                Parameter::new("probability", ParameterKind::Number, "0.5"),
            ],
            run: |call| {
                let probability = call.arguments.number("probability").unwrap_or(0.5);
                let is_there = call.rng.unit() < probability;
                let value = call.arguments.list("value").unwrap_or_default().first();
                value.filter(|_| is_there).map_or(Output::Nothing, |value| value.write(call.out))
            },
        },
        Method {
            name: "rangeToNumber",
            doc: "A whole number of a range.",
            example: "$helpers.rangeToNumber(min=1, max=10)",
            parameters: &[
                Parameter::new("min", ParameterKind::Integer, "0"),
                Parameter::new("max", ParameterKind::Integer, "`min`"),
            ],
            run: |call| {
                let min = call.arguments.integer("min").unwrap_or(0);
                let max = call.arguments.integer("max").unwrap_or(min);
                let value = call.rng.integer(i128::from(min.min(max)), i128::from(min.max(max)));
                // Writing to a String cannot fail.
                let _ = write!(call.out, "{value}");
                Output::Number
            },
        },
        Method {
            name: "replaceCreditCardSymbols",
            doc: "Digits for the signs of a text, `L` for the digit that makes a card number valid, `[2-6]` for a digit of \
                  a range.",
            example: "$helpers.replaceCreditCardSymbols('6453-####-####-####-###L')",
            parameters: &[
                Parameter::new("string", ParameterKind::Text, "6453-####-####-####-###L"),
                Parameter::new("symbol", ParameterKind::Text, "#"),
            ],
            run: card,
        },
        Method {
            name: "replaceSymbols",
            doc: "Digits for `#`, capital letters for `?`, either for `*`.",
            example: "$helpers.replaceSymbols('##??**')",
            parameters: &[STRING],
            run: |call| {
                for symbol in call.arguments.text("string").unwrap_or_default().chars().take(MAX_LENGTH) {
                    let alphabet: &[u8] = match symbol {
                        '#' => b"0123456789",
                        '?' => b"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                        '*' => b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
                        _ => &[],
                    };
                    call.out.push(call.rng.pick(alphabet).map_or(symbol, |byte| char::from(*byte)));
                }
                Output::Text
            },
        },
        Method {
            name: "shuffle",
            doc: "The values of a list in another order.",
            example: "$helpers.shuffle(['a', 'b', 'c'])",
            parameters: &[LIST],
            run: |call| {
                let items = shuffled(call);
                write_list(items.into_iter(), call.out)
            },
        },
        Method {
            name: "slugify",
            doc: "A text as it may stand in an address.",
            example: "$helpers.slugify('Crème brûlée 2')",
            parameters: &[STRING],
            run: |call| slug(call.arguments.text("string").unwrap_or_default(), call.locale.code, call.out),
        },
        Method {
            name: "uniqueArray",
            doc: "A number of different values of a list, as a list.",
            example: "$helpers.uniqueArray(['a', 'b', 'b', 'c'], 2)",
            parameters: &[LIST, Parameter::new("length", ParameterKind::Integer, "all")],
            run: |call| {
                let mut items: Vec<&Argument> = Vec::new();
                for item in shuffled(call) {
                    if !items.contains(&item) {
                        items.push(item);
                    }
                }
                let length = call.arguments.integer("length").unwrap_or(i64::MAX).max(0) as usize;
                write_list(items.into_iter().take(length), call.out)
            },
        },
        Method {
            name: "weightedArrayElement",
            doc: "One value of a list, some more often than others.",
            example: "$helpers.weightedArrayElement(['sunny', 'rainy'], weights=[5, 1])",
            parameters: &[LIST, Parameter::new("weights", ParameterKind::List, "all the same")],
            run: weighted,
        },
    ],
};

fn shuffled<'a>(call: &mut Call<'a>) -> Vec<&'a Argument> {
    let list = call.arguments.list("array").unwrap_or_default();
    let mut items: Vec<&Argument> = list.iter().take(MAX_COUNT).collect();
    for last in (1..items.len()).rev() {
        items.swap(last, call.rng.below(last + 1));
    }
    items
}

fn write_list<'a>(items: impl Iterator<Item = &'a Argument>, out: &mut String) -> Output {
    out.push('[');
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push(',');
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "{}", item.to_json());
    }
    out.push(']');
    Output::Json
}

/// Faker's form is a list of `{weight: 5, value: 'sunny'}`, which is read as `['weight', 5, 'value', 'sunny']`.
fn weighted(call: &mut Call<'_>) -> Output {
    let list = call.arguments.list("array").unwrap_or_default();
    let weights = call.arguments.list("weights").unwrap_or_default();
    let number = |argument: &Argument| match argument {
        Argument::Integer(value) => *value as f64,
        Argument::Number(value) => *value,
        _ => 1.0,
    };
    let member = |item: &'_ Argument, name: &str| match item {
        Argument::List(parts) => {
            let name = Argument::Text(name.into());
            parts
                .chunks_exact(2)
                .find(|pair| pair.first() == Some(&name))
                .and_then(|pair| pair.last().cloned())
        }
        _ => None,
    };
    let weight = |index: usize, item: &Argument| {
        let weight = member(item, "weight").or_else(|| weights.get(index).cloned());
        weight.as_ref().map_or(1.0, number).clamp(0.0, 1e12)
    };
    let total: f64 = list.iter().enumerate().map(|(index, item)| weight(index, item)).sum();
    let mut left = call.rng.unit() * total;
    let chosen = list.iter().enumerate().find(|(index, item)| {
        left -= weight(*index, item);
        left < 0.0
    });
    let Some(item) = chosen.map(|(_, item)| item).or(list.last()) else { return Output::Nothing };
    match member(item, "value") {
        Some(value) => value.write(call.out),
        None => item.write(call.out),
    }
}

fn card(call: &mut Call<'_>) -> Output {
    let template = call.arguments.text("string").unwrap_or("6453-####-####-####-###L");
    let symbol = call.arguments.text("symbol").and_then(|symbol| symbol.chars().next()).unwrap_or('#');
    let mut number = String::new();
    let mut check = None;
    let mut rest = template.get(..template.floor_char_boundary(MAX_LENGTH)).unwrap_or_default().chars();
    while let Some(next) = rest.next() {
        if next == symbol {
            number.push(char::from(b'0' + call.rng.below(10) as u8));
        } else if next == 'L' && check.is_none() {
            check = Some(number.len());
            number.push('0');
        } else if let Some((low, high)) = digit_range(next, rest.as_str()) {
            number.push(char::from(call.rng.between(usize::from(low), usize::from(high)) as u8));
            rest.nth(3);
        } else {
            number.push(next);
        }
    }
    if let Some(at) = check {
        // Where the digit stands decides how it counts: of the ten, one is right.
        let right = (b'0'..=b'9').map(char::from).find(|digit| {
            number.replace_range(at..=at, digit.encode_utf8(&mut [0; 4]));
            is_luhn_valid(&number)
        });
        debug_assert!(right.is_some());
    }
    call.text(&number)
}

fn is_luhn_valid(number: &str) -> bool {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.split_at_checked(digits.len().saturating_sub(1)) {
        Some((body, last)) => last.starts_with(checksum::luhn(body)),
        None => true,
    }
}

/// The digits of `[2-6]`, the bracket already read.
fn digit_range(open: char, rest: &str) -> Option<(u8, u8)> {
    match rest.as_bytes() {
        [low @ b'0'..=b'9', b'-', high @ b'0'..=b'9', b']', ..] if open == '[' && low <= high => {
            Some((*low, *high))
        }
        _ => None,
    }
}

fn slug(text: &str, language: &str, out: &mut String) -> Output {
    let start = out.len();
    for (index, word) in text.split_whitespace().enumerate() {
        if index > 0 {
            out.push('-');
        }
        for letter in word.chars() {
            if letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.') {
                out.push(letter);
            } else {
                ascii::fold(letter.encode_utf8(&mut [0; 4]), language, out);
            }
            if out.len() - start > MAX_LENGTH {
                return Output::Text;
            }
        }
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::template::testing::draw;
    use crate::schema::pattern::Pattern;

    fn all(expression: &str) -> Vec<(Output, String)> {
        let mut drawn: Vec<_> =
            (0..100).map(|seed| draw(&format!("{{{{{expression}}}}}"), "en", seed)).collect();
        drawn.sort_by(|a, b| a.1.cmp(&b.1));
        drawn.dedup();
        drawn
    }

    #[test]
    fn elements_keep_their_kind() {
        let text = |text: &str| (Output::Text, text.to_owned());
        assert_eq!(all("$helpers.arrayElement([\"TEN\",\"AMP\"])"), [text("AMP"), text("TEN")]);
        assert_eq!(all("$helpers.arrayElement([1])"), [(Output::Number, "1".to_owned())]);
        assert_eq!(all("$helpers.arrayElement([true])"), [(Output::Boolean, "true".to_owned())]);
        assert_eq!(all("$helpers.arrayElement([[1]])"), [(Output::Json, "[1]".to_owned())]);
        assert_eq!(all("$helpers.arrayElement"), [(Output::Nothing, String::new())]);
        assert_eq!(all("$helpers.arrayElement(\"['a']\")"), [text("a")]);
        assert_eq!(all("$helpers.maybe('a')"), [(Output::Nothing, String::new()), text("a")]);
    }

    #[test]
    fn lists_have_the_length_asked_for() {
        for (expression, least, most) in [
            ("$helpers.arrayElements(['a','b','c'])", 1, 3),
            ("$helpers.arrayElements(['a','b','c'], 2, 9)", 2, 3),
            ("$helpers.arrayElements(['a','b','c'], count=2)", 2, 2),
            ("$helpers.arrayElements(['a'], min=-5, max=-2)", 0, 0),
            ("$helpers.arrayElements", 0, 0),
            ("$helpers.shuffle(['a','b','c'])", 3, 3),
            ("$helpers.uniqueArray(['a','b','b'])", 2, 2),
            ("$helpers.uniqueArray(['a','b','b'], 1)", 1, 1),
        ] {
            for (output, text) in all(expression) {
                let mut list: Vec<String> = serde_json::from_str(&text).unwrap();
                assert_eq!(output, Output::Json);
                assert!((least..=most).contains(&list.len()), "{expression}: {text}");
                list.sort();
                list.dedup();
                assert!(list.len() >= least, "{expression}: {text}");
            }
        }
        assert_eq!(all("$helpers.shuffle(['a','b','c'])").len(), 6);
    }

    #[test]
    fn weights_count() {
        let texts = |expression| all(expression).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
        assert_eq!(texts("$helpers.weightedArrayElement(['a', 'b'], weights=[0, 1])"), ["b"]);
        assert_eq!(
            texts("$helpers.weightedArrayElement([{weight: 1, value: 'a'}, {value: 'b', weight: 0}])"),
            ["a"]
        );
        assert_eq!(texts("$helpers.weightedArrayElement(['a', 'b'])"), ["a", "b"]);
        assert_eq!(texts("$helpers.weightedArrayElement"), [""]);
    }

    #[test]
    fn patterns_and_symbols() {
        for (expression, pattern) in [
            ("$helpers.fromRegExp('[A-Z]{3}-\\d{4}')", "^[A-Z]{3}-[0-9]{4}$"),
            ("$helpers.fromRegExp(/a|b/)", "^[ab]$"),
            ("$helpers.fromRegExp('/[a-c]/')", "^/[abc]/$"),
            ("$helpers.replaceSymbols('##??**-x')", "^[0-9]{2}[A-Z]{2}[A-Z0-9]{2}-x$"),
            ("$helpers.rangeToNumber(min=9900000000000,max=9999999999999)", "^99[0-9]{11}$"),
            ("$helpers.replaceCreditCardSymbols", "^6453(-[0-9]{4}){4}$"),
            ("$helpers.replaceCreditCardSymbols('[2-4]###-##L')", "^[2-4][0-9]{3}-[0-9]{3}$"),
            ("$helpers.replaceCreditCardSymbols('**L5', symbol='*')", "^[0-9]{3}5$"),
        ] {
            let pattern = Pattern::parse(pattern).unwrap();
            for (_, text) in all(expression) {
                assert_eq!(pattern.is_match(&text), Some(true), "{expression}: {text}");
                assert!(!expression.contains("Card") || is_luhn_valid(&text), "{expression}: {text}");
            }
        }
        let fault = crate::dynamic::Template::parse("{{$helpers.fromRegExp('[a')}}").unwrap_err();
        assert!(fault.message.contains("regular expression"), "{fault}");
    }

    #[test]
    fn slugs() {
        for (text, expected) in
            [("abc 123", "abc-123"), (" Crème  brûlée! ", "Creme-brulee"), ("a_b.c", "a_b.c")]
        {
            let mut out = String::new();
            slug(text, "en", &mut out);
            assert_eq!(out.to_lowercase(), expected.to_lowercase(), "{text}");
        }
    }
}
