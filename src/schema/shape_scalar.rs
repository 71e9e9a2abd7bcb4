//! Shapes of values without members: null, booleans, numbers, strings.

use super::check::check_all;
use super::decimal::power_of_ten;
use super::keywords::{Bound, NumberRules};
use super::lower::stricter;
use super::merge::Set;
use super::plan::{NumberShape, Shape, StringShape};
use super::scenario::{Conflict, Scenario, Search};
use super::{Decimal, SchemaId, TypeSet, pattern::Pattern};
use crate::generate::{Rng, text};
use serde_json::Value;
use std::cmp::Ordering;

type Made = Result<Shape<Set>, Conflict>;

fn first(scenario: &Scenario) -> SchemaId {
    scenario.ids.first().copied().unwrap_or(SchemaId(0))
}

/// `null`, unless it is excluded.
pub(super) fn null(search: &Search<'_, '_>, scenario: &Scenario) -> Made {
    match excluded(search, scenario, |value| value.is_null().then_some(())) {
        list if list.is_empty() => Ok(Shape::Null),
        _ => Err(Conflict {
            schema: first(scenario),
            message: "`null` is the only value and is excluded".to_owned(),
        }),
    }
}

/// The booleans that are not excluded.
pub(super) fn boolean(search: &Search<'_, '_>, scenario: &Scenario) -> Made {
    let out = excluded(search, scenario, Value::as_bool);
    match (out.contains(&true), out.contains(&false)) {
        (false, false) => Ok(Shape::Boolean(None)),
        (true, false) => Ok(Shape::Boolean(Some(false))),
        (false, true) => Ok(Shape::Boolean(Some(true))),
        _ => Err(Conflict {
            schema: first(scenario),
            message: "`true` and `false` are both excluded".to_owned(),
        }),
    }
}

/// What the schemas exclude of one type.
fn excluded<T>(search: &Search<'_, '_>, scenario: &Scenario, pick: impl Fn(&Value) -> Option<T>) -> Vec<T> {
    let mut list = Vec::new();
    for id in &scenario.ids {
        list.extend(search.source.schema(*id).excluded.iter().filter_map(|literal| pick(literal.value())));
    }
    list
}

/// How many units a number without an upper bound may lie above its lower one.
const SPAN: i128 = 1000;
/// Ranges wider than this come from formats and field sizes, not from what the number means.
const WIDE: i128 = 10_000_000;

/// Numbers within the bounds, near to what people would write down.
pub(super) fn number(search: &Search<'_, '_>, scenario: &Scenario, types: TypeSet) -> Made {
    let mut rules = NumberRules::default();
    let (mut low_at, mut high_at) = (first(scenario), first(scenario));
    for id in &scenario.ids {
        let schema = search.source.schema(*id);
        let Some(own) = &schema.number else { continue };
        let minimum = stricter(rules.minimum, own.minimum, Ordering::Greater);
        let maximum = stricter(rules.maximum, own.maximum, Ordering::Less);
        if minimum != rules.minimum {
            (rules.minimum, low_at) = (minimum, *id);
        }
        if maximum != rules.maximum {
            (rules.maximum, high_at) = (maximum, *id);
        }
        rules.multiple_of.extend(own.multiple_of.iter().copied());
        rules.not_multiple_of.extend(own.not_multiple_of.iter().copied());
    }
    if let (Some(low), Some(high)) = (rules.minimum, rules.maximum) {
        if search.lenient && low.value > high.value {
            return Ok(Shape::Literals(vec![low.value.to_string().into()]));
        }
        if low.value > high.value || low.value == high.value && (low.exclusive || high.exclusive) {
            let name = |bound: Bound, plain: &str, strict: &str| {
                if bound.exclusive { strict.to_owned() } else { plain.to_owned() }
            };
            let message = format!(
                "`{}` {} exceeds `{}` {}",
                name(low, "minimum", "exclusiveMinimum"),
                low.value,
                name(high, "maximum", "exclusiveMaximum"),
                high.value
            );
            return Err(Conflict {
                schema: if low_at == first(scenario) { high_at } else { low_at },
                message,
            });
        }
    }
    let integral = !types.meets(TypeSet::FRACTION);
    let fraction_only = !types.meets(TypeSet::INTEGER);
    let steps = rules.multiple_of.iter().map(|step| step.places()).max();
    let fewest = if integral { 0 } else { steps.unwrap_or(2).max(u32::from(fraction_only)) };
    let most = if integral { steps.unwrap_or(0) } else { steps.unwrap_or(18) };
    for places in fewest..=most.max(fewest) {
        if let Some(shape) = number_with(&rules, integral, fraction_only, places) {
            let excluded = excluded(search, scenario, |value| {
                value.as_number().and_then(Decimal::from_number).and_then(|decimal| {
                    (decimal.places() <= places).then(|| decimal.floor_units(places)).flatten()
                })
            });
            let few = (shape.high - shape.low) / shape.step < 64;
            let any_left = !few || {
                let mut units =
                    (0..64).map(|k| shape.low + k * shape.step).take_while(|units| *units <= shape.high);
                units.any(|units| !excluded.contains(&units) && shape.allows(units))
            };
            if any_left {
                return Ok(Shape::Number(Box::new(NumberShape { excluded, ..shape })));
            }
        }
    }
    let kind = if integral { "integer" } else { "number" };
    let message = match rules.multiple_of.first() {
        Some(step) => format!("no {kind} within the bounds is a multiple of {step}"),
        None => format!("no {kind} lies within the bounds"),
    };
    Err(Conflict { schema: low_at, message })
}

impl NumberShape {
    /// Whether a number of units is a value of this shape, exclusions of single values apart.
    pub(crate) fn allows(&self, units: i128) -> bool {
        let whole = power_of_ten(u32::from(self.places)).unwrap_or(1);
        let out = |step: &i128| units.checked_rem(*step) == Some(0);
        !(self.fraction_only && out(&whole) || self.not_multiple_of.iter().any(out))
    }
}

/// The numbers with some decimal places; `None` when there is none, or too few to be worth it.
fn number_with(rules: &NumberRules, integral: bool, fraction_only: bool, places: u32) -> Option<NumberShape> {
    let whole = power_of_ten(places)?;
    let mut step = if integral { whole } else { 1 };
    for multiple in &rules.multiple_of {
        let units = multiple.floor_units(places)?;
        step = least_common_multiple(step, units)?;
    }
    let low = match rules.minimum {
        Some(Bound { value, exclusive }) => {
            let units = value.ceil_units(places)?;
            Some(if exclusive && value.floor_units(places)? == units { units.checked_add(1)? } else { units })
        }
        None => None,
    };
    let high = match rules.maximum {
        Some(Bound { value, exclusive }) => {
            let units = value.floor_units(places)?;
            Some(if exclusive && value.ceil_units(places)? == units { units.checked_sub(1)? } else { units })
        }
        None => None,
    };
    let (least, most) = (low, high);
    let span = SPAN.checked_mul(whole.max(step))?;
    let (low, high) = match (low, high) {
        (Some(low), Some(high)) => (low, high),
        (Some(low), None) => (low, low.max(0).checked_add(span)?),
        (None, Some(high)) if high >= whole.max(step) => (whole.min(step), high),
        (None, Some(high)) => (high.checked_sub(span)?, high),
        (None, None) => (if integral { step } else { 0 }, span),
    };
    let (low, high) = near(low, high, whole.max(step));
    let first = low.div_euclid(step).checked_mul(step)?;
    let low = if first < low { first.checked_add(step)? } else { first };
    let high = high.div_euclid(step).checked_mul(step)?;
    // A narrow range with too few decimal places to move in: more places are tried next.
    let cramped = !integral && rules.multiple_of.is_empty() && low > high;
    if low > high || cramped || fraction_only && low == high && low % whole == 0 {
        return None;
    }
    let not_multiple_of =
        rules.not_multiple_of.iter().filter_map(|decimal| decimal.floor_units(places)).collect();
    Some(NumberShape {
        low,
        high,
        step,
        places: places as u8,
        least,
        most,
        any_fraction: !integral && rules.multiple_of.is_empty(),
        fraction_only,
        excluded: Vec::new(),
        not_multiple_of,
    })
}

/// The part of a wide range where numbers look like numbers of something.
fn near(low: i128, high: i128, unit: i128) -> (i128, i128) {
    if high.saturating_sub(low) <= WIDE.saturating_mul(unit) {
        return (low, high);
    }
    let wanted = unit.saturating_mul(100_000);
    if low <= unit && high >= wanted {
        (low.max(unit), wanted)
    } else if low > 0 {
        (low, low.saturating_add(wanted).min(high))
    } else {
        (high.saturating_sub(wanted).max(low), high)
    }
}

fn least_common_multiple(left: i128, right: i128) -> Option<i128> {
    if left <= 0 || right <= 0 {
        return None;
    }
    let (mut a, mut b) = (left, right);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    (left / a).checked_mul(right)
}

const MAX_LENGTH: u64 = text::MAX_LENGTH as u64;

/// Strings of the lengths, patterns and formats that all schemas ask for.
pub(super) fn string(search: &Search<'_, '_>, scenario: &Scenario) -> Made {
    let mut shape = StringShape::default();
    let (mut min, mut max): (u64, Option<u64>) = (0, None);
    let mut at = first(scenario);
    for id in &scenario.ids {
        let schema = search.source.schema(*id);
        if let Some(rules) = &schema.string {
            if rules.min_length > min {
                (min, at) = (rules.min_length, *id);
            }
            if rules.max_length.is_some_and(|own| max.is_none_or(|max| own < max)) {
                max = rules.max_length;
            }
            let add = |list: &mut Vec<Pattern>, pattern: &Option<Pattern>| match pattern {
                Some(pattern) if !list.contains(pattern) => list.push(pattern.clone()),
                _ => {}
            };
            add(&mut shape.patterns, &rules.pattern);
            add(&mut shape.not_patterns, &rules.not_pattern);
            shape.formats.extend(rules.format.filter(|format| !shape.formats.contains(format)));
            shape.not_formats.extend(rules.not_format);
        }
        if let Some(hints) = &schema.hints {
            shape.formats.extend(hints.format.filter(|format| !shape.formats.contains(format)));
            for example in hints.examples.iter().filter(|example| example.value().is_string()).take(8) {
                let fits = check_all(search.source, &scenario.ids, search.direction, example.value()).is_ok();
                if fits
                    && example.value().as_str() != Some("")
                    && !shape.examples.iter().any(|known| **known == *example.text())
                {
                    shape.examples.push(example.text().into());
                }
            }
        }
        shape
            .excluded
            .extend(schema.excluded.iter().filter_map(|literal| literal.value().as_str()).map(Into::into));
    }
    if search.lenient {
        let plain = StringShape {
            max: max.filter(|max| *max >= min).map(|max| max as u32),
            ..StringShape::default()
        };
        return Ok(Shape::String(Box::new(plain)));
    }
    if let Some(max) = max.filter(|max| *max < min) {
        return Err(Conflict { schema: at, message: format!("`minLength` {min} exceeds `maxLength` {max}") });
    }
    if min > MAX_LENGTH {
        return Err(Conflict {
            schema: at,
            message: format!("`minLength` {min} is more than a mock body can hold ({MAX_LENGTH})"),
        });
    }
    shape.min = min as u32;
    shape.max = max.map(|max| u32::try_from(max).unwrap_or(u32::MAX));
    let constrained = !shape.patterns.is_empty()
        || !shape.not_patterns.is_empty()
        || !shape.not_formats.is_empty()
        || shape.formats.len() > 1
        || !shape.formats.is_empty() && (min > 0 || max.is_some())
        || max.is_some_and(|max| max < 3) && !shape.excluded.is_empty();
    if constrained && shape.examples.is_empty() {
        let mut out = String::new();
        let found = (0..4).any(|seed| text::sample(&shape, &mut Rng::new(seed), 0, &mut out));
        if !found {
            return Err(Conflict { schema: at, message: describe(&shape) });
        }
    }
    shape.formats.extend(text::described_format(&shape));
    Ok(Shape::String(Box::new(shape)))
}

/// Why no string was found, for the report.
fn describe(shape: &StringShape) -> String {
    let mut wanted: Vec<String> =
        shape.patterns.iter().map(|pattern| format!("`pattern` {}", pattern.source())).collect();
    wanted.extend(shape.formats.iter().map(|format| format!("`format` {format:?}")));
    if shape.min > 0 {
        wanted.push(format!("`minLength` {}", shape.min));
    }
    wanted.extend(shape.max.map(|max| format!("`maxLength` {max}")));
    if !shape.not_patterns.is_empty() || !shape.not_formats.is_empty() || !shape.excluded.is_empty() {
        wanted.push("`not`".to_owned());
    }
    format!("no string was found that fits {}", wanted.join(" and "))
}
