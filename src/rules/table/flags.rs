//! Flags that are mostly one of the two. The others are as likely true as false without a rule.

use crate::rules::rule::{Rule, flag};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    flag("active, enabled, success, verified, valid, visible, available, ok, is active, is enabled, online, \
         published, is valid, public, ready", MOSTLY),
    flag("successful, succeeded, email verified, phone verified, confirmed, is verified, is available, \
         is visible, connected, healthy, in stock, approved, is public", MOSTLY),
    flag("accepted, acknowledged, live, authorized, authenticated, is online, is published, subscribed, \
         can edit, can view, can read, has access, operational, livemode", MOSTLY),
    flag("consent, agreed, terms accepted, opt in, notification enabled, found, complete, loaded, reachable",
        MOSTLY),
    flag("deleted, is deleted, deprecated, archived, is archived, banned, blocked, suspended, disabled, \
         is disabled, removed, hidden, locked", RARELY),
    flag("spam, is spam, draft, is draft, expired, is expired, revoked, canceled, cancelled, is cancelled, \
         rejected, failed, has error, error, is error", RARELY),
    flag("admin, is admin, superuser, is superuser, staff, is staff, is bot, bot, test, is test, sandbox, \
         trial, is trial, private, is private, muted, dry run", RARELY),
    flag("truncated, partial, timed out, timeout, read only, readonly, experimental, beta, internal, fork, \
         pinned, featured, premium, out of stock, sold out", RARELY),
    flag("void, voided, refunded, disputed, fraud, fraudulent, overdue, late, cached, stale, obsolete, \
         retired, restricted, sensitive, nsfw, adult, explicit", RARELY),
    flag("has more, has next, has next page, more, incomplete results, is last page",
        "{{$datatype.boolean(probability=0.3)}}"),
];

const MOSTLY: &str = "{{$datatype.boolean(probability=0.9)}}";
const RARELY: &str = "{{$datatype.boolean(probability=0.1)}}";
