//! Pipes: what a value goes through on its way out, `{{$person.firstName|upper|padEnd(10)}}`.

use super::{Arguments, Locale, Output, Parameter, Zone, moment, pipe_date, pipe_text};

/// One pipe.
#[derive(Debug)]
pub struct Pipe {
    /// Its name: `padStart`.
    pub name: &'static str,
    /// Other names that it goes by.
    pub aliases: &'static [&'static str],
    /// One line for the documentation.
    pub doc: &'static str,
    /// An expression that goes through it, without the braces.
    pub example: &'static str,
    /// What it takes; positional arguments fill them in this order.
    pub parameters: &'static [Parameter],
    /// Puts another value in the place of the one that is there.
    pub run: fn(&mut Piped<'_>) -> Output,
}

/// The pipes for values of any kind, in alphabetic order.
pub const TEXT_PIPES: &[Pipe] = pipe_text::PIPES;

/// The pipes for moments, in alphabetic order.
pub const DATE_PIPES: &[Pipe] = pipe_date::PIPES;

/// All pipes.
pub fn all() -> impl Iterator<Item = &'static Pipe> {
    TEXT_PIPES.iter().chain(DATE_PIPES)
}

/// The pipe of a name, letter case aside.
pub fn find(name: &str) -> Option<&'static Pipe> {
    all().find(|pipe| {
        pipe.name.eq_ignore_ascii_case(name)
            || pipe.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(name))
    })
}

/// A value on its way through a pipe.
#[derive(Debug)]
pub struct Piped<'p> {
    /// Where the value stands, after whatever was written before it.
    pub(super) out: &'p mut String,
    /// Where it starts.
    pub(super) start: usize,
    /// What it is.
    pub(super) output: Output,
    pub(super) arguments: &'p Arguments,
    /// The zone of the value: the expression's, else the project's.
    pub(super) zone: Zone,
    pub(super) locale: &'static Locale,
}

impl Piped<'_> {
    /// The value as text. A moment is one from now on.
    pub(super) fn text(&mut self) -> &str {
        if let Output::Moment(value) = self.output {
            moment::write_iso(value, self.out);
            self.output = Output::Text;
        }
        self.out.get(self.start..).unwrap_or_default()
    }

    /// Puts a text in the place of the value.
    pub(super) fn replace(&mut self, text: &str) -> Output {
        self.out.truncate(self.start);
        self.out.push_str(text);
        Output::Text
    }

    /// The value as a moment, if it is one or can be read as one.
    pub(super) fn moment(&self) -> Option<i64> {
        match self.output {
            Output::Moment(value) => Some(value),
            _ => moment::parse(self.out.get(self.start..).unwrap_or_default()),
        }
    }

    /// Puts a moment in the place of the value.
    pub(super) fn replace_moment(&mut self, value: i64) -> Output {
        self.out.truncate(self.start);
        Output::Moment(moment::clamp(value))
    }

    /// The zone that a pipe's own argument names, else that of the value.
    pub(super) fn zone_of_argument(&self) -> Zone {
        self.arguments.text("timezone").and_then(Zone::find).unwrap_or(self.zone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_there_once_and_in_order() {
        for table in [TEXT_PIPES, DATE_PIPES] {
            assert!(table.is_sorted_by_key(|pipe| pipe.name.to_lowercase()));
        }
        let mut names: Vec<String> = all()
            .flat_map(|pipe| pipe.aliases.iter().chain([&pipe.name]))
            .map(|name| name.to_lowercase())
            .collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(find("FORMAT").is_some() && find("nothing").is_none());
    }
}
