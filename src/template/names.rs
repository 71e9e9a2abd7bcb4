//! The filters, tests, functions and methods that templates may use.

use super::error::Fault;

/// Filters.
pub(super) const FILTERS: &[&str] = &[
    "abs",
    "batch",
    "bool",
    "capitalize",
    "center",
    "count",
    "d",
    "default",
    "dictsort",
    "dump",
    "e",
    "escape",
    "first",
    "float",
    "forceescape",
    "groupby",
    "indent",
    "int",
    "items",
    "join",
    "last",
    "length",
    "lines",
    "list",
    "lower",
    "map",
    "max",
    "min",
    "nl2br",
    "random",
    "reject",
    "rejectattr",
    "replace",
    "reverse",
    "round",
    "safe",
    "select",
    "selectattr",
    "slice",
    "sort",
    "split",
    "string",
    "striptags",
    "sum",
    "title",
    "tojson",
    "trim",
    "truncate",
    "unique",
    "upper",
    "urlencode",
    "wordcount",
];

/// Filters that compare what is in their list.
pub(super) const COMPARING_FILTERS: &[&str] = &["dictsort", "groupby", "max", "min", "sort", "unique"];

/// Tests.
pub(super) const TESTS: &[&str] = &[
    "boolean",
    "defined",
    "divisibleby",
    "endingwith",
    "eq",
    "equalto",
    "even",
    "false",
    "falsy",
    "float",
    "ge",
    "greaterthan",
    "gt",
    "in",
    "integer",
    "iterable",
    "le",
    "lessthan",
    "lower",
    "lt",
    "mapping",
    "ne",
    "none",
    "null",
    "number",
    "odd",
    "sameas",
    "sequence",
    "startingwith",
    "string",
    "true",
    "truthy",
    "undefined",
    "upper",
];

/// Functions.
pub(super) const FUNCTIONS: &[&str] = &["range"];

/// Methods of texts and lists, as JavaScript calls them.
pub(super) const METHODS: &[&str] = &[
    "endsWith",
    "includes",
    "indexOf",
    "join",
    "replace",
    "slice",
    "split",
    "startsWith",
    "toFixed",
    "toLowerCase",
    "toString",
    "toUpperCase",
    "trim",
];

pub(super) fn known_filter(name: &str, at: usize) -> Result<(), Fault> {
    known("filter", FILTERS, name, at)
}

pub(super) fn known_test(name: &str, at: usize) -> Result<(), Fault> {
    known("test", TESTS, name, at)
}

pub(super) fn known_function(name: &str, at: usize) -> Result<(), Fault> {
    known("function", FUNCTIONS, name, at)
}

pub(super) fn known_method(name: &str, at: usize) -> Result<(), Fault> {
    known("method", METHODS, name, at)
}

fn known(what: &str, names: &[&str], name: &str, at: usize) -> Result<(), Fault> {
    if names.contains(&name) { Ok(()) } else { Err(Fault::unknown(at, what, name, names)) }
}
