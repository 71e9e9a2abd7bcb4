//! All modules and their methods; one file a module.

mod airline;
mod animal;
mod book;
mod checksum;
mod color;
mod commerce;
mod company;
mod database;
mod datatype;
mod date;
mod finance;
mod food;
mod git;
mod hacker;
mod helpers;
mod image;
mod internet;
mod location;
mod lorem;
mod music;
mod number;
mod paging;
mod person;
mod phone;
mod record;
mod science;
mod string;
mod system;
mod text;
mod vehicle;
mod word;

use super::Method;

/// One module of the catalogue.
#[derive(Debug)]
pub struct Module {
    /// Its name: `person`.
    pub name: &'static str,
    /// One line for the documentation.
    pub doc: &'static str,
    /// Its methods, in alphabetic order.
    pub methods: &'static [Method],
}

/// All modules, in alphabetic order.
pub const MODULES: &[&Module] = &[
    &airline::MODULE,
    &animal::MODULE,
    &book::MODULE,
    &color::MODULE,
    &commerce::MODULE,
    &company::MODULE,
    &database::MODULE,
    &datatype::MODULE,
    &date::MODULE,
    &finance::MODULE,
    &food::MODULE,
    &git::MODULE,
    &hacker::MODULE,
    &helpers::MODULE,
    &image::MODULE,
    &internet::MODULE,
    &location::MODULE,
    &lorem::MODULE,
    &music::MODULE,
    &number::MODULE,
    &paging::MODULE,
    &person::MODULE,
    &phone::MODULE,
    &record::MODULE,
    &science::MODULE,
    &string::MODULE,
    &system::MODULE,
    &text::MODULE,
    &vehicle::MODULE,
    &word::MODULE,
];

/// The method of a name such as `person.firstName`.
pub fn find(name: &str) -> Option<&'static Method> {
    let (module, method) = name.split_once('.')?;
    let module = MODULES.iter().find(|known| known.name == module)?;
    module.methods.iter().find(|known| known.name == method)
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) mod testing {
    //! One call of a method, for the tests of the modules.

    use crate::dynamic::{Argument, Arguments, Call, Entity, Locale, Output, locale};
    use crate::generate::Rng;

    /// 2025-01-01T00:00:00Z.
    pub(crate) const NOW: i64 = 1_735_689_600_000;

    /// What a method gives for a seed, with an entity of its own.
    pub(crate) fn draw(name: &str, arguments: &Arguments, code: &str, seed: u64) -> (Output, String) {
        let method = super::find(name).unwrap_or_else(|| panic!("no method {name}"));
        let mut out = String::new();
        let mut call = Call {
            out: &mut out,
            rng: &mut Rng::new(seed),
            now: NOW,
            locale: locale::find(code),
            arguments,
            entity: &mut Entity::default(),
        };
        let output = (method.run)(&mut call);
        (output, out)
    }

    /// One object whose values are drawn one after the other.
    pub(crate) struct Object {
        /// What they share.
        pub(crate) entity: Entity,
        rng: Rng,
        locale: &'static Locale,
    }

    /// An object of a locale.
    pub(crate) fn object(code: &str, seed: u64) -> Object {
        Object { entity: Entity::default(), rng: Rng::new(seed), locale: locale::find(code) }
    }

    impl Object {
        /// The next value; all arguments are texts.
        pub(crate) fn draw(&mut self, name: &str, texts: &[(&'static str, &str)]) -> String {
            let mut arguments = Arguments::default();
            for (name, text) in texts {
                arguments.set(name, Argument::Text((*text).into()));
            }
            let method = super::find(name).unwrap_or_else(|| panic!("no method {name}"));
            let mut out = String::new();
            let mut call = Call {
                out: &mut out,
                rng: &mut self.rng,
                now: NOW,
                locale: self.locale,
                arguments: &arguments,
                entity: &mut self.entity,
            };
            (method.run)(&mut call);
            out
        }
    }

    impl From<&str> for Argument {
        fn from(text: &str) -> Self {
            Self::Text(text.into())
        }
    }

    impl From<i64> for Argument {
        fn from(number: i64) -> Self {
            Self::Integer(number)
        }
    }

    impl From<bool> for Argument {
        fn from(flag: bool) -> Self {
            Self::Flag(flag)
        }
    }

    /// Named arguments.
    pub(crate) fn with<const N: usize>(named: [(&'static str, Argument); N]) -> Arguments {
        let mut arguments = Arguments::default();
        for (name, value) in named {
            arguments.set(name, value);
        }
        arguments
    }

    /// Calls every method of a module, bare, under several seeds: it gives something, and the same again.
    pub(crate) fn walk(module: &str) {
        let module = super::MODULES.iter().find(|known| known.name == module).unwrap();
        assert!(module.methods.is_sorted_by_key(|method| method.name), "{} is not sorted", module.name);
        for method in module.methods {
            let name = format!("{}.{}", module.name, method.name);
            assert!(method.example.starts_with(&format!("${name}")), "{name}: {}", method.example);
            for code in ["en", "de", "ja"] {
                for seed in 0..40 {
                    let (output, text) = draw(&name, &Arguments::NONE, code, seed);
                    assert_eq!((output, text.clone()), draw(&name, &Arguments::NONE, code, seed), "{name}");
                    match output {
                        Output::Moment(_) | Output::Nothing => assert!(text.is_empty(), "{name}"),
                        Output::Text => assert!(
                            !text.is_empty()
                                && (text.contains('\n') || (text.trim() == text && !text.contains("  "))),
                            "{name}: {text:?}"
                        ),
                        _ => assert!(
                            serde_json::from_str::<serde_json::Value>(&text).is_ok(),
                            "{name}: {text}"
                        ),
                    }
                }
            }
        }
    }

    #[test]
    fn booleans_keep_their_probability() {
        let mut always = Arguments::default();
        always.set("probability", crate::dynamic::Argument::Integer(1));
        for seed in 0..50 {
            assert_eq!(draw("datatype.boolean", &always, "en", seed), (Output::Boolean, "true".to_owned()));
        }
    }
}
