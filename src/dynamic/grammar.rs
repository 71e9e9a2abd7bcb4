//! What an expression looks like: `$module.method(name=value, 'text', [1, 2]) | pipe | pipe(value)`.
//!
//! The names are not looked up here. The first fault ends the reading, so that it takes linear time on any text.

use super::Argument;
use super::error::Fault;

/// How deep lists may nest.
const MAX_DEPTH: usize = 8;
/// How many arguments a call may have.
const MAX_ARGUMENTS: usize = 64;
/// How many values a list may hold, with those of the lists in it.
const MAX_ITEMS: usize = 1000;
/// How many pipes a value may go through.
const MAX_PIPES: usize = 20;
/// The longest regular expression between slashes, in characters.
const MAX_REGULAR_EXPRESSION: usize = 1000;

/// An expression as it is written.
#[derive(Debug)]
pub(super) struct Written<'t> {
    pub(super) call: WrittenCall<'t>,
    pub(super) pipes: Vec<WrittenCall<'t>>,
}

/// A method or pipe as it is written.
#[derive(Debug)]
pub(super) struct WrittenCall<'t> {
    pub(super) name: &'t str,
    /// The byte at which it starts.
    pub(super) at: usize,
    pub(super) arguments: Vec<WrittenArgument<'t>>,
}

/// An argument as it is written.
#[derive(Debug)]
pub(super) struct WrittenArgument<'t> {
    pub(super) name: Option<&'t str>,
    /// The byte at which it starts.
    pub(super) at: usize,
    pub(super) value: Argument,
}

/// Reads a text from left to right.
#[derive(Debug)]
pub(super) struct Reader<'t> {
    text: &'t str,
    /// The next byte.
    pub(super) at: usize,
    items: usize,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str, at: usize) -> Self {
        Self { text, at, items: 0 }
    }

    pub(super) fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    pub(super) fn skip_spaces(&mut self) {
        self.take_while(char::is_whitespace);
    }

    /// Goes past a text if it comes next.
    pub(super) fn eat(&mut self, expected: &str) -> bool {
        let found = self.rest().starts_with(expected);
        if found {
            self.at += expected.len();
        }
        found
    }

    fn take_while(&mut self, test: impl Fn(char) -> bool) -> &'t str {
        let rest = self.rest();
        let end = rest.find(|next| !test(next)).unwrap_or(rest.len());
        self.at += end;
        rest.get(..end).unwrap_or_default()
    }

    fn fault<T>(&self, message: &str) -> Result<T, Fault> {
        let message = match self.peek() {
            Some(next) => format!("{message}, found `{next}`"),
            None => format!("{message}, found the end of the text"),
        };
        Err(Fault::new(self.at, message))
    }

    /// An expression up to its `}}`, from its `$` on.
    pub(super) fn expression(&mut self) -> Result<Written<'t>, Fault> {
        self.eat("$");
        let call = self.call(|next| is_name(next) || next == '.')?;
        let mut pipes = Vec::new();
        loop {
            self.skip_spaces();
            if self.eat("}}") {
                return Ok(Written { call, pipes });
            }
            if !self.eat("|") {
                return self.fault("expected `|`, `(` or `}}`");
            }
            self.skip_spaces();
            if pipes.len() >= MAX_PIPES {
                return Err(Fault::new(
                    self.at,
                    format!("no value may go through more than {MAX_PIPES} pipes"),
                ));
            }
            pipes.push(self.call(is_name)?);
        }
    }

    fn call(&mut self, is_part: fn(char) -> bool) -> Result<WrittenCall<'t>, Fault> {
        let at = self.at;
        let name = self.take_while(is_part);
        if name.is_empty() {
            return self.fault("expected a name");
        }
        let after = self.at;
        self.skip_spaces();
        let arguments = if self.eat("(") {
            self.arguments(')')?
        } else {
            self.at = after;
            Vec::new()
        };
        Ok(WrittenCall { name, at, arguments })
    }

    /// Arguments up to the closing bracket, which is gone past.
    pub(super) fn arguments(&mut self, close: char) -> Result<Vec<WrittenArgument<'t>>, Fault> {
        let mut arguments = Vec::new();
        loop {
            self.skip_spaces();
            if self.peek() == Some(close) {
                self.next();
                return Ok(arguments);
            }
            if arguments.len() >= MAX_ARGUMENTS {
                return Err(Fault::new(
                    self.at,
                    format!("no call may have more than {MAX_ARGUMENTS} arguments"),
                ));
            }
            self.argument(&mut arguments, '=', 0)?;
            self.skip_spaces();
            if !self.eat(",") && self.peek() != Some(close) {
                return self.fault(&format!("expected `,` or `{close}`"));
            }
        }
    }

    /// One argument. An object, as Faker takes it, is as good as its members: `{min: 1, max: 5}`.
    fn argument(
        &mut self,
        arguments: &mut Vec<WrittenArgument<'t>>,
        separator: char,
        depth: usize,
    ) -> Result<(), Fault> {
        let at = self.at;
        let name = self.argument_name(separator);
        self.skip_spaces();
        if self.eat("{") {
            if depth >= MAX_DEPTH {
                return Err(Fault::new(at, format!("no value may nest deeper than {MAX_DEPTH}")));
            }
            loop {
                self.skip_spaces();
                if self.eat("}") {
                    return Ok(());
                }
                if arguments.len() >= MAX_ARGUMENTS {
                    return Err(Fault::new(
                        self.at,
                        format!("no call may have more than {MAX_ARGUMENTS} arguments"),
                    ));
                }
                self.argument(arguments, ':', depth + 1)?;
                self.skip_spaces();
                if !self.eat(",") && self.peek() != Some('}') {
                    return self.fault("expected `,` or `}`");
                }
            }
        }
        if let Some(value) = self.value(0)? {
            arguments.push(WrittenArgument { name, at, value });
        }
        Ok(())
    }

    /// The name of an argument with the sign after it, if that is what comes next.
    fn argument_name(&mut self, separator: char) -> Option<&'t str> {
        let start = self.at;
        let quote = self.peek().filter(|next| separator == ':' && matches!(next, '"' | '\''));
        if quote.is_some() {
            self.next();
        }
        let name = self.take_while(is_name);
        if quote.is_some() && self.peek() == quote {
            self.next();
        }
        self.skip_spaces();
        if !name.is_empty() && self.peek() == Some(separator) {
            self.next();
            return Some(name);
        }
        self.at = start;
        None
    }

    /// A value; `None` for `null`, which is as good as no argument.
    pub(super) fn value(&mut self, depth: usize) -> Result<Option<Argument>, Fault> {
        self.items += 1;
        if self.items > MAX_ITEMS {
            return Err(Fault::new(self.at, format!("no expression may hold more than {MAX_ITEMS} values")));
        }
        match self.peek() {
            Some(quote @ ('\'' | '"')) => self.quoted(quote).map(Some),
            Some('[') => self.list(depth, '[', ']').map(Some),
            // A member of a list: its keys and values one after the other.
            Some('{') if depth > 0 => self.list(depth, '{', '}').map(Some),
            Some('/') => Ok(Some(match self.regular_expression() {
                Some(source) => Argument::Text(source.into()),
                None => self.bare()?.unwrap_or(Argument::Text("".into())),
            })),
            _ => self.bare(),
        }
    }

    fn list(&mut self, depth: usize, open: char, close: char) -> Result<Argument, Fault> {
        let start = self.at;
        if depth >= MAX_DEPTH {
            return Err(Fault::new(start, format!("no value may nest deeper than {MAX_DEPTH}")));
        }
        self.next();
        let mut items = Vec::new();
        loop {
            self.skip_spaces();
            if self.peek() == Some(close) {
                self.next();
                return Ok(Argument::List(items));
            }
            if open == '{' {
                match self.argument_name(':') {
                    Some(name) => items.push(Argument::Text(name.into())),
                    None => return self.fault("expected a name and `:`"),
                }
                self.skip_spaces();
            }
            items.push(self.value(depth + 1)?.unwrap_or(Argument::Text("null".into())));
            self.skip_spaces();
            if !self.eat(",") && self.peek() != Some(close) {
                return self.fault(&format!("expected `,` or `{close}`"));
            }
        }
    }

    fn quoted(&mut self, quote: char) -> Result<Argument, Fault> {
        let start = self.at;
        self.next();
        let mut text = String::new();
        while let Some(next) = self.next() {
            match next {
                _ if next == quote => return Ok(Argument::Text(text.into())),
                '\\' => self.escape(&mut text),
                _ => text.push(next),
            }
        }
        Err(Fault::new(start, format!("there is no closing `{quote}`")))
    }

    /// What follows a backslash. Those of regular expressions stay as they are: `'\d+'` means what it says.
    fn escape(&mut self, text: &mut String) {
        match self.peek() {
            Some(next @ ('\'' | '"' | '\\')) => {
                text.push(next);
                self.next();
            }
            Some('n') => {
                text.push('\n');
                self.next();
            }
            Some('t') => {
                text.push('\t');
                self.next();
            }
            Some('r') => {
                text.push('\r');
                self.next();
            }
            Some('u') => {
                let digits =
                    self.rest().get(1..5).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
                match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32)
                {
                    Some(decoded) => {
                        text.push(decoded);
                        self.at += 5;
                    }
                    None => text.push('\\'),
                }
            }
            _ => text.push('\\'),
        }
    }

    /// A regular expression between slashes, without them and without its flags.
    fn regular_expression(&mut self) -> Option<&'t str> {
        let rest = self.rest();
        let (mut escaped, mut in_class) = (false, false);
        for (at, next) in rest.char_indices().take(MAX_REGULAR_EXPRESSION).skip(1) {
            match next {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '[' => in_class = true,
                ']' => in_class = false,
                '/' if !in_class => {
                    self.at += at + 1;
                    self.take_while(|flag| flag.is_ascii_alphabetic());
                    return rest.get(1..at);
                }
                _ => {}
            }
        }
        None
    }

    /// A value without quotes: a number, `true`, `false`, `null`, or a text up to the next comma or bracket.
    fn bare(&mut self) -> Result<Option<Argument>, Fault> {
        let token = self.take_while(|next| !matches!(next, ',' | ')' | ']' | '}')).trim_end();
        Ok(Some(match token {
            "" => return self.fault("expected a value"),
            "null" | "undefined" => return Ok(None),
            "true" => Argument::Flag(true),
            "false" => Argument::Flag(false),
            _ => number(token).unwrap_or_else(|| Argument::Text(token.into())),
        }))
    }
}

/// A list, or one value, from a text of its own, such as a quoted list.
pub(super) fn list(text: &str) -> Option<Vec<Argument>> {
    let mut reader = Reader::new(text, 0);
    reader.skip_spaces();
    let Ok(Some(Argument::List(items))) = reader.value(0) else { return None };
    reader.skip_spaces();
    reader.rest().is_empty().then_some(items)
}

/// A number as JSON and JavaScript write it in decimal.
pub(super) fn number(token: &str) -> Option<Argument> {
    if !token.starts_with(|next: char| next.is_ascii_digit() || matches!(next, '-' | '+' | '.')) {
        return None;
    }
    if let Ok(value) = token.parse() {
        return Some(Argument::Integer(value));
    }
    let plain = token.bytes().all(|next| next.is_ascii_digit() || b"+-.eE".contains(&next));
    let value: f64 = token.parse().ok().filter(|_| plain)?;
    value.is_finite().then_some(Argument::Number(value))
}

pub(super) fn is_name(next: char) -> bool {
    next.is_ascii_alphanumeric() || next == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How an expression is read, in one line.
    fn read(text: &str) -> String {
        let show = |call: &WrittenCall<'_>| {
            let arguments: Vec<String> = call
                .arguments
                .iter()
                .map(|argument| format!("{}={:?}", argument.name.unwrap_or("_"), argument.value))
                .collect();
            format!("{}({})", call.name, arguments.join(", "))
        };
        match Reader::new(text, 0).expression() {
            Ok(written) => {
                std::iter::once(&written.call).chain(&written.pipes).map(show).collect::<Vec<_>>().join(" | ")
            }
            Err(fault) => format!("{} at {}", fault.message, fault.at),
        }
    }

    #[test]
    fn reads_what_is_written() {
        let cases = [
            ("$a.b}}", "a.b()"),
            ("$a.b ( ) | c}}", "a.b() | c()"),
            ("$a.b(x=1, y = -2.5,z='q')}}", r#"a.b(x=Integer(1), y=Number(-2.5), z=Text("q"))"#),
            (r#"$a.b(["T", 'U',3])}}"#, r#"a.b(_=List([Text("T"), Text("U"), Integer(3)]))"#),
            (r"$a.b('\d+\'\\d\u0041\n')}}", r#"a.b(_=Text("\\d+'\\dA\n"))"#),
            ("$a.b('}}', \")|\")}}", r#"a.b(_=Text("}}"), _=Text(")|"))"#),
            (
                "$a.b(upper, yyyy-MM-dd HH:mm, 2020-01-01)}}",
                r#"a.b(_=Text("upper"), _=Text("yyyy-MM-dd HH:mm"), _=Text("2020-01-01"))"#,
            ),
            ("$a.b(true,null,x=null,1e3,)}}", "a.b(_=Flag(true), _=Number(1000.0))"),
            ("$a.b(/[a/]\\/z/i, 1)}}", r#"a.b(_=Text("[a/]\\/z"), _=Integer(1))"#),
            (
                "$a.b({min: 1, 'max': 5, length: {min: 2}})}}",
                "a.b(min=Integer(1), max=Integer(5), min=Integer(2))",
            ),
            (
                "$a.b([{weight: 5, value: 'x'}])}}",
                r#"a.b(_=List([List([Text("weight"), Integer(5), Text("value"), Text("x")])]))"#,
            ),
            ("$a.b|c(-1)|d('e', f=[])}}", r#"a.b() | c(_=Integer(-1)) | d(_=Text("e"), f=List([]))"#),
            ("$a.b(99999999999999999999)}}", "a.b(_=Number(1e20))"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn tells_what_is_wrong() {
        let cases = [
            ("$a.b", "expected `|`, `(` or `}}`, found the end of the text at 4"),
            ("$a.b)}}", "expected `|`, `(` or `}}`, found `)` at 4"),
            ("$}}", "expected a name, found `}` at 1"),
            ("$a.b|}}", "expected a name, found `}` at 5"),
            ("$a.b('x}}", "there is no closing `'` at 5"),
            ("$a.b('x' 'y')}}", "expected `,` or `)`, found `'` at 9"),
            ("$a.b(,)}}", "expected a value, found `,` at 5"),
            ("$a.b([1}}", "expected `,` or `]`, found `}` at 7"),
        ];
        for (text, expected) in cases {
            assert_eq!(read(text), expected, "{text}");
        }
        for (text, expected) in [
            (format!("$a.b({}", "[".repeat(50)), "nest deeper"),
            (format!("$a.b({}", "{a:".repeat(50)), "nest deeper"),
            (format!("$a.b({})}}}}", "1,".repeat(65)), "more than 64 arguments"),
            (format!("$a.b([{}])}}}}", "1,".repeat(1001)), "more than 1000 values"),
            (format!("$a.b{}}}}}", "|c".repeat(21)), "more than 20 pipes"),
        ] {
            assert!(read(&text).contains(expected), "{}", read(&text));
        }
    }

    #[test]
    fn lists_in_texts() {
        assert_eq!(list(" ['a', 1] "), Some(vec![Argument::Text("a".into()), Argument::Integer(1)]));
        assert_eq!((list("abc"), list("[1"), list("[1] x")), (None, None, None));
    }
}
