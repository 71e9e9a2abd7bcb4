//! Arguments as they are written against the parameters of a method or pipe.

use super::error::Fault;
use super::grammar::{self, WrittenArgument, WrittenCall};
use super::locale::{self, Locale};
use super::nearest::nearest;
use super::{Argument, Arguments, Parameter, ParameterKind, Zone, moment};
use crate::schema::pattern::Pattern;

/// Checks arguments, and gives positional ones the names of their parameters. `locale` is a parameter of everything.
pub(super) fn bind(
    call: WrittenCall<'_>,
    parameters: &'static [Parameter],
) -> Result<(Arguments, Option<&'static Locale>), Fault> {
    let mut arguments = Arguments::default();
    let mut locale = None;
    let mut positional = 0;
    for argument in call.arguments {
        let WrittenArgument { name, at, value } = argument;
        let parameter = if let Some(name) = name {
            let known = parameters.iter().find(|parameter| parameter.name.eq_ignore_ascii_case(name));
            if known.is_none() && name == "locale" {
                match value {
                    Argument::Text(code) => locale = Some(locale::find(&code)),
                    _ => return Err(Fault::new(at, "`locale` takes a text")),
                }
                continue;
            }
            known.ok_or_else(|| unknown(at, call.name, name, parameters))?
        } else {
            let parameter =
                parameters.get(positional).ok_or_else(|| too_many(at, call.name, parameters.len()))?;
            positional += 1;
            parameter
        };
        let Some(value) = fit(value, parameter.kind) else {
            let takes = describe(parameter.kind);
            return Err(Fault::new(at, format!("`{}` of `{}` takes {takes}", parameter.name, call.name)));
        };
        arguments.set(parameter.name, value);
    }
    Ok((arguments, locale))
}

fn unknown(at: usize, call: &str, name: &str, parameters: &[Parameter]) -> Fault {
    let known = parameters.iter().map(|parameter| parameter.name).chain(["locale"]);
    Fault::unknown(at, &format!("`{call}` has no parameter `{name}`"), nearest(name, known))
}

fn too_many(at: usize, call: &str, count: usize) -> Fault {
    Fault::new(
        at,
        match count {
            0 => format!("`{call}` takes no argument"),
            1 => format!("`{call}` takes one argument"),
            _ => format!("`{call}` takes {count} arguments"),
        },
    )
}

/// The value as a parameter takes it: the text of a number is as good as the number, and so on.
fn fit(value: Argument, kind: ParameterKind) -> Option<Argument> {
    let number = |text: &str| grammar::number(text.trim());
    Some(match (kind, value) {
        (ParameterKind::Integer, Argument::Number(value)) if value.fract() == 0.0 => {
            Argument::Integer(value as i64)
        }
        (ParameterKind::Integer, Argument::Text(text)) => match number(&text)? {
            Argument::Number(value) if value.fract() == 0.0 => Argument::Integer(value as i64),
            value @ Argument::Integer(_) => value,
            _ => return None,
        },
        (ParameterKind::Number, Argument::Text(text)) => number(&text)?,
        (ParameterKind::Integer, value @ Argument::Integer(_))
        | (ParameterKind::Number, value @ (Argument::Integer(_) | Argument::Number(_)))
        | (ParameterKind::Flag, value @ Argument::Flag(_))
        | (ParameterKind::Text, value @ Argument::Text(_))
        | (ParameterKind::List, value @ Argument::List(_)) => value,
        (ParameterKind::Flag, Argument::Text(text)) => match &*text {
            "true" => Argument::Flag(true),
            "false" => Argument::Flag(false),
            _ => return None,
        },
        (ParameterKind::Flag, Argument::Integer(value @ (0 | 1))) => Argument::Flag(value == 1),
        (ParameterKind::Text, value) => Argument::Text(scalar(&value)?.into()),
        (ParameterKind::List, Argument::Text(text)) if text.trim_start().starts_with('[') => {
            Argument::List(grammar::list(&text)?)
        }
        (ParameterKind::List, value) => Argument::List(vec![value]),
        (ParameterKind::Moment, Argument::Integer(value)) => Argument::Integer(moment::clamp(value)),
        (ParameterKind::Moment, Argument::Number(value)) => Argument::Integer(moment::clamp(value as i64)),
        (ParameterKind::Moment, Argument::Text(text)) => Argument::Integer(moment::parse(&text)?),
        (ParameterKind::Zone, Argument::Text(text)) => {
            Zone::find(&text)?;
            Argument::Text(text)
        }
        (ParameterKind::Pattern, value) => {
            let source = scalar(&value)?;
            // A sample is the match alone.
            Argument::Pattern(Pattern::parse(&format!("^(?:{source})$")).ok()?)
        }
        (ParameterKind::Choice(choices), value) => {
            let text = scalar(&value)?;
            let choice = choices.iter().find(|choice| **choice == text);
            let choice =
                choice.or_else(|| choices.iter().find(|choice| choice.eq_ignore_ascii_case(&text)))?;
            Argument::Text((*choice).into())
        }
        _ => return None,
    })
}

/// The text of a value that is no list.
fn scalar(value: &Argument) -> Option<String> {
    Some(match value {
        Argument::Text(text) => text.to_string(),
        Argument::Integer(value) => value.to_string(),
        Argument::Number(value) => value.to_string(),
        Argument::Flag(value) => value.to_string(),
        Argument::List(_) | Argument::Pattern(_) => return None,
    })
}

fn describe(kind: ParameterKind) -> String {
    match kind {
        ParameterKind::Integer => "a whole number",
        ParameterKind::Number => "a number",
        ParameterKind::Flag => "`true` or `false`",
        ParameterKind::Text => "a text",
        ParameterKind::List => "a list",
        ParameterKind::Moment => "an ISO 8601 date or milliseconds since 1970",
        ParameterKind::Zone => "an IANA time zone such as `Europe/Berlin`",
        ParameterKind::Pattern => "a regular expression",
        ParameterKind::Choice(choices) => {
            let quoted: Vec<String> = choices.iter().map(|choice| format!("`{choice}`")).collect();
            return format!("one of {}", quoted.join(", "));
        }
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_fit_their_parameters() {
        let text = |text: &str| Argument::Text(text.into());
        let cases = [
            (ParameterKind::Integer, text("5"), Some(Argument::Integer(5))),
            (ParameterKind::Integer, Argument::Number(5.0), Some(Argument::Integer(5))),
            (ParameterKind::Integer, Argument::Number(5.5), None),
            (ParameterKind::Integer, text("five"), None),
            (ParameterKind::Number, text("-0.5"), Some(Argument::Number(-0.5))),
            (ParameterKind::Flag, text("true"), Some(Argument::Flag(true))),
            (ParameterKind::Flag, Argument::Integer(7), None),
            (ParameterKind::Text, Argument::Integer(7), Some(text("7"))),
            (ParameterKind::Text, Argument::List(vec![]), None),
            (ParameterKind::List, text("['a']"), Some(Argument::List(vec![text("a")]))),
            (ParameterKind::List, text("ab"), Some(Argument::List(vec![text("ab")]))),
            (ParameterKind::List, text("[ab"), None),
            (ParameterKind::Moment, text("1970-01-01T00:00:01Z"), Some(Argument::Integer(1000))),
            (ParameterKind::Moment, text("tomorrow"), None),
            (ParameterKind::Zone, text("Europe/Paris"), Some(text("Europe/Paris"))),
            (ParameterKind::Zone, text("Europe/Atlantis"), None),
            (ParameterKind::Choice(&["upper", "Lower"]), text("lower"), Some(text("Lower"))),
            (ParameterKind::Choice(&["upper"]), text("up"), None),
        ];
        for (kind, value, expected) in cases {
            assert_eq!(fit(value.clone(), kind), expected, "{kind:?} {value:?}");
        }
    }
}
