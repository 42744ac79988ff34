//! Landlock: which files a confined program may touch.
//!
//! Mounts say the same already. This holds where they do not.

use super::launch_spec::Confinement;
use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreated, RulesetCreatedAttr, RulesetStatus, Scope,
};
use std::error::Error;
use std::path::PathBuf;

/// The newest that we know of. Of it everything is asked for, and the kernel gives what it has.
const NEWEST: ABI = ABI::V10;

/// From here on, for this process and those it starts.
pub fn confine(to: &Confinement) -> Result<(), Box<dyn Error>> {
    let rules = Ruleset::default()
        .handle_access(AccessFs::from_all(NEWEST))?
        // No port is allowed, and no process or socket outside of the sandbox.
        .handle_access(AccessNet::from_all(NEWEST))?
        .scope(Scope::from_all(NEWEST))?
        .create()?;
    let read = AccessFs::ReadFile | AccessFs::ReadDir;
    let execute = read | AccessFs::Execute;
    let never = AccessFs::Execute | AccessFs::MakeChar | AccessFs::MakeBlock | AccessFs::MakeSock;
    let write = AccessFs::from_all(NEWEST) & !never & !AccessFs::IoctlDev;
    let rules = allow(rules, &to.read, read)?;
    let rules = allow(rules, &to.execute, execute)?;
    let rules = allow(rules, &to.write, write)?;
    match rules.restrict_self()?.ruleset {
        RulesetStatus::NotEnforced => Err("the kernel does not do it".into()),
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
    }
}

fn allow(
    rules: RulesetCreated,
    paths: &[PathBuf],
    access: BitFlags<AccessFs>,
) -> Result<RulesetCreated, Box<dyn Error>> {
    paths.iter().try_fold(rules, |rules, path| {
        // What is said of a file must be meant for files.
        let access = if path.is_dir() { access } else { access & AccessFs::from_file(NEWEST) };
        Ok(rules.add_rule(PathBeneath::new(PathFd::new(path)?, access))?)
    })
}
