//! The characters that several patterns speak of, grouped into those that no pattern tells apart.

use super::class::Class;
use super::matcher::{is_line_end, is_word_char};
use crate::generate::Rng;
use std::collections::HashMap;

/// How many different atoms are taken on.
const MAX_ATOMS: usize = 512;
/// How many groups are told apart, and how many members of each are kept.
const MAX_SYMBOLS: usize = 256;
const MAX_MEMBERS: usize = 64;
/// Characters beyond ASCII that stand for those no pattern names.
const STRANGERS: &[char] = &['é', 'ß', '日', 'Ω', 'ж', '\u{2028}', '😀'];

/// What a pattern asks of one character.
#[derive(Clone, Copy)]
pub(super) enum Atom<'p> {
    Char(char),
    Class(&'p Class),
    Any,
}

impl Atom<'_> {
    fn contains(self, c: char) -> bool {
        match self {
            Self::Char(own) => own == c,
            Self::Class(class) => class.contains(c),
            Self::Any => true,
        }
    }

    fn is(self, other: Self) -> bool {
        match (self, other) {
            (Self::Char(a), Self::Char(b)) => a == b,
            (Self::Class(a), Self::Class(b)) => std::ptr::eq(a, b),
            (Self::Any, Self::Any) => true,
            _ => false,
        }
    }
}

/// The atoms of all patterns, each once.
#[derive(Default)]
pub(super) struct Atoms<'p>(Vec<Atom<'p>>);

impl<'p> Atoms<'p> {
    /// The number of an atom; `None` when there are too many.
    pub(super) fn number(&mut self, atom: Atom<'p>) -> Option<u32> {
        let known = self.0.iter().position(|own| own.is(atom));
        let number = known.unwrap_or_else(|| {
            self.0.push(atom);
            self.0.len() - 1
        });
        (number < MAX_ATOMS).then_some(number as u32)
    }
}

/// What assertions can tell about the place beside a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Beside {
    /// The start or the end of the text.
    Edge,
    Word,
    LineEnd,
    Other,
}

/// A group of characters.
pub(super) struct Symbol {
    pub(super) beside: Beside,
    /// How badly it reads.
    pub(super) cost: u32,
    /// Those that read best.
    members: Vec<char>,
}

/// All groups.
pub(super) struct Alphabet {
    pub(super) symbols: Vec<Symbol>,
    /// For each atom, whether it accepts each symbol.
    accepts: Vec<Vec<bool>>,
}

impl Alphabet {
    pub(super) fn new(atoms: &Atoms<'_>) -> Self {
        let mut wide = STRANGERS.to_vec();
        for atom in &atoms.0 {
            match atom {
                Atom::Char(c) if !c.is_ascii() => wide.push(*c),
                Atom::Class(class) => wide.extend(class.wide_edges()),
                _ => {}
            }
        }
        wide.sort_unstable();
        wide.dedup();
        let mut known: HashMap<(Vec<bool>, Beside), usize> = HashMap::new();
        let mut groups: Vec<(Vec<bool>, Symbol)> = Vec::new();
        for c in (0u8..128).map(char::from).chain(wide) {
            let signature: Vec<bool> = atoms.0.iter().map(|atom| atom.contains(c)).collect();
            let beside = if is_word_char(c) {
                Beside::Word
            } else if is_line_end(c) {
                Beside::LineEnd
            } else {
                Beside::Other
            };
            let cost = cost(c);
            let count = groups.len();
            let index = *known.entry((signature.clone(), beside)).or_insert(count);
            match groups.get_mut(index) {
                Some((_, group)) => {
                    if cost < group.cost {
                        group.cost = cost;
                        group.members.clear();
                    }
                    if cost == group.cost && group.members.len() < MAX_MEMBERS {
                        group.members.push(c);
                    }
                }
                None if count < MAX_SYMBOLS => {
                    groups.push((signature, Symbol { beside, cost, members: vec![c] }));
                }
                None => {}
            }
        }
        let accepts = (0..atoms.0.len())
            .map(|atom| groups.iter().map(|(signature, _)| signature.get(atom) == Some(&true)).collect())
            .collect();
        Self { symbols: groups.into_iter().map(|(_, symbol)| symbol).collect(), accepts }
    }

    pub(super) fn accepts(&self, atom: u32, symbol: usize) -> bool {
        self.accepts.get(atom as usize).and_then(|row| row.get(symbol)) == Some(&true)
    }

    /// A text of these symbols; letters alternate between vowels and consonants where there is a choice.
    pub(super) fn spell(&self, symbols: &[u32], rng: &mut Rng) -> String {
        let parity = rng.below(2);
        let mut text = String::with_capacity(symbols.len());
        for (index, symbol) in symbols.iter().enumerate() {
            let members = self.symbols.get(*symbol as usize).map_or(&[][..], |symbol| &symbol.members);
            let vowel = (index + parity) % 2 == 1;
            let mut chosen = rng.pick(members).copied();
            for _ in 0..4 {
                if chosen.is_none_or(|c| !c.is_ascii_lowercase() || "aeiou".contains(c) == vowel) {
                    break;
                }
                chosen = rng.pick(members).copied();
            }
            text.extend(chosen);
        }
        text
    }

    /// All texts of these symbols, where there are at most `most`.
    pub(super) fn spell_all(&self, symbols: &[u32], most: usize) -> Vec<String> {
        let mut texts = vec![String::with_capacity(symbols.len())];
        for symbol in symbols {
            let members = self.symbols.get(*symbol as usize).map_or(&[][..], |symbol| &symbol.members);
            if texts.len() * members.len() > most {
                return Vec::new();
            }
            let longer = |text: &String| members.iter().map(|c| format!("{text}{c}")).collect::<Vec<_>>();
            texts = texts.iter().flat_map(longer).collect();
        }
        texts
    }
}

/// How badly a character reads among others.
fn cost(c: char) -> u32 {
    match c {
        'a'..='z' => 0,
        '0'..='9' => 1,
        'A'..='Z' => 2,
        '-' | '_' | '.' => 4,
        '!'..='~' => 5,
        ' ' => 6,
        _ if c.is_control() => 24,
        _ if c.is_alphabetic() => 8,
        _ => 12,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::pattern::class::CodeSet;

    #[test]
    fn groups_what_no_atom_tells_apart() {
        let (digits, greek) =
            (CodeSet::escape('d').unwrap().build(), CodeSet::property("Script=Greek").unwrap().build());
        let mut atoms = Atoms::default();
        let numbers: Vec<u32> =
            [Atom::Char('5'), Atom::Class(&digits), Atom::Class(&greek), Atom::Any, Atom::Char('5')]
                .into_iter()
                .map(|atom| atoms.number(atom).unwrap())
                .collect();
        assert_eq!(numbers, [0, 1, 2, 3, 0]);
        let alphabet = Alphabet::new(&atoms);
        let of = |c: char| alphabet.symbols.iter().position(|s| s.members.contains(&c));
        assert_eq!(of('a'), of('z'));
        assert_eq!(of('1'), of('9'));
        assert!(of('5') != of('9') && of('a') != of('1'));
        let greek = of('α').unwrap();
        assert!(alphabet.accepts(2, greek) && alphabet.accepts(3, greek) && !alphabet.accepts(1, greek));
        assert_eq!(alphabet.spell(&[of('5').unwrap() as u32; 3], &mut Rng::new(1)), "555");
        let word = alphabet.spell(&[of('a').unwrap() as u32; 8], &mut Rng::new(1));
        assert!(word.bytes().all(|b| b.is_ascii_lowercase()), "{word}");
    }
}
