//! Any document, exported in every version and read again: it is readable, and its YAML says what its JSON does.
#![no_main]

use edgemock::export::{ExportEndpoint, ExportPart, ExportProject, ExportRequest, assemble, to_yaml};
use edgemock::import::{self, ImportOptions};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(parsed) = import::text::parse(bytes) else { return };
    let Ok(document) = import::read(parsed.value, &ImportOptions::default()) else { return };
    let endpoints = (1..).zip(&document.operations).map(|(id, operation)| ExportEndpoint {
        id,
        method: operation.method,
        path: operation.path.clone(),
        mock: None,
    });
    let part = ExportPart { endpoints: endpoints.collect(), document, prepended: false };
    for version in ["2.0", "3.0", "3.1"] {
        let body = format!("{{\"oasVersion\": \"{version}\"}}");
        let Ok(request) = ExportRequest::parse(body.as_bytes()) else { return };
        let exported = assemble(vec![part.clone()], &ExportProject::default(), &request);
        if let Ok(again) = import::text::parse(to_yaml(&exported.document).as_bytes()) {
            assert_eq!(again.value, exported.document);
        }
        assert!(import::read(exported.document, &ImportOptions::default()).is_ok());
    }
});
