//! What must be seen of `serve` for whatever guest: a generator of inputs, and what each must lead to.

use judge::{Call, Case, Expected, Rng, Scenario};
use lab::SECOND;
use std::time::Duration;
use {crate}::serve;

/// TODO(author): cases from small to large; every kind of input that the contract allows.
pub fn cases(rng: &mut Rng) -> Vec<Case> {
    // Each call is made alone, and once more beside another: calls share nothing.
    (0..8).map(|_| Case::new(guest(rng)).beside(rng.time(1, 900), guest(rng))).collect()
}

struct Guest {
    name: String,
}

fn guest(rng: &mut Rng) -> Guest {
    Guest { name: format!("guest {}", rng.between(1, 999)) }
}

impl Scenario for Guest {
    fn input(&self) -> String {
        format!("serve({:?})", self.name)
    }

    fn call(&self) -> Call {
        let name = self.name.clone();
        Call::new(move || async move { serve(&name).await })
    }

    // TODO(author): all that is seen, and when.
    // (Where the contract leaves a choice, write `check` instead: docs/authors.md.)
    fn expected(&self) -> Option<Expected> {
        let soup = format!("soup for {}", self.name);
        let mut expected = Expected::new();
        expected.completes(soup.clone(), Duration::ZERO, SECOND);
        expected.returns(soup, SECOND);
        Some(expected)
    }
}
