//! Values that come from elsewhere (a mock field, a name rule, the request) and are taken where they fit.

use super::{Context, Rng, number, text};
use crate::dynamic::{Entity, Output, Scope, Template, Zone, moment};
use crate::generate::format::Format;
use crate::schema::{NumberShape, Shape, StringShape};

/// A value that is offered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offer<'t> {
    /// Its text; empty for moments.
    pub(super) text: &'t str,
    /// What the text is.
    pub(super) kind: Output,
    /// How moments are written.
    pub(super) context: &'t Context<'t>,
}

/// Puts a value of a template into `out`, which is emptied first.
pub(super) fn draw(
    template: &Template,
    context: &Context<'_>,
    rng: &mut Rng,
    entity: &mut Entity,
    out: &mut String,
) -> Output {
    out.clear();
    let Context { now, locale, zone, .. } = *context;
    template.write(&mut Scope { out, rng, now, locale, zone, entity })
}

impl Offer<'_> {
    /// Appends the value as JSON where it fits the shape, else nothing. Arrays and objects are appended as they are:
    /// whoever offers them has to check them.
    pub(super) fn write(&self, shape: &Shape, out: &mut Vec<u8>) -> bool {
        match shape {
            Shape::String(shape) => self.write_string(shape, out),
            Shape::Number(shape) => self.write_number(shape, out),
            Shape::Boolean(value) => {
                let offered = match self.text.trim() {
                    "true" | "1" => true,
                    "false" | "0" => false,
                    _ => return false,
                };
                let fits = value.is_none_or(|value| value == offered);
                if fits {
                    out.extend_from_slice(if offered { b"true" } else { b"false" });
                }
                fits
            }
            Shape::Null => {
                let fits = self.text.trim() == "null";
                if fits {
                    out.extend_from_slice(b"null");
                }
                fits
            }
            Shape::Literals(texts) => {
                let is_it = |literal: &str| {
                    let inner = literal.strip_prefix('"').and_then(|literal| literal.strip_suffix('"'));
                    inner.unwrap_or(literal) == self.text
                };
                let found = texts.iter().find(|literal| is_it(literal));
                out.extend_from_slice(found.map_or(b"", |literal| literal.as_bytes()));
                found.is_some()
            }
            Shape::Array(_) | Shape::Object(_) => {
                let open = if matches!(shape, Shape::Array(_)) { '[' } else { '{' };
                let fits = self.text.trim_start().starts_with(open)
                    && serde_json::from_str::<serde::de::IgnoredAny>(self.text).is_ok();
                if fits {
                    out.extend_from_slice(self.text.trim().as_bytes());
                }
                fits
            }
        }
    }

    fn write_string(&self, shape: &StringShape, out: &mut Vec<u8>) -> bool {
        let Output::Moment(at) = self.kind else {
            let fits = text::accepts(shape, self.text);
            if fits {
                text::write_json(self.text, out);
            }
            return fits;
        };
        let Context { zone, locale, .. } = *self.context;
        if zone == Zone::UTC
            && let Some(part) = iso_part(shape.formats.first())
        {
            let iso = moment::iso(at);
            let text = iso.get(part).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default();
            // What was written as the one format that is asked for need not be read again.
            let known = matches!(
                shape.formats.as_slice(),
                [Format::DateTime | Format::Date | Format::LocalDateTime | Format::LocalTime]
            );
            let fits = if known { text::fits(shape, text) } else { text::accepts(shape, text) };
            if fits {
                text::write_json(text, out);
            }
            return fits;
        }
        let mut rendered = String::new();
        let pattern = match shape.formats.first() {
            Some(Format::Date) => Some("yyyy-MM-dd"),
            Some(Format::Time) => Some("HH:mm:ssXXX"),
            Some(Format::LocalDateTime) => Some("yyyy-MM-dd'T'HH:mm:ss"),
            Some(Format::LocalTime) => Some("HH:mm:ss"),
            _ => None,
        };
        match pattern {
            Some(pattern) => moment::write(at, pattern, zone, locale, &mut rendered),
            None => moment::write_offset(at, zone, &mut rendered),
        }
        let fits = text::accepts(shape, &rendered);
        if fits {
            text::write_json(&rendered, out);
        }
        fits
    }

    fn write_number(&self, shape: &NumberShape, out: &mut Vec<u8>) -> bool {
        let chosen = if let Output::Moment(moment) = self.kind {
            // Seconds, unless only milliseconds fit.
            [moment.div_euclid(1000), moment]
                .into_iter()
                .find_map(|units| number::accept(shape, i128::from(units), 0))
        } else {
            let parsed = number::parse(self.text).or_else(|| number::parse(self.text.trim()));
            parsed.and_then(|(units, places)| number::accept(shape, units, places))
        };
        if let Some((units, places)) = chosen {
            number::write(units, places, out);
        }
        chosen.is_some()
    }
}

/// The part of `2025-01-01T00:00:00.000Z` that is a moment in this format; `None` where it takes other letters.
fn iso_part(format: Option<&Format>) -> Option<std::ops::Range<usize>> {
    match format {
        Some(Format::Date) => Some(0..10),
        Some(Format::LocalDateTime) => Some(0..19),
        Some(Format::LocalTime) => Some(11..19),
        Some(Format::Time) => None,
        _ => Some(0..24),
    }
}

/// Whether a value of a template fits a shape: how the planner finds out whether it is worth trying.
pub(crate) fn sample_offer(template: &Template, shape: &Shape, context: &Context<'_>) -> bool {
    let mut text = String::new();
    let kind = draw(template, context, &mut Rng::new(context.seed), &mut Entity::default(), &mut text);
    kind != Output::Nothing && Offer { text: &text, kind, context }.write(shape, &mut Vec::new())
}
