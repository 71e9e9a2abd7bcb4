//! International bank account numbers, ISO 13616.

use super::super::checksum;
use crate::dynamic::{Call, Output};

/// The account number within a country.
struct Country {
    /// ISO 3166-1 alpha-2.
    code: &'static str,
    /// Pairs of a kind and a count: `n` digits, `a` capital letters, `o` zeros, `z` a digit that is not zero.
    structure: &'static str,
    check: Check,
}

/// The check digits that a country has within its account numbers.
#[derive(PartialEq)]
enum Check {
    /// None that is known here.
    None,
    /// The last two digits by ISO 7064.
    Iso7064,
    /// Belgium: the first ten digits modulo 97.
    Modulo97,
}

const fn country(code: &'static str, structure: &'static str) -> Country {
    Country { code, structure, check: Check::None }
}

/// Where a structure allows letters and digits, digits stand here: banks hardly use letters.
const COUNTRIES: &[Country] = &[
    country("AD", "n20"),
    country("AE", "n19"),
    country("AL", "n24"),
    country("AT", "n16"),
    country("AZ", "a4n20"),
    Country { code: "BA", structure: "n14", check: Check::Iso7064 },
    Country { code: "BE", structure: "z1n9", check: Check::Modulo97 },
    country("BG", "a4n14"),
    country("BH", "a4n14"),
    country("BR", "n23a1n1"),
    country("BY", "a4n20"),
    country("CH", "n17"),
    country("CR", "o1n17"),
    country("CY", "n24"),
    country("CZ", "n20"),
    country("DE", "z1n17"),
    country("DK", "z1n13"),
    country("DO", "a4n20"),
    country("EE", "n16"),
    country("EG", "n25"),
    country("ES", "n20"),
    country("FI", "n14"),
    country("FO", "n14"),
    country("FR", "z1n22"),
    country("GB", "a4n14"),
    country("GE", "a2n16"),
    country("GI", "a4n15"),
    country("GL", "n14"),
    country("GR", "n23"),
    country("GT", "a4n20"),
    country("HR", "n17"),
    country("HU", "n24"),
    country("IE", "a4n14"),
    country("IL", "n19"),
    country("IQ", "a4n15"),
    country("IS", "n22"),
    country("IT", "a1n22"),
    country("JO", "a4n22"),
    country("KW", "a4n22"),
    country("KZ", "n16"),
    country("LB", "n24"),
    country("LI", "n17"),
    country("LT", "n16"),
    country("LU", "n16"),
    country("LV", "a4n13"),
    country("MC", "z1n22"),
    country("MD", "a2n18"),
    Country { code: "ME", structure: "n16", check: Check::Iso7064 },
    Country { code: "MK", structure: "n13", check: Check::Iso7064 },
    country("MT", "a4n23"),
    country("MU", "a4n16o3a3"),
    country("NL", "a4n10"),
    country("NO", "n11"),
    country("PK", "a4n16"),
    country("PL", "n24"),
    Country { code: "PT", structure: "n19", check: Check::Iso7064 },
    country("QA", "a4n21"),
    country("RO", "a4n16"),
    Country { code: "RS", structure: "n16", check: Check::Iso7064 },
    country("SA", "n20"),
    country("SE", "n20"),
    Country { code: "SI", structure: "n13", check: Check::Iso7064 },
    country("SK", "n20"),
    country("SM", "a1n22"),
    country("TN", "n20"),
    country("TR", "n5o1n16"),
    country("UA", "n25"),
    country("VA", "n18"),
    country("VG", "a4n16"),
    country("XK", "n16"),
];

/// Where most numbers come from.
const USUAL: [&str; 16] =
    ["DE", "FR", "GB", "ES", "IT", "NL", "BE", "AT", "CH", "PL", "PT", "IE", "SE", "DK", "FI", "CZ"];

/// Appends the number of an account of the country asked for, else of the entity's place, else of a usual one.
pub(super) fn run(call: &mut Call<'_>) -> Output {
    let find = |code: &str| COUNTRIES.iter().find(|country| code.eq_ignore_ascii_case(country.code));
    let asked = call.arguments.text("countryCode").and_then(find);
    let own = call.entity.place(call.rng, call.locale).and_then(|place| find(place.country().alpha2));
    let Some(country) = asked.or(own).or_else(|| call.rng.pick(&USUAL).and_then(|code| find(code))) else {
        return Output::Nothing;
    };
    let mut account = String::with_capacity(32);
    write_structure(call, country.structure, &mut account);
    match country.check {
        Check::None => {}
        Check::Iso7064 => {
            push_two_digits(98 - checksum::mod97(account.chars().chain("00".chars())), &mut account);
        }
        Check::Modulo97 => match checksum::mod97(account.chars()) {
            0 => account.push_str("97"),
            rest => push_two_digits(rest, &mut account),
        },
    }
    let rearranged = account.chars().chain(country.code.chars()).chain("00".chars());
    let mut number = String::with_capacity(34);
    number.push_str(country.code);
    push_two_digits(98 - checksum::mod97(rearranged), &mut number);
    number.push_str(&account);
    let grouped = call.arguments.flag("formatted").unwrap_or(false);
    for (index, symbol) in number.chars().enumerate() {
        if grouped && index > 0 && index % 4 == 0 {
            call.out.push(' ');
        }
        call.out.push(symbol);
    }
    Output::Text
}

fn write_structure(call: &mut Call<'_>, structure: &str, out: &mut String) {
    let mut rest = structure;
    while let Some(kind) = rest.chars().next() {
        let counted = rest.get(1..).unwrap_or_default();
        let end = counted.find(|symbol: char| !symbol.is_ascii_digit()).unwrap_or(counted.len());
        let (count, next) = counted.split_at(end);
        rest = next;
        for _ in 0..count.parse::<usize>().unwrap_or(0) {
            out.push(char::from(match kind {
                'a' => b'A' + call.rng.below(26) as u8,
                'z' => b'1' + call.rng.below(9) as u8,
                'o' => b'0',
                _ => b'0' + call.rng.below(10) as u8,
            }));
        }
    }
}

fn push_two_digits(value: u32, out: &mut String) {
    for digit in [value / 10, value % 10] {
        out.push(char::from_digit(digit % 10, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::Arguments;
    use crate::dynamic::catalogue::testing::{draw, with};
    use crate::dynamic::locale::LOCALES;

    #[test]
    fn numbers_pass_mod_97_and_have_their_length() {
        let lengths = [
            ("AD", 24),
            ("AE", 23),
            ("AL", 28),
            ("AT", 20),
            ("BE", 16),
            ("BG", 22),
            ("BR", 29),
            ("CH", 21),
            ("CR", 22),
            ("CY", 28),
            ("CZ", 24),
            ("DE", 22),
            ("DK", 18),
            ("EE", 20),
            ("EG", 29),
            ("ES", 24),
            ("FI", 18),
            ("FR", 27),
            ("GB", 22),
            ("GI", 23),
            ("GR", 27),
            ("HR", 21),
            ("HU", 28),
            ("IE", 22),
            ("IL", 23),
            ("IS", 26),
            ("IT", 27),
            ("JO", 30),
            ("KW", 30),
            ("KZ", 20),
            ("LB", 28),
            ("LI", 21),
            ("LT", 20),
            ("LU", 20),
            ("LV", 21),
            ("MC", 27),
            ("MD", 24),
            ("ME", 22),
            ("MK", 19),
            ("MT", 31),
            ("MU", 30),
            ("NL", 18),
            ("NO", 15),
            ("PK", 24),
            ("PL", 28),
            ("PT", 25),
            ("QA", 29),
            ("RO", 24),
            ("RS", 22),
            ("SA", 24),
            ("SE", 24),
            ("SI", 19),
            ("SK", 24),
            ("SM", 27),
            ("TN", 24),
            ("TR", 26),
            ("UA", 29),
            ("VA", 22),
            ("VG", 24),
            ("XK", 20),
        ];
        for (code, length) in lengths {
            for seed in 0..20 {
                let number = draw("finance.iban", &with([("countryCode", code.into())]), "en", seed).1;
                assert!(number.starts_with(code) && number.len() == length, "{number}");
                let (head, account) = number.split_at(4);
                assert_eq!(checksum::mod97(account.chars().chain(head.chars())), 1, "{number}");
            }
        }
        assert!(USUAL.iter().all(|code| COUNTRIES.iter().any(|country| country.code == *code)));
        for locale in LOCALES {
            let number = draw("finance.iban", &Arguments::NONE, locale.code, 1).1;
            let countries: Vec<&str> = locale.cities.iter().map(|city| city.territory.country).collect();
            let first = countries[0];
            let has_numbers = countries.iter().all(|code| *code == first)
                && COUNTRIES.iter().any(|country| country.code == first);
            assert!(!has_numbers || number.starts_with(first), "{}: {number}", locale.code);
        }
        let grouped =
            draw("finance.iban", &with([("countryCode", "DE".into()), ("formatted", true.into())]), "en", 3)
                .1;
        assert_eq!(grouped.len(), 27);
        assert!(grouped.split(' ').rev().skip(1).all(|group| group.len() == 4));
    }
}
