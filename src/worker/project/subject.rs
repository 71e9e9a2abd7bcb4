//! What a change is about, in names. The audit list keeps them, and only the project knows them.

use super::store::Store;
use crate::manage::{Action, Route};
use crate::worker::reply::Success;
use crate::worker::sql::id;
use serde_json::Value;

/// How many characters of a name the audit list keeps.
const MAX_NAME: usize = 300;

/// An endpoint and a part of it, by id and name, as far as a change is about them.
#[derive(Debug, Default)]
pub(super) struct Subject {
    endpoint: Option<u64>,
    endpoint_name: Option<String>,
    item: Option<u64>,
    name: Option<String>,
}

impl Subject {
    /// What a route names, as it is before the change. What cannot be read stays without a name.
    pub(super) fn of(store: &Store, route: &Route<'_>) -> Self {
        let sql = "SELECT method, path FROM endpoint WHERE id = ?";
        let row = || store.database.first(sql, vec![id(route.endpoint)]).ok().flatten();
        let endpoint_name = (route.endpoint != 0).then(row).flatten();
        let endpoint_name = endpoint_name.map(|mut row| format!("{} {}", row.text(0), row.text(1)));
        let name = match route.action {
            Action::ReplaceSchema | Action::DeleteSchema => Some(route.name.clone().into_owned()),
            Action::ReplaceResponse | Action::DeleteResponse => {
                let responses = store.endpoint(route.endpoint).map(|(known, _)| known.responses);
                let mut responses = responses.unwrap_or_default().into_iter();
                responses.find(|response| response.id == route.item).map(|response| response.key)
            }
            Action::ReplaceCustomMock | Action::ChangeCustomMock | Action::DeleteCustomMock => {
                let mocks = store.endpoint_mock(route.endpoint).map(|mock| mock.custom_mocks);
                let mut mocks = mocks.unwrap_or_default().into_iter();
                mocks.find(|mock| mock.id == route.item).map(|mock| mock.name)
            }
            _ => None,
        };
        Self { endpoint_name, name, ..Self::default() }
    }

    /// The same, with what the change has made.
    pub(super) fn made(mut self, action: Action, done: &Success) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match action {
            Action::CreateEndpoint => {
                self.endpoint = done.data["id"].as_u64();
                self.endpoint_name =
                    Some(format!("{} {}", text(&done.data["method"]), text(&done.data["path"])));
            }
            Action::CreateCustomMock => {
                self.item = done.data["id"].as_u64();
                self.name = Some(text(&done.data["name"]));
            }
            Action::CreateResponse => {
                // Ids only grow.
                let responses = done.data["responses"].as_array();
                let newest = responses.and_then(|all| all.iter().max_by_key(|one| one["id"].as_u64()));
                self.item = newest.and_then(|response| response["id"].as_u64());
                self.name = newest.map(|response| text(&response["key"]));
            }
            _ => {}
        }
        self
    }

    /// As a query: the value of a header, and what the account's object reads.
    pub(super) fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for (name, number) in [("endpoint", self.endpoint), ("item", self.item)] {
            if let Some(number) = number {
                query.append_pair(name, &number.to_string());
            }
        }
        for (name, text) in [("endpointName", &self.endpoint_name), ("name", &self.name)] {
            if let Some(text) = text.as_ref().filter(|text| !text.is_empty()) {
                query.append_pair(name, &text.chars().take(MAX_NAME).collect::<String>());
            }
        }
        query.finish()
    }
}
