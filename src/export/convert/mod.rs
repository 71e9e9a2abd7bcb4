//! Documents from one version of OpenAPI to another, in place. What the other version cannot express is listed with
//! its pointer; what is left is valid where the document was.
//!
//! Steps lead from each version to its neighbours, and longer ways are several of them. Time and memory are linear in
//! the document: places are visited once, and what has to be copied is bounded.

mod between3;
mod down2;
mod notes;
pub(super) mod object;
pub(super) mod path_items;
mod schema2;
mod schema_down;
mod schema_up;
mod security2;
mod simple;
mod up2;

use std::collections::HashSet;

use serde_json::Value;

use super::hoist::{Reach, hoist};
use super::version::OasVersion;
use super::walk;
use crate::import::{Kind, Problems, Target, target};

/// Rewrites a document. `from` is what it is written in; a document of OpenAPI 3.2 counts as 3.1 and is written as such
/// when that is asked for.
pub(super) fn convert(root: &mut Value, from: OasVersion, to: OasVersion, problems: &mut Problems) {
    use OasVersion::{V2_0, V3_0, V3_1};
    if from == to {
        return;
    }
    mend(root);
    // References that point into the inside of something would break with what is rewritten there.
    hoist(root, from, Reach::All);
    if from == V2_0 {
        up2::convert(root, problems);
    }
    match (from, to) {
        (V2_0 | V3_0, V3_1) => between3::up(root, problems),
        (V3_1, V2_0 | V3_0) => between3::down(root, problems),
        _ => {}
    }
    if to == V2_0 {
        down2::convert(root, problems);
    }
}

/// What is wrong in any version and has one meaning all the same: parameters of a path are required, a value stands
/// once in `enum` and `required`, and a reference is a URI.
fn mend(root: &mut Value) {
    walk::document(root, &mut |kind, value, _| {
        let Value::Object(members) = value else { return };
        match kind {
            Kind::Parameter if members.get("in").is_some_and(|place| place == "path") => {
                members.insert("required".to_owned(), Value::Bool(true));
            }
            Kind::Schema => {
                for name in ["enum", "required"] {
                    if let Some(Value::Array(values)) = members.get_mut(name) {
                        let mut seen = HashSet::new();
                        values.retain(|value| seen.insert(value.to_string()));
                    }
                }
            }
            _ => {}
        }
    });
    walk::references(root, &mut |_, text| {
        let odd = |byte: u8| !byte.is_ascii_graphic() || b"\"<>\\^`{|}".contains(&byte);
        if text.bytes().any(odd)
            && let Target::Pointer(pointer) = target(text)
        {
            let names = walk::names(&pointer);
            *text = walk::reference(names.iter().map(String::as_str));
        }
    });
}

/// Rewrites a document of OpenAPI 3.2 as 3.1.
pub(super) fn from_newer(root: &mut Value, problems: &mut Problems) {
    between3::down_from_newer(root, problems);
}
