//! Numbers, written digit by digit: a double would turn `0.07` into something else sooner or later.

use super::Rng;
use crate::schema::NumberShape;

/// Decimal places that the digits of an `i128` have room for.
const MAX_PLACES: usize = 38;

/// Chooses a number of the shape, in its units. `nudge` walks through the values one by one instead.
pub(super) fn choose(shape: &NumberShape, rng: &mut Rng, nudge: Option<usize>) -> Option<i128> {
    // A damaged plan may say anything.
    if shape.step < 1 {
        return None;
    }
    let (first, last) = match [shape.low, shape.high, shape.step].map(i64::try_from) {
        // Most numbers are small, and dividing 128 bits is slow.
        [Ok(low), Ok(high), Ok(step)] => (i128::from(low / step), i128::from(high / step)),
        _ => (shape.low / shape.step, shape.high / shape.step),
    };
    let fits = |units: &i128| !shape.excluded.contains(units) && shape.allows(*units);
    let at = |offset: i128| first.checked_add(offset)?.checked_mul(shape.step);
    if let Some(nudge) = nudge {
        let count = last.saturating_sub(first).saturating_add(1).max(1);
        return at(nudge as i128 % count).filter(fits);
    }
    for _ in 0..32 {
        let units = rng.integer(first, last).checked_mul(shape.step)?;
        if fits(&units) {
            return Some(units);
        }
    }
    (0..1000).map_while(at).take_while(|units| *units <= shape.high).find(fits)
}

/// Puts digits and point of an unsigned number of either width before `at`, without trailing zeros of the fraction.
macro_rules! write_digits {
    ($units:expr, $places:expr, $digits:ident, $at:ident) => {{
        let (mut left, mut places) = ($units, $places);
        while places > 0 && left % 10 == 0 {
            left /= 10;
            places -= 1;
        }
        let mut count = 0;
        while left > 0 || count <= places {
            if count == places && places > 0 {
                $at -= 1;
                put(&mut $digits, $at, b'.');
            }
            $at -= 1;
            put(&mut $digits, $at, b'0' + (left % 10) as u8);
            left /= 10;
            count += 1;
        }
    }};
}

/// Appends `units * 10^-places` without trailing zeros.
pub(super) fn write(units: i128, places: u8, out: &mut Vec<u8>) {
    let places = (places as usize).min(MAX_PLACES);
    let mut digits = [b'0'; 48];
    let mut at = digits.len();
    // On 32-bit machines dividing 128 bits takes many times as long as dividing 64, and most numbers are small.
    if let Ok(left) = u64::try_from(units.unsigned_abs()) {
        write_digits!(left, places, digits, at);
    } else {
        write_digits!(units.unsigned_abs(), places, digits, at);
    }
    if units < 0 {
        at -= 1;
        put(&mut digits, at, b'-');
    }
    out.extend_from_slice(digits.get(at..).unwrap_or_default());
}

/// Reads a decimal number as units of `10^-places`; `None` for anything else, exponents and 25 digits or more included.
pub(super) fn parse(text: &str) -> Option<(i128, u8)> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    // Numbers are short: looking at each byte is quicker than setting up a search.
    let (whole, fraction) = match digits.bytes().position(|byte| byte == b'.') {
        Some(point) => (digits.get(..point)?, digits.get(point + 1..)?),
        None => (digits, ""),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() + fraction.len() > 24 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let digits = || whole.bytes().chain(fraction.bytes()).map(|digit| digit.saturating_sub(b'0'));
    let units = if whole.len() + fraction.len() <= 18 {
        i128::from(digits().fold(0_i64, |units, digit| units * 10 + i64::from(digit)))
    } else {
        digits().fold(0_i128, |units, digit| units * 10 + i128::from(digit))
    };
    Some((if negative { -units } else { units }, fraction.len() as u8))
}

/// The number that a shape has for an offered one, as units and places: the number itself, rounded where only whole
/// numbers are allowed; `None` where it does not fit.
pub(super) fn accept(shape: &NumberShape, units: i128, places: u8) -> Option<(i128, u8)> {
    let free = shape.least.is_none()
        && shape.most.is_none()
        && shape.excluded.is_empty()
        && shape.not_multiple_of.is_empty()
        && !shape.fraction_only;
    // Nothing to check, and so nothing to convert: most numbers.
    if free && (shape.any_fraction || places == 0 && shape.places == 0 && shape.step == 1) {
        return Some((units, places));
    }
    let scale = |units: i128, from: u8, to: u8| {
        units.checked_mul(10_i128.checked_pow(u32::from(to.checked_sub(from)?))?)
    };
    let in_bounds = |units: i128| {
        shape.least.is_none_or(|least| units >= least) && shape.most.is_none_or(|most| units <= most)
    };
    let own = shape.places;
    if shape.any_fraction && places > own {
        // Between two units of the shape: only the bounds count.
        let bound = |bound: Option<i128>| match bound {
            Some(bound) => scale(bound, own, places).map(Some),
            None => Some(None),
        };
        let (least, most) = (bound(shape.least)?, bound(shape.most)?);
        let fits = least.is_none_or(|least| units >= least) && most.is_none_or(|most| units <= most);
        return (fits && shape.not_multiple_of.is_empty()).then_some((units, places));
    }
    let units = if places > own {
        let divisor = 10_i128.checked_pow(u32::from(places - own))?;
        let half = if units < 0 { -divisor / 2 } else { divisor / 2 };
        (units + half) / divisor
    } else {
        scale(units, places, own)?
    };
    // Integers may be kept in finer units than their own.
    let step = shape.step.max(1);
    let rounded = if units % step == 0 || shape.any_fraction {
        units
    } else if places > 0 {
        units.div_euclid(step) * step
    } else {
        return None;
    };
    let fits = in_bounds(rounded) && !shape.excluded.contains(&rounded) && shape.allows(rounded);
    fits.then_some((rounded, own))
}

fn put(digits: &mut [u8; 48], at: usize, byte: u8) {
    if let Some(slot) = digits.get_mut(at) {
        *slot = byte;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_exact_decimals() {
        for (units, places, expected) in [
            (0, 0, "0"),
            (0, 2, "0"),
            (7, 2, "0.07"),
            (-1250, 2, "-12.5"),
            (1200, 2, "12"),
            (120, 0, "120"),
            (i128::from(u64::MAX) * 10, 0, "184467440737095516150"),
            (-5, 18, "-0.000000000000000005"),
            (100_000, 5, "1"),
            (i128::MIN, 0, "-170141183460469231731687303715884105728"),
            (1, 255, "0.00000000000000000000000000000000000001"),
        ] {
            let mut out = Vec::new();
            write(units, places, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), expected);
        }
    }

    #[test]
    fn passes_over_what_is_excluded() {
        let shape = NumberShape {
            low: 0,
            high: 4,
            step: 2,
            least: None,
            most: None,
            any_fraction: false,
            places: 0,
            fraction_only: false,
            excluded: vec![0, 2],
            not_multiple_of: Vec::new(),
        };
        assert_eq!(choose(&shape, &mut Rng::new(3), None), Some(4));
        assert_eq!(
            choose(&NumberShape { excluded: vec![0, 2, 4], ..shape.clone() }, &mut Rng::new(3), None),
            None
        );
        for (low, high, step) in [(0, 4, 0), (i128::MIN, i128::MAX, -1), (i128::MIN, i128::MAX, 1), (1, 0, 1)]
        {
            let damaged = NumberShape { low, high, step, not_multiple_of: vec![-1], ..shape.clone() };
            for nudge in [None, Some(usize::MAX)] {
                let chosen = choose(&damaged, &mut Rng::new(3), nudge);
                assert!(chosen.is_none_or(|units| (low..=high).contains(&units)), "{chosen:?}");
            }
        }
    }

    #[test]
    fn accepts_what_fits() {
        let integers = NumberShape {
            low: 1,
            high: 1000,
            step: 1,
            places: 0,
            least: None,
            most: None,
            any_fraction: false,
            fraction_only: false,
            excluded: vec![7],
            not_multiple_of: Vec::new(),
        };
        let cents = NumberShape { places: 2, least: Some(0), any_fraction: true, ..integers.clone() };
        let even = NumberShape { step: 2, most: Some(10), ..integers.clone() };
        for (shape, text, expected) in [
            (&integers, "1735689600000", Some((1_735_689_600_000, 0))),
            (&integers, "7", None),
            (&integers, "12.50", Some((13, 0))),
            (&integers, "-12.49", Some((-12, 0))),
            (&integers, "twelve", None),
            (&integers, "1e3", None),
            (&integers, "", None),
            (&integers, "-", None),
            (&integers, "99999999999999999999999999", None),
            (&cents, "48.8566", Some((488_566, 4))),
            (&cents, "3", Some((300, 2))),
            (&NumberShape { least: None, excluded: vec![], ..cents.clone() }, "3.5", Some((35, 1))),
            (&cents, "-0.001", None),
            (&even, "4", Some((4, 0))),
            (&even, "5", None),
            (&even, "12", None),
        ] {
            let chosen = parse(text).and_then(|(units, places)| accept(shape, units, places));
            assert_eq!(chosen, expected, "{text}");
        }
    }
}
