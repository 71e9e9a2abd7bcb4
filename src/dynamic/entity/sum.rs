//! One sum: price × quantity, less a discount, and the tax on it. All in cents, so that it comes out exactly.

use crate::dynamic::digits::{push_integer, push_padded};
use crate::generate::Rng;

/// The sum of one object.
#[derive(Debug, Default)]
pub struct Sum(Option<Bill>);

/// The parts of a sum, in cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bill {
    /// What one piece costs.
    pub price: i64,
    /// How many pieces: at least one.
    pub quantity: i64,
    /// What is taken off.
    pub discount: i64,
    /// The rate of the tax, in percent.
    pub tax_rate: i64,
    /// The tax on what is left.
    pub tax: i64,
}

impl Bill {
    /// Price × quantity.
    pub fn subtotal(&self) -> i64 {
        self.price * self.quantity
    }

    /// What is to be paid: subtotal − discount + tax.
    pub fn total(&self) -> i64 {
        self.subtotal() - self.discount + self.tax
    }
}

impl Sum {
    /// The sum, chosen at the first call.
    pub fn bill(&mut self, rng: &mut Rng) -> Bill {
        *self.0.get_or_insert_with(|| choose(rng))
    }
}

fn choose(rng: &mut Rng) -> Bill {
    // Small prices are more common than large ones.
    let limit = *rng.pick(&[20, 100, 100, 500]).unwrap_or(&100);
    let whole = rng.between(1, limit) as i64;
    let cents = *rng.pick(&[0, 49, 50, 90, 95, 99, 99]).unwrap_or(&99);
    let price = whole * 100 + cents;
    let quantity = rng.between(1, 6) as i64;
    let percent = *rng.pick(&[0, 0, 5, 10, 15, 20]).unwrap_or(&0);
    let tax_rate = *rng.pick(&[5, 7, 8, 10, 19, 20]).unwrap_or(&10);
    let discount = (price * quantity * percent + 50) / 100;
    let tax = ((price * quantity - discount) * tax_rate + 50) / 100;
    Bill { price, quantity, discount, tax_rate, tax }
}

/// Appends cents as a decimal number: `1999` → `19.99`.
pub(in crate::dynamic) fn push_cents(cents: i64, out: &mut String) {
    if cents < 0 {
        out.push('-');
    }
    let cents = cents.unsigned_abs();
    push_integer((cents / 100) as i64, out);
    out.push('.');
    push_padded((cents % 100) as i64, 2, out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_out_to_the_cent() {
        for seed in 0..500 {
            let bill = choose(&mut Rng::new(seed));
            assert!(bill.price > 0 && bill.quantity > 0 && bill.tax > 0, "{bill:?}");
            assert!((0..=bill.subtotal() / 4).contains(&bill.discount), "{bill:?}");
            assert!(bill.total() > 0, "{bill:?}");
        }
    }

    #[test]
    fn cents_are_written_in_full() {
        for (cents, expected) in [(1999, "19.99"), (5, "0.05"), (-130, "-1.30"), (0, "0.00")] {
            let mut out = String::new();
            push_cents(cents, &mut out);
            assert_eq!(out, expected);
        }
    }
}
