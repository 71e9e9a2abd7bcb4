//! Files: what they are called, where they lie, and their media types.

use crate::dynamic::Call;

pub(super) const PART_DIRECTORY: u32 = 0;
pub(super) const PART_EXTENSION: u32 = 1;
pub(super) const PART_NAME: u32 = 2;
pub(super) const PART_PATH: u32 = 3;
pub(super) const PART_TYPE: u32 = 4;
pub(super) const PART_MIME: u32 = 5;

/// A kind of file.
#[derive(Debug)]
pub(super) struct Kind {
    pub(super) mime: &'static str,
    pub(super) extension: &'static str,
    /// Names without the extension.
    stems: &'static [&'static str],
}

/// One file.
#[derive(Debug)]
pub(super) struct File {
    pub(super) kind: &'static Kind,
    pub(super) stem: &'static str,
    pub(super) directory: &'static str,
}

impl File {
    /// The file that a part is to be told of.
    pub(super) fn of(call: &mut Call<'_>, part: u32) -> Self {
        Self::from_number(call.share_number("file", part, 1 << 30))
    }

    /// A file of its own.
    pub(super) fn any(call: &mut Call<'_>) -> Self {
        Self::from_number(call.rng.below(1 << 30))
    }

    fn from_number(number: usize) -> Self {
        let kind = KINDS.get(number % KINDS.len().max(1)).unwrap_or(&PDF);
        let number = number / KINDS.len().max(1);
        let stem = kind.stems.get(number % kind.stems.len().max(1)).copied().unwrap_or("file");
        let number = number / kind.stems.len().max(1);
        let directory = DIRECTORIES.get(number % DIRECTORIES.len().max(1)).copied().unwrap_or("/tmp");
        Self { kind, stem, directory }
    }
}

/// The extension of files of a media type.
pub(super) fn extension_of(mime: &str) -> Option<&'static str> {
    KINDS.iter().find(|kind| kind.mime == mime).map(|kind| kind.extension)
}

const DIRECTORIES: &[&str] = &[
    "/boot",
    "/etc",
    "/etc/defaults",
    "/etc/mail",
    "/etc/ssl/certs",
    "/home",
    "/home/user",
    "/home/user/dir",
    "/home/user/documents",
    "/home/user/downloads",
    "/lib",
    "/media",
    "/mnt",
    "/mnt/backup",
    "/opt",
    "/opt/app/config",
    "/opt/share",
    "/private/tmp",
    "/root",
    "/srv",
    "/srv/www",
    "/sys",
    "/tmp",
    "/usr",
    "/usr/bin",
    "/usr/lib",
    "/usr/local/bin",
    "/usr/local/share",
    "/usr/share",
    "/var",
    "/var/lib",
    "/var/log",
    "/var/mail",
    "/var/spool",
    "/var/tmp",
    "/var/www/html",
];

const fn kind(mime: &'static str, extension: &'static str, stems: &'static [&'static str]) -> Kind {
    Kind { mime, extension, stems }
}

const PDF: Kind = kind(
    "application/pdf",
    "pdf",
    &["annual-report", "invoice", "user-manual", "contract", "price-list", "travel-guide"],
);

const KINDS: &[Kind] = &[
    PDF,
    kind("application/json", "json", &["package", "settings", "export", "translations", "products"]),
    kind("application/xml", "xml", &["sitemap", "feed", "catalog", "order-export"]),
    kind("application/zip", "zip", &["backup", "photos", "source-code", "templates"]),
    kind("application/gzip", "gz", &["access-log", "database-dump", "archive"]),
    kind(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        &["budget", "inventory", "time-sheet", "sales-by-region"],
    ),
    kind(
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
        &["meeting-notes", "cover-letter", "project-plan", "job-description"],
    ),
    kind(
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "pptx",
        &["kickoff", "quarterly-review", "product-launch", "training"],
    ),
    kind("application/vnd.oasis.opendocument.text", "odt", &["draft", "minutes", "recipe-collection"]),
    kind("application/epub+zip", "epub", &["short-stories", "handbook", "novel"]),
    kind("audio/mpeg", "mp3", &["interview", "podcast-episode", "jingle", "voice-memo"]),
    kind("audio/wav", "wav", &["recording", "bell", "field-recording"]),
    kind("audio/ogg", "ogg", &["rain", "notification", "piano-loop"]),
    kind("image/jpeg", "jpg", &["sunset", "team-photo", "product-front", "harbor", "profile"]),
    kind("image/png", "png", &["screenshot", "logo", "diagram", "floor-plan", "banner"]),
    kind("image/gif", "gif", &["animation", "loading", "demo"]),
    kind("image/svg+xml", "svg", &["icon", "map", "logo-dark", "chart"]),
    kind("image/webp", "webp", &["hero", "thumbnail", "cover"]),
    kind("text/csv", "csv", &["contacts", "orders", "measurements", "subscribers"]),
    kind("text/plain", "txt", &["notes", "license", "todo", "readme"]),
    kind("text/html", "html", &["index", "newsletter", "offline", "landing-page"]),
    kind("text/css", "css", &["theme", "print", "main"]),
    kind("text/markdown", "md", &["changelog", "contributing", "guide"]),
    kind("text/calendar", "ics", &["holidays", "appointments", "invitation"]),
    kind("video/mp4", "mp4", &["product-tour", "webinar", "timelapse", "unboxing"]),
    kind("video/webm", "webm", &["screencast", "background", "tutorial"]),
    kind("video/quicktime", "mov", &["drone-flight", "rehearsal", "clip"]),
    kind("font/woff2", "woff2", &["sans-regular", "serif-bold", "icons"]),
];
