//! `location`: places, addresses, coordinates.

use super::Module;
use crate::dynamic::entity::Place;
use crate::dynamic::locale::country::{Country, find};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use std::fmt::Write as _;

const ABBREVIATED: Parameter = Parameter::new("abbreviated", ParameterKind::Flag, "false");
const VARIANT: Parameter =
    Parameter::new("variant", ParameterKind::Choice(&["alpha-2", "alpha-3", "numeric"]), "alpha-2");
const PRECISION: Parameter = Parameter::new("precision", ParameterKind::Integer, "4");
const NEARBY: &[Parameter] = &[
    Parameter::new("latitude", ParameterKind::Number, "the place's"),
    Parameter::new("longitude", ParameterKind::Number, "the place's"),
    Parameter::new("radius", ParameterKind::Number, "10"),
    Parameter::new("isMetric", ParameterKind::Flag, "false"),
];

pub(super) const MODULE: Module = Module {
    name: "location",
    doc: "Places, addresses, coordinates. Within one object it is always the same place.",
    methods: &[
        Method::new("address", "The whole address on one line.", "$location.address", &[], address),
        Method::new("buildingNumber", "A house number.", "$location.buildingNumber", &[], building_number),
        Method::new(
            "cardinalDirection",
            "North, east, south or west.",
            "$location.cardinalDirection(abbreviated=true)",
            &[ABBREVIATED],
            cardinal_direction,
        ),
        Method::new("city", "A city.", "$location.city", &[], city),
        Method::new("continent", "The continent of the country.", "$location.continent", &[], continent),
        Method::new(
            "country",
            "A country, in the language of the locale.",
            "$location.country",
            &[],
            country,
        ),
        Method::new(
            "countryCode",
            "The country's ISO 3166 code.",
            "$location.countryCode(variant='alpha-3')",
            &[VARIANT],
            country_code,
        ),
        Method::new("countryName", "The same as `country`.", "$location.countryName", &[], country),
        Method::new(
            "county",
            "The county; where there are none, the region.",
            "$location.county",
            &[],
            county,
        ),
        Method::new("currencyCode", "The country's currency.", "$location.currencyCode", &[], currency_code),
        Method::new(
            "direction",
            "One of eight directions.",
            "$location.direction(abbreviated=true)",
            &[ABBREVIATED],
            direction,
        ),
        Method::new(
            "language",
            "A language: its English name, its ISO 639 code, or all of that as an object.",
            "$location.language(variant='alpha-2')",
            &[Parameter::new(
                "variant",
                ParameterKind::Choice(&["name", "alpha-2", "alpha-3", "object"]),
                "name",
            )],
            language,
        ),
        Method::new(
            "latitude",
            "A latitude: the place's, or one from a range.",
            "$location.latitude(min=-10, max=10)",
            &[
                Parameter::new("min", ParameterKind::Number, "-90"),
                Parameter::new("max", ParameterKind::Number, "90"),
                PRECISION,
            ],
            latitude,
        ),
        Method::new(
            "longitude",
            "A longitude: the place's, or one from a range.",
            "$location.longitude(precision=6)",
            &[
                Parameter::new("min", ParameterKind::Number, "-180"),
                Parameter::new("max", ParameterKind::Number, "180"),
                PRECISION,
            ],
            longitude,
        ),
        Method::new(
            "nearbyGPSCoordinate",
            "Latitude and longitude of a point nearby.",
            "$location.nearbyGPSCoordinate(radius=5)",
            NEARBY,
            nearby,
        ),
        Method::new(
            "nearbyGPSCoordinateLatitude",
            "The latitude of a point nearby.",
            "$location.nearbyGPSCoordinateLatitude(latitude=52.5, longitude=13.4)",
            NEARBY,
            nearby_latitude,
        ),
        Method::new(
            "nearbyGPSCoordinateLongitude",
            "The longitude of a point nearby.",
            "$location.nearbyGPSCoordinateLongitude(latitude=52.5, longitude=13.4)",
            NEARBY,
            nearby_longitude,
        ),
        Method::new(
            "ordinalDirection",
            "Northeast, southeast, southwest or northwest.",
            "$location.ordinalDirection(abbreviated=true)",
            &[ABBREVIATED],
            ordinal_direction,
        ),
        Method::new("phonePrefix", "The country's calling code.", "$location.phonePrefix", &[], phone_prefix),
        Method::new(
            "secondaryAddress",
            "A flat or a floor.",
            "$location.secondaryAddress",
            &[],
            secondary_address,
        ),
        Method::new(
            "state",
            "The region of the city: state, province, prefecture.",
            "$location.state(abbreviated=true)",
            &[ABBREVIATED],
            state,
        ),
        Method::new("street", "The name of a street.", "$location.street", &[], street),
        Method::new(
            "streetAddress",
            "Street and house number; the flat, too, if the full address is asked for.",
            "$location.streetAddress(useFullAddress=true)",
            &[Parameter::new("useFullAddress", ParameterKind::Flag, "false")],
            street_address,
        ),
        Method::new("timeZone", "The IANA time zone of the city.", "$location.timeZone", &[], time_zone),
        Method::new(
            "zipCode",
            "A postal code: the city's, or one of a format in which `#` is a digit and `?` a letter.",
            "$location.zipCode(format='#####-####')",
            &[Parameter::new("format", ParameterKind::Text, "")],
            zip_code,
        ),
    ],
};

/// Writes something of the object's place.
fn of_place(call: &mut Call<'_>, write: impl FnOnce(&Place, &mut String)) -> Output {
    let Some(place) = call.entity.place(call.rng, call.locale) else { return Output::Nothing };
    write(&place, call.out);
    Output::Text
}

fn address(call: &mut Call<'_>) -> Output {
    of_place(call, Place::write_address)
}

fn building_number(call: &mut Call<'_>) -> Output {
    of_place(call, Place::write_building_number)
}

fn city(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| out.push_str(place.city.name))
}

fn continent(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| out.push_str(place.country().continent))
}

fn country(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| out.push_str(place.country_name()))
}

fn country_code(call: &mut Call<'_>) -> Output {
    let variant = call.arguments.text("variant");
    of_place(call, |place, out| {
        let Country { alpha2, alpha3, numeric, .. } = find(place.city.territory.country);
        match variant {
            Some("alpha-3") => out.push_str(alpha3),
            // Writing to a string cannot fail.
            Some("numeric") => _ = write!(out, "{numeric:03}"),
            _ => out.push_str(alpha2),
        }
    })
}

fn county(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| {
        out.push_str(if place.city.county.is_empty() { place.city.region } else { place.city.county });
    })
}

fn currency_code(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| out.push_str(place.country().currency))
}

fn phone_prefix(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| out.extend(["+", place.country().calling_code]))
}

fn secondary_address(call: &mut Call<'_>) -> Output {
    of_place(call, Place::write_secondary)
}

fn state(call: &mut Call<'_>) -> Output {
    let abbreviated = call.arguments.flag("abbreviated").unwrap_or(false);
    of_place(call, |place, out| {
        out.push_str(if abbreviated { place.city.region_code } else { place.city.region });
    })
}

fn street(call: &mut Call<'_>) -> Output {
    of_place(call, Place::write_street)
}

fn street_address(call: &mut Call<'_>) -> Output {
    let full = call.arguments.flag("useFullAddress").unwrap_or(false);
    of_place(call, |place, out| {
        place.write_line(out);
        if full {
            out.push(' ');
            place.write_secondary(out);
        }
    })
}

fn time_zone(call: &mut Call<'_>) -> Output {
    of_place(call, |place, out| out.push_str(place.city.time_zone))
}

fn zip_code(call: &mut Call<'_>) -> Output {
    match call.arguments.text("format") {
        Some(format) => {
            for symbol in format.chars().take(100) {
                match symbol {
                    '#' => call.out.push(char::from(b'0' + call.rng.below(10) as u8)),
                    '?' => call.out.push(char::from(b'A' + call.rng.below(26) as u8)),
                    other => call.out.push(other),
                }
            }
            Output::Text
        }
        None => of_place(call, Place::write_postal_code),
    }
}

const CARDINAL: &[(&str, &str)] = &[("North", "N"), ("East", "E"), ("South", "S"), ("West", "W")];
const ORDINAL: &[(&str, &str)] =
    &[("Northeast", "NE"), ("Southeast", "SE"), ("Southwest", "SW"), ("Northwest", "NW")];

fn pick_direction(call: &mut Call<'_>, directions: &[(&str, &str)]) -> Output {
    let abbreviated = call.arguments.flag("abbreviated").unwrap_or(false);
    match call.rng.pick(directions) {
        Some((name, short)) => call.text(if abbreviated { short } else { name }),
        None => Output::Nothing,
    }
}

fn cardinal_direction(call: &mut Call<'_>) -> Output {
    pick_direction(call, CARDINAL)
}

fn ordinal_direction(call: &mut Call<'_>) -> Output {
    pick_direction(call, ORDINAL)
}

fn direction(call: &mut Call<'_>) -> Output {
    let directions = if call.rng.chance(1, 2) { CARDINAL } else { ORDINAL };
    pick_direction(call, directions)
}

fn language(call: &mut Call<'_>) -> Output {
    const LANGUAGES: &[(&str, &str, &str)] = &[
        ("Arabic", "ar", "ara"),
        ("Bengali", "bn", "ben"),
        ("Chinese", "zh", "zho"),
        ("Czech", "cs", "ces"),
        ("Danish", "da", "dan"),
        ("Dutch", "nl", "nld"),
        ("English", "en", "eng"),
        ("Finnish", "fi", "fin"),
        ("French", "fr", "fra"),
        ("German", "de", "deu"),
        ("Greek", "el", "ell"),
        ("Hebrew", "he", "heb"),
        ("Hindi", "hi", "hin"),
        ("Hungarian", "hu", "hun"),
        ("Indonesian", "id", "ind"),
        ("Italian", "it", "ita"),
        ("Japanese", "ja", "jpn"),
        ("Korean", "ko", "kor"),
        ("Norwegian", "no", "nor"),
        ("Persian", "fa", "fas"),
        ("Polish", "pl", "pol"),
        ("Portuguese", "pt", "por"),
        ("Romanian", "ro", "ron"),
        ("Russian", "ru", "rus"),
        ("Spanish", "es", "spa"),
        ("Swedish", "sv", "swe"),
        ("Thai", "th", "tha"),
        ("Turkish", "tr", "tur"),
        ("Ukrainian", "uk", "ukr"),
        ("Vietnamese", "vi", "vie"),
    ];
    let Some((name, alpha2, alpha3)) = call.rng.pick(LANGUAGES) else { return Output::Nothing };
    match call.arguments.text("variant") {
        Some("alpha-2") => call.text(alpha2),
        Some("alpha-3") => call.text(alpha3),
        Some("object") => {
            call.out.extend([
                r#"{"name":""#,
                name,
                r#"","alpha2":""#,
                alpha2,
                r#"","alpha3":""#,
                alpha3,
                r#""}"#,
            ]);
            Output::Json
        }
        _ => call.text(name),
    }
}

/// Appends a coordinate with some decimals, inside `-limit..=limit`.
fn write_degrees(call: &mut Call<'_>, value: f64, limit: f64) -> Output {
    let precision = call.arguments.integer("precision").unwrap_or(4).clamp(0, 15) as usize;
    let text = format!("{:.precision$}", value.clamp(-limit, limit));
    // A value such as -0.00001 rounds to "-0.0000", which is no number that anybody writes.
    let zero = text.bytes().all(|byte| matches!(byte, b'-' | b'0' | b'.'));
    call.out.push_str(text.strip_prefix('-').filter(|_| zero).unwrap_or(&text));
    Output::Number
}

/// A coordinate: the place's, or one from the range that the arguments give.
fn degrees(call: &mut Call<'_>, limit: f64, of: fn((f64, f64)) -> f64) -> Output {
    let bound = |name| call.arguments.number(name).filter(|bound| !bound.is_nan());
    let value = match (bound("min"), bound("max")) {
        (None, None) => match call.entity.place(call.rng, call.locale) {
            Some(place) => of(place.point()),
            None => return Output::Nothing,
        },
        (min, max) => {
            let min = min.unwrap_or(-limit).clamp(-limit, limit);
            let max = max.unwrap_or(limit).clamp(-limit, limit).max(min);
            // Rounding must not leave the range: it is whole steps of the precision that are drawn.
            let precision = call.arguments.integer("precision").unwrap_or(4).clamp(0, 15) as i32;
            let step = 10f64.powi(-precision);
            let (low, high) = ((min / step).ceil(), (max / step).floor());
            if low <= high { (low + (call.rng.unit() * (high - low)).round()) * step } else { min }
        }
    };
    write_degrees(call, value, limit)
}

fn latitude(call: &mut Call<'_>) -> Output {
    degrees(call, 90.0, |(latitude, _)| latitude)
}

fn longitude(call: &mut Call<'_>) -> Output {
    degrees(call, 180.0, |(_, longitude)| longitude)
}

/// A point within the radius of another; the same for each call within one object.
fn nearby_point(call: &mut Call<'_>) -> Option<(f64, f64)> {
    let place = call.entity.place(call.rng, call.locale)?;
    let number = |name| call.arguments.number(name).filter(|value| value.is_finite());
    let latitude = number("latitude").unwrap_or(place.point().0).clamp(-90.0, 90.0);
    let longitude = number("longitude").unwrap_or(place.point().1).clamp(-180.0, 180.0);
    let radius = number("radius").unwrap_or(10.0).clamp(0.0, 20_000.0);
    let kilometres =
        if call.arguments.flag("isMetric").unwrap_or(false) { radius } else { radius * 1.609_344 };

    let mut bits = place.bits(20);
    let bearing = bits.unit() * std::f64::consts::TAU;
    // A little less than the radius, since the coordinates are rounded.
    let distance = (kilometres - 0.02).max(0.0) * bits.unit().sqrt() / 6371.0;
    let (sine, cosine) = latitude.to_radians().sin_cos();
    let north = (sine * distance.cos() + cosine * distance.sin() * bearing.cos()).clamp(-1.0, 1.0).asin();
    let east = (bearing.sin() * distance.sin() * cosine).atan2(distance.cos() - sine * north.sin());
    let longitude = (longitude + east.to_degrees() + 540.0).rem_euclid(360.0) - 180.0;
    Some((north.to_degrees(), longitude))
}

fn nearby(call: &mut Call<'_>) -> Output {
    let Some((latitude, longitude)) = nearby_point(call) else { return Output::Nothing };
    call.out.push('[');
    write_degrees(call, latitude, 90.0);
    call.out.push(',');
    write_degrees(call, longitude, 180.0);
    call.out.push(']');
    Output::Json
}

fn nearby_latitude(call: &mut Call<'_>) -> Output {
    match nearby_point(call) {
        Some((latitude, _)) => write_degrees(call, latitude, 90.0),
        None => Output::Nothing,
    }
}

fn nearby_longitude(call: &mut Call<'_>) -> Output {
    match nearby_point(call) {
        Some((_, longitude)) => write_degrees(call, longitude, 180.0),
        None => Output::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, object};
    use crate::dynamic::{Argument, Arguments, Output, locale};

    #[test]
    fn one_object_is_in_one_place() {
        for locale in locale::LOCALES {
            let mut different = 0;
            for seed in 0..60 {
                let mut object = object(locale.code, seed);
                let city = object.draw("location.city", &[]);
                let city =
                    locale.cities.iter().chain(locale.abroad).find(|known| known.name == city).unwrap();
                assert_eq!(object.draw("location.state", &[]), city.region);
                assert_eq!(object.draw("location.timeZone", &[]), city.time_zone);
                let code = object.draw("location.countryCode", &[]);
                assert_eq!(code, city.territory.country);
                let country = locale::country::find(&code);
                assert_eq!(object.draw("location.countryCode", &[("variant", "alpha-3")]), country.alpha3);
                assert_eq!(object.draw("location.countryCode", &[("variant", "numeric")]).len(), 3);
                assert_eq!(object.draw("location.countryName", &[]), locale.country_name(country));
                assert_eq!(object.draw("location.currencyCode", &[]), country.currency);
                assert_eq!(object.draw("location.continent", &[]), country.continent);
                let latitude: f32 = object.draw("location.latitude", &[]).parse().unwrap();
                let longitude: f32 = object.draw("location.longitude", &[]).parse().unwrap();
                assert!((latitude - city.point.0).abs() < 0.05 && (longitude - city.point.1).abs() < 0.05);
                let address = object.draw("location.address", &[]);
                assert!(address.contains(&object.draw("location.streetAddress", &[])), "{address}");
                object.entity.clear();
                different += usize::from(object.draw("location.address", &[]) != address);
            }
            assert!(different > 50);
        }
    }

    #[test]
    fn coordinates_keep_to_their_range() {
        for (name, limit) in [("location.latitude", 90.0), ("location.longitude", 180.0)] {
            for (min, max, precision) in
                [(-10.5, -10.25, 3), (-500.0, 500.0, 0), (20.0, 10.0, 6), (f64::NAN, 0.0, 40), (0.2, 0.4, 0)]
            {
                let mut arguments = Arguments::default();
                arguments.set("min", Argument::Number(min));
                arguments.set("max", Argument::Number(max));
                arguments.set("precision", Argument::Integer(precision));
                for seed in 0..100 {
                    let (output, value) = draw(name, &arguments, "en", seed);
                    let value: f64 = value.parse().unwrap();
                    assert_eq!(output, Output::Number);
                    assert!((-limit..=limit).contains(&value), "{value}");
                    if precision == 3 {
                        assert!((min..=max).contains(&value), "{value}");
                    }
                }
            }
        }
    }

    #[test]
    fn nearby_is_near() {
        for (latitude, longitude) in [(52.5, 13.4), (0.0, 179.999), (-45.0, -179.999), (89.9, 0.0)] {
            let mut arguments = Arguments::default();
            arguments.set("latitude", Argument::Number(latitude));
            arguments.set("longitude", Argument::Number(longitude));
            arguments.set("isMetric", Argument::Flag(true));
            for seed in 0..100 {
                let (output, pair) = draw("location.nearbyGPSCoordinate", &arguments, "en", seed);
                assert_eq!(output, Output::Json);
                let [there, across]: [f64; 2] = serde_json::from_str(&pair).unwrap();
                let (a, b) = (latitude.to_radians(), there.to_radians());
                let angle = a.sin() * b.sin() + a.cos() * b.cos() * (across - longitude).to_radians().cos();
                let kilometres = angle.clamp(-1.0, 1.0).acos() * 6371.0;
                assert!(kilometres <= 10.05, "{pair}: {kilometres}");
            }
        }
    }

    #[test]
    fn formats_of_postal_codes_are_filled() {
        let mut object = object("en", 1);
        let code = object.draw("location.zipCode", &[("format", "#-???")]);
        assert!(code.len() == 5 && code.starts_with(|first: char| first.is_ascii_digit()), "{code}");
        assert!(object.draw("location.zipCode", &[("format", &"#".repeat(50_000))]).len() <= 100);
    }
}
