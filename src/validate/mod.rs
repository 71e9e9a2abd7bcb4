//! Request validation: whether a request is what its operation declares.
//!
//! [`compile_request`] runs when a document is published and makes [`RequestRules`] of each operation;
//! [`RequestRules::check`] runs for each request, where the project asks for it, and gives a [`Refusal`] that lists
//! everything that is wrong. What it is answered with is decided in [`crate::respond::refuse`].
//!
//! | file | what |
//! | --- | --- |
//! | `compile*.rs` | a document's operation → rules |
//! | `rules.rs` | the rules as they are stored |
//! | `pairs.rs`, `styles.rs` | text as it was sent → items and members, by `style` and `explode` |
//! | `coerce.rs` | items and members → a JSON value, by the schema's types |
//! | `parameters.rs`, `body.rs`, `form.rs`, `credentials.rs` | the parts of a request |
//! | `check.rs`, `refusal.rs` | all of them, and what comes of it |

mod body;
mod check;
mod coerce;
mod compile;
mod compile_body;
mod compile_security;
mod credentials;
mod form;
mod pairs;
mod parameters;
mod refusal;
mod rules;
mod styles;
mod violation;

pub use check::Scope;
pub use compile::{CompiledRequest, MAX_RULES_BYTES, compile_request};
pub use refusal::{Refusal, declared_response, problem_json};
pub use rules::RequestRules;
pub use violation::{Location, MAX_VIOLATIONS, Violation};
