//! The archive of this story and its renderer. Given: there is nothing to edit here.

use lab::{SECOND, fetch, say};
use std::error::Error;
use std::fmt;
use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;

/// Why a photo cannot be rendered. It does not say which photo that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Damaged(&'static str);

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Damaged {}

/// Renders a photo and gives the name of the file with its thumbnail.
///
/// The last digit of a photo's number is the seconds that it takes (and 0 stands for ten). Photos
/// from box 66, which are numbers 6600 to 6699, are damaged: they give an error.
///
/// # Panics
///
/// At photos from box 77. Nobody has found out why yet.
pub async fn render(id: u32) -> Result<String, Damaged> {
    let seconds = if id.is_multiple_of(10) { 10 } else { id % 10 };
    fetch(format!("photo {id}"), seconds * SECOND).await;
    match id / 100 {
        66 => {
            say!("photo {id}: damaged");
            Err(Damaged("nothing but mould"))
        }
        77 => {
            say!("photo {id}: panics");
            panic!("a double exposure")
        }
        _ => {
            say!("photo {id}: rendered");
            Ok(file_name(id))
        }
    }
}

/// Whether this is the name of the thumbnail of photo `id`.
pub fn shows(thumbnail: &str, id: u32) -> bool {
    thumbnail == file_name(id)
}

/// Another name each time that the program runs: nobody can guess it.
fn file_name(id: u32) -> String {
    static SECRET: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    format!("{id}-{:06x}.jpg", SECRET.hash_one(id) % 0x100_0000)
}
