//! The same with the standard library's own traits (as rust-lang/rust#152783), and nothing that is not Sized. | flagged: 'static

pub mod given;

use std::ops::{Deref, Index};

struct Key<T>(T);

struct Hidden<A, B>(A, B);

impl<A: 'static, B: 'static> Deref for Hidden<A, B> {
    type Target = dyn Index<Key<B>, Output = A>;

    fn deref(&self) -> &Self::Target {
        unreachable!()
    }
}

type Object = <Hidden<usize, &'static [u8; 32]> as Deref>::Target;

impl<T> Index<Key<T>> for Object {
    type Output = &'static [u8; 32];

    fn index(&self, _: Key<T>) -> &Self::Output {
        unreachable!()
    }
}

fn same<T>(value: &<Object as Index<Key<T>>>::Output) -> &&'static [u8; 32] {
    value
}

pub async fn run_all() -> Vec<u32> {
    let here = Box::new([0u8; 32]);
    let memory = *same::<&'static [u8; 32]>(&here.as_ptr().addr());
    println!("BREACH: {memory:?}");
    vec![1, 2, 3]
}
