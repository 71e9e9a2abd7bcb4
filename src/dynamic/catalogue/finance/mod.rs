//! `finance`: accounts, cards, currencies and sums.

mod card;
mod currency;
mod iban;
mod wallet;

use std::fmt::Write as _;

use fake::locales::{Data as _, EN};

use super::{Module, checksum};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

pub(super) const MODULE: Module = Module {
    name: "finance",
    doc: "Accounts, cards, currencies and sums.",
    methods: &[
        Method::new("accountName", "What an account is called.", "$finance.accountName", &[], |call| {
            call.pick(ACCOUNT_NAMES)
        }),
        Method::new(
            "accountNumber",
            "The number of an account: digits.",
            "$finance.accountNumber(length=10)",
            &[Parameter::new("length", ParameterKind::Integer, "8")],
            account_number,
        ),
        Method::new(
            "amount",
            "A sum of money.",
            "$finance.amount(min=5,max=10,dec=2,symbol='$')",
            &[
                Parameter::new("min", ParameterKind::Number, "0"),
                Parameter::new("max", ParameterKind::Number, "1000"),
                Parameter::new("dec", ParameterKind::Integer, "2"),
                Parameter::new("symbol", ParameterKind::Text, ""),
                Parameter::new("autoFormat", ParameterKind::Flag, "false"),
            ],
            amount,
        ),
        Method::new(
            "bic",
            "A bank identifier code (ISO 9362).",
            "$finance.bic(includeBranchCode=true)",
            &[Parameter::new("includeBranchCode", ParameterKind::Flag, "false")],
            bic,
        ),
        Method::new(
            "bitcoinAddress",
            "A Bitcoin address with a valid checksum.",
            "$finance.bitcoinAddress(type='bech32')",
            &[
                Parameter::new("type", ParameterKind::Choice(&["legacy", "segwit", "bech32", "taproot"]), ""),
                Parameter::new("network", ParameterKind::Choice(&["mainnet", "testnet"]), "mainnet"),
            ],
            wallet::bitcoin,
        ),
        Method::new(
            "creditCardCVV",
            "The security code of a card: three digits, four with American Express.",
            "$finance.creditCardCVV",
            &[],
            card::security_code,
        ),
        Method::new(
            "creditCardIssuer",
            "Who issued a card; agrees with creditCardNumber.",
            "$finance.creditCardIssuer",
            &[],
            card::issuer,
        ),
        Method::new(
            "creditCardNumber",
            "A card number that passes Luhn's test; `issuer` may also be a template such as 63[7-9]#####L.",
            "$finance.creditCardNumber(issuer='visa')",
            &[Parameter::new("issuer", ParameterKind::Text, "")],
            card::number,
        ),
        Method::new(
            "currency",
            "A currency as a JSON object of code, name, symbol and numericCode.",
            "$finance.currency",
            &[],
            currency::object,
        ),
        Method::new(
            "currencyCode",
            "A currency's code (ISO 4217).",
            "$finance.currencyCode",
            &[],
            currency::code,
        ),
        Method::new("currencyName", "A currency's name.", "$finance.currencyName", &[], currency::name),
        Method::new(
            "currencyNumericCode",
            "A currency's numeric code (ISO 4217).",
            "$finance.currencyNumericCode",
            &[],
            currency::numeric_code,
        ),
        Method::new(
            "currencySymbol",
            "A currency's symbol.",
            "$finance.currencySymbol",
            &[],
            currency::symbol,
        ),
        Method::new(
            "ethereumAddress",
            "An Ethereum address.",
            "$finance.ethereumAddress",
            &[],
            wallet::ethereum,
        ),
        Method::new(
            "iban",
            "An international bank account number (ISO 13616).",
            "$finance.iban(countryCode='DE',formatted=true)",
            &[
                Parameter::new("formatted", ParameterKind::Flag, "false"),
                Parameter::new("countryCode", ParameterKind::Text, ""),
            ],
            iban::run,
        ),
        Method::new(
            "litecoinAddress",
            "A Litecoin address with a valid checksum.",
            "$finance.litecoinAddress",
            &[],
            wallet::litecoin,
        ),
        Method::new(
            "maskedNumber",
            "The end of an account number: (...1234).",
            "$finance.maskedNumber(length=4,parens=false)",
            &[
                Parameter::new("length", ParameterKind::Integer, "4"),
                Parameter::new("parens", ParameterKind::Flag, "true"),
                Parameter::new("ellipsis", ParameterKind::Flag, "true"),
            ],
            masked_number,
        ),
        Method::new(
            "pin",
            "A personal identification number.",
            "$finance.pin(length=6)",
            &[Parameter::new("length", ParameterKind::Integer, "4")],
            |call| call.digits(length(call, 4)),
        ),
        Method::new(
            "routingNumber",
            "An ABA routing number with its check digit.",
            "$finance.routingNumber",
            &[],
            routing_number,
        ),
        Method::new(
            "transactionDescription",
            "What a statement says about a transaction.",
            "$finance.transactionDescription",
            &[],
            transaction_description,
        ),
        Method::new(
            "transactionType",
            "What kind of transaction it is.",
            "$finance.transactionType",
            &[],
            |call| call.pick(TRANSACTION_TYPES),
        ),
    ],
};

const ACCOUNT_NAMES: &[&str] = &[
    "Checking Account",
    "Savings Account",
    "Money Market Account",
    "Investment Account",
    "Home Loan Account",
    "Credit Card Account",
    "Auto Loan Account",
    "Personal Loan Account",
    "Business Account",
    "Joint Account",
    "Retirement Account",
    "Brokerage Account",
];

const TRANSACTION_TYPES: &[&str] = &["deposit", "withdrawal", "payment", "invoice"];

fn length(call: &Call<'_>, default: i64) -> usize {
    call.arguments.integer("length").unwrap_or(default).clamp(0, 10_000) as usize
}

/// Account numbers do not begin with a zero, so that they stay what they are when they are read as a number.
fn account_number(call: &mut Call<'_>) -> Output {
    let length = length(call, 8);
    if length > 0 {
        call.out.push(char::from(b'1' + call.rng.below(9) as u8));
    }
    call.digits(length.saturating_sub(1))
}

fn amount(call: &mut Call<'_>) -> Output {
    let decimals = call.arguments.integer("dec").unwrap_or(2).clamp(0, 20) as usize;
    let (low, high) = bounds(call, 0.0, 1000.0);
    let value = between(call, low, high, decimals);
    call.out.push_str(call.arguments.text("symbol").unwrap_or_default());
    if call.arguments.flag("autoFormat").unwrap_or(false) {
        push_grouped(value, decimals, call.out);
    } else {
        // Writing to a string cannot fail.
        let _ = write!(call.out, "{value:.decimals$}");
    }
    Output::Text
}

/// `min` and `max`, where only one is given with the other moved to where it fits.
pub(super) fn bounds(call: &Call<'_>, low: f64, high: f64) -> (f64, f64) {
    let given = |name: &str| call.arguments.number(name).filter(|value| value.is_finite());
    match (given("min"), given("max")) {
        (Some(low), Some(high)) => (low.min(high), low.max(high)),
        (Some(min), None) => (min, high.max(min)),
        (None, Some(max)) => (low.min(max), max),
        (None, None) => (low, high),
    }
}

/// A number of the range that has these decimals and no more, if there is one.
pub(super) fn between(call: &mut Call<'_>, low: f64, high: f64, decimals: usize) -> f64 {
    let scale = 10f64.powi(decimals as i32);
    let (first, last) = ((low * scale).ceil(), (high * scale).floor());
    if last - first < 9e15 && last >= first {
        return (first + call.rng.integer(0, (last - first) as i128) as f64) / scale;
    }
    let value = low + (high / 2.0 - low / 2.0) * call.rng.unit() * 2.0;
    value.clamp(low, high)
}

/// Appends a number with a comma after every third digit.
fn push_grouped(value: f64, decimals: usize, out: &mut String) {
    let plain = format!("{value:.decimals$}");
    let whole = plain.find('.').unwrap_or(plain.len());
    for (index, symbol) in plain.chars().enumerate() {
        let after = whole.saturating_sub(index);
        let follows_digit = index > 1 || (index == 1 && !plain.starts_with('-'));
        if index < whole && after % 3 == 0 && follows_digit {
            out.push(',');
        }
        out.push(symbol);
    }
}

fn bic(call: &mut Call<'_>) -> Output {
    call.symbols("????");
    let place = call.entity.place(call.rng, call.locale);
    call.out.push_str(place.map_or("US", |place| place.country().alpha2));
    // The second character of the location: 0 marks test codes, 1 passive members.
    for alphabet in ["ABCDEFGHJKLMNPQRSTUVWXYZ23456789", "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"] {
        push_one_of(call, alphabet);
    }
    if call.arguments.flag("includeBranchCode").unwrap_or(false) {
        for _ in 0..3 {
            push_one_of(call, "ABCDEFGHIJKLMNOPQRSTUVWYZ0123456789");
        }
    }
    Output::Text
}

fn push_one_of(call: &mut Call<'_>, alphabet: &str) {
    if let Some(&byte) = call.rng.pick(alphabet.as_bytes()) {
        call.out.push(char::from(byte));
    }
}

fn masked_number(call: &mut Call<'_>) -> Output {
    let parentheses = call.arguments.flag("parens").unwrap_or(true);
    if parentheses {
        call.out.push('(');
    }
    if call.arguments.flag("ellipsis").unwrap_or(true) {
        call.out.push_str("...");
    }
    call.digits(length(call, 4));
    if parentheses {
        call.out.push(')');
    }
    Output::Text
}

/// The first two digits name the Federal Reserve district: 01 to 12, for thrift institutions 21 to 32.
fn routing_number(call: &mut Call<'_>) -> Output {
    let start = call.out.len();
    let district = call.rng.between(1, 12) + if call.rng.chance(1, 4) { 20 } else { 0 };
    let _ = write!(call.out, "{district:02}");
    call.digits(6);
    let check = checksum::aba(call.out.get(start..).unwrap_or_default());
    call.out.push(check);
    Output::Text
}

fn transaction_description(call: &mut Call<'_>) -> Output {
    let kind = call.rng.pick(TRANSACTION_TYPES).copied().unwrap_or("payment");
    let last_name = call.rng.pick(EN::NAME_LAST_NAME).copied().unwrap_or("Miller");
    let form = call.rng.pick(&["Inc", "LLC", "Group", "and Sons"]).copied().unwrap_or("Inc");
    let (card, account) = (call.rng.below(10_000), call.rng.below(10_000));
    let currency = currency::own(call);
    let cents = call.rng.between(200, 99_999);
    let _ = write!(
        call.out,
        "{kind} transaction at {last_name} {form} using card ending with ***{card:04} for {currency} {}.{:02} in \
         account ***{account:04}",
        cents / 100,
        cents % 100
    );
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk, with};
    use super::*;
    use crate::dynamic::{Argument, Arguments};

    #[test]
    fn all_give_values() {
        walk("finance");
    }

    #[test]
    fn amounts_stay_in_range() {
        for seed in 0..300 {
            let arguments =
                with([("min", 5.into()), ("max", 7.into()), ("dec", 1.into()), ("symbol", "€".into())]);
            let (output, text) = draw("finance.amount", &arguments, "en", seed);
            let value: f64 = text.strip_prefix('€').unwrap().parse().unwrap();
            assert!(
                output == Output::Text && (5.0..=7.0).contains(&value) && text.len() == "€5.1".len(),
                "{text}"
            );
            let plain = draw("finance.amount", &Arguments::NONE, "en", seed).1;
            assert!((0.0..=1000.0).contains(&plain.parse::<f64>().unwrap()), "{plain}");
        }
        let huge = with([("min", Argument::Number(-1e308)), ("max", Argument::Number(1e308))]);
        for seed in 0..50 {
            assert!(draw("finance.amount", &huge, "en", seed).1.parse::<f64>().unwrap().is_finite());
        }
    }

    #[test]
    fn thousands_are_grouped() {
        for (value, text) in [
            (1.0, "1.00"),
            (123.0, "123.00"),
            (1234.5, "1,234.50"),
            (-123.0, "-123.00"),
            (-1_234_567.0, "-1,234,567.00"),
        ] {
            let mut out = String::new();
            push_grouped(value, 2, &mut out);
            assert_eq!(out, text);
        }
    }

    #[test]
    fn codes_have_their_form() {
        for seed in 0..200 {
            let bic = draw("finance.bic", &Arguments::NONE, "en", seed).1;
            assert!(bic.len() == 8 && bic[..6].bytes().all(|byte| byte.is_ascii_uppercase()), "{bic}");
            let branch = draw("finance.bic", &with([("includeBranchCode", true.into())]), "en", seed).1;
            assert_eq!(branch.len(), 11);
            let routing = draw("finance.routingNumber", &Arguments::NONE, "en", seed).1;
            let weighted: u32 = routing
                .bytes()
                .zip([3, 7, 1].into_iter().cycle())
                .map(|(byte, weight)| u32::from(byte - b'0') * weight)
                .sum();
            assert!(routing.len() == 9 && weighted.is_multiple_of(10), "{routing}");
            let masked = draw("finance.maskedNumber", &Arguments::NONE, "en", seed).1;
            assert!(masked.starts_with("(...") && masked.len() == 9, "{masked}");
            let account = draw("finance.accountNumber", &with([("length", 12.into())]), "en", seed).1;
            assert!(account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()));
        }
        assert_eq!(draw("finance.pin", &with([("length", 99_999_999.into())]), "en", 1).1.len(), 10_000);
    }
}
