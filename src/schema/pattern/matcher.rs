//! Runs a program over text: backtracking on an explicit stack, within a budget of steps.

use super::ast::FOREVER;
use super::class::{Class, other_case};
use super::program::{One, Op, Program, Run, group_registers};

/// Steps any match may take, and what each byte of text adds.
const BASE_STEPS: usize = 50_000;
const STEPS_PER_BYTE: usize = 50;
/// How many entries the stack may hold.
const MAX_STACK: usize = 100_000;
/// A group that has not matched.
const UNSET: usize = usize::MAX;

/// The budget is used up.
struct Exhausted;

/// What to do when the current path fails.
enum Frame {
    /// Go on at an instruction and position.
    Branch { op: usize, at: usize },
    /// Give back the last character of a greedy run, down to `low`.
    Shorter { op: usize, at: usize, low: usize, back: bool },
    /// Take one more character in a lazy run.
    Longer { op: usize, at: usize, one: One, left: u32, back: bool },
    /// Undo a change of a register.
    Restore { register: usize, old: usize },
}

/// A budget of steps, which several matches may share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steps(usize);

impl Steps {
    /// What one match of a text of this many bytes may take.
    pub(super) const fn for_text(bytes: usize) -> Self {
        Self(BASE_STEPS.saturating_add(bytes.saturating_mul(STEPS_PER_BYTE)))
    }

    pub(super) const fn is_used_up(self) -> bool {
        self.0 == 0
    }
}

/// Whether the pattern is found in the text; `None` when the budget ends first.
pub(super) fn is_match(program: &Program, classes: &[Class], text: &str, steps: &mut Steps) -> Option<bool> {
    let mut machine = Machine {
        program,
        classes,
        text,
        registers: vec![UNSET; program.registers],
        stack: Vec::new(),
        steps,
    };
    let mut at = 0;
    loop {
        match machine.run(0, at) {
            Err(Exhausted) => return None,
            Ok(true) => return Some(true),
            Ok(false) if program.anchored => return Some(false),
            Ok(false) => {}
        }
        match text.get(at..).and_then(|rest| rest.chars().next()) {
            Some(c) => at += c.len_utf8(),
            None => return Some(false),
        }
    }
}

struct Machine<'p, 't, 's> {
    program: &'p Program,
    classes: &'p [Class],
    text: &'t str,
    registers: Vec<usize>,
    stack: Vec<Frame>,
    steps: &'s mut Steps,
}

impl Machine<'_, '_, '_> {
    /// Runs from an instruction to a `Match`. Calls itself only for look-around, whose nesting the parser limits.
    fn run(&mut self, mut op: usize, mut at: usize) -> Result<bool, Exhausted> {
        let base = self.stack.len();
        loop {
            self.spend(1)?;
            let next = match self.program.ops.get(op) {
                None | Some(Op::Match) => {
                    // What was tried is settled; changes of registers stay undoable from outside.
                    let mut kept = base;
                    for index in base..self.stack.len() {
                        if matches!(self.stack.get(index), Some(Frame::Restore { .. })) {
                            self.stack.swap(kept, index);
                            kept += 1;
                        }
                    }
                    self.stack.truncate(kept);
                    return Ok(true);
                }
                Some(&found) => self.step(found, op, at)?,
            };
            match next {
                Some(forward) => (op, at) = forward,
                None => match self.backtrack(base)? {
                    Some(resumed) => (op, at) = resumed,
                    None => return Ok(false),
                },
            }
        }
    }

    /// Executes one instruction: where to go on, or `None` when this path fails.
    fn step(&mut self, found: Op, op: usize, at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        Ok(match found {
            Op::One { one, back } => self.take(one, at, back).map(|at| (op + 1, at)),
            Op::Run(run) => return self.run_of(run, op + 1, at),
            Op::Split { first, second } => {
                self.push(Frame::Branch { op: second, at })?;
                Some((first, at))
            }
            Op::Jump(target) => Some((target, at)),
            Op::Save(register) => {
                self.set(register, at)?;
                Some((op + 1, at))
            }
            Op::Clear { from, to } => {
                for register in from..to {
                    if self.get(register) != UNSET {
                        self.set(register, UNSET)?;
                    }
                }
                Some((op + 1, at))
            }
            Op::Reset(counter) => {
                self.set(counter, 0)?;
                Some((op + 1, at))
            }
            Op::Loop { counter, min, max, greedy, exit } => {
                let count = self.get(counter);
                if max != FOREVER && count >= max as usize {
                    return Ok(Some((exit, at)));
                }
                if count >= min as usize {
                    if !greedy {
                        // The body, when tried later, must find the position of its start: both are set on resuming.
                        self.set(counter + 1, at)?;
                        self.push(Frame::Branch { op: op + 1, at })?;
                        return Ok(Some((exit, at)));
                    }
                    self.push(Frame::Branch { op: exit, at })?;
                }
                self.set(counter + 1, at)?;
                Some((op + 1, at))
            }
            Op::Again { counter, min, head } => {
                let count = self.get(counter).saturating_add(1);
                if count > min as usize && self.get(counter + 1) == at {
                    None
                } else {
                    self.set(counter, count)?;
                    Some((head, at))
                }
            }
            Op::Start { multiline } => {
                let found = at == 0 || (multiline && self.before(at).is_some_and(is_line_end));
                found.then_some((op + 1, at))
            }
            Op::End { multiline } => {
                let found = at == self.text.len() || (multiline && self.after(at).is_some_and(is_line_end));
                found.then_some((op + 1, at))
            }
            Op::Boundary { negative } => {
                let boundary =
                    self.before(at).is_some_and(is_word_char) != self.after(at).is_some_and(is_word_char);
                (boundary != negative).then_some((op + 1, at))
            }
            Op::Backreference { group, ignore_case, back } => {
                self.backreference(group, ignore_case, back, at)?.map(|at| (op + 1, at))
            }
            Op::Look { negative, next } => {
                let base = self.stack.len();
                let found = self.run(op + 1, at)?;
                if negative {
                    self.unwind(base);
                }
                (found != negative).then_some((next, at))
            }
            Op::Match => None,
        })
    }

    fn run_of(&mut self, run: Run, next: usize, mut at: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        let Run { one, min, max, greedy, back } = run;
        let mut count = 0;
        while count < min {
            let Some(moved) = self.take(one, at, back) else { return Ok(None) };
            at = moved;
            count += 1;
        }
        if !greedy {
            if max > count {
                self.push(Frame::Longer { op: next, at, one, left: max - count, back })?;
            }
            return Ok(Some((next, at)));
        }
        let low = at;
        while count < max {
            let Some(moved) = self.take(one, at, back) else { break };
            at = moved;
            count += 1;
        }
        self.spend(count as usize / 4)?;
        if at != low {
            self.push(Frame::Shorter { op: next, at, low, back })?;
        }
        Ok(Some((next, at)))
    }

    /// Undoes until there is another way to go on.
    fn backtrack(&mut self, base: usize) -> Result<Option<(usize, usize)>, Exhausted> {
        while self.stack.len() > base {
            self.spend(1)?;
            match self.stack.pop() {
                None => break,
                Some(Frame::Branch { op, at }) => return Ok(Some((op, at))),
                Some(Frame::Restore { register, old }) => self.put(register, old),
                Some(Frame::Shorter { op, at, low, back }) => {
                    let neighbour = if back { self.after(at) } else { self.before(at) };
                    let Some(width) = neighbour.map(char::len_utf8) else { continue };
                    let at = if back { at + width } else { at - width };
                    if at != low {
                        self.push(Frame::Shorter { op, at, low, back })?;
                    }
                    return Ok(Some((op, at)));
                }
                Some(Frame::Longer { op, at, one, left, back }) => {
                    let Some(at) = self.take(one, at, back) else { continue };
                    if left > 1 {
                        let left = if left == FOREVER { left } else { left - 1 };
                        self.push(Frame::Longer { op, at, one, left, back })?;
                    }
                    return Ok(Some((op, at)));
                }
            }
        }
        Ok(None)
    }

    /// Drops everything above `base`, undoing the changes of registers.
    fn unwind(&mut self, base: usize) {
        while self.stack.len() > base {
            if let Some(Frame::Restore { register, old }) = self.stack.pop() {
                self.put(register, old);
            }
        }
    }

    fn backreference(
        &mut self,
        group: u32,
        ignore_case: bool,
        back: bool,
        at: usize,
    ) -> Result<Option<usize>, Exhausted> {
        let (start, end) = group_registers(group);
        let (start, end) = (self.get(start), self.get(end));
        if start == UNSET || end == UNSET {
            return Ok(Some(at));
        }
        let Some(wanted) = self.text.get(start..end) else { return Ok(None) };
        self.spend(wanted.len() / 4)?;
        if ignore_case {
            let same = |(a, b): (char, char)| a == b || other_case(a) == b;
            let count = wanted.chars().count();
            let taken: usize = if back {
                self.text.get(..at).map(|t| t.chars().rev().take(count).map(char::len_utf8).sum())
            } else {
                self.text.get(at..).map(|t| t.chars().take(count).map(char::len_utf8).sum())
            }
            .unwrap_or(0);
            let (from, to) = if back { (at.saturating_sub(taken), at) } else { (at, at + taken) };
            let found = self.text.get(from..to).is_some_and(|found| {
                found.chars().count() == count && found.chars().zip(wanted.chars()).all(same)
            });
            return Ok(found.then_some(if back { from } else { to }));
        }
        Ok(if back {
            self.text.get(..at).filter(|t| t.ends_with(wanted)).map(|_| at - wanted.len())
        } else {
            self.text.get(at..).filter(|t| t.starts_with(wanted)).map(|_| at + wanted.len())
        })
    }

    fn take(&self, one: One, at: usize, back: bool) -> Option<usize> {
        let c = if back { self.before(at) } else { self.after(at) }?;
        let fits = match one {
            One::Char(wanted) => c == wanted,
            One::Class(class) => self.classes.get(class as usize).is_some_and(|class| class.contains(c)),
        };
        fits.then(|| if back { at - c.len_utf8() } else { at + c.len_utf8() })
    }

    fn after(&self, at: usize) -> Option<char> {
        match self.text.as_bytes().get(at) {
            Some(&byte) if byte < 128 => Some(char::from(byte)),
            _ => self.text.get(at..)?.chars().next(),
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text.get(..at)?.chars().next_back()
    }

    fn get(&self, register: usize) -> usize {
        self.registers.get(register).copied().unwrap_or(UNSET)
    }

    fn put(&mut self, register: usize, value: usize) {
        if let Some(slot) = self.registers.get_mut(register) {
            *slot = value;
        }
    }

    fn set(&mut self, register: usize, value: usize) -> Result<(), Exhausted> {
        self.push(Frame::Restore { register, old: self.get(register) })?;
        self.put(register, value);
        Ok(())
    }

    fn push(&mut self, frame: Frame) -> Result<(), Exhausted> {
        if self.stack.len() >= MAX_STACK {
            self.steps.0 = 0;
            return Err(Exhausted);
        }
        self.stack.push(frame);
        Ok(())
    }

    const fn spend(&mut self, steps: usize) -> Result<(), Exhausted> {
        let covered = self.steps.0 >= steps;
        self.steps.0 = self.steps.0.saturating_sub(steps);
        if covered { Ok(()) } else { Err(Exhausted) }
    }
}

pub(super) const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

pub(super) const fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::super::Pattern;

    #[track_caller]
    fn check(source: &str, text: &str, expected: Option<bool>) {
        assert_eq!(Pattern::parse(source).unwrap().is_match(text), expected, "{source} on {text:?}");
    }

    #[test]
    fn finds_what_is_there() {
        for (source, text) in [
            ("", ""),
            ("b", "abc"),
            ("^abc$", "abc"),
            ("a|^$", ""),
            ("^a{2,3}$", "aaa"),
            ("^(?:ab){2}$", "abab"),
            ("^a+?b*?$", "aab"),
            (r"^(\w+)-\1$", "ab-ab"),
            (r"^(?<x>a)\k<x>$", "aa"),
            (r"^\1(a)$", "a"),
            (r"^(?:(a)|b)*\1$", "ab"),
            ("(?i)^straße$", "STRAßE"),
            (r"(?i)^(a)\1$", "aA"),
            ("^(?=.*[A-Z])(?=.*\\d).{4,}$", "aB3x"),
            ("^(?!foo)", "bar"),
            ("(?<=a+)b", "aab"),
            (r"(?<=(\d)\1)x", "77x"),
            (r"(?<=\1(\d))x", "77x"),
            ("(?<!a)b", "cb"),
            (r"\bfoo\b", "a foo b"),
            (r"\Boo", "foo"),
            ("(?m)^b$", "a\nb\nc"),
            ("(?s)a.b", "a\nb"),
            ("^.$", "😀"),
            (r"^\uD83D\uDE00$", "😀"),
            ("^[^a]$", "\n"),
            ("^(?:a?){3}$", "a"),
            ("^(?:a*)*$", "aaa"),
            ("^(?:a*?)*?$", "aaa"),
            (r"^\p{Letter}+$", "Ünïcode"),
            (r"^\S+$", "x"),
        ] {
            check(source, text, Some(true));
        }
    }

    #[test]
    fn does_not_find_what_is_not() {
        for (source, text) in [
            ("a", ""),
            ("^abc$", "abc\n"),
            ("^.$", "\u{2028}"),
            ("a.b", "a\nb"),
            ("[]", "x"),
            ("(?!)", "x"),
            ("a^b", "ab"),
            (r"^(\w+)-\1$", "ab-ac"),
            ("^(?!foo)", "foobar"),
            (r"^\d$", "٣"),
            (r"^\w$", "é"),
            (r"\uD83D", "😀"),
            ("^(?:a{2}){2}$", "aaa"),
            ("(?<!a)b", "ab"),
            // The second iteration forgets what the first one captured.
            (r"^(?:(a)|(b))*\1c$", "abac"),
        ] {
            check(source, text, Some(false));
        }
    }

    #[test]
    fn the_budget_ends_what_explodes() {
        for source in ["(a+)+$", "(a|a)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*(.*)*x"] {
            check(source, &("a".repeat(60) + "!"), None);
        }
        // Long texts alone use up nothing.
        check("^(?:a|b)*$", &"ab".repeat(5_000), Some(true));
        check("^.*$", &"ab".repeat(500_000), Some(true));
        check("^(?:a{1000}){1000}$", "aaa", Some(false));
    }
}
