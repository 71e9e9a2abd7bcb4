//! Currencies, ISO 4217: first that of the entity's place, then others.

use std::fmt::Write as _;

use crate::dynamic::locale::currency::{self, CURRENCIES, Currency};
use crate::dynamic::{Call, Output};

/// What most money is counted in.
const USUAL: [&str; 24] = [
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "INR", "BRL", "MXN", "KRW", "SEK", "NOK", "DKK",
    "PLN", "TRY", "ZAR", "SGD", "HKD", "NZD", "CZK", "HUF", "THB",
];

/// The currency that a part is to be told of.
fn shared(call: &mut Call<'_>, part: u32) -> Option<&'static Currency> {
    let own = call.entity.place(call.rng, call.locale).and_then(|place| place.currency());
    // Usual currencies are counted first, behind them all.
    let first = own.and_then(|own| {
        let usual = USUAL.iter().position(|code| *code == own.code);
        let any = || CURRENCIES.binary_search_by(|currency| currency.code.cmp(own.code)).ok();
        usual.or_else(|| any().map(|at| USUAL.len() + at))
    });
    let index = call.entity.choose_number("currency", part, USUAL.len(), first, call.rng);
    match USUAL.get(index) {
        Some(code) => currency::find(code),
        None => CURRENCIES.get(index - USUAL.len()),
    }
}

fn part(call: &mut Call<'_>, part: u32, text: fn(&Currency) -> &'static str) -> Output {
    match shared(call, part) {
        Some(currency) => call.text(text(currency)),
        None => Output::Nothing,
    }
}

/// The code of the currency of the entity's place, whatever has been told of it.
pub(super) fn own(call: &mut Call<'_>) -> &'static str {
    let place = call.entity.place(call.rng, call.locale);
    place.and_then(|place| place.currency()).map_or("USD", |currency| currency.code)
}

pub(super) fn code(call: &mut Call<'_>) -> Output {
    part(call, 0, |currency| currency.code)
}

pub(super) fn name(call: &mut Call<'_>) -> Output {
    part(call, 1, |currency| currency.name)
}

pub(super) fn symbol(call: &mut Call<'_>) -> Output {
    part(call, 2, |currency| currency.symbol)
}

pub(super) fn numeric_code(call: &mut Call<'_>) -> Output {
    let Some(currency) = shared(call, 3) else { return Output::Nothing };
    // Writing to a string cannot fail.
    let _ = write!(call.out, "{:03}", currency.numeric);
    Output::Text
}

pub(super) fn object(call: &mut Call<'_>) -> Output {
    let Some(Currency { code, numeric, name, symbol, .. }) = shared(call, 4) else {
        return Output::Nothing;
    };
    let _ = write!(
        call.out,
        r#"{{"code":"{code}","name":"{name}","symbol":"{symbol}","numericCode":"{numeric:03}"}}"#
    );
    Output::Json
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::Arguments;
    use crate::dynamic::catalogue::testing::draw;
    use crate::dynamic::locale::LOCALES;

    #[test]
    fn the_place_decides() {
        for locale in LOCALES {
            let cities = locale.cities.iter().chain(locale.abroad);
            let known: Vec<&str> = cities.map(|city| city.territory.country().currency).collect();
            for seed in 0..20 {
                let code = draw("finance.currencyCode", &Arguments::NONE, locale.code, seed).1;
                assert!(known.contains(&code.as_str()), "{}: {code}", locale.code);
            }
        }
        assert_eq!(draw("finance.currencyNumericCode", &Arguments::NONE, "de", 1).1, "978");
        assert!(USUAL.iter().all(|code| currency::find(code).is_some()));
        assert!(CURRENCIES.iter().all(|currency| !currency.name.contains(['"', '\\'])));
    }
}
