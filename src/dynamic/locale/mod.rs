//! Languages and countries: names, places, phone numbers.
//!
//! A locale is one file of static data. Names are written in the language's own script; where that is not Latin, what
//! they are in ASCII follows behind a bar: `太郎|Taro`.

pub mod ascii;
pub mod country;
pub mod currency;
mod list;
pub mod pattern;
mod territory;

mod ar;
mod de;
mod en;
mod en_gb;
mod es;
mod fa;
mod fr;
mod he;
mod hi;
mod id_id;
mod it;
mod ja;
mod ko;
mod nl;
mod pl;
mod pt_br;
mod pt_pt;
mod ru;
mod sv;
mod tr;
mod uk;
mod vi;
mod world;
mod zh_cn;
mod zh_tw;

pub use territory::{City, PhoneStyle, Territory};

/// The data of one locale. Where a pair of lists is asked for, the first is for women, the second for men.
#[derive(Debug)]
pub struct Locale {
    /// Faker's name of it, e.g. `pt_BR`.
    pub code: &'static str,
    /// ISO 639-1, e.g. `pt`.
    pub language: &'static str,
    /// First names.
    pub first_names: [&'static [&'static str]; 2],
    /// Last names; where women have a form of their own it follows, with its ASCII form: `Иванов|Ivanov|Иванова|Ivanova`,
    /// `Kowalski||Kowalska`.
    pub last_names: &'static [&'static str],
    /// Middle names or patronymics; empty where they are first names.
    pub middle_names: [&'static [&'static str]; 2],
    /// A whole name, of `{first}`, `{middle}` and `{last}`.
    pub full_name: &'static str,
    /// What stands before a name: `Ms.`
    pub prefixes: [&'static [&'static str]; 2],
    /// What stands behind a name: `Jr.`; may be empty.
    pub suffixes: &'static [&'static str],
    /// "female" and "male".
    pub sexes: [&'static str; 2],
    /// Job titles; where women have one of their own it follows: `Arquitecto|Arquitecta`.
    pub jobs: &'static [&'static str],
    /// Cities.
    pub cities: &'static [City],
    /// Cities of other countries, for one place in four; empty where all are at home.
    pub abroad: &'static [City],
    /// Companies: the name, of `{last}`, `{other}` (another last name) and `{word}`, and behind a bar the label of its
    /// domain, of the same.
    pub companies: &'static [&'static str],
    /// Words for companies, with their ASCII form.
    pub company_words: &'static [&'static str],
    /// Free mail providers.
    pub mail_providers: &'static [&'static str],
    /// Top-level domains.
    pub domain_suffixes: &'static [&'static str],
    /// Countries in this language, in the order of `country::NAMED`; empty for English.
    pub countries: &'static [&'static str],
}

impl Locale {
    /// What a country is called in this language; its English name where that is not known.
    pub fn country_name(&self, country: &'static country::Country) -> &'static str {
        country::NAMED
            .iter()
            .position(|code| *code == country.alpha2)
            .and_then(|at| self.countries.get(at).copied())
            .unwrap_or(country.name)
    }
}

/// All locales, the one that others fall back to first.
pub static LOCALES: &[&Locale] = &[
    &en::LOCALE,
    &ar::LOCALE,
    &de::LOCALE,
    &en_gb::LOCALE,
    &en::UNITED,
    &es::LOCALE,
    &fa::LOCALE,
    &fr::LOCALE,
    &he::LOCALE,
    &hi::LOCALE,
    &id_id::LOCALE,
    &it::LOCALE,
    &ja::LOCALE,
    &ko::LOCALE,
    &nl::LOCALE,
    &pl::LOCALE,
    &pt_br::LOCALE,
    &pt_pt::LOCALE,
    &ru::LOCALE,
    &sv::LOCALE,
    &tr::LOCALE,
    &uk::LOCALE,
    &vi::LOCALE,
    &zh_cn::LOCALE,
    &zh_tw::LOCALE,
];

/// Other names of locales.
const ALIASES: &[(&str, &str)] = &[
    ("zh", "zh_CN"),
    ("zh_Hans", "zh_CN"),
    ("zh_Hant", "zh_TW"),
    ("zh_HK", "zh_TW"),
    ("zh_MO", "zh_TW"),
    ("pt", "pt_PT"),
    ("id", "id_ID"),
    ("in", "id_ID"),
    ("iw", "he"),
];

/// The locale of a name, along Faker's chain: `de_AT` → `de` → `en`. Case and `-` for `_` do not matter.
pub fn find(code: &str) -> &'static Locale {
    const ENGLISH: &Locale = &en::LOCALE;
    let named = |name: &str| LOCALES.iter().find(|locale| same(locale.code, name));
    let mut code = code;
    loop {
        // No alias is a code.
        let aliased =
            || ALIASES.iter().find(|(alias, _)| same(alias, code)).and_then(|(_, known)| named(known));
        if let Some(locale) = named(code).or_else(aliased) {
            return locale;
        }
        match code.rfind(['_', '-']).and_then(|end| code.get(..end)) {
            Some(shorter) => code = shorter,
            None => return ENGLISH,
        }
    }
}

/// The code of a locale as it is written here, e.g. `pt_BR` for `pt-br`; `None` where no data is of that language.
pub fn known(code: &str) -> Option<&'static str> {
    let found = find(code);
    let language = |code: &str| code.split(['_', '-']).next().unwrap_or_default().to_ascii_lowercase();
    let alias = |code: &str| ALIASES.iter().find(|(alias, _)| same(alias, code)).map(|(_, known)| *known);
    let asked = alias(&language(code)).map_or_else(|| language(code), language);
    (language(found.code) == asked).then_some(found.code)
}

/// The locale that an `Accept-Language` header likes best of those that there are (RFC 9110, section 12.5.4).
///
/// ```
/// use edgemock::dynamic::locale;
/// assert_eq!(locale::of_accept_language("tlh, en;q=0.3").map(|locale| locale.code), Some("en"));
/// assert!(locale::of_accept_language("*").is_none());
/// ```
pub fn of_accept_language(header: &str) -> Option<&'static Locale> {
    let mut best: Option<(f32, &'static Locale)> = None;
    for range in header.split(',').take(20) {
        let (tag, weight) = range.split_once(';').unwrap_or((range, ""));
        let quality = weight.trim().strip_prefix("q=").map_or(1.0, |text| text.parse::<f32>().unwrap_or(0.0));
        let better = quality > 0.0 && best.is_none_or(|(known, _)| quality > known);
        if let Some(code) = known(tag.trim()).filter(|_| better) {
            best = Some((quality, find(code)));
        }
    }
    best.map(|(_, locale)| locale)
}

fn same(known: &str, code: &str) -> bool {
    known.len() == code.len()
        && known
            .bytes()
            .zip(code.bytes())
            .all(|(a, b)| a.eq_ignore_ascii_case(&b) || (a == b'_' && b == b'-'))
}

/// A name, and the same in ASCII.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name {
    /// As it is written.
    pub text: &'static str,
    /// In ASCII; where it is the same as `text`, that has to be folded.
    pub ascii: &'static str,
}

impl Name {
    /// A name of a list of names; `woman` chooses the form of a last name.
    pub fn parse(entry: &'static str, woman: bool) -> Self {
        if !entry.as_bytes().contains(&b'|') {
            return Self { text: entry, ascii: entry };
        }
        let mut parts = entry.split('|');
        let mut next = || {
            let text = parts.next()?;
            Some(Self { text, ascii: parts.next().filter(|ascii| !ascii.is_empty()).unwrap_or(text) })
        };
        let name = next().unwrap_or(Self { text: entry, ascii: entry });
        match next() {
            Some(own) if woman => own,
            _ => name,
        }
    }
}

#[cfg(test)]
mod tests;
