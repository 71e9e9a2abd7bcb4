//! Status codes of HTTP.

use crate::dynamic::{Argument, Call, Output};

/// The codes of the registry, by Faker's names of the kinds.
const KINDS: &[(&str, &[u16])] = &[
    ("informational", &[100, 101, 102, 103]),
    ("success", &[200, 201, 202, 203, 204, 205, 206, 207, 208, 226]),
    ("redirection", &[300, 301, 302, 303, 304, 307, 308]),
    (
        "clientError",
        &[
            400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418,
            421, 422, 423, 424, 425, 426, 428, 429, 431, 451,
        ],
    ),
    ("serverError", &[500, 501, 502, 503, 504, 505, 506, 507, 508, 510, 511]),
];

pub(super) fn http_status_code(call: &mut Call<'_>) -> Output {
    let wanted = call.arguments.list("types").unwrap_or_default();
    let chosen =
        |kind: &str| wanted.iter().any(|given| matches!(given, Argument::Text(text) if &**text == kind));
    let count = KINDS.iter().filter(|(kind, _)| chosen(kind)).count();
    let kind = match count {
        0 => call.rng.pick(KINDS),
        _ => KINDS.iter().filter(|(kind, _)| chosen(kind)).nth(call.rng.below(count)),
    };
    let code = kind.and_then(|(_, codes)| call.rng.pick(codes)).copied().unwrap_or(200);
    call.out.push_str(&code.to_string());
    Output::Number
}

#[cfg(test)]
mod tests {
    use super::super::super::testing::draw;
    use super::*;
    use crate::dynamic::Arguments;

    #[test]
    fn kinds_can_be_chosen() {
        for (at, (kind, _)) in KINDS.iter().enumerate() {
            let mut arguments = Arguments::default();
            arguments.set("types", Argument::List(vec![Argument::Text((*kind).into())]));
            for seed in 0..50 {
                let (output, code) = draw("internet.httpStatusCode", &arguments, "en", seed);
                assert_eq!((output, code.parse::<usize>().unwrap() / 100), (Output::Number, at + 1));
            }
        }
    }
}
