//! A text that matches: walks the syntax tree, choosing branches and counts so that the length comes out right, then
//! puts in what look-ahead asked for, pads where nothing is anchored, and checks the result with the matcher.

use super::Pattern;
use super::ast::{FOREVER, Kind, Node, UNBOUNDED};
use super::class::{Class, Style};
use crate::generate::Rng;

/// How often to try with readable members of classes, and with each other [`Style`].
const ATTEMPTS: usize = 16;
const OTHER_ATTEMPTS: usize = 6;
/// The longest text to make, in code points.
const MAX_SAMPLE: usize = 1 << 20;
/// Letters for words and padding.
const VOWELS: &[u8] = b"aeiou";
const CONSONANTS: &[u8] = b"bcdfghklmnprstvw";

pub(super) fn sample(
    pattern: &Pattern,
    rng: &mut Rng,
    min_length: usize,
    max_length: Option<usize>,
    out: &mut String,
) -> bool {
    sample_where(pattern, rng, min_length, max_length, out, |_| true)
}

pub(super) fn sample_all(
    patterns: &[&Pattern],
    rng: &mut Rng,
    min_length: usize,
    max_length: Option<usize>,
    out: &mut String,
) -> bool {
    let low = patterns.iter().map(|p| p.min_length()).max().unwrap_or(0).max(min_length);
    let high = patterns.iter().filter_map(|p| p.max_length()).chain(max_length).min();
    // The one with the least freedom first: a bounded length, then the longest least length.
    let mut order: Vec<&Pattern> = patterns.to_vec();
    order.sort_by_key(|p| {
        let root = &p.0.parsed.root;
        let open = usize::from(!root.is_anchored_at_start()) + usize::from(!root.is_anchored_at_end());
        (p.max_length().is_none(), open, std::cmp::Reverse(p.min_length()))
    });
    let all = |text: &str| patterns.iter().all(|p| p.is_match(text) == Some(true));
    if order.is_empty() {
        word(rng, low.max(5), out);
        return true;
    }
    for pattern in order {
        // A look-around may ask more of a text than lengths tell, so both the common bounds and the caller's are tried.
        if sample_where(pattern, rng, low, high, out, all) {
            return true;
        }
    }
    false
}

/// One style for each attempt.
fn styles() -> impl Iterator<Item = Style> {
    let others = [Style::Any, Style::Upper, Style::Digits, Style::Signs].into_iter().cycle();
    std::iter::repeat_n(Style::Readable, ATTEMPTS).chain(others.take(4 * OTHER_ATTEMPTS))
}

/// Samples until a text matches and is accepted.
fn sample_where(
    pattern: &Pattern,
    rng: &mut Rng,
    min_length: usize,
    max_length: Option<usize>,
    out: &mut String,
    accept: impl Fn(&str) -> bool,
) -> bool {
    let high = max_length.unwrap_or(UNBOUNDED);
    let least = pattern.min_length().max(min_length);
    if least > MAX_SAMPLE || least > high || pattern.max_length().is_some_and(|max| max < least) {
        return false;
    }
    let base = out.len();
    for style in styles() {
        let mut walker = Walker {
            rng,
            classes: &pattern.0.parsed.classes,
            out,
            base,
            length: 0,
            start_anchored: false,
            end_anchored: false,
            style,
            low: min_length,
            high,
            wants: Vec::new(),
            groups: Vec::new(),
        };
        if walker.whole(&pattern.0.parsed.root) {
            let fits = |text: &str| pattern.is_match(text) == Some(true) && accept(text);
            let (length, start, end) = (walker.length, walker.start_anchored, walker.end_anchored);
            let pad = padding(&pattern.0.parsed.root, start, end, length, min_length, high);
            if pad == 0 {
                if length >= min_length && length <= high && out.get(base..).is_some_and(fits) {
                    return true;
                }
            } else if padded(rng, out, base, pad, start, end, fits) {
                return true;
            }
            // Padding was for looks only: the bare match will do.
            if pad > 0 && length >= min_length && length <= high && out.get(base..).is_some_and(fits) {
                return true;
            }
        }
        out.truncate(base);
    }
    false
}

/// How many code points to put around a match: what the length demands, and a word where a lone prefix would be the
/// whole text (`^x-`, `^https://`).
fn padding(root: &Node, start: bool, end: bool, length: usize, low: usize, high: usize) -> usize {
    let missing = low.saturating_sub(length);
    let literal = root.max < 12 && root.max - root.min.min(root.max) <= 1;
    if missing == 0 && literal && !end && (start || length <= 1) {
        return (4 + length % 3).min(high.saturating_sub(length));
    }
    missing
}

/// Tries the places where letters may go around the match. Restores the match when none works.
fn padded(
    rng: &mut Rng,
    out: &mut String,
    base: usize,
    count: usize,
    start_anchored: bool,
    end_anchored: bool,
    fits: impl Fn(&str) -> bool,
) -> bool {
    let unpadded = out.len();
    let mut filler = String::new();
    word(rng, count, &mut filler);
    // With a space between, where a word boundary is asked for.
    let spaced = |filler: &str, front: bool| {
        let mut text = filler.to_owned();
        if front {
            text.pop();
            text.push(' ');
        } else {
            text.remove(0);
            text.insert(0, ' ');
        }
        text
    };
    if !end_anchored {
        for text in [filler.clone(), spaced(&filler, false)] {
            out.push_str(&text);
            if out.get(base..).is_some_and(&fits) {
                return true;
            }
            out.truncate(unpadded);
        }
    }
    if !start_anchored {
        for text in [filler.clone(), spaced(&filler, true)] {
            out.insert_str(base, &text);
            if out.get(base..).is_some_and(&fits) {
                return true;
            }
            out.replace_range(base..base + text.len(), "");
        }
    }
    if count > 1 && !start_anchored && !end_anchored {
        // Both sides: `(?<=.)x(?=.)` and the like.
        let half = filler.len() / 2;
        let (front, rear) = filler.split_at(half);
        out.insert_str(base, front);
        out.push_str(rear);
        if out.get(base..).is_some_and(&fits) {
            return true;
        }
        out.truncate(out.len() - rear.len());
        out.replace_range(base..base + half, "");
    }
    false
}

/// Appends letters that read like a word.
fn word(rng: &mut Rng, count: usize, out: &mut String) {
    let parity = rng.below(2);
    for index in 0..count {
        letter(rng, index + parity, out);
    }
}

fn letter(rng: &mut Rng, position: usize, out: &mut String) {
    let letters = if position.is_multiple_of(2) { CONSONANTS } else { VOWELS };
    out.push(rng.pick(letters).map_or('a', |&byte| char::from(byte)));
}

/// Text that a look-ahead wants to see.
struct Want<'p> {
    /// First position in code points where it may be.
    from: usize,
    /// Whether it may be later too.
    floats: bool,
    node: &'p Node,
}

struct Walker<'p, 'r, 'o> {
    rng: &'r mut Rng,
    classes: &'p [Class],
    out: &'o mut String,
    /// Where the sample begins in `out`, in bytes.
    base: usize,
    /// Code points written so far.
    length: usize,
    start_anchored: bool,
    end_anchored: bool,
    style: Style,
    /// Bounds of the whole text.
    low: usize,
    high: usize,
    wants: Vec<Want<'p>>,
    /// Byte ranges of what groups wrote, by number from 1.
    groups: Vec<(u32, usize, usize)>,
}

impl<'p> Walker<'p, '_, '_> {
    /// Walks the whole pattern and puts in what look-ahead wants.
    fn whole(&mut self, root: &'p Node) -> bool {
        self.bounds_of_lookahead(root);
        let low = self.low.max(root.min).min(root.max);
        if !self.node(root, low, self.high) {
            return false;
        }
        if self.wants.is_empty() { true } else { self.satisfy() }
    }

    /// Look-ahead at the start bounds the whole text: `^(?=.{8,20}$)`.
    fn bounds_of_lookahead(&mut self, root: &Node) {
        let Kind::Sequence(nodes) = &root.kind else { return };
        for node in nodes {
            match &node.kind {
                Kind::Start { .. } => {}
                Kind::Look { behind: false, negative, node } => {
                    let ends = node.is_anchored_at_end();
                    if !negative {
                        self.low = self.low.max(node.min);
                        if ends {
                            self.high = self.high.min(node.max);
                        }
                    }
                }
                _ => break,
            }
        }
        self.low = self.low.min(self.high);
    }

    /// Writes text for a node whose length is from `low` to `high` where that is possible.
    /// The recursion is as deep as groups nest, which the parser limits.
    fn node(&mut self, node: &'p Node, low: usize, high: usize) -> bool {
        if node.min > high || !node.is_possible() {
            return false;
        }
        match &node.kind {
            // Readable text seldom runs into what is forbidden; the check at the end tells.
            Kind::Empty | Kind::Boundary { .. } | Kind::Look { negative: true, .. } => true,
            Kind::Char(c) => self.push(*c),
            Kind::Class(class) => self.class(*class),
            Kind::Sequence(nodes) => self.sequence(nodes, low, high),
            Kind::Alternation(nodes) => {
                let fits = |n: &&Node| n.is_possible() && n.min <= high && n.max >= low;
                let count = nodes.iter().filter(fits).count();
                let chosen = self.rng.below(count);
                match nodes.iter().filter(fits).nth(chosen) {
                    Some(branch) => self.node(branch, low, high),
                    None => false,
                }
            }
            Kind::Repeat { node, min, max, .. } => self.repeat(node, *min, *max, low, high),
            Kind::Capture(group, node) => {
                let start = self.out.len();
                let done = self.node(node, low, high);
                self.groups.retain(|g| g.0 != *group);
                self.groups.push((*group, start, self.out.len()));
                done
            }
            Kind::Start { multiline } => {
                self.start_anchored = true;
                self.length == 0 || (*multiline && self.out.ends_with('\n'))
            }
            Kind::End { .. } => {
                self.end_anchored = true;
                true
            }
            Kind::Backreference { group, .. } => {
                let found = self.groups.iter().find(|g| g.0 == *group);
                let Some(text) = found.and_then(|g| self.out.get(g.1..g.2)).map(str::to_owned) else {
                    return true;
                };
                text.chars().all(|c| self.push(c))
            }
            Kind::Look { behind: false, negative: false, node } => {
                self.want(node);
                true
            }
            Kind::Look { behind: true, negative: false, node } => {
                // At the very start nothing precedes: write what is looked for. The whole length is checked at the end.
                self.length > 0 || self.start_anchored || self.node(node, node.min, UNBOUNDED)
            }
        }
    }

    fn push(&mut self, c: char) -> bool {
        if self.end_anchored || self.length >= MAX_SAMPLE {
            return false;
        }
        self.out.push(c);
        self.length += 1;
        true
    }

    fn class(&mut self, class: u32) -> bool {
        let Some(class) = self.classes.get(class as usize) else { return false };
        if self.style != Style::Readable
            && let Some(c) = class.member(self.style, self.rng.below(128))
        {
            return self.push(c);
        }
        let Some(&c) = self.rng.pick(class.choices()) else { return false };
        self.push(c)
    }

    fn sequence(&mut self, nodes: &'p [Node], low: usize, high: usize) -> bool {
        let start = self.length;
        let mut rest_min: usize = 0;
        let mut rest_max: usize = 0;
        let mut endless = 0usize;
        let mut flexible = 0usize;
        for node in nodes {
            rest_min = rest_min.saturating_add(node.min);
            if node.max == UNBOUNDED {
                endless += 1;
            } else {
                rest_max = rest_max.saturating_add(node.max);
            }
            flexible += usize::from(node.max != node.min);
        }
        let literal = self.style == Style::Readable && nodes.iter().any(|n| matches!(n.kind, Kind::Char(_)));
        for node in nodes {
            rest_min -= node.min.min(rest_min);
            if node.max == UNBOUNDED {
                endless -= 1;
            } else {
                rest_max -= node.max.min(rest_max);
            }
            let written = self.length - start;
            let later = if endless > 0 { UNBOUNDED } else { rest_max };
            let node_low = low.saturating_sub(written.saturating_add(later)).max(node.min);
            let mut node_high = node.max;
            if high != UNBOUNDED {
                let Some(room) = high.checked_sub(written.saturating_add(rest_min)) else { return false };
                // An even share of the slack, so that the first part does not leave the others bare.
                let share = room.saturating_sub(node.min).div_ceil(flexible.max(1));
                node_high = node_high.min(room).min(node.min.saturating_add(share)).max(node_low.min(room));
            }
            if node.max != node.min {
                flexible -= 1;
            }
            // Between literals a lone `.` is nearly always meant as a full stop.
            let stop = literal && matches!(node.kind, Kind::Class(c) if self.is_dot(c));
            if !(if stop { self.push('.') } else { self.node(node, node_low, node_high) }) {
                return false;
            }
        }
        true
    }

    fn is_dot(&self, class: u32) -> bool {
        self.classes.get(class as usize).is_some_and(Class::is_dot)
    }

    fn repeat(&mut self, node: &'p Node, min: u32, max: u32, low: usize, high: usize) -> bool {
        if max == 0 || !node.is_possible() {
            return true;
        }
        // The counts that fit the length.
        let most = if max == FOREVER { UNBOUNDED } else { max as usize };
        let most = high.checked_div(node.min).map_or(most, |fitting| fitting.min(most));
        let least = match node.max {
            0 | UNBOUNDED => usize::from(low > 0 && node.max == UNBOUNDED),
            longest => low.div_ceil(longest),
        };
        let least = least.max(min as usize);
        if least > most {
            return false;
        }
        let (from, to) = self.natural(node, min as usize, max);
        let count = self.rng.between(from, to).clamp(least, most);
        if let Kind::Class(class) = node.kind {
            return self.run(class, count, min == max);
        }
        let start = self.length;
        for index in 0..count {
            let left = count - index - 1;
            let written = self.length - start;
            let later = node.max.saturating_mul(left);
            let node_low = low.saturating_sub(written.saturating_add(later)).max(node.min);
            let mut node_high = node.max;
            if high != UNBOUNDED {
                let reserved = written.saturating_add(node.min.saturating_mul(left));
                let Some(room) = high.checked_sub(reserved) else { return false };
                let share = room.saturating_sub(node.min).div_ceil(left + 1);
                node_high = node_high.min(room).min(node.min.saturating_add(share)).max(node_low.min(room));
            }
            let before = self.length;
            if !self.node(node, node_low, node_high) {
                return false;
            }
            // An iteration of nothing, past the least count, is no match; more of them would not change the text.
            if self.length == before && index >= min as usize {
                break;
            }
        }
        true
    }

    /// The counts that read well.
    fn natural(&self, node: &Node, min: usize, max: u32) -> (usize, usize) {
        let (few, many) = match &node.kind {
            Kind::Class(class) => match self.classes.get(*class as usize) {
                Some(class) if class.is_word() => (5, 12),
                Some(class) if class.choices().len() > 10 => (4, 8),
                Some(class) if class.has_digits() => (usize::from(min > 0), 4),
                Some(class) if class.choices() == [' '] => (1, 1),
                _ => (1, 3),
            },
            Kind::Char(' ') => (usize::from(min > 0), 1),
            Kind::Char(_) => (1, 3),
            _ => (usize::from(min > 0), min.max(2)),
        };
        match max {
            // An option is there half of the time.
            1 if min == 0 => (0, 1),
            FOREVER => (few.max(min), many.max(min + (many - few).min(2))),
            most => {
                let most = most as usize;
                // Short ranges evenly, long ones around the natural length.
                if most - min <= 12 {
                    (min, most)
                } else {
                    (few.clamp(min, most), many.max(min + 3).min(most))
                }
            }
        }
    }

    /// A run of one class: a word where the class allows one and the length is free, else any of its readable members.
    fn run(&mut self, class: u32, count: usize, exact: bool) -> bool {
        let reads =
            self.classes.get(class as usize).is_some_and(|c| c.is_word() && !(exact && c.has_digits()));
        if !reads || self.style != Style::Readable {
            return (0..count).all(|_| self.class(class));
        }
        if count > 0 && (self.end_anchored || self.length + count > MAX_SAMPLE) {
            return false;
        }
        self.out.reserve(count);
        word(self.rng, count, self.out);
        self.length += count;
        true
    }

    /// Notes what a positive look-ahead asks for: something here, or (`.*x`, `\D*\d`) somewhere from here on.
    fn want(&mut self, node: &'p Node) {
        let from = self.length;
        match &node.kind {
            Kind::Capture(_, inner) => self.want(inner),
            Kind::Repeat { node, min, .. } if !matches!(node.kind, Kind::Class(_) | Kind::Char(_)) => {
                for _ in 0..(*min).min(16) {
                    self.want(node);
                }
            }
            // `.{8,}` and `.*$` say no more than a length.
            Kind::Repeat { .. } | Kind::Empty | Kind::End { .. } => {}
            Kind::Sequence(nodes) => match nodes.split_first() {
                Some((first, rest)) if is_filler(first) => {
                    for node in rest {
                        if !is_filler(node) && !matches!(node.kind, Kind::End { .. }) {
                            self.wants.push(Want { from, floats: true, node });
                        }
                    }
                }
                _ => self.wants.push(Want { from, floats: false, node }),
            },
            _ => self.wants.push(Want { from, floats: false, node }),
        }
    }

    /// Overwrites parts of the text with what is wanted, floating ones at places not used yet.
    fn satisfy(&mut self) -> bool {
        let mut text: Vec<char> = self.out.get(self.base..).unwrap_or_default().chars().collect();
        let mut used = vec![false; text.len()];
        let wants = std::mem::take(&mut self.wants);
        let anchored = self.end_anchored;
        for fixed_pass in [true, false] {
            for want in wants.iter().filter(|w| w.floats != fixed_pass) {
                let Some(piece) = self.piece(want.node) else { return false };
                let last = text.len().saturating_sub(piece.len());
                if !want.floats {
                    if anchored && want.from + piece.len() > text.len() {
                        return false;
                    }
                    for (index, c) in piece.iter().enumerate() {
                        put(&mut text, &mut used, want.from + index, *c);
                    }
                    continue;
                }
                // A place that already serves, or a free one chosen at random.
                let mut place = None;
                for _ in 0..8 {
                    let at = self.rng.between(want.from, last.max(want.from));
                    if (at..at + piece.len()).all(|i| used.get(i) == Some(&false)) {
                        place = Some(at);
                        break;
                    }
                }
                let place = place.or_else(|| {
                    (want.from..=last).find(|at| (*at..at + piece.len()).all(|i| used.get(i) == Some(&false)))
                });
                match place {
                    Some(at) => {
                        for (index, c) in piece.iter().enumerate() {
                            put(&mut text, &mut used, at + index, *c);
                        }
                    }
                    None if anchored => return false,
                    None => {
                        let end = text.len();
                        for (index, c) in piece.iter().enumerate() {
                            put(&mut text, &mut used, end + index, *c);
                        }
                    }
                }
            }
        }
        self.length = text.len();
        self.out.truncate(self.base);
        self.out.extend(text);
        true
    }

    /// The shortest kind of text for a wanted node.
    fn piece(&mut self, node: &'p Node) -> Option<Vec<char>> {
        let mut text = String::new();
        let mut walker = Walker {
            rng: self.rng,
            classes: self.classes,
            out: &mut text,
            base: 0,
            length: 0,
            start_anchored: false,
            end_anchored: false,
            style: self.style,
            low: 0,
            high: node.min.max(1),
            wants: Vec::new(),
            groups: Vec::new(),
        };
        let high = walker.high;
        (walker.node(node, node.min, high) && walker.wants.is_empty()).then(|| text.chars().collect())
    }
}

/// `.*`, `[^x]*`, `\D*`: any number of one class.
fn is_filler(node: &Node) -> bool {
    matches!(&node.kind, Kind::Repeat { node, min: 0, max: FOREVER, .. } if matches!(node.kind, Kind::Class(_)))
}

fn put(text: &mut Vec<char>, used: &mut Vec<bool>, at: usize, c: char) {
    if let (Some(slot), Some(taken)) = (text.get_mut(at), used.get_mut(at)) {
        *slot = c;
        *taken = true;
    } else {
        text.push(c);
        used.push(true);
    }
}
