//! The blood bank of this story. Given: there is nothing to edit here.

use lab::say;
use std::fmt;

/// What a hospital needs. Only bytes that have come make one.
#[derive(Debug, PartialEq, Eq)]
pub struct Order {
    text: String,
}

impl Order {
    /// The order that these bytes are, without the one that says how many there are.
    pub fn new(bytes: &[u8]) -> Order {
        let order = Order { text: String::from_utf8_lossy(bytes).into_owned() };
        say!("order: {order}");
        order
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Writes on the panel how many orders there are.
pub fn show(orders: usize) {
    say!("panel: {orders}");
}
