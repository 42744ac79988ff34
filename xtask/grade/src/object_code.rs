//! Checks a submission's compiled code before it is linked.
//!
//! Whatever the source looked like: no code of a submission may run before the judge has taken the
//! nonce, and none of its functions may stand in for one of somebody else's.

use object::read::archive::ArchiveFile;
use object::{Object, ObjectSection, ObjectSymbol};

/// Sections whose entries are called before or after `main`.
const CALLED_BY_THE_SYSTEM: [&str; 7] = [
    ".preinit_array",
    ".init_array",
    ".fini_array",
    ".ctors",
    ".dtors",
    ".init",
    "__mod_init_func",
];

/// What the compiler makes itself, besides names that it has mangled.
const OF_THE_COMPILER: [&str; 4] = ["_ZN", "_R", "DW.ref.", "anon."];

/// Why the library in `rlib` (an archive of objects) is not to be linked; `None` when it may be.
pub fn objection(rlib: &[u8]) -> Option<String> {
    let unreadable = || Some("its compiled code cannot be read".to_owned());
    let Ok(archive) = ArchiveFile::parse(rlib) else { return unreadable() };
    for member in archive.members() {
        let Ok(member) = member else { return unreadable() };
        if !member.name().ends_with(b".o") {
            continue;
        }
        let Ok(data) = member.data(rlib) else { return unreadable() };
        let Ok(object) = object::File::parse(data) else { return unreadable() };
        for section in object.sections() {
            let Ok(name) = section.name() else { return unreadable() };
            if CALLED_BY_THE_SYSTEM.iter().any(|known| is_or_is_part_of(name, known)) {
                return Some(format!("it has code that would run by itself, in {name}"));
            }
        }
        for symbol in object.symbols() {
            let Ok(name) = symbol.name() else { return unreadable() };
            let made_by_compiler = OF_THE_COMPILER.iter().any(|known| name.starts_with(known));
            if symbol.is_definition() && symbol.is_global() && !made_by_compiler {
                return Some(format!("it defines {name} under a name that is not its own"));
            }
        }
    }
    None
}

/// `.init_array`, and `.init_array.00099` too.
fn is_or_is_part_of(name: &str, section: &str) -> bool {
    name.strip_prefix(section).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
