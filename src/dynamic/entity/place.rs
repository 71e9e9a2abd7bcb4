//! The place where an object is.

use crate::dynamic::locale::country::Country;
use crate::dynamic::locale::pattern::{self, Bits, render};
use crate::dynamic::locale::{City, Locale, PhoneStyle, currency};

/// A place in a city. Everything follows from a number, so that nothing needs to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The city.
    pub city: &'static City,
    /// The language of names.
    pub locale: &'static Locale,
    seed: u64,
}

/// How far from the middle of the city a place is, at most, in degrees.
const REACH: f64 = 0.03;

impl Place {
    /// The place of a number; nothing if the locale has no cities.
    pub fn new(locale: &'static Locale, seed: u64) -> Option<Self> {
        let mut bits = Bits::new(seed, 0);
        let abroad = bits.below(4) == 0 && !locale.abroad.is_empty();
        let cities = if abroad { locale.abroad } else { locale.cities };
        let city = cities.get(bits.below(cities.len()))?;
        Some(Self { city, locale, seed })
    }

    /// Further choices about this place.
    pub fn bits(&self, purpose: u64) -> Bits {
        Bits::new(self.seed, purpose)
    }

    /// The country.
    pub fn country(&self) -> &'static Country {
        self.city.territory.country()
    }

    /// The country in the locale's language.
    pub fn country_name(&self) -> &'static str {
        self.locale.country_name(self.country())
    }

    /// The country's currency.
    pub fn currency(&self) -> Option<&'static currency::Currency> {
        currency::find(self.country().currency)
    }

    /// Latitude and longitude, some way from the middle of the city.
    pub fn point(&self) -> (f64, f64) {
        let mut bits = self.bits(1);
        let (latitude, longitude) = self.city.point;
        let mut stray = |middle: f32| f64::from(middle) + (bits.unit() * 2.0 - 1.0) * REACH;
        (stray(latitude), stray(longitude))
    }

    /// Appends the postal code.
    pub fn write_postal_code(&self, out: &mut String) {
        pattern::fill(self.city.postal_code, "", &mut self.bits(2), out);
    }

    /// Appends the name of the street.
    pub fn write_street(&self, out: &mut String) {
        let mut bits = self.bits(3);
        let territory = self.city.territory;
        let pattern = bits.pick(territory.street_patterns);
        let street = bits.pick(territory.streets);
        render(pattern, out, |_, out| out.push_str(street));
    }

    /// Appends the house number.
    pub fn write_building_number(&self, out: &mut String) {
        let mut bits = self.bits(4);
        let pattern = bits.pick(self.city.territory.building_numbers);
        pattern::fill(pattern, "", &mut bits, out);
    }

    /// Appends the flat within the house.
    pub fn write_secondary(&self, out: &mut String) {
        let mut bits = self.bits(5);
        let pattern = bits.pick(self.city.territory.secondary);
        pattern::fill(pattern, "", &mut bits, out);
    }

    /// Appends street and house number.
    pub fn write_line(&self, out: &mut String) {
        render(self.city.territory.line, out, |name, out| match name {
            "number" => self.write_building_number(out),
            _ => self.write_street(out),
        });
    }

    /// Appends the whole address on one line.
    pub fn write_address(&self, out: &mut String) {
        render(self.city.territory.address, out, |name, out| match name {
            "line" => self.write_line(out),
            "city" => out.push_str(self.city.name),
            "region" => out.push_str(self.city.region),
            "code" => out.push_str(self.city.region_code),
            _ => self.write_postal_code(out),
        });
    }

    /// Appends a phone number of this place.
    pub fn write_phone(&self, style: PhoneStyle, out: &mut String) {
        self.city.phone(style, self.seed, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::locale::{self, pattern::fits};

    #[test]
    fn all_of_a_place_agrees() {
        for locale in locale::LOCALES {
            for seed in 0..500 {
                let place = Place::new(locale, seed).unwrap();
                let city = place.city;
                let mut postal = String::new();
                place.write_postal_code(&mut postal);
                assert!(fits(&postal, city.postal_code, ""), "{postal}: {}", city.name);
                let (latitude, longitude) = place.point();
                assert!((latitude - f64::from(city.point.0)).abs() <= REACH);
                assert!((longitude - f64::from(city.point.1)).abs() <= REACH);
                assert!(place.currency().is_some());

                let mut address = String::new();
                place.write_address(&mut address);
                assert!(address.contains(city.name), "{address}");
                let coded = city.territory.address.contains("{postal}");
                assert!(!coded || address.contains(&postal), "{address}");
                let (mut line, mut street, mut number) = (String::new(), String::new(), String::new());
                place.write_line(&mut line);
                place.write_street(&mut street);
                place.write_building_number(&mut number);
                assert!(line.contains(&street) && line.contains(&number), "{line}");
                assert!(!address.contains(['{', '}', '#', '%', '^', '!', '?', '@']), "{address}");
            }
        }
    }

    #[test]
    fn the_styles_of_a_phone_number_agree() {
        for locale in locale::LOCALES {
            for seed in 0..500 {
                let place = Place::new(locale, seed).unwrap();
                let calling = place.country().calling_code;
                let [human, national, international] =
                    [PhoneStyle::Human, PhoneStyle::National, PhoneStyle::International].map(|style| {
                        let mut out = String::new();
                        place.write_phone(style, &mut out);
                        out
                    });
                let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
                let number = international.strip_prefix('+').unwrap();
                assert!(number.starts_with(calling), "{international}");
                assert!(number.bytes().all(|byte| byte.is_ascii_digit()), "{international}");
                assert!((9..=15).contains(&number.len()), "{international} {}", locale.code);
                let significant = number.strip_prefix(calling).unwrap();
                assert!(digits(&national).ends_with(significant), "{national} {international}");
                assert!(digits(&human).ends_with(significant), "{human} {international}");
                assert!(!human.starts_with('+') || digits(&human) == number, "{human} {international}");
            }
        }
    }
}
