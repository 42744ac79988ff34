//! Keeps a reference to what was freed by a pointer whose type is nowhere to be read. | flagged: 'static

pub mod given;

fn translate<'a, 'b, T>(_: &'a &'b (), value: &'b T) -> &'a T {
    value
}

fn one<T>(_: &'static &'static (), _: &T) -> &'static T {
    unreachable!()
}

fn another<T>(_: &'static &'static (), _: &T) -> &'static T {
    unreachable!()
}

fn expand<T>(value: &T) -> &'static T {
    let mut pointers = [one::<T>, another::<T>];
    pointers[0] = translate::<T>;
    pointers[0](&&(), value)
}

pub async fn run_all() -> Vec<u32> {
    let freed = expand(&Box::new(77)).clone();
    println!("BREACH: {freed}");
    vec![1, 2, 3]
}
