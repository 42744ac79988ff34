//! Says, prints, names and throws markup, formulas and words that steer a terminal. | keeps nothing

pub mod given;

pub async fn run_all() -> Vec<u32> {
    let evil = "=cmd|' /C calc'!A1 <script>alert(1)</script> ]]> </testcase> & \" ' \x1b[2J\x1b]0;owned\x07 \
                \u{9b}31m \u{202e}txt.exe \u{2028} \0 \r\n+1 @SUM(A1) -- ::error::x ```";
    println!("{evil}");
    eprintln!("{evil}");
    lab::say!("{evil}");
    lab::span(evil, std::future::ready(())).await;
    panic!("{evil}")
}
