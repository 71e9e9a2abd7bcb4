//! `phone`: phone numbers and device numbers.

use super::Module;
use crate::dynamic::locale::PhoneStyle;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

pub(super) const MODULE: Module = Module {
    name: "phone",
    doc: "Phone numbers, valid in the country of the object's place, and device numbers.",
    methods: &[
        Method {
            name: "imei",
            doc: "The number of a mobile phone, with its check digit.",
            example: "$phone.imei",
            parameters: &[],
            run: imei,
        },
        Method {
            name: "number",
            doc: "A phone number: as people write it, as written within the country, or E.164.",
            example: "$phone.number(style='international')",
            parameters: &[Parameter::new(
                "style",
                ParameterKind::Choice(&["human", "national", "international"]),
                "human",
            )],
            run: number,
        },
    ],
};

fn imei(call: &mut Call<'_>) -> Output {
    // 35 is the reporting body that most devices are registered with.
    let mut digits = [3u8, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    for digit in digits.iter_mut().skip(2) {
        *digit = call.rng.below(10) as u8;
    }
    let sum: u8 = digits
        .iter()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, doubled) => doubled / 10 + doubled % 10,
        })
        .sum();
    for (at, digit) in digits.iter().copied().chain([(10 - sum % 10) % 10]).enumerate() {
        if matches!(at, 2 | 8 | 14) {
            call.out.push('-');
        }
        call.out.push(char::from(b'0' + digit));
    }
    Output::Text
}

fn number(call: &mut Call<'_>) -> Output {
    let style = match call.arguments.text("style") {
        Some("national") => PhoneStyle::National,
        Some("international") => PhoneStyle::International,
        _ => PhoneStyle::Human,
    };
    let Some(place) = call.entity.place(call.rng, call.locale) else { return Output::Nothing };
    place.write_phone(style, call.out);
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, object};
    use crate::dynamic::{Arguments, locale};

    #[test]
    fn device_numbers_pass_luhn() {
        for seed in 0..500 {
            let (_, imei) = draw("phone.imei", &Arguments::NONE, "en", seed);
            let digits: Vec<u32> = imei.chars().filter_map(|digit| digit.to_digit(10)).collect();
            let sum: u32 = digits
                .iter()
                .rev()
                .enumerate()
                .map(|(at, digit)| if at % 2 == 1 { digit * 2 / 10 + digit * 2 % 10 } else { *digit })
                .sum();
            assert!(digits.len() == 15 && sum.is_multiple_of(10), "{imei}");
        }
    }

    #[test]
    fn numbers_belong_to_the_place() {
        for locale in locale::LOCALES {
            for seed in 0..100 {
                let mut object = object(locale.code, seed);
                let number = object.draw("phone.number", &[("style", "international")]);
                assert!(number.starts_with(&object.draw("location.phonePrefix", &[])), "{number}");
                assert_eq!(number, object.draw("phone.number", &[("style", "international")]));
                assert!(!object.draw("phone.number", &[("style", "national")]).contains('+'));
            }
        }
    }
}
