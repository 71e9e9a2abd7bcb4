//! `text`: plain English for the fields that most programming interfaces have. Faker has nothing of the kind.

mod language;
mod phrase;
mod topic;
mod vocabulary;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use topic::Topic;

pub(super) const MODULE: Module = Module {
    name: "text",
    doc: "Plain English for common fields. Title, description, slug and keywords of one object agree.",
    methods: &[
        Method::new("action", "What somebody did: updated.", "$text.action", &[], |call| {
            call.pick(vocabulary::ACTIONS)
        }),
        Method::new("category", "A category.", "$text.category", &[], |call| {
            call.pick(vocabulary::CATEGORIES)
        }),
        Method::new("comment", "What people write below things.", "$text.comment", &[], |call| {
            call.pick(phrase::COMMENTS)
        }),
        Method::new(
            "description",
            "One or two sentences about what the title names.",
            "$text.description",
            &[],
            |call| Topic::of(call, topic::PART_DESCRIPTION).write_description(call.out),
        ),
        Method::new("environment", "Where software runs: staging.", "$text.environment", &[], |call| {
            call.pick(vocabulary::ENVIRONMENTS)
        }),
        Method::new("errorCode", "A machine-readable error: NOT_FOUND.", "$text.errorCode", &[], |call| {
            match call.share("error", 0, phrase::ERRORS) {
                Some((code, _)) => call.text(code),
                None => Output::Nothing,
            }
        }),
        Method::new(
            "errorMessage",
            "What went wrong; agrees with errorCode.",
            "$text.errorMessage",
            &[],
            |call| match call.share("error", 1, phrase::ERRORS) {
                Some((_, message)) => call.text(message),
                None => Output::Nothing,
            },
        ),
        Method::new("event", "The name of an event: order.created.", "$text.event", &[], |call| {
            call.pick(vocabulary::EVENTS)
        }),
        Method::new("frequency", "How often: weekly.", "$text.frequency", &[], |call| {
            call.pick(vocabulary::FREQUENCIES)
        }),
        Method::new("key", "A technical key: max_items.", "$text.key", &[], key),
        Method::new("label", "A label of one or two words.", "$text.label", &[], |call| {
            call.pick(vocabulary::LABELS)
        }),
        Method::new("language", "A language's English name.", "$text.language", &[], |call| {
            let (_, name) = language::of(call, 0);
            call.text(name)
        }),
        Method::new(
            "languageCode",
            "A language's code (ISO 639-1); agrees with language.",
            "$text.languageCode",
            &[],
            |call| {
                let (code, _) = language::of(call, 1);
                call.text(code)
            },
        ),
        Method::new("level", "A degree: medium.", "$text.level", &[], |call| call.pick(vocabulary::LEVELS)),
        Method::new("message", "A short message from one person to another.", "$text.message", &[], |call| {
            call.pick(phrase::MESSAGES)
        }),
        Method::new("mood", "How somebody feels.", "$text.mood", &[], |call| call.pick(vocabulary::MOODS)),
        Method::new("note", "A note to oneself or to colleagues.", "$text.note", &[], |call| {
            call.pick(phrase::NOTES)
        }),
        Method::new(
            "paragraph",
            "Some sentences of plain English.",
            "$text.paragraph(min=2,max=4)",
            &[
                Parameter::new("min", ParameterKind::Integer, "3"),
                Parameter::new("max", ParameterKind::Integer, "5"),
            ],
            paragraph,
        ),
        Method::new("permission", "A permission: orders:read.", "$text.permission", &[], |call| {
            let scope = call.rng.pick(vocabulary::RESOURCES).copied().unwrap_or("orders");
            let verb =
                call.rng.pick(&["read", "write", "create", "update", "delete", "manage"]).unwrap_or(&"read");
            let _ = write!(call.out, "{scope}:{verb}");
            Output::Text
        }),
        Method::new("plan", "A subscription: premium.", "$text.plan", &[], |call| {
            call.pick(vocabulary::PLANS)
        }),
        Method::new("platform", "What software runs on: android.", "$text.platform", &[], |call| {
            call.pick(vocabulary::PLATFORMS)
        }),
        Method::new("priority", "low to urgent.", "$text.priority", &[], |call| {
            call.pick(vocabulary::PRIORITIES)
        }),
        Method::new("question", "A question.", "$text.question", &[], |call| call.pick(phrase::QUESTIONS)),
        Method::new("reason", "Why something was done.", "$text.reason", &[], |call| {
            call.pick(phrase::REASONS)
        }),
        Method::new("review", "What a customer says about a purchase.", "$text.review", &[], |call| {
            call.pick(phrase::REVIEWS)
        }),
        Method::new("role", "What somebody may do: editor.", "$text.role", &[], |call| {
            call.pick(vocabulary::ROLES)
        }),
        Method::new("sentence", "A sentence of plain English.", "$text.sentence", &[], |call| {
            write_sentence(call);
            Output::Text
        }),
        Method::new("severity", "How bad it is: warning.", "$text.severity", &[], |call| {
            call.pick(vocabulary::SEVERITIES)
        }),
        Method::new("size", "A size: M.", "$text.size", &[], |call| call.pick(vocabulary::SIZES)),
        Method::new(
            "slug",
            "The title as a part of an address: a-guide-to-release-notes.",
            "$text.slug",
            &[],
            |call| Topic::of(call, topic::PART_SLUG).write_slug(call.out),
        ),
        Method::new("source", "Where something came from: newsletter.", "$text.source", &[], |call| {
            call.pick(vocabulary::SOURCES)
        }),
        Method::new("status", "How things stand: active.", "$text.status", &[], |call| {
            call.pick(vocabulary::STATUSES)
        }),
        Method::new("subject", "The subject of an e-mail.", "$text.subject", &[], |call| {
            call.pick(phrase::SUBJECTS)
        }),
        Method::new("tag", "A keyword.", "$text.tag", &[], |call| call.pick(vocabulary::TAGS)),
        Method::new("team", "A team or a department of a company.", "$text.team", &[], |call| {
            call.pick(vocabulary::TEAMS)
        }),
        Method::new("title", "A headline.", "$text.title", &[], |call| {
            Topic::of(call, topic::PART_TITLE).write_title(call.out)
        }),
        Method::new("type", "A kind of thing: standard.", "$text.type", &[], |call| {
            call.pick(vocabulary::TYPES)
        }),
        Method::new("unit", "A unit as forms use it: kg.", "$text.unit", &[], |call| {
            call.pick(vocabulary::UNITS)
        }),
        Method::new("version", "A version: 2.14.0.", "$text.version", &[], |call| {
            let (major, minor, patch) = (call.rng.between(0, 5), call.rng.below(20), call.rng.below(15));
            let _ = write!(call.out, "{major}.{minor}.{patch}");
            Output::Text
        }),
        Method::new("visibility", "Who sees it: public.", "$text.visibility", &[], |call| {
            call.pick(vocabulary::VISIBILITIES)
        }),
    ],
};

fn key(call: &mut Call<'_>) -> Output {
    let first = call.rng.pick(vocabulary::KEY_HEADS).copied().unwrap_or("max");
    let second = call.rng.pick(vocabulary::KEY_TAILS).copied().unwrap_or("items");
    let _ = write!(call.out, "{first}_{second}");
    Output::Text
}

/// Who did what when: each of the three fits each of the others.
fn write_sentence(call: &mut Call<'_>) {
    call.pick(phrase::ACTORS);
    call.out.push(' ');
    call.pick(phrase::DEEDS);
    if call.rng.chance(3, 4) {
        call.out.push(' ');
        call.pick(phrase::OCCASIONS);
    }
    call.out.push('.');
}

fn paragraph(call: &mut Call<'_>) -> Output {
    let low = call.arguments.integer("min").unwrap_or(3).clamp(1, 1000) as usize;
    let high = call.arguments.integer("max").unwrap_or(5).clamp(1, 1000) as usize;
    let start = call.out.len();
    for index in 0..call.rng.between(low, high) {
        if call.out.len() - start > 9_900 {
            break;
        }
        if index > 0 {
            call.out.push(' ');
        }
        write_sentence(call);
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, object, walk, with};

    #[test]
    fn all_give_values() {
        walk("text");
    }

    #[test]
    fn slug_and_title_agree() {
        for seed in 0..100 {
            let mut shared = object("en", seed);
            let mut part = |name: &str| shared.draw(name, &[]);
            let (slug, title) = (part("text.slug"), part("text.title"));
            assert_eq!(
                slug.replace('-', ""),
                title.to_lowercase().replace(|symbol: char| !symbol.is_alphanumeric(), "")
            );
            assert!(
                slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'),
                "{slug}"
            );
            assert!(part("text.description").ends_with('.'));
        }
    }

    #[test]
    fn paragraphs_are_bounded() {
        let many = with([("min", 100_000.into()), ("max", 100_000.into())]);
        assert!(draw("text.paragraph", &many, "en", 1).1.len() <= 10_000);
        let one = with([("min", 1.into()), ("max", 1.into())]);
        assert_eq!(draw("text.paragraph", &one, "en", 1).1.matches('.').count(), 1);
    }
}
