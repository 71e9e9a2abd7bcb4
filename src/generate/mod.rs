//! Plan and seed in, JSON bytes out.

pub mod format;
mod items;
mod lorem;
mod named;
mod number;
mod offer;
mod rng;
mod suggest;
pub(crate) mod text;
mod variant;
mod walk;

use crate::dynamic::{Locale, Zone, locale};
pub use items::ItemRoot;
pub use named::RequestValues;
pub(crate) use offer::sample_offer;
pub use rng::Rng;
pub(crate) use suggest::suggest;
pub use variant::Variant;
pub use walk::generate;
pub(crate) use walk::generate_node;

/// What generation depends on besides the plan. The same plan and context give the same bytes everywhere.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// Chooses the values.
    pub seed: u64,
    /// The clock, in milliseconds since 1970 UTC.
    pub now: i64,
    /// The language of names, places and texts.
    pub locale: &'static Locale,
    /// The time zone that moments are written in.
    pub zone: Zone,
    /// What the request says about the body.
    pub request: Option<&'a RequestValues>,
    /// The status that the answer is served with.
    pub status: Option<u16>,
    /// No body grows past this many bytes unless its schema demands it.
    pub max_bytes: usize,
    /// No body nests deeper than this unless its schema demands it.
    pub max_depth: u8,
    /// Which border of its schema the body lies on; `None`: values as they usually are.
    pub variant: Option<Variant>,
}

impl Context<'_> {
    /// A context with a fixed clock (2025-01-01T00:00:00Z), English values and the default of 256 KB.
    pub fn new(seed: u64) -> Self {
        Self {
            seed,
            now: 1_735_689_600_000,
            locale: locale::find("en"),
            zone: Zone::UTC,
            request: None,
            status: None,
            max_bytes: 256 * 1024,
            max_depth: u8::MAX,
            variant: None,
        }
    }
}

/// What is known of a generated body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// False when the schema cannot be satisfied, or was not within the budget: the body is the closest found.
    pub valid: bool,
    /// What it took, all attempts together: a value is 1, and so are 16 bytes that had to be checked.
    pub work: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::{Value, json};

    /// A body and its outcome.
    fn made(schema: &Value, seed: u64) -> (Vec<u8>, Outcome) {
        let source = Source::new(schema, Dialect::Draft202012);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("");
        let plan = builder.finish().plan;
        let mut body = Vec::new();
        let outcome = generate(&plan, root, &Context::new(seed), &mut body);
        (body, outcome)
    }

    #[test]
    fn work_is_what_a_body_took() {
        let list = |items: usize| json!({"type": "array", "minItems": items, "maxItems": items, "items": {"type": "integer"}});
        assert_eq!(made(&list(0), 1).1, Outcome { valid: true, work: 1 });
        assert_eq!(made(&list(20), 1).1, Outcome { valid: true, work: 21 });
        // Trying again is work too.
        let coins =
            json!({"type": "array", "uniqueItems": true, "minItems": 2, "items": {"type": "boolean"}});
        let most = (0..50).map(|seed| made(&coins, seed).1.work).max();
        assert!(most > Some(3), "{most:?}");
    }

    #[test]
    fn a_body_does_not_depend_on_the_one_before() {
        let schemas = [
            json!({"type": "array", "items": {"type": "object", "properties": {"name": {"type": "string"}, "city": {"type": "string"}}}}),
            json!({"type": "array", "uniqueItems": true, "minItems": 3, "items": {"type": "string"}}),
            json!({"type": "string", "format": "email"}),
            json!({"type": "string", "pattern": "^a$", "minLength": 5}),
        ];
        let alone: Vec<_> = schemas
            .iter()
            .map(|schema| std::thread::scope(|scope| scope.spawn(|| made(schema, 3)).join().unwrap()))
            .collect();
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 2, 0, 3]] {
            for at in order {
                assert_eq!(made(&schemas[at], 3), alone[at], "{}", schemas[at]);
            }
        }
    }
}
