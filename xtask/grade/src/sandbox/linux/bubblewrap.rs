//! Namespaces and mounts: the command line of bubblewrap.

use super::launch_spec::{Confinement, LaunchSpec};
use crate::sandbox::{ConfinedCommand, ENTER_SANDBOX, Mount, Purpose};
use std::env;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use xtask::failure::Failure;

/// Where this program is inside.
const LAUNCHER: &str = "/launcher";

/// Where a sandbox's own folder is.
const SCRATCH: &str = "/tmp";

/// What the system's linker and the compiler that calls it need to be found by each other.
const SYSTEM: [&str; 2] = ["/usr", "/etc/alternatives"];

/// Links to folders in /usr on most systems, folders on some.
const SYSTEM_LINKS: [&str; 4] = ["/bin", "/lib", "/lib32", "/lib64"];

pub struct Bubblewrap {
    program: PathBuf,
    /// This program, as the host knows it.
    launcher: PathBuf,
}

/// The libraries that programs are loaded with, where the loader looks for them.
pub struct Libraries {
    /// What a Rust program is loaded with, the loader among them.
    of_program: Vec<PathBuf>,
    /// What the compiler is loaded with besides its own libraries. Found when the first one is called.
    of_compiler: OnceLock<Vec<PathBuf>>,
}

impl Bubblewrap {
    pub fn find(launcher: &Path) -> Result<Bubblewrap, Failure> {
        let path = env::var_os("PATH").unwrap_or_default();
        let program = env::split_paths(&path)
            .map(|folder| folder.join("bwrap"))
            .find(|file| file.is_absolute() && file.is_file())
            .ok_or_else(|| {
                Failure::machine(
                    "submissions are not run here, for the sandbox is missing: install bubblewrap \
                     (apt install bubblewrap), or grade in a container that has it, or say \
                     --trust-submissions if you have read every one of them",
                )
            })?;
        Ok(Bubblewrap { program, launcher: launcher.to_owned() })
    }

    /// Starts the sandbox of which `orders` are for the inside.
    pub fn command(
        &self,
        confined: &ConfinedCommand,
        libraries: &Libraries,
        spec: &LaunchSpec,
    ) -> Command {
        let mut command = Command::new(&self.program);
        command.env_clear();
        command.args([
            "--unshare-pid",
            "--unshare-net",
            "--unshare-ipc",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--die-with-parent",
            "--new-session",
            "--clearenv",
            "--hostname",
            "sandbox",
            "--cap-drop",
            "ALL",
        ]);
        if spec.user.is_some() {
            // What it takes to become that user, and is lost by it.
            command.args(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]);
        } else {
            command.args(["--unshare-user", "--uid", "65534", "--gid", "65534"]);
        }
        self.mount(confined, libraries, &mut command);
        // Last of all: what is not mounted above is empty, and stays so.
        command.args(["--remount-ro", "/", "--chdir", SCRATCH, "--", LAUNCHER, ENTER_SANDBOX]);
        command.args(spec.words());
        command
    }

    fn mount(&self, confined: &ConfinedCommand, libraries: &Libraries, command: &mut Command) {
        let mut see = |host: &Path, inside: &Path| bind("--ro-bind", host, inside, command);
        see(&self.launcher, Path::new(LAUNCHER));
        match confined.purpose {
            Purpose::Run => libraries.of_program.iter().for_each(|file| see(file, file)),
            Purpose::Compile => {
                libraries.of_compiler(confined).for_each(|file| see(file, file));
            }
            Purpose::Link => system().for_each(|path| see(path, path)),
        }
        confined.read_only.iter().for_each(|mount| see(mount.host, mount.inside));
        if confined.purpose == Purpose::Link {
            command.args(["--proc", "/proc"]);
            bind("--dev-bind", Path::new("/dev/null"), Path::new("/dev/null"), command);
        }
        if confined.limits.scratch > 0 {
            let size = confined.limits.scratch.to_string();
            command.args(["--perms", "1777", "--size", &size, "--tmpfs", SCRATCH]);
        } else {
            command.args(["--dir", SCRATCH]);
        }
        if let Some(mount) = confined.writable {
            bind("--bind", mount.host, mount.inside, command);
        }
    }
}

impl Libraries {
    pub fn of(launcher: &Path) -> Result<Libraries, Failure> {
        Ok(Libraries { of_program: libraries(launcher)?, of_compiler: OnceLock::new() })
    }

    /// What a program may touch of what it sees.
    pub fn confinement(&self, confined: &ConfinedCommand) -> Confinement {
        let mut read: Vec<PathBuf> =
            confined.read_only.iter().map(|mount| mount.inside.to_owned()).collect();
        // The program, and the loader that the kernel starts in its place.
        let mut execute = vec![confined.program.to_owned()];
        let mut write: Vec<PathBuf> =
            confined.writable.iter().map(|mount| mount.inside.to_owned()).collect();
        if confined.limits.scratch > 0 {
            write.push(SCRATCH.into());
        }
        match confined.purpose {
            Purpose::Run => {
                read.extend(self.of_program.iter().cloned());
                execute.extend(self.of_program.iter().filter(|file| is_loader(file)).cloned());
            }
            Purpose::Compile => {
                read.extend(self.of_compiler(confined).cloned());
                execute.extend(self.of_program.iter().filter(|file| is_loader(file)).cloned());
            }
            Purpose::Link => {
                execute.append(&mut read);
                execute.extend(system().map(Path::to_owned));
                read.push("/proc".into());
                write.push("/dev/null".into());
            }
        }
        Confinement { purpose: confined.purpose, read, execute, write }
    }

    /// File by file: whatever else lies in the same folders could be included by an answer.
    fn of_compiler(&self, confined: &ConfinedCommand) -> impl Iterator<Item = &PathBuf> {
        let own = self.of_compiler.get_or_init(|| {
            let of = |mount: &Mount| {
                let below = confined.program.strip_prefix(mount.inside).ok()?;
                let is_file = below.as_os_str().is_empty();
                Some(if is_file { mount.host.to_owned() } else { mount.host.join(below) })
            };
            let program = confined.read_only.iter().find_map(of);
            // Without them it does not start, and then no answer is graded.
            let loaded = program.and_then(|program| loaded_with(&program).ok()).unwrap_or_default();
            let is_mounted = |file: &PathBuf| {
                let known = file.canonicalize().unwrap_or_else(|_| file.clone());
                let folders =
                    confined.read_only.iter().filter_map(|it| it.host.canonicalize().ok());
                folders.into_iter().any(|folder| known.starts_with(folder))
            };
            loaded.into_iter().filter(|file| !is_mounted(file)).collect()
        });
        let more = own.iter().filter(|file| !self.of_program.contains(file));
        self.of_program.iter().chain(more)
    }
}

fn bind(how: &str, host: &Path, inside: &Path, command: &mut Command) {
    // What bubblewrap makes on the way to a mount is root's alone, but for what is asked for.
    if let Some(parent) = inside.parent() {
        command.arg("--dir").arg(parent);
    }
    command.arg(how).arg(host).arg(inside);
}

/// What there is of the system's own folders.
fn system() -> impl Iterator<Item = &'static Path> {
    SYSTEM.into_iter().chain(SYSTEM_LINKS).map(Path::new).filter(|path| path.exists())
}

fn is_loader(file: &Path) -> bool {
    file.file_name().and_then(OsStr::to_str).is_some_and(|name| name.starts_with("ld-"))
}

/// What this program is loaded with: any other Rust program needs the same.
fn libraries(launcher: &Path) -> Result<Vec<PathBuf>, Failure> {
    let files = loaded_with(launcher).map_err(|error| Failure::file("run", launcher, &error))?;
    if files.iter().any(|file| is_loader(file)) {
        return Ok(files);
    }
    Err(Failure::machine(format!(
        "submissions are not run here: {} was not built for the GNU C library, and only what is loaded \
         with it can be caged. Build the grader with rustc's own target for this system",
        launcher.display()
    )))
}

/// What a program is loaded with. The loader itself says it, which is all that `ldd` asks for: the program
/// does not run.
fn loaded_with(program: &Path) -> io::Result<Vec<PathBuf>> {
    let output =
        Command::new(program).arg(ENTER_SANDBOX).env("LD_TRACE_LOADED_OBJECTS", "1").output()?;
    Ok(listed_files(&String::from_utf8_lossy(&output.stdout)))
}

/// The paths in lines such as `libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2b)` and
/// `/lib64/ld-linux-x86-64.so.2 (0x00007f2c)`.
fn listed_files(listed: &str) -> Vec<PathBuf> {
    let path = |line: &str| {
        let (line, _address) = line.rsplit_once(" (0x")?;
        let path = line.rsplit_once(" => ").map_or(line, |(_name, path)| path).trim();
        path.starts_with('/').then(|| PathBuf::from(path))
    };
    listed.lines().filter_map(path).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_says_what_a_program_is_loaded_with() {
        let listed = "\tlinux-vdso.so.1 (0x00007f222e935000)\n\
                      \tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f222e6b9000)\n\
                      \t/lib64/ld-linux-x86-64.so.2 (0x00007f222e937000)\n";
        let files = listed_files(listed);
        let expected: Vec<PathBuf> =
            ["/lib/x86_64-linux-gnu/libc.so.6", "/lib64/ld-linux-x86-64.so.2"]
                .map(PathBuf::from)
                .into();
        assert_eq!(files, expected);
        assert!(is_loader(&files[1]) && !is_loader(&files[0]));
    }
}
