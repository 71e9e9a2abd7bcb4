//! `paging`: what one page of a list tells of itself beside its items. No module of Faker.

use super::Module;
use crate::dynamic::digits::push_integer;
use crate::dynamic::entity::Page;
use crate::dynamic::{Call, Method, Output};

pub(super) const MODULE: Module = Module {
    name: "paging",
    doc: "What a page of a list tells of itself; agrees with its items.",
    methods: &[
        Method::bare("count", "How many items are on this page.", "$paging.count", |call| {
            number(call, |page| Some(count(page)))
        }),
        Method::bare("hasMore", "Whether there are pages after it.", "$paging.hasMore", |call| {
            flag(call, |page| page.number < page.pages())
        }),
        Method::bare("hasPrevious", "Whether there are pages before it.", "$paging.hasPrevious", |call| {
            flag(call, |page| page.number > 1)
        }),
        Method::bare("isFirst", "Whether it is the first page.", "$paging.isFirst", |call| {
            flag(call, |page| page.number <= 1)
        }),
        Method::bare("isLast", "Whether it is the last page.", "$paging.isLast", |call| {
            flag(call, |page| page.number >= page.pages())
        }),
        Method::bare("next", "The number of the next page; nothing on the last.", "$paging.next", |call| {
            number(call, |page| (page.number < page.pages()).then_some(page.number + 1))
        }),
        Method::bare("offset", "How many items come before it.", "$paging.offset", |call| {
            number(call, |page| Some(before(page)))
        }),
        Method::bare(
            "previous",
            "The number of the page before; nothing on the first.",
            "$paging.previous",
            |call| number(call, |page| page.number.checked_sub(1).filter(|number| *number > 0)),
        ),
    ],
};

fn before(page: Page) -> u32 {
    page.number.saturating_sub(1).saturating_mul(page.size)
}

fn count(page: Page) -> u32 {
    page.items.saturating_sub(before(page)).min(page.size)
}

fn number(call: &mut Call<'_>, value: impl Fn(Page) -> Option<u32>) -> Output {
    let Some(value) = value(call.entity.paging.page(call.rng)) else { return Output::Nothing };
    push_integer(i64::from(value), call.out);
    Output::Number
}

fn flag(call: &mut Call<'_>, value: impl Fn(Page) -> bool) -> Output {
    let value = value(call.entity.paging.page(call.rng));
    call.text(if value { "true" } else { "false" });
    Output::Boolean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_agrees_with_itself() {
        for (number, size, items, expected) in [
            (1, 20, 3, (3, 0)),
            (3, 7, 21, (7, 14)),
            (3, 7, 16, (2, 14)),
            (9, 7, 16, (0, 56)),
            (0, 0, 5, (0, 0)),
        ] {
            let page = Page { number, size, items };
            assert_eq!((count(page), before(page)), expected, "{page:?}");
        }
    }
}
