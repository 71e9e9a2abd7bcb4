//! `commerce`: what shops sell.

mod code;
mod local;
mod product;

use std::fmt::Write as _;

use super::Module;
use super::finance::{between, bounds};
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use product::Product;

pub(super) const MODULE: Module = Module {
    name: "commerce",
    doc: "What shops sell. Name, material, department and price of one object agree.",
    methods: &[
        Method::new("department", "The department of a shop.", "$commerce.department", &[], |call| {
            told(call, PART_DEPARTMENT, |product| product.kind.department, |product| product.department)
        }),
        Method::new(
            "ean13",
            "A European article number with its check digit.",
            "$commerce.ean13(prefix='400')",
            &[Parameter::new("prefix", ParameterKind::Text, "")],
            code::ean13,
        ),
        Method::new(
            "isbn",
            "A book number with a real group and its check digit.",
            "$commerce.isbn(variant=10,separator=' ')",
            &[
                Parameter::new("separator", ParameterKind::Text, "-"),
                Parameter::new("variant", ParameterKind::Integer, "13"),
            ],
            code::isbn,
        ),
        Method::new(
            "price",
            "A price; half of them end in 9.",
            "$commerce.price(min=10,max=20,dec=2,symbol='$')",
            &[
                Parameter::new("min", ParameterKind::Number, "1"),
                Parameter::new("max", ParameterKind::Number, "1000"),
                Parameter::new("dec", ParameterKind::Integer, "2"),
                Parameter::new("symbol", ParameterKind::Text, ""),
            ],
            price,
        ),
        Method::new("product", "What a product is: Desk Lamp.", "$commerce.product", &[], |call| {
            told(call, PART_PRODUCT, |product| product.noun, |product| product.noun)
        }),
        Method::new(
            "productAdjective",
            "What a product is like.",
            "$commerce.productAdjective",
            &[],
            |call| told(call, PART_ADJECTIVE, |product| product.adjective, |product| product.adjective),
        ),
        Method::new(
            "productDescription",
            "Two sentences about a product.",
            "$commerce.productDescription",
            &[],
            |call| {
                match local::Product::of(call, PART_DESCRIPTION) {
                    Some(product) => product.describe(call.out),
                    None => Product::of(call, PART_DESCRIPTION).describe(call.out),
                }
                Output::Text
            },
        ),
        Method::new(
            "productMaterial",
            "What a product is made of.",
            "$commerce.productMaterial",
            &[],
            |call| told(call, PART_MATERIAL, |product| product.material, |product| product.material),
        ),
        Method::new(
            "productName",
            "The name of a product: Compact Walnut Desk Lamp.",
            "$commerce.productName",
            &[],
            |call| {
                if let Some(product) = local::Product::of(call, PART_NAME) {
                    product.write_name(call.out);
                    return Output::Text;
                }
                let Product { noun, adjective, material, .. } = Product::of(call, PART_NAME);
                call.out.extend([adjective, " ", material, " ", noun]);
                Output::Text
            },
        ),
        Method::new("sku", "A stock keeping unit: KIT-4821-WAL.", "$commerce.sku", &[], |call| {
            let product = Product::of(call, PART_SKU);
            push_initials(product.kind.department, call.out);
            call.symbols("-####-");
            push_initials(product.material, call.out);
            Output::Text
        }),
        Method::new(
            "upc",
            "A universal product code (UPC-A) with its check digit.",
            "$commerce.upc(prefix='01234')",
            &[Parameter::new("prefix", ParameterKind::Text, "")],
            code::upc,
        ),
    ],
};

const PART_DEPARTMENT: u32 = 0;
const PART_PRODUCT: u32 = 1;
const PART_ADJECTIVE: u32 = 2;
const PART_DESCRIPTION: u32 = 3;
const PART_MATERIAL: u32 = 4;
const PART_NAME: u32 = 5;
const PART_PRICE: u32 = 6;
const PART_SKU: u32 = 7;

/// Appends a part of the product, in the language of the locale where there are products in it.
fn told(
    call: &mut Call<'_>,
    part: u32,
    english: fn(&Product) -> &'static str,
    local: fn(&local::Product) -> &'static str,
) -> Output {
    let text = match local::Product::of(call, part) {
        Some(product) => local(&product),
        None => english(&Product::of(call, part)),
    };
    call.text(text)
}

fn push_initials(text: &str, out: &mut String) {
    out.extend(
        text.chars().filter(char::is_ascii_alphabetic).take(3).map(|letter| letter.to_ascii_uppercase()),
    );
}

/// Without bounds the price is one that the entity's product may have.
fn price(call: &mut Call<'_>) -> Output {
    let decimals = call.arguments.integer("dec").unwrap_or(2).clamp(0, 20) as usize;
    let (low, high) = if call.arguments.get("min").is_none() && call.arguments.get("max").is_none() {
        Product::of(call, PART_PRICE).kind.prices
    } else {
        bounds(call, 1.0, 1000.0)
    };
    let any = between(call, low, high, decimals);
    let scale = 10f64.powi(decimals as i32);
    let last = match call.rng.below(10) {
        0..=4 => 9.0,
        5..=7 => 5.0,
        8 => 0.0,
        _ => call.rng.below(10) as f64,
    };
    let weighted = ((any * scale / 10.0).floor() * 10.0 + last) / scale;
    let value = if decimals > 0 && weighted >= low && weighted <= high { weighted } else { any };
    let symbol = call.arguments.text("symbol").unwrap_or_default();
    let _ = write!(call.out, "{symbol}{value:.decimals$}");
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, object, walk, with};
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("commerce");
    }

    #[test]
    fn prices_stay_in_range_and_mostly_end_in_nine() {
        let mut nines = 0;
        for seed in 0..1000 {
            let text = draw("commerce.price", &with([("min", 10.into()), ("max", 20.into())]), "en", seed).1;
            assert!((10.0..=20.0).contains(&text.parse::<f64>().unwrap()), "{text}");
            nines += usize::from(text.ends_with('9'));
        }
        assert!((450..620).contains(&nines), "{nines}");
        for seed in 0..100 {
            let text = draw(
                "commerce.price",
                &with([("min", 5.into()), ("max", 5.into()), ("symbol", "$".into())]),
                "en",
                seed,
            )
            .1;
            assert_eq!(text, "$5.00");
            let plain: f64 = draw("commerce.price", &Arguments::NONE, "en", seed).1.parse().unwrap();
            assert!((1.0..=1000.0).contains(&plain));
        }
    }

    #[test]
    fn local_names_agree() {
        for code in ["de", "fr", "es", "it", "pt_BR", "ja", "zh_CN"] {
            for seed in 0..50 {
                let mut product = object(code, seed);
                let name = product.draw("commerce.productName", &[]);
                assert!(name.contains(&product.draw("commerce.product", &[])), "{name}");
                assert!(name.contains(&product.draw("commerce.productMaterial", &[])), "{name}");
            }
        }
    }

    #[test]
    fn names_differ() {
        let names: std::collections::HashSet<String> =
            (0..2000).map(|seed| draw("commerce.productName", &Arguments::NONE, "en", seed).1).collect();
        assert!(names.len() > 1600, "{}", names.len());
    }

    #[test]
    fn the_parts_of_a_product_agree() {
        for seed in 0..200 {
            let mut product = object("en", seed);
            let mut part = |name: &str| product.draw(name, &[]);
            let name = part("commerce.productName");
            let whole = [
                part("commerce.productAdjective"),
                part("commerce.productMaterial"),
                part("commerce.product"),
            ];
            assert_eq!(name, whole.join(" "));
            assert!(part("commerce.productDescription").contains(&whole[2].to_lowercase()));
            assert_ne!(part("commerce.productName"), name);
        }
    }
}
