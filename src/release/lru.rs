//! A cache with a byte budget that drops what was not used for longest.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::hash::Hash;

/// A byte-bounded cache. Meant for few large values: making room looks at every entry.
#[derive(Debug)]
pub struct Lru<K, V> {
    entries: HashMap<K, Entry<V>>,
    budget: usize,
    used: usize,
    clock: u64,
}

#[derive(Debug)]
struct Entry<V> {
    value: V,
    bytes: usize,
    last_used: u64,
}

impl<K: Hash + Eq + Clone, V: Clone> Lru<K, V> {
    /// An empty cache that holds up to `budget` bytes.
    ///
    /// ```
    /// let mut cache = edgemock::release::Lru::new(10);
    /// cache.insert("a", 1, 6);
    /// cache.insert("b", 2, 6);
    /// assert_eq!((cache.get("a"), cache.get("b")), (None, Some(2)));
    /// ```
    pub fn new(budget: usize) -> Self {
        Self { entries: HashMap::new(), budget, used: 0, clock: 0 }
    }

    /// A copy of a value (callers keep `Rc`s here).
    pub fn get<Q: Hash + Eq + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.clock += 1;
        let entry = self.entries.get_mut(key)?;
        entry.last_used = self.clock;
        Some(entry.value.clone())
    }

    /// Keeps a value, dropping others until it fits. A value larger than the whole budget is not kept.
    pub fn insert(&mut self, key: K, value: V, bytes: usize) {
        self.remove(&key);
        if bytes > self.budget {
            return;
        }
        while self.used + bytes > self.budget {
            let oldest =
                self.entries.iter().min_by_key(|(_, entry)| entry.last_used).map(|(key, _)| key.clone());
            let Some(oldest) = oldest else { break };
            self.remove(&oldest);
        }
        self.clock += 1;
        self.used += bytes;
        self.entries.insert(key, Entry { value, bytes, last_used: self.clock });
    }

    /// Drops a value.
    pub fn remove<Q: Hash + Eq + ?Sized>(&mut self, key: &Q)
    where
        K: Borrow<Q>,
    {
        if let Some(entry) = self.entries.remove(key) {
            self.used -= entry.bytes;
        }
    }

    /// How many bytes the values were said to take.
    pub const fn used(&self) -> usize {
        self.used
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_what_was_not_used_for_longest() {
        let mut cache = Lru::new(100);
        for name in ["a", "b", "c", "d"] {
            cache.insert(name, name, 25);
        }
        assert_eq!(cache.get("a"), Some("a"));
        cache.insert("e", "e", 50);
        assert_eq!(
            ["a", "b", "c", "d", "e"].map(|name| cache.get(name).is_some()),
            [true, false, false, true, true]
        );
        assert_eq!(cache.used(), 100);
    }

    #[test]
    fn budget_holds() {
        let mut cache = Lru::new(10);
        cache.insert(1, 'x', 4);
        cache.insert(1, 'y', 6);
        assert_eq!((cache.get(&1), cache.used()), (Some('y'), 6));
        cache.insert(2, 'z', 11);
        assert_eq!((cache.get(&2), cache.used()), (None, 6));
        cache.remove(&1);
        cache.remove(&1);
        assert_eq!(cache.used(), 0);
        cache.insert(3, 'w', 0);
        assert_eq!(cache.get(&3), Some('w'));
    }
}
