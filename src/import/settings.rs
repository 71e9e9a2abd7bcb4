//! Mock settings that a file of another kind brings along.

use crate::model::{Access, MockSettings};
use crate::rules::CustomRule;
use serde::{Deserialize, Serialize};

/// Mock settings of a file, each as `PATCH /v1/projects/{id}/mock-settings` takes it; what the file does not say is
/// not there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SettingsFromFile {
    /// Whether the cloud mock answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cloud_mock: Option<bool>,
    /// Who may call it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Access>,
    /// The token that callers send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Language of generated values.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locale: Option<String>,
    /// Time zone of generated moments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Whether examples come before made-up bodies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub example_first: Option<bool>,
    /// The project's own name rules.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_rules: Option<Vec<CustomRule>>,
    /// Whether the built-in name rules come after them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub built_in_name_rules: Option<bool>,
}

impl SettingsFromFile {
    /// Whether the file says anything about settings.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The settings of a project that nobody has set anything in yet: what the file says, and the defaults. Token
    /// access without a token gets `new_token`.
    ///
    /// ```
    /// use edgemock::import::SettingsFromFile;
    /// use edgemock::model::{Access, MockSettings};
    /// let file = SettingsFromFile { access: Some(Access::Token), ..SettingsFromFile::default() };
    /// let settings = file.apply(&MockSettings::default(), || "made".to_owned());
    /// assert_eq!(settings.token.as_deref(), Some("made"));
    /// ```
    pub fn apply(self, settings: &MockSettings, new_token: impl FnOnce() -> String) -> MockSettings {
        let mut settings = settings.clone();
        settings.cloud_mock = self.cloud_mock.unwrap_or(settings.cloud_mock);
        settings.access = self.access.unwrap_or(settings.access);
        settings.token = self.token.or(settings.token);
        settings.locale = self.locale.unwrap_or(settings.locale);
        settings.time_zone = self.time_zone.unwrap_or(settings.time_zone);
        settings.example_first = self.example_first.unwrap_or(settings.example_first);
        settings.name_rules = self.name_rules.unwrap_or(settings.name_rules);
        settings.built_in_name_rules = self.built_in_name_rules.unwrap_or(settings.built_in_name_rules);
        if settings.access == Access::Token && settings.token.is_none() {
            settings.token = Some(new_token());
        }
        settings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manage::SettingsPatch;
    use serde_json::json;

    #[test]
    fn they_are_a_patch_of_the_mock_settings() {
        let file = json!({"cloudMock": true, "access": "token", "token": "12345678", "locale": "zh_CN",
            "timeZone": "Asia/Shanghai", "exampleFirst": true, "builtInNameRules": false,
            "nameRules": [{"pattern": "*Id", "match": "wildcard", "expression": "{{$string.uuid}}"}]});
        let settings: SettingsFromFile = serde_json::from_value(file.clone()).unwrap();
        assert_eq!(serde_json::to_value(&settings).unwrap(), file);
        let before = MockSettings::default();
        let patch = SettingsPatch::parse(file.to_string().as_bytes()).unwrap();
        let patched = patch.apply(&before, || "made".to_owned());
        assert_eq!(settings.apply(&before, || "made".to_owned()), patched);
        assert!(SettingsFromFile::default().is_empty());
        assert_eq!(SettingsFromFile::default().apply(&patched, String::new), patched);
    }
}
