//! `book`: books with their authors.

mod list;

use super::Module;
use crate::dynamic::{Call, Method, Output};
use list::BOOKS;

pub(super) const MODULE: Module = Module {
    name: "book",
    doc: "Books. Title, author and genre of one object agree.",
    methods: &[
        Method::new("author", "Who wrote a book.", "$book.author", &[], |call| {
            part(call, 0, |(_, author, _)| author)
        }),
        Method::new("format", "How a book is sold.", "$book.format", &[], |call| call.pick(list::FORMATS)),
        Method::new("genre", "The genre of a book.", "$book.genre", &[], |call| {
            part(call, 1, |(_, _, genre)| genre)
        }),
        Method::new("publisher", "A publishing house.", "$book.publisher", &[], |call| {
            call.pick(list::PUBLISHERS)
        }),
        Method::new("series", "A series of books.", "$book.series", &[], |call| call.pick(list::SERIES)),
        Method::new("title", "The title of a book.", "$book.title", &[], |call| {
            part(call, 2, |(title, _, _)| title)
        }),
    ],
};

type Book = (&'static str, &'static str, &'static str);

fn part(call: &mut Call<'_>, part: u32, text: fn(Book) -> &'static str) -> Output {
    match call.share("book", part, BOOKS) {
        Some(book) => call.text(text(*book)),
        None => Output::Nothing,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn all_give_values() {
        super::super::testing::walk("book");
    }
}
