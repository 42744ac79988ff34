//! Numbers drawn from a seed: the same seed gives the same numbers, everywhere and for good.

use std::time::Duration;

/// Draws from a seed (splitmix64, which passes as random for making up test inputs).
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// All that is drawn follows from `seed`.
    pub fn new(seed: u64) -> Rng {
        Rng(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    /// A number from `least` to `most`, both included.
    ///
    /// # Panics
    ///
    /// When `most` is less than `least`.
    pub fn between(&mut self, least: u64, most: u64) -> u64 {
        assert!(least <= most, "there is no number from {least} to {most}");
        match (most - least).checked_add(1) {
            Some(numbers) => least + self.next() % numbers,
            None => self.next(),
        }
    }

    /// A number below `end`; 0 when `end` is.
    pub fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { self.between(0, end as u64 - 1) as usize }
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: u64) -> bool {
        self.between(1, n.max(1)) == 1
    }

    /// One of `items`, of which there must be some.
    pub fn one_of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    /// A time of `least` to `most` milliseconds that is no multiple of a round step: somebody who sleeps
    /// and looks again, however often, comes late for it.
    pub fn time(&mut self, least: u64, most: u64) -> Duration {
        let drawn = self.between(least, most);
        // Neither even nor a multiple of five, wherever there is room for that.
        let odd = [1, 3, 7, 9, 1][(drawn / 10 % 5) as usize];
        let time = if most >= 10 { (drawn / 10 * 10 + odd).min(most) } else { drawn };
        Duration::from_millis(time.max(least))
    }

    /// Some order of the numbers below `n`.
    pub fn order(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            order.swap(i, self.below(i + 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::Rng;
    use std::time::Duration;

    #[test]
    fn the_same_seed_draws_the_same_numbers_and_each_within_its_bounds() {
        let draw = |seed| {
            let mut rng = Rng::new(seed);
            (0..1_000).map(|_| rng.between(3, 9)).collect::<Vec<_>>()
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
        assert!(
            (3..=9).all(|n| draw(7).contains(&n)) && draw(7).iter().all(|n| (3..=9).contains(n))
        );
        let mut rng = Rng::new(1);
        rng.between(0, u64::MAX);
        assert_eq!((rng.below(0), rng.below(1), rng.one_of(&[5])), (0, 0, 5));
    }

    #[test]
    fn times_are_no_multiples_of_round_steps() {
        let mut rng = Rng::new(2);
        for _ in 0..1_000 {
            let time = rng.time(20, 9_999);
            assert!((20..=9_999).contains(&time.as_millis()), "{time:?}");
            let millis = time.as_millis();
            assert!(millis == 20 || [1, 3, 7, 9].contains(&(millis % 10)), "{time:?}");
        }
        assert_eq!(rng.time(4, 4), Duration::from_millis(4));
    }

    #[test]
    fn an_order_has_every_number_once() {
        let mut order = Rng::new(3).order(50);
        assert_ne!(order, (0..50).collect::<Vec<_>>());
        order.sort_unstable();
        assert_eq!(order, (0..50).collect::<Vec<_>>());
    }
}
