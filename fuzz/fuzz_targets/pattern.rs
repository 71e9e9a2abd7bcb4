//! Any text as a pattern: what is sampled matches.
#![no_main]

use edgemock::generate::Rng;
use edgemock::schema::pattern::Pattern;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(pattern) = Pattern::parse(text) else { return };
    let mut sample = String::new();
    if pattern.sample(&mut Rng::new(1), 0, None, &mut sample) {
        assert_ne!(pattern.is_match(&sample), Some(false), "{text:?} gives {sample:?}");
    }
    let _ = pattern.is_match(text);
    sample.clear();
    if pattern.sample(&mut Rng::new(2), 3, Some(9), &mut sample) {
        assert!((3..=9).contains(&sample.chars().count()), "{text:?} gives {sample:?}");
    }
});
