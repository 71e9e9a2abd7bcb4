//! What an article, a task or a document is about: its title, its slug and its description.

use crate::dynamic::{Call, Output};

pub(super) const PART_TITLE: u32 = 0;
pub(super) const PART_SLUG: u32 = 1;
pub(super) const PART_DESCRIPTION: u32 = 2;

/// One topic.
#[derive(Debug)]
pub(super) struct Topic {
    subject: &'static str,
    title: &'static str,
    description: &'static str,
    closing: &'static str,
}

impl Topic {
    /// The topic that a part is to be told of.
    pub(super) fn of(call: &mut Call<'_>, part: u32) -> Self {
        let mut number = call.share_number("topic", part, 1 << 30);
        let mut pick = |texts: &'static [&'static str]| {
            let index = number % texts.len().max(1);
            number /= texts.len().max(1);
            texts.get(index).copied().unwrap_or_default()
        };
        Self {
            subject: pick(SUBJECTS),
            title: pick(TITLES),
            description: pick(DESCRIPTIONS),
            closing: pick(CLOSINGS),
        }
    }

    /// Appends the headline.
    pub(super) fn write_title(&self, out: &mut String) -> Output {
        fill(self.title, self.subject, out);
        Output::Text
    }

    /// Appends the headline with dashes.
    pub(super) fn write_slug(&self, out: &mut String) -> Output {
        let mut title = String::with_capacity(64);
        fill(self.title, self.subject, &mut title);
        let mut between = "";
        for word in title.split_whitespace() {
            out.push_str(between);
            out.extend(
                word.chars()
                    .filter(|symbol| symbol.is_ascii_alphanumeric() || *symbol == '-')
                    .map(|symbol| symbol.to_ascii_lowercase()),
            );
            between = "-";
        }
        Output::Text
    }

    /// Appends one or two sentences.
    pub(super) fn write_description(&self, out: &mut String) -> Output {
        fill(self.description, self.subject, out);
        if !self.closing.is_empty() {
            out.push(' ');
            out.push_str(self.closing);
        }
        Output::Text
    }
}

/// Appends a template, `{}` in it replaced by the subject, which gets a capital letter at the beginning.
fn fill(template: &str, subject: &str, out: &mut String) {
    // No other braces are in these texts, and a search for one sign is set up more quickly than one for two.
    let Some((before, after)) = template.split_once('{') else {
        out.push_str(template);
        return;
    };
    out.push_str(before);
    let mut letters = subject.chars();
    if before.is_empty() {
        out.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
    }
    out.push_str(letters.as_str());
    out.push_str(after.strip_prefix('}').unwrap_or(after));
}

/// All in the plural, so that one verb fits.
const SUBJECTS: &[&str] = &[
    "release notes",
    "feature flags",
    "payment retries",
    "customer surveys",
    "mobile apps",
    "search filters",
    "shipping labels",
    "team calendars",
    "email campaigns",
    "data exports",
    "access tokens",
    "support tickets",
    "design reviews",
    "remote meetings",
    "order confirmations",
    "loyalty programs",
    "warehouse scanners",
    "product photos",
    "delivery windows",
    "return policies",
    "subscription plans",
    "onboarding checklists",
    "status pages",
    "code reviews",
    "sales reports",
    "delivery routes",
    "user interviews",
    "landing pages",
    "price lists",
    "inventory counts",
    "performance budgets",
    "audit logs",
    "backup plans",
    "security updates",
    "training videos",
    "seasonal menus",
    "city bikes",
    "solar panels",
    "electric cars",
    "public libraries",
    "weekend trips",
    "home offices",
    "coffee machines",
    "hiking trails",
    "local markets",
    "night trains",
    "school gardens",
    "team lunches",
];

const TITLES: &[&str] = &[
    "A practical guide to {}",
    "What we learned about {}",
    "Why {} matter more than you think",
    "How we improved our {}",
    "What people expect from {}",
    "{}: what changed this year",
    "Getting started with {}",
    "The hidden cost of poor {}",
    "Planning {} for a growing team",
    "Five common mistakes with {}",
    "The future of {}",
    "Ten questions about {}",
    "How to choose the right {}",
    "Making {} work for everyone",
    "{} explained in five minutes",
    "A fresh look at {}",
    "Better {} with less effort",
    "Our checklist for {}",
];

const DESCRIPTIONS: &[&str] = &[
    "A short overview of {} with examples from daily work.",
    "Explains how {} work and when it pays to use them.",
    "Everything the team needs to know about {} in one place.",
    "A comparison of three approaches to {}, with their pros and cons.",
    "Collects the most common questions about {} and answers them.",
    "Shows step by step how to plan, set up and maintain {}.",
    "Results and recommendations from a six-month study of {}.",
    "A summary of our plans for {} over the next two quarters.",
];

const CLOSINGS: &[&str] = &[
    "",
    "",
    "Suitable for beginners.",
    "Updated every month.",
    "Feedback is welcome.",
    "Includes a checklist to print out.",
    "Takes about ten minutes to read.",
    "See the appendix for details.",
];
