//! The body of `POST /v1/projects/{id}/export-openapi`, as clients of Apidog send it.

use serde_json::{Map, Value};

use super::version::OasVersion;
use crate::error::ManagementError;

/// How many ids, tags or folders one list may name.
const MAX_SELECTED: usize = 10_000;

/// What to export, and how.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportRequest {
    /// Which endpoints.
    pub scope: Scope,
    /// Endpoints with one of these tags are left out.
    pub excluded_by_tags: Vec<String>,
    /// What becomes of extensions.
    pub extensions: Extensions,
    /// Whether the names of folders become tags.
    pub add_folders_to_tags: bool,
    /// The version to write; `None`: the one that the newest document is written in.
    pub version: Option<OasVersion>,
    /// The text to write.
    pub format: ExportFormat,
    /// The branch that was asked for; 0 is the main one.
    pub branch_id: u64,
    /// The module that was asked for; 0 is all of them.
    pub module_id: u64,
}

/// Which endpoints are exported.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Scope {
    /// All.
    #[default]
    All,
    /// Those with these ids.
    Endpoints(Vec<u64>),
    /// Those with one of these tags.
    Tags(Vec<String>),
    /// Those in these folders and the folders in them.
    Folders(Vec<FolderChoice>),
}

/// A folder, by its id or its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FolderChoice {
    /// By id; 0 is the root, which everything is in.
    Id(u64),
    /// By path, `Shop/Pets`.
    Path(String),
}

/// What becomes of vendor extensions of Apidog and Apifox. Those of others always stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extensions {
    /// They are as the documents have them.
    #[default]
    Keep,
    /// They stay, and what the project knows beside its documents is added.
    Add,
    /// They are removed.
    Remove,
}

/// The text of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExportFormat {
    /// JSON, indented.
    #[default]
    Json,
    /// YAML 1.2.
    Yaml,
}

impl ExportFormat {
    /// The media type of the answer.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Yaml => "application/yaml",
        }
    }
}

impl ExportRequest {
    /// Reads the body; an empty one means all defaults. Fields that are not known are ignored, ids may be numbers or
    /// digits, and `null` is as if the field were not there.
    ///
    /// ```
    /// use edgemock::export::{ExportFormat, ExportRequest, OasVersion, Scope};
    /// let body = br#"{"scope": {"type": "SELECTED_ENDPOINTS", "selectedEndpointIds": ["7"]}, "oasVersion": "3.1", "exportFormat": "YAML"}"#;
    /// let request = ExportRequest::parse(body)?;
    /// assert_eq!(request.scope, Scope::Endpoints(vec![7]));
    /// assert_eq!((request.version, request.format), (Some(OasVersion::V3_1), ExportFormat::Yaml));
    /// assert_eq!(ExportRequest::parse(b"")?, ExportRequest::default());
    /// # Ok::<(), edgemock::error::ManagementError>(())
    /// ```
    ///
    /// # Errors
    /// [`ManagementError`] with the pointer of the field that is wrong.
    pub fn parse(body: &[u8]) -> Result<Self, ManagementError> {
        if body.trim_ascii().is_empty() {
            return Ok(Self::default());
        }
        let value: Value =
            serde_json::from_slice(body).map_err(|error| ManagementError::Malformed(error.to_string()))?;
        let fields = object(Some(&value), "/")?;
        let scope = object(field(&fields, "scope"), "/scope")?;
        let options = object(field(&fields, "options"), "/options")?;
        let number = |name: &str| field(&fields, name).map_or(Ok(0), |value| id(value, &format!("/{name}")));
        ids(field(&fields, "environmentIds"), "/environmentIds")?;
        Ok(Self {
            scope: Scope::parse(&scope)?,
            excluded_by_tags: texts(field(&scope, "excludedByTags"), "/scope/excludedByTags")?,
            extensions: extensions(&options)?,
            add_folders_to_tags: flag(field(&options, "addFoldersToTags"), "/options/addFoldersToTags")?
                .unwrap_or_default(),
            version: version(field(&fields, "oasVersion"))?,
            format: format(field(&fields, "exportFormat"))?,
            branch_id: number("branchId")?,
            module_id: number("moduleId")?,
        })
    }
}

impl Scope {
    fn parse(scope: &Map<String, Value>) -> Result<Self, ManagementError> {
        let pointer = "/scope/type";
        let kind = match field(scope, "type") {
            None => "ALL",
            Some(Value::String(kind)) => kind,
            Some(_) => return Err(ManagementError::invalid(pointer, "must be text")),
        };
        let given = |name: &str| {
            field(scope, name).ok_or_else(|| {
                let message = format!("is missing: `type` {kind} says that it is there");
                ManagementError::invalid(format!("/scope/{name}"), message)
            })
        };
        Ok(match kind.to_ascii_uppercase().as_str() {
            "ALL" => Self::All,
            "SELECTED_ENDPOINTS" => {
                Self::Endpoints(ids(Some(given("selectedEndpointIds")?), "/scope/selectedEndpointIds")?)
            }
            "SELECTED_TAGS" => Self::Tags(texts(Some(given("selectedTags")?), "/scope/selectedTags")?),
            "SELECTED_FOLDERS" => {
                let pointer = "/scope/selectedFolderIds";
                let folders = list(Some(given("selectedFolderIds")?), pointer)?;
                let folders = folders.iter().enumerate().map(|(index, value)| match value {
                    Value::String(path) if path.parse::<u64>().is_err() && !path.trim().is_empty() => {
                        Ok(FolderChoice::Path(path.clone()))
                    }
                    other => id(other, &format!("{pointer}/{index}")).map(FolderChoice::Id),
                });
                Self::Folders(folders.collect::<Result<_, _>>()?)
            }
            _ => {
                let message = "must be ALL, SELECTED_ENDPOINTS, SELECTED_TAGS or SELECTED_FOLDERS";
                return Err(ManagementError::invalid(pointer, message));
            }
        })
    }
}

fn field<'f>(fields: &'f Map<String, Value>, name: &str) -> Option<&'f Value> {
    fields.get(name).filter(|value| !value.is_null())
}

fn object(value: Option<&Value>, pointer: &str) -> Result<Map<String, Value>, ManagementError> {
    match value {
        None => Ok(Map::new()),
        Some(Value::Object(members)) => Ok(members.clone()),
        Some(_) => Err(ManagementError::invalid(pointer, "must be an object")),
    }
}

fn list<'v>(value: Option<&'v Value>, pointer: &str) -> Result<&'v [Value], ManagementError> {
    match value {
        None => Ok(&[]),
        Some(Value::Array(items)) if items.len() <= MAX_SELECTED => Ok(items),
        Some(Value::Array(_)) => {
            Err(ManagementError::invalid(pointer, format!("has more than {MAX_SELECTED} entries")))
        }
        Some(_) => Err(ManagementError::invalid(pointer, "must be a list")),
    }
}

fn id(value: &Value, pointer: &str) -> Result<u64, ManagementError> {
    let digits = value.as_str().and_then(|digits| digits.trim().parse().ok());
    value.as_u64().or(digits).ok_or_else(|| {
        ManagementError::invalid(pointer, "must be a whole number, 0 or more, as a number or as digits")
    })
}

fn ids(value: Option<&Value>, pointer: &str) -> Result<Vec<u64>, ManagementError> {
    let items = list(value, pointer)?;
    items.iter().enumerate().map(|(index, item)| id(item, &format!("{pointer}/{index}"))).collect()
}

fn texts(value: Option<&Value>, pointer: &str) -> Result<Vec<String>, ManagementError> {
    let items = list(value, pointer)?.iter().enumerate();
    let text = |(index, item): (usize, &Value)| {
        let wrong = || ManagementError::invalid(format!("{pointer}/{index}"), "must be text");
        item.as_str().map(str::to_owned).ok_or_else(wrong)
    };
    items.map(text).collect()
}

fn flag(value: Option<&Value>, pointer: &str) -> Result<Option<bool>, ManagementError> {
    match value {
        None => Ok(None),
        Some(Value::Bool(flag)) => Ok(Some(*flag)),
        Some(_) => Err(ManagementError::invalid(pointer, "must be true or false")),
    }
}

fn extensions(options: &Map<String, Value>) -> Result<Extensions, ManagementError> {
    let include = |name: &str| flag(field(options, name), &format!("/options/{name}"));
    let (apidog, apifox) =
        (include("includeApidogExtensionProperties")?, include("includeApifoxExtensionProperties")?);
    Ok(match apidog.or(apifox) {
        None => Extensions::Keep,
        Some(true) => Extensions::Add,
        Some(false) => Extensions::Remove,
    })
}

fn version(value: Option<&Value>) -> Result<Option<OasVersion>, ManagementError> {
    let text = match value {
        None => return Ok(None),
        Some(Value::String(text)) => text.clone(),
        // JSON writes the number 3.0 as it likes.
        Some(Value::Number(number)) => {
            number.as_f64().map_or_else(String::new, |number| format!("{number:.1}"))
        }
        Some(_) => String::new(),
    };
    let wrong = || ManagementError::invalid("/oasVersion", "must be \"2.0\", \"3.0\" or \"3.1\"");
    OasVersion::parse(&text).map(Some).ok_or_else(wrong)
}

fn format(value: Option<&Value>) -> Result<ExportFormat, ManagementError> {
    match value.map(|value| value.as_str().map(str::to_ascii_uppercase)) {
        None => Ok(ExportFormat::Json),
        Some(Some(name)) if name == "JSON" => Ok(ExportFormat::Json),
        Some(Some(name)) if name == "YAML" => Ok(ExportFormat::Yaml),
        Some(_) => Err(ManagementError::invalid("/exportFormat", "must be \"JSON\" or \"YAML\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_clients_send() {
        let parse = |body: Value| ExportRequest::parse(body.to_string().as_bytes()).unwrap();
        for body in ["", " \n", "{}"] {
            assert_eq!(ExportRequest::parse(body.as_bytes()), Ok(ExportRequest::default()), "{body}");
        }
        let request = parse(json!({
            "scope": {"type": "ALL", "excludedByTags": ["internal"]},
            "options": {"includeApidogExtensionProperties": false, "addFoldersToTags": true},
            "oasVersion": "2.0", "exportFormat": "JSON", "environmentIds": [], "branchId": 0, "moduleId": "3", "new": 1
        }));
        assert_eq!(
            request,
            ExportRequest {
                excluded_by_tags: vec!["internal".to_owned()],
                extensions: Extensions::Remove,
                add_folders_to_tags: true,
                version: Some(OasVersion::V2_0),
                module_id: 3,
                ..ExportRequest::default()
            }
        );
        let request =
            parse(json!({"options": {"includeApifoxExtensionProperties": true}, "oasVersion": 3.0}));
        assert_eq!((request.extensions, request.version), (Extensions::Add, Some(OasVersion::V3_0)));
        let scopes = [
            (
                json!({"type": "SELECTED_ENDPOINTS", "selectedEndpointIds": [7, "8"]}),
                Scope::Endpoints(vec![7, 8]),
            ),
            (json!({"type": "SELECTED_TAGS", "selectedTags": ["a"]}), Scope::Tags(vec!["a".to_owned()])),
            (
                json!({"type": "SELECTED_FOLDERS", "selectedFolderIds": [1, "2", "Shop/Pets"]}),
                Scope::Folders(vec![
                    FolderChoice::Id(1),
                    FolderChoice::Id(2),
                    FolderChoice::Path("Shop/Pets".to_owned()),
                ]),
            ),
        ];
        for (scope, expected) in scopes {
            assert_eq!(parse(json!({"scope": scope})).scope, expected, "{scope}");
        }
    }

    #[test]
    fn wrong_fields_are_named() {
        let cases = [
            (json!([]), "/"),
            (json!({"scope": "ALL"}), "/scope"),
            (json!({"scope": {"type": "SOME"}}), "/scope/type"),
            (
                json!({"options": {"includeApidogExtensionProperties": true, "includeApifoxExtensionProperties": 1}}),
                "/options/includeApifoxExtensionProperties",
            ),
            (json!({"scope": {"type": 1}}), "/scope/type"),
            (json!({"scope": {"type": "SELECTED_TAGS"}}), "/scope/selectedTags"),
            (json!({"scope": {"type": "SELECTED_TAGS", "selectedTags": [1]}}), "/scope/selectedTags/0"),
            (
                json!({"scope": {"type": "SELECTED_ENDPOINTS", "selectedEndpointIds": ["7", "x"]}}),
                "/scope/selectedEndpointIds/1",
            ),
            (
                json!({"scope": {"type": "SELECTED_FOLDERS", "selectedFolderIds": [-1]}}),
                "/scope/selectedFolderIds/0",
            ),
            (json!({"scope": {"excludedByTags": "a"}}), "/scope/excludedByTags"),
            (json!({"options": []}), "/options"),
            (json!({"options": {"addFoldersToTags": "yes"}}), "/options/addFoldersToTags"),
            (
                json!({"options": {"includeApidogExtensionProperties": 1}}),
                "/options/includeApidogExtensionProperties",
            ),
            (json!({"oasVersion": "4.0"}), "/oasVersion"),
            (json!({"oasVersion": true}), "/oasVersion"),
            (json!({"exportFormat": "XML"}), "/exportFormat"),
            (json!({"moduleId": "x"}), "/moduleId"),
            (json!({"environmentIds": 5}), "/environmentIds"),
        ];
        for (body, pointer) in cases {
            let error = ExportRequest::parse(body.to_string().as_bytes()).unwrap_err();
            assert!(
                matches!(&error, ManagementError::Invalid { pointer: at, .. } if at == pointer),
                "{body}: {error:?}"
            );
        }
        assert!(matches!(ExportRequest::parse(b"{"), Err(ManagementError::Malformed(_))));
    }
}
