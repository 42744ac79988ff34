//! Namespaces and mounts: the command line of bubblewrap.

use super::launch_spec::{Confinement, LaunchSpec};
use crate::sandbox::{ConfinedCommand, ENTER_SANDBOX, Purpose};
use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
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
    /// What a Rust program is loaded with, the loader among them: where the loader looks for it.
    libraries: Vec<PathBuf>,
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
        let libraries = libraries(launcher)?;
        Ok(Bubblewrap { program, launcher: launcher.to_owned(), libraries })
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
                read.extend(self.libraries.iter().cloned());
                execute.extend(self.libraries.iter().filter(|file| is_loader(file)).cloned());
            }
            Purpose::Compile => {
                read.extend(self.library_folders());
                execute.extend(self.libraries.iter().filter(|file| is_loader(file)).cloned());
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

    /// Starts the sandbox of which `orders` are for the inside.
    pub fn command(&self, confined: &ConfinedCommand, spec: &LaunchSpec) -> Command {
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
            "cage",
            "--cap-drop",
            "ALL",
        ]);
        if spec.user.is_some() {
            // What it takes to become that user, and is lost by it.
            command.args(["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]);
        } else {
            command.args(["--unshare-user", "--uid", "65534", "--gid", "65534"]);
        }
        self.mount(confined, &mut command);
        // Last of all: what is not mounted above is empty, and stays so.
        command.args(["--remount-ro", "/", "--chdir", SCRATCH, "--", LAUNCHER, ENTER_SANDBOX]);
        command.args(spec.words());
        command
    }

    fn mount(&self, confined: &ConfinedCommand, command: &mut Command) {
        let mut see = |host: &Path, inside: &Path| bind("--ro-bind", host, inside, command);
        see(&self.launcher, Path::new(LAUNCHER));
        match confined.purpose {
            Purpose::Run => self.libraries.iter().for_each(|file| see(file, file)),
            Purpose::Compile => {
                self.library_folders().for_each(|folder| see(&folder, &folder));
                self.libraries
                    .iter()
                    .filter(|file| is_loader(file))
                    .for_each(|file| see(file, file));
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

    /// The compiler needs more libraries than other programs, from the same folders.
    fn library_folders(&self) -> impl Iterator<Item = PathBuf> {
        let mut folders: Vec<PathBuf> = self
            .libraries
            .iter()
            .filter(|file| !is_loader(file))
            .filter_map(|file| file.parent().map(Path::to_owned))
            .collect();
        folders.sort();
        folders.dedup();
        folders.into_iter()
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

/// What this program is loaded with: any other Rust program needs the same. The loader itself says it,
/// which is all that `ldd` asks for.
fn libraries(launcher: &Path) -> Result<Vec<PathBuf>, Failure> {
    let output = Command::new(launcher)
        .arg(ENTER_SANDBOX)
        .env("LD_TRACE_LOADED_OBJECTS", "1")
        .output()
        .map_err(|error| Failure::file("run", launcher, &error))?;
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let files = listed_files(&listed);
    if files.iter().any(|file| is_loader(file)) {
        return Ok(files);
    }
    Err(Failure::machine(format!(
        "submissions are not run here: {} was not built for the GNU C library, and only what is loaded \
         with it can be caged. Build the grader with rustc's own target for this system",
        launcher.display()
    )))
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
