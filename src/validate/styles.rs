//! Text → items and members, by `style` and `explode` (OpenAPI 3.1.1, "Style Values" and "Style Examples"; RFC 6570).

use super::pairs::{Coding, Pair, Sent};
use super::rules::{Style, Styling};
use serde_json::Value;

/// Brackets of a `deepObject` name that are looked at.
const MAX_BRACKETS: usize = 8;
/// Items and members beyond this number are not looked at.
const MAX_PIECES: usize = 10_000;

/// A value before its schema says what the texts in it are.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw {
    Text(String),
    List(Vec<Raw>),
    Members(Vec<(String, Raw)>),
    /// A part of a form that was JSON.
    Json(Value),
}

/// What a schema lets a value be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    Scalar,
    Array,
    Object,
}

/// The ways to read a single text: a path parameter, a header. What fits its schema first is meant.
pub(super) fn of_text(sent: Sent<'_>, name: &str, styling: &Styling, want: Want) -> Vec<Raw> {
    match styling.style {
        Style::Matrix => of_matrix(sent, name, styling, want),
        Style::Label => of_label(sent, styling, want),
        _ => split(sent, styling, want),
    }
}

/// The ways to read a parameter out of a query, a cookie header or a form; `None` where it is not there.
/// `is_member` says which names belong to an object whose members are parameters of their own.
pub(super) fn of_pairs(
    pairs: &[Pair<'_>],
    name: &str,
    styling: &Styling,
    want: Want,
    is_member: &dyn Fn(&str) -> bool,
) -> Option<Vec<Raw>> {
    let values: Vec<Sent<'_>> =
        pairs.iter().filter(|pair| pair.name == name).map(|pair| plain_of(pair.value, styling)).collect();
    let first = values.first().copied();
    match (styling.style, styling.explode, want) {
        (Style::DeepObject, _, Want::Object | Want::Array) => deep(pairs, name).map(|raw| vec![raw]),
        (Style::Form | Style::Cookie, true, Want::Object) => {
            let members = pairs.iter().filter(|pair| is_member(&pair.name)).take(MAX_PIECES);
            let members: Vec<_> = members
                .map(|pair| {
                    (pair.name.clone().into_owned(), Raw::Text(plain_of(pair.value, styling).decoded()))
                })
                .collect();
            (!members.is_empty()).then(|| vec![Raw::Members(grouped(members))])
        }
        (_, true, Want::Array) => {
            first?;
            let items = values.iter().take(MAX_PIECES).map(|value| item(*value, &styling.nested));
            Some(vec![Raw::List(items.collect())])
        }
        _ => Some(split(first?, styling, want)),
    }
}

fn plain_of<'r>(sent: Sent<'r>, styling: &Styling) -> Sent<'r> {
    if styling.style == Style::Cookie { Sent { coding: Coding::Plain, ..sent } } else { sent }
}

/// What separates the items, as it is sent.
fn separators(style: Style) -> &'static [&'static str] {
    match style {
        Style::SpaceDelimited => &["%20", "+", " "],
        Style::PipeDelimited => &["|", "%7C", "%7c"],
        Style::TabDelimited => &["\t", "%09"],
        _ => &[","],
    }
}

/// What separates the items once they are decoded.
fn plain_separator(style: Style) -> &'static str {
    match style {
        Style::SpaceDelimited => " ",
        Style::PipeDelimited => "|",
        Style::TabDelimited => "\t",
        _ => ",",
    }
}

fn split(sent: Sent<'_>, styling: &Styling, want: Want) -> Vec<Raw> {
    let make = |pieces: Vec<Sent<'_>>| match want {
        Want::Scalar => Raw::Text(sent.decoded()),
        Want::Array => Raw::List(pieces.iter().map(|piece| item(*piece, &styling.nested)).collect()),
        Want::Object => Raw::Members(members(&pieces, styling.explode && styling.style == Style::Simple)),
    };
    if want == Want::Scalar {
        return vec![make(Vec::new())];
    }
    let mut read = vec![make(pieces(sent, separators(styling.style)))];
    // Clients that encode the separator too are met more often than items with a separator in them.
    if sent.coding != Coding::Plain {
        let decoded = sent.decoded();
        let plain = Sent { raw: &decoded, coding: Coding::Plain };
        let other = make(pieces(plain, &[plain_separator(styling.style)]));
        if !read.contains(&other) {
            read.push(other);
        }
    }
    read
}

/// Splits at separators. No text at all is no item.
fn pieces<'r>(sent: Sent<'r>, separators: &[&str]) -> Vec<Sent<'r>> {
    let mut found = Vec::new();
    let mut rest = sent.raw;
    if rest.is_empty() {
        return found;
    }
    while found.len() < MAX_PIECES {
        // One pass for all of them: a search for each would read the rest again for every item.
        let mark_at = |at: usize| {
            let behind = rest.get(at..)?;
            separators.iter().find(|mark| behind.starts_with(**mark)).map(|mark| (at, mark.len()))
        };
        let next = rest.char_indices().find_map(|(at, _)| mark_at(at));
        let Some((at, length)) = next else { break };
        found.push(Sent { raw: rest.get(..at).unwrap_or_default(), ..sent });
        rest = rest.get(at + length..).unwrap_or_default();
    }
    found.push(Sent { raw: rest, ..sent });
    if sent.coding == Coding::Plain {
        // Lists in headers have blanks behind their commas (RFC 9110, section 5.6.1).
        for piece in &mut found {
            piece.raw = piece.raw.trim_matches([' ', '\t']);
        }
    }
    found
}

/// An item, which may be a list of its own.
fn item(sent: Sent<'_>, nested: &[Style]) -> Raw {
    let Some((style, nested)) = nested.split_first() else { return Raw::Text(sent.decoded()) };
    Raw::List(pieces(sent, separators(*style)).into_iter().map(|piece| item(piece, nested)).collect())
}

/// `R,100,G,200`, or exploded `R=100,G=200`.
fn members(pieces: &[Sent<'_>], explode: bool) -> Vec<(String, Raw)> {
    if explode {
        let member = |piece: &Sent<'_>| {
            let (name, value) = piece.raw.split_once('=').unwrap_or((piece.raw, ""));
            (piece.coding.decode(name), Raw::Text(piece.coding.decode(value)))
        };
        return pieces.iter().map(member).collect();
    }
    let member = |pair: &[Sent<'_>]| {
        let value = pair.get(1).map(|value| value.decoded()).unwrap_or_default();
        Some((pair.first()?.decoded(), Raw::Text(value)))
    };
    pieces.chunks(2).filter_map(member).collect()
}

/// `;color=blue,black`, `;color=blue;color=black`, `;R=100;G=200`.
fn of_matrix(sent: Sent<'_>, name: &str, styling: &Styling, want: Want) -> Vec<Raw> {
    // Without its semicolon it is another style.
    let Some(inner) = sent.raw.strip_prefix(';') else { return Vec::new() };
    let inner = Sent { raw: inner, ..sent };
    let value_of = |piece: &Sent<'_>| -> Option<String> {
        let (found, value) = piece.raw.split_once('=').unwrap_or((piece.raw, ""));
        (piece.coding.decode(found) == name).then(|| value.to_owned())
    };
    if styling.explode && want != Want::Scalar {
        let pieces = pieces(inner, &[";"]);
        if want == Want::Object {
            return vec![Raw::Members(members(&pieces, true))];
        }
        let values: Option<Vec<String>> = pieces.iter().map(value_of).collect();
        let Some(values) = values else { return Vec::new() };
        // `;color` alone is an empty list.
        let empty = matches!(&values[..], [only] if only.is_empty());
        let items = values.iter().map(|value| Raw::Text(sent.coding.decode(value)));
        return vec![Raw::List(if empty { Vec::new() } else { items.collect() })];
    }
    let Some(value) = value_of(&inner) else { return Vec::new() };
    split(Sent { raw: &value, ..sent }, styling, want)
}

/// `.blue,black`, exploded `.blue.black`, `.R=100.G=200`.
fn of_label(sent: Sent<'_>, styling: &Styling, want: Want) -> Vec<Raw> {
    let Some(inner) = sent.raw.strip_prefix('.') else { return Vec::new() };
    let inner = Sent { raw: inner, ..sent };
    match want {
        Want::Scalar => split(inner, styling, want),
        Want::Array if styling.explode => {
            vec![Raw::List(pieces(inner, &["."]).iter().map(|piece| item(*piece, &styling.nested)).collect())]
        }
        Want::Object if styling.explode => vec![Raw::Members(members(&pieces(inner, &["."]), true))],
        _ => {
            let mut read = split(inner, styling, want);
            // The table of OpenAPI 3.0.0 to 3.0.3 has points between the items here too.
            let pieces = pieces(inner, &["."]);
            read.push(match want {
                Want::Object => Raw::Members(members(&pieces, false)),
                _ => Raw::List(pieces.iter().map(|piece| Raw::Text(piece.decoded())).collect()),
            });
            read
        }
    }
}

/// `filter[a][b]=c`, `filter[a]=1&filter[a]=2`, `filter[a][]=1`, `filter[a][0]=1`. `None` where no name has brackets.
pub(super) fn deep(pairs: &[Pair<'_>], name: &str) -> Option<Raw> {
    let mut root: Option<Branch> = None;
    for pair in pairs.iter().take(MAX_PIECES) {
        let Some(path) = pair.name.strip_prefix(name).filter(|rest| !rest.is_empty()).and_then(brackets)
        else {
            continue;
        };
        root.get_or_insert_default().insert(&path, pair.value.decoded());
    }
    root.map(Branch::into_raw)
}

/// The names in `[a][b]`; `None` where that is not how it is written.
fn brackets(text: &str) -> Option<Vec<&str>> {
    let mut names = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (name, behind) = rest.strip_prefix('[')?.split_once(']')?;
        if names.len() >= MAX_BRACKETS {
            return None;
        }
        names.push(name);
        rest = behind;
    }
    Some(names)
}

/// A place in a tree of bracketed names.
#[derive(Debug, Default)]
struct Branch {
    texts: Vec<String>,
    members: Vec<(String, Branch)>,
}

impl Branch {
    fn insert(&mut self, path: &[&str], text: String) {
        let Some((first, rest)) = path.split_first() else { return self.texts.push(text) };
        let at = self.members.iter().position(|(name, _)| name == first && !name.is_empty());
        let at = at.unwrap_or_else(|| {
            self.members.push(((*first).to_owned(), Self::default()));
            self.members.len() - 1
        });
        if let Some((_, branch)) = self.members.get_mut(at) {
            branch.insert(rest, text);
        }
    }

    fn into_raw(self) -> Raw {
        let Self { mut texts, members } = self;
        if members.is_empty() {
            let only = if texts.len() == 1 { texts.pop() } else { None };
            return only.map_or_else(|| Raw::List(texts.into_iter().map(Raw::Text).collect()), Raw::Text);
        }
        let is_index = |name: &str| name.bytes().all(|digit| digit.is_ascii_digit());
        if members.iter().all(|(name, _)| is_index(name)) {
            return Raw::List(members.into_iter().map(|(_, branch)| branch.into_raw()).collect());
        }
        Raw::Members(members.into_iter().map(|(name, branch)| (name, branch.into_raw())).collect())
    }
}

/// Members of one name are a list.
fn grouped(members: Vec<(String, Raw)>) -> Vec<(String, Raw)> {
    let mut found: Vec<(String, Raw)> = Vec::with_capacity(members.len());
    let mut known: std::collections::HashMap<String, usize> = std::collections::HashMap::new();
    for (name, raw) in members {
        match known.get(&name).and_then(|at| found.get_mut(*at)) {
            None => {
                known.insert(name.clone(), found.len());
                found.push((name, raw));
            }
            Some((_, Raw::List(items))) => items.push(raw),
            Some((_, other)) => {
                let first = std::mem::replace(other, Raw::List(Vec::new()));
                *other = Raw::List(vec![first, raw]);
            }
        }
    }
    found
}
