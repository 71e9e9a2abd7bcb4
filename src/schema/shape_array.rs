//! Shapes of arrays.

use super::keywords::Contains;
use super::merge::{Set, set_of};
use super::plan::{ArrayShape, Shape};
use super::scenario::{Conflict, Scenario, Search};
use super::{SchemaId, TypeSet};

/// More items than this are not made.
const MAX_ITEMS: u64 = 10_000;

/// Arrays that fit all schemas of a scenario.
pub(super) fn array(search: &mut Search<'_, '_>, scenario: &Scenario) -> Result<Shape<Set>, Conflict> {
    let source = search.source;
    let first = scenario.ids.first().copied().unwrap_or(SchemaId(0));
    let (mut min, mut max, mut min_at, mut unique, mut length) = (0, None::<u64>, first, false, 0);
    let mut counted: Vec<Contains> = Vec::new();
    for id in &scenario.ids {
        let schema = source.schema(*id);
        let Some(rules) = &schema.array else { continue };
        if rules.min_items > min {
            (min, min_at) = (rules.min_items, *id);
        }
        max = match (max, rules.max_items) {
            (Some(max), Some(own)) => Some(own.min(max)),
            (max, own) => max.or(own),
        };
        unique |= rules.unique;
        length = length.max(rules.prefix.len());
        counted.extend(rules.contains);
    }
    if search.lenient {
        // Of more items than can be made none is as good as any number.
        min = if min > MAX_ITEMS { 0 } else { min };
        max = max.filter(|max| *max >= min);
        counted.clear();
    }
    if let Some(max) = max.filter(|max| *max < min) {
        return Err(Conflict {
            schema: min_at,
            message: format!("`minItems` {min} exceeds `maxItems` {max}"),
        });
    }
    if min > MAX_ITEMS {
        let message = format!("`minItems` {min} is more than a mock body can hold ({MAX_ITEMS})");
        return Err(Conflict { schema: min_at, message });
    }
    let mut max = max.unwrap_or(u64::from(u32::MAX)).min(u64::from(u32::MAX));
    let length = length.min(usize::try_from(max).unwrap_or(usize::MAX));

    let mut prefix = Vec::with_capacity(length);
    for index in 0..length {
        let set = item_set(search, scenario, index, None);
        if source.is_impossible(&set, search.direction) {
            if min > index as u64 && !search.lenient {
                return Err(Conflict {
                    schema: min_at,
                    message: format!("item {index} cannot have any value"),
                });
            }
            max = max.min(index as u64);
            break;
        }
        prefix.push(set);
    }
    let mut items = Some(item_set(search, scenario, usize::MAX, None))
        .filter(|set| max > prefix.len() as u64 && !source.is_impossible(set, search.direction));
    let mut forced = force(search, scenario, &counted, &mut prefix, items.is_some(), max)?;
    if counted.iter().any(|contains| contains.max.is_some()) {
        // The items that nothing asks for must not be counted.
        let others =
            counted.iter().filter(|contains| contains.max.is_some()).map(|c| source.negate(c.schema));
        items = items
            .map(|set| set_of(set.iter().copied().chain(others).collect()))
            .filter(|set| !source.is_impossible(set, search.direction));
    }
    if items.is_none() {
        let reach = prefix.len() as u64 + forced.iter().map(|(_, count)| u64::from(*count)).sum::<u64>();
        if reach < min && !search.lenient {
            return Err(Conflict {
                schema: min_at,
                message: format!("`minItems` {min} exceeds the {reach} items that are allowed"),
            });
        }
        max = max.min(reach);
    }
    if unique && let Some(domain) = items.as_ref().and_then(|set| domain(search, set)) {
        let reach = (prefix.len() as u64).saturating_add(domain);
        if reach < min && !search.lenient {
            let message = format!("`uniqueItems` allows {reach} different items, `minItems` asks for {min}");
            return Err(Conflict { schema: min_at, message });
        }
        max = max.min(reach);
    }
    forced.retain(|(_, count)| *count > 0);
    Ok(Shape::Array(Box::new(ArrayShape {
        prefix,
        forced,
        items,
        min: min.min(max) as u32,
        max: u32::try_from(max).unwrap_or(u32::MAX),
        unique,
    })))
}

/// The schemas of the item at an index; `usize::MAX` stands for those after every prefix. `counted` is the
/// `contains` that it is there for.
fn item_set(search: &Search<'_, '_>, scenario: &Scenario, index: usize, counted: Option<SchemaId>) -> Set {
    let mut ids: Vec<SchemaId> = counted.into_iter().collect();
    for id in &scenario.ids {
        let schema = search.source.schema(*id);
        let Some(rules) = &schema.array else { continue };
        ids.extend(rules.prefix.get(index).copied().or(rules.items));
        if let Some(unevaluated) = rules.unevaluated {
            let (evaluated, contains) = scenario.evaluated_items(search.source, *id);
            let counts = counted.is_some_and(|schema| contains.contains(&schema));
            if index >= evaluated && evaluated != usize::MAX && !counts {
                ids.push(unevaluated);
            }
        }
    }
    set_of(ids)
}

/// The items that `contains` demands: after the prefix where there is room, else by narrowing the prefix.
fn force(
    search: &Search<'_, '_>,
    scenario: &Scenario,
    counted: &[Contains],
    prefix: &mut [Set],
    open: bool,
    max: u64,
) -> Result<Vec<(Set, u32)>, Conflict> {
    let source = search.source;
    let mut forced = Vec::new();
    let mut room = max.saturating_sub(prefix.len() as u64);
    for Contains { schema, min, .. } in counted {
        if *min > MAX_ITEMS {
            let message = format!("`minContains` {min} is more than a mock body can hold ({MAX_ITEMS})");
            return Err(Conflict { schema: *schema, message });
        }
        let mut left = *min;
        let set = item_set(search, scenario, usize::MAX, Some(*schema));
        let possible = !source.is_impossible(&set, search.direction);
        if possible && (open || prefix.is_empty() || !set.is_empty()) && left <= room {
            room -= left;
            forced.push((set, left as u32));
            continue;
        }
        for item in prefix.iter_mut() {
            let narrowed = set_of(item.iter().copied().chain([*schema]).collect());
            if left > 0 && !source.is_impossible(&narrowed, search.direction) {
                *item = narrowed;
                left -= 1;
            }
        }
        if left > 0 {
            return Err(Conflict { schema: *schema, message: "no item can fit `contains`".to_owned() });
        }
    }
    Ok(forced)
}

/// How many different values the items can have, where that is few.
fn domain(search: &Search<'_, '_>, set: &Set) -> Option<u64> {
    let mut inner = Search::new(search.source, search.direction);
    let scenario = inner.start(set)?;
    if let Some(constants) = inner.constants(&scenario, set) {
        return Some(constants.len() as u64);
    }
    match scenario.types {
        TypeSet::NULL => Some(1),
        TypeSet::BOOLEAN => Some(2),
        _ => None,
    }
}
