//! Folder paths: `A/B` with `\/` and `\\` for a slash and a backslash inside a name.

use serde_json::Value;

/// How deep folders nest; what a path names below that is left out.
const MAX_FOLDERS: usize = 20;

/// Splits a folder path into names, at most 20.
///
/// ```
/// use edgemock::import::folder::split;
/// assert_eq!(split(r"Shop/In\/Out"), ["Shop", "In/Out"]);
/// assert!(split(" / ").is_empty());
/// ```
pub fn split(path: &str) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut characters = path.chars();
    while let Some(character) = characters.next() {
        let next = match character {
            '/' => {
                names.push(String::new());
                continue;
            }
            '\\' => match characters.clone().next() {
                Some(escaped @ ('/' | '\\')) => {
                    characters.next();
                    escaped
                }
                _ => '\\',
            },
            other => other,
        };
        if let Some(name) = names.last_mut() {
            name.push(next);
        }
    }
    names
        .iter()
        .map(|name| name.trim())
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .take(MAX_FOLDERS)
        .collect()
}

/// Puts names together to a folder path.
///
/// ```
/// use edgemock::import::folder::join;
/// assert_eq!(join(&["Shop".to_owned(), "In/Out".to_owned()]), r"Shop/In\/Out");
/// ```
pub fn join(names: &[String]) -> String {
    names.iter().map(|name| name.replace('\\', "\\\\").replace('/', "\\/")).collect::<Vec<_>>().join("/")
}

/// A folder inside another one; either may be the root.
///
/// ```
/// use edgemock::import::folder::inside;
/// assert_eq!(inside("Shop", "Pets/Cats"), "Shop/Pets/Cats");
/// assert_eq!(inside("", "Pets"), "Pets");
/// assert_eq!(inside("Shop", ""), "Shop");
/// ```
pub fn inside(outer: &str, inner: &str) -> String {
    match (outer, inner) {
        ("", folder) | (folder, "") => folder.to_owned(),
        _ => join(&split(&format!("{outer}/{inner}"))),
    }
}

/// The folder of an operation: `x-apidog-folder`, else its first tag, which is one name whatever stands in it.
pub(super) fn of_operation(operation: &Value) -> String {
    if let Some(path) = extension(operation, "folder").and_then(Value::as_str) {
        return join(&split(path));
    }
    let tag = match operation.get("tags") {
        Some(Value::Array(tags)) => tags.iter().find_map(Value::as_str),
        Some(Value::String(tag)) => Some(tag.as_str()),
        _ => None,
    };
    tag.map(|tag| join(&[tag.trim().to_owned()])).unwrap_or_default()
}

/// A vendor extension under Apidog's or Apifox's name.
pub(super) fn extension<'d>(object: &'d Value, name: &str) -> Option<&'d Value> {
    object.get(format!("x-apidog-{name}")).or_else(|| object.get(format!("x-apifox-{name}")))
}

/// All folders that paths name, each with the folders around it, in order of first appearance.
pub fn all<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<String> {
    let mut folders: Vec<String> = Vec::new();
    let mut known = std::collections::HashSet::new();
    let mut seen = std::collections::HashSet::new();
    for path in paths.filter(|path| seen.insert(*path)) {
        let names = split(path);
        for depth in 1..=names.len() {
            let folder = join(names.get(..depth).unwrap_or(&names));
            if known.insert(folder.clone()) {
                folders.push(folder);
            }
        }
    }
    folders
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths() {
        for (path, names) in [
            ("", &[][..]),
            ("A", &["A"]),
            ("A/B/ C ", &["A", "B", "C"]),
            (r"A\/B/C\\", &["A/B", r"C\"]),
            (r"A\B\", &[r"A\B\"]),
            ("//A//", &["A"]),
        ] {
            assert_eq!(split(path), names, "{path}");
            assert_eq!(split(&join(&split(path))), names, "{path}");
        }
        assert_eq!(split(&"a/".repeat(100_000)).len(), MAX_FOLDERS);
        assert_eq!(all(["A/B", "C", "A", "A/D"].into_iter()), ["A", "A/B", "C", "A/D"]);
    }

    #[test]
    fn operations() {
        for (operation, folder) in [
            (json!({}), ""),
            (json!({"tags": ["pets", "x"]}), "pets"),
            (json!({"tags": "pets"}), "pets"),
            (json!({"tags": [{"name": "x"}, "a/b"]}), r"a\/b"),
            (json!({"tags": ["pets"], "x-apifox-folder": "Shop/Pets"}), "Shop/Pets"),
            (json!({"x-apifox-folder": "no", "x-apidog-folder": r"A\/B/C"}), r"A\/B/C"),
            (json!({"x-apidog-folder": ""}), ""),
        ] {
            assert_eq!(of_operation(&operation), folder, "{operation}");
        }
    }
}
