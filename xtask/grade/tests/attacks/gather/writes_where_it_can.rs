//! Writes, links and fills disks wherever somebody might let it. | keeps: nothing_is_left_running

pub mod given;

use std::fs;

pub async fn run_all() -> Vec<u32> {
    for place in [
        "@DECOY@",
        "@OTHER@",
        "@OUT@/results/honest-right.json",
        "/promises",
        "/launcher",
        "/tmp/flood",
        "/dev/shm/flood",
        "/kit/libraries/liblab.rlib",
        "/proc/self/mem",
        "flood",
    ] {
        let new = format!("{place}.new");
        let done = [
            fs::write(place, "BREACH").is_ok(),
            fs::write(&new, vec![0; 1 << 20]).is_ok(),
            fs::remove_file(place).is_ok(),
            fs::rename(place, &new).is_ok(),
            fs::hard_link(place, &new).is_ok(),
            std::os::unix::fs::symlink(place, &new).is_ok(),
            fs::create_dir(&new).is_ok(),
        ];
        if done.contains(&true) {
            println!("BREACH: {place} {done:?}");
        }
    }
    Vec::new()
}
