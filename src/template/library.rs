//! The filters, tests, functions and methods, as minijinja calls them. Its own are kept where they do what Nunjucks' do and
//! pay for what they make; the others are here.

use super::run::{Run, Variables};
use super::value::{contains, equal, failed, number, order, text, to_number, weigh, write_json};
use super::{names, value};
use minijinja::value::{Kwargs, Rest, Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Output, State, UndefinedBehavior};
use std::fmt::Write as _;
use std::sync::LazyLock;

/// What a template may cost. One unit is an instruction or 64 bytes; a body of 1 MB written in a plain loop takes a
/// tenth of it.
const FUEL: u64 = 500_000;
/// No text is padded to more characters.
const MAX_WIDTH: usize = 10_000;

/// The environment that all templates begin with.
pub(super) static BASE: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    let known: Vec<String> = environment.globals().map(|(name, _)| name.to_owned()).collect();
    for name in known.iter().filter(|name| !names::FUNCTIONS.contains(&name.as_str())) {
        environment.remove_global(name);
    }
    environment.set_fuel(Some(FUEL));
    environment.set_debug(false);
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.set_formatter(|out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value| {
        let text = Run::of(state)?.format(state, value)?;
        out.write_str(&text).map_err(Error::from)
    });
    environment.set_unknown_method_callback(method);
    functions(&mut environment);
    filters(&mut environment);
    tests(&mut environment);
    environment
});

type Outcome = Result<Value, Error>;

fn functions(environment: &mut Environment<'_>) {
    environment.add_function("__dynamic", |state: &State<'_, '_>, number: usize| {
        Run::of(state)?.dynamic(state, number)
    });
    environment.add_function("__enter", |state: &State<'_, '_>| -> Outcome {
        Run::of(state)?.enter();
        Ok(Value::UNDEFINED)
    });
    environment.add_function("__pass", |state: &State<'_, '_>| -> Outcome {
        Run::of(state)?.pass();
        Ok(Value::UNDEFINED)
    });
    environment.add_function("__leave", |state: &State<'_, '_>| -> Outcome {
        Run::of(state)?.leave();
        Ok(Value::UNDEFINED)
    });
    environment.add_function(
        "__assign",
        |state: &State<'_, '_>, value: Value, names: Rest<String>| -> Outcome {
            weigh(state, &value, 0)?;
            let variables = state.lookup("__set").and_then(|value| value.downcast_object::<Variables>());
            for name in names.iter() {
                if let Some(variables) = &variables {
                    variables.set(name, value.clone());
                }
            }
            Ok(Value::UNDEFINED)
        },
    );
}

fn filters(environment: &mut Environment<'_>) {
    environment.add_filter("__number", |value: &Value| to_number(value));
    environment.add_filter("__length", |value: Value| -> Outcome {
        let member = value.get_attr("length").ok().filter(|member| !member.is_undefined());
        Ok(member.unwrap_or_else(|| value.len().map_or(Value::UNDEFINED, Value::from)))
    });
    environment.add_filter("__plain", |state: &State<'_, '_>, value: Value| -> Outcome {
        // Sorting compares whole values.
        for _ in 0..8 {
            weigh(state, &value, 0)?;
        }
        Ok(value)
    });
    environment.add_filter("__items", |value: Value| -> Value {
        if value.is_none() || value.is_undefined() { Value::from(Vec::<Value>::new()) } else { value }
    });
    environment.add_filter("__pairs", |state: &mut State<'_, '_>, value: Value| -> Outcome {
        match value.kind() {
            ValueKind::Map => state.apply_filter("items", &[value]),
            ValueKind::None | ValueKind::Undefined => Ok(Value::from(Vec::<Value>::new())),
            _ => Ok(value),
        }
    });
    environment.add_filter("join", join);
    for name in ["dump", "tojson"] {
        environment.add_filter(
            name,
            |state: &State<'_, '_>, value: &Value, _indent: Rest<Value>| -> Outcome {
                let mut out = String::new();
                write_json(state, value, &mut out, 0)?;
                Ok(Value::from_safe_string(out))
            },
        );
    }
    for name in ["e", "escape", "forceescape"] {
        environment.add_filter(name, |state: &State<'_, '_>, value: &Value| -> Result<String, Error> {
            let mut out = String::new();
            for next in text(state, value)?.chars() {
                match next {
                    '&' => out.push_str("&amp;"),
                    '<' => out.push_str("&lt;"),
                    '>' => out.push_str("&gt;"),
                    '"' => out.push_str("&quot;"),
                    '\'' => out.push_str("&#39;"),
                    _ => out.push(next),
                }
            }
            Ok(out)
        });
    }
    environment.add_filter("nl2br", |state: &State<'_, '_>, value: &Value| -> Result<String, Error> {
        Ok(text(state, value)?.replace("\r\n", "\n").replace('\n', "<br />\n"))
    });
    environment.add_filter("string", |state: &State<'_, '_>, value: &Value| text(state, value));
    environment.add_filter("urlencode", |state: &State<'_, '_>, value: &Value| -> Result<String, Error> {
        let mut out = String::new();
        for byte in text(state, value)?.bytes() {
            if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
                out.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
        Ok(out)
    });
    environment.add_filter("wordcount", |state: &State<'_, '_>, value: &Value| -> Result<usize, Error> {
        Ok(text(state, value)?.split_whitespace().count())
    });
    environment.add_filter("striptags", |state: &State<'_, '_>, value: &Value| -> Result<String, Error> {
        let mut inside = false;
        let text = text(state, value)?;
        let kept = text.chars().filter(|next| {
            let was_inside = inside;
            inside = (inside || *next == '<') && *next != '>';
            !was_inside && !inside
        });
        Ok(kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
    });
    environment.add_filter(
        "truncate",
        |state: &State<'_, '_>,
         value: &Value,
         length: Option<usize>,
         whole: Option<bool>,
         end: Option<String>| {
            let text = text(state, value)?;
            let length = length.unwrap_or(255);
            let Some((cut, _)) = text.char_indices().nth(length) else { return Ok::<_, Error>(text) };
            let kept = text.get(..cut).unwrap_or_default();
            let kept = if whole == Some(true) {
                kept
            } else {
                kept.rfind(' ').map_or(kept, |space| kept.get(..space).unwrap_or(kept))
            };
            Ok(format!("{kept}{}", end.as_deref().unwrap_or("...")))
        },
    );
    environment.add_filter("center", |state: &State<'_, '_>, value: &Value, width: Option<usize>| {
        let width = width.unwrap_or(80);
        if width > MAX_WIDTH {
            return Err(failed(format!("`center` takes a width of at most {MAX_WIDTH}")));
        }
        Ok(format!("{:^width$}", text(state, value)?))
    });
    environment.add_filter("random", |state: &State<'_, '_>, value: &Value| -> Outcome {
        let count = value.len().unwrap_or(0);
        if count == 0 {
            return Ok(Value::UNDEFINED);
        }
        state.consume_fuel(count as u64 / 8)?;
        let at = Run::of(state)?.below(count);
        Ok(value.try_iter()?.nth(at).unwrap_or_default())
    });
}

/// `join(separator, attribute)`. What holds texts of the template and numbers only counts as text of the template.
#[allow(clippy::needless_pass_by_value)] // how minijinja hands arguments over
fn join(
    state: &State<'_, '_>,
    list: &Value,
    separator: Option<&Value>,
    attribute: Option<String>,
    kwargs: Kwargs,
) -> Outcome {
    let attribute = match attribute {
        None => kwargs.get::<Option<String>>("attribute")?,
        named => named,
    };
    let between = separator.map_or(Ok(String::new()), |separator| text(state, separator))?;
    let mut is_safe = separator.is_none_or(Value::is_safe);
    if list.is_none() || list.is_undefined() {
        return Ok(Value::from(""));
    }
    let mut out = String::new();
    for (index, item) in list.try_iter()?.enumerate() {
        let item = match &attribute {
            Some(name) => item.get_attr(name)?,
            None => item,
        };
        is_safe &= item.is_safe() || matches!(item.kind(), ValueKind::Number | ValueKind::Bool);
        let piece = text(state, &item)?;
        state.consume_fuel(1 + (piece.len() + between.len()) as u64 / 64)?;
        out.push_str(if index > 0 { &between } else { "" });
        out.push_str(&piece);
    }
    Ok(if is_safe { Value::from_safe_string(out) } else { Value::from(out) })
}

fn tests(environment: &mut Environment<'_>) {
    for name in ["__eq", "eq", "equalto", "sameas"] {
        environment.add_test(name, |state: &State<'_, '_>, a: &Value, b: &Value| equal(state, a, b, 0));
    }
    for name in ["__ne", "ne"] {
        environment.add_test(name, |state: &State<'_, '_>, a: &Value, b: &Value| {
            equal(state, a, b, 0).map(|same| !same)
        });
    }
    for name in ["__lt", "lt", "lessthan"] {
        environment.add_test(name, |a: &Value, b: &Value| order(a, b).is_some_and(std::cmp::Ordering::is_lt));
    }
    for name in ["__le", "le"] {
        environment.add_test(name, |a: &Value, b: &Value| order(a, b).is_some_and(std::cmp::Ordering::is_le));
    }
    for name in ["__gt", "gt", "greaterthan"] {
        environment.add_test(name, |a: &Value, b: &Value| order(a, b).is_some_and(std::cmp::Ordering::is_gt));
    }
    for name in ["__ge", "ge"] {
        environment.add_test(name, |a: &Value, b: &Value| order(a, b).is_some_and(std::cmp::Ordering::is_ge));
    }
    for name in ["__in", "in"] {
        environment.add_test(name, |state: &State<'_, '_>, a: &Value, b: &Value| contains(state, a, b));
    }
    environment.add_test("null", |value: &Value| value.is_none());
    environment.add_test("truthy", |value: &Value| value.is_true());
    environment.add_test("falsy", |value: &Value| !value.is_true());
}

/// Methods of texts and lists, as JavaScript has them.
fn method(state: &mut State<'_, '_>, value: &Value, name: &str, arguments: &[Value]) -> Outcome {
    let first = arguments.first().cloned().unwrap_or_default();
    let filter = |state: &mut State<'_, '_>, filter: &str| {
        let all: Vec<Value> = std::iter::once(value).chain(arguments).cloned().collect();
        state.apply_filter(filter, &all)
    };
    match name {
        "toUpperCase" => filter(state, "upper"),
        "toLowerCase" => filter(state, "lower"),
        "trim" => filter(state, "trim"),
        "join" => filter(state, "join"),
        "split" => filter(state, "split"),
        "toString" => Ok(Value::from(text(state, value)?)),
        "includes" => Ok(Value::from(contains(state, &first, value)?)),
        "startsWith" => Ok(Value::from(text(state, value)?.starts_with(&text(state, &first)?))),
        "endsWith" => Ok(Value::from(text(state, value)?.ends_with(&text(state, &first)?))),
        "replace" => {
            let with = arguments.get(1).map_or(Ok(String::new()), |with| text(state, with))?;
            Ok(Value::from(text(state, value)?.replacen(&text(state, &first)?, &with, 1)))
        }
        "indexOf" => {
            let found = if let Some(whole) = value.as_str() {
                let found = whole.find(&text(state, &first)?);
                found.map(|at| whole.get(..at).unwrap_or_default().chars().count())
            } else {
                let mut found = None;
                for (index, item) in value.try_iter()?.enumerate() {
                    if equal(state, &first, &item, 0)? {
                        found = Some(index);
                        break;
                    }
                }
                found
            };
            Ok(found.map_or(Value::from(-1), Value::from))
        }
        "slice" => slice(state, value, arguments),
        "toFixed" => {
            let digits = number(&first).unwrap_or(0.0).clamp(0.0, 20.0) as usize;
            let number = number(value).ok_or_else(|| failed("`toFixed` takes a number"))?;
            Ok(Value::from(format!("{number:.digits$}")))
        }
        _ => Err(Error::from(ErrorKind::UnknownMethod)),
    }
}

/// `slice(start, end)`, counted from the end where negative.
fn slice(state: &State<'_, '_>, value: &Value, arguments: &[Value]) -> Outcome {
    let items: Vec<Value> = match value.as_str() {
        Some(text) => text.chars().map(Value::from).collect(),
        None => value.try_iter()?.collect(),
    };
    state.consume_fuel(1 + items.len() as u64 / 8)?;
    let bound = |index: usize, default: usize| {
        let Some(at) = arguments.get(index).and_then(value::number) else { return default };
        let from = if at < 0.0 { items.len() as f64 + at } else { at };
        from.clamp(0.0, items.len() as f64) as usize
    };
    let (start, end) = (bound(0, 0), bound(1, items.len()));
    let kept = items.get(start..end.max(start)).unwrap_or_default();
    Ok(match value.as_str() {
        Some(_) => Value::from(kept.iter().filter_map(Value::as_str).collect::<String>()),
        None => Value::from(kept.to_vec()),
    })
}
