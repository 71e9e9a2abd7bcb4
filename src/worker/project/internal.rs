//! What the account and the mock plane want of a project. Nobody outside can ask for it: the Worker hands on nothing but
//! paths below `/v1/`.

use super::store::{Store, refused};
use super::{Project, unreadable};
use crate::error::ManagementError;
use crate::release::pointer_key;
use crate::worker::reply::Success;
use crate::worker::{edge, js, kv, reply};
use futures_util::future::join_all;
use serde_json::json;

/// How many keys are deleted at a time. A Worker has six connections.
const AT_A_TIME: usize = 5;

impl Project {
    /// Carries an internal request out; `None` for requests of other kinds.
    pub(super) async fn internal(
        &self,
        project: u64,
        path: &str,
    ) -> Option<Result<Success, ManagementError>> {
        let done = match path {
            "/republish" => self.republish(project, false).await,
            "/republish-packs" => self.republish(project, true).await,
            "/close" => self.set_closed(project, true).await,
            "/open" => self.set_closed(project, false).await,
            "/purge" => self.purge(project).await,
            _ => return None,
        };
        Some(done.map(Success::from))
    }

    /// Closes the mock of a deleted project, or opens that of a restored one. A closed project has no pointer, so callers
    /// find it unknown; what is published besides stays.
    async fn set_closed(&self, project: u64, closed: bool) -> Result<serde_json::Value, ManagementError> {
        let store = self.store(project)?;
        let change = |store: &Store| {
            if store.is_closed()? == closed {
                return Ok(());
            }
            store.set_closed(closed)?;
            store.set_published(0)
        };
        js::transaction(&self.state, || change(&store)).map_err(refused)?;
        Ok(self.publish_now(&store).await?.shown())
    }

    /// Deletes all there is of a project whose time of grace is over: first what KV has, then the database that knows of
    /// it. Can be repeated.
    async fn purge(&self, project: u64) -> Result<serde_json::Value, ManagementError> {
        let _turn = self.publishing.lock().await;
        let store = self.store(project)?;
        let failed = |error: worker::Error| reply::internal("purging a project", &error);
        let namespace = kv::store(&self.env).map_err(failed)?;
        let pointer = pointer_key(project);
        // The pointer first: what it points to must not go before it.
        for keys in std::iter::once(vec![pointer])
            .chain(store.all_packs().map_err(unreadable)?.chunks(AT_A_TIME).map(<[String]>::to_vec))
        {
            let deletions = keys.iter().map(|key| namespace.delete(key));
            join_all(deletions)
                .await
                .into_iter()
                .collect::<Result<Vec<()>, _>>()
                .map_err(|e| failed(e.into()))?;
        }
        edge::forget(project);
        let storage = self.state.storage();
        storage.delete_alarm().await.map_err(failed)?;
        storage.delete_all().await.map_err(failed)?;
        Ok(json!({"purged": project}))
    }
}
