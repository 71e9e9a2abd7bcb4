//! Edge cases on demand: bodies at the border of what their schema allows.
//!
//! A variant changes what is chosen, never what is allowed: every value is one that the shape has, and where a check
//! refuses the body all the same, it is made as usual.

use super::walk::Walk;
use super::{Rng, lorem, number, text};
use crate::schema::pattern::Pattern;
use crate::schema::{ArrayShape, NumberShape, ObjectShape, Shape, StringShape};

/// Which border a body lies on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Required members only, the shortest arrays and strings, the lowest numbers.
    Min,
    /// All members, the longest arrays and strings, the highest numbers.
    Max,
    /// Nulls, and empty arrays, strings and objects, wherever they are allowed.
    Empty,
    /// Texts of many scripts.
    Unicode,
}

/// Items of an array that sets no limit, by its depth.
const MOST_ITEMS: [usize; 5] = [50, 50, 10, 5, 2];
/// Items of an array that sets a limit, by its depth.
const MOST_DECLARED: [usize; 5] = [1000, 1000, 50, 10, 5];
/// Characters of a string that sets no limit, and of one that does.
const MOST_LETTERS: usize = 256;
const MOST_DECLARED_LETTERS: usize = 20_000;
/// The highest number where the schema sets no limit: what 32 bits hold.
const HIGHEST: i128 = i32::MAX as i128;
/// Draws among which the shortest or longest string is looked for, and lengths that are tried.
const DRAWS: usize = 12;
const LENGTHS: usize = 40;

/// Texts that programs get wrong: umlauts, other scripts, right to left, combining marks, joined emoji, letters beyond
/// the first plane, letters whose case changes their length.
const TEXTS: [&str; 12] = [
    "Zoë Ångström-Łuczak",
    "Größe: straße & CAFÉ",
    "日本語の文字列です",
    "Привет, мир",
    "שלום עולם",
    "مرحبا بالعالم ١٢٣",
    "नमस्ते दुनिया",
    "e\u{301}a\u{308}o\u{302}n\u{303} combined",
    "👩‍👩‍👧‍👦 🇺🇳 👍🏽 ❤️",
    "𝒜𝓫𝓬 𠜎𠜱 𓂀",
    "ﬁn İstanbul ǆ ẞ",
    "한국어 ไทย ελληνικά",
];

impl Variant {
    /// Reads a name, in any letter case.
    ///
    /// ```
    /// use edgemock::generate::Variant;
    /// assert_eq!(Variant::parse("Max"), Some(Variant::Max));
    /// assert_eq!(Variant::parse("huge"), None);
    /// ```
    pub fn parse(name: &str) -> Option<Self> {
        let all =
            [("min", Self::Min), ("max", Self::Max), ("empty", Self::Empty), ("unicode", Self::Unicode)];
        all.into_iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, variant)| variant)
    }

    /// Whether names and pages still say what values are, where the variant says nothing.
    pub(super) fn keeps_names(self) -> bool {
        matches!(self, Self::Empty | Self::Unicode)
    }

    /// The shape to write of several.
    pub(super) fn pick(self, shapes: &[Shape], leanest: usize) -> Option<&Shape> {
        let rank = |shape: &Shape| match (self, shape) {
            (Self::Empty, Shape::Null) => 5,
            (Self::Empty, Shape::Array(array)) if array.min == 0 => 4,
            (Self::Empty, Shape::String(string)) if string.min == 0 => 3,
            (Self::Max, Shape::Object(_)) => 4,
            (Self::Max, Shape::Array(_)) => 3,
            (Self::Max | Self::Unicode, Shape::String(_)) => 2,
            (_, Shape::Null) => 0,
            _ => 1,
        };
        let best = shapes.iter().map(rank).max()?;
        let lean = shapes.get(leanest).filter(|shape| rank(shape) == best);
        lean.or_else(|| shapes.iter().find(|shape| rank(shape) == best))
    }

    /// Whether a member that may be left out, and is no container, is written.
    pub(super) fn wants(self, required: bool, depth: usize) -> bool {
        match self {
            Self::Min => required,
            // The outermost object keeps its members: an answer of `{}` would show nothing.
            Self::Empty => required || depth == 0,
            Self::Max | Self::Unicode => true,
        }
    }

    /// How many items an array has; `None`: as usual.
    pub(super) fn items(self, shape: &ArrayShape, depth: usize) -> Option<usize> {
        let (min, max) = (shape.min as usize, shape.max as usize);
        match self {
            Self::Min | Self::Empty => Some(min),
            Self::Max => {
                let most = if shape.max == u32::MAX { &MOST_ITEMS } else { &MOST_DECLARED };
                let most = most.get(depth).or(most.last()).copied().unwrap_or(1);
                Some(max.min(most).max(min))
            }
            Self::Unicode => None,
        }
    }
}

impl<'p> Walk<'p, '_> {
    /// Writes the value of a scalar that the variant asks for. False when it asks for none, or there is none; nothing is
    /// written then.
    pub(super) fn write_edge(&mut self, variant: Variant, shape: &'p Shape) -> bool {
        match (variant, shape) {
            (Variant::Min, Shape::Boolean(None)) => self.out.extend_from_slice(b"false"),
            (Variant::Max, Shape::Boolean(None)) => self.out.extend_from_slice(b"true"),
            (Variant::Min | Variant::Max, Shape::Literals(texts)) => {
                let texts = texts.iter();
                let text = match variant {
                    Variant::Min => texts.min_by_key(|text| text.len()),
                    _ => texts.max_by_key(|text| text.len()),
                };
                self.out.extend_from_slice(text.map_or(b"null", |text| text.as_bytes()));
            }
            (Variant::Min | Variant::Max, Shape::Number(shape)) => {
                let Some(units) = outermost(shape, variant == Variant::Max) else { return false };
                number::write(units, shape.places, self.out);
            }
            (_, Shape::String(shape)) => return self.write_edge_string(variant, shape),
            _ => return false,
        }
        true
    }

    fn write_edge_string(&mut self, variant: Variant, shape: &StringShape) -> bool {
        let room = self.room().max(64);
        let (rng, now, text) = (&mut self.rng, self.context.now, &mut self.scratch);
        let made = match variant {
            Variant::Min => shortest(shape, rng, now, text),
            Variant::Max => longest(shape, room, rng, now, text),
            Variant::Empty => {
                text.clear();
                text::accepts(shape, text) || shortest(shape, rng, now, text)
            }
            Variant::Unicode => of_many_scripts(shape, rng, text),
        };
        if made {
            text::write_json(&self.scratch, self.out);
        }
        made
    }

    /// Whether the list of an object is turned to a page at all, and how many items it has then.
    pub(super) fn edge_list(&self, shape: &'p ObjectShape) -> bool {
        shape.list > 0 && self.variant.is_none_or(Variant::keeps_names)
    }
}

/// The lowest or the highest number of a shape, in its units.
fn outermost(shape: &NumberShape, highest: bool) -> Option<i128> {
    if shape.step < 1 {
        return None;
    }
    let unit = 10_i128.checked_pow(u32::from(shape.places))?;
    let (start, step) = if highest {
        let most = HIGHEST.checked_mul(unit)?;
        let start = shape.most.unwrap_or_else(|| most.max(shape.high));
        (start.div_euclid(shape.step).checked_mul(shape.step)?, -shape.step)
    } else {
        let start = shape.least.unwrap_or_else(|| 0.min(shape.high).min(shape.low));
        (start.checked_add(shape.step - 1)?.div_euclid(shape.step).checked_mul(shape.step)?, shape.step)
    };
    let fits = |units: &i128| {
        shape.least.is_none_or(|least| *units >= least)
            && shape.most.is_none_or(|most| *units <= most)
            && !shape.excluded.contains(units)
            && shape.allows(*units)
    };
    (0..1000).map_while(|count| start.checked_add(step.checked_mul(count)?)).find(fits)
}

/// Puts the shortest string of a shape that is found into `out`.
fn shortest(shape: &StringShape, rng: &mut Rng, now: i64, out: &mut String) -> bool {
    let least = shape.patterns.iter().map(Pattern::min_length).max();
    let least = least.unwrap_or(0).max(shape.min as usize);
    let lengths = (0..LENGTHS).map(|more| least + more);
    of_length(shape, lengths, rng, out) || extreme(shape, rng, now, out, |length, known| length < known)
}

/// Puts the longest string of a shape that is found into `out`; of up to `room` characters where none has to be longer.
fn longest(shape: &StringShape, room: usize, rng: &mut Rng, now: i64, out: &mut String) -> bool {
    let by_pattern = shape.patterns.iter().filter_map(Pattern::max_length).min();
    let declared = match (shape.max.map(|max| max as usize), by_pattern) {
        (Some(max), Some(other)) => Some(max.min(other)),
        (max, other) => max.or(other),
    };
    let most = declared.map_or(MOST_LETTERS, |declared| declared.min(MOST_DECLARED_LETTERS));
    let most = most.min(room).max(shape.min as usize);
    let lengths =
        (0..LENGTHS).map_while(|less| most.checked_sub(less)).filter(|length| *length >= shape.min as usize);
    of_length(shape, lengths, rng, out) || extreme(shape, rng, now, out, |length, known| length > known)
}

/// Puts a string of the first length that one is found for into `out`. Formats have lengths of their own.
fn of_length(
    shape: &StringShape,
    mut lengths: impl Iterator<Item = usize>,
    rng: &mut Rng,
    out: &mut String,
) -> bool {
    if !shape.formats.is_empty() {
        return false;
    }
    lengths.any(|length| {
        out.clear();
        let made = match shape.patterns.first() {
            None => {
                lorem::words(rng, length, Some(length), out);
                true
            }
            Some(pattern) => pattern.sample(rng, length, Some(length), out),
        };
        made && text::accepts(shape, out)
    })
}

/// Puts the most extreme of several strings into `out`.
fn extreme(
    shape: &StringShape,
    rng: &mut Rng,
    now: i64,
    out: &mut String,
    beats: impl Fn(usize, usize) -> bool,
) -> bool {
    let mut best: Option<String> = None;
    for _ in 0..DRAWS {
        if text::sample(shape, rng, now, out)
            && best.as_ref().is_none_or(|best| beats(out.chars().count(), best.chars().count()))
        {
            best = Some(out.clone());
        }
    }
    let found = best.is_some();
    *out = best.unwrap_or_default();
    found
}

/// Puts a text of many scripts into `out`, where the shape has one.
fn of_many_scripts(shape: &StringShape, rng: &mut Rng, out: &mut String) -> bool {
    let (min, max) = (shape.min as usize, shape.max.map_or(usize::MAX, |max| max as usize));
    if min > text::MAX_LENGTH / 4 {
        return false;
    }
    for _ in 0..DRAWS {
        out.clear();
        let mut length = 0;
        while length == 0 || length < min {
            let text = rng.pick(&TEXTS).copied().unwrap_or_default();
            out.extend(text.chars().take(max - length));
            length = out.chars().count();
            if length >= max {
                break;
            }
        }
        if text::accepts(shape, out) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generate::{Context, generate};
    use crate::schema::{Dialect, Direction, Limits, PlanBuilder, Source};
    use serde_json::{Value, json};

    fn body(schema: &Value, variant: Variant) -> Value {
        let source = Source::new(schema, Dialect::OpenApi31);
        let mut builder = PlanBuilder::new(&source, Direction::Response, Limits::default());
        let root = builder.root("");
        let plan = builder.finish().plan;
        let mut out = Vec::new();
        let outcome = generate(&plan, root, &Context { variant: Some(variant), ..Context::new(1) }, &mut out);
        assert!(outcome.valid, "{schema} {variant:?}");
        serde_json::from_slice(&out).unwrap()
    }

    #[test]
    fn values_lie_on_the_border() {
        use Variant::{Empty, Max, Min};
        let letters = |count: usize| json!("x".repeat(count));
        let cases = [
            (json!({"type": "integer"}), Min, json!(0)),
            (json!({"type": "integer"}), Max, json!(i32::MAX)),
            (json!({"type": "integer", "format": "int64"}), Min, json!(i64::MIN)),
            (json!({"type": "integer", "format": "int64"}), Max, json!(i64::MAX)),
            (json!({"type": "integer", "minimum": 3, "maximum": 17, "multipleOf": 5}), Min, json!(5)),
            (json!({"type": "integer", "minimum": 3, "maximum": 17, "multipleOf": 5}), Max, json!(15)),
            (json!({"type": "integer", "exclusiveMaximum": 9, "not": {"const": 8}}), Max, json!(7)),
            (json!({"type": "integer", "maximum": -4}), Max, json!(-4)),
            (json!({"type": "number", "minimum": -1.5, "maximum": 2.25}), Min, json!(-1.5)),
            (json!({"type": "number", "minimum": -1.5, "maximum": 2.25}), Max, json!(2.25)),
            (json!({"type": "boolean"}), Min, json!(false)),
            (json!({"type": "boolean"}), Max, json!(true)),
            (json!({"enum": ["b", "longest", ""]}), Min, json!("")),
            (json!({"enum": ["b", "longest", ""]}), Max, json!("longest")),
            (json!({"type": "string"}), Min, json!("")),
            (json!({"type": "string"}), Empty, json!("")),
            (json!({"type": "string", "pattern": "^x{2,7}$"}), Min, letters(2)),
            (json!({"type": "string", "pattern": "^x{2,7}$"}), Max, letters(7)),
            (json!({"type": "string", "pattern": "^x+$", "maxLength": 900}), Max, letters(900)),
            (json!({"type": "string", "pattern": "^x+$", "maxLength": 900}), Empty, letters(1)),
            (json!({"type": "array", "items": {"const": 1}}), Min, json!([])),
            (json!({"type": "array", "items": {"const": 1}, "minItems": 2}), Min, json!([1, 1])),
            (json!({"type": "array", "items": {"const": 1}, "maxItems": 7}), Max, json!(vec![1; 7])),
            (json!({"type": "array", "items": {"const": 1}}), Max, json!(vec![1; 50])),
            (json!({"type": ["string", "null", "array"]}), Empty, json!(null)),
            (json!({"type": ["string", "array"]}), Empty, json!([])),
            (
                json!({"type": "array", "uniqueItems": true, "minItems": 3, "items": {"type": "integer", "minimum": 5}}),
                Min,
                json!([5, 6, 7]),
            ),
        ];
        for (schema, variant, expected) in cases {
            let found = body(&schema, variant);
            if variant == Variant::Min && schema["uniqueItems"] == json!(true) {
                assert_eq!(found.as_array().unwrap().len(), 3, "{schema}");
            } else {
                assert_eq!(found, expected, "{schema} {variant:?}");
            }
        }
    }

    #[test]
    fn members_are_left_out_and_filled_in() {
        let part = json!({"type": "object", "properties": {"x": {"type": "string"}}});
        let schema = json!({
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "integer", "minimum": 1},
                "email": {"type": "string", "format": "email"},
                "title": {"type": "string", "maxLength": 400},
                "note": {"type": ["string", "null"]},
                "part": part,
                "tags": {"type": "array", "items": {"type": "string"}},
            },
        });
        assert_eq!(body(&schema, Variant::Min), json!({"id": 1}));
        let empty = body(&schema, Variant::Empty);
        assert_eq!(
            [&empty["title"], &empty["note"], &empty["part"], &empty["tags"]],
            [&json!(""), &json!(null), &json!({}), &json!([])]
        );
        assert!(empty["email"].as_str().unwrap().contains('@'));
        let max = body(&schema, Variant::Max);
        assert_eq!(max.as_object().unwrap().len(), 6);
        assert_eq!(max["title"].as_str().unwrap().chars().count(), 400);
        assert_eq!(max["part"]["x"].as_str().unwrap().len(), 256);
        assert_eq!(max["tags"].as_array().unwrap().len(), 50);
        let unicode = body(&schema, Variant::Unicode);
        for text in [&unicode["title"], &unicode["part"]["x"]] {
            assert!(!text.as_str().unwrap().is_ascii(), "{unicode}");
        }
    }

    #[test]
    fn texts_of_many_scripts_keep_to_lengths_and_patterns() {
        for (schema, foreign) in [
            (json!({"type": "string", "minLength": 1, "maxLength": 1}), true),
            (json!({"type": "string", "minLength": 300, "maxLength": 300}), true),
            (json!({"type": "string", "pattern": "^.{2,5}$"}), false),
            (json!({"type": "string", "pattern": "^[a-z]+$"}), false),
            (json!({"type": "string", "format": "date-time"}), false),
            (json!({"type": "string", "maxLength": 0}), false),
        ] {
            let text = body(&schema, Variant::Unicode);
            assert!(!foreign || !text.as_str().unwrap().is_ascii(), "{schema} {text}");
        }
    }

    #[test]
    fn recursion_ends_and_room_is_shared() {
        let tree = json!({
            "$ref": "#/$defs/node",
            "$defs": {"node": {
                "type": "object",
                "required": ["name", "children"],
                "properties": {
                    "name": {"type": "string"},
                    "children": {"type": "array", "items": {"$ref": "#/$defs/node"}},
                    "last": {"type": "string"},
                },
            }},
        });
        let max = body(&tree, Variant::Max);
        assert!(max.to_string().len() < 300 * 1024);
        assert!(max["last"].is_string());
        assert_eq!(body(&tree, Variant::Min), json!({"name": "", "children": []}));
    }
}
