//! A document for those who visit its public page: its servers are the mock.

use serde_json::{Value, json};

/// Sets the one server of a document of OpenAPI 3, in place of all that it names, for paths and operations too. What only
/// the owner is told is taken out. Where the mock asks for a token, `components` get a security scheme `mockToken` that
/// says how it is sent.
///
/// ```
/// use edgemock::export::for_visitors;
/// use serde_json::json;
/// let mut document = json!({"openapi": "3.1.0", "paths": {"/a": {"servers": [{"url": "https://real"}], "get": {}}}});
/// for_visitors(&mut document, "https://mock/m1/7-0-default", false);
/// assert_eq!(document["servers"][0]["url"], "https://mock/m1/7-0-default");
/// assert_eq!(document["paths"]["/a"], json!({"get": {}}));
/// ```
pub fn for_visitors(document: &mut Value, url: &str, wants_token: bool) {
    let Some(root) = document.as_object_mut() else { return };
    root.shift_remove(super::assemble::PROBLEMS);
    root.insert("servers".to_owned(), json!([{"url": url, "description": "Mock"}]));
    if wants_token {
        let scheme = json!({"type": "apiKey", "in": "header", "name": "apidogToken", "description": "Token of the mock"});
        let components = root.entry("components").or_insert_with(|| json!({}));
        let schemes = components
            .as_object_mut()
            .map(|components| components.entry("securitySchemes").or_insert_with(|| json!({})));
        if let Some(schemes) = schemes.and_then(Value::as_object_mut) {
            schemes.insert("mockToken".to_owned(), scheme);
        }
    }
    let paths = root.get_mut("paths").and_then(Value::as_object_mut);
    let items = paths.into_iter().flat_map(|paths| paths.values_mut()).filter_map(Value::as_object_mut);
    for item in items {
        item.shift_remove("servers");
        for operation in item.values_mut().filter_map(Value::as_object_mut) {
            operation.shift_remove("servers");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_server_is_left() {
        let mut document = json!({
            "openapi": "3.0.3",
            "servers": [{"url": "https://real"}],
            "x-edgemock-problems": [{"message": "…"}],
            "paths": {
                "/a": {"servers": [1], "parameters": [], "get": {"servers": [2], "responses": {}}, "x-own": 1},
                "/b": {"$ref": "#/components/pathItems/b"},
                "/c": null,
            },
        });
        for_visitors(&mut document, "u", false);
        assert_eq!(
            document,
            json!({
                "openapi": "3.0.3",
                "servers": [{"url": "u", "description": "Mock"}],
                "paths": {
                    "/a": {"parameters": [], "get": {"responses": {}}, "x-own": 1},
                    "/b": {"$ref": "#/components/pathItems/b"},
                    "/c": null,
                },
            })
        );
        for odd in [json!([]), json!({"components": []}), json!({"components": {"securitySchemes": 1}})] {
            let mut seen = odd.clone();
            for_visitors(&mut seen, "u", true);
            assert_eq!(seen.get("components"), odd.get("components"));
        }
    }

    #[test]
    fn the_token_is_explained_and_not_told() {
        let mut document = json!({"openapi": "3.1.0", "components": {"securitySchemes": {"own": {}}}});
        for_visitors(&mut document, "u", true);
        let schemes = &document["components"]["securitySchemes"];
        assert_eq!((&schemes["own"], &schemes["mockToken"]["name"]), (&json!({}), &json!("apidogToken")));
    }
}
