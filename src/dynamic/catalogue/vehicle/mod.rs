//! `vehicle`: cars and bicycles.

mod list;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output};
use list::{MAKERS, Maker, Model};

pub(super) const MODULE: Module = Module {
    name: "vehicle",
    doc: "Cars and bicycles. Manufacturer, model, type and fuel of one object agree.",
    methods: &[
        Method::new("bicycle", "A type of bicycle.", "$vehicle.bicycle", &[], |call| {
            call.pick(list::BICYCLES)
        }),
        Method::new("color", "A color of cars.", "$vehicle.color", &[], |call| call.pick(list::COLORS)),
        Method::new("fuel", "What a car runs on.", "$vehicle.fuel", &[], |call| {
            let (_, model, rest) = car(call, 0);
            let fuel = model.fuels.get(rest % model.fuels.len().max(1)).copied().unwrap_or("Gasoline");
            call.text(fuel)
        }),
        Method::new("manufacturer", "Who makes a car.", "$vehicle.manufacturer", &[], |call| {
            let (maker, ..) = car(call, 1);
            call.text(maker.name)
        }),
        Method::new("model", "A model of the manufacturer.", "$vehicle.model", &[], |call| {
            let (_, model, _) = car(call, 2);
            call.text(model.name)
        }),
        Method::new("type", "A body type.", "$vehicle.type", &[], |call| {
            let (_, model, _) = car(call, 3);
            call.text(model.body)
        }),
        Method::new("vehicle", "Manufacturer and model.", "$vehicle.vehicle", &[], |call| {
            let (maker, model, _) = car(call, 4);
            // Writing to a string cannot fail.
            let _ = write!(call.out, "{} {}", maker.name, model.name);
            Output::Text
        }),
        Method::new(
            "vin",
            "A vehicle identification number with its check digit, of the manufacturer.",
            "$vehicle.vin",
            &[],
            identification_number,
        ),
        Method::new("vrm", "A British registration mark.", "$vehicle.vrm", &[], registration_mark),
    ],
};

/// The car that a part is to be told of, and a number that the rest of it can be chosen by.
fn car(call: &mut Call<'_>, part: u32) -> (&'static Maker, &'static Model, usize) {
    let number = call.share_number("car", part, 1 << 30);
    let maker = MAKERS.get(number % MAKERS.len().max(1)).unwrap_or(&list::FORD);
    let number = number / MAKERS.len().max(1);
    let model = maker.models.get(number % maker.models.len().max(1)).unwrap_or(&list::FOCUS);
    (maker, model, number / maker.models.len().max(1))
}

fn identification_number(call: &mut Call<'_>) -> Output {
    const SYMBOLS: &[u8] = b"0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    // The model year: I, O, Q, U, Z and 0 are not used.
    const YEARS: &[u8] = b"ABCDEFGHJKLMNPRST";
    let (maker, ..) = car(call, 5);
    let mut number = String::with_capacity(17);
    number.push_str(maker.identifier);
    for index in 3..17 {
        let alphabet = match index {
            9 => YEARS,
            11.. => b"0123456789",
            _ => SYMBOLS,
        };
        number.push(call.rng.pick(alphabet).map_or('0', |&byte| char::from(byte)));
    }
    let check = check_digit(&number);
    for (index, symbol) in number.chars().enumerate() {
        call.out.push(if index == 8 { check } else { symbol });
    }
    Output::Text
}

/// The check character of a vehicle identification number, which stands in its ninth place; what stands there does
/// not count.
fn check_digit(number: &str) -> char {
    const WEIGHTS: [u32; 17] = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
    let value = |byte: u8| match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'H' => u32::from(byte - b'A') + 1,
        b'J'..=b'R' => u32::from(byte - b'J') + 1,
        b'S'..=b'Z' => u32::from(byte - b'S') + 2,
        _ => 0,
    };
    match number.bytes().zip(WEIGHTS).map(|(byte, weight)| value(byte) * weight).sum::<u32>() % 11 {
        10 => 'X',
        check => char::from_digit(check, 10).unwrap_or('0'),
    }
}

/// Two letters of a region, the age, three letters: the marks of Great Britain since 2001.
fn registration_mark(call: &mut Call<'_>) -> Output {
    let letter = |call: &mut Call<'_>, alphabet: &[u8]| {
        call.out.push(call.rng.pick(alphabet).map_or('A', |&byte| char::from(byte)));
    };
    letter(call, b"ABCDEFGHKLMNOPRSVWY");
    letter(call, b"ABCDEFGHJKLMNOPRSTUVWXY");
    // From September on a year's marks count from 50.
    let age = call.rng.between(2, 25) + if call.rng.chance(1, 2) { 50 } else { 0 };
    let _ = write!(call.out, "{age:02}");
    for _ in 0..3 {
        letter(call, b"ABCDEFGHJKLMNOPRSTUVWXYZ");
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk};
    use super::*;
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("vehicle");
    }

    #[test]
    fn known_numbers() {
        assert_eq!(check_digit("1M8GDM9AXKP042788"), 'X');
        assert_eq!(check_digit("11111111111111111"), '1');
    }

    #[test]
    fn numbers_have_their_form() {
        for maker in MAKERS {
            assert!(maker.identifier.len() == 3 && !maker.models.is_empty(), "{}", maker.name);
        }
        for seed in 0..300 {
            let vin = draw("vehicle.vin", &Arguments::NONE, "en", seed).1;
            assert!(vin.len() == 17 && !vin.contains(['I', 'O', 'Q']), "{vin}");
            assert_eq!(vin.chars().nth(8), Some(check_digit(&vin)), "{vin}");
            let mark = draw("vehicle.vrm", &Arguments::NONE, "en", seed).1;
            assert!(mark.len() == 7 && mark[2..4].parse::<u8>().is_ok(), "{mark}");
        }
    }
}
