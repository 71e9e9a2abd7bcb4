//! Currencies, ISO 4217.

use std::fmt::Write as _;

use crate::dynamic::{Call, Output};

struct Currency {
    code: &'static str,
    numeric: &'static str,
    name: &'static str,
    symbol: &'static str,
}

const fn currency(
    code: &'static str,
    numeric: &'static str,
    name: &'static str,
    symbol: &'static str,
) -> Currency {
    Currency { code, numeric, name, symbol }
}

const CURRENCIES: &[Currency] = &[
    currency("AED", "784", "UAE Dirham", "د.إ"),
    currency("ARS", "032", "Argentine Peso", "$"),
    currency("AUD", "036", "Australian Dollar", "$"),
    currency("BGN", "975", "Bulgarian Lev", "лв"),
    currency("BRL", "986", "Brazilian Real", "R$"),
    currency("CAD", "124", "Canadian Dollar", "$"),
    currency("CHF", "756", "Swiss Franc", "CHF"),
    currency("CLP", "152", "Chilean Peso", "$"),
    currency("CNY", "156", "Yuan Renminbi", "¥"),
    currency("COP", "170", "Colombian Peso", "$"),
    currency("CZK", "203", "Czech Koruna", "Kč"),
    currency("DKK", "208", "Danish Krone", "kr"),
    currency("EGP", "818", "Egyptian Pound", "£"),
    currency("EUR", "978", "Euro", "€"),
    currency("GBP", "826", "Pound Sterling", "£"),
    currency("HKD", "344", "Hong Kong Dollar", "$"),
    currency("HUF", "348", "Forint", "Ft"),
    currency("IDR", "360", "Rupiah", "Rp"),
    currency("ILS", "376", "New Israeli Sheqel", "₪"),
    currency("INR", "356", "Indian Rupee", "₹"),
    currency("IRR", "364", "Iranian Rial", "﷼"),
    currency("ISK", "352", "Iceland Krona", "kr"),
    currency("JPY", "392", "Yen", "¥"),
    currency("KES", "404", "Kenyan Shilling", "KSh"),
    currency("KRW", "410", "Won", "₩"),
    currency("KZT", "398", "Tenge", "₸"),
    currency("MAD", "504", "Moroccan Dirham", "DH"),
    currency("MXN", "484", "Mexican Peso", "$"),
    currency("MYR", "458", "Malaysian Ringgit", "RM"),
    currency("NGN", "566", "Naira", "₦"),
    currency("NOK", "578", "Norwegian Krone", "kr"),
    currency("NZD", "554", "New Zealand Dollar", "$"),
    currency("PEN", "604", "Sol", "S/"),
    currency("PHP", "608", "Philippine Peso", "₱"),
    currency("PKR", "586", "Pakistan Rupee", "₨"),
    currency("PLN", "985", "Zloty", "zł"),
    currency("QAR", "634", "Qatari Rial", "QR"),
    currency("RON", "946", "Romanian Leu", "lei"),
    currency("RSD", "941", "Serbian Dinar", "дин."),
    currency("RUB", "643", "Russian Ruble", "₽"),
    currency("SAR", "682", "Saudi Riyal", "﷼"),
    currency("SEK", "752", "Swedish Krona", "kr"),
    currency("SGD", "702", "Singapore Dollar", "$"),
    currency("THB", "764", "Baht", "฿"),
    currency("TRY", "949", "Turkish Lira", "₺"),
    currency("TWD", "901", "New Taiwan Dollar", "NT$"),
    currency("UAH", "980", "Hryvnia", "₴"),
    currency("USD", "840", "US Dollar", "$"),
    currency("VND", "704", "Dong", "₫"),
    currency("ZAR", "710", "Rand", "R"),
];

fn shared(call: &mut Call<'_>, part: u32) -> Option<&'static Currency> {
    call.share("currency", part, CURRENCIES)
}

fn part(call: &mut Call<'_>, part: u32, text: fn(&Currency) -> &'static str) -> Output {
    match shared(call, part) {
        Some(currency) => call.text(text(currency)),
        None => Output::Nothing,
    }
}

/// The code of any currency, whatever the entity has.
pub(super) fn any(call: &mut Call<'_>) -> &'static str {
    call.rng.pick(CURRENCIES).map_or("USD", |currency| currency.code)
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
    part(call, 3, |currency| currency.numeric)
}

pub(super) fn object(call: &mut Call<'_>) -> Output {
    let Some(Currency { code, numeric, name, symbol }) = shared(call, 4) else {
        return Output::Nothing;
    };
    let _ = write!(
        call.out,
        r#"{{"code":"{code}","name":"{name}","symbol":"{symbol}","numericCode":"{numeric}"}}"#
    );
    Output::Json
}
