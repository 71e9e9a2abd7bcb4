//! What the figures share: the corpus, the judge and the tables. Nothing here is judged by the crate under test.
#![allow(
    dead_code,                      // every test binary and example uses its own part
    clippy::print_stdout,           // the tables are the point
    clippy::unwrap_used,            // the support code of tests may fail loudly
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods      // figures measure time; they run on the host only
)]

pub(crate) mod answers;
pub(crate) mod compare;
pub(crate) mod convert;
pub(crate) mod corpus;
pub(crate) mod cost;
pub(crate) mod guard;
pub(crate) mod judge;
pub(crate) mod random;
pub(crate) mod responses;
pub(crate) mod richness;
pub(crate) mod schemas;
