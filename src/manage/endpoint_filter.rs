//! Which endpoints a list shows: `?search=pet&method=GET&folder=Shop&page=2&limit=50`.

use crate::error::ManagementError;
use serde_json::{Value, json};

/// The most endpoints on one page.
const MAX_LIMIT: usize = 500;

/// What is searched for, and which page of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EndpointFilter {
    /// Words, in small letters: each has to be in method, path, name, folder or id.
    words: Vec<String>,
    method: Option<String>,
    /// This folder and those in it.
    folder: Option<String>,
    page: Option<usize>,
    limit: Option<usize>,
}

impl EndpointFilter {
    /// Reads a query. Without `page` and `limit` the list has all.
    ///
    /// # Errors
    /// [`ManagementError`] for a page or limit that is no number, and for parameters that mean nothing.
    pub fn parse(query: &str) -> Result<Self, ManagementError> {
        let mut filter = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let number = |most: usize| {
                let digits = value.bytes().all(|byte| byte.is_ascii_digit());
                let number = value.parse().ok().filter(|number| digits && (1..=most).contains(number));
                number.ok_or_else(|| {
                    ManagementError::invalid(
                        format!("/{name}"),
                        format!("must be a whole number from 1 to {most}"),
                    )
                })
            };
            match &*name {
                "search" => {
                    filter.words =
                        value.to_lowercase().split_whitespace().take(20).map(str::to_owned).collect();
                }
                "method" => filter.method = Some(value.to_ascii_uppercase()),
                "folder" => filter.folder = Some(value.into_owned()),
                "page" => filter.page = Some(number(1_000_000)?),
                "limit" => filter.limit = Some(number(MAX_LIMIT)?),
                // The branch is looked at where branches are known. Apidog's clients send a locale along.
                "branchId" | "locale" => {}
                _ => {
                    let name: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
                    let message =
                        "means nothing here: send any of search, method, folder, branchId, page, limit";
                    return Err(ManagementError::invalid(format!("/{name}"), message));
                }
            }
        }
        Ok(filter)
    }

    /// Whether an endpoint is searched for.
    pub fn fits(&self, id: u64, method: &str, path: &str, name: &str, folder: &str) -> bool {
        let in_folder = self.folder.as_deref().is_none_or(|wanted| {
            folder == wanted || folder.strip_prefix(wanted).is_some_and(|rest| rest.starts_with('/'))
        });
        if !in_folder || self.method.as_deref().is_some_and(|wanted| wanted != method) {
            return false;
        }
        if self.words.is_empty() {
            return true;
        }
        let text = format!("{method} {path} {name} {folder} {id}").to_lowercase();
        self.words.iter().all(|word| text.contains(word.as_str()))
    }

    /// The page of what was found.
    pub fn page<'f, T>(&self, found: &'f [T]) -> &'f [T] {
        if self.page.is_none() && self.limit.is_none() {
            return found;
        }
        let limit = self.limit.unwrap_or(MAX_LIMIT.min(100));
        let start = (self.page.unwrap_or(1) - 1).saturating_mul(limit).min(found.len());
        let end = start.saturating_add(limit).min(found.len());
        found.get(start..end).unwrap_or_default()
    }

    /// What the answer says about the page.
    pub fn meta(&self, total: usize) -> Value {
        json!({"total": total, "page": self.page.unwrap_or(1), "limit": self.limit})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_and_pages() {
        let endpoints = [
            (1, "GET", "/pets", "All pets", "Shop/Pets"),
            (2, "POST", "/pets", "Add a pet", "Shop/Pets"),
            (3, "GET", "/orders/{id}", "One order", "Shop"),
            (4, "GET", "/health", "Health", "Shopping"),
        ];
        let found = |query: &str| -> Vec<u64> {
            let filter = EndpointFilter::parse(query).unwrap();
            let found: Vec<_> =
                endpoints.iter().filter(|(id, a, b, c, d)| filter.fits(*id, a, b, c, d)).collect();
            filter.page(&found).iter().map(|one| one.0).collect()
        };
        let cases: [(&str, &[u64]); 9] = [
            ("", &[1, 2, 3, 4]),
            ("search=PET", &[1, 2]),
            ("search=post+pet", &[2]),
            ("search=all%20pets", &[1]),
            ("method=get&search=order", &[3]),
            ("folder=Shop", &[1, 2, 3]),
            ("limit=2&page=2", &[3, 4]),
            ("limit=3&page=9", &[]),
            ("page=1", &[1, 2, 3, 4]),
        ];
        for (query, expected) in cases {
            assert_eq!(found(query), expected, "{query}");
        }
        for query in ["page=0", "page=x", "limit=501", "limit=-1", "limit=%2B5", "serach=x"] {
            assert!(EndpointFilter::parse(query).is_err(), "{query}");
        }
        assert!(EndpointFilter::parse("page=1000000&limit=500").unwrap().page(&[1]).is_empty());
    }
}
