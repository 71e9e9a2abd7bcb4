//! `database`: columns, types and engines.

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output};

pub(super) const MODULE: Module = Module {
    name: "database",
    doc: "Columns, types and engines.",
    methods: &[
        Method::new("collation", "How texts are sorted.", "$database.collation", &[], |call| {
            call.pick(COLLATIONS)
        }),
        Method::new("column", "The name of a column.", "$database.column", &[], |call| call.pick(COLUMNS)),
        Method::new("engine", "A storage engine.", "$database.engine", &[], |call| call.pick(ENGINES)),
        Method::new(
            "mongodbObjectId",
            "An object id of MongoDB.",
            "$database.mongodbObjectId",
            &[],
            object_id,
        ),
        Method::new("type", "The type of a column.", "$database.type", &[], |call| call.pick(TYPES)),
    ],
};

const COLLATIONS: &[&str] = &[
    "utf8_bin",
    "utf8_general_ci",
    "utf8_unicode_ci",
    "utf8mb4_0900_ai_ci",
    "utf8mb4_bin",
    "utf8mb4_general_ci",
    "utf8mb4_unicode_ci",
    "ascii_bin",
    "ascii_general_ci",
    "cp1250_bin",
    "cp1250_general_ci",
    "latin1_bin",
    "latin1_general_ci",
    "latin1_swedish_ci",
];

const COLUMNS: &[&str] = &[
    "id",
    "title",
    "name",
    "email",
    "phone",
    "token",
    "group",
    "category",
    "password",
    "comment",
    "avatar",
    "status",
    "createdAt",
    "updatedAt",
    "deletedAt",
    "amount",
    "currency",
    "description",
    "position",
    "quantity",
];

const ENGINES: &[&str] = &["InnoDB", "MyISAM", "MEMORY", "CSV", "BLACKHOLE", "ARCHIVE"];

const TYPES: &[&str] = &[
    "int",
    "varchar",
    "text",
    "date",
    "datetime",
    "tinyint",
    "time",
    "timestamp",
    "smallint",
    "serial",
    "bit",
    "decimal",
    "float",
    "bigint",
    "boolean",
    "binary",
    "real",
    "set",
    "geometry",
    "blob",
    "enum",
    "point",
    "mediumint",
    "double",
    "json",
    "uuid",
];

/// Eight digits of the time in seconds, sixteen others.
fn object_id(call: &mut Call<'_>) -> Output {
    const TWO_YEARS: usize = 2 * 365 * 24 * 60 * 60;
    let seconds = (call.now / 1000).saturating_sub(call.rng.below(TWO_YEARS) as i64) as u32;
    // Writing to a string cannot fail.
    let _ = write!(call.out, "{seconds:08x}{:016x}", call.rng.bits());
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, draw, walk};
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("database");
    }

    #[test]
    fn object_ids_carry_a_time() {
        for seed in 0..100 {
            let id = draw("database.mongodbObjectId", &Arguments::NONE, "en", seed).1;
            assert_eq!(id.len(), 24);
            let seconds = i64::from_str_radix(&id[..8], 16).unwrap();
            assert!(seconds <= NOW / 1000 && seconds > NOW / 1000 - 64_000_000, "{id}");
        }
    }
}
