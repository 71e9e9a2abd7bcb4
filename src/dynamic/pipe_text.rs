//! The pipes for values of any kind.

use super::Output;
use super::pipe::{Pipe, Piped};

pub(super) const PIPES: &[Pipe] = &[
    Pipe {
        name: "lower",
        aliases: &["lowercase", "toLowerCase"],
        doc: "In lower case.",
        example: "$person.firstName|lower",
        parameters: &[],
        run: |piped| map(piped, str::to_lowercase),
    },
    Pipe {
        name: "upper",
        aliases: &["uppercase", "toUpperCase"],
        doc: "In upper case.",
        example: "$person.firstName|upper",
        parameters: &[],
        run: |piped| map(piped, str::to_uppercase),
    },
];

fn map(piped: &mut Piped<'_>, change: impl Fn(&str) -> String) -> Output {
    let changed = change(piped.text());
    piped.replace(&changed)
}
