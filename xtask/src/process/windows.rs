//! Groups on Windows: a job object for each, which is killed as a whole. It is killed too when its last
//! handle is closed, and so when this program ends, however that comes.

use command_group::{CommandGroup, GroupChild};
use std::io;
use std::process::{Child, Command};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A child in a job object of its own.
pub struct Leader {
    id: u32,
    killer: Killer,
}

/// Kills everything in a job object.
#[derive(Clone)]
pub struct Killer(Arc<Mutex<GroupChild>>);

impl Leader {
    pub fn start(command: &mut Command) -> io::Result<Leader> {
        let job = command.group().kill_on_drop(true).spawn()?;
        Ok(Leader { id: job.id(), killer: Killer(Arc::new(Mutex::new(job))) })
    }

    /// Ctrl-C reaches every program of a console, in whichever job it is.
    pub fn start_in_the_terminal(command: &mut Command) -> io::Result<Leader> {
        Leader::start(command)
    }

    pub fn id(&self) -> u32 {
        self.id
    }

    pub fn killer(&self) -> Killer {
        self.killer.clone()
    }

    /// Not for long: meanwhile it cannot be killed.
    pub fn with_child<T>(&mut self, act: impl FnOnce(&mut Child) -> T) -> T {
        act(self.killer.job().inner())
    }

    pub fn has_ended(&mut self) -> io::Result<bool> {
        Ok(self.with_child(Child::try_wait)?.is_some())
    }
}

impl Killer {
    pub fn kill(&self) {
        // An empty job needs no killing.
        let _ = self.job().kill();
    }

    fn job(&self) -> MutexGuard<'_, GroupChild> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Ctrl-C ends this program, and the end of this program ends its jobs.
pub fn on_interruption(_act: impl FnOnce(i32) + Send + 'static) {}
