//! Any text as a mock URL, and as path templates.
#![no_main]

use edgemock::model::Method;
use edgemock::route::{MockUrl, Route, RouteTable, Target, strip_reserved};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let mut lines = text.lines();
    let request = lines.next().unwrap_or_default();
    let routes = lines.take(50).enumerate().map(|(at, path)| Route {
        method: Method::Get,
        path: path.into(),
        endpoint_id: at as u64,
    });
    let table = RouteTable::new(routes.collect());
    let _ = table.select("GET", Target::Path(request), None, "a=1");
    if let Some(Ok(url)) = MockUrl::parse(request) {
        let _ = strip_reserved(url.query);
        let _ = table.select("HEAD", url.target, Some(1), url.query);
    }
});
