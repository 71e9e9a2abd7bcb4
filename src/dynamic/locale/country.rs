//! The countries of ISO 3166-1.

/// One country.
#[derive(Debug, PartialEq, Eq)]
pub struct Country {
    /// Two letters: `DE`.
    pub alpha2: &'static str,
    /// Three letters: `DEU`.
    pub alpha3: &'static str,
    /// Three digits: 276.
    pub numeric: u16,
    /// Its English name.
    pub name: &'static str,
    /// What one dials before its phone numbers, without the `+`: `49`.
    pub calling_code: &'static str,
    /// ISO 4217: `EUR`.
    pub currency: &'static str,
    /// Its continent, in English.
    pub continent: &'static str,
}

/// The countries whose names each locale has in its own language, in the order of `Locale::countries`.
pub const NAMED: [&str; 40] = [
    "US", "GB", "DE", "FR", "ES", "IT", "BR", "PT", "NL", "SE", "PL", "TR", "RU", "UA", "SA", "EG", "AE",
    "IR", "IL", "IN", "JP", "KR", "CN", "TW", "VN", "ID", "CA", "AU", "MX", "AR", "ZA", "SG", "NZ", "IE",
    "CH", "AT", "BE", "DK", "NO", "FI",
];

/// The country of a two-letter code; the United States for any other.
pub fn find(alpha2: &str) -> &'static Country {
    let found = COUNTRIES.binary_search_by(|country| country.alpha2.cmp(alpha2));
    found.ok().and_then(|at| COUNTRIES.get(at)).unwrap_or(&UNITED_STATES)
}

const AF: &str = "Africa";
const AN: &str = "Antarctica";
const AS: &str = "Asia";
const EU: &str = "Europe";
const NA: &str = "North America";
const OC: &str = "Oceania";
const SA: &str = "South America";

/// All continents.
pub const CONTINENTS: &[&str] = &[AF, AN, AS, EU, NA, OC, SA];

#[rustfmt::skip]
static UNITED_STATES: Country = c("US", "USA", 840, "United States", "1", "USD", NA);

const fn c(
    alpha2: &'static str,
    alpha3: &'static str,
    numeric: u16,
    name: &'static str,
    calling_code: &'static str,
    currency: &'static str,
    continent: &'static str,
) -> Country {
    Country { alpha2, alpha3, numeric, name, calling_code, currency, continent }
}

/// All countries, by their two letters.
#[rustfmt::skip]
pub static COUNTRIES: &[Country] = &[
    c("AD", "AND", 20, "Andorra", "376", "EUR", EU),
    c("AE", "ARE", 784, "United Arab Emirates", "971", "AED", AS),
    c("AF", "AFG", 4, "Afghanistan", "93", "AFN", AS),
    c("AG", "ATG", 28, "Antigua and Barbuda", "1268", "XCD", NA),
    c("AI", "AIA", 660, "Anguilla", "1264", "XCD", NA),
    c("AL", "ALB", 8, "Albania", "355", "ALL", EU),
    c("AM", "ARM", 51, "Armenia", "374", "AMD", AS),
    c("AO", "AGO", 24, "Angola", "244", "AOA", AF),
    c("AQ", "ATA", 10, "Antarctica", "672", "USD", AN),
    c("AR", "ARG", 32, "Argentina", "54", "ARS", SA),
    c("AS", "ASM", 16, "American Samoa", "1684", "USD", OC),
    c("AT", "AUT", 40, "Austria", "43", "EUR", EU),
    c("AU", "AUS", 36, "Australia", "61", "AUD", OC),
    c("AW", "ABW", 533, "Aruba", "297", "AWG", NA),
    c("AX", "ALA", 248, "Åland Islands", "358", "EUR", EU),
    c("AZ", "AZE", 31, "Azerbaijan", "994", "AZN", AS),
    c("BA", "BIH", 70, "Bosnia and Herzegovina", "387", "BAM", EU),
    c("BB", "BRB", 52, "Barbados", "1246", "BBD", NA),
    c("BD", "BGD", 50, "Bangladesh", "880", "BDT", AS),
    c("BE", "BEL", 56, "Belgium", "32", "EUR", EU),
    c("BF", "BFA", 854, "Burkina Faso", "226", "XOF", AF),
    c("BG", "BGR", 100, "Bulgaria", "359", "EUR", EU),
    c("BH", "BHR", 48, "Bahrain", "973", "BHD", AS),
    c("BI", "BDI", 108, "Burundi", "257", "BIF", AF),
    c("BJ", "BEN", 204, "Benin", "229", "XOF", AF),
    c("BL", "BLM", 652, "Saint Barthélemy", "590", "EUR", NA),
    c("BM", "BMU", 60, "Bermuda", "1441", "BMD", NA),
    c("BN", "BRN", 96, "Brunei", "673", "BND", AS),
    c("BO", "BOL", 68, "Bolivia", "591", "BOB", SA),
    c("BQ", "BES", 535, "Bonaire, Sint Eustatius and Saba", "599", "USD", NA),
    c("BR", "BRA", 76, "Brazil", "55", "BRL", SA),
    c("BS", "BHS", 44, "Bahamas", "1242", "BSD", NA),
    c("BT", "BTN", 64, "Bhutan", "975", "BTN", AS),
    c("BV", "BVT", 74, "Bouvet Island", "47", "NOK", AN),
    c("BW", "BWA", 72, "Botswana", "267", "BWP", AF),
    c("BY", "BLR", 112, "Belarus", "375", "BYN", EU),
    c("BZ", "BLZ", 84, "Belize", "501", "BZD", NA),
    c("CA", "CAN", 124, "Canada", "1", "CAD", NA),
    c("CC", "CCK", 166, "Cocos (Keeling) Islands", "61", "AUD", AS),
    c("CD", "COD", 180, "Democratic Republic of the Congo", "243", "CDF", AF),
    c("CF", "CAF", 140, "Central African Republic", "236", "XAF", AF),
    c("CG", "COG", 178, "Republic of the Congo", "242", "XAF", AF),
    c("CH", "CHE", 756, "Switzerland", "41", "CHF", EU),
    c("CI", "CIV", 384, "Côte d'Ivoire", "225", "XOF", AF),
    c("CK", "COK", 184, "Cook Islands", "682", "NZD", OC),
    c("CL", "CHL", 152, "Chile", "56", "CLP", SA),
    c("CM", "CMR", 120, "Cameroon", "237", "XAF", AF),
    c("CN", "CHN", 156, "China", "86", "CNY", AS),
    c("CO", "COL", 170, "Colombia", "57", "COP", SA),
    c("CR", "CRI", 188, "Costa Rica", "506", "CRC", NA),
    c("CU", "CUB", 192, "Cuba", "53", "CUP", NA),
    c("CV", "CPV", 132, "Cape Verde", "238", "CVE", AF),
    c("CW", "CUW", 531, "Curaçao", "599", "XCG", NA),
    c("CX", "CXR", 162, "Christmas Island", "61", "AUD", AS),
    c("CY", "CYP", 196, "Cyprus", "357", "EUR", AS),
    c("CZ", "CZE", 203, "Czechia", "420", "CZK", EU),
    c("DE", "DEU", 276, "Germany", "49", "EUR", EU),
    c("DJ", "DJI", 262, "Djibouti", "253", "DJF", AF),
    c("DK", "DNK", 208, "Denmark", "45", "DKK", EU),
    c("DM", "DMA", 212, "Dominica", "1767", "XCD", NA),
    c("DO", "DOM", 214, "Dominican Republic", "1809", "DOP", NA),
    c("DZ", "DZA", 12, "Algeria", "213", "DZD", AF),
    c("EC", "ECU", 218, "Ecuador", "593", "USD", SA),
    c("EE", "EST", 233, "Estonia", "372", "EUR", EU),
    c("EG", "EGY", 818, "Egypt", "20", "EGP", AF),
    c("EH", "ESH", 732, "Western Sahara", "212", "MAD", AF),
    c("ER", "ERI", 232, "Eritrea", "291", "ERN", AF),
    c("ES", "ESP", 724, "Spain", "34", "EUR", EU),
    c("ET", "ETH", 231, "Ethiopia", "251", "ETB", AF),
    c("FI", "FIN", 246, "Finland", "358", "EUR", EU),
    c("FJ", "FJI", 242, "Fiji", "679", "FJD", OC),
    c("FK", "FLK", 238, "Falkland Islands", "500", "FKP", SA),
    c("FM", "FSM", 583, "Micronesia", "691", "USD", OC),
    c("FO", "FRO", 234, "Faroe Islands", "298", "DKK", EU),
    c("FR", "FRA", 250, "France", "33", "EUR", EU),
    c("GA", "GAB", 266, "Gabon", "241", "XAF", AF),
    c("GB", "GBR", 826, "United Kingdom", "44", "GBP", EU),
    c("GD", "GRD", 308, "Grenada", "1473", "XCD", NA),
    c("GE", "GEO", 268, "Georgia", "995", "GEL", AS),
    c("GF", "GUF", 254, "French Guiana", "594", "EUR", SA),
    c("GG", "GGY", 831, "Guernsey", "44", "GBP", EU),
    c("GH", "GHA", 288, "Ghana", "233", "GHS", AF),
    c("GI", "GIB", 292, "Gibraltar", "350", "GIP", EU),
    c("GL", "GRL", 304, "Greenland", "299", "DKK", NA),
    c("GM", "GMB", 270, "Gambia", "220", "GMD", AF),
    c("GN", "GIN", 324, "Guinea", "224", "GNF", AF),
    c("GP", "GLP", 312, "Guadeloupe", "590", "EUR", NA),
    c("GQ", "GNQ", 226, "Equatorial Guinea", "240", "XAF", AF),
    c("GR", "GRC", 300, "Greece", "30", "EUR", EU),
    c("GS", "SGS", 239, "South Georgia and the South Sandwich Islands", "500", "GBP", AN),
    c("GT", "GTM", 320, "Guatemala", "502", "GTQ", NA),
    c("GU", "GUM", 316, "Guam", "1671", "USD", OC),
    c("GW", "GNB", 624, "Guinea-Bissau", "245", "XOF", AF),
    c("GY", "GUY", 328, "Guyana", "592", "GYD", SA),
    c("HK", "HKG", 344, "Hong Kong", "852", "HKD", AS),
    c("HM", "HMD", 334, "Heard Island and McDonald Islands", "672", "AUD", AN),
    c("HN", "HND", 340, "Honduras", "504", "HNL", NA),
    c("HR", "HRV", 191, "Croatia", "385", "EUR", EU),
    c("HT", "HTI", 332, "Haiti", "509", "HTG", NA),
    c("HU", "HUN", 348, "Hungary", "36", "HUF", EU),
    c("ID", "IDN", 360, "Indonesia", "62", "IDR", AS),
    c("IE", "IRL", 372, "Ireland", "353", "EUR", EU),
    c("IL", "ISR", 376, "Israel", "972", "ILS", AS),
    c("IM", "IMN", 833, "Isle of Man", "44", "GBP", EU),
    c("IN", "IND", 356, "India", "91", "INR", AS),
    c("IO", "IOT", 86, "British Indian Ocean Territory", "246", "USD", AS),
    c("IQ", "IRQ", 368, "Iraq", "964", "IQD", AS),
    c("IR", "IRN", 364, "Iran", "98", "IRR", AS),
    c("IS", "ISL", 352, "Iceland", "354", "ISK", EU),
    c("IT", "ITA", 380, "Italy", "39", "EUR", EU),
    c("JE", "JEY", 832, "Jersey", "44", "GBP", EU),
    c("JM", "JAM", 388, "Jamaica", "1876", "JMD", NA),
    c("JO", "JOR", 400, "Jordan", "962", "JOD", AS),
    c("JP", "JPN", 392, "Japan", "81", "JPY", AS),
    c("KE", "KEN", 404, "Kenya", "254", "KES", AF),
    c("KG", "KGZ", 417, "Kyrgyzstan", "996", "KGS", AS),
    c("KH", "KHM", 116, "Cambodia", "855", "KHR", AS),
    c("KI", "KIR", 296, "Kiribati", "686", "AUD", OC),
    c("KM", "COM", 174, "Comoros", "269", "KMF", AF),
    c("KN", "KNA", 659, "Saint Kitts and Nevis", "1869", "XCD", NA),
    c("KP", "PRK", 408, "North Korea", "850", "KPW", AS),
    c("KR", "KOR", 410, "South Korea", "82", "KRW", AS),
    c("KW", "KWT", 414, "Kuwait", "965", "KWD", AS),
    c("KY", "CYM", 136, "Cayman Islands", "1345", "KYD", NA),
    c("KZ", "KAZ", 398, "Kazakhstan", "7", "KZT", AS),
    c("LA", "LAO", 418, "Laos", "856", "LAK", AS),
    c("LB", "LBN", 422, "Lebanon", "961", "LBP", AS),
    c("LC", "LCA", 662, "Saint Lucia", "1758", "XCD", NA),
    c("LI", "LIE", 438, "Liechtenstein", "423", "CHF", EU),
    c("LK", "LKA", 144, "Sri Lanka", "94", "LKR", AS),
    c("LR", "LBR", 430, "Liberia", "231", "LRD", AF),
    c("LS", "LSO", 426, "Lesotho", "266", "LSL", AF),
    c("LT", "LTU", 440, "Lithuania", "370", "EUR", EU),
    c("LU", "LUX", 442, "Luxembourg", "352", "EUR", EU),
    c("LV", "LVA", 428, "Latvia", "371", "EUR", EU),
    c("LY", "LBY", 434, "Libya", "218", "LYD", AF),
    c("MA", "MAR", 504, "Morocco", "212", "MAD", AF),
    c("MC", "MCO", 492, "Monaco", "377", "EUR", EU),
    c("MD", "MDA", 498, "Moldova", "373", "MDL", EU),
    c("ME", "MNE", 499, "Montenegro", "382", "EUR", EU),
    c("MF", "MAF", 663, "Saint Martin", "590", "EUR", NA),
    c("MG", "MDG", 450, "Madagascar", "261", "MGA", AF),
    c("MH", "MHL", 584, "Marshall Islands", "692", "USD", OC),
    c("MK", "MKD", 807, "North Macedonia", "389", "MKD", EU),
    c("ML", "MLI", 466, "Mali", "223", "XOF", AF),
    c("MM", "MMR", 104, "Myanmar", "95", "MMK", AS),
    c("MN", "MNG", 496, "Mongolia", "976", "MNT", AS),
    c("MO", "MAC", 446, "Macao", "853", "MOP", AS),
    c("MP", "MNP", 580, "Northern Mariana Islands", "1670", "USD", OC),
    c("MQ", "MTQ", 474, "Martinique", "596", "EUR", NA),
    c("MR", "MRT", 478, "Mauritania", "222", "MRU", AF),
    c("MS", "MSR", 500, "Montserrat", "1664", "XCD", NA),
    c("MT", "MLT", 470, "Malta", "356", "EUR", EU),
    c("MU", "MUS", 480, "Mauritius", "230", "MUR", AF),
    c("MV", "MDV", 462, "Maldives", "960", "MVR", AS),
    c("MW", "MWI", 454, "Malawi", "265", "MWK", AF),
    c("MX", "MEX", 484, "Mexico", "52", "MXN", NA),
    c("MY", "MYS", 458, "Malaysia", "60", "MYR", AS),
    c("MZ", "MOZ", 508, "Mozambique", "258", "MZN", AF),
    c("NA", "NAM", 516, "Namibia", "264", "NAD", AF),
    c("NC", "NCL", 540, "New Caledonia", "687", "XPF", OC),
    c("NE", "NER", 562, "Niger", "227", "XOF", AF),
    c("NF", "NFK", 574, "Norfolk Island", "672", "AUD", OC),
    c("NG", "NGA", 566, "Nigeria", "234", "NGN", AF),
    c("NI", "NIC", 558, "Nicaragua", "505", "NIO", NA),
    c("NL", "NLD", 528, "Netherlands", "31", "EUR", EU),
    c("NO", "NOR", 578, "Norway", "47", "NOK", EU),
    c("NP", "NPL", 524, "Nepal", "977", "NPR", AS),
    c("NR", "NRU", 520, "Nauru", "674", "AUD", OC),
    c("NU", "NIU", 570, "Niue", "683", "NZD", OC),
    c("NZ", "NZL", 554, "New Zealand", "64", "NZD", OC),
    c("OM", "OMN", 512, "Oman", "968", "OMR", AS),
    c("PA", "PAN", 591, "Panama", "507", "PAB", NA),
    c("PE", "PER", 604, "Peru", "51", "PEN", SA),
    c("PF", "PYF", 258, "French Polynesia", "689", "XPF", OC),
    c("PG", "PNG", 598, "Papua New Guinea", "675", "PGK", OC),
    c("PH", "PHL", 608, "Philippines", "63", "PHP", AS),
    c("PK", "PAK", 586, "Pakistan", "92", "PKR", AS),
    c("PL", "POL", 616, "Poland", "48", "PLN", EU),
    c("PM", "SPM", 666, "Saint Pierre and Miquelon", "508", "EUR", NA),
    c("PN", "PCN", 612, "Pitcairn", "64", "NZD", OC),
    c("PR", "PRI", 630, "Puerto Rico", "1787", "USD", NA),
    c("PS", "PSE", 275, "Palestine", "970", "ILS", AS),
    c("PT", "PRT", 620, "Portugal", "351", "EUR", EU),
    c("PW", "PLW", 585, "Palau", "680", "USD", OC),
    c("PY", "PRY", 600, "Paraguay", "595", "PYG", SA),
    c("QA", "QAT", 634, "Qatar", "974", "QAR", AS),
    c("RE", "REU", 638, "Réunion", "262", "EUR", AF),
    c("RO", "ROU", 642, "Romania", "40", "RON", EU),
    c("RS", "SRB", 688, "Serbia", "381", "RSD", EU),
    c("RU", "RUS", 643, "Russia", "7", "RUB", EU),
    c("RW", "RWA", 646, "Rwanda", "250", "RWF", AF),
    c("SA", "SAU", 682, "Saudi Arabia", "966", "SAR", AS),
    c("SB", "SLB", 90, "Solomon Islands", "677", "SBD", OC),
    c("SC", "SYC", 690, "Seychelles", "248", "SCR", AF),
    c("SD", "SDN", 729, "Sudan", "249", "SDG", AF),
    c("SE", "SWE", 752, "Sweden", "46", "SEK", EU),
    c("SG", "SGP", 702, "Singapore", "65", "SGD", AS),
    c("SH", "SHN", 654, "Saint Helena, Ascension and Tristan da Cunha", "290", "SHP", AF),
    c("SI", "SVN", 705, "Slovenia", "386", "EUR", EU),
    c("SJ", "SJM", 744, "Svalbard and Jan Mayen", "47", "NOK", EU),
    c("SK", "SVK", 703, "Slovakia", "421", "EUR", EU),
    c("SL", "SLE", 694, "Sierra Leone", "232", "SLE", AF),
    c("SM", "SMR", 674, "San Marino", "378", "EUR", EU),
    c("SN", "SEN", 686, "Senegal", "221", "XOF", AF),
    c("SO", "SOM", 706, "Somalia", "252", "SOS", AF),
    c("SR", "SUR", 740, "Suriname", "597", "SRD", SA),
    c("SS", "SSD", 728, "South Sudan", "211", "SSP", AF),
    c("ST", "STP", 678, "São Tomé and Príncipe", "239", "STN", AF),
    c("SV", "SLV", 222, "El Salvador", "503", "USD", NA),
    c("SX", "SXM", 534, "Sint Maarten", "1721", "XCG", NA),
    c("SY", "SYR", 760, "Syria", "963", "SYP", AS),
    c("SZ", "SWZ", 748, "Eswatini", "268", "SZL", AF),
    c("TC", "TCA", 796, "Turks and Caicos Islands", "1649", "USD", NA),
    c("TD", "TCD", 148, "Chad", "235", "XAF", AF),
    c("TF", "ATF", 260, "French Southern Territories", "262", "EUR", AN),
    c("TG", "TGO", 768, "Togo", "228", "XOF", AF),
    c("TH", "THA", 764, "Thailand", "66", "THB", AS),
    c("TJ", "TJK", 762, "Tajikistan", "992", "TJS", AS),
    c("TK", "TKL", 772, "Tokelau", "690", "NZD", OC),
    c("TL", "TLS", 626, "Timor-Leste", "670", "USD", AS),
    c("TM", "TKM", 795, "Turkmenistan", "993", "TMT", AS),
    c("TN", "TUN", 788, "Tunisia", "216", "TND", AF),
    c("TO", "TON", 776, "Tonga", "676", "TOP", OC),
    c("TR", "TUR", 792, "Turkey", "90", "TRY", AS),
    c("TT", "TTO", 780, "Trinidad and Tobago", "1868", "TTD", NA),
    c("TV", "TUV", 798, "Tuvalu", "688", "AUD", OC),
    c("TW", "TWN", 158, "Taiwan", "886", "TWD", AS),
    c("TZ", "TZA", 834, "Tanzania", "255", "TZS", AF),
    c("UA", "UKR", 804, "Ukraine", "380", "UAH", EU),
    c("UG", "UGA", 800, "Uganda", "256", "UGX", AF),
    c("UM", "UMI", 581, "United States Minor Outlying Islands", "1", "USD", OC),
    c("US", "USA", 840, "United States", "1", "USD", NA),
    c("UY", "URY", 858, "Uruguay", "598", "UYU", SA),
    c("UZ", "UZB", 860, "Uzbekistan", "998", "UZS", AS),
    c("VA", "VAT", 336, "Vatican City", "379", "EUR", EU),
    c("VC", "VCT", 670, "Saint Vincent and the Grenadines", "1784", "XCD", NA),
    c("VE", "VEN", 862, "Venezuela", "58", "VES", SA),
    c("VG", "VGB", 92, "British Virgin Islands", "1284", "USD", NA),
    c("VI", "VIR", 850, "U.S. Virgin Islands", "1340", "USD", NA),
    c("VN", "VNM", 704, "Vietnam", "84", "VND", AS),
    c("VU", "VUT", 548, "Vanuatu", "678", "VUV", OC),
    c("WF", "WLF", 876, "Wallis and Futuna", "681", "XPF", OC),
    c("WS", "WSM", 882, "Samoa", "685", "WST", OC),
    c("YE", "YEM", 887, "Yemen", "967", "YER", AS),
    c("YT", "MYT", 175, "Mayotte", "262", "EUR", AF),
    c("ZA", "ZAF", 710, "South Africa", "27", "ZAR", AF),
    c("ZM", "ZMB", 894, "Zambia", "260", "ZMW", AF),
    c("ZW", "ZWE", 716, "Zimbabwe", "263", "ZWG", AF),
];

#[cfg(test)]
mod tests {
    use super::super::currency;
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn all_are_there_once() {
        assert_eq!(COUNTRIES.len(), 249);
        assert!(COUNTRIES.is_sorted_by_key(|country| country.alpha2));
        for unique in [
            COUNTRIES.iter().map(|country| country.alpha2.to_owned()).collect::<HashSet<_>>(),
            COUNTRIES.iter().map(|country| country.alpha3.to_owned()).collect(),
            COUNTRIES.iter().map(|country| country.numeric.to_string()).collect(),
            COUNTRIES.iter().map(|country| country.name.to_owned()).collect(),
        ] {
            assert_eq!(unique.len(), COUNTRIES.len());
        }
        for country in COUNTRIES {
            assert!(currency::find(country.currency).is_some(), "{}", country.currency);
            assert!((1..=4).contains(&country.calling_code.len()), "{}", country.name);
        }
        assert_eq!(find("US"), &UNITED_STATES);
        assert_eq!(find("??"), &UNITED_STATES);
        for code in NAMED {
            assert_eq!(find(code).alpha2, code);
        }
    }
}
