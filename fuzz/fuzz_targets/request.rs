//! Any bytes as a request to one operation: it passes or is refused with everything that is wrong, within bounds. Five
//! lines: path, query, content type, a header, the rest is the body.
#![no_main]

use edgemock::import::{ImportOptions, read, text};
use edgemock::request::{IncomingRequest, RequestParts};
use edgemock::schema::Source;
use edgemock::validate::{MAX_VIOLATIONS, RequestRules, Scope, compile_request, problem_json};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static DOCUMENT: &[u8] = include_bytes!("../request.yaml");

static RULES: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let parsed = text::parse(DOCUMENT).expect("the document is YAML");
    let document = read(parsed.value, &ImportOptions::default()).expect("the document is one");
    let source = Source::new(&document.root, document.dialect);
    compile_request(&source, &document.root, document.dialect, &document.operations[0]).rules.encode()
});

fuzz_target!(|bytes: &[u8]| {
    let _ = RequestRules::decode(bytes);
    let mut lines = bytes.splitn(5, |byte| *byte == b'\n');
    let mut line = || String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
    let (path, query, content_type, header) = (line(), line(), line(), line());
    let body = lines.next().unwrap_or_default();
    let rules = RequestRules::decode(&RULES).expect("rules can be stored");
    let parts: Vec<&str> = path.split('/').collect();
    let named = ["m", "l", "s"].iter().zip(parts.iter().skip(2));
    let request = IncomingRequest::new(RequestParts {
        method: "POST",
        path: &path,
        path_parameters: named.map(|(name, value)| ((*name).into(), (*value).into())).collect(),
        query: &query,
        headers: vec![
            ("content-type".into(), content_type.into()),
            ("h".into(), header.as_str().into()),
            ("cookie".into(), header.as_str().into()),
            ("authorization".into(), header.as_str().into()),
        ],
        body,
        ..RequestParts::default()
    });
    for scope in [Scope::ALL, Scope { requests: true, security: false }] {
        if let Err(refusal) = rules.check(&request, scope) {
            assert!((1..=MAX_VIOLATIONS).contains(&refusal.violations.len()), "{refusal:?}");
            assert!(refusal.header().len() <= 1024);
            assert!(problem_json(&refusal).len() <= 200_000);
        }
    }
});
