//! A three-way merge of JSON: what a document said when it was imported, what was made of it by hand, and what the document
//! says now. Only what both sides changed is a conflict, and there the hand wins: a document can be imported again at any
//! time, work by hand cannot.

use serde_json::{Map, Value};

/// Documents nest less than this many levels.
const MAX_DEPTH: usize = 400;

/// Merges. `None` is "not there".
///
/// ```
/// use edgemock::manage::three_way;
/// use serde_json::json;
///
/// let base = json!({"description": "All pets", "summary": "List"});
/// let by_hand = json!({"description": "All pets that are for sale", "summary": "List"});
/// let now = json!({"description": "All pets", "summary": "List pets", "deprecated": true});
/// let merged = three_way(Some(&base), Some(&by_hand), Some(&now));
/// let expected = json!({"description": "All pets that are for sale", "summary": "List pets", "deprecated": true});
/// assert_eq!(merged, Some(expected));
/// ```
pub fn three_way(base: Option<&Value>, by_hand: Option<&Value>, now: Option<&Value>) -> Option<Value> {
    merge(base, by_hand, now, 0)
}

fn merge(base: Option<&Value>, by_hand: Option<&Value>, now: Option<&Value>, depth: usize) -> Option<Value> {
    if by_hand == base || by_hand == now {
        return now.cloned();
    }
    if now == base || depth > MAX_DEPTH {
        return by_hand.cloned();
    }
    match (by_hand, now) {
        (Some(Value::Object(by_hand)), Some(Value::Object(now))) => {
            let base = base.and_then(Value::as_object);
            Some(Value::Object(members(base, by_hand, now, depth)))
        }
        (Some(Value::Array(by_hand)), Some(Value::Array(now))) => {
            let none = Vec::new();
            let base = base.and_then(Value::as_array).unwrap_or(&none);
            Some(Value::Array(items(base, by_hand, now, depth).unwrap_or_else(|| by_hand.clone())))
        }
        _ => by_hand.cloned(),
    }
}

/// Members in the order of the document; what is there by hand alone comes behind.
fn members(
    base: Option<&Map<String, Value>>,
    by_hand: &Map<String, Value>,
    now: &Map<String, Value>,
    depth: usize,
) -> Map<String, Value> {
    let added = by_hand.keys().filter(|name| !now.contains_key(*name));
    let merged = now.keys().chain(added).filter_map(|name| {
        let base = base.and_then(|base| base.get(name));
        Some((name.clone(), merge(base, by_hand.get(name), now.get(name), depth + 1)?))
    });
    merged.collect()
}

/// Lists whose items have names (`parameters`) or are plain values (`required`, `enum`, `tags`), item by item; `None` for others.
fn items(base: &[Value], by_hand: &[Value], now: &[Value], depth: usize) -> Option<Vec<Value>> {
    let names = |list: &[Value]| list.iter().map(name).collect::<Option<Vec<_>>>();
    let (base_names, hand_names, now_names) = (names(base)?, names(by_hand)?, names(now)?);
    let find = |list: &[Value], names: &[Value], wanted: &Value| {
        names.iter().position(|name| name == wanted).and_then(|at| list.get(at)).cloned()
    };
    let added = hand_names.iter().filter(|name| !now_names.contains(name));
    let merged = now_names.iter().chain(added).filter_map(|name| {
        let [base, by_hand, now] = [(base, &base_names), (by_hand, &hand_names), (now, &now_names)]
            .map(|(list, names)| find(list, names, name));
        merge(base.as_ref(), by_hand.as_ref(), now.as_ref(), depth + 1)
    });
    Some(merged.collect())
}

/// What an item of a list is told from others by.
fn name(item: &Value) -> Option<Value> {
    match item {
        Value::Object(members) => {
            let part = |name: &str| members.get(name).cloned();
            let named = part("name").zip(part("in")).map(|(name, place)| Value::Array(vec![name, place]));
            named.or_else(|| part("$ref").map(|target| Value::Array(vec![target])))
        }
        Value::Array(_) => None,
        plain => Some(plain.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_side_keeps_what_it_changed_alone() {
        let cases = [
            // (base, by hand, now, merged)
            (json!({"a": 1}), json!({"a": 1}), json!({"b": 2}), json!({"b": 2})),
            (json!({"a": 1}), json!({"b": 2}), json!({"a": 1}), json!({"b": 2})),
            (json!({"a": 1}), json!({"a": 1, "h": 1}), json!({"a": 2}), json!({"a": 2, "h": 1})),
            (json!({"a": 1}), json!({"a": 3}), json!({"a": 2}), json!({"a": 3})),
            // Taken out by hand; taken out of the document; taken out there, and changed by hand.
            (json!({"a": 1, "b": 1}), json!({"b": 1}), json!({"a": 1, "b": 2}), json!({"b": 2})),
            (json!({"a": 1, "b": 1}), json!({"a": 1, "b": 2}), json!({"b": 1}), json!({"b": 2})),
            (json!({"a": {"x": 1}}), json!({"a": {"x": 2}}), json!({}), json!({"a": {"x": 2}})),
            // Made by hand, and in the document by now.
            (Value::Null, json!({"a": 1, "b": 1}), json!({"b": 2, "c": 3}), json!({"b": 1, "c": 3, "a": 1})),
            // Lists.
            (json!(["a", "b"]), json!(["a", "b", "h"]), json!(["b", "c"]), json!(["b", "c", "h"])),
            (json!(["a", "b"]), json!(["a"]), json!(["a", "b", "c"]), json!(["a", "c"])),
            (
                json!([{"name": "q", "in": "query"}]),
                json!([{"name": "q", "in": "query", "description": "h"}]),
                json!([{"name": "p", "in": "query"}, {"name": "q", "in": "query", "required": true}]),
                json!([{"name": "p", "in": "query"}, {"name": "q", "in": "query", "required": true, "description": "h"}]),
            ),
            (json!([[1]]), json!([[1], [2]]), json!([[3]]), json!([[1], [2]])),
            (json!({"a": 1}), json!([1]), json!("x"), json!([1])),
        ];
        for (base, by_hand, now, merged) in cases {
            assert_eq!(
                three_way(Some(&base), Some(&by_hand), Some(&now)),
                Some(merged),
                "{base} {by_hand} {now}"
            );
        }
    }

    #[test]
    fn merging_again_changes_nothing() {
        let (base, by_hand, now) =
            (json!({"a": 1, "l": ["x"]}), json!({"a": 2, "l": ["x", "h"]}), json!({"a": 3, "l": ["y"]}));
        let merged = three_way(Some(&base), Some(&by_hand), Some(&now)).unwrap();
        assert_eq!(three_way(Some(&now), Some(&merged), Some(&now)), Some(merged));
    }

    #[test]
    fn deep_values_end() {
        let nested = |leaf: i32| (0..5_000).fold(json!(leaf), |inner, _| json!({"a": inner}));
        // Dropping and comparing such values recurses in `serde_json` itself: a larger stack than a test's.
        let run = move || {
            let (base, by_hand, now) = (nested(1), nested(2), nested(3));
            assert_eq!(three_way(Some(&base), Some(&by_hand), Some(&now)).as_ref(), Some(&by_hand));
        };
        std::thread::Builder::new().stack_size(256 << 20).spawn(run).unwrap().join().unwrap();
    }
}
