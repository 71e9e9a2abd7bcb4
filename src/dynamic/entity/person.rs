//! The person whom an object is about.

use crate::dynamic::digits::push_integer;
use crate::dynamic::locale::pattern::{Bits, render};
use crate::dynamic::locale::{Locale, Name, ascii};

/// A sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

impl Sex {
    /// The sex of an English word.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "female" => Some(Self::Female),
            "male" => Some(Self::Male),
            _ => None,
        }
    }

    /// The English word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }

    /// Which of a pair of lists is meant.
    pub fn of<T: Copy>(self, pair: [T; 2]) -> T {
        let [female, male] = pair;
        match self {
            Self::Female => female,
            Self::Male => male,
        }
    }
}

/// A person. Everything follows from a number, so that nothing needs to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// Their sex.
    pub sex: Sex,
    /// First name.
    pub first: Name,
    /// Middle name or patronymic.
    pub middle: Name,
    /// Last name.
    pub last: Name,
    /// Their language and country.
    pub locale: &'static Locale,
    seed: u64,
}

/// What a caller has laid down about a name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'t> {
    /// First name.
    pub first: Option<&'t str>,
    /// Last name.
    pub last: Option<&'t str>,
}

/// Longest part of an address that comes from one name.
const PART: usize = 24;

impl Person {
    /// The person of a number; of the sex that is asked for, if any.
    pub fn new(locale: &'static Locale, seed: u64, sex: Option<Sex>) -> Self {
        let mut bits = Bits::new(seed, 0);
        let by_chance = if bits.below(2) == 0 { Sex::Female } else { Sex::Male };
        let sex = sex.unwrap_or(by_chance);
        let woman = sex == Sex::Female;
        let first = bits.pick(sex.of(locale.first_names));
        let last = bits.pick(locale.last_names);
        let mut middles = sex.of(locale.middle_names);
        if middles.is_empty() {
            middles = sex.of(locale.first_names);
        }
        let mut middle = bits.pick(middles);
        if middle == first {
            middle = bits.pick(middles);
        }
        Self {
            sex,
            first: Name::parse(first, woman),
            middle: Name::parse(middle, woman),
            last: Name::parse(last, woman),
            locale,
            seed,
        }
    }

    /// Further choices about this person.
    pub fn bits(&self, purpose: u64) -> Bits {
        Bits::new(self.seed, purpose)
    }

    /// Appends the whole name.
    pub fn write_full_name(&self, given: Given<'_>, out: &mut String) {
        // A first name that was laid down may have been chosen without its middle name.
        let pattern = if given.first.is_some() && self.locale.full_name.contains("{middle} ") {
            "{last} {first}"
        } else {
            self.locale.full_name
        };
        render(pattern, out, |name, out| {
            out.push_str(match name {
                "first" => given.first.unwrap_or(self.first.text),
                "middle" => self.middle.text,
                _ => given.last.unwrap_or(self.last.text),
            });
        });
    }

    /// Appends the user name, which is the local part of the e-mail address, too: `anna.schmidt84`.
    pub fn write_user_name(&self, given: Given<'_>, out: &mut String) {
        let mut bits = self.bits(1);
        let style = bits.below(8);
        let start = out.len();
        let first = |out: &mut String| self.fold(given.first, self.first, out);
        let last = |out: &mut String| self.fold(given.last, self.last, out);
        match style {
            0..=2 => {
                first(out);
                out.push('.');
                last(out);
            }
            3 => {
                first(out);
                out.push('_');
                last(out);
            }
            4 => {
                first(out);
                last(out);
            }
            5 => {
                first(out);
                out.truncate(start + 1);
                last(out);
            }
            6 => {
                last(out);
                out.push('.');
                first(out);
            }
            _ => first(out),
        }
        if style >= 4 || bits.below(2) == 0 {
            push_integer(10 + bits.below(90) as i64, out);
        }
    }

    /// Appends an e-mail address at a domain.
    pub fn write_email(&self, given: Given<'_>, domain: &str, out: &mut String) {
        self.write_user_name(given, out);
        out.push('@');
        out.push_str(domain);
    }

    /// The free mail provider.
    pub fn mail_provider(&self) -> &'static str {
        self.bits(2).pick(self.locale.mail_providers)
    }

    /// The age in years, from 18 to 80.
    pub fn age(&self) -> usize {
        18 + self.bits(3).below(63)
    }

    /// A name in lower-case ASCII: the given one if that has letters.
    fn fold(&self, given: Option<&str>, own: Name, out: &mut String) {
        let start = out.len();
        if let Some(given) = given {
            let cut = given.char_indices().nth(PART).map_or(given.len(), |(at, _)| at);
            ascii::fold(given.get(..cut).unwrap_or_default(), self.locale.language, out);
        }
        if out.len() == start {
            ascii::fold(own.ascii, self.locale.language, out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::locale;

    #[test]
    fn names_agree() {
        for locale in locale::LOCALES {
            for seed in 0..200 {
                let person = Person::new(locale, seed, None);
                let mut full = String::new();
                person.write_full_name(Given::default(), &mut full);
                assert!(full.contains(person.first.text) && full.contains(person.last.text), "{full}");
                let mut email = String::new();
                person.write_email(Given::default(), "example.com", &mut email);
                let (mut first, mut last) = (String::new(), String::new());
                ascii::fold(person.first.ascii, locale.language, &mut first);
                ascii::fold(person.last.ascii, locale.language, &mut last);
                assert!(email.contains(&first) || email.contains(&last), "{email}: {full}");
            }
        }
    }

    #[test]
    fn keeps_to_what_was_laid_down() {
        let person = Person::new(locale::find("en"), 5, Some(Sex::Male));
        assert_eq!(person.sex, Sex::Male);
        let mut out = String::new();
        person.write_full_name(Given { first: Some("Ada"), last: Some("Lovelace") }, &mut out);
        assert_eq!(out, "Ada Lovelace");
        for seed in 0..20 {
            let mut out = String::new();
            let given = Given { first: Some("张三"), last: Some(&"x".repeat(500)) };
            Person::new(locale::find("en"), seed, None).write_user_name(given, &mut out);
            assert!(out.is_ascii() && out.len() < 64, "{out}");
        }
    }
}
