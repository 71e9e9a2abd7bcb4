//! One expression: a method of the catalogue with its arguments, and the pipes its value goes through.

use super::bind::bind;
use super::error::Fault;
use super::grammar::{Written, WrittenCall};
use super::nearest::nearest;
use super::pipe::{self, Pipe, Piped};
use super::template::Scope;
use super::{Arguments, Call, Locale, Method, Output, Zone, alias, catalogue, moment};

/// No value is longer than this many bytes after it has gone through a pipe.
const MAX_VALUE: usize = 100_000;

/// An expression that is ready to be written.
#[derive(Debug)]
pub(super) struct Expression {
    method: &'static Method,
    arguments: Arguments,
    locale: Option<&'static Locale>,
    /// The zone that the expression names.
    zone: Option<Zone>,
    pipes: Box<[(&'static Pipe, Arguments)]>,
}

impl Expression {
    /// Looks up the names of what is written.
    pub(super) fn bind(written: Written<'_>) -> Result<Self, Fault> {
        let name = written.call.name;
        let method = find_method(&written.call)?;
        let at = written.call.at;
        let (arguments, locale) = bind(written.call, method.parameters)?;
        let zone = match arguments.text("timeZone") {
            Some(zone) => Some(Zone::find(zone).ok_or_else(|| {
                Fault::new(
                    at,
                    format!("`timeZone` of `{name}` takes an IANA time zone such as `Europe/Berlin`"),
                )
            })?),
            None => None,
        };
        let pipes = written.pipes.into_iter().map(|call| {
            let found = pipe::find(call.name).ok_or_else(|| {
                let known = pipe::all().map(|pipe| pipe.name);
                Fault::unknown(
                    call.at,
                    &format!("there is no pipe `{}`", call.name),
                    nearest(call.name, known),
                )
            })?;
            let (arguments, _) = bind(call, found.parameters)?;
            Ok((found, arguments))
        });
        Ok(Self { method, arguments, locale, zone, pipes: pipes.collect::<Result<_, Fault>>()? })
    }

    /// Appends a value.
    pub(super) fn write(&self, scope: &mut Scope<'_>) -> Output {
        let start = scope.out.len();
        let locale = self.locale.unwrap_or(scope.locale);
        let mut output = (self.method.run)(&mut Call {
            out: scope.out,
            rng: scope.rng,
            now: scope.now,
            locale,
            arguments: &self.arguments,
            entity: scope.entity,
        });
        let zone = self.zone.unwrap_or(scope.zone);
        if let Output::Moment(value) = output
            && let Some(pattern) = self.arguments.text("format")
        {
            moment::write(value, pattern, zone, locale, scope.out);
            output = Output::Text;
        }
        for (pipe, arguments) in &self.pipes {
            let mut piped = Piped { out: scope.out, start, output, arguments, zone, locale };
            output = (pipe.run)(&mut piped);
            if scope.out.len() - start > MAX_VALUE {
                let end = scope.out.floor_char_boundary(start + MAX_VALUE);
                scope.out.truncate(end);
                output = Output::Text;
            }
        }
        if let (Output::Moment(value), Some(zone)) = (output, self.zone) {
            moment::write_offset(value, zone, scope.out);
            return Output::Text;
        }
        output
    }
}

fn find_method(call: &WrittenCall<'_>) -> Result<&'static Method, Fault> {
    if let Some(method) = catalogue::find(call.name).or_else(|| catalogue::find(alias::target(call.name)?)) {
        return Ok(method);
    }
    let (module, _) = call.name.split_once('.').unwrap_or((call.name, ""));
    let names: Vec<String> = catalogue::MODULES
        .iter()
        .flat_map(|module| module.methods.iter().map(|method| format!("{}.{}", module.name, method.name)))
        .collect();
    // A known module says more about what was meant than the rest of the name; a bare name is that of a method.
    let of_module = || names.iter().map(String::as_str).filter(|name| name.split('.').next() == Some(module));
    let bare = || {
        let ending = names.iter().find(|name| name.split('.').nth(1) == Some(call.name));
        ending.map(String::as_str)
    };
    let found =
        nearest(call.name, of_module()).or_else(|| nearest(call.name, names.iter().map(String::as_str)));
    let message = if call.name.contains('.') && !catalogue::MODULES.iter().any(|known| known.name == module) {
        format!("there is no module `{module}`")
    } else {
        format!("there is no method `{}`", call.name)
    };
    Err(Fault::unknown(call.at, &message, found.or_else(bare)))
}
