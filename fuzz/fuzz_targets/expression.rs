//! Any text as a template: it is read or refused, and what is read can be written, the same each time.
#![no_main]

use edgemock::dynamic::{Entity, Scope, Template, Zone, locale};
use edgemock::generate::Rng;
use libfuzzer_sys::fuzz_target;

fn write(template: &Template, seed: u64) -> String {
    let mut out = String::new();
    template.write(&mut Scope {
        out: &mut out,
        rng: &mut Rng::new(seed),
        now: 1_735_689_600_000,
        locale: locale::find("en"),
        zone: Zone::UTC,
        entity: &mut Entity::default(),
    });
    out
}

fuzz_target!(|text: &str| {
    let template = match Template::parse(text) {
        Ok(template) => template,
        Err(error) => {
            assert!(error.position <= text.chars().count(), "{error}");
            return;
        }
    };
    let value = write(&template, 1);
    assert!(value.len() <= 400_000, "{text:?} gives {} bytes", value.len());
    assert_eq!(value, write(&template, 1), "{text:?}");
    if let Some(fixed) = template.fixed() {
        assert_eq!(value, fixed);
    }
    let bytes = postcard::to_stdvec(&template).expect("templates can be stored");
    assert_eq!(postcard::from_bytes::<Template>(&bytes).as_ref(), Ok(&template));
});
