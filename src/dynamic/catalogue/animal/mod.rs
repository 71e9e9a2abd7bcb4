//! `animal`: species, breeds and names of pets.

mod list;

use super::Module;
use crate::dynamic::Method;

pub(super) const MODULE: Module = Module {
    name: "animal",
    doc: "Species, breeds and names of pets.",
    methods: &[
        Method::new("bear", "A species of bear.", "$animal.bear", &[], |call| call.pick(list::BEARS)),
        Method::new("bird", "A species of bird.", "$animal.bird", &[], |call| call.pick(list::BIRDS)),
        Method::new("cat", "A breed of cat.", "$animal.cat", &[], |call| call.pick(list::CATS)),
        Method::new("cetacean", "A species of whale or dolphin.", "$animal.cetacean", &[], |call| {
            call.pick(list::CETACEANS)
        }),
        Method::new("cow", "A breed of cattle.", "$animal.cow", &[], |call| call.pick(list::COWS)),
        Method::new("crocodilia", "A species of crocodile.", "$animal.crocodilia", &[], |call| {
            call.pick(list::CROCODILIA)
        }),
        Method::new("dog", "A breed of dog.", "$animal.dog", &[], |call| call.pick(list::DOGS)),
        Method::new("fish", "A species of fish.", "$animal.fish", &[], |call| call.pick(list::FISH)),
        Method::new("horse", "A breed of horse.", "$animal.horse", &[], |call| call.pick(list::HORSES)),
        Method::new("insect", "A species of insect.", "$animal.insect", &[], |call| call.pick(list::INSECTS)),
        Method::new("lion", "A subspecies of lion.", "$animal.lion", &[], |call| call.pick(list::LIONS)),
        Method::new("petName", "What people call their pet.", "$animal.petName", &[], |call| {
            call.pick(list::PET_NAMES)
        }),
        Method::new("rabbit", "A breed of rabbit.", "$animal.rabbit", &[], |call| call.pick(list::RABBITS)),
        Method::new("rodent", "A species of rodent.", "$animal.rodent", &[], |call| call.pick(list::RODENTS)),
        Method::new("snake", "A species of snake.", "$animal.snake", &[], |call| call.pick(list::SNAKES)),
        Method::new("type", "A kind of animal: otter.", "$animal.type", &[], |call| call.pick(list::TYPES)),
    ],
};

#[cfg(test)]
mod tests {
    #[test]
    fn all_give_values() {
        super::super::testing::walk("animal");
    }
}
