//! Handling of JSON objects whose members have an order.

use serde_json::{Map, Value};

use super::notes::Notes;
use crate::import::{Path, is_extension};

/// The text of a member; empty where there is none.
pub(in crate::export) fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// Drops members that a version does not have, telling of each. Extensions stay.
pub(super) fn keep(value: &mut Value, known: &[&str], path: &Path<'_>, notes: &mut Notes<'_>) {
    let Value::Object(members) = value else { return };
    members.retain(|name, _| {
        let stays = known.contains(&name.as_str()) || is_extension(name);
        if !stays {
            notes.lost(path, name);
        }
        stays
    });
}

/// Gives a member another name, in its place.
pub(super) fn rename(members: &mut Map<String, Value>, from: &str, to: &str) {
    if members.contains_key(from) {
        let old = std::mem::take(members);
        members.extend(old.into_iter().map(|(name, value)| {
            let name = if name == from { to.to_owned() } else { name };
            (name, value)
        }));
    }
}

/// Moves the members that have these names, or are extensions, into an object of their own.
pub(super) fn split(members: &mut Map<String, Value>, moved: impl Fn(&str) -> bool) -> Map<String, Value> {
    let (mut stays, mut goes) = (Map::new(), Map::new());
    for (name, value) in std::mem::take(members) {
        if moved(&name) { &mut goes } else { &mut stays }.insert(name, value);
    }
    *members = stays;
    goes
}

/// The texts of a list.
pub(in crate::export) fn texts(value: Option<&Value>) -> Vec<String> {
    let list = value.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(|text| text.trim().to_owned()).collect()
}
