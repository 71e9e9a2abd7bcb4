//! What the values of one JSON object share, so that they agree: one person, one place, one course of time, one sum.
//!
//! Everything is chosen when it is first asked for, and stays until the object is done.

mod choice;
mod company;
mod paging;
mod person;
mod place;
mod range;
mod sum;
mod timeline;

pub use company::Company;
pub use paging::{Page, Paging};
pub use person::{Given, Person, Sex};
pub use place::Place;
pub use range::Range;
pub(in crate::dynamic) use sum::push_cents;
pub use sum::{Bill, Sum};
pub use timeline::{Course, Timeline};

use super::Locale;
use crate::generate::Rng;
use choice::Choices;

/// What the values of one JSON object share.
#[derive(Debug, Default)]
pub struct Entity {
    /// When it was made, changed, removed; when it starts and ends.
    pub timeline: Timeline,
    /// What it costs.
    pub sum: Sum,
    /// Its lower and upper bound.
    pub range: Range,
    /// Which page of a list it is.
    pub paging: Paging,
    /// Which of the Chinese counties that placeholders know it lies in.
    pub(in crate::dynamic) county: Option<usize>,
    /// Its position in the list it is an item of, from 0; whoever writes the list sets it.
    pub index: Option<usize>,
    choices: Choices,
    /// Whom it is about.
    person: Option<u64>,
    /// Where it is.
    place: Option<u64>,
    /// Which company it is about.
    company: Option<u64>,
}

impl Entity {
    /// The entry of a list that a part is to be told of, e.g. the airport whose code is asked for after its name.
    /// Lists are told apart by their names. Asking for the same part again begins a new entry.
    pub fn choose<'t, T>(
        &mut self,
        list: &'static str,
        part: u32,
        entries: &'t [T],
        rng: &mut Rng,
    ) -> Option<&'t T> {
        entries.get(self.choices.index(list, part, entries.len(), None, rng))
    }

    /// A number below `count` as [`Entity::choose`] would choose it; `first` is the one to begin with, if that is
    /// already known.
    pub fn choose_number(
        &mut self,
        list: &'static str,
        part: u32,
        count: usize,
        first: Option<usize>,
        rng: &mut Rng,
    ) -> usize {
        self.choices.index(list, part, count, first, rng)
    }

    /// Forgets everything: the next object begins. One by one, so that what was chosen is not written over in full.
    pub fn clear(&mut self) {
        let Self { timeline, sum, range, paging, county, index, choices, person, place, company } = self;
        *timeline = Timeline::default();
        *sum = Sum::default();
        *range = Range::default();
        *paging = Paging::default();
        (*county, *index) = (None, None);
        choices.clear();
        (*person, *place, *company) = (None, None, None);
    }

    /// The person.
    pub fn person(&mut self, rng: &mut Rng, locale: &'static Locale) -> Person {
        self.person_of_sex(rng, locale, None)
    }

    /// The person, if of this sex; else what they would be.
    pub fn person_of_sex(&mut self, rng: &mut Rng, locale: &'static Locale, sex: Option<Sex>) -> Person {
        Person::new(locale, *self.person.get_or_insert_with(|| rng.bits()), sex)
    }

    /// The place; nothing if the locale has none.
    pub fn place(&mut self, rng: &mut Rng, locale: &'static Locale) -> Option<Place> {
        Place::new(locale, *self.place.get_or_insert_with(|| rng.bits()))
    }

    /// The company.
    pub fn company(&mut self, rng: &mut Rng, locale: &'static Locale) -> Company {
        Company::new(locale, *self.company.get_or_insert_with(|| rng.bits()))
    }
}
