//! `system`: files, versions, schedules and network interfaces.

mod cron;
mod file;

use std::fmt::Write as _;

use super::Module;
use crate::dynamic::{Call, Method, Output, Parameter, ParameterKind};
use file::File;

pub(super) const MODULE: Module = Module {
    name: "system",
    doc: "Files, versions, schedules and network interfaces. Name, path, extension and type of one object agree.",
    methods: &[
        Method::new(
            "commonFileExt",
            "An extension that everybody knows.",
            "$system.commonFileExt",
            &[],
            |call| call.pick(COMMON_EXTENSIONS),
        ),
        Method::new(
            "commonFileName",
            "A file name with an extension that everybody knows.",
            "$system.commonFileName(extension='pdf')",
            &[Parameter::new("extension", ParameterKind::Text, "")],
            |call| {
                let file = File::any(call);
                call.out.push_str(file.stem);
                call.out.push('.');
                match call.arguments.text("extension") {
                    Some(extension) => call.text(extension.trim_start_matches('.')),
                    None => call.pick(COMMON_EXTENSIONS),
                }
            },
        ),
        Method::new("commonFileType", "What kind of file it is.", "$system.commonFileType", &[], |call| {
            call.pick(&["video", "audio", "image", "text", "application"])
        }),
        Method::new(
            "cron",
            "A schedule of five fields.",
            "$system.cron(includeYear=true)",
            &[
                Parameter::new("includeYear", ParameterKind::Flag, "false"),
                Parameter::new("includeNonStandard", ParameterKind::Flag, "false"),
            ],
            cron::run,
        ),
        Method::new("directoryPath", "A directory.", "$system.directoryPath", &[], |call| {
            let file = File::of(call, file::PART_DIRECTORY);
            call.text(file.directory)
        }),
        Method::new(
            "fileExt",
            "The extension of a file; agrees with fileName and mimeType.",
            "$system.fileExt(mimeType='image/png')",
            &[Parameter::new("mimeType", ParameterKind::Text, "")],
            |call| {
                let asked = call.arguments.text("mimeType").and_then(file::extension_of);
                let extension = asked.unwrap_or_else(|| File::of(call, file::PART_EXTENSION).kind.extension);
                call.text(extension)
            },
        ),
        Method::new(
            "fileName",
            "The name of a file.",
            "$system.fileName(extensionCount=2)",
            &[
                Parameter::new("extensionCount", ParameterKind::Integer, "1"),
                Parameter::new("min", ParameterKind::Integer, ""),
                Parameter::new("max", ParameterKind::Integer, ""),
            ],
            file_name,
        ),
        Method::new("filePath", "The whole path of a file.", "$system.filePath", &[], |call| {
            let File { directory, stem, kind } = File::of(call, file::PART_PATH);
            // Writing to a string cannot fail.
            let _ = write!(call.out, "{directory}/{stem}.{}", kind.extension);
            Output::Text
        }),
        Method::new(
            "fileType",
            "What kind of file it is; agrees with mimeType.",
            "$system.fileType",
            &[],
            |call| {
                let file = File::of(call, file::PART_TYPE);
                call.text(file.kind.mime.split('/').next().unwrap_or("application"))
            },
        ),
        Method::new("mimeType", "A media type; agrees with fileName.", "$system.mimeType", &[], |call| {
            let file = File::of(call, file::PART_MIME);
            call.text(file.kind.mime)
        }),
        Method::new(
            "networkInterface",
            "The name of a network interface: enp3s0.",
            "$system.networkInterface(interfaceType='wl')",
            &[
                Parameter::new("interfaceType", ParameterKind::Choice(&["en", "wl", "ww"]), ""),
                Parameter::new(
                    "interfaceSchema",
                    ParameterKind::Choice(&["index", "slot", "mac", "pci"]),
                    "",
                ),
            ],
            network_interface,
        ),
        Method::new("semver", "A semantic version.", "$system.semver", &[], |call| {
            let (major, minor, patch) = (call.rng.below(10), call.rng.below(21), call.rng.below(21));
            let _ = write!(call.out, "{major}.{minor}.{patch}");
            Output::Text
        }),
    ],
};

const COMMON_EXTENSIONS: &[&str] =
    &["pdf", "mp3", "wav", "mp4", "gif", "jpg", "png", "jpeg", "txt", "csv", "html", "zip", "docx", "xlsx"];

fn file_name(call: &mut Call<'_>) -> Output {
    let given = |name: &str| call.arguments.integer(name).map(|count| count.clamp(0, 100) as usize);
    let (low, high) = match (given("extensionCount"), given("min"), given("max")) {
        (Some(count), _, _) => (count, count),
        (None, low, high) => (low.unwrap_or(1), high.or(low).unwrap_or(1)),
    };
    let count = call.rng.between(low, high);
    let file = File::of(call, file::PART_NAME);
    call.out.push_str(file.stem);
    for _ in 1..count {
        call.out.push('.');
        call.pick(COMMON_EXTENSIONS);
    }
    if count > 0 {
        call.out.push('.');
        call.out.push_str(file.kind.extension);
    }
    Output::Text
}

/// The names that systemd gives.
fn network_interface(call: &mut Call<'_>) -> Output {
    let kind = match call.arguments.text("interfaceType") {
        Some(kind) => kind,
        None => call.rng.pick(&["en", "wl", "ww"]).copied().unwrap_or("en"),
    };
    let schema = match call.arguments.text("interfaceSchema") {
        Some(schema) => schema,
        None => call.rng.pick(&["index", "slot", "mac", "pci"]).copied().unwrap_or("index"),
    };
    call.out.push_str(kind);
    let (first, second, third) = (call.rng.below(10), call.rng.below(10), call.rng.below(10));
    match schema {
        "slot" => {
            let _ = write!(call.out, "s{first}");
            if call.rng.chance(1, 3) {
                let _ = write!(call.out, "f{second}");
            }
        }
        "mac" => {
            call.out.push('x');
            for _ in 0..12 {
                call.out.push(char::from_digit(call.rng.below(16) as u32, 16).unwrap_or('0'));
            }
        }
        "pci" => {
            let _ = write!(call.out, "p{first}s{second}");
            if call.rng.chance(1, 3) {
                let _ = write!(call.out, "f{third}");
            }
        }
        _ => {
            let _ = write!(call.out, "o{first}");
        }
    }
    Output::Text
}

#[cfg(test)]
mod tests {
    use super::super::testing::{draw, object, walk, with};
    use crate::dynamic::Arguments;

    #[test]
    fn all_give_values() {
        walk("system");
    }

    #[test]
    fn the_parts_of_a_file_agree() {
        for seed in 0..200 {
            let mut shared = object("en", seed);
            let mut part = |name: &str| shared.draw(name, &[]);
            let (path, name) = (part("system.filePath"), part("system.fileName"));
            assert_eq!(path, format!("{}/{name}", part("system.directoryPath")));
            assert!(name.ends_with(&format!(".{}", part("system.fileExt"))));
            assert!(part("system.mimeType").starts_with(&part("system.fileType")));
        }
    }

    #[test]
    fn arguments_count() {
        for seed in 0..100 {
            let name = draw("system.fileName", &with([("extensionCount", 3.into())]), "en", seed).1;
            assert_eq!(name.matches('.').count(), 3, "{name}");
            assert_eq!(
                draw("system.fileExt", &with([("mimeType", "image/png".into())]), "en", seed).1,
                "png"
            );
            let interface = with([("interfaceType", "wl".into()), ("interfaceSchema", "mac".into())]);
            let interface = draw("system.networkInterface", &interface, "en", seed).1;
            assert!(interface.starts_with("wlx") && interface.len() == 15, "{interface}");
            let version = draw("system.semver", &Arguments::NONE, "en", seed).1;
            assert!(version.split('.').filter(|part| part.parse::<u8>().is_ok()).count() == 3, "{version}");
        }
    }
}
