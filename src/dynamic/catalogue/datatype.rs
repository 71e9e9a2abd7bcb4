//! `datatype`: values of plain types.

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

pub(super) const MODULE: Module = Module {
    name: "datatype",
    doc: "Values of plain types.",
    methods: &[Method {
        name: "boolean",
        doc: "`true` or `false`.",
        example: "$datatype.boolean(probability=0.9)",
        parameters: &[Parameter::new("probability", ParameterKind::Number, "0.5")],
        run: boolean,
    }],
};

fn boolean(call: &mut Call<'_>) -> Output {
    let probability = call.arguments.number("probability").unwrap_or(0.5);
    let value = call.rng.unit() < probability;
    call.out.push_str(if value { "true" } else { "false" });
    Output::Boolean
}
