//! One entry of a list that several methods tell parts of: an airport's name and its code, a product and its price.

use crate::generate::Rng;

/// The entries that have been chosen so far.
#[derive(Debug, Default)]
pub(super) struct Choices(Vec<Choice>);

#[derive(Debug)]
struct Choice {
    list: &'static str,
    index: usize,
    /// The parts that have been told, one bit each.
    told: u32,
}

impl Choices {
    /// Forgets all of them, and keeps their room.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// The index of the entry that a part is to be told of. Asking for a part again begins a new entry, so that two
    /// airports in one object differ: origin and its code, then destination and its code. `first` is the entry to
    /// begin with, where something else decides that.
    pub(super) fn index(
        &mut self,
        list: &'static str,
        part: u32,
        count: usize,
        first: Option<usize>,
        rng: &mut Rng,
    ) -> usize {
        let bit = 1 << (part % 32);
        let Some(choice) = self.0.iter_mut().find(|choice| choice.list == list) else {
            let index = first.unwrap_or_else(|| rng.below(count));
            self.0.push(Choice { list, index, told: bit });
            return index;
        };
        if choice.told & bit != 0 {
            let next = rng.below(count.saturating_sub(1));
            choice.index = if next < choice.index { next } else { (next + 1) % count.max(1) };
            choice.told = 0;
        }
        choice.told |= bit;
        choice.index
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn begins_where_it_is_told_to() {
        for seed in 0..50 {
            let (mut choices, mut rng) = (Choices::default(), Rng::new(seed));
            assert_eq!(choices.index("currency", 0, 3, Some(7), &mut rng), 7);
            assert_eq!(choices.index("currency", 1, 3, None, &mut rng), 7);
            let next = choices.index("currency", 1, 3, Some(7), &mut rng);
            assert!(next < 3);
            assert_ne!(choices.index("currency", 1, 3, None, &mut rng), next);
        }
    }

    #[test]
    fn parts_agree_until_one_is_asked_for_again() {
        let (mut choices, mut rng) = (Choices::default(), Rng::new(1));
        let name = choices.index("airport", 0, 1_000_000, None, &mut rng);
        assert_eq!(choices.index("airport", 1, 1_000_000, None, &mut rng), name);
        assert_ne!(choices.index("airline", 0, 1_000_000, None, &mut rng), name);
        let other = choices.index("airport", 0, 1_000_000, None, &mut rng);
        assert_ne!(other, name);
        assert_eq!(choices.index("airport", 1, 1_000_000, None, &mut rng), other);
    }
}
