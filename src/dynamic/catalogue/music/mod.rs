//! `music`: songs with their artists and albums.

mod list;

use super::Module;
use crate::dynamic::{Call, Method, Output};
use list::{SONGS, Song};

pub(super) const MODULE: Module = Module {
    name: "music",
    doc: "Songs. Song, artist, album and genre of one object agree.",
    methods: &[
        Method::new("album", "The album a song is on.", "$music.album", &[], |call| {
            part(call, 0, |song| song.album)
        }),
        Method::new("artist", "Who plays a song.", "$music.artist", &[], |call| {
            part(call, 1, |song| song.artist)
        }),
        Method::new("genre", "A genre.", "$music.genre", &[], |call| part(call, 2, |song| song.genre)),
        Method::new("songName", "A song.", "$music.songName", &[], |call| part(call, 3, |song| song.name)),
    ],
};

fn part(call: &mut Call<'_>, part: u32, text: fn(&Song) -> &'static str) -> Output {
    match call.share("song", part, SONGS) {
        Some(song) => call.text(text(song)),
        None => Output::Nothing,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_give_values() {
        super::super::testing::walk("music");
    }
}
