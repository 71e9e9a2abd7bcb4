//! A parsed document to what the project needs of it.

use serde_json::Value;

use super::converted::Converted;
use super::detect::detect;
use super::embedded::weigh;
use super::error::DocumentError;
use super::faults::Faults;
use super::folder;
use super::mock_extension;
use super::native;
use super::operations::Walk;
use super::options::ImportOptions;
use super::pointer::Path;
use super::postman;
use super::problems::Problems;
use super::servers::base_path;
use super::settings::SettingsFromFile;
use super::text::{MAX_BYTES, MAX_VALUES, Parsed};
use crate::model::{EndpointMock, Operation, Problem};
use crate::schema::Dialect;

/// A document that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The rules its schemas are read by; OpenAPI 3.2 counts as 3.1.
    pub dialect: Dialect,
    /// `info.title`; empty when there is none.
    pub title: String,
    /// `info.version`; empty when there is none.
    pub version: String,
    /// Its operations in document order.
    pub operations: Vec<Operation>,
    /// The names of its shared schemas in document order.
    pub schema_names: Vec<String>,
    /// The folders of its operations, e.g. `Shop` and `Shop/Pets`; see [`folder`].
    pub folders: Vec<String>,
    /// The folders of its shared schemas.
    pub schema_folders: Vec<String>,
    /// The path of its first server, `/v1`; empty when there is none.
    pub server_base_path: String,
    /// Its faults.
    pub problems: Vec<Problem>,
    /// How many faults there are beyond those in `problems`.
    pub problems_omitted: usize,
    /// What kind of file it was.
    pub kind: DocumentKind,
    /// What the document brings of what owners set for an operation, by the operation's index: `x-edgemock-mock`.
    pub mocks: Vec<(usize, EndpointMock)>,
    /// The mock settings that the file brings; OpenAPI and Swagger have none.
    pub settings: Option<SettingsFromFile>,
    /// Endpoints of the file that could not be taken; `problems` says why.
    pub failed: u64,
    /// The document as it was sent; of other files what they were turned into. Pointers point into it, but those of
    /// problems in a file that was turned into it, which point into that file.
    pub root: Value,
}

/// What kind of file a document came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// OpenAPI or Swagger.
    OpenApi,
    /// A project file of Apidog or Apifox.
    Project,
    /// A Postman collection.
    Postman,
}

/// Reads an OpenAPI 3.0, 3.1 or 3.2 or Swagger 2.0 document, a project file of Apidog or Apifox, or a Postman
/// collection. Faults do not fail it, they are listed in [`Document::problems`]; nothing outside the document is
/// fetched. Takes time linear in the document's size.
///
/// # Errors
/// A value that is no such document; the message names what it seems to be.
pub fn read(root: Value, options: &ImportOptions) -> Result<Document, DocumentError> {
    let (kind, converted) = if native::is_project(&root) {
        (DocumentKind::Project, Some(native::convert(&root)))
    } else if let Some((collection, at)) = postman::collection(&root) {
        (DocumentKind::Postman, Some(postman::convert(collection, at)))
    } else {
        (DocumentKind::OpenApi, None)
    };
    let (root, settings, found, failed) = match converted {
        Some(Converted { document, settings, problems, failed }) => {
            check_size(&document)?;
            (document, settings, problems.finish(), failed)
        }
        None => (root, None, (Vec::new(), 0), 0),
    };
    let mut problems = Problems::default();
    let (top, dialect) = detect(&root, &mut problems)?;
    let info = |name: &str| match top.get("info").and_then(|info| info.get(name)) {
        Some(Value::String(text)) => text.clone(),
        // An unquoted YAML version.
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let (title, version) = (info("title"), info("version"));
    let server_base_path = base_path(&root, dialect);
    Faults::new(&root, dialect, &mut problems).find();
    let operations = Walk {
        root: &root,
        dialect,
        base_path: if options.prepend_base_path { &server_base_path } else { "" },
        problems: &mut problems,
    }
    .operations();
    if operations.is_empty() {
        problems.warning(&Path::At(""), "the document declares no operations: nothing is served from it");
    }
    let schemas = match dialect {
        Dialect::OpenApi20 => top.get("definitions"),
        _ => top.get("components").and_then(|components| components.get("schemas")),
    };
    let shared = schemas.and_then(Value::as_object).into_iter().flatten();
    let in_folders = shared.clone().filter_map(|(_, schema)| folder::extension(schema, "folder")?.as_str());
    let schema_folders = folder::all(in_folders);
    let schema_names = shared.map(|(name, _)| name.clone()).filter(|name| name != "$ref").collect();
    let folders = folder::all(operations.iter().map(|operation| operation.folder.as_str()));
    let mocks = mock_extension::of_operations(&root, &operations, &mut problems);
    let (mut problems, problems_omitted) = problems.finish();
    problems.splice(0..0, found.0);
    Ok(Document {
        dialect,
        title,
        version,
        operations,
        schema_names,
        folders,
        schema_folders,
        server_base_path,
        problems,
        problems_omitted: problems_omitted + found.1,
        kind,
        mocks,
        settings,
        failed,
        root,
    })
}

/// Whether what a file was turned into can be stored and read again as a document.
fn check_size(document: &Value) -> Result<(), DocumentError> {
    let (values, bytes) = weigh(document);
    if values <= MAX_VALUES && bytes <= MAX_BYTES {
        return Ok(());
    }
    let message = format!(
        "as an OpenAPI document the file has {values} values in about {bytes} bytes, {MAX_VALUES} in {MAX_BYTES} are \
         allowed: split it"
    );
    Err(DocumentError::too_large(message))
}

impl Parsed {
    /// [`read`], with the faults of the text in front of the others.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(self, options: &ImportOptions) -> Result<Document, DocumentError> {
        let mut document = read(self.value, options)?;
        document.problems.splice(0..0, self.problems);
        Ok(document)
    }
}

#[cfg(test)]
mod tests {
    use super::super::text::parse;
    use super::*;
    use serde_json::json;

    #[test]
    fn reads_what_a_project_needs() {
        let text = "swagger: '2.0'\ninfo: {title: Shop, version: 1.5}\nbasePath: /v1/\ndefinitions: {Pet: {type: object}, Owner: {type: object}}\n\
                    paths:\n  /pets:\n    get: {tags: [In/Out], responses: {200: {description: ok, schema: {$ref: '#/definitions/Pet'}}}}\n    get: {x-apidog-folder: A/B, responses: {200: {}}}\n";
        let document = parse(text.as_bytes()).unwrap().read(&ImportOptions::default()).unwrap();
        assert_eq!(document.dialect, Dialect::OpenApi20);
        assert_eq!((document.title.as_str(), document.version.as_str()), ("Shop", "1.5"));
        assert_eq!(document.schema_names, ["Pet", "Owner"]);
        assert_eq!(document.folders, ["A", "A/B"]);
        assert_eq!(document.server_base_path, "/v1");
        assert_eq!(document.operations.len(), 1);
        assert_eq!(document.operations[0].path, "/pets");
        let pointers: Vec<_> = document.problems.iter().map(|problem| problem.pointer.as_str()).collect();
        assert_eq!(pointers, ["/paths/~1pets/get"]);

        let options = ImportOptions { prepend_base_path: true, ..ImportOptions::default() };
        let document = parse(text.as_bytes()).unwrap().read(&options).unwrap();
        assert_eq!(document.operations[0].path, "/v1/pets");
        assert_eq!(document.operations[0].name, "/v1/pets");
    }

    #[test]
    fn a_document_without_operations_is_read_with_a_warning() {
        let document = read(json!({"openapi": "3.1.0"}), &ImportOptions::default()).unwrap();
        assert_eq!(document.problems.len(), 1);
        assert!(document.problems[0].message.contains("no operations"));
        assert!(read(json!({"info": {}}), &ImportOptions::default()).is_err());
    }
}
