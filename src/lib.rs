//! `edgemock`: a cloud mock that a team deploys to its own Cloudflare account.
//!
//! The folders follow the data, in at the top and out at the bottom:
//!
//! | module | what it does |
//! | --- | --- |
//! | [`model`] | what a project is: endpoint, response, settings, token (plain types, no logic) |
//! | [`import`] | documents in: JSON or YAML, OpenAPI 2.0/3.0/3.1 → model |
//! | [`export`] | documents out: parts of a project → one document, in any version, as JSON or YAML |
//! | [`schema`] | JSON Schema, all dialects → one arena of keywords → a generation plan |
//! | [`generate`] | plan + seed → JSON bytes, straight into the output buffer |
//! | [`dynamic`] | `{{$module.method(arguments)|pipe}}`: grammar, catalogue, locales |
//! | [`release`] | model → packs and pointer (publish side); packs and pointer → views (edge side) |
//! | [`rules`] | which expression a property's name asks for |
//! | [`request`] | a request as custom mocks, templates, scripts and validation see it |
//! | [`validate`] | whether a request is what its operation declares, and the refusal where it is not |
//! | [`route`] | mock URL grammar, path matching |
//! | [`template`] | templates of custom mocks: tags, filters, dynamic values, the request; lenient JSON |
//! | [`auth`] | mock tokens and access tokens |
//! | [`log`] | lines of the log, without secrets |
//! | [`limit`] | how many requests a mock answers, and what callers are told of it |
//! | [`respond`] | which answer: request → status, headers, body |
//! | [`script`] | mock scripts: what goes into the sandbox and what comes out |
//! | [`manage`] | the management API without its runtime: routes, request bodies, what an import changes |
//! | [`error`] | every client-visible error: status, code, text |
//! | `worker` | the only code that touches the runtime (wasm32 only) |
//!
//! Clock and randomness are parameters everywhere, so that everything but `worker` runs and is tested on the host.

pub mod auth;
mod distance;
pub mod dynamic;
pub mod error;
pub mod export;
pub mod generate;
mod hex;
pub mod import;
pub mod limit;
pub mod log;
pub mod manage;
pub mod model;
mod pointer;
pub mod release;
pub mod request;
pub mod respond;
pub mod route;
pub mod rules;
pub mod schema;
pub mod script;
pub mod template;
pub mod validate;
#[cfg(target_arch = "wasm32")]
mod worker;
