//! `record`: what belongs together in one object. No module of Faker: there, two calls know nothing of each other.

use super::Module;
use crate::dynamic::digits::push_integer;
use crate::dynamic::entity::{Bill, Course, Page, push_cents};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

pub(super) const MODULE: Module = Module {
    name: "record",
    doc: "Values that agree with the others of the same JSON object.",
    methods: &[
        Method::bare("amount", "Price × quantity, to the cent.", "$record.amount", |call| {
            cents(call, Bill::subtotal)
        }),
        moment("createdAt", "When it was made, within the past two years.", "$record.createdAt", |call| {
            at(call, |course| course.created)
        }),
        moment(
            "deletedAt",
            "When it was removed: not before `updatedAt`, not after now.",
            "$record.deletedAt",
            |call| at(call, |course| course.deleted),
        ),
        Method::bare("discount", "What is taken off the subtotal.", "$record.discount", |call| {
            cents(call, |bill| bill.discount)
        }),
        moment("endsAt", "When it ends: after `startsAt`.", "$record.endsAt", |call| {
            at(call, |course| course.ends)
        }),
        moment(
            "expiresAt",
            "When it is no longer good: within the year to come.",
            "$record.expiresAt",
            |call| at(call, |course| course.expires),
        ),
        Method::bare("id", "A small positive integer.", "$record.id", id),
        Method::bare("index", "Its position in the list it is an item of, from 0.", "$record.index", index),
        Method::bare("max", "The upper bound: above `min`.", "$record.max", |call| {
            let (_, high) = call.entity.range.bounds(call.rng);
            integer(call, high)
        }),
        Method::bare("min", "The lower bound: below `max`.", "$record.min", |call| {
            let (low, _) = call.entity.range.bounds(call.rng);
            integer(call, low)
        }),
        Method::bare("page", "Which page of a list it is, from 1.", "$record.page", |call| {
            on(call, |page| page.number)
        }),
        Method::bare("pageCount", "How many pages the list has.", "$record.pageCount", |call| {
            on(call, Page::pages)
        }),
        Method::bare("pageSize", "How many items a page holds.", "$record.pageSize", |call| {
            on(call, |page| page.size)
        }),
        Method::bare("price", "What one piece costs.", "$record.price", |call| {
            cents(call, |bill| bill.price)
        }),
        moment(
            "publishedAt",
            "When it was published: from `createdAt` to `updatedAt`.",
            "$record.publishedAt",
            |call| at(call, |course| course.published),
        ),
        Method::bare("quantity", "How many pieces, at least one.", "$record.quantity", |call| {
            let quantity = call.entity.sum.bill(call.rng).quantity;
            integer(call, quantity)
        }),
        moment("startsAt", "When it begins: before `endsAt`.", "$record.startsAt", |call| {
            at(call, |course| course.starts)
        }),
        Method::bare("subtotal", "Price × quantity, before discount and tax.", "$record.subtotal", |call| {
            cents(call, Bill::subtotal)
        }),
        Method::bare("tax", "The tax on the subtotal less the discount.", "$record.tax", |call| {
            cents(call, |bill| bill.tax)
        }),
        Method::bare("taxRate", "The rate of the tax, in percent.", "$record.taxRate", |call| {
            let rate = call.entity.sum.bill(call.rng).tax_rate;
            integer(call, rate)
        }),
        Method::bare("total", "What is to be paid: subtotal − discount + tax.", "$record.total", |call| {
            cents(call, Bill::total)
        }),
        Method::bare("totalCount", "How many items there are on all pages.", "$record.totalCount", |call| {
            on(call, |page| page.items)
        }),
        moment(
            "updatedAt",
            "When it was last changed: from `createdAt` to now.",
            "$record.updatedAt",
            |call| at(call, |course| course.updated),
        ),
    ],
};

const fn moment(
    name: &'static str,
    doc: &'static str,
    example: &'static str,
    run: fn(&mut Call<'_>) -> Output,
) -> Method {
    const LOOK: &[Parameter] = &[
        Parameter::new("format", ParameterKind::Text, "ISO 8601"),
        Parameter::new("timeZone", ParameterKind::Zone, "the project's"),
    ];
    Method { name, doc, example, parameters: LOOK, run }
}

fn at(call: &mut Call<'_>, choose: fn(&Course) -> i64) -> Output {
    Output::Moment(choose(&call.entity.timeline.course(call.rng, call.now)))
}

fn cents(call: &mut Call<'_>, choose: fn(&Bill) -> i64) -> Output {
    let value = choose(&call.entity.sum.bill(call.rng));
    push_cents(value, call.out);
    Output::Number
}

fn on(call: &mut Call<'_>, choose: fn(&Page) -> u32) -> Output {
    let value = choose(&call.entity.paging.page(call.rng));
    integer(call, i64::from(value))
}

fn integer(call: &mut Call<'_>, value: i64) -> Output {
    push_integer(value, call.out);
    Output::Number
}

/// Items of one list have different remainders, so their ids differ.
fn id(call: &mut Call<'_>) -> Output {
    const APART: usize = 250;
    let value = match call.entity.index {
        Some(index) => 1 + index + APART * call.rng.below(40),
        None => call.rng.between(1, 9999),
    };
    integer(call, i64::try_from(value).unwrap_or(1))
}

fn index(call: &mut Call<'_>) -> Output {
    let value = call.entity.index.unwrap_or(0);
    integer(call, i64::try_from(value).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use crate::dynamic::{Arguments, Call, Entity, Output, catalogue, locale};
    use crate::generate::Rng;

    /// What several methods give for one object.
    fn object<const N: usize>(seed: u64, names: [&str; N]) -> [f64; N] {
        let (mut entity, mut rng) = (Entity::default(), Rng::new(seed));
        names.map(|name| {
            let mut out = String::new();
            let mut call = Call {
                out: &mut out,
                rng: &mut rng,
                now: 1_735_689_600_000,
                locale: locale::find("en"),
                arguments: &Arguments::NONE,
                entity: &mut entity,
            };
            let method = catalogue::find(&format!("record.{name}")).unwrap();
            match (method.run)(&mut call) {
                Output::Moment(value) => value as f64,
                Output::Number => out.parse().unwrap(),
                other => panic!("{name} gives {other:?}"),
            }
        })
    }

    #[test]
    fn the_values_of_one_object_agree() {
        for seed in 0..300 {
            let [created, published, updated, deleted] =
                object(seed, ["createdAt", "publishedAt", "updatedAt", "deletedAt"]);
            assert!(created <= published && published <= updated && updated <= deleted);
            let [starts, ends, min, max] = object(seed, ["startsAt", "endsAt", "min", "max"]);
            assert!(starts < ends && min < max);
            let [price, quantity, amount, discount, tax, total] =
                object(seed, ["price", "quantity", "amount", "discount", "tax", "total"]);
            let cents = |value: f64| (value * 100.0).round();
            assert_eq!(cents(price) * quantity, cents(amount));
            assert_eq!(cents(amount) - cents(discount) + cents(tax), cents(total));
            let [size, count, pages] = object(seed, ["pageSize", "totalCount", "pageCount"]);
            assert_eq!((count / size).ceil(), pages);
        }
    }
}
