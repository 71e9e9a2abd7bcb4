//! Templates of custom mocks: Nunjucks as Apidog takes it, dynamic values, Mock.js placeholders, and the request.
//!
//! A template is read once, when it is saved or when a record is decoded, and rendered for every request. The language
//! runs on minijinja, which pays with fuel for every instruction and every byte; what differs between it and Nunjucks is
//! translated (`translate.rs`, `expression.rs`). What a template for JSON gives is read leniently ([`lenient_json`]) and
//! written as JSON.
//!
//! In JSON, a value knows where it goes: in a string literal it is escaped, elsewhere it becomes a JSON value of its
//! own, so that no value of a request can break out. Texts of the template itself, and what went through `safe`, may
//! hold structure: `{{ "," if not loop.last }}`.

mod error;
mod expression;
mod lenient;
mod library;
mod names;
mod piece;
mod position;
mod request_value;
mod run;
mod token;
mod translate;
mod value;

pub use error::{RenderError, TemplateError};
pub use lenient::lenient_json;

use crate::dynamic;
use crate::generate::Context;
use crate::request::IncomingRequest;
use error::{Fault, excerpt};
use minijinja::value::Value;
use minijinja::{Environment, ErrorKind};
use run::{Run, Sink, Variables};
use std::sync::Arc;
use translate::Reads;

/// The longest template, in bytes.
pub const MAX_TEMPLATE_BYTES: usize = 256 * 1024;
/// The longest body that a template may give, in bytes.
pub const MAX_OUTPUT_BYTES: usize = 1024 * 1024;

/// What a template is to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON: values are escaped where they go, and the result is read leniently.
    Json,
    /// Text, as it is.
    Text,
}

/// A template that is ready to be rendered.
///
/// ```
/// use edgemock::generate::Context;
/// use edgemock::request::{IncomingRequest, RequestParts};
/// use edgemock::template::{Format, MockTemplate};
///
/// let text = r#"{"page": {{ request.query.page|default(1) }}, "ids": [{% for i in range(3) %}{{ loop.index }},{% endfor %}]}"#;
/// let template = MockTemplate::parse(text, Format::Json)?;
/// let request = IncomingRequest::new(RequestParts { query: "page=2", ..RequestParts::default() });
/// let mut body = Vec::new();
/// template.render(&request, &Context::new(1), &mut body)?;
/// assert_eq!(body, br#"{"page":2,"ids":[1,2,3]}"#);
///
/// let error = MockTemplate::parse("{\n  \"name\": \"{{ request.query.name|uper }}\"\n}", Format::Json).unwrap_err();
/// assert_eq!(error.to_string(), "line 2, column 34: there is no filter `uper`. Did you mean `upper`?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct MockTemplate {
    text: Box<str>,
    format: Format,
    body: Body,
}

enum Body {
    /// The same bytes for every request.
    Fixed(String),
    Program(Box<Program>),
}

struct Program {
    environment: Environment<'static>,
    values: Arc<[dynamic::Template]>,
    places: Vec<(usize, usize)>,
    reads: Reads,
}

/// The name of the one template in its environment.
const NAME: &str = "mock";

impl MockTemplate {
    /// Reads a template.
    ///
    /// # Errors
    /// When a tag, an expression or a dynamic value is wrong or names what is not there, a block is not closed, or the
    /// text is too long; for JSON without any tag also when it is no JSON, not even read leniently.
    pub fn parse(text: &str, format: Format) -> Result<Self, TemplateError> {
        let body = Self::read(text, format).map_err(|fault| fault.in_text(text))?;
        Ok(Self { text: text.into(), format, body })
    }

    fn read(text: &str, format: Format) -> Result<Body, Fault> {
        if text.len() > MAX_TEMPLATE_BYTES {
            return Err(Fault::new(0, format!("a template has at most {MAX_TEMPLATE_BYTES} bytes"), ""));
        }
        let translation = translate::translate(text, format == Format::Json)?;
        if let Some(fixed) = translation.fixed {
            return Ok(Body::Fixed(match format {
                Format::Json => json(&fixed)?,
                Format::Text => fixed,
            }));
        }
        let mut environment = library::BASE.clone();
        let mut program = Program {
            environment: Environment::empty(),
            values: translation.values.into(),
            places: translation.places,
            reads: translation.reads,
        };
        let added = environment.add_template_owned(NAME, translation.source);
        added.map_err(|error| program.fault(&error))?;
        program.environment = environment;
        Ok(Body::Program(Box::new(program)))
    }

    /// The template as it was written.
    pub fn source(&self) -> &str {
        &self.text
    }

    /// Appends the body for a request. The same request and context give the same bytes.
    ///
    /// # Errors
    /// When the template computes something impossible, goes on for too long, gives more than [`MAX_OUTPUT_BYTES`], or
    /// gives a text that is no JSON where JSON is wanted. Nothing is appended then.
    pub fn render(
        &self,
        request: &IncomingRequest<'_>,
        context: &Context<'_>,
        out: &mut Vec<u8>,
    ) -> Result<(), RenderError> {
        let program = match &self.body {
            Body::Fixed(text) => {
                out.extend_from_slice(text.as_bytes());
                return Ok(());
            }
            Body::Program(program) => program,
        };
        let rendered = program.run(self.format, request, context);
        let rendered = rendered.map_err(|fault| RenderError::Template(fault.in_text(&self.text)))?;
        match self.format {
            Format::Text => out.extend_from_slice(rendered.as_bytes()),
            Format::Json => {
                let json = json(&rendered).map_err(|fault| RenderError::Json {
                    excerpt: excerpt(&rendered, fault.at),
                    error: fault.in_text(&rendered),
                })?;
                out.extend_from_slice(json.as_bytes());
            }
        }
        Ok(())
    }
}

/// A text as JSON; nothing at all is an empty body.
fn json(text: &str) -> Result<String, Fault> {
    if text.trim().is_empty() { Ok(String::new()) } else { lenient::mend(text, MAX_OUTPUT_BYTES) }
}

impl Program {
    fn run(
        &self,
        format: Format,
        request: &IncomingRequest<'_>,
        context: &Context<'_>,
    ) -> Result<String, Fault> {
        let run = Arc::new(Run::new(format == Format::Json, &self.values, context, MAX_OUTPUT_BYTES));
        let names = Value::from_pairs([
            ("request", request_value::request_value(request, self.reads)),
            (run::RUN, Value::from_dyn_object(run.clone())),
            ("__set", Value::from_object(Variables::default())),
        ]);
        let template = self.environment.get_template(NAME).map_err(|error| self.fault(&error))?;
        let rendered = template.render_captured_to(names, Sink(run.clone()));
        match rendered {
            Ok(_) => Ok(String::from_utf8_lossy(&run.take_output()).into_owned()),
            Err(_) if run.is_full() => {
                let message = format!("the template gives more than {MAX_OUTPUT_BYTES} bytes");
                Err(Fault::new(0, message, "Loop less often, or print less."))
            }
            Err(error) => Err(self.fault(&error)),
        }
    }

    /// An error of minijinja, at its place in the template.
    fn fault(&self, error: &minijinja::Error) -> Fault {
        let at = error.range().map_or(0, |range| {
            let next = self.places.partition_point(|(written, _)| *written <= range.start);
            next.checked_sub(1).and_then(|index| self.places.get(index)).map_or(0, |(_, at)| *at)
        });
        let detail =
            error.detail().map_or_else(|| error.kind().to_string(), |detail| detail.replace("|__number", ""));
        match error.kind() {
            ErrorKind::OutOfFuel => Fault::new(
                at,
                "the template takes too long",
                "Loop less often, or make smaller lists and texts.",
            ),
            ErrorKind::SyntaxError => Fault::new(at, format!("this is no expression: {detail}"), ""),
            _ => Fault::new(at, detail, ""),
        }
    }
}

impl std::fmt::Debug for MockTemplate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("MockTemplate").field(&self.format).field(&self.text).finish()
    }
}
