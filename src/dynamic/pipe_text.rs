//! The pipes for values of any kind. A value that is not there goes through all of them but `default`.

use super::pipe::{Pipe, Piped};
use super::pipe_code::{base64, digest, from_base64, url_decode, url_encode};
use super::{Output, Parameter, ParameterKind};
use serde_json::Value;

/// Pipes make nothing longer than this many characters.
const MAX_LENGTH: usize = 10_000;

const TEXT: Parameter = Parameter::new("text", ParameterKind::Text, "");

const fn pipe(
    name: &'static str,
    aliases: &'static [&'static str],
    doc: &'static str,
    example: &'static str,
    parameters: &'static [Parameter],
    run: fn(&mut Piped<'_>) -> Output,
) -> Pipe {
    Pipe { name, aliases, doc, example, parameters, run }
}

pub(super) const PIPES: &[Pipe] = &[
    pipe("append", &["suffix"], "Followed by a text.", "$person.lastName|append(' Ltd')", &[TEXT], |piped| {
        let text = piped.arguments.text("text").unwrap_or_default();
        map(piped, |value| format!("{value}{text}"))
    }),
    pipe("base64", &["base64Encode", "toBase64"], "In Base64.", "$internet.email|base64", &[], |piped| {
        map(piped, base64)
    }),
    pipe(
        "base64Decode",
        &["fromBase64"],
        "Out of Base64.",
        "$helpers.arrayElement(['Zm9v'])|base64Decode",
        &[],
        |piped| map(piped, |value| from_base64(value).unwrap_or_else(|| value.to_owned())),
    ),
    pipe(
        "boolean",
        &["toBoolean", "bool"],
        "As `true` or `false`; `0`, `no`, `off`, `null` and nothing are false.",
        "$number.int(max=1)|boolean",
        &[],
        |piped| {
            let text = piped.text().trim().to_lowercase();
            let value = !matches!(text.as_str(), "" | "0" | "false" | "no" | "off" | "null");
            piped.replace(if value { "true" } else { "false" });
            Output::Boolean
        },
    ),
    pipe("camel", &["camelCase"], "In camel case.", "$lorem.words|camel", &[], |piped| {
        map(piped, |value| cased(value, "", |index, word| if index == 0 { word } else { capital(&word) }))
    }),
    pipe(
        "capitalize",
        &["upperFirst"],
        "The first letter in upper case.",
        "$lorem.word|capitalize",
        &[],
        |piped| map(piped, capital),
    ),
    pipe("ceil", &[], "Up to a whole number.", "$number.float(max=9)|ceil", &[], |piped| {
        calculate(piped, |value, _| value.ceil())
    }),
    pipe(
        "default",
        &[],
        "Another text where there is no value.",
        "$person.suffix|default('none')",
        &[TEXT],
        |piped| {
            let text = piped.arguments.text("text").unwrap_or_default();
            let is_there = piped.output != Output::Nothing && !piped.text().is_empty();
            if is_there { piped.output } else { piped.replace(text) }
        },
    ),
    pipe(
        "first",
        &[],
        "The first item of a list.",
        "$helpers.arrayElements(['a', 'b'])|first",
        &[],
        |piped| item(piped, <[Value]>::first),
    ),
    pipe("floor", &[], "Down to a whole number.", "$number.float(max=9)|floor", &[], |piped| {
        calculate(piped, |value, _| value.floor())
    }),
    pipe(
        "join",
        &[],
        "The items of a list as one text.",
        "$helpers.arrayElements(['a', 'b'])|join(' / ')",
        &[Parameter::new("separator", ParameterKind::Text, ", ")],
        |piped| {
            let separator = piped.arguments.text("separator").unwrap_or(", ");
            let Some(list) = list(piped) else { return piped.output };
            let items: Vec<String> = list.iter().map(|value| plain(value).0).collect();
            piped.replace(&items.join(separator))
        },
    ),
    pipe("kebab", &["kebabCase"], "In kebab case.", "$lorem.words|kebab", &[], |piped| {
        map(piped, |value| cased(value, "-", |_, word| word))
    }),
    pipe("last", &[], "The last item of a list.", "$helpers.arrayElements(['a', 'b'])|last", &[], |piped| {
        item(piped, <[Value]>::last)
    }),
    pipe(
        "length",
        &["size"],
        "How many characters, or how many items of a list.",
        "$person.firstName|length",
        &[],
        |piped| {
            let count = match list(piped) {
                Some(list) if piped.output == Output::Json => list.len(),
                _ => piped.text().chars().count(),
            };
            piped.replace(&count.to_string());
            Output::Number
        },
    ),
    pipe("lower", &["lowercase", "toLowerCase"], "In lower case.", "$person.firstName|lower", &[], |piped| {
        map(piped, str::to_lowercase)
    }),
    pipe("md5", &[], "Its MD5 digest, in hexadecimal digits.", "$internet.email|md5", &[], |piped| {
        map(piped, digest::<md5::Md5>)
    }),
    pipe(
        "number",
        &["toNumber", "int", "float"],
        "As a number.",
        "$string.numeric(length=5)|number",
        &[],
        |piped| calculate(piped, |value, _| value),
    ),
    pipe(
        "padEnd",
        &["padRight"],
        "Filled up at the end to a number of characters.",
        "$number.int(max=99)|padEnd(5, '_')",
        &[
            Parameter::new("length", ParameterKind::Integer, "0"),
            Parameter::new("fill", ParameterKind::Text, " "),
        ],
        |piped| pad(piped, |value, filling| format!("{value}{filling}")),
    ),
    pipe(
        "padStart",
        &["padLeft"],
        "Filled up at the start to a number of characters.",
        "$number.int(max=99)|padStart(5, '0')",
        &[
            Parameter::new("length", ParameterKind::Integer, "0"),
            Parameter::new("fill", ParameterKind::Text, " "),
        ],
        |piped| pad(piped, |value, filling| format!("{filling}{value}")),
    ),
    pipe("pascal", &["pascalCase"], "In Pascal case.", "$lorem.words|pascal", &[], |piped| {
        map(piped, |value| cased(value, "", |_, word| capital(&word)))
    }),
    pipe(
        "prepend",
        &["prefix"],
        "After a text.",
        "$string.numeric(length=5)|prepend('ID-')",
        &[TEXT],
        |piped| {
            let text = piped.arguments.text("text").unwrap_or_default();
            map(piped, |value| format!("{text}{value}"))
        },
    ),
    pipe(
        "replace",
        &["replaceAll"],
        "One text replaced by another, wherever it occurs.",
        "$internet.email|replace('@', ' at ')",
        &[Parameter::new("search", ParameterKind::Text, ""), Parameter::new("with", ParameterKind::Text, "")],
        |piped| {
            let search = piped.arguments.text("search").unwrap_or_default();
            let with = piped.arguments.text("with").unwrap_or_default();
            map(piped, |value| replaced(value, search, with))
        },
    ),
    pipe("reverse", &[], "From back to front.", "$lorem.word|reverse", &[], |piped| {
        map(piped, |value| value.chars().rev().collect())
    }),
    pipe(
        "round",
        &["toFixed"],
        "Rounded to a number of digits after the point.",
        "$number.float(max=9)|round(2)",
        &[Parameter::new("digits", ParameterKind::Integer, "0")],
        |piped| {
            calculate(piped, |value, digits| {
                let scale = 10_f64.powi(digits.clamp(0, 15) as i32);
                let scaled = value * scale;
                if scaled.is_finite() { scaled.round() / scale } else { value }
            })
        },
    ),
    pipe("sha1", &[], "Its SHA-1 digest, in hexadecimal digits.", "$internet.email|sha1", &[], |piped| {
        map(piped, digest::<sha1::Sha1>)
    }),
    pipe(
        "sha256",
        &[],
        "Its SHA-256 digest, in hexadecimal digits.",
        "$internet.email|sha256",
        &[],
        |piped| map(piped, digest::<sha2::Sha256>),
    ),
    pipe(
        "sha512",
        &[],
        "Its SHA-512 digest, in hexadecimal digits.",
        "$internet.email|sha512",
        &[],
        |piped| map(piped, digest::<sha2::Sha512>),
    ),
    pipe(
        "slice",
        &["substring"],
        "The characters from one position to before another, from 0; negative ones count from the end.",
        "$string.uuid|slice(0, 8)",
        &[
            Parameter::new("start", ParameterKind::Integer, "0"),
            Parameter::new("end", ParameterKind::Integer, ""),
        ],
        |piped| {
            let start = piped.arguments.integer("start").unwrap_or(0);
            let end = piped.arguments.integer("end");
            map(piped, |value| cut(value, start, |_, count| end.map_or(count, |end| position(end, count))))
        },
    ),
    pipe("snake", &["snakeCase"], "In snake case.", "$lorem.words|snake", &[], |piped| {
        map(piped, |value| cased(value, "_", |_, word| word))
    }),
    pipe(
        "string",
        &["toString", "text"],
        "As text, also where it is a number.",
        "$number.int|string",
        &[],
        |piped| map(piped, str::to_owned),
    ),
    pipe(
        "substr",
        &[],
        "A number of characters from a position on, from 0; a negative one counts from the end.",
        "$string.uuid|substr(-4)",
        &[
            Parameter::new("start", ParameterKind::Integer, "0"),
            Parameter::new("length", ParameterKind::Integer, ""),
        ],
        |piped| {
            let start = piped.arguments.integer("start").unwrap_or(0);
            let length = piped.arguments.integer("length");
            map(piped, |value| {
                cut(value, start, |start, count| match length {
                    Some(length) => start.saturating_add(usize::try_from(length).unwrap_or(0)),
                    None => count,
                })
            })
        },
    ),
    pipe("title", &["titleCase"], "Every word with a capital.", "$lorem.words|title", &[], |piped| {
        map(piped, |value| value.split(' ').map(capital).collect::<Vec<_>>().join(" "))
    }),
    pipe("trim", &[], "Without spaces around it.", "$lorem.sentence|trim", &[], |piped| {
        map(piped, |value| value.trim().to_owned())
    }),
    pipe("upper", &["uppercase", "toUpperCase"], "In upper case.", "$person.firstName|upper", &[], |piped| {
        map(piped, str::to_uppercase)
    }),
    pipe(
        "urlDecode",
        &["decodeURIComponent"],
        "Out of the form of addresses.",
        "$helpers.arrayElement(['a%20b'])|urlDecode",
        &[],
        |piped| map(piped, |value| url_decode(value).unwrap_or_else(|| value.to_owned())),
    ),
    pipe(
        "urlEncode",
        &["encodeURIComponent"],
        "As a part of an address.",
        "$company.name|urlEncode",
        &[],
        |piped| map(piped, url_encode),
    ),
];

fn map(piped: &mut Piped<'_>, change: impl FnOnce(&str) -> String) -> Output {
    if piped.output == Output::Nothing {
        return Output::Nothing;
    }
    let changed = change(piped.text());
    piped.replace(&changed)
}

/// Puts a number in the place of one; a moment counts in milliseconds, what is no number stays.
fn calculate(piped: &mut Piped<'_>, change: fn(f64, i64) -> f64) -> Output {
    let digits = piped.arguments.integer("digits").unwrap_or(0);
    let value = match piped.output {
        Output::Moment(value) => value as f64,
        Output::Nothing => return Output::Nothing,
        _ => match piped.text().trim() {
            "true" => 1.0,
            "false" => 0.0,
            text => match text.parse::<f64>() {
                Ok(value) if value.is_finite() => value,
                _ => return piped.output,
            },
        },
    };
    let changed = change(value, digits);
    // Whole numbers that are exact are written without a fraction.
    let written = if changed.fract() == 0.0 && changed.abs() < 9e15 {
        (changed as i64).to_string()
    } else {
        serde_json::Number::from_f64(changed).map(|number| number.to_string()).unwrap_or_default()
    };
    piped.replace(&written);
    Output::Number
}

fn list(piped: &mut Piped<'_>) -> Option<Vec<Value>> {
    let text = piped.text();
    if text.starts_with('[') { serde_json::from_str(text).ok() } else { None }
}

fn item(piped: &mut Piped<'_>, choose: fn(&[Value]) -> Option<&Value>) -> Output {
    let Some(list) = list(piped) else { return piped.output };
    let (text, output) = choose(&list).map_or((String::new(), Output::Nothing), plain);
    piped.replace(&text);
    output
}

fn plain(value: &Value) -> (String, Output) {
    match value {
        Value::String(text) => (text.clone(), Output::Text),
        Value::Number(number) => (number.to_string(), Output::Number),
        Value::Bool(flag) => (flag.to_string(), Output::Boolean),
        other => (other.to_string(), Output::Json),
    }
}

fn pad(piped: &mut Piped<'_>, place: fn(&str, &str) -> String) -> Output {
    let length = piped.arguments.integer("length").unwrap_or(0).clamp(0, MAX_LENGTH as i64) as usize;
    let fill = piped.arguments.text("fill").filter(|fill| !fill.is_empty()).unwrap_or(" ");
    map(piped, |value| {
        let missing = length.saturating_sub(value.chars().count());
        let filling: String = fill.chars().cycle().take(missing).collect();
        place(value, &filling)
    })
}

fn replaced(value: &str, search: &str, with: &str) -> String {
    if search.is_empty() {
        return value.to_owned();
    }
    let mut text = String::new();
    let mut pieces = value.split(search);
    text.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        if text.len() > MAX_LENGTH * 4 {
            break;
        }
        text.push_str(with);
        text.push_str(piece);
    }
    text
}

/// A position that may count from the end.
fn position(position: i64, count: usize) -> usize {
    let distance = usize::try_from(position.unsigned_abs()).unwrap_or(usize::MAX);
    if position < 0 { count.saturating_sub(distance) } else { distance.min(count) }
}

fn cut(value: &str, start: i64, end: impl FnOnce(usize, usize) -> usize) -> String {
    let count = value.chars().count();
    let start = position(start, count);
    value.chars().take(end(start, count)).skip(start).collect()
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}

/// The words of a text, in lower case, put together anew. A capital after a small letter begins a word.
fn cased(text: &str, separator: &str, change: fn(usize, String) -> String) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut before = ' ';
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            let begins = !before.is_alphanumeric() || (letter.is_uppercase() && before.is_lowercase());
            match words.last_mut() {
                Some(word) if !begins => word.extend(letter.to_lowercase()),
                _ => words.push(letter.to_lowercase().collect()),
            }
        }
        before = letter;
    }
    let words: Vec<String> = words.into_iter().enumerate().map(|(index, word)| change(index, word)).collect();
    words.join(separator)
}

#[cfg(test)]
mod tests {
    use crate::dynamic::template::testing::{draw, value};

    /// A text that goes through pipes.
    fn piped(text: &str, pipes: &str) -> String {
        value(&format!("$helpers.arrayElement([{text}])|{pipes}"))
    }

    #[test]
    fn what_comes_out() {
        let cases = [
            ("'Ab'", "lower", "ab"),
            ("'straße'", "upper", "STRASSE"),
            ("'élan vital'", "capitalize", "Élan vital"),
            ("'fooBar baz-QUX'", "camel", "fooBarBazQux"),
            ("'fooBar baz'", "pascal", "FooBarBaz"),
            ("'fooBar baz'", "snake", "foo_bar_baz"),
            ("'fooBar baz'", "kebabCase", "foo-bar-baz"),
            ("'foo bar'", "title", "Foo Bar"),
            ("' a '", "trim", "a"),
            ("'foo'", "base64", "Zm9v"),
            ("'Zm9v'", "base64Decode", "foo"),
            ("'?'", "base64Decode", "?"),
            ("'a b'", "urlEncode", "a%20b"),
            ("'a%20b'", "urlDecode", "a b"),
            ("'abc'", "md5", "900150983cd24fb0d6963f7d28e17f72"),
            ("'größe'", "length", "5"),
            ("'abcdef'", "slice(1, -1)", "bcde"),
            ("'abcdef'", "slice(-2)", "ef"),
            ("'abcdef'", "slice(4, 1)", ""),
            ("'abcdef'", "substr(1, 2)", "bc"),
            ("'abcdef'", "substr(99)", ""),
            ("'abcdef'", "substr(0, -5)", ""),
            ("'a-b-c'", "replace('-', '+')", "a+b+c"),
            ("'abc'", "replace('', 'x')", "abc"),
            ("7", "padStart(3, '0')", "007"),
            ("7", "padEnd(3, 'xy')", "7xy"),
            ("7", "padStart(-3)", "7"),
            ("'b'", "prepend('a')|append('c')", "abc"),
            ("'12.50'", "number", "12.5"),
            ("'12'", "number", "12"),
            ("'twelve'", "number", "twelve"),
            ("'1e999'", "number", "1e999"),
            ("2.345", "round(2)", "2.35"),
            ("-2.5", "floor", "-3"),
            ("2.1", "ceil", "3"),
            ("'off'", "boolean", "false"),
            ("'on'", "boolean", "true"),
            ("''", "default('x')", "x"),
            ("'y'", "default('x')", "y"),
            ("'abc'", "reverse", "cba"),
            ("'[1,\"a\"]'", "first", "1"),
            ("'[1,\"a\"]'", "last", "a"),
            ("'[]'", "first|upper|default('none')", "none"),
            ("'[1,\"a\",null]'", "join('-')", "1-a-null"),
            ("'[1'", "join", "[1"),
        ];
        for (text, pipes, expected) in cases {
            assert_eq!(piped(text, pipes), expected, "{text}|{pipes}");
        }
    }

    #[test]
    fn lengths_are_bounded() {
        for pipes in [
            format!("padEnd(999999999)|{}", ["base64"; 15].join("|")),
            format!("padEnd(999999999, 'ab')|replace('a', '{}')", "x".repeat(9000)),
            format!("padEnd(999999999)|{}", ["urlEncode"; 15].join("|")),
        ] {
            let (_, text) = draw(&format!("{{{{$datatype.boolean|{pipes}}}}}"), "en", 1);
            assert!(text.len() <= 100_000, "{}", text.len());
        }
    }
}
