//! A lower and an upper bound.

use crate::generate::Rng;

/// The bounds of one object.
#[derive(Debug, Default)]
pub struct Range(Option<(i64, i64)>);

impl Range {
    /// Lower and upper bound, chosen at the first call: small round numbers, the lower one below the upper one.
    pub fn bounds(&mut self, rng: &mut Rng) -> (i64, i64) {
        *self.0.get_or_insert_with(|| {
            let low = rng.between(0, 20) as i64 * 5;
            (low, low + rng.between(1, 40) as i64 * 5)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lower_bound_is_lower() {
        for seed in 0..100 {
            let (low, high) = Range::default().bounds(&mut Rng::new(seed));
            assert!(0 <= low && low < high);
        }
    }
}
