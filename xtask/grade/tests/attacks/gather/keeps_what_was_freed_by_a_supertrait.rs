//! Keeps a reference to what was freed by a supertrait with lifetimes (rust-lang/rust#84591). | flagged: trait

pub mod given;

trait Sub<'a, 'b, R>: Above<'a, 'b> {}

trait Above<'a, 'b> {
    fn convert<T>(value: &'a T) -> &'b T;
}

struct Hole;

impl<'a: 'b, 'b> Above<'a, 'b> for Hole {
    fn convert<T>(value: &'a T) -> &'b T {
        value
    }
}

impl<'a, 'b> Sub<'a, 'b, &'b &'a ()> for Hole {}

fn expand<S: for<'a, 'b> Sub<'a, 'b, &'b &'a ()>, T>(value: &T) -> &'static T {
    further::<S, T>(value)
}

fn further<S: for<'a, 'b> Above<'a, 'b>, T>(value: &T) -> &'static T {
    S::convert(value)
}

pub async fn run_all() -> Vec<u32> {
    let freed = expand::<Hole, _>(&Box::new(77)).clone();
    println!("BREACH: {freed}");
    vec![1, 2, 3]
}
