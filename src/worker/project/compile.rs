//! Compiling the operations of documents to what is stored of them.

use super::store::Store;
use crate::import::{Document, ImportOptions, read, text};
use crate::manage::KnownResponse;
use crate::model::{Operation, Problem};
use crate::release::{EndpointSource, compile_endpoint};
use crate::schema::{Names, Source};
use crate::validate::{RequestRules, compile_request};
use std::collections::HashMap;

/// A compiled operation, as it is stored.
pub(super) struct Encoded {
    pub(super) record: Vec<u8>,
    /// The rules for its requests.
    pub(super) request: Vec<u8>,
}

/// Nothing for an operation that demands nothing.
fn encoded_rules(rules: &RequestRules) -> Vec<u8> {
    if rules.is_empty() { Vec::new() } else { rules.encode() }
}

/// A compiled operation, and what is wrong with it.
pub(super) struct Compiled {
    pub(super) stored: Encoded,
    pub(super) problems: Vec<Problem>,
}

/// Compiles one operation of a document. `responses` may be in any order.
pub(super) fn compile(
    source: &mut Source<'_>,
    document: &Document,
    operation: &Operation,
    id: u64,
    responses: &[KnownResponse],
    names: &Names,
) -> Compiled {
    let id_of = |key: &str| responses.iter().find(|known| known.key == key).map_or(0, |known| known.id);
    let response_ids: Vec<u64> = operation.responses.iter().map(|response| id_of(&response.key)).collect();
    let endpoint = EndpointSource { id, operation, response_ids: &response_ids, names };
    let compiled = compile_endpoint(source, &document.root, endpoint);
    let request = compile_request(source, &document.root, document.dialect, operation);
    let stored = Encoded { record: compiled.record, request: encoded_rules(&request.rules) };
    Compiled { stored, problems: [compiled.problems, request.problems].concat() }
}

/// Compiles the endpoints of all documents again, those of all branches.
pub(super) fn recompile(store: &Store) -> worker::Result<()> {
    let names = store.settings()?.names();
    let known = store.endpoints_of_all()?;
    for (number, reading) in store.documents()? {
        let options: ImportOptions = serde_json::from_str(&reading)?;
        let failed = |error: crate::import::DocumentError| worker::Error::RustError(error.to_string());
        let parsed = text::parse(store.document_text(number)?.as_bytes()).map_err(failed)?;
        let document = read(parsed.value, &options).map_err(failed)?;
        let mut endpoints: HashMap<_, _> = HashMap::new();
        for (endpoint, from) in &known {
            if *from == number {
                endpoints.insert((endpoint.method, endpoint.path.as_str()), endpoint);
            }
        }
        let mut source = Source::new(&document.root, document.dialect);
        for operation in &document.operations {
            let Some(endpoint) = endpoints.get(&(operation.method, operation.path.as_str())) else {
                continue;
            };
            let compiled =
                compile(&mut source, &document, operation, endpoint.id, &endpoint.responses, &names);
            store.write_record(endpoint.id, compiled.stored.record, compiled.stored.request)?;
        }
    }
    store.commit_records(true)
}
