//! Parameters in path, query, headers and cookies.

use super::coerce::Coercer;
use super::pairs::{Coding, Pair, Sent, pairs_of};
use super::rules::{ParameterRule, Place, Reading, RequestRules, Style, Styling};
use super::styles::{Raw, Want, of_pairs, of_text};
use super::violation::{Location, Violation};
use crate::request::{IncomingRequest, MAX_QUERY_PARAMETERS};
use crate::route::raw_path_values;
use crate::schema::{Direction, SchemaId, find_all};
use serde_json::Value;
use std::borrow::Cow;

impl From<Place> for Location {
    fn from(place: Place) -> Self {
        match place {
            Place::Path => Self::Path,
            Place::Query => Self::Query,
            Place::Header => Self::Header,
            Place::Cookie => Self::Cookie,
        }
    }
}

/// The parts of a request that hold parameters, taken apart once.
struct Parts<'r> {
    path: Vec<(&'r str, Sent<'r>)>,
    query: Vec<Pair<'r>>,
    cookies: Vec<Pair<'r>>,
    request: &'r IncomingRequest<'r>,
}

impl RequestRules {
    /// What is wrong with the parameters of a request.
    pub(super) fn check_parameters(&self, request: &IncomingRequest<'_>, found: &mut Vec<Violation>) {
        if self.parameters.is_empty() {
            return;
        }
        let raw = raw_path_values(&self.path, request.path());
        // A request by the endpoint's id has no path parameters, and needs none.
        let has_path = !request.path_parameters().is_empty();
        let decoded = request.path_parameters().iter().map(|(name, value)| {
            let sent = raw
                .iter()
                .find(|(known, _)| known == name)
                .map(|(_, raw)| Sent { raw, coding: Coding::Percent });
            (&**name, sent.unwrap_or(Sent { raw: value, coding: Coding::Plain }))
        });
        let cookies = request.cookies().iter().map(|(name, raw)| Pair {
            name: Cow::Borrowed(name),
            value: Sent { raw, coding: Coding::Percent },
        });
        let parts = Parts {
            path: decoded.collect(),
            query: pairs_of(request.raw_query(), MAX_QUERY_PARAMETERS),
            cookies: cookies.collect(),
            request,
        };
        for rule in &self.parameters {
            if rule.place != Place::Path || has_path {
                self.check_parameter(rule, &parts, found);
            }
        }
    }

    fn check_parameter(&self, rule: &ParameterRule, parts: &Parts<'_>, found: &mut Vec<Violation>) {
        let location = Location::from(rule.place);
        let violation = |keyword, message: &str| Violation::parameter(location, &rule.name, keyword, message);
        let schemas: Vec<SchemaId> = rule.schema.into_iter().collect();
        let coercer = Coercer::new(&self.checks);
        let values = match &rule.reading {
            Reading::Styled(styling) => {
                let exploded = styling.explode && matches!(styling.style, Style::Form | Style::Cookie);
                let members = if exploded { coercer.properties(&schemas) } else { (Vec::new(), false) };
                let others = |name: &str| self.is_member(rule, name, &members);
                Values::read(&coercer, &schemas, |want| parts.styled(rule, styling, want, &others))
            }
            Reading::Json => match parts.single(rule) {
                None => Values::Absent,
                Some(sent) => match serde_json::from_str::<Value>(&sent.decoded()) {
                    Ok(value) if coercer.fits(&schemas, &value) => Values::Fitting(value),
                    Ok(value) => Values::Nearest(value),
                    Err(error) => return found.push(violation("content", &format!("must be JSON: {error}"))),
                },
            },
            Reading::Text => Values::read(&coercer, &schemas, |_| {
                parts.single(rule).map(|sent| vec![Raw::Text(sent.decoded())])
            }),
        };
        let times = parts.times(rule);
        let repeats = matches!(&rule.reading, Reading::Styled(styling)
            if styling.explode && !coercer.wants(&schemas).iter().all(|want| *want == Want::Scalar));
        if times > 1 && !repeats {
            return found.push(violation("explode", &format!("must be sent once, is sent {times} times")));
        }
        match values {
            Values::Absent if rule.required => found.push(violation("required", "is missing")),
            Values::Absent | Values::Fitting(_) => {}
            _ if rule.allow_empty && parts.single(rule).is_some_and(|sent| sent.raw.is_empty()) => {}
            Values::Unreadable => found.push(violation("style", "is not written as its style demands")),
            Values::Nearest(value) => {
                let limit = super::MAX_VIOLATIONS;
                let wrong = find_all(&self.checks, &schemas, Direction::Request, &value, limit);
                found.extend(
                    wrong.iter().map(|finding| Violation::in_parameter(location, &rule.name, finding)),
                );
            }
        }
    }

    /// Whether a parameter of the request is a member of an exploded object, and none in its own right.
    fn is_member(&self, rule: &ParameterRule, name: &str, (names, others): &(Vec<Box<str>>, bool)) -> bool {
        let own = || self.parameters.iter().any(|other| other.place == rule.place && *other.name == *name);
        names.iter().any(|known| **known == *name) || *others && !own()
    }
}

/// What the ways to read something came to.
pub(super) enum Values {
    /// It is not there.
    Absent,
    /// The first one that fits.
    Fitting(Value),
    /// None fits; the first.
    Nearest(Value),
    /// It is there, and can be read in no way.
    Unreadable,
}

impl Values {
    /// Reads something by what its schemas let it be.
    pub(super) fn read(
        coercer: &Coercer<'_>,
        schemas: &[SchemaId],
        mut raws: impl FnMut(Want) -> Option<Vec<Raw>>,
    ) -> Self {
        let (mut there, mut nearest) = (false, None);
        for want in coercer.wants(schemas) {
            let Some(raws) = raws(want) else { continue };
            there = true;
            for raw in raws {
                let value = coercer.value(&raw, schemas);
                if coercer.fits(schemas, &value) {
                    return Self::Fitting(value);
                }
                nearest = nearest.or(Some(value));
            }
        }
        match nearest {
            Some(value) => Self::Nearest(value),
            None if there => Self::Unreadable,
            None => Self::Absent,
        }
    }
}

impl<'r> Parts<'r> {
    fn pairs(&self, place: Place) -> &[Pair<'r>] {
        match place {
            Place::Query => &self.query,
            Place::Cookie => &self.cookies,
            Place::Path | Place::Header => &[],
        }
    }

    fn styled(
        &self,
        rule: &ParameterRule,
        styling: &Styling,
        want: Want,
        is_member: &dyn Fn(&str) -> bool,
    ) -> Option<Vec<Raw>> {
        match rule.place {
            Place::Query | Place::Cookie => {
                of_pairs(self.pairs(rule.place), &rule.name, styling, want, is_member)
            }
            Place::Path => {
                let (_, sent) = self.path.iter().find(|(name, _)| *name == &*rule.name)?;
                Some(of_text(*sent, &rule.name, styling, want))
            }
            Place::Header => {
                let text = self.header(&rule.name)?;
                Some(of_text(Sent { raw: &text, coding: Coding::Plain }, &rule.name, styling, want))
            }
        }
    }

    /// The values of a header, several joined as RFC 9110, section 5.3, does.
    fn header(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut values = self.request.headers().iter().filter(|(known, _)| known.eq_ignore_ascii_case(name));
        let (_, first) = values.next()?;
        let joined = values
            .fold(Cow::Borrowed(&**first), |joined, (_, value)| Cow::Owned(format!("{joined}, {value}")));
        Some(joined)
    }

    /// The first text of a parameter.
    fn single(&self, rule: &ParameterRule) -> Option<Owned> {
        let (raw, coding) = match rule.place {
            Place::Query | Place::Cookie => {
                let pair = self.pairs(rule.place).iter().find(|pair| *pair.name == *rule.name)?;
                (pair.value.raw.to_owned(), pair.value.coding)
            }
            Place::Path => {
                let (_, sent) = self.path.iter().find(|(name, _)| *name == &*rule.name)?;
                (sent.raw.to_owned(), sent.coding)
            }
            Place::Header => (self.header(&rule.name)?.into_owned(), Coding::Plain),
        };
        Some(Owned { raw, coding })
    }

    /// How often a query parameter or cookie is sent under its very name.
    fn times(&self, rule: &ParameterRule) -> usize {
        self.pairs(rule.place).iter().filter(|pair| *pair.name == *rule.name).count()
    }
}

/// A [`Sent`] of its own.
struct Owned {
    raw: String,
    coding: Coding,
}

impl Owned {
    fn decoded(&self) -> String {
        self.coding.decode(&self.raw)
    }
}
