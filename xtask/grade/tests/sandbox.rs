//! What the sandbox keeps in, tried by a program that wants out.
#![cfg(target_os = "linux")]

#[path = "sandbox/support.rs"]
mod support;

use std::ffi::OsString;
use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs};
use support::*;
use xtask_grade::sandbox::{ConfinedCommand, Layers, Limits, Mount, Purpose, Sandbox};

#[test]
fn run_an_honest_program_works_as_outside() {
    let Some(sandbox) = sandbox() else { return };
    let ran = run(&sandbox, &["honest"], limits());
    assert_eq!(ran.printed, "the-nonce 28 100 true true\n", "{}", ran.errors);
    assert!(ran.status.unwrap().success());
}

#[test]
fn run_no_file_of_the_machine_is_there_to_read() {
    let Some(sandbox) = sandbox() else { return };
    let secret = folder("secret").join("solution.rs");
    fs::write(&secret, "secret").unwrap();
    let secret = secret.to_str().unwrap();
    let proc = ["/proc/self/maps", "/proc/1/environ"];
    for file in [secret, "/etc/passwd", "/etc/hostname", "/launcher"].into_iter().chain(proc) {
        let tried = [["read", file], ["through-a-link", file]];
        tried.iter().for_each(|what| assert_refused(&sandbox, what));
    }
    for folder in ["/", "/root", "/home", "/proc", "/dev", "/sys", "/usr"] {
        assert_refused(&sandbox, &["list", folder]);
    }
    assert_eq!(fs::read_to_string(secret).unwrap(), "secret");
}

#[test]
fn run_nothing_is_written_outside_of_the_scratch() {
    let Some(sandbox) = sandbox() else { return };
    let outside = folder("outside");
    fs::set_permissions(&outside, PermissionsExt::from_mode(0o777)).unwrap();
    let file = outside.join("file");
    fs::write(&file, "theirs").unwrap();
    fs::set_permissions(&file, PermissionsExt::from_mode(0o666)).unwrap();
    let file = file.to_str().unwrap();
    for path in [file, "/program", "/launcher", "/new", "/etc/new", "/dev/null"] {
        assert_refused(&sandbox, &["write", path]);
        assert_refused(&sandbox, &["write-through-a-link", path]);
        assert_refused(&sandbox, &["remove", path]);
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "theirs");
    assert_eq!(printed(&sandbox, &["write", "/tmp/mine"]), "done\n");
    // Even where somebody has given it away by mistake.
    let program = Mount { host: hostile_program(), inside: Path::new("/program") };
    let writable = Some(Mount { host: &outside, inside: Path::new("/out") });
    let args = ["write".into(), "/out/file".into()];
    let given = ConfinedCommand { writable, ..of(&program, &args) };
    let printed_there = finish(sandbox.command(&given), WALL).printed;
    assert!(printed_there.starts_with("refused: "), "{printed_there}");
    assert_eq!(fs::read_to_string(file).unwrap(), "theirs");
    // A student's program has no scratch at all, unless it is given one.
    let ran = run(&sandbox, &["write", "/tmp/mine"], Purpose::Run.limits());
    assert!(ran.printed.starts_with("refused: "), "{}", ran.printed);
}

#[test]
fn run_there_is_no_network() {
    let Some(sandbox) = sandbox() else { return };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    assert_refused(&sandbox, &["connect", &address]);
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err());
}

#[test]
fn run_a_program_starts_no_other_and_becomes_no_other() {
    let Some(sandbox) = sandbox() else { return };
    for program in ["/bin/sh", "/program", "/launcher"] {
        assert_refused(&sandbox, &["spawn", program]);
        assert_refused(&sandbox, &["become", program]);
    }
    let copy = printed(&sandbox, &["become-a-copy"]);
    assert!(copy.starts_with("done\nrefused: "), "{copy}");

    // Where other programs may be started, so that only Landlock is in the way.
    let copied =
        confined(&sandbox, Purpose::Link, &["become-a-copy"], Purpose::Link.limits(), WALL).printed;
    assert!(copied.starts_with("done\nrefused: Permission denied"), "{copied}");
}

#[test]
fn run_calls_that_a_program_does_not_need_are_refused() {
    let Some(sandbox) = sandbox() else { return };
    let results = printed(&sandbox, &["calls"]);
    assert_eq!(results.lines().count(), 12, "{results}");
    results.lines().for_each(|line| assert!(line.ends_with(" -1"), "{results}"));
}

#[test]
fn run_nothing_of_the_environment_or_of_open_files_comes_in() {
    let Some(sandbox) = sandbox() else { return };
    let printed = printed(&sandbox, &["environment"]);
    assert_eq!(printed, "[(\"RUST_BACKTRACE\", \"0\")] in Ok(\"/tmp\")\n");
}

#[test]
fn run_a_program_is_not_root() {
    let Some(sandbox) = sandbox() else { return };
    let user = printed(&sandbox, &["user"]);
    let number: u32 = user.trim().strip_prefix("user ").unwrap().parse().unwrap();
    assert_ne!(number, 0);
    assert_ne!(number, fs::metadata(hostile_program()).unwrap().uid());
}

#[test]
fn run_threads_memory_and_files_have_an_end() {
    let Some(sandbox) = sandbox() else { return };
    let limits = limits();
    let threads = printed(&sandbox, &["threads", "10000"]);
    let began: u64 = threads.trim().strip_suffix(" threads").unwrap().parse().unwrap();
    assert!((32..=limits.threads).contains(&began), "{threads}");

    assert_refused(&sandbox, &["allocate", "4000000000"]);
    assert_eq!(printed(&sandbox, &["allocate", "100000000"]), "done\n");

    let files = printed(&sandbox, &["flood-files"]);
    let whole: u64 = files.trim().strip_suffix(" files").unwrap().parse().unwrap();
    assert!((8..=limits.scratch / MIB).contains(&whole), "{files}");

    let small = Limits { file: MIB, ..limits };
    let ran = run(&sandbox, &["flood-one-file"], small);
    // SIGXFSZ, of which bubblewrap tells as shells do.
    assert_eq!(ran.status.unwrap().code(), Some(128 + 25), "{}", ran.errors);
}

#[test]
fn run_an_endless_loop_ends_by_its_cpu_time() {
    let Some(sandbox) = sandbox() else { return };
    let ran = run(&sandbox, &["spin"], Limits { cpu: 1, ..limits() });
    // SIGXCPU.
    assert_eq!(ran.status.unwrap().code(), Some(128 + 24));
}

#[test]
fn run_nothing_outlives_the_group() {
    let Some(sandbox) = sandbox() else { return };
    // Left by the reader after a megabyte, and by the clock.
    run(&sandbox, &["flood-output"], limits());
    assert!(run_for(&sandbox, &["spin"], Duration::from_millis(300)).status.is_none());
}

/// The filter keeps a student's program from starting another, so that this takes a sandbox that is for
/// linking, where processes may be started.
#[test]
fn run_a_daemon_ends_with_its_sandbox() {
    let Some(sandbox) = sandbox() else { return };
    let ran = confined(&sandbox, Purpose::Link, &["daemon"], Purpose::Link.limits(), WALL);
    assert_eq!(ran.printed, "left\n", "{}", ran.errors);
    assert!(ran.status.is_some());
}

#[test]
fn run_a_sandbox_ends_when_it_or_whoever_started_it_is_killed() {
    let Some(sandbox) = sandbox() else { return };
    let program = Mount { host: hostile_program(), inside: Path::new("/program") };
    for by_another in [false, true] {
        let token = token();
        let args: [OsString; 2] = ["daemon".into(), token.clone().into()];
        let confined = ConfinedCommand { purpose: Purpose::Link, ..of(&program, &args) };
        let mut command = sandbox.command(&confined);
        if by_another {
            let mut shell = Command::new("sh");
            shell.args(["-c", "\"$@\" & wait", "sh"]);
            shell.arg(command.get_program()).args(command.get_args());
            command = shell;
        }
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        // It is there, and has left.
        let mut word = [0; 5];
        child.stdout.take().unwrap().read_exact(&mut word).unwrap();
        assert!(alive(&token) > 0);
        child.kill().unwrap();
        child.wait().unwrap();
        assert_gone(&token);
    }
}

#[test]
fn an_inherited_file_does_not_reach_the_program() {
    let Some(_) = sandbox() else { return };
    let secret = folder("inherited").join("secret");
    fs::write(&secret, "secret").unwrap();
    let me = env::current_exe().unwrap();
    let script = "secret=$1; shift; exec 9<\"$secret\"; exec \"$@\"";
    let test = ["--exact", "inherited_by_this_process", "--ignored", "--nocapture"];
    let mut shell = Command::new("sh");
    shell.args(["-c", script, "sh"]).arg(secret).arg(me).args(test);
    shell.env("BASE", folder("inheritor")).env("HOSTILE_PROGRAM", hostile_program());
    let output = shell.output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
}

#[test]
#[ignore = "part of the test above: needs a file open at 9"]
fn inherited_by_this_process() {
    assert!(Path::new("/proc/self/fd/9").exists());
    let sandbox = sandbox().unwrap();
    assert_eq!(printed(&sandbox, &["inherited", "9"]), "-1\n");
    // The same try finds what is open.
    assert_eq!(printed(&sandbox, &["inherited", "0"]), "1\n");
}

/// As root: everything above once more as somebody who has no rights.
#[test]
fn an_ordinary_user_has_the_same_sandbox() {
    let Some(sandbox) = sandbox() else { return };
    if sandbox.layers() == Layers::UserNamespace {
        return; // All tests above were that.
    }
    assert_eq!(sandbox.layers(), Layers::AnotherUser);
    // Root's folders may be closed to others.
    let there = env::temp_dir().join(format!("sandboxes-{}", std::process::id()));
    fs::create_dir(&there).unwrap();
    fs::set_permissions(&there, PermissionsExt::from_mode(0o777)).unwrap();
    let [me, launcher, hostile_program] =
        [env::current_exe().unwrap(), launcher(), hostile_program().to_owned()]
            .map(|file| copy(&file, &there));
    let mut tests = tests_again(&me, &["run_"], &there);
    tests
        .envs([("CI", "true"), ("ORDINARY", "1")])
        .env("HOSTILE_PROGRAM", hostile_program)
        .env("LAUNCHER", launcher);
    let output = tests.uid(1000).gid(1000).current_dir("/").output();
    fs::remove_dir_all(&there).unwrap();
    let output = output.unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && printed.contains("14 passed"), "{printed}{errors}");
}

#[test]
fn without_the_full_sandbox_it_is_refused_with_the_next_step() {
    let missing = refusal("no-bwrap", None);
    assert!(missing.contains("apt install bubblewrap"), "{missing}");

    let broken = "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2; exit 1";
    let broken = refusal("broken-bwrap", Some(broken));
    assert!(broken.contains("No permissions to create new namespace"), "{broken}");
    assert!(broken.contains("user namespaces"), "{broken}");

    let closed =
        "#!/bin/sh\necho 'the sandbox could not be prepared: /self-test: EACCES' >&2; exit 125";
    let closed = refusal("closed-bwrap", Some(closed));
    assert!(closed.contains("umask 022"), "{closed}");

    // It only pretends: no layer is there.
    let program = launcher();
    let none = format!(
        "#!/bin/sh\nexec {} {} self-test",
        program.display(),
        xtask_grade::sandbox::ENTER_SANDBOX
    );
    let none = refusal("pretended-bwrap", Some(&none));
    assert!(none.contains("files of the machine are visible"), "{none}");
}

#[test]
fn run_the_tier_says_what_protects() {
    let Some(sandbox) = sandbox() else { return };
    let (layers, user) = match env::var_os("ORDINARY") {
        Some(_) => (Layers::UserNamespace, "user namespace"),
        None if am_root() => (Layers::AnotherUser, "another user"),
        None => (Layers::UserNamespace, "user namespace"),
    };
    assert_eq!(sandbox.layers(), layers);
    let tier = "sandboxed: namespaces, seccomp, landlock, limits per process, ";
    assert_eq!(sandbox.layers().to_string(), format!("{tier}{user}"));
}

#[test]
fn a_library_is_compiled_and_a_program_linked() {
    let Some(sandbox) = sandbox() else { return };
    let library = compile(&sandbox, "pub fn greeting() -> &'static str { \"hello\" }");
    assert!(library.ran.status.unwrap().success(), "{}", library.ran.errors);

    let source = source("fn main() { println!(\"{}\", answer::greeting()) }");
    let out = scratch(&sandbox, "link");
    let toolchain = toolchain();
    let mounts = [
        Mount { host: &toolchain, inside: Path::new("/toolchain") },
        Mount { host: &source, inside: Path::new("/work/main.rs") },
        Mount { host: &library.out, inside: Path::new("/work/built") },
    ];
    let args = ["--edition=2024", "/work/main.rs", "--extern=answer=/work/built/libanswer.rlib"];
    let linked = rustc(&sandbox, Purpose::Link, &mounts, &out, &args, Purpose::Link.limits());
    assert!(linked.status.unwrap().success(), "{}", linked.errors);
    let program = Mount { host: &out.join("main"), inside: Path::new("/program") };
    assert_eq!(finish(sandbox.command(&of(&program, &[])), WALL).printed, "hello\n");
    let mode = fs::metadata(program.host).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o755);
}

#[test]
fn the_compiler_reads_no_file_of_the_machine() {
    let Some(sandbox) = sandbox() else { return };
    let secret = folder("include").join("secret.rs");
    fs::write(&secret, "\"secret\"").unwrap();
    fs::set_permissions(&secret, PermissionsExt::from_mode(0o644)).unwrap();
    let secret = secret.to_str().unwrap();
    for text in [
        "pub const STOLEN: &str = include_str!(\"/etc/passwd\");".to_owned(),
        "pub const STOLEN: &[u8] = include_bytes!(\"/proc/self/environ\");".to_owned(),
        format!("pub const STOLEN: &str = include_str!({secret:?});"),
        format!("pub const STOLEN: &str = include!({secret:?});"),
        format!("#[path = {secret:?}] mod stolen;"),
    ] {
        let library = compile(&sandbox, &text);
        assert!(!library.ran.status.unwrap().success(), "{text}");
        assert!(library.ran.errors.contains("couldn't read"), "{text}: {}", library.ran.errors);
        assert!(!library.ran.errors.contains("\"secret\""), "{}", library.ran.errors);
    }
}

#[test]
fn endless_work_for_the_compiler_ends() {
    let Some(sandbox) = sandbox() else { return };
    let endless = "#![allow(long_running_const_eval)]\n\
                   pub const NEVER: u64 = { let mut n = 0u64; while n < u64::MAX { n += 1; } n };";
    let doubling: String = (0..40)
        .map(|n| format!("macro_rules! m{n} {{ () => {{ m{}!(); m{}!(); }} }}\n", n + 1, n + 1))
        .collect();
    let bomb = format!(
        "{doubling}macro_rules! m40 {{ () => {{ let _x = 1; }} }}\n\
                        pub fn f() {{ m0!(); }}"
    );
    for text in [endless, bomb.as_str()] {
        let limits = Limits { cpu: 1, memory: 1024 * MIB, ..Purpose::Compile.limits() };
        let library = compile_within(&sandbox, text, limits);
        let status = library.ran.status.expect("the limits come before the wall clock");
        assert!(!status.success(), "{}", library.ran.errors);
        // SIGXCPU, or no memory.
        let by_limit = [Some(128 + 24), Some(128 + 6), Some(128 + 11), Some(101)];
        assert!(by_limit.contains(&status.code()), "{status:?} {}", library.ran.errors);
        assert_eq!(fs::read_dir(&library.out).unwrap().count(), 0);
    }
}

#[test]
fn the_compiler_starts_no_program() {
    let Some(sandbox) = sandbox() else { return };
    let text = "fn main() {}";
    let source = source(text);
    let out = scratch(&sandbox, "no-linker");
    let toolchain = toolchain();
    let mounts = [
        Mount { host: &toolchain, inside: Path::new("/toolchain") },
        Mount { host: &source, inside: Path::new("/work/main.rs") },
    ];
    // Were it to start it, this would be there to start.
    let args = ["/work/main.rs", "-Clinker=/toolchain/bin/rustc"];
    let ran = rustc(&sandbox, Purpose::Compile, &mounts, &out, &args, Purpose::Compile.limits());
    assert!(!ran.status.unwrap().success());
    assert!(ran.errors.contains("os error 38"), "{}", ran.errors);
}

#[test]
fn a_scratch_is_never_a_folder_that_was_there() {
    let Some(sandbox) = sandbox() else { return };
    let there = folder("there");
    let failure = sandbox.scratch(&there).unwrap_err();
    assert!(failure.to_string().contains("there"), "{failure}");
    let link = folder("linked").join("link");
    std::os::unix::fs::symlink(&there, &link).unwrap();
    assert!(sandbox.scratch(&link).is_err());
}

#[test]
fn trust_means_plainly_and_the_tier_says_so() {
    let sandbox = Sandbox::launched_by(&launcher(), true).unwrap();
    assert_eq!(sandbox.layers().to_string(), "trusted: no sandbox");
    let program = Mount { host: hostile_program(), inside: Path::new("/program") };
    let seen = sandbox.seen(&program);
    assert_eq!(seen, hostile_program());
    let ran = |args: &[OsString], limits| {
        finish(
            sandbox.command(&ConfinedCommand { program: &seen, limits, ..of(&program, args) }),
            WALL,
        )
    };
    let limits = limits();
    assert_eq!(ran(&["honest".into()], limits).printed, "the-nonce 28 100 true true\n");
    assert!(
        ran(&["environment".into()], limits).printed.starts_with("[(\"RUST_BACKTRACE\", \"0\")]")
    );
    let allocate = ran(&["allocate".into(), "4000000000".into()], limits);
    assert!(allocate.printed.starts_with("refused"), "{}", allocate.printed);
}

#[test]
fn a_sandbox_that_cannot_be_prepared_runs_nothing() {
    let Some(sandbox) = sandbox() else { return };
    let program = Mount { host: hostile_program(), inside: Path::new("/program") };
    let missing = Mount { host: Path::new("/nowhere"), inside: Path::new("/program") };
    let not_there = ConfinedCommand { program: Path::new("/other"), ..of(&program, &[]) };
    for confined in [of(&missing, &[]), not_there] {
        let ran = finish(sandbox.command(&confined), WALL);
        assert_ne!(ran.status.unwrap().code(), Some(0), "{}", ran.errors);
        assert!(ran.printed.is_empty() && !ran.errors.is_empty());
    }
}
