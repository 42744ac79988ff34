//! Keeps a reference to what was freed: another form of the same hole, with one lifetime. | flagged: a function pointer

pub mod given;

trait Show {
    fn show(&self) -> u64;
}

struct Shown<'b>(&'b u64);

impl Show for Shown<'_> {
    fn show(&self) -> u64 {
        *self.0
    }
}

struct Lasting<T: 'static>(std::marker::PhantomData<T>);

fn translate<'b>(_: Lasting<&'b ()>, value: Shown<'b>) -> Box<dyn Show> {
    Box::new(value)
}

pub async fn run_all() -> Vec<u32> {
    let forget: fn(_, Shown<'_>) -> Box<dyn Show> = translate;
    let freed = Box::new(77);
    let shown = forget(Lasting(std::marker::PhantomData), Shown(&freed));
    drop(freed);
    println!("BREACH: {}", shown.show());
    vec![1, 2, 3]
}
