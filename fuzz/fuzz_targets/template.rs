//! Any text as a template: it is read or refused, and what is read renders, the same each time; JSON is JSON. And any
//! text as lenient JSON.
#![no_main]

use edgemock::generate::Context;
use edgemock::request::{IncomingRequest, RequestParts};
use edgemock::template::{Format, MAX_OUTPUT_BYTES, MockTemplate, lenient_json};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(json) = lenient_json(text, MAX_OUTPUT_BYTES) {
        // Not read as a value: digits that fit no float are JSON, too.
        assert!(serde_json::from_str::<&serde_json::value::RawValue>(&json).is_ok(), "{text:?} gives {json}");
        assert_eq!(lenient_json(&json, usize::MAX).as_deref(), Ok(json.as_str()));
    }
    let request = IncomingRequest::new(RequestParts {
        query: "page=2&q=%22%7D%2C",
        headers: vec![("content-type".into(), "application/json".into())],
        body: br#"{"user": {"name": "Ada"}, "items": [1, 2]}"#,
        ..RequestParts::default()
    });
    for format in [Format::Json, Format::Text] {
        let template = match MockTemplate::parse(text, format) {
            Ok(template) => template,
            Err(error) => {
                assert!(error.line <= text.lines().count() + 1, "{error}");
                continue;
            }
        };
        let (mut out, mut again) = (Vec::new(), Vec::new());
        let result = template.render(&request, &Context::new(1), &mut out);
        assert_eq!(result, template.render(&request, &Context::new(1), &mut again));
        assert_eq!(out, again);
        assert!(out.len() <= MAX_OUTPUT_BYTES);
    }
});
