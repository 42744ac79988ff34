//! Sandboxes for tests: the program that wants out, the compiler, and what is left of them afterwards.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};
use std::{env, fs, thread};
use xtask::process::{CancellationToken, Group};
use xtask_grade::sandbox::{ConfinedCommand, Limits, Mount, Purpose, Sandbox};

pub const MIB: u64 = 1 << 20;

pub const WALL: Duration = Duration::from_secs(20);

/// Those of a student's program, with a scratch to try things in.
pub fn limits() -> Limits {
    Limits { scratch: 16 * MIB, ..Purpose::Run.limits() }
}

pub struct Ran {
    /// `None` when the wall clock ended it.
    pub status: Option<ExitStatus>,
    pub printed: String,
    pub errors: String,
}

/// `None`, and a line that says so, where this machine has no sandbox. CI must have one.
pub fn sandbox() -> Option<Sandbox> {
    match Sandbox::launched_by(&launcher(), false) {
        Ok(sandbox) => Some(sandbox),
        Err(failure) if env::var_os("CI").is_some() => panic!("{failure}"),
        Err(failure) => {
            eprintln!("skipped: {failure}");
            None
        }
    }
}

pub fn launcher() -> PathBuf {
    env::var_os("LAUNCHER").map_or_else(|| env!("CARGO_BIN_EXE_xtask-grade").into(), PathBuf::from)
}

pub fn hostile_program() -> &'static Path {
    static HOSTILE_PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    HOSTILE_PROGRAM.get_or_init(|| {
        if let Some(made) = env::var_os("HOSTILE_PROGRAM") {
            return made.into();
        }
        let program = folder("hostile_program").join("hostile_program");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sandbox/hostile_program.rs");
        let mut rustc = xtask::process::tool("rustc");
        let output = rustc.args(["--edition=2024", "-o"]).arg(&program).arg(source).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        program
    })
}

pub fn printed(sandbox: &Sandbox, args: &[&str]) -> String {
    let ran = run(sandbox, args, limits());
    assert_eq!(ran.errors, "", "{args:?}");
    ran.printed
}

pub fn assert_refused(sandbox: &Sandbox, args: &[&str]) {
    let printed = printed(sandbox, args);
    assert!(printed.starts_with("refused: "), "{args:?}: {printed}");
}

pub fn run(sandbox: &Sandbox, args: &[&str], limits: Limits) -> Ran {
    confined(sandbox, Purpose::Run, args, limits, WALL)
}

pub fn run_for(sandbox: &Sandbox, args: &[&str], wall: Duration) -> Ran {
    confined(sandbox, Purpose::Run, args, limits(), wall)
}

pub fn of<'a>(program: &'a Mount, args: &'a [OsString]) -> ConfinedCommand<'a> {
    ConfinedCommand {
        purpose: Purpose::Run,
        read_only: std::slice::from_ref(program),
        writable: None,
        program: program.inside,
        args,
        env: &[("RUST_BACKTRACE", "0")],
        limits: limits(),
    }
}

/// Runs the hostile program. Afterwards nothing of it is left.
pub fn confined(
    sandbox: &Sandbox,
    purpose: Purpose,
    args: &[&str],
    limits: Limits,
    wall: Duration,
) -> Ran {
    let token = token();
    let program = Mount { host: hostile_program(), inside: Path::new("/program") };
    let args: Vec<OsString> =
        args.iter().copied().chain([token.as_str()]).map(Into::into).collect();
    let ran =
        finish(sandbox.command(&ConfinedCommand { purpose, limits, ..of(&program, &args) }), wall);
    assert_gone(&token);
    ran
}

pub struct Compiled {
    pub ran: Ran,
    pub out: PathBuf,
}

pub fn compile(sandbox: &Sandbox, text: &str) -> Compiled {
    compile_within(sandbox, text, Purpose::Compile.limits())
}

pub fn compile_within(sandbox: &Sandbox, text: &str, limits: Limits) -> Compiled {
    let (source, out, toolchain) = (source(text), scratch(sandbox, "compile"), toolchain());
    let mounts = [
        Mount { host: &toolchain, inside: Path::new("/toolchain") },
        Mount { host: &source, inside: Path::new("/work/lib.rs") },
    ];
    let args = ["--edition=2024", "--crate-type=rlib", "--crate-name=answer", "/work/lib.rs"];
    let ran = rustc(sandbox, Purpose::Compile, &mounts, &out, &args, limits);
    Compiled { ran, out }
}

pub fn rustc(
    sandbox: &Sandbox,
    purpose: Purpose,
    mounts: &[Mount],
    out: &Path,
    args: &[&str],
    limits: Limits,
) -> Ran {
    let always = ["--sysroot=/toolchain", "--out-dir=/out"];
    let args: Vec<OsString> = always.iter().chain(args).map(Into::into).collect();
    let confined = ConfinedCommand {
        purpose,
        read_only: mounts,
        writable: Some(Mount { host: out, inside: Path::new("/out") }),
        program: Path::new("/toolchain/bin/rustc"),
        args: &args,
        env: &[("PATH", "/usr/bin:/bin"), ("LD_LIBRARY_PATH", "/toolchain/lib")],
        limits,
    };
    finish(sandbox.command(&confined), WALL)
}

pub fn source(text: &str) -> PathBuf {
    let file = folder(&token()).join("source.rs");
    fs::write(&file, text).unwrap();
    file
}

pub fn scratch(sandbox: &Sandbox, name: &str) -> PathBuf {
    let out = folder(&token()).join(name);
    sandbox.scratch(&out).unwrap();
    out
}

pub fn toolchain() -> PathBuf {
    let output = xtask::process::tool("rustc").args(["--print", "sysroot"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().into()
}

pub fn finish(mut command: Command, wall: Duration) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let deadline = Instant::now() + wall;
    let mut group = Group::start(&mut command, &CancellationToken::default()).unwrap();
    let child = group.child();
    // A program that does not read it may be gone already.
    let _ = child.stdin.take().unwrap().write_all(b"the-nonce\n");
    let printed = beginning(child.stdout.take().unwrap());
    let errors = beginning(child.stderr.take().unwrap());
    let status = group.finish(|_| Instant::now() < deadline).unwrap();
    assert!(status.is_none_or(|status| status.signal().is_none()), "{status:?}");
    Ran { status, printed: printed.join().unwrap(), errors: errors.join().unwrap() }
}

/// The first megabyte; then the pipe is closed.
pub fn beginning(pipe: impl Read + Send + 'static) -> thread::JoinHandle<String> {
    thread::spawn(move || {
        let mut text = Vec::new();
        pipe.take(MIB).read_to_end(&mut text).unwrap();
        String::from_utf8_lossy(&text).into_owned()
    })
}

/// A word by which the processes of one sandbox are found among all of this machine.
pub fn token() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("token-{}-{}-", std::process::id(), NEXT.fetch_add(1, Relaxed))
}

/// How many processes of this machine have the word on their command line.
pub fn alive(token: &str) -> usize {
    let processes = fs::read_dir("/proc").unwrap().flatten();
    let has_it = |process: &fs::DirEntry| {
        let line = fs::read(process.path().join("cmdline")).unwrap_or_default();
        line.windows(token.len()).any(|word| word == token.as_bytes())
    };
    processes.filter(has_it).count()
}

pub fn assert_gone(token: &str) {
    let deadline = Instant::now() + Duration::from_secs(10);
    while alive(token) > 0 {
        assert!(Instant::now() < deadline, "something is left running");
        thread::sleep(Duration::from_millis(5));
    }
}

/// A fresh folder.
pub fn folder(name: &str) -> PathBuf {
    let folder = base().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Where all folders of this process are, without what another run left.
pub fn base() -> &'static Path {
    static BASE: OnceLock<PathBuf> = OnceLock::new();
    BASE.get_or_init(|| {
        if let Some(given) = env::var_os("BASE") {
            return given.into();
        }
        let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sandboxes");
        let _ = fs::remove_dir_all(&base);
        base
    })
}

/// Some of these tests in a process of their own.
pub fn tests_again(program: &Path, which: &[&str], base: &Path) -> Command {
    let mut command = Command::new(program);
    command.args(which).arg("--nocapture").env_clear().env("BASE", base);
    command.envs([("PATH", "/usr/bin:/bin")]);
    command
}

pub fn copy(file: &Path, to: &Path) -> PathBuf {
    let copy = to.join(file.file_name().unwrap());
    fs::copy(file, &copy).unwrap();
    fs::set_permissions(&copy, PermissionsExt::from_mode(0o755)).unwrap();
    copy
}

pub fn am_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

/// What a probe says on a machine with this as its `bwrap`.
pub fn refusal(name: &str, bwrap: Option<&str>) -> String {
    let path = folder(name);
    if let Some(script) = bwrap {
        let file = path.join("bwrap");
        fs::write(&file, script).unwrap();
        fs::set_permissions(&file, PermissionsExt::from_mode(0o755)).unwrap();
    }
    let test = ["--exact", "run_the_tier_says_what_protects"];
    let mut tests = tests_again(&env::current_exe().unwrap(), &test, &path.join("base"));
    let output = tests.env("PATH", path).env("LAUNCHER", launcher()).output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(errors.contains("skipped: submissions are not run here"), "{errors}");
    assert!(errors.contains("--trust-submissions"), "{errors}");
    errors
}
