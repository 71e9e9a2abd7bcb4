//! Pictures, sound, video, files, colours, music, books.

use crate::rules::rule::{Rule, between, decimal, number, one_of, string};

// One rule after the other, as in a table.
#[rustfmt::skip]
pub(super) const RULES: &[Rule] = &[
    // Pictures.
    string("avatar, avatar url, profile image, profile picture, profile photo, user image, gravatar, \
         avatar image, profile pic, userpic, profile image url, headshot, photo url, avatar *",
        "{{$image.avatar}}"),
    string("photo, picture, image, image url", "{{$image.avatar}}")
        .of("user person profile author member contact employee customer"),
    string("image, img, photo, picture, cover, banner, image url, image uri, picture url, cover image, \
         background image, image link, poster, cover url, hero image, banner url, featured image, \
         poster path, backdrop path, backdrop", "{{$image.urlPicsumPhotos(width=640,height=480)}}"),
    string("thumbnail, thumb, thumbnail url, preview url, preview image, image thumbnail, thumb url, \
         small image, preview, thumbnail link, screenshot",
        "{{$image.urlPicsumPhotos(width=150,height=150)}}"),
    string("image *, photo *, picture *", "{{$image.urlPicsumPhotos(width=640,height=480)}}"),
    string("logo, logo url, icon url, favicon, badge url, company logo, flag url, sprite, logo image, \
         image icon, icon image, app icon, icon uri, flag image, brand logo, favicon url",
        "{{$image.urlPicsumPhotos(width=128,height=128)}}"),
    string("url, href, uri, src, source, link", "{{$image.urlPicsumPhotos(width=640,height=480)}}")
        .of("image photo picture thumbnail icon logo cover banner poster avatar"),
    string("icon, icon name, glyph, icon class",
        "{{$helpers.arrayElement(['star','home','calendar','heart','bell','cart','user'])}}"),
    string("src, source url, media url, asset url, content url, file url, download url, attachment url, \
         video url, audio url, download link, raw url, archive url, document url, pdf url, receipt url, \
         invoice url, stream url, blob url, external url", "{{$internet.url}}"),
    string("alt, alt text, caption, image alt, photo caption, alternative text, image description",
        "{{$text.sentence}}"),
    one_of!("orientation", "portrait" | "landscape" | "square"),
    one_of!("aspect ratio, image size ratio", "16:9" | "4:3" | "1:1"),
    one_of!("resolution, video resolution, image size, screen resolution, dimension text",
        "1920x1080" | "1280x720" | "3840x2160"),
    one_of!("video quality, image quality, definition", "hd" | "sd" | "4k"),
    one_of!("quality", "low" | "medium" | "high"),
    between!("width, image width, photo width, screen width, video width, image limit width, \
         thumbnail width", 320, 1920),
    between!("height, image height, photo height, screen height, video height", 240, 1080),
    decimal!("width, depth, length, height", 5, 120, 1),
    between!("width, height, depth, length", 5, 120)
        .of("product package parcel item dimension box shipment cargo luggage"),
    decimal!("width, height, depth, length", 5, 120, 1)
        .of("product package parcel item dimension box shipment cargo luggage"),
    decimal!("height, body height", 150, 200, 1).of("person patient user player athlete profile"),
    between!("height, body height, height cm", 150, 200).of("person patient user player athlete profile"),
    between!("dpi, ppi, pixel density", 72, 600),
    between!("fps, frame rate, framerate", 24, 60),
    between!("bitrate, bit rate, video bitrate, audio bitrate", 96_000, 320_000),
    between!("sample rate, sampling rate", 22_050, 48_000),
    between!("top left x, top left y, left, top, x, y, x1, y1, min x, min y, offset x, offset y, x min, \
         y min", 0, 400),
    between!("bottom right x, bottom right y, right, bottom, x2, y2, max x, max y, x max, y max", 401, 900),
    decimal!("z, depth z, zoom", 0, 10, 1),
    between!("zoom, zoom level, zoom factor", 1, 18),
    one_of!("video codec, codec, audio codec, encoding format", "h264" | "vp9" | "aac" | "opus"),
    one_of!("image type, image format, picture type", "png" | "jpeg" | "webp"),
    one_of!("media kind, asset type, attachment type, file kind, content kind, media format",
        "image" | "video" | "audio" | "document"),
    one_of!("camera, microphone, speaker device, headset", "Built-in" | "USB device" | "Bluetooth headset"),
    // Colours.
    string("color, colour, color name, favorite color, colour name", "{{$color.human}}"),
    string("hex, hex color, color hex, background color, bg color, text color, foreground color, \
         accent color, primary color, secondary color, label color, theme color, border color, font color, \
         brand color, hex code, fill color, stroke color, button color, nav color, fill, stroke, foreground, \
         background", "{{$color.rgb}}"),
    string("color", "{{$color.rgb}}").of("label tag calendar theme status brand style category"),
    string("* color *, * colour *, hue *, palette *", "{{$color.rgb}}"),
    string("* border width *, * border radius *, spacing, spacing *, * font size *, * line height *, \
         border radius, border width, padding, margin, corner radius", "{{$number.int(min=1,max=24)}}px"),
    string("rgb", "{{$color.rgb}}"),
    between!("red, green, blue", 0, 255),
    // Files.
    string("filename, file, attachment, original filename, file title, file original name, attachment name, \
         document name, filenames, upload filename", "{{$system.fileName}}"),
    string("name, title", "{{$system.fileName}}")
        .of("file document attachment upload blob asset media artifact photo image"),
    string("extension, file extension, file ext, filename extension, file suffix", "{{$system.fileExt}}"),
    string("mimetype, mime, file type, mimetypes, file format, content mime, accept, accept header, \
         datacontenttype, response content type, media mime", "{{$system.mimeType}}"),
    string("type, format", "{{$system.mimeType}}").of("file attachment upload blob mime"),
    string("file path, filepath, full path, path, absolute path, relative path, source path, \
         destination path, target path, mount path, log path, sub path, json path file, path *",
        "{{$system.filePath}}"),
    string("directory, dir, folder, working directory, working dir, folder path, directory path, \
         root directory, home directory, base dir, output dir, parent folder, mount point, mount, root path, \
         workdir, cwd", "{{$system.directoryPath}}"),
    string("folder name, folder title", "{{$text.title}}"),
    one_of!("compression, compression type, compression method", "gzip" | "zstd" | "none"),
    one_of!("encoding, charset, character encoding, character set, file encoding, content encoding",
        "utf-8" | "iso-8859-1" | "us-ascii"),
    // Music.
    string("artist, artist name, singer, band, musician, performer, band name, album artist",
        "{{$music.artist}}"),
    string("name", "{{$music.artist}}").of("artist band singer musician performer"),
    string("album, album name, album title", "{{$music.album}}"),
    string("name, title", "{{$music.album}}").of("album"),
    string("song, song name, song title, track name, track title, track, music", "{{$music.songName}}"),
    string("name, title", "{{$music.songName}}").of("track song"),
    string("genre, music genre, genre name, genres", "{{$music.genre}}"),
    string("name", "{{$music.genre}}").of("genre"),
    string("playlist, playlist name", "{{$text.title}}"),
    string("name, title", "{{$text.title}}")
        .of("playlist podcast show episode series movie film video channel chapter season"),
    string("isrc", "US{{$string.alphanumeric(length=3,casing='upper')}}{{$string.numeric(length=7)}}"),
    between!("tempo, bpm", 70, 175),
    decimal!("tempo, bpm", 70, 175, 1),
    decimal!("danceability, energy, speechiness, acousticness, instrumentalness, liveness, valence", 0, 1, 3),
    decimal!("loudness", -20, -3, 2),
    between!("popularity", 0, 100),
    between!("track number, disc number, episode number, season number, episode, season, chapter number, \
         chapter, volume number, issue number", 1, 12),
    // Books and films.
    string("book, book title, book name", "{{$book.title}}"),
    string("title, name", "{{$book.title}}").of("book novel edition ebook"),
    string("author, author name, writer, book author", "{{$book.author}}")
        .of("book novel edition audiobook ebook quote"),
    string("genre", "{{$book.genre}}").of("book novel"),
    string("publisher", "{{$book.publisher}}").of("book novel edition audiobook"),
    string("series", "{{$book.series}}").of("book novel"),
    string("movie, movie title, film, film title, show, show name, episode title, episode name, series, \
         series name, podcast, series title", "{{$text.title}}"),
    string("plot, synopsis, overview, storyline, logline, lyrics", "{{$text.description}}"),
    one_of!("film rating, age rating, content rating, mpaa rating, certification",
        "G" | "PG" | "PG-13" | "R"),
    string("artwork, painting, sculpture, exhibit, exhibition", "{{$text.title}}"),
    number("page count, number of page, pages", "{{$number.int(min=90,max=640)}}")
        .of("book novel document edition"),
];
