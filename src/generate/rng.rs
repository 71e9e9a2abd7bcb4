//! Seeded randomness: xoshiro256++, a published algorithm, so that a seed means the same body for good. Bodies need no
//! secrets, and a `ChaCha8` stream took a tenth of the time of a list; tokens and seeds come from the runtime.

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng as _, SeedableRng as _};

/// The one source of randomness in generated bodies.
#[derive(Debug)]
pub struct Rng(Xoshiro256PlusPlus);

impl Rng {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// 64 random bits.
    pub fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below `limit`; 0 when `limit` is 0. Multiply-shift: its bias (under 2⁻³² for the small limits used
    /// here) is no matter for mock data, and it never loops.
    pub fn below(&mut self, limit: usize) -> usize {
        match u32::try_from(limit) {
            // Multiplying 128 bits takes several times as long on 32-bit machines.
            Ok(limit) => (((self.bits() >> 32) * u64::from(limit)) >> 32) as usize,
            Err(_) => ((u128::from(self.bits()) * limit as u128) >> 64) as usize,
        }
    }

    /// A number from `low` to `high`, both included; `low` when the range is empty.
    pub fn between(&mut self, low: usize, high: usize) -> usize {
        low + self.below(high.saturating_sub(low).saturating_add(1))
    }

    /// A number from `low` to `high`, both included; `low` when the range is empty.
    ///
    /// ```
    /// # use edgemock::generate::Rng;
    /// let mut rng = Rng::new(7);
    /// assert!((-3..=3).contains(&rng.integer(-3, 3)));
    /// assert_eq!(rng.integer(5, 5), 5);
    /// ```
    pub fn integer(&mut self, low: i128, high: i128) -> i128 {
        let span = high.saturating_sub(low);
        if span <= 0 {
            return low;
        }
        if let Ok(small) = u32::try_from(span) {
            return low + i128::from(((self.bits() >> 32) * (u64::from(small) + 1)) >> 32);
        }
        let span = (span as u128).saturating_add(1);
        if span <= u128::from(u64::MAX) {
            return low + ((u128::from(self.bits()) * span) >> 64) as i128;
        }
        let wide = (u128::from(self.bits()) << 64) | u128::from(self.bits());
        low + (wide % span) as i128
    }

    /// True in `numerator` of `denominator` cases.
    pub fn chance(&mut self, numerator: usize, denominator: usize) -> bool {
        self.below(denominator) < numerator
    }

    /// One of the items; `None` when there are none.
    pub fn pick<'t, T>(&mut self, items: &'t [T]) -> Option<&'t T> {
        items.get(self.below(items.len()))
    }

    /// A number in `0.0..1.0`.
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_in_range_and_repeats() {
        let (mut a, mut b) = (Rng::new(42), Rng::new(42));
        for _ in 0..1000 {
            let value = a.integer(-10, 1 << 70);
            assert!((-10..=1 << 70).contains(&value));
            assert_eq!(value, b.integer(-10, 1 << 70));
            assert!(a.below(3) < 3 && b.below(3) < 3);
            let unit = a.unit();
            assert!((0.0..1.0).contains(&unit));
            b.unit();
        }
        assert_eq!(a.below(0), 0);
        assert_eq!(a.between(4, 2), 4);
        assert!(a.pick::<u8>(&[]).is_none());
    }
}
