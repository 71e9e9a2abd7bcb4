//! The currencies of ISO 4217 that are money somewhere.

/// One currency.
#[derive(Debug, PartialEq, Eq)]
pub struct Currency {
    /// Three letters: `EUR`.
    pub code: &'static str,
    /// Three digits: 978.
    pub numeric: u16,
    /// Its English name.
    pub name: &'static str,
    /// What is put before or behind an amount: `€`.
    pub symbol: &'static str,
    /// Digits behind the decimal point.
    pub decimals: u8,
}

/// The currency of a three-letter code.
pub fn find(code: &str) -> Option<&'static Currency> {
    let found = CURRENCIES.binary_search_by(|currency| currency.code.cmp(code));
    found.ok().and_then(|at| CURRENCIES.get(at))
}

const fn c(
    code: &'static str,
    numeric: u16,
    name: &'static str,
    symbol: &'static str,
    decimals: u8,
) -> Currency {
    Currency { code, numeric, name, symbol, decimals }
}

/// All currencies, by their code.
#[rustfmt::skip]
pub static CURRENCIES: &[Currency] = &[
    c("AED", 784, "UAE Dirham", "د.إ", 2),
    c("AFN", 971, "Afghani", "؋", 2),
    c("ALL", 8, "Lek", "L", 2),
    c("AMD", 51, "Armenian Dram", "֏", 2),
    c("AOA", 973, "Kwanza", "Kz", 2),
    c("ARS", 32, "Argentine Peso", "$", 2),
    c("AUD", 36, "Australian Dollar", "A$", 2),
    c("AWG", 533, "Aruban Florin", "ƒ", 2),
    c("AZN", 944, "Azerbaijan Manat", "₼", 2),
    c("BAM", 977, "Convertible Mark", "KM", 2),
    c("BBD", 52, "Barbados Dollar", "Bds$", 2),
    c("BDT", 50, "Taka", "৳", 2),
    c("BHD", 48, "Bahraini Dinar", "BD", 3),
    c("BIF", 108, "Burundi Franc", "FBu", 0),
    c("BMD", 60, "Bermudian Dollar", "$", 2),
    c("BND", 96, "Brunei Dollar", "B$", 2),
    c("BOB", 68, "Boliviano", "Bs", 2),
    c("BRL", 986, "Brazilian Real", "R$", 2),
    c("BSD", 44, "Bahamian Dollar", "$", 2),
    c("BTN", 64, "Ngultrum", "Nu.", 2),
    c("BWP", 72, "Pula", "P", 2),
    c("BYN", 933, "Belarusian Ruble", "Br", 2),
    c("BZD", 84, "Belize Dollar", "BZ$", 2),
    c("CAD", 124, "Canadian Dollar", "CA$", 2),
    c("CDF", 976, "Congolese Franc", "FC", 2),
    c("CHF", 756, "Swiss Franc", "CHF", 2),
    c("CLP", 152, "Chilean Peso", "$", 0),
    c("CNY", 156, "Yuan Renminbi", "¥", 2),
    c("COP", 170, "Colombian Peso", "$", 2),
    c("CRC", 188, "Costa Rican Colon", "₡", 2),
    c("CUP", 192, "Cuban Peso", "$", 2),
    c("CVE", 132, "Cabo Verde Escudo", "Esc", 2),
    c("CZK", 203, "Czech Koruna", "Kč", 2),
    c("DJF", 262, "Djibouti Franc", "Fdj", 0),
    c("DKK", 208, "Danish Krone", "kr", 2),
    c("DOP", 214, "Dominican Peso", "RD$", 2),
    c("DZD", 12, "Algerian Dinar", "DA", 2),
    c("EGP", 818, "Egyptian Pound", "E£", 2),
    c("ERN", 232, "Nakfa", "Nfk", 2),
    c("ETB", 230, "Ethiopian Birr", "Br", 2),
    c("EUR", 978, "Euro", "€", 2),
    c("FJD", 242, "Fiji Dollar", "FJ$", 2),
    c("FKP", 238, "Falkland Islands Pound", "£", 2),
    c("GBP", 826, "Pound Sterling", "£", 2),
    c("GEL", 981, "Lari", "₾", 2),
    c("GHS", 936, "Ghana Cedi", "GH₵", 2),
    c("GIP", 292, "Gibraltar Pound", "£", 2),
    c("GMD", 270, "Dalasi", "D", 2),
    c("GNF", 324, "Guinean Franc", "FG", 0),
    c("GTQ", 320, "Quetzal", "Q", 2),
    c("GYD", 328, "Guyana Dollar", "G$", 2),
    c("HKD", 344, "Hong Kong Dollar", "HK$", 2),
    c("HNL", 340, "Lempira", "L", 2),
    c("HTG", 332, "Gourde", "G", 2),
    c("HUF", 348, "Forint", "Ft", 2),
    c("IDR", 360, "Rupiah", "Rp", 2),
    c("ILS", 376, "New Israeli Sheqel", "₪", 2),
    c("INR", 356, "Indian Rupee", "₹", 2),
    c("IQD", 368, "Iraqi Dinar", "ID", 3),
    c("IRR", 364, "Iranian Rial", "﷼", 2),
    c("ISK", 352, "Iceland Krona", "kr", 0),
    c("JMD", 388, "Jamaican Dollar", "J$", 2),
    c("JOD", 400, "Jordanian Dinar", "JD", 3),
    c("JPY", 392, "Yen", "¥", 0),
    c("KES", 404, "Kenyan Shilling", "KSh", 2),
    c("KGS", 417, "Som", "с", 2),
    c("KHR", 116, "Riel", "៛", 2),
    c("KMF", 174, "Comorian Franc", "CF", 0),
    c("KPW", 408, "North Korean Won", "₩", 2),
    c("KRW", 410, "Won", "₩", 0),
    c("KWD", 414, "Kuwaiti Dinar", "KD", 3),
    c("KYD", 136, "Cayman Islands Dollar", "CI$", 2),
    c("KZT", 398, "Tenge", "₸", 2),
    c("LAK", 418, "Lao Kip", "₭", 2),
    c("LBP", 422, "Lebanese Pound", "LL", 2),
    c("LKR", 144, "Sri Lanka Rupee", "Rs", 2),
    c("LRD", 430, "Liberian Dollar", "L$", 2),
    c("LSL", 426, "Loti", "L", 2),
    c("LYD", 434, "Libyan Dinar", "LD", 3),
    c("MAD", 504, "Moroccan Dirham", "DH", 2),
    c("MDL", 498, "Moldovan Leu", "L", 2),
    c("MGA", 969, "Malagasy Ariary", "Ar", 2),
    c("MKD", 807, "Denar", "ден", 2),
    c("MMK", 104, "Kyat", "K", 2),
    c("MNT", 496, "Tugrik", "₮", 2),
    c("MOP", 446, "Pataca", "MOP$", 2),
    c("MRU", 929, "Ouguiya", "UM", 2),
    c("MUR", 480, "Mauritius Rupee", "Rs", 2),
    c("MVR", 462, "Rufiyaa", "Rf", 2),
    c("MWK", 454, "Malawi Kwacha", "MK", 2),
    c("MXN", 484, "Mexican Peso", "MX$", 2),
    c("MYR", 458, "Malaysian Ringgit", "RM", 2),
    c("MZN", 943, "Mozambique Metical", "MT", 2),
    c("NAD", 516, "Namibia Dollar", "N$", 2),
    c("NGN", 566, "Naira", "₦", 2),
    c("NIO", 558, "Cordoba Oro", "C$", 2),
    c("NOK", 578, "Norwegian Krone", "kr", 2),
    c("NPR", 524, "Nepalese Rupee", "Rs", 2),
    c("NZD", 554, "New Zealand Dollar", "NZ$", 2),
    c("OMR", 512, "Rial Omani", "RO", 3),
    c("PAB", 590, "Balboa", "B/.", 2),
    c("PEN", 604, "Sol", "S/", 2),
    c("PGK", 598, "Kina", "K", 2),
    c("PHP", 608, "Philippine Peso", "₱", 2),
    c("PKR", 586, "Pakistan Rupee", "Rs", 2),
    c("PLN", 985, "Zloty", "zł", 2),
    c("PYG", 600, "Guarani", "₲", 0),
    c("QAR", 634, "Qatari Rial", "QR", 2),
    c("RON", 946, "Romanian Leu", "lei", 2),
    c("RSD", 941, "Serbian Dinar", "din.", 2),
    c("RUB", 643, "Russian Ruble", "₽", 2),
    c("RWF", 646, "Rwanda Franc", "FRw", 0),
    c("SAR", 682, "Saudi Riyal", "SR", 2),
    c("SBD", 90, "Solomon Islands Dollar", "SI$", 2),
    c("SCR", 690, "Seychelles Rupee", "SRe", 2),
    c("SDG", 938, "Sudanese Pound", "SDG", 2),
    c("SEK", 752, "Swedish Krona", "kr", 2),
    c("SGD", 702, "Singapore Dollar", "S$", 2),
    c("SHP", 654, "Saint Helena Pound", "£", 2),
    c("SLE", 925, "Leone", "Le", 2),
    c("SOS", 706, "Somali Shilling", "Sh", 2),
    c("SRD", 968, "Surinam Dollar", "Sr$", 2),
    c("SSP", 728, "South Sudanese Pound", "£", 2),
    c("STN", 930, "Dobra", "Db", 2),
    c("SYP", 760, "Syrian Pound", "LS", 2),
    c("SZL", 748, "Lilangeni", "E", 2),
    c("THB", 764, "Baht", "฿", 2),
    c("TJS", 972, "Somoni", "SM", 2),
    c("TMT", 934, "Turkmenistan New Manat", "m", 2),
    c("TND", 788, "Tunisian Dinar", "DT", 3),
    c("TOP", 776, "Pa’anga", "T$", 2),
    c("TRY", 949, "Turkish Lira", "₺", 2),
    c("TTD", 780, "Trinidad and Tobago Dollar", "TT$", 2),
    c("TWD", 901, "New Taiwan Dollar", "NT$", 2),
    c("TZS", 834, "Tanzanian Shilling", "TSh", 2),
    c("UAH", 980, "Hryvnia", "₴", 2),
    c("UGX", 800, "Uganda Shilling", "USh", 0),
    c("USD", 840, "US Dollar", "$", 2),
    c("UYU", 858, "Peso Uruguayo", "$U", 2),
    c("UZS", 860, "Uzbekistan Sum", "soʻm", 2),
    c("VES", 928, "Bolívar Soberano", "Bs.", 2),
    c("VND", 704, "Dong", "₫", 0),
    c("VUV", 548, "Vatu", "VT", 0),
    c("WST", 882, "Tala", "WS$", 2),
    c("XAF", 950, "CFA Franc BEAC", "FCFA", 0),
    c("XCD", 951, "East Caribbean Dollar", "EC$", 2),
    c("XCG", 532, "Caribbean Guilder", "Cg", 2),
    c("XOF", 952, "CFA Franc BCEAO", "F CFA", 0),
    c("XPF", 953, "CFP Franc", "₣", 0),
    c("YER", 886, "Yemeni Rial", "YR", 2),
    c("ZAR", 710, "Rand", "R", 2),
    c("ZMW", 967, "Zambian Kwacha", "ZK", 2),
    c("ZWG", 924, "Zimbabwe Gold", "ZiG", 2),
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_is_there_once() {
        assert!(CURRENCIES.is_sorted_by_key(|currency| currency.code));
        assert_eq!(
            CURRENCIES.iter().map(|currency| currency.numeric).collect::<HashSet<_>>().len(),
            CURRENCIES.len()
        );
        assert_eq!(find("JPY").map(|currency| currency.decimals), Some(0));
        assert!(CURRENCIES.iter().all(|currency| currency.code.len() == 3 && !currency.symbol.is_empty()));
    }
}
