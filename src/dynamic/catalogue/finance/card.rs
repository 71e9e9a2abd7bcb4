//! Payment card numbers.

use super::super::checksum;
use crate::dynamic::{Call, Output};
use crate::generate::Rng;

/// Who issues cards, and what their numbers begin with.
struct Issuer {
    /// Faker's name of it.
    name: &'static str,
    /// Other names it is asked for by.
    other_name: &'static str,
    /// Ranges of leading digits; both ends have the same length.
    prefixes: &'static [(u32, u32)],
    /// Digits in all.
    length: usize,
    code_length: usize,
}

const ISSUERS: &[Issuer] = &[
    Issuer { name: "visa", other_name: "visa", prefixes: &[(4, 4)], length: 16, code_length: 3 },
    Issuer {
        name: "mastercard",
        other_name: "master_card",
        prefixes: &[(51, 55), (51, 55), (2221, 2720)],
        length: 16,
        code_length: 3,
    },
    Issuer {
        name: "american_express",
        other_name: "amex",
        prefixes: &[(34, 34), (37, 37)],
        length: 15,
        code_length: 4,
    },
    Issuer {
        name: "discover",
        other_name: "discover",
        prefixes: &[(6011, 6011), (644, 649), (65, 65)],
        length: 16,
        code_length: 3,
    },
    Issuer {
        name: "diners_club",
        other_name: "diners",
        prefixes: &[(300, 305), (36, 36), (38, 39)],
        length: 14,
        code_length: 3,
    },
    Issuer { name: "jcb", other_name: "jcb", prefixes: &[(3528, 3589)], length: 16, code_length: 3 },
    Issuer {
        name: "unionpay",
        other_name: "china_unionpay",
        prefixes: &[(622_126, 622_925)],
        length: 16,
        code_length: 3,
    },
    Issuer {
        name: "maestro",
        other_name: "maestro",
        prefixes: &[(5018, 5018), (5020, 5020), (5038, 5038), (6304, 6304), (6759, 6759), (6761, 6763)],
        length: 16,
        code_length: 3,
    },
];

const PART_NAME: u32 = 0;
const PART_NUMBER: u32 = 1;
const PART_CODE: u32 = 2;

fn named(name: &str) -> Option<&'static Issuer> {
    fn letters(text: &str) -> impl Iterator<Item = u8> {
        text.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_lowercase())
    }
    let alike = |known: &str| letters(known).eq(letters(name));
    ISSUERS.iter().find(|issuer| alike(issuer.name) || alike(issuer.other_name))
}

/// Appends the issuer's name.
pub(super) fn issuer(call: &mut Call<'_>) -> Output {
    match call.share("card issuer", PART_NAME, ISSUERS) {
        Some(issuer) => call.text(issuer.name),
        None => Output::Nothing,
    }
}

/// Appends a number of the issuer that is asked for, or of the one that the entity has.
pub(super) fn number(call: &mut Call<'_>) -> Output {
    let asked = call.arguments.text("issuer");
    if let Some(template) = asked.filter(|text| text.contains('#')) {
        return fill(template, call);
    }
    let issuer = match asked.and_then(named) {
        Some(issuer) => issuer,
        None => match call.share("card issuer", PART_NUMBER, ISSUERS) {
            Some(issuer) => issuer,
            None => return Output::Nothing,
        },
    };
    let start = call.out.len();
    if let Some(&(low, high)) = call.rng.pick(issuer.prefixes) {
        push_number(call.rng, low, high, call.out);
    }
    let written = call.out.len() - start;
    call.digits(issuer.length.saturating_sub(written + 1));
    let check = checksum::luhn(call.out.get(start..).unwrap_or_default());
    call.out.push(check);
    Output::Text
}

/// Appends the security code: four digits where the entity's card is an American Express.
pub(super) fn security_code(call: &mut Call<'_>) -> Output {
    let length = call.share("card issuer", PART_CODE, ISSUERS).map_or(3, |issuer| issuer.code_length);
    call.digits(length)
}

fn push_number(rng: &mut Rng, low: u32, high: u32, out: &mut String) {
    let number = rng.between(low as usize, high as usize);
    let mut divisor = 1;
    while number / divisor >= 10 {
        divisor *= 10;
    }
    while divisor > 0 {
        out.push(char::from(b'0' + (number / divisor % 10) as u8));
        divisor /= 10;
    }
}

/// Appends a template: `#` is a digit, `!` one from 2 to 9, `[4-7]` one of a range, `L` the check digit.
fn fill(template: &str, call: &mut Call<'_>) -> Output {
    let start = call.out.len();
    let mut symbols = template.chars().take(64);
    while let Some(symbol) = symbols.next() {
        match symbol {
            '[' => {
                let range: Vec<u32> = symbols
                    .by_ref()
                    .take_while(|symbol| *symbol != ']')
                    .filter_map(|symbol| symbol.to_digit(10))
                    .collect();
                if let (Some(&low), Some(&high)) = (range.first(), range.last()) {
                    push_number(call.rng, low, high.max(low), call.out);
                }
            }
            'L' => {
                let check = checksum::luhn(call.out.get(start..).unwrap_or_default());
                call.out.push(check);
            }
            '?' => call.out.push('?'),
            other => {
                call.symbols(other.encode_utf8(&mut [0; 4]));
            }
        }
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use crate::dynamic::Arguments;
    use crate::dynamic::catalogue::testing::{draw, with};

    fn passes_luhn(number: &str) -> bool {
        let sum: u32 = number
            .bytes()
            .rev()
            .enumerate()
            .map(|(index, byte)| {
                let digit = u32::from(byte - b'0');
                if index % 2 == 0 { digit } else { digit * 2 / 10 + digit * 2 % 10 }
            })
            .sum();
        sum.is_multiple_of(10)
    }

    #[test]
    fn numbers_fit_their_issuers() {
        let known: [(&str, usize, &[&str]); 8] = [
            ("visa", 16, &["4"]),
            ("mastercard", 16, &["51", "52", "53", "54", "55", "22", "23", "24", "25", "26", "27"]),
            ("amex", 15, &["34", "37"]),
            ("discover", 16, &["6011", "64", "65"]),
            ("diners_club", 14, &["30", "36", "38", "39"]),
            ("jcb", 16, &["35"]),
            ("unionpay", 16, &["62"]),
            ("maestro", 16, &["50", "63", "67"]),
        ];
        for (issuer, length, prefixes) in known {
            for seed in 0..200 {
                let number =
                    draw("finance.creditCardNumber", &with([("issuer", issuer.into())]), "en", seed).1;
                assert_eq!(number.len(), length, "{issuer} {number}");
                assert!(prefixes.iter().any(|prefix| number.starts_with(prefix)), "{issuer} {number}");
                assert!(passes_luhn(&number), "{issuer} {number}");
            }
        }
        for seed in 0..200 {
            assert!(passes_luhn(&draw("finance.creditCardNumber", &Arguments::NONE, "en", seed).1));
        }
    }

    #[test]
    fn templates_are_filled() {
        for seed in 0..50 {
            let number =
                draw("finance.creditCardNumber", &with([("issuer", "63[7-9]#####L".into())]), "en", seed).1;
            assert!(
                number.len() == 9
                    && number.starts_with("63")
                    && number.as_bytes()[2] >= b'7'
                    && passes_luhn(&number)
            );
        }
    }
}
