//! A text that several patterns match and others do not: their automata run side by side, and a best-first search
//! goes over the characters that they tell apart.

use super::Pattern;
use super::alphabet::{Alphabet, Atoms};
use super::ast::{Kind, Node};
use super::automaton::{Automaton, BEGIN, FOUND, NEVER};
use super::matcher::Steps;
use crate::generate::Rng;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// How many places one search may reach, and what all searches of a call may cost: a few milliseconds together.
const MAX_PLACES: usize = 20_000;
const MAX_WORK: usize = 150_000;
/// What reaching a place costs, measured in steps of an automaton.
const PLACE_WORK: usize = 4;
/// How many searches to make, each for another least length; the last is for any.
const SEARCHES: usize = 4;
/// How far above the least length to aim, and how far beyond it to look, in code points.
const AIM: usize = 6;
const BEYOND: usize = 64;
/// Longer texts are not looked for.
const MAX_LENGTH: usize = 10_000;
/// How many texts may turn out not to fit, and how many ways to spell each path: some by chance, then all where there
/// are few.
const MAX_MISSES: usize = 48;
const SPELLINGS: usize = 3;
const ALL_SPELLINGS: usize = 12;
/// How many orders of symbols take turns, and how far cost decides in them.
const ORDERS: usize = 8;
const ORDER_WEIGHT: usize = 4;
const ORDER_NOISE: usize = 10;
/// The share that each missing character has in a place's rank, and each character read.
const LEFT_WEIGHT: usize = 48;
const READ_WEIGHT: usize = 16;
const COST_WEIGHT: usize = 6;

/// Appends a text that matches all of `all` and none of `none`, has from `min_length` to `max_length` code points and
/// is accepted. False, and nothing appended, when there is none or none was found within a fixed budget.
///
/// Look-around and back-references do not guide the search, except for look-ahead right after a leading `^`.
pub fn find(
    all: &[&Pattern],
    none: &[&Pattern],
    min_length: usize,
    max_length: Option<usize>,
    rng: &mut Rng,
    out: &mut String,
    accept: &dyn Fn(&str) -> bool,
) -> bool {
    if min_length > MAX_LENGTH || max_length.is_some_and(|max| max < min_length) {
        return false;
    }
    let mut product = Product::new(all, none);
    let least = product.left(&vec![BEGIN; product.automata.len()]);
    if least == NEVER || max_length.is_some_and(|max| (least as usize) > max) {
        return false;
    }
    let least = min_length.max(least as usize);
    let (mut steps, mut misses) = (Steps::for_text(BEYOND), 0);
    let mut fits = |text: &str| {
        let length = text.chars().count();
        length >= min_length
            && max_length.is_none_or(|max| length <= max)
            && all.iter().all(|pattern| pattern.is_match_within(text, &mut steps) == Some(true))
            && none.iter().all(|pattern| pattern.is_match_within(text, &mut steps) == Some(false))
            && accept(text)
    };
    for search in 1..=SEARCHES {
        let aim = least + if search == SEARCHES { 0 } else { rng.below(AIM) };
        let low = if search == SEARCHES { min_length } else { aim.min(max_length.unwrap_or(usize::MAX)) };
        let high = max_length.unwrap_or(usize::MAX).min(least.max(BEYOND).saturating_add(BEYOND));
        // What is left is shared among the searches to come.
        let mut work = product.work / (SEARCHES - search + 1);
        product.work -= work;
        let ended = product.search(low, high, rng, &mut work, &mut |product, path, rng| {
            let by_chance = std::iter::repeat_with(|| product.alphabet.spell(path, rng)).take(SPELLINGS);
            let all = std::iter::once_with(|| product.alphabet.spell_all(path, ALL_SPELLINGS)).flatten();
            for text in by_chance.chain(all) {
                if fits(&text) {
                    out.push_str(&text);
                    return Verdict::Found;
                }
                misses += 1;
            }
            if misses >= MAX_MISSES { Verdict::Stop } else { Verdict::GoOn }
        });
        product.work += work;
        match ended {
            Verdict::Found => return true,
            Verdict::Stop => return false,
            Verdict::GoOn => {}
        }
    }
    false
}

/// What to do after a text was tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Found,
    GoOn,
    Stop,
}

/// Automata that read the same text.
struct Product {
    /// Those that must find their pattern, then those that must not.
    automata: Vec<Automaton>,
    wanted: usize,
    alphabet: Alphabet,
    work: usize,
}

/// How a path came to a state of all automata.
struct Place {
    sets: u32,
    length: u32,
    cost: u32,
    before: u32,
    symbol: u32,
}

impl Product {
    fn new(all: &[&Pattern], none: &[&Pattern]) -> Self {
        let mut atoms = Atoms::default();
        let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
        for pattern in all {
            let parsed = &pattern.0.parsed;
            let (start, looks, rest) = leading_looks(&parsed.root);
            let mut parts: Vec<&Node> = start.into_iter().collect();
            for (negative, look) in looks {
                let own: Vec<&Node> = start.into_iter().chain([look]).collect();
                let Some(automaton) = Automaton::new(&own, &parsed.classes, &mut atoms) else { continue };
                if !negative {
                    wanted.push(automaton);
                } else if automaton.exact {
                    unwanted.push(automaton);
                }
            }
            parts.extend(spelled_out(rest));
            wanted.extend(Automaton::new(&parts, &parsed.classes, &mut atoms));
        }
        for pattern in none {
            let parsed = &pattern.0.parsed;
            // Not to lack something is to have it.
            if let (Some(start), looks, []) = leading_looks(&parsed.root)
                && let [(true, look)] = looks.as_slice()
            {
                wanted.extend(Automaton::new(&[start, look], &parsed.classes, &mut atoms));
                continue;
            }
            let automaton = Automaton::new(&spelled_out(nodes(&parsed.root)), &parsed.classes, &mut atoms);
            unwanted.extend(automaton.filter(|automaton| automaton.exact));
        }
        let alphabet = Alphabet::new(&atoms);
        let count = wanted.len();
        let mut automata = wanted;
        automata.append(&mut unwanted);
        for automaton in &mut automata {
            automaton.prepare(alphabet.symbols.len());
        }
        Self { automata, wanted: count, alphabet, work: MAX_WORK }
    }

    /// The fewest characters to a text that fits; [`NEVER`] when there is none.
    fn left(&self, sets: &[u32]) -> u32 {
        let of = |(index, (automaton, set)): (usize, (&Automaton, &u32))| {
            if index < self.wanted {
                automaton.left(*set)
            } else if *set == FOUND {
                NEVER
            } else {
                0
            }
        };
        self.automata.iter().zip(sets).enumerate().map(of).max().unwrap_or(0)
    }

    fn accepts(&mut self, sets: &[u32], work: &mut usize) -> bool {
        let wanted = self.wanted;
        let mut each = self.automata.iter_mut().zip(sets).enumerate();
        each.all(|(index, (automaton, set))| automaton.accepts(*set, work) == (index < wanted))
    }

    /// Some orders of the symbols, readable ones first: of those that lead to the same state, the first is taken.
    fn orders(&self, rng: &mut Rng) -> Vec<Vec<usize>> {
        let symbols = &self.alphabet.symbols;
        let mut order = || {
            let mut ranked: Vec<(usize, usize)> = symbols
                .iter()
                .enumerate()
                .map(|(index, symbol)| (symbol.cost as usize * ORDER_WEIGHT + rng.below(ORDER_NOISE), index))
                .collect();
            ranked.sort_unstable();
            ranked.into_iter().map(|(_, index)| index).collect()
        };
        (0..ORDERS).map(|_| order()).collect()
    }

    /// Offers the paths of `low` to `high` characters that fit, the short and readable ones first.
    fn search(
        &mut self,
        low: usize,
        high: usize,
        rng: &mut Rng,
        work: &mut usize,
        offer: &mut dyn FnMut(&Self, &[u32], &mut Rng) -> Verdict,
    ) -> Verdict {
        let orders = self.orders(rng);
        let mut all_sets: Vec<Box<[u32]>> = vec![vec![BEGIN; self.automata.len()].into()];
        let mut numbers: HashMap<Box<[u32]>, u32> = HashMap::new();
        // With how many characters a state was reached; beyond the least length only fewer are better.
        let mut reached: HashMap<(u32, usize), u32> = HashMap::new();
        let mut places = vec![Place { sets: 0, length: 0, cost: 0, before: 0, symbol: 0 }];
        let mut open = BinaryHeap::from([Reverse((0usize, 0u32))]);
        while let Some(Reverse((_, at))) = open.pop() {
            let Some(&Place { sets, length, cost, .. }) = places.get(at as usize) else { continue };
            let Some(here) = all_sets.get(sets as usize).cloned() else { continue };
            if length as usize >= low && self.accepts(&here, work) {
                match offer(self, &path(&places, at), rng) {
                    Verdict::GoOn => {}
                    ended => return ended,
                }
            }
            if length as usize >= high {
                continue;
            }
            for &symbol in rng.pick(&orders).into_iter().flatten() {
                *work = work.saturating_sub(PLACE_WORK);
                if *work == 0 || places.len() >= MAX_PLACES {
                    return Verdict::GoOn;
                }
                let next: Box<[u32]> = self
                    .automata
                    .iter_mut()
                    .zip(&here)
                    .map(|(automaton, set)| automaton.step(*set, symbol, &self.alphabet, work))
                    .collect();
                let left = self.left(&next);
                let read = length as usize + 1;
                if left == NEVER || read.saturating_add(left as usize) > high {
                    continue;
                }
                let number = *numbers.entry(next).or_insert_with_key(|sets| {
                    all_sets.push(sets.clone());
                    all_sets.len() as u32 - 1
                });
                match reached.insert((number, read.min(low)), read as u32) {
                    Some(earlier) if earlier as usize <= read => {
                        reached.insert((number, read.min(low)), earlier);
                        continue;
                    }
                    _ => {}
                }
                let cost = cost + self.alphabet.symbols.get(symbol).map_or(0, |symbol| symbol.cost);
                let missing = (left as usize).max(low.saturating_sub(read));
                let rank = read * READ_WEIGHT
                    + missing * LEFT_WEIGHT
                    + cost as usize * COST_WEIGHT
                    + rng.below(READ_WEIGHT);
                open.push(Reverse((rank, places.len() as u32)));
                places.push(Place {
                    sets: number,
                    length: read as u32,
                    cost,
                    before: at,
                    symbol: symbol as u32,
                });
            }
        }
        Verdict::GoOn
    }
}

/// The symbols that lead to a place.
fn path(places: &[Place], mut at: u32) -> Vec<u32> {
    let mut symbols = Vec::new();
    while at != 0
        && let Some(place) = places.get(at as usize)
    {
        symbols.push(place.symbol);
        at = place.before;
    }
    symbols.reverse();
    symbols
}

fn nodes(root: &Node) -> &[Node] {
    match &root.kind {
        Kind::Sequence(nodes) => nodes,
        _ => std::slice::from_ref(root),
    }
}

/// The parts of a sequence. What is looked for behind its start or ahead of its end is text like any other, as long as
/// nothing else is asked of that text: the pattern is searched for, so it may as well begin earlier and end later.
fn spelled_out(nodes: &[Node]) -> Vec<&Node> {
    let last = nodes.len().saturating_sub(1);
    nodes
        .iter()
        .enumerate()
        .map(|(index, node)| match &node.kind {
            Kind::Look { behind: true, negative: false, node } if index == 0 => node,
            Kind::Look { behind: false, negative: false, node } if index == last => node,
            _ => node,
        })
        .collect()
}

/// A leading `^`, the look-aheads right after it (whether each is negative, and what it looks for), and the rest.
fn leading_looks(root: &Node) -> (Option<&Node>, Vec<(bool, &Node)>, &[Node]) {
    let nodes = nodes(root);
    match nodes.split_first() {
        Some((start, mut rest)) if matches!(start.kind, Kind::Start { multiline: false }) => {
            let mut looks = Vec::new();
            while let Some((first, others)) = rest.split_first()
                && let Kind::Look { behind: false, negative, node } = &first.kind
            {
                looks.push((*negative, &**node));
                rest = others;
            }
            (Some(start), looks, rest)
        }
        _ => (None, Vec::new(), nodes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{
        Just, ProptestConfig, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
    };

    fn found(
        all: &[&str],
        none: &[&str],
        (min, max): (usize, Option<usize>),
        seed: u64,
    ) -> Result<Option<String>, String> {
        let parse = |sources: &[&str]| -> Vec<Pattern> {
            sources.iter().map(|source| Pattern::parse(source).unwrap()).collect()
        };
        let (parsed_all, parsed_none) = (parse(all), parse(none));
        let all_refs: Vec<&Pattern> = parsed_all.iter().collect();
        let none_refs: Vec<&Pattern> = parsed_none.iter().collect();
        let mut out = "kept".to_owned();
        let made = find(&all_refs, &none_refs, min, max, &mut Rng::new(seed), &mut out, &|_| true);
        let text = out.strip_prefix("kept").ok_or("lost what was there")?;
        if !made {
            return if text.is_empty() { Ok(None) } else { Err(format!("left {text:?} behind")) };
        }
        let length = text.chars().count();
        if length < min || max.is_some_and(|max| length > max) {
            return Err(format!("{text:?} has {length} code points"));
        }
        let judge = |source: &str| {
            regress::Regex::with_flags(source, "u")
                .or_else(|_| regress::Regex::new(source))
                .unwrap()
                .find(text)
                .is_some()
        };
        match all.iter().find(|p| !judge(p)).or_else(|| none.iter().find(|p| judge(p))) {
            Some(source) => Err(format!("{source} on {text:?}")),
            None => Ok(Some(text.to_owned())),
        }
    }

    #[test]
    fn finds_thin_intersections() {
        for (all, none, bounds) in [
            (&["a5b", "(^[^5]*$)|7", "(^[^7]*$)|9", r"^(\w\w\d)+$"][..], &[][..], (0, None)),
            (&["a5b", "(^[^5]*$)|7", "(^[^7]*$)|9", r"^(\w\w\d)+$"], &[], (20, Some(22))),
            (&["^a"], &["^ab", "z"], (10, Some(10))),
            (&[], &["^a"], (5, Some(5))),
            (&[], &["^[a-z]*$"], (0, None)),
            (&[], &["^.*$"], (1, Some(1))),
            (&[], &["^[^]{0,7}$"], (0, None)),
            (&["^[a-z]+$", "^.{40}$"], &["aa", "e"], (40, Some(40))),
            (&["^(ab|c)+$", "^(a|bc)+$"], &[], (4, None)),
            (&[r"\bfoo\b", r"\bbar\b", "^[a-z ]+$"], &["foo bar"], (0, Some(9))),
            (&["^(?=.*[A-Z])(?=.*[0-9])(?!.*[a-m])[A-Za-z0-9]{6}$", "X"], &["9"], (0, None)),
            (&["^(?!foo)[a-z]{3}$", "^fo"], &[], (0, None)),
            (&["^[fo]{3}$"], &["^(?!foo)"], (0, None)),
            (&["(?<=x)y", "^[a-z]{4}$"], &[], (0, None)),
            (&["^.*foo.*$"], &["foo(?=bar)", "(?<=x)foo", "^foo", "foo$"], (0, Some(9))),
            (&[r"^\p{Script=Greek}+$", "α", "ω"], &["β"], (3, Some(5))),
            (&["^[0-9a-f]{64}$", "^dead", "beef$", "c0ffee"], &[], (0, None)),
            (&["^.{0,2000}$", "x"], &["^x"], (900, Some(1000))),
            (&["(?m:^b$)", "^a"], &["c"], (0, None)),
            (&["é", "^[^a-zA-Z]*$", "日"], &[], (0, Some(3))),
        ] {
            for seed in 0..20 {
                let text = found(all, none, bounds, seed).unwrap();
                assert!(text.is_some(), "{all:?} {none:?} {bounds:?} seed {seed}");
            }
        }
    }

    #[test]
    fn gives_up_soon() {
        for (all, none, bounds) in [
            (&["^a$", "^b$"][..], &[][..], (0, None)),
            (&["^a+$"], &["a"], (0, None)),
            (&["^(aa)+$"], &[], (3, Some(3))),
            (&["^(aa)+$", "^(aaa)+$", "^(aaaaa)+$"], &["^.{30}$"], (0, Some(59))),
            (&[], &[""], (0, None)),
            (&[], &["^[^]*$"], (0, None)),
            (&["[]"], &[], (0, None)),
            (&["^a"], &[], (2_000_000_000, None)),
            (&["a"], &[], (5, Some(4))),
            (&["(?:a{900}|b{900}){1000}", "^[^]{0,5}$"], &[], (0, None)),
            (&["^(.*a.{12}b.*){3}$", "^(.*b.{11}c.*){3}$", "^[abc]{20}$"], &[], (0, None)),
            (&[r"^\d{4}-\d{2}-\d{2}$", "^2024", "-1[12]-"], &["0"], (0, None)),
            (&["^(([a-z])+.)+(?<!.)$"], &[], (100, None)),
            (&["((((((a*)*)*)*)*)*)*", "^b$"], &["b"], (0, None)),
            (&["(?:(?:(?:){1000}){1000}){1000}[]"], &[], (0, None)),
        ] {
            assert_eq!(found(all, none, bounds, 1), Ok(None), "{all:?} {none:?} {bounds:?}");
        }
    }

    #[test]
    fn reads_well_and_varies() {
        for (all, none, accepted) in [
            (&[][..], &["^a"][..], "abcdefghijklmnopqrstuvwxyz"),
            (&["^.{8}$", "[0-9]"], &["5"], "abcdefghijklmnopqrstuvwxyz012346789"),
        ] {
            let mut seen = std::collections::HashSet::new();
            for seed in 0..40 {
                let text = found(all, none, (6, Some(12)), seed).unwrap().unwrap();
                assert!(text.chars().all(|c| accepted.contains(c)), "{text}");
                seen.insert(text);
            }
            assert!(seen.len() > 35, "{seen:?}");
        }
    }

    #[test]
    fn what_is_refused_is_not_offered() {
        let pattern = Pattern::parse("^[ab]$").unwrap();
        for (refused, expected) in [("a", Some("b")), ("b", Some("a")), ("", None)] {
            let accept = |text: &str| !refused.is_empty() && text != refused;
            for seed in 0..100 {
                let mut out = String::new();
                let made = find(&[&pattern], &[], 0, None, &mut Rng::new(seed), &mut out, &accept);
                assert_eq!(made.then_some(out.as_str()), expected, "{seed}");
            }
        }
    }

    /// Sources of patterns without look-around and back-references, over few characters.
    fn sources() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            6 => prop::sample::select(vec!["a", "b", "1", "-"]),
            4 => prop::sample::select(vec![".", r"\w", r"\d", r"\W", "[ab]", "[^a]", "[^]"]),
            3 => prop::sample::select(vec!["^", "$", r"\b", r"\B", ""]),
        ]
        .prop_map(str::to_owned);
        leaf.prop_recursive(4, 20, 4, |inner| {
            let quantifier = prop::sample::select(vec!["*", "+", "?", "{2}", "{1,3}", "{2,}"]);
            prop_oneof![
                4 => prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
                2 => prop::collection::vec(inner.clone(), 2..4).prop_map(|parts| format!("(?:{})", parts.join("|"))),
                2 => (inner.clone(), quantifier).prop_map(|(part, quantifier)| format!("(?:{part}){quantifier}")),
                1 => (inner, Just("^")).prop_map(|(part, start)| format!("{start}(?:{part})$")),
            ]
        })
    }

    /// All texts of up to `length` of some characters.
    fn texts(length: usize) -> Vec<String> {
        let mut all = vec![String::new()];
        let mut last = all.clone();
        for _ in 0..length {
            last = last.iter().flat_map(|text| "ab1- ".chars().map(move |c| format!("{text}{c}"))).collect();
            all.extend(last.iter().cloned());
        }
        all
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn finds_what_there_is(
            all in prop::collection::vec(sources(), 0..4),
            none in prop::collection::vec(sources(), 0..3),
            seed: u64,
            min in 0usize..4,
        ) {
            let refs = |list: &'_ [String]| -> Vec<Pattern> { list.iter().map(|s| Pattern::parse(s).unwrap()).collect() };
            let (all_parsed, none_parsed) = (refs(&all), refs(&none));
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            let none: Vec<&str> = none.iter().map(String::as_str).collect();
            let text = found(&all, &none, (min, Some(4)), seed);
            prop_assert!(text.is_ok(), "{:?} {:?}: {:?}", all, none, text);
            if text == Ok(None) {
                let fitting = texts(4).into_iter().find(|text| {
                    text.len() >= min
                        && all_parsed.iter().all(|p| p.is_match(text) == Some(true))
                        && none_parsed.iter().all(|p| p.is_match(text) == Some(false))
                });
                prop_assert_eq!(fitting, None, "{:?} {:?}", all, none);
            }
        }
    }
}
