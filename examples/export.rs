//! Writes documents in other versions of OpenAPI: `export FOLDER FILE…` writes `NAME.VERSION.json` for each file and
//! each of the three versions into the folder, and `NAME.3.1.yaml` too. Anybody can then judge them.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::path::Path;
use std::process::ExitCode;

use edgemock::export::{ExportEndpoint, ExportPart, ExportProject, ExportRequest, assemble};
use edgemock::import::{ImportOptions, text};

fn part(bytes: &[u8]) -> Result<ExportPart, Box<dyn std::error::Error>> {
    let document = text::parse(bytes)?.read(&ImportOptions::default())?;
    let endpoint = |(id, operation): (u64, &edgemock::model::Operation)| ExportEndpoint {
        id,
        method: operation.method,
        path: operation.path.clone(),
        mock: None,
    };
    let endpoints = (1..).zip(&document.operations).map(endpoint).collect();
    Ok(ExportPart { document, prepended: false, endpoints })
}

fn write(folder: &Path, file: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let part = part(&std::fs::read(file)?)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    for (version, format) in [("2.0", "json"), ("3.0", "json"), ("3.1", "json"), ("3.1", "yaml")] {
        let body = format!(r#"{{"oasVersion": "{version}", "exportFormat": "{format}"}}"#);
        let exported =
            assemble(vec![part.clone()], &ExportProject::default(), &ExportRequest::parse(body.as_bytes())?);
        std::fs::write(folder.join(format!("{name}.{version}.{format}")), exported.text())?;
        let count = exported.problems.len() + exported.problems_omitted;
        println!("{name} {version} {format}: {count} problems");
    }
    Ok(())
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(folder) = arguments.next() else {
        eprintln!("usage: export FOLDER FILE…");
        return ExitCode::FAILURE;
    };
    for file in arguments {
        if let Err(error) = write(Path::new(&folder), Path::new(&file)) {
            eprintln!("{}: {error}", Path::new(&file).display());
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
