//! Has the compiler say markup, formulas and words that steer a terminal. | does not compile: alert

pub mod given;

compile_error!("=cmd|' /C calc'!A1 <script>alert(1)</script> \x1b[2J\u{202e}txt.exe\u{9b}31m\r]]>");

pub async fn run_all() -> Vec<u32> {
    Vec::new()
}
