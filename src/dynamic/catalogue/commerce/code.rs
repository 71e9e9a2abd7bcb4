//! Article numbers.

use super::super::checksum;
use crate::dynamic::{Call, Output};

/// From where to where publishers are numbered, and the length of the numbers.
type Publishers = (u32, u32, usize);

/// The group of a language area and its publishers.
const ISBN_GROUPS: &[(&str, &[Publishers])] = &[
    (
        "0",
        &[
            (0, 19, 2),
            (200, 227, 3),
            (229, 368, 3),
            (370, 638, 3),
            (7000, 8499, 4),
            (85_000, 89_999, 5),
            (900_000, 949_999, 6),
        ],
    ),
    ("1", &[(100, 397, 3), (4000, 5499, 4), (55_000, 64_999, 5), (68_000, 73_999, 5)]),
    ("2", &[(0, 19, 2), (200, 349, 3), (8400, 8999, 4)]),
    ("3", &[(4, 19, 2), (200, 389, 3), (400, 688, 3), (7000, 8499, 4), (85_000, 89_999, 5)]),
];

/// A book number. Publishers with short numbers publish most books, so every length is as likely.
pub(super) fn isbn(call: &mut Call<'_>) -> Output {
    let short = call.arguments.integer("variant") == Some(10) || call.arguments.text("variant") == Some("10");
    let separator = call.arguments.text("separator").unwrap_or("-");
    let separator = separator.get(..separator.len().min(16)).unwrap_or("-");
    let Some((group, ranges)) = call.rng.pick(ISBN_GROUPS) else { return Output::Nothing };
    let Some(&(low, high, length)) = call.rng.pick(ranges) else { return Output::Nothing };
    let publisher = call.rng.between(low as usize, high as usize);
    let title_length = 8usize.saturating_sub(length);
    let title = call.rng.below(10usize.pow(title_length as u32));
    let digits =
        format!("{group}{separator}{publisher:0length$}{separator}{title:0title_length$}{separator}");
    if short {
        call.out.push_str(&digits);
        // A separator may hold digits: they are none of the number's.
        let check = checksum::isbn10(&format!("{group}{publisher:0length$}{title:0title_length$}"));
        call.out.push(check);
    } else {
        call.out.push_str("978");
        call.out.push_str(separator);
        call.out.push_str(&digits);
        let check = checksum::ean(&format!("978{group}{publisher:0length$}{title:0title_length$}"));
        call.out.push(check);
    }
    Output::Text
}

/// UPC-A: 11 digits and the check digit.
pub(super) fn upc(call: &mut Call<'_>) -> Output {
    checked(call, 11, &["0", "1", "6", "7", "8"])
}

/// EAN-13: 12 digits, which begin with a number organisation's prefix, and the check digit.
pub(super) fn ean13(call: &mut Call<'_>) -> Output {
    checked(
        call,
        12,
        &["30", "31", "400", "401", "45", "49", "50", "54", "57", "590", "690", "73", "76", "80", "84", "87"],
    )
}

fn checked(call: &mut Call<'_>, length: usize, prefixes: &[&str]) -> Output {
    let start = call.out.len();
    match call.arguments.text("prefix") {
        Some(prefix) => call.out.extend(prefix.chars().filter(char::is_ascii_digit).take(length)),
        None => call.out.push_str(call.rng.pick(prefixes).copied().unwrap_or_default()),
    }
    call.digits(length.saturating_sub(call.out.len() - start));
    let check = checksum::ean(call.out.get(start..).unwrap_or_default());
    call.out.push(check);
    Output::Text
}

#[cfg(test)]
mod tests {
    use crate::dynamic::Arguments;
    use crate::dynamic::catalogue::testing::{draw, with};

    fn weighted(number: &str) -> u32 {
        number.bytes().rev().enumerate().map(|(index, byte)| u32::from(byte - b'0') * [1, 3][index % 2]).sum()
    }

    #[test]
    fn book_numbers_are_valid() {
        for seed in 0..500 {
            let long = draw("commerce.isbn", &Arguments::NONE, "en", seed).1;
            let plain = long.replace('-', "");
            assert!(long.len() == 17 && plain.len() == 13 && weighted(&plain).is_multiple_of(10), "{long}");
            let short =
                draw("commerce.isbn", &with([("variant", 10.into()), ("separator", "".into())]), "en", seed)
                    .1;
            let sum: usize = short
                .bytes()
                .enumerate()
                .map(|(index, byte)| (10 - index) * if byte == b'X' { 10 } else { usize::from(byte - b'0') })
                .sum();
            assert!(short.len() == 10 && sum.is_multiple_of(11), "{short}");
        }
    }

    #[test]
    fn article_numbers_are_valid() {
        for seed in 0..200 {
            for (name, length) in [("commerce.upc", 12), ("commerce.ean13", 13)] {
                let number = draw(name, &Arguments::NONE, "en", seed).1;
                assert!(number.len() == length && weighted(&number).is_multiple_of(10), "{number}");
                let number = draw(name, &with([("prefix", "01234567890123".into())]), "en", seed).1;
                assert!(
                    number.len() == length
                        && number.starts_with("01234567890")
                        && weighted(&number).is_multiple_of(10)
                );
            }
        }
    }
}
