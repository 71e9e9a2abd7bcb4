//! One page of a list, as APIs tell it beside the items.

use crate::generate::Rng;

/// The page of one object.
#[derive(Debug, Default)]
pub struct Paging(Option<Page>);

/// A page of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// How many items a page holds.
    pub size: u32,
    /// How many items there are on all pages.
    pub items: u32,
}

impl Page {
    /// How many pages there are.
    pub fn pages(&self) -> u32 {
        self.items.div_ceil(self.size.max(1)).max(1)
    }
}

impl Paging {
    /// The page, chosen at the first call.
    pub fn page(&mut self, rng: &mut Rng) -> Page {
        *self.0.get_or_insert_with(|| {
            let size = *rng.pick(&[10, 20, 20, 25, 50]).unwrap_or(&20);
            Page { number: 1, size, items: rng.between(1, 300) as u32 }
        })
    }

    /// Sets the page, where a request asks for one.
    pub fn set(&mut self, page: Page) {
        self.0 = Some(page);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_all_items() {
        for seed in 0..100 {
            let page = Paging::default().page(&mut Rng::new(seed));
            assert!(page.pages() * page.size >= page.items && page.number <= page.pages(), "{page:?}");
        }
        assert_eq!(Page { number: 1, size: 0, items: 0 }.pages(), 1);
    }
}
