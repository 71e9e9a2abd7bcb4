//! `airline`: airlines, airports, aircraft and what stands on a ticket.

mod list;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use list::{AIRLINES, AIRPLANES, AIRPORTS};

pub(super) const MODULE: Module = Module {
    name: "airline",
    doc: "Airlines, airports, aircraft and what stands on a ticket. Name and code of one object agree.",
    methods: &[
        Method::new("aircraftType", "How big an aircraft is.", "$airline.aircraftType", &[], |call| {
            call.pick(AIRCRAFT_TYPES)
        }),
        Method::new("airline", "An airline as a JSON object.", "$airline.airline", &[], |call| {
            let entry = call.share("airline", 0, AIRLINES);
            object(call, entry, "iataCode")
        }),
        Method::new("airlineIataCode", "The code of an airline.", "$airline.airlineIataCode", &[], |call| {
            let entry = call.share("airline", 1, AIRLINES);
            text(call, entry.map(|(code, _)| *code))
        }),
        Method::new("airlineName", "An airline.", "$airline.airlineName", &[], |call| {
            let entry = call.share("airline", 2, AIRLINES);
            text(call, entry.map(|(_, name)| *name))
        }),
        Method::new("airplane", "A type of aircraft as a JSON object.", "$airline.airplane", &[], |call| {
            let entry = call.share("airplane", 0, AIRPLANES);
            object(call, entry, "iataTypeCode")
        }),
        Method::new(
            "airplaneIataTypeCode",
            "The code of a type of aircraft.",
            "$airline.airplaneIataTypeCode",
            &[],
            |call| {
                let entry = call.share("airplane", 1, AIRPLANES);
                text(call, entry.map(|(code, _)| *code))
            },
        ),
        Method::new("airplaneName", "A type of aircraft.", "$airline.airplaneName", &[], |call| {
            let entry = call.share("airplane", 2, AIRPLANES);
            text(call, entry.map(|(_, name)| *name))
        }),
        Method::new("airport", "An airport as a JSON object.", "$airline.airport", &[], |call| {
            let entry = call.share("airport", 0, AIRPORTS);
            object(call, entry, "iataCode")
        }),
        Method::new("airportIataCode", "The code of an airport.", "$airline.airportIataCode", &[], |call| {
            let entry = call.share("airport", 1, AIRPORTS);
            text(call, entry.map(|(code, _)| *code))
        }),
        Method::new("airportName", "An airport.", "$airline.airportName", &[], |call| {
            let entry = call.share("airport", 2, AIRPORTS);
            text(call, entry.map(|(_, name)| *name))
        }),
        Method::new(
            "flightNumber",
            "The number of a flight, without the airline's code.",
            "$airline.flightNumber(addLeadingZeros=true)",
            &[
                Parameter::new("addLeadingZeros", ParameterKind::Flag, "false"),
                Parameter::new("min", ParameterKind::Integer, "1"),
                Parameter::new("max", ParameterKind::Integer, "4"),
                Parameter::new("length", ParameterKind::Integer, "1 to 4"),
            ],
            flight_number,
        ),
        Method::new(
            "recordLocator",
            "The code of a booking.",
            "$airline.recordLocator(allowNumerics=true)",
            &[
                Parameter::new("allowNumerics", ParameterKind::Flag, "false"),
                Parameter::new("allowVisuallySimilarCharacters", ParameterKind::Flag, "false"),
            ],
            record_locator,
        ),
        Method::new(
            "seat",
            "A seat: 17C.",
            "$airline.seat(aircraftType='widebody')",
            &[Parameter::new("aircraftType", ParameterKind::Choice(AIRCRAFT_TYPES), "narrowbody")],
            |call| {
                let (rows, letters): (usize, &[char]) = match call.arguments.text("aircraftType") {
                    Some("regional") => (20, &['A', 'B', 'C', 'D']),
                    Some("widebody") => (60, &['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K']),
                    _ => (35, &['A', 'B', 'C', 'D', 'E', 'F']),
                };
                let row = call.rng.between(1, rows);
                let letter = call.rng.pick(letters).copied().unwrap_or('A');
                // Writing to a string cannot fail.
                let _ = write!(call.out, "{row}{letter}");
                Output::Text
            },
        ),
    ],
};

const AIRCRAFT_TYPES: &[&str] = &["regional", "narrowbody", "widebody"];

fn text(call: &mut Call<'_>, text: Option<&str>) -> Output {
    match text {
        Some(text) => call.text(text),
        None => Output::Nothing,
    }
}

fn object(call: &mut Call<'_>, entry: Option<&(&str, &str)>, code_name: &str) -> Output {
    let Some((code, name)) = entry else { return Output::Nothing };
    let _ = write!(call.out, r#"{{"name":"{name}","{code_name}":"{code}"}}"#);
    Output::Json
}

fn flight_number(call: &mut Call<'_>) -> Output {
    let given = |name: &str| call.arguments.integer(name).map(|value| value.clamp(1, 100) as usize);
    let length = given("length");
    let (low, high) =
        (length.or_else(|| given("min")).unwrap_or(1), length.or_else(|| given("max")).unwrap_or(4));
    let length = call.rng.between(low, high.max(low));
    if call.arguments.flag("addLeadingZeros").unwrap_or(false) {
        for _ in length..high.max(4) {
            call.out.push('0');
        }
    }
    call.out.push(char::from(b'1' + call.rng.below(9) as u8));
    call.digits(length - 1)
}

fn record_locator(call: &mut Call<'_>) -> Output {
    let numerics = call.arguments.flag("allowNumerics").unwrap_or(false);
    let similar = call.arguments.flag("allowVisuallySimilarCharacters").unwrap_or(false);
    let alphabet: &[u8] = match (numerics, similar) {
        (false, false) => b"ABCDEFGHJKLMNPQRSTUVWXYZ",
        (false, true) => b"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (true, false) => b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789",
        (true, true) => b"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    };
    for _ in 0..6 {
        if let Some(&byte) = call.rng.pick(alphabet) {
            call.out.push(char::from(byte));
        }
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk, with};
    use super::list::{AIRLINES, AIRPLANES, AIRPORTS};
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("airline");
    }

    #[test]
    fn codes_have_their_form_and_are_unique() {
        for (list, length) in [(AIRLINES, 2), (AIRPLANES, 3), (AIRPORTS, 3)] {
            let mut codes: Vec<&str> = list.iter().map(|(code, _)| *code).collect();
            assert!(codes.iter().all(|code| code.len() == length), "{codes:?}");
            codes.sort_unstable();
            let count = codes.len();
            codes.dedup();
            assert_eq!(codes.len(), count);
            assert!(list.iter().all(|(_, name)| !name.contains(['"', '\\'])));
        }
    }

    #[test]
    fn tickets() {
        for seed in 0..200 {
            let number = draw("airline.flightNumber", &Arguments::NONE, "en", seed).1;
            assert!((1..=4).contains(&number.len()) && !number.starts_with('0'), "{number}");
            let padded =
                draw("airline.flightNumber", &with([("addLeadingZeros", true.into())]), "en", seed).1;
            assert!(padded.len() == 4 && padded.bytes().all(|byte| byte.is_ascii_digit()), "{padded}");
            let locator = draw("airline.recordLocator", &Arguments::NONE, "en", seed).1;
            assert!(
                locator.len() == 6
                    && locator.bytes().all(|byte| byte.is_ascii_uppercase() && !b"IO".contains(&byte))
            );
            let seat = draw("airline.seat", &with([("aircraftType", "regional".into())]), "en", seed).1;
            let (row, letter) = seat.split_at(seat.len() - 1);
            assert!((1..=20).contains(&row.parse::<u8>().unwrap()) && "ABCD".contains(letter), "{seat}");
        }
    }
}
