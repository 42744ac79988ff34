//! The course itself is proved: skeletons fail, solutions and right answers pass, and every wrong
//! answer is rejected for the reason it gives.

use std::path::Path;
use std::process::Command;

#[test]
fn the_whole_course_is_proved() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let output =
        Command::new(env!("CARGO_BIN_EXE_xtask")).arg("verify").current_dir(root).output().unwrap();
    let screen = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&screen));
}
