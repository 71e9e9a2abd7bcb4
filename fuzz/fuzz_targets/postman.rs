//! Any JSON as the items of a Postman collection, and any bytes as a collection: what is made of it can be read again.
#![no_main]

use edgemock::import::{self, ImportOptions, text};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};

fuzz_target!(|bytes: &[u8]| {
    let Ok(parsed) = text::parse(bytes) else { return };
    let info = json!({"schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"});
    let items: Value = parsed.value.clone();
    for root in [parsed.value, json!({"info": info, "item": [items.clone()]}), json!({"info": info, "item": items})] {
        let Ok(document) = import::read(root, &ImportOptions::default()) else { continue };
        let again = text::parse(document.root.to_string().as_bytes()).expect("what was made is a document");
        let again = import::read(again.value, &ImportOptions::default()).expect("what was made is a document");
        assert_eq!(again.operations.len(), document.operations.len());
    }
});
