//! Text of a pattern → syntax tree. ECMA-262 section 22.2.1 with the `u` flag, and Annex B.1.2 where `u` would
//! refuse what real documents contain: identity escapes, a lone `]`, `{` or `}`, `\d-x` in a class.

use super::PatternError;
use super::ast::{FOREVER, Kind, Node};
use super::class::{Class, CodeSet, other_case};

/// How deep groups may nest.
const MAX_DEPTH: usize = 64;
/// How long a pattern may be, in code points.
const MAX_SOURCE: usize = 20_000;
/// How many ranges of code points beyond ASCII all classes together may have: `\p{L}` has about 650.
const MAX_RANGES: usize = 30_000;

/// A parsed pattern.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) root: Node,
    pub(super) classes: Vec<Class>,
    /// How many capturing groups there are.
    pub(super) groups: u32,
    pub(super) has_backreferences: bool,
}

/// Reads a pattern.
pub(super) fn parse(source: &str) -> Result<Parsed, PatternError> {
    let chars: Vec<char> = source.chars().take(MAX_SOURCE + 1).collect();
    if chars.len() > MAX_SOURCE {
        return Err(PatternError {
            position: MAX_SOURCE,
            message: format!("the pattern is longer than {MAX_SOURCE} characters"),
        });
    }
    let names = group_names(&chars);
    let mut parser = Parser {
        groups: names.len() as u32,
        names,
        chars,
        at: 0,
        next_group: 1,
        depth: 0,
        flags: Flags::default(),
        classes: Vec::new(),
        has_backreferences: false,
        ranges: 0,
    };
    let root = parser.alternation()?;
    if parser.peek().is_some() {
        return Err(parser.error("there is no group for this `)` to close"));
    }
    Ok(Parsed {
        root,
        classes: parser.classes,
        groups: parser.groups,
        has_backreferences: parser.has_backreferences,
    })
}

/// One entry for each capturing group, with its name if it has one: references may come before their group.
fn group_names(chars: &[char]) -> Vec<Option<String>> {
    let mut names = Vec::new();
    let mut in_class = false;
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        match c {
            '\\' => at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => match (chars.get(at + 1), chars.get(at + 2), chars.get(at + 3)) {
                (Some('?'), Some('<'), Some(third)) if !matches!(third, '=' | '!') => {
                    names.push(Some(chars.iter().skip(at + 3).take_while(|&&c| c != '>').collect()));
                }
                (Some('?'), _, _) => {}
                _ => names.push(None),
            },
            _ => {}
        }
        at += 1;
    }
    names
}

#[derive(Debug, Clone, Copy, Default)]
struct Flags {
    ignore_case: bool,
    multiline: bool,
    dot_all: bool,
}

struct Parser {
    chars: Vec<char>,
    at: usize,
    names: Vec<Option<String>>,
    groups: u32,
    next_group: u32,
    depth: usize,
    flags: Flags,
    classes: Vec<Class>,
    has_backreferences: bool,
    ranges: usize,
}

/// One item of a class: a single code point may begin a range, a set may not.
enum ClassItem {
    Code(u32),
    Set(CodeSet),
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn peek_at(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn eat(&mut self, expected: &str) -> bool {
        if expected.chars().enumerate().all(|(i, c)| self.peek_at(i) == Some(c)) {
            self.at += expected.chars().count();
            return true;
        }
        false
    }

    fn error(&self, message: impl Into<String>) -> PatternError {
        PatternError { position: self.at, message: message.into() }
    }

    fn alternation(&mut self) -> Result<Node, PatternError> {
        let mut branches = vec![self.sequence()?];
        while self.eat("|") {
            branches.push(self.sequence()?);
        }
        Ok(Node::alternation(branches))
    }

    fn sequence(&mut self) -> Result<Node, PatternError> {
        let mut nodes = Vec::new();
        while let Some(c) = self.peek() {
            if matches!(c, '|' | ')') {
                break;
            }
            let (node, quantifiable) = self.atom()?;
            if self.ranges > MAX_RANGES {
                return Err(self.error("the classes up to here have too many ranges"));
            }
            let node = self.quantified(node, quantifiable)?;
            if !matches!(node.kind, Kind::Empty) {
                nodes.push(node);
            }
        }
        Ok(Node::sequence(nodes))
    }

    /// An atom or assertion, and whether a quantifier may follow.
    fn atom(&mut self) -> Result<(Node, bool), PatternError> {
        let Some(c) = self.peek() else { return Ok((Node::empty(), false)) };
        match c {
            '^' => {
                self.at += 1;
                Ok((Node::assertion(Kind::Start { multiline: self.flags.multiline }), false))
            }
            '$' => {
                self.at += 1;
                Ok((Node::assertion(Kind::End { multiline: self.flags.multiline }), false))
            }
            '(' => self.group(),
            '[' => Ok((self.class()?, true)),
            '.' => {
                self.at += 1;
                Ok((self.add_class(CodeSet::dot(self.flags.dot_all)), true))
            }
            '\\' => self.escape(),
            '*' | '+' | '?' => Err(self.error(format!("there is nothing for `{c}` to repeat"))),
            '{' if self.braces().is_some() => Err(self.error("there is nothing for `{…}` to repeat")),
            _ => {
                self.at += 1;
                Ok((self.literal(c.into()), true))
            }
        }
    }

    fn literal(&mut self, code: u32) -> Node {
        match char::from_u32(code) {
            Some(c) if self.flags.ignore_case && other_case(c) != c => {
                let mut set = CodeSet::range(code, code);
                set.fold_case();
                self.add_class(set)
            }
            Some(c) => Node::one(Kind::Char(c)),
            // Half a surrogate pair is in no text.
            None => self.add_class(CodeSet::default()),
        }
    }

    fn add_class(&mut self, set: CodeSet) -> Node {
        let class = set.build();
        let index = self.classes.len() as u32;
        let node =
            if class.choices().is_empty() { Node::never(index) } else { Node::one(Kind::Class(index)) };
        self.ranges += class.ranges();
        self.classes.push(class);
        node
    }

    fn quantified(&mut self, node: Node, quantifiable: bool) -> Result<Node, PatternError> {
        let (min, max, width) = match self.peek() {
            Some('*') => (0, FOREVER, 1),
            Some('+') => (1, FOREVER, 1),
            Some('?') => (0, 1, 1),
            Some('{') => match self.braces() {
                Some(found) => found,
                None => return Ok(node),
            },
            _ => return Ok(node),
        };
        if !quantifiable {
            return Err(self.error("a quantifier cannot follow an assertion"));
        }
        if max < min {
            return Err(self.error(format!("the repetition's least count {min} exceeds its most {max}")));
        }
        self.at += width;
        let greedy = !self.eat("?");
        if self.peek() == Some('+') {
            return Err(self.error("ECMA-262 has no possessive quantifiers: leave out this `+`"));
        }
        if matches!(self.peek(), Some('*' | '?')) || self.braces().is_some() {
            return Err(self.error("a quantifier cannot follow a quantifier"));
        }
        Ok(Node::repeat(node, min, max, greedy))
    }

    /// `{n}`, `{n,}` or `{n,m}` here: least count, most, and width in the source. Anything else is a literal `{`.
    fn braces(&self) -> Option<(u32, u32, usize)> {
        if self.peek() != Some('{') {
            return None;
        }
        let number = |from: usize| -> Option<(u32, usize)> {
            let digits = self.chars.iter().skip(self.at + from).map_while(|c| c.to_digit(10));
            let (value, width) = digits
                .fold((0u32, 0), |(value, width), d| (value.saturating_mul(10).saturating_add(d), width + 1));
            (width > 0).then_some((value, from + width))
        };
        let (min, mut at) = number(1)?;
        let mut max = min;
        if self.peek_at(at) == Some(',') {
            (max, at) = number(at + 1).unwrap_or((FOREVER, at + 1));
        }
        (self.peek_at(at) == Some('}')).then_some((min, max, at + 1))
    }

    fn group(&mut self) -> Result<(Node, bool), PatternError> {
        let opened = self.at;
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error(format!("groups nest more than {MAX_DEPTH} deep")));
        }
        let before = self.flags;
        self.at += 1;
        let mut quantifiable = true;
        let look = |behind, negative| Kind::Look { behind, negative, node: Box::new(Node::empty()) };
        let mut kind = Kind::Empty;
        if self.eat("?=") {
            kind = look(false, false);
        } else if self.eat("?!") {
            kind = look(false, true);
        } else if self.eat("?<=") {
            kind = look(true, false);
            quantifiable = false;
        } else if self.eat("?<!") {
            kind = look(true, true);
            quantifiable = false;
        } else if self.eat("?:") {
        } else if self.eat("?<") {
            self.group_name()?;
            kind = self.numbered();
        } else if self.peek() == Some('?') {
            self.at += 1;
            self.modifiers(opened)?;
            if self.eat(")") {
                // Flags for the rest of the pattern: kept, not restored.
                self.depth -= 1;
                return Ok((Node::empty(), false));
            }
            self.at += 1;
        } else {
            kind = self.numbered();
        }
        let inner = self.alternation()?;
        if !self.eat(")") {
            self.at = opened;
            return Err(self.error("this group is not closed"));
        }
        self.flags = before;
        self.depth -= 1;
        let node = match kind {
            Kind::Look { behind, negative, .. } => {
                let possible = negative || inner.is_possible();
                let kind = Kind::Look { behind, negative, node: Box::new(inner) };
                if possible { Node::assertion(kind) } else { self.add_class(CodeSet::default()) }
            }
            Kind::Capture(group, _) => Node::capture(group, inner),
            _ if matches!(inner.kind, Kind::Empty) => Node::sequence(Vec::new()),
            _ => inner,
        };
        Ok((node, quantifiable))
    }

    fn numbered(&mut self) -> Kind {
        let group = self.next_group;
        self.next_group += 1;
        Kind::Capture(group, Box::new(Node::empty()))
    }

    fn group_name(&mut self) -> Result<String, PatternError> {
        let start = self.at;
        let mut name = String::new();
        while let Some(c) = self.peek() {
            self.at += 1;
            if c == '>' {
                let twice = self.names.iter().flatten().filter(|n| **n == name).count() > 1;
                if name.is_empty() || twice {
                    self.at = start;
                    let problem = if twice { "is used twice" } else { "is empty" };
                    return Err(self.error(format!("the group name {problem}")));
                }
                return Ok(name);
            }
            if !(c.is_alphanumeric() || matches!(c, '_' | '$')) {
                break;
            }
            name.push(c);
        }
        self.at = start;
        Err(self.error("a group name is letters, digits, `_` and `$`, closed with `>`"))
    }

    /// `(?i)` and friends: flags of ECMA-262's modifiers `i`, `m`, `s`, and `u`, which always holds here.
    fn modifiers(&mut self, opened: usize) -> Result<(), PatternError> {
        let mut on = true;
        while let Some(c) = self.peek() {
            match c {
                'i' => self.flags.ignore_case = on,
                'm' => self.flags.multiline = on,
                's' => self.flags.dot_all = on,
                'u' if on => {}
                '-' if on => on = false,
                ':' => return Ok(()),
                // Elsewhere than in front other engines disagree about how far the flags reach.
                ')' if opened == 0 => return Ok(()),
                ')' => return Err(self.error("flags without a group are understood at the start only")),
                _ => break,
            }
            self.at += 1;
        }
        Err(self.error("this kind of group is not in ECMA-262"))
    }

    fn escape(&mut self) -> Result<(Node, bool), PatternError> {
        let Some(c) = self.peek_at(1) else { return Err(self.error("`\\` at the end escapes nothing")) };
        if let Some(mut set) = CodeSet::escape(c) {
            self.at += 2;
            if self.flags.ignore_case {
                set.fold_case();
            }
            return Ok((self.add_class(set), true));
        }
        match c {
            'b' | 'B' => {
                self.at += 2;
                Ok((Node::assertion(Kind::Boundary { negative: c == 'B' }), false))
            }
            // Of Perl and its kin; ECMA-262 would take them for the letters, which nobody means.
            'A' => {
                self.at += 2;
                Ok((Node::assertion(Kind::Start { multiline: false }), false))
            }
            'z' | 'Z' => {
                self.at += 2;
                Ok((Node::assertion(Kind::End { multiline: false }), false))
            }
            'p' | 'P' => {
                let set = self.property()?;
                Ok((self.add_class(set), true))
            }
            'k' if self.names.iter().any(Option::is_some) => {
                self.at += 2;
                if !self.eat("<") {
                    return Err(self.error("`\\k` needs a group name in `<…>`"));
                }
                let start = self.at;
                let name: String = self.chars.iter().skip(start).take_while(|&&c| c != '>').collect();
                let Some(index) = self.names.iter().position(|n| n.as_deref() == Some(&name)) else {
                    return Err(self.error(format!("there is no group named `{name}`")));
                };
                self.at += name.chars().count() + 1;
                Ok((self.backreference(index as u32 + 1), true))
            }
            '1'..='9' => {
                let digits: String =
                    self.chars.iter().skip(self.at + 1).take_while(|c| c.is_ascii_digit()).collect();
                match digits.parse::<u32>() {
                    Ok(group) if group <= self.groups => {
                        self.at += 1 + digits.len();
                        Ok((self.backreference(group), true))
                    }
                    _ => Err(self.error(format!("there is no group {digits} to refer back to"))),
                }
            }
            _ => {
                let code = self.character_escape()?;
                Ok((self.literal(code), true))
            }
        }
    }

    const fn backreference(&mut self, group: u32) -> Node {
        self.has_backreferences = true;
        Node::backreference(group, self.flags.ignore_case)
    }

    /// `\p{…}`, `\P{…}` or Perl's `\pL`.
    fn property(&mut self) -> Result<CodeSet, PatternError> {
        let negative = self.peek_at(1) == Some('P');
        let name: String = if self.peek_at(2) == Some('{') {
            self.chars.iter().skip(self.at + 3).take_while(|&&c| c != '}').collect()
        } else {
            self.peek_at(2).into_iter().collect()
        };
        let Some(mut set) = CodeSet::property(&name) else {
            return Err(self.error(format!("Unicode has no property `{name}`")));
        };
        self.at += if self.peek_at(2) == Some('{') { name.chars().count() + 4 } else { 3 };
        if self.flags.ignore_case {
            set.fold_case();
        }
        if negative {
            set.negate();
        }
        Ok(set)
    }

    /// An escape for one code point, at its backslash.
    fn character_escape(&mut self) -> Result<u32, PatternError> {
        let Some(c) = self.peek_at(1) else { return Err(self.error("`\\` at the end escapes nothing")) };
        self.at += 2;
        Ok(match c {
            't' => 0x09,
            'n' => 0x0A,
            'v' => 0x0B,
            'f' => 0x0C,
            'r' => 0x0D,
            '0' if !self.peek().is_some_and(|d| d.is_ascii_digit()) => 0,
            '0' => {
                self.at -= 2;
                return Err(self.error("octal escapes are not in ECMA-262: write \\xHH"));
            }
            'c' => match self.peek() {
                Some(letter) if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    u32::from(letter) % 32
                }
                _ => {
                    self.at -= 2;
                    return Err(self.error("`\\c` needs a letter"));
                }
            },
            'x' => self.hex(2).unwrap_or_else(|| 'x'.into()),
            'u' if self.peek() == Some('{') => {
                let digits: String = self.chars.iter().skip(self.at + 1).take_while(|&&c| c != '}').collect();
                match u32::from_str_radix(&digits, 16) {
                    Ok(code) if code <= 0x10_FFFF => {
                        self.at += digits.chars().count() + 2;
                        code
                    }
                    _ => return Err(self.error("`\\u{…}` needs a code point in hexadecimal")),
                }
            }
            'u' => match self.hex(4) {
                Some(high @ 0xD800..=0xDBFF) => self.low_surrogate(high),
                Some(code) => code,
                None => 'u'.into(),
            },
            other => other.into(),
        })
    }

    fn hex(&mut self, width: usize) -> Option<u32> {
        let mut value = 0;
        for i in 0..width {
            value = value * 16 + self.peek_at(i)?.to_digit(16)?;
        }
        self.at += width;
        Some(value)
    }

    /// The code point of a surrogate pair when its second half follows.
    fn low_surrogate(&mut self, high: u32) -> u32 {
        let before = self.at;
        if self.eat("\\u")
            && let Some(low @ 0xDC00..=0xDFFF) = self.hex(4)
        {
            return 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00);
        }
        self.at = before;
        high
    }

    fn class(&mut self) -> Result<Node, PatternError> {
        let opened = self.at;
        self.at += 1;
        let negative = self.eat("^");
        let mut set = CodeSet::default();
        loop {
            let item = match self.peek() {
                None => {
                    self.at = opened;
                    return Err(self.error("this class is not closed"));
                }
                Some(']') => break,
                Some(_) => self.class_item()?,
            };
            let is_range = self.peek() == Some('-') && !matches!(self.peek_at(1), None | Some(']'));
            match item {
                ClassItem::Code(low) if is_range => {
                    let dash = self.at;
                    self.at += 1;
                    match self.class_item()? {
                        ClassItem::Code(high) if low <= high => set.add(&CodeSet::range(low, high)),
                        ClassItem::Code(_) => {
                            self.at = dash;
                            return Err(self.error("this range runs backwards"));
                        }
                        ClassItem::Set(other) => {
                            set.add(&CodeSet::range(low, low));
                            set.add(&CodeSet::range('-'.into(), '-'.into()));
                            set.add(&other);
                        }
                    }
                }
                ClassItem::Code(code) => set.add(&CodeSet::range(code, code)),
                ClassItem::Set(other) => {
                    set.add(&other);
                    if is_range {
                        self.at += 1;
                        set.add(&CodeSet::range('-'.into(), '-'.into()));
                    }
                }
            }
        }
        self.at += 1;
        if self.flags.ignore_case {
            set.fold_case();
        }
        if negative {
            set.negate();
        }
        Ok(self.add_class(set))
    }

    fn class_item(&mut self) -> Result<ClassItem, PatternError> {
        if self.peek() == Some('\\') {
            let c = self.peek_at(1);
            if let Some(set) = c.and_then(CodeSet::escape) {
                self.at += 2;
                return Ok(ClassItem::Set(set));
            }
            match c {
                Some('p' | 'P') => return self.property().map(ClassItem::Set),
                Some('b') => {
                    self.at += 2;
                    return Ok(ClassItem::Code(0x08));
                }
                Some(_) => return self.character_escape().map(ClassItem::Code),
                None => {}
            }
        }
        let Some(c) = self.peek() else { return Err(self.error("this class is not closed")) };
        self.at += 1;
        Ok(ClassItem::Code(c.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_pattern_and_says_where() {
        for (source, position) in [
            ("a**", 2),
            ("*a", 0),
            ("(a", 0),
            ("x(a", 1),
            ("a)", 1),
            ("[a", 0),
            ("[z-a]", 2),
            ("a{3,2}", 1),
            ("a{2}{3}", 4),
            ("a++", 2),
            ("^*", 1),
            ("(?<=a)*", 6),
            ("\\", 0),
            (r"\2(a)", 0),
            (r"\p{Nonsense}", 0),
            (r"(?<a>x)\k<b>", 10),
            ("(?<1", 3),
            ("(?<a>x)(?<a>y)", 3),
            ("(?>a)", 2),
            ("(?P<a>x)", 2),
            ("a(?i)b", 4),
            (r"\u{110000}", 2),
            (r"\c!", 0),
            (r"\01", 0),
        ] {
            let error = parse(source).expect_err(source);
            assert_eq!(error.position, position, "{source}: {error}");
        }
        let deep = "(".repeat(100) + &")".repeat(100);
        assert_eq!(parse(&deep).unwrap_err().position, 64);
        assert_eq!(parse(&"a".repeat(30_000)).unwrap_err().position, 20_000);
        assert!(parse(&r"\p{L}".repeat(4000)).is_err());
        assert!(parse(&format!("{}a{}", "(".repeat(60), ")".repeat(60))).is_ok());
    }

    #[test]
    fn takes_what_real_documents_contain() {
        for source in [
            "",
            "a|",
            "()",
            "]",
            "}",
            "{",
            "a{,5}",
            "a{x}",
            r"\-\/\_\@\'",
            r"[\w-.]",
            r"[a-\d]",
            "[]",
            "[^]",
            "[-a]",
            "[a-]",
            r"[\]\-^]",
            "(?i)abc",
            "(?i:a)b",
            r"\A\w+\z",
            r"\pL+",
            "(?=a)*",
            r"[\b]",
            r"\uD83D\uDE00",
            r"\uD83D",
            r"\xZZ",
            r"\k",
            r"(?<year>\d{4})-\k<year>",
        ] {
            assert!(parse(source).is_ok(), "{source}: {:?}", parse(source).err());
        }
    }

    #[test]
    fn lengths_of_nodes() {
        use super::super::ast::UNBOUNDED;
        for (source, min, max) in [
            ("", 0, 0),
            ("abc", 3, 3),
            ("a|bcd", 1, 3),
            ("[]|b", 1, 1),
            ("a[]", UNBOUNDED, 1),
            ("(?:ab){2,3}", 4, 6),
            ("a+", 1, UNBOUNDED),
            ("(?:)*", 0, 0),
            ("[]*", 0, 0),
            ("^(?=abc)x$", 1, 1),
            ("(?=[])", UNBOUNDED, 0),
            (r"\uD83D\uDE00", 1, 1),
            ("(?:a{1000000}){1000000}{", 1_000_000_000_001, 1_000_000_000_001),
        ] {
            let root = parse(source).unwrap().root;
            assert_eq!((root.min, root.max), (min, max), "{source}");
        }
    }
}
