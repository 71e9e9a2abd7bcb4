//! Sets of code points: what `[…]`, `\d`, `\p{…}` and `.` stand for, and which of their members read well.

use regex_syntax::hir::{Class as HirClass, HirKind};

/// The greatest code point.
const LAST: u32 = 0x10_FFFF;
/// `\d`
const DIGITS: &[(u32, u32)] = &[(0x30, 0x39)];
/// `\w`
const WORD: &[(u32, u32)] = &[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)];
/// `\s`: white space and line ends, ECMA-262 section 22.2.2.9.
const SPACE: &[(u32, u32)] = &[
    (0x09, 0x0D),
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
    (0xFEFF, 0xFEFF),
];
/// What `.` does not match.
const LINE_ENDS: &[(u32, u32)] = &[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)];
/// All of `a-z` in [`Class::ascii`].
const LOWER: u128 = ((1 << 26) - 1) << b'a';
const UPPER: u128 = ((1 << 26) - 1) << b'A';
const DIGIT: u128 = ((1 << 10) - 1) << b'0';
/// Printable ASCII without the space.
const GRAPHIC: u128 = ((1 << 94) - 1) << 0x21;
/// How many characters a class offers to the sampler.
const MAX_CHOICES: usize = 64;

/// A set of code points under construction, surrogates included (they match nothing in a `str`).
#[derive(Debug, Clone, Default)]
pub(super) struct CodeSet(Vec<(u32, u32)>);

impl CodeSet {
    pub(super) fn range(low: u32, high: u32) -> Self {
        Self(vec![(low, high)])
    }

    /// `.` without or with the `s` flag.
    pub(super) fn dot(all: bool) -> Self {
        let mut set = Self(if all { Vec::new() } else { LINE_ENDS.to_vec() });
        set.negate();
        set
    }

    /// `\d`, `\D`, `\w`, `\W`, `\s`, `\S`.
    pub(super) fn escape(letter: char) -> Option<Self> {
        let mut set = Self(match letter.to_ascii_lowercase() {
            'd' => DIGITS.to_vec(),
            'w' => WORD.to_vec(),
            's' => SPACE.to_vec(),
            _ => return None,
        });
        if letter.is_ascii_uppercase() {
            set.negate();
        }
        Some(set)
    }

    /// `\p{name}`; `None` when Unicode has no such property.
    pub(super) fn property(name: &str) -> Option<Self> {
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '=')) {
            return None;
        }
        let hir = regex_syntax::Parser::new().parse(&format!("\\p{{{name}}}")).ok()?;
        match hir.kind() {
            HirKind::Class(HirClass::Unicode(class)) => {
                Some(Self(class.iter().map(|r| (r.start().into(), r.end().into())).collect()))
            }
            HirKind::Class(HirClass::Bytes(class)) => {
                Some(Self(class.iter().map(|r| (r.start().into(), r.end().into())).collect()))
            }
            // A property of one code point.
            HirKind::Literal(literal) => {
                let c = std::str::from_utf8(&literal.0).ok()?.chars().next()?;
                Some(Self::range(c.into(), c.into()))
            }
            _ => None,
        }
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.extend_from_slice(&other.0);
    }

    pub(super) fn negate(&mut self) {
        self.normalize();
        let mut out = Vec::with_capacity(self.0.len() + 1);
        let mut next = 0;
        for &(low, high) in &self.0 {
            if low > next {
                out.push((next, low - 1));
            }
            next = high + 1;
        }
        if next <= LAST {
            out.push((next, LAST));
        }
        self.0 = out;
    }

    /// Adds the other case of every member, by the one-to-one mappings of Unicode.
    pub(super) fn fold_case(&mut self) {
        // Big sets hold both cases of their letters already or are beyond what a mock needs.
        const MOST: u32 = 4096;
        self.normalize();
        let mut more = Vec::new();
        for &(low, high) in &self.0 {
            for code in low..=high.min(low.saturating_add(MOST)) {
                if let Some(c) = char::from_u32(code) {
                    let other = other_case(c);
                    if other != c {
                        more.push((other.into(), other.into()));
                    }
                }
            }
        }
        self.0.extend(more);
    }

    fn normalize(&mut self) {
        self.0.sort_unstable();
        let mut out: Vec<(u32, u32)> = Vec::with_capacity(self.0.len());
        for &(low, high) in &self.0 {
            match out.last_mut() {
                Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
                _ => out.push((low, high)),
            }
        }
        self.0 = out;
    }

    /// The finished class.
    pub(super) fn build(mut self) -> Class {
        self.normalize();
        let mut ascii = 0u128;
        for &(low, high) in self.0.iter().take_while(|r| r.0 < 128) {
            for code in low..=high.min(127) {
                ascii |= 1 << code;
            }
        }
        self.0.retain(|r| r.1 >= 128);
        let choices = choices(ascii, &self.0);
        let word = ascii & LOWER == LOWER;
        Class { ascii, wide: self.0.into(), choices, word }
    }
}

/// The lower-case form of an upper-case letter and the other way round; the character itself when it has no other case.
pub(super) fn other_case(c: char) -> char {
    fn single(mut mapped: impl Iterator<Item = char>, c: char) -> char {
        match (mapped.next(), mapped.next()) {
            (Some(one), None) => one,
            _ => c,
        }
    }
    let lower = single(c.to_lowercase(), c);
    if lower == c { single(c.to_uppercase(), c) } else { lower }
}

/// A set of code points.
#[derive(Debug, Clone)]
pub(super) struct Class {
    ascii: u128,
    /// Ranges that reach beyond ASCII, sorted.
    wide: Box<[(u32, u32)]>,
    choices: Box<[char]>,
    word: bool,
}

impl Class {
    pub(super) fn contains(&self, c: char) -> bool {
        let code = u32::from(c);
        if code < 128 {
            return self.ascii >> code & 1 == 1;
        }
        self.wide
            .binary_search_by(|&(low, high)| {
                if high < code {
                    std::cmp::Ordering::Less
                } else if low > code {
                    std::cmp::Ordering::Greater
                } else {
                    std::cmp::Ordering::Equal
                }
            })
            .is_ok()
    }

    /// The members to sample from; empty when no character is in the class.
    pub(super) fn choices(&self) -> &[char] {
        &self.choices
    }

    /// Members beyond ASCII and their neighbours outside, one of each for every range of the first ones.
    pub(super) fn wide_edges(&self) -> impl Iterator<Item = char> {
        let edges = self.wide.iter().take(64).flat_map(|&(low, high)| [low.max(128), high.saturating_add(1)]);
        let letters = self.choices.iter().copied().filter(|c| !c.is_ascii());
        edges.filter_map(char::from_u32).filter(|c| !c.is_ascii()).chain(letters)
    }

    /// Whether all of `a-z` is in the class, so that a run of it may read as a word.
    pub(super) const fn is_word(&self) -> bool {
        self.word
    }

    /// How much memory it takes, in ranges.
    pub(super) const fn ranges(&self) -> usize {
        self.wide.len()
    }

    /// Whether it is `.`, or as good as.
    pub(super) fn is_dot(&self) -> bool {
        self.wide.len() <= 2 && self.ascii & GRAPHIC == GRAPHIC
    }

    /// Whether some digit is in the class.
    pub(super) const fn has_digits(&self) -> bool {
        self.ascii & DIGIT != 0
    }

    /// The nth printable ASCII member of a kind, counting around; `None` when there is none.
    pub(super) fn member(&self, style: Style, nth: usize) -> Option<char> {
        let mask = self.ascii
            & match style {
                Style::Readable => return None,
                Style::Any => GRAPHIC | 1 << b' ',
                Style::Upper => UPPER,
                Style::Digits => DIGIT,
                Style::Signs => GRAPHIC & !(LOWER | UPPER | DIGIT),
            };
        let count = mask.count_ones() as usize;
        if count == 0 { None } else { nth_bit(mask, nth % count) }
    }
}

/// Which members of classes to sample from. All but the first are for patterns that forbid, somewhere, what reads well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// [`Class::choices`].
    Readable,
    /// All printable ASCII.
    Any,
    /// Upper-case letters.
    Upper,
    /// Digits.
    Digits,
    /// Neither letters nor digits.
    Signs,
}

fn nth_bit(mask: u128, nth: usize) -> Option<char> {
    bits(mask).nth(nth)
}

fn bits(mut mask: u128) -> impl Iterator<Item = char> {
    std::iter::from_fn(move || {
        if mask == 0 {
            return None;
        }
        let bit = mask.trailing_zeros();
        mask &= mask - 1;
        char::from_u32(bit)
    })
}

/// The most readable members: letters and digits, then ASCII signs, then the space, then letters of other scripts, then anything.
fn choices(ascii: u128, wide: &[(u32, u32)]) -> Box<[char]> {
    for tier in [LOWER, UPPER, DIGIT] {
        if ascii & tier != 0 {
            return bits(ascii & (tier | DIGIT)).collect();
        }
    }
    for tier in [GRAPHIC, 1 << 0x20] {
        if ascii & tier != 0 {
            return bits(ascii & tier).collect();
        }
    }
    // Enough code points to find letters in any script block without walking whole planes.
    let members = || {
        wide.iter()
            .flat_map(|&(low, high)| low.max(128)..=high.min(low.max(128).saturating_add(512)))
            .filter_map(char::from_u32)
            .take(8192)
    };
    for accept in [char::is_lowercase as fn(char) -> bool, char::is_alphabetic, |c| !c.is_control()] {
        let found: Box<[char]> = members().filter(|&c| accept(c)).take(MAX_CHOICES).collect();
        if !found.is_empty() {
            return found;
        }
    }
    if ascii != 0 {
        return bits(ascii).collect();
    }
    members().take(MAX_CHOICES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_and_their_complements() {
        for (letter, member, stranger) in [
            ('d', '7', '٣'),
            ('D', '٣', '7'),
            ('w', '_', 'é'),
            ('W', 'é', '_'),
            ('s', '\u{FEFF}', 'a'),
            ('S', 'a', '\u{2028}'),
        ] {
            let class = CodeSet::escape(letter).unwrap().build();
            assert!(class.contains(member) && !class.contains(stranger), "\\{letter}");
        }
        let mut all = CodeSet::default();
        all.negate();
        assert!(all.clone().build().contains('\u{10FFFF}'));
        all.negate();
        assert!(all.build().choices().is_empty());
    }

    #[test]
    fn unicode_properties() {
        for (name, member, stranger) in [
            ("L", 'é', '1'),
            ("Letter", 'я', '-'),
            ("Lu", 'Я', 'я'),
            ("General_Category=Lu", 'Я', 'я'),
            ("gc=Nd", '٣', 'a'),
            ("Script=Greek", 'λ', 'l'),
            ("sc=Han", '漢', 'か'),
            ("Script_Extensions=Greek", 'λ', 'l'),
            ("scx=Greek", 'λ', 'l'),
            ("Alphabetic", 'ß', '!'),
            ("ASCII", 'a', 'é'),
            ("Any", '\u{10FFFF}', '\0'),
            ("Emoji", '😀', 'x'),
            ("Zl", '\u{2028}', ' '),
        ] {
            let class = CodeSet::property(name).unwrap_or_else(|| panic!("{name}")).build();
            assert!(class.contains(member), "{name} {member}");
            assert!(name == "Any" || !class.contains(stranger), "{name} {stranger}");
        }
        for bad in ["", "Nonsense", "Script=Nonsense", "L}|x{"] {
            assert!(CodeSet::property(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn readable_members_first() {
        let text = |set: CodeSet| set.build().choices().iter().collect::<String>();
        assert_eq!(text(CodeSet::range(0, 0x10_FFFF)), "0123456789abcdefghijklmnopqrstuvwxyz");
        assert_eq!(text(CodeSet::range(0x20, 0x2F)), "!\"#$%&'()*+,-./");
        assert_eq!(text(CodeSet::escape('s').unwrap()), " ");
        assert!(text(CodeSet::property("Script=Greek").unwrap()).contains('λ'));
        assert_eq!(text(CodeSet::range(0xD800, 0xDFFF)), "");
        assert_eq!(text(CodeSet::range(0, 1)), "\0\u{1}");
    }
}
