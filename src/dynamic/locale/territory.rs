//! Cities, and how their country writes streets, addresses and phone numbers.

use super::country::{self, Country};
use super::pattern::{self, Bits};

/// How a country writes addresses and phone numbers.
#[derive(Debug)]
pub struct Territory {
    /// ISO 3166 alpha-2.
    pub country: &'static str,
    /// Names of streets, for `street_patterns`.
    pub streets: &'static [&'static str],
    /// A street: `{} Street`, or `{}` where the names are whole.
    pub street_patterns: &'static [&'static str],
    /// House numbers.
    pub building_numbers: &'static [&'static str],
    /// Street and number in the country's order: `{number} {street}`.
    pub line: &'static str,
    /// A flat within the house: `Apt. %##`.
    pub secondary: &'static [&'static str],
    /// The whole address on one line, of `{line}`, `{city}`, `{region}`, `{code}` and `{postal}`.
    pub address: &'static str,
    /// What is dialled within the country before an area code, and not from abroad: `0`.
    pub trunk: &'static str,
    /// Phone numbers as written within the country; `@` is the city's area code.
    pub phones: &'static [&'static str],
}

impl Territory {
    /// The country.
    pub fn country(&self) -> &'static Country {
        country::find(self.country)
    }
}

/// A city.
#[derive(Debug)]
pub struct City {
    /// Its name.
    pub name: &'static str,
    /// State, province, prefecture.
    pub region: &'static str,
    /// The region's code as ISO 3166-2 has it, without the country: `CA`.
    pub region_code: &'static str,
    /// The county, where the country has them; else empty.
    pub county: &'static str,
    /// Its postal codes.
    pub postal_code: &'static str,
    /// Its phone area code, without the trunk prefix; with the digits behind it where codes differ in length: `20 7###`.
    pub area_code: &'static str,
    /// Latitude and longitude.
    pub point: (f32, f32),
    /// IANA time zone.
    pub time_zone: &'static str,
    /// Its country's ways.
    pub territory: &'static Territory,
}

impl City {
    /// A city without a county.
    pub const fn new(
        (territory, time_zone): (&'static Territory, &'static str),
        name: &'static str,
        (region, region_code): (&'static str, &'static str),
        postal_code: &'static str,
        area_code: &'static str,
        point: (f32, f32),
    ) -> Self {
        Self { name, region, region_code, county: "", postal_code, area_code, point, time_zone, territory }
    }

    /// The same city in a county.
    #[must_use]
    pub const fn county(mut self, county: &'static str) -> Self {
        self.county = county;
        self
    }

    /// The same city in another time zone.
    #[must_use]
    pub const fn zone(mut self, time_zone: &'static str) -> Self {
        self.time_zone = time_zone;
        self
    }

    /// Appends a phone number.
    pub fn phone(&self, style: PhoneStyle, seed: u64, out: &mut String) {
        let mut bits = Bits::new(seed, 0x70);
        let pattern = bits.pick(self.territory.phones);
        let abroad = bits.below(2) == 0;
        let start = out.len();
        match style {
            PhoneStyle::Human if !abroad => pattern::fill(pattern, self.area_code, &mut bits, out),
            PhoneStyle::National => pattern::fill(pattern, self.area_code, &mut bits, out),
            PhoneStyle::Human => {
                // Written for callers from abroad: no trunk prefix, no parentheses.
                let calling = self.territory.country().calling_code;
                out.push('+');
                out.push_str(calling);
                out.push(' ');
                let national = out.len();
                pattern::fill(pattern, self.area_code, &mut bits, out);
                let written = out.get(national..).unwrap_or_default();
                let bare = written.trim_start_matches('(');
                let bare = bare.strip_prefix(self.territory.trunk).unwrap_or(bare);
                let bare = bare.trim_start_matches([' ', '-', '(']);
                let cut = written.len() - bare.len();
                out.drain(national..national + cut);
                drop_from(national, out, |symbol| matches!(symbol, '(' | ')'));
            }
            PhoneStyle::International => {
                out.push('+');
                out.push_str(self.territory.country().calling_code);
                let digits = out.len();
                pattern::fill(pattern, self.area_code, &mut bits, out);
                drop_from(digits, out, |symbol| !symbol.is_ascii_digit());
                if out.get(digits..).is_some_and(|number| number.starts_with(self.territory.trunk)) {
                    out.drain(digits..digits + self.territory.trunk.len());
                }
            }
        }
        debug_assert!(out.len() > start);
    }
}

/// Leaves out characters from a place on.
fn drop_from(start: usize, out: &mut String, unwanted: fn(char) -> bool) {
    while let Some(at) = out.get(start..).and_then(|rest| rest.find(unwanted)) {
        out.remove(start + at);
    }
}

/// How a phone number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhoneStyle {
    /// As people write it: `(212) 736-5000` or `+1 212-736-5000`.
    Human,
    /// As written within the country: `(212) 736-5000`.
    National,
    /// E.164: `+12127365000`.
    International,
}
