//! The promises of `serve`. Each runs on a clock that jumps, so seconds cost nothing and are exact.

mod model;

use judge::Kept;
use lab::SECOND;
use {crate}::serve;

// TODO(author): one test a promise, named as a sentence; more inputs than the one in the story.
#[test]
fn the_guest_is_served_after_a_second() -> Kept {
    judge::run(|| serve("ada")).returns("soup for ada".to_owned()).takes(SECOND).kept()
}

#[test]
fn all_of_this_holds_for_whatever_guest() -> Kept {
    judge::any_input(model::cases)
}
