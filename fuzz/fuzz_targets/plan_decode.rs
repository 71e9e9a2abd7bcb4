//! Any bytes as a published record: what can be decoded can be walked.
#![no_main]

use edgemock::generate::{Context, generate};
use edgemock::release::Record;
use edgemock::schema::{Plan, Root};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = postcard::from_bytes::<Record>(bytes);
    let (Ok(plan), Ok(root)) = (postcard::from_bytes::<Plan>(bytes), postcard::from_bytes::<Root>(&[0])) else { return };
    let mut body = Vec::new();
    generate(&plan, root, &Context::new(1), &mut body);
    assert!(body.len() <= 4 << 20, "{} bytes", body.len());
});
