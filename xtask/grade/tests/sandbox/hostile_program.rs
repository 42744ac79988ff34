//! What a hostile program may try, one thing at a time: `hostile_program WHAT [WITH]`. What came of it is
//! printed. Compiled by the tests, with rustc alone.

use std::collections::HashMap;
use std::ffi::c_int;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::os::unix::fs::{MetadataExt, symlink};
use std::os::unix::process::CommandExt;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, hint, thread};

unsafe extern "C" {
    fn fork() -> c_int;
    fn kill(process: c_int, signal: c_int) -> c_int;
    fn setuid(user: u32) -> c_int;
    fn setsid() -> c_int;
    fn socket(domain: c_int, kind: c_int, protocol: c_int) -> c_int;
    fn unshare(what: c_int) -> c_int;
    fn ptrace(request: c_int, process: c_int, address: usize, data: usize) -> isize;
    fn memfd_create(name: *const i8, flags: u32) -> c_int;
    fn syscall(number: i64, ...) -> i64;
}

fn main() {
    let args: Vec<String> = env::args().collect();
    let what = args.get(1).map_or("", String::as_str);
    let with = args.get(2).map_or("", String::as_str);
    match what {
        "read" => print_result(fs::read(with)),
        "list" => print_result(fs::read_dir(with)),
        "write" => print_result(fs::write(with, "mine")),
        "remove" => print_result(fs::remove_file(with)),
        "through-a-link" => print_result(symlink(with, "link").and_then(|()| fs::read("link"))),
        "write-through-a-link" => {
            print_result(symlink(with, "link").and_then(|()| fs::write("link", "mine")))
        }
        "connect" => print_result(TcpStream::connect(with)),
        "spawn" => print_result(Command::new(with).spawn()),
        "become" => {
            print_result::<()>(Err(Command::new(with).arg("honest").exec()));
        }
        "become-a-copy" => {
            // Executable, for all that its permissions say.
            print_result(fs::copy("/program", "/tmp/copy"));
            print_result::<()>(Err(Command::new("/tmp/copy").arg("honest").exec()));
        }
        "calls" => calls(),
        "user" => {
            fs::write("/tmp/mine", "").unwrap();
            println!("user {}", fs::metadata("/tmp/mine").unwrap().uid());
        }
        "environment" => println!("{:?} in {:?}", env::vars().collect::<Vec<_>>(), env::current_dir()),
        "file" => print_result(fs::File::open(format!("/dev/fd/{with}"))),
        "inherited" => {
            let mut byte = [0_u8; 1];
            // SAFETY: read(2) into a byte that is ours.
            println!("{}", unsafe { syscall(0, with.parse::<i64>().unwrap(), byte.as_mut_ptr(), 1_usize) });
        }
        "threads" => threads(with.parse().unwrap()),
        "allocate" => {
            let mut all: Vec<u8> = Vec::new();
            print_result(all.try_reserve_exact(with.parse().unwrap()));
        }
        "flood-files" => {
            let mut files = 0;
            let some = vec![1_u8; 1 << 20];
            while fs::write(format!("/tmp/{files}"), &some).is_ok() {
                files += 1;
            }
            println!("{files} files");
        }
        "flood-one-file" => {
            let mut file = fs::File::create("/tmp/one").unwrap();
            while file.write_all(&[1; 1 << 16]).is_ok() {}
            println!("full");
        }
        "flood-output" => while std::io::stdout().write_all(&[b'x'; 1 << 16]).is_ok() {},
        "spin" => loop {
            hint::spin_loop();
        },
        "daemon" => daemon(),
        "honest" => honest(),
        other => panic!("{other}?"),
    }
}

fn print_result<T>(result: Result<T, impl std::fmt::Display>) {
    match result {
        Ok(_) => println!("done"),
        Err(error) => println!("refused: {error}"),
    }
}

/// Each call's name, and what it returned.
fn calls() {
    // SAFETY: calls of the kernel without pointers, but for a name that ends with a nought.
    let results = unsafe {
        [
            ("fork", fork() as i64),
            ("setuid", setuid(0) as i64),
            ("kill 1", kill(1, 9) as i64),
            ("kill all", kill(-1, 9) as i64),
            ("socket", socket(2, 1, 0) as i64),
            ("unix socket", socket(1, 1, 0) as i64),
            ("user namespace", unshare(0x1000_0000) as i64),
            ("ptrace", ptrace(16, 1, 0, 0) as i64),
            ("memfd", memfd_create(c"x".as_ptr().cast(), 0) as i64),
            // The same numbers on every machine.
            ("io_uring_setup", syscall(425, 1_usize, 0_usize)),
            ("clone3", syscall(435, 0_usize, 0_usize)),
            ("pidfd_open", syscall(434, 1_usize, 0_usize)),
        ]
    };
    for (name, result) in results {
        println!("{name} {result}");
    }
}

fn threads(wanted: usize) {
    let mut began = 0;
    for _ in 0..wanted {
        if thread::Builder::new().stack_size(64 << 10).spawn(|| loop { thread::park() }).is_err() {
            break;
        }
        began += 1;
    }
    println!("{began} threads");
}

/// Away from whoever started it.
fn daemon() {
    // SAFETY: no other thread, no lock.
    unsafe {
        if fork() == 0 {
            setsid();
            if fork() == 0 {
                loop {
                    thread::sleep(Duration::from_secs(1));
                }
            }
            std::process::exit(0);
        }
    }
    println!("left");
    thread::sleep(Duration::from_millis(200));
}

/// What an answer under the judge does: reads, starts threads, waits, writes.
fn honest() {
    let mut nonce = String::new();
    std::io::stdin().read_to_string(&mut nonce).unwrap();
    let began = Instant::now();
    let (sender, receiver) = std::sync::mpsc::channel();
    for number in 0..8 {
        let sender = sender.clone();
        let name = format!("worker {number}");
        let work = move || {
            thread::sleep(Duration::from_millis(5));
            sender.send(number).unwrap();
        };
        thread::Builder::new().name(name).spawn(work).unwrap();
    }
    drop(sender);
    let sum: u32 = receiver.iter().sum();
    assert!(began.elapsed() >= Duration::from_millis(5));
    let map: HashMap<u32, u32> = (0..100).map(|n| (n, n)).collect();
    let caught = std::panic::catch_unwind(|| panic!("on purpose")).is_err();
    println!("{} {sum} {} {caught} {}", nonce.trim(), map.len(), thread::available_parallelism().is_ok());
}
