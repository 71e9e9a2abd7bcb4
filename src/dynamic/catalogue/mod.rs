//! All modules and their methods; one file a module.

mod company;
mod datatype;
mod internet;
mod location;
mod person;
mod phone;
mod record;

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
    &company::MODULE,
    &datatype::MODULE,
    &internet::MODULE,
    &location::MODULE,
    &person::MODULE,
    &phone::MODULE,
    &record::MODULE,
];

/// The method of a name such as `person.firstName`.
pub fn find(name: &str) -> Option<&'static Method> {
    let (module, method) = name.split_once('.')?;
    let module = MODULES.iter().find(|known| known.name == module)?;
    module.methods.iter().find(|known| known.name == method)
}

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

    #[test]
    fn booleans_keep_their_probability() {
        let mut always = Arguments::default();
        always.set("probability", crate::dynamic::Argument::Integer(1));
        for seed in 0..50 {
            assert_eq!(draw("datatype.boolean", &always, "en", seed), (Output::Boolean, "true".to_owned()));
        }
    }
}
