//! Options and counters of an import, named as Apidog names them.

use serde::{Deserialize, Deserializer, Serialize, de};

/// What happens to an endpoint or schema that exists already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum OverwriteBehavior {
    /// The imported one replaces it.
    #[default]
    OverwriteExisting,
    /// The imported one is merged into it. A client sends `MERGE_KEEP_NEWER` for this.
    #[serde(alias = "MERGE_KEEP_NEWER")]
    AutoMerge,
    /// It stays as it is.
    KeepExisting,
    /// The imported one is added beside it.
    CreateNew,
}

/// Options of an import. Unknown ones are ignored; ids may be numbers or digits.
///
/// ```
/// use edgemock::import::{ImportOptions, OverwriteBehavior};
///
/// let options: ImportOptions = serde_json::from_str(
///     r#"{"prependBasePath": true, "endpointOverwriteBehavior": "KEEP_EXISTING", "targetEndpointFolderId": "7"}"#,
/// )?;
/// assert!(options.prepend_base_path);
/// assert_eq!(options.endpoint_overwrite_behavior, OverwriteBehavior::KeepExisting);
/// assert_eq!(options.target_endpoint_folder_id, 7);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
// Each is a switch of its own in Apidog's request.
#[allow(clippy::struct_excessive_bools)]
pub struct ImportOptions {
    /// Puts the server's path (`basePath` in Swagger 2.0) in front of every path.
    pub prepend_base_path: bool,
    /// Removes what the document lacks.
    pub delete_unmatched_resources: bool,
    /// What happens to endpoints that exist already.
    pub endpoint_overwrite_behavior: OverwriteBehavior,
    /// What happens to schemas that exist already.
    pub schema_overwrite_behavior: OverwriteBehavior,
    /// What happens to saved responses of endpoints that exist already. They go with their endpoint, whose behavior
    /// decides.
    pub endpoint_case_overwrite_behavior: OverwriteBehavior,
    /// Whether an endpoint that exists already moves to the folder that the document names.
    pub update_folder_of_changed_endpoint: bool,
    /// Folder that new endpoints go to; 0 is the root.
    #[serde(deserialize_with = "id")]
    pub target_endpoint_folder_id: u64,
    /// Folder that new schemas go to; 0 is the root.
    #[serde(deserialize_with = "id")]
    pub target_schema_folder_id: u64,
    /// Branch to import into; 0 is the main one.
    #[serde(deserialize_with = "id")]
    pub target_branch_id: u64,
    /// Module to import into; 0 is the default one. A document lacks nothing that stands in another module.
    #[serde(deserialize_with = "id")]
    pub module_id: u64,
    /// Whether the document's servers become environments.
    pub import_servers_as_environments: bool,
    /// Names of options that are not known here.
    #[serde(skip)]
    pub unknown: Vec<String>,
}

/// An option that was sent and has no effect, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IgnoredOption {
    /// Its name.
    pub option: String,
    /// Why.
    pub message: String,
}

impl ImportOptions {
    /// The names of all options.
    pub(super) const NAMES: [&'static str; 11] = [
        "prependBasePath",
        "deleteUnmatchedResources",
        "endpointOverwriteBehavior",
        "schemaOverwriteBehavior",
        "endpointCaseOverwriteBehavior",
        "updateFolderOfChangedEndpoint",
        "targetEndpointFolderId",
        "targetSchemaFolderId",
        "targetBranchId",
        "moduleId",
        "importServersAsEnvironments",
    ];

    /// The options that were sent and have no effect: nothing is ignored in silence.
    ///
    /// ```
    /// use edgemock::import::ImportOptions;
    /// let options: ImportOptions = serde_json::from_str(r#"{"targetBranchId": 5, "importServersAsEnvironments": true}"#)?;
    /// let ignored = options.ignored();
    /// assert_eq!((ignored.len(), ignored[0].option.as_str()), (1, "importServersAsEnvironments"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn ignored(&self) -> Vec<IgnoredOption> {
        let one = |option: &str, message: String| IgnoredOption { option: option.to_owned(), message };
        let mut ignored = Vec::new();
        if self.import_servers_as_environments {
            let message = "a project has no environments here: mocks are served under one address";
            ignored.push(one("importServersAsEnvironments", message.to_owned()));
        }
        ignored.extend(self.unknown.iter().map(|name| one(name, "there is no such option".to_owned())));
        ignored
    }
}

fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Id {
        Number(u64),
        Digits(String),
        Nothing(()),
    }
    let wrong = || de::Error::custom("must be a whole number, 0 or more");
    match Id::deserialize(deserializer).map_err(|_| wrong())? {
        Id::Number(number) => Ok(number),
        Id::Digits(digits) => digits.parse().map_err(|_| wrong()),
        Id::Nothing(()) => Ok(0),
    }
}

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct Counters {
    pub endpoint_created: u64,
    pub endpoint_updated: u64,
    pub endpoint_failed: u64,
    pub endpoint_ignored: u64,
    pub schema_created: u64,
    pub schema_updated: u64,
    pub schema_failed: u64,
    pub schema_ignored: u64,
    pub endpoint_folder_created: u64,
    pub endpoint_folder_updated: u64,
    pub endpoint_folder_failed: u64,
    pub endpoint_folder_ignored: u64,
    pub schema_folder_created: u64,
    pub schema_folder_updated: u64,
    pub schema_folder_failed: u64,
    pub schema_folder_ignored: u64,
}

/// What an import did to the saved responses of a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[allow(missing_docs)]
pub struct CaseCounters {
    pub endpoint_case_created: u64,
    pub endpoint_case_updated: u64,
    pub endpoint_case_failed: u64,
    pub endpoint_case_ignored: u64,
}

impl Counters {
    /// The counters as the import of a Postman collection shows them: with cases, without schemas.
    ///
    /// ```
    /// use edgemock::import::{CaseCounters, Counters};
    /// let counters = Counters { endpoint_created: 2, ..Counters::default() }.of_collection(CaseCounters::default());
    /// assert_eq!(counters["endpointCreated"], 2);
    /// assert_eq!(counters["endpointCaseFailed"], 0);
    /// assert!(counters.get("schemaCreated").is_none());
    /// ```
    pub fn of_collection(&self, cases: CaseCounters) -> serde_json::Value {
        let members = |value: serde_json::Value| match value {
            serde_json::Value::Object(members) => members,
            _ => serde_json::Map::new(),
        };
        let mut shown = members(serde_json::json!(self));
        shown.retain(|name, _| !name.starts_with("schema"));
        shown.extend(members(serde_json::json!(cases)));
        serde_json::Value::Object(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn counters_have_apidogs_names() {
        let value = serde_json::to_value(Counters { endpoint_created: 3, ..Counters::default() }).unwrap();
        assert_eq!(value["endpointCreated"], 3);
        assert_eq!(value["schemaFolderIgnored"], 0);
        assert_eq!(value.as_object().unwrap().len(), 16);
    }

    #[test]
    fn options_take_what_clients_send() {
        let read = |value: serde_json::Value| serde_json::from_value::<ImportOptions>(value);
        assert_eq!(read(json!({})).unwrap(), ImportOptions::default());
        let options = read(json!({"schemaOverwriteBehavior": "MERGE_KEEP_NEWER", "targetBranchId": 5,
            "moduleId": null, "somethingNew": {"a": 1}}))
        .unwrap();
        assert_eq!(options.schema_overwrite_behavior, OverwriteBehavior::AutoMerge);
        assert_eq!((options.target_branch_id, options.module_id), (5, 0));
        for wrong in [
            json!({"targetSchemaFolderId": -1}),
            json!({"moduleId": "x"}),
            json!({"prependBasePath": "yes"}),
            json!({"endpointOverwriteBehavior": "REPLACE"}),
        ] {
            assert!(read(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
