//! A text of a custom mock that may hold expressions.

use super::MockFault;
use crate::dynamic::{Entity, Scope, Template};
use crate::generate::{Context, Rng};
use crate::request::IncomingRequest;

/// A text, parsed.
#[derive(Debug, Clone)]
pub(super) struct MockText(Template);

impl MockText {
    /// Parses a text.
    ///
    /// # Errors
    /// What is wrong, with its place.
    pub(super) fn parse(text: &str) -> Result<Self, MockFault> {
        Template::parse(text).map(Self).map_err(|error| MockFault::new("", error.to_string()))
    }

    /// Appends the text as a body.
    ///
    /// # Errors
    /// What went wrong, for the owner.
    pub(super) fn render_body(
        &self,
        _json: bool,
        request: &IncomingRequest<'_>,
        context: &Context<'_>,
        rng: &mut Rng,
        out: &mut Vec<u8>,
    ) -> Result<(), String> {
        out.extend_from_slice(self.render(request, context, rng)?.as_bytes());
        Ok(())
    }

    /// The text as it was written.
    #[cfg(test)]
    pub(super) fn source(&self) -> &str {
        self.0.source()
    }

    /// Renders the text.
    ///
    /// # Errors
    /// What went wrong, for the owner.
    pub(super) fn render(
        &self,
        _request: &IncomingRequest<'_>,
        context: &Context<'_>,
        rng: &mut Rng,
    ) -> Result<String, String> {
        let mut out = String::new();
        let Context { now, locale, zone, .. } = *context;
        self.0.write(&mut Scope { out: &mut out, rng, now, locale, zone, entity: &mut Entity::default() });
        Ok(out)
    }
}
