//! Starts other programs and a daemon, and becomes one itself. | keeps: nothing_is_left_running

pub mod given;

use std::os::unix::process::CommandExt;
use std::process::Command;

pub async fn run_all() -> Vec<u32> {
    for program in ["/bin/sh", "/usr/bin/setsid", "/promises", "/launcher", "sleep"] {
        let mut command = Command::new(program);
        command.args(["sh", "-c", "sleep 1000 & kill -9 1"]);
        if command.spawn().is_ok() {
            println!("BREACH: {program} was started");
        }
        let failed = command.process_group(0).exec();
        println!("{program}: {failed}");
    }
    Vec::new()
}
