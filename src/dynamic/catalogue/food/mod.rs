//! `food`: dishes and what they are made of.

mod list;

use super::Module;
use crate::dynamic::{Call, Method, Output};
use list::DISHES;

pub(super) const MODULE: Module = Module {
    name: "food",
    doc: "Dishes and what they are made of. Dish, kitchen and description of one object agree.",
    methods: &[
        Method::new("adjective", "What food is like.", "$food.adjective", &[], |call| {
            call.pick(list::ADJECTIVES)
        }),
        Method::new("description", "What a menu says about the dish.", "$food.description", &[], |call| {
            dish(call, 0, |(_, _, description)| description)
        }),
        Method::new("dish", "A dish.", "$food.dish", &[], |call| dish(call, 1, |(name, _, _)| name)),
        Method::new("ethnicCategory", "Which kitchen the dish is of.", "$food.ethnicCategory", &[], |call| {
            dish(call, 2, |(_, kitchen, _)| kitchen)
        }),
        Method::new("fruit", "A fruit.", "$food.fruit", &[], |call| call.pick(list::FRUITS)),
        Method::new("ingredient", "An ingredient.", "$food.ingredient", &[], |call| {
            call.pick(list::INGREDIENTS)
        }),
        Method::new("meat", "A kind of meat.", "$food.meat", &[], |call| call.pick(list::MEATS)),
        Method::new("spice", "A spice.", "$food.spice", &[], |call| call.pick(list::SPICES)),
        Method::new("vegetable", "A vegetable.", "$food.vegetable", &[], |call| call.pick(list::VEGETABLES)),
    ],
};

type Dish = (&'static str, &'static str, &'static str);

fn dish(call: &mut Call<'_>, part: u32, text: fn(Dish) -> &'static str) -> Output {
    match call.share("dish", part, DISHES) {
        Some(dish) => call.text(text(*dish)),
        None => Output::Nothing,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::walk;
    use super::list::DISHES;

    #[test]
    fn all_give_values() {
        walk("food");
    }

    #[test]
    fn dishes_are_complete() {
        for (name, kitchen, description) in DISHES {
            assert!(!name.is_empty() && !kitchen.is_empty() && description.ends_with('.'), "{name}");
        }
    }
}
