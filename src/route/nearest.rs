//! "Did you mean": the route that is most similar to a path that is unknown.
use super::table::Route;
pub(super) fn nearest(_routes: &[Route], _method: &str, _path: &str) -> Option<String> {
    None
}
