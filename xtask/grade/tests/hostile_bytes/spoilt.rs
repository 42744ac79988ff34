//! Sound bytes, spoilt in a few places that are drawn from a seed.

/// Draws what is spoilt (splitmix64).
pub struct Spoiler(u64);

/// What is put in place of a number.
const NUMBERS: [&str; 8] =
    ["0", "1", "-1", "0.5", "9007199254740992", "9007199254740993", "1e308", "2592000000000000"];

/// What is put in anywhere.
const PIECES: [&[u8]; 10] =
    [b"[", b"{", b"\"", b"\\", b"]}", b"null", b"\0", b"\xff\xfe", b"../", b"\xe2\x80\xae"];

impl Spoiler {
    pub fn new(seed: u64) -> Spoiler {
        Spoiler(seed)
    }

    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((x ^ (x >> 31)) % end.max(1) as u64) as usize
    }

    pub fn spoil(&mut self, sound: &[u8]) -> Vec<u8> {
        let mut bytes = sound.to_vec();
        for _ in 0..1 + self.below(3) {
            let at = self.below(bytes.len());
            match self.below(7) {
                0 => bytes.truncate(at),
                1 => drop(bytes.splice(at..at, PIECES[self.below(PIECES.len())].to_vec())),
                2 => {
                    // Once more what is there already.
                    let piece = bytes[at..bytes.len().min(at + self.below(600))].to_vec();
                    let into = self.below(bytes.len());
                    bytes.splice(into..into, piece);
                }
                3 => drop(bytes.drain(at..bytes.len().min(at + 1 + self.below(40)))),
                4 | 5 => {
                    let is_digit = |byte: &u8| byte.is_ascii_digit();
                    let begin = bytes[at..].iter().position(is_digit).map_or(at, |n| at + n);
                    let length = bytes[begin..].iter().take_while(|byte| is_digit(byte)).count();
                    let number = NUMBERS[self.below(NUMBERS.len())].as_bytes().to_vec();
                    bytes.splice(begin..begin + length, number);
                }
                _ => {
                    if let Some(byte) = bytes.get_mut(at) {
                        *byte = self.below(256) as u8;
                    }
                }
            }
        }
        bytes
    }
}
