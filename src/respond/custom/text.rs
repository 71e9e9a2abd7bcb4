//! A text of a custom mock: a template, parsed.

use super::MockFault;
use crate::generate::{Context, Rng};
use crate::request::IncomingRequest;
use crate::template::{Format, MockTemplate};
use std::sync::Arc;

/// A text, parsed. Cheap to clone.
#[derive(Clone)]
pub(super) struct MockText(Arc<MockTemplate>);

impl MockText {
    /// Parses a text of a header or a member.
    ///
    /// # Errors
    /// What is wrong, with line and column.
    pub(super) fn parse(text: &str) -> Result<Self, MockFault> {
        Self::parse_as(text, Format::Text)
    }

    /// Parses a body; `json` where its content type is JSON.
    ///
    /// # Errors
    /// What is wrong, with line and column.
    pub(super) fn parse_body(text: &str, json: bool) -> Result<Self, MockFault> {
        Self::parse_as(text, if json { Format::Json } else { Format::Text })
    }

    fn parse_as(text: &str, format: Format) -> Result<Self, MockFault> {
        let parsed = MockTemplate::parse(text, format);
        parsed.map(|template| Self(Arc::new(template))).map_err(|error| MockFault::new("", error.to_string()))
    }

    /// The text as it was written.
    #[cfg(test)]
    pub(super) fn source(&self) -> &str {
        self.0.source()
    }

    /// Appends what the text renders. Every call draws other values from `rng`.
    ///
    /// # Errors
    /// What went wrong, for the owner.
    pub(super) fn render_to(
        &self,
        request: &IncomingRequest<'_>,
        context: &Context<'_>,
        rng: &mut Rng,
        out: &mut Vec<u8>,
    ) -> Result<(), String> {
        let context = Context { seed: rng.bits(), ..context.clone() };
        self.0.render(request, &context, out).map_err(|error| error.to_string())
    }

    /// What the text renders.
    ///
    /// # Errors
    /// What went wrong, for the owner.
    pub(super) fn render(
        &self,
        request: &IncomingRequest<'_>,
        context: &Context<'_>,
        rng: &mut Rng,
    ) -> Result<String, String> {
        let mut out = Vec::new();
        self.render_to(request, context, rng, &mut out)?;
        Ok(String::from_utf8_lossy(&out).into_owned())
    }
}

impl std::fmt::Debug for MockText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("MockText").field(&self.0.source()).finish()
    }
}
