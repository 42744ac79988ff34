//! Has a macro put together what is looked for in the source, and keeps what was freed by it. | flagged: macro_rules

pub mod given;

macro_rules! made {
    ($a:lifetime: {} $b:lifetime: {} $f:tt name $x:tt) => {
        fn translate<$a, $b, T>(_: &$a &$b (), value: &$b T) -> &$a T {
            value
        }

        fn expand<T>(value: &T) -> &'static T {
            let f: $f(_, &T) -> &'static T = translate;
            f(&&(), value)
        }
    };
}

made! { 'a: {} 'b: {} fn name () }

pub async fn run_all() -> Vec<u32> {
    let freed = expand(&Box::new(77)).clone();
    println!("BREACH: {freed}");
    vec![1, 2, 3]
}
