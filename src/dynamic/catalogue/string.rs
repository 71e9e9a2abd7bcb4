//! `string`: characters at random, and identifiers.

use super::Module;
use crate::dynamic::{Argument, Call, Method, Output, Parameter, ParameterKind};
use crate::generate::format::push_uuid;

/// No string is longer than this.
const MAX_LENGTH: i64 = 10_000;

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &str = "0123456789";
const SYMBOLS: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
/// The alphabet of nanoid.
const ADDRESS_SAFE: &str = "useandom-26T198340PX75pxJACKVERYMINDBUSHWOLF_GQZbfghjklqvwyzrict";
/// Crockford's alphabet: no I, L, O and U.
const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const LENGTH: Parameter = Parameter::new("length", ParameterKind::Integer, "1");
const MIN: Parameter = Parameter::new("min", ParameterKind::Integer, "`length`");
const MAX: Parameter = Parameter::new("max", ParameterKind::Integer, "`length`");
const CASING: Parameter =
    Parameter::new("casing", ParameterKind::Choice(&["upper", "lower", "mixed"]), "mixed");
const EXCLUDE: Parameter = Parameter::new("exclude", ParameterKind::List, "[]");

pub(super) const MODULE: Module = Module {
    name: "string",
    doc: "Characters at random, and identifiers.",
    methods: &[
        Method {
            name: "alpha",
            doc: "Letters from A to Z.",
            example: "$string.alpha(length=5, casing='upper')",
            parameters: &[LENGTH, CASING, EXCLUDE, MIN, MAX],
            run: |call| {
                let letters = letters(call);
                fill(call, letters, 1)
            },
        },
        Method {
            name: "alphanumeric",
            doc: "Letters from A to Z, and digits.",
            example: "$string.alphanumeric(length=10, exclude=['0', 'O'])",
            parameters: &[LENGTH, CASING, EXCLUDE, MIN, MAX],
            run: |call| {
                let characters = format!("{DIGITS}{}", letters(call));
                fill(call, &characters, 1)
            },
        },
        Method {
            name: "binary",
            doc: "Binary digits after a prefix.",
            example: "$string.binary(length=8, prefix='')",
            parameters: &[LENGTH, Parameter::new("prefix", ParameterKind::Text, "0b"), MIN, MAX],
            run: |call| prefixed(call, "0b", "01"),
        },
        Method {
            name: "fromCharacters",
            doc: "Characters out of a text or list.",
            example: "$string.fromCharacters(characters='abc', length=10)",
            parameters: &[Parameter::new("characters", ParameterKind::List, ""), LENGTH, MIN, MAX],
            run: |call| {
                let characters = joined(call.arguments.list("characters").unwrap_or_default());
                fill(call, &characters, 1)
            },
        },
        Method {
            name: "hexadecimal",
            doc: "Hexadecimal digits after a prefix.",
            example: "$string.hexadecimal(length=32, casing='lower', prefix='')",
            parameters: &[LENGTH, CASING, Parameter::new("prefix", ParameterKind::Text, "0x"), MIN, MAX],
            run: |call| {
                let digits = match call.arguments.text("casing") {
                    Some("upper") => "0123456789ABCDEF",
                    Some("lower") => "0123456789abcdef",
                    _ => "0123456789abcdefABCDEF",
                };
                prefixed(call, "0x", digits)
            },
        },
        Method {
            name: "nanoid",
            doc: "An identifier that is safe in addresses, as nanoid makes them.",
            example: "$string.nanoid",
            parameters: &[Parameter::new("length", ParameterKind::Integer, "21"), MIN, MAX],
            run: |call| fill(call, ADDRESS_SAFE, 21),
        },
        Method {
            name: "numeric",
            doc: "Digits.",
            example: "$string.numeric(length=6, allowLeadingZeros=false)",
            parameters: &[
                LENGTH,
                Parameter::new("allowLeadingZeros", ParameterKind::Flag, "true"),
                EXCLUDE,
                MIN,
                MAX,
            ],
            run: numeric,
        },
        Method {
            name: "octal",
            doc: "Octal digits after a prefix.",
            example: "$string.octal(length=4, prefix='')",
            parameters: &[LENGTH, Parameter::new("prefix", ParameterKind::Text, "0o"), MIN, MAX],
            run: |call| prefixed(call, "0o", "01234567"),
        },
        Method {
            name: "sample",
            doc: "Letters, digits and symbols of ASCII.",
            example: "$string.sample(length=12)",
            parameters: &[Parameter::new("length", ParameterKind::Integer, "10"), MIN, MAX],
            run: |call| {
                let characters = format!("{LETTERS}{DIGITS}{SYMBOLS}");
                fill(call, &characters, 10)
            },
        },
        Method {
            name: "symbol",
            doc: "Punctuation and signs of ASCII.",
            example: "$string.symbol(length=5)",
            parameters: &[LENGTH, MIN, MAX],
            run: |call| fill(call, SYMBOLS, 1),
        },
        Method {
            name: "ulid",
            doc: "An identifier that sorts by time.",
            example: "$string.ulid",
            parameters: &[Parameter::new("refDate", ParameterKind::Moment, "now")],
            run: ulid,
        },
        Method {
            name: "uuid",
            doc: "An identifier as RFC 9562 lays it down, of version 4 (at random) or 7 (sorts by time).",
            example: "$string.uuid",
            parameters: &[
                Parameter::new("version", ParameterKind::Choice(&["4", "7"]), "4"),
                Parameter::new("refDate", ParameterKind::Moment, "now"),
            ],
            run: uuid,
        },
    ],
};

fn letters(call: &Call<'_>) -> &'static str {
    match call.arguments.text("casing") {
        Some("upper") => UPPER,
        Some("lower") => LOWER,
        _ => LETTERS,
    }
}

/// The characters of the texts in a list.
fn joined(list: &[Argument]) -> String {
    let mut text = String::new();
    for item in list {
        item.write(&mut text);
    }
    text
}

/// The length that the arguments ask for.
fn length(call: &mut Call<'_>, default: i64) -> usize {
    let (min, max) = (call.arguments.integer("min"), call.arguments.integer("max"));
    let given = call.arguments.integer("length").unwrap_or(default);
    let bound = |value: i64| value.clamp(0, MAX_LENGTH) as usize;
    match (min, max) {
        (None, None) => bound(given),
        (min, max) => {
            let low = min.unwrap_or_else(|| max.unwrap_or(given).min(given));
            let high = max.unwrap_or_else(|| low.max(given));
            call.rng.between(bound(low.min(high)), bound(low.max(high)))
        }
    }
}

/// Appends characters of an alphabet, less those that are excluded.
fn fill(call: &mut Call<'_>, alphabet: &str, default: i64) -> Output {
    let length = length(call, default);
    let excluded = call.arguments.list("exclude").unwrap_or_default();
    if excluded.is_empty() && alphabet.is_ascii() {
        for _ in 0..length {
            call.out.extend(call.rng.pick(alphabet.as_bytes()).map(|byte| char::from(*byte)));
        }
        return Output::Text;
    }
    let excluded = joined(excluded);
    let characters: Vec<char> = alphabet.chars().filter(|next| !excluded.contains(*next)).collect();
    for _ in 0..length {
        call.out.extend(call.rng.pick(&characters));
    }
    Output::Text
}

fn prefixed(call: &mut Call<'_>, default: &str, alphabet: &str) -> Output {
    let prefix = call.arguments.text("prefix").unwrap_or(default);
    call.out.push_str(prefix);
    fill(call, alphabet, 1)
}

fn numeric(call: &mut Call<'_>) -> Output {
    let start = call.out.len();
    fill(call, DIGITS, 1);
    let is_zero_first = call.out.get(start..).is_some_and(|digits| digits.starts_with('0'));
    if is_zero_first && call.arguments.flag("allowLeadingZeros") == Some(false) {
        let excluded = joined(call.arguments.list("exclude").unwrap_or_default());
        let others: Vec<char> = ('1'..='9').filter(|digit| !excluded.contains(*digit)).collect();
        if let Some(first) = call.rng.pick(&others) {
            call.out.replace_range(start..=start, first.encode_utf8(&mut [0; 4]));
        }
    }
    Output::Text
}

/// The clock of an identifier: 48 bits of milliseconds.
fn clock(call: &Call<'_>) -> u64 {
    let moment = call.arguments.integer("refDate").unwrap_or(call.now);
    u64::try_from(moment).unwrap_or(0) & 0xffff_ffff_ffff
}

fn ulid(call: &mut Call<'_>) -> Output {
    let time = clock(call);
    let random = u128::from(call.rng.bits()) << 16 | u128::from(call.rng.bits() >> 48);
    let bits = u128::from(time) << 80 | random;
    for index in (0..26).rev() {
        let symbol = CROCKFORD.as_bytes().get((bits >> (5 * index) & 31) as usize).copied().unwrap_or(b'0');
        call.out.push(char::from(symbol));
    }
    Output::Text
}

fn uuid(call: &mut Call<'_>) -> Output {
    let random = u128::from(call.rng.bits()) << 64 | u128::from(call.rng.bits());
    let (bits, version) = if call.arguments.text("version") == Some("7") {
        (u128::from(clock(call)) << 80 | random & ((1 << 80) - 1), 7)
    } else {
        (random, 4)
    };
    push_uuid(bits, version, call.out);
    Output::Text
}

#[cfg(test)]
mod tests {
    use crate::dynamic::template::testing::draw;
    use crate::schema::pattern::Pattern;

    #[test]
    fn characters_and_lengths() {
        for (expression, pattern) in [
            ("$string.alpha", "^[A-Za-z]$"),
            ("$string.alpha(5)", "^[A-Za-z]{5}$"),
            ("$string.alpha(min=3,max=3,casing='upper')", "^[A-Z]{3}$"),
            ("$string.alpha(length=20, casing='lower', exclude=['a','b'])", "^[c-z]{20}$"),
            ("$string.alpha(length=20, exclude=\"['A','b']\")", "^[ac-zB-Z]{20}$"),
            ("$string.alphanumeric(min=2,max=4)", "^[A-Za-z0-9]{2,4}$"),
            ("$string.binary", "^0b[01]$"),
            ("$string.octal(length=3)", "^0o[0-7]{3}$"),
            ("$string.hexadecimal(length=4, casing='lower', prefix='#')", "^#[0-9a-f]{4}$"),
            ("$string.numeric(length=10)", "^[0-9]{10}$"),
            ("$string.numeric(length=2, allowLeadingZeros=false, exclude=['1','2'])", "^[3-9][03-9]$"),
            ("$string.fromCharacters(characters='ab', length=3)", "^[ab]{3}$"),
            ("$string.fromCharacters(['x','yz'], 3)", "^[xyz]{3}$"),
            ("$string.fromCharacters(length=3)", "^$"),
            ("$string.nanoid", "^[A-Za-z0-9_-]{21}$"),
            ("$string.sample", "^[!-~]{10}$"),
            ("$string.sample(min=1, max=2)", "^[!-~]{1,2}$"),
            ("$string.symbol(length=3)", "^[!-/:-@\\[-`{-~]{3}$"),
            ("$string.ulid", "^01JGFJJZ00[0-9A-HJKMNP-TV-Z]{16}$"),
            ("$string.uuid", "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
            ("$string.uuid(version=7)", "^01941f29-7c00-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"),
            ("$string.alpha(length=-3)", "^$"),
            ("$string.alpha(min=5, max=2)", "^[A-Za-z]{2,5}$"),
            ("$string.alpha(min=4)", "^[A-Za-z]{4}$"),
            ("$string.alpha(max=4)", "^[A-Za-z]{1,4}$"),
        ] {
            let pattern = Pattern::parse(pattern).unwrap();
            for seed in 0..50 {
                let (_, text) = draw(&format!("{{{{{expression}}}}}"), "en", seed);
                assert_eq!(pattern.is_match(&text), Some(true), "{expression}: {text}");
            }
        }
        assert_eq!(draw("{{$string.alpha(length=99999999)}}", "en", 1).1.len(), 10_000);
    }
}
