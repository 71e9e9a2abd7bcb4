//! Exact decimal numbers for bounds and multiples: `0.01 * 3` must be `0.03`, not `0.030000000000000002`.

use serde::{Deserialize, Serialize};
use serde_json::Number;
use std::cmp::Ordering;

/// `mantissa * 10^-scale`, with no trailing zero in the mantissa.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    mantissa: i128,
    scale: i16,
}

impl Decimal {
    /// A whole number.
    pub fn integer(value: i128) -> Self {
        Self { mantissa: value, scale: 0 }.trimmed()
    }

    /// The number as JSON writes it. `None` when it has more than 36 significant digits.
    ///
    /// ```
    /// use edgemock::schema::Decimal;
    /// let price = Decimal::parse("19.90").unwrap();
    /// assert_eq!(price, Decimal::parse("1.99e1").unwrap());
    /// assert!(Decimal::parse("x").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (number, exponent) = match text.find(['e', 'E']) {
            Some(at) => (text.get(..at)?, text.get(at + 1..)?.parse::<i32>().ok()?),
            None => (text, 0),
        };
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let fraction = fraction.trim_end_matches('0');
        let digits = format!("{whole}{fraction}");
        if digits.len() > 37 {
            return None;
        }
        let scale = i16::try_from(i32::try_from(fraction.len()).ok()? - exponent).ok()?;
        Some(Self { mantissa: digits.parse().ok()?, scale }.trimmed())
    }

    /// The value of a JSON number: the digits it is written with.
    pub fn from_number(number: &Number) -> Option<Self> {
        Self::parse(&number.to_string())
    }

    fn trimmed(mut self) -> Self {
        if self.mantissa == 0 {
            return Self { mantissa: 0, scale: 0 };
        }
        while self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Decimal places that are needed to write it: 2 for `0.25`, 0 for `1200`.
    pub fn places(self) -> u32 {
        u32::try_from(self.scale.max(0)).unwrap_or(0)
    }

    /// How many units of `10^-places` it is, rounded down. `None` when that does not fit 127 bits.
    pub fn floor_units(self, places: u32) -> Option<i128> {
        let shift = i64::from(places) - i64::from(self.scale);
        if shift >= 0 {
            self.mantissa.checked_mul(power_of_ten(u32::try_from(shift).ok()?)?)
        } else {
            match power_of_ten(u32::try_from(-shift).ok()?) {
                Some(power) => Some(self.mantissa.div_euclid(power)),
                None => Some(if self.mantissa < 0 { -1 } else { 0 }),
            }
        }
    }

    /// As [`Self::floor_units`], rounded up.
    pub fn ceil_units(self, places: u32) -> Option<i128> {
        let floor = self.floor_units(places)?;
        let exact = i64::from(self.scale) <= i64::from(places);
        if exact { Some(floor) } else { floor.checked_add(1) }
    }

    /// The nearest double.
    pub fn to_f64(self) -> f64 {
        format!("{}e{}", self.mantissa, -i32::from(self.scale)).parse().unwrap_or(f64::MAX)
    }

    /// Whether it is a multiple of `step`; multiples of zero do not exist.
    pub fn is_multiple_of(self, step: Self) -> bool {
        if step.mantissa == 0 {
            return false;
        }
        // mantissa * 10^shift has to be divisible by the step's mantissa; powers of ten are taken one at a time,
        // because `1e308` as a whole fits no integer.
        let shift = i32::from(step.scale) - i32::from(self.scale);
        if shift < 0 {
            let power = power_of_ten(shift.unsigned_abs()).and_then(|power| power.checked_mul(step.mantissa));
            return power.is_some_and(|power| self.mantissa % power == 0);
        }
        let mut rest = self.mantissa % step.mantissa;
        for _ in 0..shift {
            match rest.checked_mul(10) {
                Some(next) => rest = next % step.mantissa,
                None => return false,
            }
        }
        rest == 0
    }
}

/// `10^exponent`, when it fits.
pub(super) fn power_of_ten(exponent: u32) -> Option<i128> {
    10_i128.checked_pow(exponent)
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.mantissa.signum() != other.mantissa.signum() {
            return self.mantissa.signum().cmp(&other.mantissa.signum());
        }
        let scale = self.scale.max(other.scale);
        let aligned = |value: &Self| {
            let shift = u32::try_from(i32::from(scale) - i32::from(value.scale)).ok()?;
            value.mantissa.checked_mul(power_of_ten(shift)?)
        };
        match (aligned(self), aligned(other)) {
            (Some(left), Some(right)) => left.cmp(&right),
            _ => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if (0..=20).contains(&-self.scale)
            && let Some(units) = self.floor_units(0)
        {
            return write!(formatter, "{units}");
        }
        write!(formatter, "{}", self.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::parse(text).unwrap()
    }

    #[test]
    fn reads_what_json_writes() {
        for (text, places) in
            [("0", 0), ("1200", 0), ("0.25", 2), ("-1.50", 1), ("1e-7", 7), ("1e308", 0), ("2.5E3", 0)]
        {
            assert_eq!(decimal(text).places(), places, "{text}");
        }
        assert!(Decimal::parse("1e99999999999").is_none() && Decimal::parse("").is_none());
        assert_eq!(decimal("1.0"), Decimal::integer(1));
        assert_eq!(Decimal::integer(1200).to_string(), "1200");
        assert_eq!(decimal("-0.5").to_string(), "-0.5");
    }

    #[test]
    fn compares_and_divides_exactly() {
        assert!(decimal("0.3") > decimal("0.29999999999999999"));
        assert!(decimal("-2") < decimal("1e-300") && decimal("1e300") > decimal("5"));
        assert!(decimal("0.0075").is_multiple_of(decimal("0.0001")));
        assert!(decimal("19.99").is_multiple_of(decimal("0.01")));
        assert!(!decimal("0.00751").is_multiple_of(decimal("0.0001")));
        assert!(decimal("1e308").is_multiple_of(decimal("0.5")));
        assert!(!decimal("3").is_multiple_of(decimal("0")));
    }

    #[test]
    fn rounds_to_units() {
        assert_eq!((decimal("1.25").floor_units(1), decimal("1.25").ceil_units(1)), (Some(12), Some(13)));
        assert_eq!((decimal("-1.25").floor_units(0), decimal("-1.25").ceil_units(0)), (Some(-2), Some(-1)));
        assert_eq!(decimal("1e-60").ceil_units(0), Some(1));
        assert_eq!(decimal("1e60").floor_units(0), None);
    }
}
