//! What holds for every method of every module.

use super::testing::{NOW, draw};
use super::{MODULES, Module};
use crate::dynamic::{
    Argument, Arguments, Entity, Method, Output, Parameter, ParameterKind, Scope, Template, Zone, locale,
    moment,
};
use crate::generate::Rng;

fn all() -> impl Iterator<Item = (&'static Module, &'static Method)> {
    MODULES.iter().flat_map(|module| module.methods.iter().map(move |method| (*module, method)))
}

#[test]
fn names_are_sorted_and_documented() {
    assert!(MODULES.is_sorted_by_key(|module| module.name));
    for module in MODULES {
        assert!(module.methods.is_sorted_by_key(|method| method.name), "{}", module.name);
    }
    for (module, method) in all() {
        assert!(
            method.doc.ends_with(['.', ')']) || method.doc.contains(": "),
            "{}: {}",
            method.name,
            method.doc
        );
        assert!(
            method.example.starts_with(&format!("${}.{}", module.name, method.name)),
            "{}",
            method.example
        );
    }
}

#[test]
fn every_example_works() {
    for (_, method) in all() {
        let template = Template::parse(&format!("{{{{{}}}}}", method.example)).unwrap();
        for seed in 0..5 {
            let mut out = String::new();
            let output = template.write(&mut Scope {
                out: &mut out,
                rng: &mut Rng::new(seed),
                now: NOW,
                locale: locale::find("en"),
                zone: Zone::UTC,
                entity: &mut Entity::default(),
            });
            let nothing = matches!(output, Output::Nothing | Output::Moment(_));
            assert!(nothing || !out.is_empty(), "{}", method.example);
        }
    }
}

/// Arguments that nobody means well with.
fn hostile(kind: ParameterKind) -> Vec<Argument> {
    match kind {
        ParameterKind::Integer => [i64::MIN, -1, 0, 1, 1001, i64::MAX].map(Argument::Integer).to_vec(),
        // What binding an argument leaves of it.
        ParameterKind::Moment => {
            [i64::MIN, -1, 0, i64::MAX].map(|value| Argument::Integer(moment::clamp(value))).to_vec()
        }
        ParameterKind::Number => [f64::MIN, -0.5, 0.0, 1e-300, f64::MAX]
            .map(Argument::Number)
            .into_iter()
            .chain([i64::MIN, i64::MAX].map(Argument::Integer))
            .collect(),
        ParameterKind::Flag => [true, false].map(Argument::Flag).to_vec(),
        ParameterKind::List => vec![
            Argument::List(Vec::new()),
            Argument::List(vec![
                Argument::Integer(i64::MIN),
                Argument::Text("".into()),
                Argument::Flag(true),
            ]),
        ],
        ParameterKind::Text | ParameterKind::Zone => ["", "日本語", "#?![]{}L", "[", "%\"'<>&\\\n"]
            .into_iter()
            .map(Argument::from)
            .chain([Argument::from("é[9-0]#".repeat(3000).as_str())])
            .collect(),
        // What binding lets through is a pattern.
        ParameterKind::Pattern => ["", "[a-z]{5}", "(a+)+$", ".{9000}"].map(Argument::from).to_vec(),
        ParameterKind::Choice(choices) => choices.iter().map(|choice| Argument::from(*choice)).collect(),
    }
}

fn bounded(module: &Module, method: &Method, arguments: &Arguments) {
    let name = format!("{}.{}", module.name, method.name);
    for code in ["en", "ja"] {
        let (output, text) = draw(&name, arguments, code, 1);
        // The longest argument, percent-encoded, and what is written besides; lists repeat it.
        let limit = if output == Output::Json { 1_000_000 } else { 160_000 };
        let shown: String = format!("{arguments:?}").chars().take(200).collect();
        assert!(text.len() <= limit, "{name} {shown} {}", text.len());
        if matches!(output, Output::Json | Output::Number | Output::Boolean) {
            assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok(), "{name} {shown} {text:.200}");
        }
    }
}

#[test]
fn no_argument_does_harm() {
    for (module, method) in all() {
        let with = |pairs: &[(&Parameter, &Argument)]| {
            let mut arguments = Arguments::default();
            for (parameter, argument) in pairs {
                arguments.set(parameter.name, (*argument).clone());
            }
            bounded(module, method, &arguments);
        };
        for (index, first) in method.parameters.iter().enumerate() {
            for argument in &hostile(first.kind) {
                with(&[(first, argument)]);
                for second in method.parameters.iter().skip(index + 1) {
                    for other in &hostile(second.kind) {
                        with(&[(first, argument), (second, other)]);
                    }
                }
            }
        }
    }
}
