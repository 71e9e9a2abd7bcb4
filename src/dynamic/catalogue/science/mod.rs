//! `science`: chemical elements and units.

mod list;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output};
use list::{ELEMENTS, UNITS};

pub(super) const MODULE: Module = Module {
    name: "science",
    doc: "Chemical elements and units. Name, symbol and number of one object agree.",
    methods: &[
        Method::new(
            "chemicalElement",
            "A chemical element as a JSON object of symbol, name and atomicNumber.",
            "$science.chemicalElement",
            &[],
            |call| {
                let Some((number, (symbol, name))) = element(call, 0) else { return Output::Nothing };
                // Writing to a string cannot fail.
                let _ =
                    write!(call.out, r#"{{"symbol":"{symbol}","name":"{name}","atomicNumber":{number}}}"#);
                Output::Json
            },
        ),
        Method::new(
            "chemicalElementAtomicNumber",
            "The atomic number of an element.",
            "$science.chemicalElementAtomicNumber",
            &[],
            |call| {
                let Some((number, _)) = element(call, 1) else { return Output::Nothing };
                let _ = write!(call.out, "{number}");
                Output::Number
            },
        ),
        Method::new(
            "chemicalElementName",
            "The name of an element.",
            "$science.chemicalElementName",
            &[],
            |call| match element(call, 2) {
                Some((_, (_, name))) => call.text(name),
                None => Output::Nothing,
            },
        ),
        Method::new(
            "chemicalElementSymbol",
            "The symbol of an element.",
            "$science.chemicalElementSymbol",
            &[],
            |call| match element(call, 3) {
                Some((_, (symbol, _))) => call.text(symbol),
                None => Output::Nothing,
            },
        ),
        Method::new("unit", "A unit as a JSON object of name and symbol.", "$science.unit", &[], |call| {
            let Some((symbol, name)) = call.share("unit", 0, UNITS) else { return Output::Nothing };
            let _ = write!(call.out, r#"{{"name":"{name}","symbol":"{symbol}"}}"#);
            Output::Json
        }),
        Method::new("unitName", "The name of a unit.", "$science.unitName", &[], |call| {
            match call.share("unit", 1, UNITS) {
                Some((_, name)) => call.text(name),
                None => Output::Nothing,
            }
        }),
        Method::new("unitSymbol", "The symbol of a unit.", "$science.unitSymbol", &[], |call| {
            match call.share("unit", 2, UNITS) {
                Some((symbol, _)) => call.text(symbol),
                None => Output::Nothing,
            }
        }),
    ],
};

/// The element that a part is to be told of, with its atomic number.
fn element(call: &mut Call<'_>, part: u32) -> Option<(usize, (&'static str, &'static str))> {
    let index = call.share_number("element", part, ELEMENTS.len());
    ELEMENTS.get(index).map(|element| (index + 1, *element))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk};
    use super::list::{ELEMENTS, UNITS};
    use crate::dynamic::{Arguments, Output};

    #[test]
    fn all_give_values() {
        walk("science");
    }

    #[test]
    fn the_elements_are_complete() {
        assert_eq!(ELEMENTS.len(), 118);
        for (number, symbol) in
            [(1, "H"), (8, "O"), (26, "Fe"), (47, "Ag"), (79, "Au"), (92, "U"), (118, "Og")]
        {
            assert_eq!(ELEMENTS[number - 1].0, symbol);
        }
        for list in [ELEMENTS, UNITS] {
            let mut symbols: Vec<&str> = list.iter().map(|(symbol, _)| *symbol).collect();
            symbols.sort_unstable();
            symbols.dedup();
            assert_eq!(symbols.len(), list.len());
        }
    }

    #[test]
    fn objects_name_their_members() {
        for seed in 0..50 {
            let (output, text) = draw("science.chemicalElement", &Arguments::NONE, "en", seed);
            let object: serde_json::Value = serde_json::from_str(&text).unwrap();
            let number = object["atomicNumber"].as_u64().unwrap() as usize;
            assert_eq!(output, Output::Json);
            assert_eq!(object["name"].as_str().unwrap(), ELEMENTS[number - 1].1);
        }
    }
}
