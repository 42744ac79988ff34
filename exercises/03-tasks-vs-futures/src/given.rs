//! The kitchen of this story. Given: there is nothing to edit here.

use lab::{SECOND, say, span, takes};
use std::fmt;
use std::time::Duration;
use tokio::time::sleep;

/// What a guest asks for. It reads as the name of its dish: `{order}`.
#[derive(Debug)]
pub struct Order {
    dish: String,
    takes: Duration,
    fails: bool,
}

impl Order {
    /// An order of `dish`, which takes this long to cook.
    pub fn new(dish: impl Into<String>, takes: Duration) -> Order {
        Order { dish: dish.into(), takes, fails: false }
    }

    /// The same, but just before it is ready it falls to the floor.
    pub fn ill_fated(dish: impl Into<String>, takes: Duration) -> Order {
        Order { fails: true, ..Order::new(dish, takes) }
    }
}

/// What is served in the end. Only the kitchen makes one.
#[derive(Debug, PartialEq, Eq)]
pub struct Meal {
    dish: String,
}

/// Cooks what was ordered.
///
/// # Panics
///
/// When the order is ill-fated, at the end of its time.
pub async fn cook(order: Order) -> Meal {
    span(format!("cooking {order}"), async {
        say!("  the cook begins with the {order}");
        sleep(order.takes).await;
        assert!(!order.fails, "the {order} fell to the floor");
        say!("  the {order} is ready");
        Meal { dish: order.dish }
    })
    .await
}

/// Boiling water.
pub struct Water(());

/// Ground beans.
pub struct Grounds(());

/// Boils water: usually three seconds.
pub async fn boil_water() -> Water {
    step("boiling", 3).await;
    Water(())
}

/// Grinds beans: usually two seconds.
pub async fn grind_beans() -> Grounds {
    step("grinding", 2).await;
    Grounds(())
}

/// Brews coffee of both: usually one second.
pub async fn brew(_water: Water, _grounds: Grounds) -> Meal {
    step("brewing", 1).await;
    Meal { dish: "coffee".to_owned() }
}

async fn step(name: &str, seconds: u32) {
    span(name, async {
        say!("  {name} begins");
        sleep(takes(name, seconds * SECOND)).await;
        say!("  {name} is done");
    })
    .await;
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.dish)
    }
}

impl fmt::Display for Meal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.dish)
    }
}
