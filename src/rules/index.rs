//! The table, compiled: from the words of a name to the rule that fits best.

use super::format::Gate;
use super::rule::Rule;
use super::words::{self, Word};
use super::{BuiltIn, Kind, Property, owner, table};
use std::collections::HashMap;
use std::sync::OnceLock;

/// Which part of a name a pattern describes; the later the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Middle,
    Start,
    End,
    Whole,
}

/// The nearness of a rule without owners: all its words stand in the name, which says more than an owner does.
const ASKS_FOR_NONE: u32 = 4;

/// One pattern of a rule.
#[derive(Debug)]
struct Pattern {
    text: &'static str,
    words: Vec<Word>,
    part: Part,
    rule: &'static Rule,
}

/// All patterns, under one word that a matching name must hold.
#[derive(Debug)]
struct Index {
    patterns: Vec<Pattern>,
    by_word: HashMap<String, Vec<usize>>,
}

/// A rule that applies.
#[derive(Debug, Clone, Copy)]
struct Found {
    score: u32,
    id: usize,
    rule: BuiltIn,
}

static INDEX: OnceLock<Index> = OnceLock::new();

/// The best rule, or `None`.
pub(super) fn find(property: &Property<'_>, gate: &Gate) -> Option<BuiltIn> {
    let index = INDEX.get_or_init(Index::new);
    let name = words::split(property.name);
    let numbered = words::split_all(property.name);
    let topics = owner::topics(property.owners);
    let named = gate.kinds.iter().find_map(|kind| {
        // Few rules tell `address2` from `address`; they go first.
        let with_number =
            (numbered.len() > name.len()).then(|| index.find(&numbered, &topics, *kind, gate)).flatten();
        let without = index.find(&name, &topics, *kind, gate);
        with_number.into_iter().chain(without).max_by_key(|found| found.score).map(|found| found.rule)
    });
    named.or_else(|| counts(&name, gate))
}

/// A plural that is a number tells how many there are, whatever they are: `refunds`.
fn counts(name: &[Word], gate: &Gate) -> Option<BuiltIn> {
    let is_number = gate.kinds.iter().any(|kind| matches!(kind, Kind::Integer | Kind::Number));
    let applies = is_number && name.last().is_some_and(Word::is_plural) && gate.lets_through(table::COUNT);
    applies.then_some(BuiltIn { pattern: "", owners: "", expression: table::COUNT })
}

impl Index {
    fn new() -> Self {
        let mut index = Self { patterns: Vec::new(), by_word: HashMap::new() };
        for rule in table::THEMES.iter().flat_map(|rules| rules.iter()) {
            for text in rule.patterns() {
                index.add(Pattern::new(text, rule));
            }
        }
        index
    }

    fn add(&mut self, pattern: Pattern) {
        let key = match pattern.part {
            Part::End | Part::Whole => pattern.words.last(),
            Part::Start | Part::Middle => pattern.words.first(),
        };
        let Some(key) = key else { return };
        self.by_word.entry(key.raw.clone()).or_default().push(self.patterns.len());
        self.patterns.push(pattern);
    }

    fn find(&self, name: &[Word], topics: &[Word], kind: Kind, gate: &Gate) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (at, word) in name.iter().enumerate() {
            if name.iter().take(at).any(|earlier| earlier == word) {
                continue;
            }
            let both = [Some(&word.raw), word.is_plural().then_some(&word.singular)];
            for id in both.into_iter().flatten().filter_map(|key| self.by_word.get(key)).flatten() {
                let Some(pattern) = self.patterns.get(*id).filter(|pattern| pattern.rule.serves(kind)) else {
                    continue;
                };
                let Some(score) = pattern.score(name, topics) else { continue };
                let value = match pattern.rule.plain {
                    Some(plain) if gate.is_plain() && kind == Kind::String => plain,
                    _ => pattern.rule.value,
                };
                // Of equals the first in the table wins.
                let better = best.is_none_or(|known| (score, known.id) > (known.score, *id));
                if better && gate.lets_through(value) {
                    let rule =
                        BuiltIn { pattern: pattern.text, owners: pattern.rule.owners, expression: value };
                    best = Some(Found { score, id: *id, rule });
                }
            }
        }
        best
    }
}

impl Pattern {
    fn new(text: &'static str, rule: &'static Rule) -> Self {
        let part = match (text.starts_with('*'), text.ends_with('*')) {
            _ if text.starts_with('=') => Part::Whole,
            (true, true) => Part::Middle,
            (false, true) => Part::Start,
            _ => Part::End,
        };
        Self { text, words: words::split_all(text), part, rule }
    }

    /// How well the pattern fits, or `None` where it does not.
    fn score(&self, name: &[Word], topics: &[Word]) -> Option<u32> {
        let length = self.words.len();
        let room = name.len().checked_sub(length)?;
        let start = match self.part {
            Part::Whole if room > 0 => return None,
            Part::Whole | Part::Start => 0,
            Part::End => room,
            Part::Middle => (0..=room).find(|start| self.plurals(name, *start).is_some())?,
        };
        let plurals = self.plurals(name, start)?;
        let nearness = self.nearness(name.get(..start)?, topics)?;
        let words = length as u32 + u32::from(nearness != ASKS_FOR_NONE);
        let rank = [
            // The more words the better; an owner is one.
            words,
            self.part as u32,
            nearness,
            u32::from(plurals),
            u32::from(self.rule.is_for_one_kind()),
        ];
        Some(rank.into_iter().fold(0, |score, step| score * 8 + step.min(7)))
    }

    /// Whether the words of the pattern stand here, and a plural of it among them.
    fn plurals(&self, name: &[Word], start: usize) -> Option<bool> {
        let here = name.get(start..start + self.words.len())?;
        let fits = self.words.iter().zip(here).all(|(pattern, word)| word.is(&pattern.raw));
        fits.then(|| self.words.iter().any(Word::is_plural))
    }

    /// How near the owner is that the rule asks for: 3 in the name itself, 2 the nearest object, 1 the next. `None`
    /// where it is not there.
    fn nearness(&self, before: &[Word], topics: &[Word]) -> Option<u32> {
        if self.rule.owners.is_empty() {
            return Some(ASKS_FOR_NONE);
        }
        let is_asked_for = |word: &Word| self.rule.owners.split(' ').any(|owner| word.is(owner));
        match owner::topic(before) {
            Some(word) => is_asked_for(word).then_some(3),
            None => topics.iter().zip([2, 1]).find_map(|(topic, near)| is_asked_for(topic).then_some(near)),
        }
    }
}
