//! `color`: colors as names, as numbers and as CSS writes them.

mod name;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

pub(super) const MODULE: Module = Module {
    name: "color",
    doc: "Colors as names, as numbers and as CSS writes them.",
    methods: &[
        Method::new(
            "cmyk",
            "Cyan, magenta, yellow and key.",
            "$color.cmyk(format='css')",
            &[FORMAT],
            |call| write(call, &CMYK),
        ),
        Method::new(
            "colorByCSSColorSpace",
            "A color in a CSS color space.",
            "$color.colorByCSSColorSpace(format='css',space='display-p3')",
            &[FORMAT, Parameter::new("space", ParameterKind::Choice(name::CSS_SPACES), "sRGB")],
            |call| write(call, &CSS_SPACE),
        ),
        Method::new(
            "cssSupportedFunction",
            "A color function of CSS.",
            "$color.cssSupportedFunction",
            &[],
            |call| call.pick(name::CSS_FUNCTIONS),
        ),
        Method::new("cssSupportedSpace", "A color space of CSS.", "$color.cssSupportedSpace", &[], |call| {
            call.pick(name::CSS_SPACES)
        }),
        Method::new(
            "hsl",
            "Hue, saturation and lightness.",
            "$color.hsl(format='css',includeAlpha=true)",
            &[FORMAT, ALPHA],
            |call| write(call, &HSL),
        ),
        Method::new("human", "The name of a color.", "$color.human", &[], |call| {
            let names = name::of(call.locale);
            call.pick(names)
        }),
        Method::new("hwb", "Hue, whiteness and blackness.", "$color.hwb(format='css')", &[FORMAT], |call| {
            write(call, &HWB)
        }),
        Method::new("lab", "CIELAB.", "$color.lab(format='css')", &[FORMAT], |call| write(call, &LAB)),
        Method::new("lch", "Lightness, chroma and hue.", "$color.lch(format='css')", &[FORMAT], |call| {
            write(call, &LCH)
        }),
        Method::new(
            "rgb",
            "Red, green and blue: #4fb2a1.",
            "$color.rgb(prefix='0x',casing='upper')",
            &[
                Parameter::new("prefix", ParameterKind::Text, "#"),
                Parameter::new("casing", ParameterKind::Choice(&["lower", "upper", "mixed"]), "lower"),
                Parameter::new("format", ParameterKind::Choice(&["hex", "css", "decimal", "binary"]), "hex"),
                ALPHA,
            ],
            rgb,
        ),
        Method::new("space", "The name of a color space.", "$color.space", &[], |call| {
            call.pick(name::SPACES)
        }),
    ],
};

const FORMAT: Parameter =
    Parameter::new("format", ParameterKind::Choice(&["decimal", "css", "binary"]), "decimal");
const ALPHA: Parameter = Parameter::new("includeAlpha", ParameterKind::Flag, "false");

/// One number of a color: from `low` to `high` in steps of `10^-decimals`, and how CSS writes it.
struct Channel {
    low: i32,
    high: i32,
    decimals: u32,
    unit: Unit,
}

/// How CSS writes a number.
#[derive(Clone, Copy)]
enum Unit {
    None,
    Percent,
    Degrees,
}

const fn channel(low: i32, high: i32, decimals: u32, unit: Unit) -> Channel {
    Channel { low, high, decimals, unit }
}

const SHARE: Channel = channel(0, 1, 2, Unit::Percent);
const HUE: Channel = channel(0, 360, 0, Unit::Degrees);
const BYTE: Channel = channel(0, 255, 0, Unit::None);

/// What a color consists of, and what CSS calls it.
struct Space {
    function: &'static str,
    channels: &'static [Channel],
    separator: &'static str,
    /// The alpha channel: its separator and how CSS writes it.
    alpha: Option<(&'static str, Unit)>,
}

const CMYK: Space =
    Space { function: "cmyk", channels: &[SHARE, SHARE, SHARE, SHARE], separator: ", ", alpha: None };
const HSL: Space = Space {
    function: "hsl",
    channels: &[HUE, SHARE, SHARE],
    separator: " ",
    alpha: Some((" / ", Unit::Percent)),
};
const HWB: Space = Space { function: "hwb", channels: &[HUE, SHARE, SHARE], separator: " ", alpha: None };
const LAB: Space = Space {
    function: "lab",
    channels: &[
        channel(0, 1, 6, Unit::Percent),
        channel(-100, 100, 4, Unit::None),
        channel(-100, 100, 4, Unit::None),
    ],
    separator: " ",
    alpha: None,
};
const LCH: Space = Space {
    function: "lch",
    channels: &[
        channel(0, 1, 6, Unit::Percent),
        channel(0, 230, 1, Unit::None),
        channel(0, 230, 1, Unit::None),
    ],
    separator: " ",
    alpha: None,
};
const RGB: Space = Space {
    function: "rgb",
    channels: &[BYTE, BYTE, BYTE],
    separator: ", ",
    alpha: Some((", ", Unit::None)),
};
const CSS_SPACE: Space = Space {
    function: "color",
    channels: &[channel(0, 1, 4, Unit::None), channel(0, 1, 4, Unit::None), channel(0, 1, 4, Unit::None)],
    separator: " ",
    alpha: None,
};

fn rgb(call: &mut Call<'_>) -> Output {
    if !matches!(call.arguments.text("format"), None | Some("hex")) {
        return write(call, &RGB);
    }
    let prefix = call.arguments.text("prefix").unwrap_or("#");
    call.out.push_str(prefix);
    let casing = call.arguments.text("casing").unwrap_or("lower");
    let alpha = call.arguments.flag("includeAlpha").unwrap_or(false);
    for _ in 0..if alpha { 8 } else { 6 } {
        let digit = char::from_digit(call.rng.below(16) as u32, 16).unwrap_or('0');
        let upper = casing == "upper" || (casing == "mixed" && call.rng.chance(1, 2));
        call.out.push(if upper { digit.to_ascii_uppercase() } else { digit });
    }
    Output::Text
}

/// Appends a color: a JSON list of numbers, a CSS function, or the bits of the numbers.
fn write(call: &mut Call<'_>, space: &Space) -> Output {
    let css = call.arguments.text("format") == Some("css");
    let binary = call.arguments.text("format") == Some("binary");
    let alpha = space.alpha.filter(|_| call.arguments.flag("includeAlpha").unwrap_or(false));
    if css {
        call.out.push_str(space.function);
        // The older of the two functions: all browsers know it.
        if alpha.is_some() && space.function == "rgb" {
            call.out.push('a');
        }
        call.out.push('(');
        if space.function == "color" {
            call.out.push_str(call.arguments.text("space").unwrap_or("sRGB"));
            call.out.push(' ');
        }
    } else if !binary {
        call.out.push('[');
    }
    let transparency = alpha.map(|(separator, unit)| (channel(0, 1, 2, unit), separator));
    let channels = space.channels.iter().map(|channel| (channel, space.separator));
    let all = channels.chain(transparency.iter().map(|(channel, separator)| (channel, *separator)));
    for (index, (channel, separator)) in all.enumerate() {
        if index > 0 {
            call.out.push_str(match () {
                () if css => separator,
                () if binary => " ",
                () => ", ",
            });
        }
        let scale = 10i128.pow(channel.decimals);
        let steps = call.rng.integer(i128::from(channel.low) * scale, i128::from(channel.high) * scale);
        // Writing to a string cannot fail.
        let _ = match (css, binary, channel.unit) {
            (true, _, Unit::Percent) => write!(call.out, "{}%", steps as f64 / (scale / 100).max(1) as f64),
            (true, _, Unit::Degrees) => write!(call.out, "{steps}deg"),
            (false, true, _) => write_bits(call.out, steps, scale),
            _ => write!(call.out, "{}", steps as f64 / scale as f64),
        };
    }
    match (css, binary) {
        (true, _) => call.text(")"),
        (false, true) => Output::Text,
        _ => {
            call.out.push(']');
            Output::Json
        }
    }
}

/// Appends whole numbers as eight or more bits, others as the 32 bits of IEEE 754.
fn write_bits(out: &mut String, steps: i128, scale: i128) -> std::fmt::Result {
    if steps % scale == 0 {
        write!(out, "{:08b}", (steps / scale) as i32)
    } else {
        write!(out, "{:032b}", ((steps as f64 / scale as f64) as f32).to_bits())
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, walk, with};
    use crate::dynamic::{Arguments, Output};

    #[test]
    fn all_give_values() {
        walk("color");
    }

    fn css(name: &str, seed: u64) -> String {
        draw(name, &with([("format", "css".into()), ("includeAlpha", false.into())]), "en", seed).1
    }

    fn numbers(text: &str) -> Vec<f64> {
        let inside = text.split_once('(').unwrap().1.strip_suffix(')').unwrap();
        inside
            .split([' ', ',', '/'])
            .filter_map(|part| part.trim_end_matches(['%', 'd', 'e', 'g']).parse().ok())
            .collect()
    }

    #[test]
    fn css_functions_have_their_form() {
        for seed in 0..200 {
            let hsl = css("color.hsl", seed);
            let values = numbers(&hsl);
            assert!(hsl.starts_with("hsl(") && values.len() == 3 && values[0] <= 360.0, "{hsl}");
            assert!(
                hsl.contains("deg ") && values[1..].iter().all(|value| (0.0..=100.0).contains(value)),
                "{hsl}"
            );
            let cmyk = css("color.cmyk", seed);
            assert!(
                cmyk.starts_with("cmyk(") && numbers(&cmyk).len() == 4 && cmyk.matches('%').count() == 4,
                "{cmyk}"
            );
            let lab = css("color.lab", seed);
            assert!(numbers(&lab)[1..].iter().all(|value| (-100.0..=100.0).contains(value)), "{lab}");
            let lch = css("color.lch", seed);
            assert!(numbers(&lch)[1..].iter().all(|value| (0.0..=230.0).contains(value)), "{lch}");
            let rgb = css("color.rgb", seed);
            assert!(rgb.starts_with("rgb(") && numbers(&rgb).iter().all(|value| *value <= 255.0), "{rgb}");
            let space = css("color.colorByCSSColorSpace", seed);
            assert!(
                space.starts_with("color(sRGB ") && numbers(&space).iter().all(|value| *value <= 1.0),
                "{space}"
            );
            let clear = draw(
                "color.rgb",
                &with([("format", "css".into()), ("includeAlpha", true.into())]),
                "en",
                seed,
            )
            .1;
            assert!(
                clear.starts_with("rgba(") && numbers(&clear).len() == 4 && numbers(&clear)[3] <= 1.0,
                "{clear}"
            );
        }
    }

    #[test]
    fn other_formats() {
        for seed in 0..200 {
            let hex = draw("color.rgb", &Arguments::NONE, "en", seed).1;
            assert!(
                hex.len() == 7
                    && hex.starts_with('#')
                    && hex[1..].bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            );
            let upper =
                with([("casing", "upper".into()), ("prefix", "0x".into()), ("includeAlpha", true.into())]);
            let hex = draw("color.rgb", &upper, "en", seed).1;
            assert!(
                hex.len() == 10 && hex[2..].bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'A'..=b'F')),
                "{hex}"
            );
            let (output, list) = draw("color.rgb", &with([("format", "decimal".into())]), "en", seed);
            assert!(output == Output::Json && serde_json::from_str::<[u8; 3]>(&list).is_ok(), "{list}");
            let bits = draw("color.rgb", &with([("format", "binary".into())]), "en", seed).1;
            assert!(
                bits.len() == 26 && bits.bytes().all(|byte| matches!(byte, b'0' | b'1' | b' ')),
                "{bits}"
            );
            let bits = draw("color.cmyk", &with([("format", "binary".into())]), "en", seed).1;
            assert!(bits.split(' ').all(|part| matches!(part.len(), 8 | 32)), "{bits}");
        }
    }
}
