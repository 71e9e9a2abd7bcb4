//! The body of a request: its type, its form, its schema.

use super::coerce::Coercer;
use super::form::covers;
use super::rules::{BodyRule, MediaRule, RequestRules};
use super::styles::Raw;
use super::violation::{Location, Violation};
use crate::auth::Form;
use crate::request::{IncomingRequest, MAX_BODY_BYTES};
use crate::respond::{Kind, base_of};
use crate::schema::{Direction, find_all};
use quick_xml::events::Event;
use serde_json::Value;

/// How deep elements of an XML body may nest.
const MAX_XML_DEPTH: usize = 1000;

/// What kind of fault a body has, the one that decides the status last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BodyFault {
    /// It does not fit its schema, if anything.
    Schema,
    /// It cannot be read.
    Malformed,
    /// It has a type that the operation does not declare.
    Undeclared,
    /// Not all of it was read.
    TooLarge,
}

impl RequestRules {
    /// What is wrong with the body of a request.
    pub(super) fn check_body(&self, request: &IncomingRequest<'_>, found: &mut Vec<Violation>) -> BodyFault {
        let Some(rule) = &self.body else { return BodyFault::Schema };
        if request.body_is_cut() {
            let message = format!("must have at most {MAX_BODY_BYTES} bytes, has more");
            found.push(Violation::body("", "content", message));
            return BodyFault::TooLarge;
        }
        if request.body().is_empty() {
            if rule.required {
                found.push(Violation::body("", "required", "is missing"));
            }
            return BodyFault::Schema;
        }
        let Some(header) = request.header("content-type").filter(|header| !header.trim().is_empty()) else {
            return self.check_untyped(rule, request, found);
        };
        let sent = base_of(header).to_ascii_lowercase();
        let Some(media) = media_for(rule, &sent) else {
            // A body that is declared without any media type may have each.
            if rule.media.is_empty() {
                return BodyFault::Schema;
            }
            let message = format!("must be {}, is {sent}", listed(rule));
            found.push(Violation::parameter(Location::Header, "Content-Type", "content", message));
            return BodyFault::Undeclared;
        };
        match self.check_media(media, header, request, found) {
            Ok(()) => BodyFault::Schema,
            Err(violation) => {
                found.push(violation);
                BodyFault::Malformed
            }
        }
    }

    /// A body without a type: to be told only where each type is declared.
    fn check_untyped(
        &self,
        rule: &BodyRule,
        request: &IncomingRequest<'_>,
        found: &mut Vec<Violation>,
    ) -> BodyFault {
        let any = rule.media.iter().find(|media| &*media.range == "*/*");
        if rule.media.is_empty() || any.is_some() {
            if let (Some(schema), Some(value)) = (any.and_then(|media| media.schema), request.json()) {
                self.judge(&[schema], value, found);
            }
            return BodyFault::Schema;
        }
        let message = format!("is missing: must be {}", listed(rule));
        found.push(Violation::parameter(Location::Header, "Content-Type", "content", message));
        BodyFault::Undeclared
    }

    /// Checks a body of a declared type.
    ///
    /// # Errors
    /// Why the body cannot be read.
    fn check_media(
        &self,
        media: &MediaRule,
        content_type: &str,
        request: &IncomingRequest<'_>,
        found: &mut Vec<Violation>,
    ) -> Result<(), Violation> {
        let kind = Kind::of(content_type);
        let body = request.body();
        let schemas: Vec<_> = media.schema.into_iter().collect();
        let text = || text_of(content_type, body);
        match kind {
            Kind::Json => {
                let text = text()?;
                match request.json() {
                    Some(value) => self.judge(&schemas, value, found),
                    None => return Err(no_json(text)),
                }
            }
            Kind::JsonLines => {
                let lines = text()?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
                for (at, line) in lines {
                    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(line) {
                        let message = format!("must be JSON on each line: line {}: {error}", at + 1);
                        return Err(Violation::body("", "content", message));
                    }
                }
            }
            Kind::Form => self.check_urlencoded(media, text()?, found),
            Kind::Multipart if base_of(content_type).eq_ignore_ascii_case("multipart/form-data") => {
                let Some(Form::Multipart(boundary)) = Form::of_content_type(content_type) else {
                    let message = "must have a boundary of 1 to 70 characters";
                    return Err(Violation::parameter(Location::Header, "Content-Type", "content", message));
                };
                if !ends_with_boundary(body, &boundary) {
                    let message = "ends before the last boundary of the form";
                    return Err(Violation::body("", "content", message));
                }
                self.check_multipart(media, request.form(), found);
            }
            Kind::Xml => is_well_formed(text()?)
                .map_err(|why| Violation::body("", "content", format!("must be well-formed XML: {why}")))?,
            Kind::Text | Kind::EventStream => {
                let text = text()?;
                if !schemas.is_empty() {
                    let coercer = Coercer::new(&self.checks);
                    let value = coercer.value(&Raw::Text(text.to_owned()), &schemas);
                    // Comma-separated values and the like: what a structure looks like as text is not known.
                    let structured =
                        coercer.wants(&schemas).iter().all(|want| *want != super::styles::Want::Scalar);
                    if !structured {
                        self.judge(&schemas, &value, found);
                    }
                }
            }
            Kind::JsonSequence | Kind::Multipart | Kind::Binary(_) => {}
        }
        Ok(())
    }

    fn judge(&self, schemas: &[crate::schema::SchemaId], value: &Value, found: &mut Vec<Violation>) {
        let wrong = find_all(&self.checks, schemas, Direction::Request, value, super::MAX_VIOLATIONS);
        found.extend(wrong.iter().map(|finding| Violation::in_body("", finding)));
    }
}

/// The declared media type for one that was sent: the same, else the narrowest range.
fn media_for<'r>(rule: &'r BodyRule, sent: &str) -> Option<&'r MediaRule> {
    let width = |media: &&MediaRule| match &*media.range {
        "*/*" => 2,
        range => u8::from(range.ends_with("/*")),
    };
    rule.media.iter().filter(|media| covers(&media.range, sent)).min_by_key(width)
}

/// The declared media types for a message.
fn listed(rule: &BodyRule) -> String {
    let ranges: Vec<&str> = rule.media.iter().map(|media| &*media.range).take(8).collect();
    ranges.join(" or ")
}

/// The body as text.
///
/// # Errors
/// Another encoding than UTF-8.
fn text_of<'b>(content_type: &str, body: &'b [u8]) -> Result<&'b str, Violation> {
    let parameters = content_type.split(';').skip(1).filter_map(|parameter| parameter.split_once('='));
    let charset = parameters
        .filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .map(|(_, value)| value.trim().trim_matches('"').to_ascii_lowercase())
        .next();
    let readable = match charset.as_deref() {
        None | Some("utf-8" | "utf8" | "us-ascii" | "ascii") => true,
        // The same bytes as long as all of them are ASCII.
        Some("iso-8859-1" | "latin1" | "windows-1252") => body.is_ascii(),
        Some(_) => false,
    };
    if !readable {
        let message = format!("must be UTF-8, is {}", charset.unwrap_or_default());
        return Err(Violation::parameter(Location::Header, "Content-Type", "charset", message));
    }
    std::str::from_utf8(body).map_err(|error| {
        Violation::body("", "charset", format!("must be UTF-8, has another byte at {}", error.valid_up_to()))
    })
}

/// Why a text is no JSON.
fn no_json(text: &str) -> Violation {
    let error = serde_json::from_str::<Value>(text).err().map(|error| error.to_string()).unwrap_or_default();
    Violation::body("", "content", format!("must be JSON: {error}"))
}

/// Whether the closing delimiter of a multipart body is there.
fn ends_with_boundary(body: &[u8], boundary: &str) -> bool {
    let closing = format!("--{boundary}--");
    let found = body.windows(closing.len()).rposition(|window| window == closing.as_bytes());
    found.is_some_and(|at| at == 0 || body.get(..at).is_some_and(|before| before.ends_with(b"\n")))
}

/// Whether a text is one XML element with everything that was opened closed.
fn is_well_formed(text: &str) -> Result<(), String> {
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut depth, mut roots) = (0_usize, 0_usize);
    loop {
        let at = reader.buffer_position();
        match reader.read_event() {
            Err(error) => return Err(format!("{error}, at byte {at}")),
            Ok(Event::Eof) => break,
            Ok(Event::Start(start)) => {
                start
                    .attributes()
                    .try_for_each(|attribute| attribute.map(drop))
                    .map_err(|error| error.to_string())?;
                roots += usize::from(depth == 0);
                depth += 1;
                if depth > MAX_XML_DEPTH {
                    return Err(format!("more than {MAX_XML_DEPTH} elements in one another"));
                }
            }
            Ok(Event::End(_)) => depth = depth.saturating_sub(1),
            Ok(Event::Empty(start)) => {
                start
                    .attributes()
                    .try_for_each(|attribute| attribute.map(drop))
                    .map_err(|error| error.to_string())?;
                roots += usize::from(depth == 0);
            }
            Ok(_) => {}
        }
    }
    match (depth, roots) {
        (0, 1) => Ok(()),
        (0, _) => Err(format!("{roots} elements at the top")),
        _ => Err("it ends before all elements are closed".to_owned()),
    }
}
