//! Words that names are made of, as far as the plan itself cares: parts of things, pages of lists, roles, ids. What values
//! look like is for [`crate::rules`] to say.

use super::plan::ObjectShape;

/// Endings of the names of numbers that count milliseconds.
pub(super) const MILLIS: &[&str] =
    &["Milliseconds", "_milliseconds", "Millis", "_millis", "InMs", "_in_ms", "Ms", "_ms", "-ms", "_msec"];
/// Names that stand for an aspect of the object around them.
pub(super) const FACETS: &[&str] = &[
    "address",
    "location",
    "geo",
    "geolocation",
    "coordinates",
    "coords",
    "position",
    "place",
    "contact",
    "contactinfo",
    "contactinformation",
    "contactdetails",
    "profile",
    "personalinfo",
    "personalinformation",
    "personaldata",
    "attributes",
    "properties",
    "fields",
    "name",
    "fullname",
    "details",
    "info",
    "general",
    "audit",
    "timestamps",
    "dates",
    "meta",
    "metadata",
    "period",
    "daterange",
    "pricing",
    "cost",
    "amounts",
    "totals",
    "pagination",
    "paging",
    "pageinfo",
    "paginginfo",
    "cursor",
    "responsemetadata",
    "responsemeta",
];
/// Names of members that hold the very thing the object around them tells of.
pub(super) const WRAPPERS: &[&str] =
    &["data", "result", "response", "payload", "item", "body", "content", "object", "resource"];
/// Names of the member that holds the items of a page.
pub(super) const LISTS: &[&str] = &[
    "data",
    "items",
    "results",
    "records",
    "rows",
    "list",
    "content",
    "entries",
    "values",
    "elements",
    "hits",
    "objects",
    "docs",
    "documents",
    "edges",
    "nodes",
    "resources",
    "members",
    "value",
    "result",
    "payload",
    "page",
    "collection",
];
/// Names of members that tell of the page, and where their values come from.
pub(super) const PAGING: &[(&str, &str)] = &[
    ("total", "record.totalCount"),
    ("totalcount", "record.totalCount"),
    ("totalitems", "record.totalCount"),
    ("totalresults", "record.totalCount"),
    ("totalelements", "record.totalCount"),
    ("totalrecords", "record.totalCount"),
    ("totalrows", "record.totalCount"),
    ("totalhits", "record.totalCount"),
    ("totalentries", "record.totalCount"),
    ("resultcount", "paging.count"),
    ("recordcount", "paging.count"),
    ("itemcount", "paging.count"),
    ("numresults", "record.totalCount"),
    ("totalnumber", "record.totalCount"),
    ("totalsize", "record.totalCount"),
    ("count", "paging.count"),
    ("numberofelements", "paging.count"),
    ("currentcount", "paging.count"),
    ("page", "record.page"),
    ("pagenumber", "record.page"),
    ("currentpage", "record.page"),
    ("pageno", "record.page"),
    ("pagenum", "record.page"),
    ("pageindex", "record.page"),
    ("limit", "record.pageSize"),
    ("size", "record.pageSize"),
    ("pagesize", "record.pageSize"),
    ("perpage", "record.pageSize"),
    ("itemsperpage", "record.pageSize"),
    ("pagelimit", "record.pageSize"),
    ("maxresults", "record.pageSize"),
    ("offset", "paging.offset"),
    ("skip", "paging.offset"),
    ("start", "paging.offset"),
    ("startindex", "paging.offset"),
    ("from", "paging.offset"),
    ("pages", "record.pageCount"),
    ("pagecount", "record.pageCount"),
    ("totalpages", "record.pageCount"),
    ("lastpage", "record.pageCount"),
    ("pagetotal", "record.pageCount"),
    ("hasmore", "paging.hasMore"),
    ("hasnext", "paging.hasMore"),
    ("hasnextpage", "paging.hasMore"),
    ("more", "paging.hasMore"),
    ("hasprevious", "paging.hasPrevious"),
    ("hasprev", "paging.hasPrevious"),
    ("haspreviouspage", "paging.hasPrevious"),
    ("first", "paging.isFirst"),
    ("last", "paging.isLast"),
    ("islast", "paging.isLast"),
    ("isfirst", "paging.isFirst"),
    ("isfirstpage", "paging.isFirst"),
    ("islastpage", "paging.isLast"),
    ("nextpage", "paging.next"),
    ("prevpage", "paging.previous"),
    ("previouspage", "paging.previous"),
];

/// A name without case and signs.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// Words that tell two persons or places of one object apart. Each stands for a role of its own.
pub(super) const ROLES: &[&str] = &[
    "sender",
    "receiver",
    "recipient",
    "buyer",
    "seller",
    "from",
    "to",
    "origin",
    "destination",
    "source",
    "target",
    "owner",
    "author",
    "assignee",
    "reporter",
    "reviewer",
    "creator",
    "customer",
    "billing",
    "shipping",
    "payer",
    "payee",
    "manager",
    "contact",
    "guest",
    "host",
    "driver",
    "passenger",
    "patient",
    "doctor",
    "teacher",
    "student",
    "parent",
    "child",
    "employer",
    "employee",
    "home",
    "work",
    "departure",
    "arrival",
    "pickup",
    "dropoff",
    "delivery",
    "merchant",
    "supplier",
    "vendor",
    "issuer",
    "bride",
    "groom",
    "mother",
    "father",
    "spouse",
    "emergency",
    "agent",
];
/// What expressions begin with whose values a role tells apart; times and sums are the object's own.
pub(super) const OF_ROLES: &[&str] =
    &["{{$person.", "{{$internet.", "{{$location.", "{{$phone.", "{{$company.", "{{$finance."];

/// The role that the first word of a name tells of, from 1; 0 for none.
pub(super) fn role(name: &str) -> u8 {
    let end = name.char_indices().skip(1).find(|(_, letter)| !letter.is_ascii_lowercase()).map(|(at, _)| at);
    let first = end.and_then(|end| name.get(..end)).unwrap_or_default();
    let known = ROLES.iter().position(|role| role.eq_ignore_ascii_case(first));
    known.map_or(0, |at| at as u8 + 1)
}

/// Whether the members of an object tell of several persons or places.
pub(super) fn tells_of_several(object: &ObjectShape) -> bool {
    let mut roles = object
        .members
        .iter()
        .map(|member| role(member.key.trim_matches(['"', ':'])))
        .filter(|role| *role > 0);
    roles.next().is_some_and(|first| roles.any(|other| other != first))
}

/// Whether a name is that of an identifier.
pub(super) fn is_id(name: &str) -> bool {
    ["Id", "_id", "-id", "ID", "uuid", "UUID", "guid", "Uuid"].iter().any(|ending| name.ends_with(ending))
        || name == "id"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_first_words() {
        for (name, expected) in [
            ("senderName", true),
            ("sender_name", true),
            ("Sender-Name", true),
            ("sender", false),
            ("name", false),
            ("totalAmount", false),
            ("", false),
        ] {
            assert_eq!(role(name) > 0, expected, "{name}");
        }
        assert_ne!(role("senderName"), role("receiverName"));
    }

    #[test]
    fn ids_and_plain_names() {
        assert!(["id", "userId", "user_id", "X-Request-ID", "uuid"].iter().all(|name| is_id(name)));
        assert!(["paid", "valid", "idea", "Grid"].iter().all(|name| !is_id(name)));
        assert_eq!(plain("Total_Count-2"), "totalcount2");
    }

    #[test]
    fn lists_are_in_their_plain_form() {
        for name in FACETS.iter().chain(WRAPPERS).chain(LISTS).chain(PAGING.iter().map(|(name, _)| name)) {
            assert_eq!(plain(name), **name);
        }
    }
}
