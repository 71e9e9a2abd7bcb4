//! The company that an object is about.

use crate::dynamic::locale::pattern::{Bits, render};
use crate::dynamic::locale::{Locale, Name, ascii};

/// A company. Everything follows from a number, so that nothing needs to be kept.
#[derive(Debug, Clone, Copy)]
pub struct Company {
    name: &'static str,
    label: &'static str,
    last: Name,
    other: Name,
    word: Name,
    locale: &'static Locale,
    seed: u64,
}

impl Company {
    /// The company of a number.
    pub fn new(locale: &'static Locale, seed: u64) -> Self {
        let mut bits = Bits::new(seed, 0);
        let pattern = bits.pick(locale.companies);
        let bar = pattern.bytes().position(|byte| byte == b'|');
        let split = bar.and_then(|at| Some((pattern.get(..at)?, pattern.get(at + 1..)?)));
        let (name, label) = split.unwrap_or((pattern, "{last}-{word}"));
        let last = bits.pick(locale.last_names);
        let mut other = bits.pick(locale.last_names);
        if other == last {
            other = bits.pick(locale.last_names);
        }
        Self {
            name,
            label,
            last: Name::parse(last, false),
            other: Name::parse(other, false),
            word: Name::parse(bits.pick(locale.company_words), false),
            locale,
            seed,
        }
    }

    /// Further choices about this company.
    pub fn bits(&self, purpose: u64) -> Bits {
        Bits::new(self.seed, purpose)
    }

    /// Appends its name.
    pub fn write_name(&self, out: &mut String) {
        render(self.name, out, |part, out| out.push_str(self.part(part).text));
    }

    /// Appends what its domain is called, without the top level: `keller-soehne`.
    pub fn write_domain_word(&self, out: &mut String) {
        render(self.label, out, |part, out| ascii::fold(self.part(part).ascii, self.locale.language, out));
    }

    /// The top level of its domain.
    pub fn domain_suffix(&self) -> &'static str {
        self.bits(1).pick(self.locale.domain_suffixes)
    }

    /// Appends its domain.
    pub fn write_domain(&self, out: &mut String) {
        self.write_domain_word(out);
        out.push('.');
        out.push_str(self.domain_suffix());
    }

    fn part(&self, name: &str) -> Name {
        match name {
            "last" => self.last,
            "other" => self.other,
            _ => self.word,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dynamic::locale;
    use crate::generate::format::Format;

    #[test]
    fn name_and_domain_agree() {
        for locale in locale::LOCALES {
            for seed in 0..200 {
                let company = Company::new(locale, seed);
                let (mut name, mut domain) = (String::new(), String::new());
                company.write_name(&mut name);
                company.write_domain(&mut domain);
                assert!(!name.is_empty() && !name.contains(['{', '|']), "{name}");
                assert!(Format::Hostname.matches(&domain) && domain.contains('.'), "{domain}");
                let stems = [company.last, company.word].map(|part| {
                    let mut stem = String::new();
                    ascii::fold(part.ascii, locale.language, &mut stem);
                    (name.contains(part.text), domain.contains(&stem))
                });
                assert!(stems.contains(&(true, true)), "{name}: {domain}");
            }
        }
    }
}
