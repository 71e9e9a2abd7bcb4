//! The parameters of a path as they were sent, percent-encoding and all: what a comma separates is known only before
//! `%2C` becomes one too.

use super::template::Template;

/// The raw values of the path parameters, in the order of the template. A parameter whose place is not plain, as in
/// `{a}-{b}`, is left out: it has to be taken as the route table decoded it.
///
/// ```
/// use edgemock::route::raw_path_values;
/// assert_eq!(raw_path_values("/pets/{ids}/v{n}", "/pets/1%2C2,3/v7"), [("ids", "1%2C2,3"), ("n", "7")]);
/// assert!(raw_path_values("/pets/{ids}", "/owners").is_empty());
/// ```
pub fn raw_path_values<'t, 'p>(template: &'t str, path: &'p str) -> Vec<(&'t str, &'p str)> {
    let Some(template) = Template::parse(template) else { return Vec::new() };
    // Slashes at the end and doubled ones are forgiven when routes are searched.
    let sent: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
    let plain = |segment: &&super::template::Segment<'t>| {
        !segment.names.is_empty() || segment.literals.iter().any(|literal| !literal.is_empty())
    };
    let declared: Vec<_> = template.segments.iter().filter(plain).collect();
    if declared.len() != sent.len() || declared.iter().any(|segment| segment.rest) {
        return Vec::new();
    }
    let mut values = Vec::new();
    for (segment, sent) in declared.into_iter().zip(sent) {
        if let ([name], [before, behind]) = (&segment.names[..], &segment.literals[..]) {
            let inner = sent.strip_prefix(&**before).and_then(|rest| rest.strip_suffix(&**behind));
            values.extend(inner.map(|value| (*name, value)));
        }
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_paths_apart() {
        type Values<'a> = &'a [(&'a str, &'a str)];
        let cases: [(&str, &str, Values<'_>); 9] = [
            ("/a/{id}", "/a/%2F", &[("id", "%2F")]),
            ("/a/{id}/", "/a/1", &[("id", "1")]),
            ("/a/{id}", "//a//1/", &[("id", "1")]),
            ("/{a}-{b}/{c}", "/1-2/3", &[("c", "3")]),
            ("/x{id}.json", "/x%20.json", &[("id", "%20")]),
            ("/é{id}", "/%C3%A91", &[]),
            ("/{rest+}", "/a/b", &[]),
            ("/a/{id}?q=1#two", "/a/;id=1", &[("id", ";id=1")]),
            ("https://example.com/{id}", "/1", &[]),
        ];
        for (template, path, expected) in cases {
            assert_eq!(raw_path_values(template, path), expected, "{template} {path}");
        }
    }
}
