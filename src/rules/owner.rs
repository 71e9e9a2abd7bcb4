//! What a property belongs to: the `customer` of `CustomerDetailsResponse`.

use super::words::{self, Word};

/// How many of the enclosing objects that say something are asked: what lies farther out says little about a `name`.
pub(super) const ASKED: usize = 2;

/// Words at the end of an object's name that do not say what it is.
const SAYS_NOTHING: &[&str] = &[
    "list",
    "response",
    "request",
    "dto",
    "info",
    "information",
    "data",
    "datum",
    "detail",
    "object",
    "obj",
    "model",
    "input",
    "output",
    "create",
    "update",
    "patch",
    "result",
    "summary",
    "base",
    "ref",
    "reference",
    "schema",
    "entity",
    "payload",
    "body",
    "param",
    "parameter",
    "record",
    "resource",
    "full",
    "simple",
    "simplified",
    "minimal",
    "collection",
    "page",
    "array",
    "map",
    "node",
    "edge",
    "connection",
    "spec",
    "metadata",
    "attribute",
    "property",
    "field",
    "value",
    "content",
    "v",
    "read",
    "write",
    "in",
    "out",
    "view",
    "response200",
    "get",
    "post",
    "put",
    "add",
    "new",
    "all",
    "results",
    "paging",
    "pagination",
    "embedded",
    "include",
    "included",
    "basic",
    "extended",
    "public",
    "private",
    "partial",
    "common",
    "default",
    "item",
    "nullable",
    "wrapper",
    "envelope",
    "definition",
    "config",
    "setting",
    "option",
    "statu",
    "json",
    "xml",
    "api",
    "bulk",
    "batch",
];

/// The words that say what the enclosing objects are, innermost first.
pub(super) fn topics(owners: &[&str]) -> Vec<Word> {
    owners.iter().filter_map(|owner| topic(&words::split(owner)).cloned()).take(ASKED).collect()
}

/// The word of a name that says what it is: the last one that says anything.
pub(super) fn topic(words: &[Word]) -> Option<&Word> {
    // `line_item` and `OrderItem` are things that are sold; `items` alone, or `CustomerItem`, are anything.
    if let [.., before, last] = words
        && last.singular == "item"
        && ["line", "order", "cart", "invoice", "menu", "basket", "product"]
            .contains(&before.singular.as_str())
    {
        return Some(last);
    }
    words.iter().rev().find(|word| !SAYS_NOTHING.contains(&word.singular.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_word_that_says_something() {
        for (name, expected) in [
            ("CustomerDetailsResponse", Some("customer")),
            ("customers", Some("customer")),
            ("CreateUserRequest", Some("user")),
            ("io.k8s.api.core.v1.Pod", Some("pod")),
            ("billing_address", Some("address")),
            ("LineItem", Some("item")),
            ("items", None),
            ("data", None),
            ("PetV2", Some("pet")),
            ("", None),
        ] {
            let words = words::split(name);
            let found = topic(&words);
            assert_eq!(found.map(|word| word.singular.as_str()), expected, "{name}");
        }
    }

    #[test]
    fn only_the_nearest_are_asked() {
        let names: Vec<_> =
            topics(&["data", "plan", "Subscription", "Customer"]).into_iter().map(|word| word.raw).collect();
        assert_eq!(names, ["plan", "subscription"]);
    }
}
