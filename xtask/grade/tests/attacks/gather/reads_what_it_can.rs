//! Reads the files of everybody while it runs, its own program among them. | keeps: nothing_is_left_running

pub mod given;

pub async fn run_all() -> Vec<u32> {
    for place in [
        "@DECOY@",
        "@OTHER@",
        "@COURSE@/exercises/01-gather/tests/gather.rs",
        "@COURSE@/solutions/01-gather/src/lib.rs",
        "/promises",
        "/launcher",
        "/etc/passwd",
        "/proc/self/maps",
        "/proc/self/mem",
        "/proc/1/environ",
        "/sys/kernel/uevent_helper",
        "/dev/kmsg",
    ] {
        if let Ok(bytes) = std::fs::read(place) {
            println!("BREACH: {place}: {}", String::from_utf8_lossy(&bytes));
        }
    }
    for folder in ["/", "/tmp", "/dev", "/proc", "/kit", "/tests", "/answer", "/usr", "@COURSE@"] {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            println!("BREACH: {}", entry.path().display());
        }
    }
    let program = std::env::args().next().map(std::fs::read);
    if let Some(Ok(program)) = program {
        println!("BREACH: {}", String::from_utf8_lossy(&program));
    }
    Vec::new()
}
