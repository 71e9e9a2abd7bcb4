//! The integration tests, as one program: linking the crate once for each of them takes longer than all tests together.
//! One of them: `cargo test --test integration golden::`.

#[path = "../support/mod.rs"]
mod support;

mod allocations;
mod dynamic_values;
mod export_corpus;
mod export_meaning;
mod golden;
mod hostile_schemas;
mod import_corpus;
mod import_hostile;
mod json_schema_suite;
mod judge;
mod name_rules;
mod openapi_responses;
mod other_files;
mod real_schemas;
mod realistic;
mod request_corpus;
mod request_validation;
mod schema_property;
mod templates;
mod variants;
