//! `git`: branches and commits.

mod list;

use std::fmt::Write as _;

use chrono::DateTime;
use fake::locales::{Data as _, EN};

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};

const REFERENCE: Parameter = Parameter::new("refDate", ParameterKind::Moment, "now");
const DAY: usize = 24 * 60 * 60 * 1000;

pub(super) const MODULE: Module = Module {
    name: "git",
    doc: "Branches and commits.",
    methods: &[
        Method::new("branch", "The name of a branch.", "$git.branch", &[], |call| {
            call.pick(list::BRANCH_KINDS);
            call.pick(list::BRANCH_TOPICS)
        }),
        Method::new(
            "commitDate",
            "When a commit was made: within the day before.",
            "$git.commitDate",
            &[REFERENCE],
            |call| Output::Moment(date(call)),
        ),
        Method::new(
            "commitEntry",
            "A commit as `git log` shows it.",
            "$git.commitEntry(eol='LF')",
            &[
                Parameter::new("merge", ParameterKind::Flag, "in one of five"),
                Parameter::new("eol", ParameterKind::Choice(&["LF", "CRLF"]), "CRLF"),
                REFERENCE,
            ],
            commit_entry,
        ),
        Method::new("commitMessage", "What a commit does.", "$git.commitMessage", &[], |call| {
            write_message(call);
            Output::Text
        }),
        Method::new(
            "commitSha",
            "The hash of a commit.",
            "$git.commitSha(length=7)",
            &[Parameter::new("length", ParameterKind::Integer, "40")],
            |call| {
                let length = call.arguments.integer("length").unwrap_or(40).clamp(0, 10_000);
                write_hash(call, length as usize);
                Output::Text
            },
        ),
    ],
};

fn date(call: &mut Call<'_>) -> i64 {
    let reference = call.arguments.integer("refDate").unwrap_or(call.now);
    reference.saturating_sub(1 + call.rng.below(DAY) as i64)
}

fn write_hash(call: &mut Call<'_>, length: usize) {
    for _ in 0..length {
        call.out.push(char::from_digit(call.rng.below(16) as u32, 16).unwrap_or('0'));
    }
}

/// A verb, then what it is done to.
fn write_message(call: &mut Call<'_>) {
    call.pick(list::MESSAGE_VERBS);
    call.out.push(' ');
    call.pick(list::MESSAGE_OBJECTS);
}

fn commit_entry(call: &mut Call<'_>) -> Output {
    let end = if call.arguments.text("eol") == Some("LF") { "\n" } else { "\r\n" };
    call.out.push_str("commit ");
    write_hash(call, 40);
    call.out.push_str(end);
    let merge = match call.arguments.flag("merge") {
        Some(merge) => merge,
        None => call.rng.chance(1, 5),
    };
    if merge {
        call.out.push_str("Merge: ");
        write_hash(call, 7);
        call.out.push(' ');
        write_hash(call, 7);
        call.out.push_str(end);
    }
    let first = call.rng.pick(EN::NAME_FIRST_NAME).copied().unwrap_or("Ada");
    let last = call.rng.pick(EN::NAME_LAST_NAME).copied().unwrap_or("Miller");
    let letters = |name: &str| name.to_lowercase().replace(|symbol: char| !symbol.is_ascii_lowercase(), "");
    // Writing to a string cannot fail.
    let _ =
        write!(call.out, "Author: {first} {last} <{}.{}@example.com>{end}", letters(first), letters(last));
    let moment = DateTime::from_timestamp_millis(date(call)).unwrap_or_default();
    let _ = write!(call.out, "Date: {}{end}{end}    ", moment.format("%a %b %-d %H:%M:%S %Y +0000"));
    write_message(call);
    call.text(end)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{NOW, draw, walk, with};
    use super::DAY;
    use crate::dynamic::{Arguments, Output};

    #[test]
    fn all_give_values() {
        walk("git");
    }

    #[test]
    fn hashes_have_their_length() {
        assert_eq!(draw("git.commitSha", &Arguments::NONE, "en", 1).1.len(), 40);
        assert_eq!(draw("git.commitSha", &with([("length", 7.into())]), "en", 1).1.len(), 7);
        assert_eq!(draw("git.commitSha", &with([("length", i64::MAX.into())]), "en", 1).1.len(), 10_000);
    }

    #[test]
    fn dates_lie_within_a_day() {
        for seed in 0..100 {
            let Output::Moment(moment) = draw("git.commitDate", &Arguments::NONE, "en", seed).0 else {
                panic!()
            };
            assert!(moment < NOW && moment >= NOW - DAY as i64);
        }
        let far = with([("refDate", i64::MIN.into())]);
        draw("git.commitEntry", &far, "en", 1);
    }

    #[test]
    fn entries_have_their_lines() {
        for seed in 0..50 {
            let entry =
                draw("git.commitEntry", &with([("merge", true.into()), ("eol", "LF".into())]), "en", seed).1;
            let lines: Vec<&str> = entry.lines().collect();
            assert!(lines.len() == 6 && !entry.contains('\r'), "{entry}");
            assert!(lines[0].starts_with("commit ") && lines[0].len() == 47, "{entry}");
            assert!(lines[1].starts_with("Merge: ") && lines[1].len() == 22, "{entry}");
            assert!(lines[2].starts_with("Author: ") && lines[2].ends_with("@example.com>"), "{entry}");
            assert!(lines[3].starts_with("Date: ") && lines[3].ends_with(" +0000"), "{entry}");
            assert!(lines[4].is_empty() && lines[5].starts_with("    "), "{entry}");
        }
    }
}
